#include "panelbook/workbook/limits.hpp"

namespace panelbook::workbook {

Limits Limits::large() {
    constexpr std::uint32_t times = 10;
    Limits limits;
    limits.file_bytes *= times;
    limits.inflated_bytes *= times;
    limits.part_bytes *= times;
    limits.cells *= times;
    limits.text_bytes *= times;
    limits.merged_ranges *= times;
    return limits;
}

}  // namespace panelbook::workbook

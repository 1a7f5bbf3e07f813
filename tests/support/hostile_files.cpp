#include "support/hostile_files.hpp"

#include <ostream>

namespace panelbook::tests {

std::ostream& operator<<(std::ostream& out, const HostileFile& file) {
    return out << file.name;
}

workbook::Limits limits_at(std::uint64_t share) {
    workbook::Limits limits;
    limits.file_bytes /= share;
    limits.inflated_bytes /= share;
    limits.part_bytes /= share;
    limits.markup_bytes /= share;
    limits.cells /= share;
    limits.text_bytes /= share;
    const auto divided = static_cast<std::uint32_t>(share);
    limits.merged_ranges /= divided;
    limits.relationships /= divided;
    limits.formats /= divided;
    return limits;
}

}  // namespace panelbook::tests

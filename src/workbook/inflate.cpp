#include "panelbook/workbook/inflate.hpp"

#include <array>

#include "inflate_libraries.hpp"

namespace panelbook::workbook {

std::span<const InflateLibrary> inflate_libraries() {
    static constexpr std::array libraries{
#ifdef PANELBOOK_ISAL
        InflateLibrary{"ISA-L", make_isal_inflater, isal_crc32},
#endif
        InflateLibrary{"zlib", make_zlib_inflater, zlib_crc32},
    };
    return libraries;
}

}  // namespace panelbook::workbook

#pragma once

#include "panelbook/workbook/inflate.hpp"

namespace panelbook::workbook {

std::unique_ptr<Inflater> make_zlib_inflater();
std::uint32_t zlib_crc32(std::uint32_t so_far, std::string_view bytes);

// Only where the build found ISA-L (PANELBOOK_ISAL).
std::unique_ptr<Inflater> make_isal_inflater();
std::uint32_t isal_crc32(std::uint32_t so_far, std::string_view bytes);

}  // namespace panelbook::workbook

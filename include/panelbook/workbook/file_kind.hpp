#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

enum class FileKind { zip, text };

/// What a file is, told by its bytes; its name only tells text that is meant to be csv from text that is not.
/// Throws Refused, with what it is and what to do, for everything that is neither: empty, xls, encrypted, pdf, html,
/// ...
FileKind kind_of_file(std::string_view bytes, std::string_view name);

/// Why a file in Microsoft's compound format (OLE2) is refused: an encrypted workbook, an old xls, a Word document,
/// other.
Refused refusal_of_compound_file(std::string_view bytes);

}  // namespace panelbook::workbook

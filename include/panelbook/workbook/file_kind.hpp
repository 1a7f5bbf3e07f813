#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

enum class FileKind {
    zip,
    compound,  ///< Microsoft's compound file: an old or an encrypted workbook, or something else
    biff,      ///< the records of an old workbook without a compound file around them
    flat_ods,  ///< an OpenDocument spreadsheet in one XML file
    text,
};

/// What a file is, told by its bytes; its name only tells text that is meant to be csv from text that is not.
/// Throws Refused, with what it is and what to do, for everything that is none of these: empty, pdf, html, ...
FileKind kind_of_file(std::string_view bytes, std::string_view name);

}  // namespace panelbook::workbook

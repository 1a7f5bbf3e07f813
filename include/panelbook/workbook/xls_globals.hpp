#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "panelbook/workbook/biff_records.hpp"
#include "panelbook/workbook/biff_text.hpp"
#include "panelbook/workbook/code_page.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/number_format.hpp"
#include "panelbook/workbook/serial_date.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::workbook {

/// A sheet as the beginning of an .xls stream lists it.
struct XlsSheetEntry {
    std::string name;
    Visibility visibility = Visibility::visible;
    bool is_worksheet = true;  ///< not a chart, a module or a sheet of macros
    std::uint32_t at = 0;      ///< where its records begin
};

/// What the sheets of an .xls file share: all that stands before the first of them.
struct XlsGlobals {
    BiffVersion version = BiffVersion::biff_8;
    CodePage page{1252};
    DateSystem dates = DateSystem::from_1900;
    std::vector<std::string> texts;
    std::vector<Shown> styles;  ///< by the number that cells give
    std::vector<XlsSheetEntry> sheets;
    bool has_macro_sheet = false;
    bool has_links = false;  ///< to other workbooks

    std::string text(BiffText& from, LengthBytes length_bytes) const {
        return version == BiffVersion::biff_8 ? from.take_unicode(length_bytes) : from.take_bytes(length_bytes, page);
    }
};

/// Reads the beginning of a stream of .xls records. Throws Refused, for a password too.
XlsGlobals read_xls_globals(BiffRecords& records, const Limits& limits);

}  // namespace panelbook::workbook

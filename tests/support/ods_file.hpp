#pragma once

#include <string>
#include <vector>

#include "support/package.hpp"

namespace panelbook::tests {

/// What differs from one OpenDocument spreadsheet of a test to the next.
struct OdsContentXml {
    std::string tables;       ///< inside office:spreadsheet
    std::string styles = {};  ///< inside office:automatic-styles
};

/// The content of a spreadsheet.
std::string ods_content(const OdsContentXml& content);
/// The parts of a spreadsheet, to be changed by a test before it zips them.
std::vector<PackagePart> ods_parts(const OdsContentXml& content);
/// A spreadsheet of one table "S" with the rows given as XML.
std::string ods_of_rows(const std::string& rows);

}  // namespace panelbook::tests

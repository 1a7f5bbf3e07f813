#pragma once

#include <string>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/serial_date.hpp"

namespace panelbook::workbook {

/// A sheet as the workbook part lists it.
struct SheetEntry {
    std::string name;
    Visibility visibility = Visibility::visible;
    std::string relationship;
};

/// What the part says that lists the sheets.
struct WorkbookPart {
    DateSystem dates = DateSystem::from_1900;
    std::vector<SheetEntry> sheets;
    std::vector<DefinedName> names;
};

/// Throws Refused; with what it is for a part that is no workbook's (a document, a presentation).
WorkbookPart read_workbook_part(PartStream part, const Limits& limits);

}  // namespace panelbook::workbook

#include "panelbook/workbook/xlsx.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "panelbook/workbook/not_followed.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/read_ahead.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/relationships.hpp"
#include "panelbook/workbook/shared_strings.hpp"
#include "panelbook/workbook/sheet_part.hpp"
#include "panelbook/workbook/styles.hpp"
#include "panelbook/workbook/table_part.hpp"
#include "panelbook/workbook/workbook_part.hpp"

namespace panelbook::workbook {

namespace {

const std::string save_as_xlsx = "Open it in Excel and save it as .xlsx.";

/// The name of the workbook part, as the package's own relationships give it.
std::string workbook_part(Package& package, const Limits& limits) {
    const std::vector<Relationship> links = relationships_of(package, "", limits);
    const Relationship* link = first_of_type(links, "officeDocument");
    if (!link && package.has("[Content_Types].xml"))
        throw damaged("It does not say which of its parts is the workbook.");
    if (!link)
        throw not_read("The file is a zip file, not a workbook.",
                       "If there are workbooks in it, take them out and send those themselves.");
    if (link->target.ends_with(".bin"))
        throw not_read("The file is a binary workbook (.xlsb), which is not read.", save_as_xlsx);
    return link->target;
}

bool has_macros(const Package& package, const std::vector<Relationship>& links) {
    for (const ZipEntry& entry : package.directory().entries()) {
        if (entry.name.ends_with("vbaProject.bin")) return true;
    }
    return first_of_type(links, "xlMacrosheet") || first_of_type(links, "xlIntlMacrosheet");
}

/// The relationship of a sheet; null for a tab that is no sheet of cells (a chart, a dialog, a module of macros).
const Relationship* sheet_link(const std::vector<Relationship>& links, const SheetEntry& entry) {
    if (entry.relationship.empty()) return nullptr;
    for (const Relationship& link : links) {
        if (link.id != entry.relationship || link.external) continue;
        return link.type == "chartsheet" || link.type == "dialogsheet" ? nullptr : &link;
    }
    Refused refused = damaged("A sheet of it is missing.");
    refused.set_sheet(entry.name);
    throw refused;
}

SheetContext context_of(Package& package, const std::vector<Relationship>& links, const std::string& file,
                        DateSystem dates, const Limits& limits) {
    SheetContext context{file, {}, {}, dates};
    if (const Relationship* texts = first_of_type(links, "sharedStrings"); texts && package.has(texts->target))
        context.texts = read_shared_strings(*pieces_of(package.open(texts->target)), limits);
    if (const Relationship* styles = first_of_type(links, "styles"); styles && package.has(styles->target))
        context.styles = read_styles(package.open(styles->target), limits);
    return context;
}

void take_tables(Package& package, const std::string& sheet_part, const std::string& sheet, const Limits& limits,
                 std::vector<NamedTable>& tables) {
    for (const Relationship& link : relationships_of(package, sheet_part, limits)) {
        if (link.external || link.type != "table" || !package.has(link.target)) continue;
        if (std::optional<NamedTable> table = read_table_part(package.open(link.target), sheet, limits))
            tables.push_back(std::move(*table));
    }
}

}  // namespace

Checked<CellsRead> read_xlsx(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink) {
    Package package(bytes, limits);
    const std::string part = workbook_part(package, limits);
    WorkbookPart workbook = read_workbook_part(package.open(part), limits);
    const std::vector<Relationship> links = relationships_of(package, part, limits);
    const SheetContext context = context_of(package, links, file, workbook.dates, limits);

    Checked<CellsRead> read;
    ReadCount count(limits);
    bool any_sheet = false;
    for (const SheetEntry& sheet : workbook.sheets) {
        const Relationship* link = sheet_link(links, sheet);
        if (!link) continue;
        any_sheet = true;
        sink.begin_sheet(sheet.name, sheet.visibility);
        read_sheet_part(*pieces_of(package.open(link->target)), sheet.name, context, count, sink, read.findings);
        sink.end_sheet();
        take_tables(package, link->target, sheet.name, limits, read.value.tables);
    }
    package.check_other_parts();
    if (!any_sheet) throw no_sheets();
    if (has_macros(package, links)) read.findings.push_back(macros_not_run(file));
    if (first_of_type(links, "externalLink")) read.findings.push_back(links_not_followed(file));
    read.value.names = std::move(workbook.names);
    read.value.inflated_bytes = package.inflated_bytes();
    return read;
}

}  // namespace panelbook::workbook

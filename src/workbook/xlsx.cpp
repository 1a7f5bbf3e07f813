#include "panelbook/workbook/xlsx.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/relationships.hpp"
#include "panelbook/workbook/shared_strings.hpp"
#include "panelbook/workbook/sheet_part.hpp"
#include "panelbook/workbook/styles.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

const std::string save_as_xlsx = "Open it in Excel and save it as .xlsx.";

/// A sheet as the workbook part lists it.
struct SheetEntry {
    std::string name;
    Visibility visibility = Visibility::visible;
    std::string relationship;
};

class WorkbookHandler : public XmlHandler {
public:
    explicit WorkbookHandler(const Limits& limits) : m_limits(limits) {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (!m_root_seen) check_root(name);
        if (!is_spreadsheet(name)) return;
        if (name.local == "workbookPr" && attributes.is_true("date1904")) dates = DateSystem::from_1904;
        if (name.local == "sheet") take_sheet(attributes);
    }
    void end_element(const XmlName&) override {}

    DateSystem dates = DateSystem::from_1900;
    std::vector<SheetEntry> sheets;

private:
    void check_root(const XmlName& name) {
        m_root_seen = true;
        if (is_spreadsheet(name) && name.local == "workbook") return;
        if (name.local == "document")
            throw not_read("The file is a Word document, not a workbook.",
                           "Put the figures in an Excel workbook and send that.");
        if (name.local == "presentation")
            throw not_read("The file is a PowerPoint presentation, not a workbook.",
                           "Put the figures in an Excel workbook and send that.");
        throw not_read("The file is not an Excel workbook.", save_as_xlsx);
    }

    void take_sheet(const XmlAttributes& attributes) {
        if (sheets.size() == m_limits.sheets) throw limit_hit("of " + grouped(m_limits.sheets) + " sheets (sheets)");
        SheetEntry sheet;
        sheet.name = attributes.find("name").value_or("");
        const std::string_view state = attributes.find("state").value_or("visible");
        if (state == "hidden") sheet.visibility = Visibility::hidden;
        if (state == "veryHidden") sheet.visibility = Visibility::very_hidden;
        sheet.relationship = attributes.find_in(relationships_space_end, "id").value_or("");
        sheets.push_back(std::move(sheet));
    }

    const Limits& m_limits;
    bool m_root_seen = false;
};

/// The name of the workbook part, as the package's own relationships give it.
std::string workbook_part(Package& package, const Limits& limits) {
    if (package.has("content.xml") && package.has("META-INF/manifest.xml"))
        throw not_read("The file is an OpenDocument file (.ods or the like), which is not read.", save_as_xlsx);
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

void warn(Findings& findings, const std::string& file, std::string_view rule, std::string_view message,
          std::string_view remedy) {
    Finding finding;
    finding.severity = Severity::warning;
    finding.rule = rule;
    finding.where.file = file;
    finding.message = message;
    finding.remedy = remedy;
    findings.push_back(std::move(finding));
}

void note_what_is_not_followed(const Package& package, const std::vector<Relationship>& links, const std::string& file,
                               Findings& findings) {
    if (has_macros(package, links))
        warn(findings, file, "macros-not-run",
             "The workbook holds macros. None was run; its values were read as saved.",
             "Check that its values were up to date when it was saved; a copy saved as .xlsx has no macros.");
    if (first_of_type(links, "externalLink"))
        warn(
            findings, file, "links-not-followed",
            "The workbook takes values from other workbooks. They were read as last saved in this one.",
            "Open it in Excel, update its links (Data, Edit Links), save it and send it again if the values were old.");
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

}  // namespace

Checked<Workbook> read_xlsx(std::string_view bytes, const std::string& file, const Limits& limits) {
    Package package(bytes, limits);
    const std::string part = workbook_part(package, limits);
    WorkbookHandler handler(limits);
    PartStream stream = package.open(part);
    read_xml(stream, handler, limits);
    const std::vector<Relationship> links = relationships_of(package, part, limits);

    SheetContext context{file, {}, {}, handler.dates};
    if (const Relationship* texts = first_of_type(links, "sharedStrings"); texts && package.has(texts->target))
        context.texts = read_shared_strings(package.open(texts->target), limits);
    if (const Relationship* styles = first_of_type(links, "styles"); styles && package.has(styles->target))
        context.styles = read_styles(package.open(styles->target), limits);

    Checked<Workbook> read;
    ReadCount count(limits);
    for (SheetEntry& entry : handler.sheets) {
        const Relationship* link = sheet_link(links, entry);
        if (!link) continue;
        Sheet& sheet = read.value.sheets.emplace_back();
        sheet.name = std::move(entry.name);
        sheet.visibility = entry.visibility;
        read_sheet_part(package.open(link->target), context, count, sheet, read.findings);
    }
    package.check_other_parts();
    if (read.value.sheets.empty())
        throw Refused("file-empty", "There is no sheet with cells in the workbook.",
                      "Send the workbook that holds the figures.");
    note_what_is_not_followed(package, links, file, read.findings);
    return read;
}

}  // namespace panelbook::workbook

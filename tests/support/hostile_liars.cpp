#include "support/hostile_files.hpp"
#include "support/hostile_parts.hpp"

namespace panelbook::tests {

namespace {

constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string links(const std::vector<std::pair<std::string, std::string>>& types_and_targets) {
    std::string all = "<Relationships xmlns='" + std::string(package_space) + "'>";
    int number = 0;
    for (const auto& [type, target] : types_and_targets) {
        all += "<Relationship Id='rId" + std::to_string(++number) + "' Type='" + std::string(office) + "/" + type +
               "' Target='" + target + "'/>";
    }
    return all + "</Relationships>";
}

HostileFile with_links(std::string name, std::string part,
                       std::vector<std::pair<std::string, std::string>> types_and_targets, std::string rule,
                       std::string words, std::size_t cells = 0) {
    const auto bytes = [part = std::move(part), all = links(types_and_targets)](std::uint64_t) {
        return workbook_with({part, all, true});
    };
    return {std::move(name), bytes, std::move(rule), std::move(words), cells};
}

HostileFile with_sheet(std::string name, std::string xml, std::string rule, std::string words, std::size_t cells = 0) {
    const auto bytes = [xml = std::move(xml)](std::uint64_t) {
        return workbook_with({"xl/worksheets/sheet1.xml", xml, true});
    };
    return {std::move(name), bytes, std::move(rule), std::move(words), cells};
}

std::string sheet_of(std::string_view rows) {
    return opening("worksheet") + std::string(rows) + closing("worksheet");
}

}  // namespace

std::vector<HostileFile> liars() {
    return {
        with_sheet("outside file as an entity",
                   "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" +
                       sheet_of("<sheetData><row><c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData>"),
                   "doctype-refused", "(a DOCTYPE)"),
        with_sheet("outside address as a parameter entity",
                   "<!DOCTYPE s [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'>%x;]>" + sheet_of(""), "doctype-refused",
                   "(a DOCTYPE)"),
        with_sheet("outside file as the DOCTYPE", "<!DOCTYPE s SYSTEM 'file:///dev/random'>" + sheet_of(""),
                   "doctype-refused", "(a DOCTYPE)"),
        with_sheet("include of an outside file",
                   sheet_of("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' "
                            "parse='text'/><sheetData><row><c><v>1</v></c></row></sheetData>"),
                   "", "", 1),
        with_sheet("A1 and XFD1048576 only",
                   sheet_of("<dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row "
                            "r='1048576'><c r='XFD1048576'><v>2</v></c></row></sheetData>"),
                   "", "", 2),
        with_sheet("one row below the last", sheet_of("<sheetData><row r='1048577'/></sheetData>"), "file-damaged",
                   "A row has a number that no row can have."),
        with_sheet("one column beyond the last", sheet_of("<sheetData><row><c r='XFE1'><v>1</v></c></row></sheetData>"),
                   "file-damaged", "A cell has an address that no cell can have."),
        with_sheet("a cell behind the last column",
                   sheet_of("<sheetData><row><c r='XFD1'><v>1</v></c><c><v>1</v></c></row></sheetData>"),
                   "file-damaged", "A row has more cells than a sheet has columns."),
        with_sheet("a row behind the last", sheet_of("<sheetData><row r='1048576'/><row/></sheetData>"), "file-damaged",
                   "It has more rows than a sheet can have."),
        with_links("sheet that is the workbook", "xl/_rels/workbook.xml.rels", {{"worksheet", "workbook.xml"}},
                   "file-damaged", "What should be a sheet is something else."),
        with_links("sheet that is its own relationships", "xl/_rels/workbook.xml.rels",
                   {{"worksheet", "_rels/workbook.xml.rels"}}, "file-damaged",
                   "What should be a sheet is something else."),
        with_links("shared texts that are the sheet", "xl/_rels/workbook.xml.rels",
                   {{"worksheet", "worksheets/sheet1.xml"}, {"sharedStrings", "worksheets/sheet1.xml"}}, "", "", 1),
        with_links("workbook that is the package's relationships", "_rels/.rels", {{"officeDocument", "_rels/.rels"}},
                   "format-not-read", "The file is not an Excel workbook."),
        with_links("workbook that is a sheet", "_rels/.rels", {{"officeDocument", "xl/worksheets/sheet1.xml"}},
                   "format-not-read", "The file is not an Excel workbook."),
        with_links("sheet whose relationships lead back", "xl/worksheets/_rels/sheet1.xml.rels",
                   {{"worksheet", "sheet1.xml"}, {"table", "../workbook.xml"}, {"officeDocument", "../workbook.xml"}},
                   "", "", 1),
        with_links("sheet outside the package", "xl/_rels/workbook.xml.rels",
                   {{"worksheet", "../../../../../../etc/passwd"}}, "file-damaged",
                   "A part that its other parts name is missing."),
        with_links("workbook that is nowhere", "_rels/.rels", {{"officeDocument", "xl/nowhere.xml"}}, "file-damaged",
                   "A part that its other parts name is missing."),
    };
}

}  // namespace panelbook::tests

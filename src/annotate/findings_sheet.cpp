#include "findings_sheet.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "xml_text.hpp"

namespace panelbook::annotate {

namespace {

constexpr std::array<std::string_view, 8> headings = {"Severity",      "Rule",  "Sheet",    "Cell",
                                                      "What is wrong", "Found", "Expected", "What to do"};
constexpr std::array<int, 8> widths = {10, 24, 22, 8, 70, 24, 24, 60};

std::string text_cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
    // A text from a file is only ever a typed string. Excel holds at most 32,767 characters.
    constexpr std::size_t longest = 8000;
    std::size_t end = std::min(text.size(), longest);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                       to_a1({row, column}), escaped(text.substr(0, end)));
}

std::string quoted_sheet(const std::string& name) {
    std::string quoted = "'";
    for (const char c : name) quoted += c == '\'' ? "''" : std::string(1, c);
    return quoted + "'";
}

std::string capital(std::string_view word) {
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

std::string sheet_xml(const Findings& findings, const std::string& file, const std::set<std::string>& sheets,
                      bool strict, const std::string& above) {
    std::string columns;
    for (std::size_t i = 0; i < widths.size(); ++i)
        columns += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, widths[i]);
    std::string rows;
    std::string links;
    std::uint32_t row = 0;
    if (!above.empty()) {
        rows += fmt::format("<row r=\"1\">{}</row>", text_cell(0, 0, above));
        row = 2;
    }
    std::string cells;
    for (std::size_t i = 0; i < headings.size(); ++i)
        cells += text_cell(row, static_cast<std::uint32_t>(i), headings[i]);
    rows += fmt::format("<row r=\"{}\">{}</row>", row + 1, cells);
    for (const Finding& finding : findings) {
        ++row;
        const std::string place = finding.where.cell ? to_a1(*finding.where.cell) : std::string();
        const std::array<std::string, 8> texts = {capital(to_word(finding.severity)),
                                                  finding.rule,
                                                  finding.where.sheet,
                                                  place,
                                                  finding.message,
                                                  finding.found,
                                                  finding.expected,
                                                  finding.remedy};
        cells.clear();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (!texts[i].empty()) cells += text_cell(row, static_cast<std::uint32_t>(i), texts[i]);
        }
        rows += fmt::format("<row r=\"{}\">{}</row>", row + 1, cells);
        if (finding.where.file != file || !sheets.contains(finding.where.sheet)) continue;
        links += fmt::format("<hyperlink ref=\"{}\" location=\"{}!{}\" display=\"Go to the cell\"/>",
                             to_a1({row, place.empty() ? 2u : 3u}), escaped(quoted_sheet(finding.where.sheet)),
                             place.empty() ? "A1" : place);
    }
    if (findings.empty())
        rows += fmt::format("<row r=\"{}\">{}</row>", row + 2, text_cell(row + 1, 0, "Nothing is wrong."));
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
        "xmlns=\"{}\"><cols>{}</cols><sheetData>{}"
        "</sheetData>{}</worksheet>",
        strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
               : "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        columns, rows, links.empty() ? "" : "<hyperlinks>" + links + "</hyperlinks>");
}

}  // namespace

std::string findings_sheet(const Findings& findings, const std::string& file, const std::set<std::string>& sheets,
                           bool strict) {
    return sheet_xml(findings, file, sheets, strict, "");
}

std::vector<write::PackagePart> findings_workbook(const Findings& findings, const std::string& why) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return {
        {"[Content_Types].xml",
         head +
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
             "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
             "PartName=\"/xl/workbook.xml\" ContentType=\"" +
             main + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + main +
             "worksheet+xml\"/></Types>"},
        {"_rels/.rels", head +
                            "<Relationships "
                            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                            "Id=\"rId1\" Type=\"" +
                            types + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + types +
             "\"><sheets><sheet name=\"Findings\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head +
             "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
             "Id=\"rId1\" Type=\"" +
             types + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", sheet_xml(findings, {}, {}, false, why)},
    };
}

std::string remark(const Finding& finding) {
    std::string text = fmt::format("{} ({}): {}", capital(to_word(finding.severity)), finding.rule, finding.message);
    if (!finding.expected.empty()) text += fmt::format("\nExpected: {}", finding.expected);
    if (!finding.remedy.empty()) text += "\n" + finding.remedy;
    return text;
}

}  // namespace panelbook::annotate

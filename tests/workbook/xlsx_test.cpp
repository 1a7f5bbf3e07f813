#include "panelbook/workbook/xlsx.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <ostream>

#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/workbook_builder.hpp"

#include "support/cells_text.hpp"
#include "support/package.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::cells_text;
using tests::PackagePart;
using tests::part_named;
using tests::rules_text;
using tests::xlsx_parts;
using tests::zip_bytes;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view strict_office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view strict_main_space = "http://purl.oclc.org/ooxml/spreadsheetml/main";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// A workbook of two sheets: a shared text and a date on one, a number on the other.
std::vector<PackagePart> two_sheets() {
    return xlsx_parts({{{"First", "<sheetData><row><c t='s'><v>0</v></c><c s='1'><v>41791</v></c></row></sheetData>"},
                        {"Second", "<sheetData><row><c><v>2</v></c></row></sheetData>"}},
                       "<si><t>Burglary</t></si>",
                       "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"});
}

Checked<Workbook> read(const std::vector<PackagePart>& parts, const Limits& limits = {}) {
    return read_workbook_bytes(zip_bytes(parts), "a.xlsx", limits);
}

std::string all_cells(const Workbook& workbook) {
    std::string text;
    for (const Sheet& sheet : workbook.sheets) text += sheet.name + ": " + cells_text(sheet) + "; ";
    return text;
}

/// A way of writing the same workbook that must be read the same.
struct SameWorkbook {
    const char* name;
    std::function<void(std::vector<PackagePart>&)> change;
};
std::ostream& operator<<(std::ostream& out, const SameWorkbook& same) {
    return out << same.name;
}

const std::vector<SameWorkbook> same_workbooks{
    {"as it is", [](std::vector<PackagePart>&) {}},
    {"deflated",
     [](std::vector<PackagePart>& parts) {
         for (PackagePart& part : parts) part.deflate = true;
     }},
    {"absolute targets",
     [](std::vector<PackagePart>& parts) {
         replace_all(part_named(parts, "_rels/.rels").bytes, "\"xl/", "\"/xl/");
         std::string& links = part_named(parts, "xl/_rels/workbook.xml.rels").bytes;
         replace_all(links, "Target=\"", "Target=\"/xl/");
     }},
    {"parts in other places",
     [](std::vector<PackagePart>& parts) {
         replace_all(part_named(parts, "_rels/.rels").bytes, "xl/workbook.xml", "book/the%20book.xml");
         part_named(parts, "xl/workbook.xml").name = "book/the book.xml";
         PackagePart& links = part_named(parts, "xl/_rels/workbook.xml.rels");
         links.name = "book/_rels/the book.xml.rels";
         replace_all(links.bytes, "Target=\"", "Target=\"../xl/");
     }},
    {"names in another case",
     [](std::vector<PackagePart>& parts) { part_named(parts, "xl/sharedStrings.xml").name = "xl/SharedStrings.xml"; }},
    {"strict",
     [](std::vector<PackagePart>& parts) {
         for (PackagePart& part : parts) {
             replace_all(part.bytes, office, strict_office);
             replace_all(part.bytes, main_space, strict_main_space);
         }
     }},
    {"prefixed",
     [](std::vector<PackagePart>& parts) {
         std::string& sheet = part_named(parts, "xl/worksheets/sheet2.xml").bytes;
         sheet = "<x:worksheet xmlns:x='" + std::string(main_space) +
                 "'><x:sheetData><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>";
     }},
    {"tabs in another order than parts",
     [](std::vector<PackagePart>& parts) {
         std::swap(part_named(parts, "xl/worksheets/sheet1.xml").bytes,
                   part_named(parts, "xl/worksheets/sheet2.xml").bytes);
         std::string& links = part_named(parts, "xl/_rels/workbook.xml.rels").bytes;
         replace_all(links, "sheet1.xml", "sheetX.xml");
         replace_all(links, "sheet2.xml", "sheet1.xml");
         replace_all(links, "sheetX.xml", "sheet2.xml");
     }},
};

}  // namespace

BOOST_DATA_TEST_CASE(xlsx_reads_every_way_of_writing_it, same_workbooks, same) {
    std::vector<PackagePart> parts = two_sheets();
    same.change(parts);
    const Checked<Workbook> taken = read(parts);
    BOOST_TEST(rules_text(taken.findings) == "");
    BOOST_TEST(all_cells(taken.value) == "First: A1 text Burglary, B1 date 2014-06-01; Second: A1 number 2; ");
}

BOOST_AUTO_TEST_CASE(xlsx_counts_dates_from_1904_where_the_workbook_says_so) {
    const std::string rows = "<row><c s='0'><v>40329</v></c></row>";
    const std::string styles = "<cellXfs><xf numFmtId='14'/></cellXfs>";
    for (const char* said : {"<workbookPr date1904='1'/>", "<workbookPr date1904='true'/>"}) {
        const Checked<Workbook> taken = read_workbook_bytes(tests::xlsx_of_rows(rows, "", styles, said), "a.xlsx", {});
        BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 date 2014-06-01");
    }
    const Checked<Workbook> taken =
        read_workbook_bytes(tests::xlsx_of_rows(rows, "", styles, "<workbookPr date1904='0'/>"), "a.xlsx", {});
    BOOST_TEST(cells_text(taken.value.sheets.front()) == "A1 date 2010-05-31");
}

BOOST_AUTO_TEST_CASE(xlsx_tells_which_sheets_are_hidden_and_leaves_out_tabs_without_cells) {
    std::vector<PackagePart> parts =
        xlsx_parts({{{"Shown", ""}, {"Hidden", ""}, {"Very hidden", ""}, {"Chart", ""}, {"Module", ""}}});
    std::string& book = part_named(parts, "xl/workbook.xml").bytes;
    replace_all(book, "name=\"Hidden\"", "name=\"Hidden\" state=\"hidden\"");
    replace_all(book, "name=\"Very hidden\"", "name=\"Very hidden\" state=\"veryHidden\"");
    replace_all(book, "r:id=\"rId5\"", "r:id=\"\"");
    std::string& links = part_named(parts, "xl/_rels/workbook.xml.rels").bytes;
    replace_all(links, "worksheet\" Target=\"worksheets/sheet4.xml", "chartsheet\" Target=\"worksheets/sheet4.xml");
    const Checked<Workbook> taken = read(parts);
    BOOST_TEST_REQUIRE(taken.value.sheets.size() == 3u);
    BOOST_TEST((taken.value.sheets[0].visibility == Visibility::visible));
    BOOST_TEST((taken.value.sheets[1].visibility == Visibility::hidden));
    BOOST_TEST((taken.value.sheets[2].visibility == Visibility::very_hidden));
}

BOOST_AUTO_TEST_CASE(xlsx_reads_a_workbook_without_texts_and_styles) {
    std::vector<PackagePart> parts = xlsx_parts({{{"S", "<sheetData><row><c><v>1</v></c></row></sheetData>"}}});
    std::erase_if(parts, [](const PackagePart& part) {
        return part.name == "xl/styles.xml" || part.name == "xl/sharedStrings.xml";
    });
    BOOST_TEST(all_cells(read(parts).value) == "S: A1 number 1; ");
}

BOOST_AUTO_TEST_CASE(xlsx_warns_of_macros_and_links) {
    std::vector<PackagePart> parts = two_sheets();
    parts.push_back({"xl/vbaProject.bin", "macro"});
    replace_all(part_named(parts, "xl/_rels/workbook.xml.rels").bytes, "</Relationships>",
                "<Relationship Id=\"rIdE\" Type=\"" + std::string(office) +
                    "/externalLink\" Target=\"externalLinks/externalLink1.xml\"/></Relationships>");
    const Checked<Workbook> taken = read(parts);
    BOOST_TEST(rules_text(taken.findings) == "warning macros-not-run, warning links-not-followed");
    BOOST_TEST(taken.value.sheets.size() == 2u);
}

namespace {

struct RefusedWorkbook {
    const char* name;
    std::function<void(std::vector<PackagePart>&)> change;
    const char* rule;
    const char* message;  // the end of it
};
std::ostream& operator<<(std::ostream& out, const RefusedWorkbook& refused) {
    return out << refused.name;
}

void drop(std::vector<PackagePart>& parts, std::string_view name) {
    std::erase_if(parts, [name](const PackagePart& part) { return part.name == name; });
}

const std::vector<RefusedWorkbook> refused_workbooks{
    {"no relationships", [](std::vector<PackagePart>& parts) { drop(parts, "_rels/.rels"); }, "file-damaged",
     "It does not say which of its parts is the workbook."},
    {"a plain zip",
     [](std::vector<PackagePart>& parts) {
         parts = {{"a.xlsx", "x"}};
     },
     "format-not-read", "The file is a zip file, not a workbook."},
    {"no workbook part", [](std::vector<PackagePart>& parts) { drop(parts, "xl/workbook.xml"); }, "file-damaged",
     "A part that its other parts name is missing."},
    {"no sheet part", [](std::vector<PackagePart>& parts) { drop(parts, "xl/worksheets/sheet2.xml"); }, "file-damaged",
     "A part that its other parts name is missing."},
    {"no link to a sheet", [](std::vector<PackagePart>& parts) { drop(parts, "xl/_rels/workbook.xml.rels"); },
     "file-damaged", "A sheet of it is missing."},
    {"no sheets",
     [](std::vector<PackagePart>& parts) {
         part_named(parts, "xl/workbook.xml").bytes = "<workbook xmlns='" + std::string(main_space) + "'/>";
     },
     "file-empty", "There is no sheet with cells in the workbook."},
    {"nothing but tabs without cells",
     [](std::vector<PackagePart>& parts) {
         replace_all(part_named(parts, "xl/_rels/workbook.xml.rels").bytes, "/worksheet\"", "/chartsheet\"");
     },
     "file-empty", "There is no sheet with cells in the workbook."},
    {"a sheet that is none",
     [](std::vector<PackagePart>& parts) {
         part_named(parts, "xl/worksheets/sheet1.xml").bytes = "<worksheet xmlns='http://x'/>";
     },
     "file-damaged", "What should be a sheet is something else."},
    {"a Word document",
     [](std::vector<PackagePart>& parts) {
         part_named(parts, "xl/workbook.xml").bytes = "<w:document xmlns:w='http://w'/>";
     },
     "format-not-read", "The file is a Word document, not a workbook."},
    {"a presentation",
     [](std::vector<PackagePart>& parts) {
         part_named(parts, "xl/workbook.xml").bytes = "<p:presentation xmlns:p='http://p'/>";
     },
     "format-not-read", "The file is a PowerPoint presentation, not a workbook."},
    {"something else",
     [](std::vector<PackagePart>& parts) {
         part_named(parts, "xl/workbook.xml").bytes = "<VisioDocument xmlns='http://v'/>";
     },
     "format-not-read", "The file is not an Excel workbook."},
    {"a binary workbook",
     [](std::vector<PackagePart>& parts) {
         replace_all(part_named(parts, "_rels/.rels").bytes, "workbook.xml", "workbook.bin");
     },
     "format-not-read", "The file is a binary workbook (.xlsb), which is not read."},
    {"a doctype in a part that is not read",
     [](std::vector<PackagePart>& parts) {
         parts.push_back({"docProps/app.xml", "<!DOCTYPE x><x/>"});
     },
     "doctype-refused", "A part of the file defines words of its own (a DOCTYPE), which no workbook needs."},
    {"a wrong check sum in a part that is not read",
     [](std::vector<PackagePart>& parts) { parts.push_back({.name = "docProps/app.xml", .bytes = "<x/>", .crc = 9}); },
     "file-damaged", "The check sum of a part is wrong: it was changed on its way."},
};

}  // namespace

BOOST_DATA_TEST_CASE(xlsx_refuses_with_a_reason, refused_workbooks, refused) {
    std::vector<PackagePart> parts = two_sheets();
    refused.change(parts);
    const Checked<Workbook> taken = read(parts);
    BOOST_TEST(taken.value.sheets.empty());
    BOOST_TEST_REQUIRE(taken.findings.size() == 1u);
    const Finding& finding = taken.findings.front();
    BOOST_TEST(finding.rule == refused.rule);
    BOOST_TEST_INFO(finding.message);
    BOOST_TEST(finding.message.ends_with(refused.message));
    BOOST_TEST(!finding.remedy.empty());
}

BOOST_AUTO_TEST_CASE(xlsx_counts_its_sheets) {
    Limits limits;
    limits.sheets = 1;
    const Checked<Workbook> taken = read(two_sheets(), limits);
    BOOST_TEST(rules_text(taken.findings) == "error limit-hit");
    BOOST_TEST(taken.findings.front().message ==
               "The file goes beyond the limit of 1 sheets (sheets), so nothing of it was taken.");
}

BOOST_AUTO_TEST_CASE(xlsx_counts_cells_over_all_sheets) {
    Limits limits;
    limits.cells = 2;
    BOOST_TEST(rules_text(read(two_sheets(), limits).findings) == "error limit-hit Second!A1");
}

namespace {

Checked<CellsRead> read_besides_cells(const std::vector<PackagePart>& parts, const Limits& limits = {}) {
    WorkbookBuilder cells("a.xlsx");
    return read_cells_bytes(zip_bytes(parts), "a.xlsx", limits, cells);
}

}  // namespace

BOOST_AUTO_TEST_CASE(xlsx_gives_defined_names) {
    std::vector<PackagePart> parts = two_sheets();
    replace_all(part_named(parts, "xl/workbook.xml").bytes, "</sheets>",
                "</sheets><definedNames><definedName name='Crimes'>First!$A$1:&#36;B$9</definedName>"
                "<definedName name='_xlnm.Print_Area' localSheetId='1' hidden='1'>Second!$A$1</definedName>"
                "<definedName name='Lost' localSheetId='7'/></definedNames>");
    const Checked<CellsRead> read = read_besides_cells(parts);
    BOOST_TEST((read.value.names == std::vector<DefinedName>{{"Crimes", "", "First!$A$1:$B$9", false},
                                                             {"_xlnm.Print_Area", "Second", "Second!$A$1", true},
                                                             {"Lost", "", "", false}}));
    Limits limits;
    limits.names = 2;
    BOOST_TEST(rules_text(read_besides_cells(parts, limits).findings) == "error limit-hit");
    limits = {};
    limits.cell_characters = 14;
    BOOST_TEST(rules_text(read_besides_cells(parts, limits).findings) == "error limit-hit");
}

BOOST_AUTO_TEST_CASE(xlsx_gives_tables) {
    std::vector<PackagePart> parts = two_sheets();
    const std::string table = "<table xmlns='" + std::string(main_space) + "' id='1' ";
    parts.push_back({"xl/tables/table1.xml", table + "name='Table1' displayName='Offences' ref='A1:B9'/>"});
    parts.push_back({"xl/tables/table2.xml", table + "name='Table2' ref='nowhere'/>"});
    const auto link = [](const std::string& id, const std::string& target) {
        return "<Relationship Id='" + id + "' Type='" + std::string(office) + "/table' Target='" + target + "'/>";
    };
    parts.push_back({"xl/worksheets/_rels/sheet2.xml.rels",
                     "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" +
                         link("rId1", "../tables/table1.xml") + link("rId2", "../tables/table2.xml") +
                         link("rId3", "../tables/gone.xml") + "</Relationships>"});
    const Checked<CellsRead> read = read_besides_cells(parts);
    BOOST_TEST(read.value.whole);
    BOOST_TEST((read.value.tables == std::vector<NamedTable>{{"Offences", "Second", {{0, 0}, {8, 1}}}}));
}

BOOST_AUTO_TEST_SUITE_END()

#include "panelbook/annotate/annotate.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/package.hpp"
#include "support/sheet_text.hpp"
#include "support/workspace.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using tests::PackagePart;

namespace {

Finding finding_at(const char* sheet, const char* cell, Severity severity = Severity::error) {
    return {severity, "not-a-number", {"Return.xlsx", sheet, parse_a1(cell)}, "What?", "Type it.", "x", "a number"};
}

annotate::Annotated annotated(const std::vector<PackagePart>& parts, const Findings& findings) {
    return annotate::annotate(tests::zip_bytes(parts), "Return.xlsx", findings, workbook::Limits::normal());
}

std::string part(const annotate::Annotated& copy, const std::string& name) {
    for (const write::PackagePart& one : copy.parts) {
        if (one.name == name) return one.bytes;
    }
    return {};
}

bool holds(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

struct SheetCase {
    const char* name;
    const char* sheet;  // what is inside worksheet
    const char* cell;   // where something is found
    const char* words;  // what the sheet must hold then
};

std::ostream& operator<<(std::ostream& out, const SheetCase& one) {
    return out << one.name;
}

const SheetCase sheets[] = {
    {"a cell", "<sheetData><row r=\"2\"><c r=\"B2\"><v>5</v></c></row></sheetData>", "B2",
     "<c s=\"1\" r=\"B2\"><v>5</v></c>"},
    {"a cell between others", "<sheetData><row r=\"2\"><c r=\"A2\"/><c r=\"C2\"/></row></sheetData>", "B2",
     "<c r=\"A2\"/><c r=\"B2\" s=\"1\"/><c r=\"C2\"/>"},
    {"a cell at the end of a row", "<sheetData><row r=\"2\"><c r=\"A2\"/></row></sheetData>", "B2",
     "<c r=\"A2\"/><c r=\"B2\" s=\"1\"/></row>"},
    {"a row between others", "<sheetData><row r=\"1\"/><row r=\"3\"/></sheetData>", "B2",
     "<row r=\"1\"/><row r=\"2\"><c r=\"B2\" s=\"1\"/></row><row r=\"3\"/>"},
    {"a row that is empty", "<sheetData><row r=\"2\" ht=\"20\"/></sheetData>", "B2",
     "<row r=\"2\" ht=\"20\"><c r=\"B2\" s=\"1\"/></row>"},
    {"a sheet that is empty", "<sheetData/>", "B2", "<sheetData><row r=\"2\"><c r=\"B2\" s=\"1\"/></row></sheetData>"},
    {"cells without addresses", "<sheetData><row><c/><c><v>5</v></c></row></sheetData>", "B1",
     "<c/><c s=\"1\"><v>5</v></c>"},
    {"a cell in a comment is none", "<sheetData><!-- <row><c r=\"B2\"/></row> --></sheetData>", "B2",
     "--><row r=\"2\"><c r=\"B2\" s=\"1\"/></row></sheetData>"},
    {"the drawing stands before the tables",
     "<sheetData/><pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" "
     "header=\"1\" footer=\"1\"/><tableParts count=\"0\"/>",
     "B2", "r:id=\"rIdPanelbook2\"/><tableParts"},
};

constexpr const char* old_comments =
    "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Somebody</author>"
    "</authors><commentList><comment ref=\"A1\" "
    "authorId=\"0\"><text><t>Mine</t></text></comment></commentList></comments>";
constexpr const char* old_drawing =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape id=\"_x0000_s1030\"><br></v:shape></xml>";

/// A sheet with a comment at A1 already.
std::vector<PackagePart> with_a_comment() {
    auto parts = tests::xlsx_parts(
        {{{"Return",
           "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row></sheetData>"
           "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
           "r:id=\"rId9\"/>"}}});
    const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts.push_back({"xl/worksheets/_rels/sheet1.xml.rels",
                     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                     "<Relationship Id=\"rId8\" Type=\"" +
                         kinds +
                         "comments\" Target=\"../comments1.xml\"/>"
                         "<Relationship Id=\"rId9\" Type=\"" +
                         kinds +
                         "vmlDrawing\" Target=\"../drawings/one.vml\"/>"
                         "</Relationships>"});
    parts.push_back({"xl/comments1.xml", old_comments});
    parts.push_back({"xl/drawings/one.vml", old_drawing});
    return parts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(annotate)

BOOST_DATA_TEST_CASE(a_cell_is_filled_where_it_stands, data::make(sheets), one) {
    const auto parts = tests::xlsx_parts({{{"Return", one.sheet}}});
    const auto copy = annotated(parts, {finding_at("Return", one.cell)});
    BOOST_TEST(copy.why_not_a_copy == "");
    BOOST_TEST(holds(part(copy, "xl/worksheets/sheet1.xml"), one.words), part(copy, "xl/worksheets/sheet1.xml"));
    BOOST_TEST(holds(part(copy, "xl/comments1.xml"), std::string("ref=\"") + one.cell + "\""));
    BOOST_TEST(holds(part(copy, "xl/comments1.xml"), "Error (not-a-number): What?\nExpected: a number\nType it."));
}

BOOST_AUTO_TEST_CASE(the_copy_is_a_workbook_that_reads_the_same_with_a_sheet_of_findings) {
    const tests::Folder folder("annotate");
    tests::write_workbook(
        "@sheet Return\nMonth\tCount\n2014-04\t12.5\n2014-05\t=B2*2|25\n\t4.5%\t#N/A\n@sheet Notes\nx\n",
        folder / "Return.xlsx");
    const std::string bytes = intake::read_file(folder / "Return.xlsx");
    const auto copy =
        panelbook::annotate::annotate(bytes, "Return.xlsx",
                                      {finding_at("Return", "B3"), finding_at("Return", "C4", Severity::warning),
                                       finding_at("Notes", "A1"), finding_at("Gone", "A1")},
                                      workbook::Limits::normal());
    const auto before = workbook::read_workbook_bytes(bytes, "Return.xlsx", workbook::Limits::normal());
    const auto after =
        workbook::read_workbook_bytes(write::package_bytes(copy.parts), "Return.xlsx", workbook::Limits::normal());
    BOOST_TEST(after.findings.empty());
    BOOST_REQUIRE(after.value.sheets.size() == 3u);
    for (std::size_t sheet = 0; sheet < 2; ++sheet) {
        const auto& old_cells = before.value.sheets[sheet].cells;
        const auto& new_cells = after.value.sheets[sheet].cells;
        BOOST_REQUIRE(old_cells.size() == new_cells.size());
        for (std::size_t i = 0; i < old_cells.size(); ++i) {
            BOOST_TEST((old_cells[i].at == new_cells[i].at && old_cells[i].value == new_cells[i].value &&
                        old_cells[i].formula == new_cells[i].formula &&
                        old_cells[i].percent_format == new_cells[i].percent_format));
        }
    }
    const workbook::Sheet& findings = after.value.sheets[2];
    BOOST_TEST(findings.name == "Findings");
    BOOST_TEST(findings.text_at({0, 4}) == "What is wrong");
    BOOST_TEST(findings.text_at({2, 0}) == "Warning");
    BOOST_TEST(findings.text_at({1, 3}) == "B3");
    BOOST_TEST(holds(part(copy, "xl/worksheets/sheet3.xml"), "<hyperlink ref=\"D2\" location=\"'Return'!B3\""));
    BOOST_TEST(!holds(part(copy, "xl/worksheets/sheet3.xml"), "'Gone'"));
}

BOOST_AUTO_TEST_CASE(comments_that_are_there_stay_and_new_ones_join_them) {
    const auto copy = annotated(with_a_comment(), {finding_at("Return", "A1"), finding_at("Return", "B1")});
    const std::string comments = part(copy, "xl/comments1.xml");
    BOOST_TEST(holds(comments, "<comment ref=\"A1\" authorId=\"0\"><text><t>Mine</t></text></comment>"));
    BOOST_TEST(holds(comments, "<author>Somebody</author><author>Panelbook</author>"));
    BOOST_TEST(holds(comments, "<comment ref=\"B1\" authorId=\"1\">"));
    BOOST_TEST(comments.find("ref=\"A1\"") == comments.rfind("ref=\"A1\""));
    const std::string drawing = part(copy, "xl/drawings/one.vml");
    BOOST_TEST(holds(drawing, "<v:shape id=\"_x0000_s1030\"><br></v:shape>"));
    BOOST_TEST(holds(drawing, "id=\"_x0000_s1031\""));
    BOOST_TEST(holds(part(copy, "xl/worksheets/sheet1.xml"), "<c s=\"1\" r=\"A1\">"));
}

BOOST_AUTO_TEST_CASE(a_name_that_is_taken_is_not_taken_again) {
    const auto copy = annotated(tests::xlsx_parts({{{"Findings", "<sheetData/>"}}}), {});
    BOOST_TEST(holds(part(copy, "xl/workbook.xml"), "name=\"Findings 2\""));
    BOOST_TEST(holds(part(copy, "xl/worksheets/sheet2.xml"), "Nothing is wrong."));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_added_to_gives_the_list_alone) {
    auto signed_parts = tests::xlsx_parts({{{"Return", "<sheetData/>"}}});
    signed_parts.push_back({"_xmlsignatures/sig1.xml", "<Signature/>"});
    const auto copy = annotated(signed_parts, {finding_at("Return", "A1")});
    BOOST_TEST(holds(copy.why_not_a_copy, "is signed"));
    for (const std::string& bytes :
         {write::package_bytes(copy.parts),
          write::package_bytes(
              panelbook::annotate::annotate("Month,Count\n", "a.csv", {}, workbook::Limits::normal()).parts)}) {
        const auto list = workbook::read_workbook_bytes(bytes, "list.xlsx", workbook::Limits::normal());
        BOOST_TEST(list.findings.empty());
        BOOST_TEST(list.value.sheets.front().text_at({0, 0}).starts_with("Findings for "));
    }
    BOOST_TEST(
        holds(panelbook::annotate::annotate("PK damaged", "a.xlsx", {}, workbook::Limits::normal()).why_not_a_copy,
              "cannot be read"));
}

BOOST_AUTO_TEST_CASE(a_rejected_workbook_goes_back_with_its_findings_until_it_is_read) {
    tests::Workspace office;
    office.send("Burglaries June.xlsx", "@sheet Other\nMonth\tArea\tCount\n2014-04\tCity\t5\n");
    BOOST_TEST(office.run().exit_code == 1);
    std::vector<std::string> beside;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(office.path() / "rejected")) {
        if (!entry.path().filename().string().ends_with(".annotated.xlsx")) continue;
        const auto copy = workbook::read_workbook(entry.path(), "copy.xlsx", workbook::Limits::normal());
        BOOST_REQUIRE(copy.value.sheets.size() == 2u);
        BOOST_TEST(holds(copy.value.sheets[1].text_at({1, 1}), "not-found"));
        beside.push_back(entry.path().string());
    }
    BOOST_TEST(beside.size() == 1u);
    BOOST_TEST(office.files_in("rejected") == 3u);
    office.write_plan(
        "@records Sources\nsource: other\norganisation: Other\nfile pattern: Other*.xlsx\nlayout: list\n");
    office.run();
    BOOST_TEST(office.files_in("rejected") == 3u);
}

BOOST_AUTO_TEST_CASE(the_file_itself_is_never_written_over) {
    const tests::Folder folder("annotate");
    tests::write_workbook("@sheet Return\nMonth\tCount\n2014-04\t#N/A\n", folder / "Return.xlsx");
    const std::string file = (folder / "Return.xlsx").string();
    const std::string bytes = intake::read_file(file);
    std::ostringstream out;
    std::ostringstream err;
    BOOST_TEST(cli::execute({"check", file, "--annotate", (folder / "./Return.xlsx").string()}, {out, err}) == 2);
    BOOST_TEST(holds(err.str(), "is the file itself"));
    std::filesystem::create_hard_link(file, folder / "link.xlsx");
    BOOST_TEST(cli::execute({"check", file, "--annotate", (folder / "link.xlsx").string()}, {out, err}) == 2);
    BOOST_TEST(cli::execute({"check", file, "--annotate", (folder / "copy.xls").string()}, {out, err}) == 2);
    BOOST_TEST(cli::execute({"check", file, file, "--annotate", (folder / "copy.xlsx").string()}, {out, err}) == 2);
    BOOST_TEST(cli::execute({"check", file, "--annotate", (folder / "copy.xlsx").string()}, {out, err}) == 1);
    BOOST_TEST(holds(out.str(), "Copy with comments: "));
    BOOST_TEST(std::filesystem::exists(folder / "copy.xlsx"));
    BOOST_TEST(intake::read_file(file) == bytes);
}

BOOST_AUTO_TEST_SUITE_END()

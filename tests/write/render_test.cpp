#include "panelbook/write/render.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "panelbook/core/errors.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/sample_report.hpp"
#include "support/zip_parts.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::write;

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The sample report, written once for all tests.
struct Written {
    tests::Folder folder{"write-render"};
    std::filesystem::path path = folder / "dashboard.xlsx";
    std::map<std::string, std::string> parts;
    workbook::Workbook book;

    Written() {
        render(tests::sample_report(), path);
        for (const tests::ZipPart& part : tests::read_zip(path)) parts[part.name] = part.bytes;
        book = workbook::read_workbook(path, "dashboard.xlsx", workbook::Limits{}).value;
    }
};

const Written& written() {
    static const Written once;
    return once;
}

const workbook::Sheet& sheet(const std::string& name) {
    const workbook::Sheet* found = written().book.sheet(name);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no sheet " << name);
    return *found;
}

/// The first cell of a sheet that holds this text.
CellRef place_of(const workbook::Sheet& sheet, const std::string& text) {
    for (const Cell& cell : sheet.cells)
        if (sheet.text_at(cell.at) == text) return cell.at;
    BOOST_FAIL("no cell " << text);
    return {};
}

std::string part(const std::string& name) {
    const auto found = written().parts.find(name);
    BOOST_REQUIRE_MESSAGE(found != written().parts.end(), "no part " << name);
    return found->second;
}

std::string between(const std::string& text, const std::string& open, const std::string& close) {
    const std::size_t begin = text.find(open);
    BOOST_REQUIRE_MESSAGE(begin != std::string::npos, "no " << open);
    return text.substr(begin, text.find(close, begin) - begin);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
    return found;
}

/// A report of one page with one paragraph.
report::Report one_paragraph(report::Item item) {
    report::Report report;
    report.title = "Dashboard";
    report.as_of = Date(2020, boost::gregorian::Sep, 29);
    report::Paragraphs prose;
    prose.items = {report.add(std::move(item))};
    report::Page page;
    page.name = "Summary";
    page.title = "Summary";
    page.blocks = {std::move(prose)};
    report.pages = {std::move(page)};
    return report;
}

BOOST_AUTO_TEST_SUITE(write)
BOOST_AUTO_TEST_SUITE(rendered)

BOOST_AUTO_TEST_CASE(the_same_report_gives_the_same_bytes) {
    const std::filesystem::path again = written().folder / "again.xlsx";
    render(tests::sample_report(), again);
    BOOST_TEST((bytes_of(again) == bytes_of(written().path)));
}

BOOST_AUTO_TEST_CASE(a_tile_shows_its_figures_and_its_live_formula) {
    const workbook::Sheet& dashboard = sheet("Dashboard");
    const CellRef label = place_of(dashboard, "Offending by 18 to 24 year olds, cohort\u00A0¹");
    BOOST_TEST(dashboard.text_at({label.row, label.column - 1}) == "▼ Improved");
    BOOST_TEST(dashboard.text_at({label.row, label.column + 2}) == "38");
    BOOST_TEST(dashboard.text_at({label.row, label.column + 3}) == "90");
    const Cell* change = dashboard.at({label.row, label.column + 4});
    BOOST_REQUIRE(change != nullptr);
    BOOST_TEST(change->formula);
    BOOST_TEST(change->percent_format);
    BOOST_TEST(std::get<double>(change->value) == 38.0 / 90 - 1, boost::test_tools::tolerance(1e-12));
    const std::string xml = part("xl/worksheets/sheet2.xml");
    const std::string address = to_a1(change->at);
    BOOST_TEST(contains(xml, "<c r=\"" + address + "\""));
    const CellRef now{label.row, label.column + 2};
    const std::string absolute = "$" + column_letters(now.column + 1) + "$" + std::to_string(now.row + 1);
    BOOST_TEST(contains(xml, "<f>IF(" + absolute + "=0,\"NA\","));
}

BOOST_AUTO_TEST_CASE(a_missing_figure_is_words_never_nought) {
    const workbook::Sheet& dashboard = sheet("Dashboard");
    const CellRef label = place_of(dashboard, "First-time entrants to the criminal justice system aged 10 to 17");
    BOOST_TEST(dashboard.text_at({label.row, label.column + 2}) == "NA");
    BOOST_TEST(dashboard.text_at({label.row, label.column + 4}) == "NA");
}

BOOST_AUTO_TEST_CASE(a_sentence_and_a_comment_are_text_with_what_they_say) {
    const workbook::Sheet& dashboard = sheet("Dashboard");
    place_of(dashboard, "634 out of 1,883 re-offended in the last 12 months");
    place_of(dashboard, "1 No longer available nationally.\n2 Recorded only since April 2013.");
}

BOOST_AUTO_TEST_CASE(text_of_others_stays_text) {
    const workbook::Sheet& findings = sheet("Findings");
    const CellRef found = place_of(findings, "=1+1");
    BOOST_TEST(!findings.at(found)->formula);
    place_of(findings, "_x0041_");
    place_of(findings, "https://example.org/ is text, not a link");
    for (const auto& [name, bytes] : written().parts) BOOST_TEST(!contains(bytes, "TargetMode=\"External\""), name);
}

BOOST_AUTO_TEST_CASE(charts_name_their_cells_and_cache_what_they_hold) {
    // Two exceptions have two charts each; the fifth is the first of the page "3 Crime": all crime.
    const std::string chart = part("xl/charts/chart5.xml");
    const std::string values = between(chart, "<c:v>All crime</c:v>", "</c:ser>");
    BOOST_TEST(contains(values, "<c:f>'Q1'!$B$6:$B$50</c:f>"));
    BOOST_TEST(contains(values, "<c:f>'Q1'!$C$6:$C$50</c:f>"));
    BOOST_TEST(contains(values, "<c:pt idx=\"0\"><c:v>42644</c:v></c:pt>"));
    BOOST_TEST(contains(values, "<c:pt idx=\"44\"><c:v>7900</c:v></c:pt>"));
    // The limits are formulas.
    const std::string lower = between(chart, "<c:v>Lower limit</c:v>", "</c:ser>");
    BOOST_TEST(count(lower, "<c:v>5857</c:v>") == 45U);
}

BOOST_AUTO_TEST_CASE(a_missing_point_is_a_gap) {
    const std::string chart = part("xl/charts/chart6.xml");
    BOOST_TEST(contains(chart, "<c:dispBlanksAs val=\"gap\"/>"));
    BOOST_TEST(contains(chart, "<c:plotVisOnly val=\"0\"/>"));
    const std::string exceptions = between(chart, "<c:v>Above the upper limit</c:v>", "</c:ser>");
    const std::string cache = exceptions.substr(exceptions.find("<c:val>"));
    BOOST_TEST(contains(cache, "<c:ptCount val=\"45\"/><c:pt idx=\"44\"><c:v>951</c:v></c:pt></c:numCache>"));
}

BOOST_AUTO_TEST_CASE(a_reset_breaks_the_limits) {
    const std::string chart = part("xl/charts/chart7.xml");
    BOOST_TEST(count(chart, "<c:v>Mean</c:v>") == 2U);
    BOOST_TEST(contains(chart, "<c:dateAx>"));
    BOOST_TEST(contains(chart, "<c:majorUnit val=\"6\"/><c:majorTimeUnit val=\"months\"/>"));
}

BOOST_AUTO_TEST_CASE(labels_keep_clear_of_the_scale_and_on_one_line) {
    const std::string chart = part("xl/charts/chart5.xml");
    BOOST_TEST(
        contains(between(chart, "<c:dLbl><c:idx val=\"2\"/><c:layout/>", "</c:dLbl>"), "<c:dLblPos val=\"r\"/>"));
    BOOST_TEST(
        contains(between(chart, "<c:dLbl><c:idx val=\"21\"/><c:layout/>", "</c:dLbl>"), "<c:dLblPos val=\"t\"/>"));
    BOOST_TEST(contains(between(chart, "<c:v>Mean</c:v>", "<c:cat>"), "<a:bodyPr wrap=\"none\"/>"));
    BOOST_TEST(contains(chart, "<a:t>Mean 7297</a:t>"));
}

BOOST_AUTO_TEST_CASE(a_sheet_name_with_an_apostrophe_is_quoted) {
    const std::string comparator = part("xl/charts/chart2.xml");
    BOOST_TEST(contains(comparator, "<c:f>'Panel''s years'!$A$7:$A$9</c:f>"));
    BOOST_TEST(contains(comparator, "<c:strCache><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>Apr</c:v></c:pt>"));
    // Q1 alone would be a cell.
    BOOST_TEST(contains(part("xl/workbook.xml"), ">'Q1'!$5:$5<"));
}

BOOST_AUTO_TEST_CASE(charts_have_words_for_who_cannot_see_them) {
    const std::string drawing = part("xl/drawings/drawing2.xml");
    BOOST_TEST(contains(drawing, "descr=\"Line chart of All crime by month, October 2016 to June 2020.\""));
}

BOOST_AUTO_TEST_CASE(sums_over_a_column_of_a_table) {
    const workbook::Sheet& summary = sheet("Summary");
    const CellRef all = place_of(summary, "All measures");
    const Cell* sum = summary.at({all.row, 1});
    BOOST_REQUIRE(sum != nullptr);
    BOOST_TEST(sum->formula);
    BOOST_TEST(std::get<double>(sum->value) == 5.0);
}

BOOST_AUTO_TEST_CASE(links_lead_to_what_they_speak_of) {
    const std::string summary = part("xl/worksheets/sheet1.xml");
    BOOST_TEST(contains(summary, "location=\"'3 Crime'!F"));
    BOOST_TEST(contains(part("xl/worksheets/sheet4.xml"), "location=\"'Summary'!A1\""));
    BOOST_TEST(!contains(summary, "'Summary'!A1"));
}

BOOST_AUTO_TEST_CASE(pages_are_set_up_for_paper) {
    const std::string dashboard = part("xl/worksheets/sheet2.xml");
    BOOST_TEST(contains(dashboard, "paperSize=\"8\""));
    BOOST_TEST(contains(dashboard, "fitToPage=\"1\""));
    BOOST_TEST(contains(dashboard, "showGridLines=\"0\""));
    const std::string crime = part("xl/worksheets/sheet4.xml");
    BOOST_TEST(contains(crime, "paperSize=\"9\""));
    BOOST_TEST(contains(crime, "<rowBreaks count=\"1\""));
    BOOST_TEST(contains(crime, "Page &amp;P of &amp;N"));
    // Not fitted: Excel passes over page breaks then.
    BOOST_TEST(!contains(crime, "fitToPage"));
    place_of(sheet("Findings"), "Not for publication");
    BOOST_TEST(contains(part("xl/worksheets/sheet7.xml"), "Not for publication"));
    BOOST_TEST(contains(part("xl/worksheets/sheet1.xml"), "tabSelected=\"1\""));
}

BOOST_AUTO_TEST_CASE(the_properties_say_whose_it_is) {
    const std::string core = part("docProps/core.xml");
    BOOST_TEST(contains(core, "<dc:title>Police and Crime Panel dashboard, Quarter 1 2020/21</dc:title>"));
    BOOST_TEST(contains(core, "<dc:creator>Office of the Police &amp; Crime Commissioner</dc:creator>"));
    BOOST_TEST(contains(core, "<dc:language>en-GB</dc:language>"));
    BOOST_TEST(contains(core, "2020-09-29T00:00:00Z"));
}

BOOST_AUTO_TEST_CASE(another_program_loads_it) {
    const std::string python = "/usr/bin/python3";
    if (std::system((python + " -c 'import openpyxl' 2>/dev/null").c_str()) != 0) {
        BOOST_TEST_MESSAGE("skipped: python3-openpyxl is not here");
        return;
    }
    const std::string script =
        "import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); "
        "assert len(b['3 Crime']._charts) == 5; assert b['Findings'].tables['Findings'].ref.startswith('A'); "
        "assert b.sheetnames[0] == 'Summary' and b.active.title == 'Summary'";
    BOOST_TEST(std::system((python + " -c \"" + script + "\" '" + written().path.string() + "'").c_str()) == 0);
}

BOOST_AUTO_TEST_CASE(characters_that_xml_cannot_hold_come_back) {
    const tests::Folder folder("write-render-text");
    render(one_paragraph({std::string("bell \x07, _x0041_, \xEF\xBF\xBF"), report::Role::sentence, {}, {}, {}}),
           folder / "one.xlsx");
    const auto read = workbook::read_workbook(folder / "one.xlsx", "one.xlsx", workbook::Limits{});
    BOOST_TEST(read.findings.empty());
    const workbook::Sheet* summary = read.value.sheet("Summary");
    BOOST_REQUIRE(summary != nullptr);
    const std::string last = std::get<std::string>(summary->cells.back().value);
    BOOST_TEST(contains(last, "_x0041_"));
}

BOOST_AUTO_TEST_CASE(a_formula_over_what_is_not_shown_is_refused) {
    report::Report report = one_paragraph({1.0, report::Role::sentence, {}, {}, {}});
    const report::ItemId hidden = report.add({2.0, report::Role::cell, {}, {}, {}});
    report.items[0].formula = report::Formula{"{0}", {hidden}};
    const tests::Folder folder("write-render-fault");
    BOOST_CHECK_THROW(render(report, folder / "one.xlsx"), WriteError);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_an_error) {
    const tests::Folder folder("write-render-fault");
    const report::Report report = one_paragraph({1.0, report::Role::sentence, {}, {}, {}});
    BOOST_CHECK_THROW(render(report, folder / "absent/one.xlsx"), WriteError);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace

#include "panelbook/workbook/workbook_builder.hpp"

#include <boost/test/unit_test.hpp>

#include "support/cells_text.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::cells_text;
using tests::rules_text;

BOOST_AUTO_TEST_SUITE(workbook)

BOOST_AUTO_TEST_CASE(builder_keeps_every_kind_of_value) {
    WorkbookBuilder builder("a.xlsx");
    builder.begin_sheet("S", Visibility::very_hidden);
    builder.cell({{0, 0}, 12.5, false, true});
    builder.cell({{0, 1}, true, true});
    builder.cell({{0, 2}, std::string_view("Burglary")});
    builder.cell({{1, 0}, DateTime{Date(2014, 6, 1), 0.0}});
    builder.cell({{1, 1}, Elapsed{0.5}});
    builder.cell({{1, 2}, ErrorCodeView{"#N/A"}});
    builder.hidden_rows(3, 4);
    builder.hidden_columns(1, 1);
    builder.merged({{2, 0}, {2, 3}});
    builder.merged({{1, 0}, {1, 1}});
    builder.end_sheet();
    const Checked<Workbook> built = builder.take();
    BOOST_TEST(built.findings.empty());
    BOOST_TEST_REQUIRE(built.value.sheets.size() == 1u);
    const Sheet& sheet = built.value.sheets.front();
    BOOST_TEST(sheet.name == "S");
    BOOST_TEST((sheet.visibility == Visibility::very_hidden));
    BOOST_TEST(cells_text(sheet) ==
               "A1 number 12.5 %, B1 boolean TRUE =, C1 text Burglary, A2 date 2014-06-01, B2 time 12:00:00, "
               "C2 error #N/A");
    BOOST_TEST((sheet.hidden_rows == HiddenLines{3, 4}));
    BOOST_TEST((sheet.hidden_columns == HiddenLines{1}));
    BOOST_TEST((sheet.merged == std::vector<CellRange>{{{1, 0}, {1, 1}}, {{2, 0}, {2, 3}}}));
}

BOOST_AUTO_TEST_CASE(builder_orders_cells_and_names_those_given_twice) {
    WorkbookBuilder builder("a.xlsx");
    for (const char* name : {"First", "Second"}) {
        builder.begin_sheet(name, Visibility::visible);
        builder.cell({{1, 0}, 1.0});
        builder.cell({{0, 2}, 2.0});
        builder.cell({{1, 0}, 3.0});
        builder.end_sheet();
    }
    const Checked<Workbook> built = builder.take();
    BOOST_TEST(cells_text(built.value.sheets.front()) == "C1 number 2, A2 number 3");
    BOOST_TEST(rules_text(built.findings) == "warning duplicate-cell First!A2, warning duplicate-cell Second!A2");
    BOOST_TEST(built.findings.front().found == "1");
    BOOST_TEST(builder.take().value.sheets.empty());
}

BOOST_AUTO_TEST_SUITE_END()

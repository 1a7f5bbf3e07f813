#include "panelbook/core/cell.hpp"

#include <boost/test/unit_test.hpp>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/money.hpp"

using namespace panelbook;

BOOST_AUTO_TEST_SUITE(core)

BOOST_AUTO_TEST_CASE(a_cell_is_named_as_excel_names_it) {
    BOOST_TEST(to_a1({13, 2}) == "C14");
    BOOST_TEST(to_a1({0, 26}) == "AA1");
    BOOST_TEST(to_a1({1'048'575, 16'383}) == "XFD1048576");
    BOOST_TEST((parse_a1("$C$14") == CellRef{13, 2}));
    BOOST_TEST((parse_a1("xfd1048576") == CellRef{1'048'575, 16'383}));
    for (const char* text : {"", "C", "14", "C0", "XFE1", "A1048577", "C14x", "$$C1", "ABCD1"}) {
        BOOST_TEST(!parse_a1(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_CASE(a_value_is_written_as_a_person_would_type_it) {
    BOOST_TEST(to_text(CellValue{0.1}) == "0.1");
    BOOST_TEST(to_text(CellValue{15243.0}) == "15243");
    BOOST_TEST(to_text(CellValue{3000000.0}) == "3000000");
    BOOST_TEST(to_text(CellValue{0.00001}) == "0.00001");
    BOOST_TEST(to_text(CellValue{1e300}) == "1e+300");
    BOOST_TEST(to_text(CellValue{true}) == "TRUE");
    BOOST_TEST(to_text(CellValue{DateTime{Date(2014, 6, 1), 0.0}}) == "2014-06-01");
    BOOST_TEST(to_text(CellValue{DateTime{Date(2014, 6, 1), 0.5}}) == "2014-06-01 12:00:00");
    BOOST_TEST(to_text(CellValue{Elapsed{62.0 / 86400.0}}) == "00:01:02");
    BOOST_TEST(to_text(CellValue{CellError{"#N/A"}}) == "#N/A");
    BOOST_TEST(to_text(CellValue{}) == "");
}

BOOST_AUTO_TEST_CASE(a_finding_names_the_place_and_the_remedy) {
    const Finding finding{Severity::error,
                          "not-a-number",
                          {"a/Return.xlsx", "April data", CellRef{13, 2}},
                          "\"tbc\" is not a number.",
                          "Type the number, or leave the cell empty.",
                          "tbc",
                          "a number"};
    BOOST_TEST(to_text(finding) ==
               "error: a/Return.xlsx: 'April data'!C14: not-a-number\n"
               "  \"tbc\" is not a number. Type the number, or leave the cell empty.\n");
}

BOOST_AUTO_TEST_CASE(findings_are_listed_worst_first_then_by_place) {
    Findings findings = {{Severity::note, "b", {"1.xlsx", "", {}}, "", "", "", ""},
                         {Severity::error, "b", {"2.xlsx", "S", CellRef{10, 0}}, "", "", "", ""},
                         {Severity::error, "a", {"2.xlsx", "S", CellRef{2, 0}}, "", "", "", ""}};
    sort_findings(findings);
    BOOST_TEST(findings[0].rule == "a");
    BOOST_TEST(findings[1].rule == "b");
    BOOST_TEST(to_word(findings[2].severity) == "note");
    BOOST_TEST(any_error(findings));
}

BOOST_AUTO_TEST_CASE(money_is_whole_pence) {
    BOOST_TEST(pence_from_pounds(0.29)->count == 29);
    BOOST_TEST(pence_from_pounds(-0.125)->count == -13);
    BOOST_TEST(pence_from_pounds(17'920'000.0)->count == 1'792'000'000);
    BOOST_TEST(!pence_from_pounds(1e15).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

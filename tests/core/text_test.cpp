#include "panelbook/core/text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace panelbook;

BOOST_AUTO_TEST_SUITE(core)

BOOST_AUTO_TEST_CASE(labels_fold_case_spaces_and_footnote_marks_but_keep_their_own_digits) {
    BOOST_TEST(folded("  All\xC2\xA0 Crime\n") == "all crime");
    BOOST_TEST(folded_label("Burglary (1)") == "burglary");
    BOOST_TEST(folded_label("Burglary \xC2\xB9\xC2\xB2") == "burglary");
    BOOST_TEST(folded_label("Hate crime*:") == "hate crime");
    BOOST_TEST(folded_label("Jun-14 [p]") == "jun-14");
    BOOST_TEST(folded_label("Grade 1") == "grade 1");
    BOOST_TEST(folded_label("Violence (with injury)") == "violence (with injury)");
    BOOST_TEST(folded_label("()") == "()");
}

BOOST_AUTO_TEST_CASE(the_nearest_word_is_the_one_that_was_meant) {
    const std::vector<std::string> words = {"percent", "count", "rate", "seconds"};
    BOOST_TEST(nearest("precent", words) == "percent");
    BOOST_TEST(nearest("Counts", words) == "count");
    BOOST_TEST(nearest("percentage", words) == "percent");
    BOOST_TEST(nearest("kilometres", words) == "");
    BOOST_TEST(nearest("", words) == "");
    BOOST_TEST(nearest("b", std::vector<std::string>{"N"}) == "");
}

BOOST_AUTO_TEST_CASE(patterns_match_names_whatever_their_case) {
    BOOST_TEST(matches_pattern("Northshire*.xlsx", "northshire Q1 return.XLSX"));
    BOOST_TEST(matches_pattern("*", ""));
    BOOST_TEST(matches_pattern("a?c*", "abcd"));
    BOOST_TEST(!matches_pattern("Northshire*.xlsx", "Northshire.csv"));
    BOOST_TEST(!matches_pattern("", "x"));
}

BOOST_AUTO_TEST_CASE(only_whole_and_shortest_utf8_is_valid) {
    BOOST_TEST(valid_utf8("plain, \xC2\xA3 and \xF0\x9F\x98\x80"));
    BOOST_TEST(!valid_utf8("\xC3"));
    BOOST_TEST(!valid_utf8("\xC0\xAF"));
    BOOST_TEST(!valid_utf8("\xED\xA0\x80"));
    BOOST_TEST(!valid_utf8("\xF4\x90\x80\x80"));
    BOOST_TEST(!valid_utf8("\x80"));
}

BOOST_AUTO_TEST_CASE(split_trims_and_leaves_out_empty_parts) {
    const std::vector<std::string> expected = {"a", "b c"};
    BOOST_TEST(split(" a ,, b c , ", ',') == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

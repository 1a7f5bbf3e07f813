#include "panelbook/write/theme.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <set>
#include <vector>

namespace {

using namespace panelbook;
using namespace panelbook::write;
using Kind = report::NumberStyle::Kind;

struct NumberCase {
    const char* name;
    report::NumberStyle style;
    double value;
    const char* format;
    const char* text;
    friend std::ostream& operator<<(std::ostream& out, const NumberCase& one) { return out << one.name; }
};

const NumberCase number_cases[] = {
    {"count", {Kind::number, 0, false}, 15243, "#,##0;\"−\"#,##0", "15,243"},
    {"negative count", {Kind::number, 1, false}, -1234567.25, "#,##0.0;\"−\"#,##0.0", "−1,234,567.2"},
    {"percentage", {Kind::percent_points, 1, false}, 88.2, "#,##0.0\"%\";\"−\"#,##0.0\"%\"", "88.2%"},
    {"signed change", {Kind::fraction_percent, 1, true}, 0.158, "\"+\"#,##0.0%;\"−\"#,##0.0%;#,##0.0%", "+15.8%"},
    {"fall", {Kind::fraction_percent, 0, true}, -0.58, "\"+\"#,##0%;\"−\"#,##0%;#,##0%", "−58%"},
    {"points", {Kind::points, 0, true}, 2, "\"+\"#,##0\" pp\";\"−\"#,##0\" pp\";#,##0\" pp\"", "+2 pp"},
    {"pounds", {Kind::pounds, 2, false}, -1234.5, "\"£\"#,##0.00;\"−£\"#,##0.00", "−£1,234.50"},
    {"millions", {Kind::millions, 2, false}, 17.92, "\"£\"#,##0.00\"m\";\"−£\"#,##0.00\"m\"", "£17.92m"},
    {"as it is", {Kind::general, 0, false}, -0.5, "General;\"−\"General", "−0.5"},
};

constexpr double readable = 4.5;

const std::vector<Part> all_parts = {Part::title,       Part::subtitle,  Part::not_for_publication,
                                     Part::back_link,   Part::section,   Part::band,
                                     Part::tile_column, Part::tile_text, Part::table_heading,
                                     Part::caption,     Part::key_words, Part::next_step_heading,
                                     Part::next_step};
const std::vector<report::Role> all_roles = {
    report::Role::label,    report::Role::figure,       report::Role::reference,    report::Role::cell,
    report::Role::muted,    report::Role::large_figure, report::Role::large_better, report::Role::large_worse,
    report::Role::sentence, report::Role::comment,      report::Role::footnote,     report::Role::not_available};
const std::vector<report::Status::Tone> all_tones = {
    report::Status::Tone::better,    report::Status::Tone::worse,         report::Status::Tone::no_change,
    report::Status::Tone::attention, report::Status::Tone::not_available, report::Status::Tone::none};

std::vector<Look> all_looks() {
    std::vector<Look> looks;
    for (const auto part : all_parts) looks.push_back(look_of(part));
    for (const auto role : all_roles) looks.push_back(look_of(role));
    for (const auto tone : all_tones) looks.push_back(look_of(tone));
    return looks;
}

BOOST_AUTO_TEST_SUITE(write)
BOOST_AUTO_TEST_SUITE(looks)

BOOST_AUTO_TEST_CASE(contrast_agrees_with_the_published_extremes) {
    BOOST_TEST(contrast(0x000000, 0xFFFFFF) == 21.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(contrast(0x123456, 0x123456) == 1.0, boost::test_tools::tolerance(1e-9));
    // #767676 is the lightest grey that is readable on white.
    BOOST_TEST(contrast(0x767676, 0xFFFFFF) >= readable);
    BOOST_TEST(contrast(0x777777, 0xFFFFFF) < readable);
}

BOOST_AUTO_TEST_CASE(everything_written_is_readable) {
    for (const Look& look : all_looks())
        BOOST_TEST(contrast(look.colour, look.fill.value_or(colour::white)) >= readable);
}

BOOST_AUTO_TEST_CASE(marks_of_a_chart_stand_out) {
    // 3:1 is what WCAG 2.1 asks of graphics.
    for (const auto role : {report::ChartSeries::Role::values, report::ChartSeries::Role::centre,
                            report::ChartSeries::Role::limit, report::ChartSeries::Role::better_exception,
                            report::ChartSeries::Role::worse_exception, report::ChartSeries::Role::neutral_exception})
        BOOST_TEST(contrast(look_of(role).colour, colour::white) >= 3.0);
}

BOOST_AUTO_TEST_CASE(only_five_sizes) {
    const std::set<int> allowed = {22, 12, 10, 9, 8};
    for (const Look& look : all_looks()) BOOST_TEST(allowed.contains(look.size));
}

BOOST_DATA_TEST_CASE(numbers, boost::unit_test::data::make(number_cases), one) {
    BOOST_TEST(number_format(one.style) == one.format);
    BOOST_TEST(number_text(one.value, one.style) == one.text);
}

BOOST_AUTO_TEST_CASE(a_status_is_shape_and_word) {
    using Status = report::Status;
    BOOST_TEST(status_text({Status::Tone::better, Status::Shape::down, "Improved"}) == "▼ Improved");
    BOOST_TEST(status_text({Status::Tone::worse, Status::Shape::up, "Worse"}) == "▲ Worse");
    BOOST_TEST(status_text({Status::Tone::not_available, Status::Shape::ring, "NA"}) == "○ NA");
    BOOST_TEST(status_text({Status::Tone::none, Status::Shape::none, "Stable"}) == "Stable");
    BOOST_TEST(superscript("1,2") == "¹,²");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace

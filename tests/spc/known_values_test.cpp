// What the packages make of small series, and worked examples of the textbook: so that it holds where the oracles are
// absent. The synthetic series and R's own ldeaths were charted by NHSRplotthedots 0.2.2 (screened), qcc 3.0 (xbar.one
// by moving ranges), qicharts2 0.8.1 (i, screened) and base R.

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/spc/chart.hpp"
#include "panelbook/spc/point_class.hpp"

namespace panelbook::spc {

namespace {

struct KnownSeries {
    const char* name;
    std::vector<std::optional<double>> values;
    std::vector<std::size_t> starts;
};

const KnownSeries syn_onmean_run{"syn_onmean_run", {13, 11, 14, 10, 12, 13, 11, 14, 8, 7, 9, 6, 8, 9, 7, 8}, {}};
const KnownSeries syn_trend7_cross{
    "syn_trend7_cross", {10, 9, 8, 9, 10, 11, 12, 13, 14, 15, 14, 10, 9, 11, 8, 12, 9, 10, 11, 9}, {}};
const KnownSeries syn_trend6{
    "syn_trend6", {10, 9, 8, 9, 10, 11, 12, 13, 9, 10, 11, 9, 12, 9, 11, 8, 12, 9, 10, 11}, {}};
const KnownSeries syn_two_in_three{
    "syn_two_in_three",
    {10, 11, 9, 10, 11, 9, 13.2, 10.5, 13.1, 9, 10, 11, 10, 9, 7, 9.5, 6.9, 11, 10, 9, 10, 11, 13, 13, 9, 10},
    {}};
const KnownSeries syn_outlier{"syn_outlier", {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}, {}};
const KnownSeries syn_alternating{
    "syn_alternating", {8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12}, {}};
const KnownSeries syn_hugging{"syn_hugging",
                              {10,   30,   19.8, 20.1, 20.2, 19.9, 19.8, 20.1, 20.2, 19.9, 19.8, 20.1,
                               20.2, 19.9, 19.8, 20.1, 20.2, 19.9, 19.8, 20.1, 20.2, 19.9, 20,   21},
                              {}};
const KnownSeries syn_bimodal{
    "syn_bimodal", {5, 5, 15, 15, 5, 15, 5, 5, 15, 15, 5, 15, 5, 5, 15, 15, 5, 15, 5, 5, 15, 15, 5, 15}, {}};
const KnownSeries syn_shift_up{"syn_shift_up",
                               {20, 22, 19, 21, 20, 18, 22, 21, 19, 20, 21, 20, 18, 22, 20, 21, 19, 20,
                                27, 29, 28, 30, 27, 28, 26, 29, 28, 27, 30, 28, 29, 27, 28, 29, 27, 28},
                               {}};
const KnownSeries syn_shift_up_rebased{"syn_shift_up_rebased",
                                       {20, 22, 19, 21, 20, 18, 22, 21, 19, 20, 21, 20, 18, 22, 20, 21, 19, 20,
                                        27, 29, 28, 30, 27, 28, 26, 29, 28, 27, 30, 28, 29, 27, 28, 29, 27, 28},
                                       {18}};
const KnownSeries ldeaths{
    "ldeaths",
    {3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512, 2933, 2889, 2938, 2497, 1870, 1726,
     1607, 1545, 1396, 1787, 2076, 2837, 2787, 3891, 3179, 2011, 1636, 1580, 1489, 1300, 1356, 1653, 2013, 2823,
     3102, 2294, 2385, 2444, 1748, 1554, 1498, 1361, 1346, 1564, 1640, 2293, 2815, 3137, 2679, 1969, 1870, 1633,
     1529, 1366, 1357, 1570, 1535, 2491, 3084, 2605, 2573, 2143, 1693, 1504, 1461, 1354, 1333, 1492, 1781, 1915},
    {}};

/// The centre and the limits of the last segment, and a letter a point for the first rule that marked it: ^ v beyond a
/// limit, S s in a run above or below, T t in a rise or fall, Z z two of three, F f four of five, A alternating, W
/// within and B beyond one standard deviation. For anhoej also longest run, its limit, crossings and theirs.
struct Row {
    const KnownSeries* series;
    const char* rules;
    double centre;
    double lower;
    double upper;
    const char* marks;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.series->name << ' ' << row.rules;
}

const Row rows[] = {
    {&syn_onmean_run, "nhs", 10, 3.793333333333333, 16.206666666666667, "........ssssssss"},
    {&syn_onmean_run, "weco", 10, 3.794326241134751, 16.20567375886525, "...............s"},
    {&syn_onmean_run, "nelson", 10, 3.794326241134751, 16.20567375886525, "................"},
    {&syn_onmean_run, "anhoej", 10, 3.794326241134751, 16.20567375886525, "................ 8/7 1/4 signal"},
    {&syn_onmean_run, "opcc", 10, 2.1006329367474006, 17.899367063252598, nullptr},
    {&syn_trend7_cross, "nhs", 10.7, 6.359999999999999, 15.04, "..TTTTTTTTZ........."},
    {&syn_trend7_cross, "weco", 10.7, 6.360694288913773, 15.039305711086225, ".........ZZ........."},
    {&syn_trend7_cross, "nelson", 10.7, 6.360694288913773, 15.039305711086225, ".......TTTZ........."},
    {&syn_trend7_cross, "anhoej", 10.7, 6.360694288913773, 15.039305711086225, ".................... 6/7 8/6"},
    {&syn_trend7_cross, "opcc", 10.7, 4.536439853119745, 16.863560146880253, nullptr},
    {&syn_trend6, "nhs", 10.15, 5.25, 15.05, "...................."},
    {&syn_trend6, "weco", 10.15, 5.250783874580067, 15.049216125419933, "...................."},
    {&syn_trend6, "nelson", 10.15, 5.250783874580067, 15.049216125419933, ".......T............"},
    {&syn_trend6, "anhoej", 10.15, 5.250783874580067, 15.049216125419933, ".................... 5/7 11/6"},
    {&syn_trend6, "opcc", 10.15, 5.876766292865616, 14.423233707134385, nullptr},
    {&syn_two_in_three, "nhs", 10.2, 5.220479999999999, 15.17952, ".........................."},
    {&syn_two_in_three, "weco", 10.2, 5.22127659574468, 15.178723404255319, ".........................."},
    {&syn_two_in_three, "nelson", 10.2, 5.22127659574468, 15.178723404255319, ".........................."},
    {&syn_two_in_three, "anhoej", 10.2, 5.22127659574468, 15.178723404255319, ".......................... 5/8 12/8"},
    {&syn_two_in_three, "opcc", 10.2, 5.291721279307786, 15.108278720692212, nullptr},
    {&syn_outlier, "nhs", 1.9444444444444444, -0.7155555555555557, 4.604444444444445, "....^............."},
    {&syn_outlier, "weco", 1.9444444444444444, -3.0618133778334036, 6.950702266722293, "....^............."},
    {&syn_outlier, "nelson", 1.9444444444444444, -3.0618133778334036, 6.950702266722293, "....^...........AA"},
    {&syn_outlier, "anhoej", 1.9444444444444444, -0.7151300236406624, 4.604018912529551, "....^............. 2/7 16/5"},
    {&syn_outlier, "opcc", 1.9444444444444444, 0, 8.158754306273313, nullptr},
    {&syn_alternating, "nhs", 10, -0.6400000000000006, 20.64, "........................"},
    {&syn_alternating, "weco", 10, -0.6382978723404271, 20.638297872340427, "........................"},
    {&syn_alternating, "nelson", 10, -0.6382978723404271, 20.638297872340427, ".............AAAAAAAAAAA"},
    {&syn_alternating, "anhoej", 10, -0.6382978723404271, 20.638297872340427, "........................ 1/8 23/8"},
    {&syn_alternating, "opcc", 10, 3.8709529785370096, 16.12904702146299, nullptr},
    {&syn_hugging, "nhs", 20.041666666666668, 19.408333333333335, 20.675, "v^.....................^"},
    {&syn_hugging, "weco", 20.041666666666668, 15.971361393771206, 24.11197193956213, "v^......................"},
    {&syn_hugging, "nelson", 20.041666666666668, 15.971361393771206, 24.11197193956213, "v^..............WWWWWWWW"},
    {&syn_hugging, "anhoej", 20.041666666666668, 19.40843465045593, 20.674898682877405,
     "v^.....................^ 2/8 13/8"},
    {&syn_hugging, "opcc", 20.041666666666668, 11.162954950481126, 28.92037838285221, nullptr},
    {&syn_bimodal, "nhs", 10, -7.347826086956523, 27.347826086956523, "........................"},
    {&syn_bimodal, "weco", 10, -7.345050878815911, 27.34505087881591, "........................"},
    {&syn_bimodal, "nelson", 10, -7.345050878815911, 27.34505087881591, "..............WWWWWWWWWW"},
    {&syn_bimodal, "anhoej", 10, -7.345050878815911, 27.34505087881591, "........................ 2/8 15/8"},
    {&syn_bimodal, "opcc", 10, 0, 25.322617553657473, nullptr},
    {&syn_shift_up, "nhs", 24.11111111111111, 19.33875816993464, 28.883464052287582,
     "ssvssvssvzszvsssvsS^S^SSS^SS^S^SS^SS"},
    {&syn_shift_up, "weco", 24.11111111111111, 18.943937858831475, 29.278284363390746,
     "..z.zvfffzfzvfzfzz..Z^FZFZZF^ZZFZZFZ"},
    {&syn_shift_up, "nelson", 24.11111111111111, 18.943937858831475, 29.278284363390746,
     "..z.zvffssssvsssssBBZ^FZFZSS^SSSSSSS"},
    {&syn_shift_up, "anhoej", 24.11111111111111, 19.339521624252537, 28.882700597969684,
     "..v..v..v...v...v..^.^...^..^.^..^.. 18/8 1/13 signal"},
    {&syn_shift_up, "opcc", 24.11111111111111, 11.611968283358024, 36.6102539388642, nullptr},
    {&syn_shift_up_rebased, "nhs", 28.055555555555557, 23.517908496732026, 32.59320261437909,
     "...................................."},
    {&syn_shift_up_rebased, "weco", 28.055555555555557, 23.518634404116256, 32.59247670699486,
     "...................................."},
    {&syn_shift_up_rebased, "nelson", 28.055555555555557, 23.518634404116256, 32.59247670699486,
     "...................................."},
    {&syn_shift_up_rebased, "anhoej", 28.055555555555557, 23.518634404116256, 32.59247670699486,
     ".................................... 3/7 12/5"},
    {&syn_shift_up_rebased, "opcc", 28.055555555555557, 24.725655362739314, 31.3854557483718, nullptr},
    {&ldeaths, "nhs", 2056.625, 1306.273695652174, 2806.976304347826,
     "^........SSS^^^tttttt..^.^^ttttvzss^^...szzzzss.^^tttttttsz.^ttttttttzss"},
    {&ldeaths, "weco", 2056.625, 1242.420624812706, 2870.8293751872943,
     "^.Z.....f...^^^F....f...Z^^....zzfs.^..F...zzff..^Z.....zff.^ZF...zzzzfs"},
    {&ldeaths, "nelson", 2056.625, 1242.420624812706, 2870.8293751872943,
     "^.Z.....f...^^^F...tt...Z^^...ttzf..^..F...ztff..^Z...tttff.^ZF..ttttzf."},
    {&ldeaths, "anhoej", 2056.625, 1306.393732654949, 2806.856267345051,
     "^...........^^^........^.^^....v...^^...........^^..........^........... 8/9 11/29 signal"},
    {&ldeaths, "opcc", 2056.625, 227.0879467470868, 3886.162053252913, nullptr},
};

char letter(const PointSignal& signal) {
    if (!signal.rule) return '.';
    const auto by_side = [&](char above, char below) { return signal.side == Side::above ? above : below; };
    switch (*signal.rule) {
        case Rule::beyond_limits:
            return by_side('^', 'v');
        case Rule::shift:
            return by_side('S', 's');
        case Rule::trend:
            return by_side('T', 't');
        case Rule::two_of_three:
        case Rule::two_of_three_zone:
            return by_side('Z', 'z');
        case Rule::four_of_five:
            return by_side('F', 'f');
        case Rule::alternating:
            return 'A';
        case Rule::within_one_sigma:
            return 'W';
        default:
            return 'B';
    }
}

std::string marks_of(const ControlChart& chart) {
    std::string marks;
    for (const ChartPoint& point : chart.points) marks += letter(signal_of(point, chart.rules));
    if (!chart.rules.has(Rule::unusual_runs)) return marks;
    const UnusualRuns& runs = chart.segments.back().runs;
    return fmt::format("{} {}/{} {}/{}{}", marks, runs.longest_run, runs.longest_most, runs.crossings,
                       runs.crossings_least, runs.signal ? " signal" : "");
}

struct Example {
    const char* name;
    ChartType type;
    double denominator;  ///< of every point; 0: none
    std::vector<std::optional<double>> values;
    double centre;
    double lower;
    double upper;
    double tolerance;  ///< what the book rounds to
    std::vector<std::size_t> outside;
};
std::ostream& operator<<(std::ostream& out, const Example& one) {
    return out << one.name;
}

// Montgomery, Introduction to Statistical Quality Control, 6th edition: examples 7.1 (cans of orange juice), 7.3
// (printed circuit boards) and 6.5 (viscosity of primer paint).
const Example examples[] = {
    {"fraction nonconforming",
     ChartType::p,
     50.0,
     {12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6},
     0.2313,
     0.0524,
     0.4102,
     1e-4,
     {14, 22}},
    {"nonconformities",
     ChartType::c,
     0.0,
     {21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15},
     19.85,
     6.48,
     33.22,
     1e-2,
     {5, 19}},
    {"individuals",
     ChartType::individuals,
     0.0,
     {33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84},
     33.52,
     32.24,
     34.80,
     1e-2,
     {}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(known_series_are_charted_as_the_packages_chart_them, boost::unit_test::data::make(rows), row) {
    const Clamp clamp{0.0, {}};
    const ControlChart chart = chart_values(row.series->values, row.series->starts, clamp, *rule_set(row.rules));
    const PointLimits& limits = chart.points.back().limits;
    const auto close = boost::test_tools::tolerance(1e-9);
    BOOST_TEST(chart.segments.back().centre == row.centre, close);
    BOOST_TEST(limits.lower.value() == row.lower, close);
    BOOST_TEST(limits.upper.value() == row.upper, close);
    if (row.marks) BOOST_TEST(marks_of(chart) == row.marks);
}

BOOST_DATA_TEST_CASE(examples_of_the_textbook, boost::unit_test::data::make(examples), one) {
    std::vector<std::optional<double>> denominators;
    if (one.denominator > 0.0) denominators.assign(one.values.size(), one.denominator);
    const ControlChart chart = chart_points({one.values, denominators, {}, {}}, one.type, {}, weco());
    BOOST_TEST(std::abs(chart.segments.front().centre - one.centre) <= one.tolerance);
    BOOST_TEST(std::abs(chart.points.back().limits.lower.value() - one.lower) <= one.tolerance);
    BOOST_TEST(std::abs(chart.points.back().limits.upper.value() - one.upper) <= one.tolerance);
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < chart.points.size(); ++i)
        if (chart.points[i].outside != Side::none) outside.push_back(i);
    BOOST_TEST(outside == one.outside, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc

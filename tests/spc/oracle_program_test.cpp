// What `panelbook spc --format csv` prints of the oracles' series, against what the packages printed.

#include <boost/test/data/test_case.hpp>
#include <fstream>
#include <ostream>
#include <sstream>

#include "panelbook/cli/commands.hpp"

#include "oracle_series.hpp"
#include "support/folder.hpp"

namespace panelbook::spc {

namespace {

using tests::OracleTable;

struct Case {
    const char* folder;
    std::vector<std::string> options;
    const char* centre;
    const char* lower;
    const char* upper;
    std::vector<std::pair<const char*, const char*>> flags;  ///< our column, theirs
};
std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.folder;
}

const Case cases[] = {
    {"NHSRplotthedots/screen", {"--rules", "nhs"}, "mean_col", "lpl", "upl", {{"outside", "outside_limits"}}},
    {"NHSRplotthedots/noscreen",
     {"--rules", "nhs", "--screen", "off"},
     "mean_col",
     "lpl",
     "upl",
     {{"outside", "outside_limits"}}},
    {"NHSRplotthedots/fix12", {"--rules", "nhs", "--baseline", "12"}, "mean_col", "lpl", "upl", {}},
    {"qicharts2/i",
     {"--rules", "anhoej", "--chart", "i"},
     "cl",
     "lcl",
     "ucl",
     {{"outside", "sigma.signal"}, {"runs_signal", "runs.signal"}}},
    {"qicharts2/i_freeze12",
     {"--rules", "anhoej", "--baseline", "12"},
     "cl",
     "lcl",
     "ucl",
     {{"outside", "sigma.signal"}, {"runs_signal", "runs.signal"}}},
    {"qicharts2/run", {"--rules", "anhoej", "--chart", "run"}, "cl", "lcl", "ucl", {{"runs_signal", "runs.signal"}}},
    {"qicharts2/c", {"--rules", "anhoej", "--chart", "c"}, "cl", "lcl", "ucl", {{"outside", "sigma.signal"}}},
    {"qicharts2/pp", {"--rules", "anhoej", "--chart", "p'"}, "cl", "lcl", "ucl", {{"outside", "sigma.signal"}}},
    {"qicharts2/up", {"--rules", "anhoej", "--chart", "u'"}, "cl", "lcl", "ucl", {{"outside", "sigma.signal"}}},
    {"qicharts2/g", {"--rules", "anhoej", "--chart", "g"}, "cl", "lcl", "ucl", {{"outside", "sigma.signal"}}},
    {"qicharts2/t", {"--rules", "anhoej", "--chart", "t"}, "cl", "lcl", "ucl", {{"outside", "sigma.signal"}}},
    {"qcc_3.0/xbar.one_MR",
     {"--rules", "weco"},
     "center",
     "lcl",
     "ucl",
     {{"outside", "wer1"}, {"two_of_three", "wer2"}, {"shift", "wer4"}}},
    {"qcc_3.0/u",
     {"--rules", "nelson", "--chart", "u"},
     "center",
     "lcl",
     "ucl",
     {{"outside", "nel1"}, {"shift", "nel2"}, {"trend", "nel3"}, {"two_of_three", "nel5"}}},
    {"opcc_baseR", {}, "mean", "lcl", "ucl", {{"outside", "beyond"}}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(spc)

BOOST_DATA_TEST_CASE(the_program_prints_what_the_packages_printed, boost::unit_test::data::make(cases), one) {
    const auto oracles = oracles_or_skipped();
    if (oracles.empty()) return;
    const tests::Folder scratch("spc");
    OracleComparison comparison(std::string("panelbook spc, ") + one.folder);
    for (const auto& file : tests::csv_files(oracles / "expected" / one.folder)) {
        std::vector<std::string> arguments{"spc", (oracles / "input" / file.filename()).string(), "--format", "csv"};
        arguments.insert(arguments.end(), one.options.begin(), one.options.end());
        std::ostringstream out;
        std::ostringstream err;
        BOOST_REQUIRE_EQUAL(cli::execute(arguments, {out, err}), 0);
        std::ofstream(scratch.path() / "ours.csv") << out.str();

        const OracleTable ours(scratch.path() / "ours.csv");
        const OracleTable theirs(file);
        BOOST_REQUIRE_EQUAL(ours.rows(), theirs.rows());
        comparison.begin_series(file.stem().string());
        for (std::size_t row = 0; row < theirs.rows(); ++row) {
            comparison.begin_point(row);
            comparison.flag("period", ours.text(row, "period") == theirs.text(row, "period"), true);
            comparison.number(one.centre, ours.number(row, "centre"), theirs.number(row, one.centre));
            const auto lower = theirs.number(row, one.lower);
            const auto upper = theirs.number(row, one.upper);
            if (lower && lower == upper && !ours.number(row, "lower")) {
                comparison.leave_out("limits without width, which are not assessable here (statistics.md 6)");
            } else {
                comparison.number(one.lower, ours.number(row, "lower"), lower);
                comparison.number(one.upper, ours.number(row, "upper"), upper);
            }
            for (const auto& [column, flag] : one.flags)
                comparison.flag(flag, ours.text(row, column) == "1", theirs.number(row, flag) == 1.0);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::spc

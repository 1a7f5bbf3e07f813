#include "panelbook/cli/spc_command.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/core/period.hpp"

#include "support/folder.hpp"
#include "support/sheet_text.hpp"

namespace panelbook::cli {

namespace {

struct Answer {
    int code = 0;
    std::string out;
    std::string err;
};

Answer answer(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "spc");
    std::ostringstream out;
    std::ostringstream err;
    const int code = execute(arguments, {out, err});
    return {code, out.str(), err.str()};
}

/// What `panelbook spc` says of a csv with these bytes.
Answer charted(const std::string& csv, std::vector<std::string> options) {
    const tests::Folder folder("spc");
    const auto path = folder.path() / "series.csv";
    std::ofstream(path) << csv;
    options.insert(options.begin(), path.string());
    return answer(std::move(options));
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string rows_of(std::initializer_list<double> values) {
    std::string csv = "period,value\n";
    int period = 0;
    for (const double value : values) {
        std::ostringstream row;
        row << ++period << ',' << value << '\n';
        csv += row.str();
    }
    return csv;
}

std::string repeated(const std::string& value, int times) {
    std::string csv = "period,value\n";
    for (int i = 1; i <= times; ++i) csv += std::to_string(i) + "," + value + "\n";
    return csv;
}

struct WrongArguments {
    std::vector<std::string> options;
    const char* words;
};
std::ostream& operator<<(std::ostream& out, const WrongArguments& one) {
    return out << one.words;
}
const WrongArguments wrong_arguments[] = {
    {{"--rules", "nsh"}, "--rules knows no \"nsh\", only opcc, nhs, weco, nelson, anhoej. Did you mean nhs?"},
    {{"--chart", "z"}, "--chart knows no \"z\", only i, xmr, run, p, p', u, u', c, t, g, mr."},
    {{"--good", "upp"}, "Did you mean up?"},
    {{"--screen", "yes"}, "--screen knows no \"yes\", only on, off."},
    {{"--baseline", "1"}, "--baseline is a whole number from 2 to"},
    {{"--rules", "nhs", "--baseline", "11"}, "--baseline is a whole number from 12 to"},
    {{"--baseline", "3..99"}, "--baseline 99: the series has no such period. It goes from 1 to 4."},
    {{"--reset", "3"}, "--reset \"3\" needs a period and a reason"},
    {{"--reset", "9=why"}, "--reset 9: the series has no such period. It goes from 1 to 4."},
    {{"--forecast", "many"}, "--forecast is a whole number from 1 to 60, and not \"many\"."},
    {{"--format", "xml"}, "--format knows no \"xml\", only text, csv, json."},
    {{"--rule", "nhs"}, "There is no option --rule. Did you mean --rules?"},
    {{"--sheet", "other"}, "has no sheet \"other\"."},
    {{"--chart", "p"}, "line 2: A p chart needs a column denominator."},
};

struct Degenerate {
    const char* name;
    std::string csv;
    int code;
    const char* said;  ///< on either stream, of --format csv
};
std::ostream& operator<<(std::ostream& out, const Degenerate& one) {
    return out << one.name;
}
const Degenerate degenerate[] = {
    {"empty", "", 2, "empty"},
    {"headings only", "period,value\n", 2, "There is no row under the headings."},
    {"constant", repeated("7", 20), 0, "Limits not assessable: the figures have no spread"},
    {"zeros", repeated("0", 20), 0, "Limits not assessable: the figures have no spread"},
    {"one point", repeated("7", 1), 0, "Limits not assessable: one figure has no spread."},
    {"all missing", repeated("", 8), 0, "Limits not assessable: no point has a figure."},
    {"text that is no number", repeated("NaN", 8), 0, "Limits not assessable: no point has a figure."},
    {"a denominator of 0", "period,value,denominator\n1,1,5\n2,0,0\n3,2,5\n", 0, "line 3: The denominator is 0"},
    {"largest numbers", rows_of({1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308}), 0, "not assessable"},
    {"a period twice", "period,value\n1,5\n1,6\n", 2, "line 3: The period 1 is there twice."},
    {"periods out of order", "period,value\n2,5\n1,6\n", 2, "line 3: The period 1 comes after 2."},
    {"a bad row", "period,value\n1,5\n2,five\n", 2, "line 3: \"five\" is not a number."},
};

bool holds_no_nan(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char one) { return static_cast<char>(std::tolower(one)); });
    for (const char* word : {",nan", ",inf", ",-inf", ",-nan", " nan", " inf", " -inf", ": nan"})
        if (text.find(word) != std::string::npos) return false;
    return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli)

BOOST_DATA_TEST_CASE(spc_says_what_is_wrong_with_its_arguments, boost::unit_test::data::make(wrong_arguments), wrong) {
    const Answer refused = charted(rows_of({1, 2, 3, 4}), wrong.options);
    BOOST_TEST(refused.code == 2);
    BOOST_TEST(refused.err.find(wrong.words) != std::string::npos, refused.err);
    BOOST_TEST(refused.out.empty());
}

BOOST_AUTO_TEST_CASE(spc_without_a_file_is_wrong_usage) {
    BOOST_TEST(answer({}).code == 2);
    BOOST_TEST(answer({"one.csv", "two.csv"}).err.find("Only one file") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(spc_of_a_folder_or_of_no_file_is_wrong_usage) {
    const tests::Folder folder("spc");
    const Answer of_folder = answer({folder.path().string()});
    BOOST_TEST(of_folder.code == 2);
    BOOST_TEST(of_folder.err.find("is a folder. Name the file that holds the series.") != std::string::npos);
    const Answer of_nothing = answer({(folder.path() / "none.csv").string()});
    BOOST_TEST(of_nothing.code == 2);
    BOOST_TEST(of_nothing.err.find("none.csv: there is no such file.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(spc_lets_no_control_character_of_a_file_reach_the_terminal) {
    const std::string rows = "period,value\n\x1B[31mfirst,5\n\x1B]0;x\x07second,6\n";
    for (const Answer& said : {charted(rows, {}), charted(rows, {"--reset", "\x1B[2J=moved"}),
                               charted(rows, {"--reset", "second=\x1B[2Jmoved"}), charted(rows, {"--sheet", "\x1B[2J"}),
                               charted(rows + "third,\x1B[2J\n", {})}) {
        const std::string all = said.out + said.err;
        BOOST_TEST((all.find('\x1B') == std::string::npos && all.find('\x07') == std::string::npos), all);
        BOOST_TEST(all.find("\\u001b") != std::string::npos, all);
    }
}

BOOST_AUTO_TEST_CASE(spc_writes_counts_without_decimals_and_measurements_with_them) {
    const auto latest = [](const std::string& csv) { return lines_of(charted(csv, {}).out).at(1); };
    BOOST_TEST(latest(rows_of({100, 110, 105, 98, 120, 113})) == "Latest: 6 is 113, within the limits.");
    BOOST_TEST(latest(rows_of({100, 110, 105.5, 98, 120, 113})) == "Latest: 6 is 113.0, within the limits.");
}

BOOST_DATA_TEST_CASE(what_cannot_be_charted_is_said_in_plain_words, boost::unit_test::data::make(degenerate), one) {
    for (const char* rules : {"opcc", "nhs", "weco", "nelson", "anhoej"}) {
        for (const char* format : {"csv", "json", "text"}) {
            const Answer said = charted(one.csv, {"--rules", rules, "--format", format, "--forecast", "3"});
            BOOST_TEST(said.code == one.code, rules << ' ' << format << ' ' << said.err);
            BOOST_TEST(holds_no_nan(said.out + said.err), rules << ' ' << format << ' ' << said.out);
            const std::string all = said.out + said.err;
            BOOST_TEST((all.find(one.said) != std::string::npos), rules << ' ' << format << ' ' << all);
        }
    }
}

BOOST_AUTO_TEST_CASE(spc_writes_one_row_a_point_with_every_column) {
    const Answer said = charted(
        "period,value,rebase\n2016-10-01,13,0\n2016-11-01,11,0\n2016-12-01,14,0\n2017-01-01,,0\n2017-02-01,12,0\n"
        "2017-03-01,13,0\n2017-04-01,40,0\n",
        {"--format", "csv", "--rules", "nhs", "--good", "down", "--screen", "on"});
    BOOST_TEST(said.code == 0);
    const auto lines = lines_of(said.out);
    BOOST_REQUIRE(lines.size() == 8u);
    BOOST_TEST(lines[0] ==
               "period,y,segment,centre,lower,upper,near_lower,near_upper,outside,shift,trend,two_of_three,rules,"
               "direction,class");
    BOOST_TEST(lines[4].starts_with("2017-01-01,,1,17.166666666666668,"));
    BOOST_TEST(lines[7] == lines[7].substr(0, lines[7].find(",1,0,0,0,")) + ",1,0,0,0,beyond,high,concern");
}

BOOST_AUTO_TEST_CASE(spc_adds_the_runs_of_a_segment_for_anhoej) {
    const Answer said = charted(rows_of({13, 11, 14, 10, 12, 13, 11, 14, 8, 7, 9, 6, 8, 9, 7, 8}),
                                {"--format", "csv", "--rules", "anhoej", "--chart", "i"});
    const auto lines = lines_of(said.out);
    BOOST_TEST(lines[0].ends_with(",class,longest_run,longest_run_max,crossings,crossings_min,runs_signal"));
    for (std::size_t i = 1; i < lines.size(); ++i) BOOST_TEST(lines[i].ends_with(",common,8,7,1,4,1"), lines[i]);
}

BOOST_AUTO_TEST_CASE(spc_begins_segments_where_it_is_told_to) {
    const Answer said = charted(rows_of({1, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12, 11, 12}),
                                {"--reset", "9=recorded in a new way", "--format", "json", "--good", "up"});
    const auto json = nlohmann::json::parse(said.out);
    BOOST_TEST(json["segments"].size() == 2u);
    BOOST_TEST(json["segments"][1]["reset_reason"] == "recorded in a new way");
    BOOST_TEST(json["points"][8]["segment"] == 2);
    BOOST_TEST(json["points"][8]["centre"] == 11.5);
}

BOOST_AUTO_TEST_CASE(spc_takes_its_limits_from_a_baseline) {
    const std::string csv = rows_of({1, 3, 1, 3, 1, 3, 9, 9, 9, 9, 9, 9, 9, 9});
    for (const char* baseline : {"6", "1..6"}) {
        const auto json = nlohmann::json::parse(charted(csv, {"--baseline", baseline, "--format", "json"}).out);
        BOOST_TEST(json["points"][13]["centre"] == 2.0);
        BOOST_TEST(json["suggested_reset"] == "6", baseline);
    }
}

BOOST_AUTO_TEST_CASE(spc_forecasts_the_months_to_come_in_further_rows) {
    std::string csv = "period,value\n";
    for (int month = 0; month < 48; ++month)
        csv += Period::month(2016, 10).shifted(month).key() + "," + std::to_string(100 + 7 * (month % 12) + month % 5) +
               "\n";
    const auto lines = lines_of(charted(csv, {"--forecast", "3", "--format", "csv"}).out);
    BOOST_REQUIRE(lines.size() == 52u);
    BOOST_TEST(lines[0].ends_with(",class,forecast,lower95,upper95"));
    BOOST_TEST(lines[48].ends_with(",,,"));
    BOOST_TEST(lines[49].starts_with("2020-10,,,,,,,,,,,,,,,"));
    const auto commas = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
    for (const std::string& line : lines) BOOST_TEST(commas(line) == commas(lines[0]), line);
    BOOST_TEST(lines[51].back() != ',');
}

BOOST_AUTO_TEST_CASE(spc_says_why_there_is_no_forecast) {
    const Answer said = charted(rows_of({1, 2, 1, 2, 1, 2, 3}), {"--forecast", "2", "--format", "csv"});
    BOOST_TEST(said.err.find("No forecast:") != std::string::npos, said.err);
    BOOST_TEST(lines_of(said.out).back().ends_with(",,,"));
    BOOST_TEST(lines_of(said.out).back().starts_with("9,"));
}

BOOST_AUTO_TEST_CASE(spc_draws_words_first_and_plain_letters_where_the_locale_is_not_utf_8) {
    ::setenv("LC_ALL", "C", 1);
    const Answer said =
        charted(rows_of({10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 30}), {"--rules", "nhs", "--good", "up"});
    BOOST_TEST(said.out.find("Latest: 15 is 30, above the upper limit (improvement).") != std::string::npos, said.out);
    BOOST_TEST(std::all_of(said.out.begin(), said.out.end(), [](char one) { return one >= 0; }));
    BOOST_TEST(said.out.find('^') != std::string::npos);
    BOOST_TEST(said.out.find("Latest:") < said.out.find('|'));
    ::setenv("LC_ALL", "C.UTF-8", 1);
    BOOST_TEST(charted(rows_of({10, 11, 9, 10, 30}), {}).out.find("\u25cf") != std::string::npos);
    ::unsetenv("LC_ALL");
}

BOOST_AUTO_TEST_CASE(spc_reads_a_sheet_of_a_workbook) {
    const tests::Folder folder("spc");
    const auto path = folder.path() / "book.xlsx";
    tests::write_workbook(
        "@sheet Cover\nBurglary\n@sheet Data\nTitle\nperiod\tvalue\n2014-04-01\t12\n2014-05-01\tabc\n", path);
    const Answer refused = answer({path.string()});
    BOOST_TEST(refused.code == 2);
    BOOST_TEST(refused.err.find("Data!B4: \"abc\" is not a number.") != std::string::npos, refused.err);
    tests::write_workbook("@sheet Cover\nBurglary\n@sheet Data\nperiod\tvalue\n2014-04-01\t12\n2014-05-01\t13\n", path);
    for (const auto& arguments : {std::vector<std::string>{path.string(), "--format", "csv"},
                                  std::vector<std::string>{path.string(), "--sheet", "Data", "--format", "csv"}})
        BOOST_TEST(lines_of(answer(arguments).out).at(2).starts_with("2014-05-01,13,1,12.5,"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::cli

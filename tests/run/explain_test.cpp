#include "panelbook/run/explain.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/workspace.hpp"

namespace fs = std::filesystem;
using namespace panelbook;
using tests::RunResult;
using tests::Workspace;

namespace {

RunResult command(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::execute(arguments, {out, err});
    return {code, out.str(), err.str()};
}

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// Two returns, the later of which revises June in the County from 41 to 50.
void fill(const Workspace& workspace) {
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.run("2014-09-29");
    workspace.send("Burglaries again.xlsx", Workspace::burglaries("50"));
    workspace.run("2014-10-02");
}

constexpr const char* released_to_may =
    "@sheet Releases\nsource\tperiod\tboard\texpected on\tpresented on\nyouth\t2014-05\tYouth Board\t\t2014-09-01\n"
    "@records Sources\nsource: youth\norganisation: Youth service\nfile pattern: Youth*.xlsx\nlayout: list\n"
    "sheet: Figures\nlabels: = burglary\nareas: Area\nperiods: Month\nvalues: Count\nneeds release: yes\n"
    "board: Youth Board\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(a_figure_is_followed_to_its_cell_file_release_and_revisions) {
    const Workspace workspace;
    fill(workspace);
    const RunResult result = command({"explain", workspace.path().string(), "burglary/county@2014-06"});
    BOOST_TEST(result.exit_code == 0, result.err);
    BOOST_TEST(contains(result.out, "Burglary, County, Jun-14: 50"), result.out);
    BOOST_TEST(contains(result.out, "From Burglaries again.xlsx: Figures!C31"), result.out);
    BOOST_TEST(contains(result.out, "known on 2 October 2014, kept as archive/2014-10/"), result.out);
    BOOST_TEST(contains(result.out, "SHA-256 "), result.out);
    BOOST_TEST(contains(result.out, "Release: Force corporate services needs none"), result.out);
    BOOST_TEST(contains(result.out, "Revised on 2 October 2014: it was 41 (Burglaries.xlsx: Figures!C31)"), result.out);

    const RunResult whole = command({"explain", workspace.path().string(), "Burglary"});
    BOOST_TEST(contains(whole.out, "Worked out from its areas:"), whole.out);
    BOOST_TEST(contains(whole.out, "The rule behind its colour: Burglary"), whole.out);
    BOOST_TEST(contains(whole.out, "year to date: "), whole.out);
    std::istringstream lines(whole.out);
    for (std::string line; std::getline(lines, line);) BOOST_TEST(line.size() <= 110U, line);

    const auto json =
        nlohmann::json::parse(command({"explain", workspace.path().string(), "burglary/county@2014-06", "--json"}).out);
    BOOST_TEST(json.at("figure") == "burglary/county@2014-06");
    BOOST_TEST(contains(json.at("sections").at(0).at("lines").at(0), "Burglary, County, Jun-14: 50"));
}

BOOST_AUTO_TEST_CASE(a_cell_is_followed_through_its_formulas) {
    const Workspace workspace;
    fill(workspace);
    const RunResult any = command({"explain", workspace.path().string(), "Comparisons!A1"});
    BOOST_TEST(any.exit_code == 2);
    BOOST_TEST(contains(any.err, "No figure stands in Comparisons!A1"), any.err);
    BOOST_TEST(contains(command({"explain", workspace.path().string(), "Dashbord!A1"}).err, "Did you mean Dashboard?"));
    std::size_t formulas = 0;
    for (char column = 'A'; column <= 'H'; ++column) {
        for (int row = 5; row <= 14; ++row) {
            const std::string cell = fmt::format("Dashboard!{}{}", column, row);
            const RunResult result = command({"explain", workspace.path().string(), cell});
            if (result.exit_code != 0 || !contains(result.out, " = Comparisons!") || contains(result.out, "“NA”"))
                continue;
            ++formulas;
            BOOST_TEST(contains(result.out, "Data!"), result.out);
            BOOST_TEST(contains(result.out, "Burglaries again.xlsx: Figures!C"), result.out);
        }
    }
    BOOST_TEST(formulas >= 2U);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_refused_with_the_nearest_word) {
    const Workspace workspace;
    BOOST_TEST(contains(command({"explain", workspace.path().string(), "burglary"}).err, "Run first: panelbook run"));
    fill(workspace);
    BOOST_TEST(contains(command({"explain", workspace.path().string(), "burglry"}).err, "Did you mean burglary?"));
    BOOST_TEST(
        contains(command({"explain", workspace.path().string(), "burglary/cuonty"}).err, "Did you mean county?"));
    BOOST_TEST(contains(command({"explain", workspace.path().string(), "burglary@last"}).err, "is not a period"));
}

BOOST_AUTO_TEST_CASE(two_days_of_a_workspace_and_two_dashboards_differ_alike) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.run("2014-09-29");
    const fs::path kept = workspace.path() / "first.xlsx";
    fs::copy_file(workspace.dashboard(), kept);
    workspace.send("Burglaries again.xlsx", Workspace::burglaries("50"));
    workspace.send_bytes("Survey.csv", "Quarter,Per cent,Asked\n2014/15 Q1,82.7,400\n");
    workspace.run("2014-10-02");
    const RunResult days = command({"diff", "2014-09-29", "2014-10-02", workspace.path().string()});
    BOOST_TEST(days.exit_code == 0, days.err);
    BOOST_TEST(contains(days.out, "2 changed, 1 appeared, 0 disappeared"), days.out);
    BOOST_TEST(contains(days.out, "Burglary, County, Jun-14: 41 -> 50"), days.out);
    BOOST_TEST(contains(days.out, "Satisfaction with service, The force area, Q1 2014/15: 82.7"), days.out);
    const RunResult files = command({"diff", kept.string(), workspace.dashboard().string()});
    BOOST_TEST(files.exit_code == 0, files.err);
    BOOST_TEST(contains(files.out, "Burglary, County, Jun-14: 41 -> 50"), files.out);
    BOOST_TEST(contains(files.out, "2 changed, 1 appeared, 0 disappeared"), files.out);
    const RunResult back = command({"diff", workspace.dashboard().string(), kept.string()});
    BOOST_TEST(contains(back.out, "2 changed, 0 appeared, 1 disappeared"), back.out);
    BOOST_TEST(command({"diff", "2014-09-29", kept.string()}).exit_code == 2);
    const auto json =
        nlohmann::json::parse(command({"diff", "2014-09-29", "2014-10-02", workspace.path().string(), "--json"}).out);
    BOOST_TEST(json.at("figures").size() == 3U);
}

/// Values that no board has seen are planted in a later return; nothing that any command says or writes may hold them.
BOOST_AUTO_TEST_CASE(an_unreleased_value_is_in_nothing_that_is_said_or_written) {
    const Workspace workspace(released_to_may);
    const auto planted = [](int value) { return std::to_string(70000 + value); };
    std::string first = "@sheet Figures\nMonth\tArea\tCount\n", second = first;
    int next = 1;
    for (const char* month : {"2014-04", "2014-05"}) {
        for (const char* area : {"City", "County"}) {
            first += fmt::format("{}\t{}\t{}\n", month, area, 40 + next);
            second += fmt::format("{}\t{}\t{}\n", month, area, planted(next++));
        }
    }
    second += fmt::format("2014-06\tCity\t{}\n2014-06\tCounty\tabout {}\n2014-06\tTotal\t{}\n", planted(next),
                          planted(next + 1), planted(next + 2));
    workspace.send("Youth May.xlsx", first);
    workspace.run("2014-09-29");
    workspace.send("Youth June.xlsx", second);
    const RunResult result = workspace.run("2014-10-02");
    std::string said = result.out + result.err;
    const std::string place = workspace.path().string();
    for (const std::vector<std::string>& arguments : std::initializer_list<std::vector<std::string>>{
             {"explain", place, "burglary"},
             {"explain", place, "burglary/city@2014-05"},
             {"explain", place, "burglary/county@2014-06", "--json"},
             {"diff", "2014-09-29", "2014-10-02", place},
             {"diff", "2014-09-29", "2014-10-02", place, "--json"},
             {"run", place, "--settle", "0", "--as-of", "2014-10-02", "--json"}}) {
        const RunResult answer = command(arguments);
        BOOST_TEST(answer.exit_code < 2, answer.err);
        said += answer.out + answer.err;
    }
    for (const char* folder : {"log", "dashboards"}) {
        for (const auto& entry : fs::directory_iterator(workspace.path() / folder)) {
            if (entry.path().extension() != ".xlsx") said += intake::read_file(entry.path());
        }
    }
    const auto book = workbook::read_workbook(workspace.dashboard(), "dashboard", workbook::Limits::normal());
    for (const workbook::Sheet& sheet : book.value.sheets)
        for (const Cell& cell : sheet.cells) said += to_text(cell.value) + "\n";
    for (int value = 1; value <= next + 2; ++value) BOOST_TEST(!contains(said, planted(value)), planted(value));
    BOOST_TEST(contains(said, "Youth June.xlsx"));
}

BOOST_AUTO_TEST_SUITE_END()

#include "panelbook/run/last_run.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "panelbook/intake/files.hpp"

#include "support/workspace.hpp"

namespace fs = std::filesystem;
using namespace panelbook;
using tests::RunResult;
using tests::Workspace;

namespace {

const Date september{2014, 9, 29};

/// Every file but those that each run writes, with its bytes and the time it was written.
std::map<std::string, std::pair<fs::file_time_type, std::string>> files_of(const Workspace& workspace) {
    std::map<std::string, std::pair<fs::file_time_type, std::string>> files;
    for (const auto& entry : fs::recursive_directory_iterator(workspace.path())) {
        const std::string place = fs::relative(entry.path(), workspace.path()).generic_string();
        if (!entry.is_regular_file() || place.starts_with("log/") || place == "dashboards/STATUS.txt" ||
            place == "dashboards/status.json")
            continue;
        files[place] = {entry.last_write_time(), intake::read_file(entry.path())};
    }
    return files;
}

bool nothing_new(const RunResult& result) {
    return result.out.find("Nothing new since the last run.") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(a_run_with_nothing_new_writes_the_status_and_a_line_of_the_log_and_nothing_else) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries("about 50"));
    workspace.send("Burglarys.xlsx", "@sheet Figures\nnothing\n");
    const RunResult first = workspace.run();
    const auto before = files_of(workspace);
    const RunResult second = workspace.run();
    BOOST_TEST(!nothing_new(first));
    BOOST_TEST(nothing_new(second));
    BOOST_TEST((files_of(workspace) == before));
    BOOST_TEST(second.exit_code == first.exit_code);
    BOOST_TEST(second.err == first.err);
    BOOST_TEST(workspace.files_in("log") == 2U);
    BOOST_TEST(workspace.status().find("Nothing new since the last run") != std::string::npos);
    BOOST_TEST(workspace.status().find("Burglaries.xlsx: Figures!C31: not-a-number") != std::string::npos);
    BOOST_TEST(workspace.status().find("Burglarys.xlsx") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(whatever_may_change_what_is_said_asks_for_a_whole_run) {
    Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.run();
    BOOST_TEST(nothing_new(workspace.run()));

    workspace.send_bytes("Survey.csv", "Quarter,Per cent,Asked\n2014/15 Q1,82.7,400\n");
    BOOST_TEST(!nothing_new(workspace.run()), "a new file");
    BOOST_TEST(nothing_new(workspace.run()));

    BOOST_TEST(!nothing_new(workspace.run("2014-10-01")), "another as-of");
    BOOST_TEST(!nothing_new(workspace.run("2014-09-29")), "the first as-of again");
    BOOST_TEST(nothing_new(workspace.run()));

    workspace.write_plan("@sheet Glossary\nterm\tmeaning\nASB\tAnti-social behaviour\n");
    BOOST_TEST(!nothing_new(workspace.run()), "another plan");
    BOOST_TEST(nothing_new(workspace.run()));

    std::ofstream(workspace.dashboard(), std::ios::app) << "an analyst's change";
    BOOST_TEST(!nothing_new(workspace.run()), "an edited dashboard");
    fs::remove(workspace.path() / "dashboards/Small dashboard 2014-15 Q1 internal new.xlsx");
    BOOST_TEST(!nothing_new(workspace.run()), "a dashboard that is gone");

    workspace.send("Burglarys.xlsx", "@sheet Figures\nnothing\n");
    BOOST_TEST(workspace.run().exit_code == 1);
    BOOST_TEST(nothing_new(workspace.run()));
    fs::remove(workspace.path() / "inbox/Burglarys.xlsx");
    const RunResult mended = workspace.run();
    BOOST_TEST(nothing_new(mended));
    BOOST_TEST(mended.exit_code == 0, "what was left in the inbox is gone");
}

BOOST_AUTO_TEST_CASE(the_days_of_the_plan_and_of_later_files_ask_for_a_whole_run) {
    plan::Plan plan;
    const Period quarter = Period::quarter(2014, 1);
    BOOST_TEST(!panelbook::run::next_change(plan, {}, quarter, september));
    history::FileRecord later;
    later.known_on = Date(2014, 12, 31);
    const std::vector<history::FileRecord> files = {later};
    BOOST_TEST((panelbook::run::next_change(plan, files, quarter, september) == Date(2014, 12, 31)));
    plan.sources.emplace_back();
    plan.sources.back().due_day = 100;
    BOOST_TEST((panelbook::run::next_change(plan, files, quarter, september) == Date(2014, 10, 9)));
    plan.releases.push_back({{"youth"}, quarter, "", Date(2014, 10, 5), std::nullopt});
    BOOST_TEST((panelbook::run::next_change(plan, files, quarter, september) == Date(2014, 10, 5)));
    plan.issued.push_back({quarter, "internal", Date(2014, 10, 1), ""});
    BOOST_TEST((panelbook::run::next_change(plan, files, quarter, september) == Date(2014, 10, 1)));
    BOOST_TEST((panelbook::run::next_change(plan, files, quarter, Date(2014, 10, 1)) == Date(2014, 10, 2)));
}

BOOST_AUTO_TEST_CASE(a_run_is_remembered_in_full_and_only_by_the_same_version) {
    panelbook::run::LastRun last;
    last.plan_hash = "plan";
    last.planned_period = Period::quarter(2014, 1);
    last.changes_on = Date(2014, 10, 1);
    last.dashboard_hash = "hash";
    last.left = {{"Left.xlsx", "its hash"}};
    last.outcome.as_of = september;
    last.outcome.period = Period::quarter(2014, 1);
    last.outcome.taken.left = {{"Left.xlsx", "no source claims it"}};
    last.outcome.findings = {{Severity::warning,
                              "not-a-number",
                              {"A.xlsx", "Re turn", CellRef{13, 2}},
                              "What \"it\" is.",
                              "Do it.",
                              "about 50",
                              "a number"}};
    consolidate::ReturnStatus status;
    status.organisation = "Youth service";
    status.state = consolidate::ReturnState::withheld;
    status.reason = "Not yet presented";
    last.outcome.returns = {status};
    last.outcome.produced = {"dashboards/A.xlsx", "kept", "hash"};
    last.outcome.cells = {{"A.xlsx", "its hash", {{consolidate::CellState::published, 7}}, {{"why", 2}}}};
    const std::string text = panelbook::run::to_text(last);
    const auto read = panelbook::run::parse_last_run(text);
    BOOST_TEST_REQUIRE(read.has_value());
    BOOST_TEST(panelbook::run::to_text(*read) == text);
    BOOST_TEST((read->outcome.findings.front().where == last.outcome.findings.front().where));
    BOOST_TEST((read->outcome.cells.front().states == last.outcome.cells.front().states));
    std::string other = text;
    other.replace(other.find("\"version\":\"") + 11, 1, "x");
    BOOST_TEST(!panelbook::run::parse_last_run(other));
    BOOST_TEST(!panelbook::run::parse_last_run("{\"version\":"));
}

BOOST_AUTO_TEST_SUITE_END()

#include "panelbook/run/rebuild.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/intake/lock.hpp"

#include "support/history_text.hpp"
#include "support/workspace.hpp"

namespace fs = std::filesystem;
using namespace panelbook;
using tests::RunResult;
using tests::Workspace;

namespace {

RunResult rebuild(const Workspace& workspace) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::execute({"rebuild", workspace.path().string()}, {out, err});
    return {code, out.str(), err.str()};
}

std::string history_of(const Workspace& workspace) {
    return tests::history_text(workspace.path() / "history.db");
}

/// Four runs on three days: good files, one in a folder of its own, one of which nothing can be read, a csv, and a
/// figure revised twice.
void fill(const Workspace& workspace) {
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.send_bytes("Survey.csv", "Quarter,Per cent,Asked\n2013/14 Q1,80.5,400\n2014/15 Q1,82.7,400\n");
    workspace.run("2014-09-29");
    workspace.send("July/Burglaries.xlsx", Workspace::burglaries("50"));
    workspace.send("Burglaries damaged.xlsx", "@sheet Other\nnothing\n");
    workspace.run("2014-09-30");
    workspace.send("Burglaries later.xlsx", Workspace::burglaries("51"));
    workspace.run("2014-09-30");
    workspace.send("Burglaries last.xlsx", Workspace::burglaries("about 52"));
    workspace.run("2014-10-02");
}

fs::path original_of(const Workspace& workspace, const std::string& ending) {
    for (const auto& entry : fs::recursive_directory_iterator(workspace.path() / "archive")) {
        if (entry.path().filename().string().ends_with(ending)) return entry.path();
    }
    return {};
}

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(a_history_made_again_from_the_archive_is_the_same) {
    const Workspace workspace;
    fill(workspace);
    const std::string before = history_of(workspace);
    const std::string dashboard = intake::read_file(workspace.dashboard());
    BOOST_TEST(contains(before, "Burglaries damaged.xlsx"));
    for (const bool lost : {false, true}) {
        if (lost) fs::remove(workspace.path() / "history.db");
        const RunResult result = rebuild(workspace);
        BOOST_TEST(result.exit_code == 0, result.err);
        BOOST_TEST(history_of(workspace) == before);
        BOOST_TEST(!fs::exists(workspace.path() / "history.db.old"));
        BOOST_TEST(!fs::exists(workspace.path() / ".history-rebuilt.db"));
    }
    workspace.run("2014-10-02");
    BOOST_TEST((intake::read_file(workspace.dashboard()) == dashboard));
    BOOST_TEST(workspace.files_in("dashboards") == 3U, "the dashboard is still known to be ours");
}

BOOST_AUTO_TEST_CASE(a_history_is_made_again_only_where_no_run_is_on) {
    const Workspace workspace;
    fill(workspace);
    const intake::Lock other_run(workspace.path());
    const RunResult result = rebuild(workspace);
    BOOST_TEST(result.exit_code == 75);
    BOOST_TEST(contains(result.err, "another run is working in this folder"));
}

BOOST_AUTO_TEST_CASE(the_old_history_stays_where_the_new_one_cannot_be_made) {
    Workspace workspace;
    fill(workspace);
    const std::string before = history_of(workspace);
    const fs::path original = original_of(workspace, "Burglaries later.xlsx");
    fs::permissions(original, fs::perms::owner_all);
    std::ofstream(original, std::ios::app) << "x";
    const RunResult changed = rebuild(workspace);
    BOOST_TEST(changed.exit_code == 3);
    BOOST_TEST(contains(changed.err, "is not the file that was sent: its bytes have changed"), changed.err);
    BOOST_TEST(history_of(workspace) == before);

    workspace.write_plan("@sheet Gaps\nmeasure\tmarker\treason\nburglry\tnot supplied\tNot sent yet\n");
    BOOST_TEST(rebuild(workspace).exit_code == 2);
    BOOST_TEST(history_of(workspace) == before);
}

BOOST_AUTO_TEST_CASE(a_missing_original_is_named_and_the_old_history_kept_beside_the_new) {
    const Workspace workspace;
    fill(workspace);
    const std::string before = history_of(workspace);
    fs::remove(original_of(workspace, "Burglaries later.xlsx"));
    const RunResult result = rebuild(workspace);
    BOOST_TEST(result.exit_code == 1);
    BOOST_TEST(contains(result.err, "Burglaries later.xlsx: is missing"), result.err);
    BOOST_TEST(tests::history_text(workspace.path() / "history.db.old") == before);
    BOOST_TEST(!contains(history_of(workspace), "Burglaries later.xlsx"));
}

BOOST_AUTO_TEST_CASE(without_a_ledger_files_are_known_from_the_month_of_their_folder) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.run("2014-09-29");
    fs::remove(workspace.path() / "archive/ledger.jsonl");
    const RunResult result = rebuild(workspace);
    BOOST_TEST(result.exit_code == 1);
    BOOST_TEST(contains(result.err, "it is taken as known from 1 September 2014"), result.err);
    BOOST_TEST(rebuild(workspace).exit_code == 0, "the ledger has it now");
}

BOOST_AUTO_TEST_CASE(a_history_of_an_earlier_version_gets_its_ledger_at_the_next_run) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.run("2014-09-29");
    fs::remove(workspace.path() / "archive/ledger.jsonl");
    workspace.send_bytes("Survey.csv", "Quarter,Per cent,Asked\n2014/15 Q1,82.7,400\n");
    workspace.run("2014-09-30");
    const std::string before = history_of(workspace);
    BOOST_TEST(rebuild(workspace).exit_code == 0);
    BOOST_TEST(history_of(workspace) == before);
}

BOOST_AUTO_TEST_SUITE_END()

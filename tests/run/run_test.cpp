#include "panelbook/run/run.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "panelbook/intake/files.hpp"
#include "panelbook/intake/lock.hpp"

#include "support/office.hpp"
#include "support/workspace.hpp"

namespace fs = std::filesystem;
using panelbook::intake::read_file;
using panelbook::tests::RunResult;
using panelbook::tests::Workspace;

namespace {

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(a_good_return_gives_a_dashboard_and_is_kept) {
    const Workspace workspace;
    const std::string sent = Workspace::burglaries();
    workspace.send("Burglaries to June.xlsx", sent);
    const std::string original = read_file(workspace.path() / "inbox/Burglaries to June.xlsx");
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 0, result.err);
    BOOST_TEST(fs::exists(workspace.dashboard()));
    BOOST_TEST(contains(result.out, workspace.dashboard().string()));
    BOOST_TEST(contains(workspace.status(), "Nothing is wrong."));
    BOOST_TEST(workspace.files_in("inbox") == 0u);
    BOOST_REQUIRE(fs::is_directory(workspace.path() / "archive/2014-09"));
    const fs::path kept = fs::directory_iterator(workspace.path() / "archive/2014-09")->path();
    BOOST_TEST((read_file(kept) == original));
}

BOOST_AUTO_TEST_CASE(the_same_as_of_and_an_empty_inbox_give_the_same_bytes) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    BOOST_TEST(workspace.run().exit_code == 0);
    const std::string first = read_file(workspace.dashboard());
    fs::remove(workspace.dashboard());
    BOOST_TEST(workspace.run().exit_code == 0);
    BOOST_TEST((read_file(workspace.dashboard()) == first));
    BOOST_TEST(workspace.files_in("dashboards") == 3u);
}

BOOST_AUTO_TEST_CASE(a_dashboard_changed_by_hand_is_kept_and_the_new_one_stands_beside_it) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    BOOST_TEST(workspace.run().exit_code == 0);
    std::ofstream(workspace.dashboard(), std::ios::app) << "an analyst's change";
    const std::string edited = read_file(workspace.dashboard());
    const RunResult second = workspace.run();
    BOOST_TEST((read_file(workspace.dashboard()) == edited));
    const fs::path beside = workspace.path() / "dashboards/Small dashboard 2014-15 Q1 internal new.xlsx";
    BOOST_TEST(fs::exists(beside));
    BOOST_TEST(contains(second.out, "was changed by hand and is kept"));
    BOOST_TEST(contains(workspace.status(), "was changed by hand and is kept"));
    workspace.run();
    BOOST_TEST(workspace.files_in("dashboards") == 4u);
}

BOOST_AUTO_TEST_CASE(an_issued_edition_is_never_replaced) {
    Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    BOOST_TEST(workspace.run().exit_code == 0);
    const std::string issued = read_file(workspace.dashboard());
    workspace.write_plan("@sheet Issued\nperiod\taudience\tissued on\n2014/15 Q1\tinternal\t2014-10-01\n");
    workspace.send("Burglaries again.xlsx", Workspace::burglaries("95"));
    const RunResult later = workspace.run("2014-10-02");
    BOOST_TEST((read_file(workspace.dashboard()) == issued));
    BOOST_TEST(fs::exists(workspace.path() / "dashboards/Small dashboard 2014-15 Q1 internal revised.xlsx"), later.err);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_under_another_name_are_taken_once) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    workspace.send("sub/Burglaries once more.xlsx", Workspace::burglaries());
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 0, result.err);
    BOOST_TEST(contains(result.out, "1 taken, 0 rejected, 0 left or waiting, 1 sent before"));
    BOOST_TEST(workspace.files_in("archive/2014-09") == 1u);
}

BOOST_AUTO_TEST_CASE(a_copy_is_never_chosen_silently) {
    const Workspace workspace;
    workspace.send("Burglaries (1).xlsx", Workspace::burglaries());
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 1);
    BOOST_TEST(contains(result.err, "Burglaries (1).xlsx: left there: its name says that it is a copy"));
    BOOST_TEST(workspace.files_in("inbox") == 1u);
}

BOOST_AUTO_TEST_CASE(mending_the_plan_reads_again_what_was_rejected) {
    Workspace workspace("@sheet Labels\ntheir label\tmeasure\tarea\nBorough\t\tcounty\n");
    std::string sent = Workspace::burglaries();
    workspace.send("Burglaries.xlsx", "@sheet Sheet1\n" + sent.substr(sent.find('\n') + 1));
    const RunResult first = workspace.run();
    BOOST_TEST(first.exit_code == 1);
    BOOST_TEST(contains(first.err, "sheet-not-found"), first.err);
    BOOST_TEST(workspace.files_in("rejected") == 3u);

    workspace.write_plan(
        "@records Sources\nsource: crime\nlayout: list\nsheet: Sheet1\nlabels: = burglary\nareas: Area\n"
        "periods: Month\nvalues: Count\n");
    const RunResult second = workspace.run("2014-10-01");
    BOOST_TEST(workspace.files_in("rejected") == 0u, second.err);
    BOOST_TEST(workspace.files_in("archive/2014-09") == 1u);
    BOOST_TEST(contains(workspace.status(), "Read again because the plan changed (1)"));
}

BOOST_AUTO_TEST_CASE(a_return_that_is_corrected_and_sent_again_leaves_nothing_to_put_right) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries("about 50"));
    BOOST_TEST(workspace.run().exit_code == 1);
    workspace.send("Burglaries.xlsx", Workspace::burglaries("50"));
    const RunResult second = workspace.run("2014-10-02");
    BOOST_TEST(second.exit_code == 0, second.err);
    BOOST_TEST(contains(workspace.status(), "Nothing is wrong."), workspace.status());
    const auto sheets = panelbook::tests::recalculated(workspace.dashboard());
    const auto& findings = sheets.at("Findings");
    const auto note = std::find_if(findings.begin(), findings.end(), [](const auto& row) {
        return std::find(row.begin(), row.end(), "not-a-number") != row.end();
    });
    BOOST_TEST_REQUIRE((note != findings.end()));
    BOOST_TEST(note->front() == "Note");
    BOOST_TEST(std::any_of(note->begin(), note->end(), [](const std::string& cell) {
        return contains(cell, "Since put right: Burglaries.xlsx: Figures!C31, known on 2 October 2014, replaces it.");
    }));
}

BOOST_AUTO_TEST_CASE(a_figure_under_a_misspelt_label_is_said_to_be_there) {
    const Workspace workspace;
    std::string sent = Workspace::burglaries();
    for (std::size_t at = sent.find("\tCity\t"); at != std::string::npos; at = sent.find("\tCity\t"))
        sent.replace(at, 6, "\tCitty\t");
    workspace.send("Burglaries.xlsx", sent);
    BOOST_TEST(workspace.run().exit_code == 1);
    const auto sheets = panelbook::tests::recalculated(workspace.dashboard());
    std::string page;
    for (const auto& row : sheets.at("Dashboard"))
        for (const std::string& cell : row) page += cell + "\n";
    BOOST_TEST(contains(page, "City: Label not known: “Citty” at Burglaries.xlsx: Figures!B2"), page);
    BOOST_TEST(!contains(page, "Not supplied by Force corporate services"), page);
}

BOOST_AUTO_TEST_CASE(a_lost_history_is_never_taken_for_an_empty_one) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    BOOST_TEST(workspace.run().exit_code == 0);
    const std::string before = read_file(workspace.dashboard());
    fs::remove(workspace.path() / "history.db");
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 3);
    BOOST_TEST(contains(result.err, "history.db: is missing, but archive holds what was sent"), result.err);
    BOOST_TEST((read_file(workspace.dashboard()) == before));
}

BOOST_AUTO_TEST_CASE(a_link_in_the_inbox_is_not_followed) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    fs::create_symlink(workspace.path() / "plan.xlsx", workspace.path() / "inbox/Burglaries link.xlsx");
    BOOST_TEST(workspace.run().exit_code == 0);
    BOOST_TEST(fs::is_symlink(workspace.path() / "inbox/Burglaries link.xlsx"));
    BOOST_TEST(contains(workspace.status(), "Ignored: 1"));
}

BOOST_AUTO_TEST_CASE(two_runs_never_work_in_one_folder) {
    const Workspace workspace;
    const panelbook::intake::Lock other_run(workspace.path());
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 75);
    BOOST_TEST(contains(result.err, "another run is working in this folder"));
}

BOOST_AUTO_TEST_CASE(status_and_json_agree_with_the_exit_code) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries("about 50"));
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 1);
    BOOST_TEST(contains(read_file(workspace.path() / "dashboards/status.json"), "\"exit_code\": 1"));
    BOOST_TEST(contains(workspace.status(), "Something needs putting right"));
    BOOST_TEST(contains(workspace.status(), "Burglaries.xlsx: Figures!C31: not-a-number"), workspace.status());
    BOOST_TEST(workspace.files_in("log") == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>

#include "panelbook/intake/files.hpp"

#include "support/workspace.hpp"

namespace fs = std::filesystem;
using panelbook::intake::read_file;
using panelbook::tests::RunResult;
using panelbook::tests::Workspace;

namespace {

/// One thing that goes wrong beside a good return, and what must be said about it.
struct BadInput {
    const char* name;
    std::function<void(const Workspace&)> send;
    const char* place;
    const char* remedy;
};

std::ostream& operator<<(std::ostream& out, const BadInput& bad) {
    return out << bad.name;
}

std::string survey(const std::string& rows) {
    return "Quarter,Per cent,Asked\n" + rows;
}

void send_truncated(const Workspace& workspace) {
    workspace.send("Burglaries 2.xlsx", Workspace::burglaries("7"));
    std::string bytes = read_file(workspace.path() / "inbox/Burglaries 2.xlsx");
    // The end record stays, so that the file looks whole; a byte in the middle of a part is another.
    bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 0x20);
    workspace.send_bytes("Burglaries 2.xlsx", bytes);
}

const BadInput bad_inputs[] = {
    {"damaged workbook", send_truncated, "Burglaries 2.xlsx", "save it again"},
    {"empty file", [](const Workspace& w) { w.send_bytes("Burglaries 2.xlsx", ""); }, "Burglaries 2.xlsx", "empty"},
    {"workbook without a cell", [](const Workspace& w) { w.send("Burglaries 2.xlsx", "@sheet Figures\n"); },
     "Burglaries 2.xlsx", "Figures"},
    {"no sheet of the name",
     [](const Workspace& w) { w.send("Burglaries 2.xlsx", "@sheet Figurs\nMonth\tArea\tCount\n"); },
     "Burglaries 2.xlsx", "Figures"},
    {"text where a number belongs",
     [](const Workspace& w) { w.send("Burglaries 2.xlsx", Workspace::burglaries("about 50")); },
     "Burglaries 2.xlsx: Figures!C31", "about 50"},
    {"unknown area",
     [](const Workspace& w) {
         w.send("Burglaries 2.xlsx", "@sheet Figures\nMonth\tArea\tCount\n2014-06\tCuonty\t5\n");
     },
     "Burglaries 2.xlsx: Figures!B2", "County"},
    {"out of range", [](const Workspace& w) { w.send_bytes("Survey.csv", survey("2014/15 Q1,182.7,400\n")); },
     "Survey.csv", "182.7"},
    {"unclaimed file", [](const Workspace& w) { w.send_bytes("Burglarys.xlsx", "x"); }, "Burglarys.xlsx", "Sources"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_DATA_TEST_CASE(a_bad_file_is_named_with_the_remedy_and_everything_else_is_done,
                     boost::unit_test::data::make(bad_inputs), bad) {
    const Workspace workspace;
    workspace.send("Burglaries 1.xlsx", Workspace::burglaries());
    bad.send(workspace);
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 1);
    BOOST_TEST(result.err.find(bad.place) != std::string::npos, result.err);
    BOOST_TEST(result.err.find(bad.remedy) != std::string::npos, result.err);
    BOOST_TEST(fs::exists(workspace.dashboard()));
    BOOST_TEST(workspace.status().find(bad.place) != std::string::npos, workspace.status());
    BOOST_TEST(workspace.files_in("archive/2014-09") >= 1u);
}

BOOST_AUTO_TEST_CASE(an_unknown_measure_in_the_plan_stops_the_run_and_names_the_nearest) {
    const Workspace workspace("@sheet Gaps\nmeasure\tmarker\treason\nburglry\tnot supplied\tNot sent yet\n");
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 2);
    BOOST_TEST(result.err.find("plan.xlsx: Gaps!A") != std::string::npos, result.err);
    BOOST_TEST(result.err.find("burglary") != std::string::npos, result.err);
    BOOST_TEST(!fs::exists(workspace.dashboard()));
}

BOOST_AUTO_TEST_CASE(no_plan_is_wrong_usage) {
    const Workspace workspace;
    fs::remove(workspace.path() / "plan.xlsx");
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 2);
    BOOST_TEST(result.err.find("plan.xlsx") != std::string::npos, result.err);
}

BOOST_AUTO_TEST_CASE(an_empty_inbox_gives_a_dashboard_that_says_what_is_missing) {
    const Workspace workspace;
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 0, result.err);
    BOOST_TEST(fs::exists(workspace.dashboard()));
    BOOST_TEST(workspace.status().find("Returns not received") != std::string::npos, workspace.status());
}

BOOST_AUTO_TEST_CASE(an_output_folder_that_cannot_be_written_fails_but_the_returns_are_kept) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries());
    // A file in the folder's place refuses even the superuser, whom permissions do not stop.
    std::ofstream(workspace.path() / "dashboards") << "in the way";
    const RunResult result = workspace.run();
    BOOST_TEST(result.exit_code == 3);
    BOOST_TEST(result.err.find("dashboards") != std::string::npos, result.err);
    BOOST_TEST(result.err.find("Check that") != std::string::npos, result.err);
    BOOST_TEST(workspace.files_in("archive/2014-09") == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

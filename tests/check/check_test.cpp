#include "panelbook/check/check.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "panelbook/check/words.hpp"
#include "panelbook/cli/commands.hpp"
#include "panelbook/intake/files.hpp"

#include "support/sheet_text.hpp"
#include "support/workspace.hpp"

namespace fs = std::filesystem;
using namespace panelbook;
using tests::Workspace;

namespace {

struct Answer {
    int exit_code = 0;
    std::string out;
    std::string err;
};

/// Without the line ends that a screen needs.
std::string flat(const std::string& screen) {
    std::string text;
    for (const char c : screen) {
        const bool blank = c == '\n' || c == ' ';
        if (!blank || !text.ends_with(' ')) text += blank ? ' ' : c;
    }
    return text;
}

Answer check_it(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::execute(arguments, {out, err});
    return {code, out.str(), err.str()};
}

std::string in_inbox(const Workspace& office, const char* name) {
    return (office.path() / "inbox" / name).string();
}

std::map<std::string, std::string> contents_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[entry.path().string()] = intake::sha256(intake::read_file(entry.path()));
    }
    return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check)

BOOST_AUTO_TEST_CASE(a_good_file_is_shown_as_it_was_read) {
    Workspace office;
    office.send("Burglaries June.xlsx", Workspace::burglaries());
    const Answer answer = check_it({in_inbox(office, "Burglaries June.xlsx")});
    BOOST_TEST(answer.exit_code == 0);
    BOOST_TEST(flat(answer.out).find("Burglaries June.xlsx: nothing wrong") == 0u, answer.out);
    BOOST_TEST(flat(answer.out).find("source crime (Force corporate services) of") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("read Figures!A2:C31, headings in row 1, 30 rows, 30 figures, Apr-13 to Jun-14") !=
                   std::string::npos,
               answer.out);
}

BOOST_AUTO_TEST_CASE(a_bad_cell_is_named_with_what_was_found_and_what_to_do_and_nothing_changes) {
    Workspace office;
    office.send("Burglaries May.xlsx", Workspace::burglaries());
    office.run();
    office.send("Burglaries June.xlsx", Workspace::burglaries("about 40"));
    const auto before = contents_of(office.path());
    const Answer answer = check_it({in_inbox(office, "Burglaries June.xlsx")});
    BOOST_TEST(answer.exit_code == 1);
    BOOST_TEST(flat(answer.out).find(" error: Figures!C31: not-a-number ") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("Found: about 40.") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("Type the figure, or .. if there is none.") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("compared with 1 earlier file") != std::string::npos, answer.out);
    BOOST_TEST((contents_of(office.path()) == before));
}

BOOST_AUTO_TEST_CASE(a_file_without_a_plan_is_checked_for_what_needs_none) {
    const tests::Folder folder("check");
    tests::write_workbook(
        "@sheet Figures\nMonth\tCount\n2014-04\t12\n2014-05\t13\n2014-06\t'14\n2014-07\t15\n2014-08\t#N/A\n",
        folder / "Some.xlsx");
    const Answer answer = check_it({(folder / "Some.xlsx").string()});
    BOOST_TEST(answer.exit_code == 1);
    BOOST_TEST(flat(answer.out).find("no plan.xlsx in its folder or above it") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("sheet Figures!A1:B6, 12 cells") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("warning: Figures!B6: error-value") != std::string::npos, answer.out);
    BOOST_TEST(flat(answer.out).find("warning: Figures!B4: text-number") != std::string::npos, answer.out);
}

BOOST_AUTO_TEST_CASE(a_file_that_no_source_claims_is_an_error_with_the_nearest_source) {
    Workspace office;
    office.send("Burglary.xlsx", Workspace::burglaries());
    const Answer answer = check_it({in_inbox(office, "Burglary.xlsx")});
    BOOST_TEST(answer.exit_code == 1);
    BOOST_TEST(flat(answer.out).find("error: the file: file-unclaimed") != std::string::npos, answer.out);
}

BOOST_AUTO_TEST_CASE(a_hundred_bad_cells_fit_on_a_screen_and_are_all_in_the_json) {
    Workspace office;
    std::string text = "@sheet Figures\n*Month\t*Area\t*Count\n";
    for (int row = 0; row < 100; ++row) text += fmt::format("2014-06\tNowhere {}\t{}\n", row, row % 2 ? "?" : "#REF!");
    std::vector<std::string> names;
    for (int file = 0; file < 12; ++file) {
        const std::string name = fmt::format("Burglaries {}.xlsx", file);
        office.send(name, file == 5 ? Workspace::burglaries() : text);
        names.push_back(in_inbox(office, name.c_str()));
    }
    const Answer screen = check_it(names);
    BOOST_TEST(std::count(screen.out.begin(), screen.out.end(), '\n') <= 50);
    BOOST_TEST(screen.exit_code == 1);
    names.push_back("--json");
    const auto json = nlohmann::json::parse(check_it(names).out);
    BOOST_TEST(json["exit_code"] == 1);
    BOOST_TEST(json["files"].size() == 12u);
    BOOST_TEST(json["files"][0]["findings"].size() == 100u);
    BOOST_TEST(json["files"][5]["findings"].empty());
    BOOST_TEST(json["files"][5]["tables"][0]["body"] == "A2:C31");
    for (const char* key : {"severity", "rule", "file", "sheet", "cell", "found", "expected", "message", "fix"})
        BOOST_TEST(json["files"][0]["findings"][0].contains(key), key);
}

BOOST_AUTO_TEST_CASE(lines_are_cut_to_the_screen_and_never_in_a_character) {
    panelbook::check::FileCheck file;
    file.name = "Grüße.xlsx";
    Finding finding;
    finding.rule = "not-a-number";
    finding.where = {file.name, "März", CellRef{1, 1}};
    for (int i = 0; i < 80; ++i) finding.message += "größer ";
    file.findings = {finding};
    const std::vector<panelbook::check::FileCheck> files = {file};
    std::istringstream lines(panelbook::check::to_screen(files));
    for (std::string line; std::getline(lines, line);) BOOST_TEST(line.size() <= 130u, line);
}

BOOST_AUTO_TEST_CASE(a_plan_with_a_mistake_or_that_is_not_there_is_wrong_usage) {
    Workspace office;
    office.send("Burglaries June.xlsx", Workspace::burglaries());
    const std::string file = in_inbox(office, "Burglaries June.xlsx");
    BOOST_TEST(check_it({file, "--plan", (office.path() / "none.xlsx").string()}).exit_code == 2);
    const Answer wrong = check_it({file, "--plan", file});
    BOOST_TEST(wrong.exit_code == 2);
    BOOST_TEST(wrong.err.find("plan-sheet-missing") != std::string::npos, wrong.err);
    BOOST_TEST(check_it({}).exit_code == 2);
    BOOST_TEST(check_it({office.path().string()}).err.find("is a folder") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

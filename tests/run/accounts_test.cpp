// Every filled cell of a mapped table has one state: counted from the workbooks alone, and from what a run says.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/plan/read.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/cell_accounts.hpp"
#include "support/folder.hpp"
#include "support/workspace.hpp"

namespace fs = std::filesystem;
using namespace panelbook;

namespace {

/// What was counted of one file from its workbook alone.
struct Counted {
    std::size_t filled = 0;
    std::vector<std::string> wrong;
};

std::map<std::string, Counted> counted(const fs::path& workspace) {
    const plan::Plan plan = plan::load_plan(workspace / "plan.xlsx").value;
    std::map<std::string, Counted> files;
    for (const auto& entry : fs::recursive_directory_iterator(workspace / "inbox")) {
        if (!entry.is_regular_file()) continue;
        const std::string name = fs::relative(entry.path(), workspace / "inbox").generic_string();
        const auto book = workbook::read_workbook(entry.path(), name, workbook::Limits::normal()).value;
        const extract::Claim claim = extract::claim(entry.path().filename().string(), plan);
        const auto read = extract::extract(book, *claim.source, plan, {name, "hash"}).value;
        files[name] = {tests::filled_cells(book, read.tables), tests::wrong_accounts(book, read)};
        // Titles, and the labels and periods of single cells, stand outside the tables and are claimed too.
        const std::size_t in_tables = files[name].filled;
        files[name].filled = 0;
        for (const CellRun& run : read.cells.runs()) files[name].filled += run.last_row - run.first_row + 1;
        BOOST_TEST(files[name].filled >= in_tables, name);
    }
    return files;
}

nlohmann::json run_json(const fs::path& workspace) {
    std::ostringstream out;
    std::ostringstream err;
    cli::execute({"run", workspace.string(), "--settle", "0", "--json"}, {out, err});
    return nlohmann::json::parse(out.str());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(the_cells_of_the_sample_workspaces_add_up) {
    for (const char* sample : {"2014-15-q1", "2020-21-q1"}) {
        const tests::Folder workspace("accounts");
        const fs::path original = tests::source_folder() / "workbooks" / sample;
        fs::copy_file(original / "plan.xlsx", workspace / "plan.xlsx");
        fs::copy(original / "inbox", workspace / "inbox", fs::copy_options::recursive);
        const auto files = counted(workspace.path());
        const nlohmann::json json = run_json(workspace.path());
        std::set<std::string> told;
        for (const auto& file : json.at("cells")) {
            const std::string name = file.at("file");
            BOOST_TEST_CONTEXT(sample << ' ' << name) {
                told.insert(name);
                BOOST_TEST_REQUIRE(files.contains(name));
                std::size_t sum = 0;
                for (const auto& [state, count] : file.at("states").items()) sum += count.get<std::size_t>();
                BOOST_TEST(sum == files.at(name).filled);
                BOOST_TEST(file.at("filled") == sum);
                std::size_t reasons = 0;
                for (const auto& [reason, count] : file.at("reasons").items()) reasons += count.get<std::size_t>();
                const auto of = [&](const char* state) { return file.at("states").value(state, std::size_t{0}); };
                BOOST_TEST(reasons == of("withheld") + of("suppressed"));
                for (const std::string& wrong : files.at(name).wrong) BOOST_ERROR(wrong);
            }
        }
        BOOST_TEST(told.size() == files.size());
    }
}

BOOST_AUTO_TEST_CASE(the_counts_follow_what_becomes_of_the_figures) {
    const tests::Workspace workspace;
    workspace.send("Burglaries.xlsx", tests::Workspace::burglaries("about 50"));
    const auto counts = [&](std::size_t file) { return run_json(workspace.path()).at("cells").at(file).at("states"); };
    const nlohmann::json before = counts(0);
    BOOST_TEST(before.at("published") == 29);
    BOOST_TEST(before.at("in error") == 1);
    BOOST_TEST(before.at("header") == 3);
    BOOST_TEST(before.at("label") == 60);
    workspace.send("Burglaries again.xlsx", tests::Workspace::burglaries("50"));
    const nlohmann::json later = run_json(workspace.path()).at("cells");
    BOOST_TEST(later.size() == 2U);
    for (const auto& file : later) {
        const bool first = file.at("file") == "Burglaries.xlsx";
        BOOST_TEST(file.at("states").value(first ? "superseded" : "published", 0) == (first ? 29 : 30));
    }
}

BOOST_AUTO_TEST_SUITE_END()

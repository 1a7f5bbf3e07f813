// The README is true: its commands run, and what it says the tool answers is what the tool answers.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "panelbook/intake/files.hpp"

#include "support/office.hpp"
#include "support/sample_run.hpp"
#include "support/workspace.hpp"

namespace fs = std::filesystem;
using panelbook::intake::read_file;
using panelbook::tests::quoted;
using panelbook::tests::source_folder;
using panelbook::tests::Workspace;

namespace {

/// The lines of every fenced block of one language.
std::vector<std::string> block_lines(const std::string& language) {
    std::istringstream readme(read_file(source_folder() / "README.md"));
    std::vector<std::string> lines;
    bool inside = false;
    for (std::string line; std::getline(readme, line);) {
        if (line.starts_with("```"))
            inside = line == "```" + language;
        else if (inside)
            lines.push_back(line);
    }
    return lines;
}

bool may_be_run(const fs::path& script) {
    return (fs::status(script).permissions() & fs::perms::owner_exec) != fs::perms::none;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(every_command_of_the_readme_runs) {
    const std::string built = "build/release/panelbook ";
    const fs::path copy = panelbook::tests::sample_dashboard("2014-15-q1").parent_path().parent_path();
    for (std::string line : block_lines("sh")) {
        if (line == "scripts/demo" || line == "scripts/test") {
            // The tests are run by the one, which runs the other first.
            BOOST_TEST(may_be_run(source_folder() / line), line);
            continue;
        }
        BOOST_REQUIRE_MESSAGE(line.starts_with(built), line);
        line.replace(0, built.size(), quoted(panelbook::tests::program().string()) + " ");
        const std::string sample = "build/demo/2014-15-q1";
        if (const auto at = line.find(sample); at != std::string::npos)
            line.replace(at, sample.size(), quoted(copy.string()));
        const auto result = panelbook::tests::run_command("cd " + quoted(source_folder().string()) + " && " + line);
        BOOST_TEST(result.exit_code == 0, line + ": " + result.output);
    }
    const std::string test_script = read_file(source_folder() / "scripts/test");
    BOOST_TEST(test_script.find("\nscripts/demo\n") != std::string::npos);
    BOOST_TEST(read_file(source_folder() / ".ci/run").find("scripts/test") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_answer_to_a_mistake_is_the_one_that_the_readme_shows) {
    const Workspace workspace;
    workspace.send("Burglaries.xlsx", Workspace::burglaries("about 50"));
    const auto result = workspace.run();
    BOOST_TEST(result.exit_code == 1);
    std::string shown;
    for (const std::string& line : block_lines("text")) shown += line + "\n";
    BOOST_TEST(result.err == shown);
}

BOOST_AUTO_TEST_CASE(every_place_that_the_readme_links_to_is_there) {
    const std::string readme = read_file(source_folder() / "README.md");
    for (std::size_t at = readme.find("]("); at != std::string::npos; at = readme.find("](", at + 1)) {
        const std::string target = readme.substr(at + 2, readme.find(')', at) - at - 2);
        BOOST_TEST(fs::exists(source_folder() / target), target);
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "panelbook/cli/commands.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <ostream>
#include <sstream>

#include "panelbook/cli/run_options.hpp"
#include "panelbook/core/errors.hpp"

#include "support/folder.hpp"

using namespace panelbook::cli;

namespace {

struct Answer {
    int code;
    std::string out;
    std::string err;
};

Answer answer(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = execute(arguments, {out, err});
    return {code, out.str(), err.str()};
}

struct WrongArguments {
    std::vector<std::string> arguments;
    const char* words;
};

std::ostream& operator<<(std::ostream& out, const WrongArguments& wrong) {
    return out << wrong.words;
}

const WrongArguments wrong_arguments[] = {
    {{"rum"}, "Did you mean run?"},
    {{"nonsense"}, "panelbook --help lists them"},
    {{"\x1B[2J"}, "There is no command \"\\u001b[2J\"."},
    {{"check", "\x1B[2J.xlsx"}, "\\u001b[2J.xlsx: there is no such file."},
    {{"run", "--perod", "2014-06"}, "Did you mean --period?"},
    {{"run", "--period", "last month"}, "\"last month\" is not a period. Write 2014-06"},
    {{"run", "--as-of", "29/09/2014"}, "\"29/09/2014\" is not a date. Write it as 2014-09-29."},
    {{"run", "--audience", "public"}, "The public edition is not made by this version"},
    {{"run", "--audience", "press"}, "\"press\" is not an audience"},
    {{"run", "--settle", "-1"}, "--settle is a number of seconds from 0 to 3600"},
    {{"run", "one", "two"}, "Only one folder can be given"},
    {{"check", "x.xlsx", "--jsn"}, "Did you mean --json?"},
    {{"check"}, "Name the files to check"},
    {{"check", "no such file.xlsx"}, "no such file.xlsx: there is no such file."},
    {{"run", "no such folder"}, "no such folder: there is no such folder. Name the folder that holds plan.xlsx."},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cli)

BOOST_AUTO_TEST_CASE(every_command_answers_help_in_under_25_lines_with_examples) {
    for (const Command& command : commands()) {
        const Answer help = answer({std::string(command.name), "--help"});
        BOOST_TEST(help.code == 0);
        BOOST_TEST(help.out.find("Examples") != std::string::npos, command.name);
        BOOST_TEST(std::count(help.out.begin(), help.out.end(), '\n') < 25, command.name);
        BOOST_TEST(answer({"--help"}).out.find(command.summary) != std::string::npos, command.name);
    }
}

BOOST_DATA_TEST_CASE(what_is_wrong_with_the_arguments_is_said_with_the_remedy,
                     boost::unit_test::data::make(wrong_arguments), wrong) {
    const Answer refused = answer(wrong.arguments);
    BOOST_TEST(refused.code == 2);
    BOOST_TEST(refused.err.find(wrong.words) != std::string::npos, refused.err);
    BOOST_TEST(refused.out.empty());
}

BOOST_AUTO_TEST_CASE(no_arguments_show_the_overview_and_are_wrong_usage) {
    BOOST_TEST(answer({}).code == 2);
    BOOST_TEST(answer({}).err.find("Commands") != std::string::npos);
    BOOST_TEST(answer({"--version"}).out.starts_with("panelbook "));
}

BOOST_AUTO_TEST_CASE(output_that_cannot_be_written_is_a_failure) {
    std::ofstream full("/dev/full");
    std::ostringstream err;
    BOOST_TEST(execute({"--version"}, {full, err}) == 3);
    BOOST_TEST(err.str() == "error: The output cannot be written: the disk may be full, or what read it has ended.\n");
}

BOOST_AUTO_TEST_CASE(check_lets_no_control_character_of_a_name_reach_the_terminal) {
    const panelbook::tests::Folder folder("check");
    const auto path = folder.path() / "\x1B[2J.csv";
    std::ofstream(path) << "month,figure\n2014-06,5\n";
    const Answer said = answer({"check", path.string()});
    BOOST_TEST((said.out.find('\x1B') == std::string::npos), said.out);
    BOOST_TEST(said.out.find("\\u001b[2J.csv: nothing wrong") != std::string::npos, said.out);
}

BOOST_AUTO_TEST_CASE(a_folder_with_blanks_is_one_folder) {
    const auto options = parse_run_options({"a folder/with blanks", "--period", "2014/15 Q1", "--as-of", "2014-09-29",
                                            "--settle", "0", "--quiet", "--audience", "internal"});
    BOOST_TEST(options.workspace == "a folder/with blanks");
    BOOST_TEST(options.period->key() == "2014/15 Q1");
    BOOST_TEST(panelbook::to_iso(*options.as_of) == "2014-09-29");
    BOOST_TEST(options.settle.count() == 0);
    BOOST_TEST(options.quiet);
}

BOOST_AUTO_TEST_CASE(a_workspace_without_a_plan_is_refused_with_the_remedy) {
    const panelbook::tests::Folder folder("cli");
    const Answer refused = answer({"run", folder.path().string()});
    BOOST_TEST(refused.code == 2);
    BOOST_TEST(refused.err.find("plan.xlsx") != std::string::npos, refused.err);
}

BOOST_AUTO_TEST_SUITE_END()

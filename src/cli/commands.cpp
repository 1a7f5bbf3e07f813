#include "panelbook/cli/commands.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/cli/run_options.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::cli {

namespace {

enum ExitCode : int { done = 0, wrong_usage = 2, failed = 3, locked = 75 };

constexpr std::string_view run_help = R"(panelbook run [DIR] [options]

Reads the workbooks in DIR/inbox, checks and consolidates them, and writes the
dashboard to DIR/dashboards. DIR is the workspace, the folder with plan.xlsx;
without it, the folder you are in. DIR/dashboards/STATUS.txt says what happened.

  --period P       the dashboard's period: 2014-06, "2014/15 Q1" or 2014/15;
                   else the plan's, else the last complete quarter
  --as-of DATE     what was known on that day (2014-09-29); else the plan's,
                   else today
  --audience A     internal (the only one in this version)
  --settle S       seconds a file must lie unchanged before it is taken (10)
  -q, --quiet      print errors only

Examples
  panelbook run
  panelbook run workbooks/2014-15-q1 --settle 0
  panelbook run /srv/performance --period "2020/21 Q1" --as-of 2020-09-15

Exit code: 0 done; 1 done, but something was rejected or withheld for an error;
2 wrong usage or plan; 3 failed, the old output is intact; 75 another run is on.
)";

int run_command(const std::vector<std::string>& arguments, Streams streams) {
    return run::run(parse_run_options(arguments), streams.out, streams.err);
}

constexpr std::array<Command, 1> table = {{
    {"run", "read the inbox and write the dashboard", run_help, run_command},
}};

void print_overview(std::ostream& out) {
    out << "panelbook makes the dashboard for a Police and Crime Panel from the workbooks that partners send.\n\n"
           "  panelbook COMMAND [options]\n\nCommands\n";
    for (const Command& command : table) out << fmt::format("  {:<10} {}\n", command.name, command.summary);
    out << "\nExamples\n  panelbook run workbooks/2014-15-q1\n  panelbook run --help\n  panelbook --version\n";
}

bool asks_for_help(const std::string& argument) {
    return argument == "--help" || argument == "-h" || argument == "help";
}

int dispatch(const std::vector<std::string>& arguments, Streams streams) {
    if (arguments.empty()) {
        print_overview(streams.err);
        return wrong_usage;
    }
    if (asks_for_help(arguments.front())) {
        print_overview(streams.out);
        return done;
    }
    if (arguments.front() == "--version") {
        streams.out << "panelbook " PANELBOOK_VERSION "\n";
        return done;
    }
    const auto command =
        std::find_if(table.begin(), table.end(), [&](const Command& one) { return one.name == arguments.front(); });
    if (command == table.end()) {
        std::vector<std::string> names;
        for (const Command& one : table) names.emplace_back(one.name);
        const std::string close = nearest(arguments.front(), names);
        throw UsageError(fmt::format("There is no command \"{}\". {}", arguments.front(),
                                     close.empty() ? "panelbook --help lists them." : "Did you mean " + close + "?"));
    }
    const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
    if (std::any_of(rest.begin(), rest.end(), [](const std::string& one) { return one == "--help" || one == "-h"; })) {
        streams.out << command->help;
        return done;
    }
    return command->run(rest, streams);
}

}  // namespace

std::span<const Command> commands() {
    return table;
}

int execute(const std::vector<std::string>& arguments, Streams streams) {
    try {
        return dispatch(arguments, streams);
    } catch (const UsageError& error) {
        streams.err << "error: " << error.what() << '\n';
        return wrong_usage;
    } catch (const LockedError& error) {
        streams.err << "error: " << error.what() << '\n';
        return locked;
    } catch (const std::exception& error) {
        streams.err << "error: " << error.what() << '\n';
        return failed;
    }
}

}  // namespace panelbook::cli

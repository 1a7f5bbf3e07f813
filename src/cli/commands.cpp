#include "panelbook/cli/commands.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/cli/check_command.hpp"
#include "panelbook/cli/diff_command.hpp"
#include "panelbook/cli/explain_command.hpp"
#include "panelbook/cli/read_command.hpp"
#include "panelbook/cli/rebuild_command.hpp"
#include "panelbook/cli/run_command.hpp"
#include "panelbook/cli/spc_command.hpp"
#include "panelbook/cli/visible_text.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::cli {

namespace {

void print_overview(std::ostream& out) {
    out << "panelbook makes the dashboard for a Police and Crime Panel from the workbooks that partners send.\n\n"
           "  panelbook COMMAND [options]\n\nCommands\n";
    for (const Command& command : commands()) out << fmt::format("  {:<10} {}\n", command.name, command.summary);
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
    const auto table = commands();
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
    static const std::array table = {
        run_command(),
        spc_command(),
        check_command(),
        read_command(),
        rebuild_command(),
        diff_command(),
        explain_command(),
    };
    return table;
}

int execute(const std::vector<std::string>& arguments, Streams streams) {
    try {
        const int code = dispatch(arguments, streams);
        if (!streams.out.flush() && code != 128 + SIGPIPE)
            throw WriteError("The output cannot be written: the disk may be full, or what read it has ended.");
        return code;
    } catch (const UsageError& error) {
        streams.err << "error: " << visible_lines(error.what()) << '\n';
        return wrong_usage;
    } catch (const LockedError& error) {
        streams.err << "error: " << visible_lines(error.what()) << '\n';
        return locked;
    } catch (const std::exception& error) {
        streams.err << "error: " << visible_lines(error.what()) << '\n';
        return failed;
    }
}

}  // namespace panelbook::cli

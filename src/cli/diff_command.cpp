#include "panelbook/cli/diff_command.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/run/diff.hpp"
#include "panelbook/run/produce.hpp"
#include "panelbook/run/workspace.hpp"

#include "arguments.hpp"

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook diff OLD NEW [DIR] [options]

Lists the figures that changed, appeared or disappeared from OLD to NEW: two
dashboards, or two days as which the workspace DIR is known (without it, the
folder you are in). Nothing is changed.

  --json           print the figures as JSON

Examples
  panelbook diff "Q4 internal.xlsx" "Q1 internal.xlsx"
  panelbook diff 2014-06-30 2014-09-29
  panelbook diff 2014-06-30 2014-09-29 /srv/performance --json

Exit code: 0 done, whatever differs; 2 wrong usage or plan; 3 a file cannot be
read.
)";

run::PublishedFigures figures_on(const fs::path& workspace, Date day, std::ostream& err) {
    const plan::Plan plan = run::usable_plan(workspace, err).value;
    const history::History history(run::history_of(workspace));
    const Period period = run::chosen_period(std::nullopt, plan.settings.period, day);
    const auto known = run::known_on(history, day);
    return run::figures_of_series(consolidate::consolidate(known, plan, period, day).value.series, plan);
}

int execute_diff(const std::vector<std::string>& arguments, Streams streams) {
    Accepted accepted{"diff", {}, "side", 3, "Give two dashboards, or two days and one folder."};
    accepted.options.add_options()("side", po::value<std::vector<std::string>>())("json", po::bool_switch());
    const po::variables_map values = parse_arguments(accepted, arguments);
    const auto sides =
        values.count("side") ? values["side"].as<std::vector<std::string>>() : std::vector<std::string>{};
    if (sides.size() < 2) throw UsageError("Name what is to be compared: two dashboards, or two days like 2014-09-29.");
    const auto old_day = parse_iso_date(sides[0]), new_day = parse_iso_date(sides[1]);
    if (old_day.has_value() != new_day.has_value())
        throw UsageError("Give two dashboards or two days, not one of each.");
    std::vector<run::FigureChange> changes;
    if (old_day) {
        const fs::path workspace = sides.size() > 2 ? sides[2] : ".";
        run::require_workspace(workspace);
        changes = run::differences(figures_on(workspace, *old_day, streams.err),
                                   figures_on(workspace, *new_day, streams.err));
    } else {
        if (sides.size() > 2) throw UsageError("A folder is given with two days only.");
        for (std::size_t i = 0; i < 2; ++i)
            if (!fs::is_regular_file(sides[i])) throw UsageError(fmt::format("{}: there is no such file.", sides[i]));
        changes = run::differences(run::figures_of_dashboard(sides[0]), run::figures_of_dashboard(sides[1]));
    }
    streams.out << (values["json"].as<bool>() ? run::to_json(changes, sides[0], sides[1])
                                              : run::to_text(changes, sides[0], sides[1]));
    return done;
}

}  // namespace

Command diff_command() {
    return {"diff", "what changed between two dashboards or days", help, execute_diff};
}

}  // namespace panelbook::cli

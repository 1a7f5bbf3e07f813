#include "panelbook/cli/run_command.hpp"

#include <ostream>

#include "panelbook/cli/run_options.hpp"
#include "panelbook/run/run.hpp"

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook run [DIR] [options]

Reads the workbooks in DIR/inbox, checks and consolidates them, and writes the
dashboard to DIR/dashboards. DIR is the workspace, the folder with plan.xlsx;
without it, the folder you are in. DIR/dashboards/STATUS.txt says what happened.

  --period P       the dashboard's period: 2014-06, "2014/15 Q1" or 2014/15;
                   else the plan's, else the last complete quarter
  --as-of DATE     what was known on that day (2014-09-29); else the plan's,
                   else today
  --audience A     internal (the only one in this version)
  --settle S       seconds a file must lie unchanged before it is taken (10)
  --json           print status.json: with it, what became of every cell
  -q, --quiet      print errors only

Examples
  panelbook run
  panelbook run workbooks/2014-15-q1 --settle 0
  panelbook run /srv/performance --period "2020/21 Q1" --as-of 2020-09-15

Exit code: 0 done; 1 done, but something was rejected or withheld for an error;
2 wrong usage or plan; 3 failed, the old output is intact; 75 another run is on.
)";

int execute_run(const std::vector<std::string>& arguments, Streams streams) {
    return run::run(parse_run_options(arguments), streams.out, streams.err);
}

}  // namespace

Command run_command() {
    return {"run", "read the inbox and write the dashboard", help, execute_run};
}

}  // namespace panelbook::cli

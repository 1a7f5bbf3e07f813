#include "panelbook/cli/rebuild_command.hpp"

#include "panelbook/run/rebuild.hpp"

#include "arguments.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook rebuild [DIR] [options]

Makes DIR/history.db again from the originals in archive and rejected, with
archive/ledger.jsonl and the logs: the same content as before. DIR is the folder
with plan.xlsx; without it, the folder you are in. The old history stays until
the new one is whole; the dashboards are not touched.

  -q, --quiet      print errors only

Examples
  panelbook rebuild
  panelbook rebuild /srv/performance

Exit code: 0 done; 1 done, but an original is missing (the old history is then
kept as history.db.old) or the ledger does not have one; 2 wrong usage or plan;
3 failed, the old history is intact; 75 another run is on.
)";

int execute_rebuild(const std::vector<std::string>& arguments, Streams streams) {
    Accepted accepted{
        "rebuild", {}, "workspace", 1, "Only one folder can be given. Put a folder name with blanks in quotes."};
    accepted.options.add_options()("workspace", po::value<std::string>()->default_value("."))("quiet,q",
                                                                                              po::bool_switch());
    const po::variables_map values = parse_arguments(accepted, arguments);
    return run::rebuild(values["workspace"].as<std::string>(), values["quiet"].as<bool>(), streams.out, streams.err);
}

}  // namespace

Command rebuild_command() {
    return {"rebuild", "make the history again from the archive", help, execute_rebuild};
}

}  // namespace panelbook::cli

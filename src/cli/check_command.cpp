#include "panelbook/cli/check_command.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <ostream>

#include "panelbook/check/check.hpp"
#include "panelbook/check/words.hpp"
#include "panelbook/check/workspace.hpp"
#include "panelbook/cli/check_options.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"

namespace fs = std::filesystem;

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook check FILE... [options]

Says what is wrong with workbooks and csv files, cell by cell, and how each was
read: source, tables, headings, periods, totals. Changes nothing. The plan is
the plan.xlsx of the file's folder or of a folder above it; without one, only
what needs no plan is checked. Where the plan's folder has a history, the file
is compared with what its source sent before.

  --plan PLAN      another plan
  --json           everything, every finding by itself
  -q, --quiet      nothing but the exit code

Examples
  panelbook check "inbox/Youth Offending City return.xlsx"
  panelbook check *.xlsx --plan /srv/performance/plan.xlsx
  panelbook check Return.xlsx --json

Exit code: 0 nothing is wrong; 1 something is; 2 wrong usage or plan; 3 failed.
)";

/// The workspaces of the files, each read once.
class Workspaces {
public:
    Workspaces(const CheckOptions& options, std::ostream& err) : m_options(options), m_err(err) {}

    /// Null where the file has no plan.
    const check::Workspace* of(const fs::path& file) {
        const std::optional<fs::path> plan =
            m_options.plan ? std::optional(fs::path(*m_options.plan)) : check::plan_beside(file);
        if (!plan) return nullptr;
        const auto known = m_all.find(*plan);
        if (known != m_all.end()) return &known->second;
        return &m_all.emplace(*plan, check::open_workspace(*plan, m_err)).first->second;
    }

private:
    const CheckOptions& m_options;
    std::ostream& m_err;
    std::map<fs::path, check::Workspace> m_all;
};

void refuse_what_is_no_file(const std::string& file) {
    if (fs::is_directory(file)) throw UsageError(fmt::format("{}: is a folder. Name the files to check.", file));
    if (!fs::exists(file)) throw UsageError(fmt::format("{}: there is no such file.", file));
}

int execute_check(const std::vector<std::string>& arguments, Streams streams) {
    const CheckOptions options = parse_check_options(arguments);
    for (const std::string& file : options.files) refuse_what_is_no_file(file);
    Workspaces workspaces(options, streams.err);
    std::vector<check::FileCheck> checks;
    int exit_code = done;
    for (const std::string& file : options.files) {
        const check::Workspace* workspace = workspaces.of(file);
        const std::string bytes = intake::read_file(file);
        const std::string name = fs::path(file).filename().string();
        checks.push_back(workspace == nullptr ? check::check_file(bytes, name, {})
                                              : check::check_in(*workspace, bytes, name));
        if (checks.back().anything_wrong()) exit_code = something_wrong;
    }
    if (options.json)
        streams.out << check::to_json(checks, exit_code);
    else if (!options.quiet)
        streams.out << check::to_screen(checks);
    return exit_code;
}

}  // namespace

Command check_command() {
    return {"check", "say what is wrong with a file, and change nothing", help, execute_check};
}

}  // namespace panelbook::cli

#include "panelbook/cli/check_command.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <ostream>

#include "panelbook/annotate/annotate.hpp"
#include "panelbook/check/check.hpp"
#include "panelbook/check/words.hpp"
#include "panelbook/check/workspace.hpp"
#include "panelbook/cli/check_options.hpp"
#include "panelbook/cli/visible_text.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"
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
  --annotate OUT   also writes a copy of FILE (one xlsx or xlsm) with a comment
                   at every cell in question and a sheet that lists them
  --json           everything, every finding by itself
  -q, --quiet      nothing but the exit code

Examples
  panelbook check "inbox/Youth Offending City return.xlsx"
  panelbook check *.xlsx --plan /srv/performance/plan.xlsx
  panelbook check Return.xlsx --annotate "Return with comments.xlsx"

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

bool same_file(const fs::path& one, const fs::path& other) {
    std::error_code ignored;
    return fs::weakly_canonical(one, ignored) == fs::weakly_canonical(other, ignored) ||
           fs::equivalent(one, other, ignored);
}

/// Writes the copy with comments, and says in one line what it is.
std::string write_annotated(const CheckOptions& options, const std::string& bytes, const check::FileCheck& checked,
                            const check::Workspace* workspace) {
    const fs::path out = *options.annotate;
    if (same_file(out, options.files.front()) || (workspace != nullptr && same_file(out, workspace->place)))
        throw UsageError(fmt::format("{}: is the file itself. Give the copy another name.", out.string()));
    const annotate::Annotated copy =
        annotate::annotate(bytes, checked.name, checked.findings, workbook::Limits::large());
    const std::string ending = copy.macros ? ".xlsm" : ".xlsx";
    if (folded(out.extension().string()) != ending)
        throw UsageError(
            fmt::format("{}: Excel would not open the copy under this name. Let it end in {}.", out.string(), ending));
    intake::write_file(out, write::package_bytes(copy.parts));
    if (copy.why_not_a_copy.empty()) return fmt::format("Copy with comments: {}", out.string());
    return fmt::format("Findings: {}. {}", out.string(), copy.why_not_a_copy);
}

int execute_check(const std::vector<std::string>& arguments, Streams streams) {
    const CheckOptions options = parse_check_options(arguments);
    for (const std::string& file : options.files) refuse_what_is_no_file(file);
    Workspaces workspaces(options, streams.err);
    std::vector<check::FileCheck> checks;
    std::string about_copy;
    int exit_code = done;
    for (const std::string& file : options.files) {
        const check::Workspace* workspace = workspaces.of(file);
        const std::string bytes = intake::read_file(file);
        const std::string name = fs::path(file).filename().string();
        checks.push_back(workspace == nullptr ? check::check_file(bytes, name, {})
                                              : check::check_in(*workspace, bytes, name));
        if (checks.back().anything_wrong()) exit_code = something_wrong;
        if (options.annotate) about_copy = write_annotated(options, bytes, checks.back(), workspace);
    }
    if (options.json)
        streams.out << check::to_json(checks, exit_code);
    else if (!options.quiet)
        streams.out << visible_lines(check::to_screen(checks, about_copy.empty() ? 50 : 49));
    if (!options.quiet && !about_copy.empty())
        (options.json ? streams.err : streams.out) << visible_lines(about_copy) << '\n';
    return exit_code;
}

}  // namespace

Command check_command() {
    return {"check", "say what is wrong with a file, and change nothing", help, execute_check};
}

}  // namespace panelbook::cli

#include "panelbook/run/workspace.hpp"

#include <fmt/format.h>
#include <ostream>

#include "panelbook/core/errors.hpp"
#include "panelbook/plan/read.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

void require_workspace(const fs::path& workspace) {
    if (fs::is_directory(workspace)) return;
    throw UsageError(
        fmt::format("{}: there is no such folder. Name the folder that holds plan.xlsx.", workspace.string()));
}

Checked<plan::Plan> usable_plan(const fs::path& workspace, std::ostream& err) {
    Checked<plan::Plan> plan = plan::load_plan(workspace / "plan.xlsx");
    sort_findings(plan.findings);
    if (any_error(plan.findings)) {
        for (const Finding& finding : plan.findings) err << to_text(finding);
        throw UsageError("The plan has mistakes, so nothing was done. Put them right in plan.xlsx and run again.");
    }
    return plan;
}

void make_folders(const fs::path& workspace) {
    for (const char* folder : {"inbox", "archive", "rejected", "log"}) {
        std::error_code error;
        fs::create_directories(workspace / folder, error);
        if (error) {
            throw WriteError(
                fmt::format("{}: the folder cannot be made: {}. Check that you may write in the workspace.",
                            (workspace / folder).string(), error.message()));
        }
    }
}

void refuse_lost_history(const fs::path& workspace) {
    if (fs::exists(workspace / "history.db") || !fs::exists(workspace / "archive")) return;
    for (const auto& entry : fs::directory_iterator(workspace / "archive")) {
        if (!entry.is_directory() || entry.path().filename() == "plans") continue;
        throw ReadError(
            fmt::format("{}: is missing, but archive holds what was sent. Put history.db back from a backup, or make "
                        "it again from the archive with: panelbook rebuild {}",
                        (workspace / "history.db").string(), workspace.string()));
    }
}

fs::path history_of(const fs::path& workspace) {
    const fs::path path = workspace / "history.db";
    if (fs::exists(path)) return path;
    throw ReadError(fmt::format("{}: is not there: nothing has been taken in this folder yet. Run first: panelbook run {}",
                                path.string(), workspace.string()));
}

consolidate::Known known_on(const history::History& history, Date day) {
    return {history.files(day), history.observations(day), history.savings(day), history.findings(day)};
}

Date today() {
    return boost::gregorian::day_clock::local_day();
}

Period chosen_period(std::optional<Period> asked, std::optional<Period> planned, Date as_of) {
    if (asked) return *asked;
    if (planned) return *planned;
    const Period last_month = Period::month_of(as_of).shifted(-1);
    const Period quarter = Period::quarter(static_cast<int>(last_month.containing_financial_year().first_day().year()),
                                           last_month.quarter_number());
    return quarter.last_day() < as_of ? quarter : quarter.shifted(-3);
}

}  // namespace panelbook::run

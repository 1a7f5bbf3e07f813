#include "panelbook/run/run.hpp"

#include <ctime>
#include <filesystem>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/intake/lock.hpp"
#include "panelbook/plan/read.hpp"
#include "panelbook/run/produce.hpp"
#include "panelbook/run/status.hpp"
#include "panelbook/run/take.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

Date today() {
    return boost::gregorian::day_clock::local_day();
}

std::string now_utc(const char* form) {
    const std::time_t now = std::time(nullptr);
    return fmt::format(fmt::runtime(std::string("{:") + form + "}"), fmt::gmtime(now));
}

plan::Plan usable_plan(const fs::path& workspace, Findings& findings, std::ostream& err) {
    Checked<plan::Plan> plan = plan::load_plan(workspace / "plan.xlsx");
    sort_findings(plan.findings);
    if (any_error(plan.findings)) {
        for (const Finding& finding : plan.findings) err << to_text(finding);
        throw UsageError("The plan has mistakes, so nothing was done. Put them right in plan.xlsx and run again.");
    }
    findings = std::move(plan.findings);
    return std::move(plan.value);
}

Period chosen_period(const Options& options, const plan::Plan& plan, Date as_of) {
    if (options.period) return *options.period;
    if (plan.settings.period) return *plan.settings.period;
    const Period last_month = Period::month_of(as_of).shifted(-1);
    const Period quarter = Period::quarter(static_cast<int>(last_month.containing_financial_year().first_day().year()),
                                           last_month.quarter_number());
    return quarter.last_day() < as_of ? quarter : quarter.shifted(-3);
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

/// Without the history an archive says nothing: the dashboard would call every return missing.
void refuse_lost_history(const fs::path& workspace) {
    if (fs::exists(workspace / "history.db")) return;
    for (const auto& entry : fs::directory_iterator(workspace / "archive")) {
        if (!entry.is_directory() || entry.path().filename() == "plans") continue;
        throw ReadError(
            fmt::format("{}: is missing, but archive holds what was sent. Put history.db back from a backup; or "
                        "move the files of archive back to inbox to read them again.",
                        (workspace / "history.db").string()));
    }
}

void keep_plan(const fs::path& workspace, const plan::Plan& plan) {
    const std::string bytes = intake::read_file(workspace / "plan.xlsx");
    const fs::path place = workspace / "archive" / "plans" / (plan.hash.substr(0, 8) + "-plan.xlsx");
    if (fs::exists(place)) return;
    fs::create_directories(place.parent_path());
    intake::write_file(place, bytes);
}

}  // namespace

int run(const Options& options, std::ostream& out, std::ostream& err) {
    const fs::path workspace = options.workspace;
    if (!fs::is_directory(workspace)) {
        throw UsageError(
            fmt::format("{}: there is no such folder. Name the folder that holds plan.xlsx.", options.workspace));
    }
    Findings plan_findings;
    const plan::Plan plan = usable_plan(workspace, plan_findings, err);
    const intake::Lock lock(workspace);
    make_folders(workspace);
    keep_plan(workspace, plan);

    const Date as_of = options.as_of.value_or(plan.settings.as_of.value_or(today()));
    const Period period = chosen_period(options, plan, as_of);
    refuse_lost_history(workspace);
    history::History history(workspace / "history.db");
    Outcome outcome{
        as_of, period, take(workspace, plan, history, intake::look(workspace / "inbox", options.settle), as_of),
        {},    {},     {}};
    const Edition edition = run::edition(plan, plan_findings, history, period, as_of);
    outcome.findings = edition.findings;
    outcome.returns = edition.returns;
    outcome.produced = produce(workspace, edition.report, plan, period, as_of, history);

    const std::string finished = now_utc("%Y-%m-%dT%H:%M:%SZ");
    intake::write_file(workspace / "log" / (now_utc("%Y%m%dT%H%M%SZ") + ".jsonl"), log_lines(outcome, finished));
    intake::write_file(workspace / "dashboards" / "STATUS.txt", status_text(outcome));
    intake::write_file(workspace / "dashboards" / "status.json", status_json(outcome, finished));

    for (const Finding& finding : outcome.findings) {
        if (finding.severity == Severity::error) err << to_text(finding);
    }
    for (const LeftFile& file : outcome.taken.left)
        err << fmt::format("error: inbox/{}: left there: {}.\n", file.name, file.reason);
    if (!options.quiet) {
        out << fmt::format("{}, as known on {}: {} taken, {} rejected, {} left or waiting, {} sent before\n",
                           period.words(), to_words(as_of), outcome.taken.accepted.size(),
                           outcome.taken.rejected.size(), outcome.taken.left.size() + outcome.taken.waiting.size(),
                           outcome.taken.duplicates.size());
        if (!outcome.produced.remark.empty()) out << outcome.produced.remark << '\n';
        out << "Dashboard: " << (workspace / outcome.produced.path).string() << '\n';
    }
    return outcome.exit_code();
}

}  // namespace panelbook::run

#include "panelbook/run/run.hpp"

#include <ctime>
#include <filesystem>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/intake/files.hpp"
#include "panelbook/intake/lock.hpp"
#include "panelbook/run/last_run.hpp"
#include "panelbook/run/produce.hpp"
#include "panelbook/run/status.hpp"
#include "panelbook/run/take.hpp"
#include "panelbook/run/workspace.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

std::string now_utc(const char* form) {
    const std::time_t now = std::time(nullptr);
    return fmt::format(fmt::runtime(std::string("{:") + form + "}"), fmt::gmtime(now));
}

void keep_plan(const fs::path& workspace, const plan::Plan& plan) {
    const std::string bytes = intake::read_file(workspace / "plan.xlsx");
    const fs::path place = workspace / "archive" / "plans" / (plan.hash.substr(0, 8) + "-plan.xlsx");
    if (fs::exists(place)) return;
    fs::create_directories(place.parent_path());
    intake::write_file(place, bytes);
}

/// Two runs may end within one second; neither's log replaces the other's.
fs::path log_place(const fs::path& workspace) {
    const std::string stem = now_utc("%Y%m%dT%H%M%SZ");
    fs::path place = workspace / "log" / (stem + ".jsonl");
    for (int copy = 2; fs::exists(place); ++copy) place = workspace / "log" / fmt::format("{}-{}.jsonl", stem, copy);
    return place;
}

/// The last run, if the plan is still the one it was made with.
std::optional<LastRun> last_run_of(const fs::path& workspace) {
    if (!fs::exists(workspace / "history.db")) return std::nullopt;
    const auto text = history::History(workspace / "history.db", history::Integrity::trusted).last_run();
    std::optional<LastRun> last = text ? parse_last_run(*text) : std::nullopt;
    if (last && last->plan_hash != intake::sha256(intake::read_file(workspace / "plan.xlsx"))) last.reset();
    return last;
}

Outcome whole_run(const Options& options, const intake::Inbox& inbox, const Checked<plan::Plan>& checked_plan) {
    const fs::path workspace = options.workspace;
    const plan::Plan& plan = checked_plan.value;
    keep_plan(workspace, plan);
    const Date as_of = options.as_of.value_or(plan.settings.as_of.value_or(today()));
    const Period period = chosen_period(options.period, plan.settings.period, as_of);
    refuse_lost_history(workspace);
    history::History history(workspace / "history.db");
    Outcome outcome{as_of, period, take(workspace, plan, history, inbox, as_of), {}, {}, {}, {}, false};
    Edition edition = run::edition(plan, checked_plan.findings, history, period, as_of);
    outcome.findings = std::move(edition.findings);
    outcome.returns = std::move(edition.consolidated.returns);
    outcome.cells = std::move(edition.cells);
    outcome.produced = produce(workspace, edition.report, plan, period, as_of, history);

    LastRun last{plan.hash,
                 options.as_of.has_value(),
                 plan.settings.as_of,
                 plan.settings.period,
                 next_change(plan, history.files(Date(boost::date_time::max_date_time)), period, as_of),
                 outcome.produced.hash,
                 {},
                 outcome};
    for (const intake::InboxFile& file : inbox.ready) {
        for (const LeftFile& left : outcome.taken.left)
            if (left.name == file.name) last.left.emplace_back(file.name, file.hash);
    }
    history.remember_last_run(to_text(last));
    return outcome;
}

void say(const Outcome& outcome, const Options& options, std::ostream& out, std::ostream& err) {
    for (const Finding& finding : outcome.findings) {
        if (finding.severity == Severity::error) err << to_text(finding);
    }
    for (const LeftFile& file : outcome.taken.left)
        err << fmt::format("error: inbox/{}: left there: {}.\n", file.name, file.reason);
    if (options.quiet) return;
    out << fmt::format("{}, as known on {}: {} taken, {} rejected, {} left or waiting, {} sent before\n",
                       outcome.period.words(), to_words(outcome.as_of), outcome.taken.accepted.size(),
                       outcome.taken.rejected.size(), outcome.taken.left.size() + outcome.taken.waiting.size(),
                       outcome.taken.duplicates.size());
    if (outcome.nothing_new) out << "Nothing new since the last run.\n";
    if (!outcome.produced.remark.empty()) out << outcome.produced.remark << '\n';
    out << "Dashboard: " << (fs::path(options.workspace) / outcome.produced.path).string() << '\n';
}

}  // namespace

int run(const Options& options, std::ostream& out, std::ostream& err) {
    const fs::path workspace = options.workspace;
    require_workspace(workspace);
    std::optional<Checked<plan::Plan>> plan;
    if (!fs::exists(workspace / "plan.xlsx")) plan = usable_plan(workspace, err);
    const intake::Lock lock(workspace);
    make_folders(workspace);
    const std::optional<LastRun> last = last_run_of(workspace);
    if (!last) plan = usable_plan(workspace, err);
    const intake::Inbox inbox = intake::look(workspace / "inbox", options.settle);
    std::optional<Outcome> outcome = last ? nothing_new(options, *last, inbox) : std::nullopt;
    if (!outcome) outcome = whole_run(options, inbox, plan ? *plan : usable_plan(workspace, err));

    const std::string finished = now_utc("%Y-%m-%dT%H:%M:%SZ");
    const std::string json = status_json(*outcome, finished);
    intake::write_file(log_place(workspace), log_lines(*outcome, finished));
    intake::write_file(workspace / "dashboards" / "STATUS.txt", status_text(*outcome));
    intake::write_file(workspace / "dashboards" / "status.json", json);
    if (options.json) {
        Options quiet = options;
        quiet.quiet = true;
        say(*outcome, quiet, out, err);
        out << json;
    } else {
        say(*outcome, options, out, err);
    }
    return outcome->exit_code();
}

}  // namespace panelbook::run

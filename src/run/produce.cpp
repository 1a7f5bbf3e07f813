#include "panelbook/run/produce.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "panelbook/benchmark/benchmarks.hpp"
#include "panelbook/compare/compare.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/forecast/prospects.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/report/build.hpp"
#include "panelbook/run/workspace.hpp"
#include "panelbook/savings/savings.hpp"
#include "panelbook/spc/chart.hpp"
#include "panelbook/validate/accepted.hpp"
#include "panelbook/write/render.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

std::vector<spc::ControlChart> charts_of(const std::vector<Series>& series, const plan::Plan& plan, Period period) {
    std::vector<spc::ControlChart> charts;
    for (const plan::Measure& measure : plan.measures) {
        if (!measure.chart) continue;
        if (const Series* one = find_series(series, measure.id, plan.settings.area)) {
            charts.push_back(spc::chart_series(*one, measure, plan, period));
        }
    }
    return charts;
}

/// A name that every file system takes: no slash, colon or other sign that one of them refuses.
std::string file_name_of(std::string_view text) {
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == ": ")
            name += " -";
        else
            name += std::string_view("/\\:*?\"<>|").find(text[i]) == std::string_view::npos ? text[i] : '-';
    }
    return name;
}

bool was_issued(const plan::Plan& plan, Period period, Date as_of) {
    return std::any_of(plan.issued.begin(), plan.issued.end(), [&](const plan::Issued& issued) {
        return issued.period == period && issued.audience == "internal" && issued.issued_on < as_of;
    });
}

std::string rendered(const report::Report& report, const fs::path& folder) {
    const fs::path temporary = folder / ".dashboard.tmp";
    std::error_code ignored;
    fs::remove(temporary, ignored);
    try {
        write::render(report, temporary);
        std::string bytes = intake::read_file(temporary);
        fs::remove(temporary, ignored);
        return bytes;
    } catch (...) {
        fs::remove(temporary, ignored);
        throw;
    }
}

/// Whether the file is there and is neither the one this program wrote last nor the one it is about to write (a run
/// that stopped between writing and remembering leaves that).
bool edited_by_hand(const fs::path& workspace, const std::string& place, const std::string& new_hash,
                    const history::History& history) {
    std::error_code ignored;
    if (!fs::exists(workspace / place, ignored)) return false;
    const std::string hash = intake::sha256(intake::read_file(workspace / place));
    const auto written = history.written(place);
    return hash != new_hash && (!written || written->hash != hash);
}

/// A row that states the total of others is checked against them and not added to them.
Findings take_stated_totals_out(std::vector<SavingsAmount>& amounts) {
    const Checked<savings::Savings> added_up = savings::savings_of(amounts);
    const auto is_part = [&](const SavingsAmount& amount) {
        for (const savings::Position& position : added_up.value.positions)
            for (const SavingsAmount& part : position.amounts)
                if (part.where == amount.where) return true;
        return false;
    };
    std::erase_if(amounts, [&](const SavingsAmount& amount) { return !is_part(amount); });
    return added_up.findings;
}

/// Told with today's plan for both days: what a change of the plan alone does is no change of a figure.
std::vector<consolidate::Change> changes_since(const consolidate::ChangeBasis& basis, const consolidate::Known& known,
                                               const std::vector<Series>& now, const plan::Plan& plan, Period period) {
    const consolidate::Known earlier = consolidate::known_by(known, basis.as_known_on);
    return consolidate::changes_between(consolidate::consolidate(earlier, plan, period, basis.as_known_on).value.series,
                                        now);
}

}  // namespace

Edition edition(const plan::Plan& plan, const Findings& plan_findings, const history::History& history, Period period,
                Date as_of) {
    const consolidate::Known known = known_on(history, as_of);
    Checked<consolidate::Consolidated> consolidated = consolidate::consolidate(known, plan, period, as_of);
    Findings findings = std::move(consolidated.findings);
    // Only what is published is added up, so these may quote it.
    const Findings footing = take_stated_totals_out(consolidated.value.savings);
    findings.insert(findings.end(), footing.begin(), footing.end());
    if (!plan.accepted.empty()) {
        std::vector<Observation> observations;
        for (const history::KnownObservation& one : known.observations) observations.push_back(one.observation);
        validate::mark_accepted(findings, observations, plan, as_of);
    }
    findings.insert(findings.end(), plan_findings.begin(), plan_findings.end());
    sort_findings(findings);

    const auto& series = consolidated.value.series;
    std::vector<benchmark::Benchmark> benchmarks = benchmark::benchmarks(series, plan, period);
    std::vector<compare::Comparison> comparisons = compare::compare_all(series, plan, period);
    std::ranges::move(benchmark::comparisons_with_areas(benchmarks, series, plan, period),
                      std::back_inserter(comparisons));
    const auto basis = consolidate::change_basis(plan, known.files, as_of);
    report::Figures figures{plan,
                            period,
                            as_of,
                            consolidated.value,
                            std::move(comparisons),
                            charts_of(series, plan, period),
                            findings,
                            std::move(benchmarks),
                            benchmark::funnels(series, plan, period),
                            forecast::prospects(series, plan, period),
                            basis,
                            {}};
    if (basis) figures.changes = changes_since(*basis, known, series, plan, period);
    Edition made{report::build(figures), std::move(findings), {}, std::move(figures.comparisons),
                 std::move(figures.charts), {}};
    const consolidate::CellStates states(known, consolidated.value, plan, as_of);
    for (const history::KnownCells& each : history.cells(as_of)) made.cells.push_back(states.count(each));
    made.consolidated = std::move(consolidated.value);
    return made;
}

Produced produce(const fs::path& workspace, const report::Report& report, const plan::Plan& plan, Period period,
                 Date as_of, history::History& history) {
    const fs::path folder = workspace / "dashboards";
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw WriteError(fmt::format("{}: the folder cannot be made: {}. Check that you may write in the workspace.",
                                     folder.string(), error.message()));
    }
    const std::string bytes = rendered(report, folder);
    const std::string hash = intake::sha256(bytes);
    Produced produced;
    produced.hash = hash;
    std::string stem =
        fmt::format("dashboards/{} {} internal", file_name_of(plan.settings.title), file_name_of(period.key()));
    if (was_issued(plan, period, as_of)) {
        produced.remark =
            "This period's edition went to the Panel and is left as it is; the new one is marked revised.";
        stem += " revised";
    }
    produced.path = stem + ".xlsx";
    for (int copy = 1; edited_by_hand(workspace, produced.path, hash, history); ++copy) {
        produced.remark = fmt::format("{} was changed by hand and is kept; the new one is beside it.", stem + ".xlsx");
        produced.path = copy == 1 ? stem + " new.xlsx" : fmt::format("{} new {}.xlsx", stem, copy);
    }
    const auto written = history.written(produced.path);
    if (!fs::exists(workspace / produced.path) || !written || written->hash != hash) {
        intake::write_file(workspace / produced.path, bytes);
        history.remember_written({produced.path, hash});
    }
    return produced;
}

}  // namespace panelbook::run

#include "panelbook/cli/spc_command.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <sys/ioctl.h>
#include <unistd.h>

#include "panelbook/cli/spc_options.hpp"
#include "panelbook/cli/visible_text.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/spc/chart_report.hpp"
#include "panelbook/spc/periods_ahead.hpp"
#include "panelbook/spc/series_sheet.hpp"
#include "panelbook/workbook/read.hpp"

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook spc FILE [options]

Limits and flags of one series: a csv file or a sheet with the headings
period,value and, where wanted, denominator,target,rebase (1 begins a segment).

  --rules R      opcc (usual), nhs, weco, nelson, anhoej; --chart C i (usual; opcc
                 by sample SD), xmr, run, p, p', u, u', c, t, g, mr
  --good G       up, down or none; --screen on|off large moving ranges left out
  --baseline N   limits from the first N points of a segment, or from FROM..TO
  --reset DATE=WHY   a new segment begins there; may be given again
  --forecast N   the next N months; --sheet S the sheet of a workbook
  --format F     text (usual), csv or json; -q, --quiet no notes

Rule ids: beyond shift trend near-limit (opcc); beyond trend two-of-three shift
(nhs); beyond two-of-three four-of-five shift (weco); beyond shift trend
alternating two-of-three four-of-five within-1-sigma beyond-1-sigma (nelson);
beyond (anhoej, whose runs_signal is one for each segment).

Examples
  panelbook spc burglary.csv --good down --reset "2019-04=new recording rules"
  panelbook spc survey.csv --rules anhoej --chart p --format csv
)";

constexpr std::size_t errors_shown = 20;

/// "series.csv: line 5: ..." for a csv, "book.xlsx: Sheet1!B5: ..." for a workbook.
std::string said(const Finding& finding, workbook::Format format) {
    std::string place = finding.where.text();
    if (format == workbook::Format::csv && finding.where.cell)
        place = fmt::format("{}: line {}", finding.where.file, finding.where.cell->row + 1);
    return visible_lines(fmt::format("{}: {}: {}{}{}\n", to_word(finding.severity), place, finding.message,
                                     finding.remedy.empty() ? "" : " ", finding.remedy));
}

/// Says what was found; of many errors the first ones.
void tell(const Findings& findings, workbook::Format format, bool quiet, std::ostream& err) {
    std::size_t errors = 0;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::error) {
            if (!quiet) err << said(finding, format);
        } else if (++errors <= errors_shown) {
            err << said(finding, format);
        }
    }
    if (errors > errors_shown) err << fmt::format("error: and {} more.\n", errors - errors_shown);
}

bool holds_series(const workbook::Sheet& sheet) {
    bool period = false;
    bool value = false;
    std::uint32_t row = 0;
    for (const Cell& cell : sheet.cells) {
        if (cell.at.row != row) {
            row = cell.at.row;
            period = value = false;
        }
        const auto* text = std::get_if<std::string>(&cell.value);
        period = period || (text && folded(*text) == "period");
        value = value || (text && folded(*text) == "value");
        if (period && value) return true;
    }
    return false;
}

const workbook::Sheet& chosen_sheet(const workbook::Workbook& book, const SpcOptions& options) {
    if (!options.sheet.empty()) {
        if (const workbook::Sheet* sheet = book.sheet(options.sheet)) return *sheet;
        std::vector<std::string> names;
        for (const workbook::Sheet& sheet : book.sheets) names.push_back(sheet.name);
        const std::string close = nearest(options.sheet, names);
        throw UsageError(fmt::format("{} has no sheet \"{}\".{}", options.file, options.sheet,
                                     close.empty() ? "" : " Did you mean " + close + "?"));
    }
    for (const workbook::Sheet& sheet : book.sheets)
        if (sheet.visibility == workbook::Visibility::visible && holds_series(sheet)) return sheet;
    return book.sheets.front();
}

std::size_t period_index(const spc::SeriesSheet& rows, const std::string& period, std::string_view option) {
    if (const auto index = find_period(rows, period)) return *index;
    throw UsageError(fmt::format("--{} {}: the series has no such period. It goes from {} to {}.", option, period,
                                 rows.periods.front(), rows.periods.back()));
}

/// Nothing that has no figure below 0 can have one; a value that is never above its denominator is a share of it.
spc::Clamp clamp_of(const spc::SeriesSheet& rows) {
    spc::Clamp clamp;
    const auto below_0 = [](const std::optional<double>& value) { return value && *value < 0.0; };
    if (std::none_of(rows.values.begin(), rows.values.end(), below_0)) clamp.low = 0.0;
    bool share = !rows.denominators.empty();
    for (std::size_t i = 0; share && i < rows.values.size(); ++i)
        share = !rows.values[i] || !rows.denominators[i] || *rows.values[i] <= *rows.denominators[i];
    if (share) clamp.high = 1.0;
    return clamp;
}

bool uses_moving_ranges(const spc::ControlChart& chart) {
    const auto laney = [](ChartType type) { return type == ChartType::p_prime || type == ChartType::u_prime; };
    return laney(chart.type) || std::any_of(chart.segments.begin(), chart.segments.end(), [](const spc::Segment& one) {
               return one.mean_moving_range && one.method != spc::SigmaMethod::ranges;
           });
}

spc::ChartReport charted(const spc::SeriesSheet& rows, const SpcOptions& options) {
    std::vector<std::size_t> starts = rows.rebases;
    std::map<std::size_t, std::string> reasons;
    for (const SpcReset& reset : options.resets) {
        const std::size_t index = period_index(rows, reset.period, "reset");
        starts.push_back(index);
        reasons[index] = reset.reason;
    }
    spc::Baseline baseline{options.baseline_points, {}};
    if (!options.baseline_from.empty()) {
        baseline.points = {period_index(rows, options.baseline_from, "baseline"),
                           period_index(rows, options.baseline_to, "baseline")};
        if (baseline.points->first > baseline.points->second)
            throw UsageError("The baseline ends before it begins: write FROM..TO.");
    }

    spc::ChartReport report;
    report.name = std::filesystem::path(options.file).filename().string();
    report.periods = rows.periods;
    report.good = options.good;
    report.target = rows.target;
    report.chart = spc::chart_points({rows.values, rows.denominators, starts, baseline}, options.chart, clamp_of(rows),
                                     options.rules);
    for (spc::Segment& segment : report.chart.segments)
        if (const auto reason = reasons.find(segment.first); reason != reasons.end())
            segment.reset_reason = reason->second;
    if (options.screen_given && !uses_moving_ranges(report.chart))
        report.notes.emplace_back("--screen makes no difference: these limits do not rest on moving ranges.");
    if (!baseline.points && options.baseline_points > 0 && options.rules.baseline_ends_at_reset &&
        report.chart.segments.size() > 1)
        report.notes.emplace_back(
            "--baseline makes no difference: this rule set takes all of each segment where limits are reset.");
    if (!rows.denominators.empty() &&
        (options.chart == ChartType::c || options.chart == ChartType::t || options.chart == ChartType::g))
        report.notes.push_back(fmt::format("A {} chart does not use the denominators.", to_word(options.chart)));
    if (options.forecast > 0) add_periods_ahead(report, options.forecast);
    return report;
}

/// The same with names that can do nothing to a terminal but be seen.
spc::ChartReport visible(spc::ChartReport report) {
    const auto show = [](std::string& name) { name = visible_lines(name); };
    show(report.name);
    std::for_each(report.periods.begin(), report.periods.end(), show);
    for (spc::Segment& segment : report.chart.segments) show(segment.reset_reason);
    for (spc::PeriodAhead& ahead : report.ahead) show(ahead.period);
    return report;
}

/// What the terminal can show, by the usual variables.
spc::Terminal terminal_of(const std::ostream& out) {
    spc::Terminal terminal;
    const auto set = [](const char* name) -> std::string_view {
        const char* value = std::getenv(name);
        return value ? value : "";
    };
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const std::string locale = folded(set(name));
        if (locale.empty()) continue;
        terminal.utf8 = locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
        break;
    }
    const bool shown = &out == &std::cout && isatty(STDOUT_FILENO) == 1;
    terminal.colour = shown && set("NO_COLOR").empty() && set("TERM") != "dumb";
    winsize size{};
    if (shown && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.columns = size.ws_col;
    return terminal;
}

int execute_spc(const std::vector<std::string>& arguments, Streams streams) {
    const SpcOptions options = parse_spc_options(arguments);
    if (std::filesystem::is_directory(options.file))
        throw UsageError(options.file + ": is a folder. Name the file that holds the series.");
    if (!std::filesystem::exists(options.file)) throw UsageError(options.file + ": there is no such file.");
    const auto limits = workbook::Limits::normal();
    const auto read = workbook::read_workbook(options.file, options.file, limits);
    tell(read.findings, read.value.format, options.quiet, streams.err);
    if (read.value.sheets.empty()) return wrong_usage;
    const workbook::Sheet& sheet = chosen_sheet(read.value, options);
    auto series = spc::read_series(sheet, options.file);
    const Findings faults = spc::chart_faults(series.value, options.chart, {options.file, sheet.name, {}});
    series.findings.insert(series.findings.end(), faults.begin(), faults.end());
    tell(series.findings, read.value.format, options.quiet, streams.err);
    if (any_error(read.findings) || any_error(series.findings)) return wrong_usage;

    const spc::ChartReport report = charted(series.value, options);
    if (options.format == SpcOptions::Format::text) {
        streams.out << to_text(visible(report), terminal_of(streams.out));
        return done;
    }
    streams.out << (options.format == SpcOptions::Format::csv ? to_csv(report) : to_json(report));
    if (!options.quiet) {
        for (const std::string& caution : cautions(report)) streams.err << "note: " << visible_lines(caution) << '\n';
        for (const std::string& note : report.notes) streams.err << "note: " << visible_lines(note) << '\n';
    }
    return done;
}

}  // namespace

Command spc_command() {
    return {"spc", "limits and flags of one series", help, execute_spc};
}

}  // namespace panelbook::cli

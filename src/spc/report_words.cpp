#include "report_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/spc/icons.hpp"
#include "panelbook/spc/point_class.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t exceptions_listed = 6;

std::string_view side_word(Side side) {
    return side == Side::above ? "above" : "below";
}

std::string rule_words(const ControlChart& chart, const PointSignal& signal) {
    const bool above = signal.side == Side::above;
    switch (*signal.rule) {
        case Rule::beyond_limits:
            return above ? "above the upper limit" : "below the lower limit";
        case Rule::shift:
            return fmt::format("in a run of {} or more {} the centre line", chart.rules.shift_points,
                               side_word(signal.side));
        case Rule::trend:
            return fmt::format("in a trend of {} or more {} in a row", chart.rules.trend_changes,
                               above ? "rises" : "falls");
        case Rule::two_of_three:
        case Rule::two_of_three_zone:
            return fmt::format("one of two in three near the {} limit", above ? "upper" : "lower");
        case Rule::four_of_five:
            return fmt::format("one of four in five well {} the centre line", side_word(signal.side));
        case Rule::alternating:
            return "the last of fourteen or more that go up and down by turns";
        case Rule::within_one_sigma:
            return "the last of fifteen or more close to the centre line";
        case Rule::beyond_one_sigma:
            return "the last of eight or more away from the centre line on both sides";
        case Rule::near_limit:
        case Rule::unusual_runs:
            break;
    }
    return "within the limits";
}

/// Empty where there is nothing to be careful about.
std::string caution_of(const ControlChart& chart, const Segment& segment) {
    if (segment.rests_on == 0) return "Limits not assessable: no point has a figure.";
    const bool no_spread = segment.assessable == Assessable::no &&
                           segment.rests_on >= static_cast<std::size_t>(chart.rules.minimum_points);
    if (segment.method != SigmaMethod::none && segment.rests_on < 2)
        return "Limits not assessable: one figure has no spread.";
    if (segment.method != SigmaMethod::none && (!segment.has_limits || no_spread))
        return "Limits not assessable: the figures have no spread that limits could be taken from.";
    if (segment.assessable == Assessable::no)
        return fmt::format("Too few for a class: {} figures, and at least {} are needed.", segment.rests_on,
                           chart.rules.minimum_points);
    if (segment.assessable == Assessable::trial && segment.method != SigmaMethod::none)
        return fmt::format("Trial limits: they rest on {} figures only.", segment.rests_on);
    return "";
}

std::string segment_words(const ChartReport& report, std::size_t index) {
    const ControlChart& chart = report.chart;
    const Segment& segment = chart.segments[index];
    std::string words;
    if (chart.segments.size() > 1) words = fmt::format("Segment {}, ", index + 1);
    words +=
        fmt::format("{} to {}: ", report.periods[segment.first], report.periods[segment.first + segment.count - 1]);
    if (segment.rests_on == 0) return words + caution_of(chart, segment);
    const bool median = chart.type == ChartType::run ||
                        (chart.type == ChartType::g && chart.rules.cases_between == CasesBetween::without_the_event);
    words += fmt::format("{} {}", median ? "median" : "mean", figure(report, segment.centre));
    const PointLimits& limits = chart.points[segment.first + segment.count - 1].limits;
    if (limits.lower && limits.upper)
        words += fmt::format(", limits {} to {}{}", figure(report, *limits.lower), figure(report, *limits.upper),
                             segment.varies ? " at its last point" : "");
    words += fmt::format(" ({} of {} points have a figure).", segment.present, segment.count);
    if (!segment.reset_reason.empty()) words += fmt::format(" Reset: {}.", segment.reset_reason);
    if (const std::string caution = caution_of(chart, segment); !caution.empty()) words += ' ' + caution;
    if (chart.type == ChartType::p_prime || chart.type == ChartType::u_prime)
        if (segment.has_limits) words += fmt::format(" Sigma z {:.2f}.", segment.sigma_z);
    return words;
}

std::string runs_words(const ControlChart& chart) {
    const UnusualRuns& runs = chart.segments.back().runs;
    if (runs.useful == 0) return "Runs: no point lies off the centre line.";
    return fmt::format("Runs: longest {} (at most {} by chance), {} {} (at least {} by chance): {}.", runs.longest_run,
                       runs.longest_most, runs.crossings, runs.crossings == 1 ? "crossing" : "crossings",
                       runs.crossings_least, runs.signal ? "not random" : "random");
}

std::string current_run_words(const ControlChart& chart) {
    if (chart.run_length_skipping < 2) return "";
    std::string words = fmt::format("Current run: {} in a row {} the centre line", chart.run_length,
                                    side_word(chart.run_length > 0 ? chart.run_side : chart.run_side_skipping));
    if (chart.run_length_skipping != chart.run_length)
        words += fmt::format("; {} where points on it are passed over", chart.run_length_skipping);
    return words + ".";
}

std::string exceptions_words(const ChartReport& report) {
    const auto& earlier = report.chart.earlier_exceptions;
    std::string words;
    for (std::size_t i = 0; i < earlier.size() && i < exceptions_listed; ++i) {
        const ChartPoint& point = report.chart.points[earlier[i]];
        words += fmt::format("{}{} ({})", i == 0 ? "" : ", ", report.periods[earlier[i]], side_word(point.outside));
    }
    if (earlier.size() > exceptions_listed) words += fmt::format(" and {} more", earlier.size() - exceptions_listed);
    return fmt::format("Earlier exceptions: {}.", words);
}

std::string icons_words(const ChartReport& report) {
    std::string words = fmt::format("Icons: variation {}", id_of(variation_icon(report.chart, report.good)));
    if (!report.target) return words + ".";
    if (report.good == plan::Good::none)
        return fmt::format("{}; assurance for the target {} needs a good direction (--good).", words,
                           figure(report, *report.target));
    const auto assurance = assurance_icon(report.chart, report.good, report.target);
    return fmt::format("{}; assurance {}, target {}.", words, assurance ? id_of(*assurance) : "not assessable",
                       figure(report, *report.target));
}

std::string ahead_words(const ChartReport& report) {
    std::string words;
    for (const PeriodAhead& ahead : report.ahead)
        if (ahead.expected && ahead.lower && ahead.upper)
            words += fmt::format("{}{} {} ({} to {})", words.empty() ? "" : ", ", ahead.period,
                                 figure(report, *ahead.expected), figure(report, *ahead.lower),
                                 figure(report, *ahead.upper));
    return words.empty() ? words : fmt::format("Forecast with 95% interval: {}.", words);
}

/// The value of a point: a count of a series of counts has no decimals.
std::string point_figure(const ChartReport& report, double value) {
    const auto whole = [](const ChartPoint& point) { return !point.value || std::trunc(*point.value) == *point.value; };
    if (std::all_of(report.chart.points.begin(), report.chart.points.end(), whole)) return fmt::format("{:.0f}", value);
    return figure(report, value);
}

}  // namespace

std::vector<std::string> cautions(const ChartReport& report) {
    std::vector<std::string> said;
    for (std::size_t i = 0; i < report.chart.segments.size(); ++i) {
        const std::string caution = caution_of(report.chart, report.chart.segments[i]);
        if (!caution.empty()) said.push_back(fmt::format("Segment {}: {}", i + 1, caution));
    }
    return said;
}

std::string figure(const ChartReport& report, double value) {
    double largest = 0.0;
    for (const Segment& segment : report.chart.segments) largest = std::max(largest, std::abs(segment.centre));
    if (largest == 0.0) largest = std::abs(value);
    const int before = largest > 0.0 ? static_cast<int>(std::floor(std::log10(largest))) : 0;
    return fmt::format("{:.{}f}", value, std::clamp(3 - before, 0, 9));
}

std::string latest_words(const ChartReport& report) {
    const ControlChart& chart = report.chart;
    if (chart.points.empty()) return "There is no point.";
    const ChartPoint& last = chart.points.back();
    if (!last.value) return fmt::format("Latest: {} has no figure.", report.periods.back());
    std::string words = fmt::format("Latest: {} is {}", report.periods.back(), point_figure(report, *last.value));
    const Segment& segment = chart.segments[last.segment];
    const PointSignal signal = signal_of(last, chart.rules);
    if (signal.rule) {
        words += fmt::format(", {}", rule_words(chart, signal));
        if (const std::string one = class_word(report, last); !one.empty()) words += fmt::format(" ({})", one);
    } else if (segment.method != SigmaMethod::none && !segment.has_limits) {
        words += "; the limits are not assessable";
    } else if (segment.method == SigmaMethod::none) {
        words += "; a run chart has no limits";
    } else if (last.near != Side::none) {
        words += fmt::format(", within the limits but near the {} one", last.near == Side::above ? "upper" : "lower");
    } else {
        words += ", within the limits";
    }
    return words + ".";
}

std::vector<std::string> all_words(const ChartReport& report) {
    const ControlChart& chart = report.chart;
    std::vector<std::string> words;
    words.push_back(fmt::format("{}: {} {}, rule set {}, chart {}", report.name, chart.points.size(),
                                chart.points.size() == 1 ? "point" : "points", chart.rules.name, to_word(chart.type)));
    words.push_back(latest_words(report));
    words.push_back(icons_words(report));
    for (std::size_t i = 0; i < chart.segments.size(); ++i) words.push_back(segment_words(report, i));
    if (chart.rules.has(Rule::unusual_runs)) words.push_back(runs_words(chart));
    if (std::string run = current_run_words(chart); !run.empty()) words.push_back(std::move(run));
    if (!chart.earlier_exceptions.empty()) words.push_back(exceptions_words(report));
    if (chart.suggested_reset)
        words.push_back(fmt::format("The last {} points are all {} the centre line; consider a reset from {}.",
                                    chart.run_length, side_word(chart.run_side),
                                    report.periods[*chart.suggested_reset]));
    if (std::string ahead = ahead_words(report); !ahead.empty()) words.push_back(std::move(ahead));
    words.insert(words.end(), report.notes.begin(), report.notes.end());
    return words;
}

}  // namespace panelbook::spc

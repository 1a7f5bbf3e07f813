#include "chart_sentences.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "clauses.hpp"
#include "comparison_sentences.hpp"
#include "numbers.hpp"
#include "standing.hpp"
#include "wording.hpp"

namespace panelbook::commentary {

namespace {

using spc::ChartPoint;
using spc::Class;
using spc::ControlChart;
using spc::Segment;
using spc::Side;

constexpr int longest_open_event = 12;  // months after its start in which an event without an end explains a month
constexpr std::size_t exceptions_listed = 3;
constexpr std::size_t gaps_listed = 2;
constexpr std::size_t run_nearly_long = 2;  // so many months short of a long run are worth a word

std::string_view way(Side side) {
    return side == Side::above ? wording::above : wording::below;
}

std::string_view limit_name(Side side) {
    return side == Side::above ? wording::upper : wording::lower;
}

const Segment& last_segment(const ControlChart& chart) {
    return chart.segments.back();
}

std::string_view centre(const ControlChart& chart) {
    return spc::to_word(spc::centre_of(chart));
}

bool without_limits(const ControlChart& chart) {
    return chart.type == ChartType::run;
}

std::string month(const ChartPoint& point) {
    return point.period.words();
}

FigurePair against_limit(const Facts& facts, Side side) {
    const ChartPoint& last = facts.chart->points.back();
    return told_apart(*last.value, side == Side::above ? *last.limits.upper : *last.limits.lower, facts.measure);
}

std::string limit_sentence(const Facts& facts) {
    const ControlChart& chart = *facts.chart;
    const FigurePair pair = against_limit(facts, chart.side);
    const std::string latest = month(chart.points.back());
    if (chart.latest == Class::near_limit)
        return fmt::format(wording::near_limit, latest, way(chart.side), limit_name(chart.side), pair.first,
                           pair.second);
    return fmt::format(wording::beyond_limit, latest, way(chart.side), limit_name(chart.side), pair.first, pair.second);
}

std::string trend_sentence(const Facts& facts) {
    const ControlChart& chart = *facts.chart;
    const ChartPoint& last = chart.points.back();
    const ChartPoint& first = chart.points[chart.points.size() - 1 - chart.trend_length];
    const FigurePair ends = told_apart(*first.value, *last.value, facts.measure);
    const bool up = chart.trend_side == Side::above;
    return fmt::format(wording::trend, counted(chart.trend_length), up ? wording::increase : wording::reduction,
                       chart.trend_length + 1, up ? wording::higher : wording::lower, ends.first, month(first),
                       ends.second, month(last));
}

/// That all of the chart lies within its limits can be said only where all of it was assessed.
std::string stable_sentence(const ControlChart& chart) {
    if (without_limits(chart)) {
        const auto begin = chart.points.begin() + static_cast<std::ptrdiff_t>(last_segment(chart).first);
        const auto known =
            std::find_if(begin, chart.points.end(), [](const ChartPoint& point) { return point.value.has_value(); });
        return fmt::format(wording::run_stable, month(*known), centre(chart));
    }
    const auto first = std::find_if(chart.points.begin(), chart.points.end(),
                                    [](const ChartPoint& point) { return point.value.has_value(); });
    const bool all_assessed = std::all_of(chart.segments.begin(), chart.segments.end(), [](const Segment& segment) {
        return segment.present == 0 || segment.assessable != spc::Assessable::no;
    });
    if (!all_assessed || !chart.earlier_exceptions.empty())
        return fmt::format(wording::latest_within, month(chart.points.back()));
    const bool complete =
        std::all_of(first, chart.points.end(), [](const ChartPoint& point) { return point.value.has_value(); });
    return complete ? fmt::format(wording::all_within, month(*first))
                    : fmt::format(wording::all_known_within, month(*first));
}

/// What the rules beside the first three say of the latest month, or of all months since the last reset.
std::string pattern_words(const ControlChart& chart) {
    const ChartPoint& last = chart.points.back();
    for (const spc::Rule rule : chart.rules.rules) {
        if (!spc::fired(last, rule)) continue;
        switch (rule) {
            case spc::Rule::two_of_three:
            case spc::Rule::two_of_three_zone:
                return fmt::format(wording::two_of_three, limit_name(last.two_of_three));
            case spc::Rule::four_of_five:
                return fmt::format(wording::four_of_five, way(last.four_of_five), centre(chart));
            case spc::Rule::alternating:
                return std::string(wording::alternating);
            case spc::Rule::within_one_sigma:
                return fmt::format(wording::within_one_sigma, centre(chart));
            case spc::Rule::beyond_one_sigma:
                return fmt::format(wording::beyond_one_sigma, centre(chart));
            default:
                break;
        }
    }
    return fmt::format(wording::unusual_runs, month(chart.points[last_segment(chart).first]));
}

std::string run_sentence(const ControlChart& chart) {
    const auto long_enough = static_cast<std::size_t>(chart.rules.shift_points);
    if (chart.latest == Class::step_shift)
        return fmt::format(wording::long_run, chart.run_length, way(chart.run_side), centre(chart));
    if (chart.latest == Class::exception && chart.points.back().shift != Side::none)
        return fmt::format(wording::long_run_too, chart.run_length, way(chart.run_side), centre(chart));
    const bool nearly = chart.rules.has(spc::Rule::shift) && chart.latest == Class::stable &&
                        chart.run_length < long_enough && chart.run_length + run_nearly_long >= long_enough &&
                        chart.run_length > 1;
    return nearly ? fmt::format(wording::short_run, chart.run_length, way(chart.run_side), centre(chart), long_enough)
                  : std::string();
}

bool explains(const plan::Event& event, Period when) {
    const Period start = event.from.month_at(0);
    if (when < start) return false;
    const Period end = event.to ? event.to->last_month() : start.shifted(longest_open_event - 1);
    return !(end < when);
}

std::vector<std::string> events_at(const Facts& facts, Period when) {
    std::vector<std::string> labels;
    for (const plan::Event* event : facts.events)
        if (explains(*event, when)) labels.push_back(clause(event->label));
    return labels;
}

std::string exception_item(const Facts& facts, std::size_t index) {
    const ChartPoint& point = facts.chart->points[index];
    const auto events = events_at(facts, point.period);
    return events.empty() ? fmt::format(wording::exception_item, month(point), way(point.outside))
                          : fmt::format(wording::exception_explained, month(point), way(point.outside), joined(events));
}

std::string exceptions_sentence(const Facts& facts) {
    const auto& earlier = facts.chart->earlier_exceptions;
    if (earlier.empty()) return {};
    std::vector<std::string> items;
    for (std::size_t i = 0; i < std::min(exceptions_listed, earlier.size()); ++i)
        items.push_back(exception_item(facts, earlier[i]));
    if (earlier.size() > exceptions_listed)
        return fmt::format(wording::latest_exceptions, counted(earlier.size()), joined(items));
    std::reverse(items.begin(), items.end());
    if (items.size() == 1) return fmt::format(wording::one_earlier_exception, items.front());
    return fmt::format(wording::earlier_exceptions, counted(items.size()), joined(items));
}

std::string event_item(const plan::Event& event) {
    if (!event.to) return fmt::format(wording::event_from, clause(event.label), event.from.words());
    const Period when = Period::span(event.from, *event.to);
    return fmt::format(wording::event_in, clause(event.label), when.words());
}

std::string events_sentence(const Facts& facts) {
    std::vector<std::string> items;
    for (const plan::Event* event : facts.events) {
        bool in_period = false;
        for (int at = 0; at < facts.period.months(); ++at)
            in_period = in_period || explains(*event, facts.period.month_at(at));
        if (in_period) items.push_back(event_item(*event));
    }
    if (items.empty()) return {};
    return fmt::format(fmt::runtime(items.size() == 1 ? wording::known_event : wording::known_events), joined(items));
}

std::string reason_for(const Facts& facts, Period when) {
    const SeriesPoint* point = facts.series.at(when);
    if (point && !point->reason.empty()) return clause(point->reason);
    return std::string(to_word(point && point->marker != Marker::none ? point->marker : Marker::not_supplied));
}

struct Gap {
    Period when;
    std::string reason;
};

/// Months without a figure after the first with one, neighbours of one reason together; the latest last.
std::vector<Gap> gaps_of(const Facts& facts) {
    std::vector<Gap> gaps;
    bool begun = false;
    for (const ChartPoint& point : facts.chart->points) {
        begun = begun || point.value.has_value();
        if (!begun || point.value) continue;
        std::string reason = reason_for(facts, point.period);
        const bool goes_on =
            !gaps.empty() && gaps.back().reason == reason && gaps.back().when.last_month().shifted(1) == point.period;
        if (goes_on)
            gaps.back().when = Period::span(gaps.back().when, point.period);
        else
            gaps.push_back({point.period, std::move(reason)});
    }
    return gaps;
}

std::vector<std::string> gap_sentences(const Facts& facts) {
    const std::vector<Gap> gaps = gaps_of(facts);
    std::vector<std::string> said;
    std::size_t listed = 0;
    for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) {
        const bool said_already = facts.period.contains(gap->when) && says_no_figure(facts);
        if (said_already) continue;
        if (++listed > gaps_listed) break;
        said.insert(said.begin(), with_reason(fmt::format(wording::no_figure, gap->when.words()), gap->reason) + ".");
    }
    if (listed > gaps_listed) said.emplace_back(wording::further_gaps);
    return said;
}

}  // namespace

std::vector<std::string> latest_sentences(const Facts& facts) {
    const ControlChart& chart = *facts.chart;
    std::vector<std::string> said;
    switch (chart.latest) {
        case Class::exception:
        case Class::near_limit:
            said.push_back(limit_sentence(facts));
            break;
        case Class::trend:
            said.push_back(trend_sentence(facts));
            break;
        case Class::pattern:
            said.push_back(without_limits(chart)
                               ? capitalised(pattern_words(chart)) + "."
                               : fmt::format(wording::pattern, month(chart.points.back()), pattern_words(chart)));
            break;
        case Class::stable:
            said.push_back(stable_sentence(chart));
            break;
        case Class::step_shift:
            break;
        case Class::not_assessed:
            if (!chart.points.empty() && chart.points.back().value)
                said.push_back(fmt::format(wording::class_unknown, clause(chart.why)));
            return said;
    }
    if (std::string run = run_sentence(chart); !run.empty()) said.push_back(std::move(run));
    if (std::string standing = standing_sentence(facts); !standing.empty()) said.push_back(std::move(standing));
    return said;
}

std::vector<std::string> limits_sentences(const Facts& facts) {
    const ControlChart& chart = *facts.chart;
    std::vector<std::string> said;
    if (chart.segments.empty()) return said;
    const Segment& segment = last_segment(chart);
    if (!segment.reset_reason.empty()) {
        const bool nothing_before =
            std::none_of(chart.points.begin(), chart.points.begin() + static_cast<std::ptrdiff_t>(segment.first),
                         [](const ChartPoint& point) { return point.value.has_value(); });
        const std::string from = month(chart.points[segment.first]);
        const auto begins_anew = without_limits(chart) ? wording::centre_anew : wording::limits_reset;
        const std::string statement =
            fmt::format(fmt::runtime(nothing_before ? wording::charted_from : begins_anew), from);
        said.push_back(with_reason(statement, segment.reset_reason) + ".");
    }
    if (segment.assessable == spc::Assessable::trial)
        said.push_back(fmt::format(fmt::runtime(without_limits(chart) ? wording::centre_on_trial : wording::trial),
                                   segment.present, centre(chart)));
    return said;
}

std::vector<std::string> context_sentences(const Facts& facts) {
    std::vector<std::string> said;
    if (std::string exceptions = exceptions_sentence(facts); !exceptions.empty()) said.push_back(std::move(exceptions));
    const auto& points = facts.chart->points;
    const bool anything_charted =
        std::any_of(points.begin(), points.end(), [](const ChartPoint& point) { return point.value.has_value(); });
    if (!anything_charted) return said;
    if (std::string events = events_sentence(facts); !events.empty()) said.push_back(std::move(events));
    for (std::string& gap : gap_sentences(facts)) said.push_back(std::move(gap));
    return said;
}

std::string next_step(const Facts& facts) {
    const ControlChart& chart = *facts.chart;
    if (chart.latest == Class::exception) {
        const ChartPoint& last = chart.points.back();
        if (const auto events = events_at(facts, last.period); !events.empty())
            return fmt::format(fmt::runtime(events.size() == 1 ? wording::check_event : wording::check_events),
                               joined(events), month(last));
        return fmt::format(wording::find_the_cause_of, month(last));
    }
    if (chart.latest == Class::step_shift)
        return fmt::format(fmt::runtime(without_limits(chart) ? wording::redraw_from : wording::reset_from),
                           month(chart.points[chart.points.size() - chart.run_length]));
    return recommendation(chart);
}

}  // namespace panelbook::commentary

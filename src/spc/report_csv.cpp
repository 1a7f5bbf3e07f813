#include <cmath>
#include <fmt/format.h>

#include "panelbook/spc/chart_report.hpp"
#include "panelbook/spc/point_class.hpp"

namespace panelbook::spc {

namespace {

using Text = fmt::memory_buffer;

void put(Text& text, std::string_view words) {
    text.append(words.data(), words.data() + words.size());
}

/// A number of 17 digits costs more than all else of a row, and limits seldom change from one row to the next.
class Column {
public:
    void put_into(Text& text, std::optional<double> value) {
        put(text, ",");
        if (!value || !std::isfinite(*value)) return;
        if (m_text.empty() || *value != m_value || std::signbit(*value) != std::signbit(m_value)) {
            m_value = *value;
            m_text = fmt::format("{:.17g}", *value);
        }
        put(text, m_text);
    }

private:
    double m_value = 0.0;
    std::string m_text;
};

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string text = "\"";
    for (const char letter : field) text += letter == '"' ? "\"\"" : std::string(1, letter);
    return text + '"';
}

void put_flag(Text& text, bool flag) {
    put(text, flag ? ",1" : ",0");
}

void put_runs(Text& text, const UnusualRuns& runs) {
    if (runs.useful == 0)
        put(text, ",,,,");
    else
        fmt::format_to(std::back_inserter(text), ",{},{},{},{}", runs.longest_run, runs.longest_most, runs.crossings,
                       runs.crossings_least);
    put_flag(text, runs.signal);
}

}  // namespace

std::string class_word(const ChartReport& report, const ChartPoint& point) {
    const bool assessable = report.chart.segments[point.segment].assessable != Assessable::no;
    if (!assessable && !report.chart.rules.keeps_flags) return "";
    return std::string(to_word(class_of(point, report.chart.rules, report.good)));
}

std::string to_csv(const ChartReport& report) {
    const ControlChart& chart = report.chart;
    const bool with_runs = chart.rules.has(Rule::unusual_runs);
    Text text;
    put(text,
        "period,y,segment,centre,lower,upper,near_lower,near_upper,outside,shift,trend,two_of_three,rules,direction,"
        "class");
    if (with_runs) put(text, ",longest_run,longest_run_max,crossings,crossings_min,runs_signal");
    if (report.with_forecast) put(text, ",forecast,lower95,upper95");
    put(text, "\n");

    Column y;
    Column centre;
    Column lower;
    Column upper;
    Column near_lower;
    Column near_upper;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const ChartPoint& point = chart.points[i];
        const Segment& segment = chart.segments[point.segment];
        put(text, quoted(report.periods[i]));
        y.put_into(text, point.value);
        fmt::format_to(std::back_inserter(text), ",{}", point.segment + 1);
        centre.put_into(text, segment.rests_on > 0 ? std::optional(segment.centre) : std::nullopt);
        lower.put_into(text, point.limits.lower);
        upper.put_into(text, point.limits.upper);
        near_lower.put_into(text, point.limits.near_lower);
        near_upper.put_into(text, point.limits.near_upper);
        put_flag(text, point.outside != Side::none);
        put_flag(text, point.shift != Side::none);
        put_flag(text, point.trend != Side::none);
        put_flag(text, point.two_of_three != Side::none);
        put(text, ",");
        put(text, rules_of(point, chart.rules));
        put(text, ",");
        put(text, direction_of(signal_of(point, chart.rules)));
        put(text, ",");
        put(text, class_word(report, point));
        if (with_runs) put_runs(text, segment.runs);
        if (report.with_forecast) put(text, ",,,");
        put(text, "\n");
    }
    for (const PeriodAhead& ahead : report.ahead) {
        put(text, quoted(ahead.period));
        put(text, with_runs ? ",,,,,,,,,,,,,,,,,,," : ",,,,,,,,,,,,,,");
        for (const auto& value : {ahead.expected, ahead.lower, ahead.upper}) Column().put_into(text, value);
        put(text, "\n");
    }
    return fmt::to_string(text);
}

}  // namespace panelbook::spc

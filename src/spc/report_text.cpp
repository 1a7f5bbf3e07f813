#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/spc/chart_report.hpp"
#include "panelbook/spc/point_class.hpp"

#include "report_words.hpp"

namespace panelbook::spc {

namespace {

constexpr std::size_t rows = 17;
constexpr int least_columns = 40;

/// What stands in one place of the drawing; the later ones lie on top.
enum class Mark { nothing, limit, centre, point, pattern, low, high };

struct Letters {
    std::string_view nothing = " ";
    std::string_view limit;
    std::string_view centre;
    std::string_view point;
    std::string_view pattern;
    std::string_view low;
    std::string_view high;
};
constexpr Letters ascii{" ", ".", "-", "o", "#", "v", "^"};
constexpr Letters unicode{" ", "\u2508", "\u2500", "\u25cf", "\u25c6", "\u25bc", "\u25b2"};

std::string_view letter(Mark mark, const Letters& letters) {
    switch (mark) {
        case Mark::nothing:
            return letters.nothing;
        case Mark::limit:
            return letters.limit;
        case Mark::centre:
            return letters.centre;
        case Mark::point:
            return letters.point;
        case Mark::pattern:
            return letters.pattern;
        case Mark::low:
            return letters.low;
        case Mark::high:
            break;
    }
    return letters.high;
}

struct Scale {
    double low = 0.0;
    double high = 1.0;

    std::optional<std::size_t> row(std::optional<double> value) const {
        if (!value || !std::isfinite(*value)) return std::nullopt;
        const double share = (*value - low) / (high - low);
        return static_cast<std::size_t>(std::lround((1.0 - std::clamp(share, 0.0, 1.0)) * (rows - 1)));
    }
    double value_at(std::size_t at) const {
        return high - (high - low) * static_cast<double>(at) / static_cast<double>(rows - 1);
    }
};

std::optional<Scale> scale_of(const ChartReport& report, std::size_t first) {
    std::optional<Scale> scale;
    const auto reach = [&](std::optional<double> value) {
        if (!value || !std::isfinite(*value)) return;
        if (!scale) scale = Scale{*value, *value};
        scale->low = std::min(scale->low, *value);
        scale->high = std::max(scale->high, *value);
    };
    for (std::size_t i = first; i < report.chart.points.size(); ++i) {
        const ChartPoint& point = report.chart.points[i];
        reach(point.value);
        reach(point.limits.lower);
        reach(point.limits.upper);
    }
    if (scale && !(scale->high - scale->low > 0.0)) {
        const double margin = std::max(1.0, std::abs(scale->high) / 2.0);
        scale->low -= margin;
        scale->high += margin;
    }
    return scale && std::isfinite(scale->high - scale->low) ? scale : std::nullopt;
}

Mark mark_of(const ChartPoint& point, const RuleSet& rules) {
    if (point.outside != Side::none) return point.outside == Side::above ? Mark::high : Mark::low;
    return signal_of(point, rules).rule ? Mark::pattern : Mark::point;
}

std::string_view colour_of(PointClass one) {
    switch (one) {
        case PointClass::improvement:
            return "\x1b[34m";
        case PointClass::concern:
            return "\x1b[33m";
        case PointClass::neutral:
            return "\x1b[35m";
        case PointClass::common:
            break;
    }
    return "";
}

struct Place {
    Mark mark = Mark::nothing;
    std::string_view colour;
};

std::vector<Place> column_of(const ChartReport& report, const ChartPoint& point, const Scale& scale, bool colour) {
    std::vector<Place> column(rows);
    const auto put = [&](std::optional<double> value, Mark mark, std::string_view in = "") {
        if (const auto row = scale.row(value)) column[*row] = {mark, in};
    };
    const Segment& segment = report.chart.segments[point.segment];
    put(point.limits.lower, Mark::limit);
    put(point.limits.upper, Mark::limit);
    if (segment.rests_on > 0) put(segment.centre, Mark::centre);
    put(point.value, mark_of(point, report.chart.rules),
        colour ? colour_of(class_of(point, report.chart.rules, report.good)) : "");
    return column;
}

std::string drawing(const ChartReport& report, const Terminal& terminal) {
    const auto& points = report.chart.points;
    const Letters& letters = terminal.utf8 ? unicode : ascii;
    std::size_t margin = 0;
    for (const ChartPoint& point : points) {
        if (point.limits.upper) margin = std::max(margin, figure(report, *point.limits.upper).size());
        if (point.limits.lower) margin = std::max(margin, figure(report, *point.limits.lower).size());
        if (point.value) margin = std::max(margin, figure(report, *point.value).size());
    }
    margin = std::min<std::size_t>(margin, 20);
    const auto width = static_cast<std::size_t>(std::max(terminal.columns, least_columns)) - margin - 3;
    const std::size_t each = points.size() * 2 <= width ? 2 : 1;
    const std::size_t drawn = std::min(points.size(), width / each);
    const std::size_t first = points.size() - drawn;
    const auto scale = scale_of(report, first);
    if (!scale) return "There is nothing to draw.\n";

    std::vector<std::vector<Place>> columns;
    for (std::size_t i = first; i < points.size(); ++i)
        columns.push_back(column_of(report, points[i], *scale, terminal.colour));
    std::string text;
    for (std::size_t row = 0; row < rows; ++row) {
        const bool labelled = row % 4 == 0;
        text += fmt::format("{:>{}} |", labelled ? figure(report, scale->value_at(row)) : "", margin);
        std::string line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Place& place = columns[i][row];
            const bool begins = i > 0 && points[first + i].segment != points[first + i - 1].segment;
            // A line goes on over the blank beside a point; a reset leaves a gap in it.
            const bool is_line = place.mark == Mark::limit || place.mark == Mark::centre;
            if (each == 2) line += is_line && !begins ? letter(place.mark, letters) : " ";
            line += place.colour;
            line += letter(place.mark, letters);
            if (!place.colour.empty()) line += "\x1b[0m";
        }
        const auto last = line.find_last_not_of(' ');
        text += last == std::string::npos ? "" : line.substr(0, last + 1);
        text += '\n';
    }
    text += fmt::format("{:>{}}  {} to {}\n", "", margin, report.periods[first], report.periods.back());
    if (first > 0) text += fmt::format("The last {} of {} points are drawn.\n", drawn, points.size());
    text +=
        fmt::format("{} point  {} above the upper limit  {} below the lower one  {} other rule  {} centre  {} limit\n",
                    letters.point, letters.high, letters.low, letters.pattern, letters.centre, letters.limit);
    return text;
}

}  // namespace

std::string to_text(const ChartReport& report, const Terminal& terminal) {
    std::string text;
    for (const std::string& words : all_words(report)) text += words + '\n';
    if (report.chart.points.empty()) return text;
    return text + '\n' + drawing(report, terminal);
}

}  // namespace panelbook::spc

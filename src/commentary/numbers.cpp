#include "numbers.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "panelbook/commentary/commentary.hpp"

#include "wording.hpp"

namespace panelbook::commentary {

namespace {

constexpr std::string_view minus = "\u2212";
constexpr int most_extra_decimals = 3;
constexpr double seconds_a_minute = 60.0;
constexpr double million = 1e6;
constexpr double longest_span = 1e12;  // beyond it a span of time is no longer taken apart
constexpr int decimals_of_millions = 2;

/// Rounded half away from zero, as a spreadsheet shows it: 1.005 to two decimals is 1.01, although its double is a
/// little below.
double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double scaled = std::abs(value) * scale;
    return std::copysign(std::floor(scaled * (1.0 + 4e-16) + 0.5) / scale, value);
}

bool shows_as_zero(double value, int decimals) {
    return rounded(value, decimals) == 0.0;
}

std::string digits(double size, int decimals) {
    std::string text = fmt::format("{:.{}f}", rounded(size, decimals), decimals);
    const std::size_t whole = std::min(text.find('.'), text.size());
    for (std::size_t at = whole; at > 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string signed_text(double value, int decimals, const std::string& text) {
    return value < 0.0 && !shows_as_zero(value, decimals) ? std::string(minus) + text : text;
}

std::string with_plus(double value, int decimals, const std::string& text) {
    if (shows_as_zero(value, decimals)) return text;
    return (value < 0.0 ? std::string(minus) : "+") + text;
}

/// "2 h 5 min", "1 min 2 s", "41 s": the two units that matter; the smaller is left out where it is 0.
std::string two_units(double smaller, std::string_view larger_unit, std::string_view smaller_unit) {
    const auto whole = static_cast<long long>(rounded(smaller, 0));
    const long long larger = whole / static_cast<long long>(seconds_a_minute);
    const long long left = whole % static_cast<long long>(seconds_a_minute);
    if (larger == 0) return fmt::format("{} {}", left, smaller_unit);
    const std::string head = digits(static_cast<double>(larger), 0);
    if (left == 0) return fmt::format("{} {}", head, larger_unit);
    return fmt::format("{} {} {} {}", head, larger_unit, left, smaller_unit);
}

/// A span of time of at least 0.
std::string duration(double value, plan::Unit unit, int decimals) {
    if (value >= longest_span) return fmt::format("{} {}", digits(value, decimals), plan::to_word(unit));
    switch (unit) {
        case plan::Unit::seconds:
            if (value < seconds_a_minute) return fmt::format("{} s", digits(value, decimals));
            if (value < seconds_a_minute * seconds_a_minute) return two_units(value, "min", "s");
            return two_units(value / seconds_a_minute, "h", "min");
        case plan::Unit::minutes:
            if (value < seconds_a_minute && decimals > 0) return fmt::format("{} min", digits(value, decimals));
            return two_units(value, "h", "min");
        case plan::Unit::hours:
            return two_units(value * seconds_a_minute, "h", "min");
        default: {
            const std::string days = digits(value, decimals);
            return fmt::format("{} {}", days, days == "1" ? "day" : "days");
        }
    }
}

std::string money(double pounds, int decimals) {
    if (pounds >= million) return fmt::format("£{}m", digits(pounds / million, decimals_of_millions));
    return fmt::format("£{}", digits(pounds, decimals));
}

std::string size_of(double size, const plan::Measure& measure, int decimals) {
    switch (measure.unit) {
        case plan::Unit::percent:
            return digits(size, decimals) + "%";
        case plan::Unit::seconds:
        case plan::Unit::minutes:
        case plan::Unit::hours:
        case plan::Unit::days:
            return duration(size, measure.unit, decimals);
        case plan::Unit::gbp:
            return money(size, decimals);
        case plan::Unit::count:
        case plan::Unit::rate:
        case plan::Unit::text:
            break;
    }
    return digits(size, decimals);
}

/// The number of decimals within which a figure in this unit can be told from 0: hours are shown to the minute.
int decimals_seen(const plan::Measure& measure) {
    return measure.unit == plan::Unit::hours ? std::max(2, measure.decimals) : measure.decimals;
}

std::string figure_with(double value, const plan::Measure& measure, int decimals) {
    return signed_text(value, std::max(decimals, decimals_seen(measure)), size_of(std::abs(value), measure, decimals));
}

/// The per cent of a change, or its points; nothing where the figures themselves are the change.
std::optional<double> share_of_change(const compare::Comparison& comparison, const plan::Measure& measure) {
    return measure.unit == plan::Unit::percent ? comparison.difference : comparison.percent_change;
}

}  // namespace

std::string number(double value, int decimals) {
    return signed_text(value, decimals, digits(std::abs(value), decimals));
}

std::string figure(double value, const plan::Measure& measure) {
    return figure_with(value, measure, measure.decimals);
}

std::string change(const compare::Comparison& comparison, const plan::Measure& measure) {
    if (!comparison.difference) return std::string(wording::not_available);
    const int decimals = measure.change_decimals;
    const auto share = share_of_change(comparison, measure);
    if (!share) {
        const double difference = *comparison.difference;
        return with_plus(difference, decimals_seen(measure), size_of(std::abs(difference), measure, measure.decimals));
    }
    if (measure.unit == plan::Unit::percent)
        return with_plus(*share, decimals, digits(std::abs(*share), decimals) + " pp");
    return with_plus(*share, decimals, digits(std::abs(*share), decimals) + "%");
}

std::string size_of_change(const compare::Comparison& comparison, const plan::Measure& measure) {
    const auto share = share_of_change(comparison, measure);
    if (!share) return size_of(std::abs(comparison.difference.value_or(0.0)), measure, measure.decimals);
    const int decimals = measure.change_decimals;
    const bool too_small = shows_as_zero(*share, decimals);
    const std::string size = digits(too_small ? std::pow(10.0, -decimals) : std::abs(*share), decimals);
    std::string words = size + "%";
    if (measure.unit == plan::Unit::percent)
        words = fmt::format(fmt::runtime(size == "1" ? wording::one_point : wording::points), size);
    return too_small ? fmt::format(wording::less_than, words) : words;
}

FigurePair told_apart(double first, double second, const plan::Measure& measure) {
    const auto shown = [&](double value, int extra) {
        const bool exact = rounded(value, measure.decimals) == value;
        return figure_with(value, measure, measure.decimals + (exact ? 0 : extra));
    };
    FigurePair pair;
    for (int extra = 0; extra <= most_extra_decimals; ++extra) {
        pair = {shown(first, extra), shown(second, extra)};
        if (pair.first != pair.second) break;
    }
    return pair;
}

}  // namespace panelbook::commentary

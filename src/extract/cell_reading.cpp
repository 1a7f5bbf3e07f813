#include "panelbook/extract/cell_reading.hpp"

#include <cmath>
#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/number_text.hpp"

namespace panelbook::extract {

namespace {

using plan::Unit;

/// Seconds in one of a unit of time; 0 for what is not a unit of time.
double seconds_per(Unit unit) {
    switch (unit) {
        case Unit::seconds:
            return 1.0;
        case Unit::minutes:
            return 60.0;
        case Unit::hours:
            return 3600.0;
        case Unit::days:
            return 86400.0;
        default:
            return 0.0;
    }
}

std::string_view wanted_words(Unit unit) {
    switch (unit) {
        case Unit::percent:
            return "a percentage";
        case Unit::gbp:
            return "an amount in pounds";
        case Unit::seconds:
            return "a number of seconds, or a time";
        case Unit::minutes:
            return "a number of minutes, or a time";
        case Unit::hours:
            return "a number of hours, or a time";
        case Unit::days:
            return "a number of days";
        default:
            return "a number";
    }
}

CellReading wrong(std::string rule, std::string message, std::string remedy) {
    CellReading reading;
    reading.kind = CellKind::wrong;
    reading.rule = std::move(rule);
    reading.message = std::move(message);
    reading.remedy = std::move(remedy);
    return reading;
}

CellReading missing(Marker marker) {
    CellReading reading;
    reading.kind = CellKind::missing;
    reading.marker = marker;
    return reading;
}

CellReading not_a_number(std::string_view what_it_is, Unit unit) {
    return wrong("not-a-number", fmt::format("This cell holds {} where {} belongs.", what_it_is, wanted_words(unit)),
                 "Type the figure, or .. if there is none.");
}

CellReading figure(double shown, int decimals, const ValueRule& rule, double scale) {
    CellReading reading;
    reading.kind = CellKind::value;
    reading.shown = shown;
    reading.decimals = decimals;
    const double scaled = shown * scale;
    if (!std::isfinite(scaled)) return not_a_number("a number that is too large", rule.unit);
    if (rule.unit != Unit::gbp) {
        reading.amount = scaled;
        return reading;
    }
    const std::optional<Pence> pence = pence_from_pounds(scaled);
    if (!pence) return not_a_number("an amount that is too large", rule.unit);
    reading.amount = *pence;
    return reading;
}

CellReading from_number(double value, bool percent_format, const ValueRule& rule) {
    if (!std::isfinite(value)) return not_a_number("a number without a finite value", rule.unit);
    if (!percent_format) return figure(value, decimals_of(value), rule, rule.scale);
    if (rule.unit == Unit::percent) {
        // 0.07 * 100 is 7.000000000000001: the nearest number with the digits that are shown is meant.
        const double shown = std::round(value * 100.0 * 1e9) / 1e9;
        return figure(shown, decimals_of(shown), rule, 1.0);
    }
    return wrong("unit-differs",
                 fmt::format("This cell is formatted as a percentage where {} belongs.", wanted_words(rule.unit)),
                 "Check that the figure is in the right row, then format the cell as a number.");
}

CellReading from_elapsed(double days, const ValueRule& rule) {
    const double per = seconds_per(rule.unit);
    if (per <= 0.0) return not_a_number("a time", rule.unit);
    const double shown = std::round(days * 86400.0 / per * 1e9) / 1e9;
    return figure(shown, decimals_of(shown), rule, 1.0);
}

bool own_marker(std::string_view text, std::span<const std::string> missing) {
    const std::string word = folded(text);
    for (const std::string& own : missing) {
        if (folded(own) == word) return true;
    }
    return false;
}

CellReading from_text(const std::string& text, const ValueRule& rule) {
    const std::string_view seen = trimmed(text);
    if (seen.empty()) return {};
    const std::optional<Marker> marker = parse_missing_marker(seen);
    if (marker || own_marker(seen, rule.missing)) return missing(marker.value_or(Marker::not_supplied));
    const double per = seconds_per(rule.unit);
    if (per > 0.0) {
        if (const std::optional<double> seconds = parse_duration_seconds(seen)) {
            const double shown = *seconds / per;
            return figure(shown, decimals_of(shown), rule, 1.0);
        }
    }
    const std::optional<NumberText> number = parse_number_text(seen);
    if (!number) return not_a_number(fmt::format("the text \xE2\x80\x9C{}\xE2\x80\x9D", seen), rule.unit);
    if (number->percent && rule.unit != Unit::percent) {
        return wrong("unit-differs",
                     fmt::format("This cell holds the percentage {} where {} belongs.", seen, wanted_words(rule.unit)),
                     "Check that the figure is in the right row, and type the number itself.");
    }
    const bool money_words = number->pounds || number->multiplier > 1.0;
    if (money_words && rule.unit != Unit::gbp) {
        return wrong("unit-differs",
                     fmt::format("This cell holds the amount {} where {} belongs.", seen, wanted_words(rule.unit)),
                     "Check that the figure is in the right row, and type the number itself.");
    }
    double scale = rule.scale;
    double shown = number->value;
    if (number->percent) scale = 1.0;
    if (number->multiplier > 1.0) shown = number->value * number->multiplier / scale;
    CellReading reading = figure(shown, number->decimals, rule, scale);
    reading.marker = number->marker;
    reading.text_number = reading.kind == CellKind::value && !number->marked;
    return reading;
}

}  // namespace

bool is_blank(const Cell* cell) {
    if (cell == nullptr || std::holds_alternative<std::monostate>(cell->value)) return true;
    const auto* text = std::get_if<std::string>(&cell->value);
    return text != nullptr && trimmed(*text).empty();
}

CellReading read_cell(const Cell* cell, const ValueRule& rule) {
    if (is_blank(cell)) return {};
    if (const auto* number = std::get_if<double>(&cell->value)) {
        if (own_marker(to_text(cell->value), rule.missing)) return missing(Marker::not_supplied);
        return from_number(*number, cell->percent_format, rule);
    }
    if (const auto* text = std::get_if<std::string>(&cell->value)) return from_text(*text, rule);
    if (const auto* elapsed = std::get_if<Elapsed>(&cell->value)) return from_elapsed(elapsed->days, rule);
    if (const auto* error = std::get_if<CellError>(&cell->value)) {
        return wrong("error-value", fmt::format("This cell shows the error {}.", error->code),
                     "Mend the formula, or type the figure, or .. if there is none.");
    }
    if (std::holds_alternative<bool>(cell->value)) return not_a_number("TRUE or FALSE", rule.unit);
    return wrong(
        "not-a-number",
        fmt::format("This cell holds the date {} where {} belongs.", to_text(cell->value), wanted_words(rule.unit)),
        "Excel may have turned the figure into a date: format the cell as a number and type it again.");
}

}  // namespace panelbook::extract

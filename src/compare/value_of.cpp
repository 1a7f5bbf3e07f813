#include <algorithm>
#include <fmt/format.h>

#include "panelbook/compare/compare.hpp"

namespace panelbook::compare {

namespace {

using Points = std::vector<std::size_t>;

constexpr int longest_overlapping_point = 60;  // months: a figure "for the 5 years to June" is looked for, no longer

std::size_t first_from(const Series& series, Period period) {
    const auto at = std::lower_bound(series.points.begin(), series.points.end(), period,
                                     [](const SeriesPoint& point, Period wanted) { return point.period < wanted; });
    return static_cast<std::size_t>(at - series.points.begin());
}

std::optional<std::size_t> index_of(const Series& series, Period period) {
    const std::size_t index = first_from(series, period);
    if (index < series.points.size() && series.points[index].period == period) return index;
    return std::nullopt;
}

struct Absence {
    Period at;
    Marker marker = Marker::not_supplied;
    std::string reason;
};

Absence absence_of(const SeriesPoint* point, Period at) {
    Absence absence{at, Marker::not_supplied, std::string(to_word(Marker::not_supplied))};
    if (!point) return absence;
    if (point->marker != Marker::none) {
        absence.marker = point->marker;
        absence.reason = std::string(to_word(point->marker));
    }
    if (!point->reason.empty()) absence.reason = point->reason;
    return absence;
}

std::string missing_month(const Absence& absence) {
    std::string reason = absence.reason;
    while (reason.ends_with('.')) reason.pop_back();
    return fmt::format("{} is missing ({})", absence.at.words(), reason);
}

/// What a period is made of: the points, or what is not there.
struct Parts {
    Points points;
    std::vector<Absence> absences;
    bool none_present = true;
};

Parts months_of(const Series& series, Period period) {
    Parts parts;
    for (int month = 0; month < period.months(); ++month) {
        const Period at = period.month_at(month);
        const auto index = index_of(series, at);
        if (index && series.points[*index].value) {
            parts.points.push_back(*index);
            parts.none_present = false;
        } else {
            parts.absences.push_back(absence_of(index ? &series.points[*index] : nullptr, at));
        }
    }
    return parts;
}

/// The longest point with a value that begins with `first` and lies in `period`; else what is known of its absence.
struct Longest {
    std::optional<std::size_t> present;
    const SeriesPoint* absent = nullptr;
};

Longest longest_from(const Series& series, Period first, Period period) {
    Longest longest;
    for (std::size_t i = first_from(series, first); i < series.points.size(); ++i) {
        const SeriesPoint& point = series.points[i];
        if (point.period.month_at(0) != first) break;
        if (!period.contains(point.period)) continue;
        if (point.value)
            longest.present = i;
        else
            longest.absent = &point;
    }
    return longest;
}

/// Months, quarters and longer points end to end, as long ones as there are.
Parts longest_parts_of(const Series& series, Period period) {
    Parts parts;
    for (int month = 0; month < period.months();) {
        const Period first = period.month_at(month);
        const Longest longest = longest_from(series, first, period);
        if (longest.present) {
            parts.points.push_back(*longest.present);
            parts.none_present = false;
            month += series.points[*longest.present].period.months();
        } else {
            const Period at = longest.absent ? longest.absent->period : first;
            parts.absences.push_back(absence_of(longest.absent, at));
            month += at.months();
        }
    }
    return parts;
}

/// The shortest point with a value that ends with `period`, one that lies within it first.
Parts last_of(const Series& series, Period period) {
    const Period last = period.last_month();
    const SeriesPoint* absent = nullptr;
    Parts parts;
    std::optional<std::size_t> reaching_back;
    const Period earliest = last.shifted(-longest_overlapping_point);
    for (std::size_t i = first_from(series, last.shifted(1)); i-- > 0;) {
        const SeriesPoint& point = series.points[i];
        if (point.period < earliest) break;
        if (point.period.last_month() != last) continue;
        if (!point.value) {
            absent = &point;
        } else if (period.contains(point.period)) {
            parts.points = {i};
            break;
        } else if (!reaching_back) {
            reaching_back = i;
        }
    }
    if (parts.points.empty() && reaching_back) parts.points = {*reaching_back};
    parts.none_present = parts.points.empty();
    if (parts.none_present) parts.absences.push_back(absence_of(absent, absent ? absent->period : last));
    return parts;
}

void explain(PeriodValue& value, const Parts& parts) {
    const Absence& first = parts.absences.front();
    const bool alike = std::all_of(parts.absences.begin(), parts.absences.end(),
                                   [&](const Absence& absence) { return absence.reason == first.reason; });
    value.marker = first.marker;
    value.reason = parts.none_present && alike ? first.reason : missing_month(first);
}

std::optional<double> summed_denominator(const Series& series, const Points& points) {
    double sum = 0.0;
    for (const std::size_t index : points) {
        if (!series.points[index].denominator) return std::nullopt;
        sum += *series.points[index].denominator;
    }
    return sum;
}

double sum_of(const Series& series, const Points& points) {
    Pence money;
    double number = 0.0;
    for (const std::size_t index : points) {
        const Amount& amount = *series.points[index].value;
        if (const auto* pence = std::get_if<Pence>(&amount))
            money += *pence;
        else
            number += std::get<double>(amount);
    }
    return number + money.pounds();
}

std::optional<double> pooled(const Series& series, const Points& points) {
    double weighted = 0.0;
    double weight = 0.0;
    for (const std::size_t index : points) {
        const SeriesPoint& point = series.points[index];
        weighted += to_number(*point.value) * point.denominator.value_or(0.0);
        weight += point.denominator.value_or(0.0);
    }
    if (weight <= 0.0) return std::nullopt;
    return weighted / weight;
}

bool of_one_length(const Series& series, const Points& points) {
    return std::all_of(points.begin(), points.end(), [&](std::size_t index) {
        return series.points[index].period.months() == series.points[points.front()].period.months();
    });
}

void withhold(PeriodValue& value, std::string reason) {
    value.reason = std::move(reason);
    value.marker = Marker::not_applicable;
    value.points.clear();
    value.denominator.reset();
}

/// Shares are never added up, whatever the plan says of a measure.
plan::RollUp rule_of(const plan::Measure& measure) {
    if (measure.unit == plan::Unit::percent && measure.over_time == plan::RollUp::sum) return plan::RollUp::ratio;
    return measure.over_time;
}

void roll_up(PeriodValue& value, const Series& series, plan::RollUp rule) {
    const Points& points = value.points;
    value.denominator = summed_denominator(series, points);
    if (points.size() == 1) {
        value.value = to_number(*series.points[points.front()].value);
    } else if (rule == plan::RollUp::sum) {
        value.value = sum_of(series, points);
    } else if (rule == plan::RollUp::mean) {
        if (of_one_length(series, points))
            value.value = sum_of(series, points) / static_cast<double>(points.size());
        else
            withhold(value, "months and longer periods cannot be averaged together");
    } else {
        if (value.denominator) value.value = pooled(series, points);
        if (!value.value)
            withhold(value, "the numbers behind the shorter periods were not given, so they cannot be combined");
    }
}

}  // namespace

PeriodValue value_of(const Series& series, const plan::Measure& measure, Period period) {
    PeriodValue value;
    value.period = period;
    const auto exact = index_of(series, period);
    if (exact && series.points[*exact].value) {
        value.points = {*exact};
        roll_up(value, series, plan::RollUp::last);
        return value;
    }

    const plan::RollUp rule = rule_of(measure);
    const SeriesPoint* withheld = exact ? &series.points[*exact] : nullptr;
    const bool may_be_made_up =
        !withheld || withheld->marker == Marker::none || withheld->marker == Marker::not_supplied;
    Parts parts;
    if (rule == plan::RollUp::none || !may_be_made_up) {
        parts.absences.push_back(absence_of(withheld, period));
    } else if (rule == plan::RollUp::last) {
        parts = last_of(series, period);
    } else {
        parts = months_of(series, period);
        if (!parts.absences.empty()) {
            Parts longer = longest_parts_of(series, period);
            if (longer.absences.size() < parts.absences.size()) parts = std::move(longer);
        }
        if (!parts.absences.empty() && withheld && !withheld->reason.empty())
            parts = {{}, {absence_of(withheld, period)}, true};
    }

    if (!parts.absences.empty()) {
        explain(value, parts);
        return value;
    }
    value.points = std::move(parts.points);
    roll_up(value, series, rule);
    return value;
}

}  // namespace panelbook::compare

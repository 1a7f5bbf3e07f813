#include "panelbook/consolidate/roll_up.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>

#include "panelbook/consolidate/amounts.hpp"

namespace panelbook::consolidate {

namespace {

/// One part's point for one period.
struct Share {
    const plan::Area* area = nullptr;
    const SeriesPoint* point = nullptr;
};

using Shares = std::vector<Share>;

std::string joined(const std::vector<std::string>& names) {
    std::string text = names.front();
    for (std::size_t i = 1; i < names.size(); ++i) text += (i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

/// "City and Rutland: Not supplied; County: Not yet presented ..."; the bare reason where all parts share it.
std::string reasons_of(const Shares& missing, bool all) {
    std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
    for (const Share& share : missing) {
        const auto same = std::find_if(by_reason.begin(), by_reason.end(),
                                       [&](const auto& each) { return each.first == share.point->reason; });
        if (same == by_reason.end()) {
            by_reason.push_back({share.point->reason, {share.area->name}});
        } else {
            same->second.push_back(share.area->name);
        }
    }
    if (all && by_reason.size() == 1) return by_reason.front().first;
    std::string text;
    for (const auto& [reason, names] : by_reason)
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", joined(names), reason);
    return text;
}

/// Of several absences the one that says most: an unreleased part makes the whole unreleased.
Marker marker_of(const Shares& missing) {
    for (const Marker telling : {Marker::not_released, Marker::suppressed, Marker::in_error}) {
        if (std::any_of(missing.begin(), missing.end(),
                        [&](const Share& share) { return share.point->marker == telling; }))
            return telling;
    }
    return Marker::not_supplied;
}

SeriesPoint not_published(Marker marker, std::string reason) {
    SeriesPoint point;
    point.marker = marker;
    point.reason = std::move(reason);
    return point;
}

std::optional<double> summed_denominators(const Shares& shares) {
    double sum = 0.0;
    for (const Share& share : shares) {
        if (!share.point->denominator) return std::nullopt;
        sum += *share.point->denominator;
    }
    return sum;
}

Amount like(const Amount& example, double number) {
    const bool money = std::holds_alternative<Pence>(example);
    const std::optional<Pence> pence = money ? pence_from_pounds(number) : std::nullopt;
    return pence ? Amount(*pence) : Amount(number);
}

Amount sum_of(const Shares& shares) {
    const bool money = std::all_of(shares.begin(), shares.end(), [](const Share& share) {
        return std::holds_alternative<Pence>(*share.point->value);
    });
    if (money) {
        Pence sum;
        for (const Share& share : shares) sum += std::get<Pence>(*share.point->value);
        return sum;
    }
    return std::accumulate(shares.begin(), shares.end(), 0.0,
                           [](double sum, const Share& share) { return sum + to_number(*share.point->value); });
}

SeriesPoint pooled(const Shares& shares) {
    Shares without;
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(without),
                 [](const Share& share) { return !share.point->denominator; });
    if (!without.empty()) {
        const SeriesPoint unknown =
            not_published(Marker::not_supplied, "it was not said how many the figure is out of");
        for (Share& share : without) share.point = &unknown;
        return not_published(Marker::not_supplied, reasons_of(without, false));
    }
    double weighted = 0.0, total = 0.0;
    for (const Share& share : shares) {
        weighted += to_number(*share.point->value) * *share.point->denominator;
        total += *share.point->denominator;
    }
    if (total == 0.0) return not_published(Marker::not_applicable, "There is nothing to take a share of");
    SeriesPoint point;
    point.value = like(*shares.front().point->value, weighted / total);
    point.denominator = total;
    return point;
}

SeriesPoint combined(plan::RollUp rule, const Shares& shares) {
    if (rule == plan::RollUp::ratio) return pooled(shares);
    SeriesPoint point;
    switch (rule) {
        case plan::RollUp::sum:
            point.value = sum_of(shares);
            point.denominator = summed_denominators(shares);
            break;
        case plan::RollUp::mean:
            point.value =
                like(*shares.front().point->value, to_number(sum_of(shares)) / static_cast<double>(shares.size()));
            point.denominator = summed_denominators(shares);
            break;
        case plan::RollUp::last:
        case plan::RollUp::ratio:
        case plan::RollUp::none:
            point.value = shares.back().point->value;
            point.denominator = shares.back().point->denominator;
            break;
    }
    return point;
}

/// What is true of the whole because it is true of its parts.
void take_over(SeriesPoint& point, const Shares& shares) {
    bool provisional = false, revised = false;
    point.source = shares.front().point->source;
    for (const Share& share : shares) {
        point.parts.push_back(share.area->id);
        provisional = provisional || share.point->marker == Marker::provisional;
        revised = revised || share.point->marker == Marker::revised;
        if (share.point->source != point.source) point.source = {};
        if (share.point->known_on && (!point.known_on || *point.known_on < *share.point->known_on))
            point.known_on = share.point->known_on;
    }
    point.marker = provisional ? Marker::provisional : revised ? Marker::revised : Marker::none;
}

SeriesPoint whole_of(plan::RollUp rule, const Shares& all) {
    Shares present, missing;
    for (const Share& share : all) {
        if (share.point->value)
            present.push_back(share);
        else if (share.point->marker != Marker::not_applicable)
            missing.push_back(share);
    }
    if (!missing.empty()) return not_published(marker_of(missing), reasons_of(missing, present.empty()));
    if (present.empty()) return not_published(Marker::not_applicable, reasons_of(all, true));
    SeriesPoint point = combined(rule, present);
    if (point.value) take_over(point, present);
    return point;
}

double tolerance(const plan::Measure& measure, std::size_t parts) {
    if (measure.unit == plan::Unit::count) return 0.0;
    const double last_shown = std::pow(10.0, -measure.decimals);
    return measure.over_areas == plan::RollUp::sum ? static_cast<double>(parts + 1) / 2.0 * last_shown : last_shown;
}

bool beyond_rounding(const Amount& sent, const Amount& rolled, double allowed) {
    return !same_amount(sent, rolled) && std::abs(to_number(sent) - to_number(rolled)) > allowed * (1.0 + 1e-9);
}

Finding differs(const SeriesPoint& sent, const SeriesPoint& rolled, const plan::Measure& measure,
                const plan::Area& whole) {
    const Provenance& where = sent.where.front();
    const std::string theirs = amount_words(*sent.value, measure.unit);
    const std::string ours = amount_words(*rolled.value, measure.unit);
    return {
        Severity::warning,
        "roll-up-differs",
        {where.file, where.sheet, where.cell},
        fmt::format("{} for {} in {} was sent as {}, but its parts come to {}. The figure that was sent is published.",
                    measure.name, sent.period.words(), whole.name, theirs, ours),
        "Find out which is right, and have the other corrected.",
        theirs,
        ours};
}

/// The periods that any part has, in order.
std::vector<Period> all_periods(std::span<const AreaPart> parts) {
    std::vector<Period> all, of_part, both;
    for (const AreaPart& part : parts) {
        of_part.clear();
        for (const SeriesPoint& point : part.series->points) of_part.push_back(point.period);
        if (of_part == all) continue;
        both.clear();
        std::set_union(all.begin(), all.end(), of_part.begin(), of_part.end(), std::back_inserter(both));
        all.swap(both);
    }
    return all;
}

}  // namespace

std::vector<SeriesPoint> roll_up(const plan::Measure& measure, std::span<const AreaPart> parts) {
    const std::vector<Period> periods = all_periods(parts);
    std::vector<std::size_t> next(parts.size(), 0);
    std::vector<SeriesPoint> absences(parts.size());  // of one period
    std::vector<SeriesPoint> result;
    result.reserve(periods.size());
    Shares shares(parts.size());
    for (const Period period : periods) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::vector<SeriesPoint>& points = parts[i].series->points;
            const bool there = next[i] < points.size() && points[next[i]].period == period;
            if (!there) absences[i] = parts[i].absent(period);
            shares[i] = {parts[i].area, there ? &points[next[i]++] : &absences[i]};
        }
        result.push_back(whole_of(measure.over_areas, shares));
        result.back().period = period;
    }
    return result;
}

Checked<std::vector<SeriesPoint>> sent_or_rolled(std::vector<SeriesPoint> sent, std::vector<SeriesPoint> rolled,
                                                 const plan::Measure& measure, const plan::Area& whole) {
    // Where the whole is sent as a rule, parts that are incomplete do not explain why one figure of it is absent.
    if (!sent.empty()) std::erase_if(rolled, [](const SeriesPoint& point) { return !point.value; });
    Checked<std::vector<SeriesPoint>> result;
    auto ours = rolled.begin();
    for (SeriesPoint& theirs : sent) {
        while (ours != rolled.end() && ours->period < theirs.period) result.value.push_back(std::move(*ours++));
        const bool both = ours != rolled.end() && ours->period == theirs.period;
        if (both && theirs.value &&
            beyond_rounding(*theirs.value, *ours->value, tolerance(measure, ours->parts.size()))) {
            result.findings.push_back(differs(theirs, *ours, measure, whole));
        }
        const bool replaceable =
            !theirs.value && (theirs.marker == Marker::not_supplied || theirs.marker == Marker::in_error);
        result.value.push_back(both && replaceable ? std::move(*ours) : std::move(theirs));
        if (both) ++ours;
    }
    std::move(ours, rolled.end(), std::back_inserter(result.value));
    return result;
}

}  // namespace panelbook::consolidate

#include "comparison_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <span>
#include <utility>

#include "clauses.hpp"
#include "numbers.hpp"
#include "wording.hpp"

namespace panelbook::commentary {

namespace {

using compare::Comparison;
using compare::Direction;
using compare::Verdict;

constexpr int quarter_months = 3;
constexpr int year_months = 12;

std::string subject(const Comparison& comparison) {
    const int months = comparison.current.period.months();
    const bool of_other_areas =
        comparison.basis == plan::Basis::similar_group || comparison.basis == plan::Basis::national;
    if (months == quarter_months && !of_other_areas) return std::string(wording::the_quarter);
    switch (comparison.basis) {
        case plan::Basis::rolling_year:
            return std::string(wording::the_last_months);
        case plan::Basis::year_to_date:
            return std::string(months == year_months ? wording::the_year : wording::the_year_to_date);
        case plan::Basis::similar_group:
        case plan::Basis::national:
            return fmt::format(wording::the_figure, comparison.current.period.words());
        case plan::Basis::target:
        case plan::Basis::baseline_year:
        case plan::Basis::quarter_on_year:
        case plan::Basis::quarter_on_quarter:
            break;
    }
    if (comparison.current.period.is_financial_year()) return std::string(wording::the_year);
    return std::string(months < year_months ? wording::the_year_to_date : wording::the_period);
}

std::string reference(const Comparison& comparison, const plan::Measure& measure) {
    const Period period = comparison.reference.period;
    switch (comparison.basis) {
        case plan::Basis::quarter_on_year:
            return std::string(wording::same_quarter_last_year);
        case plan::Basis::quarter_on_quarter:
            return std::string(wording::quarter_before);
        case plan::Basis::rolling_year:
            return std::string(wording::months_before);
        case plan::Basis::target:
            return period.is_financial_year() || measure.over_time != plan::RollUp::sum
                       ? std::string(wording::target_itself)
                       : fmt::format(wording::target_part, period.words());
        case plan::Basis::similar_group:
            return std::string(wording::group_mean);
        case plan::Basis::national:
            return std::string(wording::national_figure);
        case plan::Basis::year_to_date:
            if (period.months() == quarter_months) return std::string(wording::same_quarter_last_year);
            return std::string(period.months() == year_months ? wording::last_year : wording::same_period_last_year);
        case plan::Basis::baseline_year:
            break;
    }
    const bool whole = measure.baseline && *measure.baseline == period;
    return whole ? fmt::format(wording::baseline_itself, period.words())
                 : fmt::format(wording::baseline_part, period.words());
}

std::string amount(const Comparison& comparison, const plan::Measure& measure) {
    const std::string size = size_of_change(comparison, measure);
    if (measure.unit == plan::Unit::percent) return size;
    const double difference = std::abs(*comparison.difference);
    if (comparison.small_numbers)
        return fmt::format(wording::amount_small, size, figure(*comparison.current.value, measure),
                           figure(*comparison.reference.value, measure));
    const std::string by = figure(difference, measure);
    if (measure.unit == plan::Unit::count && !measure.noun.empty() && difference != 1.0)
        return fmt::format(wording::amount_counted, size, by, measure.noun);
    return fmt::format(wording::amount_in_brackets, size, by);
}

bool more_than_chance(const Comparison& comparison) {
    return !comparison.small_numbers && comparison.interval &&
           (comparison.interval->lower > 0.0 || comparison.interval->upper < 0.0);
}

/// Only a comparison with another time of the year can be put down to the season.
bool another_season(const Comparison& comparison) {
    return comparison.basis == plan::Basis::quarter_on_quarter;
}

/// How far a figure is from one that is not its own past: no change, so no rise and no fall.
std::string_view how_far(const Comparison& comparison) {
    if (comparison.basis == plan::Basis::similar_group)
        return more_than_chance(comparison) ? wording::beyond_group : wording::within_group;
    if (!more_than_chance(comparison)) return wording::distance_by_chance;
    if (comparison.verdict == Verdict::better) return wording::better_than_target;
    return comparison.verdict == Verdict::worse ? wording::worse_than_target : wording::distance_beyond_chance;
}

bool with_other_than_its_past(const Comparison& comparison) {
    return comparison.basis == plan::Basis::target || comparison.basis == plan::Basis::similar_group ||
           comparison.basis == plan::Basis::national;
}

std::string how_sure(const Comparison& comparison) {
    if (comparison.small_numbers || !comparison.interval) return {};
    if (with_other_than_its_past(comparison)) return std::string(how_far(comparison));
    if (!more_than_chance(comparison)) return std::string(wording::chance);
    std::string_view words = comparison.direction == Direction::up ? wording::rise : wording::fall;
    if (comparison.verdict == Verdict::better) words = wording::improvement;
    if (comparison.verdict == Verdict::worse) words = wording::worsening;
    return std::string(words) + std::string(another_season(comparison) ? wording::season : std::string_view());
}

std::string change_sentence(const Comparison& comparison, const plan::Measure& measure) {
    const std::string of = subject(comparison);
    const std::string against = reference(comparison, measure);
    const std::string value = figure(*comparison.current.value, measure);
    if (comparison.direction == Direction::level) return fmt::format(wording::no_change, of, value, against);
    if (measure.unit != plan::Unit::percent && !comparison.percent_change)
        return fmt::format(wording::change_from_none, of, value, against, figure(*comparison.reference.value, measure));

    const std::string_view verb = comparison.basis == plan::Basis::rolling_year ? "are" : "is";
    const std::string_view way = comparison.direction == Direction::up ? wording::above : wording::below;
    const std::string by = amount(comparison, measure);
    if (measure.unit != plan::Unit::count)
        return fmt::format(wording::change_at, of, verb, by, way, against, how_sure(comparison), value);
    return fmt::format(wording::change, capitalised(of), verb, by, way, against, how_sure(comparison));
}

std::string caution(const Comparison& comparison, const plan::Measure& measure) {
    if (comparison.small_numbers && measure.unit == plan::Unit::percent)
        return fmt::format(wording::small_sample, number(*comparison.current.denominator, 0),
                           number(*comparison.reference.denominator, 0));
    if (comparison.small_numbers)
        return std::string(comparison.percent_change && comparison.direction != Direction::level
                               ? wording::small_counts
                               : wording::small_counts_no_percentage);
    const bool no_numbers = measure.unit == plan::Unit::percent && comparison.test.empty() &&
                            comparison.direction != Direction::level && !comparison.why.empty();
    return no_numbers ? fmt::format(wording::no_numbers_behind, comparison.why) : std::string();
}

std::string no_figure(const compare::PeriodValue& side) {
    return with_reason(fmt::format(wording::no_figure, side.period.words()), side.reason) + ".";
}

std::string nothing_to_compare(const Comparison& comparison, const plan::Measure& measure) {
    return with_reason(fmt::format(wording::nothing_to_compare, reference(comparison, measure)),
                       comparison.reference.reason) +
           ".";
}

/// The comparison that the headline is taken from, then the others as the plan has them; none of the same two periods
/// as one before it, none with a baseline that the plan does not give.
std::vector<const Comparison*> in_order(const Facts& facts) {
    std::vector<const Comparison*> ordered = facts.comparisons;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [&](const Comparison* comparison) { return facts.measure.status_from == comparison->basis; });
    std::set<std::pair<Period, Period>> compared;
    std::erase_if(ordered, [&](const Comparison* comparison) {
        if (comparison->basis == plan::Basis::baseline_year && !facts.measure.baseline) return true;
        return !compared.emplace(comparison->current.period, comparison->reference.period).second;
    });
    return ordered;
}

/// The comparisons after the first that has two figures, as short as can be: one sentence for all that are more than
/// chance, one for all that are not, one for all that were not tested; of small numbers nothing more.
std::vector<std::string> further_sentences(std::span<const Comparison* const> further, const plan::Measure& measure) {
    std::vector<std::string> beyond_chance;
    std::vector<std::string> by_chance;
    std::vector<std::string> untested;
    std::vector<std::string> against_others;
    for (const Comparison* comparison : further) {
        if (!comparison->difference || comparison->small_numbers) continue;
        const std::string against = reference(*comparison, measure);
        if (with_other_than_its_past(*comparison)) {
            against_others.push_back(change_sentence(*comparison, measure));
            continue;
        }
        const std::string by = change(*comparison, measure);
        if (!comparison->interval)
            untested.push_back(fmt::format(wording::further_change, by, against));
        else if (!more_than_chance(*comparison))
            by_chance.push_back(fmt::format(wording::further_item, against, by));
        else if (another_season(*comparison))
            beyond_chance.push_back(fmt::format(wording::further_item_seasonal, against, by));
        else
            beyond_chance.push_back(fmt::format(wording::further_item, against, by));
    }
    std::vector<std::string> said;
    if (!beyond_chance.empty()) said.push_back(fmt::format(wording::further_beyond_chance, joined(beyond_chance)));
    if (!by_chance.empty()) said.push_back(fmt::format(wording::further_by_chance, joined(by_chance)));
    if (!untested.empty()) said.push_back(fmt::format(wording::further_untested, joined(untested)));
    said.insert(said.end(), against_others.begin(), against_others.end());
    return said;
}

}  // namespace

bool says_no_figure(const Facts& facts) {
    const auto ordered = in_order(facts);
    return !ordered.empty() && !ordered.front()->current.value;
}

std::vector<std::string> comparison_sentences(const Facts& facts) {
    const std::vector<const Comparison*> ordered = in_order(facts);
    std::vector<std::string> said;
    if (says_no_figure(facts)) said.push_back(no_figure(ordered.front()->current));
    const auto lead = std::find_if(ordered.begin(), ordered.end(),
                                   [](const Comparison* comparison) { return comparison->difference.has_value(); });
    const bool headline_lacks_reference =
        !ordered.empty() && ordered.front()->current.value && !ordered.front()->reference.value;
    if (headline_lacks_reference) said.push_back(nothing_to_compare(*ordered.front(), facts.measure));
    if (lead == ordered.end()) return said;

    said.push_back(change_sentence(**lead, facts.measure));
    if (std::string care = caution(**lead, facts.measure); !care.empty()) said.push_back(std::move(care));
    for (std::string& sentence : further_sentences({lead + 1, ordered.end()}, facts.measure))
        said.push_back(std::move(sentence));
    return said;
}

}  // namespace panelbook::commentary

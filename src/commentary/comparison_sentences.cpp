#include "comparison_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

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
    if (months == quarter_months) return std::string(wording::the_quarter);
    switch (comparison.basis) {
        case plan::Basis::rolling_year:
            return std::string(wording::the_last_months);
        case plan::Basis::year_to_date:
            return std::string(months == year_months ? wording::the_year : wording::the_year_to_date);
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

std::string_view how_sure(const Comparison& comparison) {
    if (comparison.small_numbers || !comparison.interval) return {};
    if (comparison.verdict == Verdict::better) return wording::improvement;
    if (comparison.verdict == Verdict::worse) return wording::worsening;
    if (comparison.interval->lower > 0.0) return wording::rise;
    if (comparison.interval->upper < 0.0) return wording::fall;
    return wording::chance;
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
    return fmt::format(wording::no_figure, side.period.words(), clause(side.reason));
}

}  // namespace

bool says_no_figure(const Facts& facts) {
    return std::any_of(facts.comparisons.begin(), facts.comparisons.end(),
                       [](const Comparison* comparison) { return !comparison->current.value; });
}

std::vector<std::string> comparison_sentences(const Facts& facts) {
    std::vector<std::string> said;
    const auto say = [&](std::string sentence) {
        if (!sentence.empty() && std::find(said.begin(), said.end(), sentence) == said.end())
            said.push_back(std::move(sentence));
    };
    std::set<std::pair<Period, Period>> compared;
    bool current_missing = false;
    for (const Comparison* comparison : facts.comparisons) {
        if (!comparison->current.value) {
            if (!current_missing) say(no_figure(comparison->current));
            current_missing = true;
        } else if (!compared.emplace(comparison->current.period, comparison->reference.period).second) {
            continue;
        } else if (comparison->basis == plan::Basis::baseline_year && !facts.measure.baseline) {
            continue;
        } else if (!comparison->reference.value) {
            say(fmt::format(wording::nothing_to_compare, reference(*comparison, facts.measure),
                            clause(comparison->reference.reason)));
        } else {
            say(change_sentence(*comparison, facts.measure));
            say(caution(*comparison, facts.measure));
        }
    }
    return said;
}

}  // namespace panelbook::commentary

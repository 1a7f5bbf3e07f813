#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "panelbook/commentary/commentary.hpp"

#include "support/series_builder.hpp"

/// One measure of 45 months and what is said of it, for the tests of the commentary.
namespace panelbook::tests {

inline const Period quarter = Period::quarter(2020, 1);
inline const Period october_2016 = Period::month(2016, 10);

using Values = std::vector<std::optional<double>>;

/// The months of `values` with some of them changed.
inline Values with(Values values, std::initializer_list<std::pair<std::size_t, std::optional<double>>> changed) {
    for (const auto& [month, value] : changed) values[month] = value;
    return values;
}

/// Forty-five months, October 2016 to June 2020, up and down about 100, that end with `last`.
inline Values forty_five(const Values& last) {
    Values values;
    for (std::size_t i = 0; i + last.size() < 45; ++i) values.emplace_back(i % 2 == 0 ? 97.0 : 103.0);
    values.insert(values.end(), last.begin(), last.end());
    return values;
}

inline plan::Measure offences() {
    plan::Measure measure;
    measure.id = MeasureId{"measure"};
    measure.name = "Violence with injury";
    measure.noun = "offences";
    measure.good = plan::Good::down;
    measure.comparisons = {plan::Basis::quarter_on_year};
    return measure;
}

/// What is said of a series as a whole plan would have it said.
inline std::vector<std::string> said_of(const Series& series, const plan::Measure& measure,
                                        const plan::Plan& plan = {}) {
    const spc::ControlChart chart = spc::chart_series(series, measure, plan, quarter);
    std::vector<compare::Comparison> comparisons;
    for (const plan::Basis basis : measure.comparisons)
        comparisons.push_back(panelbook::compare::compare(series, measure, basis, quarter, plan.settings));
    std::vector<const compare::Comparison*> pointers;
    for (const auto& comparison : comparisons) pointers.push_back(&comparison);
    std::vector<const plan::Event*> events;
    for (const auto& event : plan.events) events.push_back(&event);
    return commentary::sentences({measure, series, &chart, pointers, events, quarter});
}

inline const plan::Event covid{Period::month(2020, 3), std::nullopt, "COVID-19", {}};
inline const plan::Event world_cup{Period::month(2018, 6), Period::month(2018, 7), "2018 World Cup", {}};

inline plan::Plan with_events() {
    plan::Plan plan;
    plan.events = {covid, world_cup};
    return plan;
}

inline plan::Plan with_reset(Period from, const char* reason) {
    plan::Plan plan;
    plan.resets.push_back({MeasureId{"measure"}, std::nullopt, from, reason});
    return plan;
}

inline std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace panelbook::tests

#include "exceptional.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace panelbook::report {

namespace {

int order_of(spc::Judgement judgement) {
    switch (judgement) {
        case spc::Judgement::concern:
            return 0;
        case spc::Judgement::neutral:
            return 1;
        case spc::Judgement::improvement:
            return 2;
        case spc::Judgement::none:
            break;
    }
    return 3;
}

bool large(const compare::Comparison& comparison, double large_change) {
    return comparison.percent_change && std::abs(*comparison.percent_change) > large_change;
}

}  // namespace

std::optional<std::size_t> quarter_change(const Draft& draft, std::size_t chart) {
    const spc::ControlChart& one = draft.figures.charts[chart];
    for (const plan::Basis basis : {plan::Basis::quarter_on_year, plan::Basis::quarter_on_quarter})
        if (const auto found = draft.comparison_index(one.measure, one.area, basis)) return found;
    return std::nullopt;
}

Exceptional exceptional(const Draft& draft, std::size_t chart) {
    switch (draft.figures.charts[chart].latest) {
        case spc::Class::exception:
            return Exceptional::special_cause;
        case spc::Class::step_shift:
        case spc::Class::trend:
        case spc::Class::pattern:
            return Exceptional::long_run_or_trend;
        case spc::Class::near_limit: {
            const auto change = quarter_change(draft, chart);
            if (change && large(draft.figures.comparisons[*change], draft.plan().settings.large_change))
                return Exceptional::large_change_near_limit;
            break;
        }
        case spc::Class::stable:
        case spc::Class::not_assessed:
            break;
    }
    return Exceptional::no;
}

std::vector<std::size_t> exceptional_charts(const Draft& draft) {
    std::vector<std::tuple<Exceptional, int, std::size_t>> found;
    for (std::size_t i = 0; i < draft.figures.charts.size(); ++i) {
        if (!draft.plan().measure(draft.figures.charts[i].measure)) continue;
        const Exceptional why = exceptional(draft, i);
        if (why != Exceptional::no) found.emplace_back(why, order_of(draft.figures.charts[i].judgement), i);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> charts;
    for (const auto& one : found) charts.push_back(std::get<std::size_t>(one));
    return charts;
}

}  // namespace panelbook::report

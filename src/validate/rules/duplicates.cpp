#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "panelbook/validate/rule.hpp"

namespace panelbook::validate {

namespace {

using Key = std::tuple<MeasureId, AreaId, Period>;

std::string place(const Observation& observation) {
    return observation.where.sheet + "!" + to_a1(observation.where.cell);
}

Finding repeated(const Observation& again, const Observation& first, const plan::Plan& plan) {
    const bool same = again.value == first.value;
    Finding finding = finding_at(again, same ? Severity::warning : Severity::error, "duplicate-observation");
    finding.message = fmt::format("{} is already at {}{}.", subject(again, plan), place(first),
                                  same ? "" : ", with another figure; neither is used");
    finding.remedy = "Delete one of the two.";
    return finding;
}

}  // namespace

void check_duplicates(Sent& sent, Findings& findings) {
    const plan::Plan& plan = sent.plan;
    std::map<Key, std::vector<Observation*>> all;
    for (Observation& observation : sent.extract.observations) {
        if (observation.value) all[{observation.measure, observation.area, observation.period}].push_back(&observation);
    }
    for (const auto& [key, same_key] : all) {
        const Observation& first = *same_key.front();
        bool contradicted = false;
        for (std::size_t i = 1; i < same_key.size(); ++i) {
            findings.push_back(repeated(*same_key[i], first, plan));
            contradicted = contradicted || same_key[i]->value != first.value;
        }
        // Only when all are told apart: a third figure must still find what the first one was.
        if (contradicted) std::for_each(same_key.begin(), same_key.end(), [](Observation* one) { withhold(*one); });
    }
}

}  // namespace panelbook::validate

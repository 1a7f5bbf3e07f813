#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "panelbook/validate/rule.hpp"

namespace panelbook::validate {

namespace {

/// Periods of one length make one series: months are not expected to fill the quarters beside them.
using Key = std::tuple<MeasureId, AreaId, int>;

std::string listed(const std::vector<Period>& periods) {
    constexpr std::size_t most = 3;
    std::string words;
    for (std::size_t i = 0; i < periods.size() && i < most; ++i) words += (i == 0 ? "" : ", ") + periods[i].label();
    if (periods.size() > most) words += fmt::format(" and {} more", periods.size() - most);
    return words;
}

}  // namespace

void check_gaps(Sent& sent, Findings& findings) {
    const plan::Plan& plan = sent.plan;
    std::map<Key, std::map<Period, const Observation*>> all;
    for (const Observation& observation : sent.extract.observations) {
        all[{observation.measure, observation.area, observation.period.months()}].emplace(observation.period,
                                                                                          &observation);
    }
    for (const auto& [key, periods] : all) {
        const int length = std::get<int>(key);
        const Period last = periods.rbegin()->first;
        std::vector<Period> missing;
        for (Period period = periods.begin()->first; period < last; period = period.shifted(length)) {
            if (!periods.contains(period)) missing.push_back(period);
        }
        // Periods that do not follow each other, such as rolling years, have no gaps.
        if (missing.empty() || missing.size() >= periods.size()) continue;
        const Observation& at = *periods.rbegin()->second;
        Finding finding = finding_at(at, Severity::warning, "missing-period");
        finding.found.clear();
        const plan::Measure* const measure = plan.measure(at.measure);
        finding.message = fmt::format("{}: there is no figure for {}, though there are figures before and after.",
                                      measure ? measure->name : at.measure.text, listed(missing));
        finding.remedy = "Add the missing row or column; write .. in it if the figure is not known.";
        findings.push_back(std::move(finding));
    }
}

}  // namespace panelbook::validate

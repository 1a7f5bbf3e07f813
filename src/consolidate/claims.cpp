#include "panelbook/consolidate/claims.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace panelbook::consolidate {

namespace {

template <class Item>
std::unordered_map<std::string, std::size_t> places(const std::vector<Item>& items) {
    std::unordered_map<std::string, std::size_t> result;
    for (std::size_t i = 0; i < items.size(); ++i) result.emplace(items[i].id.text, i);
    return result;
}

/// What is left out because the plan does not have it, counted by kind and name.
class Unplanned {
public:
    bool missing(const char* sheet, const char* kind, const std::string& name, bool known) {
        if (!known) ++m_counts[{sheet, kind, name}];
        return !known;
    }

    Findings findings() const {
        Findings result;
        for (const auto& [key, count] : m_counts) {
            const auto& [sheet, kind, name] = key;
            result.push_back(
                {Severity::warning,
                 "not-in-plan",
                 {"plan.xlsx", sheet, {}},
                 fmt::format("The plan does not have the {} \"{}\": figures left out: {}.", kind, name, count),
                 fmt::format("Put it on the sheet {} if it is wanted.", sheet),
                 name,
                 ""});
        }
        return result;
    }

private:
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> m_counts;
};

struct RankedFile {
    const GatedFile* file = nullptr;
    std::size_t rank = 0;
};

std::unordered_map<std::string, RankedFile> ranked(const GatedFiles& files) {
    std::map<std::pair<Date, int>, std::size_t> runs;
    for (const auto& [hash, gated] : files) runs.emplace(std::pair(gated.file->known_on, gated.file->run), 0);
    std::size_t next = 0;
    for (auto& [run, rank] : runs) rank = next++;
    std::unordered_map<std::string, RankedFile> result;
    for (const auto& [hash, gated] : files)
        result[hash] = {&gated, runs.at(std::pair(gated.file->known_on, gated.file->run))};
    return result;
}

bool in_order(const Claim& a, const Claim& b) {
    const auto key = [](const Claim& c) { return std::tie(c.measure, c.area, c.period, c.source, c.rank); };
    const auto place = [](const Claim& c) {
        return std::tie(c.said().where.file, c.known->hash, c.said().where.sheet, c.said().where.cell);
    };
    if (const auto order = key(a) <=> key(b); order != 0) return order < 0;
    return place(a) < place(b);
}

}  // namespace

bool Claim::has_value() const {
    const Marker marker = said().marker;
    return said().value && (marker == Marker::none || marker == Marker::provisional || marker == Marker::revised);
}

Checked<std::vector<Claim>> claims_of(const std::vector<history::KnownObservation>& observations,
                                      const GatedFiles& files, const plan::Plan& plan) {
    const auto measures = places(plan.measures), areas = places(plan.areas), sources = places(plan.sources);
    const auto ranks = ranked(files);
    Unplanned unplanned;
    std::vector<Claim> claims;
    claims.reserve(observations.size());
    for (const history::KnownObservation& known : observations) {
        const auto file = ranks.find(known.hash);
        if (file == ranks.end()) continue;
        const Observation& said = known.observation;
        const auto measure = measures.find(said.measure.text);
        const auto area = areas.find(said.area.text);
        const auto source = sources.find(said.source.text);
        if (unplanned.missing("Measures", "measure", said.measure.text, measure != measures.end()) ||
            unplanned.missing("Areas", "area", said.area.text, area != areas.end()) ||
            unplanned.missing("Sources", "source", said.source.text, source != sources.end()))
            continue;
        claims.push_back(
            {measure->second, area->second, said.period, source->second, file->second.rank, &known, file->second.file});
    }
    std::sort(claims.begin(), claims.end(), in_order);
    return {std::move(claims), unplanned.findings()};
}

}  // namespace panelbook::consolidate

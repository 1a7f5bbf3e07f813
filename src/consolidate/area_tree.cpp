#include "panelbook/consolidate/area_tree.hpp"

#include <optional>
#include <unordered_map>

namespace panelbook::consolidate {

AreaTree area_tree(const plan::Plan& plan) {
    std::unordered_map<AreaId, std::size_t> places;
    for (std::size_t area = 0; area < plan.areas.size(); ++area) places.emplace(plan.areas[area].id, area);
    std::vector<std::optional<std::size_t>> parents(plan.areas.size());
    for (std::size_t area = 0; area < plan.areas.size(); ++area) {
        if (!plan.areas[area].parent) continue;
        const auto parent = places.find(*plan.areas[area].parent);
        if (parent != places.end()) parents[area] = parent->second;
    }
    AreaTree parts(plan.areas.size());
    for (std::size_t area = 0; area < plan.areas.size(); ++area) {
        std::optional<std::size_t> above = parents[area];
        for (std::size_t steps = 0; above && steps < plan.areas.size(); ++steps) above = parents[*above];
        if (!above && parents[area]) parts[*parents[area]].push_back(area);
    }
    return parts;
}

}  // namespace panelbook::consolidate

#include "panelbook/plan/plan.hpp"

#include <algorithm>

namespace panelbook::plan {
namespace {

template <class Row, class Key>
const Row* with_id(const std::vector<Row>& rows, const Key& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

bool covers(const Gap& gap, Period period) {
    return (!gap.from || gap.from->first_day() <= period.first_day()) &&
           (!gap.to || period.last_day() <= gap.to->last_day());
}

}  // namespace

const Measure* Plan::measure(const MeasureId& id) const {
    return with_id(measures, id);
}
const Priority* Plan::priority(const PriorityId& id) const {
    return with_id(priorities, id);
}
const Area* Plan::area(const AreaId& id) const {
    return with_id(areas, id);
}
const Source* Plan::source(const SourceId& id) const {
    return with_id(sources, id);
}

std::vector<AreaId> Plan::parts_of(const AreaId& id) const {
    std::vector<AreaId> parts;
    for (const Area& area : areas)
        if (area.parent == id) parts.push_back(area.id);
    return parts;
}

const Gap* Plan::gap(const MeasureId& measure, const AreaId& area, Period period) const {
    const Gap* for_all_areas = nullptr;
    for (const Gap& gap : gaps) {
        if (gap.measure != measure || !covers(gap, period)) continue;
        if (gap.area == area) return &gap;
        if (!gap.area && for_all_areas == nullptr) for_all_areas = &gap;
    }
    return for_all_areas;
}

}  // namespace panelbook::plan

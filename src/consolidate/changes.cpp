#include "panelbook/consolidate/changes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "panelbook/consolidate/amounts.hpp"

namespace panelbook::consolidate {

namespace {

using Key = std::pair<MeasureId, AreaId>;
using ByKey = std::map<Key, const Series*>;

ByKey by_key(const std::vector<Series>& all) {
    ByKey result;
    for (const Series& each : all) result.emplace(Key{each.measure, each.area}, &each);
    return result;
}

const SeriesPoint* point_of(const ByKey& series, const MeasureId& measure, const AreaId& area, Period period) {
    const auto found = series.find({measure, area});
    return found == series.end() ? nullptr : found->second->at(period);
}

bool same(const SeriesPoint& before, const SeriesPoint* after) {
    return after && after->value && same_amount(*before.value, *after->value);
}

/// The cells behind a figure: its own, or those of the parts of it that changed.
class Cells {
public:
    Cells(const ByKey& before, const ByKey& after) : m_before(before), m_after(after) {}

    void collect(Change& change, const SeriesPoint& before, const SeriesPoint* after) const {
        change.old_cells.insert(change.old_cells.end(), before.where.begin(), before.where.end());
        if (after) change.new_cells.insert(change.new_cells.end(), after->where.begin(), after->where.end());
        std::set<AreaId> parts(before.parts.begin(), before.parts.end());
        if (after) parts.insert(after->parts.begin(), after->parts.end());
        for (const AreaId& part : parts) {
            const SeriesPoint* old_part = point_of(m_before, change.measure, part, change.period);
            const SeriesPoint* new_part = point_of(m_after, change.measure, part, change.period);
            if (old_part && old_part->value && same(*old_part, new_part)) continue;
            if (old_part)
                collect(change, *old_part, new_part);
            else if (new_part)
                change.new_cells.insert(change.new_cells.end(), new_part->where.begin(), new_part->where.end());
        }
    }

private:
    const ByKey& m_before;
    const ByKey& m_after;
};

}  // namespace

std::vector<Change> changes_between(const std::vector<Series>& before, const std::vector<Series>& after) {
    const ByKey old_series = by_key(before), new_series = by_key(after);
    const Cells cells(old_series, new_series);
    std::vector<Change> changes;
    for (const Series& series : before) {
        for (const SeriesPoint& point : series.points) {
            if (!point.value) continue;
            const SeriesPoint* now = point_of(new_series, series.measure, series.area, point.period);
            if (same(point, now)) continue;
            Change change{series.measure, series.area, point.period, *point.value, {}, {}, {}, {}, {}};
            if (now) {
                change.after = now->value;
                change.known_on = now->known_on;
                if (!now->value) change.reason = now->reason;
            }
            cells.collect(change, point, now);
            changes.push_back(std::move(change));
        }
    }
    return changes;
}

std::optional<ChangeBasis> change_basis(const plan::Plan& plan, const std::vector<history::FileRecord>& files,
                                        Date as_of) {
    std::optional<ChangeBasis> basis;
    for (const plan::Issued& each : plan.issued) {
        if (each.audience != "internal" || each.issued_on >= as_of) continue;
        if (!basis || basis->as_known_on < each.issued_on) basis = ChangeBasis{each.issued_on, true};
    }
    if (basis) return basis;
    for (const history::FileRecord& each : files) {
        if (each.known_on >= as_of) continue;
        if (!basis || basis->as_known_on < each.known_on) basis = ChangeBasis{each.known_on, false};
    }
    return basis;
}

Known known_by(const Known& known, Date day) {
    Known earlier;
    std::set<std::string> hashes;
    for (const history::FileRecord& each : known.files) {
        if (each.known_on > day) continue;
        earlier.files.push_back(each);
        hashes.insert(each.hash);
    }
    std::copy_if(known.observations.begin(), known.observations.end(), std::back_inserter(earlier.observations),
                 [&](const history::KnownObservation& each) { return each.known_on <= day; });
    std::copy_if(known.savings.begin(), known.savings.end(), std::back_inserter(earlier.savings),
                 [&](const history::KnownSavings& each) { return each.known_on <= day; });
    std::copy_if(known.findings.begin(), known.findings.end(), std::back_inserter(earlier.findings),
                 [&](const history::KnownFinding& each) { return hashes.contains(each.hash); });
    return earlier;
}

}  // namespace panelbook::consolidate

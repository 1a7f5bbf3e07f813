#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "panelbook/plan/plan.hpp"

namespace panelbook::extract {

/// What a label in a partner's table stands for.
struct Meaning {
    std::optional<MeasureId> measure;
    std::optional<AreaId> area;
    bool ignore = false;  ///< known and not wanted
    bool total = false;   ///< checked against its parts and not taken
    bool known() const { return measure || area || ignore || total; }
};

/// Every label that one source may use, from the plan's Labels, Measures and Areas.
///
/// The source's own Labels rows win over those for every source, an exact match wins over one after folding case,
/// blanks and footnote marks, and Labels win over the plan's own ids and names.
class LabelBook {
public:
    LabelBook(const plan::Plan& plan, const SourceId& source);

    /// A label where a measure is expected; a Labels row that gives an area too gives both.
    Meaning measure(std::string_view label) const;
    /// A label where an area is expected. A path of several labels, outermost first ("Wellington", "Hutt Valley"), is
    /// looked for as "Wellington / Hutt Valley", then as the area of the last name whose parent has the name before it.
    Meaning area(std::span<const std::string> path) const;

    /// The label or name nearest to one that is not known; empty if none is near.
    std::string nearest_measure(std::string_view label) const;
    std::string nearest_area(std::string_view label) const;

private:
    using Index = std::unordered_map<std::string, Meaning>;
    struct Level {
        Index exact;
        Index folded;
    };
    static Meaning find(std::span<const Level* const> levels, std::string_view label);

    Level m_own;        // Labels of the source
    Level m_common;     // Labels for every source
    Level m_own_areas;  // the same, where an area is expected
    Level m_common_areas;
    Level m_measures;  // the plan's ids and names
    Level m_areas;
    std::vector<std::string> m_measure_words;
    std::vector<std::string> m_area_words;
};

/// Whether a label says by itself that it is a total: "Total", "Sum:", "All", "Sub-total", "Total 43 forces".
bool is_total_label(std::string_view label);

/// The parts of a path as people see it: "Wellington / Hutt Valley". Empty parts are left out.
std::string join_path(std::span<const std::string> path);

}  // namespace panelbook::extract

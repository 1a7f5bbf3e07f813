#pragma once

#include <compare>
#include <functional>
#include <string>

namespace panelbook {

/// A name from the plan. A different type for each kind, so that two kinds cannot be swapped.
template <class Tag>
struct Id {
    std::string text;
    auto operator<=>(const Id&) const = default;
    bool empty() const { return text.empty(); }
};

using MeasureId = Id<struct MeasureTag>;
using AreaId = Id<struct AreaTag>;
using SourceId = Id<struct SourceTag>;
using PriorityId = Id<struct PriorityTag>;

}  // namespace panelbook

template <class Tag>
struct std::hash<panelbook::Id<Tag>> {
    std::size_t operator()(const panelbook::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text); }
};

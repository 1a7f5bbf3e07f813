#pragma once

#include <cstddef>
#include <vector>

#include "panelbook/plan/plan.hpp"

namespace panelbook::consolidate {

/// The parts of every area, by places in the plan's list and in its order. An area that would be part of itself has no
/// parent here, so that following the parts always ends.
using AreaTree = std::vector<std::vector<std::size_t>>;
AreaTree area_tree(const plan::Plan& plan);

}  // namespace panelbook::consolidate

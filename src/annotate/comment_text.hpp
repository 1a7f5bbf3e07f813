#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "panelbook/core/cell.hpp"

namespace panelbook::annotate {

/// What is said at each cell.
using Remarks = std::map<CellRef, std::string>;

/// The cells that have a comment already.
std::set<CellRef> commented_cells(std::string_view comments);

/// The XML of a comments part with the remarks at its end, under an author of their own. Empty: a part with nothing but
/// them, in the namespace of a sheet that is strict or not.
std::string with_comments(std::string_view comments, const Remarks& remarks, bool strict);

/// The drawing of the comments (VML) with a hidden box for each remark; empty: a drawing with nothing but them, whose
/// shapes have numbers of the block `block` of 1,024.
std::string with_boxes(std::string_view drawing, const Remarks& remarks, std::size_t block);

}  // namespace panelbook::annotate

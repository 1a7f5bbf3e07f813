#pragma once

#include "draft.hpp"

namespace panelbook::report {

/// The table with the class of every chart, below one another. Needs the points of the charts on the SPC page.
Table classes_table(Draft& draft);

}  // namespace panelbook::report

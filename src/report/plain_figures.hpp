#pragma once

#include "draft.hpp"

namespace panelbook::report {

/// The measures of a section without any chart, a row each: status, figure, what it is set against, words.
Table plain_figures(Draft& draft, const std::vector<const plan::Measure*>& measures);

}  // namespace panelbook::report

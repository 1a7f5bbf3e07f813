#pragma once

#include <vector>

#include "panelbook/write/package.hpp"

#include "lxw.hpp"

namespace panelbook::write {

/// What libxlsxwriter leaves out of the package: what the cells of the charts hold (it writes 0 for every formula),
/// date axes, room for labels, the language of the document, quotes round sheet names that look like cells. Throws
/// WriteError if a part does not look as expected.
void finish(std::vector<PackagePart>& parts, const std::vector<ChartParts>& charts,
            const std::vector<std::string>& sheet_names);

}  // namespace panelbook::write

#pragma once

#include <map>
#include <string>
#include <vector>

#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

/// A label in a file that nothing in the plan is called, so that its figures were not taken.
struct UnknownLabel {
    std::string label;  ///< as it stands
    Place where;
    Period up_to;                      ///< the latest period of its file
    std::optional<MeasureId> measure;  ///< the one it is most like, if any
    std::optional<AreaId> area;        ///< the same where an area was expected
};

/// The unknown labels of released files that no later file has put right, by source. `findings` are those of the files,
/// after `put_right`.
using UnknownLabels = std::map<SourceId, std::vector<UnknownLabel>>;
UnknownLabels unknown_labels(const std::vector<history::KnownFinding>& findings, const GatedFiles& files,
                             const plan::Plan& plan);

/// Why a figure of the source is absent, if a label may be the reason: "Label not known: ..." where an unknown label is
/// most like the measure or the area; where one is like nothing, that there are such labels. Empty if no label is.
std::string label_reason(const std::vector<UnknownLabel>& labels, const MeasureId& measure, const AreaId& area,
                         Period period);

}  // namespace panelbook::consolidate

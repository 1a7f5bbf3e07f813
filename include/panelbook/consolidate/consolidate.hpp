#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/consolidate/fates.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/core/series.hpp"
#include "panelbook/history/history.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::consolidate {

struct Revision {
    MeasureId measure;
    AreaId area;
    Period period;
    Amount before;
    Amount after;
    Date changed_on;
    Provenance old_cell;
    Provenance new_cell;
};

enum class ReturnState { received, missing, withheld };

/// What became of one source for the dashboard's period.
struct ReturnStatus {
    SourceId source;
    std::string organisation;
    bool required = false;
    ReturnState state = ReturnState::missing;
    std::optional<Date> received_on;
    std::optional<Date> due_on;
    std::string file;
    std::string board;
    std::optional<Date> presented_on;
    std::optional<Date> expected_on;
    std::string reason;       ///< plain words where it is withheld or missing
    std::size_t figures = 0;  ///< published from it
};

/// What the history knows on a day.
struct Known {
    std::vector<history::FileRecord> files;
    std::vector<history::KnownObservation> observations;
    std::vector<history::KnownSavings> savings;
    std::vector<history::KnownFinding> findings;  ///< of the files, when they were read
};

struct Consolidated {
    std::vector<Series> series;  ///< by plan order of measures, then of areas
    std::vector<SavingsAmount> savings;
    std::vector<Revision> revisions;  ///< of published figures only
    std::vector<ReturnStatus> returns;
    std::vector<Fate> fates;          ///< of the observations, in their order
    std::vector<Fate> savings_fates;  ///< of the savings, in their order
};

/// History -> what may be published: the latest known observation wins, conflicts publish neither
/// ("conflicting-figures"), unreleased values are withheld (a point with Marker::not_released, its reason and no
/// value), gaps are explained, areas roll up by the measure's rule (nothing is published with a part missing). A value
/// not released is in no output.
///
/// The findings are those of the files, as notes where a later file has put them right, and its own; all without a
/// value that is not released.
///
/// Pure: reads nothing but its arguments.
Checked<Consolidated> consolidate(const Known& known, const plan::Plan& plan, Period period, Date as_of);

/// Findings of unreleased files without the values they quote. Told by the name of the file: two may share one, and
/// then neither is quoted.
Findings publishable(Findings findings, const std::vector<history::FileRecord>& files, const plan::Plan& plan,
                     Date as_of);

/// Whether a source's figures for a period may be shown on a date; if not, why, and when they are expected.
struct Release {
    bool released = false;
    std::string reason;
    std::optional<Date> expected_on;
    std::optional<Date> presented_on;
};
Release release_of(const plan::Source& source, Period period, const plan::Plan& plan, Date as_of);

}  // namespace panelbook::consolidate

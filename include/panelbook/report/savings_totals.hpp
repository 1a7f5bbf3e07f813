#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"

namespace panelbook::report {

/// The amounts of one scope as at one date: only these add up with each other.
struct SavingsSet {
    std::string scope;
    std::optional<Date> as_at;
    std::vector<const SavingsAmount*> amounts;  ///< in the order they were given
    std::string required_estimate;              ///< the estimate that is summed where there are two: "latest"
    bool estimates_differ = false;

    /// "1 April 2013 to 31 March 2017, as at 31 March 2014"
    std::string words() const;
    bool has_required() const;
};

/// The latest date first, sets without one last, then by scope.
std::vector<SavingsSet> savings_sets(const std::vector<SavingsAmount>& amounts);

/// What to know about the totals of a set where rows of its sheets are in error, and so in no total: "2 rows of these
/// savings are in error and in no total: Schemes!E9, Schemes!E12." Empty where there is none.
std::string savings_caution(const SavingsSet& set, const Findings& findings);

/// required = realised + identified + still to find, to the penny. Identified are the statuses identified, planned and
/// nearing completion; ideas and what is unachievable count for nothing.
struct SavingsBridge {
    Pence required;
    Pence realised;
    Pence identified;
    Pence still_to_find() const { return required - realised - identified; }
};
SavingsBridge bridge_of(const SavingsSet& set);
/// The statuses that are summed as identified.
const std::vector<std::string>& identified_statuses();

}  // namespace panelbook::report

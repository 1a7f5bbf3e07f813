#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"

namespace panelbook::savings {

/// The line of the reconciliation that an amount feeds.
enum class Line { required, realised, identified, still_to_find, not_counted };

/// required <- required; realised <- realised; identified, not yet realised <- identified, planned, nearing completion;
/// still to find (only ever checked) <- still to find, further required. Ideas, what cannot be achieved, and any other
/// word are not counted.
Line line_of(std::string_view status);

/// required = realised + identified + still to find, to the penny.
struct Totals {
    std::optional<Pence> required;  ///< absent where nobody said what is required
    Pence realised;
    Pence identified;                    ///< not yet realised
    std::optional<Pence> still_to_find;  ///< negative: a surplus; absent where `required` is
};

struct YearTotals {
    Period year;
    Totals totals;
};

/// The savings of one scope, as they stood on one day, by one estimate. Never added to those of another.
struct Position {
    std::string scope;
    std::optional<Date> as_at;
    std::string estimate;
    std::vector<SavingsAmount> amounts;  ///< all that it is made of, ideas too; stated totals are not among them
    std::vector<YearTotals> years;       ///< one a period that amounts are for, in period order
    Totals total;

    /// "the original estimate as at 31 March 2014 for 1 April 2013 to 31 March 2017"
    std::string words() const;
};

struct Savings {
    std::vector<Position> positions;  ///< the one to show first: the latest as-at, of these the latest estimate
    std::string note;  ///< where there are several: which one is shown, and that the others are not added to it
};

/// Totals by position and year. Amounts without an estimate, other than what is required, belong to every estimate of
/// their scope and as-at: schemes are the same whatever the gap was thought to be.
///
/// A row that states a total (a still-to-find row; "Total ..." beside its parts; one amount for a span beside the same
/// scheme's amounts for years within it) is checked and not taken: beyond (parts + 1)/2 of the last shown unit it is
/// found, "savings-do-not-foot". The last shown unit is the largest power of ten pence, up to £0.1 million, that all
/// amounts of the position are multiples of.
Checked<Savings> savings_of(const std::vector<SavingsAmount>& amounts);

}  // namespace panelbook::savings

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "panelbook/core/cell.hpp"
#include "panelbook/core/ids.hpp"
#include "panelbook/core/money.hpp"
#include "panelbook/core/period.hpp"

namespace panelbook {

/// Why a value is absent, or what to know about one that is there.
enum class Marker {
    none,
    provisional,
    revised,
    not_supplied,
    not_released,
    suppressed,
    not_applicable,
    in_error,
};
std::string_view to_word(Marker marker);                        ///< "not supplied"
std::optional<Marker> marker_from_word(std::string_view word);  ///< reads to_word's words, any case

/// The cell a figure came from.
struct Provenance {
    std::string file;  ///< path below inbox/ when it was sent
    std::string hash;  ///< SHA-256 of the file, 64 hexadecimal digits
    std::string sheet;
    CellRef cell;
    bool operator==(const Provenance&) const = default;
};

/// A figure in the measure's unit. Percentages are 0 to 100, money is whole pence, everything else a double.
using Amount = std::variant<double, Pence>;
/// Money in pounds.
double to_number(const Amount& amount);

/// One figure as somebody sent it. A missing value is absent with a marker, never 0 and never NaN.
struct Observation {
    MeasureId measure;
    AreaId area;
    Period period;
    std::optional<Amount> value;
    std::optional<double> denominator;  ///< n, or what the share is of, where it was given
    Marker marker = Marker::none;
    SourceId source;
    Provenance where;
    std::optional<CellRef> denominator_cell = std::nullopt;  ///< on the same sheet
};

/// One amount of one savings scheme in one financial year, as somebody sent it.
struct SavingsAmount {
    std::string scheme;
    std::string owner;
    std::string status;     ///< folded: idea, identified, planned, nearing completion, realised, unachievable, required
    std::string recurring;  ///< "recurring", "one-off" or empty
    Period year;            ///< the financial year, or the whole span the amount is for
    Pence amount;
    std::string scope;  ///< for instance "1 April 2013 to 31 March 2017"
    std::optional<Date> as_at;
    std::string estimate;  ///< "original", "latest", or empty
    SourceId source;
    Provenance where;
};

/// What a return says about its own release. A proposal only: the plan's Releases sheet decides.
struct SignOff {
    std::string organisation;
    std::string board;
    std::optional<Period> period;
    std::optional<Date> presented_on;
    std::string completed_by;  ///< a role, not a name
    std::optional<CellRef> presented_on_cell;
    std::string sheet;
};

}  // namespace panelbook

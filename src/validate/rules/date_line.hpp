#pragma once

#include <vector>

#include "panelbook/core/date.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::validate {

/// A date among others in one row or column that is not what it should be.
struct DateFault {
    enum class Kind {
        stored_as_text,  ///< among real dates; it can be read all the same
        swapped,         ///< day and month have changed places: 5 January where 1 May belongs
    };
    Kind kind = Kind::stored_as_text;
    CellRef at;
    std::string found;
    Date meant;
};

/// The faults of the cells of one line. Three real dates at least, and a third as many texts at most, make it a line of
/// dates. A date is swapped if nearly all others are of one day of the month, and it would be too the other way round.
std::vector<DateFault> date_faults(const std::vector<const Cell*>& line);

}  // namespace panelbook::validate

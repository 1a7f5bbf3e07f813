#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace panelbook {

using Date = boost::gregorian::date;

/// "2014-06-30"
std::string to_iso(Date date);
/// "30 June 2014"
std::string to_words(Date date);
/// Reads "2014-06-30". Nothing for anything else, or a day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace panelbook

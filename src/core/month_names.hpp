#pragma once

#include <array>
#include <string_view>

namespace panelbook {

/// "January" for 1.
inline std::string_view month_name(int month) {
    constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
    return names.at(static_cast<std::size_t>(month - 1));
}

}  // namespace panelbook

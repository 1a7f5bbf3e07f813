#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace panelbook::commentary {

/// Text from the plan or a source as a clause: no full stop or blanks at its end.
std::string clause(std::string_view text);

/// A clause and why: "There is no figure for June 2020: not supplied". A reason that begins with a capital is a
/// sentence of its own: "Charted only from April 2019. Recording changed then". No full stop at the end.
std::string with_reason(std::string_view statement, std::string_view reason);

/// With a capital at its head.
std::string capitalised(std::string text);

/// "a", "a and b", "a, b and c".
std::string joined(const std::vector<std::string>& items);

/// A count at the head of a sentence: "Six" up to "Twelve", then in digits.
std::string counted(std::size_t count);

}  // namespace panelbook::commentary

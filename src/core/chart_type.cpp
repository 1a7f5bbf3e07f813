#include "panelbook/core/chart_type.hpp"

#include <algorithm>
#include <array>

namespace panelbook {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 11> words{"i", "xmr", "run", "p", "p'", "u", "u'", "c", "t", "g", "mr"};

}  // namespace

std::string_view to_word(ChartType type) {
    return words[static_cast<std::size_t>(type)];
}

std::optional<ChartType> chart_type_from_word(std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<ChartType>(found - words.begin());
}

std::span<const std::string_view> chart_type_words() {
    return words;
}

bool needs_denominators(ChartType type) {
    switch (type) {
        case ChartType::p:
        case ChartType::p_prime:
        case ChartType::u:
        case ChartType::u_prime:
            return true;
        default:
            return false;
    }
}

}  // namespace panelbook

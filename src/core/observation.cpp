#include "panelbook/core/observation.hpp"

#include <array>
#include <utility>

#include "panelbook/core/text.hpp"

namespace panelbook {

namespace {

constexpr std::array<std::pair<Marker, std::string_view>, 8> marker_words = {{
    {Marker::none, ""},
    {Marker::provisional, "provisional"},
    {Marker::revised, "revised"},
    {Marker::not_supplied, "not supplied"},
    {Marker::not_released, "not released"},
    {Marker::suppressed, "suppressed"},
    {Marker::not_applicable, "not applicable"},
    {Marker::in_error, "in error"},
}};

}  // namespace

std::string_view to_word(Marker marker) {
    return marker_words.at(static_cast<std::size_t>(marker)).second;
}

std::optional<Marker> marker_from_word(std::string_view word) {
    const std::string wanted = folded(word);
    for (const auto& [marker, name] : marker_words) {
        if (wanted == name) return marker;
    }
    return std::nullopt;
}

double to_number(const Amount& amount) {
    if (const auto* pence = std::get_if<Pence>(&amount)) return pence->pounds();
    return std::get<double>(amount);
}

}  // namespace panelbook

#include "panelbook/core/cell_role.hpp"

#include <algorithm>
#include <array>

namespace panelbook {

namespace {

struct Word {
    CellRole role;
    std::string_view word;
};

constexpr std::array words = {
    Word{CellRole::figure, "figure"},
    Word{CellRole::in_error, "in error"},
    Word{CellRole::denominator, "denominator"},
    Word{CellRole::marker, "marker"},
    Word{CellRole::checked_total, "checked total"},
    Word{CellRole::unchecked_total, "unchecked total"},
    Word{CellRole::header, "header"},
    Word{CellRole::label, "label"},
    Word{CellRole::not_wanted, "not wanted"},
    Word{CellRole::unknown_label, "unknown label"},
    Word{CellRole::unknown_period, "unknown period"},
    Word{CellRole::words_measure, "measure of words"},
    Word{CellRole::not_read, "not read"},
};

}  // namespace

std::string_view to_word(CellRole role) {
    return std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.role == role; })->word;
}

std::optional<CellRole> cell_role_from_word(std::string_view word) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.word == word; });
    if (found == words.end()) return std::nullopt;
    return found->role;
}

}  // namespace panelbook

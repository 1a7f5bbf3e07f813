#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "panelbook/core/text.hpp"
#include "panelbook/plan/plan.hpp"

/// The words of the plan and what they stand for: one table each, used for reading and for writing.
namespace panelbook::plan {

template <class Value>
struct Word {
    Value value;
    std::string_view word;
};

std::span<const Word<TileKind>> words_of(TileKind);
std::span<const Word<Unit>> words_of(Unit);
std::span<const Word<Good>> words_of(Good);
std::span<const Word<Frequency>> words_of(Frequency);
std::span<const Word<RollUp>> words_of(RollUp);
std::span<const Word<Basis>> words_of(Basis);
std::span<const Word<SurveyMargin>> words_of(SurveyMargin);
std::span<const Word<Layout>> words_of(Layout);

/// The value of a word, case and blanks folded.
template <class Value>
std::optional<Value> from_word(std::string_view text) {
    for (const Word<Value>& entry : words_of(Value{}))
        if (entry.word == folded(text)) return entry.value;
    return std::nullopt;
}

}  // namespace panelbook::plan

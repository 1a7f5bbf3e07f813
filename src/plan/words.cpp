#include "words.hpp"

#include <array>

namespace panelbook::plan {
namespace {

constexpr std::array<Word<TileKind>, 6> tile_kinds{{{TileKind::variance, "variance"},
                                                    {TileKind::level, "level"},
                                                    {TileKind::outcome, "outcome"},
                                                    {TileKind::assessment, "assessment"},
                                                    {TileKind::savings, "savings"},
                                                    {TileKind::text, "text"}}};
constexpr std::array<Word<Unit>, 9> units{{{Unit::count, "count"},
                                           {Unit::percent, "percent"},
                                           {Unit::rate, "rate"},
                                           {Unit::seconds, "seconds"},
                                           {Unit::minutes, "minutes"},
                                           {Unit::hours, "hours"},
                                           {Unit::days, "days"},
                                           {Unit::gbp, "gbp"},
                                           {Unit::text, "text"}}};
constexpr std::array<Word<Good>, 3> goods{{{Good::up, "up"}, {Good::down, "down"}, {Good::none, "none"}}};
constexpr std::array<Word<Frequency>, 3> frequencies{
    {{Frequency::month, "month"}, {Frequency::quarter, "quarter"}, {Frequency::year, "year"}}};
constexpr std::array<Word<RollUp>, 5> roll_ups{{{RollUp::sum, "sum"},
                                                {RollUp::mean, "mean"},
                                                {RollUp::ratio, "ratio"},
                                                {RollUp::last, "last"},
                                                {RollUp::none, "none"}}};
constexpr std::array<Word<Basis>, 8> bases{{{Basis::year_to_date, "year to date"},
                                            {Basis::quarter_on_year, "quarter on year"},
                                            {Basis::quarter_on_quarter, "quarter on quarter"},
                                            {Basis::rolling_year, "rolling year"},
                                            {Basis::baseline_year, "baseline year"},
                                            {Basis::target, "target"},
                                            {Basis::similar_group, "most similar group"},
                                            {Basis::national, "national"}}};
constexpr std::array<Word<SurveyMargin>, 2> survey_margins{
    {{SurveyMargin::wilson, "wilson"}, {SurveyMargin::worst_case, "worst case"}}};
constexpr std::array<Word<Layout>, 6> layouts{{{Layout::workbook_return, "return"},
                                               {Layout::list, "list"},
                                               {Layout::wide, "wide"},
                                               {Layout::tall, "tall"},
                                               {Layout::cells, "cells"},
                                               {Layout::savings, "savings"}}};

template <class Value>
std::string_view word_of(Value value) {
    for (const Word<Value>& entry : words_of(value))
        if (entry.value == value) return entry.word;
    return {};
}

}  // namespace

std::span<const Word<TileKind>> words_of(TileKind) {
    return tile_kinds;
}
std::span<const Word<Unit>> words_of(Unit) {
    return units;
}
std::span<const Word<Good>> words_of(Good) {
    return goods;
}
std::span<const Word<Frequency>> words_of(Frequency) {
    return frequencies;
}
std::span<const Word<RollUp>> words_of(RollUp) {
    return roll_ups;
}
std::span<const Word<Basis>> words_of(Basis) {
    return bases;
}
std::span<const Word<SurveyMargin>> words_of(SurveyMargin) {
    return survey_margins;
}
std::span<const Word<Layout>> words_of(Layout) {
    return layouts;
}

std::string_view to_word(Unit unit) {
    return word_of(unit);
}
std::string_view to_word(Basis basis) {
    return word_of(basis);
}
std::string_view to_word(TileKind kind) {
    return word_of(kind);
}
std::string_view to_word(Good good) {
    return word_of(good);
}
std::string_view to_word(Layout layout) {
    return word_of(layout);
}

}  // namespace panelbook::plan

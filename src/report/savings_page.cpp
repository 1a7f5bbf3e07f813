#include <fmt/format.h>

#include "panelbook/core/cell.hpp"
#include "panelbook/report/savings_totals.hpp"
#include "panelbook/savings/shown.hpp"

#include "pages.hpp"
#include "row.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

constexpr std::size_t hash_digits_shown = 8;
constexpr NumberStyle pounds{NumberStyle::Kind::pounds, 0, false};
constexpr NumberStyle millions{NumberStyle::Kind::millions, 2, false};

/// The columns of a set's rows that its totals are formulas over.
struct SetCells {
    std::optional<ItemRange> status;
    ItemRange estimate{};
    ItemRange amount{};
};

Table amounts_table() {
    Table table;
    table.name = "SavingsData";
    table.title = "Schemes and amounts";
    table.columns = {{"Scheme", 32},       {"Owner", 30},    {"Status", 18},
                     {"Recurring", 14},    {"Year", 16},     {"Amount (£)", 14, true},
                     {"Estimate", 10},     {"Scope", 30},    {"As at", 11},
                     {"Organisation", 20}, {"File", 24},     {"Sheet", 12},
                     {"Cell", 8},          {"File hash", 11}};
    table.empty_words = "No savings figures have been received.";
    return table;
}

SetCells add_amounts(Draft& draft, const SavingsSet& set, Table& table) {
    SetCells cells;
    for (const SavingsAmount* amount : set.amounts) {
        Row row(draft.report);
        row.text(amount->scheme);
        row.text(amount->owner);
        const ItemId status = row.text(amount->status);
        row.text(amount->recurring);
        row.text(amount->year.label());
        const ItemId pence = row.number(amount->amount.pounds(), pounds);
        const ItemId estimate = row.text(amount->estimate);
        row.text(amount->scope);
        row.date(amount->as_at);
        row.text(draft.organisation(amount->source));
        row.text(amount->where.file);
        row.text(amount->where.sheet);
        row.text(to_a1(amount->where.cell));
        row.text(amount->where.hash.substr(0, hash_digits_shown));
        table.rows.push_back(row.take());
        const bool first = !cells.status;
        cells.status = {first ? status : cells.status->first, status};
        cells.estimate = {first ? estimate : cells.estimate.first, estimate};
        cells.amount = {first ? pence : cells.amount.first, pence};
    }
    return cells;
}

Formula sum_by_status(const SetCells& cells, const std::vector<std::string>& statuses) {
    std::string text;
    for (const std::string& status : statuses)
        text += fmt::format("{}SUMIF({{0}},\"{}\",{{1}})", text.empty() ? "" : "+", status);
    return {text, {*cells.status, cells.amount}};
}

Formula sum_required(const SetCells& cells, const SavingsSet& set) {
    if (!set.estimates_differ) return sum_by_status(cells, {"required"});
    return {fmt::format("SUMIFS({{1}},{{0}},\"required\",{{2}},\"{}\")", set.required_estimate),
            {*cells.status, cells.amount, cells.estimate}};
}

Table totals_table(const SavingsSet& set) {
    Table table;
    table.title = set.words();
    table.columns = {{"Total", 32}, {"Made of", 30}, {"£", 18, true}, {"£ million, as shown", 14, true}};
    return table;
}

/// A total in pounds and in the millions that are shown, adjusted by a hundredth where the parts would not add up.
ItemId add_total(Draft& draft, Table& table, const std::string& label, Item in_pounds, Pence amount, std::int64_t shown,
                 const std::string& made_of, ItemId& pounds_cell) {
    Row row(draft.report);
    row.text(label, Role::label);
    row.text(made_of, Role::muted);
    pounds_cell = row.add(std::move(in_pounds));
    const auto adjusted = shown - savings::rounded_to(amount, savings::hundredth_of_a_million);
    const std::string adjustment = adjusted == 0 ? "" : fmt::format("{:+d}/100", adjusted);
    const ItemId shown_cell =
        row.add(formula_item(static_cast<double>(shown) / 100.0, {"ROUND({0}/1000000,2)" + adjustment, {pounds_cell}},
                             millions, Role::figure));
    table.rows.push_back(row.take());
    return shown_cell;
}

ItemId add_absent_total(Draft& draft, Table& table, const std::string& label) {
    Row row(draft.report);
    row.text(label, Role::label);
    row.text("No required amount was sent for this scope and date.", Role::muted);
    row.add(not_available_item());
    const ItemId shown = row.add(not_available_item());
    table.rows.push_back(row.take());
    return shown;
}

SavingsTotals add_totals(Draft& draft, const SavingsSet& set, const SetCells& cells, Table& table) {
    const SavingsBridge bridge = bridge_of(set);
    const Pence still = bridge.still_to_find();
    const std::optional<Pence> required_amount = set.has_required() ? std::optional(bridge.required) : std::nullopt;
    const std::optional<Pence> still_amount = set.has_required() ? std::optional(still) : std::nullopt;
    const savings::ShownTotals shown = savings::shown(
        {required_amount, bridge.realised, bridge.identified, still_amount}, savings::hundredth_of_a_million);
    const auto live = [](Pence amount, Formula formula) {
        return formula_item(amount.pounds(), std::move(formula), pounds, Role::figure);
    };
    SavingsTotals totals;
    totals.scope = set.words();
    ItemId required;
    ItemId realised;
    ItemId identified;
    ItemId to_find;
    const std::string estimate =
        set.estimates_differ ? fmt::format("status required, {} estimate", set.required_estimate) : "status required";
    totals.required = set.has_required()
                          ? add_total(draft, table, "Required", live(bridge.required, sum_required(cells, set)),
                                      bridge.required, shown.required.value_or(0), estimate, required)
                          : add_absent_total(draft, table, "Required");
    totals.realised = add_total(draft, table, "Realised", live(bridge.realised, sum_by_status(cells, {"realised"})),
                                bridge.realised, shown.realised, "status realised", realised);
    totals.identified =
        add_total(draft, table, "Identified, not yet realised",
                  live(bridge.identified, sum_by_status(cells, identified_statuses())), bridge.identified,
                  shown.identified, "status " + listed(identified_statuses()), identified);
    totals.still_to_find =
        set.has_required()
            ? add_total(draft, table, still.count < 0 ? "Surplus (found beyond what is required)" : "Still to find",
                        live(still, {"{0}-{1}-{2}", {required, realised, identified}}), still,
                        shown.still_to_find.value_or(0), "required less realised less identified", to_find)
            : add_absent_total(draft, table, "Still to find");
    return totals;
}

}  // namespace

Page savings_page(Draft& draft) {
    Page page;
    page.name = "Savings";
    page.title = "Savings";
    page.subtitle = draft.subtitle();
    page.a3 = true;

    const auto sets = savings_sets(draft.figures.consolidated.savings);
    Table amounts = amounts_table();
    std::vector<Table> totals;
    for (const SavingsSet& set : sets) {
        const SetCells cells = add_amounts(draft, set, amounts);
        totals.push_back(totals_table(set));
        draft.savings.push_back(add_totals(draft, set, cells, totals.back()));
        draft.savings.back().caution = savings_caution(set, draft.figures.findings);
    }

    Paragraphs words;
    const auto say = [&](const std::string& text) {
        words.items.push_back(draft.report.add(text_item(text, Role::sentence)));
    };
    say(sets.empty() ? "No savings figures have been received for this dashboard."
                     : "Required = realised + identified + still to find, to the penny. Totals are formulas over the "
                       "amounts below. Millions are rounded so that what is shown adds up too.");
    if (sets.size() > 1)
        say("The figures are of different scopes or dates. They are shown one below the other and are not added up or "
            "set against each other.");

    for (const SavingsTotals& each : draft.savings) {
        if (!each.caution.empty()) say(fmt::format("{}: {}", capitalised(each.scope), each.caution));
    }

    page.blocks.emplace_back(std::move(words));
    for (Table& table : totals) page.blocks.emplace_back(std::move(table));
    if (!sets.empty()) page.blocks.emplace_back(std::move(amounts));
    return page;
}

}  // namespace panelbook::report

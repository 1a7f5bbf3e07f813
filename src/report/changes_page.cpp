#include <fmt/format.h>
#include <set>

#include "panelbook/core/cell.hpp"

#include "pages.hpp"
#include "row.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

std::string first_cell(const std::vector<Provenance>& cells) {
    if (cells.empty()) return "";
    const Provenance& first = cells.front();
    std::string text = Place{"", first.sheet, first.cell}.text().substr(2);
    if (cells.size() > 1) text += fmt::format(" and {} more", cells.size() - 1);
    return text;
}

std::string files_of(const std::vector<Provenance>& cells) {
    std::set<std::string> names;
    for (const Provenance& each : cells) names.insert(each.file);
    return listed({names.begin(), names.end()});
}

/// The figure as it is now: a live copy of its row on the Data page.
ItemId value_now(Draft& draft, Row& row, const consolidate::Change& change, const plan::Measure& measure) {
    if (!change.after) return row.blank();
    const auto series = draft.series_index(change.measure, change.area);
    const SeriesPoint* point = series ? draft.series()[*series].at(change.period) : nullptr;
    if (!point) return row.number(to_number(*change.after), figure_style(measure));
    const auto index = static_cast<std::size_t>(point - draft.series()[*series].points.data());
    return row.add(copy_item(draft.report, draft.data[*series][index].value, Role::cell));
}

Table changes_table(Draft& draft) {
    Table table;
    table.name = "Changes";
    table.title = "Changed since then";
    table.columns = {{"Name", 34},
                     {"Area", 20},
                     {"Period", 14},
                     {"Before", 12, true},
                     {"Now", 12, true},
                     {"Difference", 12, true},
                     {"What", 12},
                     {"Known on", 11},
                     {"By file", 34},
                     {"Cell", 22},
                     {"Before: file", 34},
                     {"Before: cell", 22},
                     {"Why not published", 40}};
    table.empty_words = "No published figure has changed.";
    for (const consolidate::Change& change : draft.figures.changes) {
        const plan::Measure* measure = draft.plan().measure(change.measure);
        if (!measure) continue;
        Row row(draft.report);
        row.text(measure->name);
        row.text(draft.area_name(change.area));
        row.text(change.period.label());
        const ItemId before = row.number(to_number(change.before), figure_style(*measure));
        const ItemId now = value_now(draft, row, change, *measure);
        if (change.after)
            row.add(formula_item(to_number(*change.after) - to_number(change.before), {"{0}-{1}", {now, before}},
                                 figure_style(*measure)));
        else
            row.blank();
        row.text(change.after ? "Revised" : "Withdrawn");
        row.date(change.known_on);
        row.text(files_of(change.new_cells));
        row.text(first_cell(change.new_cells));
        row.text(files_of(change.old_cells));
        row.text(first_cell(change.old_cells));
        row.text(sentence(change.reason), Role::muted);
        table.rows.push_back(row.take());
    }
    return table;
}

Table revisions_table(Draft& draft) {
    Table table;
    table.name = "Revisions";
    table.title = "Every revision of a figure that was sent";
    table.columns = {{"Name", 34},         {"Area", 20},         {"Period", 14},
                     {"Before", 12, true}, {"After", 12, true},  {"Difference", 12, true},
                     {"Unit", 12},         {"Shown from", 11},   {"By file", 34},
                     {"Cell", 22},         {"Before: file", 34}, {"Before: cell", 22}};
    table.empty_words = "No figure that was sent has been revised.";
    for (const consolidate::Revision& revision : draft.figures.consolidated.revisions) {
        const plan::Measure* measure = draft.plan().measure(revision.measure);
        if (!measure) continue;
        Row row(draft.report);
        row.text(measure->name);
        row.text(draft.area_name(revision.area));
        row.text(revision.period.label());
        const ItemId before = row.number(to_number(revision.before), figure_style(*measure));
        const ItemId after = row.number(to_number(revision.after), figure_style(*measure));
        row.add(formula_item(to_number(revision.after) - to_number(revision.before), {"{0}-{1}", {after, before}},
                             figure_style(*measure)));
        row.text(unit_words(*measure));
        row.date(revision.changed_on);
        row.text(revision.new_cell.file);
        row.text(first_cell({revision.new_cell}));
        row.text(revision.old_cell.file);
        row.text(first_cell({revision.old_cell}));
        table.rows.push_back(row.take());
    }
    return table;
}

std::string basis_words(const Draft& draft) {
    const auto& basis = draft.figures.change_basis;
    if (!basis) return "Nothing was known before, so no figure can have changed.";
    return fmt::format(
        "{} figures published {} are different now, or no longer published. Figures that are new are not "
        "listed. The figure of a whole area changes with its parts.",
        draft.figures.changes.size(),
        basis->issued ? fmt::format("in the edition issued on {}", to_words(basis->as_known_on))
                      : fmt::format("in the last dashboard, as known on {},", to_words(basis->as_known_on)));
}

}  // namespace

Page changes_page(Draft& draft) {
    Page page;
    page.name = "Changes";
    page.title = "Changes";
    page.subtitle = draft.subtitle();
    page.internal = true;
    page.a3 = true;
    Paragraphs words;
    words.items.push_back(draft.report.add(text_item(basis_words(draft), Role::sentence)));
    page.blocks = {std::move(words), changes_table(draft), revisions_table(draft)};
    return page;
}

}  // namespace panelbook::report

#include "tile.hpp"

#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "kpi_block.hpp"
#include "period_item.hpp"
#include "row.hpp"
#include "status.hpp"
#include "styles.hpp"
#include "words.hpp"

namespace panelbook::report {

namespace {

using plan::TileKind;

/// One line while it is made.
struct Line {
    Draft& draft;
    const plan::Measure& measure;
    TileLine line;
    std::set<std::size_t> marks;
    Footnotes& footnotes;
    std::optional<std::size_t> comparison;

    const AreaId& area() const { return draft.plan().settings.area; }
    const compare::Comparison& compared() const { return draft.figures.comparisons[*comparison]; }

    void show(Item item) { line.figures.push_back(draft.report.add(std::move(item))); }
    void show_copy(ItemId of, Role role) { show(copy_item(draft.report, of, role)); }
    void explain(const std::string& why) { footnotes.add(why, marks); }
    void explain(const compare::PeriodValue& value) {
        if (!value.value) explain(absence_words(value.reason, value.marker));
    }
};

std::string label_of(const plan::Measure& measure) {
    return with_unit_of_time(measure.tile_line.empty() ? measure.name : measure.tile_line, measure.unit);
}

std::vector<std::string> columns_of(TileKind kind) {
    switch (kind) {
        case TileKind::variance:
            return {"YTD", "L. YTD", "% Var"};
        case TileKind::level:
            return {"Actual", "Total"};
        case TileKind::outcome:
            return {"Actual"};
        case TileKind::assessment:
            return {"Assessment"};
        case TileKind::savings:
            return {"£m"};
        case TileKind::text:
            break;
    }
    return {"Statement"};
}

/// What the figures of a line are set against: the comparison its kind of tile is about, else that of the status.
std::optional<std::size_t> comparison_shown(const Draft& draft, const plan::Measure& measure, TileKind kind) {
    const AreaId& area = draft.plan().settings.area;
    const auto of_status = measure.status_from ? draft.comparison_index(measure.id, area, *measure.status_from)
                                               : std::optional<std::size_t>{};
    if (kind == TileKind::variance)
        if (const auto found = draft.comparison_index(measure.id, area, plan::Basis::year_to_date)) return found;
    if (kind == TileKind::level && measure.unit != plan::Unit::percent && !of_status)
        return draft.comparison_index(measure.id, area, plan::Basis::baseline_year);
    return of_status;
}

/// The figure of the period itself, where no comparison says which one is meant.
compare::PeriodValue own_value(const Draft& draft, const plan::Measure& measure) {
    const AreaId& area = draft.plan().settings.area;
    const auto index = draft.series_index(measure.id, area);
    if (!index) return {};
    return compare::value_of(draft.series()[*index], measure, draft.figures.period);
}

void show_actual(Line& line) {
    if (line.comparison && line.compared().current.value) {
        line.show_copy(line.draft.comparisons[*line.comparison].current, Role::figure);
        return;
    }
    const auto value = own_value(line.draft, line.measure);
    Item item = period_item(line.draft, line.measure, line.area(), value);
    if (value.value) item.role = Role::figure;
    line.show(std::move(item));
    if (!value.value) line.explain(absence_of(line.draft, line.measure, line.area()));
}

void show_not_available(Line& line, std::size_t figures) {
    for (std::size_t i = 0; i < figures; ++i) line.show(not_available_item());
    line.explain(absence_of(line.draft, line.measure, line.area()));
}

/// Points for percentages, else per cent: never a difference of counts, which a column of changes does not say.
ItemId tile_change(const Draft& draft, const plan::Measure& measure, std::size_t comparison) {
    const ComparisonRow& row = draft.comparisons[comparison];
    return measure.unit == plan::Unit::percent ? row.difference : row.percent;
}

/// A copy of a change without the plus sign that other pages give it: the published tiles print none.
Item change_on_tile(const Draft& draft, ItemId of) {
    Item item = copy_item(draft.report, of, Role::figure);
    item.number.sign = false;
    return item;
}

void explain_no_change(Line& line) {
    line.explain(line.compared().reference);
    if (line.compared().reference.value == 0.0) line.explain("There is no per cent change from a figure of 0.");
}

void show_variance(Line& line) {
    if (!line.comparison) {
        show_actual(line);
        line.show(not_available_item());
        line.show(not_available_item());
        line.explain("The plan asks for no comparison with last year.");
        return;
    }
    const ComparisonRow& row = line.draft.comparisons[*line.comparison];
    line.explain(line.compared().current);
    line.show_copy(row.current, Role::figure);
    line.show_copy(row.reference, Role::reference);
    line.show(change_on_tile(line.draft, tile_change(line.draft, line.measure, *line.comparison)));
    if (line.compared().current.value) explain_no_change(line);
}

void show_level(Line& line) {
    if (line.measure.unit == plan::Unit::percent || !line.comparison) {
        show_actual(line);
        line.show({});
        return;
    }
    if (!line.compared().current.value) {
        show_not_available(line, 2);
        return;
    }
    line.show(change_on_tile(line.draft, tile_change(line.draft, line.measure, *line.comparison)));
    line.show_copy(line.draft.comparisons[*line.comparison].current, Role::reference);
    explain_no_change(line);
}

void show_assessment(Line& line) {
    const auto value = own_value(line.draft, line.measure);
    if (!value.value) {
        show_not_available(line, 1);
        return;
    }
    line.line.label.clear();
    Item item = text_item(assessment_words(line.measure, value), Role::sentence);
    if (const auto index = line.draft.series_index(line.measure.id, line.area()))
        item.link = line.draft.data[*index][value.points.front()].value;
    line.show(std::move(item));
}

/// Whether the line has no figure of its own: the change of a level may be absent where its total is not.
bool without_figure(const Line& line, TileKind kind) {
    const bool has_total = std::holds_alternative<double>(line.draft.report[line.line.figures.back()].value);
    return line.draft.report[line.line.figures.front()].role == Role::not_available &&
           !(kind == TileKind::level && has_total);
}

void add_status(Line& line, TileKind kind) {
    const auto status_from = line.measure.status_from
                                 ? line.draft.comparison_index(line.measure.id, line.area(), *line.measure.status_from)
                                 : std::optional<std::size_t>{};
    TileStatus entry;
    if (without_figure(line, kind)) {
        line.line.status = not_available();
        entry.why = absence_of(line.draft, line.measure, line.area());
        if (entry.why.empty() && line.comparison)
            entry.why = absence_words(line.compared().current.reason, line.compared().current.marker);
    } else if (status_from) {
        const compare::Comparison& comparison = line.draft.figures.comparisons[*status_from];
        line.line.status = comparison.current.value ? status_of(comparison) : not_assessed();
        entry.comparison = status_from;
        entry.why = sentence(comparison.why);
        if (comparison.small_numbers && comparison.verdict == compare::Verdict::no_significant_change)
            line.explain("Small numbers: shown as no change whatever they say.");
    } else if (kind != TileKind::assessment) {
        line.line.status = not_assessed();
        entry.why = "The plan sets it against nothing.";
    }
    if (!line.line.status) return;
    entry.tile = line.measure.priority.text;
    entry.measure = line.measure.id;
    entry.line = label_of(line.measure);
    entry.words = line.line.status->words;
    entry.figure = line.line.figures.front();
    line.draft.tile_statuses.push_back(std::move(entry));
}

TileLine measure_line(Draft& draft, const plan::Measure& measure, TileKind kind, Footnotes& footnotes) {
    Line line{draft, measure, {}, {}, footnotes, comparison_shown(draft, measure, kind)};
    line.line.label = label_of(measure);
    line.explain(measure.footnote);
    switch (kind) {
        case TileKind::variance:
            show_variance(line);
            break;
        case TileKind::level:
            show_level(line);
            break;
        case TileKind::assessment:
            show_assessment(line);
            break;
        case TileKind::outcome:
        case TileKind::savings:
        case TileKind::text:
            show_actual(line);
            break;
    }
    add_status(line, kind);
    line.line.marks = marks_text(line.marks);
    return line.line;
}

/// Why a source of savings has sent none, where one of the plan's was withheld or is missing.
std::string why_no_savings(const Draft& draft) {
    for (const consolidate::ReturnStatus& one : draft.figures.consolidated.returns) {
        const plan::Source* source = draft.plan().source(one.source);
        if (!source || one.reason.empty()) continue;
        for (const plan::TableSpec& table : source->tables)
            if (table.layout == plan::Layout::savings) return one.reason;
    }
    return "No savings figures have been received.";
}

void add_savings_lines(Draft& draft, Tile& tile, Footnotes& footnotes) {
    struct Entry {
        const char* label;
        ItemId SavingsTotals::*total;
    };
    constexpr Entry entries[] = {
        {"Latest estimate required", &SavingsTotals::required},
        {"Realised to date", &SavingsTotals::realised},
        {"Identified, not yet realised", &SavingsTotals::identified},
        {"Still to identify and realise", &SavingsTotals::still_to_find},
    };
    std::set<std::size_t> marks;
    footnotes.add(draft.savings.empty() ? why_no_savings(draft) : draft.savings.front().caution, marks);
    if (!draft.savings.empty()) tile.comment = sentence(draft.savings.front().scope);
    for (const Entry& entry : entries) {
        Item item = draft.savings.empty() ? not_available_item()
                                          : copy_item(draft.report, draft.savings.front().*entry.total, Role::figure);
        tile.lines.push_back({std::nullopt, entry.label, marks_text(marks), {draft.report.add(std::move(item))}});
    }
}

void add_comment(Tile& tile, const std::string& words) {
    if (!words.empty()) tile.comment += (tile.comment.empty() ? "" : " ") + words;
}

/// What was written for the period, else the priority's standing comment.
void add_statement(Draft& draft, Tile& tile, const plan::Priority& priority) {
    auto texts = commentary_on(draft, priority.id);
    if (texts.empty() && !priority.comment.empty()) {
        texts.push_back(priority.comment);
    } else {
        tile.comment = priority.comment;
    }
    if (texts.empty()) texts.emplace_back("No statement has been given for this quarter.");
    for (const std::string& text : texts)
        tile.lines.push_back({std::nullopt, "", "", {draft.report.add(text_item(text, Role::sentence))}});
}

}  // namespace

Tile tile_of(Draft& draft, const plan::Priority& priority) {
    Tile tile;
    tile.number = priority.id.text;
    tile.title = priority.title;
    tile.columns = columns_of(priority.tile);
    Footnotes footnotes;
    if (priority.tile == TileKind::savings) add_savings_lines(draft, tile, footnotes);
    if (priority.tile != TileKind::text) {
        for (const plan::Measure& measure : draft.plan().measures)
            if (measure.priority == priority.id && measure.on_tile)
                tile.lines.push_back(measure_line(draft, measure, priority.tile, footnotes));
        add_comment(tile, priority.comment);
        for (const std::string& words : commentary_on(draft, priority.id)) add_comment(tile, words);
    }
    if (tile.lines.empty()) {
        tile.columns = columns_of(TileKind::text);
        add_statement(draft, tile, priority);
    }
    tile.footnotes = footnotes.lines();
    return tile;
}

}  // namespace panelbook::report

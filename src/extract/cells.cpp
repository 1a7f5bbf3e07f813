#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/headings.hpp"
#include "panelbook/extract/layouts.hpp"
#include "panelbook/extract/line.hpp"

namespace panelbook::extract {

namespace {

/// The period of a single cell: fixed by the plan, or in a cell that the plan names.
std::optional<Period> period_of(const TableJob& job) {
    if (const auto constant = constant_text(job.spec.periods)) {
        const auto period = parse_period(*constant);
        if (!period) {
            job.at_plan("period-not-understood", fmt::format("{} is not a period.", quoted(*constant)),
                        "Write it like = 2014/15 Q1, or = 2014-06.", *constant);
        }
        return period;
    }
    const auto place = parse_a1(trimmed(job.spec.periods));
    if (!place) {
        job.at_plan("period-not-understood", "The layout cells needs a period, or the cell that holds it.",
                    "Write it like = 2014/15 Q1, or B3.", job.spec.periods);
        return std::nullopt;
    }
    const HeadingPart part = read_heading(job.sheet.at_or_merged(*place));
    if (!part.whole) {
        job.at_cell(Severity::error, "period-not-understood", *place,
                    part.text.empty() ? std::string("This cell should hold the period of the figures, and is blank.")
                                      : fmt::format("{} is not a period that can be read.", quoted(part.text)),
                    "Write the period like 2014/15 Q1, or Apr-14.");
    }
    return part.whole;
}

/// The labels of a single cell where the plan gives a column or a cell for them.
std::vector<LabelText> label_at(const TableJob& job, const std::string& text, CellRef value) {
    const std::string_view seen = trimmed(text);
    if (seen.empty() || constant_text(seen)) return {};
    std::optional<CellRef> place = parse_a1(seen);
    if (!place) {
        if (const auto column = parse_column(seen)) place = CellRef{value.row, *column};
    }
    if (!place) return {};
    const Cell* cell = job.sheet.at_or_merged(*place);
    return {{cell != nullptr ? std::string(trimmed(to_text(cell->value))) : std::string(), *place, true}};
}

}  // namespace

void read_cells(const TableJob& job) {
    const auto value = parse_a1(trimmed(job.spec.values));
    if (!value) {
        job.at_plan("cell-not-understood", fmt::format("{} is not a cell.", quoted(job.spec.values)),
                    "Write the cell of the figure like C14.", job.spec.values);
        return;
    }
    const auto period = period_of(job);
    if (!period) return;
    const Field labels = find_field(job.spec.labels, job.sheet, std::nullopt);
    const Field areas = find_field(job.spec.areas, job.sheet, std::nullopt);
    const FixedLabels fixed = fixed_labels(job, labels, areas);
    if (!fixed.usable) return;
    const std::vector<LabelText> labels_at = label_at(job, job.spec.labels, *value);
    const std::vector<LabelText> areas_at = label_at(job, job.spec.areas, *value);
    const Line line = understand_line(job, fixed, labels_at, areas_at, {});
    if (const auto place = parse_a1(trimmed(job.spec.periods))) job.claim(*place, CellRole::header);
    for (const auto& labels_of_value : {labels_at, areas_at}) {
        for (const LabelText& label : labels_of_value) job.claim(label.cell, CellRole::label);
    }
    TableRead read;
    read.sheet = job.sheet.name;
    read.body = {*value, *value};
    read.first = period;
    read.last = period;
    if (line.kind != LineKind::figures) {
        if (line.kind == LineKind::unknown) find_unknown_label(job, line);
        job.claim(*value, line.kind == LineKind::ignored ? CellRole::not_wanted
                          : line.kind == LineKind::total ? CellRole::unchecked_total
                                                         : CellRole::unknown_label);
        job.out.tables.push_back(std::move(read));
        return;
    }
    const plan::Measure* measure = job.plan.measure(line.measure);
    if (measure == nullptr || measure->unit == plan::Unit::text) {
        job.claim(*value, CellRole::words_measure);
        return;
    }
    const CellReading reading = read_cell(job.sheet.at(*value), job.rule_for(measure->unit));
    if (reading.kind == CellKind::blank) {
        job.at_cell(Severity::warning, "blank-cell", *value,
                    fmt::format("This cell should hold {}, and is blank.", quoted(measure->name)),
                    "Type the figure, or .. if there is none.");
    }
    job.observe(line.measure, line.area, *period, *value, reading, parse_a1(trimmed(job.spec.denominators)));
    if (reading.kind == CellKind::value) ++read.values;
    job.out.tables.push_back(std::move(read));
}

}  // namespace panelbook::extract

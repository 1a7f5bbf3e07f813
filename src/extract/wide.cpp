#include <algorithm>
#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/layouts.hpp"
#include "panelbook/extract/matrix.hpp"

namespace panelbook::extract {

namespace {

bool contains(const std::vector<std::uint32_t>& columns, std::uint32_t column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// The period headings of a wide table and which columns they stand over.
struct PeriodColumns {
    std::vector<Slot> slots;
    std::vector<std::optional<std::uint32_t>> n;
};

std::vector<Heading> read_headings(const workbook::Sheet& sheet, HeaderRows header, std::uint32_t column_count,
                                   const std::vector<std::uint32_t>& without) {
    std::vector<Heading> headings;
    for (std::uint32_t column = 0; column < column_count; ++column) {
        if (contains(without, column)) continue;
        Heading heading;
        heading.index = column;
        for (std::uint32_t row = header.first; row <= header.last; ++row) {
            heading.parts.push_back(read_heading(sheet.at({row, column})));
        }
        headings.push_back(std::move(heading));
    }
    return headings;
}

/// Columns that hold figures: those the plan names, or those below a period or a total.
PeriodColumns find_period_columns(const TableJob& job, HeaderRows header, const std::vector<std::uint32_t>& labels,
                                  std::uint32_t column_count, std::optional<Period> context) {
    PeriodColumns found;
    std::vector<std::uint32_t> n_columns;
    if (!job.spec.denominators.empty()) {
        if (const auto columns = parse_columns(job.spec.denominators)) {
            n_columns = *columns;
        } else {
            n_columns =
                columns_headed(find_field(job.spec.denominators, job.sheet, std::nullopt).missing, job.sheet, header);
        }
    }
    std::optional<std::vector<std::uint32_t>> wanted = parse_columns(job.spec.values);
    if (!wanted && !job.spec.values.empty()) {
        wanted = columns_headed(find_field(job.spec.values, job.sheet, std::nullopt).missing, job.sheet, header);
    }
    const std::vector<Heading> headings = read_headings(job.sheet, header, column_count, labels);
    const std::vector<Slot> all = resolve_headings(headings, context);
    for (const Slot& slot : all) {
        if (contains(n_columns, slot.index) || (wanted && !contains(*wanted, slot.index))) continue;
        found.slots.push_back(slot);
    }
    if (n_columns.empty()) return found;
    found.n.assign(found.slots.size(), std::nullopt);
    for (const Slot& slot : all) {
        if (!contains(n_columns, slot.index)) continue;
        for (std::size_t i = 0; i < found.slots.size(); ++i) {
            const bool same = slot.period && found.slots[i].period == slot.period;
            // One column of n without a period stands for the one period of the table.
            if (same || (!slot.period && n_columns.size() == 1)) found.n[i] = slot.index;
        }
    }
    return found;
}

/// Numbers under a heading that is neither a period nor a total: between periods a misspelt one, else a note.
void find_odd_columns(const TableJob& job, const std::vector<Slot>& slots, HeaderRows header, const Body& body) {
    const auto is_period = [](const Slot& slot) { return slot.kind == SlotKind::period; };
    const auto first = std::find_if(slots.begin(), slots.end(), is_period);
    const auto last = std::find_if(slots.rbegin(), slots.rend(), is_period);
    std::optional<CellRef> beside;
    std::size_t count = 0;
    for (const Slot& slot : slots) {
        if (slot.kind != SlotKind::other) continue;
        const bool figures = std::any_of(body.rows.begin(), body.rows.end(), [&](std::uint32_t row) {
            const Cell* cell = job.sheet.at({row, slot.index});
            return cell != nullptr && std::holds_alternative<double>(cell->value);
        });
        if (!figures) continue;
        const CellRef place{header.last, slot.index};
        if (slot.index < first->index || slot.index > last->index) {
            if (!beside) beside = place;
            ++count;
            continue;
        }
        job.claim(place, CellRole::in_error);
        for (const std::uint32_t row : body.rows) job.claim({row, slot.index}, CellRole::unknown_period);
        job.at_cell(Severity::error, "period-not-understood", place,
                    slot.text.empty() ? std::string("This column has figures but no heading, so they were not taken.")
                                      : fmt::format("{} is not a period that can be read, so the figures below it were "
                                                    "not taken.",
                                                    quoted(slot.text)),
                    "Write the period like Apr-14, or Q1 2014/15, or 2014/15.");
    }
    if (!beside) return;
    job.at_cell(Severity::note, "column-not-read", *beside,
                count == 1 ? std::string("This column of figures has no period above it and was not read.")
                           : fmt::format("{} columns of figures have no period above them and were not read, this one "
                                         "first.",
                                         count),
                "Nothing needs to be done if they are only worked out from the others.");
}

}  // namespace

void read_wide(const TableJob& job, const Stretch& stretch, std::optional<Period> period) {
    std::optional<HeaderRows> header = given_header(job.spec, stretch);
    if (!header) header = find_period_header(job.sheet, stretch);
    if (!header) {
        find_header_missing(job, "No row of period headings was found, such as Apr-14, May-14 or Q1 2014/15.",
                            "Put the period of each column above its figures.");
        return;
    }
    const auto constant = constant_text(job.spec.periods);
    if (constant && !period) period = parse_period(*constant);

    const auto labels = require_field(job, job.spec.labels, *header, "labels");
    const auto areas = require_field(job, job.spec.areas, *header, "areas");
    if (!labels || !areas) return;
    const std::uint32_t column_count = job.sheet.column_count();
    std::vector<std::uint32_t> measure_columns = labels->columns;
    if (labels->kind == Field::Kind::absent) {
        const auto cells = cells_of_rows(job.sheet, header->first, header->last + 2);
        const auto leftmost = std::min_element(cells.begin(), cells.end(), [](const Cell& one, const Cell& other) {
            return one.at.column < other.at.column;
        });
        measure_columns = {leftmost == cells.end() ? 0 : leftmost->at.column};
    }
    std::vector<std::uint32_t> label_columns = measure_columns;
    label_columns.insert(label_columns.end(), areas->columns.begin(), areas->columns.end());

    PeriodColumns columns = find_period_columns(job, *header, label_columns, column_count, period);
    const auto is_period = [](const Slot& slot) { return slot.kind == SlotKind::period; };
    if (std::none_of(columns.slots.begin(), columns.slots.end(), is_period)) {
        find_header_missing(
            job,
            fmt::format("No heading in row {} is a period that can be read, such as Apr-14 or Q1 2014/15.",
                        header->last + 1),
            "Put the period of each column above its figures, with its year.");
        return;
    }
    const FixedLabels fixed = fixed_labels(job, *labels, *areas);
    if (!fixed.usable) return;

    const auto line_at = [&](LabelColumns& measures, LabelColumns& places, std::uint32_t row) {
        Line line = understand_line(job, fixed, measures.at(row, true), places.at(row, true), {});
        line.index = row;
        return line;
    };
    const auto is_figure_column = [&](std::uint32_t column) {
        return std::any_of(columns.slots.begin(), columns.slots.end(),
                           [column](const Slot& slot) { return slot.index == column && slot.kind != SlotKind::other; });
    };
    LabelColumns scanned_measures(job.sheet, measure_columns);
    LabelColumns scanned_places(job.sheet, areas->columns);
    const Body body = find_body(stretch, header->last + 1, [&](std::uint32_t row) {
        std::size_t periods = 0;
        std::size_t figures = 0;
        for (const Cell& cell : cells_of_rows(job.sheet, row, row)) {
            if (is_blank(&cell) || !is_figure_column(cell.at.column)) continue;
            const HeadingPart part = read_heading(&cell);
            ++(part.period_like() && !part.year ? periods : figures);
        }
        if (periods >= 2 && periods > figures) return RowKind::headings;
        const bool labelled = scanned_measures.any(row) || scanned_places.any(row);
        if (figures + periods == 0) return labelled ? RowKind::words : RowKind::blank;
        const LineKind kind = line_at(scanned_measures, scanned_places, row).kind;
        return kind == LineKind::unknown || kind == LineKind::unlabelled ? RowKind::unknown : RowKind::known;
    });

    LabelColumns measures(job.sheet, measure_columns);
    LabelColumns places(job.sheet, areas->columns);
    Matrix matrix;
    matrix.slot_n = std::move(columns.n);
    for (const std::uint32_t row : body.rows) {
        Line line = line_at(measures, places, row);
        const bool figures = std::any_of(columns.slots.begin(), columns.slots.end(), [&](const Slot& slot) {
            return slot.kind != SlotKind::other && !is_blank(job.sheet.at({row, slot.index}));
        });
        // Words without figures are headings and notes, unless they are a series that nothing was filled in for.
        if (!figures && line.kind != LineKind::figures) continue;
        matrix.lines.push_back(std::move(line));
    }
    std::uint32_t first_column = columns.slots.front().index;
    std::uint32_t last_column = columns.slots.back().index;
    for (const std::uint32_t column : label_columns) {
        first_column = std::min(first_column, column);
        last_column = std::max(last_column, column);
    }
    for (const auto& column : matrix.slot_n) last_column = std::max(last_column, column.value_or(0));
    const auto names_rows = [&](std::uint32_t column) { return contains(label_columns, column); };
    const auto reads = [&](std::uint32_t column) { return names_rows(column) || is_figure_column(column); };
    TableRead read = describe_table(job, stretch, *header, body, first_column, last_column, reads);
    if (!body.rows.empty()) job.claim_rows(body.rows.front(), body.rows.back(), CellRole::label, names_rows);
    find_odd_columns(job, columns.slots, *header, body);
    find_rows_below(job, body);
    matrix.slots = std::move(columns.slots);
    read_matrix(job, std::move(matrix), read);
    job.out.tables.push_back(std::move(read));
}

}  // namespace panelbook::extract

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_set>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/layouts.hpp"
#include "panelbook/extract/matrix.hpp"

namespace panelbook::extract {

namespace {

/// Where periods stand, before the headings are known: a column the plan names, or the first one used.
std::optional<std::vector<std::uint32_t>> period_columns(const TableJob& job, const Stretch& stretch) {
    if (job.spec.periods.empty()) {
        // The first column in which two cells are periods.
        std::map<std::uint32_t, int> periods;
        for (const Cell& cell : cells_of_rows(job.sheet, stretch.first, stretch.end)) {
            if (cell.at.row < stretch.end && read_heading(&cell).period_like()) ++periods[cell.at.column];
        }
        const auto several =
            std::find_if(periods.begin(), periods.end(), [](const auto& entry) { return entry.second >= 2; });
        const auto any = several != periods.end() ? several : periods.begin();
        if (any == periods.end()) return std::nullopt;
        // A year given once for a block of rows stands left of its months.
        const auto next = periods.find(any->first + 1);
        if (next != periods.end() && next->second > any->second) return std::vector{any->first, next->first};
        return std::vector{any->first};
    }
    for (std::uint32_t row = stretch.first; row < stretch.end; ++row) {
        const Field field = find_field(job.spec.periods, job.sheet, HeaderRows{row, row});
        if (field.in_columns()) return field.columns;
    }
    return std::nullopt;
}

/// The row above the first period, and those above it that hold headings too.
std::optional<HeaderRows> find_header(const TableJob& job, const Stretch& stretch, std::uint32_t column) {
    for (std::uint32_t row = stretch.first; row < stretch.end; ++row) {
        if (!read_heading(job.sheet.at({row, column})).period_like()) continue;
        std::uint32_t last = row;
        while (last > stretch.first && cells_of_rows(job.sheet, last - 1, last - 1).empty()) --last;
        if (last == stretch.first) return std::nullopt;
        HeaderRows header{last - 1, last - 1};
        // A second row of headings stands over several columns, where a title stands alone.
        if (header.first > stretch.first && cells_of_rows(job.sheet, header.first - 1, header.first - 1).size() > 1) {
            --header.first;
        }
        return header;
    }
    return std::nullopt;
}

/// The labels above a column, outermost first; an empty outer one is that of the column before.
std::vector<LabelText> labels_above(const workbook::Sheet& sheet, HeaderRows header, std::uint32_t column,
                                    std::vector<LabelText>& before) {
    std::vector<LabelText> labels;
    before.resize(header.last - header.first + 1);
    for (std::uint32_t row = header.first; row <= header.last; ++row) {
        const CellRef place{row, column};
        const Cell* cell = sheet.at_or_merged(place);
        LabelText label{cell != nullptr ? std::string(trimmed(to_text(cell->value))) : std::string(), place, false};
        LabelText& carried = before[row - header.first];
        if (!label.text.empty()) {
            label.own = true;
            label.cell = cell->at;
            carried = label;
        } else if (row < header.last) {
            label.text = carried.text;
            label.cell = carried.cell;
        }
        labels.push_back(std::move(label));
    }
    // A heading merged downwards says the same in every row.
    labels.erase(std::unique(labels.begin(), labels.end(),
                             [](const LabelText& one, const LabelText& other) { return one.cell == other.cell; }),
                 labels.end());
    return labels;
}

/// The columns of n: all that the plan names, or that stand under the heading it names.
std::vector<std::uint32_t> n_columns(const TableJob& job, HeaderRows header) {
    if (job.spec.denominators.empty()) return {};
    if (auto columns = parse_columns(job.spec.denominators)) return *columns;
    return columns_headed(find_field(job.spec.denominators, job.sheet, std::nullopt).missing, job.sheet, header);
}

/// Gives each series its n: the next column of n to its right, or the only one there is.
void place_n(std::vector<Line>& lines, const std::vector<std::uint32_t>& columns) {
    for (Line& line : lines) {
        for (const std::uint32_t column : columns) {
            if (column <= line.index) continue;
            line.n = column;
            break;
        }
        if (!line.n && columns.size() == 1) line.n = columns.front();
    }
}

/// The series of the table: every column that the plan names, or that has a label and figures.
std::vector<Line> find_lines(const TableJob& job, const FixedLabels& fixed, HeaderRows header, const Stretch& stretch,
                             const std::unordered_set<std::uint32_t>& not_figures) {
    const auto wanted = parse_columns(job.spec.values);
    std::vector<std::uint32_t> headed;
    if (!wanted && !job.spec.values.empty()) {
        headed = columns_headed(find_field(job.spec.values, job.sheet, std::nullopt).missing, job.sheet, header);
    }
    std::vector<Line> lines;
    std::vector<LabelText> before;
    const std::uint32_t column_count = job.sheet.column_count();
    for (std::uint32_t column = 0; column < column_count; ++column) {
        const std::vector<LabelText> labels = labels_above(job.sheet, header, column, before);
        if (not_figures.contains(column)) continue;
        const auto named = [column](const std::vector<std::uint32_t>& columns) {
            return std::find(columns.begin(), columns.end(), column) != columns.end();
        };
        if (wanted ? !named(*wanted) : !job.spec.values.empty() && !named(headed)) continue;
        bool used = false;
        for (std::uint32_t row = header.last + 1; row < stretch.end && !used; ++row) {
            used = !is_blank(job.sheet.at({row, column}));
        }
        const bool labelled =
            std::any_of(labels.begin(), labels.end(), [](const LabelText& label) { return label.own; });
        if (!used && !labelled) continue;
        const bool all_fixed = fixed.measure && fixed.area;
        Line line = understand_line(job, fixed, {}, {}, all_fixed ? std::span<const LabelText>{} : labels);
        line.index = column;
        if (!used && line.kind != LineKind::figures) continue;
        if (line.label_cell == CellRef{}) line.label_cell = {header.last, column};
        lines.push_back(std::move(line));
    }
    // The only column of a table about one measure need not say what it holds.
    if (fixed.measure && lines.size() == 1 && lines.front().kind == LineKind::unknown) {
        const Line alone = understand_line(job, fixed, {}, {}, {});
        lines.front().kind = alone.kind;
        lines.front().area = alone.area;
    }
    return lines;
}

}  // namespace

void read_tall(const TableJob& job, const Stretch& stretch) {
    std::optional<HeaderRows> header = given_header(job.spec, stretch);
    std::optional<std::vector<std::uint32_t>> periods;
    if (header && !job.spec.periods.empty()) {
        const auto field = require_field(job, job.spec.periods, *header, "periods");
        if (!field) return;
        periods = field->columns;
    } else {
        const Stretch below = header ? Stretch{stretch.title, header->last + 1, stretch.end} : stretch;
        periods = period_columns(job, below);
    }
    if (!header && periods && !periods->empty()) header = find_header(job, stretch, periods->back());
    if (!header || !periods || periods->empty()) {
        find_header_missing(job, "No column of periods with headings above it was found, such as Apr-14 below Month.",
                            "Put the periods one below the other in the first column, under a row of headings.");
        return;
    }
    const Field labels = find_field(job.spec.labels, job.sheet, std::nullopt);
    const Field areas = find_field(job.spec.areas, job.sheet, std::nullopt);
    const FixedLabels fixed = fixed_labels(job, labels, areas);
    if (!fixed.usable) return;

    const std::vector<std::uint32_t> columns_of_n = n_columns(job, *header);
    std::unordered_set<std::uint32_t> not_figures(periods->begin(), periods->end());
    not_figures.insert(columns_of_n.begin(), columns_of_n.end());
    // Columns left of the periods hold what is given once for a block of rows.
    for (std::uint32_t column = 0; column < periods->back(); ++column) not_figures.insert(column);

    Matrix matrix;
    matrix.lines_are_rows = false;
    matrix.lines = find_lines(job, fixed, *header, stretch, not_figures);
    place_n(matrix.lines, columns_of_n);

    const auto is_figure = [&](const Cell& cell) {
        return !is_blank(&cell) && std::any_of(matrix.lines.begin(), matrix.lines.end(),
                                               [&cell](const Line& line) { return line.index == cell.at.column; });
    };
    const Body body = find_body(stretch, header->last + 1, [&](std::uint32_t row) {
        const auto cells = cells_of_rows(job.sheet, row, row);
        const HeadingPart period = read_heading(job.sheet.at({row, periods->back()}));
        const auto figures = std::count_if(cells.begin(), cells.end(), is_figure);
        const auto words = std::count_if(cells.begin(), cells.end(), [&](const Cell& cell) {
            const CellReading reading = read_cell(&cell, {plan::Unit::percent, 1.0, job.spec.missing});
            return is_figure(cell) && reading.kind == CellKind::wrong &&
                   std::holds_alternative<std::string>(cell.value);
        });
        if (figures > 0 && words == figures && !period.period_like() && !period.total) return RowKind::headings;
        if (figures == 0) return period.text.empty() ? RowKind::blank : RowKind::words;
        return period.period_like() || period.total ? RowKind::known : RowKind::unknown;
    });
    std::vector<Heading> headings;
    for (const std::uint32_t row : body.rows) {
        Heading heading;
        heading.index = row;
        for (const std::uint32_t column : *periods) {
            heading.parts.push_back(read_heading(job.sheet.at_or_merged({row, column})));
        }
        headings.push_back(std::move(heading));
    }
    matrix.slots = resolve_headings(headings, std::nullopt);
    for (const Slot& slot : matrix.slots) {
        if (slot.kind != SlotKind::other) continue;
        const auto cells = cells_of_rows(job.sheet, slot.index, slot.index);
        if (std::none_of(cells.begin(), cells.end(), is_figure)) continue;
        job.claim({slot.index, periods->back()}, CellRole::in_error);
        for (const Line& line : matrix.lines) job.claim({slot.index, line.index}, CellRole::unknown_period);
        job.at_cell(Severity::error, "period-not-understood", {slot.index, periods->back()},
                    slot.text.empty()
                        ? std::string("This row has figures but no period, so they were not taken.")
                        : fmt::format("{} is not a period that can be read, so the figures beside it were not taken.",
                                      quoted(slot.text)),
                    "Write the period like Apr-14, or Q1 2014/15, or 2014/15.");
    }
    std::uint32_t last_column = periods->back();
    for (const Line& line : matrix.lines) last_column = std::max({last_column, line.index, line.n.value_or(0)});
    const auto names_rows = [&](std::uint32_t column) { return column <= periods->back(); };
    const auto reads = [&](std::uint32_t column) {
        return names_rows(column) || std::any_of(matrix.lines.begin(), matrix.lines.end(),
                                                 [column](const Line& line) { return line.index == column; });
    };
    TableRead read = describe_table(job, stretch, *header, body, periods->front(), last_column, reads);
    if (!body.rows.empty()) job.claim_rows(body.rows.front(), body.rows.back(), CellRole::label, names_rows);
    find_rows_below(job, body);
    read_matrix(job, std::move(matrix), read);
    job.out.tables.push_back(std::move(read));
}

}  // namespace panelbook::extract

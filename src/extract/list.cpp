#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_map>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/headings.hpp"
#include "panelbook/extract/layouts.hpp"
#include "panelbook/extract/line.hpp"
#include "panelbook/extract/list_rows.hpp"

namespace panelbook::extract {

namespace {

constexpr std::array<std::string_view, 3> measure_headings = {"measure", "indicator", "kpi"};
constexpr std::array<std::string_view, 1> area_headings = {"area"};
constexpr std::array<std::string_view, 5> period_headings = {"period", "month", "quarter", "year", "date"};
constexpr std::array<std::string_view, 4> value_headings = {"value", "count", "figure", "number"};
constexpr std::array<std::string_view, 3> n_headings = {"n", "base", "denominator"};

/// Where the parts of an observation stand.
struct ListColumns {
    Field labels;
    Field areas;
    Field periods;
    Field values;
    Field n;
    std::uint32_t value_column() const { return values.columns.front(); }
};

/// Headings that the plan names, or the usual ones, that a row must hold to be the row of headings.
std::vector<std::span<const std::string_view>> wanted_headings(const plan::TableSpec& spec) {
    std::vector<std::span<const std::string_view>> wanted;
    if (spec.labels.empty()) wanted.push_back(measure_headings);
    if (spec.values.empty()) wanted.push_back(value_headings);
    return wanted;
}

bool is_header(const TableJob& job, std::uint32_t row) {
    const HeaderRows rows{row, row};
    for (const auto& headings : wanted_headings(job.spec)) {
        const bool there = std::any_of(headings.begin(), headings.end(), [&](std::string_view heading) {
            return !columns_headed(heading, job.sheet, rows).empty();
        });
        if (!there) return false;
    }
    for (const std::string& text : {job.spec.labels, job.spec.areas, job.spec.periods, job.spec.values}) {
        const Field field = find_field(text, job.sheet, rows);
        if (!field.missing.empty()) return false;
        for (const std::uint32_t column : field.columns) {
            const Cell* cell = job.sheet.at({row, column});
            if (cell == nullptr || !std::holds_alternative<std::string>(cell->value)) return false;
        }
    }
    return true;
}

std::optional<HeaderRows> find_header(const TableJob& job, const Stretch& stretch) {
    std::uint32_t looked_at = stretch.end;
    for (const Cell& cell : cells_of_rows(job.sheet, stretch.first, stretch.end)) {
        if (cell.at.row == looked_at || cell.at.row >= stretch.end) continue;
        looked_at = cell.at.row;
        if (is_header(job, looked_at)) return HeaderRows{looked_at, looked_at};
    }
    return std::nullopt;
}

std::optional<ListColumns> find_columns(const TableJob& job, HeaderRows header, bool defaults_for_all) {
    ListColumns columns;
    const auto labels = field_or_default(job, job.spec.labels, header, "measure", measure_headings);
    const auto areas = field_or_default(job, job.spec.areas, header, "area", area_headings);
    const auto periods = field_or_default(job, job.spec.periods, header, "period", period_headings);
    const auto values = field_or_default(job, job.spec.values, header, "values", value_headings);
    const auto n = defaults_for_all ? field_or_default(job, job.spec.denominators, header, "n", n_headings)
                                    : require_field(job, job.spec.denominators, header, "n");
    if (!labels || !areas || !periods || !values || !n) return std::nullopt;
    columns.labels = *labels;
    columns.areas = *areas;
    columns.periods = *periods;
    columns.values = *values;
    columns.n = *n;
    // "Month" beside "Year" is half a period.
    if (job.spec.periods.empty() && columns.periods.in_columns()) {
        const auto years = columns_headed("year", job.sheet, header);
        const auto months = columns_headed("month", job.sheet, header);
        if (!years.empty() && !months.empty() && columns.periods.columns.front() == months.front()) {
            columns.periods.columns = {years.front(), months.front()};
        }
    }
    for (const auto& [field, what] : {std::pair{&columns.labels, "measure"}, std::pair{&columns.values, "value"}}) {
        if (field->kind != Field::Kind::absent) continue;
        job.at_sheet(Severity::error, "column-not-found",
                     fmt::format("No column of {}s was found under the headings in row {}.", what, header.last + 1),
                     "Give the column the heading it had before.");
        return std::nullopt;
    }
    if (!columns.values.in_columns()) return std::nullopt;
    return columns;
}

/// Periods of rows, each from its own cells and those above that were given once; equal texts are read once.
class RowPeriods {
public:
    RowPeriods(const TableJob& job, const Field& field, std::optional<Period> fallback)
        : m_labels(job.sheet, field.columns), m_sheet(job.sheet), m_fallback(fallback) {
        if (field.kind == Field::Kind::constant) m_fallback = parse_period(field.constant);
    }

    struct Read {
        std::optional<Period> period;
        std::string text;
        bool total = false;
    };

    Read at(std::uint32_t row, bool fill) {
        if (m_labels.columns().empty()) return {m_fallback, {}, false};
        const std::vector<LabelText> texts = m_labels.at(row, fill);
        std::vector<std::string> parts;
        for (const LabelText& text : texts) parts.push_back(text.text);
        const std::string key = join_path(parts);
        const auto [entry, added] = m_read.try_emplace(key);
        if (!added) return entry->second;
        Heading heading;
        for (const LabelText& text : texts) {
            const Cell* cell = m_sheet.at(text.cell);
            heading.parts.push_back(cell != nullptr && text.own ? read_heading(cell) : read_heading_text(text.text));
        }
        const Slot slot = resolve_headings(std::span(&heading, 1), m_fallback).front();
        entry->second = {slot.kind == SlotKind::period ? slot.period : std::nullopt, key, slot.kind == SlotKind::total};
        return entry->second;
    }

private:
    static HeadingPart read_heading_text(const std::string& text) {
        const Cell cell{{}, text, false, false};
        return read_heading(&cell);
    }

    LabelColumns m_labels;
    const workbook::Sheet& m_sheet;
    std::optional<Period> m_fallback;
    std::unordered_map<std::string, Read> m_read;
};

/// Reads the rows one by one and hands them on.
class ListReader {
public:
    ListReader(const TableJob& job, const ListColumns& columns, const FixedLabels& fixed,
               std::optional<Period> fallback)
        : m_job(job),
          m_columns(columns),
          m_fixed(fixed),
          m_measures(job.sheet, columns.labels.columns),
          m_areas(job.sheet, columns.areas.columns),
          m_periods(job, columns.periods, fallback) {}

    RowKind kind_of(std::uint32_t row) const {
        const bool value = !is_blank(m_job.sheet.at({row, m_columns.value_column()}));
        const bool labelled = m_measures.any(row) || m_areas.any(row);
        if (!value) return labelled ? RowKind::words : RowKind::blank;
        return RowKind::known;
    }

    ListRow read(std::uint32_t row) {
        ListRow one;
        one.cell = {row, m_columns.value_column()};
        one.line = understand_line(m_job, m_fixed, m_measures.at(row, true), m_areas.at(row, true), {});
        // Where every row has its own label a blank one is not filled in: there is nothing else to tell the row by.
        const RowPeriods::Read period = m_periods.at(row, true);
        one.period = period.period;
        one.period_text = period.text;
        one.period_total = period.total;
        one.period_cell = {row, m_columns.periods.columns.empty() ? 0 : m_columns.periods.columns.back()};
        const plan::Measure* measure = one.line.measure_known ? m_job.plan.measure(one.line.measure) : nullptr;
        one.reading =
            read_cell(m_job.sheet.at(one.cell), m_job.rule_for(measure != nullptr ? measure->unit : plan::Unit::count));
        if (m_columns.n.in_columns()) one.n = CellRef{row, m_columns.n.columns.front()};
        return one;
    }

private:
    const TableJob& m_job;
    const ListColumns& m_columns;
    const FixedLabels& m_fixed;
    LabelColumns m_measures;
    LabelColumns m_areas;
    RowPeriods m_periods;
};

}  // namespace

void read_list(const TableJob& job, const Stretch& stretch, std::optional<Period> period) {
    std::optional<HeaderRows> header = given_header(job.spec, stretch);
    if (!header) header = find_header(job, stretch);
    if (!header) {
        find_header_missing(job, "No row of headings was found, such as Measure, Period and Value.",
                            "Put the headings that the table had before above its first row.");
        return;
    }
    const auto columns = find_columns(job, *header, job.spec.layout == plan::Layout::workbook_return);
    if (!columns) return;
    const FixedLabels fixed = fixed_labels(job, columns->labels, columns->areas);
    if (!fixed.usable) return;
    if (columns->periods.kind == Field::Kind::absent && !period) {
        job.at_sheet(Severity::error, "column-not-found",
                     fmt::format("No column of periods was found under the headings in row {}.", header->last + 1),
                     "Add a column headed Period, with periods like Apr-14 or Q1 2014/15.");
        return;
    }
    ListReader scan(job, *columns, fixed, period);
    const Body body = find_body(stretch, header->last + 1, [&scan](std::uint32_t row) { return scan.kind_of(row); });
    ListReader reader(job, *columns, fixed, period);
    std::vector<ListRow> rows;
    rows.reserve(body.rows.size());
    for (const std::uint32_t row : body.rows) {
        ListRow one = reader.read(row);
        // Words without a figure are a heading or a note, unless they name a series that nothing was filled in for.
        const bool named = one.line.kind == LineKind::figures && one.period;
        if (one.reading.kind == CellKind::blank && !named) continue;
        rows.push_back(std::move(one));
    }
    std::uint32_t last_column = 0;
    for (const Cell& cell : cells_of_rows(job.sheet, header->last, header->last)) last_column = cell.at.column;
    const auto names_rows = [&](std::uint32_t column) {
        return columns->labels.has(column) || columns->areas.has(column) || columns->periods.has(column);
    };
    const auto reads = [&](std::uint32_t column) { return column == columns->value_column() || names_rows(column); };
    TableRead read = describe_table(job, stretch, *header, body, 0, last_column, reads);
    if (!body.rows.empty()) job.claim_rows(body.rows.front(), body.rows.back(), CellRole::label, names_rows);
    find_rows_below(job, body);
    take_rows(job, rows, read);
    job.out.tables.push_back(std::move(read));
}

}  // namespace panelbook::extract

#include "panelbook/spc/series_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <unordered_set>

#include "panelbook/core/text.hpp"

#include "period_order.hpp"

namespace panelbook::spc {

namespace {

constexpr std::array<std::string_view, 5> headings{"period", "value", "denominator", "target", "rebase"};
enum Column : std::size_t { period, value, denominator, target, rebase };
constexpr std::array<std::string_view, 8> no_figure{"", "na", "n/a", "nan", "..", "-", "null", "none"};

using Columns = std::array<std::optional<std::uint32_t>, headings.size()>;

std::optional<std::size_t> heading_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell.value);
    if (!text) return std::nullopt;
    const auto found = std::find(headings.begin(), headings.end(), folded(*text));
    if (found == headings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - headings.begin());
}

class SeriesReading {
public:
    SeriesReading(const workbook::Sheet& sheet, const std::string& file) : m_sheet(sheet), m_file(file) {}

    Checked<SeriesSheet> read() {
        auto cell = find_headings();
        if (!m_columns[period] || !m_columns[value]) {
            error("spc-no-headings", {0, 0}, "There is no row with the headings period and value.",
                  "Head the columns period,value and, where wanted, denominator, target, rebase.");
            return std::move(m_read);
        }
        while (cell != m_sheet.cells.end()) {
            const std::uint32_t row = cell->at.row;
            std::array<const Cell*, headings.size()> cells{};
            bool any = false;
            for (; cell != m_sheet.cells.end() && cell->at.row == row; ++cell) {
                if (any && cell->at.column == m_beside_headings) refuse_beside_headings(*cell);
                for (std::size_t i = 0; i < headings.size(); ++i)
                    if (m_columns[i] == cell->at.column) {
                        cells[i] = &*cell;
                        any = true;
                    }
            }
            if (any) read_row(row, cells);
        }
        if (m_read.value.periods.empty() && !any_error(m_read.findings))
            error("spc-no-rows", {m_heading_row, *m_columns[period]}, "There is no row under the headings.",
                  "Write one row a period under them.");
        if (!m_columns[denominator]) m_read.value.denominators.clear();
        return std::move(m_read);
    }

private:
    using Cells = std::vector<Cell>::const_iterator;

    /// The first row with both headings; the first cell of the row after it.
    Cells find_headings() {
        auto cell = m_sheet.cells.begin();
        while (cell != m_sheet.cells.end()) {
            const auto begin = cell;
            const std::uint32_t row = cell->at.row;
            Columns columns;
            for (; cell != m_sheet.cells.end() && cell->at.row == row; ++cell)
                if (const auto heading = heading_of(*cell); heading && !columns[*heading])
                    columns[*heading] = cell->at.column;
            if (!columns[period] || !columns[value]) continue;
            m_columns = columns;
            m_heading_row = row;
            m_beside_headings = std::prev(cell)->at.column + 1;
            for (auto unknown = begin; unknown != cell; ++unknown) warn_of_column(*unknown);
            return cell;
        }
        return cell;
    }

    void warn_of_column(const Cell& cell) {
        const auto heading = heading_of(cell);
        if (heading && m_columns[*heading] == cell.at.column) return;
        if (heading)
            error("spc-heading-twice", cell.at, fmt::format("The heading {} stands there twice.", headings[*heading]),
                  "Take one of the two columns away.");
        else
            warn("spc-unknown-column", cell.at, fmt::format("The column \"{}\" is not used.", to_text(cell.value)));
    }

    /// 1,234 without quotation marks is two fields, and the value would be 1.
    void refuse_beside_headings(const Cell& cell) {
        const std::string text = to_text(cell.value);
        if (trimmed(text).empty()) return;
        error("spc-beside-headings", cell.at, fmt::format("\"{}\" has no heading above it.", text),
              "Write thousands without commas, as in 1234.5; give a column of remarks a heading.");
    }

    void read_row(std::uint32_t row, const std::array<const Cell*, headings.size()>& cells) {
        if (!cells[period]) {
            error("spc-no-period", {row, *m_columns[period]}, "The row has no period.",
                  "Give it one, or take it away.");
            return;
        }
        std::string name = to_text(cells[period]->value);
        check_period(name, cells[period]->at);
        const auto figure = number(cells[value]);
        std::optional<double> of;
        if (m_columns[denominator]) of = read_denominator(row, cells[denominator], figure.has_value());
        if (const auto goal = number(cells[target])) m_read.value.target = goal;
        if (begins_segment(cells[rebase])) m_read.value.rebases.push_back(m_read.value.periods.size());
        m_read.value.periods.push_back(std::move(name));
        m_read.value.places.push_back({row, *m_columns[value]});
        m_read.value.values.push_back(figure);
        m_read.value.denominators.push_back(of);
    }

    std::optional<double> read_denominator(std::uint32_t row, const Cell* cell, bool has_value) {
        const CellRef at{row, *m_columns[denominator]};
        const std::size_t errors = m_errors;
        const auto of = number(cell);
        if (of && *of < 0.0)
            error("spc-denominator", at, fmt::format("The denominator {} is below 0.", to_text(cell->value)),
                  "Correct it.");
        else if (of && *of == 0.0)
            warn("spc-denominator", at, "The denominator is 0, so the point has no figure.");
        else if (!of && has_value && m_errors == errors)
            error("spc-denominator", at, "There is a value, but no denominator.",
                  "Give it one, or leave the value empty too.");
        return of;
    }

    void check_period(const std::string& name, CellRef at) {
        const auto place = period_order(name);
        const bool ordered = place && m_last && place->kind == m_last->kind;
        const bool first = m_read.value.periods.empty();
        if (ordered && place->place < m_last->place)
            error("spc-out-of-order", at,
                  fmt::format("The period {} comes after {}.", name, m_read.value.periods.back()),
                  "Put the rows in the order of their periods.");
        else if (ordered && place->place == m_last->place)
            error("spc-period-twice", at, fmt::format("The period {} is there twice.", name),
                  "Take one of the two rows away.");
        else if (!ordered && !first)
            check_name(name, at);
        m_last = place;
    }

    /// Periods that have no order are told apart by their names.
    void check_name(const std::string& name, CellRef at) {
        for (; m_named < m_read.value.periods.size(); ++m_named) m_names.insert(m_read.value.periods[m_named]);
        if (m_names.contains(name))
            error("spc-period-twice", at, fmt::format("The period {} is there twice.", name),
                  "Take one of the two rows away.");
    }

    /// Nothing for what stands for no figure, and, with an error, for what is not a number.
    std::optional<double> number(const Cell* cell) {
        if (!cell) return std::nullopt;
        if (const auto* plain = std::get_if<double>(&cell->value)) return *plain;
        const std::string text = to_text(cell->value);
        if (std::find(no_figure.begin(), no_figure.end(), folded(text)) != no_figure.end()) return std::nullopt;
        const std::string_view digits = trimmed(text);
        double read = 0.0;
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), read);
        if (failed == std::errc() && end == digits.data() + digits.size() && std::isfinite(read)) return read;
        error("spc-not-a-number", cell->at, fmt::format("\"{}\" is not a number.", text),
              "Write a number such as 1234.5, or leave it empty where there is no figure.");
        return std::nullopt;
    }

    bool begins_segment(const Cell* cell) {
        if (!cell) return false;
        if (const auto* yes = std::get_if<bool>(&cell->value)) return *yes;
        const std::string text = folded(to_text(cell->value));
        if (text == "1" || text == "true") return true;
        if (text != "0" && text != "false" && !text.empty() && text != "na")
            error("spc-rebase", cell->at, fmt::format("\"{}\" does not say whether a new segment begins.", text),
                  "Write 1 on the first row of a new segment, and 0 or nothing on the others.");
        return false;
    }

    void error(const char* rule, CellRef at, std::string message, std::string remedy) {
        ++m_errors;
        add(Severity::error, rule, at, std::move(message), std::move(remedy));
    }
    void warn(const char* rule, CellRef at, std::string message) {
        add(Severity::warning, rule, at, std::move(message), {});
    }
    void add(Severity severity, const char* rule, CellRef at, std::string message, std::string remedy) {
        m_read.findings.push_back(
            {severity, rule, {m_file, m_sheet.name, at}, std::move(message), std::move(remedy), {}, {}});
    }

    const workbook::Sheet& m_sheet;
    const std::string& m_file;
    Columns m_columns;
    std::uint32_t m_heading_row = 0;
    std::uint32_t m_beside_headings = 0;  // the column after the last one with a heading
    Checked<SeriesSheet> m_read;
    std::size_t m_errors = 0;
    std::optional<PeriodOrder> m_last;
    std::unordered_set<std::string> m_names;
    std::size_t m_named = 0;  // periods that are among m_names
};

}  // namespace

Checked<SeriesSheet> read_series(const workbook::Sheet& sheet, const std::string& file) {
    return SeriesReading(sheet, file).read();
}

Findings chart_faults(const SeriesSheet& series, ChartType type, const Place& sheet) {
    Findings faults;
    const auto fault = [&](std::optional<CellRef> at, std::string message, std::string remedy) {
        faults.push_back({Severity::error,
                          "spc-not-for-this-chart",
                          {sheet.file, sheet.sheet, at},
                          std::move(message),
                          std::move(remedy),
                          {},
                          {}});
    };
    if (needs_denominators(type) && series.denominators.empty())
        fault(series.places.empty() ? std::nullopt : std::optional(series.places.front()),
              fmt::format("A {} chart needs a column denominator.", to_word(type)),
              "Add it, or choose another chart: --chart i.");
    const bool counts = needs_denominators(type) || type == ChartType::c || type == ChartType::g;
    const bool shares = type == ChartType::p || type == ChartType::p_prime;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (!series.values[i]) continue;
        const double value = *series.values[i];
        if (counts && value < 0.0)
            fault(series.places[i], fmt::format("A {} chart cannot hold {}, which is below 0.", to_word(type), value),
                  "Choose another chart: --chart i.");
        if (type == ChartType::t && value <= 0.0)
            fault(series.places[i], fmt::format("A t chart cannot hold {}: a time between events is above 0.", value),
                  "Choose another chart: --chart g for cases between events, or --chart i.");
        if (shares && !series.denominators.empty() && series.denominators[i] && *series.denominators[i] > 0.0 &&
            value > *series.denominators[i])
            fault(series.places[i],
                  fmt::format("The value {} is more than its denominator {}, so it is no share.", value,
                              *series.denominators[i]),
                  "Correct it, or choose a chart of rates: --chart \"u'\".");
    }
    return faults;
}

std::optional<std::size_t> find_period(const SeriesSheet& series, const std::string& period) {
    const auto place = period_order(period);
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
        if (series.periods[i] == period) return i;
        if (place && period_order(series.periods[i]) == place) return i;
    }
    return std::nullopt;
}

}  // namespace panelbook::spc

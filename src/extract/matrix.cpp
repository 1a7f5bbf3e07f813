#include "panelbook/extract/matrix.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "panelbook/extract/matrix_totals.hpp"

namespace panelbook::extract {

namespace {

/// The unit that lines without a measure of their own are read in: that of the first series.
plan::Unit common_unit(const TableJob& job, const Matrix& matrix) {
    for (const Line& line : matrix.lines) {
        if (!line.measure_known) continue;
        if (const plan::Measure* measure = job.plan.measure(line.measure)) return measure->unit;
    }
    return plan::Unit::count;
}

Readings read_cells(const TableJob& job, const Matrix& matrix) {
    Readings readings(matrix.lines.size());
    const plan::Unit common = common_unit(job, matrix);
    for (std::size_t line = 0; line < matrix.lines.size(); ++line) {
        const plan::Measure* measure =
            matrix.lines[line].measure_known ? job.plan.measure(matrix.lines[line].measure) : nullptr;
        const ValueRule rule = job.rule_for(measure != nullptr ? measure->unit : common);
        readings[line].reserve(matrix.slots.size());
        for (std::size_t slot = 0; slot < matrix.slots.size(); ++slot) {
            readings[line].push_back(read_cell(job.sheet.at(matrix.at(line, slot)), rule));
        }
    }
    return readings;
}

/// Whether anything but blanks stands in a slot of the lines that are wanted.
std::vector<bool> used_slots(const Matrix& matrix, const Readings& readings) {
    std::vector<bool> used(matrix.slots.size(), false);
    for (std::size_t line = 0; line < matrix.lines.size(); ++line) {
        if (matrix.lines[line].kind != LineKind::figures) continue;
        for (std::size_t slot = 0; slot < used.size(); ++slot) {
            if (readings[line][slot].kind != CellKind::blank) used[slot] = true;
        }
    }
    return used;
}

class Taker {
public:
    Taker(const TableJob& job, const Matrix& matrix, const Readings& readings, TableRead& read)
        : m_job(job),
          m_matrix(matrix),
          m_readings(readings),
          m_read(read),
          m_used(used_slots(matrix, readings)),
          m_covered(covered_slots(matrix.slots)) {}

    void take() {
        for (std::size_t line = 0; line < m_matrix.lines.size(); ++line) {
            const Line& one = m_matrix.lines[line];
            if (one.kind == LineKind::unknown) find_unknown_label(m_job, one);
            if (one.kind == LineKind::figures)
                take_line(line);
            else
                claim_line(line, role_of_line(one.kind));
        }
        find_blanks();
        find_text_numbers();
        find_hidden();
    }

private:
    /// What the cells of a line that is not taken are. Totals that are checked say so afterwards.
    static CellRole role_of_line(LineKind kind) {
        return kind == LineKind::total     ? CellRole::unchecked_total
               : kind == LineKind::ignored ? CellRole::not_wanted
                                           : CellRole::unknown_label;
    }

    void claim_line(std::size_t line, CellRole role) {
        for (std::size_t slot = 0; slot < m_matrix.slots.size(); ++slot)
            if (m_matrix.slots[slot].kind != SlotKind::other) m_job.claim(m_matrix.at(line, slot), role);
    }

    void take_line(std::size_t line) {
        const Line& one = m_matrix.lines[line];
        const plan::Measure* measure = m_job.plan.measure(one.measure);
        if (measure == nullptr || measure->unit == plan::Unit::text) {
            claim_line(line, CellRole::words_measure);
            return;
        }
        std::optional<std::size_t> last_figure;
        std::vector<std::size_t> blanks;
        for (std::size_t slot = 0; slot < m_matrix.slots.size(); ++slot) {
            if (!wanted(line, slot)) {
                if (m_matrix.slots[slot].kind != SlotKind::other)
                    m_job.claim(m_matrix.at(line, slot), CellRole::unchecked_total);
                continue;
            }
            const CellReading& reading = m_readings[line][slot];
            const Period period = *m_matrix.slots[slot].period;
            m_job.observe(one.measure, one.area, period, m_matrix.at(line, slot), reading, m_matrix.n_at(line, slot));
            note_period(period);
            if (reading.kind == CellKind::value) ++m_read.values;
            if (reading.kind == CellKind::blank) {
                if (last_figure) blanks.push_back(slot);
                continue;
            }
            for (const std::size_t blank : blanks) m_blanks.push_back(m_matrix.at(line, blank));
            blanks.clear();
            last_figure = slot;
        }
    }

    bool wanted(std::size_t line, std::size_t slot) const {
        return m_matrix.slots[slot].kind == SlotKind::period && m_used[slot] &&
               !is_sum_of_slots(m_job, m_matrix.lines[line], m_covered[slot], m_readings[line]);
    }

    void note_period(Period period) {
        if (!m_read.first || period < *m_read.first) m_read.first = period;
        if (!m_read.last || *m_read.last < period) m_read.last = period;
    }

    void find_blanks() const {
        if (m_blanks.empty()) return;
        const std::size_t count = m_blanks.size();
        m_job.at_cell(
            Severity::warning, "blank-cell", *std::min_element(m_blanks.begin(), m_blanks.end()),
            count == 1 ? "This cell is blank between two figures."
                       : fmt::format("{} cells of this table are blank between two figures; this is the first.", count),
            "Type the figure, or .. if there is none.");
    }

    /// One warning a table, for the columns in which some numbers are text and others are not.
    void find_text_numbers() const {
        struct Column {
            std::size_t as_text = 0;
            std::size_t as_number = 0;
            CellRef first;
        };
        std::map<std::uint32_t, Column> columns;
        for (std::size_t line = 0; line < m_matrix.lines.size(); ++line) {
            const LineKind kind = m_matrix.lines[line].kind;
            if (kind != LineKind::figures && kind != LineKind::total) continue;
            for (std::size_t slot = 0; slot < m_matrix.slots.size(); ++slot) {
                const CellReading& reading = m_readings[line][slot];
                if (m_matrix.slots[slot].kind == SlotKind::other || reading.kind != CellKind::value) continue;
                const CellRef at = m_matrix.at(line, slot);
                Column& column = columns[at.column];
                if (reading.text_number && (column.as_text == 0 || at < column.first)) column.first = at;
                ++(reading.text_number ? column.as_text : column.as_number);
            }
        }
        std::size_t count = 0;
        std::optional<CellRef> first;
        for (const auto& [index, column] : columns) {
            if (column.as_text == 0 || column.as_number == 0) continue;
            count += column.as_text;
            if (!first || column.first < *first) first = column.first;
        }
        if (!first) return;
        m_job.at_cell(Severity::warning, "text-number", *first,
                      count == 1 ? std::string("This number is stored as text. It was taken as the number it shows.")
                                 : fmt::format("{} numbers of this table are stored as text, this one first. They were "
                                               "taken as the numbers they show.",
                                               count),
                      "Select the cells, and choose Convert to Number from the warning sign beside them.");
    }

    void find_hidden() const {
        std::set<std::uint32_t> rows;
        std::set<std::uint32_t> columns;
        for (std::size_t line = 0; line < m_matrix.lines.size(); ++line) {
            if (m_matrix.lines[line].kind != LineKind::figures) continue;
            for (std::size_t slot = 0; slot < m_matrix.slots.size(); ++slot) {
                if (m_readings[line][slot].kind == CellKind::blank || !wanted(line, slot)) continue;
                const CellRef at = m_matrix.at(line, slot);
                if (m_job.sheet.hidden_rows.contains(at.row)) rows.insert(at.row);
                if (m_job.sheet.hidden_columns.contains(at.column)) columns.insert(at.column);
            }
        }
        if (!rows.empty()) {
            const bool one = rows.size() == 1;
            m_job.at_cell(
                Severity::warning, "hidden-row", {*rows.begin(), m_matrix.at(0, 0).column},
                one ? fmt::format("Row {} is hidden. Its figures were taken.", *rows.begin() + 1)
                    : fmt::format("{} rows of this table are hidden, row {} first. Their figures were taken.",
                                  rows.size(), *rows.begin() + 1),
                one ? "If it is not meant to be sent, delete it." : "If they are not meant to be sent, delete them.");
        }
        if (columns.empty()) return;
        const std::string letters = column_letters(*columns.begin());
        const bool one = columns.size() == 1;
        m_job.at_cell(
            Severity::warning, "hidden-column", {m_matrix.at(0, 0).row, *columns.begin()},
            one ? fmt::format("Column {} is hidden. Its figures were taken.", letters)
                : fmt::format("{} columns of this table are hidden, column {} first. Their figures were taken.",
                              columns.size(), letters),
            one ? "If it is not meant to be sent, delete it." : "If they are not meant to be sent, delete them.");
    }

    const TableJob& m_job;
    const Matrix& m_matrix;
    const Readings& m_readings;
    TableRead& m_read;
    std::vector<bool> m_used;
    std::vector<std::vector<std::size_t>> m_covered;
    std::vector<CellRef> m_blanks;
};

}  // namespace

std::optional<CellRef> Matrix::n_at(std::size_t line, std::size_t slot) const {
    if (lines_are_rows) {
        if (slot_n.empty() || !slot_n[slot]) return std::nullopt;
        return CellRef{lines[line].index, *slot_n[slot]};
    }
    if (!lines[line].n) return std::nullopt;
    return CellRef{slots[slot].index, *lines[line].n};
}

void read_matrix(const TableJob& job, Matrix matrix, TableRead& read) {
    const Readings readings = read_cells(job, matrix);
    settle_unlabelled(job, matrix, readings);
    Taker(job, matrix, readings, read).take();
    check_totals(job, matrix, readings, read);
}

}  // namespace panelbook::extract

#include "panelbook/extract/matrix_totals.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/number_text.hpp"
#include "panelbook/extract/totals.hpp"

namespace panelbook::extract {

namespace {

/// A sum without the noise of binary fractions.
std::string shown_number(double value) {
    return to_text(CellValue{std::round(value * 1e6) / 1e6});
}

bool sums(plan::RollUp roll_up) {
    return roll_up == plan::RollUp::sum;
}

/// Whether figures of a line may be added to those of others: an unknown or unwanted one may, for all that is known.
bool adds_over_areas(const TableJob& job, const Line& line) {
    if (!line.measure_known) return true;
    const plan::Measure* measure = job.plan.measure(line.measure);
    return measure != nullptr && sums(measure->over_areas);
}

bool same_unit(const TableJob& job, const std::vector<Line>& lines, const std::vector<std::size_t>& group) {
    std::optional<plan::Unit> unit;
    for (const std::size_t line : group) {
        const plan::Measure* measure = lines[line].measure_known ? job.plan.measure(lines[line].measure) : nullptr;
        if (measure == nullptr) continue;
        if (unit && *unit != measure->unit) return false;
        unit = measure->unit;
    }
    return true;
}

/// A line that is counted in another one already.
bool is_subset(const Line& line) {
    const std::string label = folded(line.label);
    return label.starts_with("of which") || label.starts_with("- of which") || label.starts_with("including ");
}

std::vector<Part> parts_of(const std::vector<Line>& lines) {
    std::vector<Part> parts;
    for (const Line& line : lines) {
        const bool total = line.kind == LineKind::total || line.kind == LineKind::unlabelled;
        parts.push_back(total ? Part::total : is_subset(line) ? Part::neither : Part::part);
    }
    return parts;
}

/// One total with the groups it may be the sum of, and the places across at which it is checked.
struct TotalAxis {
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::vector<SumCheck>> checks;  // by group, then by place across
};

/// Says what was found where a total and its parts were set side by side.
class TotalReport {
public:
    TotalReport(const TableJob& job, TableRead& read, std::string name, std::string parts_name)
        : m_job(job), m_read(read), m_name(std::move(name)), m_parts_name(std::move(parts_name)) {}

    void add(CellRef cell, const SumCheck& check) {
        switch (check.result) {
            case SumResult::unreadable:
            case SumResult::part_missing:
                ++m_read.totals_unchecked;
                return;
            case SumResult::agrees:
                ++m_read.totals_checked;
                m_job.claim(cell, CellRole::checked_total);
                break;
            case SumResult::rounded:
                ++m_read.totals_checked;
                m_job.claim(cell, CellRole::checked_total);
                m_rounded.emplace_back(cell, check);
                break;
            case SumResult::differs:
                ++m_read.totals_checked;
                m_job.claim(cell, CellRole::in_error);
                m_differing.emplace_back(cell, check);
                break;
        }
        ++m_checked;
    }

    /// Where nothing at all agrees it is not the figures but the total that is misunderstood: one finding says so.
    void finish() const {
        constexpr std::size_t enough_to_judge = 4;
        if (m_differing.size() >= enough_to_judge && m_differing.size() == m_checked) {
            const auto& [cell, check] = m_differing.front();
            m_job.at_cell(
                Severity::error, "total-differs", cell,
                fmt::format("{} differs from the {} in all {} places that can be checked; here it is {}, and they "
                            "add up to {}.",
                            m_name, m_parts_name, m_checked, shown_number(check.total), shown_number(check.parts)),
                "Correct the total. If it is not a total of them, give it a row on the plan's sheet Labels.",
                shown_number(check.parts));
            return;
        }
        for (const auto& [cell, check] : m_differing) {
            m_job.at_cell(Severity::error, "total-differs", cell,
                          fmt::format("{} is {}, but the {} add up to {}.", m_name, shown_number(check.total),
                                      m_parts_name, shown_number(check.parts)),
                          "Find which of them is wrong, and correct it.", shown_number(check.parts));
        }
        for (const auto& [cell, check] : m_rounded) {
            m_job.at_cell(Severity::warning, "total-rounding", cell,
                          fmt::format("{} is {}, but the {} add up to {}. Rounding could explain it.", m_name,
                                      shown_number(check.total), m_parts_name, shown_number(check.parts)),
                          "If the figures are not rounded, find which of them is wrong.", shown_number(check.parts));
        }
    }

private:
    const TableJob& m_job;
    TableRead& m_read;
    std::string m_name;
    std::string m_parts_name;
    std::size_t m_checked = 0;
    std::vector<std::pair<CellRef, SumCheck>> m_differing;
    std::vector<std::pair<CellRef, SumCheck>> m_rounded;
};

SumCheck sum_of_lines(const Readings& readings, const std::vector<std::size_t>& group, std::size_t slot,
                      std::size_t total) {
    std::vector<const CellReading*> parts;
    for (const std::size_t line : group) parts.push_back(&readings[line][slot]);
    return check_sum(parts, readings[total][slot]);
}

SumCheck sum_of_slots(const std::vector<CellReading>& readings, const std::vector<std::size_t>& group,
                      std::size_t total) {
    std::vector<const CellReading*> parts;
    for (const std::size_t slot : group) parts.push_back(&readings[slot]);
    return check_sum(parts, readings[total]);
}

TotalAxis line_total(const TableJob& job, const Matrix& matrix, const Readings& readings, std::span<const Part> parts,
                     std::size_t total) {
    TotalAxis axis;
    for (const auto& group : likely_parts(parts, total)) {
        const bool additive = std::all_of(group.begin(), group.end(),
                                          [&](std::size_t line) { return adds_over_areas(job, matrix.lines[line]); });
        if (!additive || !same_unit(job, matrix.lines, group)) continue;
        std::vector<SumCheck> checks;
        for (std::size_t slot = 0; slot < matrix.slots.size(); ++slot) {
            if (matrix.slots[slot].kind == SlotKind::other) {
                checks.emplace_back();
                continue;
            }
            checks.push_back(sum_of_lines(readings, group, slot, total));
        }
        axis.groups.push_back(group);
        axis.checks.push_back(std::move(checks));
    }
    return axis;
}

void check_line_totals(const TableJob& job, const Matrix& matrix, const Readings& readings, TableRead& read) {
    const std::vector<Part> parts = parts_of(matrix.lines);
    for (std::size_t total = 0; total < matrix.lines.size(); ++total) {
        if (matrix.lines[total].kind != LineKind::total) continue;
        const TotalAxis axis = line_total(job, matrix, readings, parts, total);
        const auto best = best_group(axis.checks);
        if (!best) continue;
        const std::string name =
            matrix.lines[total].label.empty() ? std::string("The total") : quoted(matrix.lines[total].label);
        const auto& group = axis.groups[*best];
        TotalReport report(job, read, name,
                           matrix.lines_are_rows ? fmt::format("{} rows from row {} to row {}", group.size(),
                                                               matrix.lines[group.front()].index + 1,
                                                               matrix.lines[group.back()].index + 1)
                                                 : fmt::format("{} columns from {} to {}", group.size(),
                                                               column_letters(matrix.lines[group.front()].index),
                                                               column_letters(matrix.lines[group.back()].index)));
        for (std::size_t slot = 0; slot < matrix.slots.size(); ++slot) {
            if (matrix.slots[slot].kind == SlotKind::other || readings[total][slot].kind == CellKind::blank) continue;
            report.add(matrix.at(total, slot), axis.checks[*best][slot]);
        }
        report.finish();
    }
}

/// The slots whose period lies within one, but are not the whole of it.
std::vector<std::size_t> slots_within(const std::vector<Slot>& slots, Period whole) {
    std::vector<std::size_t> within;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].kind != SlotKind::period || *slots[i].period == whole) continue;
        if (whole.contains(*slots[i].period)) within.push_back(i);
    }
    return within;
}

/// The groups of slots that a total column may be the sum of.
std::vector<std::vector<std::size_t>> slot_groups(const std::vector<Slot>& slots, std::span<const Part> parts,
                                                  std::size_t total) {
    std::vector<std::vector<std::size_t>> groups;
    if (slots[total].to_date) {
        for (std::size_t i = total; i-- > 0;) {
            if (slots[i].kind != SlotKind::period) continue;
            groups.push_back(slots_within(slots, slots[i].period->year_to_date()));
            if (groups.back().empty()) groups.back().push_back(i);
            return groups;
        }
        return groups;
    }
    if (slots[total].period) {
        std::vector<std::size_t> within = slots_within(slots, *slots[total].period);
        if (!within.empty()) groups.push_back(std::move(within));
    }
    for (auto& group : likely_parts(parts, total)) {
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(std::move(group));
    }
    return groups;
}

/// The lines whose figures may be summed over time; a total line may where the first series may.
std::vector<std::size_t> lines_summing_over_time(const TableJob& job, const Matrix& matrix) {
    std::vector<std::size_t> lines;
    bool all = true;
    for (std::size_t i = 0; i < matrix.lines.size(); ++i) {
        if (matrix.lines[i].kind != LineKind::figures) continue;
        const plan::Measure* measure = job.plan.measure(matrix.lines[i].measure);
        if (measure != nullptr && sums(measure->over_time)) {
            lines.push_back(i);
        } else {
            all = false;
        }
    }
    for (std::size_t i = 0; all && i < matrix.lines.size(); ++i) {
        if (matrix.lines[i].kind == LineKind::total) lines.push_back(i);
    }
    return lines;
}

void check_slot_totals(const TableJob& job, const Matrix& matrix, const Readings& readings, TableRead& read) {
    const std::vector<std::size_t> lines = lines_summing_over_time(job, matrix);
    if (lines.empty()) return;
    const auto covered = covered_slots(matrix.slots);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < matrix.slots.size(); ++i) {
        const bool total = matrix.slots[i].kind == SlotKind::total || !covered[i].empty();
        parts.push_back(total ? Part::total : matrix.slots[i].kind == SlotKind::period ? Part::part : Part::neither);
    }
    for (std::size_t total = 0; total < matrix.slots.size(); ++total) {
        if (parts[total] != Part::total) continue;
        std::vector<std::vector<std::size_t>> groups = covered[total].empty()
                                                           ? slot_groups(matrix.slots, parts, total)
                                                           : std::vector<std::vector<std::size_t>>{covered[total]};
        std::vector<std::vector<SumCheck>> checks;
        for (const auto& group : groups) {
            checks.emplace_back();
            for (const std::size_t line : lines) checks.back().push_back(sum_of_slots(readings[line], group, total));
        }
        const auto best = best_group(checks);
        if (!best) continue;
        const auto& group = groups[*best];
        TotalReport report(
            job, read, quoted(matrix.slots[total].text),
            fmt::format("{} periods from {} to {}", group.size(), matrix.slots[group.front()].period->label(),
                        matrix.slots[group.back()].period->label()));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (readings[lines[i]][total].kind == CellKind::blank) continue;
            report.add(matrix.at(lines[i], total), checks[*best][i]);
        }
        report.finish();
    }
}

}  // namespace

std::vector<std::vector<std::size_t>> covered_slots(const std::vector<Slot>& slots) {
    std::vector<std::vector<std::size_t>> covered(slots.size());
    for (std::size_t whole = 0; whole < slots.size(); ++whole) {
        if (slots[whole].kind != SlotKind::period || slots[whole].period->months() == 1) continue;
        std::vector<std::size_t> months;
        int count = 0;
        for (const std::size_t i : slots_within(slots, *slots[whole].period)) {
            if (slots[i].period->months() != 1) continue;
            months.push_back(i);
            ++count;
        }
        if (count == slots[whole].period->months()) {
            covered[whole] = std::move(months);
            continue;
        }
        std::vector<std::size_t> quarters;
        for (const std::size_t i : slots_within(slots, *slots[whole].period)) {
            if (slots[i].period->months() == 3) quarters.push_back(i);
        }
        if (!quarters.empty() && static_cast<int>(quarters.size()) * 3 == slots[whole].period->months()) {
            covered[whole] = std::move(quarters);
        }
    }
    return covered;
}

bool is_sum_of_slots(const TableJob& job, const Line& line, const std::vector<std::size_t>& parts,
                     const std::vector<CellReading>& readings) {
    if (parts.empty()) return false;
    const plan::Measure* measure = job.plan.measure(line.measure);
    if (measure == nullptr || !sums(measure->over_time)) return false;
    return std::all_of(parts.begin(), parts.end(),
                       [&](std::size_t slot) { return readings[slot].kind == CellKind::value; });
}

void settle_unlabelled(const TableJob& job, Matrix& matrix, const Readings& readings) {
    const std::vector<Part> parts = parts_of(matrix.lines);
    for (std::size_t total = 0; total < matrix.lines.size(); ++total) {
        if (matrix.lines[total].kind != LineKind::unlabelled) continue;
        const TotalAxis axis = line_total(job, matrix, readings, parts, total);
        const auto best = best_group(axis.checks);
        bool is_total = best.has_value();
        std::size_t agreements = 0;
        for (std::size_t slot = 0; is_total && slot < matrix.slots.size(); ++slot) {
            const SumResult result = axis.checks[*best][slot].result;
            if (result == SumResult::differs) is_total = false;
            if (result == SumResult::agrees) ++agreements;
        }
        if (is_total && agreements > 0) {
            matrix.lines[total].kind = LineKind::total;
            continue;
        }
        const std::string_view what = matrix.lines_are_rows ? "row" : "column";
        job.at_cell(Severity::error, "label-missing", matrix.lines[total].label_cell,
                    fmt::format("This {} has figures but no label, so they were not taken.", what),
                    fmt::format("Write what the figures are, or delete the {}.", what));
    }
}

void check_totals(const TableJob& job, const Matrix& matrix, const Readings& readings, TableRead& read) {
    check_line_totals(job, matrix, readings, read);
    check_slot_totals(job, matrix, readings, read);
}

}  // namespace panelbook::extract

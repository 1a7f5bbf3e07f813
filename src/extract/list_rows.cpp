#include "panelbook/extract/list_rows.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "panelbook/extract/totals.hpp"

namespace panelbook::extract {

namespace {

bool is_figure(const ListRow& row) {
    return row.line.kind == LineKind::figures && row.period.has_value();
}

void take_figures(const TableJob& job, const std::vector<ListRow>& rows, TableRead& read) {
    for (const ListRow& row : rows) {
        if (!is_figure(row)) continue;
        const plan::Measure* measure = job.plan.measure(row.line.measure);
        if (measure == nullptr || measure->unit == plan::Unit::text) {
            job.claim(row.cell, CellRole::words_measure);
            continue;
        }
        job.observe(row.line.measure, row.line.area, *row.period, row.cell, row.reading, row.n);
        if (row.reading.kind == CellKind::value) ++read.values;
        if (!read.first || *row.period < *read.first) read.first = row.period;
        if (!read.last || *read.last < *row.period) read.last = row.period;
    }
}

/// One error for each label or period that is not known, however many rows use it. A figure without a label that is the
/// sum of all above it is their total.
void find_unread(const TableJob& job, const std::vector<ListRow>& rows, TableRead& read) {
    std::vector<const CellReading*> above;
    std::map<std::string, std::pair<const ListRow*, std::size_t>> unknown;
    std::map<std::string, std::pair<const ListRow*, std::size_t>> without_period;
    for (const ListRow& row : rows) {
        if (is_figure(row)) above.push_back(&row.reading);
        if (row.line.kind == LineKind::unlabelled) {
            if (check_sum(above, row.reading).result == SumResult::agrees) {
                ++read.totals_checked;
                job.claim(row.cell, CellRole::checked_total);
                continue;
            }
            job.claim(row.cell, CellRole::unknown_label);
            job.at_cell(Severity::error, "label-missing", row.line.label_cell,
                        "This row has a figure but no label, so it was not taken.",
                        "Write what the figure is, or delete the row.");
        } else if (row.line.kind == LineKind::unknown) {
            job.claim(row.cell, CellRole::unknown_label);
            auto& [first, count] = unknown.try_emplace(row.line.label, &row, 0).first->second;
            ++count;
        } else if (row.line.kind == LineKind::ignored) {
            job.claim(row.cell, CellRole::not_wanted);
        } else if (row.line.kind == LineKind::total || (row.line.kind == LineKind::figures && row.period_total)) {
            job.claim(row.cell, CellRole::unchecked_total);
        } else if (row.line.kind == LineKind::figures && !row.period && !row.period_total) {
            job.claim(row.cell, CellRole::unknown_period);
            auto& [first, count] = without_period.try_emplace(row.period_text, &row, 0).first->second;
            ++count;
        }
    }
    for (const auto& [label, found] : unknown) {
        find_unknown_label(job, found.first->line);
        if (found.second > 1) {
            job.findings.back().message += fmt::format(" {} rows are labelled so; this is the first.", found.second);
        }
    }
    for (const auto& [text, found] : without_period) {
        job.at_cell(
            Severity::error, "period-not-understood", found.first->period_cell,
            text.empty()
                ? std::string("This row has a figure but no period, so it was not taken.")
                : fmt::format("{} is not a period that can be read, so its figure was not taken.{}", quoted(text),
                              found.second > 1 ? fmt::format(" {} rows have it; this is the first.", found.second)
                                               : std::string()),
            "Write the period like Apr-14, or Q1 2014/15, or 2014/15.");
    }
}

/// What a total is the sum of: the rows of its measure, or else of its area, in its period.
using PartsKey = std::tuple<Period, std::string, bool>;

PartsKey parts_key(const Line& line, Period period, bool by_measure) {
    return {period, by_measure ? line.measure.text : line.area.text, by_measure};
}

/// Totals over areas of one measure, and over measures in one area, by period.
void check_totals(const TableJob& job, const std::vector<ListRow>& rows, TableRead& read) {
    std::map<PartsKey, std::vector<const ListRow*>> parts_of;
    for (const ListRow& row : rows) {
        if (row.line.kind == LineKind::total && row.period)
            parts_of[parts_key(row.line, *row.period, row.line.measure_known)];
    }
    if (parts_of.empty()) return;
    for (const ListRow& row : rows) {
        if (!is_figure(row)) continue;
        for (const bool by_measure : {true, false}) {
            const auto found = parts_of.find(parts_key(row.line, *row.period, by_measure));
            if (found != parts_of.end()) found->second.push_back(&row);
        }
    }
    for (const ListRow& total : rows) {
        if (total.line.kind != LineKind::total || !total.period) continue;
        std::vector<const CellReading*> parts;
        bool additive = true;
        for (const ListRow* row : parts_of.at(parts_key(total.line, *total.period, total.line.measure_known))) {
            const plan::Measure* measure = job.plan.measure(row->line.measure);
            additive = additive && measure != nullptr && measure->over_areas == plan::RollUp::sum;
            parts.push_back(&row->reading);
        }
        if (parts.empty() || !additive) {
            ++read.totals_unchecked;
            continue;
        }
        const SumCheck check = check_sum(parts, total.reading);
        if (check.result == SumResult::unreadable || check.result == SumResult::part_missing) {
            ++read.totals_unchecked;
            continue;
        }
        ++read.totals_checked;
        const bool differs = check.result == SumResult::differs;
        job.claim(total.cell, differs ? CellRole::in_error : CellRole::checked_total);
        if (check.result == SumResult::agrees) continue;
        const std::string message =
            fmt::format("The total for {} is {}, but its {} rows add up to {}.{}", total.period->words(),
                        to_text(CellValue{check.total}), parts.size(), to_text(CellValue{check.parts}),
                        differs ? "" : " Rounding could explain it.");
        job.at_cell(differs ? Severity::error : Severity::warning, differs ? "total-differs" : "total-rounding",
                    total.cell, message, "Find which of them is wrong, and correct it.",
                    to_text(CellValue{check.parts}));
    }
}

void find_text_numbers(const TableJob& job, const std::vector<ListRow>& rows) {
    std::size_t as_text = 0;
    std::size_t as_number = 0;
    const ListRow* first = nullptr;
    for (const ListRow& row : rows) {
        if (!is_figure(row) || row.reading.kind != CellKind::value) continue;
        if (row.reading.text_number && first == nullptr) first = &row;
        ++(row.reading.text_number ? as_text : as_number);
    }
    if (as_text == 0 || as_number == 0) return;
    job.at_cell(Severity::warning, "text-number", first->cell,
                as_text == 1
                    ? std::string("This number is stored as text. It was taken as the number it shows.")
                    : fmt::format("{} numbers of this column are stored as text, this one first. They were taken "
                                  "as the numbers they show.",
                                  as_text),
                "Select the cells, and choose Convert to Number from the warning sign beside them.");
}

void find_hidden(const TableJob& job, const std::vector<ListRow>& rows) {
    std::set<std::uint32_t> hidden;
    for (const ListRow& row : rows) {
        if (is_figure(row) && job.sheet.hidden_rows.contains(row.cell.row)) hidden.insert(row.cell.row);
    }
    if (hidden.empty()) return;
    job.at_cell(Severity::warning, "hidden-row", {*hidden.begin(), rows.front().cell.column},
                hidden.size() == 1
                    ? fmt::format("Row {} is hidden. Its figure was taken.", *hidden.begin() + 1)
                    : fmt::format("{} rows of this table are hidden, row {} first. Their figures were taken.",
                                  hidden.size(), *hidden.begin() + 1),
                "If a filter hides them, clear it; if they are not meant to be sent, delete them.");
}

}  // namespace

void take_rows(const TableJob& job, const std::vector<ListRow>& rows, TableRead& read) {
    find_unread(job, rows, read);
    take_figures(job, rows, read);
    find_text_numbers(job, rows);
    find_hidden(job, rows);
    check_totals(job, rows, read);
}

}  // namespace panelbook::extract

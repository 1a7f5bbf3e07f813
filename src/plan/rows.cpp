#include "rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace panelbook::plan {
namespace {

constexpr std::uint32_t rows_to_look_for_headings = 10;

const ColumnSchema* column_named(const SheetSchema& schema, std::string_view heading) {
    const auto found = std::find_if(schema.columns.begin(), schema.columns.end(), [&](const ColumnSchema& column) {
        return column.heading == folded_label(heading);
    });
    return found == schema.columns.end() ? nullptr : &*found;
}

/// The row with the most known headings among the first ones; nothing where no row has the first heading and one more.
std::optional<std::uint32_t> heading_row(const workbook::Sheet& sheet, const SheetSchema& schema) {
    std::map<std::uint32_t, std::set<std::string_view>> known;
    for (const Cell& cell : sheet.cells) {
        if (cell.at.row >= rows_to_look_for_headings) break;
        if (const ColumnSchema* column = column_named(schema, to_text(cell.value)))
            known[cell.at.row].insert(column->heading);
    }
    const auto most = std::max_element(known.begin(), known.end(), [](const auto& left, const auto& right) {
        return left.second.size() < right.second.size();
    });
    if (most == known.end() || most->second.size() < 2) return std::nullopt;
    return most->first;
}

std::vector<std::string> headings_of(const SheetSchema& schema) {
    std::vector<std::string> headings;
    for (const ColumnSchema& column : schema.columns) headings.emplace_back(column.heading);
    return headings;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const std::string near = nearest(word, known);
    if (!near.empty()) return fmt::format("Did you mean '{}'?", near);
    constexpr std::size_t enough_to_list = 12;
    if (known.empty()) return "There are none yet.";
    if (known.size() <= enough_to_list) return fmt::format("Write one of: {}.", fmt::join(known, ", "));
    return "";
}

}  // namespace

bool Names::known(std::string_view name) const {
    return std::find(all.begin(), all.end(), name) != all.end();
}

CellRef Row::place(std::string_view heading) const {
    const auto column = m_columns.find(heading);
    return {m_row, column == m_columns.end() ? 0 : column->second};
}

const Cell* Row::cell(std::string_view heading) const {
    const auto column = m_columns.find(heading);
    return column == m_columns.end() ? nullptr : m_sheet.at({m_row, column->second});
}

void Row::add(Severity severity, std::string_view rule, std::string_view heading, std::string message,
              std::string remedy) const {
    Finding finding;
    finding.severity = severity;
    finding.rule = rule;
    finding.where = {std::string(plan_file), m_sheet.name, place(heading)};
    finding.message = std::move(message);
    finding.remedy = std::move(remedy);
    finding.found = text(heading);
    m_findings.push_back(std::move(finding));
}

void Row::error(std::string_view rule, std::string_view heading, std::string message, std::string remedy) const {
    add(Severity::error, rule, heading, std::move(message), std::move(remedy));
}

void Row::warning(std::string_view rule, std::string_view heading, std::string message, std::string remedy) const {
    add(Severity::warning, rule, heading, std::move(message), std::move(remedy));
}

std::string Row::text(std::string_view heading) const {
    const Cell* found = cell(heading);
    return found == nullptr ? std::string{} : std::string(trimmed(to_text(found->value)));
}

bool Row::has(std::string_view heading) const {
    return !text(heading).empty();
}

std::string Row::code(std::string_view heading) const {
    const Cell* found = cell(heading);
    if (found == nullptr || !std::holds_alternative<DateTime>(found->value)) return text(heading);
    error("plan-became-date", heading,
          fmt::format("Excel made the date {} of what was typed as {}.", text(heading), heading),
          "Format the cell as Text and type it again.");
    return {};
}

std::optional<double> Row::number(std::string_view heading, double least, double most) const {
    const Cell* found = cell(heading);
    if (found == nullptr || !has(heading)) return std::nullopt;
    std::optional<double> value;
    if (const auto* number = std::get_if<double>(&found->value)) {
        value = *number * (found->percent_format ? 100.0 : 1.0);
    } else {
        const std::string words = text(heading);
        double parsed = 0;
        const auto [end, failure] = std::from_chars(words.data(), words.data() + words.size(), parsed);
        if (failure == std::errc{} && end == words.data() + words.size()) value = parsed;
    }
    if (!value || !std::isfinite(*value)) {
        error("plan-not-a-number", heading, fmt::format("'{}' is not a number.", text(heading)),
              fmt::format("Write the {} as a number, or leave it blank.", heading));
        return std::nullopt;
    }
    if (*value < least || *value > most) {
        error("plan-number-out-of-range", heading, fmt::format("{} is not a possible {}.", text(heading), heading),
              fmt::format("Write a number from {} to {}.", least, most));
        return std::nullopt;
    }
    return value;
}

std::optional<int> Row::whole(std::string_view heading, int least, int most) const {
    const auto value = number(heading, least, most);
    if (!value) return std::nullopt;
    if (*value != std::floor(*value)) {
        error("plan-not-a-number", heading, fmt::format("{} is not a whole number.", text(heading)),
              fmt::format("Write a whole number from {} to {}.", least, most));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::optional<Date> Row::date(std::string_view heading) const {
    const Cell* found = cell(heading);
    if (found == nullptr || !has(heading)) return std::nullopt;
    if (const auto* day = std::get_if<DateTime>(&found->value)) return day->date;
    const auto day = parse_iso_date(text(heading));
    if (!day)
        error("plan-not-a-date", heading, fmt::format("'{}' is not a date.", text(heading)),
              "Write a date as Excel knows it, or as 2014-09-29.");
    return day;
}

std::optional<Period> Row::period(std::string_view heading) const {
    const Cell* found = cell(heading);
    if (found == nullptr || !has(heading)) return std::nullopt;
    if (const auto* day = std::get_if<DateTime>(&found->value)) return Period::month_of(day->date);
    const auto parsed = parse_period(text(heading));
    if (!parsed)
        error("plan-not-a-period", heading, fmt::format("'{}' is not a period.", text(heading)),
              "Write a month as 2014-06, a quarter as 2014/15 Q1, a financial year as 2014/15.");
    return parsed;
}

std::string Row::choice(std::string_view heading) const {
    const std::string words = text(heading);
    if (words.empty()) return {};
    const ColumnSchema& column = *column_named(m_schema, heading);
    for (const std::string_view allowed : column.choices)
        if (allowed == folded(words)) return std::string(allowed);
    refuse_word(heading, words, fmt::format("valid {}", heading), {column.choices.begin(), column.choices.end()});
    return {};
}

bool Row::yes(std::string_view heading, bool otherwise) const {
    const std::string word = choice(heading);
    return word.empty() ? otherwise : word == "yes";
}

std::vector<std::string> Row::list(std::string_view heading, char separator) const {
    return split(text(heading), separator);
}

std::string Row::reference(std::string_view heading, const Names& names) const {
    const std::string name = code(heading);
    return name.empty() ? name : reference(heading, name, names);
}

std::string Row::reference(std::string_view heading, std::string_view word, const Names& names) const {
    for (const std::string& known : names.all)
        if (folded(known) == folded(word)) return known;
    error("plan-unknown-name", heading,
          fmt::format("There is no {} '{}' on the sheet {}.", names.what, word, names.sheet),
          did_you_mean(word, names.all));
    return {};
}

void Row::refuse_word(std::string_view heading, std::string_view word, std::string_view what,
                      const std::vector<std::string>& known) const {
    error("plan-unknown-word", heading, fmt::format("'{}' is not a {}.", word, what), did_you_mean(word, known));
}

void Row::require_order(const std::optional<Period>& first, const std::optional<Period>& last,
                        std::string_view to) const {
    if (first && last && last->last_day() < first->first_day())
        error("plan-out-of-order", to, fmt::format("{} ends before {} begins.", last->key(), first->key()),
              "Write the earlier period first.");
}

Rows::Rows(const workbook::Sheet& sheet, const SheetSchema& schema, Findings& findings) {
    const auto add = [&](Severity severity, std::string_view rule, std::optional<CellRef> cell, std::string message,
                         std::string remedy, std::string found) {
        findings.push_back({severity,
                            std::string(rule),
                            {std::string(plan_file), sheet.name, cell},
                            std::move(message),
                            std::move(remedy),
                            std::move(found),
                            {}});
    };
    const auto headings = heading_row(sheet, schema);
    if (!headings) {
        add(Severity::error, "plan-headings-not-found", std::nullopt,
            fmt::format("The sheet has no row of headings such as {}.", fmt::join(headings_of(schema), ", ")),
            "Put the headings back in row 2.", {});
        return;
    }
    for (const Cell& cell : sheet.cells) {
        const std::string words = std::string(trimmed(to_text(cell.value)));
        if (cell.at.row != *headings || words.empty()) continue;
        const ColumnSchema* column = column_named(schema, words);
        if (column == nullptr) {
            add(Severity::warning, "plan-unknown-column", cell.at, fmt::format("The column '{}' is not used.", words),
                did_you_mean(words, headings_of(schema)), words);
        } else if (!m_columns.emplace(column->heading, cell.at.column).second) {
            add(Severity::error, "plan-duplicate", cell.at, fmt::format("The column '{}' is there twice.", words),
                "Delete one of the two.", words);
        }
    }
    for (const ColumnSchema& column : schema.columns)
        if (column.required && !m_columns.contains(column.heading))
            add(Severity::error, "plan-column-missing", CellRef{*headings, 0},
                fmt::format("The column '{}' is missing.", column.heading),
                fmt::format("Write the heading '{}' in this row.", column.heading), {});
    for (std::uint32_t row = *headings + 1; row < sheet.row_count(); ++row) {
        const Row next(sheet, schema, m_columns, row, findings);
        const auto filled = [&](const auto& column) { return next.has(column.first); };
        if (std::none_of(m_columns.begin(), m_columns.end(), filled)) continue;
        const auto first =
            std::min_element(m_columns.begin(), m_columns.end(),
                             [](const auto& left, const auto& right) { return left.second < right.second; });
        if (next.text(first->first).starts_with("Example")) continue;
        for (const ColumnSchema& column : schema.columns)
            if (column.required && m_columns.contains(column.heading) && !next.has(column.heading))
                next.error("plan-value-missing", column.heading, fmt::format("This row has no {}.", column.heading),
                           std::string(column.note));
        m_rows.push_back(next);
    }
}

}  // namespace panelbook::plan

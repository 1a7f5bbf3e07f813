#include "panelbook/extract/columns.hpp"

#include <algorithm>
#include <charconv>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/locate.hpp"

namespace panelbook::extract {

namespace {

bool is_column_letters(std::string_view text) {
    return (text.size() == 1 || text.size() == 2) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view without_quotes(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
    return text;
}

std::vector<std::string> headings_of(const workbook::Sheet& sheet, HeaderRows rows) {
    std::vector<std::string> headings;
    for (const Cell& cell : cells_of_rows(sheet, rows.first, rows.last)) headings.push_back(to_text(cell.value));
    return headings;
}

std::optional<std::uint32_t> find_column(std::string_view text, const workbook::Sheet& sheet,
                                         std::optional<HeaderRows> rows) {
    if (is_column_letters(text)) return parse_column(text);
    if (!rows) return std::nullopt;
    const std::vector<std::uint32_t> headed = columns_headed(without_quotes(text), sheet, *rows);
    if (headed.empty()) return std::nullopt;
    return headed.front();
}

std::optional<std::uint32_t> row_number(std::string_view text) {
    std::uint32_t row = 0;
    const std::string_view digits = trimmed(text);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), row);
    if (error != std::errc{} || end != digits.data() + digits.size() || row == 0) return std::nullopt;
    return row;
}

}  // namespace

std::optional<std::string> constant_text(std::string_view text) {
    const std::string_view seen = trimmed(text);
    if (!seen.starts_with('=')) return std::nullopt;
    return std::string(trimmed(seen.substr(1)));
}

std::vector<std::uint32_t> columns_headed(std::string_view heading, const workbook::Sheet& sheet, HeaderRows rows) {
    std::vector<std::uint32_t> columns;
    const std::string wanted = folded_label(heading);
    if (wanted.empty()) return columns;
    for (const Cell& cell : cells_of_rows(sheet, rows.first, rows.last)) {
        if (folded_label(to_text(cell.value)) == wanted) columns.push_back(cell.at.column);
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

Field find_field(std::string_view text, const workbook::Sheet& sheet, std::optional<HeaderRows> rows) {
    Field field;
    const std::string_view seen = trimmed(text);
    if (seen.empty()) return field;
    if (const auto constant = constant_text(seen)) {
        field.kind = Field::Kind::constant;
        field.constant = *constant;
        return field;
    }
    // A heading may hold a plus sign itself, so the whole text is tried before its parts.
    if (const auto column = find_column(seen, sheet, rows)) {
        field.kind = Field::Kind::columns;
        field.columns = {*column};
        return field;
    }
    for (const std::string& part : split(seen, '+')) {
        const auto column = find_column(part, sheet, rows);
        if (!column) {
            field.missing = std::string(without_quotes(part));
            if (rows) field.nearest = nearest(field.missing, headings_of(sheet, *rows));
            field.columns.clear();
            return field;
        }
        field.columns.push_back(*column);
    }
    field.kind = Field::Kind::columns;
    return field;
}

std::optional<std::vector<std::uint32_t>> parse_columns(std::string_view text) {
    std::vector<std::uint32_t> columns;
    for (const std::string& part : split(text, ',')) {
        const std::size_t dash = part.find('-');
        const std::string_view first = trimmed(std::string_view(part).substr(0, dash));
        const std::string_view last =
            dash == std::string::npos ? first : trimmed(std::string_view(part).substr(dash + 1));
        if (!is_column_letters(first) || !is_column_letters(last)) return std::nullopt;
        const auto from = parse_column(first);
        const auto to = parse_column(last);
        if (!from || !to || *to < *from) return std::nullopt;
        for (std::uint32_t column = *from; column <= *to; ++column) columns.push_back(column);
    }
    if (columns.empty()) return std::nullopt;
    return columns;
}

std::optional<HeaderRows> parse_rows(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = row_number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : row_number(text.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    return HeaderRows{*first, *last};
}

}  // namespace panelbook::extract

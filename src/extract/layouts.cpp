#include "panelbook/extract/layouts.hpp"

#include <fmt/format.h>

namespace panelbook::extract {

std::optional<Field> require_field(const TableJob& job, std::string_view text, HeaderRows rows, std::string_view what) {
    Field field = find_field(text, job.sheet, rows);
    if (field.missing.empty()) return field;
    job.at_sheet(Severity::error, "column-not-found",
                 fmt::format("No column is headed {}, which holds the {}. The headings were looked for in row {}.",
                             quoted(field.missing), what, rows.last + 1),
                 field.nearest.empty() ? "Give the column the heading it had before."
                                       : fmt::format("If {} is meant, give it that heading.", quoted(field.nearest)),
                 field.missing);
    return std::nullopt;
}

std::optional<Field> field_or_default(const TableJob& job, std::string_view text, HeaderRows rows,
                                      std::string_view what, std::span<const std::string_view> headings) {
    if (!text.empty()) return require_field(job, text, rows, what);
    Field field;
    for (const std::string_view heading : headings) {
        const std::vector<std::uint32_t> columns = columns_headed(heading, job.sheet, rows);
        if (columns.empty()) continue;
        field.kind = Field::Kind::columns;
        field.columns = {columns.front()};
        break;
    }
    return field;
}

void find_header_missing(const TableJob& job, std::string message, std::string remedy) {
    job.at_sheet(Severity::error, "header-not-found", std::move(message), std::move(remedy));
}

void find_rows_below(const TableJob& job, const Body& body) {
    if (!body.figures_below) return;
    const std::uint32_t row = *body.figures_below;
    const auto cells = cells_of_rows(job.sheet, row, row);
    if (cells.empty()) return;
    job.at_cell(
        Severity::warning, "rows-not-read", cells.front().at,
        fmt::format("The blank row above row {} ends the table, so the figures from here on were not taken.", row + 1),
        "If they belong to the table, delete the blank row.");
}

TableRead describe_table(const TableJob& job, const Stretch& stretch, HeaderRows header, const Body& body,
                         std::uint32_t first_column, std::uint32_t last_column,
                         const std::function<bool(std::uint32_t)>& reads) {
    TableRead read;
    read.sheet = job.sheet.name;
    if (stretch.title) read.title = job.sheet.text_at(*stretch.title);
    read.header = {{header.first, first_column}, {header.last, last_column}};
    const auto within = [&](std::uint32_t column) { return column >= first_column && column <= last_column; };
    if (stretch.title) job.claim(*stretch.title, CellRole::header);
    job.claim_rows(header.first, header.last, CellRole::header, within);
    if (body.rows.empty()) return read;
    read.body = {{body.rows.front(), first_column}, {body.rows.back(), last_column}};
    job.claim_rows(body.rows.front(), body.rows.back(), CellRole::not_read,
                   [&](std::uint32_t column) { return within(column) && !reads(column); });
    return read;
}

}  // namespace panelbook::extract

#include "support/plan_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "panelbook/core/text.hpp"
#include "panelbook/plan/schema.hpp"

namespace panelbook::tests {
namespace {

[[noreturn]] void refuse(std::size_t line, const std::string& why) {
    throw std::runtime_error(fmt::format("plan text, line {}: {}", line, why));
}

std::string with_line_ends(std::string_view text) {
    std::string out(trimmed(text));
    for (std::size_t at = 0; (at = out.find("\\n", at)) != std::string::npos; ++at) out.replace(at, 2, "\n");
    return out;
}

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find('\t', start), line.size());
        cells.push_back(with_line_ends(line.substr(start, end - start)));
        start = end + 1;
    }
    return cells;
}

class Parser {
public:
    write::PlanRows parse(std::string_view text) {
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            ++m_line;
            read_line(text.substr(start, end - start));
            start = end + 1;
        }
        return std::move(m_rows);
    }

private:
    enum class Form { none, table, records };

    void read_line(std::string_view line) {
        if (line.starts_with("@# ") || line == "@#") return;
        if (line.starts_with("@sheet ")) return begin(Form::table, line.substr(7));
        if (line.starts_with("@records ")) return begin(Form::records, line.substr(9));
        if (trimmed(line).empty()) {
            m_record = nullptr;
            return;
        }
        if (m_form == Form::none) refuse(m_line, "stands before the first @sheet or @records");
        if (m_form == Form::table)
            read_row(line);
        else
            read_field(line);
    }

    void begin(Form form, std::string_view name) {
        m_form = form;
        m_headings.clear();
        m_record = nullptr;
        m_sheet = &m_rows[std::string(trimmed(name))];
    }

    void read_row(std::string_view line) {
        const std::vector<std::string> cells = cells_of(line);
        if (m_headings.empty()) {
            m_headings = cells;
            return;
        }
        if (cells.size() > m_headings.size()) refuse(m_line, "has more cells than there are headings");
        write::PlanRow& row = m_sheet->emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty()) row[m_headings[i]] = cells[i];
    }

    void read_field(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) refuse(m_line, "has no colon between heading and value");
        if (m_record == nullptr) m_record = &m_sheet->emplace_back();
        const auto [field, added] =
            m_record->emplace(trimmed(line.substr(0, colon)), with_line_ends(line.substr(colon + 1)));
        if (!added) refuse(m_line, fmt::format("'{}' is given twice in one row", field->first));
    }

    write::PlanRows m_rows;
    std::vector<write::PlanRow>* m_sheet = nullptr;
    write::PlanRow* m_record = nullptr;
    Form m_form = Form::none;
    std::vector<std::string> m_headings;
    std::size_t m_line = 0;
};

/// The headings of a sheet: those of the schema, then any others that its rows have.
std::vector<std::string> headings_of(const plan::SheetSchema* schema, const std::vector<write::PlanRow>& rows) {
    std::vector<std::string> headings;
    if (schema != nullptr)
        for (const plan::ColumnSchema& column : schema->columns) headings.emplace_back(column.heading);
    for (const write::PlanRow& row : rows)
        for (const auto& [heading, value] : row)
            if (std::find(headings.begin(), headings.end(), heading) == headings.end()) headings.push_back(heading);
    return headings;
}

workbook::Sheet sheet_of(const std::string& name, const std::vector<write::PlanRow>& rows) {
    const plan::SheetSchema* schema = plan::sheet_schema(name);
    const std::vector<std::string> headings = headings_of(schema, rows);
    workbook::Sheet sheet;
    sheet.name = name;
    const auto add = [&](std::uint32_t row, std::size_t column, std::string text) {
        if (!text.empty()) sheet.cells.push_back({{row, static_cast<std::uint32_t>(column)}, std::move(text)});
    };
    add(0, 0, schema == nullptr ? "" : std::string(schema->purpose));
    for (std::size_t i = 0; i < headings.size(); ++i) add(1, i, headings[i]);
    if (schema != nullptr)
        for (std::size_t i = 0; i < schema->columns.size(); ++i) add(2, i, std::string(schema->columns[i].example));
    std::uint32_t at = 3;
    for (const write::PlanRow& row : rows) {
        for (std::size_t i = 0; i < headings.size(); ++i)
            if (const auto cell = row.find(headings[i]); cell != row.end()) add(at, i, cell->second);
        ++at;
    }
    return sheet;
}

std::string in_cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

}  // namespace

write::PlanRows parse_plan_text(std::string_view text) {
    return Parser{}.parse(text);
}

void write_plan(std::string_view text, const std::filesystem::path& path) {
    write::write_plan_workbook(parse_plan_text(text), path);
}

workbook::Workbook to_plan_workbook(std::string_view text) {
    workbook::Workbook book;
    for (const auto& [name, rows] : parse_plan_text(text)) book.sheets.push_back(sheet_of(name, rows));
    return book;
}

std::string plan_columns_markdown() {
    std::string out;
    for (const plan::SheetSchema& sheet : plan::schema()) {
        out += fmt::format("\n### {}\n\n{}\n\n| column | needed | what it holds |\n|---|---|---|\n", sheet.name,
                           sheet.purpose);
        for (const plan::ColumnSchema& column : sheet.columns) {
            out += fmt::format("| {} | {} | {}", column.heading, column.required ? "yes" : "", in_cell(column.note));
            if (!column.choices.empty()) out += fmt::format(" One of: {}.", fmt::join(column.choices, ", "));
            out += " |\n";
        }
        if (sheet.name != "Settings") continue;
        out += "\n| setting | what it is for | where it is blank |\n|---|---|---|\n";
        for (const plan::SettingSchema& setting : plan::settings_schema())
            out += fmt::format("| {} | {} | {} |\n", setting.name, setting.meaning, setting.otherwise);
    }
    return out;
}

}  // namespace panelbook::tests

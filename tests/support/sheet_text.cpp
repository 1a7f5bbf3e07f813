#include "support/sheet_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace panelbook::tests {
namespace {

using Shown = TextCell::Shown;

[[noreturn]] void refuse(std::size_t line, const std::string& why) {
    throw std::runtime_error(fmt::format("line {}: {}", line, why));
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(separator, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char next = text[++i];
        if (next == 'n')
            out += '\n';
        else if (next == 't')
            out += '\t';
        else if (next == '\\')
            out += '\\';
        else
            out += {'\\', next};
    }
    return out;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> plain_number(std::string_view text) {
    const std::string_view unsigned_text = text.substr(!text.empty() && text[0] == '-' ? 1 : 0);
    if (unsigned_text.empty() || unsigned_text[0] < '0' || unsigned_text[0] > '9') return std::nullopt;
    if (unsigned_text.size() > 1 && unsigned_text[0] == '0' && unsigned_text[1] != '.') return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<int> digits(std::string_view text) {
    if (!all_digits(text) || text.size() > 4) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Days since 1899-12-30, the number that Excel holds for a date after February 1900.
std::optional<double> day_number(std::string_view year, std::string_view month, std::string_view day) {
    const auto y = digits(year), m = digits(month), d = digits(day);
    if (year.size() != 4 || month.size() != 2 || day.size() != 2 || !y || !m || !d) return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                              std::chrono::day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return static_cast<double>((sys_days{date} - sys_days{1899y / 12 / 30}).count());
}

bool is_error_value(std::string_view text) {
    constexpr std::array<std::string_view, 7> codes{"#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"};
    return std::find(codes.begin(), codes.end(), text) != codes.end();
}

/// The value, and how it is shown, of a text that is not empty and not a formula.
void read_value(std::string_view text, TextCell& cell) {
    if (text[0] == '\'') {
        cell.value = unescaped(text.substr(1));
    } else if (text[0] == '*' && text.size() > 1) {
        cell.bold = true;
        cell.value = unescaped(text.substr(1));
    } else if (text == "TRUE" || text == "FALSE") {
        cell.value = text == "TRUE";
    } else if (is_error_value(text)) {
        cell.value = CellError{std::string(text)};
    } else if (const auto number = plain_number(text)) {
        cell.value = *number;
    } else if (text.back() == '%' && plain_number(text.substr(0, text.size() - 1))) {
        const std::string_view figure = text.substr(0, text.size() - 1);
        const std::size_t point = figure.find('.');
        cell.decimals = point == std::string_view::npos ? 0 : static_cast<int>(figure.size() - point - 1);
        // Divided in decimal, so that 81.8% is the double that a person who types 0.818 gets.
        double share = 0;
        const std::string scaled = std::string(figure) + "e-2";
        std::from_chars(scaled.data(), scaled.data() + scaled.size(), share);
        cell.value = share;
        cell.shown = Shown::percent;
    } else {
        const auto dashed = parts_of(text, '-');
        const auto timed = parts_of(text, ':');
        std::optional<double> day;
        if (dashed.size() == 3) day = day_number(dashed[0], dashed[1], dashed[2]);
        if (dashed.size() == 2) day = day_number(dashed[0], dashed[1], "01");
        if (day) {
            cell.value = *day;
            cell.shown = dashed.size() == 3 ? Shown::day : Shown::month;
        } else if (timed.size() == 3 && digits(timed[0]) && digits(timed[1]) && digits(timed[2])) {
            cell.value = (*digits(timed[0]) * 3600 + *digits(timed[1]) * 60 + *digits(timed[2])) / 86400.0;
            cell.shown = Shown::time;
        } else {
            cell.value = unescaped(text);
        }
    }
}

TextCell read_cell(std::string_view text, CellRef at, std::size_t line) {
    TextCell cell;
    cell.at = at;
    if (text[0] != '=' || text.size() == 1) {
        read_value(text, cell);
        return cell;
    }
    const std::size_t bar = text.rfind('|');
    if (bar == std::string_view::npos || bar + 1 == text.size())
        refuse(line, fmt::format("the formula {} has no result; write it after a bar: =A1+B1|3", text));
    cell.formula = text.substr(1, bar - 1);
    read_value(text.substr(bar + 1), cell);
    return cell;
}

CellRange read_range(std::string_view text, std::size_t line) {
    const std::size_t colon = text.find(':');
    const auto first = parse_a1(text.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_a1(text.substr(colon + 1));
    if (!first || !last) refuse(line, fmt::format("'{}' is not a range such as A1:D1", text));
    return {*first, *last};
}

class Parser {
public:
    TextWorkbook parse(std::string_view text) {
        if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
        for (std::string_view line : parts_of(text, '\n')) {
            ++m_line;
            if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
            if (!line.empty() && line[0] == '@')
                read_instruction(line.substr(1));
            else
                read_row(line);
        }
        sheet();
        return std::move(m_book);
    }

private:
    TextSheet& sheet() {
        if (m_book.sheets.empty()) m_book.sheets.emplace_back().name = "Sheet1";
        return m_book.sheets.back();
    }

    void read_row(std::string_view line) {
        CellRef at{m_row++, 0};
        for (const std::string_view text : parts_of(line, '\t')) {
            if (!text.empty()) sheet().cells.push_back(read_cell(text, at, m_line));
            ++at.column;
        }
    }

    void read_instruction(std::string_view instruction) {
        const std::size_t blank = std::min(instruction.find(' '), instruction.size());
        const std::string_view word = instruction.substr(0, blank);
        const std::string_view rest = blank < instruction.size() ? instruction.substr(blank + 1) : std::string_view{};
        if (word == "#") return;
        if (word == "1904")
            m_book.epoch_1904 = true;
        else if (word == "inline")
            m_book.inline_strings = true;
        else if (word == "sheet")
            begin_sheet(rest);
        else if (word == "merge")
            sheet().merged.push_back(read_range(rest, m_line));
        else if (word == "numbers")
            sheet().number_format = rest;
        else if (word == "width")
            read_widths(rest);
        else if (word == "style")
            read_style(rest);
        else if (word == "hide")
            read_hidden(rest);
        else
            refuse(m_line, fmt::format("@{} is not an instruction", word));
    }

    void begin_sheet(std::string_view rest) {
        constexpr std::string_view hidden = " hidden";
        TextSheet next;
        next.hidden = rest.ends_with(hidden);
        if (next.hidden) rest.remove_suffix(hidden.size());
        if (rest.empty()) refuse(m_line, "@sheet needs a name");
        next.name = rest;
        m_book.sheets.push_back(std::move(next));
        m_row = 0;
    }

    void read_widths(std::string_view rest) {
        for (const std::string_view width : parts_of(rest, ' ')) {
            const auto number = plain_number(width);
            if (!number) refuse(m_line, fmt::format("'{}' is not a width", width));
            sheet().widths.push_back(*number);
        }
    }

    void read_style(std::string_view rest) {
        constexpr std::array<std::string_view, 4> words{"title", "heading", "total", "note"};
        const std::size_t blank = rest.find(' ');
        const auto word = std::find(words.begin(), words.end(), rest.substr(0, blank));
        if (blank == std::string_view::npos || word == words.end())
            refuse(m_line, "@style needs title, heading, total or note, and a range");
        sheet().styles.push_back(
            {static_cast<TextStyle::Kind>(word - words.begin()), read_range(rest.substr(blank + 1), m_line)});
    }

    void read_hidden(std::string_view rest) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        const std::string_view place = blank < rest.size() ? rest.substr(blank + 1) : std::string_view{};
        if (const auto row = digits(place); row && *row > 0 && rest.substr(0, blank) == "row")
            sheet().hidden_rows.push_back(static_cast<std::uint32_t>(*row - 1));
        else if (const auto column = parse_column(place); column && rest.substr(0, blank) == "column")
            sheet().hidden_columns.push_back(*column);
        else
            refuse(m_line, "@hide needs 'row 5' or 'column C'");
    }

    TextWorkbook m_book;
    std::size_t m_line = 0;
    std::uint32_t m_row = 0;
};

DateTime date_of(double days) {
    const double whole = std::floor(days);
    return {Date(1899, 12, 30) + boost::gregorian::days(static_cast<long>(whole)), days - whole};
}

CellValue value_of(const TextCell& cell) {
    if (const auto* number = std::get_if<double>(&cell.value)) {
        if (cell.shown == Shown::day || cell.shown == Shown::month) return date_of(*number);
        if (cell.shown == Shown::time) return Elapsed{*number};
        return *number;
    }
    if (const auto* flag = std::get_if<bool>(&cell.value)) return *flag;
    if (const auto* error = std::get_if<CellError>(&cell.value)) return *error;
    return std::get<std::string>(cell.value);
}

std::string shown_text(const TextCell& cell) {
    if (const auto* number = std::get_if<double>(&cell.value)) {
        using namespace std::chrono;
        const year_month_day date{sys_days{1899y / 12 / 30} + days{static_cast<int>(std::floor(*number))}};
        const auto seconds_of_day = std::lround(*number * 86400.0);
        switch (cell.shown) {
            case Shown::percent:
                return fmt::format("{:.{}f}%", *number * 100.0, cell.decimals);
            case Shown::day:
            case Shown::month:
                return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()),
                                   static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
            case Shown::time:
                return fmt::format("{:02}:{:02}:{:02}", seconds_of_day / 3600, seconds_of_day / 60 % 60,
                                   seconds_of_day % 60);
            case Shown::general:
                return fmt::format("{}", *number);
        }
    }
    if (const auto* flag = std::get_if<bool>(&cell.value)) return *flag ? "TRUE" : "FALSE";
    if (const auto* error = std::get_if<CellError>(&cell.value)) return error->code;
    return std::get<std::string>(cell.value);
}

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string out = "\"";
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace

TextWorkbook parse_sheets(std::string_view text) {
    return Parser{}.parse(text);
}

void write_csv(std::string_view text, const std::filesystem::path& path) {
    const TextWorkbook book = parse_sheets(text);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    CellRef at;
    for (const TextCell& cell : book.sheets.front().cells) {
        for (; at.row < cell.at.row; ++at.row, at.column = 0) out << "\r\n";
        for (; at.column < cell.at.column; ++at.column) out << ',';
        out << quoted(shown_text(cell));
    }
    out << "\r\n";
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

workbook::Workbook to_workbook(std::string_view text) {
    workbook::Workbook book;
    for (const TextSheet& from : parse_sheets(text).sheets) {
        workbook::Sheet& sheet = book.sheets.emplace_back();
        sheet.name = from.name;
        if (from.hidden) sheet.visibility = workbook::Visibility::hidden;
        for (const TextCell& cell : from.cells)
            sheet.cells.push_back({cell.at, value_of(cell), !cell.formula.empty(), cell.shown == Shown::percent});
        sheet.merged = from.merged;
        for (const std::uint32_t row : from.hidden_rows) sheet.hidden_rows.insert(row, row);
        for (const std::uint32_t column : from.hidden_columns) sheet.hidden_columns.insert(column, column);
    }
    return book;
}

}  // namespace panelbook::tests

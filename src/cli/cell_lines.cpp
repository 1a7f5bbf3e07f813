#include "panelbook/cli/cell_lines.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <ostream>

#include "panelbook/cli/visible_text.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/finding.hpp"

namespace panelbook::cli {

namespace {

constexpr std::size_t write_bytes = 64 * 1024;

template <class Number>
void append_digits(std::string& line, Number number) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    line.append(digits.data(), end);
}

void append_number(std::string& line, double number) {
    constexpr double largest_whole = 9'007'199'254'740'992.0;
    const double size = std::abs(number);
    if (size < largest_whole && number == std::trunc(number) && !(number == 0.0 && std::signbit(number))) {
        append_digits(line, static_cast<std::int64_t>(number));
        return;
    }
    // Nobody types 3e-02, and beyond these sizes nobody types the digits either.
    const bool plain = size == 0.0 || (size >= 1e-7 && size < 1e16);
    std::array<char, 64> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   plain ? std::chars_format::fixed : std::chars_format::general)
                         .ptr;
    line.append(digits.data(), end);
}

void append_padded(std::string& line, std::int64_t number, std::size_t width) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const auto size = static_cast<std::size_t>(end - digits.data());
    if (size < width) line.append(width - size, '0');
    line.append(digits.data(), size);
}

constexpr double milliseconds_a_day = 86'400'000.0;

/// Hours, minutes, seconds, and thousandths where there are any.
void append_clock(std::string& line, std::int64_t milliseconds) {
    append_padded(line, milliseconds / 3'600'000, 2);
    line += ':';
    append_padded(line, milliseconds / 60'000 % 60, 2);
    line += ':';
    append_padded(line, milliseconds / 1000 % 60, 2);
    if (milliseconds % 1000 == 0) return;
    line += '.';
    append_padded(line, milliseconds % 1000, 3);
}

void append_date(std::string& line, const DateTime& moment) {
    const auto milliseconds = static_cast<std::int64_t>(std::llround(moment.day_fraction * milliseconds_a_day));
    const bool next_day = milliseconds >= static_cast<std::int64_t>(milliseconds_a_day);
    line += to_iso(next_day ? moment.date + boost::gregorian::days(1) : moment.date);
    if (next_day || milliseconds == 0) return;
    line += ' ';
    append_clock(line, milliseconds);
}

void append_elapsed(std::string& line, const Elapsed& span) {
    // A span of more days than an integer holds has no clock to be shown on.
    constexpr double longest_days = 1e9;
    if (std::abs(span.days) > longest_days) {
        append_number(line, span.days);
        line += " days";
        return;
    }
    const auto milliseconds = static_cast<std::int64_t>(std::llround(std::abs(span.days) * milliseconds_a_day));
    if (span.days < 0.0 && milliseconds > 0) line += '-';
    append_clock(line, milliseconds);
}

/// The sheet as Excel's Name Box takes it, with the mark before a cell: 'April data'!
std::string reference(std::string_view sheet) {
    const std::string place = Place{{}, std::string(sheet), CellRef{}}.text();
    constexpr std::string_view no_file = ": ";
    constexpr std::string_view first_cell = "A1";
    return place.substr(no_file.size(), place.size() - no_file.size() - first_cell.size());
}

std::string beginning_of_lines(std::string_view sheet, LineFormat format) {
    std::string beginning;
    switch (format) {
        case LineFormat::text:
            append_visible(beginning, reference(sheet));
            break;
        case LineFormat::csv:
            append_csv(beginning, sheet);
            beginning += ',';
            break;
        case LineFormat::json:
            beginning = "{\"sheet\":";
            append_json(beginning, sheet);
            beginning += ",\"cell\":\"";
            break;
    }
    return beginning;
}

/// Appends a value in one format.
struct ValueWriter {
    std::string& line;
    LineFormat format;

    void operator()(double number) const { append_number(line, number); }
    void operator()(bool truth) const {
        if (format == LineFormat::json)
            line += truth ? "true" : "false";
        else
            line += truth ? "TRUE" : "FALSE";
    }
    void operator()(std::string_view text) const {
        if (format == LineFormat::text)
            append_visible(line, text);
        else if (format == LineFormat::csv)
            append_csv(line, text);
        else
            append_json(line, text);
    }
    void operator()(const workbook::ErrorCodeView& error) const { (*this)(error.code); }
    void operator()(const DateTime& moment) const {
        quote();
        append_date(line, moment);
        quote();
    }
    void operator()(const Elapsed& span) const {
        quote();
        append_elapsed(line, span);
        quote();
    }
    void quote() const {
        if (format == LineFormat::json) line += '"';
    }
};

}  // namespace

CellLines::CellLines(std::ostream& out, LineFormat format, std::optional<std::size_t> only)
    : m_out(out), m_format(format), m_only(only) {
    if (format == LineFormat::csv) m_lines = "sheet,cell,type,value,formula,percent\r\n";
}

void CellLines::begin_sheet(std::string_view name, workbook::Visibility) {
    m_writing = !m_only || *m_only == m_sheets;
    ++m_sheets;
    m_sheet = beginning_of_lines(name, m_format);
}

void CellLines::cell(const workbook::CellView& cell) {
    if (!m_writing) return;
    const std::string_view type = value_type_names[cell.value.index()];
    m_lines += m_sheet;
    append_address(cell.at);
    switch (m_format) {
        case LineFormat::text:
            m_lines += '\t';
            m_lines += type;
            m_lines += '\t';
            append_value(cell.value);
            m_lines += '\n';
            break;
        case LineFormat::csv:
            m_lines += ',';
            m_lines += type;
            m_lines += ',';
            append_value(cell.value);
            m_lines += cell.formula ? ",yes," : ",,";
            m_lines += cell.percent_format ? "yes\r\n" : "\r\n";
            break;
        case LineFormat::json:
            m_lines += "\",\"type\":\"";
            m_lines += type;
            m_lines += "\",\"value\":";
            append_value(cell.value);
            if (cell.formula) m_lines += ",\"formula\":true";
            if (cell.percent_format) m_lines += ",\"percent\":true";
            m_lines += "}\n";
            break;
    }
    if (m_lines.size() >= write_bytes) finish();
}

void CellLines::append_address(CellRef at) {
    std::array<char, 3> letters;
    std::size_t first = letters.size();
    for (std::uint32_t rest = at.column + 1; rest > 0; rest = (rest - 1) / 26)
        letters[--first] = static_cast<char>('A' + (rest - 1) % 26);
    m_lines.append(letters.data() + first, letters.size() - first);
    append_digits(m_lines, at.row + 1);
}

void CellLines::append_value(const workbook::CellValueView& value) {
    std::visit(ValueWriter{m_lines, m_format}, value);
}

void CellLines::finish() {
    errno = 0;
    m_out.write(m_lines.data(), static_cast<std::streamsize>(m_lines.size()));
    m_out.flush();
    m_lines.clear();
    if (m_out) return;
    if (errno == EPIPE) throw OutputClosed();
    throw WriteError("The cells cannot be written: the disk may be full.");
}

}  // namespace panelbook::cli

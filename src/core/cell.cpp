#include "panelbook/core/cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace panelbook {

namespace {

constexpr std::uint32_t max_rows = 1'048'576;
constexpr std::uint32_t max_columns = 16'384;

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string time_of_day(double day_fraction) {
    const long seconds = std::lround(day_fraction * 86'400.0);
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters;
}

std::string to_a1(CellRef at) {
    return column_letters(at.column) + std::to_string(at.row + 1);
}

std::optional<std::uint32_t> parse_column(std::string_view text) {
    if (text.empty() || text.size() > 3) return std::nullopt;
    std::uint32_t column = 0;
    for (const char c : text) {
        if (!is_letter(c)) return std::nullopt;
        column = column * 26 + static_cast<std::uint32_t>((c & ~0x20) - 'A' + 1);
    }
    if (column > max_columns) return std::nullopt;
    return column - 1;
}

std::optional<CellRef> parse_a1(std::string_view text) {
    if (text.starts_with('$')) text.remove_prefix(1);
    const auto letters_end =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
    const auto column = parse_column(text.substr(0, letters_end));
    std::string_view digits = text.substr(letters_end);
    if (digits.starts_with('$')) digits.remove_prefix(1);
    std::uint32_t row = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), row);
    if (!column || error != std::errc{} || end != digits.data() + digits.size() || row == 0 || row > max_rows) {
        return std::nullopt;
    }
    return CellRef{row - 1, *column};
}

std::string to_text(const CellValue& value) {
    struct Writer {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(double number) const {
            // Nobody types 3e+06; beyond these sizes nobody types the digits either.
            const double size = std::abs(number);
            const bool plain = size == 0.0 || (size >= 1e-7 && size < 1e16);
            std::array<char, 64> buffer{};
            const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                              plain ? std::chars_format::fixed : std::chars_format::general);
            return {buffer.data(), result.ptr};
        }
        std::string operator()(bool truth) const { return truth ? "TRUE" : "FALSE"; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const DateTime& moment) const {
            return moment.day_fraction == 0.0 ? to_iso(moment.date)
                                              : to_iso(moment.date) + " " + time_of_day(moment.day_fraction);
        }
        std::string operator()(const Elapsed& span) const {
            return span.days < 0.0 ? "-" + time_of_day(-span.days) : time_of_day(span.days);
        }
        std::string operator()(const CellError& error) const { return error.code; }
    };
    return std::visit(Writer{}, value);
}

std::string_view type_name(const CellValue& value) {
    constexpr std::array<std::string_view, 7> names = {"empty", "number", "boolean", "text", "date", "time", "error"};
    static_assert(names.size() == std::variant_size_v<CellValue>);
    return names[value.index()];
}

}  // namespace panelbook

#include "panelbook/workbook/plain_cell.hpp"

#include <array>
#include <cstring>

namespace panelbook::workbook {

namespace {

constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::uint32_t most_columns = 16'384;

constexpr std::array<bool, 256> of_numbers = [] {
    std::array<bool, 256> table{};
    for (const char letter : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', '+', 'e', 'E'})
        table[static_cast<unsigned char>(letter)] = true;
    return table;
}();

/// Reads on over bytes that are there: what is read of one cell is bounded, and so is within `plain_cell_room`.
class Cursor {
public:
    explicit Cursor(const char* at) : m_at(at) {}

    template <std::size_t size>
    bool take(const char (&text)[size]) {
        if (std::memcmp(m_at, text, size - 1) != 0) return false;
        m_at += size - 1;
        return true;
    }

    /// A number of at most `most_digits` digits, without a zero in front of others; nothing if there is none.
    std::optional<std::uint32_t> whole(int most_digits) {
        std::uint32_t number = 0;
        int digits = 0;
        for (; *m_at >= '0' && *m_at <= '9'; ++m_at) {
            if (digits == most_digits || (digits > 0 && number == 0)) return std::nullopt;
            number = number * 10 + static_cast<std::uint32_t>(*m_at - '0');
            ++digits;
        }
        return digits == 0 ? std::nullopt : std::optional(number);
    }

    std::optional<CellRef> address() {
        std::uint32_t column = 0;
        for (int letters = 0; *m_at >= 'A' && *m_at <= 'Z'; ++m_at, ++letters) {
            if (letters == 3) return std::nullopt;
            column = column * 26 + static_cast<std::uint32_t>(*m_at - 'A' + 1);
        }
        const std::optional<std::uint32_t> row = whole(7);
        if (column == 0 || column > most_columns || !row || *row == 0 || *row > most_rows) return std::nullopt;
        return CellRef{*row - 1, column - 1};
    }

    std::optional<std::string_view> number_text() {
        constexpr std::ptrdiff_t longest = 32;
        const char* const begin = m_at;
        while (of_numbers[static_cast<unsigned char>(*m_at)]) {
            if (m_at - begin == longest) return std::nullopt;
            ++m_at;
        }
        if (m_at == begin) return std::nullopt;
        return std::string_view(begin, static_cast<std::size_t>(m_at - begin));
    }

    char next() { return *m_at++; }
    const char* at() const { return m_at; }

private:
    const char* m_at;
};

}  // namespace

bool parse_plain_cell(std::string_view ahead, PlainCell& cell) {
    Cursor cursor(ahead.data());
    const auto done = [&] {
        cell.size = static_cast<std::size_t>(cursor.at() - ahead.data());
        return true;
    };
    cell = {};
    if (!cursor.take("<c")) return false;
    if (cursor.take(" r=\"")) {
        cell.at = cursor.address();
        if (!cell.at || cursor.next() != '"') return false;
    }
    if (cursor.take(" s=\"")) {
        cell.style = cursor.whole(6);
        if (!cell.style || cursor.next() != '"') return false;
    }
    if (cursor.take(" t=\"")) {
        cell.type = cursor.next();
        if ((cell.type != 's' && cell.type != 'n' && cell.type != 'b') || cursor.next() != '"') return false;
    }
    if (cursor.take("/>") || cursor.take("></c>")) return done();
    if (!cursor.take("><v>")) return false;
    const std::optional<std::string_view> value = cursor.number_text();
    if (!value || !cursor.take("</v></c>")) return false;
    cell.value = *value;
    return done();
}

}  // namespace panelbook::workbook

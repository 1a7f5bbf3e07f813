#include "panelbook/workbook/xls_sheet.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "panelbook/workbook/cell_fault_rules.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/rich_text.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint32_t most_columns = 256;

struct ErrorCode {
    unsigned number;
    std::string_view code;
};

/// [MS-XLS] 2.5.10
constexpr std::array error_codes{
    ErrorCode{0x00, "#NULL!"}, ErrorCode{0x07, "#DIV/0!"}, ErrorCode{0x0F, "#VALUE!"}, ErrorCode{0x17, "#REF!"},
    ErrorCode{0x1D, "#NAME?"}, ErrorCode{0x24, "#NUM!"},   ErrorCode{0x2A, "#N/A"},    ErrorCode{0x2B, "#GETTING_DATA"},
};

/// A number packed into 30 bits: a whole one, or the upper bits of a double, and either of them in hundredths.
double unpacked(std::uint32_t rk) {
    constexpr std::uint32_t in_hundredths = 1;
    constexpr std::uint32_t is_whole = 2;
    const double number = (rk & is_whole) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                               : std::bit_cast<double>(std::uint64_t{rk & 0xFFFFFFFC} << 32);
    return (rk & in_hundredths) != 0 ? number / 100.0 : number;
}

class SheetReader {
public:
    SheetReader(BiffRecords& records, const XlsGlobals& globals, ReadCount& count, CellSink& sink, CellFaults& faults)
        : m_records(records), m_globals(globals), m_count(count), m_sink(sink), m_faults(faults) {}

    void read() {
        const std::optional<BiffRecord> first = m_records.next();
        if (!first || first->type != BiffType::beginning_of_stream) throw damaged("A sheet is not where it should be.");
        unsigned depth = 1;
        while (depth > 0) {
            const std::optional<BiffRecord> record = m_records.next();
            if (!record) throw damaged("A sheet of it stops short.");
            if (record->type == BiffType::beginning_of_stream) ++depth;
            if (record->type == BiffType::end_of_stream) --depth;
            if (depth == 1) take(*record);
        }
    }

    /// The cell last begun; nothing before the first.
    std::optional<CellRef> place() const { return m_any ? std::optional(m_at) : std::nullopt; }

private:
    void take(const BiffRecord& record) {
        const LittleEndian& body = record.body;
        switch (record.type) {
            case BiffType::number:
                begin_cell(body);
                take_number(body.f64(6));
                break;
            case BiffType::rk:
                begin_cell(body);
                take_number(unpacked(body.u32(6)));
                break;
            case BiffType::multiple_rk:
                take_numbers(body);
                break;
            case BiffType::label_shared:
                begin_cell(body);
                take_shared_text(body.u32(6));
                break;
            case BiffType::label:
            case BiffType::rich_string:
                begin_cell(body);
                take_text(record, 6);
                break;
            case BiffType::boolean_or_error:
                begin_cell(body);
                take_boolean_or_error(body.u8(6), body.u8(7) != 0);
                break;
            case BiffType::formula:
                begin_cell(body);
                m_formula = true;
                take_result(body);
                break;
            case BiffType::merged_cells:
                take_merged(body);
                break;
            case BiffType::row:
                take_row(body);
                break;
            case BiffType::column_info:
                take_columns(body);
                break;
            default:
                break;
        }
    }

    void begin_cell(const LittleEndian& body) { begin_cell({body.u16(0), body.u16(2)}, body.u16(4)); }

    void begin_cell(CellRef at, std::uint32_t style) {
        m_any = true;
        m_at = at;
        if (at.column >= most_columns) throw damaged("A cell has an address that no cell can have.");
        m_style = style;
        m_formula = false;
    }

    void put(const CellValueView& value, bool percent = false) {
        m_count.add_cell();
        if (const auto* text = std::get_if<std::string_view>(&value)) m_count.add_text(*text);
        m_sink.cell({m_at, value, m_formula, percent});
    }

    void put_unreadable(std::string_view found) {
        m_faults.add(cell_not_readable, m_at, found);
        put(ErrorCodeView{"#VALUE!"});
    }

    void take_number(double number) {
        if (!std::isfinite(number)) return put_unreadable("");
        const Shown shown = shown_by_style();
        const CellValueView value = value_of_number(number, shown, m_globals.dates);
        put(value, std::holds_alternative<double>(value) && shown == Shown::percent);
    }

    /// Cells side by side: row, first column, a style and a packed number each, last column.
    void take_numbers(const LittleEndian& body) {
        constexpr std::uint64_t each = 6;
        for (std::uint64_t at = 4; at + each + 2 <= body.size(); at += each) {
            const auto place = static_cast<std::uint32_t>((at - 4) / each);
            begin_cell({body.u16(0), body.u16(2) + place}, body.u16(at));
            take_number(unpacked(body.u32(at + 2)));
        }
    }

    void take_text(std::string_view text) {
        if (text.empty()) return;
        check_cell_text(text, m_count.limits());
        put(text);
    }

    void take_text(const BiffRecord& record, std::size_t at) {
        std::vector<std::string_view> pieces = m_records.with_continued(record);
        pieces.front() = LittleEndian(pieces.front()).from(at);
        BiffText text(std::move(pieces));
        take_text(m_globals.text(text, LengthBytes::two));
    }

    void take_shared_text(std::uint32_t index) {
        if (index >= m_globals.texts.size()) return put_unreadable(std::to_string(index));
        take_text(m_globals.texts[index]);
    }

    void take_boolean_or_error(unsigned number, bool is_error) {
        if (!is_error) return put(number != 0);
        const auto* const known = std::find_if(error_codes.begin(), error_codes.end(),
                                               [number](const ErrorCode& error) { return error.number == number; });
        if (known == error_codes.end()) return put_unreadable(std::to_string(number));
        put(ErrorCodeView{known->code});
    }

    /// The result of a formula: a number, or one that is none and says by its first byte what the result is instead.
    void take_result(const LittleEndian& body) {
        constexpr std::uint64_t result = 6;
        constexpr unsigned no_number = 0xFFFF;
        if (body.u16(result + 6) != no_number) return take_number(body.f64(result));
        switch (body.u8(result)) {
            case 0:
                return take_result_text();
            case 1:
                return take_boolean_or_error(body.u8(result + 2), false);
            case 2:
                return take_boolean_or_error(body.u8(result + 2), true);
            case 3:
                return;  // an empty text
            default:
                put_unreadable("");
        }
    }

    /// A text follows in a record of its own, behind what says how several cells share a formula.
    void take_result_text() {
        while (true) {
            const std::optional<BiffType> next = m_records.next_type();
            if (next == BiffType::string) return take_text(*m_records.next(), 0);
            if (next != BiffType::shared_formula && next != BiffType::array && next != BiffType::table) break;
            m_records.with_continued(*m_records.next());
        }
        m_faults.add(formula_not_calculated, m_at, "");
    }

    Shown shown_by_style() {
        if (m_style < m_globals.styles.size()) return m_globals.styles[m_style];
        if (!m_globals.styles.empty()) m_faults.add(style_missing, m_at, "");
        return Shown::number;
    }

    void take_merged(const LittleEndian& body) {
        constexpr std::uint64_t each = 8;
        const std::uint64_t end = 2 + body.u16(0) * each;
        for (std::uint64_t at = 2; at < end; at += each) {
            const CellRange range{{body.u16(at), body.u16(at + 4)}, {body.u16(at + 2), body.u16(at + 6)}};
            if (range.first.row > range.last.row || range.first.column > range.last.column) {
                m_faults.add(merge_not_readable, range.first, "");
                continue;
            }
            m_count.add_merged();
            m_sink.merged(range);
        }
    }

    void take_row(const LittleEndian& body) {
        constexpr unsigned hidden = 0x20;
        if ((body.u16(12) & hidden) != 0) m_sink.hidden_rows(body.u16(0), body.u16(0));
    }

    void take_columns(const LittleEndian& body) {
        constexpr unsigned hidden = 0x01;
        const std::uint32_t first = body.u16(0);
        const std::uint32_t last = std::min<std::uint32_t>(body.u16(2), most_columns - 1);
        if ((body.u16(8) & hidden) != 0 && first <= last) m_sink.hidden_columns(first, last);
    }

    BiffRecords& m_records;
    const XlsGlobals& m_globals;
    ReadCount& m_count;
    CellSink& m_sink;
    CellFaults& m_faults;
    bool m_any = false;
    CellRef m_at;
    std::uint32_t m_style = 0;
    bool m_formula = false;
};

}  // namespace

void read_xls_sheet(BiffRecords& records, const XlsGlobals& globals, ReadCount& count, CellSink& sink,
                    CellFaults& faults) {
    SheetReader reader(records, globals, count, sink, faults);
    try {
        reader.read();
    } catch (Refused& refused) {
        if (const std::optional<CellRef> place = reader.place()) refused.set_cell(*place);
        throw;
    }
}

}  // namespace panelbook::workbook

#include "panelbook/workbook/xls_globals.hpp"

#include <map>
#include <optional>
#include <utility>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

namespace {

constexpr unsigned version_8 = 0x0600;
constexpr unsigned version_5 = 0x0500;

BiffVersion version_of(const std::optional<BiffRecord>& first) {
    if (!first || first->type != BiffType::beginning_of_stream) throw damaged("Its beginning is wrong.");
    switch (first->body.u16(0)) {
        case version_8:
            return BiffVersion::biff_8;
        case version_5:
            return BiffVersion::biff_5;
        default:
            throw not_read("The file is of a version of Excel that is not read.",
                           "Open it in Excel and save it as .xlsx.");
    }
}

/// Formats by their number, and the number of each style's format.
struct Formats {
    std::map<std::uint32_t, Shown> own;
    std::vector<std::uint32_t> of_styles;

    std::vector<Shown> shown() const {
        std::vector<Shown> all;
        all.reserve(of_styles.size());
        for (const std::uint32_t number : of_styles) {
            const auto found = own.find(number);
            all.push_back(found == own.end() ? shown_by_builtin(number) : found->second);
        }
        return all;
    }
};

XlsSheetEntry sheet_entry(const BiffRecord& record, const XlsGlobals& globals) {
    constexpr unsigned visibility_bits = 0x03;
    constexpr unsigned kind_worksheet = 0;
    XlsSheetEntry entry;
    entry.at = record.body.u32(0);
    const unsigned visibility = record.body.u8(4) & visibility_bits;
    if (visibility == 1) entry.visibility = Visibility::hidden;
    if (visibility == 2) entry.visibility = Visibility::very_hidden;
    entry.is_worksheet = record.body.u8(5) == kind_worksheet;
    BiffText name({record.body.from(6)});
    entry.name = globals.text(name, LengthBytes::one);
    return entry;
}

void take_sheet(const BiffRecord& record, XlsGlobals& globals, const Limits& limits) {
    constexpr unsigned kind_macros = 1;
    if (globals.sheets.size() == limits.sheets) throw limit_hit("of " + grouped(limits.sheets) + " sheets (sheets)");
    globals.sheets.push_back(sheet_entry(record, globals));
    if (record.body.u8(5) == kind_macros) globals.has_macro_sheet = true;
}

void take_format(const BiffRecord& record, const XlsGlobals& globals, Formats& formats) {
    BiffText code({record.body.from(2)});
    const LengthBytes length = globals.version == BiffVersion::biff_8 ? LengthBytes::two : LengthBytes::one;
    formats.own[record.body.u16(0)] = shown_by_format(globals.text(code, length));
}

/// Whether a record of a book that is referred to names another workbook, not this one, an add-in or nothing.
bool is_link(const BiffRecord& record) {
    constexpr unsigned this_workbook = 0x0401;
    constexpr unsigned add_in = 0x3A01;
    const unsigned name_units = record.body.u16(2);
    return name_units > 1 && name_units != this_workbook && name_units != add_in;
}

}  // namespace

XlsGlobals read_xls_globals(BiffRecords& records, const Limits& limits) {
    XlsGlobals globals;
    globals.version = version_of(records.next());
    Formats formats;
    for (std::optional<BiffRecord> record = records.next(); record; record = records.next()) {
        switch (record->type) {
            case BiffType::end_of_stream:
                globals.styles = formats.shown();
                return globals;
            case BiffType::file_pass:
                throw password_protected();
            case BiffType::code_page:
                // Since 1997 it says nothing: texts are Unicode.
                if (globals.version == BiffVersion::biff_5) globals.page = CodePage(record->body.u16(0));
                break;
            case BiffType::date_1904:
                if (record->body.u16(0) == 1) globals.dates = DateSystem::from_1904;
                break;
            case BiffType::bound_sheet:
                take_sheet(*record, globals, limits);
                break;
            case BiffType::shared_strings:
                globals.texts = read_biff_shared_strings(records.with_continued(*record), limits);
                break;
            case BiffType::format:
                take_format(*record, globals, formats);
                break;
            case BiffType::extended_format:
                formats.of_styles.push_back(record->body.u16(2));
                break;
            case BiffType::supporting_book:
                globals.has_links = globals.has_links || is_link(*record);
                break;
            default:
                break;
        }
    }
    throw damaged("It stops short.");
}

}  // namespace panelbook::workbook

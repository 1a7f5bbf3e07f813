#include "support/fuzz_targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "panelbook/cli/visible_text.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/workbook/cell_text.hpp"
#include "panelbook/workbook/number_format.hpp"
#include "panelbook/workbook/number_text.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/serial_date.hpp"
#include "panelbook/workbook/shared_strings.hpp"
#include "panelbook/workbook/sheet_part.hpp"
#include "panelbook/workbook/styles.hpp"
#include "panelbook/workbook/text_encoding.hpp"
#include "panelbook/workbook/workbook_builder.hpp"
#include "panelbook/workbook/xml_scanner.hpp"

#include "support/fuzz_seeds.hpp"
#include "support/pieces.hpp"
#include "support/workbook_invariants.hpp"

namespace panelbook::tests {

namespace {

using namespace panelbook::workbook;

/// Low enough that a reading which costs what it may is still quick.
Limits small_limits() {
    Limits limits;
    limits.file_bytes = 1 << 20;
    limits.inflated_bytes = 4 << 20;
    limits.part_bytes = 2 << 20;
    limits.markup_bytes = 4096;
    limits.cells = 10'000;
    limits.cell_characters = 1000;
    limits.text_bytes = 1 << 20;
    limits.merged_ranges = 100;
    limits.names = 100;
    limits.relationships = 100;
    limits.formats = 100;
    return limits;
}

void demand(bool holds, const std::string& what) {
    if (!holds) throw std::logic_error(what);
}

/// What an action comes to, as a text; the rule of the refusal if it refuses.
template <class Action>
std::string outcome_of(Action action) {
    try {
        return action();
    } catch (const Refused& refused) {
        return "refused: " + refused.finding("f").rule;
    }
}

void read_file(std::string_view input, const std::string& name) {
    const Limits limits = small_limits();
    const std::string broken = broken_invariant(read_workbook_bytes(file_of_input(input), name, limits), limits);
    demand(broken.empty(), broken);
}

void read_package(std::string_view input) {
    const Limits limits = small_limits();
    outcome_of([&] {
        Package package(input, limits);
        for (const ZipEntry& entry : package.directory().entries()) {
            PartStream part = package.open(entry.name);
            std::uint64_t bytes = 0;
            for (std::string_view piece = part.next(); !piece.empty(); piece = part.next()) bytes += piece.size();
            demand(bytes == entry.bytes, "a part is longer or shorter than its entry says");
        }
        package.check_other_parts();
        return std::string();
    });
}

/// A cell of each kind as text: what a sheet comes to.
class CellWriter : public CellSink {
public:
    void begin_sheet(std::string_view, Visibility) override {}
    void end_sheet() override {}
    void cell(const CellView& cell) override {
        const CellValue value = owned(cell.value);
        told += to_a1(cell.at) + " " + std::string(type_name(value)) + " " + to_text(value);
        if (cell.formula) told += " =";
        if (cell.percent_format) told += " %";
        told += "\n";
    }
    void merged(const CellRange& range) override { told += to_a1(range.first) + ":" + to_a1(range.last) + "\n"; }
    void hidden_rows(std::uint32_t first, std::uint32_t last) override { add_hidden("rows", first, last); }
    void hidden_columns(std::uint32_t first, std::uint32_t last) override { add_hidden("columns", first, last); }

    std::string told;

private:
    void add_hidden(const char* what, std::uint32_t first, std::uint32_t last) {
        demand(first <= last, "hidden lines are reversed");
        told += std::string(what) + " " + std::to_string(first) + " " + std::to_string(last) + "\n";
    }
};

SheetContext sheet_context() {
    SheetContext context;
    context.file = "f";
    context.texts.add("Burglary");
    context.texts.add("Violence with injury");
    context.styles = {Shown::number, Shown::date, Shown::time, Shown::percent};
    return context;
}

std::string cells_of(decltype(&read_sheet_part) reader, std::string_view xml, std::size_t piece_bytes) {
    return outcome_of([&] {
        const Limits limits = small_limits();
        Pieces pieces(xml, piece_bytes);
        CellWriter writer;
        ReadCount count(limits);
        Findings findings;
        reader(pieces, "S", sheet_context(), count, writer, findings);
        for (const Finding& finding : findings) writer.told += to_text(finding);
        return writer.told;
    });
}

std::string texts_of(decltype(&read_shared_strings) reader, std::string_view xml, std::size_t piece_bytes) {
    return outcome_of([&] {
        Pieces pieces(xml, piece_bytes);
        std::string told;
        const SharedTexts texts = reader(pieces, small_limits());
        for (std::size_t index = 0; index < texts.size(); ++index) {
            demand(valid_utf8(texts[index]), "a shared text is not UTF-8");
            told += std::string(texts[index]) + "\n";
        }
        return told;
    });
}

/// How long the pieces are that a text comes in: something of its own for each.
std::size_t piece_bytes_for(std::string_view input) {
    return 1 + (input.size() * 7 + (input.empty() ? 0 : static_cast<unsigned char>(input.back()))) % 61;
}

/// Whatever pieces a part comes in, its cells are the same.
void read_sheet(std::string_view input) {
    demand(
        cells_of(read_sheet_part, input, input.size() + 1) == cells_of(read_sheet_part, input, piece_bytes_for(input)),
        "a sheet in pieces is not the same");
}

void read_texts(std::string_view input) {
    demand(texts_of(read_shared_strings, input, input.size() + 1) ==
               texts_of(read_shared_strings, input, piece_bytes_for(input)),
           "shared texts in pieces are not the same");
}

/// Writes down every event, whatever pieces its text came in.
class EventWriter : public XmlHandler {
public:
    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        told += "\n<" + std::string(name.space) + "|" + std::string(name.local);
        for (const XmlAttribute& attribute : attributes.all())
            told += "\n " + std::string(attribute.name.space) + "|" + std::string(attribute.name.local) + "=" +
                    std::string(attribute.value);
        told += "\n";
    }
    void end_element(const XmlName& name) override { told += "\n>" + std::string(name.local) + "\n"; }
    void text(std::string_view piece) override { told += piece; }

    std::string told;
};

std::string events_of(void (*reader)(PieceSource&, XmlHandler&, const Limits&), std::string_view xml,
                      std::size_t piece_bytes) {
    return outcome_of([&] {
        Pieces pieces(xml, piece_bytes);
        EventWriter writer;
        reader(pieces, writer, small_limits());
        return writer.told;
    });
}

/// The two say the same, or both refuse, be it for another of the reasons that the input gives.
void demand_same(const std::string& scanned, const std::string& expected, const std::string& what) {
    const auto refuses = [](const std::string& outcome) { return outcome.starts_with("refused: "); };
    demand(scanned == expected || (refuses(scanned) && refuses(expected)),
           what + "\nscanner: " + scanned + "\nexpat: " + expected);
}

/// The scanner and expat tell the same events; so do the readers of sheets and of shared texts the same cells and
/// texts.
void compare_readers(std::string_view input) {
    const std::size_t piece_bytes = piece_bytes_for(input);
    const std::size_t whole = input.size() + 1;
    demand_same(events_of(scan_xml, input, piece_bytes), events_of(read_xml, input, whole), "other events");
    demand_same(cells_of(read_sheet_part, input, piece_bytes), cells_of(read_sheet_part_by_expat, input, whole),
                "other cells");
    demand_same(texts_of(read_shared_strings, input, piece_bytes), texts_of(read_shared_strings_by_expat, input, whole),
                "other shared texts");
}

void read_style_sheet(std::string_view input) {
    const Limits limits = small_limits();
    outcome_of([&] {
        const std::string bytes = zip_bytes({{"styles.xml", std::string(input)}});
        Package package(bytes, limits);
        demand(read_styles(package.open("styles.xml"), limits).size() <= limits.formats, "too many cell formats");
        return std::string();
    });
}

void check_value(const CellValueView& value) {
    if (const auto* number = std::get_if<double>(&value)) demand(std::isfinite(*number), "a number is not finite");
    if (const auto* span = std::get_if<Elapsed>(&value)) demand(std::isfinite(span->days), "a time is not finite");
    const auto* date = std::get_if<DateTime>(&value);
    if (!date) return;
    demand(!date->date.is_special(), "a date is none");
    demand(date->day_fraction >= 0.0 && date->day_fraction < 1.0, "a part of a day is none");
    demand(!to_text(owned(value)).empty(), "a date has no text");
}

void read_number(std::string_view input) {
    const std::size_t line_end = std::min(input.find('\n'), input.size());
    const std::string_view format = input.substr(0, line_end);
    const std::string_view text = input.substr(std::min(line_end + 1, input.size()));
    const Shown shown = shown_by_format(format);
    if (const auto iso = value_of_iso(text)) check_value(*iso);
    for (const std::optional<double> number : {number_from_xml(text), number_from_csv(text)}) {
        if (!number) continue;
        demand(std::isfinite(*number), "a number is not finite");
        for (const DateSystem dates : {DateSystem::from_1900, DateSystem::from_1904})
            check_value(value_of_number(*number, shown, dates));
    }
}

void read_text(std::string_view input) {
    const std::optional<Encoding> encoding = encoding_of(input);
    if (encoding) demand(valid_utf8(to_utf8(input, *encoding)), "a text that was decoded is not UTF-8");
    if (valid_utf8(input)) demand(valid_utf8(unescaped(input)), "a text whose escapes are resolved is not UTF-8");
    std::string visible;
    cli::append_visible(visible, input);
    cli::append_json(visible, input);
    demand(valid_utf8(visible), "what is to be seen is not UTF-8");
    demand(std::none_of(visible.begin(), visible.end(),
                        [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }),
           "what is to be seen holds a control character");
    for (const char* unseen : {"\xE2\x80\xAE", "\xE2\x81\xA6", "\xC2\x9B", "\xEF\xBB\xBF"})
        demand(visible.find(unseen) == std::string::npos, "what is to be seen holds what cannot be");
}

constexpr std::array targets{
    FuzzTarget{"package", "workbook.dict", read_package, package_seeds},
    FuzzTarget{"sheet", "workbook.dict", read_sheet, sheet_seeds},
    FuzzTarget{"shared_strings", "workbook.dict", read_texts, shared_strings_seeds},
    FuzzTarget{"styles", "workbook.dict", read_style_sheet, styles_seeds},
    FuzzTarget{"numbers", "numbers.dict", read_number, number_seeds},
    FuzzTarget{"text", "csv.dict", read_text, text_seeds},
    FuzzTarget{"ods", "ods.dict", [](std::string_view input) { read_file(input, "input.ods"); }, ods_seeds},
    FuzzTarget{"xls", "xls.dict", [](std::string_view input) { read_file(input, "input.xls"); }, xls_seeds},
    FuzzTarget{"csv", "csv.dict", [](std::string_view input) { read_file(input, "input.csv"); }, csv_seeds},
    FuzzTarget{"workbook", "workbook.dict", [](std::string_view input) { read_file(input, "input.xlsx"); },
               workbook_seeds},
    FuzzTarget{"readers", "workbook.dict", compare_readers, sheet_seeds},
};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() {
    return targets;
}

const FuzzTarget& fuzz_target(std::string_view name) {
    const auto found =
        std::find_if(targets.begin(), targets.end(), [name](const FuzzTarget& target) { return target.name == name; });
    if (found == targets.end()) throw std::out_of_range("no fuzz target " + std::string(name));
    return *found;
}

}  // namespace panelbook::tests

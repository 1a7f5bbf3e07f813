#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/shared_strings.hpp"
#include "panelbook/workbook/sheet_part.hpp"

#include "support/cells_text.hpp"
#include "support/pieces.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string strict_space = "http://purl.oclc.org/ooxml/spreadsheetml/main";

std::string sheet_xml(const std::string& inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"" + main_space + "\">" + inside +
           "</worksheet>";
}

/// Sheets of plain cells, and of all that is not: each must be read the same by both readers.
const std::vector<std::string> sheets{
    sheet_xml(
        "<sheetData><row r=\"1\" spans=\"1:5\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>41791</v></c>"
        "<c r=\"C1\" s=\"2\"><v>0.125</v></c><c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" s=\"3\"/></row>"
        "<row r=\"2\"><c><v>-0</v></c><c><v>1E3</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
        "<row r=\"3\"><c r=\"C3\"><v>12.5</v></c><c r=\"B3\"><v>3</v></c><c r=\"B3\"><v>4</v></c></row></sheetData>"),
    sheet_xml(
        "<sheetData>\n  <row r=\"1\">\n    <c r=\"A1\"><f>1+1</f><v>2</v></c>\n <c r=\"B1\" t=\"str\"><v>x &amp; "
        "y</v></c>\n<c r=\"C1\" t=\"inlineStr\"><is><t>Rob</t><rPh><t>z</t></rPh></is></c><c r=\"D1\" t=\"e\"><v>#N/A"
        "</v></c><c r=\"E1\" s=\"9\"><v>1</v></c><c r=\"F1\" t=\"s\"><v>77</v></c><c r=\"G1\"><v>x</v></c></row>\n"
        "</sheetData>"),
    sheet_xml("<sheetData><row><c r=\"XFD1\"><v>1</v></c><c/></row></sheetData>"),
    sheet_xml(
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><x:c xmlns:x=\"u\" r=\"B1\"><x:v>2</x:v></x:c><c xmlns=\"u\" "
        "r=\"C1\"><v>3</v></c><c r=\"D1\"><v><![CDATA[4]]></v></c><c r=\"E1\"><v>5<!-- x "
        "-->6</v></c></row></sheetData>"),
    "<s:worksheet xmlns:s=\"" + strict_space + "\" xmlns=\"" + main_space +
        "\"><s:sheetData><s:row r=\"1\"><c r=\"A1\"><v>1</v></c><s:c r=\"B1\"><s:v>2</s:v></s:c></s:row></s:sheetData>"
        "</s:worksheet>",
    "<worksheet xmlns=\"" + strict_space +
        "\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><é/><c r=\"B1\"><v>2</v></c></row></sheetData></worksheet>",
    sheet_xml(
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"7\" hidden=\"1\"><c r=\"A7\"><v>1</v>"
        "</c></row><row r=\"5\"><c r=\"A5\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/>"
        "<mergeCell ref=\"x\"/></mergeCells>"),
};

/// What a reader tells of a part, or that it is refused.
class Recorder : public CellSink {
public:
    void begin_sheet(std::string_view, Visibility) override {}
    void cell(const CellView& cell) override {
        const CellValue value = owned(cell.value);
        told += to_a1(cell.at) + " " + std::string(type_name(value)) + " " + to_text(value);
        told += std::string(cell.formula ? " =" : "") + (cell.percent_format ? " %" : "") + "\n";
    }
    void merged(const CellRange& range) override { told += to_a1(range.first) + ":" + to_a1(range.last) + "\n"; }
    void hidden_rows(std::uint32_t first, std::uint32_t last) override { hidden("rows ", first, last); }
    void hidden_columns(std::uint32_t first, std::uint32_t last) override { hidden("columns ", first, last); }
    void end_sheet() override {}

    std::string told;

private:
    void hidden(const std::string& what, std::uint32_t first, std::uint32_t last) {
        told += what + std::to_string(first) + "-" + std::to_string(last) + "\n";
    }
};

SheetContext context() {
    SheetContext context{"a.xlsx", {}, {Shown::number, Shown::date, Shown::percent, Shown::time}, {}};
    for (const char* text : {"Burglary", "Violence, £", ""}) context.texts.add(text);
    return context;
}

using SheetReader = decltype(&read_sheet_part);

std::string told_by(SheetReader read, std::string_view xml, std::size_t piece_bytes, const Limits& limits) {
    tests::Pieces pieces(xml, piece_bytes);
    Recorder recorder;
    ReadCount count(limits);
    Findings findings;
    try {
        read(pieces, "S", context(), count, recorder, findings);
    } catch (const Refused&) {
        return "refused";
    }
    return recorder.told + tests::rules_text(findings);
}

Limits low_limits() {
    Limits limits;
    limits.cells = 12;
    limits.text_bytes = 60;
    limits.xml_depth = 6;
    return limits;
}

/// A generator of its own, so that every run and every platform changes the same bytes.
class Changes {
public:
    std::uint32_t below(std::size_t bound) {
        m_state = m_state * 1664525u + 1013904223u;
        return static_cast<std::uint32_t>((m_state >> 8) % bound);
    }

private:
    std::uint32_t m_state = 19991231;
};

std::string changed(std::string xml, Changes& changes) {
    const std::vector<std::string> bits{"<c r=\"A1\"><v>1</v></c>",
                                        "<c/>",
                                        "<row>",
                                        "</row>",
                                        "<v>",
                                        "</v>",
                                        "</c>",
                                        " s=\"1\"",
                                        " t=\"s\"",
                                        " t=\"b\"",
                                        "1",
                                        "E",
                                        ".",
                                        "-",
                                        "é",
                                        " ",
                                        "\"",
                                        "<",
                                        "&",
                                        "<f>1</f>",
                                        " xmlns=\"u\"",
                                        "x:",
                                        "<!---->"};
    const std::uint32_t how_many = 1 + changes.below(2);
    for (std::uint32_t count = 0; count < how_many; ++count) {
        const std::size_t at = changes.below(xml.size());
        switch (changes.below(4)) {
            case 0:
                xml[at] = static_cast<char>(' ' + changes.below(95));
                break;
            case 1:
                xml.erase(at, 1 + changes.below(4));
                break;
            case 2:
                xml.insert(at, xml.substr(changes.below(xml.size()), 1 + changes.below(40)));
                break;
            default:
                xml.insert(at, bits[changes.below(bits.size())]);
                break;
        }
    }
    return xml;
}

std::string texts_of(decltype(&read_shared_strings) read, std::string_view xml, std::size_t piece_bytes) {
    tests::Pieces pieces(xml, piece_bytes);
    try {
        const SharedTexts texts = read(pieces, {});
        std::string all;
        for (std::size_t index = 0; index < texts.size(); ++index) all += "[" + std::string(texts[index]) + "]";
        return all;
    } catch (const Refused&) {
        return "refused";
    }
}

}  // namespace

BOOST_DATA_TEST_CASE(sheets_are_scanned_as_expat_reads_them, sheets, xml) {
    for (const std::size_t piece_bytes : {1u, 100u, 150u, 1'000'000u})
        BOOST_TEST(told_by(read_sheet_part, xml, piece_bytes, {}) == told_by(read_sheet_part_by_expat, xml, 500, {}));
}

BOOST_DATA_TEST_CASE(changed_sheets_are_scanned_as_expat_reads_them, sheets, xml) {
    Changes changes;
    std::size_t taken = 0;
    for (int time = 0; time < 2000; ++time) {
        const std::string other = changed(xml, changes);
        for (const Limits& limits : {Limits{}, low_limits()}) {
            const std::string expected = told_by(read_sheet_part_by_expat, other, 1'000'000, limits);
            taken += expected == "refused" ? 0u : 1u;
            for (const std::size_t piece_bytes : {150u, 1'000'000u})
                BOOST_TEST(told_by(read_sheet_part, other, piece_bytes, limits) == expected, other);
        }
    }
    BOOST_TEST(taken > 0u);
}

BOOST_AUTO_TEST_CASE(a_refusal_names_the_plain_cell_that_went_beyond_a_limit) {
    Limits limits;
    limits.cells = 2;
    ReadCount count(limits);
    Recorder recorder;
    Findings findings;
    const std::string xml = sheet_xml(
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row></sheetData>" + std::string(200, ' '));
    tests::Pieces pieces(xml, xml.size());
    BOOST_CHECK_EXCEPTION(read_sheet_part(pieces, "S", context(), count, recorder, findings), Refused,
                          [](const Refused& refused) { return refused.finding("a").where.text() == "a: S!C1"; });
}

BOOST_AUTO_TEST_CASE(shared_texts_are_scanned_as_expat_reads_them) {
    const std::string xml =
        "<sst xmlns=\"" + main_space +
        "\"><si><t>Burglary</t></si><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si>"
        "<si><t>x_x000D_y &amp; £<![CDATA[<]]></t><rPh sb=\"0\" eb=\"1\"><t>z</t></rPh></si><si/></sst>";
    BOOST_TEST(texts_of(read_shared_strings, xml, 1'000'000) == "[Burglary][a b][x\ry & £<][]");
    Changes changes;
    for (int time = 0; time < 2000; ++time) {
        const std::string other = time == 0 ? xml : changed(xml, changes);
        const std::string expected = texts_of(read_shared_strings_by_expat, other, 1'000'000);
        for (const std::size_t piece_bytes : {1u, 50u, 1'000'000u})
            BOOST_TEST(texts_of(read_shared_strings, other, piece_bytes) == expected, other);
    }
}

BOOST_AUTO_TEST_SUITE_END()

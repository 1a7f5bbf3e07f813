#include "support/fuzz_input.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "panelbook/workbook/read.hpp"

#include "support/ods_file.hpp"
#include "support/package.hpp"
#include "support/workbook_invariants.hpp"
#include "support/xls_file.hpp"

namespace panelbook::tests {

namespace {

constexpr std::string_view mark = "@@";

/// Low enough that a reading which costs what it may is still quick.
workbook::Limits small_limits() {
    workbook::Limits limits;
    limits.file_bytes = 1 << 20;
    limits.inflated_bytes = 4 << 20;
    limits.part_bytes = 2 << 20;
    limits.cells = 10'000;
    limits.cell_characters = 1000;
    limits.text_bytes = 1 << 20;
    limits.merged_ranges = 100;
    return limits;
}

std::string input_of_parts(const std::vector<PackagePart>& parts) {
    std::string input;
    for (const PackagePart& part : parts) input += std::string(mark) + part.name + "\n" + part.bytes + "\n";
    return input;
}

XlsxContent rich_content() {
    return {
        {{"Return",
          "<cols><col min='2' max='3' hidden='1'/></cols><sheetData>"
          "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>41791</v></c><c r='C1' s='2'><v>0.5</v></c></row>"
          "<row r='2' hidden='1'><c r='A2' t='s'><v>1</v></c><c r='B2'><f>SUM(C2:D2)</f><v>12.5</v></c>"
          "<c r='C2' t='str'><f>A1</f><v>x_x000D_y</v></c><c r='D2' t='e'><v>#N/A</v></c></row>"
          "<row><c t='inlineStr'><is><r><t>Rob</t></r><r><t>bery</t></r><rPh sb='0' eb='1'><t>z</t></rPh></is></c>"
          "<c t='b'><v>1</v></c><c t='d'><v>2014-06-30T12:00:00Z</v></c><c s='3'><v>-1E-3</v></c></row></sheetData>"
          "<mergeCells count='1'><mergeCell ref='A5:C6'/></mergeCells>"},
         {"Notes", "<sheetData><row r='9'><c r='XFD9'><v>1</v></c></row></sheetData>"}},
        "<si><t>Burglary</t></si><si><r><t xml:space='preserve'>Violence </t></r><rPh sb='0' "
        "eb='1'><t>v</t></rPh></si>",
        "<numFmts count='1'><numFmt numFmtId='164' formatCode='[$-409]d\\-mmm\\-yy;@'/></numFmts>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='46'/><xf numFmtId='10'/></cellXfs>",
        "<workbookPr date1904='0'/>"};
}

OdsContentXml rich_ods() {
    return {
        "<table:table table:name='S' table:style-name='ta1'><table:table-column table:visibility='collapse'/>"
        "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='2' "
        "office:value-type='percentage' office:value='0.5'/><table:table-cell table:number-columns-spanned='2' "
        "office:value-type='string'><text:p>a<text:s text:c='2'/>b</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row><table:table-row table:visibility='filter'>"
        "<table:table-cell office:value-type='date' office:date-value='2014-06-30'/><table:table-cell "
        "office:value-type='time' office:time-value='PT1H'/><table:table-cell table:formula='of:=1/0' "
        "office:value-type='string' calcext:value-type='error'><text:p>#DIV/0!</text:p></table:table-cell>"
        "</table:table-row></table:table>",
        "<style:style style:name='ta1' style:family='table'><style:table-properties table:display='false'/>"
        "</style:style>"};
}

XlsContent rich_xls() {
    const auto place = [](unsigned row, unsigned column, unsigned style = 0) {
        return le16(row) + le16(column) + le16(style);
    };
    const std::string text_result = le8(0) + std::string(5, '\0') + le16(0xFFFF);
    return {
        {{"S", biff(0x0203, place(0, 0, 1) + le64(41790)) + biff(0x027E, place(0, 1) + le32(10)) +
                   biff(0x00BD, le16(1) + le16(0) + le16(0) + le32(6) + le16(0) + le32(7) + le16(1)) +
                   biff(0x00FD, place(2, 0) + le32(0)) + biff(0x0205, place(2, 1) + le8(7) + le8(1)) +
                   biff(0x0006, place(3, 0) + text_result + le16(0) + le32(0)) + biff(0x0207, le16(2) + wide("ok")) +
                   biff(0x00E5, le16(1) + le64(0)) + biff(0x0208, le16(4) + le64(0) + le16(0) + le32(0x120))},
         {"T", biff(0x0204, place(0, 0) + le16(2) + narrow("a")) + biff(0x003C, narrow("b")), 1}},
        biff(0x041E, le16(200) + le16(4) + narrow("d/m/")) + biff(0x00E0, le16(0) + le16(0)) +
            biff(0x00E0, le16(0) + le16(200)) + biff(0x00FC, le32(1) + le32(1) + le16(4) + le8(8) + le16(1) + "Bu") +
            biff(0x003C, narrow("rg") + le32(0))};
}

}  // namespace

std::string file_of_input(std::string_view input) {
    if (!input.starts_with(mark)) return std::string(input);
    std::vector<PackagePart> parts;
    while (input.starts_with(mark)) {
        input.remove_prefix(mark.size());
        const std::size_t line_end = std::min(input.find('\n'), input.size());
        PackagePart part{std::string(input.substr(0, line_end)), {}};
        input.remove_prefix(std::min(line_end + 1, input.size()));
        const std::size_t next = std::min(input.find("\n@@"), input.size());
        part.bytes = input.substr(0, next);
        input.remove_prefix(std::min(next + 1, input.size()));
        parts.push_back(std::move(part));
    }
    return zip_bytes(parts);
}

void read_input(std::string_view input, const std::string& name) {
    const workbook::Limits limits = small_limits();
    const std::string broken =
        broken_invariant(workbook::read_workbook_bytes(file_of_input(input), name, limits), limits);
    if (!broken.empty()) throw std::logic_error(broken);
}

std::vector<FuzzSeed> workbook_seeds() {
    const std::vector<PackagePart> parts = xlsx_parts(rich_content());
    std::vector<PackagePart> deflated = parts;
    for (PackagePart& part : deflated) part.deflate = true;
    return {{"parts", input_of_parts(parts)},
            {"small_parts", input_of_parts(xlsx_parts({{{"S", "<sheetData><row><c><v>1</v></c></row></sheetData>"}}}))},
            {"stored", zip_bytes(parts)},
            {"deflated", zip_bytes(deflated)},
            {"zip64", zip_bytes(deflated, {.zip64 = true})},
            {"one_part", zip_bytes({{"a", "<a/>", true}})},
            {"ods_parts", input_of_parts(ods_parts(rich_ods()))},
            {"xls", xls_bytes(rich_xls())},
            {"xls_of_95", xls_bytes({{{"S", biff(0x0204, le16(0) + le16(0) + le16(0) + le16(1) + "\xCF")}},
                                     biff(0x0042, le16(1251)),
                                     true})},
            {"xls_records", xls_stream(rich_xls())}};
}

std::vector<FuzzSeed> csv_seeds() {
    using namespace std::string_literals;
    return {{"commas", "Month,Burglary,\"Violence, with injury\"\r\n2014-04,930,1021\r\n2014-05,,\"1,326\"\r\n"},
            {"semicolons", "sep=;\na;b\n1,5;\"x\"\"y\nz\"\n"},
            {"tabs", "a\tb\n007\t1e+05\n"},
            {"bars", "a|b\n-0.5|.5\n"},
            {"windows_1252",
             "cost,\xA3"
             "5\n"},
            {"utf_16",
             "\xFF\xFE"
             "a\0,\0"
             "1\0\n\0"s},
            {"not_closed", "a,\"b\n1,2\n"}};
}

}  // namespace panelbook::tests

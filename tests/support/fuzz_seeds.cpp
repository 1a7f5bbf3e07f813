#include "support/fuzz_seeds.hpp"

#include <algorithm>
#include <utility>

#include "support/hostile_parts.hpp"
#include "support/ods_file.hpp"
#include "support/xls_file.hpp"

namespace panelbook::tests {

namespace {

using namespace std::string_literals;

constexpr std::string_view mark = "@@";

std::string input_of_parts(const std::vector<PackagePart>& parts) {
    std::string input;
    for (const PackagePart& part : parts) input += std::string(mark) + part.name + "\n" + part.bytes + "\n";
    return input;
}

const std::string rich_sheet =
    "<cols><col min='2' max='3' hidden='1'/></cols><sheetData>"
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>41791</v></c><c r='C1' s='2'><v>0.5</v></c></row>"
    "<row r='2' hidden='1'><c r='A2' t='s'><v>1</v></c><c r='B2'><f>SUM(C2:D2)</f><v>12.5</v></c>"
    "<c r='C2' t='str'><f>A1</f><v>x_x000D_y</v></c><c r='D2' t='e'><v>#N/A</v></c></row>"
    "<row><c t='inlineStr'><is><r><t>Rob</t></r><r><t>bery</t></r><rPh sb='0' eb='1'><t>z</t></rPh></is></c>"
    "<c t='b'><v>1</v></c><c t='d'><v>2014-06-30T12:00:00Z</v></c><c s='3'><v>-1E-3</v></c></row></sheetData>"
    "<mergeCells count='1'><mergeCell ref='A5:C6'/></mergeCells>";
const std::string rich_texts =
    "<si><t>Burglary</t></si><si><r><t xml:space='preserve'>Violence </t></r><rPh sb='0' eb='1'><t>v</t></rPh></si>";
const std::string rich_styles =
    "<numFmts count='1'><numFmt numFmtId='164' formatCode='[$-409]d\\-mmm\\-yy;@'/></numFmts>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='46'/><xf numFmtId='10'/></cellXfs>";

XlsxContent rich_content() {
    return {{{"Return", rich_sheet}, {"Notes", "<sheetData><row r='9'><c r='XFD9'><v>1</v></c></row></sheetData>"}},
            rich_texts,
            rich_styles,
            "<workbookPr date1904='0'/>"};
}

std::vector<PackagePart> deflated_parts() {
    std::vector<PackagePart> parts = xlsx_parts(rich_content());
    for (PackagePart& part : parts) part.deflate = true;
    return parts;
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

std::string root(std::string_view name, const std::string& inside) {
    return opening(name) + inside + closing(name);
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

std::vector<FuzzSeed> package_seeds() {
    const std::vector<PackagePart> two{{"a/b.xml", "<a>one</a>", true}, {"c", "two"}};
    return {{"stored", zip_bytes({{"a", "one"}, {"b", ""}})},
            {"deflated", zip_bytes(two)},
            {"sizes_follow", zip_bytes({{.name = "a", .bytes = "one", .deflate = true, .flags = 8}})},
            {"zip64", zip_bytes(two, {.zip64 = true})},
            {"comment", zip_bytes(two, {.comment = "made by hand"})},
            {"bytes_in_front", zip_bytes(two, {.in_front = "MZ"})},
            {"long", zip_bytes({{"a", dense_text(150'000), true}})},
            {"folders", zip_bytes({{"a/", ""}, {"A\\b", "x"}, {"/c", "y"}})}};
}

std::vector<FuzzSeed> workbook_seeds() {
    return {{"parts", input_of_parts(xlsx_parts(rich_content()))},
            {"small_parts", input_of_parts(xlsx_parts({{{"S", "<sheetData><row><c><v>1</v></c></row></sheetData>"}}}))},
            {"stored", zip_bytes(xlsx_parts(rich_content()))},
            {"deflated", zip_bytes(deflated_parts())},
            {"zip64", zip_bytes(deflated_parts(), {.zip64 = true})},
            {"one_part", zip_bytes({{"a", "<a/>", true}})}};
}

std::vector<FuzzSeed> ods_seeds() {
    std::vector<PackagePart> deflated = ods_parts(rich_ods());
    for (PackagePart& part : deflated) part.deflate = true;
    return {{"parts", input_of_parts(ods_parts(rich_ods()))},
            {"deflated", zip_bytes(deflated)},
            {"flat", ods_content({"<table:table table:name='S'><table:table-row><table:table-cell "
                                  "office:value-type='float' office:value='1'/></table:table-row></table:table>"})}};
}

std::vector<FuzzSeed> xls_seeds() {
    return {{"records", xls_stream(rich_xls())},
            {"compound", xls_bytes(rich_xls())},
            {"large_sectors", xls_bytes(rich_xls(), {.large_sectors = true})},
            {"of_95", xls_bytes({{{"S", biff(0x0204, le16(0) + le16(0) + le16(0) + le16(1) + "\xCF")}},
                                 biff(0x0042, le16(1251)),
                                 true})}};
}

std::vector<FuzzSeed> csv_seeds() {
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

std::vector<FuzzSeed> sheet_seeds() {
    const std::string prefixed =
        "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row><x:c>"
        "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const std::string strict =
        "<worksheet xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><sheetData><row><c><v>1</v></c></row>"
        "</sheetData></worksheet>";
    return {
        {"rich", root("worksheet", rich_sheet)},
        {"prefixed", prefixed},
        {"strict", strict},
        {"declared", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" + root("worksheet", "<sheetData/>")},
        {"references",
         root("worksheet", "<sheetData><row><c t='str'><v>&lt;&#65;&#x1F600;&amp;</v></c></row></sheetData>")},
        {"cdata", root("worksheet", "<sheetData><row><c><v><![CDATA[7]]></v></c></row></sheetData>")},
        {"comments",
         root("worksheet", "<!-- a --><?b c?><sheetData><row><c><!--x--><v>7<!--y-->1</v></c></row></sheetData>")},
        {"out_of_order", root("worksheet",
                              "<sheetData><row r='2'><c r='B2'><v>1</v></c></row><row r='1'><c r='B2'><v>2</v></c><c "
                              "r='A1'><v>3</v></c></row></sheetData>")},
        {"numbers", root("worksheet",
                         "<sheetData><row><c><v>1e308</v></c><c><v> +.5 </v></c><c><v>-0</v></c><c><v>"
                         "9007199254740993</v></c><c><v>NaN</v></c></row></sheetData>")}};
}

std::vector<FuzzSeed> shared_strings_seeds() {
    return {{"rich", root("sst", rich_texts)},
            {"plain", root("sst", "<si><t>a</t></si><si/><si><t/></si><si><t xml:space='preserve'> b </t></si>")},
            {"escapes", root("sst", "<si><t>_x0041__xD83D__xDE00__x005F_x0041_</t></si>")},
            {"beyond_ascii", root("sst", "<si><t>\xC2\xA3 \xE2\x82\xAC \xF0\x9F\x98\x80</t></si>")}};
}

std::vector<FuzzSeed> styles_seeds() {
    return {{"rich", root("styleSheet", rich_styles)},
            {"differential", root("styleSheet", "<dxfs><dxf><numFmt numFmtId='164' formatCode='0'/></dxf></dxfs>" +
                                                    rich_styles + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>")},
            {"empty", root("styleSheet", "")}};
}

std::vector<FuzzSeed> number_seeds() {
    return {{"date", "[$-F800]dddd\\, mmmm dd\\, yyyy\n41791"},
            {"elapsed", "[h]:mm:ss.000\n1.52083"},
            {"percent", "0.0%;[Red]-0.0%;\"none\"\n0.042"},
            {"text", "\"days\" 0 \\d;@\n-0"},
            {"iso", "yyyy-mm-dd\n2014-06-30T12:00:00.5Z"},
            {"leap", "d\n60"},
            {"last", "d\n2958465.9999999"},
            {"exponent", "0.00E+00\n1e+308"},
            {"tiny", "General\n4.9e-324"}};
}

std::vector<FuzzSeed> text_seeds() {
    return {{"plain", "Burglary \xC2\xA3\t1\n"},
            {"escapes", "_x000D__xD83D__xDE00__x0000__x202E_"},
            {"controls", "\x1B[31m\x07\x7F\xC2\x9B\xE2\x80\xAE\xEF\xBB\xBF\\\""},
            {"utf_16_le", "\xFF\xFE\x3D\xD8\x00\xDE"s},
            {"utf_16_be",
             "\xFE\xFF\x00"
             "a"s},
            {"windows_1252", "\x80\x9D\xA3"},
            {"broken", "\xC0\x80\xED\xA0\x80\xF4\x90\x80\x80\xF0\x9F"}};
}

}  // namespace panelbook::tests

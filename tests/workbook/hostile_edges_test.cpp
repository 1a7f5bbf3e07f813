#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <ostream>
#include <regex>

#include "panelbook/intake/files.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/hostile_parts.hpp"
#include "support/package.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::closing;
using tests::opening;
using tests::PackagePart;
using tests::workbook_with;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

/// A limit, where it is, and a file that reaches just as far as it is told to.
struct Edge {
    const char* name;
    std::function<void(Limits&)> limit;  ///< makes it one that a test can reach quickly; nothing: as it is
    std::uint64_t most;                  ///< what is read still; one more is refused
    std::function<std::string(std::uint64_t)> bytes;
    const char* words;
    const char* extension = ".xlsx";
};
std::ostream& operator<<(std::ostream& out, const Edge& edge) {
    return out << edge.name;
}

std::string times(std::string_view element, std::uint64_t count) {
    std::string all;
    for (std::uint64_t number = 0; number < count; ++number) all += element;
    return all;
}

std::string sheet_with(const std::string& inside) {
    return workbook_with({"xl/worksheets/sheet1.xml", opening("worksheet") + inside + closing("worksheet")});
}

std::string row_of(const std::string& cells) {
    return sheet_with("<sheetData><row>" + cells + "</row></sheetData>");
}

/// Characters that do not pack.
std::string noise(std::uint64_t size) {
    std::string text;
    std::uint64_t state = 20140630;
    while (text.size() < size) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        text += static_cast<char>(state >> 56);
    }
    return text;
}

std::uint64_t plain_bytes() {
    std::uint64_t bytes = 0;
    for (const PackagePart& part : tests::plain_parts()) bytes += part.bytes.size();
    return bytes;
}

const std::vector<Edge> edges{
    {"file_bytes", [](Limits& limits) { limits.file_bytes = 1000; }, 1000,
     [](std::uint64_t size) { return "a\n" + std::string(size - 2, 'b'); }, "of 1,000 bytes for a file (file_bytes)",
     ".csv"},
    {"inflated_bytes", [](Limits& limits) { limits.inflated_bytes = plain_bytes() + 5000; }, 5000,
     [](std::uint64_t size) {
         return workbook_with({"a.bin", noise(size), true});
     },
     " bytes unpacked in all (inflated_bytes)"},
    {"part_bytes", [](Limits& limits) { limits.part_bytes = 5000; }, 5000,
     [](std::uint64_t size) {
         return workbook_with({"a.bin", noise(size), true});
     },
     "of 5,000 bytes unpacked for one part (part_bytes)"},
    {"entries",
     {},
     1000,
     [](std::uint64_t count) {
         std::vector<PackagePart> parts = tests::plain_parts();
         while (parts.size() < count) parts.push_back({"a/" + std::to_string(parts.size()), "x"});
         return tests::zip_bytes(parts);
     },
     "of 1,000 parts in one file (entries)"},
    {"ratio_free_bytes",
     {},
     100 * 1024,
     [](std::uint64_t size) {
         return workbook_with({"a.bin", std::string(size, '\x89'), true});
     },
     "of 100 bytes unpacked from one (ratio)"},
    {"xml_depth",
     {},
     64,
     [](std::uint64_t depth) { return sheet_with(times("<a>", depth - 1) + times("</a>", depth - 1)); },
     "of 64 elements inside each other (xml_depth)"},
    {"markup_bytes", [](Limits& limits) { limits.markup_bytes = 1000; }, 1000,
     [](std::uint64_t size) { return sheet_with("<a b='" + std::string(size - 9, 'b') + "'/>"); },
     "of 1,000 bytes for one tag or comment (markup_bytes)"},
    {"xml_attributes",
     {},
     256,
     [](std::uint64_t count) {
         std::string tag = "<a";
         for (std::uint64_t number = 0; number < count; ++number) tag += " b" + std::to_string(number) + "=''";
         return sheet_with(tag + "/>");
     },
     "(xml_attributes)"},
    {"xml_namespaces",
     {},
     128,
     [](std::uint64_t count) {
         // The sheet's own is one of them.
         std::string tag = "<a";
         for (std::uint64_t number = 1; number < count; ++number)
             tag += " xmlns:b" + std::to_string(number) + "='c" + std::to_string(number) + "'";
         return sheet_with(tag + "/>");
     },
     "(xml_namespaces)"},
    {"cells", [](Limits& limits) { limits.cells = 100; }, 100,
     [](std::uint64_t count) { return row_of(times("<c><v>1</v></c><c s='0'/>", count)); },
     "of 100 cells that are not empty (cells)"},
    {"cells of csv", [](Limits& limits) { limits.cells = 100; }, 100,
     [](std::uint64_t count) { return times("1,,\n", count); }, "of 100 cells that are not empty (cells)", ".csv"},
    {"cells as shared texts", [](Limits& limits) { limits.cells = 100; }, 100,
     [](std::uint64_t count) {
         return workbook_with(
             {"xl/sharedStrings.xml", opening("sst") + times("<si><t>a</t></si>", count) + closing("sst")});
     },
     "of 100 shared texts (cells)"},
    {"sheets",
     {},
     256,
     [](std::uint64_t count) {
         return tests::workbook_of_one_part(count, {"", "<sheetData/>", 1, ""});
     },
     "of 256 sheets (sheets)"},
    {"cell_characters",
     {},
     32'767,
     [](std::uint64_t size) { return row_of("<c t='str'><v>" + std::string(size, 'x') + "</v></c>"); },
     "of 32,767 characters in one cell (cell_characters)"},
    {"cell_characters of a shared text",
     {},
     32'767,
     [](std::uint64_t size) {
         return workbook_with({"xl/sharedStrings.xml",
                               opening("sst") + "<si><t>" + std::string(size, 'x') + "</t></si>" + closing("sst")});
     },
     "of 32,767 characters in one cell (cell_characters)"},
    {"cell_characters in UTF-16 units",
     {},
     16'383,
     [](std::uint64_t count) { return row_of("<c t='str'><v>" + times("\xF0\x9F\x98\x80", count) + "</v></c>"); },
     "of 32,767 characters in one cell (cell_characters)"},
    {"cell_characters of csv",
     {},
     32'767,
     [](std::uint64_t size) { return "a,b\n1," + std::string(size, 'x') + "\n"; },
     "of 32,767 characters in one cell (cell_characters)",
     ".csv"},
    {"text_bytes", [](Limits& limits) { limits.text_bytes = 1000; }, 100,
     [](std::uint64_t count) { return row_of(times("<c t='str'><v>0123456789</v></c>", count)); },
     "of 1,000 bytes of text in all cells together (text_bytes)"},
    {"text_bytes of a shared text", [](Limits& limits) { limits.text_bytes = 1000; }, 100,
     [](std::uint64_t count) {
         std::vector<PackagePart> parts = tests::plain_parts();
         part_named(parts, "xl/sharedStrings.xml").bytes =
             opening("sst") + "<si><t>0123456789</t></si>" + closing("sst");
         part_named(parts, "xl/worksheets/sheet1.xml").bytes = opening("worksheet") + "<sheetData><row>" +
                                                               times("<c t='s'><v>0</v></c>", count) +
                                                               "</row></sheetData>" + closing("worksheet");
         return tests::zip_bytes(parts);
     },
     "of 1,000 bytes of text in all cells together (text_bytes)"},
    {"merged_ranges", [](Limits& limits) { limits.merged_ranges = 10; }, 10,
     [](std::uint64_t count) {
         return sheet_with("<mergeCells>" + times("<mergeCell ref='A1:B2'/>", count) + "</mergeCells>");
     },
     "of 10 merged ranges (merged_ranges)"},
    {"merged_ranges of all sheets", [](Limits& limits) { limits.merged_ranges = 10; }, 10,
     [](std::uint64_t count) {
         return tests::workbook_of_one_part(count, {"<mergeCells>", "<mergeCell ref='A1:B2'/>", 1, "</mergeCells>"});
     },
     "of 10 merged ranges (merged_ranges)"},
    {"name_characters",
     {},
     1000,
     [](std::uint64_t size) {
         std::vector<PackagePart> parts = tests::plain_parts();
         std::string& book = part_named(parts, "xl/workbook.xml").bytes;
         book.replace(book.find("Sheet1"), 6, std::string(size, 'S'));
         return tests::zip_bytes(parts);
     },
     "of 1,000 characters in the name of a sheet (name_characters)"},
    {"names", [](Limits& limits) { limits.names = 10; }, 10,
     [](std::uint64_t count) {
         std::vector<PackagePart> parts = tests::plain_parts();
         std::string& book = part_named(parts, "xl/workbook.xml").bytes;
         book.insert(
             book.find("</workbook>"),
             "<definedNames>" + times("<definedName name='a'>Sheet1!A1</definedName>", count) + "</definedNames>");
         return tests::zip_bytes(parts);
     },
     "of 10 defined names (names)"},
    {"relationships", [](Limits& limits) { limits.relationships = 10; }, 10,
     [](std::uint64_t count) {
         std::vector<PackagePart> parts = tests::plain_parts();
         std::string& links = part_named(parts, "xl/_rels/workbook.xml.rels").bytes;
         constexpr std::uint64_t its_own = 3;
         links.insert(links.find("</Relationships>"), times("<Relationship/>", count - its_own));
         return tests::zip_bytes(parts);
     },
     "of 10 links of one part (relationships)"},
    {"formats", [](Limits& limits) { limits.formats = 10; }, 10,
     [](std::uint64_t count) {
         return workbook_with({"xl/styles.xml", opening("styleSheet") + "<cellXfs>" + times("<xf/>", count) +
                                                    "</cellXfs>" + closing("styleSheet")});
     },
     "of 10 cell formats (formats)"},
    {"formats of numbers", [](Limits& limits) { limits.formats = 10; }, 10,
     [](std::uint64_t count) {
         std::string formats = opening("styleSheet") + "<numFmts>";
         for (std::uint64_t number = 0; number < count; ++number)
             formats += "<numFmt numFmtId='" + std::to_string(164 + number) + "' formatCode='0'/>";
         return workbook_with({"xl/styles.xml", formats + "</numFmts>" + closing("styleSheet")});
     },
     "of 10 cell formats (formats)"},
};

}  // namespace

BOOST_DATA_TEST_CASE(each_limit_is_where_it_says_and_named_when_passed, edges, edge) {
    Limits limits;
    if (edge.limit) edge.limit(limits);
    const std::string name = std::string("a") + edge.extension;
    const Checked<Workbook> within = read_workbook_bytes(edge.bytes(edge.most), name, limits);
    BOOST_TEST_INFO((within.findings.empty() ? std::string() : within.findings.front().message));
    BOOST_TEST(!within.value.sheets.empty());
    BOOST_TEST(!any_error(within.findings));

    const Checked<Workbook> past = read_workbook_bytes(edge.bytes(edge.most + 1), name, limits);
    BOOST_TEST(past.value.sheets.empty());
    BOOST_TEST_REQUIRE(past.findings.size() == 1u);
    BOOST_TEST(past.findings.front().rule == "limit-hit");
    BOOST_TEST_INFO(past.findings.front().message);
    BOOST_TEST(past.findings.front().message.find(edge.words) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(each_limit_has_an_edge) {
    const std::string header = intake::read_file(tests::source_folder() / "include/panelbook/workbook/limits.hpp");
    const std::regex field("std::uint(?:32|64)_t (\\w+) = ");
    std::size_t fields = 0;
    for (std::sregex_iterator found(header.begin(), header.end(), field), end; found != end; ++found, ++fields) {
        const std::string name = (*found)[1];
        const bool met = std::any_of(edges.begin(), edges.end(), [&name](const Edge& edge) {
            return std::string_view(edge.name).starts_with(name) ||
                   std::string_view(edge.words).find("(" + name + ")") != std::string_view::npos;
        });
        BOOST_TEST(met, "no row above for the limit " << name);
    }
    BOOST_TEST(fields >= 17u);
}

BOOST_AUTO_TEST_CASE(large_limits_read_what_normal_ones_refuse) {
    // Ten times the bytes, cells and merged ranges; what no honest extract needs more of stays as it is.
    const std::string bytes = sheet_with("<mergeCells>" + times("<mergeCell ref='A1:B2'/>", 100'001) + "</mergeCells>");
    BOOST_TEST(read_workbook_bytes(bytes, "a.xlsx", Limits::normal()).value.sheets.empty());
    BOOST_TEST(read_workbook_bytes(bytes, "a.xlsx", Limits::large()).value.sheets.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

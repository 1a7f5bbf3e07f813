#include <fmt/format.h>
#include <utility>

#include "panelbook/core/cell.hpp"

#include "support/hostile_files.hpp"
#include "support/hostile_parts.hpp"

namespace panelbook::tests {

namespace {

constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

HostileFile text_of_512_mib(std::string name, std::string head, std::string tail) {
    const auto bytes = [head = std::move(head), tail = std::move(tail)](std::uint64_t share) {
        return workbook_of({head, dense_text(mebibyte), 512 / share, tail});
    };
    return {std::move(name), bytes, "limit-hit", "(cell_characters)"};
}

HostileFile markup_of_300_mb(std::string name, std::string head, std::string tail) {
    const auto bytes = [head = std::move(head), tail = std::move(tail)](std::uint64_t share) {
        return workbook_of({head, dense_text(mebibyte), 320 / share, tail});
    };
    return {std::move(name), bytes, "limit-hit", "(markup_bytes)"};
}

/// A sheet of `count` times `element`, `in_unit` of them made and repeated.
HostileFile many(std::string name, std::string head, std::string element, std::uint64_t in_unit, std::uint64_t count,
                 std::string tail, std::string rule = {}, std::string words = {}) {
    const auto bytes = [=](std::uint64_t share) {
        return workbook_of({head, varied(element, in_unit), count / in_unit / share, tail});
    };
    return {std::move(name), bytes, std::move(rule), std::move(words)};
}

std::string shared_texts_in_all(std::uint64_t share) {
    std::string texts = opening("sst");
    for (std::uint64_t number = 0; number < 5'000'000 / share; ++number)
        texts += fmt::format("<si><t>Burglary in area {:010}</t></si>", number * 2'654'435'761u % 10'000'000'000u);
    return workbook_with({"xl/sharedStrings.xml", texts + closing("sst"), true});
}

std::string styled_empty_cells(std::uint64_t share) {
    constexpr std::uint64_t columns = 100;
    std::string rows = opening("worksheet") + "<sheetData>";
    for (std::uint64_t row = 1; row <= 4'000'000 / columns / share; ++row) {
        rows += fmt::format("<row r='{}' s='3' customFormat='1'>", row);
        for (std::uint32_t column = 0; column < columns; ++column)
            rows += fmt::format("<c r='{}' s='{}'/>", to_a1({static_cast<std::uint32_t>(row - 1), column}),
                                row % 7 + column % 5);
        rows += "</row>";
    }
    return workbook_with({"xl/worksheets/sheet1.xml", rows + "</sheetData>" + closing("worksheet"), true});
}

/// A part of the workbook in which one element stands `count` times.
HostileFile many_in(std::string name, std::string part, std::string head, std::string element, std::uint64_t in_unit,
                    std::uint64_t count, std::string tail, std::string rule, std::string words, std::size_t cells = 0) {
    const auto bytes = [=](std::uint64_t share) {
        return workbook_with(repeated_part(part, {head, varied(element, in_unit), count / in_unit / share, tail}));
    };
    return {std::move(name), bytes, std::move(rule), std::move(words), cells};
}

}  // namespace

std::vector<HostileFile> heaps() {
    const std::string rows = "<sheetData>";
    const std::string rows_end = "</sheetData>";
    const std::string cell = "<sheetData><row><c t='inlineStr'><is><t>";
    const std::string cell_end = "</t></is></c></row></sheetData>";
    return {
        text_of_512_mib("text of 512 MiB in a cell", cell, cell_end),
        text_of_512_mib("result of 512 MiB", "<sheetData><row><c t='str'><v>", "</v></c></row></sheetData>"),
        text_of_512_mib("number of 512 MiB", "<sheetData><row><c><v>", "</v></c></row></sheetData>"),
        {"shared text of 512 MiB",
         [](std::uint64_t share) {
             return workbook_with(repeated_part(
                 "xl/sharedStrings.xml",
                 {opening("sst") + "<si><t>", dense_text(mebibyte), 512 / share, "</t></si>" + closing("sst")}));
         },
         "limit-hit", "(cell_characters)"},
        markup_of_300_mb("attribute of 300 MB", "<sheetData a='", "'/>"),
        markup_of_300_mb("element with a name of 300 MB", "<", "/>"),
        markup_of_300_mb("comment of 300 MB", "<!--", "-->"),
        markup_of_300_mb("instruction of 300 MB", "<?a ", "?>"),
        markup_of_300_mb("value of 300 MB for a cell's kind", "<sheetData><row><c t='", "'/></row></sheetData>"),
        {"comment of 300 MB in a part that nobody opens",
         [](std::uint64_t share) {
             return workbook_with(
                 repeated_part("docProps/app.xml", {"<!--", dense_text(mebibyte), 320 / share, "--><a/>"}));
         },
         "limit-hit", "(markup_bytes)"},
        {"formula of 200 MB",
         [](std::uint64_t share) {
             return workbook_of(
                 {"<sheetData><row><c><f>", dense_text(mebibyte), 192 / share, "</f><v>7</v></c></row></sheetData>"});
         },
         "", "", 1},
        {"4 million styled empty cells", styled_empty_cells},
        {"20,000 sheets that name one part",
         [](std::uint64_t share) {
             return workbook_of_one_part(20'000 / share, {"", "<sheetData/>", 1, ""});
         },
         "limit-hit", "(sheets)"},
        {"256 sheets that name one part of 25,600 cells",
         [=](std::uint64_t share) {
             return workbook_of_one_part(
                 256, {rows, "<row>" + varied("<c><v>#</v></c>", 100) + "</row>", 256 / share, rows_end});
         },
         "limit-hit", "(cells)"},
        {"256 sheets that name one part of 90,000 merged ranges",
         [](std::uint64_t share) {
             return workbook_of_one_part(
                 256, {"<mergeCells>", varied("<mergeCell ref='A1:B2' x='#'/>", 90), 1000 / share, "</mergeCells>"});
         },
         "limit-hit", "(merged_ranges)"},
        {"12 sheets that name one part of a million hidden rows, every other one",
         [=](std::uint64_t share) {
             return workbook_of_one_part(12,
                                         {rows, varied("<row hidden='1' x='#'/><row/>", 512), 1024 / share, rows_end});
         }},
        many("4 million hidden columns", "<cols>", "<col min='2' max='16384' hidden='1' x='#'/>", 1000, 4'000'000,
             "</cols>"),
        many("a million elements inside each other", "", "<a x='#'>", 1000, 1'000'000, "", "limit-hit", "(xml_depth)"),
        many("35 million empty elements", rows, "<a/> <b/>\n<c/>\t<a/> <a/>#", 1000, 7'000'000, rows_end),
        many("4 million values of one cell", "<sheetData><row><c>", "<v>#</v>", 1000, 4'000'000,
             "</c></row></sheetData>", "limit-hit", "(cell_characters)"),
        {"a tag with 200,000 attributes",
         [](std::uint64_t share) {
             std::string tag = "<sheetData ";
             for (std::uint64_t number = 0; number < 200'000 / share; ++number) tag += fmt::format("a{}='' ", number);
             return workbook_of({tag + "/>", "", 0, ""});
         },
         "limit-hit", "(xml_attributes)"},
        {"a tag with 200 namespaces",
         [](std::uint64_t) {
             std::string tag = "<sheetData ";
             for (int number = 0; number < 200; ++number) tag += fmt::format("xmlns:a{}='u{}' ", number, number);
             return workbook_of({tag + "/>", "", 0, ""});
         },
         "limit-hit", "(xml_namespaces)"},
        {"5 million shared texts", shared_texts_in_all, "", "", 1},
        many_in("5 million empty shared texts", "xl/sharedStrings.xml", opening("sst"), "<si x='#'/>", 1000, 5'000'000,
                closing("sst"), "", "", 1),
        many_in("6 million shared texts", "xl/sharedStrings.xml", opening("sst"), "<si x='#'/>", 1000, 6'000'000,
                closing("sst"), "limit-hit", "(cells)"),
        many_in("8 million relationships", "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>",
                "<Relationship x='#'/>", 1000, 8'000'000, "</Relationships>", "limit-hit", "(relationships)"),
        many_in("4 million cell formats", "xl/styles.xml", opening("styleSheet") + "<cellXfs>", "<xf x='#'/>", 1000,
                4'000'000, "</cellXfs>" + closing("styleSheet"), "limit-hit", "(formats)"),
        {"7 million number formats",
         [](std::uint64_t share) {
             std::string formats = opening("styleSheet") + "<numFmts>";
             for (std::uint64_t number = 0; number < 7'000'000 / share; ++number)
                 formats += fmt::format("<numFmt numFmtId='{}'/>", number);
             return workbook_with({"xl/styles.xml", formats + "</numFmts>" + closing("styleSheet"), true});
         },
         "limit-hit", "(formats)"},
        {"50 sheets with names of 4 MB",
         [](std::uint64_t share) {
             std::string sheet = "<sheet name='" + dense_text(4'000'000 / share) + "' sheetId='1' r:id='rId1'/>";
             return workbook_with(
                 repeated_part("xl/workbook.xml", {opening("workbook") + fmt::format("<sheets xmlns:r='{}'>", office),
                                                   sheet, 50, "</sheets>" + closing("workbook")}));
         },
         "limit-hit", "(name_characters)"},
    };
}

std::vector<HostileFile> csv_heaps() {
    const auto repeated = [](std::string unit, std::uint64_t count) {
        return [unit = std::move(unit), count](std::uint64_t share) {
            std::string all;
            all.reserve(unit.size() * count / share);
            for (std::uint64_t number = 0; number < count / share; ++number) all += unit;
            return all;
        };
    };
    return {
        {"50 MB of line ends", repeated("\n", 50'000'000), "file-empty", "The file is empty.", 0, ".csv"},
        {"50 MB of commas", repeated(",", 50'000'000), "", "", 0, ".csv"},
        {"50 MB of quotation marks", repeated("\"", 50'000'000), "limit-hit", "(cell_characters)", 0, ".csv"},
        {"25 million figures", repeated("1,", 25'000'000), "limit-hit", "(cells)", 0, ".csv"},
        {"25 million lines of a figure", repeated("1\n", 25'000'000), "limit-hit", "(cells)", 0, ".csv"},
        {"4,999,680 euro signs of Windows-1252", repeated("\x80;\x80\r\n", 2'499'840), "", "", 4'999'680, ".csv"},
        {"line of 50 MB", repeated("x", 50'000'000), "limit-hit", "(cell_characters)", 0, ".csv"},
        {"50 MB larger than a file may be", repeated("1,2\n", 25'000'000), "limit-hit", "(file_bytes)", 0, ".csv"},
    };
}

}  // namespace panelbook::tests

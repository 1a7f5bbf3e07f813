#include "bench/load.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "panelbook/core/cell.hpp"

#include "support/package.hpp"

namespace panelbook::bench {

namespace {

// The styles, in the order of the numbers that cells give.
const std::string styles =
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/>"
    "<xf numFmtId=\"4\"/></cellXfs>";

/// What the parts are, which other readers look for.
const std::string content_types =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
    "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
    "styles+xml\"/>"
    "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "spreadsheetml.sharedStrings+xml\"/></Types>";

class Numbers {
public:
    explicit Numbers(std::uint32_t seed) : m_state(seed) {}
    std::uint32_t below(std::uint32_t bound) {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>((m_state >> 33) % bound);
    }

private:
    std::uint64_t m_state;
};

std::string shortest(double number) {
    std::array<char, 32> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

/// The texts of a load: a few kinds of things, and references of which each is used a few times.
std::vector<std::string> shared_texts(const LoadShape& shape) {
    std::vector<std::string> texts;
    for (const char* kind : {"Burglary", "Robbery", "Violence with injury", "Criminal damage &amp; arson", "Theft"}) {
        for (int ward = 1; ward <= 40; ++ward) texts.push_back(std::string(kind) + ", ward " + std::to_string(ward));
    }
    for (std::uint32_t row = 0; row < shape.rows; row += 10) texts.push_back("Reference NS/" + std::to_string(row));
    return texts;
}

/// One cell; the last digit of the column says of which kind.
std::string cell(CellRef at, std::size_t texts, Numbers& numbers) {
    const std::string begin = "<c r=\"" + to_a1(at) + "\"";
    const auto number = [&begin](const char* style, const std::string& value) {
        return begin + style + "><v>" + value + "</v></c>";
    };
    const auto text = [&number](std::size_t index) { return number(" t=\"s\"", std::to_string(index)); };
    constexpr std::uint32_t few_texts = 200;
    switch (at.column % 10) {
        case 0:
            return number("", std::to_string(at.row + 1));
        case 1:
            return number(" s=\"1\"", std::to_string(41'000 + numbers.below(4000)));
        case 2:
        case 3:
            return text(numbers.below(few_texts));
        case 4:
            return number("", std::to_string(numbers.below(1000)));
        case 5:
            return number(" s=\"4\"", shortest(numbers.below(10'000'000) / 100.0));
        case 6:
            return number(" s=\"3\"", shortest(numbers.below(1000) / 999.0));
        case 7:
            return number(" s=\"2\"", shortest(41'000 + numbers.below(4'000'000) / 1440.0));
        case 8:
            return text(few_texts + numbers.below(static_cast<std::uint32_t>(texts) - few_texts));
        default:
            return number("", std::to_string(numbers.below(100'000)));
    }
}

std::string sheet_inside(const LoadShape& shape, std::size_t texts, Numbers& numbers) {
    const std::string spans = "\" spans=\"1:" + std::to_string(shape.columns) + "\">";
    std::string inside = "<dimension ref=\"A1:" + to_a1({shape.rows - 1, shape.columns - 1}) + "\"/><sheetData>";
    for (CellRef at; at.row < shape.rows; ++at.row) {
        inside += "<row r=\"" + std::to_string(at.row + 1) + spans;
        for (at.column = 0; at.column < shape.columns; ++at.column) inside += cell(at, texts, numbers);
        inside += "</row>";
    }
    return inside + "</sheetData>";
}

}  // namespace

void write_load(const std::filesystem::path& path, const LoadShape& shape, std::uint32_t seed) {
    Numbers numbers(seed);
    const std::vector<std::string> texts = shared_texts(shape);
    std::string shared;
    for (const std::string& text : texts) shared += "<si><t>" + text + "</t></si>";
    std::vector<tests::PackagePart> parts =
        tests::xlsx_parts({{{"Return", sheet_inside(shape, texts.size(), numbers)}}, shared, styles});
    tests::part_named(parts, "[Content_Types].xml").bytes = content_types;
    constexpr int level_of_excel = 6;
    for (tests::PackagePart& part : parts) {
        part.deflate = true;
        part.deflate_level = level_of_excel;
    }
    // Under its own name only once it is whole: what is there is not written again.
    const std::filesystem::path partial = path.string() + ".partial";
    std::ofstream file(partial, std::ios::binary);
    file << tests::zip_bytes(parts);
    file.close();
    if (!file) throw std::runtime_error("cannot write " + partial.string());
    std::filesystem::rename(partial, path);
}

}  // namespace panelbook::bench

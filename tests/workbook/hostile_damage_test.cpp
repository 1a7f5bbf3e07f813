#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <map>
#include <ostream>

#include "panelbook/workbook/read.hpp"

#include "support/cells_text.hpp"
#include "support/hostile_parts.hpp"
#include "support/package.hpp"
#include "support/workbook_invariants.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::PackagePart;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

/// A small return of two sheets with a cell of every kind, in parts.
std::vector<PackagePart> return_parts() {
    return tests::xlsx_parts(
        {{{"Return",
           "<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
           "s='1'><v>41791</v></c><c r='C1' s='2'><v>0.042</v></c></row><row r='2'><c r='A2' t='s'><v>1</v></c><c "
           "r='B2'><f>SUM(C2:D2)</f><v>1234.5</v></c><c r='C2' t='e'><v>#N/A</v></c><c r='D2' t='b'><v>1</v></c></row>"
           "</sheetData><mergeCells><mergeCell ref='A4:C4'/></mergeCells>"},
          {"Notes",
           "<sheetData><row r='9'><c r='C9' t='inlineStr'><is><t>as at 30 June</t></is></c></row></sheetData>"}},
         "<si><t>Burglary</t></si><si><t>Violence with injury</t></si>",
         "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/></cellXfs>"});
}

std::string return_bytes(bool deflate, const tests::PackageShape& shape = {}) {
    std::vector<PackagePart> parts = return_parts();
    for (PackagePart& part : parts) part.deflate = deflate;
    return tests::zip_bytes(parts, shape);
}

std::string all_cells(const Workbook& workbook) {
    std::string text;
    for (const Sheet& sheet : workbook.sheets) text += sheet.name + ": " + tests::cells_text(sheet) + "; ";
    return text;
}

/// What came of a damaged file: "same cells", "other cells" or the rule of the one error.
std::string outcome(const std::string& bytes, const std::string& right) {
    const Checked<Workbook> read = read_workbook_bytes(bytes, "a.xlsx", {});
    const std::string broken = tests::broken_invariant(read, {});
    if (!broken.empty()) return "broken: " + broken;
    if (read.value.sheets.empty()) return read.findings.empty() ? "no reason" : read.findings.front().rule;
    return all_cells(read.value) == right ? "same cells" : "other cells";
}

const std::vector<std::string> reasons{"file-damaged",    "file-encrypted",  "file-empty",
                                       "format-not-read", "doctype-refused", "limit-hit"};

bool is_reason(const std::string& outcome) {
    return std::find(reasons.begin(), reasons.end(), outcome) != reasons.end();
}

std::string tally(const std::map<std::string, std::size_t>& outcomes) {
    std::string text;
    for (const auto& [outcome, count] : outcomes)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + outcome;
    return text;
}

/// A generator of its own, so that every run and every platform flips the same bits.
class Places {
public:
    std::size_t below(std::size_t bound) {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((m_state >> 33) % bound);
    }

private:
    std::uint64_t m_state = 20140630;
};

void flip_bit(std::string& bytes, Places& places) {
    const std::size_t at = places.below(bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << places.below(8)));
}

struct Packed {
    const char* name;
    bool deflate;
    tests::PackageShape shape;
};
std::ostream& operator<<(std::ostream& out, const Packed& packed) {
    return out << packed.name;
}

const std::vector<Packed> packings{{"stored", false, {}}, {"deflated", true, {}}, {"zip64", true, {.zip64 = true}}};

}  // namespace

BOOST_DATA_TEST_CASE(a_file_cut_short_is_never_read, packings, packed) {
    const std::string whole = return_bytes(packed.deflate, packed.shape);
    const std::string right = all_cells(read_workbook_bytes(whole, "a.xlsx", {}).value);
    BOOST_TEST_REQUIRE(outcome(whole, right) == "same cells");
    constexpr std::size_t offsets = 200;
    std::map<std::string, std::size_t> outcomes;
    for (std::size_t number = 0; number < offsets; ++number) {
        const std::size_t size = whole.size() * number / offsets;
        const std::string came = outcome(whole.substr(0, size), right);
        BOOST_TEST(is_reason(came), "cut at " << size << ": " << came);
        ++outcomes[came];
    }
    BOOST_TEST_MESSAGE(packed.name << " cut at " << offsets << " places: " << tally(outcomes));
}

BOOST_DATA_TEST_CASE(a_flipped_bit_never_changes_a_figure, packings, packed) {
    const std::string whole = return_bytes(packed.deflate, packed.shape);
    const std::string right = all_cells(read_workbook_bytes(whole, "a.xlsx", {}).value);
    constexpr int flips = 2000;
    std::map<std::string, std::size_t> outcomes;
    Places places;
    for (int flip = 0; flip < flips; ++flip) {
        std::string bytes = whole;
        flip_bit(bytes, places);
        const std::string came = outcome(bytes, right);
        // What no check sum covers, the times and the makers of the parts, changes nothing.
        BOOST_TEST((came == "same cells" || is_reason(came)), "flip " << flip << ": " << came);
        ++outcomes[came];
    }
    BOOST_TEST_MESSAGE(packed.name << ", " << flips << " bits flipped: " << tally(outcomes));
    BOOST_TEST(outcomes["file-damaged"] > flips / 2);
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_under_a_mended_check_sum_is_read_or_refused) {
    const std::vector<PackagePart> whole = return_parts();
    const std::string right = all_cells(read_workbook_bytes(tests::zip_bytes(whole), "a.xlsx", {}).value);
    constexpr int flips = 2000;
    std::map<std::string, std::size_t> outcomes;
    Places places;
    for (int flip = 0; flip < flips; ++flip) {
        std::vector<PackagePart> parts = whole;
        PackagePart& part = parts[places.below(parts.size())];
        part.deflate = flip % 2 == 0;
        flip_bit(part.bytes, places);
        const std::string came = outcome(tests::zip_bytes(parts), right);
        BOOST_TEST((came == "same cells" || came == "other cells" || is_reason(came)), "flip " << flip << ": " << came);
        ++outcomes[came];
    }
    BOOST_TEST_MESSAGE(flips << " bits flipped, check sums mended: " << tally(outcomes));
    BOOST_TEST(outcomes["other cells"] > 0u);
    BOOST_TEST(outcomes["file-damaged"] > 0u);
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_of_a_packed_part_under_a_mended_check_sum_is_read_or_refused) {
    std::vector<PackagePart> whole = return_parts();
    const std::string right = all_cells(read_workbook_bytes(tests::zip_bytes(whole), "a.xlsx", {}).value);
    PackagePart& sheet = part_named(whole, "xl/worksheets/sheet1.xml");
    const PackagePart packed = tests::repeated_part(sheet.name, {sheet.bytes, "", 0, ""});
    constexpr int flips = 2000;
    std::map<std::string, std::size_t> outcomes;
    Places places;
    for (int flip = 0; flip < flips; ++flip) {
        sheet = packed;
        flip_bit(sheet.bytes, places);
        if (const std::optional<std::string> unpacked = tests::unpacked(sheet.bytes)) {
            sheet.crc = tests::check_sum(*unpacked);
            sheet.size = static_cast<std::uint32_t>(unpacked->size());
        }
        const std::string came = outcome(tests::zip_bytes(whole), right);
        BOOST_TEST((came == "same cells" || came == "other cells" || is_reason(came)), "flip " << flip << ": " << came);
        ++outcomes[came];
    }
    BOOST_TEST_MESSAGE(flips << " bits of a packed part flipped, check sums mended: " << tally(outcomes));
    BOOST_TEST(outcomes["other cells"] > 0u);
}

BOOST_AUTO_TEST_SUITE_END()

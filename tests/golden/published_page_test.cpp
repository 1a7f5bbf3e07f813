// The published Quarter 1 page of 2014/15, line by line, as LibreOffice shows it after working out every formula again.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <filesystem>
#include <ostream>

#include "support/office.hpp"
#include "support/sample_run.hpp"

using panelbook::tests::ShownSheet;

namespace {

struct PublishedLine {
    const char* priority;
    const char* line;                  ///< how the line's label begins
    std::vector<std::string> figures;  ///< as printed; "\u2212" is the minus sign
};

std::ostream& operator<<(std::ostream& out, const PublishedLine& published) {
    return out << "SP" << published.priority << ' ' << published.line;
}

const PublishedLine published_lines[] = {
    {"1", "First-time entrants", {"NA", "NA", "NA"}},
    {"2", "Offending by 18-24 year olds", {"38", "90", "\u221258%"}},
    {"2", "Re-offending by 18-24 year olds", {"NA", "NA", "NA"}},
    {"3", "Successful drug and alcohol treatment completions", {"NA", "NA", "NA"}},
    {"3", "Re-presentations", {"NA", "NA", "NA"}},
    {"3", "Reoffending of those entering a criminal justice drugs programme", {"NA", "NA", "NA"}},
    {"3", "Incidents in or near licensed premises", {"361", "472", "\u221224%"}},
    {"4", "634 out of 1,883 re-offended in the last 12 months", {}},
    {"4", "346 of 1,883 showed the specified reductions", {}},
    {"5", "Victim-focused outcome", {"NA"}},
    {"5", "Satisfaction", {"88.2%"}},
    {"5", "Awareness", {"NA"}},
    {"6", "Victim-focused outcome", {"NA"}},
    {"6", "Satisfaction", {"NA"}},
    {"6", "Awareness", {"NA"}},
    {"7", "Victim-focused outcome", {"NA"}},
    {"7", "Satisfaction", {"81.3%"}},
    {"7", "Awareness", {"NA"}},
    {"8", "Satisfaction", {"82.7%"}},
    {"9", "All-user satisfaction", {"84.1%"}},
    {"10", "Confidence", {"81.8%"}},
    {"11", "Change in level of offences", {"0.8%", "15,243"}},
    {"12", "Change in level of offences", {"15.8%", "930"}},
    {"12", "Victim-focused outcome", {"NA"}},
    {"12", "Satisfaction", {"91.2%"}},
    {"13", "Change in level of offences", {"\u22124.4%", "1,021"}},
    {"13", "Victim-focused outcome", {"NA"}},
    {"13", "Satisfaction", {"78.1%"}},
    {"14A", "Change in level of offences", {"3.3%", "1,326"}},
    {"14A", "Victim-focused outcome", {"NA"}},
    {"14A", "Satisfaction", {"86.0%"}},
    {"14B", "Change in level of offences", {"18.9%", "315"}},
    {"14B", "Victim-focused outcome", {"NA"}},
    {"14B", "Satisfaction", {"76.2%"}},
    {"17", "Missing reports", {"1,043", "1,060", "\u22122%"}},
    {"17", "Absent reports", {"772", "916", "\u221216%"}},
    {"17", "Reports from the nine key locations", {"112", "109", "3%"}},
    {"18", "Latest estimate required", {"\u00a323.00m"}},
    {"18", "Realised", {"\u00a33.24m"}},
    {"18", "Identified, not yet realised", {"\u00a31.84m"}},
    {"18", "Still to identify and realise", {"\u00a317.92m"}},
};

/// Why a line is NA must stand in its own tile.
struct PublishedReason {
    const char* priority;
    const char* words;
};

std::ostream& operator<<(std::ostream& out, const PublishedReason& reason) {
    return out << "SP" << reason.priority << ' ' << reason.words;
}

const PublishedReason reasons[] = {
    {"1", "Youth Offending Management Board"},
    {"2", "19 September"},
    {"2", "in prison for part of the quarter"},
    {"3", "no longer available nationally"},
    {"3", "only since April 2013"},
    {"5", "being developed"},
    {"6", "being developed"},
    {"7", "being developed"},
    {"12", "being developed"},
    {"13", "being developed"},
    {"14A", "being developed"},
    {"14B", "being developed"},
    {"15", "framework"},
    {"16", "framework"},
    {"18", "31 March 2014"},
};

struct TileArea {
    std::size_t top = 0, bottom = 0, left = 0, right = 0;
};

const ShownSheet& dashboard() {
    static const ShownSheet sheet =
        panelbook::tests::recalculated(panelbook::tests::sample_dashboard("2014-15-q1")).at("Dashboard");
    return sheet;
}

std::string cell(std::size_t row, std::size_t column) {
    const auto& sheet = dashboard();
    return row < sheet.size() && column < sheet[row].size() ? sheet[row][column] : std::string();
}

bool is_tile_heading(const std::string& text, std::string* number = nullptr) {
    static const std::vector<std::string> numbers = {"1",  "2",  "3",  "4",   "5",   "6",  "7",  "8",  "9", "10",
                                                     "11", "12", "13", "14A", "14B", "15", "16", "17", "18"};
    const std::string word = text.substr(0, text.find(' '));
    if (text.find("  ") != word.size() || std::find(numbers.begin(), numbers.end(), word) == numbers.end())
        return false;
    if (number) *number = word;
    return true;
}

/// From a tile's heading to the next heading below and to the right.
TileArea tile_of(const std::string& priority) {
    const auto& sheet = dashboard();
    TileArea area;
    bool found = false;
    for (std::size_t row = 0; row < sheet.size() && !found; ++row) {
        for (std::size_t column = 0; column < sheet[row].size() && !found; ++column) {
            std::string number;
            if (!is_tile_heading(sheet[row][column], &number) || number != priority) continue;
            found = true;
            area = {row, sheet.size(), column, sheet[row].size()};
            for (std::size_t next = column + 1; next < sheet[row].size(); ++next) {
                if (is_tile_heading(sheet[row][next])) {
                    area.right = next;
                    break;
                }
            }
            for (std::size_t below = row + 1; below < sheet.size(); ++below) {
                if (is_tile_heading(cell(below, column))) {
                    area.bottom = below;
                    break;
                }
            }
        }
    }
    BOOST_REQUIRE_MESSAGE(found, "no tile " + priority);
    return area;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_DATA_TEST_CASE(every_line_of_the_published_page_is_reproduced, boost::unit_test::data::make(published_lines),
                     published) {
    const TileArea tile = tile_of(published.priority);
    for (std::size_t row = tile.top + 1; row < tile.bottom; ++row) {
        for (std::size_t column = tile.left; column < tile.right; ++column) {
            if (!cell(row, column).starts_with(published.line)) continue;
            std::vector<std::string> figures;
            for (std::size_t next = column + 1; next < tile.right; ++next) {
                if (!cell(row, next).empty()) figures.push_back(cell(row, next));
            }
            BOOST_TEST(figures == published.figures, boost::test_tools::per_element());
            return;
        }
    }
    BOOST_ERROR("no line of the tile begins so");
}

BOOST_DATA_TEST_CASE(every_reason_stands_in_its_tile, boost::unit_test::data::make(reasons), reason) {
    const TileArea tile = tile_of(reason.priority);
    std::string words;
    for (std::size_t row = tile.top + 1; row < tile.bottom; ++row) {
        for (std::size_t column = tile.left; column < tile.right; ++column) words += cell(row, column) + "\n";
    }
    const auto lower = [](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    };
    BOOST_TEST(lower(words).find(lower(reason.words)) != std::string::npos, words);
}

BOOST_AUTO_TEST_SUITE_END()

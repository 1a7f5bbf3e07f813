#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/plan/read.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/plan_text.hpp"
#include "support/tables.hpp"

namespace fs = std::filesystem;
using namespace panelbook;

namespace {

const char* const release = "police/nacnudus+nzpullover/road-policing-driver-offence-data-1jan2009-31dec2016.xlsx";

/// A row of the corpus's checked values that concerns the release.
struct Truth {
    std::string sheet;
    Period period;
    double value = 0;
    std::string cell;
};

std::vector<Truth> truth_of(const fs::path& corpus) {
    std::vector<Truth> rows;
    std::ifstream in(corpus / "truth.tsv");
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> fields;
        std::stringstream text(line);
        for (std::string field; std::getline(text, field, '\t');) fields.push_back(field);
        if (fields.size() < 6 || fields[0] != release) continue;
        rows.push_back({fields[1], *parse_period(fields[3]), std::stod(fields[4]), fields[5]});
    }
    return rows;
}

struct Release {
    plan::Plan plan;
    Findings plan_findings;
    Checked<panelbook::extract::Extract> extract;
};

/// The released workbook, read by the plan kept for it. Nothing where the corpus is absent.
std::optional<Release> read_release(const fs::path& corpus) {
    if (!fs::exists(corpus / release)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout (PANELBOOK_SHARED)");
        return std::nullopt;
    }
    const fs::path plan_text = tests::source_folder() / "tests" / "data" / "nz-driver-offences" / "plan.txt";
    Checked<plan::Plan> plan = plan::read_plan(tests::to_plan_workbook(intake::read_file(plan_text)));
    const std::string name = fs::path(release).filename().string();
    const panelbook::extract::Claim claim = panelbook::extract::claim(name, plan.value);
    BOOST_REQUIRE(claim.source != nullptr);
    const auto book = workbook::read_workbook(corpus / release, name, workbook::Limits::normal());
    BOOST_TEST(tests::lines(tests::found(book.findings)) == "");
    auto extract = panelbook::extract::extract(book.value, *claim.source, plan.value, {name, std::string(64, 'a')});
    return Release{std::move(plan.value), std::move(plan.findings), std::move(extract)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(driver_offences)

BOOST_AUTO_TEST_CASE(a_real_workbook_is_read_whole_and_its_totals_are_only_checked) {
    const fs::path corpus = tests::shared_folder() / "corpus";
    const auto read = read_release(corpus);
    if (!read) return;
    BOOST_TEST(tests::lines(tests::found(read->plan_findings)) == "");
    const panelbook::extract::Extract& said = read->extract.value;

    // Five tables of 37 areas and 96 months; mobile phone offences begin in November 2009.
    const std::map<std::string, std::size_t> months = {{"Mobile phone", 86},
                                                       {"Restraints", 96},
                                                       {"Red Light", 96},
                                                       {"Officer-issued Speed", 96},
                                                       {"Camera-issued Speed", 96}};
    BOOST_REQUIRE_EQUAL(said.tables.size(), months.size());
    for (const panelbook::extract::TableRead& table : said.tables) {
        BOOST_TEST_CONTEXT(table.sheet) {
            const std::size_t count = months.at(table.sheet);
            BOOST_TEST((table.header == CellRange{{1, 0}, {2, table.header.last.column}}));
            BOOST_TEST(to_a1(table.body.last) == "DB41");
            BOOST_TEST(table.last->key() == "2016-12");
            BOOST_TEST(table.first->key() == (count == 96 ? "2009-01" : "2009-11"));
            BOOST_TEST(table.values == 37 * count);
            // The Sum row in every month and year, and the yearly total of every row.
            BOOST_TEST(table.totals_checked == count + 8 + 8 * 38);
            BOOST_TEST(table.totals_unchecked == 0);
        }
    }
    for (const Observation& one : said.observations) {
        const std::uint32_t years_column = (one.where.cell.column - 2) % 13;
        BOOST_TEST(one.where.cell.row < 40);
        BOOST_TEST(years_column != 12);
        BOOST_TEST(one.value.has_value());
    }
    BOOST_TEST(tests::lines(tests::found(read->extract.findings)) ==
               tests::lines({"warning text-number C4", "warning text-number C7", "warning text-number W7"}));
}

BOOST_AUTO_TEST_CASE(its_areas_add_up_to_the_checked_values) {
    const fs::path corpus = tests::shared_folder() / "corpus";
    const auto read = read_release(corpus);
    if (!read) return;
    std::map<std::pair<std::string, Period>, double> sums;
    for (const Observation& one : read->extract.value.observations) {
        sums[{one.where.sheet, one.period}] += to_number(*one.value);
    }
    const std::vector<Truth> rows = truth_of(corpus);
    BOOST_REQUIRE(!rows.empty());
    for (const Truth& row : rows) {
        BOOST_TEST_CONTEXT(row.sheet << " " << row.period.key()) {
            BOOST_REQUIRE(sums.contains({row.sheet, row.period}));
            BOOST_TEST((sums.at({row.sheet, row.period}) == row.value));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_district_and_its_area_of_the_same_name_are_told_apart) {
    const auto read = read_release(tests::shared_folder() / "corpus");
    if (!read) return;
    std::size_t in_area = 0;
    for (const Observation& one : read->extract.value.observations) {
        if (one.where.cell.row == 39) BOOST_TEST(one.area.text == "wellington-wellington");
        if (one.area.text == "wellington-wellington") ++in_area;
        BOOST_TEST(one.area.text != "wellington");
    }
    BOOST_TEST(in_area == 4 * 96 + 86);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

// A real workbook as it was published, with a plan kept in tests/data: no hand-edited input, and a whole dashboard.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/intake/files.hpp"

#include "support/folder.hpp"
#include "support/office.hpp"
#include "support/plan_text.hpp"

namespace fs = std::filesystem;
namespace tests = panelbook::tests;

namespace {

struct MonthTotal {
    const char* measure;
    const char* month;
    const char* shown;
};

/// The "Sum:" row of each first table, which the run checks and does not take: what the areas must add up to.
const MonthTotal totals[] = {
    {"Officer-issued speed offences", "Dec-16", "29,809"},
    {"Mobile phone offences", "Oct-16", "2,437"},
    {"Mobile phone offences", "Nov-16", "2,346"},
    {"Mobile phone offences", "Dec-16", "2,144"},
};

bool has(const std::vector<std::string>& row, const std::string& text) {
    return std::find(row.begin(), row.end(), text) != row.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(a_published_workbook_gives_a_dashboard_as_it_is) {
    const fs::path workbook = tests::shared_folder() / "corpus/police/nacnudus+nzpullover" /
                              "road-policing-driver-offence-data-1jan2009-31dec2016.xlsx";
    if (tests::shared_folder().empty()) {
        BOOST_TEST_MESSAGE("skipped: the corpus is not here (PANELBOOK_SHARED)");
        return;
    }
    const tests::Folder workspace("real");
    tests::write_plan(panelbook::intake::read_file(tests::source_folder() / "tests/data/nz-driver-offences/plan.txt"),
                      workspace / "plan.xlsx");
    fs::create_directories(workspace / "inbox");
    fs::copy_file(workbook, workspace / "inbox" / workbook.filename().string());
    std::ostringstream out;
    std::ostringstream err;
    const int code = panelbook::cli::execute({"run", workspace.path().string(), "--settle", "0"}, {out, err});
    BOOST_TEST(code == 0, err.str());

    const auto sheets = tests::recalculated(workspace / "dashboards/Road policing 2016-17 Q3 internal.xlsx");
    const auto& months = sheets.at("SPC");
    for (const MonthTotal& total : totals) {
        const auto row = std::find_if(months.begin(), months.end(), [&](const auto& one) {
            return has(one, total.measure) && has(one, "New Zealand") && has(one, total.month) && has(one, total.shown);
        });
        BOOST_TEST((row != months.end()), total.measure << ' ' << total.month << " is not " << total.shown);
    }
    for (const auto& row : sheets.at("Data")) BOOST_TEST(!has(row, "Sum:"));
}

BOOST_AUTO_TEST_SUITE_END()

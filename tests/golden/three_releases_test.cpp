// Three releases of one published workbook, fed in the order in which they came out: each restates months of the ones
// before.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/plan_text.hpp"

namespace fs = std::filesystem;
namespace tests = panelbook::tests;

namespace {

struct Release {
    const char* as_of;
    const char* workbook;
};

const Release releases[] = {
    {"2017-01-31", "road-policing-driver-offence-data-jan2009-sep2006.xlsx"},
    {"2017-03-05", "road-policing-driver-offence-data-1jan2009-31dec2016.xlsx"},
    {"2017-09-16", "road-policing-driver-offence-data-1jan2009-31mar2017.xlsx"},
};

/// A month of the row "Sum:" of a first table, as two releases give it.
struct Restated {
    const char* measure;
    const char* month;
    const char* before;
    const char* now;
};

const Restated by_the_second[] = {
    {"Officer-issued speed offences", "Sep-16", "23327", "23422"},
    {"Mobile phone offences", "Feb-16", "2317", "2316"},
    {"Mobile phone offences", "Sep-16", "2561", "2631"},
    {"Restraint offences", "Sep-16", "3615", "3699"},
    {"Camera-issued speed offences", "Jul-16", "33963", "33962"},
    {"Officer-issued red light offences", "Sep-16", "1036", "1071"},
};

const Restated by_the_third[] = {
    {"Officer-issued speed offences", "Dec-16", "29809", "30039"},
    {"Officer-issued speed offences", "Oct-16", "27628", "27707"},
    {"Mobile phone offences", "Oct-16", "2437", "2462"},
    {"Mobile phone offences", "Nov-16", "2346", "2412"},
    {"Mobile phone offences", "Dec-16", "2144", "2211"},
    {"Camera-issued speed offences", "Sep-12", "36208", "36207"},
    {"Officer-issued red light offences", "Dec-16", "936", "975"},
};

using Rows = std::map<std::uint32_t, std::vector<std::string>>;

Rows sheet(const fs::path& dashboard, const char* name) {
    const auto book = panelbook::workbook::read_workbook(dashboard, "dashboard", panelbook::workbook::Limits::normal());
    Rows rows;
    for (const panelbook::Cell& cell : book.value.sheet(name)->cells)
        rows[cell.at.row].push_back(panelbook::to_text(cell.value));
    return rows;
}

std::size_t rows_with(const Rows& rows, const std::vector<std::string>& texts) {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const auto& numbered) {
        const std::vector<std::string>& row = numbered.second;
        return std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
            return std::find(row.begin(), row.end(), text) != row.end();
        });
    }));
}

class RoadPolicing {
public:
    RoadPolicing() : m_folder("releases") {
        tests::write_plan(
            panelbook::intake::read_file(tests::source_folder() / "tests/data/nz-driver-offences/plan.txt"),
            m_folder / "plan.xlsx");
        fs::create_directories(m_folder / "inbox");
    }

    void take(const Release& release) const {
        const fs::path original = tests::shared_folder() / "corpus/police/nacnudus+nzpullover" / release.workbook;
        fs::copy_file(original, m_folder / "inbox" / release.workbook);
        run(release.as_of);
    }
    std::string run(const char* as_of) const {
        std::ostringstream out;
        std::ostringstream err;
        const int code =
            panelbook::cli::execute({"run", m_folder.path().string(), "--settle", "0", "--as-of", as_of}, {out, err});
        BOOST_TEST(code < 2, err.str());
        return out.str();
    }
    fs::path dashboard() const { return m_folder / "dashboards/Road policing 2016-17 Q3 internal.xlsx"; }

private:
    tests::Folder m_folder;
};

template <class Months>
void check_changes(const Rows& changes, const Months& restated, const Release& by, const Release& before) {
    for (const Restated& each : restated) {
        BOOST_TEST(rows_with(changes, {each.measure, "New Zealand", each.month, each.before, each.now, "Revised",
                                       by.workbook, before.workbook}) == 1U,
                   each.measure << ' ' << each.month << ": " << each.before << " -> " << each.now);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(releases_that_restate_months_are_told_with_the_old_and_the_new_figure) {
    if (tests::shared_folder().empty()) {
        BOOST_TEST_MESSAGE("skipped: the corpus is not here (PANELBOOK_SHARED)");
        return;
    }
    const RoadPolicing office;
    office.take(releases[0]);
    const std::string first = panelbook::intake::read_file(office.dashboard());
    BOOST_TEST(rows_with(sheet(office.dashboard(), "Changes"), {"Revised"}) == 0U);
    BOOST_TEST(
        rows_with(sheet(office.dashboard(), "Data"), {"Mobile phone offences", "New Zealand", "Sep-16", "2561"}) == 1U);

    office.take(releases[1]);
    check_changes(sheet(office.dashboard(), "Changes"), by_the_second, releases[1], releases[0]);

    office.take(releases[2]);
    check_changes(sheet(office.dashboard(), "Changes"), by_the_third, releases[2], releases[1]);
    BOOST_TEST(rows_with(sheet(office.dashboard(), "Data"),
                         {"Officer-issued speed offences", "New Zealand", "Dec-16", "30039"}) == 1U);

    office.run(releases[0].as_of);
    BOOST_TEST((panelbook::intake::read_file(office.dashboard()) == first),
               "as known on the first day, the dashboard is the first one again");
}

BOOST_AUTO_TEST_SUITE_END()

#include "panelbook/history/schema.hpp"

#include <boost/test/unit_test.hpp>

#include "panelbook/core/errors.hpp"
#include "panelbook/history/history.hpp"
#include "panelbook/intake/files.hpp"

#include "support/folder.hpp"
#include "support/history_text.hpp"

using namespace panelbook;
using namespace panelbook::history;

namespace {

const Date september{2014, 9, 29};

void make_first_layout(const std::filesystem::path& path) {
    tests::make_database(path, intake::read_file(tests::source_folder() / "tests/data/history/layout-1.sql"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(history)

BOOST_AUTO_TEST_CASE(a_history_of_the_first_layout_is_brought_up_to_date_and_says_the_same) {
    const tests::Folder folder("history-layout-1");
    make_first_layout(folder / "history.db");
    const History history(folder / "history.db");
    BOOST_TEST(Database(folder / "history.db").number("PRAGMA user_version") == 2);

    const auto files = history.files(september);
    BOOST_TEST_REQUIRE(files.size() == 4U);
    BOOST_TEST(files[0].name == "Reoffending cohort summary June 2014.xlsx");
    BOOST_TEST((files[0].latest == Period::quarter(2014, 1)));
    BOOST_TEST(files[0].sheets.empty());
    BOOST_TEST(files[0].plan_hash == "", "it is read again, so that it is known what its cells were read as");
    BOOST_TEST_REQUIRE(files[2].sign_off.has_value());
    BOOST_TEST(files[2].sign_off->board == "Youth Offending Management Board");

    const auto known = history.observations(september);
    BOOST_TEST_REQUIRE(known.size() == 11U);
    BOOST_TEST(known[4].observation.measure.text == "confidence");
    BOOST_TEST(to_number(*known[4].observation.value) == 81.8);
    BOOST_TEST(*known[4].observation.denominator == 1000.0);
    BOOST_TEST(!known[4].observation.denominator_cell);
    const auto savings = history.savings(september);
    BOOST_TEST_REQUIRE(savings.size() == 11U);
    BOOST_TEST(savings[1].amount.amount.count == 118432050);
    BOOST_TEST(history.findings(september).size() == 1U);
    BOOST_TEST(history.next_run(september) == 2);
    BOOST_TEST(history.written("dashboards/Police and Crime Plan - partnership dashboard 2014-15 Q1 internal.xlsx")
                   .has_value());
    BOOST_TEST(!history.last_run());
}

BOOST_AUTO_TEST_CASE(a_history_that_was_brought_up_to_date_has_the_layout_of_a_new_one) {
    const tests::Folder folder("history-layouts");
    make_first_layout(folder / "old.db");
    History{folder / "old.db"};
    History{folder / "new.db"};
    const auto layout = [&](const char* name) {
        Database database(folder / name);
        std::string text;
        Statement rows = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
        while (rows.step()) text += rows.text(0) + ";\n";
        return text;
    };
    // SQLite dumps a table's name with or without quotation marks; that is all that may differ.
    std::string old_layout = layout("old.db");
    std::erase(old_layout, '"');
    BOOST_TEST(old_layout == layout("new.db"));
}

BOOST_AUTO_TEST_CASE(a_row_of_a_file_that_is_not_there_is_damage_and_found_at_opening) {
    const tests::Folder folder("history-strays");
    { History{folder / "history.db"}; }
    tests::make_database(folder / "history.db",
                         "PRAGMA foreign_keys = OFF; INSERT INTO sheet (file, position, name) VALUES (7, 0, 'Stray')");
    BOOST_CHECK_EXCEPTION(History{folder / "history.db"}, ReadError, [](const ReadError& error) {
        return std::string(error.what()).find("history.db is damaged") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(what_the_last_run_said_is_forgotten_when_anything_is_stored) {
    const tests::Folder folder("history-last-run");
    History history(folder / "history.db");
    BOOST_TEST(!history.last_run());
    history.remember_last_run("first");
    history.remember_last_run("second");
    BOOST_TEST(history.last_run().value() == "second");
    history.store(std::vector<FileContents>{});
    BOOST_TEST(history.last_run().value() == "second");
    FileContents contents;
    contents.file.hash = std::string(64, 'a');
    contents.file.known_on = september;
    history.store(contents);
    BOOST_TEST(!history.last_run());
}

BOOST_AUTO_TEST_CASE(cells_and_sheets_come_back_as_they_were_stored) {
    const tests::Folder folder("history-cells");
    FileContents contents;
    contents.file.hash = std::string(64, 'a');
    contents.file.known_on = september;
    contents.file.sheets = {"Return", "Notes"};
    contents.cells = {{"Return", 0, 3, 3, CellRole::header}, {"Return", 0, 4, 9, CellRole::label}};
    Observation observation;
    observation.period = Period::month(2014, 4);
    observation.value = 81.5;
    observation.denominator = 200.0;
    observation.denominator_cell = CellRef{4, 2};
    contents.observations = {observation};
    History history(folder / "history.db");
    history.store(contents);
    BOOST_TEST(history.files(september).front().sheets == contents.file.sheets);
    const auto cells = history.cells(september);
    BOOST_TEST_REQUIRE(cells.size() == 1U);
    BOOST_TEST(cells.front().hash == contents.file.hash);
    BOOST_TEST((cells.front().runs == contents.cells));
    BOOST_TEST((history.observations(september).front().observation.denominator_cell == CellRef{4, 2}));
    BOOST_TEST(history.cells(september - boost::gregorian::days(1)).empty());
}

BOOST_AUTO_TEST_SUITE_END()

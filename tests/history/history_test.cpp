#include "panelbook/history/history.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sqlite3.h>

#include "panelbook/core/errors.hpp"

#include "support/folder.hpp"
#include "support/unprivileged.hpp"

using namespace panelbook;
using namespace panelbook::history;

namespace {

const Date june{2014, 6, 30};
const Date september{2014, 9, 29};

Observation observation(std::string measure, std::string area, Period period, std::optional<Amount> value) {
    Observation made;
    made.measure = {std::move(measure)};
    made.area = {std::move(area)};
    made.period = period;
    made.value = value;
    made.source = {"force"};
    made.where = {"Northshire.xlsx", std::string(64, 'a'), "Return", {13, 2}};
    return made;
}

FileContents contents(std::string name, char hash_digit, Date known_on) {
    FileContents made;
    made.file.name = std::move(name);
    made.file.hash = std::string(64, hash_digit);
    made.file.stored = "archive/2014-06/" + std::string(8, hash_digit) + "-" + made.file.name;
    made.file.source = {"force"};
    made.file.known_on = known_on;
    made.file.run = 1;
    made.file.plan_hash = std::string(64, 'f');
    return made;
}

template <class Error, class Act>
std::string message_of(const Act& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.what();
    }
    return "(nothing was thrown)";
}

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(history)

BOOST_AUTO_TEST_CASE(everything_a_file_said_comes_back_exactly) {
    const tests::Folder folder("history-round-trip");
    FileContents sent = contents("Northshire.xlsx", 'a', june);
    sent.file.sign_off =
        SignOff{"Northshire YOS", "Youth Board", Period::quarter(2014, 1), september, "Head of service",
                CellRef{4, 1},    "Sign-off"};
    const std::vector<std::optional<Amount>> values{0.1 + 0.2,
                                                    std::numeric_limits<double>::denorm_min(),
                                                    std::numeric_limits<double>::max(),
                                                    -1.0 / 3.0,
                                                    9007199254740993.0,
                                                    Pence{std::numeric_limits<std::int64_t>::max()},
                                                    Pence{-1},
                                                    std::nullopt};
    const std::vector<Marker> markers{Marker::none,           Marker::provisional,  Marker::revised,
                                      Marker::not_supplied,   Marker::not_released, Marker::suppressed,
                                      Marker::not_applicable, Marker::in_error};
    for (std::size_t i = 0; i < values.size(); ++i) {
        Observation each = observation("m" + std::to_string(i), "City", Period::month(2014, 4), values[i]);
        each.marker = markers[i];
        each.where.cell = {static_cast<std::uint32_t>(i), 16383};
        if (i % 2 == 0) each.denominator = 1.0 / 7.0;
        sent.observations.push_back(each);
    }
    SavingsAmount saving;
    saving.scheme = "Fleet \"A\" \xC2\xA3";
    saving.owner = "Finance";
    saving.status = "nearing completion";
    saving.recurring = "one-off";
    saving.year = Period::span(Period::month(2013, 4), Period::month(2017, 3));
    saving.amount = {-230000000001};
    saving.scope = "1 April 2013 to 31 March 2017";
    saving.as_at = Date(2014, 3, 31);
    saving.estimate = "original";
    saving.source = {"finance"};
    saving.where = {"Northshire.xlsx", sent.file.hash, "Savings", {7, 3}};
    sent.savings.push_back(saving);
    saving.as_at.reset();
    sent.savings.push_back(saving);
    sent.findings.push_back({Severity::warning,
                             "not-a-number",
                             {"Northshire.xlsx", "Return", CellRef{1, 2}},
                             "It's text.",
                             "Type a number.",
                             "'; DROP TABLE file; --",
                             "a number"});
    sent.findings.push_back({Severity::note, "empty-sheet", {"Northshire.xlsx", "", {}}, "Nothing.", "", "", ""});

    History(folder / "history.db").store(sent);
    const History read(folder / "history.db");

    const std::vector<FileRecord> files = read.files(june);
    BOOST_TEST_REQUIRE(files.size() == 1U);
    const FileRecord& file = files.front();
    BOOST_TEST(file.hash == sent.file.hash);
    BOOST_TEST(file.name == sent.file.name);
    BOOST_TEST(file.stored == sent.file.stored);
    BOOST_TEST((file.state == FileState::archived));
    BOOST_TEST(file.source.text == "force");
    BOOST_TEST((file.known_on == june));
    BOOST_TEST(file.run == 1);
    BOOST_TEST(file.plan_hash == sent.file.plan_hash);
    BOOST_TEST((file.latest == Period::month(2014, 4)));
    BOOST_TEST_REQUIRE(file.sign_off.has_value());
    BOOST_TEST(file.sign_off->organisation == "Northshire YOS");
    BOOST_TEST(file.sign_off->board == "Youth Board");
    BOOST_TEST((file.sign_off->period == Period::quarter(2014, 1)));
    BOOST_TEST((file.sign_off->presented_on == september));
    BOOST_TEST(file.sign_off->completed_by == "Head of service");
    BOOST_TEST((file.sign_off->presented_on_cell == CellRef{4, 1}));
    BOOST_TEST(file.sign_off->sheet == "Sign-off");

    const std::vector<KnownObservation> known = read.observations(june);
    BOOST_TEST_REQUIRE(known.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Observation& expected = sent.observations[i];
        const Observation& found = known[i].observation;
        BOOST_TEST_CONTEXT(expected.measure.text) {
            BOOST_TEST(found.measure.text == expected.measure.text);
            BOOST_TEST(found.area.text == expected.area.text);
            BOOST_TEST((found.period == expected.period));
            BOOST_TEST((found.value == expected.value));
            BOOST_TEST((found.denominator == expected.denominator));
            BOOST_TEST((found.marker == expected.marker));
            BOOST_TEST(found.source.text == expected.source.text);
            BOOST_TEST((found.where == expected.where));
            BOOST_TEST((known[i].known_on == june));
            BOOST_TEST(known[i].hash == sent.file.hash);
        }
    }

    const std::vector<KnownSavings> savings = read.savings(june);
    BOOST_TEST_REQUIRE(savings.size() == 2U);
    const SavingsAmount& found = savings.front().amount;
    BOOST_TEST(found.scheme == saving.scheme);
    BOOST_TEST(found.owner == saving.owner);
    BOOST_TEST(found.status == saving.status);
    BOOST_TEST(found.recurring == saving.recurring);
    BOOST_TEST((found.year == saving.year));
    BOOST_TEST(found.amount.count == saving.amount.count);
    BOOST_TEST(found.scope == saving.scope);
    BOOST_TEST((found.as_at == Date(2014, 3, 31)));
    BOOST_TEST(!savings.back().amount.as_at);
    BOOST_TEST(found.estimate == saving.estimate);
    BOOST_TEST(found.source.text == saving.source.text);
    BOOST_TEST((found.where == saving.where));

    const std::vector<KnownFinding> findings = read.findings(june);
    BOOST_TEST_REQUIRE(findings.size() == 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        BOOST_TEST(findings[i].hash == sent.file.hash);
        BOOST_TEST((findings[i].finding.severity == sent.findings[i].severity));
        BOOST_TEST(findings[i].finding.rule == sent.findings[i].rule);
        BOOST_TEST((findings[i].finding.where == sent.findings[i].where));
        BOOST_TEST(findings[i].finding.message == sent.findings[i].message);
        BOOST_TEST(findings[i].finding.remedy == sent.findings[i].remedy);
        BOOST_TEST(findings[i].finding.found == sent.findings[i].found);
        BOOST_TEST(findings[i].finding.expected == sent.findings[i].expected);
    }
}

BOOST_AUTO_TEST_CASE(a_second_reading_replaces_the_first_and_keeps_its_date) {
    const tests::Folder folder("history-replace");
    History history(folder / "history.db");
    FileContents sent = contents("Northshire.xlsx", 'a', june);
    sent.file.state = FileState::rejected;
    sent.file.sign_off.emplace();
    sent.observations = {observation("burglary", "City", Period::month(2014, 4), 1.0),
                         observation("burglary", "City", Period::month(2014, 5), 2.0)};
    sent.findings = {{Severity::error, "label-not-found", {"Northshire.xlsx", "", {}}, "", "", "", ""}};
    history.store(sent);

    FileContents mended = contents("Copy of Northshire.xlsx", 'a', september);
    mended.file.run = 4;
    mended.file.source = {"city"};
    mended.file.plan_hash = "second plan";
    mended.observations = {observation("burglary", "City", Period::month(2014, 6), 3.0)};
    history.store(mended);

    const std::vector<KnownObservation> known = history.observations(june);
    BOOST_TEST_REQUIRE(known.size() == 1U);
    BOOST_TEST(to_number(*known.front().observation.value) == 3.0);
    BOOST_TEST((known.front().known_on == june));
    BOOST_TEST(history.findings(september).empty());
    const std::optional<FileRecord> file = history.file(sent.file.hash);
    BOOST_TEST_REQUIRE(file.has_value());
    BOOST_TEST((file->known_on == june));
    BOOST_TEST(file->run == 1);
    BOOST_TEST(file->name == "Northshire.xlsx");
    BOOST_TEST(file->source.text == "city");
    BOOST_TEST(file->plan_hash == "second plan");
    BOOST_TEST((file->state == FileState::archived));
    BOOST_TEST((file->latest == Period::month(2014, 6)));
    BOOST_TEST(!file->sign_off);
    BOOST_TEST(!history.file("another").has_value());
}

BOOST_AUTO_TEST_CASE(what_was_not_yet_known_is_not_given) {
    const tests::Folder folder("history-as-of");
    History history(folder / "history.db");
    for (const auto& [digit, day] : {std::pair{'a', june}, std::pair{'b', september}}) {
        FileContents sent = contents("Northshire.xlsx", digit, day);
        sent.observations = {observation("burglary", "City", Period::month(2014, 4), digit == 'a' ? 1.0 : 2.0)};
        sent.savings.emplace_back();
        sent.savings.back().year = Period::financial_year(2014);
        sent.findings = {{Severity::note, "revised-figure", {"Northshire.xlsx", "", {}}, "", "", "", ""}};
        history.store(sent);
    }
    struct Row {
        Date as_of;
        std::size_t known;
    };
    for (const Row& row : {Row{june - boost::gregorian::days(1), 0}, Row{june, 1},
                           Row{september - boost::gregorian::days(1), 1}, Row{september, 2}}) {
        BOOST_TEST_CONTEXT(to_iso(row.as_of)) {
            BOOST_TEST(history.files(row.as_of).size() == row.known);
            BOOST_TEST(history.observations(row.as_of).size() == row.known);
            BOOST_TEST(history.savings(row.as_of).size() == row.known);
            BOOST_TEST(history.findings(row.as_of).size() == row.known);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_order_does_not_depend_on_the_order_of_storing) {
    std::vector<FileContents> all;
    for (const char digit : {'c', 'a', 'b'}) {
        FileContents sent = contents(digit == 'a' ? "Z.xlsx" : "A.xlsx", digit, digit == 'c' ? september : june);
        for (const int month : {6, 4}) {
            for (const char* area : {"County", "City"}) {
                sent.observations.push_back(observation("burglary", area, Period::month(2014, month), 1.0));
                sent.observations.back().where.cell = {9, static_cast<std::uint32_t>(month)};
            }
        }
        all.push_back(sent);
    }
    std::vector<std::string> seen;
    for (const bool backwards : {false, true}) {
        const tests::Folder folder("history-order");
        History history(folder / "history.db");
        std::vector<FileContents> storing = all;
        if (backwards) std::reverse(storing.begin(), storing.end());
        history.store(storing);
        std::string text;
        for (const KnownObservation& each : history.observations(september)) {
            text += each.observation.area.text + " " + each.observation.period.key() + " " + to_iso(each.known_on) +
                    " " + each.observation.where.file + "\n";
        }
        for (const FileRecord& each : history.files(september)) text += each.name + each.hash.substr(0, 1) + "\n";
        seen.push_back(text);
    }
    BOOST_TEST(seen[0] == seen[1]);
    BOOST_TEST(mentions(seen[0],
                        "City 2014-04 2014-06-30 A.xlsx\n"
                        "City 2014-04 2014-06-30 Z.xlsx\n"
                        "City 2014-04 2014-09-29 A.xlsx\n"
                        "City 2014-06 2014-06-30 A.xlsx\n"));
    BOOST_TEST(mentions(seen[0], "A.xlsxb\nZ.xlsxa\nA.xlsxc\n"));
}

BOOST_AUTO_TEST_CASE(the_files_of_a_run_are_stored_together_or_not_at_all) {
    const tests::Folder folder("history-transaction");
    History history(folder / "history.db");
    FileContents good = contents("Good.xlsx", 'a', june);
    FileContents bad = contents("Bad.xlsx", 'b', june);
    bad.observations = {
        observation("burglary", "City", Period::month(2014, 4), std::numeric_limits<double>::quiet_NaN())};
    BOOST_CHECK_THROW(history.store({good, bad}), std::invalid_argument);
    BOOST_TEST(history.files(september).empty());
}

BOOST_AUTO_TEST_CASE(runs_are_numbered_within_their_day_and_one_cut_short_keeps_its_number) {
    const tests::Folder folder("history-runs");
    History history(folder / "history.db");
    BOOST_TEST(history.next_run(june) == 1);
    history.store(contents("A.xlsx", 'a', june));
    BOOST_TEST(history.next_run(june) == 1);
    history.finish_run(june, 1);
    BOOST_TEST(history.next_run(june) == 2);
    history.finish_run(june, 2);
    BOOST_TEST(history.next_run(june) == 2, "a run without files uses up no number");
    BOOST_TEST(history.next_run(september) == 1);
}

BOOST_AUTO_TEST_CASE(outputs_are_remembered_by_their_last_hash) {
    const tests::Folder folder("history-written");
    History history(folder / "history.db");
    BOOST_TEST(!history.written("dashboards/Q1.xlsx").has_value());
    history.remember_written({"dashboards/Q1.xlsx", "first"});
    history.remember_written({"dashboards/Q1.xlsx", "second"});
    BOOST_TEST_REQUIRE(history.written("dashboards/Q1.xlsx").has_value());
    BOOST_TEST(history.written("dashboards/Q1.xlsx")->hash == "second");
}

BOOST_AUTO_TEST_CASE(the_latest_period_is_the_one_that_ends_last_with_a_value) {
    const Period april = Period::month(2014, 4), may = Period::month(2014, 5), june_month = Period::month(2014, 6);
    SavingsAmount saving;
    saving.as_at = Date(2014, 3, 31);
    struct Row {
        std::string name;
        std::vector<Observation> observations;
        std::vector<SavingsAmount> savings;
        std::optional<Period> expected;
    };
    const std::vector<Row> rows{
        {"nothing", {}, {}, std::nullopt},
        {"the later month", {observation("m", "a", may, 1.0), observation("m", "a", april, 1.0)}, {saving}, may},
        {"columns still to be filled in do not count",
         {observation("m", "a", april, 1.0), observation("m", "a", june_month, std::nullopt)},
         {},
         april},
        {"only markers",
         {observation("m", "a", april, std::nullopt), observation("m", "a", may, std::nullopt)},
         {},
         may},
        {"the quarter and its last month end together",
         {observation("m", "a", Period::quarter(2014, 1), 1.0), observation("m", "a", june_month, 1.0)},
         {},
         june_month},
        {"savings alone", {}, {saving}, Period::month(2014, 3)},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name) {
            FileContents sent;
            sent.observations = row.observations;
            sent.savings = row.savings;
            BOOST_TEST((latest_period(sent) == row.expected));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_history_is_named_with_the_remedy) {
    const tests::Folder folder("history-damaged");
    const std::filesystem::path path = folder / "history.db";
    std::ofstream(path) << "This is not a database, but it is long enough to be taken for one at a glance.\n"
                        << std::string(5000, 'x');
    const std::string message = message_of<ReadError>([&] { History{path}; });
    BOOST_TEST(mentions(message, path.string() + " is damaged"));
    BOOST_TEST(mentions(message, "Put back the last good copy of history.db"));
}

BOOST_AUTO_TEST_CASE(damage_inside_is_found_when_it_is_read) {
    const tests::Folder folder("history-damaged-inside");
    const std::filesystem::path path = folder / "history.db";
    {
        History history(path);
        FileContents sent = contents("Northshire.xlsx", 'a', june);
        for (int i = 0; i < 2000; ++i)
            sent.observations.push_back(observation("burglary", "City", Period::month(2014, 4), i / 7.0));
        history.store(sent);
    }
    const auto size = std::filesystem::file_size(path);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(size / 2));
    file << std::string(size / 2, '\xEE');
    file.close();
    const std::string message = message_of<ReadError>([&] { History(path).observations(september); });
    BOOST_TEST(mentions(message, "history.db is damaged"));
}

BOOST_AUTO_TEST_CASE(a_newer_schema_and_a_foreign_database_are_refused_and_left_alone) {
    struct Row {
        std::string sql;
        std::string says;
    };
    for (const Row& row : {Row{"PRAGMA user_version = 99", "newer version of panelbook"},
                           Row{"PRAGMA application_id = 7", "another program"}}) {
        const tests::Folder folder("history-refused");
        const std::filesystem::path path = folder / "history.db";
        History(path).store(contents("A.xlsx", 'a', june));
        sqlite3* handle = nullptr;
        BOOST_TEST_REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
        BOOST_TEST(sqlite3_exec(handle, row.sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(handle);
        const std::string message = message_of<ReadError>([&] { History{path}; });
        BOOST_TEST(mentions(message, row.says));
        BOOST_TEST(mentions(message, path.string()));
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_named) {
    const tests::Folder folder("history-read-only");
    const std::string missing = message_of<WriteError>([&] { History{folder / "no such folder" / "history.db"}; });
    BOOST_TEST(mentions(missing, "cannot be opened for writing"));

    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    std::string message;
    {
        const tests::Unprivileged nobody;
        message = message_of<WriteError>([&] { History{folder / "history.db"}; });
    }
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    BOOST_TEST(mentions(message, "history.db cannot be opened for writing"));
}

BOOST_AUTO_TEST_SUITE_END()

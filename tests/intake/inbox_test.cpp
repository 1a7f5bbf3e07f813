#include "panelbook/intake/inbox.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/intake/lock.hpp"
#include "panelbook/intake/store.hpp"

#include "support/folder.hpp"
#include "support/unprivileged.hpp"

namespace fs = std::filesystem;
using namespace panelbook::intake;
using panelbook::Date;
using panelbook::LockedError;
using panelbook::WriteError;
using panelbook::tests::Folder;
using std::chrono::seconds;

namespace {

void put(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

struct NameCase {
    const char* name;
    bool ignored;
    bool conflict;
};

std::ostream& operator<<(std::ostream& out, const NameCase& one) {
    return out << one.name;
}

const NameCase names[] = {
    {"Return.xlsx", false, false},           {"~$Return.xlsx", true, false},
    {".~lock.Return.xlsx#", true, false},    {"Return.xlsx.tmp", true, false},
    {"Return.crdownload", true, false},      {"Thumbs.db", true, false},
    {"Return (1).xlsx", false, true},        {"Return(2).xlsx", false, true},
    {"Return - Copy.xlsx", false, true},     {"Return (Anna's conflicted copy 2014-07-01).xlsx", false, true},
    {"Return (Rutland).xlsx", false, false}, {"Return.sync-conflict-20140701-120000-ABC.xlsx", false, true},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(intake)

BOOST_DATA_TEST_CASE(names_tell_what_is_no_workbook_and_what_is_a_copy, boost::unit_test::data::make(names), one) {
    BOOST_TEST(is_ignored(one.name) == one.ignored);
    BOOST_TEST(is_conflict_copy(one.name) == one.conflict);
}

BOOST_AUTO_TEST_CASE(files_are_ready_waiting_or_ignored) {
    const Folder folder("inbox");
    const std::string whole = "PK\x03\x04 body PK\x05\x06 and the rest of the end record";
    put(folder / "b.xlsx", whole);
    put(folder / "sub/a.xlsx", whole);
    put(folder / "cut.xlsx", "PK\x03\x04 body");
    put(folder / "open.xlsx", whole + "2");
    put(folder / "~$open.xlsx", "");
    put(folder / "list.csv", "a,b\n");
    put(folder / "old.xls", "\xD0\xCF\x11\xE0");
    put(folder / "open.ods", "PK\x03\x04 mimetype PK\x05\x06 and the rest of the end record");
    const Inbox inbox = look(folder.path(), seconds(0));
    BOOST_REQUIRE(inbox.ready.size() == 5);
    BOOST_TEST(inbox.ready[0].name == "b.xlsx");
    BOOST_TEST(inbox.ready[1].name == "list.csv");
    BOOST_TEST(inbox.ready[2].name == "old.xls");
    BOOST_TEST(inbox.ready[3].name == "open.ods");
    BOOST_TEST(inbox.ready[4].name == "sub/a.xlsx");
    BOOST_TEST(inbox.ready[4].hash == inbox.ready[0].hash);
    BOOST_REQUIRE(inbox.waiting.size() == 2);
    BOOST_TEST(inbox.waiting[0].name == "cut.xlsx");
    BOOST_TEST(inbox.waiting[1].reason.find("open in Excel") != std::string::npos);
    BOOST_TEST(inbox.ignored == 1);
}

BOOST_AUTO_TEST_CASE(a_csv_or_xls_is_taken_only_when_it_has_lain_unchanged) {
    const Folder folder("inbox");
    put(folder / "new.csv", "a\n");
    put(folder / "new.xls", "\xD0\xCF\x11\xE0");
    put(folder / "old.csv", "a\n");
    fs::last_write_time(folder / "old.csv", fs::file_time_type::clock::now() - std::chrono::minutes(11));
    const Inbox inbox = look(folder.path(), seconds(1));
    BOOST_REQUIRE(inbox.ready.size() == 1);
    BOOST_TEST(inbox.ready[0].name == "old.csv");
    BOOST_REQUIRE(inbox.waiting.size() == 2);
    BOOST_TEST(inbox.waiting[1].name == "new.xls");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_opened_waits_and_the_others_are_taken) {
    const Folder folder("inbox");
    const std::string whole = "PK\x03\x04 body PK\x05\x06 and the rest of the end record";
    put(folder / "locked.xlsx", whole);
    put(folder / "open.xlsx", whole);
    fs::permissions(folder / "locked.xlsx", fs::perms::none);
    fs::permissions(folder.path(), fs::perms(0755));
    const Inbox inbox = [&] {
        const panelbook::tests::Unprivileged nobody;
        return look(folder.path(), seconds(0));
    }();
    BOOST_REQUIRE(inbox.waiting.size() == 1);
    BOOST_TEST(inbox.waiting[0].name == "locked.xlsx");
    BOOST_TEST(inbox.waiting[0].reason == "it cannot be opened: somebody may have locked it");
    BOOST_REQUIRE(inbox.ready.size() == 1);
    BOOST_TEST(inbox.ready[0].name == "open.xlsx");
}

BOOST_AUTO_TEST_CASE(an_absent_inbox_is_empty) {
    const Folder folder("inbox");
    BOOST_TEST(look(folder / "none", seconds(0)).ready.empty());
}

BOOST_AUTO_TEST_CASE(only_one_run_holds_a_workspace) {
    const Folder folder("lock");
    {
        const Lock held(folder.path());
        BOOST_CHECK_THROW(Lock(folder.path()), LockedError);
    }
    BOOST_CHECK_NO_THROW(Lock(folder.path()));
    BOOST_CHECK_THROW(Lock(folder / "absent"), WriteError);
}

BOOST_AUTO_TEST_CASE(an_original_is_kept_byte_for_byte_and_never_overwritten) {
    const Folder folder("store");
    const std::string place = archive_place("sub/Return.xlsx", "ab12cd34ef", Date(2014, 9, 29));
    BOOST_TEST(place == "archive/2014-09/ab12cd34-Return.xlsx");
    BOOST_TEST(rejected_place("R.xlsx", "ab12cd34ef", Date(2014, 9, 29)) == "rejected/2014-09/ab12cd34-R.xlsx");
    keep(folder.path(), place, "bytes");
    BOOST_CHECK_NO_THROW(keep(folder.path(), place, "bytes"));
    BOOST_CHECK_THROW(keep(folder.path(), place, "other"), WriteError);
    BOOST_TEST(read_file(folder / place) == "bytes");
    BOOST_TEST(((fs::status(folder / place).permissions() & fs::perms::owner_write) == fs::perms::none));
}

BOOST_AUTO_TEST_SUITE_END()

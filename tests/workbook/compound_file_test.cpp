#include "panelbook/workbook/compound_file.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "panelbook/workbook/refused.hpp"

#include "support/xls_file.hpp"

using namespace panelbook::workbook;
using panelbook::tests::compound_file;
using panelbook::tests::compound_table_at;
using panelbook::tests::CompoundShape;
using panelbook::tests::le16;
using panelbook::tests::le32;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::string letters(std::size_t count) {
    std::string text;
    for (std::size_t at = 0; at < count; ++at) text += static_cast<char>('a' + at % 23);
    return text;
}

struct SizeCase {
    const char* name;
    std::size_t bytes;
    CompoundShape shape;
};
std::ostream& operator<<(std::ostream& out, const SizeCase& one) {
    return out << one.name;
}

const std::vector<SizeCase> sizes{
    {"empty", 0, {}},
    {"less than a small sector", 10, {}},
    {"one small sector", 64, {}},
    {"small sectors", 4095, {}},
    {"the first that is not small", 4096, {}},
    {"whole sectors", 5120, {}},
    {"sectors", 9999, {}},
    {"small, in large sectors", 4095, {.large_sectors = true}},
    {"large sectors", 20'000, {.large_sectors = true}},
    {"the last sector cut short", 5000, {.folder = "Macros", .last_sector_short = true}},
    {"a table too long for the header", 7'500'000, {}},
};

std::string with(std::string bytes, std::size_t at, const std::string& other) {
    return bytes.replace(at, other.size(), other);
}

struct DamageCase {
    const char* name;
    std::function<std::string(std::string)> damage;
    const char* what;
};
std::ostream& operator<<(std::ostream& out, const DamageCase& one) {
    return out << one.name;
}

// The table has one sector, and the stream of 6000 bytes the twelve behind it.
const std::vector<DamageCase> damages{
    {"too short", [](std::string file) { return file.substr(0, 511); }, "too short"},
    {"the order of bytes", [](std::string file) { return with(file, 28, le16(0xFEFF)); }, "beginning"},
    {"sectors of an odd size", [](std::string file) { return with(file, 30, le16(10)); }, "beginning"},
    {"a circle", [](std::string file) { return with(file, compound_table_at + 4 * 3, le32(1)); }, "circle"},
    {"a sector beyond the end", [](std::string file) { return with(file, compound_table_at + 4 * 3, le32(99)); },
     "leaves the file"},
    {"cut in the stream", [](std::string file) { return file.substr(0, 3000); }, "leaves the file"},
    {"a table beyond the end", [](std::string file) { return with(file, 76, le32(99)); }, "leaves the file"},
    {"a table without end",
     [](std::string file) {
         for (std::size_t place = 0; place < 109; ++place) file = with(file, 76 + 4 * place, le32(1));
         return file;
     },
     "circle"},
    {"a list of the table in a circle",
     [](std::string file) { return with(with(file, 68, le32(1) + le32(1)), 512 + 512 + 508, le32(1)); }, ""},
    {"a directory beyond the end", [](std::string file) { return with(file, 48, le32(99)); }, "leaves the file"},
    {"no directory", [](std::string file) { return with(file, 48, le32(0xFFFFFFFE)); }, "list of streams"},
    {"a directory that is none", [](std::string file) { return with(file, 48, le32(1)); }, "list of streams"},
    {"an entry beside itself", [](std::string file) { return with(file, file.size() - 512 + 128 + 72, le32(1)); },
     "list of streams"},
    {"an entry that is not there", [](std::string file) { return with(file, file.size() - 512 + 128 + 72, le32(77)); },
     "list of streams"},
};

}  // namespace

BOOST_DATA_TEST_CASE(streams_are_read_whatever_their_size, sizes, one) {
    const std::string bytes = letters(one.bytes);
    const std::string file =
        compound_file({{"Other", "small"}, {"Workbook", bytes}, {"Last", letters(5000)}}, one.shape);
    const CompoundFile compound(file);
    BOOST_TEST(compound.has("Workbook"));
    BOOST_TEST((compound.stream("Workbook") == bytes));
    BOOST_TEST(compound.stream("Other") == "small");
    BOOST_TEST((compound.stream("Last") == letters(5000)));
}

BOOST_AUTO_TEST_CASE(streams_are_known_by_name_whatever_its_case) {
    const std::string file = compound_file({{"WORKBOOK", "x"}}, {.folder = "Macros"});
    const CompoundFile compound(file);
    BOOST_TEST(compound.stream("Workbook") == "x");
    BOOST_TEST(compound.has("macros"));
    BOOST_TEST(!compound.has("Book"));
    BOOST_CHECK_THROW(compound.stream("Macros"), Refused);
    BOOST_CHECK_THROW(compound.stream("Book"), Refused);
}

BOOST_DATA_TEST_CASE(damaged_compound_files_are_refused, damages, one) {
    const std::string file = one.damage(compound_file({{"Workbook", letters(6000)}}));
    std::string message;
    try {
        CompoundFile(file).stream("Workbook");
    } catch (const Refused& refused) {
        message = refused.finding("a.xls").message;
    }
    BOOST_TEST_INFO(message);
    BOOST_TEST(!message.empty());
    BOOST_TEST(message.find(one.what) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_compound_file_cut_anywhere_is_read_or_refused) {
    const std::string bytes = letters(6000);
    const std::string file = compound_file({{"Workbook", bytes}, {"Other", "small"}});
    for (std::size_t size = 0; size < file.size(); size += 61) {
        try {
            BOOST_TEST((CompoundFile(std::string_view(file).substr(0, size)).stream("Workbook") == bytes));
        } catch (const Refused&) {
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

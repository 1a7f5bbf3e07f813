#include "panelbook/write/package.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "panelbook/core/errors.hpp"

#include "support/folder.hpp"
#include "support/zip_parts.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::write;

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const std::vector<PackagePart> parts = {
    {"[Content_Types].xml", "<Types/>"}, {"empty.xml", ""}, {"xl/long.xml", std::string(100000, 'x')}};

BOOST_AUTO_TEST_SUITE(write)
BOOST_AUTO_TEST_SUITE(packages)

BOOST_AUTO_TEST_CASE(what_is_written_reads_back) {
    const tests::Folder folder("write-package");
    write_package(parts, folder / "one.zip");
    const auto read = read_package(folder / "one.zip");
    BOOST_REQUIRE_EQUAL(read.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        BOOST_TEST(read[i].name == parts[i].name);
        BOOST_TEST((read[i].bytes == parts[i].bytes));
    }
    const auto by_the_reader = tests::read_zip(folder / "one.zip");
    BOOST_REQUIRE_EQUAL(by_the_reader.size(), parts.size());
    BOOST_TEST((by_the_reader[2].bytes == parts[2].bytes));
}

BOOST_AUTO_TEST_CASE(the_same_parts_give_the_same_bytes) {
    const tests::Folder folder("write-package");
    write_package(parts, folder / "one.zip");
    write_package(parts, folder / "two.zip");
    BOOST_TEST((bytes_of(folder / "one.zip") == bytes_of(folder / "two.zip")));
}

BOOST_AUTO_TEST_CASE(a_damaged_package_is_refused) {
    const tests::Folder folder("write-package");
    write_package(parts, folder / "one.zip");
    std::string bytes = bytes_of(folder / "one.zip");
    bytes[bytes.find("<Types/>") == std::string::npos ? 50 : bytes.find("<Types/>")] ^= 0x20;
    std::ofstream(folder / "one.zip", std::ios::binary | std::ios::trunc) << bytes;
    BOOST_CHECK_THROW(read_package(folder / "one.zip"), WriteError);
    BOOST_CHECK_THROW(read_package(folder / "absent.zip"), WriteError);
    BOOST_CHECK_THROW(write_package(parts, folder / "no such folder/one.zip"), WriteError);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace

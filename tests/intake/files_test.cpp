#include "panelbook/intake/files.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "panelbook/core/errors.hpp"

#include "support/folder.hpp"

using namespace panelbook::intake;
using panelbook::ReadError;
using panelbook::WriteError;
namespace tests = panelbook::tests;

BOOST_AUTO_TEST_SUITE(intake)

BOOST_AUTO_TEST_CASE(sha256_agrees_with_the_published_vectors) {
    BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_whole_and_leaves_no_temporary_behind) {
    const tests::Folder folder("files");
    const auto path = folder / "out.bin";
    write_file(path, "old");
    write_file(path, std::string("new\0bytes", 9));
    BOOST_TEST(read_file(path) == std::string("new\0bytes", 9));
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_or_written_is_named) {
    const tests::Folder folder("files");
    BOOST_CHECK_EXCEPTION(read_file(folder / "absent"), ReadError, [](const ReadError& error) {
        return std::string(error.what()).find("absent") != std::string::npos;
    });
    BOOST_CHECK_THROW(write_file(folder / "no" / "such" / "folder", "x"), WriteError);
}

BOOST_AUTO_TEST_SUITE_END()

#include "panelbook/workbook/read_ahead.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "panelbook/workbook/refused.hpp"

#include "support/deflate.hpp"
#include "support/package.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::noise;
using tests::PackagePart;
using tests::zip_bytes;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::string read_to_end(PieceSource& pieces) {
    std::string bytes;
    for (std::string_view piece = pieces.next(); !piece.empty(); piece = pieces.next()) bytes += piece;
    return bytes;
}

/// A part of far more windows than are unpacked ahead.
PackagePart large_part() {
    return {.name = "a", .bytes = noise(2'000'000), .deflate = true};
}

}  // namespace

BOOST_AUTO_TEST_CASE(reading_ahead_gives_the_same_bytes) {
    const PackagePart part = large_part();
    const std::string bytes = zip_bytes({part});
    const Limits limits;
    Package package(bytes, limits);
    ReadAhead ahead(package.open("a"));
    BOOST_CHECK(read_to_end(ahead) == part.bytes);
    BOOST_TEST(ahead.next().empty());
}

BOOST_AUTO_TEST_CASE(reading_ahead_of_stored_and_empty_parts) {
    const std::string stored = noise(300'000);
    const std::string bytes = zip_bytes({{"a", stored}, {"b", "", true}});
    const Limits limits;
    Package package(bytes, limits);
    BOOST_CHECK(read_to_end(*std::make_unique<ReadAhead>(package.open("a"))) == stored);
    BOOST_TEST(read_to_end(*std::make_unique<ReadAhead>(package.open("b"))) == "");
}

BOOST_AUTO_TEST_CASE(reading_ahead_carries_over_what_is_wrong) {
    PackagePart part = large_part();
    part.crc = 7;
    const std::string bytes = zip_bytes({part});
    const Limits limits;
    Package package(bytes, limits);
    ReadAhead ahead(package.open("a"));
    std::size_t read = 0;
    while (read < part.bytes.size()) read += ahead.next().size();
    BOOST_CHECK_THROW(ahead.next(), Refused);
    BOOST_CHECK_THROW(ahead.next(), Refused);
}

BOOST_AUTO_TEST_CASE(reading_ahead_stops_where_it_is_left) {
    const std::string bytes = zip_bytes({large_part()});
    const Limits limits;
    Package package(bytes, limits);
    for (int pieces = 0; pieces < 6; ++pieces) {
        ReadAhead ahead(package.open("a"));
        for (int piece = 0; piece < pieces; ++piece) BOOST_TEST(!ahead.next().empty());
    }
    BOOST_TEST(package.open("a").next().size() > 0u);
}

BOOST_AUTO_TEST_CASE(pieces_of_small_and_large_parts_are_theirs) {
    const PackagePart large = large_part();
    const std::string bytes = zip_bytes({large, {"b", "short", true}});
    const Limits limits;
    Package package(bytes, limits);
    BOOST_CHECK(read_to_end(*pieces_of(package.open("a"))) == large.bytes);
    BOOST_CHECK(read_to_end(*pieces_of(package.open("b"))) == "short");
}

BOOST_AUTO_TEST_SUITE_END()

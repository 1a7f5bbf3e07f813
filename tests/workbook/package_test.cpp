#include "panelbook/workbook/package.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <ostream>

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

std::string whole_part(Package& package, const std::string& name) {
    PartStream part = package.open(name);
    std::string bytes;
    for (std::string_view piece = part.next(); !piece.empty(); piece = part.next()) bytes += piece;
    return bytes;
}

std::string read_part(const PackagePart& part, const Limits& limits = {}) {
    const std::string bytes = zip_bytes({part});
    Package package(bytes, limits);
    return whole_part(package, part.name);
}

}  // namespace

BOOST_AUTO_TEST_CASE(package_unpacks_stored_and_deflated_parts_longer_than_the_window) {
    const std::string text = noise(300'000);
    BOOST_CHECK(read_part({"a", text}) == text);
    BOOST_CHECK(read_part({"a", text, true}) == text);
    BOOST_CHECK(read_part({"a", "", true}).empty());
}

BOOST_AUTO_TEST_CASE(package_uses_its_window_again) {
    const std::string bytes = zip_bytes({{"a", noise(100'000), true}, {"b", "short", true}});
    const Limits limits;
    Package package(bytes, limits);
    BOOST_TEST(package.open("a").next().size() > 0u);
    BOOST_TEST(whole_part(package, "b") == "short");
    BOOST_TEST(whole_part(package, "a").size() == 100'000u);
}

namespace {

struct BadPart {
    const char* name;
    PackagePart part;
    const char* message;
};
std::ostream& operator<<(std::ostream& out, const BadPart& bad) {
    return out << bad.name;
}

const std::vector<BadPart> bad_parts{
    {"wrong crc", {.name = "a", .bytes = "one", .crc = 1}, "The check sum of a part is wrong"},
    {"wrong crc, deflated",
     {.name = "a", .bytes = "one", .deflate = true, .crc = 1},
     "The check sum of a part is wrong"},
    {"longer than it says",
     {.name = "a", .bytes = "one", .deflate = true, .size = 2},
     "A part is longer than it says."},
    {"shorter than it says",
     {.name = "a", .bytes = "one", .deflate = true, .size = 4},
     "A part is not as long as it says."},
    {"not deflate", {.name = "a", .bytes = "\xFF\xFF\xFF", .method = 8}, "A packed part of it cannot be unpacked."},
    {"deflate that stops short", {.name = "a", .bytes = "\x03", .method = 8}, "A packed part of it stops short."},
    {"bytes behind the stream",
     {.name = "a", .bytes = "one", .deflate = true, .packed_behind = "x"},
     "A part is not as long as it says."},
};

}  // namespace

BOOST_DATA_TEST_CASE(package_refuses_bad_parts, bad_parts, bad) {
    BOOST_CHECK_EXCEPTION(read_part(bad.part), Refused, [&bad](const Refused& refused) {
        BOOST_TEST(refused.finding("a.xlsx").rule == "file-damaged");
        BOOST_TEST_INFO(refused.what());
        return std::string_view(refused.what()).find(bad.message) != std::string_view::npos;
    });
}

namespace {

struct LimitedPart {
    const char* name;
    std::function<void(Limits&)> limit;
    std::size_t largest;  // that is still taken
    bool noisy;
    const char* words;
};
std::ostream& operator<<(std::ostream& out, const LimitedPart& limited) {
    return out << limited.name;
}

const std::vector<LimitedPart> limited_parts{
    {"one part", [](Limits& limits) { limits.part_bytes = 200'000; }, 200'000, true,
     "of 200,000 bytes unpacked for one part (part_bytes)"},
    {"all parts", [](Limits& limits) { limits.inflated_bytes = 150 * 1024; }, 150 * 1024, true,
     "of 150 KiB unpacked in all (inflated_bytes)"},
    {"ratio", [](Limits& limits) { limits.ratio_free_bytes = 70'000; }, 70'000, false,
     "of 100 bytes unpacked from one (ratio)"},
};

}  // namespace

BOOST_DATA_TEST_CASE(package_counts_while_unpacking, limited_parts, limited) {
    Limits limits;
    limited.limit(limits);
    const auto text = [&limited](std::size_t size) { return limited.noisy ? noise(size) : std::string(size, 'x'); };
    BOOST_TEST(read_part({"a", text(limited.largest), true}, limits).size() == limited.largest);
    const PackagePart bomb{.name = "a", .bytes = text(limited.largest + 1), .deflate = true};
    BOOST_CHECK_EXCEPTION(read_part(bomb, limits), Refused, [&limited](const Refused& refused) {
        BOOST_TEST_INFO(refused.what());
        return refused.finding("a.xlsx").rule == "limit-hit" &&
               std::string_view(refused.what()).find(limited.words) != std::string_view::npos;
    });
}

BOOST_AUTO_TEST_CASE(package_adds_up_all_parts) {
    Limits limits;
    limits.inflated_bytes = 100'000;
    const std::string bytes = zip_bytes({{"a", noise(60'000)}, {"b", noise(60'000), true}});
    Package package(bytes, limits);
    BOOST_TEST(whole_part(package, "a").size() == 60'000u);
    BOOST_CHECK_THROW(whole_part(package, "b"), Refused);
}

BOOST_AUTO_TEST_CASE(package_checks_the_parts_nobody_opens) {
    const Limits limits;
    const auto check = [&limits](const PackagePart& other) {
        const std::string bytes = zip_bytes({{"a", "<a/>"}, other});
        Package package(bytes, limits);
        whole_part(package, "a");
        package.check_other_parts();
    };
    BOOST_CHECK_NO_THROW(check({"media/image.png", noise(5000)}));
    BOOST_CHECK_NO_THROW(check({"drawing.vml", "<xml><br></xml>"}));
    BOOST_CHECK_THROW(check({.name = "b", .bytes = "<b/>", .crc = 7}), Refused);
    BOOST_CHECK_EXCEPTION(check({"b", "<!DOCTYPE b [<!ENTITY x 'y'>]><b/>"}), Refused,
                          [](const Refused& refused) { return refused.finding("f").rule == "doctype-refused"; });
}

BOOST_AUTO_TEST_CASE(package_refuses_to_open_what_is_missing) {
    const std::string bytes = zip_bytes({{"a", "one"}});
    const Limits limits;
    Package package(bytes, limits);
    BOOST_CHECK_THROW(package.open("b"), Refused);
}

BOOST_AUTO_TEST_SUITE_END()

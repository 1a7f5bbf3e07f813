#include "panelbook/workbook/inflate.hpp"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "panelbook/workbook/refused.hpp"

#include "support/deflate.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

namespace panelbook::workbook {

std::ostream& operator<<(std::ostream& out, const InflateLibrary& library) {
    return out << library.name;
}

}  // namespace panelbook::workbook

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

/// What a library makes of a stream: the bytes, what stands behind them, or that it is refused.
struct Unpacked {
    std::string bytes;
    std::size_t left_over = 0;
    bool refused = false;
    bool operator==(const Unpacked&) const = default;
};

Unpacked unpack(Inflater& inflater, std::string_view deflated, std::size_t room_bytes) {
    Unpacked unpacked;
    std::vector<char> room(room_bytes);
    try {
        inflater.start(deflated);
        while (const std::size_t size = inflater.next(room)) unpacked.bytes.append(room.data(), size);
        unpacked.left_over = inflater.left_over();
    } catch (const Refused&) {
        unpacked = {{}, 0, true};
    }
    return unpacked;
}

std::vector<InflateLibrary> libraries() {
    const auto all = inflate_libraries();
    return {all.begin(), all.end()};
}

struct Stream {
    const char* name;
    std::string bytes;
};

/// Texts that make every kind of block: stored, of fixed and of own codes, near and far repeats.
std::vector<Stream> streams() {
    std::string rows;
    for (int row = 1; row < 20'000; ++row)
        rows += "<c r=\"A" + std::to_string(row) + "\"><v>" + std::to_string(row * 7919 % 10'007) + "</v></c>";
    const std::string far = tests::noise(32'768);
    return {{"nothing", ""},
            {"a letter", "a"},
            {"a run", std::string(100'000, 'x')},
            {"noise", tests::noise(200'000)},
            {"rows", rows},
            {"repeats at the edge of the window", far + far + far.substr(1)}};
}

}  // namespace

BOOST_DATA_TEST_CASE(inflate_gives_back_what_was_packed, libraries(), library) {
    const auto inflater = library.make_inflater();
    for (const Stream& stream : streams()) {
        for (const int level : {0, 1, 6, 9}) {
            const std::string deflated = tests::deflated(stream.bytes, level);
            for (const std::size_t room_bytes : {1u, 1000u, 65'536u, 1'000'000u}) {
                if (room_bytes == 1 && stream.bytes.size() > 100'000) continue;
                BOOST_TEST_CONTEXT(stream.name << ", level " << level << ", room " << room_bytes) {
                    BOOST_CHECK((unpack(*inflater, deflated, room_bytes) == Unpacked{stream.bytes, 0, false}));
                    BOOST_TEST(unpack(*inflater, deflated + "behind", room_bytes).left_over == 6u);
                }
            }
        }
    }
}

BOOST_DATA_TEST_CASE(inflate_refuses_streams_that_stop_short, libraries(), library) {
    const auto inflater = library.make_inflater();
    const std::string deflated = tests::deflated(tests::noise(300) + std::string(300, 'x'), 9);
    for (std::size_t size = 0; size < deflated.size(); ++size) {
        BOOST_TEST_CONTEXT(size << " bytes of " << deflated.size())
        BOOST_TEST(unpack(*inflater, std::string_view(deflated).substr(0, size), 100).refused);
    }
}

BOOST_AUTO_TEST_CASE(inflate_libraries_make_the_same_of_damaged_streams) {
    const auto libraries = inflate_libraries();
    if (libraries.size() < 2) {
        BOOST_TEST_MESSAGE("skipped: built with one library only");
        return;
    }
    const auto one = libraries.front().make_inflater();
    const auto other = libraries.back().make_inflater();
    const std::string whole = tests::deflated(streams()[4].bytes.substr(0, 3000), 9);
    std::size_t taken = 0;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string damaged = whole;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        const Unpacked ours = unpack(*one, damaged, 1000);
        const Unpacked theirs = unpack(*other, damaged, 1000);
        // A stream may be refused by one alone: zlib wants its codes complete, the other only those that are used.
        if (ours.refused || theirs.refused) continue;
        BOOST_TEST_CONTEXT("bit " << bit) BOOST_CHECK((ours == theirs));
        ++taken;
    }
    BOOST_TEST(taken > 100u);
}

BOOST_DATA_TEST_CASE(crc_is_that_of_zip_files, libraries(), library) {
    BOOST_TEST(library.crc32(0, "") == 0u);
    BOOST_TEST(library.crc32(0, "123456789") == 0xCBF43926u);
    BOOST_TEST(library.crc32(library.crc32(0, "1234"), "56789") == 0xCBF43926u);
    const std::string text = tests::noise(100'003);
    BOOST_TEST(library.crc32(0, text) == inflate_libraries().back().crc32(0, text));
}

BOOST_AUTO_TEST_SUITE_END()

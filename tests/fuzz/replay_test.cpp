#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <exception>
#include <ostream>

#include "panelbook/workbook/read.hpp"

#include "support/fuzz_seeds.hpp"
#include "support/fuzz_targets.hpp"

using namespace panelbook;
using tests::FuzzSeed;
using tests::FuzzTarget;

BOOST_AUTO_TEST_SUITE(fuzz)

namespace {

/// A generator of its own, so that every run and every platform changes the same bytes.
class Changes {
public:
    std::uint32_t below(std::size_t bound) {
        m_state = m_state * 1664525u + 1013904223u;
        return static_cast<std::uint32_t>((m_state >> 8) % bound);
    }

private:
    std::uint32_t m_state = 20140630;
};

std::string changed(std::string input, Changes& changes) {
    const std::uint32_t how_many = 1 + changes.below(3);
    for (std::uint32_t count = 0; count < how_many && !input.empty(); ++count) {
        const std::size_t at = changes.below(input.size());
        switch (changes.below(4)) {
            case 0:
                input[at] = static_cast<char>(changes.below(256));
                break;
            case 1:
                input.erase(at, 1 + changes.below(8));
                break;
            case 2:
                input.insert(at, input.substr(changes.below(input.size()), 1 + changes.below(16)));
                break;
            default:
                input.resize(at);
                break;
        }
    }
    return input;
}

/// What is wrong with what is read of an input; empty if nothing is.
std::string wrong_with(const FuzzTarget& target, const std::string& input) {
    try {
        target.read(input);
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

std::vector<std::string_view> target_names() {
    std::vector<std::string_view> names;
    for (const FuzzTarget& target : tests::fuzz_targets()) names.push_back(target.name);
    return names;
}

}  // namespace

BOOST_DATA_TEST_CASE(seeds_and_their_changes_break_nothing, target_names(), name) {
    const FuzzTarget& target = tests::fuzz_target(name);
    constexpr int times = 300;
    for (const FuzzSeed& seed : target.seeds()) {
        BOOST_TEST(wrong_with(target, seed.input) == "", seed.name);
        Changes changes;
        for (int time = 0; time < times; ++time) {
            const std::string input = changed(seed.input, changes);
            const std::string wrong = wrong_with(target, input);
            BOOST_TEST(wrong == "", seed.name << ", change " << time << ": " << wrong);
        }
    }
}

BOOST_AUTO_TEST_CASE(workbook_seeds_are_sound) {
    for (const FuzzSeed& seed : tests::workbook_seeds()) {
        if (seed.name == "one_part") continue;
        BOOST_TEST_CONTEXT(seed.name) {
            const auto read = workbook::read_workbook_bytes(tests::file_of_input(seed.input), "input.xlsx", {});
            BOOST_TEST(!read.value.sheets.empty());
            BOOST_TEST(read.findings.empty());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/workbook/read.hpp"

#include "support/hostile_files.hpp"
#include "support/workbook_invariants.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::HostileFile;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::size_t cell_count(const Workbook& workbook) {
    std::size_t count = 0;
    for (const Sheet& sheet : workbook.sheets) count += sheet.cells.size();
    return count;
}

/// A workbook's few cells are as many at every size; those of a heap of cells shrink with it.
std::size_t cells_at(std::size_t full, std::uint64_t share) {
    return full < share ? full : full / share;
}

void check_small(const HostileFile& file) {
    const Limits limits = tests::limits_at(tests::small_share);
    const Checked<Workbook> read =
        read_workbook_bytes(file.bytes(tests::small_share), file.name + file.extension, limits);
    BOOST_TEST(tests::broken_invariant(read, limits) == "");
    BOOST_TEST(cell_count(read.value) == cells_at(file.cells, tests::small_share));
    if (file.rule.empty()) {
        BOOST_TEST_INFO((read.findings.empty() ? std::string() : to_text(read.findings.front())));
        BOOST_TEST(!any_error(read.findings));
        return;
    }
    BOOST_TEST(read.value.sheets.empty());
    BOOST_TEST_REQUIRE(read.findings.size() == 1u);
    BOOST_TEST(read.findings.front().rule == file.rule);
    BOOST_TEST_INFO(read.findings.front().message);
    BOOST_TEST(read.findings.front().message.find(file.words) != std::string::npos);
}

}  // namespace

BOOST_DATA_TEST_CASE(bombs_are_refused_by_name, tests::bombs(), file) {
    check_small(file);
}

BOOST_DATA_TEST_CASE(liars_lead_nowhere, tests::liars(), file) {
    check_small(file);
}

BOOST_DATA_TEST_CASE(heaps_cost_what_the_limits_say, tests::heaps(), file) {
    check_small(file);
}

BOOST_DATA_TEST_CASE(heaps_of_csv_cost_what_the_limits_say, tests::csv_heaps(), file) {
    check_small(file);
}

BOOST_AUTO_TEST_SUITE_END()

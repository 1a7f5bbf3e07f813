#include "panelbook/extract/totals.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/extract/number_text.hpp"

namespace data = boost::unit_test::data;
using namespace panelbook;
using namespace panelbook::extract;

namespace {

CellReading figure(double value) {
    CellReading reading;
    reading.kind = CellKind::value;
    reading.shown = value;
    reading.decimals = decimals_of(value);
    return reading;
}

CellReading of_kind(CellKind kind) {
    CellReading reading;
    reading.kind = kind;
    return reading;
}

struct SumCase {
    const char* name;
    std::vector<CellReading> parts;
    CellReading total;
    SumResult result;
};
std::ostream& operator<<(std::ostream& out, const SumCase& one) {
    return out << one.name;
}

const std::vector<SumCase> sums = {
    {"equal", {figure(5), figure(7)}, figure(12), SumResult::agrees},
    {"binary fractions", {figure(0.1), figure(0.2)}, figure(0.3), SumResult::agrees},
    {"one decimal, within three halves of the last digit", {figure(1.2), figure(3.4)}, figure(4.7), SumResult::agrees},
    {"one decimal, beyond it", {figure(1.2), figure(3.4)}, figure(4.8), SumResult::differs},
    {"the total is rounded more", {figure(1.2), figure(3.4)}, figure(5), SumResult::agrees},
    {"whole counts within it", {figure(5), figure(7)}, figure(13), SumResult::rounded},
    {"whole counts beyond it", {figure(5), figure(7)}, figure(14), SumResult::differs},
    {"a blank that adds nothing", {figure(5), of_kind(CellKind::blank)}, figure(5), SumResult::agrees},
    {"a blank that may explain it", {figure(5), of_kind(CellKind::blank)}, figure(9), SumResult::part_missing},
    {"a marker that may explain it", {figure(5), of_kind(CellKind::missing)}, figure(9), SumResult::part_missing},
    {"a part that is no figure", {figure(5), of_kind(CellKind::wrong)}, figure(9), SumResult::unreadable},
    {"a total that is no figure", {figure(5)}, of_kind(CellKind::wrong), SumResult::unreadable},
    {"nothing to add", {of_kind(CellKind::blank)}, figure(0), SumResult::unreadable},
};

using Groups = std::vector<std::vector<std::size_t>>;
constexpr Part part = Part::part;
constexpr Part total = Part::total;

}  // namespace

BOOST_AUTO_TEST_SUITE(extract)
BOOST_AUTO_TEST_SUITE(totals)

BOOST_DATA_TEST_CASE(a_total_against_its_parts, data::make(sums), one) {
    std::vector<const CellReading*> parts;
    for (const CellReading& reading : one.parts) parts.push_back(&reading);
    BOOST_TEST((check_sum(parts, one.total).result == one.result));
}

BOOST_AUTO_TEST_CASE(the_parts_stand_since_the_last_total_or_are_all_above) {
    const std::vector<Part> places = {part, part, total, part, Part::neither, part, total};
    BOOST_TEST((likely_parts(places, 2) == Groups{{0, 1}}));
    BOOST_TEST((likely_parts(places, 6) == Groups{{3, 5}, {0, 1, 3, 5}}));
}

BOOST_AUTO_TEST_CASE(a_total_that_stands_first_has_its_parts_below) {
    const std::vector<Part> places = {total, part, part, total, part};
    BOOST_TEST((likely_parts(places, 0) == Groups{{1, 2}, {1, 2, 4}}));
}

BOOST_AUTO_TEST_CASE(the_group_that_agrees_most_is_meant) {
    const SumCheck agrees{SumResult::agrees, 0, 0};
    const SumCheck differs{SumResult::differs, 0, 0};
    const SumCheck unreadable{SumResult::unreadable, 0, 0};
    const std::vector<std::vector<SumCheck>> checks = {{differs, agrees}, {agrees, agrees}, {agrees, agrees}};
    BOOST_TEST((best_group(checks) == 1u));
    const std::vector<std::vector<SumCheck>> nothing = {{unreadable}};
    BOOST_TEST(!best_group(nothing));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

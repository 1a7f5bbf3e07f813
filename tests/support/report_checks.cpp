#include "report_checks.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>
#include <string>

#include "recalculation.hpp"

namespace panelbook::tests {

using report::Item;
using report::ItemId;
using report::ItemValue;
using report::Page;

namespace {

void check_near(const ItemValue& cached, const ItemValue& worked_out) {
    const auto* number = std::get_if<double>(&cached);
    const auto* other = std::get_if<double>(&worked_out);
    if (number && other) {
        BOOST_TEST(std::abs(*number - *other) <= 1e-9 * std::max(1.0, std::abs(*other)));
        return;
    }
    BOOST_TEST((cached == worked_out));
}

}  // namespace

void check_recalculates(const report::Report& report) {
    Recalculation recalculation(report);
    std::size_t formulas = 0;
    for (std::uint32_t i = 0; i < report.items.size(); ++i) {
        const Item& item = report.items[i];
        if (!item.formula || !recalculation.shown({i})) continue;
        ++formulas;
        BOOST_TEST_CONTEXT(item.formula->text) check_near(item.value, recalculation.value({i}));
        if (item.formula->text != "{0}") continue;
        const ItemId of = std::get<ItemId>(item.formula->references.front());
        BOOST_TEST(!std::holds_alternative<std::monostate>(report[of].value));  // it would be shown as 0
    }
    BOOST_TEST(formulas > 0U);
}

void check_sound(const report::Report& report) {
    const Recalculation recalculation(report);
    std::set<std::string> names;
    for (const Page& page : report.pages) {
        BOOST_TEST(names.insert(page.name).second);
        BOOST_TEST(page.name.size() <= 31U);
        BOOST_TEST(page.name.find_first_of("[]:*?/\\") == std::string::npos);
        BOOST_TEST(!page.blocks.empty());
    }
    for (std::uint32_t i = 0; i < report.items.size(); ++i) {
        const Item& item = report.items[i];
        if (!recalculation.shown({i})) continue;
        if (item.link) BOOST_TEST(recalculation.shown(*item.link));
        if (const auto* number = std::get_if<double>(&item.value)) BOOST_TEST(std::isfinite(*number));
    }
    for (const auto& [name, table] : tables_of(report))
        for (const auto& row : table->rows) BOOST_TEST(row.size() == table->columns.size(), name);
}

std::string all_text(const report::Report& report) {
    std::string text;
    for (std::uint32_t i = 0; i < report.items.size(); ++i) text += text_of(report, {i}) + "\n";
    return text;
}

}  // namespace panelbook::tests

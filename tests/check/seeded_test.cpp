// Two hundred errors in forty workbooks: every one is found at its cell, and nothing is found where none was made.
#include "support/seeded.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <iostream>
#include <map>

#include "panelbook/check/check.hpp"
#include "panelbook/intake/files.hpp"

#include "support/folder.hpp"
#include "support/sheet_text.hpp"

using namespace panelbook;

namespace {

panelbook::check::FileCheck checked(const tests::SeededWorkbook& book, bool with_errors) {
    const tests::Folder folder("seeded");
    const auto path = folder / book.name;
    if (book.name.ends_with(".csv"))
        tests::write_csv(book.text(with_errors), path);
    else
        tests::write_workbook(book.text(with_errors), path);
    panelbook::check::Against against;
    against.plan = &book.plan;
    against.plan_place = "plan.xlsx";
    return panelbook::check::check_file(intake::read_file(path), book.name, against);
}

bool finds(const Findings& findings, const tests::Seed& seed) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.rule == seed.rule && finding.where.cell == seed.found_at;
    });
}

std::string all_of(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_text(finding);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check)

BOOST_AUTO_TEST_CASE(nothing_is_found_in_forty_clean_workbooks) {
    const auto books = tests::seeded_workbooks();
    BOOST_TEST(books.size() == 40u);
    for (const tests::SeededWorkbook& book : books) {
        const auto result = checked(book, false);
        BOOST_TEST(result.findings.empty(), book.name + ":\n" + all_of(result.findings));
        BOOST_TEST(result.figures > 0u, book.name);
    }
}

BOOST_AUTO_TEST_CASE(two_hundred_errors_are_found_each_at_its_cell) {
    struct Count {
        std::size_t made = 0;
        std::size_t found = 0;
    };
    std::map<std::string, Count> by_rule;
    Count all;
    for (const tests::SeededWorkbook& book : tests::seeded_workbooks()) {
        const auto result = checked(book, true);
        for (const tests::Seed& seed : book.seeds) {
            const bool found = finds(result.findings, seed);
            BOOST_TEST(found, book.name + ": " + seed.rule + " at " + to_a1(seed.found_at) + " among\n" +
                                  all_of(result.findings));
            for (Count* count : {&all, &by_rule[seed.rule]}) {
                ++count->made;
                count->found += found ? 1u : 0u;
            }
        }
    }
    for (const auto& [rule, count] : by_rule) std::cout << rule << ": " << count.found << " of " << count.made << '\n';
    std::cout << "all: " << all.found << " of " << all.made << '\n';
    BOOST_TEST(all.made == 200u);
    BOOST_TEST(all.found == all.made);
}

BOOST_AUTO_TEST_SUITE_END()

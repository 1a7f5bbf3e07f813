#include "panelbook/plan/schema.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "panelbook/core/text.hpp"

#include "support/folder.hpp"
#include "support/plan_text.hpp"

namespace {

using namespace panelbook;
using namespace panelbook::plan;

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(the_documentation_has_the_columns_of_the_program) {
    std::ifstream in(tests::source_folder() / "docs" / "plan.md", std::ios::binary);
    const std::string document{std::istreambuf_iterator<char>(in), {}};
    BOOST_TEST(document.ends_with(tests::plan_columns_markdown()),
               "docs/plan.md does not end with what panelbook_samples --columns prints");
}

BOOST_AUTO_TEST_CASE(headings_are_found_as_they_are_written) {
    for (const SheetSchema& sheet : schema()) {
        std::set<std::string> headings;
        for (const ColumnSchema& column : sheet.columns) {
            BOOST_TEST(folded_label(column.heading) == column.heading);
            BOOST_TEST(headings.insert(std::string(column.heading)).second, column.heading << " is there twice");
            BOOST_TEST((column.refers_to.empty() || sheet_schema(column.refers_to) != nullptr));
            BOOST_TEST(!column.note.empty());
        }
        BOOST_TEST(sheet.columns.front().example.starts_with("Example"));
    }
}

BOOST_AUTO_TEST_CASE(an_example_is_one_of_the_choices) {
    for (const SheetSchema& sheet : schema())
        for (const ColumnSchema& column : sheet.columns)
            if (!column.choices.empty())
                BOOST_TEST(
                    (std::find(column.choices.begin(), column.choices.end(), column.example) != column.choices.end()),
                    sheet.name << ": " << column.heading << " has the example '" << column.example << "'");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

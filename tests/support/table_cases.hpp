#pragma once

#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tables.hpp"

namespace panelbook::tests {

/// A sheet and what reading it must say: the least sheet that shows something.
struct TableCase {
    const char* name;
    plan::TableSpec spec;
    std::vector<std::string> labels;  ///< as office_plan() takes them
    const char* sheet;                ///< as sheet_of() takes it
    std::vector<std::string> said;    ///< as said() gives it
    std::vector<std::string> found;   ///< as found() gives it
    std::size_t totals_checked = 0;
    std::size_t totals_unchecked = 0;
};
inline std::ostream& operator<<(std::ostream& out, const TableCase& one) {
    return out << one.name;
}

inline void check_table(const TableCase& one) {
    const Checked<extract::Extract> read = read_table(one.sheet, one.spec, one.labels);
    BOOST_TEST(lines(said(read.value)) == lines(one.said));
    BOOST_TEST(lines(found(read.findings)) == lines(one.found));
    std::size_t checked = 0;
    std::size_t unchecked = 0;
    for (const extract::TableRead& table : read.value.tables) {
        checked += table.totals_checked;
        unchecked += table.totals_unchecked;
    }
    BOOST_TEST(checked == one.totals_checked);
    BOOST_TEST(unchecked == one.totals_unchecked);
}

/// A table of a layout, with what the plan says of its labels, areas and periods.
inline plan::TableSpec spec_of(plan::Layout layout, std::string labels = {}, std::string areas = {}, std::string periods = {},
                               std::string values = {}, std::string denominators = {}) {
    plan::TableSpec spec;
    spec.layout = layout;
    spec.labels = std::move(labels);
    spec.areas = std::move(areas);
    spec.periods = std::move(periods);
    spec.values = std::move(values);
    spec.denominators = std::move(denominators);
    return spec;
}

inline plan::TableSpec titled(plan::TableSpec spec, std::string title, std::string header = {}) {
    spec.table = std::move(title);
    spec.header = std::move(header);
    return spec;
}

}  // namespace panelbook::tests

#pragma once

#include "panelbook/report/build.hpp"

namespace panelbook::tests {

/// A dashboard of one measure of each kind, small enough to check by hand: Northshire of a city and a county, Quarter 1
/// 2020/21, with 45 months of crime, one exception, one reset, one return withheld and one missing.
struct SmallDashboard {
    plan::Plan plan;
    consolidate::Consolidated consolidated;
    Period period = Period::quarter(2020, 1);
    Date as_of{2020, 9, 29};
    Findings findings;

    plan::Measure& measure(const char* id);
    Series& series(const char* measure, const char* area = "force");
    /// Four peers with twelve months of a count, and the comparison with them.
    void add_peers(const char* of_measure);
    /// Works out comparisons and charts and builds the report.
    report::Report report() const;
};

SmallDashboard small_dashboard();

}  // namespace panelbook::tests

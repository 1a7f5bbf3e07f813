#pragma once

#include "panelbook/plan/plan.hpp"

#include "rows.hpp"

/// What the rows of each sheet say. Sheets that others refer to are read first: Priorities, Areas, Measures, Sources.
namespace panelbook::plan {

Names priority_names(const Plan& plan);
Names measure_names(const Plan& plan);
Names area_names(const Plan& plan);
Names source_names(const Plan& plan);

/// Finds a name that an earlier row of the same sheet has.
class Duplicates {
public:
    /// Whether `key` is new; if not, an error at the heading that says where it is already.
    bool is_new(const Row& row, std::string_view heading, const std::string& key, std::string_view what);

private:
    std::map<std::string, CellRef> m_seen;
};

void read_priorities(const Rows& rows, Plan& plan);
void read_areas(const Rows& rows, Plan& plan);
void read_measures(const Rows& rows, Plan& plan);
void read_settings(const Rows& rows, Plan& plan);
void read_sources(const Rows& rows, Plan& plan);
void read_labels(const Rows& rows, Plan& plan);
void read_releases(const Rows& rows, Plan& plan);
void read_gaps(const Rows& rows, Plan& plan);
void read_issued(const Rows& rows, Plan& plan);
void read_resets(const Rows& rows, Plan& plan);
void read_events(const Rows& rows, Plan& plan);
void read_commentary(const Rows& rows, Plan& plan);
void read_accepted(const Rows& rows, Plan& plan);
void read_glossary(const Rows& rows, Plan& plan);

}  // namespace panelbook::plan

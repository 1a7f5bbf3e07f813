#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "panelbook/core/chart_type.hpp"
#include "panelbook/core/observation.hpp"

namespace panelbook::plan {

enum class TileKind { variance, level, outcome, assessment, savings, text };
enum class Unit { count, percent, rate, seconds, minutes, hours, days, gbp, text };
enum class Good { up, down, none };
enum class Frequency { month, quarter, year };
/// How parts become a whole, over time or over areas.
enum class RollUp { sum, mean, ratio, last, none };
/// What a figure is set against.
enum class Basis {
    year_to_date,
    quarter_on_year,
    quarter_on_quarter,
    rolling_year,
    baseline_year,
    target,
    similar_group,  ///< the mean of the areas of kind peer and the plan's own
    national        ///< the area of kind national
};
/// How the margin of a survey's percentage is quoted: Wilson's interval, or the half-width at 50%, which depends on n
/// alone.
enum class SurveyMargin { wilson, worst_case };
enum class Layout { workbook_return, list, wide, tall, cells, savings };

struct Settings {
    std::string organisation;
    std::string title;
    std::string classification = "Official";
    std::optional<Period> period;   ///< the dashboard's period, else --period, else the last complete quarter
    std::optional<Date> as_of;      ///< what `run` uses where --as-of is not given; else today
    AreaId area;                    ///< the area the dashboard is about
    std::string rule_set = "opcc";  ///< opcc, nhs, weco, nelson or anhoej
    int spc_window_months = 45;
    std::optional<int> shift_points;   ///< points in a row on one side of the mean that make a step shift; none: the
                                       ///< rule set's
    std::optional<int> trend_changes;  ///< changes in a row one way that make a trend; none: the rule set's
    double confidence = 95.0;          ///< per cent
    int small_sample = 30;             ///< n below this is amber whatever it says
    int small_count = 20;              ///< counts below this are amber whatever they say
    SurveyMargin survey_margin = SurveyMargin::wilson;
    std::optional<double> survey_population;  ///< people a survey is drawn from; none: many times the sample
    double large_change = 25.0;  ///< per cent: a near-limit measure with a larger quarter change is an exception
    std::string notes;           ///< shown on the Notes sheet ("The figures of this sample are ...")
};

struct Priority {
    PriorityId id;  ///< "14A"
    std::string title;
    std::string theme;  ///< the section it is shown in, for instance "3 Crime"; one sheet each
    TileKind tile = TileKind::outcome;
    int order = 0;             ///< row order of the plan where it is not given
    std::string comment;       ///< italics at the foot of the tile
    bool on_dashboard = true;  ///< column "tile" may say none: a section of KPIs without a tile
};

struct Measure {
    MeasureId id;
    PriorityId priority;
    std::string kpi;   ///< "3.4.1", may be empty
    std::string name;  ///< "Violence with injury"
    std::string noun;  ///< what is counted, plural, for sentences: "offences"; empty: the name is used
    Unit unit = Unit::count;
    Good good = Good::none;
    Frequency frequency = Frequency::month;
    RollUp over_time = RollUp::sum;
    RollUp over_areas = RollUp::sum;
    bool on_tile = true;                  ///< a line of its priority's tile
    std::string tile_line;                ///< the line's label where it is not the name: "Change in level of offences"
    std::string sentence;                 ///< assessment tiles: "{value} out of {n} re-offended in the last 12 months"
    bool chart = false;                   ///< an SPC chart is wanted
    std::optional<ChartType> chart_type;  ///< none: chosen by the rule set and the figures
    std::optional<double> rate_per;       ///< rates: what they are per, 1000 for a rate per 1,000 people
    std::vector<Basis> comparisons;       ///< wanted, in this order
    std::optional<Basis> status_from;     ///< the comparison that the tile's status and KPI headline are taken from
    std::optional<Period> baseline;       ///< the baseline year (or quarter) for Basis::baseline_year
    std::optional<double> target;         ///< in the unit; of a financial year for what is added up over time
    std::optional<double> minimum;        ///< an observation below is out of range; counts, percentages: 0 unless given
    std::optional<double> maximum;        ///< above is out of range; percentages: 100 unless given
    int decimals = 0;                     ///< shown
    int change_decimals = 0;  ///< shown of its changes, per cent or points; column "change decimals", 0 unless given
    std::string footnote;     ///< shown under the tile, numbered by the report
    std::string notes;        ///< shown on Notes
};

struct Area {
    AreaId id;
    std::string name;
    std::string kind;              ///< force, county, city, district, unitary, peer (most similar group), national
    std::optional<AreaId> parent;  ///< parts roll up to it
    std::optional<double> population;
};

/// Where one table of a source stands, and how it is read. What each field means by layout is in docs/plan.md and in
/// the cell notes of the plan workbook; the texts are as the plan gives them, `extract` reads them.
struct TableSpec {
    Layout layout = Layout::list;
    std::string sheet;    ///< name or pattern; empty: the first visible sheet
    std::string table;    ///< the title above the table ("Mobile phone offences"); empty: the sheet's only table
    std::string header;   ///< "5", "2-3" (one-based rows), or empty: found by the tool. With a table title: rows below
                          ///< it (1 = next)
    std::string labels;   ///< column letter, header text, or "= burglary" (one measure for the whole table)
    std::string areas;    ///< column letter, header text, or "= city"; empty: the plan's area
    std::string periods;  ///< column letter, header text, or "= 2014/15 Q1"; wide: empty (the header row holds them)
    std::string values;   ///< column letter(s) "D" or "D-O", header text, or cells: "C14"; empty: found by the tool
    std::string denominators;          ///< column letter or header text of n, cells: "D14"; empty: none
    double scale = 1.0;                ///< a value is multiplied by this: 1000 for £ thousand, 100 for shares of 1
    std::vector<std::string> missing;  ///< texts that stand for no value, beside the usual ones
    std::string scope;                 ///< savings: what the amounts cover
    std::optional<Date> as_at;         ///< savings
    std::string estimate;              ///< savings: original or latest
    CellRef plan_cell;                 ///< the row of the plan that says so, for findings
};

struct Source {
    SourceId id;
    std::string organisation;
    std::string file_pattern;  ///< on the file's name: "Northshire*.xlsx"
    std::vector<TableSpec> tables;
    bool large = false;  ///< limits
    bool required = false;
    std::optional<int> due_day;  ///< days after the end of the period
    std::string board;
    bool needs_release = false;
    CellRef plan_cell;
};

struct Label {
    std::optional<SourceId> source;  ///< none: for every source
    std::string theirs;
    std::optional<MeasureId> measure;
    std::optional<AreaId> area;
    bool ignore = false;  ///< measure column says "ignore" (known, not wanted) or "total" (checked, not taken)
    bool total = false;
    CellRef plan_cell;
};

struct Release {
    SourceId source;
    Period period;
    std::string board;
    std::optional<Date> expected_on;
    std::optional<Date> presented_on;
};

struct Gap {
    MeasureId measure;
    std::optional<AreaId> area;
    std::optional<Period> from;  ///< none: always
    std::optional<Period> to;
    Marker marker = Marker::not_supplied;
    std::string reason;
};

struct Issued {
    Period period;
    std::string audience;  ///< internal, public
    Date issued_on;
    std::string to_whom;
};

struct Reset {
    MeasureId measure;
    std::optional<AreaId> area;
    Period from;         ///< a month: the first point of the new segment
    std::string reason;  ///< mandatory
};

struct Event {
    Period from;
    std::optional<Period> to;
    std::string label;
    std::vector<MeasureId> measures;  ///< none: all
};

struct Commentary {
    std::optional<PriorityId> priority;
    std::optional<MeasureId> measure;
    Period period;
    std::string text;
    std::string author_role;
};

/// Findings of one rule that the office has looked at and lives with.
struct Accepted {
    std::string rule;
    std::string file_pattern;  ///< on the file's name, like a source's; empty where a measure is named
    std::optional<MeasureId> measure;
    std::string reason;
    std::string who;            ///< a role, not a name
    std::optional<Date> until;  ///< the last day it holds; none: until further notice
    CellRef plan_cell;
};

struct GlossaryTerm {
    std::string term;
    std::string meaning;
};

struct Plan {
    std::string hash;  ///< SHA-256 of plan.xlsx
    Settings settings;
    std::vector<Priority> priorities;  ///< in the order they are shown
    std::vector<Measure> measures;     ///< in the order of the sheet
    std::vector<Area> areas;
    std::vector<Source> sources;
    std::vector<Label> labels;
    std::vector<Release> releases;
    std::vector<Gap> gaps;
    std::vector<Issued> issued;
    std::vector<Reset> resets;
    std::vector<Event> events;
    std::vector<Commentary> commentary;
    std::vector<Accepted> accepted;
    std::vector<GlossaryTerm> glossary;

    const Measure* measure(const MeasureId& id) const;
    const Priority* priority(const PriorityId& id) const;
    const Area* area(const AreaId& id) const;
    const Source* source(const SourceId& id) const;
    /// The areas whose parent is `id`, in plan order.
    std::vector<AreaId> parts_of(const AreaId& id) const;
    /// The reason that the Gaps sheet gives for a measure, area and period; null if it gives none.
    const Gap* gap(const MeasureId& measure, const AreaId& area, Period period) const;
};

/// "percentage points", "pounds", ... the word of a unit in the plan: "percent".
std::string_view to_word(Unit unit);
std::string_view to_word(Basis basis);  ///< "year to date", "quarter on year", "quarter on quarter", "rolling year",
                                        ///< "baseline year", "target", "most similar group", "national"
std::string_view to_word(TileKind kind);
std::string_view to_word(Good good);
std::string_view to_word(Layout layout);  ///< workbook_return is "return"

}  // namespace panelbook::plan

#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "sheets.hpp"

namespace panelbook::plan {
namespace {

constexpr double any = std::numeric_limits<double>::infinity();

RollUp usual_roll_up(Unit unit) {
    switch (unit) {
        case Unit::count:
        case Unit::gbp:
            return RollUp::sum;
        case Unit::percent:
        case Unit::rate:
            return RollUp::ratio;
        default:
            return RollUp::none;
    }
}

void read_comparisons(const Row& row, Measure& measure) {
    std::vector<std::string> known;
    for (const Word<Basis>& basis : words_of(Basis{})) known.emplace_back(basis.word);
    for (const std::string& word : row.list("comparisons", ',')) {
        if (const auto basis = from_word<Basis>(word))
            measure.comparisons.push_back(*basis);
        else
            row.refuse_word("comparisons", word, "comparison", known);
    }
    const auto wanted = [&](Basis basis) {
        return std::find(measure.comparisons.begin(), measure.comparisons.end(), basis) != measure.comparisons.end();
    };
    const std::string status = row.choice("status from");
    measure.status_from = from_word<Basis>(status);
    if (status.empty() && !measure.comparisons.empty()) measure.status_from = measure.comparisons.front();
    if (measure.status_from && !wanted(*measure.status_from))
        row.error("plan-contradiction", "status from",
                  fmt::format("The status is to come from '{}', which is not among the comparisons.", status),
                  "Add it to the comparisons, or choose one of them.");
    if (wanted(Basis::target) && !row.has("target"))
        row.error("plan-value-missing", "target", "The comparison with a target needs the target.",
                  "Write it in the column target, or take target out of the comparisons.");
    if (wanted(Basis::baseline_year) && !row.has("baseline"))
        row.error("plan-value-missing", "baseline", "The comparison with a baseline year needs the year.",
                  "Write it in the column baseline, as 2013/14.");
}

/// What the kind of chart needs of the unit, in words; empty where the measure has it.
std::string chart_needs(ChartType type, const Measure& measure) {
    const bool is_time = measure.unit == Unit::seconds || measure.unit == Unit::minutes ||
                         measure.unit == Unit::hours || measure.unit == Unit::days;
    switch (type) {
        case ChartType::p:
        case ChartType::p_prime:
            return measure.unit == Unit::percent ? "" : "percentages";
        case ChartType::u:
        case ChartType::u_prime:
            return measure.unit == Unit::rate && measure.rate_per ? "" : "rates, and the column rate per filled in";
        case ChartType::c:
        case ChartType::g:
            return measure.unit == Unit::count ? "" : "counts";
        case ChartType::t:
            return is_time ? "" : "lengths of time";
        default:
            return measure.unit == Unit::text ? "numbers" : "";
    }
}

void read_chart(const Row& row, Measure& measure) {
    const std::string word = row.choice("chart");
    measure.rate_per = row.number("rate per", 1e-9, any);
    measure.chart = !word.empty() && word != "no";
    measure.chart_type = chart_type_from_word(word);
    if (measure.chart && measure.frequency != Frequency::month)
        row.error("plan-contradiction", "chart",
                  "A control chart needs months, and this measure does not come monthly.",
                  "Write no, or month as its frequency.");
    if (!measure.chart_type) return;
    if (const std::string needs = chart_needs(*measure.chart_type, measure); !needs.empty())
        row.error("plan-contradiction", "chart", fmt::format("A chart of the kind {} needs {}.", word, needs),
                  "Write yes for the kind that the figures allow, or mend the unit.");
}

void read_limits(const Row& row, Measure& measure) {
    measure.target = row.number("target", -any, any);
    measure.minimum = row.number("minimum", -any, any);
    measure.maximum = row.number("maximum", -any, any);
    if (!measure.minimum && (measure.unit == Unit::count || measure.unit == Unit::percent)) measure.minimum = 0.0;
    if (!measure.maximum && measure.unit == Unit::percent) measure.maximum = 100.0;
    if (measure.minimum && measure.maximum && *measure.maximum < *measure.minimum)
        row.error("plan-out-of-order", "maximum", "The maximum is below the minimum.",
                  "Swap them, or leave one blank.");
}

void require_sentence(const Row& row, const Measure& measure, const Plan& plan) {
    const Priority* priority = plan.priority(measure.priority);
    if (priority == nullptr || !priority->on_dashboard || !measure.on_tile) return;
    if (priority->tile == TileKind::assessment && measure.sentence.find("{value}") == std::string::npos)
        row.error("plan-value-missing", "sentence", "A line of an assessment tile needs a sentence with {value} in it.",
                  "Write for instance: {value} out of {n} re-offended in the last 12 months.");
}

bool is_within_itself(const Area& area, const Plan& plan) {
    const Area* above = &area;
    for (std::size_t steps = 0; steps < plan.areas.size() && above->parent; ++steps) {
        above = plan.area(*above->parent);
        if (above == &area) return true;
    }
    return false;
}

}  // namespace

Names priority_names(const Plan& plan) {
    Names names{"priority", "Priorities", {}};
    for (const Priority& priority : plan.priorities) names.all.push_back(priority.id.text);
    return names;
}

Names measure_names(const Plan& plan) {
    Names names{"measure", "Measures", {}};
    for (const Measure& measure : plan.measures) names.all.push_back(measure.id.text);
    return names;
}

Names area_names(const Plan& plan) {
    Names names{"area", "Areas", {}};
    for (const Area& area : plan.areas) names.all.push_back(area.id.text);
    return names;
}

bool Duplicates::is_new(const Row& row, std::string_view heading, const std::string& key, std::string_view what) {
    const auto [seen, added] = m_seen.emplace(key, row.place(heading));
    if (!added)
        row.error("plan-duplicate", heading, fmt::format("The {} is already in row {}.", what, seen->second.row + 1),
                  "Delete one of the two rows, or give it another name.");
    return added;
}

void read_priorities(const Rows& rows, Plan& plan) {
    Duplicates ids;
    int position = 0;
    for (const Row& row : rows.all()) {
        Priority priority;
        priority.id.text = row.code("priority");
        priority.title = row.text("title");
        priority.theme = row.text("theme");
        const std::string tile = row.choice("tile");
        priority.on_dashboard = tile != "none";
        priority.tile = from_word<TileKind>(tile).value_or(TileKind::outcome);
        priority.order = row.whole("order", 0, 10000).value_or(++position);
        priority.comment = row.text("comment");
        if (ids.is_new(row, "priority", folded(priority.id.text), fmt::format("priority '{}'", priority.id.text)))
            plan.priorities.push_back(priority);
    }
    std::stable_sort(plan.priorities.begin(), plan.priorities.end(),
                     [](const Priority& left, const Priority& right) { return left.order < right.order; });
}

void read_areas(const Rows& rows, Plan& plan) {
    Duplicates ids;
    std::vector<const Row*> kept;
    for (const Row& row : rows.all()) {
        Area area;
        area.id.text = row.code("area");
        area.name = row.text("name");
        area.kind = row.choice("kind");
        area.population = row.number("population", 0.0, 1e10);
        if (!ids.is_new(row, "area", folded(area.id.text), fmt::format("area '{}'", area.id.text))) continue;
        plan.areas.push_back(area);
        kept.push_back(&row);
    }
    const Names names = area_names(plan);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const std::string parent = kept[i]->reference("parent", names);
        if (!parent.empty()) plan.areas[i].parent = AreaId{parent};
    }
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (is_within_itself(plan.areas[i], plan))
            kept[i]->error("plan-area-cycle", "parent",
                           fmt::format("The area '{}' is part of itself.", plan.areas[i].id.text),
                           "Leave the parent of the largest area blank.");
}

void read_measures(const Rows& rows, Plan& plan) {
    const Names priorities = priority_names(plan);
    Duplicates ids;
    for (const Row& row : rows.all()) {
        Measure measure;
        measure.id.text = row.code("measure");
        measure.priority.text = row.reference("priority", priorities);
        measure.kpi = row.code("kpi");
        measure.name = row.text("name");
        measure.noun = row.text("noun");
        measure.unit = row.word("unit", Unit::count);
        measure.good = row.word("good", Good::none);
        measure.frequency = row.word("frequency", Frequency::month);
        measure.over_time = row.word("over time", usual_roll_up(measure.unit));
        measure.over_areas = row.word("over areas", measure.over_time);
        measure.on_tile = row.yes("on tile", true);
        measure.tile_line = row.text("tile line");
        measure.sentence = row.text("sentence");
        read_chart(row, measure);
        measure.baseline = row.period("baseline");
        read_comparisons(row, measure);
        read_limits(row, measure);
        measure.decimals = row.whole("decimals", 0, 6).value_or(0);
        measure.change_decimals = row.whole("change decimals", 0, 6).value_or(0);
        measure.footnote = row.text("footnote");
        measure.notes = row.text("notes");
        require_sentence(row, measure, plan);
        if (priorities.known(measure.id.text))
            row.error("plan-duplicate", "measure", fmt::format("'{}' is also the name of a priority.", measure.id.text),
                      "Give the measure another name.");
        if (ids.is_new(row, "measure", folded(measure.id.text), fmt::format("measure '{}'", measure.id.text)))
            plan.measures.push_back(measure);
    }
}

}  // namespace panelbook::plan

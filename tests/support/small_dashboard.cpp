#include "support/small_dashboard.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace panelbook::tests {

namespace {

using plan::Basis;
using plan::Good;
using plan::RollUp;
using plan::TileKind;
using plan::Unit;

constexpr int months_charted = 45;
const Period last_month = Period::month(2020, 6);

Provenance cell_of(const char* file, std::size_t row) {
    return {file, std::string(64, 'a'), "Return", {static_cast<std::uint32_t>(row), 3}};
}

SeriesPoint point_of(Period period, std::optional<double> value, std::size_t row) {
    SeriesPoint point;
    point.period = period;
    if (value)
        point.value = *value;
    else
        point.marker = Marker::not_supplied;
    point.where = {cell_of("force/crime.xlsx", row)};
    point.source = SourceId{"crime"};
    point.known_on = Date(2020, 7, 20);
    return point;
}

/// 45 months about `level`, that go up and down by up to a fifth and never repeat soon.
Series months_about(const char* measure, const char* area, double level) {
    Series series{MeasureId{measure}, AreaId{area}, {}};
    for (int i = 0; i < months_charted; ++i) {
        const double value = level + level * 0.2 * static_cast<double>((i * 7) % 11 - 5) / 5.0;
        series.points.push_back(
            point_of(last_month.shifted(i + 1 - months_charted), std::round(value), static_cast<std::size_t>(i) + 5));
    }
    return series;
}

Series summed(const Series& one, const Series& other, const char* area) {
    Series series{one.measure, AreaId{area}, {}};
    for (std::size_t i = 0; i < one.points.size(); ++i) {
        SeriesPoint point = one.points[i];
        point.value = to_number(*one.points[i].value) + to_number(*other.points[i].value);
        point.where.clear();
        point.parts = {one.area, other.area};
        series.points.push_back(std::move(point));
    }
    return series;
}

struct ShareText {
    Period period;
    double value;
    double n;
};

Series shares(const char* measure, std::initializer_list<ShareText> points) {
    Series series{MeasureId{measure}, AreaId{"force"}, {}};
    for (const ShareText& text : points) {
        SeriesPoint point = point_of(text.period, text.value, series.points.size() + 3);
        point.denominator = text.n;
        series.points.push_back(std::move(point));
    }
    return series;
}

plan::Measure measure_of(const char* id, const char* priority, const char* kpi, const char* name) {
    plan::Measure measure;
    measure.id = MeasureId{id};
    measure.priority = PriorityId{priority};
    measure.kpi = kpi;
    measure.name = name;
    measure.noun = "offences";
    measure.good = Good::down;
    return measure;
}

std::vector<plan::Priority> priorities() {
    const auto priority = [](const char* id, const char* title, const char* theme, TileKind tile) {
        plan::Priority made;
        made.id = PriorityId{id};
        made.title = title;
        made.theme = theme;
        made.tile = tile;
        return made;
    };
    return {
        priority("1", "Reducing crime", "3 Crime", TileKind::variance),
        priority("2", "Burglary", "3 Crime", TileKind::level),
        priority("3", "Service to victims", "4 Outcomes: victims/witnesses", TileKind::outcome),
        priority("4", "Supported families", "5 Prevention", TileKind::assessment),
        priority("5", "Savings", "6 Value", TileKind::savings),
        priority("6", "Mental health", "5 Prevention", TileKind::text),
    };
}

std::vector<plan::Measure> measures() {
    plan::Measure crime = measure_of("crime", "1", "3.1", "All crime");
    crime.chart = true;
    crime.comparisons = {Basis::year_to_date, Basis::quarter_on_year};
    crime.status_from = Basis::year_to_date;
    crime.change_decimals = 1;
    crime.footnote = "Recorded offences";

    plan::Measure violence = measure_of("violence", "1", "3.3", "Violence with injury");
    violence.chart = true;
    violence.comparisons = {Basis::quarter_on_year};
    violence.status_from = Basis::quarter_on_year;

    plan::Measure entrants = measure_of("entrants", "1", "", "First-time entrants");
    entrants.comparisons = {Basis::year_to_date};
    entrants.status_from = Basis::year_to_date;

    plan::Measure burglary = measure_of("burglary", "2", "3.8", "Domestic burglary");
    burglary.tile_line = "Change in level of offences";
    burglary.comparisons = {Basis::baseline_year};
    burglary.status_from = Basis::baseline_year;
    burglary.baseline = Period::financial_year(2018);
    burglary.change_decimals = 1;

    plan::Measure satisfaction = measure_of("satisfaction", "2", "", "Satisfaction with service");
    satisfaction.unit = Unit::percent;
    satisfaction.good = Good::up;
    satisfaction.over_time = RollUp::ratio;
    satisfaction.decimals = 1;
    satisfaction.frequency = plan::Frequency::quarter;
    satisfaction.comparisons = {Basis::quarter_on_year, Basis::rolling_year};
    satisfaction.status_from = Basis::quarter_on_year;

    plan::Measure outcome = measure_of("outcome", "3", "", "Victim-focused outcome");
    outcome.unit = Unit::percent;

    plan::Measure confidence = satisfaction;
    confidence.id = MeasureId{"confidence"};
    confidence.priority = PriorityId{"3"};
    confidence.name = "Confidence";
    confidence.comparisons = {};
    confidence.status_from.reset();

    plan::Measure families = measure_of("families", "4", "", "Families that re-offended");
    families.over_time = RollUp::last;
    families.sentence = "{value} out of {n} re-offended in the last 12 months";
    return {crime, violence, entrants, burglary, satisfaction, outcome, confidence, families};
}

SavingsAmount savings(const char* status, std::int64_t pounds, const char* estimate = "") {
    SavingsAmount amount;
    amount.scheme = std::string("Scheme ") + status;
    amount.status = status;
    amount.year = Period::span(Period::financial_year(2013), Period::financial_year(2016));
    amount.amount = Pence{pounds * 100};
    amount.scope = "1 April 2013 to 31 March 2017";
    amount.as_at = Date(2014, 3, 31);
    amount.estimate = estimate;
    amount.source = SourceId{"finance"};
    amount.where = cell_of("finance/savings.xlsx", 8);
    return amount;
}

consolidate::Consolidated consolidated() {
    consolidate::Consolidated all;
    const Series city = months_about("crime", "city", 400.0);
    const Series county = months_about("crime", "county", 300.0);
    all.series = {summed(city, county, "force"), city, county};

    Series violence = months_about("violence", "force", 100.0);
    violence.points.back().value = 190.0;
    violence.points[20].value.reset();
    violence.points[20].marker = Marker::in_error;
    all.series.push_back(violence);

    Series entrants{MeasureId{"entrants"}, AreaId{"force"}, {}};
    entrants.points.push_back(point_of(Period::quarter(2020, 1), std::nullopt, 4));
    entrants.points.back().marker = Marker::not_released;
    entrants.points.back().reason = "not yet presented to the Youth Offending Management Board";
    all.series.push_back(entrants);

    all.series.push_back(months_about("burglary", "force", 90.0));
    all.series.push_back(shares("satisfaction", {{Period::quarter(2018, 2), 84.0, 100.0},
                                                 {Period::quarter(2018, 3), 85.0, 100.0},
                                                 {Period::quarter(2018, 4), 86.0, 100.0},
                                                 {Period::quarter(2019, 1), 87.0, 100.0},
                                                 {Period::quarter(2019, 2), 80.0, 150.0},
                                                 {Period::quarter(2019, 3), 81.0, 200.0},
                                                 {Period::quarter(2019, 4), 82.0, 100.0},
                                                 {Period::quarter(2020, 1), 91.0, 300.0}}));
    all.series.push_back(shares("confidence", {{Period::quarter(2020, 1), 81.8, 500.0}}));
    all.series.push_back(shares("families", {{Period::quarter(2020, 1), 634.0, 1883.0}}));

    all.savings = {savings("required", 23'000'000, "original"),
                   savings("required", 23'500'000, "latest"),
                   savings("realised", 3'244'900),
                   savings("planned", 1'044'900),
                   savings("identified", 800'000),
                   savings("idea", 500'000)};
    all.returns = {
        {SourceId{"crime"},
         "Northshire Police",
         true,
         consolidate::ReturnState::received,
         Date(2020, 7, 20),
         {},
         "force/crime.xlsx",
         "",
         {},
         {},
         "",
         180},
        {SourceId{"finance"},
         "Finance",
         true,
         consolidate::ReturnState::missing,
         {},
         Date(2020, 7, 21),
         "",
         "",
         {},
         {},
         "not received",
         0},
        {SourceId{"youth"},
         "Youth Offending Service",
         false,
         consolidate::ReturnState::withheld,
         Date(2020, 7, 2),
         {},
         "youth/return.xlsx",
         "Youth Offending Management Board",
         {},
         Date(2020, 10, 3),
         "not yet presented",
         0},
    };
    return all;
}

}  // namespace

plan::Measure& SmallDashboard::measure(const char* id) {
    for (plan::Measure& one : plan.measures)
        if (one.id.text == id) return one;
    throw std::out_of_range(id);
}

Series& SmallDashboard::series(const char* name, const char* area) {
    for (Series& one : consolidated.series)
        if (one.measure.text == name && one.area.text == area) return one;
    throw std::out_of_range(name);
}

report::Report SmallDashboard::report() const {
    std::vector<spc::ControlChart> charts;
    for (const plan::Measure& one : plan.measures) {
        const Series* found = find_series(consolidated.series, one.id, plan.settings.area);
        if (one.chart && found) charts.push_back(spc::chart_series(*found, one, plan, period));
    }
    const std::vector<Series>& series = consolidated.series;
    std::vector<benchmark::Benchmark> benchmarks = benchmark::benchmarks(series, plan, period);
    std::vector<compare::Comparison> comparisons = compare::compare_all(series, plan, period);
    for (compare::Comparison& one : benchmark::comparisons_with_areas(benchmarks, series, plan, period))
        comparisons.push_back(std::move(one));
    return report::build({plan, period, as_of, consolidated, std::move(comparisons), std::move(charts), findings,
                          std::move(benchmarks), benchmark::funnels(series, plan, period),
                          forecast::prospects(series, plan, period)});
}

void SmallDashboard::add_peers(const char* of_measure) {
    plan.areas.front().population = 1'000'000.0;
    const double rates[] = {52.0, 61.0, 47.0, 70.0};
    for (std::size_t i = 0; i < std::size(rates); ++i) {
        const AreaId peer{fmt::format("peer{}", i + 1)};
        plan.areas.push_back({peer, fmt::format("Peer {}", i + 1), "peer", {}, 500'000.0});
        SeriesPoint point;
        point.period = Period::ending(period, 12);
        point.value = rates[i] * 500.0;
        consolidated.series.push_back({MeasureId{of_measure}, peer, {point}});
    }
    measure(of_measure).comparisons.push_back(Basis::similar_group);
}

SmallDashboard small_dashboard() {
    SmallDashboard made;
    plan::Plan& plan = made.plan;
    plan.settings.title = "Police and Crime Plan";
    plan.settings.organisation = "Office of the Police and Crime Commissioner";
    plan.settings.area = AreaId{"force"};
    plan.areas = {{AreaId{"force"}, "Northshire", "force", {}, {}},
                  {AreaId{"city"}, "City", "city", AreaId{"force"}, {}},
                  {AreaId{"county"}, "County", "county", AreaId{"force"}, {}}};
    plan.priorities = priorities();
    plan.measures = measures();
    plan.sources.resize(1);
    plan.sources.front().id = SourceId{"crime"};
    plan.sources.front().organisation = "Northshire Police";
    plan.gaps = {{MeasureId{"outcome"}, {}, {}, {}, Marker::not_applicable, "measure in development"}};
    plan.events = {{Period::month(2020, 3), {}, "COVID-19", {}}};
    plan.resets = {{MeasureId{"crime"}, {}, Period::month(2018, 10), "a new recording system"}};
    plan.commentary = {{PriorityId{"6"}, {}, Period::quarter(2020, 1), "Partners are agreeing a framework.", "analyst"},
                       {{}, MeasureId{"violence"}, Period::quarter(2020, 1), "A change of classification.", "analyst"}};
    plan.glossary = {{"ASB", "anti-social behaviour"}};
    made.consolidated = consolidated();
    made.findings = {{Severity::error,
                      "not-a-number",
                      {"force/crime.xlsx", "Return", CellRef{25, 3}},
                      "Text stands here.",
                      "Put the number.",
                      "abc",
                      "a number"}};
    return made;
}

}  // namespace panelbook::tests

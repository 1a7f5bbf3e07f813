#include "support/sample_report.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace panelbook::tests {

namespace {

using namespace report;
using Kind = NumberStyle::Kind;
using Tone = Status::Tone;
using Shape = Status::Shape;

const Status improved_down{Tone::better, Shape::down, "Improved"};
const Status improved_up{Tone::better, Shape::up, "Improved"};
const Status worse_up{Tone::worse, Shape::up, "Worse"};
const Status no_change{Tone::no_change, Shape::dot, "No change"};
const Status unknown{Tone::not_available, Shape::ring, "NA"};

constexpr std::size_t months = 45;

class Builder {
public:
    Report report;

    ItemId text(std::string words, Role role = Role::cell) { return report.add({std::move(words), role, {}, {}, {}}); }
    ItemId number(double value, Role role, Kind kind = Kind::number, int decimals = 0, bool sign = false) {
        return report.add({value, role, {kind, decimals, sign}, {}, {}});
    }
    ItemId missing() { return text("NA", Role::not_available); }
    ItemId blank() { return report.add({std::monostate{}, Role::cell, {}, {}, {}}); }
    ItemId date(Date day, Kind kind) { return report.add({day, Role::cell, {kind}, {}, {}}); }
    ItemId formula(ItemValue value, Role role, NumberStyle style, Formula formula) {
        return report.add({std::move(value), role, style, std::move(formula), {}});
    }

    TileLine variance(const Status& status, std::string label, double now, double before, double change,
                      std::string marks = {}) {
        const ItemId current = number(now, Role::figure);
        const ItemId reference = number(before, Role::reference);
        const Formula ratio{"IF({1}=0,\"NA\",{0}/{1}-1)", {current, reference}};
        const ItemId percent = formula(change, Role::figure, {Kind::fraction_percent, 0, false}, ratio);
        return {status, std::move(label), std::move(marks), {current, reference, percent}};
    }
    TileLine variance_missing(std::string label, std::string marks = {}) {
        return {unknown, std::move(label), std::move(marks), {missing(), missing(), missing()}};
    }
    TileLine share(const Status& status, std::string label, double percent, std::size_t columns) {
        TileLine line{status, std::move(label), {}, {number(percent, Role::figure, Kind::percent_points, 1)}};
        if (columns > 1) line.figures.push_back(blank());
        return line;
    }
    TileLine share_missing(std::string label, std::size_t columns) {
        TileLine line{unknown, std::move(label), {}, {missing()}};
        if (columns > 1) line.figures.push_back(blank());
        return line;
    }
    TileLine level(const Status& status, double change, double total) {
        return {status,
                "Change in level of offences",
                {},
                {number(change, Role::figure, Kind::percent_points, 1), number(total, Role::reference)}};
    }
    TileLine sentence(std::string words) { return {std::nullopt, "", {}, {text(std::move(words), Role::sentence)}}; }
    TileLine millions(std::string label, double amount) {
        return {std::nullopt, std::move(label), {}, {number(amount, Role::figure, Kind::millions, 2)}};
    }
};

std::vector<Tile> tiles(Builder& b) {
    const std::vector<std::string> variance{"YTD", "L. YTD", "% Var"};
    const std::vector<std::string> level{"Actual", "Total"};
    const std::vector<std::string> outcome{"Actual"};
    const std::string developing = "Outcome and awareness measures are being developed.";
    const auto outcomes = [&](double satisfaction) {
        return std::vector<TileLine>{b.share_missing("Victim-focused outcome", 1),
                                     b.share(no_change, "Satisfaction with service", satisfaction, 1),
                                     b.share_missing("Awareness of services", 1)};
    };
    const auto offences = [&](const Status& status, double change, double total, double satisfaction) {
        return std::vector<TileLine>{b.level(status, change, total), b.share_missing("Victim-focused outcome", 2),
                                     b.share(no_change, "Satisfaction with service", satisfaction, 2)};
    };
    std::vector<Tile> all;
    all.push_back({"1",
                   "Preventing and diverting young people from offending",
                   variance,
                   {b.variance_missing("First-time entrants to the criminal justice system aged 10 to 17")},
                   "Not yet presented to the Youth Offending Management Board.",
                   {}});
    all.push_back({"2",
                   "Reducing re-offending amongst young people and adults",
                   variance,
                   {b.variance(improved_down, "Offending by 18 to 24 year olds, cohort", 38, 90, 38.0 / 90 - 1, "1"),
                    b.variance_missing("Re-offending by 18 to 24 year olds", "2")},
                   "",
                   {"1 Some of the cohort were in prison for part of the quarter.",
                    "2 Goes to the Reducing Re-offending Board on 19 September 2014; measure in development."}});
    all.push_back(
        {"3",
         "Alcohol and drug related offending",
         variance,
         {b.variance_missing("Successful treatment completions", "1"),
          b.variance_missing("Re-presentations to treatment", "1"),
          b.variance_missing("Re-offending of those entering a criminal justice drugs programme", "1"),
          b.variance(improved_down, "Night-time economy incidents, 7pm to 7am", 361, 472, 361.0 / 472 - 1, "2")},
         "",
         {"1 No longer available nationally.", "2 Recorded only since April 2013."}});
    all.push_back({"4",
                   "Supported families",
                   {"Assessment"},
                   {b.sentence("634 out of 1,883 re-offended in the last 12 months"),
                    b.sentence("346 of 1,883 showed the specified reductions in recorded anti-social behaviour")},
                   "",
                   {}});
    all.push_back({"5", "Domestic violence with injury", outcome, outcomes(88.2), developing, {}});
    all.push_back({"6",
                   "Serious sexual offences",
                   outcome,
                   {b.share_missing("Victim-focused outcome", 1), b.share_missing("Satisfaction with service", 1),
                    b.share_missing("Awareness of services", 1)},
                   developing,
                   {}});
    all.push_back({"7", "Hate crime", outcome, outcomes(81.3), developing, {}});
    all.push_back(
        {"8", "Anti-social behaviour", outcome, {b.share(no_change, "Satisfaction with service", 82.7, 1)}, "", {}});
    all.push_back(
        {"9", "Service to victims of crime", outcome, {b.share(no_change, "All-user satisfaction", 84.1, 1)}, "", {}});
    all.push_back({"10",
                   "Service to our communities",
                   outcome,
                   {b.share(improved_up, "Confidence that the police are doing a good job", 81.8, 1)},
                   "",
                   {}});
    all.push_back(
        {"11", "All crime", level, {b.level(no_change, 0.8, 15243)}, "Lower since December 2013, and stable.", {}});
    all.push_back({"12",
                   "Domestic burglary",
                   level,
                   offences(worse_up, 15.8, 930, 91.2),
                   "Falling since the peak of October 2013 to February 2014.",
                   {}});
    all.push_back({"13", "Violence with injury", level, offences(no_change, -4.4, 1021, 78.1), "", {}});
    all.push_back({"14A", "Theft from motor vehicle", level, offences(no_change, 3.3, 1326, 86.0), "", {}});
    all.push_back({"14B",
                   "Theft of motor vehicle",
                   level,
                   offences(worse_up, 18.9, 315, 76.2),
                   "Mopeds and motorbikes in the city centre.",
                   {}});
    all.push_back(
        {"15", "Child sexual exploitation", {"Statement"}, {b.sentence("Partners are agreeing a framework.")}, "", {}});
    all.push_back({"16", "Mental health", {"Statement"}, {b.sentence("Partners are agreeing a framework.")}, "", {}});
    all.push_back({"17",
                   "Missing people",
                   variance,
                   {b.variance(no_change, "Missing reports", 1043, 1060, 1043.0 / 1060 - 1),
                    b.variance(improved_down, "Absent reports", 772, 916, 772.0 / 916 - 1),
                    b.variance(no_change, "Reports from the nine key locations", 112, 109, 112.0 / 109 - 1)},
                   "",
                   {}});
    all.push_back(
        {"18",
         "Over £20m of savings by 2016/17",
         {"£ millions"},
         {b.millions("Required", 23.00), b.millions("Realised", 3.24), b.millions("Identified, not yet realised", 1.84),
          b.millions("Further required by the end of 2016/17", 17.92)},
         "1 April 2013 to 31 March 2017, as at 31 March 2014.",
         {}});
    return all;
}

Page dashboard(Builder& b) {
    TilePage page;
    page.key = {{improved_down, "statistically significant improvement against the end of 2013/14"},
                {no_change, "no statistically significant change, or too few to tell"},
                {worse_up, "statistically significant deterioration"},
                {unknown, "not available, or not yet presented to the partner's own board: the note says why"}};
    page.tiles = tiles(b);
    Page sheet;
    sheet.name = "Dashboard";
    sheet.title = "Police and Crime Plan: partnership dashboard";
    sheet.subtitle =
        "Quarter 1 2014/15: 3 months to June 2014. As known on 29 September 2014. An increase is positive, a "
        "decrease negative.";
    sheet.a3 = true;
    sheet.blocks.push_back(std::move(page));
    return sheet;
}

struct Measure {
    std::string number;
    std::string name;
    double mean;
    double swing;
    double last;        // of the latest month, in place of what the waves give
    std::size_t reset;  // the month from which new limits hold; 0: none
    double step;        // of the scale
    Kind kind = Kind::number;
    int decimals = 0;
};

double wave(const Measure& measure, std::size_t month) {
    if (month + 1 == months) return measure.last;
    const auto t = static_cast<double>(month);
    const double size = std::sin(t * 0.5236) + 0.6 * std::sin(t * 1.9 + measure.mean) + 0.4 * std::sin(t * 4.7);
    const double step = measure.reset > 0 && month >= measure.reset ? measure.mean * 0.35 : 0.0;
    return std::round((measure.mean + step + measure.swing * size) * 10) / 10;
}

/// The rows a chart draws from, and the chart.
struct Drawn {
    std::vector<std::vector<ItemId>> rows;
    Chart chart;
    ItemId latest;
};

Drawn draw(Builder& b, const Measure& measure) {
    enum : std::size_t { name, month, value, mean, lower, upper, mean_2, lower_2, upper_2, worse, event, columns };
    Drawn drawn;
    const Date first(2016, boost::gregorian::Oct, 1);
    double highest = 0;
    for (std::size_t m = 0; m < months; ++m) {
        std::vector<ItemId> row;
        for (std::size_t column = 0; column < columns; ++column) row.push_back(b.blank());
        row[name] = b.text(measure.name);
        row[month] = b.date(first + boost::gregorian::months(static_cast<int>(m)), Kind::month);
        row[value] = b.number(wave(measure, m), Role::cell, measure.kind, 1);
        const bool second = measure.reset > 0 && m >= measure.reset;
        const double centre = measure.mean * (second ? 1.35 : 1.0);
        const std::size_t at = second ? mean_2 : mean;
        row[at] = b.number(centre, Role::cell, measure.kind, 1);
        row[at + 1] = b.formula(centre - 3 * measure.swing, Role::cell, {measure.kind, 1},
                                {"{0}-3*" + std::to_string(measure.swing), {row[at]}});
        row[at + 2] = b.formula(centre + 3 * measure.swing, Role::cell, {measure.kind, 1},
                                {"{0}+3*" + std::to_string(measure.swing), {row[at]}});
        highest = std::max({highest, wave(measure, m), centre + 3 * measure.swing});
        drawn.rows.push_back(std::move(row));
    }
    auto& last = drawn.rows.back();
    if (measure.last > measure.mean + 3 * measure.swing && measure.reset == 0)
        last[worse] = b.formula(measure.last, Role::cell, {measure.kind, 1}, {"{0}", {last[value]}});
    const double top =
        measure.kind == Kind::percent_points ? 100 : std::ceil(highest * 1.04 / measure.step) * measure.step;
    drawn.rows[41][event] = b.number(top * 0.985, Role::cell, Kind::number, 2);
    drawn.rows[2][event] = b.number(top * 0.985, Role::cell, Kind::number, 2);
    drawn.rows[21][event] = b.number(top * 0.985, Role::cell, Kind::number, 2);

    const auto range = [&](std::size_t column) {
        return ItemRange{drawn.rows.front()[column], drawn.rows.back()[column]};
    };
    const auto label = [&](const char* word, double height) {
        return std::string(word) + " " + std::to_string(static_cast<int>(std::lround(height))) +
               (measure.kind == Kind::percent_points ? "%" : "");
    };
    const double centre = measure.mean * (measure.reset > 0 ? 1.35 : 1.0);
    Chart& chart = drawn.chart;
    using R = ChartSeries::Role;
    chart.alt_text = "Line chart of " + measure.name + " by month, October 2016 to June 2020.";
    chart.categories = range(month);
    chart.number = {measure.kind, measure.decimals, false};
    chart.axis_maximum = top;
    chart.axis_minimum = std::floor((measure.mean - 4 * measure.swing) / measure.step) * measure.step;
    chart.axis_step = measure.step;
    const bool reset = measure.reset > 0;
    const auto ends = [&](bool here, std::string words) { return here ? std::move(words) : std::string(); };
    chart.series = {
        {R::values, measure.name, range(value), {}, {}},
        {R::centre, "Mean", range(mean), ends(!reset, label("Mean", centre)), {}},
        {R::limit, "Lower limit", range(lower), ends(!reset, label("Lower", centre - 3 * measure.swing)), {}},
        {R::limit, "Upper limit", range(upper), ends(!reset, label("Upper", centre + 3 * measure.swing)), {}},
        {R::worse_exception, "Above the upper limit", range(worse), {}, {}},
        {R::event, "Events", range(event), {}, {"New system", "World Cup", "COVID-19"}},
    };
    if (reset) {
        chart.series.push_back({R::centre, "Mean", range(mean_2), label("Mean", centre), {}});
        chart.series.push_back(
            {R::limit, "Lower limit", range(lower_2), label("Lower", centre - 3 * measure.swing), {}});
        chart.series.push_back(
            {R::limit, "Upper limit", range(upper_2), label("Upper", centre + 3 * measure.swing), {}});
    }
    drawn.latest = last[value];
    return drawn;
}

Chart comparator(Builder& b, const Measure& measure, Table& table) {
    const std::vector<std::string> names{"Apr", "May", "Jun"};
    std::vector<std::vector<ItemId>> rows;
    for (std::size_t m = 0; m < names.size(); ++m) {
        std::vector<ItemId> row{b.text(names[m])};
        for (std::size_t year = 0; year < 4; ++year)
            row.push_back(b.number(wave(measure, months - 3 + m - 12 * year), Role::cell));
        rows.push_back(row);
    }
    table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    const auto range = [&](std::size_t column) { return ItemRange{rows.front()[column], rows.back()[column]}; };
    using R = ChartSeries::Role;
    Chart chart;
    chart.kind = Chart::Kind::comparator;
    chart.alt_text = measure.name + " in the same months of 2020/21, 2019/20, 2018/19 and 2017/18.";
    chart.categories = range(0);
    chart.axis_minimum = 0;
    chart.number = {Kind::number, 0, false};
    chart.series = {{R::values, "2020/21", range(1), {}, {}},
                    {R::earlier_year_1, "2019/20", range(2), {}, {}},
                    {R::earlier_year_2, "2018/19", range(3), {}, {}},
                    {R::earlier_year_3, "2017/18", range(4), {}, {}}};
    return chart;
}

KpiBlock kpi(Builder& b, const Measure& measure, const Drawn& drawn, Status status, double change, Role role) {
    KpiBlock block;
    block.number = measure.number;
    block.name = measure.name;
    block.status = std::move(status);
    block.status_caption = "latest month, June 2020";
    block.headline = b.number(change, role, Kind::fraction_percent, 1, true);
    block.headline_caption = "against the same quarter of last year";
    block.lines = {{"This quarter", b.number(measure.mean * 3, Role::figure, measure.kind, measure.decimals)},
                   {"Same quarter of last year",
                    b.number(measure.mean * 3 / (1 + change), Role::reference, measure.kind, measure.decimals)},
                   {"Mean of a month", b.number(measure.mean, Role::reference, measure.kind, measure.decimals)}};
    block.chart = drawn.chart;
    block.sentences = {
        b.text("June 2020 lies within the range that is usual for this measure.", Role::sentence),
        b.text("The quarter is 14.1% below the same quarter of last year, a fall larger than chance explains. April "
               "2020 was "
               "the lowest month on record; May and June returned towards the mean.",
               Role::sentence),
        b.text("COVID-19 restrictions began in March 2020: compare with other forces before drawing conclusions.",
               Role::sentence),
        b.text("Analyst: a change in how assaults are classified explains part of the rise.", Role::comment)};
    return block;
}

Page crime_page(Builder& b, Table& chart_rows, Table& comparator_rows, Page& exceptions) {
    const std::vector<Measure> measures{
        {"3.1", "All crime", 7297, 480, 7900, 0, 1000},
        {"3.3", "Violence with injury", 710, 60, 951, 0, 100},
        {"3.5", "Knife offences", 120, 9, 168, 30, 25},
        {"3.8", "Residential burglary", 430, 38, 320, 0, 50},
        {"4.3", "Victim satisfaction", 77, 2.2, 79, 0, 10, Kind::percent_points, 0},
    };
    const std::vector<Status> statuses{
        {Tone::no_change, Shape::dot, "Stable"},
        {Tone::worse, Shape::up, "Above the upper limit (worse)"},
        {Tone::attention, Shape::up, "Long run above the mean"},
        {Tone::no_change, Shape::dot, "Stable, near the lower limit"},
        {Tone::no_change, Shape::dot, "Stable"},
    };
    const std::vector<double> changes{-0.141, 0.41, 0.28, -0.46, 0.013};
    const std::vector<Role> roles{Role::large_figure, Role::large_worse, Role::large_figure, Role::large_better,
                                  Role::large_figure};
    Page page;
    page.name = "3 Crime";
    page.title = "3  Crime";
    page.subtitle =
        "Quarter 1 2020/21: April to June 2020. Grey line: mean. Dashes: the range that months are expected in. "
        "Diamonds: months beyond it.";
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const Drawn drawn = draw(b, measures[i]);
        chart_rows.rows.insert(chart_rows.rows.end(), drawn.rows.begin(), drawn.rows.end());
        page.blocks.push_back(kpi(b, measures[i], drawn, statuses[i], changes[i], roles[i]));
        if (i != 1 && i != 3) continue;
        ExceptionBlock exception{kpi(b, measures[i], drawn, statuses[i], changes[i], roles[i]), {}, {}};
        exception.comparator = comparator(b, measures[i], comparator_rows);
        exception.next_step = "Find the cause: something out of the ordinary happened in June 2020.";
        exceptions.blocks.push_back(std::move(exception));
    }
    KpiBlock unrecorded;
    unrecorded.number = "5.5";
    unrecorded.name = "Prevention visits";
    unrecorded.status = unknown;
    unrecorded.status_caption = "not recorded in the quarter";
    unrecorded.no_chart = "Not recorded from April to June 2020 because of COVID-19.";
    unrecorded.sentences = {
        b.text("Visits were not recorded from April to June 2020 because of COVID-19.", Role::sentence)};
    page.blocks.push_back(std::move(unrecorded));
    return page;
}

Page summary(Builder& b, const Page& crime) {
    Page page;
    page.name = "Summary";
    page.title = "Police and Crime Plan: what needs attention";
    page.subtitle = "Quarter 1 2020/21: April to June 2020. As known on 29 September 2020.";
    Paragraphs first;
    first.heading = "What needs attention first";
    const auto& exception = std::get<KpiBlock>(crime.blocks[1]);
    ItemId line =
        b.text("3.3 Violence with injury: above the upper limit in June 2020, +41% on the same quarter of last year.",
               Role::sentence);
    b.report[line].link = exception.sentences[0];
    first.items = {line,
                   b.text("3.8 Residential burglary: near the lower limit, −46% on the same quarter of last year.",
                          Role::sentence)};
    page.blocks.push_back(std::move(first));
    Table classes;
    classes.title = "Measures by class";
    classes.columns = {{"Class", 30}, {"Measures", 12, true}, {"What it means", 70}};
    const std::vector<std::pair<Status, double>> counts{{{Tone::worse, Shape::up, "Above the upper limit (worse)"}, 1},
                                                        {{Tone::attention, Shape::up, "Long run above the mean"}, 1},
                                                        {{Tone::no_change, Shape::dot, "Stable"}, 3}};
    std::vector<ItemId> figures;
    for (const auto& [status, count] : counts) {
        figures.push_back(b.number(count, Role::cell));
        classes.statuses.emplace_back(classes.rows.size() * classes.columns.size(), status);
        classes.rows.push_back(
            {b.text(status.words), figures.back(),
             b.text(
                 "Find the cause of it before the next report, and say what was done about it since the last one.")});
    }
    classes.rows.push_back(
        {b.text("All measures", Role::label),
         b.formula(5.0, Role::figure, {Kind::number}, {"SUM({0})", {ItemRange{figures.front(), figures.back()}}}),
         b.text("")});
    page.blocks.push_back(std::move(classes));
    Table missing;
    missing.name = "Missing";
    missing.title = "Returns not received";
    missing.columns = {{"Source", 20}};
    missing.empty_words = "Every return that was due has been received.";
    page.blocks.push_back(std::move(missing));
    return page;
}

Page table_page(std::string name, std::string title, Table table, bool internal) {
    Page page;
    page.name = std::move(name);
    page.title = std::move(title);
    page.subtitle = "What the charts are drawn from.";
    page.internal = internal;
    page.blocks.push_back(std::move(table));
    return page;
}

Page findings(Builder& b) {
    Table table;
    table.name = "Findings";
    table.columns = {{"Severity", 10}, {"Where", 34}, {"What is wrong", 60}, {"Found", 14}, {"Seen on", 13}};
    table.rows = {
        {b.text("error"), b.text("Northshire April.xlsx: Return!C14"),
         b.text("Burglary for 2020-06 is already at Return!C9, with another value. Neither is published. Delete one of "
                "the two rows and send the workbook again."),
         b.text("=1+1"), b.date(Date(2020, boost::gregorian::Jul, 9), Kind::date)},
        {b.text("warning"), b.text("a_very_long_file_name_without_any_blank_that_goes_on_and_on_2020_21_q1.xlsx"),
         b.text("https://example.org/ is text, not a link"), b.text("_x0041_"),
         b.date(Date(2020, boost::gregorian::Jul, 10), Kind::date)}};
    return table_page("Findings", "Findings", std::move(table), true);
}

}  // namespace

Report sample_report() {
    Builder b;
    b.report.title = "Police and Crime Panel dashboard";
    b.report.organisation = "Office of the Police & Crime Commissioner";
    b.report.period = "Quarter 1 2020/21";
    b.report.classification = "Official";
    b.report.as_of = Date(2020, boost::gregorian::Sep, 29);
    Table chart_rows;
    chart_rows.name = "ChartData";
    chart_rows.columns = {{"Measure", 30},
                          {"Month", 10},
                          {"Value", 11, true},
                          {"Mean", 11, true},
                          {"Lower limit", 11, true},
                          {"Upper limit", 11, true},
                          {"Mean, 2nd", 11, true},
                          {"Lower, 2nd", 11, true},
                          {"Upper, 2nd", 11, true},
                          {"Beyond a limit", 11, true},
                          {"Height of event label", 11, true}};
    Table comparator_rows;
    comparator_rows.name = "ComparatorData";
    comparator_rows.title = "The same months of earlier years";
    comparator_rows.columns = {{"Month", 30},
                               {"This year", 11, true},
                               {"1 year earlier", 11, true},
                               {"2 years earlier", 11, true},
                               {"3 years earlier", 11, true}};
    Page exceptions;
    exceptions.name = "Exceptions";
    exceptions.title = "Exceptions";
    exceptions.subtitle =
        "Measures out of the ordinary come first. Below each chart: the same months of earlier years.";
    Page dashboard_page = dashboard(b);
    Page crime = crime_page(b, chart_rows, comparator_rows, exceptions);
    Page summary_page = summary(b, crime);
    b.report.pages = {std::move(summary_page),
                      std::move(dashboard_page),
                      std::move(exceptions),
                      std::move(crime),
                      table_page("Q1", "Chart data", std::move(chart_rows), false),
                      table_page("Panel's years", "Comparator data", std::move(comparator_rows), false),
                      findings(b)};
    return std::move(b.report);
}

}  // namespace panelbook::tests

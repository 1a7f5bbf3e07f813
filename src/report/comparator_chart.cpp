#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "panelbook/report/scale.hpp"

#include "charts.hpp"
#include "row.hpp"
#include "styles.hpp"

namespace panelbook::report {

namespace {

constexpr int months_in_year = 12;
constexpr std::size_t years_shown = 4;  // the period's own and three earlier ones

constexpr std::array<ChartSeries::Role, years_shown> year_roles = {
    ChartSeries::Role::values, ChartSeries::Role::earlier_year_1, ChartSeries::Role::earlier_year_2,
    ChartSeries::Role::earlier_year_3};

/// The year as the period's own months see it: "2020/21", or "2020" for a calendar year.
std::string year_label(Period period) {
    return period.containing_financial_year().label();
}

}  // namespace

Table comparator_table() {
    Table table;
    table.name = "ComparatorData";
    table.title = "The same months of earlier years";
    table.columns = {{"Measure", 34},
                     {"Area", 18},
                     {"Month", 10},
                     {"This year", 11, true},
                     {"1 year earlier", 11, true},
                     {"2 years earlier", 11, true},
                     {"3 years earlier", 11, true}};
    table.empty_words = "No measure is an exception.";
    return table;
}

std::optional<Chart> add_comparator_chart(Draft& draft, std::size_t index, Table& table) {
    const spc::ControlChart& chart = draft.figures.charts[index];
    const plan::Measure* measure = draft.plan().measure(chart.measure);
    const auto series_index = draft.series_index(chart.measure, chart.area);
    if (!measure || !series_index) return std::nullopt;
    const Series& series = draft.series()[*series_index];
    const Period period = draft.figures.period;

    std::array<std::size_t, years_shown> present{};
    double highest = 0.0;
    double lowest = 0.0;
    std::vector<std::array<ItemId, years_shown>> rows;
    std::vector<ItemId> months;
    std::vector<std::vector<ItemId>> table_rows;
    for (int m = 0; m < period.months(); ++m) {
        const Period month = period.month_at(m);
        Row row(draft.report);
        row.text(measure->name);
        row.text(draft.area_name(chart.area));
        const std::string label = month.label();
        months.push_back(row.text(label.substr(0, label.find('-'))));
        rows.emplace_back();
        for (std::size_t year = 0; year < years_shown; ++year) {
            const SeriesPoint* point = series.at(month.shifted(-months_in_year * static_cast<int>(year)));
            Item item;
            if (point && point->value) {
                const auto at = static_cast<std::size_t>(point - series.points.data());
                item = copy_item(draft.report, draft.data[*series_index][at].value, Role::cell);
                item.link.reset();
                highest = std::max(highest, to_number(*point->value));
                lowest = std::min(lowest, to_number(*point->value));
                ++present[year];
            }
            rows.back()[year] = row.add(std::move(item));
        }
        table_rows.push_back(row.take());
    }
    if (present[0] == 0 || std::all_of(present.begin() + 1, present.end(), [](std::size_t n) { return n == 0; }))
        return std::nullopt;

    table.rows.insert(table.rows.end(), table_rows.begin(), table_rows.end());
    const Scale scale = scale_about(lowest, highest, measure->unit == plan::Unit::percent);
    Chart drawn;
    drawn.kind = Chart::Kind::comparator;
    drawn.categories = {months.front(), months.back()};
    drawn.axis_minimum = scale.minimum;
    drawn.axis_maximum = scale.maximum;
    drawn.axis_step = scale.step;
    drawn.number = figure_style(*measure);
    std::string years;
    for (std::size_t year = 0; year < years_shown; ++year) {
        if (present[year] == 0) continue;
        const std::string name = year_label(period.shifted(-months_in_year * static_cast<int>(year)));
        drawn.series.push_back({year_roles[year], name, {rows.front()[year], rows.back()[year]}, {}, {}});
        years += (years.empty() ? "" : ", ") + name;
    }
    drawn.alt_text = fmt::format("{} in the same months of {}.", draft.name_in_area(*measure, chart.area), years);
    return drawn;
}

}  // namespace panelbook::report

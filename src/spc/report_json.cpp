#include <cmath>
#include <nlohmann/json.hpp>

#include "panelbook/spc/chart_report.hpp"
#include "panelbook/spc/icons.hpp"
#include "panelbook/spc/point_class.hpp"

#include "report_words.hpp"

namespace panelbook::spc {

namespace {

using Json = nlohmann::ordered_json;

Json number(std::optional<double> value) {
    return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
}

Json point_of(const ChartReport& report, std::size_t index) {
    const ChartPoint& point = report.chart.points[index];
    const Segment& segment = report.chart.segments[point.segment];
    Json rules = Json::array();
    for (const Rule rule : report.chart.rules.rules)
        if (fired(point, rule)) rules.push_back(id_of(rule));
    return {{"period", report.periods[index]},
            {"y", number(point.value)},
            {"segment", point.segment + 1},
            {"centre", number(segment.rests_on > 0 ? std::optional(segment.centre) : std::nullopt)},
            {"lower", number(point.limits.lower)},
            {"upper", number(point.limits.upper)},
            {"near_lower", number(point.limits.near_lower)},
            {"near_upper", number(point.limits.near_upper)},
            {"outside", point.outside != Side::none},
            {"shift", point.shift != Side::none},
            {"trend", point.trend != Side::none},
            {"two_of_three", point.two_of_three != Side::none},
            {"rules", std::move(rules)},
            {"direction", direction_of(signal_of(point, report.chart.rules))},
            {"class", class_word(report, point)}};
}

Json segment_of(const ChartReport& report, const Segment& segment) {
    Json one{{"from", report.periods[segment.first]},
             {"to", report.periods[segment.first + segment.count - 1]},
             {"points", segment.count},
             {"with_value", segment.present},
             {"limits", segment.has_limits                    ? "known"
                        : segment.method == SigmaMethod::none ? "none"
                                                              : "not assessable"},
             {"sigma", number(segment.has_limits ? std::optional(segment.sigma) : std::nullopt)},
             {"reset_reason", segment.reset_reason}};
    if (report.chart.type == ChartType::p_prime || report.chart.type == ChartType::u_prime)
        one["sigma_z"] = number(segment.has_limits ? std::optional(segment.sigma_z) : std::nullopt);
    if (report.chart.rules.has(Rule::unusual_runs))
        one["runs"] = {{"useful", segment.runs.useful},
                       {"longest_run", segment.runs.longest_run},
                       {"longest_run_max", segment.runs.longest_most},
                       {"crossings", segment.runs.crossings},
                       {"crossings_min", segment.runs.crossings_least},
                       {"signal", segment.runs.signal}};
    return one;
}

}  // namespace

std::string to_json(const ChartReport& report) {
    const ControlChart& chart = report.chart;
    const auto assurance = assurance_icon(chart, report.good, report.target);
    Json json{{"series", report.name},
              {"rules", chart.rules.name},
              {"chart", to_word(chart.type)},
              {"latest", latest_words(report)},
              {"variation_icon", id_of(variation_icon(chart, report.good))},
              {"assurance_icon", assurance ? Json(id_of(*assurance)) : Json(nullptr)},
              {"target", number(report.target)},
              {"run_length", chart.run_length},
              {"run_length_skipping", chart.run_length_skipping},
              {"suggested_reset", chart.suggested_reset ? Json(report.periods[*chart.suggested_reset]) : Json(nullptr)},
              {"cautions", cautions(report)},
              {"notes", report.notes}};
    json["segments"] = Json::array();
    for (const Segment& segment : chart.segments) json["segments"].push_back(segment_of(report, segment));
    json["points"] = Json::array();
    for (std::size_t i = 0; i < chart.points.size(); ++i) json["points"].push_back(point_of(report, i));
    if (report.with_forecast) {
        json["forecast"] = Json::array();
        for (const PeriodAhead& ahead : report.ahead)
            json["forecast"].push_back({{"period", ahead.period},
                                        {"forecast", number(ahead.expected)},
                                        {"lower95", number(ahead.lower)},
                                        {"upper95", number(ahead.upper)}});
    }
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace panelbook::spc

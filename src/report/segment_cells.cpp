#include "segment_cells.hpp"

#include <cmath>
#include <fmt/format.h>

#include "panelbook/spc/averages.hpp"
#include "panelbook/spc/chart_choice.hpp"

#include "row.hpp"
#include "styles.hpp"

namespace panelbook::report {

namespace {

using spc::SigmaMethod;

constexpr const char* d2 = "1.128";            // of two points
constexpr const char* screen_limit = "3.267";  // of the mean moving range
constexpr const char* time_power = "3.6";
const NumberStyle scaled_style{NumberStyle::Kind::number, 3};

bool is_widened(const spc::ControlChart& chart) {
    return chart.type == ChartType::p_prime || chart.type == ChartType::u_prime;
}

bool is_ratio(const spc::ControlChart& chart) {
    return needs_denominators(chart.type);
}

bool rests_on_ranges(const spc::ControlChart& chart, const spc::Segment& segment) {
    return is_widened(chart) || segment.method == SigmaMethod::moving_range ||
           segment.method == SigmaMethod::mean_moving_range || segment.method == SigmaMethod::time_between;
}

bool has_scaled(const spc::ControlChart& chart) {
    return is_widened(chart) || chart.type == ChartType::t;
}

}  // namespace

SegmentCells::SegmentCells(const spc::ControlChart& chart, const spc::Segment& segment, const plan::Measure& measure,
                           const std::vector<SpcPlaces>& places)
    : m_chart(chart),
      m_segment(segment),
      m_places(places),
      m_style(statistic_style(measure, segment.centre)),
      m_whole(spc::chart_scale(chart.type, measure)) {}

ItemRange SegmentCells::column(ItemId SpcPlaces::*of) const {
    const std::size_t end = m_segment.baseline_first + m_segment.baseline_count;
    return {m_places[m_segment.baseline_first].*of, m_places[end - 1].*of};
}

bool SegmentCells::is_drawn(std::size_t point) const {
    return m_segment.has_limits && (!m_segment.varies || m_chart.points[point].value);
}

std::optional<double> SegmentCells::scaled_value(std::size_t point) const {
    const spc::ChartPoint& at = m_chart.points[point];
    if (!at.value) return std::nullopt;
    if (m_chart.type == ChartType::t) return std::pow(*at.value, 1.0 / 3.6);
    if (!is_widened(m_chart)) return at.value;
    const double unwidened = m_segment.sigma / m_segment.sigma_z / std::sqrt(*at.denominator);
    return (*at.value - m_segment.centre) / unwidened;
}

Item SegmentCells::centre() const {
    if (m_chart.type == ChartType::t)
        return formula_item(m_segment.centre,
                            {fmt::format("AVERAGE({{0}})^{}", time_power), {column(&SpcPlaces::scaled)}}, m_style);
    if (is_ratio(m_chart))
        return formula_item(
            m_segment.centre,
            {"SUMPRODUCT({0},{1})/SUM({1})", {column(&SpcPlaces::value), column(&SpcPlaces::denominator)}}, m_style);
    const bool median = spc::centre_of(m_chart) == spc::Centre::median;
    return formula_item(m_segment.centre, {median ? "MEDIAN({0})" : "AVERAGE({0})", {column(&SpcPlaces::value)}},
                        m_style);
}

Item SegmentCells::scaled(std::size_t point) const {
    if (!has_scaled(m_chart) || !m_segment.has_limits) return {};
    const auto value = scaled_value(point);
    if (!value) return {};
    const SpcPlaces& at = m_places[point];
    if (m_chart.type == ChartType::t)
        return formula_item(*value, {fmt::format("{{0}}^(1/{})", time_power), {at.value}}, scaled_style);
    const std::string variance =
        m_segment.method == SigmaMethod::binomial ? "{1}*(100-{1})" : fmt::format("{{1}}*{:.17g}", m_whole);
    return formula_item(*value,
                        {fmt::format("({{0}}-{{1}})/SQRT({}/{{2}})", variance), {at.value, at.centre, at.denominator}},
                        scaled_style);
}

Item SegmentCells::range(std::size_t point) const {
    const bool wanted = m_segment.has_limits && rests_on_ranges(m_chart, m_segment);
    if (!wanted || point == m_segment.baseline_first) return {};
    const auto now = scaled_value(point);
    const auto before = scaled_value(point - 1);
    if (!now || !before) return {};
    ItemId SpcPlaces::*of = has_scaled(m_chart) ? &SpcPlaces::scaled : &SpcPlaces::value;
    return formula_item(std::abs(*now - *before), {"ABS({0}-{1})", {m_places[point].*of, m_places[point - 1].*of}},
                        has_scaled(m_chart) ? scaled_style : m_style);
}

Item SegmentCells::mean_range() const {
    if (!m_segment.has_limits || !rests_on_ranges(m_chart, m_segment)) return {};
    const std::string formula =
        m_segment.screened ? fmt::format("AVERAGEIF({{0}},\"<\"&{}*AVERAGE({{0}}))", screen_limit) : "AVERAGE({0})";
    NumberStyle style = has_scaled(m_chart) ? scaled_style : m_style;
    if (!has_scaled(m_chart)) ++style.decimals;
    return formula_item(*m_segment.mean_moving_range, {formula, {column(&SpcPlaces::range)}}, style);
}

Item SegmentCells::sigma_z(std::size_t point) const {
    if (!is_widened(m_chart) || !m_segment.has_limits) return {};
    const bool never_below_one = m_segment.sigma_z == 1.0;
    return formula_item(
        m_segment.sigma_z,
        {fmt::format(fmt::runtime(never_below_one ? "MAX(1,{{0}}/{})" : "{{0}}/{}"), d2), {m_places[point].mean_range}},
        scaled_style);
}

Item SegmentCells::sd(std::size_t point) const {
    if (!is_drawn(point)) return {};
    const SpcPlaces& at = m_places[point];
    NumberStyle style = m_style;
    ++style.decimals;
    if (style.kind == NumberStyle::Kind::percent_points) style.kind = NumberStyle::Kind::points;
    double cached = m_segment.sigma;
    if (m_segment.varies) cached /= std::sqrt(*m_chart.points[point].denominator);
    const auto made = [&](std::string text, std::vector<Reference> of) {
        return formula_item(cached, {std::move(text), std::move(of)}, style);
    };
    const std::string widened = is_widened(m_chart) ? "{2}*" : "";
    std::vector<Reference> ratio{at.centre, at.denominator};
    if (is_widened(m_chart)) ratio.emplace_back(at.sigma_z);
    switch (m_segment.method) {
        case SigmaMethod::sample_sd:
            return made("STDEV({0})", {column(&SpcPlaces::value)});
        case SigmaMethod::sample_sd_over_c4:
            return made(fmt::format("STDEV({{0}})/{:.17g}", spc::c4(m_segment.rests_on)), {column(&SpcPlaces::value)});
        case SigmaMethod::moving_range:
        case SigmaMethod::time_between:
            if (m_segment.method == SigmaMethod::time_between) style = scaled_style;
            return made(fmt::format("{{0}}/{}", d2), {at.mean_range});
        case SigmaMethod::mean_moving_range:
            return made("{0}*2.66/3", {at.mean_range});
        case SigmaMethod::binomial:
            return made(widened + "SQRT({0}*(100-{0})/{1})", std::move(ratio));
        case SigmaMethod::poisson:
            if (!m_segment.varies) return made("SQRT({0})", {at.centre});
            return made(widened + fmt::format("SQRT({{0}}*{:.17g}/{{1}})", m_whole), std::move(ratio));
        case SigmaMethod::geometric: {
            const bool without = m_chart.rules.cases_between == spc::CasesBetween::without_the_event;
            return made(without ? "SQRT(AVERAGE({0})*(AVERAGE({0})+1))" : "SQRT(AVERAGE({0})*(AVERAGE({0})-1))",
                        {column(&SpcPlaces::value)});
        }
        case SigmaMethod::none:
        case SigmaMethod::ranges:
            break;
    }
    return {};
}

Item SegmentCells::limit(std::optional<double> cached, std::size_t point, char sign) const {
    if (!is_drawn(point) || !cached) return {};
    if (m_segment.exact) return number_item(*cached, m_style);
    const SpcPlaces& at = m_places[point];
    const auto distance = fmt::format("{}{:.15g}*{{1}}", sign, m_segment.multiplier);
    if (m_segment.method == SigmaMethod::time_between)
        return formula_item(
            *cached,
            {fmt::format("MAX(0,AVERAGE({{0}}){})^{}", distance, time_power), {column(&SpcPlaces::scaled), at.sd}},
            m_style);
    std::string text = "{0}" + distance;
    std::vector<Reference> of{at.centre, m_segment.method == SigmaMethod::mean_moving_range ? at.mean_range : at.sd};
    if (m_segment.method == SigmaMethod::geometric) {
        text = "AVERAGE({0})" + distance;
        of.front() = column(&SpcPlaces::value);
    }
    if (sign == '-' && m_segment.held.low) text = fmt::format("MAX({:.15g},{})", *m_segment.held.low, text);
    if (sign == '+' && m_segment.held.high) text = fmt::format("MIN({:.15g},{})", *m_segment.held.high, text);
    return formula_item(*cached, {std::move(text), std::move(of)}, m_style);
}

Item SegmentCells::lower(std::size_t point) const {
    return limit(m_chart.points[point].limits.lower, point, '-');
}

Item SegmentCells::upper(std::size_t point) const {
    return limit(m_chart.points[point].limits.upper, point, '+');
}

SpcColumns columns_of(const std::vector<spc::ControlChart>& charts) {
    SpcColumns columns;
    for (const spc::ControlChart& chart : charts) {
        for (const spc::Segment& segment : chart.segments) {
            if (segment.assessable == spc::Assessable::no) continue;
            columns.denominators = columns.denominators || is_ratio(chart);
            columns.scaled = columns.scaled || has_scaled(chart);
            columns.ranges = columns.ranges || rests_on_ranges(chart, segment);
            columns.sigma_z = columns.sigma_z || is_widened(chart);
        }
    }
    return columns;
}

std::string limits_words(const spc::ControlChart& chart, const spc::Segment& segment) {
    if (!segment.has_limits || segment.assessable == spc::Assessable::no) return "none";
    if (segment.exact) return "exact (typed values)";
    const std::string screened = segment.screened ? ", screened" : "";
    const double sigmas = chart.rules.limit_sigmas;
    switch (segment.method) {
        case SigmaMethod::mean_moving_range:
            return fmt::format("mean −/+ {:g} mean moving ranges{}", segment.multiplier, screened);
        case SigmaMethod::moving_range:
            return fmt::format("mean −/+ {:g} SD, SD from moving ranges{}", sigmas, screened);
        case SigmaMethod::time_between:
            return fmt::format("−/+ {:g} SD of the times to the power 1/{}", sigmas, time_power);
        case SigmaMethod::binomial:
        case SigmaMethod::poisson:
            if (segment.varies)
                return fmt::format("mean −/+ {:g} SD of each month, by its n{}", sigmas,
                                   is_widened(chart) ? ", widened by sigma z" : "");
            return fmt::format("mean −/+ {:g} square roots of the mean", sigmas);
        case SigmaMethod::geometric:
            return fmt::format("mean −/+ {:g} geometric SD", sigmas);
        default:
            return fmt::format("mean −/+ {:g} SD", sigmas);
    }
}

}  // namespace panelbook::report

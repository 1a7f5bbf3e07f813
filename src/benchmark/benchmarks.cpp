#include "panelbook/benchmark/benchmarks.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "area_rates.hpp"

namespace panelbook::benchmark {

namespace {

constexpr int year_months = 12;
constexpr int quarter_months = 3;
constexpr std::size_t least_peers = 3;
constexpr double inner = 95.0;
constexpr double outer = 99.8;

std::vector<const plan::Area*> of_kind(const plan::Plan& plan, std::string_view kind) {
    std::vector<const plan::Area*> areas;
    for (const plan::Area& area : plan.areas)
        if (area.kind == kind && area.id != plan.settings.area) areas.push_back(&area);
    return areas;
}

std::size_t rank_of(double rate, const std::vector<Standing>& areas, plan::Good good) {
    return 1 + static_cast<std::size_t>(std::count_if(areas.begin(), areas.end(), [&](const Standing& other) {
               return good == plan::Good::down ? other.rate < rate : other.rate > rate;
           }));
}

struct Group {
    std::optional<Standing> own;
    std::vector<Standing> peers;
    std::vector<std::string> absent;
};

Group group_of(const std::vector<Series>& series, const plan::Measure& measure, const plan::Plan& plan, Period period) {
    Group group;
    const plan::Area* own = plan.area(plan.settings.area);
    if (!own) return group;
    auto of_own = standing_of(series, measure, *own, period, inner);
    if (auto* standing = std::get_if<Standing>(&of_own)) group.own = std::move(*standing);
    for (const plan::Area* peer : of_kind(plan, "peer")) {
        auto of_peer = standing_of(series, measure, *peer, period, inner);
        if (auto* standing = std::get_if<Standing>(&of_peer))
            group.peers.push_back(std::move(*standing));
        else
            group.absent.push_back(
                fmt::format("{}: {}", peer->name.empty() ? peer->id.text : peer->name, std::get<std::string>(of_peer)));
    }
    return group;
}

void find_place(Benchmark& benchmark, const plan::Measure& measure, const plan::Settings& settings) {
    std::vector<double> others;
    double sum = 0.0;
    for (std::size_t i = 0; i < benchmark.areas.size(); ++i) {
        sum += benchmark.areas[i].rate;
        if (i != benchmark.own) others.push_back(benchmark.areas[i].rate);
    }
    const double own = benchmark.areas[benchmark.own].rate;
    benchmark.group_mean = sum / static_cast<double>(benchmark.areas.size());
    benchmark.others_mean = (sum - own) / static_cast<double>(others.size());
    benchmark.range_95 = range_of_group(others, inner);
    benchmark.range_998 = range_of_group(others, outer);
    if (!benchmark.range_95 || !benchmark.range_998) {
        benchmark.why = others.size() < least_peers ? "fewer than three other areas have a figure, which gives no range"
                                                    : "the figures of the other areas give no range";
        return;
    }
    const auto outside = [own](const Interval& range) { return own < range.lower || own > range.upper; };
    benchmark.place = outside(*benchmark.range_998)  ? Place::far_outside
                      : outside(*benchmark.range_95) ? Place::outside
                                                     : Place::within;
    const compare::PeriodValue& figure = benchmark.areas[benchmark.own].figure;
    const bool few = measure.unit == plan::Unit::count && *figure.value < settings.small_count;
    const bool few_asked = figure.denominator.value_or(settings.small_sample) < settings.small_sample;
    benchmark.small_numbers = few || (measure.unit == plan::Unit::percent && few_asked);
    if (measure.good == plan::Good::none) {
        benchmark.why = "neither direction is better";
    } else if (benchmark.place == Place::within || benchmark.small_numbers) {
        benchmark.verdict = compare::Verdict::no_significant_change;
        benchmark.why = benchmark.small_numbers ? "the numbers are small" : "it lies within the range of the group";
    } else {
        const bool above = own > benchmark.range_95->upper;
        benchmark.verdict =
            above == (measure.good == plan::Good::up) ? compare::Verdict::better : compare::Verdict::worse;
    }
}

Benchmark benchmark_of(Group group, const plan::Measure& measure, const plan::Plan& plan, Period period) {
    Benchmark benchmark;
    benchmark.measure = measure.id;
    benchmark.period = period;
    benchmark.per = per_of(measure);
    benchmark.absent = std::move(group.absent);
    benchmark.areas = std::move(group.peers);
    benchmark.areas.insert(benchmark.areas.begin(), std::move(*group.own));
    std::stable_sort(benchmark.areas.begin(), benchmark.areas.end(),
                     [](const Standing& a, const Standing& b) { return a.rate > b.rate; });
    const auto own = std::find_if(benchmark.areas.begin(), benchmark.areas.end(),
                                  [&](const Standing& one) { return one.area == plan.settings.area; });
    benchmark.own = static_cast<std::size_t>(own - benchmark.areas.begin());
    for (Standing& standing : benchmark.areas) standing.rank = rank_of(standing.rate, benchmark.areas, measure.good);
    find_place(benchmark, measure, plan.settings);
    return benchmark;
}

}  // namespace

std::vector<Benchmark> benchmarks(const std::vector<Series>& series, const plan::Plan& plan, Period period) {
    std::vector<Benchmark> all;
    if (of_kind(plan, "peer").empty()) return all;
    const Period candidates[] = {Period::ending(period, year_months), period.year_to_date(),
                                 Period::ending(period, quarter_months)};
    for (const plan::Measure& measure : plan.measures) {
        if (measure.unit == plan::Unit::text) continue;
        for (const std::size_t least : {least_peers, std::size_t{1}}) {
            const auto done = std::any_of(std::begin(candidates), std::end(candidates), [&](Period candidate) {
                Group group = group_of(series, measure, plan, candidate);
                if (!group.own || group.peers.size() < least) return false;
                all.push_back(benchmark_of(std::move(group), measure, plan, candidate));
                return true;
            });
            if (done) break;
        }
        if (all.empty() || all.back().measure != measure.id) continue;
        for (const plan::Area* area : of_kind(plan, "national")) {
            auto national = standing_of(series, measure, *area, all.back().period, inner);
            if (auto* standing = std::get_if<Standing>(&national)) all.back().national = std::move(*standing);
        }
    }
    return all;
}

}  // namespace panelbook::benchmark

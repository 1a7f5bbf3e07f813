#include "panelbook/commentary/benchmark_sentences.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "benchmark_wording.hpp"

namespace panelbook::commentary {

namespace {

namespace said = benchmark_wording;
using benchmark::Place;

std::string ordinal(std::size_t number) {
    const std::size_t tens = number % 100;
    const bool teens = tens >= 11 && tens <= 13;
    const char* ending = teens || number % 10 == 0 || number % 10 > 3 ? "th"
                         : number % 10 == 1                           ? "st"
                         : number % 10 == 2                           ? "nd"
                                                                      : "rd";
    return fmt::format("{}{}", number, ending);
}

/// A rate, or the figure itself, as it is printed.
std::string rate(double value, const benchmark::Benchmark& benchmark, const plan::Measure& measure) {
    if (benchmark.per <= 0.0) return figure(value, measure);
    plan::Measure of_people = measure;
    of_people.unit = benchmark.per == 1.0 ? plan::Unit::gbp : plan::Unit::rate;
    of_people.decimals = benchmark.per == 1.0 ? 2 : 1;
    return figure(value, of_people);
}

std::string where_it_stands(const benchmark::Benchmark& benchmark, const plan::Measure& measure,
                            const std::string& own_name) {
    const benchmark::Standing& own = benchmark.areas[benchmark.own];
    const bool of_people = benchmark.per > 1.0;
    const auto same_rank = std::count_if(benchmark.areas.begin(), benchmark.areas.end(),
                                         [&](const benchmark::Standing& one) { return one.rank == own.rank; });
    const std::string place =
        fmt::format(fmt::runtime(same_rank > 1 ? said::equal_rank : said::rank), ordinal(own.rank),
                    benchmark.areas.size(), measure.good == plan::Good::none ? said::highest : said::best);
    return fmt::format(said::stands, own_name, rate(own.rate, benchmark, measure),
                       of_people ? fmt::format(said::people, measure.noun.empty() ? "" : measure.noun + " ") : "",
                       place, rate(benchmark.group_mean, benchmark, measure));
}

}  // namespace

std::string rate_words(const benchmark::Benchmark& benchmark, const plan::Measure& measure) {
    if (benchmark.per <= 0.0) return measure.name;
    return std::string(benchmark.per == 1.0 ? said::pounds_a_head : said::per_thousand);
}

std::vector<std::string> benchmark_sentences(const benchmark::Benchmark& benchmark, const plan::Measure& measure,
                                             const std::string& own_name) {
    std::vector<std::string> sentences{where_it_stands(benchmark, measure, own_name)};
    if (benchmark.range_95) {
        const std::string_view words = benchmark.place == Place::within        ? said::within
                                       : benchmark.place == Place::far_outside ? said::far_outside
                                                                               : said::outside;
        sentences.push_back(fmt::format(fmt::runtime(words), rate(benchmark.range_95->lower, benchmark, measure),
                                        rate(benchmark.range_95->upper, benchmark, measure)));
        if (benchmark.small_numbers) sentences.push_back(std::string(said::small));
    } else if (!benchmark.why.empty()) {
        sentences.push_back(fmt::format(said::no_range, benchmark.why));
    }
    if (benchmark.national)
        sentences.push_back(fmt::format(said::national, rate(benchmark.national->rate, benchmark, measure)));
    if (!benchmark.absent.empty()) sentences.push_back(fmt::format(said::absent, fmt::join(benchmark.absent, "; ")));
    return sentences;
}

}  // namespace panelbook::commentary

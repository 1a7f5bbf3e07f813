#include "panelbook/commentary/prospect_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"

#include "prospect_wording.hpp"

namespace panelbook::commentary {

namespace {

namespace said = prospect_wording;

std::string month_name(int month) {
    const std::string words = Period::month(2000, month).words();  // "July 2000"
    return words.substr(0, words.find(' '));
}

/// A count to the nearest of its forecast's own accuracy would suggest more than is known: three digits are enough.
double as_said(double value, const plan::Measure& measure) {
    if (measure.unit != plan::Unit::count || std::abs(value) < 1000.0) return value;
    const double step = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2.0);
    return std::round(value / step) * step;
}

std::string year_sentence(const forecast::YearEnd& end, const plan::Measure& measure) {
    const forecast::Outlook& outlook = *end.outlook;
    const auto words = [&](double value) { return figure(as_said(value, measure), measure); };
    const bool counted = measure.unit == plan::Unit::count && !measure.noun.empty();
    const std::string expected =
        counted ? fmt::format("{} {}", words(outlook.expected), measure.noun) : words(outlook.expected);
    std::string sentence = fmt::format(
        said::year_end, end.year.words(), expected, words(outlook.lower), words(outlook.upper),
        end.forecast.record && end.forecast.record->interval_often_missed() ? said::no_surer : said::as_a_rule);
    if (end.chance_of_target)
        sentence += fmt::format(said::target, figure(*measure.target, measure), chance_words(*end.chance_of_target));
    return sentence + ".";
}

}  // namespace

std::string chance_words(double chance) {
    if (chance >= 0.975) return std::string(said::almost_certain);
    if (chance <= 0.025) return std::string(said::very_unlikely);
    if (chance > 0.45 && chance < 0.55) return std::string(said::even);
    return fmt::format(said::chance, std::clamp(std::lround(chance * 20.0) * 5, 5L, 95L));
}

std::vector<std::string> prospect_sentences(const forecast::Prospect& prospect, const plan::Measure& measure) {
    std::vector<std::string> sentences;
    const forecast::YearEnd& end = prospect.year_end;
    if (end.outlook) {
        sentences.push_back(year_sentence(end, measure));
        if (end.forecast.record && end.forecast.record->no_better_than_last_year())
            sentences.push_back(std::string(said::no_better));
    }
    if (prospect.season && prospect.season->plain())
        sentences.push_back(
            fmt::format(said::season, month_name(prospect.highest_month), month_name(prospect.lowest_month)));
    return sentences;
}

}  // namespace panelbook::commentary

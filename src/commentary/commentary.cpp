#include "panelbook/commentary/commentary.hpp"

#include <fmt/format.h>
#include <utility>

#include "chart_sentences.hpp"
#include "comparison_sentences.hpp"
#include "wording.hpp"

namespace panelbook::commentary {

namespace {

void append(std::vector<std::string>& said, std::vector<std::string> more) {
    for (std::string& sentence : more) said.push_back(std::move(sentence));
}

}  // namespace

std::vector<std::string> sentences(const Facts& facts) {
    std::vector<std::string> said;
    if (facts.chart) append(said, latest_sentences(facts));
    append(said, comparison_sentences(facts));
    if (!facts.chart) return said;
    append(said, limits_sentences(facts));
    append(said, context_sentences(facts));
    if (std::string next = next_step(facts); !next.empty()) said.push_back(std::move(next));
    return said;
}

std::string class_words(const spc::ControlChart& chart, const plan::Measure&) {
    const bool up = chart.side == spc::Side::above;
    switch (chart.latest) {
        case spc::Class::exception:
            return std::string(up ? wording::class_above : wording::class_below);
        case spc::Class::step_shift:
            return fmt::format(wording::class_long_run, up ? wording::above : wording::below,
                               spc::to_word(spc::centre_of(chart)));
        case spc::Class::trend:
            return std::string(up ? wording::class_rising : wording::class_falling);
        case spc::Class::pattern:
            return std::string(wording::class_pattern);
        case spc::Class::near_limit:
            return fmt::format(wording::class_near, up ? wording::upper : wording::lower);
        case spc::Class::stable:
            return std::string(wording::class_stable);
        case spc::Class::not_assessed:
            break;
    }
    return std::string(wording::class_not_assessed);
}

std::string recommendation(const spc::ControlChart& chart) {
    switch (chart.latest) {
        case spc::Class::exception:
            return std::string(wording::find_the_cause);
        case spc::Class::step_shift:
            return std::string(chart.type == ChartType::run ? wording::redraw_when_understood
                                                            : wording::reset_when_understood);
        case spc::Class::trend:
            return fmt::format(wording::find_what_drives,
                               chart.side == spc::Side::above ? wording::rise_noun : wording::fall_noun);
        case spc::Class::pattern:
            return std::string(wording::find_the_pattern);
        case spc::Class::near_limit:
            return std::string(wording::watch_next_month);
        case spc::Class::stable:
        case spc::Class::not_assessed:
            break;
    }
    return {};
}

std::string reset_suggestion(const spc::ControlChart& chart) {
    if (!chart.suggested_reset) return {};
    return fmt::format(wording::suggest_reset, chart.run_length,
                       chart.run_side == spc::Side::above ? wording::above : wording::below,
                       spc::to_word(spc::centre_of(chart)), chart.points[*chart.suggested_reset].period.words());
}

std::string basis_words(plan::Basis basis) {
    switch (basis) {
        case plan::Basis::year_to_date:
            return std::string(wording::heading_year_to_date);
        case plan::Basis::quarter_on_year:
            return std::string(wording::heading_quarter_on_year);
        case plan::Basis::quarter_on_quarter:
            return std::string(wording::heading_quarter_on_quarter);
        case plan::Basis::rolling_year:
            return std::string(wording::heading_rolling_year);
        case plan::Basis::target:
            return std::string(wording::heading_target);
        case plan::Basis::similar_group:
            return std::string(wording::heading_similar_group);
        case plan::Basis::national:
            return std::string(wording::heading_national);
        case plan::Basis::baseline_year:
            break;
    }
    return std::string(wording::heading_baseline_year);
}

}  // namespace panelbook::commentary

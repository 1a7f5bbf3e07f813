#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "sheets.hpp"

namespace panelbook::plan {
namespace {

constexpr int no_limit = 1'000'000;

using Setter = std::function<void(const Row&, Plan&)>;

Setter words(std::string Settings::*member) {
    return [member](const Row& row, Plan& plan) { plan.settings.*member = row.text("value"); };
}

Setter whole(int Settings::*member, int least) {
    return [member, least](const Row& row, Plan& plan) {
        plan.settings.*member = row.whole("value", least, no_limit).value_or(plan.settings.*member);
    };
}

Setter whole(std::optional<int> Settings::*member, int least) {
    return [member, least](const Row& row, Plan& plan) { plan.settings.*member = row.whole("value", least, no_limit); };
}

Setter share(double Settings::*member, double least, double most) {
    return [member, least, most](const Row& row, Plan& plan) {
        plan.settings.*member = row.number("value", least, most).value_or(plan.settings.*member);
    };
}

void read_rule_set(const Row& row, Plan& plan) {
    const std::string name = folded(row.text("value"));
    if (std::find(rule_sets.begin(), rule_sets.end(), name) == rule_sets.end())
        row.refuse_word("value", row.text("value"), "rule set", {rule_sets.begin(), rule_sets.end()});
    else
        plan.settings.rule_set = name;
}

void read_survey_margin(const Row& row, Plan& plan) {
    const std::string word = row.text("value");
    if (const auto margin = from_word<SurveyMargin>(word))
        plan.settings.survey_margin = *margin;
    else
        row.refuse_word("value", word, "survey margin", {"wilson", "worst case"});
}

const std::map<std::string_view, Setter>& setters() {
    static const std::map<std::string_view, Setter> table{
        {"organisation", words(&Settings::organisation)},
        {"title", words(&Settings::title)},
        {"classification", words(&Settings::classification)},
        {"period", [](const Row& row, Plan& plan) { plan.settings.period = row.period("value"); }},
        {"as of", [](const Row& row, Plan& plan) { plan.settings.as_of = row.date("value"); }},
        {"area",
         [](const Row& row, Plan& plan) { plan.settings.area.text = row.reference("value", area_names(plan)); }},
        {"rule set", read_rule_set},
        {"spc window", whole(&Settings::spc_window_months, 6)},
        {"shift points", whole(&Settings::shift_points, 2)},
        {"trend changes", whole(&Settings::trend_changes, 2)},
        {"confidence", share(&Settings::confidence, 50.0, 99.99)},
        {"small sample", whole(&Settings::small_sample, 0)},
        {"small count", whole(&Settings::small_count, 0)},
        {"survey margin", read_survey_margin},
        {"survey population",
         [](const Row& row, Plan& plan) { plan.settings.survey_population = row.number("value", 1.0, 1e10); }},
        {"large change", share(&Settings::large_change, 0.0, 1e6)},
        {"notes", words(&Settings::notes)},
    };
    return table;
}

}  // namespace

void read_settings(const Rows& rows, Plan& plan) {
    std::vector<std::string> known;
    for (const SettingSchema& setting : settings_schema()) known.emplace_back(setting.name);
    Duplicates names;
    for (const Row& row : rows.all()) {
        const std::string name = folded_label(row.text("setting"));
        const auto setter = setters().find(name);
        if (setter == setters().end()) {
            row.refuse_word("setting", row.text("setting"), "setting", known);
            continue;
        }
        if (names.is_new(row, "setting", name, fmt::format("setting '{}'", name)) && row.has("value"))
            setter->second(row, plan);
    }
}

}  // namespace panelbook::plan

#include "words.hpp"

#include <cctype>
#include <fmt/format.h>

#include "panelbook/commentary/commentary.hpp"
#include "panelbook/core/text.hpp"

namespace panelbook::report {

namespace {

bool upper(char letter) {
    return std::isupper(static_cast<unsigned char>(letter)) != 0;
}

std::string replaced(std::string text, std::string_view from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace

std::string capitalised(std::string text) {
    if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

std::string sentence(std::string text) {
    text = capitalised(std::string(trimmed(text)));
    if (text.empty()) return text;
    if (std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

std::string clause(std::string text) {
    text = std::string(trimmed(text));
    if (!text.empty() && text.back() == '.') text.pop_back();
    const bool abbreviation = text.size() > 1 && upper(text[0]) && !std::islower(static_cast<unsigned char>(text[1]));
    if (!text.empty() && !abbreviation)
        text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
    return text;
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string months_words(Period period) {
    const std::string last = period.last_month().words();
    if (period.months() == 1) return last;
    std::string first = period.month_at(0).words();
    if (period.month_at(0).first_day().year() == period.last_day().year()) first = first.substr(0, first.find(' '));
    return fmt::format("{} to {}", first, last);
}

std::string absence_words(const std::string& reason, Marker marker) {
    if (!trimmed(reason).empty()) return sentence(reason);
    switch (marker) {
        case Marker::not_supplied:
            return "Not supplied.";
        case Marker::not_released:
            return "Not yet released: it goes first to the partner's own board.";
        case Marker::suppressed:
            return "Not shown, so that nobody can be recognised.";
        case Marker::not_applicable:
            return "Does not apply.";
        case Marker::in_error:
            return "The figure that was sent is in error.";
        default:
            return "No figure has been received.";
    }
}

std::string assessment_words(const plan::Measure& measure, const compare::PeriodValue& value) {
    const std::string figure = commentary::figure(*value.value, measure);
    const std::string n = value.denominator ? commentary::figure(*value.denominator, plan::Measure{}) : "";
    std::string words = measure.sentence;
    if (words.empty()) words = n.empty() ? "{value}" : "{value} out of {n}";
    return replaced(replaced(words, "{value}", figure), "{n}", n);
}

std::string_view verdict_words(compare::Verdict verdict) {
    switch (verdict) {
        case compare::Verdict::better:
            return "Better";
        case compare::Verdict::worse:
            return "Worse";
        case compare::Verdict::no_significant_change:
            return "No significant change";
        case compare::Verdict::not_assessed:
            break;
    }
    return "Not assessed";
}

std::string_view class_name(spc::Class latest) {
    switch (latest) {
        case spc::Class::exception:
            return "Single point exception";
        case spc::Class::step_shift:
            return "Long run on one side";
        case spc::Class::trend:
            return "Trend";
        case spc::Class::pattern:
            return "Unusual pattern";
        case spc::Class::near_limit:
            return "Near a limit";
        case spc::Class::stable:
            return "Stable";
        case spc::Class::not_assessed:
            break;
    }
    return "Not assessed";
}

std::string_view judgement_words(spc::Judgement judgement) {
    switch (judgement) {
        case spc::Judgement::improvement:
            return "better";
        case spc::Judgement::concern:
            return "worse";
        case spc::Judgement::neutral:
            return "neither";
        case spc::Judgement::none:
            break;
    }
    return "";
}

std::string_view state_words(consolidate::ReturnState state) {
    switch (state) {
        case consolidate::ReturnState::received:
            return "Received";
        case consolidate::ReturnState::missing:
            return "Missing";
        case consolidate::ReturnState::withheld:
            break;
    }
    return "Withheld";
}

}  // namespace panelbook::report

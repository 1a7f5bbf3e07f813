#include "clauses.hpp"

#include "panelbook/core/text.hpp"

#include "numbers.hpp"
#include "wording.hpp"

namespace panelbook::commentary {

namespace {

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool is_small(char letter) {
    return letter >= 'a' && letter <= 'z';
}

}  // namespace

std::string clause(std::string_view text) {
    text = trimmed(text);
    while (!text.empty() && text.back() == '.') text = trimmed(text.substr(0, text.size() - 1));
    return std::string(text);
}

std::string with_reason(std::string_view statement, std::string_view reason) {
    const std::string why = clause(reason);
    const bool sentence = why.size() > 1 && is_capital(why.front()) && (is_small(why[1]) || why[1] == ' ');
    return std::string(statement) + (sentence ? ". " : ": ") + why;
}

std::string capitalised(std::string text) {
    if (!text.empty() && is_small(text.front())) text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

std::string counted(std::size_t count) {
    const auto& words = wording::small_counts_in_words;
    return count < words.size() ? std::string(words[count]) : number(static_cast<double>(count), 0);
}

}  // namespace panelbook::commentary

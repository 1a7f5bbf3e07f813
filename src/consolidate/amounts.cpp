#include "panelbook/consolidate/amounts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace panelbook::consolidate {

bool same_amount(const Amount& a, const Amount& b) {
    const Pence* left = std::get_if<Pence>(&a);
    const Pence* right = std::get_if<Pence>(&b);
    if (left && right) return *left == *right;
    constexpr double noise = 1e-9;
    const double x = to_number(a), y = to_number(b);
    return std::abs(x - y) <= noise * std::max(std::abs(x), std::abs(y));
}

std::string amount_words(const Amount& amount, plan::Unit unit) {
    const double number = to_number(amount);
    const std::string minus = number < 0 ? "\u2212" : "";
    if (const Pence* pence = std::get_if<Pence>(&amount)) {
        const auto count = static_cast<unsigned long long>(std::abs(pence->count));
        return fmt::format("{}£{}.{:02}", minus, count / 100, count % 100);
    }
    return fmt::format("{}{}{}", minus, std::abs(number), unit == plan::Unit::percent ? "%" : "");
}

}  // namespace panelbook::consolidate

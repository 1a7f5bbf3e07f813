#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace panelbook {

/// An amount of money, exact: whole pence. 100 is one pound.
struct Pence {
    std::int64_t count = 0;
    auto operator<=>(const Pence&) const = default;
    Pence operator+(Pence other) const { return {count + other.count}; }
    Pence operator-(Pence other) const { return {count - other.count}; }
    Pence& operator+=(Pence other) {
        count += other.count;
        return *this;
    }
    double pounds() const { return static_cast<double>(count) / 100.0; }
};

/// The nearest whole number of pence, halves away from zero. Nothing if the amount is not finite or too large (9e13
/// pounds).
std::optional<Pence> pence_from_pounds(double pounds);

}  // namespace panelbook

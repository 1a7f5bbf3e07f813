#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace panelbook::forecast {

/// The point at which `f` is least, looked for from `start` by the simplex of Nelder and Mead (Computer Journal 7,
/// 1965) with their weights 1, 2, 1/2 and 1/2. Stops when the values at the corners agree within `tolerance` of
/// themselves, or after `most_steps`. `f` takes std::array<double, N> and must be finite.
template <std::size_t N, class F>
std::array<double, N> nelder_mead(const F& f, const std::array<double, N>& start, double first_step,
                                  double tolerance = 1e-7, int most_steps = 120) {
    using Point = std::array<double, N>;
    struct Corner {
        Point at;
        double value;
    };
    std::array<Corner, N + 1> simplex;
    for (std::size_t i = 0; i <= N; ++i) {
        Point at = start;
        if (i > 0) at[i - 1] += first_step;
        simplex[i] = {at, f(at)};
    }
    const auto by_value = [](const Corner& a, const Corner& b) { return a.value < b.value; };
    for (int steps = 0; steps < most_steps; ++steps) {
        std::sort(simplex.begin(), simplex.end(), by_value);
        Corner& worst = simplex[N];
        if (worst.value - simplex[0].value <= tolerance * (std::abs(simplex[0].value) + tolerance)) break;

        Point centre{};
        for (std::size_t i = 0; i < N; ++i)
            for (std::size_t j = 0; j < N; ++j) centre[j] += simplex[i].at[j] / static_cast<double>(N);
        const auto along = [&](double times) {
            Point at;
            for (std::size_t j = 0; j < N; ++j) at[j] = centre[j] + times * (worst.at[j] - centre[j]);
            return Corner{at, f(at)};
        };

        const Corner reflected = along(-1.0);
        if (reflected.value < simplex[0].value) {
            const Corner expanded = along(-2.0);
            worst = expanded.value < reflected.value ? expanded : reflected;
        } else if (reflected.value < simplex[N - 1].value) {
            worst = reflected;
        } else {
            const Corner contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
            if (contracted.value < std::min(reflected.value, worst.value)) {
                worst = contracted;
            } else {
                for (std::size_t i = 1; i <= N; ++i) {
                    for (std::size_t j = 0; j < N; ++j)
                        simplex[i].at[j] = simplex[0].at[j] + (simplex[i].at[j] - simplex[0].at[j]) / 2.0;
                    simplex[i].value = f(simplex[i].at);
                }
            }
        }
    }
    return std::min_element(simplex.begin(), simplex.end(), by_value)->at;
}

}  // namespace panelbook::forecast

#include "panelbook/forecast/past_errors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "panelbook/forecast/half_width.hpp"

namespace panelbook::forecast {

namespace {

constexpr std::size_t most_origins = 24;
constexpr double least_coverage = 85.0;  // per cent

/// The mean absolute change on the same month a year before.
std::optional<double> scale_of(std::span<const double> values) {
    if (values.size() < 2 * year_months) return std::nullopt;
    double sum = 0.0;
    for (std::size_t i = year_months; i < values.size(); ++i) sum += std::abs(values[i] - values[i - year_months]);
    const double scale = sum / static_cast<double>(values.size() - year_months);
    return scale > 0.0 ? std::optional<double>(scale) : std::nullopt;
}

/// One forecast from an earlier month, set against what came.
struct Trial {
    std::size_t origin = 0;
    Fitted fitted;
    std::vector<double> errors;  ///< absolute, from one month ahead on
};

struct Coverage {
    std::size_t inside = 0;
    std::size_t outside = 0;
};

/// Counts the trial's errors inside the interval as it would have been drawn then: from the errors of earlier trials
/// that had been seen before its origin.
void count_coverage(Coverage& coverage, const std::vector<Trial>& earlier, const Trial& trial) {
    std::vector<std::vector<double>> known(trial.errors.size());
    for (const Trial& one : earlier)
        for (std::size_t step = 0; step < one.errors.size() && step < known.size(); ++step)
            if (one.origin + step < trial.origin) known[step].push_back(one.errors[step]);
    for (std::size_t step = 1; step <= trial.errors.size(); ++step) {
        const double half_width = std::max(half_width_by_method(trial.fitted, step), half_width_seen(known, step));
        if (trial.errors[step - 1] <= half_width)
            ++coverage.inside;
        else
            ++coverage.outside;
    }
}

}  // namespace

bool TrackRecord::no_better_than_last_year() const {
    return mase && last_year_mase && *mase >= *last_year_mase;
}

bool TrackRecord::interval_often_missed() const {
    return coverage && *coverage < least_coverage;
}

double centile_95(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    const double rank = 0.95 * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    if (below + 1 >= values.size()) return values.back();
    return values[below] + (rank - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

double half_width_seen(const std::vector<std::vector<double>>& by_step, std::size_t step) {
    double widest = 0.0;
    for (std::size_t nearer = 0; nearer < step && nearer < by_step.size(); ++nearer)
        widest = std::max(widest, centile_95(by_step[nearer]));
    return widest;
}

PastErrors past_errors(std::span<const double> values, std::size_t months) {
    PastErrors past;
    past.by_step.resize(months);
    const std::size_t half = (values.size() + 1) / 2;
    const std::size_t first =
        std::max({least_months, half, values.size() > most_origins ? values.size() - most_origins : std::size_t{0}});
    std::vector<Trial> trials;
    Coverage coverage;
    double sum = 0.0;
    double compared = 0.0;
    double last_year = 0.0;
    for (std::size_t origin = first; origin < values.size(); ++origin) {
        Trial trial{origin, fit(values.first(origin)), {}};
        const std::size_t reach = std::min(months, values.size() - origin);
        const std::vector<double> expected = trial.fitted.expected(reach);
        double sum_error = 0.0;
        for (std::size_t step = 0; step < reach; ++step) {
            const double actual = values[origin + step];
            trial.errors.push_back(std::abs(actual - expected[step]));
            past.by_step[step].push_back(trial.errors.back());
            sum_error += actual - expected[step];
            sum += trial.errors.back();
            // Last year's same month, of the last year seen at the origin.
            const std::size_t years = step / year_months + 1;
            last_year += std::abs(actual - values[origin + step - years * year_months]);
            compared += 1.0;
        }
        if (reach == months) past.of_sum.push_back(std::abs(sum_error));
        count_coverage(coverage, trials, trial);
        trials.push_back(std::move(trial));
    }
    past.record.origins = trials.size();
    past.record.errors = coverage.inside + coverage.outside;
    if (past.record.errors == 0) return past;
    past.record.coverage = 100.0 * static_cast<double>(coverage.inside) / static_cast<double>(past.record.errors);
    if (const auto scale = scale_of(values)) {
        past.record.mase = sum / compared / *scale;
        past.record.last_year_mase = last_year / compared / *scale;
    }
    return past;
}

}  // namespace panelbook::forecast

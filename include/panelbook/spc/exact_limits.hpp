#pragma once

namespace panelbook::spc {

/// The least and the greatest count that chance gives, each but for one tail.
struct CountLimits {
    double lower = 0.0;
    double upper = 0.0;
};

/// The chance beyond `sigmas` standard deviations on one side of a normal distribution: 0.135% for 3.
double normal_tail(double sigmas);

/// Poisson counts: a count below `lower`, or above `upper`, has a chance of less than `tail` (statistics.md 6, "Small
/// counts"; Montgomery, Introduction to Statistical Quality Control, 7.3.1, on probability limits). `mean` is above 0.
CountLimits poisson_limits(double mean, double tail);

/// The same for `n` draws with a chance of `share` each, as counts. `n` is rounded to a whole number of at least 1.
CountLimits binomial_limits(double n, double share, double tail);

}  // namespace panelbook::spc

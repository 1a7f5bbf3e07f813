#include "panelbook/forecast/forecast.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cmath>
#include <numbers>
#include <random>

#include "support/series_builder.hpp"

namespace panelbook::forecast {

namespace {

using Values = std::vector<std::optional<double>>;

/// The same numbers of -5 to 5 every time, with no pattern of their own (the generator of Park and Miller 1988).
std::vector<double> unrest(std::size_t count) {
    std::minstd_rand numbers(2014);
    numbers.discard(5);
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(10.0 * static_cast<double>(numbers()) / static_cast<double>(std::minstd_rand::max()) - 5.0);
    return values;
}

/// A season of 20 about 100, and unrest, from month `first` on.
Values seasonal(std::size_t count, std::size_t first = 0) {
    Values values;
    const std::vector<double> noise = unrest(first + count);
    for (std::size_t i = first; i < first + count; ++i)
        values.push_back(100.0 + 20.0 * std::sin(2.0 * std::numbers::pi * static_cast<double>(i) / 12.0) + noise[i]);
    return values;
}

Values unrest_alone(std::size_t count) {
    Values values;
    for (const double value : unrest(count)) values.push_back(50.0 + value);
    return values;
}

Values without(Values values, std::size_t index) {
    values[index].reset();
    return values;
}

struct MethodCase {
    const char* name;
    Values values;
    std::size_t segment_start;
    Method method;
    std::size_t first_used;
    const char* why;
};
std::ostream& operator<<(std::ostream& out, const MethodCase& one) {
    return out << one.name;
}

const MethodCase method_cases[] = {
    {"none at all", {}, 0, Method::none, 0, "the latest month has no figure"},
    {"one month", {7.0}, 0, Method::none, 0, "there is only 1 month, and a forecast needs 12"},
    {"eleven months", unrest_alone(11), 0, Method::none, 0, "there are only 11 months, and a forecast needs 12"},
    {"twelve months", unrest_alone(12), 0, Method::mean, 0, ""},
    {"two years with a plain season", seasonal(30), 0, Method::seasonal_smoothing, 0, ""},
    {"two years without one", unrest_alone(30), 0, Method::mean, 0, ""},
    {"three years", unrest_alone(36), 0, Method::seasonal_smoothing, 0, ""},
    {"the latest month missing", without(seasonal(45), 44), 0, Method::none, 0, "the latest month has no figure"},
    {"a gap early on", without(seasonal(45), 4), 0, Method::seasonal_smoothing, 5, ""},
    {"a gap late", without(seasonal(45), 40), 0, Method::none, 0,
     "there are only 4 months since the last missing one, and a forecast needs 12"},
    {"a reset late", seasonal(45), 40, Method::none, 0,
     "there are only 5 months since the reset, and a forecast needs 12"},
    {"a reset", unrest_alone(45), 25, Method::mean, 25, ""},
    {"a reset after a gap", without(seasonal(51), 4), 20, Method::seasonal_smoothing, 20, ""},
    {"a reset beyond the end", seasonal(45), 50, Method::none, 0, "the latest month has no figure"},
    {"constant", Values(45, 3.0), 0, Method::none, 0,
     "every month has the same figure, so nothing shows how far it may stray"},
    {"all zero", Values(45, 0.0), 0, Method::none, 0,
     "every month has the same figure, so nothing shows how far it may stray"},
    {"more than ten digits can hold",
     [] {
         Values values = seasonal(45);
         for (auto& value : values) *value *= 1e200;
         return values;
     }(),
     0, Method::none, 0, "the figures are too large to be worked with"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_DATA_TEST_CASE(the_method_follows_from_the_months_there_are, boost::unit_test::data::make(method_cases), one) {
    const Forecast forecast = forecast_values(one.values, one.segment_start, 6, {});
    BOOST_TEST(to_word(forecast.method) == to_word(one.method));
    BOOST_TEST(forecast.why == one.why);
    BOOST_TEST(forecast.steps.size() == (one.method == Method::none ? 0u : 6u));
    BOOST_TEST(forecast.first_used == one.first_used);
}

BOOST_AUTO_TEST_CASE(a_season_is_carried_on) {
    const Values values = seasonal(60);
    const Values to_come = seasonal(12, 60);
    const Forecast forecast = forecast_values(values, 0, 12, {});
    for (std::size_t i = 0; i < 12; ++i) {
        BOOST_TEST(std::abs(forecast.steps[i].expected - *to_come[i]) < 8.0);
        BOOST_TEST(forecast.steps[i].lower < forecast.steps[i].expected);
        BOOST_TEST(forecast.steps[i].expected < forecast.steps[i].upper);
    }
    BOOST_TEST(forecast.check.size() == 12u);
    BOOST_TEST(forecast.record.value().origins == 24u);
    BOOST_TEST(forecast.record->mase.value() < 1.0);
}

BOOST_AUTO_TEST_CASE(what_came_before_a_reset_does_not_matter) {
    Values values = seasonal(45);
    const Forecast after = forecast_values(values, 15, 3, {});
    for (std::size_t i = 0; i < 15; ++i) values[i] = 900.0 + static_cast<double>(i);
    const Forecast same = forecast_values(values, 15, 3, {});
    for (std::size_t i = 0; i < 3; ++i) {
        BOOST_TEST(same.steps[i].expected == after.steps[i].expected);
        BOOST_TEST(same.steps[i].upper == after.steps[i].upper);
    }
    BOOST_TEST(same.caution.starts_with("it rests on the 30 months since the reset"), same.caution);
}

BOOST_AUTO_TEST_CASE(the_interval_is_no_narrower_than_past_errors_and_never_narrows) {
    const Values values = seasonal(60);
    std::vector<double> plain;
    for (const auto& value : values) plain.push_back(*value);
    const PastErrors past = past_errors(plain, 6);
    const Forecast forecast = forecast_values(values, 0, 6, {});
    double before = 0.0;
    for (std::size_t step = 0; step < 6; ++step) {
        const double half_width = forecast.steps[step].upper - forecast.steps[step].expected;
        BOOST_TEST(half_width >= centile_95(past.by_step[step]) - 1e-9);
        BOOST_TEST(half_width >= before - 1e-9);
        before = half_width;
    }
}

BOOST_AUTO_TEST_CASE(bounds_hold_every_figure) {
    Values values;
    for (std::size_t i = 0; i < 40; ++i) values.push_back(i % 7 == 0 ? 3.0 : 0.0);
    const Forecast counts = forecast_values(values, 0, 6, {0.0, std::nullopt});
    for (const Outlook& step : counts.steps) BOOST_TEST(step.lower >= 0.0);
    BOOST_TEST(counts.total.value().lower >= 0.0);
    for (auto& value : values) value = 100.0 - *value;
    const Forecast shares = forecast_values(values, 0, 6, {0.0, 100.0});
    for (const Outlook& step : shares.steps) BOOST_TEST(step.upper <= 100.0);
    BOOST_TEST(shares.total.value().upper <= 600.0);
}

BOOST_AUTO_TEST_CASE(the_interval_of_the_total_lies_between_independence_and_the_sum_of_the_bounds) {
    const Forecast forecast = forecast_values(seasonal(60), 0, 6, {});
    double sum = 0.0;
    double squares = 0.0;
    double expected = 0.0;
    for (const Outlook& step : forecast.steps) {
        sum += step.upper - step.expected;
        squares += (step.upper - step.expected) * (step.upper - step.expected);
        expected += step.expected;
    }
    const double half_width = forecast.total.value().upper - forecast.total->expected;
    BOOST_TEST(std::abs(forecast.total->expected - expected) < 1e-9);
    BOOST_TEST(half_width <= sum);
    BOOST_TEST(half_width > 0.0);
}

BOOST_AUTO_TEST_CASE(last_year_is_said_to_be_as_good_where_it_is) {
    // The season alone: last year's same month is exactly right.
    Values values;
    for (std::size_t i = 0; i < 48; ++i)
        values.push_back(100.0 + static_cast<double>(i % 12) * 5.0 + (i == 20 ? 30.0 : 0.0));
    const Forecast forecast = forecast_values(values, 0, 3, {});
    BOOST_TEST(forecast.record.value().no_better_than_last_year());
    BOOST_TEST(forecast.caution == "on this series it has been no better than taking last year's figure");
}

BOOST_AUTO_TEST_CASE(a_monthly_series_is_forecast_from_its_last_reset) {
    plan::Plan plan;
    plan::Measure measure;
    measure.id = {"burglary"};
    Series series = tests::monthly_series(Period::month(2011, 4), seasonal(45));
    series.measure = measure.id;
    series.area = {"force"};
    const Period end = Period::quarter(2014, 3);
    const Forecast whole = forecast_series(series, measure, plan, end, 3);
    BOOST_TEST(whole.values_used == 45u);

    plan.resets.push_back({measure.id, std::nullopt, Period::month(2013, 1), "a new recording system"});
    plan.resets.push_back({measure.id, AreaId{"other"}, Period::month(2014, 1), "of another area"});
    const Forecast reset = forecast_series(series, measure, plan, end, 3);
    BOOST_TEST(reset.values_used == 24u);
    BOOST_TEST(reset.first_used == 21u);

    BOOST_TEST(forecast_series({measure.id, {"force"}, {}}, measure, plan, end, 3).why ==
               "no monthly figures are sent");
    BOOST_TEST(forecast_series(series, measure, plan, Period::quarter(2014, 4), 3).why ==
               "the latest month has no figure");
}

BOOST_AUTO_TEST_CASE(forty_measures_take_little_of_a_nightly_run) {
    const Values values = seasonal(45);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 40; ++i) BOOST_TEST(forecast_values(values, 0, 9, {}).steps.size() == 9u);
    const auto taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    BOOST_TEST_MESSAGE("40 series of 45 months, 9 months ahead: " << taken << " s");
    BOOST_TEST(taken < 5.0);  // a build with checks, on a busy machine
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace panelbook::forecast

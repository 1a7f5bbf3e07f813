#include "series.hpp"

#include <algorithm>

namespace panelbook::validate {

SeriesKey series_key(const Observation& observation) {
    return {observation.measure, observation.area, observation.period.months()};
}

std::map<SeriesKey, std::map<Period, Observation*>> sent_series(Sent& sent) {
    std::map<SeriesKey, std::map<Period, Observation*>> all;
    for (Observation& one : sent.extract.observations) {
        if (one.value) all[series_key(one)].emplace(one.period, &one);
    }
    return all;
}

std::map<SeriesKey, Figures> known_series(const Known* known) {
    std::map<SeriesKey, Figures> all;
    if (known == nullptr) return all;
    for (const Observation& one : known->figures) {
        if (one.value) all[series_key(one)].emplace(one.period, to_number(*one.value));
    }
    return all;
}

double middle_of(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

}  // namespace panelbook::validate

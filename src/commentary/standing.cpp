#include "standing.hpp"

#include <fmt/format.h>
#include <optional>
#include <vector>

#include "wording.hpp"

namespace panelbook::commentary {

namespace {

constexpr std::size_t months_of_note = 12;

struct Known {
    Period month;
    double value = 0.0;
};

std::vector<Known> months_to(const Series& series, Period last) {
    std::vector<Known> known;
    for (const SeriesPoint& point : series.points)
        if (point.period.months() == 1 && point.value && !(last < point.period))
            known.push_back({point.period, to_number(*point.value)});
    return known;
}

/// The latest month before `at` that stood as high (`up`) or as low; nothing if none ever did.
std::optional<std::size_t> matched_before(const std::vector<Known>& known, std::size_t at, bool up) {
    for (std::size_t i = at; i-- > 0;)
        if (up ? known[i].value >= known[at].value : known[i].value <= known[at].value) return i;
    return std::nullopt;
}

std::string superlative(bool up) {
    return std::string(up ? wording::highest : wording::lowest);
}

std::string record_sentence(const std::vector<Known>& known, std::size_t at) {
    if (at < months_of_note) return {};
    for (const bool up : {true, false})
        if (!matched_before(known, at, up))
            return fmt::format(wording::on_record, known[at].month.words(), superlative(up),
                               known.front().month.words());
    return {};
}

std::string since_sentence(const std::vector<Known>& known, std::size_t at) {
    for (const bool up : {true, false}) {
        const auto before = matched_before(known, at, up);
        if (before && at - *before > months_of_note)
            return fmt::format(wording::since, known[at].month.words(), superlative(up), known[*before].month.words());
    }
    return {};
}

}  // namespace

std::string standing_sentence(const Facts& facts) {
    const std::vector<Known> known = months_to(facts.series, facts.period.last_month());
    if (known.empty() || known.back().month != facts.period.last_month()) return {};
    const std::size_t latest = known.size() - 1;
    if (std::string record = record_sentence(known, latest); !record.empty()) return record;
    if (std::string since = since_sentence(known, latest); !since.empty()) return since;
    for (std::size_t i = latest; i-- > 0 && facts.period.contains(known[i].month);)
        if (std::string record = record_sentence(known, i); !record.empty()) return record;
    return {};
}

}  // namespace panelbook::commentary

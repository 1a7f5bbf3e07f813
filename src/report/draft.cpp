#include "draft.hpp"

#include <fmt/format.h>

#include "words.hpp"

namespace panelbook::report {

Draft::Draft(const Figures& worked_out) : figures(worked_out) {
    report.title = plan().settings.title;
    report.organisation = plan().settings.organisation;
    report.classification = plan().settings.classification;
    report.period = figures.period.words();
    report.as_of = figures.as_of;
    for (std::size_t i = 0; i < series().size(); ++i) m_series.emplace(Key{series()[i].measure, series()[i].area}, i);
    for (std::size_t i = 0; i < figures.charts.size(); ++i)
        m_charts.emplace(Key{figures.charts[i].measure, figures.charts[i].area}, i);
    for (std::size_t i = 0; i < figures.comparisons.size(); ++i)
        m_comparisons[{figures.comparisons[i].measure, figures.comparisons[i].area}].push_back(i);
}

std::optional<std::size_t> Draft::series_index(const MeasureId& measure, const AreaId& area) const {
    const auto found = m_series.find({measure, area});
    if (found == m_series.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> Draft::chart_index(const MeasureId& measure, const AreaId& area) const {
    const auto found = m_charts.find({measure, area});
    if (found == m_charts.end()) return std::nullopt;
    return found->second;
}

std::vector<std::size_t> Draft::comparisons_of(const MeasureId& measure, const AreaId& area) const {
    const auto found = m_comparisons.find({measure, area});
    return found == m_comparisons.end() ? std::vector<std::size_t>{} : found->second;
}

std::optional<std::size_t> Draft::comparison_index(const MeasureId& measure, const AreaId& area,
                                                   plan::Basis basis) const {
    for (const std::size_t index : comparisons_of(measure, area))
        if (figures.comparisons[index].basis == basis) return index;
    return std::nullopt;
}

std::string Draft::area_name(const AreaId& area) const {
    const plan::Area* found = plan().area(area);
    return found && !found->name.empty() ? found->name : area.text;
}

std::string Draft::name_in_area(const plan::Measure& measure, const AreaId& area) const {
    if (area == plan().settings.area) return measure.name;
    return fmt::format("{}, {}", measure.name, area_name(area));
}

std::string Draft::organisation(const SourceId& source) const {
    const plan::Source* found = plan().source(source);
    return found ? found->organisation : source.text;
}

std::string Draft::subtitle() const {
    const std::string words = figures.period.words();
    const std::string months = months_words(figures.period);
    return fmt::format("{}. As known on {}.", words == months ? words : fmt::format("{}: {}", words, months),
                       to_words(figures.as_of));
}

}  // namespace panelbook::report

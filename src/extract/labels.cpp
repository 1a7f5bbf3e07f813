#include "panelbook/extract/labels.hpp"

#include <algorithm>
#include <array>

#include "panelbook/core/text.hpp"

namespace panelbook::extract {

namespace {

constexpr std::string_view path_separator = " / ";

}  // namespace

LabelBook::LabelBook(const plan::Plan& plan, const SourceId& source) {
    // The first of two equal texts wins, as the first row of a sheet does to a reader.
    const auto add = [](Level& level, const std::string& text, const Meaning& meaning) {
        level.exact.try_emplace(std::string(trimmed(text)), meaning);
        level.folded.try_emplace(folded_label(text), meaning);
    };
    for (const plan::Label& label : plan.labels) {
        if (label.source && *label.source != source) continue;
        const Meaning meaning{label.measure, label.area, label.ignore, label.total};
        const bool own = label.source.has_value();
        const bool unwanted = label.ignore || label.total;
        if (label.measure || unwanted) {
            add(own ? m_own : m_common, label.theirs, meaning);
            m_measure_words.push_back(label.theirs);
        }
        if (label.area || unwanted) {
            add(own ? m_own_areas : m_common_areas, label.theirs, meaning);
            m_area_words.push_back(label.theirs);
        }
    }
    for (const plan::Measure& measure : plan.measures) {
        const Meaning meaning{measure.id, std::nullopt, false, false};
        add(m_measures, measure.id.text, meaning);
        if (!measure.name.empty()) add(m_measures, measure.name, meaning);
        m_measure_words.push_back(measure.name.empty() ? measure.id.text : measure.name);
    }
    for (const plan::Area& area : plan.areas) {
        const Meaning meaning{std::nullopt, area.id, false, false};
        const plan::Area* parent = area.parent ? plan.area(*area.parent) : nullptr;
        if (parent != nullptr) {
            for (const std::string& outer : {parent->name, parent->id.text}) {
                for (const std::string& inner : {area.name, area.id.text}) {
                    if (outer.empty() || inner.empty()) continue;
                    add(m_areas, outer + std::string(path_separator) + inner, meaning);
                }
            }
            m_area_words.push_back(parent->name + std::string(path_separator) + area.name);
        }
        add(m_areas, area.id.text, meaning);
        if (!area.name.empty()) add(m_areas, area.name, meaning);
        m_area_words.push_back(area.name.empty() ? area.id.text : area.name);
    }
}

Meaning LabelBook::find(std::span<const Level* const> levels, std::string_view label) {
    const std::string exact(trimmed(label));
    const std::string loose = folded_label(label);
    if (loose.empty()) return {};
    for (const Level* level : levels) {
        if (const auto at = level->exact.find(exact); at != level->exact.end()) return at->second;
    }
    for (const Level* level : levels) {
        if (const auto at = level->folded.find(loose); at != level->folded.end()) return at->second;
    }
    return {};
}

Meaning LabelBook::measure(std::string_view label) const {
    const std::array<const Level*, 3> levels = {&m_own, &m_common, &m_measures};
    return find(levels, label);
}

Meaning LabelBook::area(std::span<const std::string> path) const {
    const std::array<const Level*, 3> levels = {&m_own_areas, &m_common_areas, &m_areas};
    const Meaning whole = find(levels, join_path(path));
    if (whole.known() || path.size() < 2) return whole;
    // Footnote marks may hang on any part: "Wellington* / Hutt Valley".
    std::vector<std::string> plain;
    for (const std::string& part : path) plain.push_back(folded_label(part));
    return find(levels, join_path(plain));
}

std::string LabelBook::nearest_measure(std::string_view label) const {
    return nearest(label, m_measure_words);
}

std::string LabelBook::nearest_area(std::string_view label) const {
    return nearest(label, m_area_words);
}

bool is_total_label(std::string_view label) {
    constexpr std::array<std::string_view, 10> words = {"total",     "totals",       "sum",      "all",
                                                        "all areas", "grand total",  "subtotal", "sub-total",
                                                        "sub total", "overall total"};
    constexpr std::array<std::string_view, 5> beginnings = {"total ", "grand total ", "subtotal ", "sub-total ",
                                                            "sum of "};
    const std::string word = folded_label(label);
    return std::find(words.begin(), words.end(), word) != words.end() ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&word](std::string_view beginning) { return word.starts_with(beginning); });
}

std::string join_path(std::span<const std::string> path) {
    std::string joined;
    for (const std::string& part : path) {
        if (trimmed(part).empty()) continue;
        if (!joined.empty()) joined += path_separator;
        joined += trimmed(part);
    }
    return joined;
}

}  // namespace panelbook::extract

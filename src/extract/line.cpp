#include "panelbook/extract/line.hpp"

#include <fmt/format.h>

#include "panelbook/core/text.hpp"

namespace panelbook::extract {

namespace {

std::vector<std::string> texts_of(std::span<const LabelText> labels) {
    std::vector<std::string> texts;
    for (const LabelText& label : labels) texts.push_back(label.text);
    return texts;
}

/// The innermost label that stands in the line itself; null if there is none.
const LabelText* innermost_own(std::span<const LabelText> labels) {
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        if (label->own && !label->text.empty()) return &*label;
    }
    return nullptr;
}

/// What the labels of one kind say together.
struct Understood {
    Meaning meaning;
    bool total = false;
    bool inner_unknown = false;        // the innermost of several headings says nothing that the plan knows
    const LabelText* shown = nullptr;  // the label that people would point at
};

Understood understand_measures(const LabelBook& book, std::span<const LabelText> labels) {
    Understood understood;
    understood.shown = innermost_own(labels);
    if (understood.shown == nullptr && !labels.empty()) understood.shown = &labels.back();
    understood.meaning = book.measure(join_path(texts_of(labels)));
    if (understood.meaning.known() || understood.shown == nullptr) return understood;
    understood.total = is_total_label(understood.shown->text) || book.measure(understood.shown->text).total;
    return understood;
}

Understood understand_areas(const LabelBook& book, std::span<const LabelText> labels) {
    Understood understood;
    understood.shown = innermost_own(labels);
    if (understood.shown == nullptr && !labels.empty()) understood.shown = &labels.back();
    understood.meaning = book.area(texts_of(labels));
    if (understood.meaning.known() || understood.shown == nullptr) return understood;
    const std::vector<std::string> alone = {understood.shown->text};
    understood.total = is_total_label(alone.front()) || book.area(alone).total;
    return understood;
}

/// Headings of which each may say a measure, an area or both; the whole path is tried first.
Understood understand_either(const LabelBook& book, std::span<const LabelText> labels, bool want_measure) {
    Understood measures = understand_measures(book, labels);
    Understood areas = understand_areas(book, labels);
    Understood both;
    both.shown = measures.shown;
    if (want_measure) both.meaning = measures.meaning;
    if (areas.meaning.area) both.meaning.area = areas.meaning.area;
    both.meaning.ignore = measures.meaning.ignore || areas.meaning.ignore;
    both.total = measures.meaning.total || areas.meaning.total || (measures.total && !measures.meaning.known());
    bool inner_seen = measures.meaning.known() || areas.meaning.known() || both.total;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        if (label->text.empty()) continue;
        const Meaning measure = book.measure(label->text);
        const std::vector<std::string> alone = {label->text};
        const Meaning area = book.area(alone);
        if (!inner_seen && !measure.known() && !area.known()) both.inner_unknown = true;
        inner_seen = true;
        if (want_measure && !both.meaning.measure && measure.measure) both.meaning.measure = measure.measure;
        if (!both.meaning.area && measure.area) both.meaning.area = measure.area;
        if (!both.meaning.area && area.area) both.meaning.area = area.area;
        if (measure.ignore || area.ignore) both.meaning.ignore = true;
    }
    if (both.meaning.measure || (!want_measure && both.meaning.area)) both.meaning.ignore = false;
    return both;
}

}  // namespace

FixedLabels fixed_labels(const TableJob& job, const Field& labels, const Field& areas) {
    FixedLabels fixed;
    if (labels.kind == Field::Kind::constant) {
        fixed.measure = job.labels.measure(labels.constant).measure;
        if (!fixed.measure) {
            fixed.usable = false;
            const std::string near = job.labels.nearest_measure(labels.constant);
            job.at_plan(
                "unknown-measure", fmt::format("The plan has no measure {}.", quoted(labels.constant)),
                near.empty() ? "Add it to the sheet Measures." : fmt::format("The nearest is {}.", quoted(near)),
                labels.constant);
        }
    }
    if (areas.kind == Field::Kind::constant) {
        const std::vector<std::string> path = {areas.constant};
        fixed.area = job.labels.area(path).area;
        if (!fixed.area) {
            fixed.usable = false;
            const std::string near = job.labels.nearest_area(areas.constant);
            job.at_plan("unknown-area", fmt::format("The plan has no area {}.", quoted(areas.constant)),
                        near.empty() ? "Add it to the sheet Areas." : fmt::format("The nearest is {}.", quoted(near)),
                        areas.constant);
        }
    }
    return fixed;
}

Line understand_line(const TableJob& job, const FixedLabels& fixed, std::span<const LabelText> measures,
                     std::span<const LabelText> areas, std::span<const LabelText> either) {
    const Understood measure = understand_measures(job.labels, measures);
    const Understood area = understand_areas(job.labels, areas);
    const Understood heading = understand_either(job.labels, either, !fixed.measure);

    Line line;
    std::vector<std::string> texts = texts_of(measures);
    for (const auto& labels : {areas, either}) {
        for (const LabelText& label : labels) texts.push_back(label.text);
    }
    line.label = join_path(texts);
    for (const Understood* one : {&heading, &area, &measure}) {
        if (one->shown != nullptr) line.label_cell = one->shown->cell;
    }
    const auto first = [](const auto& one, const auto& other) { return one ? one : other; };
    const auto wanted_measure = first(fixed.measure, first(measure.meaning.measure, heading.meaning.measure));
    auto wanted_area = first(area.meaning.area, first(measure.meaning.area, first(heading.meaning.area, fixed.area)));
    const bool needs_area_label = !areas.empty() && !fixed.area;
    if (!wanted_area && !needs_area_label) wanted_area = job.plan.settings.area;

    if (wanted_measure) line.measure = *wanted_measure;
    line.measure_known = wanted_measure.has_value();
    if (wanted_area) line.area = *wanted_area;
    line.area_known = wanted_area.has_value();

    const bool labelled = innermost_own(measures) != nullptr || innermost_own(areas) != nullptr ||
                          innermost_own(either) != nullptr || (measures.empty() && areas.empty() && either.empty());
    if (!labelled) {
        line.kind = LineKind::unlabelled;
        return line;
    }
    if (measure.meaning.ignore || area.meaning.ignore || heading.meaning.ignore) {
        line.kind = LineKind::ignored;
        return line;
    }
    const bool total = measure.total || measure.meaning.total || area.total || area.meaning.total || heading.total;
    if (total) {
        line.kind = LineKind::total;
        return line;
    }
    if (line.measure_known && line.area_known && !heading.inner_unknown) {
        line.kind = LineKind::figures;
        return line;
    }
    line.kind = LineKind::unknown;
    // The measure is named first: without it the area says nothing.
    const bool measure_missing = !line.measure_known;
    const std::span<const LabelText> culprits = !either.empty() ? either : measure_missing ? measures : areas;
    const Understood& culprit = !either.empty() ? heading : measure_missing ? measure : area;
    line.label = join_path(texts_of(culprits));
    if (culprit.shown != nullptr) {
        line.label_cell = culprit.shown->cell;
        const std::string& text = either.empty() ? line.label : culprit.shown->text;
        line.nearest = measure_missing ? job.labels.nearest_measure(text) : job.labels.nearest_area(text);
    }
    return line;
}

void find_unknown_label(const TableJob& job, const Line& line) {
    job.claim(line.label_cell, CellRole::in_error);
    if (line.label.empty()) {
        job.at_cell(Severity::error, "label-missing", line.label_cell,
                    line.measure_known ? "This row does not say which area it is about, so it was not taken."
                                       : "This row does not say what it is about, so it was not taken.",
                    "Write it in this cell, or delete the row.");
        return;
    }
    const std::string remedy =
        line.nearest.empty()
            ? "Write it as it was in the last return, or add it to the plan's sheet Labels."
            : fmt::format("If {} is meant, write that; if it is new, add it to the plan's sheet Labels.",
                          quoted(line.nearest));
    job.at_cell(Severity::error, "unknown-label", line.label_cell,
                fmt::format("Nothing in the plan is called {}, so its figures were not taken.", quoted(line.label)),
                remedy, line.nearest);
}

std::vector<LabelText> LabelColumns::at(std::uint32_t row, bool fill) {
    std::vector<LabelText> labels;
    bool any_own = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const CellRef place{row, m_columns[i]};
        const Cell* cell = m_sheet.at_or_merged(place);
        LabelText label{cell != nullptr ? std::string(trimmed(to_text(cell->value))) : std::string(), place, false};
        if (!label.text.empty()) {
            label.cell = cell->at;
            label.own = true;
            m_above[i] = label;
            // A new outer label begins a block: what stood inside the block before says nothing about it.
            for (std::size_t inner = i + 1; inner < m_columns.size() && cell->at == place; ++inner) m_above[inner] = {};
        } else if (fill && !m_above[i].text.empty()) {
            label.text = m_above[i].text;
        }
        any_own = any_own || label.own;
        labels.push_back(std::move(label));
    }
    return labels;
}

bool LabelColumns::any(std::uint32_t row) const {
    for (const std::uint32_t column : m_columns) {
        const Cell* cell = m_sheet.at_or_merged({row, column});
        if (cell != nullptr && !trimmed(to_text(cell->value)).empty()) return true;
    }
    return false;
}

}  // namespace panelbook::extract

#include "panelbook/consolidate/unknown_labels.hpp"

#include <fmt/format.h>

#include "panelbook/extract/labels.hpp"

namespace panelbook::consolidate {

UnknownLabels unknown_labels(const std::vector<history::KnownFinding>& findings, const GatedFiles& files,
                             const plan::Plan& plan) {
    UnknownLabels result;
    for (const auto& [finding, hash] : findings) {
        if (finding.rule != "unknown-label" || finding.severity != Severity::error) continue;
        const auto file = files.find(hash);
        if (file == files.end() || !file->second.gate.released || !file->second.file->latest) continue;
        const SourceId& source = file->second.file->source;
        UnknownLabel label{finding.found, finding.where, *file->second.file->latest, std::nullopt, std::nullopt};
        if (!finding.expected.empty()) {
            const extract::LabelBook book(plan, source);
            const std::vector<std::string> nearest{finding.expected};
            const extract::Meaning as_measure = book.measure(finding.expected);
            const extract::Meaning as_area = book.area(nearest);
            label.measure = as_measure.measure;
            label.area = as_measure.area ? as_measure.area : as_area.area;
        }
        result[source].push_back(std::move(label));
    }
    return result;
}

std::string label_reason(const std::vector<UnknownLabel>& labels, const MeasureId& measure, const AreaId& area,
                         Period period) {
    const UnknownLabel* like_nothing = nullptr;
    for (const UnknownLabel& label : labels) {
        if (period.last_day() > label.up_to.last_day()) continue;
        if (!label.measure && !label.area) {
            if (!like_nothing) like_nothing = &label;
            continue;
        }
        if ((label.measure && *label.measure != measure) || (label.area && *label.area != area)) continue;
        return fmt::format("Label not known: \u201C{}\u201D at {}", label.label, label.where.text());
    }
    if (!like_nothing) return "";
    return fmt::format("Not found under its label; \u201C{}\u201D at {} is a label that the plan does not know",
                       like_nothing->label, like_nothing->where.text());
}

}  // namespace panelbook::consolidate

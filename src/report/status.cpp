#include "status.hpp"

#include "panelbook/commentary/commentary.hpp"
#include "panelbook/spc/icons.hpp"

namespace panelbook::report {

namespace {

Status::Shape arrow(compare::Direction direction) {
    switch (direction) {
        case compare::Direction::up:
            return Status::Shape::up;
        case compare::Direction::down:
            return Status::Shape::down;
        case compare::Direction::level:
            break;
    }
    return Status::Shape::dot;
}

Status::Shape arrow(spc::Side side) {
    switch (side) {
        case spc::Side::above:
            return Status::Shape::up;
        case spc::Side::below:
            return Status::Shape::down;
        case spc::Side::none:
            break;
    }
    return Status::Shape::dot;
}

Status shown(spc::Variation icon) {
    using Tone = Status::Tone;
    using Shape = Status::Shape;
    switch (icon) {
        case spc::Variation::improvement_high:
            return {Tone::better, Shape::up, "Variation: improving, high"};
        case spc::Variation::improvement_low:
            return {Tone::better, Shape::down, "Variation: improving, low"};
        case spc::Variation::concern_high:
            return {Tone::worse, Shape::up, "Variation: concerning, high"};
        case spc::Variation::concern_low:
            return {Tone::worse, Shape::down, "Variation: concerning, low"};
        case spc::Variation::neutral_high:
            return {Tone::attention, Shape::up, "Variation: special, high"};
        case spc::Variation::neutral_low:
            return {Tone::attention, Shape::down, "Variation: special, low"};
        case spc::Variation::common_cause:
            break;
    }
    return {Tone::none, Shape::dot, "Variation: common cause"};
}

Status shown(spc::Assurance icon) {
    switch (icon) {
        case spc::Assurance::pass:
            return {Status::Tone::better, Status::Shape::diamond, "Target: met every month"};
        case spc::Assurance::fail:
            return {Status::Tone::worse, Status::Shape::diamond, "Target: missed every month"};
        case spc::Assurance::inconsistent:
            break;
    }
    return {Status::Tone::no_change, Status::Shape::ring, "Target: met or missed by chance"};
}

}  // namespace

Status not_assessed() {
    return {Status::Tone::none, Status::Shape::dot, "Not assessed"};
}

Status not_available() {
    return {Status::Tone::not_available, Status::Shape::ring, "NA"};
}

namespace {

/// Better or worse than one's own past is a change; than a target or others it is a place.
struct StatusWords {
    const char* better;
    const char* worse;
    const char* between;
};

StatusWords words_for(plan::Basis basis) {
    switch (basis) {
        case plan::Basis::target:
            return {"Better than target", "Worse than target", "Near target"};
        case plan::Basis::similar_group:
            return {"Better than group", "Worse than group", "Within the group"};
        case plan::Basis::national:
            return {"Better than national", "Worse than national", "Near national"};
        default:
            return {"Improved", "Worse", "No change"};
    }
}

}  // namespace

Status status_of(const compare::Comparison& comparison) {
    if (!comparison.current.value) return not_available();
    const StatusWords words = words_for(comparison.basis);
    switch (comparison.verdict) {
        case compare::Verdict::better:
            return {Status::Tone::better, arrow(comparison.direction), words.better};
        case compare::Verdict::worse:
            return {Status::Tone::worse, arrow(comparison.direction), words.worse};
        case compare::Verdict::no_significant_change:
            return {Status::Tone::no_change, Status::Shape::dot, words.between};
        case compare::Verdict::not_assessed:
            break;
    }
    return not_assessed();
}

Status status_of(const spc::ControlChart& chart, const plan::Measure& measure) {
    if (chart.points.empty() || !chart.points.back().value) return not_available();
    Status status{Status::Tone::no_change, Status::Shape::dot, commentary::class_words(chart, measure)};
    switch (chart.latest) {
        case spc::Class::exception:
        case spc::Class::trend:
            status.shape = arrow(chart.side);
            status.tone = Status::Tone::attention;
            if (chart.judgement == spc::Judgement::improvement) {
                status.tone = Status::Tone::better;
                status.words += " (better)";
            } else if (chart.judgement == spc::Judgement::concern) {
                status.tone = Status::Tone::worse;
                status.words += " (worse)";
            }
            break;
        case spc::Class::step_shift:
        case spc::Class::pattern:
            status.shape = arrow(chart.side);
            status.tone = Status::Tone::attention;
            break;
        case spc::Class::near_limit:
        case spc::Class::stable:
            break;
        case spc::Class::not_assessed:
            return {Status::Tone::none, Status::Shape::dot, "Not assessed"};
    }
    return status;
}

std::optional<double> target_of_month(const plan::Measure& measure) {
    if (measure.target && measure.over_time == plan::RollUp::sum) return *measure.target / 12.0;
    return measure.target;
}

std::vector<Status> icons_of(const spc::ControlChart& chart, const plan::Measure& measure) {
    if (chart.latest == spc::Class::not_assessed) return {};
    std::vector<Status> icons;
    if (measure.target || chart.rules.name == "nhs") icons.push_back(shown(spc::variation_icon(chart, measure.good)));
    if (const auto assurance = spc::assurance_icon(chart, measure.good, target_of_month(measure)))
        icons.push_back(shown(*assurance));
    return icons;
}

}  // namespace panelbook::report

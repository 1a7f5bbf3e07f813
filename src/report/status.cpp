#include "status.hpp"

#include "panelbook/commentary/commentary.hpp"

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

}  // namespace panelbook::report

#include <fmt/format.h>

#include "sheets.hpp"

namespace panelbook::plan {
namespace {

std::optional<AreaId> area_of(const Row& row, const Names& areas) {
    const std::string area = row.reference("area", areas);
    return area.empty() ? std::nullopt : std::optional(AreaId{area});
}

}  // namespace

void read_gaps(const Rows& rows, Plan& plan) {
    const Names measures = measure_names(plan), areas = area_names(plan);
    for (const Row& row : rows.all()) {
        Gap gap;
        gap.measure.text = row.reference("measure", measures);
        gap.area = area_of(row, areas);
        gap.from = row.period("from");
        gap.to = row.period("to");
        row.require_order(gap.from, gap.to, "to");
        gap.marker = marker_from_word(row.choice("marker")).value_or(Marker::not_supplied);
        gap.reason = row.text("reason");
        plan.gaps.push_back(gap);
    }
}

void read_issued(const Rows& rows, Plan& plan) {
    for (const Row& row : rows.all()) {
        const auto period = row.period("period");
        const auto issued_on = row.date("issued on");
        if (period && issued_on)
            plan.issued.push_back({*period, row.choice("audience"), *issued_on, row.text("to whom")});
    }
}

void read_resets(const Rows& rows, Plan& plan) {
    const Names measures = measure_names(plan), areas = area_names(plan);
    for (const Row& row : rows.all()) {
        Reset reset;
        reset.measure.text = row.reference("measure", measures);
        reset.area = area_of(row, areas);
        reset.reason = row.text("reason");
        const auto from = row.period("from");
        if (!from) continue;
        reset.from = from->month_at(0);
        plan.resets.push_back(reset);
    }
}

void read_events(const Rows& rows, Plan& plan) {
    const Names measures = measure_names(plan);
    for (const Row& row : rows.all()) {
        Event event;
        const auto from = row.period("from");
        event.to = row.period("to");
        row.require_order(from, event.to, "to");
        event.label = row.text("label");
        for (const std::string& word : row.list("measures", ','))
            if (const std::string id = row.reference("measures", word, measures); !id.empty())
                event.measures.push_back(MeasureId{id});
        if (!from) continue;
        event.from = *from;
        plan.events.push_back(event);
    }
}

void read_commentary(const Rows& rows, Plan& plan) {
    const Names measures = measure_names(plan), priorities = priority_names(plan);
    Names either{"priority or measure", "Priorities or Measures", priorities.all};
    either.all.insert(either.all.end(), measures.all.begin(), measures.all.end());
    for (const Row& row : rows.all()) {
        Commentary comment;
        const std::string about = row.reference("priority or measure", either);
        if (measures.known(about))
            comment.measure = MeasureId{about};
        else if (!about.empty())
            comment.priority = PriorityId{about};
        const auto period = row.period("period");
        comment.text = row.text("text");
        comment.author_role = row.text("author role");
        if (!period) continue;
        comment.period = *period;
        plan.commentary.push_back(comment);
    }
}

void read_accepted(const Rows& rows, Plan& plan) {
    const Names measures = measure_names(plan);
    for (const Row& row : rows.all()) {
        Accepted accepted;
        accepted.rule = folded(row.text("rule"));
        const std::string about = row.text("file or measure");
        if (measures.known(about))
            accepted.measure = MeasureId{about};
        else if (about.find('.') != std::string::npos || about.find('*') != std::string::npos)
            accepted.file_pattern = about;
        else
            accepted.measure = MeasureId{row.reference("file or measure", measures)};
        accepted.reason = row.text("reason");
        accepted.who = row.text("who");
        accepted.until = row.date("until");
        accepted.plan_cell = row.place("rule");
        plan.accepted.push_back(accepted);
    }
}

void read_glossary(const Rows& rows, Plan& plan) {
    Duplicates terms;
    for (const Row& row : rows.all())
        if (terms.is_new(row, "term", folded(row.text("term")), fmt::format("term '{}'", row.text("term"))))
            plan.glossary.push_back({row.text("term"), row.text("meaning")});
}

}  // namespace panelbook::plan

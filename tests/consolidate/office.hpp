#pragma once

#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include "panelbook/consolidate/consolidate.hpp"
#include "panelbook/history/history.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::tests {

/// One figure of a file, in the order of its columns.
struct Figure {
    std::string measure;
    std::string area;
    std::string period;
    std::optional<Amount> value;
    std::optional<double> denominator = std::nullopt;
    Marker marker = Marker::none;
};

/// A small office and what was sent to it: a force of City, County and Rutland; the sources "police" and "youth", whose
/// returns go to a board first; the measures "burglary" (sum), "entrants" (sum), "satisfied" (per cent, ratio) and
/// "spend" (pounds, sum).
class Office {
public:
    Office() {
        plan.settings.area = {"Force"};
        plan.areas = {area("Force", ""), area("City", "Force"), area("County", "Force"), area("Rutland", "Force")};
        plan.measures = {measure("burglary", plan::Unit::count, plan::RollUp::sum),
                         measure("entrants", plan::Unit::count, plan::RollUp::sum),
                         measure("satisfied", plan::Unit::percent, plan::RollUp::ratio),
                         measure("spend", plan::Unit::gbp, plan::RollUp::sum)};
        plan.measures[1].frequency = plan.measures[2].frequency = plan.measures[3].frequency = plan::Frequency::quarter;
        plan.measures[2].decimals = 1;
        plan.sources = {source("police", "the Police"), source("council", "the Council"),
                        source("youth", "Youth Service")};
        plan.sources[2].needs_release = true;
        plan.sources[2].board = "Youth Board";
    }

    static plan::Area area(const std::string& id, const std::string& parent) {
        plan::Area made;
        made.id = {id};
        made.name = id;
        if (!parent.empty()) made.parent = AreaId{parent};
        return made;
    }

    static plan::Measure measure(const std::string& id, plan::Unit unit, plan::RollUp over_areas) {
        plan::Measure made;
        made.id = {id};
        made.name = id;
        made.unit = unit;
        made.over_areas = over_areas;
        return made;
    }

    static plan::Source source(const std::string& id, const std::string& organisation) {
        plan::Source made;
        made.id = {id};
        made.organisation = organisation;
        return made;
    }

    plan::Source& source(const std::string& id) {
        for (plan::Source& each : plan.sources) {
            if (each.id.text == id) return each;
        }
        throw std::logic_error("no source " + id);
    }

    void release(const std::string& period, std::optional<Date> presented_on,
                 std::optional<Date> expected_on = std::nullopt) {
        plan.releases.push_back({{"youth"}, *parse_period(period), "", expected_on, presented_on});
    }

    void gap(const std::string& measure_id, const std::string& area_id, const std::string& from, const std::string& to,
             Marker marker, const std::string& reason) {
        plan::Gap made;
        made.measure = {measure_id};
        if (!area_id.empty()) made.area = AreaId{area_id};
        if (!from.empty()) made.from = parse_period(from);
        if (!to.empty()) made.to = parse_period(to);
        made.marker = marker;
        made.reason = reason;
        plan.gaps.push_back(made);
    }

    /// The figures stand in column C of the sheet Return, from row 2 down.
    history::FileRecord& send(const std::string& source_id, const std::string& name, Date known_on,
                              const std::vector<Figure>& figures, int run = 1) {
        history::FileContents contents;
        contents.file.name = name;
        contents.file.hash = fmt::format("hash {} of {}", files.size(), name);
        contents.file.source = {source_id};
        contents.file.known_on = known_on;
        contents.file.run = run;
        for (const Figure& figure : figures) {
            const auto row = static_cast<std::uint32_t>(contents.observations.size() + 1);
            contents.observations.push_back({{figure.measure},
                                             {figure.area},
                                             *parse_period(figure.period),
                                             figure.value,
                                             figure.denominator,
                                             figure.marker,
                                             {source_id},
                                             {name, contents.file.hash, "Return", {row, 2}}});
            observations.push_back({contents.observations.back(), known_on, contents.file.hash});
        }
        contents.file.latest = history::latest_period(contents);
        files.push_back(contents.file);
        return files.back();
    }

    /// Something found in the file that was sent last.
    void find(Severity severity, const std::string& rule, std::optional<CellRef> cell, const std::string& found = "",
              const std::string& expected = "") {
        findings.push_back({{severity,
                             rule,
                             {files.back().name, cell ? "Return" : "", cell},
                             "This is wrong.",
                             "Put it right.",
                             found,
                             expected},
                            files.back().hash});
    }

    Checked<consolidate::Consolidated> consolidated(const std::string& period, Date as_of) const {
        return consolidate::consolidate({files, observations, savings, findings}, plan, *parse_period(period), as_of);
    }

    /// One line a point: "City 2014-04 12", "City 2014-05 not released: Not yet presented to the Youth Board".
    static std::string text(const consolidate::Consolidated& consolidated, const std::string& measure_id) {
        std::string lines;
        for (const Series& series : consolidated.series) {
            if (series.measure.text != measure_id) continue;
            for (const SeriesPoint& point : series.points) {
                lines += fmt::format("{} {} ", series.area.text, point.period.key());
                if (point.value) lines += fmt::format("{}", to_number(*point.value));
                if (point.value && point.denominator) lines += fmt::format(" of {}", *point.denominator);
                if (!point.value) lines += fmt::format("{}: {}", to_word(point.marker), point.reason);
                if (point.value && point.marker != Marker::none) lines += fmt::format(" ({})", to_word(point.marker));
                if (!point.parts.empty()) lines += fmt::format(" from {} parts", point.parts.size());
                lines += '\n';
            }
        }
        return lines;
    }

    /// One line a finding: "error conflicting-figures B.xlsx: Return!C2".
    static std::string text(const Findings& findings) {
        std::string lines;
        for (const Finding& each : findings)
            lines += fmt::format("{} {} {}\n", to_word(each.severity), each.rule, each.where.text());
        return lines;
    }

    plan::Plan plan;
    std::vector<history::FileRecord> files;
    std::vector<history::KnownObservation> observations;
    std::vector<history::KnownSavings> savings;
    std::vector<history::KnownFinding> findings;
};

}  // namespace panelbook::tests

#include "panelbook/extract/table_job.hpp"

#include <fmt/format.h>

namespace panelbook::extract {

void TableJob::at_cell(Severity severity, std::string rule, CellRef cell, std::string message, std::string remedy,
                       std::string expected) const {
    findings.push_back({severity,
                        std::move(rule),
                        {file.name, sheet.name, cell},
                        std::move(message),
                        std::move(remedy),
                        sheet.text_at(cell),
                        std::move(expected)});
}

void TableJob::at_sheet(Severity severity, std::string rule, std::string message, std::string remedy,
                        std::string found) const {
    findings.push_back({severity,
                        std::move(rule),
                        {file.name, sheet.name, std::nullopt},
                        std::move(message),
                        std::move(remedy),
                        std::move(found),
                        {}});
}

void TableJob::at_plan(std::string rule, std::string message, std::string remedy, std::string found) const {
    findings.push_back({Severity::error,
                        std::move(rule),
                        {"plan.xlsx", "Sources", spec.plan_cell},
                        std::move(message),
                        std::move(remedy),
                        std::move(found),
                        {}});
}

void TableJob::observe(const MeasureId& measure, const AreaId& area, Period period, CellRef cell,
                       const CellReading& reading, std::optional<CellRef> n) const {
    const std::optional<double> denominator = n ? denominator_at(*n) : std::nullopt;
    Observation observation{measure, area, period, reading.amount, denominator, reading.marker, source.id, {}};
    observation.where = {file.name, file.hash, sheet.name, cell};
    if (denominator) observation.denominator_cell = n;
    if (reading.kind == CellKind::blank) observation.marker = Marker::not_supplied;
    claim(cell, role_of(reading));
    if (reading.kind == CellKind::wrong) {
        observation.marker = Marker::in_error;
        at_cell(Severity::error, reading.rule, cell, reading.message, reading.remedy);
    }
    out.observations.push_back(std::move(observation));
}

std::optional<double> TableJob::denominator_at(CellRef cell) const {
    const CellReading reading = read_cell(sheet.at(cell), {plan::Unit::count, 1.0, spec.missing});
    claim(cell, reading.kind == CellKind::value ? CellRole::denominator : role_of(reading));
    if (reading.kind == CellKind::wrong) {
        at_cell(Severity::error, reading.rule, cell, reading.message,
                "Type how many the figure is out of, or .. if it is not known.");
    }
    if (!reading.amount) return std::nullopt;
    return to_number(*reading.amount);
}

void TableJob::claim(CellRef cell, CellRole role) const {
    if (!is_blank(sheet.at(cell))) out.cells.claim(sheet.name, cell, role);
}

CellRole role_of(const CellReading& reading) {
    if (reading.kind == CellKind::wrong) return CellRole::in_error;
    return reading.kind == CellKind::missing ? CellRole::marker : CellRole::figure;
}

std::string quoted(std::string_view text) {
    return fmt::format("\xE2\x80\x9C{}\xE2\x80\x9D", text);
}

}  // namespace panelbook::extract

#include "panelbook/validate/accepted.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

#include "panelbook/core/text.hpp"

namespace panelbook::validate {

namespace {

using CellPlace = std::tuple<std::string, std::string, CellRef>;

std::set<CellPlace> cells_of(const MeasureId& measure, const std::vector<Observation>& observations) {
    std::set<CellPlace> cells;
    for (const Observation& one : observations) {
        if (one.measure == measure) cells.insert({one.where.file, one.where.sheet, one.where.cell});
    }
    return cells;
}

std::string name_without_folder(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? file : file.substr(slash + 1);
}

Finding expired(const plan::Accepted& row, std::size_t count) {
    return {Severity::warning,
            "acceptance-expired",
            {"plan.xlsx", "Accepted", row.plan_cell},
            fmt::format("Accepting {} held until {}; {} found again since.", row.rule, to_words(*row.until),
                        count == 1 ? "it was" : fmt::format("{} were", count)),
            "Have it put right, or give the row a later date.",
            to_iso(*row.until),
            ""};
}

}  // namespace

void mark_accepted(Findings& findings, const std::vector<Observation>& observations, const plan::Plan& plan,
                   Date today) {
    Findings about_rows;
    for (const plan::Accepted& row : plan.accepted) {
        const std::set<CellPlace> cells = row.measure ? cells_of(*row.measure, observations) : std::set<CellPlace>{};
        const bool holds = !row.until || today <= *row.until;
        std::size_t count = 0;
        for (Finding& finding : findings) {
            const Place& where = finding.where;
            const bool meant = row.measure ? where.cell && cells.contains({where.file, where.sheet, *where.cell})
                                           : matches_pattern(row.file_pattern, name_without_folder(where.file));
            if (finding.rule != row.rule || finding.severity == Severity::note || !meant) continue;
            ++count;
            if (!holds) continue;
            finding.severity = Severity::note;
            finding.message = fmt::format("Accepted by {} {}: {} {}", row.who,
                                          row.until ? "until " + to_words(*row.until) : "until further notice",
                                          row.reason, finding.message);
            finding.remedy = "Nothing needs to be done.";
        }
        if (!holds && count > 0) about_rows.push_back(expired(row, count));
    }
    findings.insert(findings.end(), about_rows.begin(), about_rows.end());
}

}  // namespace panelbook::validate

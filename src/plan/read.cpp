#include "panelbook/plan/read.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/plan/schema.hpp"
#include "panelbook/workbook/read.hpp"

#include "sheets.hpp"

namespace panelbook::plan {
namespace {

struct SheetReader {
    std::string_view name;
    void (*read)(const Rows&, Plan&);
    bool required = false;
};

/// In an order in which every sheet comes after those that it refers to.
constexpr std::array<SheetReader, 14> readers{{{"Priorities", read_priorities, true},
                                               {"Areas", read_areas, true},
                                               {"Measures", read_measures, true},
                                               {"Settings", read_settings, true},
                                               {"Sources", read_sources, true},
                                               {"Labels", read_labels},
                                               {"Releases", read_releases},
                                               {"Gaps", read_gaps},
                                               {"Issued", read_issued},
                                               {"Resets", read_resets},
                                               {"Events", read_events},
                                               {"Commentary", read_commentary},
                                               {"Accepted", read_accepted},
                                               {"Glossary", read_glossary}}};

Finding about_sheet(Severity severity, std::string rule, std::string sheet, std::string message, std::string remedy) {
    return {severity,
            std::move(rule),
            {std::string(plan_file), std::move(sheet), std::nullopt},
            std::move(message),
            std::move(remedy),
            {},
            {}};
}

void find_unknown_sheets(const workbook::Workbook& book, Findings& findings) {
    std::vector<std::string> known;
    for (const SheetSchema& sheet : schema()) known.emplace_back(sheet.name);
    for (const workbook::Sheet& sheet : book.sheets) {
        if (sheet_schema(sheet.name) != nullptr) continue;
        const auto later = sheets_not_used_yet();
        const bool not_yet = std::any_of(later.begin(), later.end(),
                                         [&](std::string_view name) { return folded(name) == folded(sheet.name); });
        const std::string near = nearest(sheet.name, known);
        if (not_yet)
            findings.push_back(about_sheet(Severity::warning, "plan-not-used-yet", sheet.name,
                                           "This version does not use this sheet yet.", "Nothing needs to be done."));
        else
            findings.push_back(about_sheet(Severity::warning, "plan-unknown-sheet", sheet.name,
                                           "This sheet is not used: no sheet of a plan has this name.",
                                           near.empty() ? "" : fmt::format("Did you mean '{}'?", near)));
    }
}

/// What only the plan as a whole can say: who it is about, and by whom.
void complete_settings(Plan& plan, const workbook::Workbook& book, Findings& findings) {
    if (book.sheet("Settings") == nullptr) return;
    const auto missing = [&](std::string_view setting, std::string_view why, std::string_view remedy) {
        findings.push_back(about_sheet(Severity::error, "plan-value-missing", "Settings",
                                       fmt::format("The setting '{}' is blank{}.", setting, why), std::string(remedy)));
    };
    if (plan.settings.organisation.empty()) missing("organisation", "", "Write whose dashboard it is.");
    if (plan.settings.title.empty()) missing("title", "", "Write the words for the top of every page.");
    if (!plan.settings.area.empty() || plan.areas.empty()) return;
    std::vector<AreaId> wholes;
    for (const Area& area : plan.areas)
        if (!area.parent && area.kind != "peer" && area.kind != "national") wholes.push_back(area.id);
    if (wholes.size() == 1)
        plan.settings.area = wholes.front();
    else if (!any_error(findings))
        missing("area", ", and several areas are part of no other", "Write the area that the dashboard is about.");
}

}  // namespace

Checked<Plan> read_plan(const workbook::Workbook& book) {
    Checked<Plan> result;
    find_unknown_sheets(book, result.findings);
    for (const SheetReader& reader : readers) {
        const workbook::Sheet* sheet = book.sheet(reader.name);
        if (sheet != nullptr) {
            const Rows rows(*sheet, *sheet_schema(reader.name), result.findings);
            reader.read(rows, result.value);
        } else if (reader.required) {
            result.findings.push_back(about_sheet(Severity::error, "plan-sheet-missing", std::string(reader.name),
                                                  "The plan has no sheet of this name.",
                                                  "Add it, or put its old name back."));
        }
    }
    complete_settings(result.value, book, result.findings);
    sort_findings(result.findings);
    return result;
}

Checked<Plan> load_plan(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path))
        throw UsageError(
            fmt::format("There is no plan: {} does not exist. Copy the plan.xlsx of a sample workspace there "
                        "and change it to your own.",
                        path.string()));
    const std::string bytes = intake::read_file(path);
    Checked<workbook::Workbook> book =
        workbook::read_workbook_bytes(bytes, std::string(plan_file), workbook::Limits::normal());
    if (any_error(book.findings)) return {{}, std::move(book.findings)};
    Checked<Plan> plan = read_plan(book.value);
    plan.value.hash = intake::sha256(bytes);
    plan.findings.insert(plan.findings.end(), book.findings.begin(), book.findings.end());
    sort_findings(plan.findings);
    return plan;
}

}  // namespace panelbook::plan

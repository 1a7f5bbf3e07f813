#include "panelbook/check/check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "panelbook/intake/files.hpp"
#include "panelbook/validate/accepted.hpp"
#include "panelbook/workbook/read.hpp"

namespace panelbook::check {

namespace {

void append(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

SheetSeen seen(const workbook::Sheet& sheet) {
    SheetSeen one{sheet.name, sheet.visibility != workbook::Visibility::visible, std::nullopt, sheet.cells.size()};
    for (const Cell& cell : sheet.cells) {
        if (!one.used) one.used = CellRange{cell.at, cell.at};
        one.used->first.column = std::min(one.used->first.column, cell.at.column);
        one.used->last.column = std::max(one.used->last.column, cell.at.column);
        one.used->last.row = cell.at.row;
    }
    return one;
}

/// Two tables of a plan may read the same cells, and find the same.
void drop_repeats(Findings& sorted) {
    const auto last = std::unique(sorted.begin(), sorted.end(), [](const Finding& one, const Finding& other) {
        return one.where == other.where && one.rule == other.rule && one.message == other.message;
    });
    sorted.erase(last, sorted.end());
}

Finding unclaimed(const std::string& name, const extract::Claim& claim) {
    Finding finding;
    finding.where.file = name;
    if (claim.ambiguous) {
        finding.rule = "file-claimed-twice";
        finding.message =
            "More than one source of the plan claims a file of this name, so it was read as none of them.";
        finding.remedy = "Make the file patterns on the plan's sheet Sources differ.";
        return finding;
    }
    finding.rule = "file-unclaimed";
    finding.message = "No source of the plan claims a file of this name, so no table of it was read.";
    finding.remedy = claim.nearest.empty()
                         ? "Put a file pattern that fits on the plan's sheet Sources."
                         : fmt::format(
                               "If \"{}\" is meant, rename the file, or change that source's file pattern on "
                               "the plan's sheet Sources.",
                               claim.nearest);
    return finding;
}

void read_as(FileCheck& result, const workbook::Workbook& book, const plan::Source& source,
             const extract::SentFile& file, std::span<const workbook::SheetSums> sums, const Against& against) {
    result.source = source.id.text;
    result.organisation = source.organisation;
    Checked<extract::Extract> extract = extract::extract(book, source, *against.plan, file);
    append(result.findings, std::move(extract.findings));
    validate::Sent sent{book, source, *against.plan, file, extract.value, sums, against.known, against.today};
    append(result.findings, validate::validate(sent));
    for (const extract::TableRead& table : extract.value.tables) result.figures += table.values;
    result.tables = std::move(extract.value.tables);
    if (against.known != nullptr) result.known_files = against.known->files;
    validate::mark_accepted(result.findings, extract.value.observations, *against.plan, against.today);
}

}  // namespace

bool FileCheck::anything_wrong() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity != Severity::note; });
}

FileCheck check_file(std::string_view bytes, const std::string& name, const Against& against) {
    FileCheck result;
    result.name = name;
    result.plan_place = against.plan_place;
    const extract::Claim claim = against.plan == nullptr ? extract::Claim{} : extract::claim(name, *against.plan);
    const bool large = claim.source != nullptr && claim.source->large;
    const workbook::Limits limits = large ? workbook::Limits::large() : workbook::Limits::normal();
    Checked<workbook::Workbook> book = workbook::read_workbook_bytes(bytes, name, limits);
    result.findings = std::move(book.findings);
    for (const workbook::Sheet& sheet : book.value.sheets) result.sheets.push_back(seen(sheet));
    if (against.plan != nullptr && claim.source == nullptr) {
        result.findings.push_back(unclaimed(name, claim));
    }
    if (!book.value.sheets.empty()) {
        const auto sums = workbook::read_sums(bytes, limits);
        if (claim.source != nullptr) {
            read_as(result, book.value, *claim.source, {name, intake::sha256(bytes)}, sums, against);
        } else {
            append(result.findings, validate::validate_unmapped(book.value, sums, name));
        }
    }
    sort_findings(result.findings);
    drop_repeats(result.findings);
    return result;
}

}  // namespace panelbook::check

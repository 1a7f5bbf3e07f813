#include "panelbook/consolidate/sheet_sets.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>

namespace panelbook::consolidate {

namespace {

using Names = std::set<std::string>;

Names sheets_of(const history::FileRecord& file) {
    return {file.sheets.begin(), file.sheets.end()};
}

auto run_of(const history::FileRecord& file) {
    return std::pair(file.known_on, file.run);
}

std::string listed(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += fmt::format("{}\u201C{}\u201D", text.empty() ? "" : ", ", name);
    return text;
}

Names only_in(const Names& one, const Names& other) {
    Names names;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::inserter(names, names.end()));
    return names;
}

Finding changed(const history::FileRecord& file, const history::FileRecord& before) {
    const Names added = only_in(sheets_of(file), sheets_of(before));
    const Names gone = only_in(sheets_of(before), sheets_of(file));
    std::string what;
    if (!added.empty()) what += fmt::format("new are {}", listed(added));
    if (!gone.empty()) what += fmt::format("{}gone are {}", what.empty() ? "" : "; ", listed(gone));
    return {Severity::warning,
            "sheets-changed",
            {file.name, "", {}},
            fmt::format("Its sheets are not those of the workbook before it, {}, known on {}: {}.", before.name,
                        to_words(before.known_on), what),
            "If a sheet was renamed, put its new name on the plan's sheet Sources.",
            "",
            ""};
}

}  // namespace

Findings changed_sheets(const std::vector<history::FileRecord>& files) {
    std::map<SourceId, std::vector<const history::FileRecord*>> by_source;
    for (const history::FileRecord& file : files) {
        if (!file.sheets.empty() && file.state == history::FileState::archived) by_source[file.source].push_back(&file);
    }
    Findings findings;
    for (auto& [source, sent] : by_source) {
        std::stable_sort(sent.begin(), sent.end(),
                         [](const auto* a, const auto* b) { return run_of(*a) < run_of(*b); });
        const auto first_of_last_run = std::find_if(
            sent.begin(), sent.end(), [&](const auto* each) { return run_of(*each) == run_of(*sent.back()); });
        if (first_of_last_run == sent.begin()) continue;
        for (auto file = first_of_last_run; file != sent.end(); ++file) {
            const bool as_before = std::any_of(sent.begin(), first_of_last_run, [&](const auto* earlier) {
                return sheets_of(*earlier) == sheets_of(**file);
            });
            if (!as_before) findings.push_back(changed(**file, **std::prev(first_of_last_run)));
        }
    }
    return findings;
}

}  // namespace panelbook::consolidate

#include "panelbook/consolidate/put_right.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <unordered_map>

#include "panelbook/core/text.hpp"

namespace panelbook::consolidate {

namespace {

/// Cells that stand or fall together, and what replaced the first of them.
struct Group {
    std::size_t said = 0;
    std::size_t replaced = 0;
    const Provenance* by = nullptr;

    void add(const Provenance* replacement) {
        ++said;
        if (!replacement) return;
        ++replaced;
        if (!by) by = replacement;
    }
    bool all_replaced() const { return said > 0 && said == replaced; }
};

using Line = std::pair<std::string, std::uint32_t>;  // sheet, and its row or column

/// What one file said at the places that findings are about.
struct Said {
    std::map<std::pair<std::string, CellRef>, Group> cells;
    std::map<Line, Group> rows;
    std::map<Line, Group> columns;
    Group whole;

    void want(const Place& place) {
        if (!place.cell) return;
        cells[{place.sheet, *place.cell}];
        rows[{place.sheet, place.cell->row}];
        columns[{place.sheet, place.cell->column}];
    }

    void add(const Provenance& where, const Provenance* replacement) {
        whole.add(replacement);
        const auto add_to = [&](auto& groups, const auto& key) {
            if (const auto group = groups.find(key); group != groups.end()) group->second.add(replacement);
        };
        add_to(cells, std::pair(where.sheet, where.cell));
        add_to(rows, Line(where.sheet, where.cell.row));
        add_to(columns, Line(where.sheet, where.cell.column));
    }

    /// The group that decides about a place; null if the file said nothing.
    const Group* about(const Place& place) const {
        if (place.cell) {
            const Group& cell = cells.at({place.sheet, *place.cell});
            if (cell.said > 0) return &cell;
            const Group& column = columns.at({place.sheet, place.cell->column});
            if (column.all_replaced()) return &column;
            const Group& row = rows.at({place.sheet, place.cell->row});
            if (row.all_replaced()) return &row;
        }
        return whole.said > 0 ? &whole : nullptr;
    }
};

std::string stem(const std::string& name) {
    return folded(std::filesystem::path(name).stem().string());
}

/// "return v2" after "return", but not "return q10" after "return q1".
bool takes_up(const std::string& later, const std::string& earlier) {
    if (!later.starts_with(earlier)) return false;
    return later.size() == earlier.size() || !std::isalnum(static_cast<unsigned char>(later[earlier.size()]));
}

auto run_of(const GatedFile& file) {
    return std::pair(file.file->known_on, file.file->run);
}

/// The file that takes the place of one of which nothing was read; null if there is none.
const GatedFile* successor(const GatedFile& of, const GatedFiles& files) {
    const GatedFile* first = nullptr;
    for (const auto& [hash, each] : files) {
        if (each.file->source != of.file->source || each.file->state != history::FileState::archived) continue;
        if (run_of(each) <= run_of(of) || (of.gate.released && !each.gate.released)) continue;
        if (!takes_up(stem(each.file->name), stem(of.file->name))) continue;
        if (!first || std::pair(run_of(each), hash) < std::pair(run_of(*first), first->file->hash)) first = &each;
    }
    return first;
}

void make_note(Finding& finding, const std::string& file, const std::string& place, Date known_on) {
    finding.severity = Severity::note;
    finding.message += fmt::format(" Since put right: {}, known on {}, replaces it.", place.empty() ? file : place,
                                   to_words(known_on));
    finding.remedy = "Nothing more needs to be done.";
}

}  // namespace

std::vector<history::KnownFinding> put_right(std::vector<history::KnownFinding> findings, const GatedFiles& files,
                                             const std::vector<history::KnownObservation>& observations,
                                             const std::vector<Fate>& fates,
                                             const std::vector<history::KnownSavings>& savings,
                                             const std::vector<Fate>& savings_fates) {
    std::unordered_map<std::string, Said> said;
    for (const history::KnownFinding& each : findings) {
        if (each.finding.severity != Severity::note) said[each.hash].want(each.finding.where);
    }
    if (said.empty()) return findings;
    const auto add = [&](const Provenance& where, const Provenance* replacement) {
        if (const auto file = said.find(where.hash); file != said.end()) file->second.add(where, replacement);
    };
    for (std::size_t i = 0; i < observations.size(); ++i) {
        const auto by = fates[i].replaced_by;
        add(observations[i].observation.where, by ? &observations[*by].observation.where : nullptr);
    }
    for (std::size_t i = 0; i < savings.size(); ++i) {
        const auto by = savings_fates[i].replaced_by;
        add(savings[i].amount.where, by ? &savings[*by].amount.where : nullptr);
    }
    for (history::KnownFinding& each : findings) {
        if (each.finding.severity == Severity::note) continue;
        const auto file = files.find(each.hash);
        if (file == files.end()) continue;
        const Group* group = said.at(each.hash).about(each.finding.where);
        if (group && group->all_replaced()) {
            const Provenance& by = *group->by;
            make_note(each.finding, by.file, Place{by.file, by.sheet, by.cell}.text(),
                      files.at(by.hash).file->known_on);
        } else if (!group) {
            if (const GatedFile* next = successor(file->second, files))
                make_note(each.finding, next->file->name, "", next->file->known_on);
        }
    }
    return findings;
}

}  // namespace panelbook::consolidate

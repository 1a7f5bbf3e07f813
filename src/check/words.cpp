#include "panelbook/check/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <vector>

namespace panelbook::check {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t line_width = 100;

/// Lines of one thing to say, in full and in brief.
struct Block {
    Lines full;
    Lines brief;
    bool clean = false;  ///< about a file with nothing wrong
};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Breaks a text between words; line ends in it are blanks.
Lines wrapped(const std::string& text, std::size_t indent) {
    Lines lines;
    const std::string margin(indent, ' ');
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \n\r\t", at), text.size());
        const std::string word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        if (!line.empty() && indent + characters(line) + 1 + characters(word) > line_width) {
            lines.push_back(margin + line);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    if (!line.empty()) lines.push_back(margin + line);
    return lines;
}

void append(Lines& lines, Lines more) {
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string range_words(CellRange range) {
    return range.first == range.last ? to_a1(range.first) : to_a1(range.first) + ":" + to_a1(range.last);
}

std::string header_words(const extract::TableRead& table) {
    if (table.header == CellRange{}) return {};
    if (table.header.first.row == table.header.last.row)
        return fmt::format(", headings in row {}", table.header.first.row + 1);
    return fmt::format(", headings in rows {}-{}", table.header.first.row + 1, table.header.last.row + 1);
}

std::string period_words(const extract::TableRead& table) {
    if (!table.first || !table.last) return {};
    if (*table.first == *table.last) return ", " + table.first->label();
    return fmt::format(", {} to {}", table.first->label(), table.last->label());
}

/// "Return!C14" or "Return": a place without its file.
std::string place_words(const std::string& sheet, std::optional<CellRef> cell) {
    if (sheet.empty() && !cell) return "the file";
    return Place{"", sheet, cell}.text().substr(2);
}

std::string table_words(const extract::TableRead& table) {
    std::string text = place_words(table.sheet, std::nullopt) + "!" + range_words(table.body);
    if (!table.title.empty()) text += fmt::format(" \"{}\"", table.title);
    text += header_words(table);
    const std::size_t rows = table.body.last.row - table.body.first.row + 1;
    text += fmt::format(", {}, {}", plural(rows, "row", "rows"), plural(table.values, "figure", "figures"));
    text += period_words(table);
    if (table.totals_checked > 0) text += fmt::format(", {} checked", plural(table.totals_checked, "total", "totals"));
    if (table.totals_unchecked > 0)
        text += fmt::format(", {} that cannot be checked", plural(table.totals_unchecked, "total", "totals"));
    return text;
}

std::string sheet_words(const SheetSeen& sheet) {
    std::string text = place_words(sheet.name, std::nullopt);
    text += sheet.used ? fmt::format("!{}, {}", range_words(*sheet.used), plural(sheet.cells, "cell", "cells"))
                       : std::string(", empty");
    if (sheet.hidden) text += ", hidden";
    return text;
}

std::size_t count_of(const FileCheck& file, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(file.findings.begin(), file.findings.end(),
                      [severity](const Finding& finding) { return finding.severity == severity; }));
}

std::string verdict(const FileCheck& file) {
    std::vector<std::string> parts;
    if (const auto n = count_of(file, Severity::error)) parts.push_back(plural(n, "error", "errors"));
    if (const auto n = count_of(file, Severity::warning)) parts.push_back(plural(n, "warning", "warnings"));
    if (const auto n = count_of(file, Severity::note)) parts.push_back(plural(n, "note", "notes"));
    return parts.empty() ? "nothing wrong" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string source_words(const FileCheck& file) {
    if (file.plan_place.empty())
        return "no plan.xlsx in its folder or above it: only what needs no plan was checked; --plan names one";
    if (file.source.empty()) return fmt::format("no source of {} claims it", file.plan_place);
    std::string text = "source " + file.source;
    if (!file.organisation.empty()) text += fmt::format(" ({})", file.organisation);
    text += " of " + file.plan_place;
    if (file.known_files > 0)
        text += fmt::format(", compared with {}", plural(file.known_files, "earlier file", "earlier files"));
    return text;
}

Block about_file(const FileCheck& file) {
    Block block;
    block.clean = file.findings.empty();
    const std::string heading = fmt::format("{}: {}", file.name, verdict(file));
    block.full = wrapped(heading, 0);
    append(block.full, wrapped(source_words(file), 2));
    Lines read;
    for (const extract::TableRead& table : file.tables) append(read, wrapped("read " + table_words(table), 2));
    if (file.source.empty()) {
        for (const SheetSeen& sheet : file.sheets) append(read, wrapped("sheet " + sheet_words(sheet), 2));
    }
    append(block.full, read);
    const std::string summary = file.tables.empty()
                                    ? plural(file.sheets.size(), "sheet", "sheets")
                                    : fmt::format("{}, {}", plural(file.tables.size(), "table", "tables"),
                                                  plural(file.figures, "figure", "figures"));
    block.brief = wrapped(fmt::format("{} ({})", heading, summary), 0);
    return block;
}

/// "Return!C14, C15, D3 and 9 more", each sheet named once.
std::string places(const std::vector<const Finding*>& group, std::size_t most) {
    std::string text;
    const std::string* sheet = nullptr;
    for (std::size_t i = 0; i < group.size() && i < most; ++i) {
        const Place& where = group[i]->where;
        const bool same = sheet != nullptr && *sheet == where.sheet && where.cell;
        const std::string place = same ? to_a1(*where.cell) : place_words(where.sheet, where.cell);
        text += (text.empty() ? "" : ", ") + place;
        sheet = &where.sheet;
    }
    if (group.size() > most) text += fmt::format(" and {} more", group.size() - most);
    return text;
}

Block about_group(const std::vector<const Finding*>& group) {
    const Finding& first = *group.front();
    constexpr std::size_t most_places = 12;
    Block block;
    const std::string file = first.where.file == "plan.xlsx" ? "plan.xlsx: " : "";
    block.full =
        wrapped(fmt::format("{}: {}{}: {}", to_word(first.severity), file, places(group, most_places), first.rule), 2);
    std::string words = first.message;
    if (!first.found.empty()) words += fmt::format(" Found: {}.", first.found);
    if (!first.expected.empty()) words += fmt::format(" Expected: {}.", first.expected);
    if (!first.remedy.empty()) words += " " + first.remedy;
    append(block.full, wrapped(words, 4));
    block.brief = wrapped(fmt::format("{}: {}{}: {}", to_word(first.severity), file, places(group, 3), first.rule), 2);
    return block;
}

void add_file(std::vector<Block>& blocks, const FileCheck& file) {
    blocks.push_back(about_file(file));
    std::map<std::tuple<int, std::string, std::string>, std::vector<const Finding*>> groups;
    for (const Finding& finding : file.findings) {
        groups[{-static_cast<int>(finding.severity), finding.rule, finding.where.file}].push_back(&finding);
    }
    for (const auto& [key, group] : groups) blocks.push_back(about_group(group));
}

}  // namespace

std::string to_screen(std::span<const FileCheck> files, std::size_t most_lines) {
    std::vector<Block> blocks;
    for (const FileCheck& file : files) add_file(blocks, file);
    std::size_t total = 0;
    for (const Block& block : blocks) total += block.full.size();
    std::vector<const Lines*> chosen;
    for (const Block& block : blocks) chosen.push_back(&block.full);
    const auto shorten = [&](bool clean) {
        for (std::size_t i = blocks.size(); i-- > 0 && total > most_lines;) {
            if (blocks[i].clean != clean || blocks[i].brief.size() >= chosen[i]->size()) continue;
            total -= chosen[i]->size() - blocks[i].brief.size();
            chosen[i] = &blocks[i].brief;
        }
    };
    shorten(true);
    shorten(false);
    std::string text;
    std::size_t lines = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const bool last = i + 1 == chosen.size();
        if (lines + chosen[i]->size() + (last ? 0 : 1) > most_lines) {
            text += fmt::format("... and {} more; --json gives all of it.\n", chosen.size() - i);
            break;
        }
        for (const std::string& line : *chosen[i]) text += line + "\n";
        lines += chosen[i]->size();
    }
    return text;
}

}  // namespace panelbook::check

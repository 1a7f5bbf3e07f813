#include "panelbook/extract/locate.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/headings.hpp"
#include "panelbook/extract/table_job.hpp"

namespace panelbook::extract {

namespace {

using workbook::Sheet;
using workbook::Visibility;

bool is_pattern(std::string_view name) {
    return name.find_first_of("*?") != std::string_view::npos;
}

std::string sheet_names(const workbook::Workbook& book) {
    std::string names;
    for (const Sheet& sheet : book.sheets) names += (names.empty() ? "" : ", ") + quoted(sheet.name);
    return names;
}

Finding sheet_not_found(const workbook::Workbook& book, const plan::TableSpec& spec, const SentFile& file) {
    std::vector<std::string> names;
    for (const Sheet& sheet : book.sheets) names.push_back(sheet.name);
    const std::string near = nearest(spec.sheet, names);
    Finding finding;
    finding.rule = "sheet-not-found";
    finding.where = {file.name, {}, std::nullopt};
    finding.message = spec.sheet.empty() ? "The workbook has no sheet that can be seen."
                                         : fmt::format("There is no sheet called {}.", quoted(spec.sheet));
    if (!spec.sheet.empty() && !names.empty()) {
        finding.message += fmt::format(" Its sheets are {}.", sheet_names(book));
    }
    finding.remedy = near.empty() ? "Give the sheet with the figures the name it had before."
                                  : fmt::format("If {} is meant, give it that name.", quoted(near));
    finding.expected = spec.sheet;
    return finding;
}

/// How well a cell's text fits a title: 0 not at all, 3 exactly.
int title_fit(const std::string& text, const std::string& wanted) {
    if (trimmed(text) == trimmed(wanted)) return 3;
    const std::string seen = folded_label(text);
    const std::string title = folded_label(wanted);
    if (title.empty()) return 0;
    if (seen == title) return 2;
    return seen.starts_with(title) ? 1 : 0;
}

std::optional<CellRef> find_title(const Sheet& sheet, const std::string& wanted) {
    std::optional<CellRef> best;
    int best_fit = 0;
    for (const Cell& cell : sheet.cells) {
        const auto* text = std::get_if<std::string>(&cell.value);
        if (text == nullptr) continue;
        const int fit = title_fit(*text, wanted);
        if (fit > best_fit) {
            best_fit = fit;
            best = cell.at;
        }
    }
    return best;
}

struct PeriodRow {
    std::size_t years = 0;     ///< bare years and financial years
    std::size_t within = 0;    ///< months, quarters, dates and other periods, complete or not
    std::size_t others = 0;    ///< numbers that are no years
    std::uint32_t column = 0;  ///< of the first period
};

PeriodRow count_periods(const Sheet& sheet, std::uint32_t row) {
    PeriodRow counted;
    for (const Cell& cell : cells_of_rows(sheet, row, row)) {
        const HeadingPart part = read_heading(&cell);
        const bool year = part.year || (part.whole && part.whole->months() == 12);
        if (part.period_like() && counted.years + counted.within == 0) counted.column = cell.at.column;
        if (year) {
            ++counted.years;
        } else if (part.period_like()) {
            ++counted.within;
        } else if (std::holds_alternative<double>(cell.value)) {
            ++counted.others;
        }
    }
    return counted;
}

bool figure_below(const Sheet& sheet, CellRef heading, std::uint32_t end) {
    for (std::uint32_t row = heading.row + 1; row < end && row <= heading.row + 3; ++row) {
        const Cell* cell = sheet.at({row, heading.column});
        if (is_blank(cell)) continue;
        const CellReading reading = read_cell(cell, {plan::Unit::percent, 1.0, {}});
        return reading.kind == CellKind::value || reading.kind == CellKind::missing;
    }
    return false;
}

}  // namespace

std::span<const Cell> cells_of_rows(const Sheet& sheet, std::uint32_t first, std::uint32_t last) {
    const auto before = [](const Cell& cell, std::uint32_t row) { return cell.at.row < row; };
    const auto from = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), first, before);
    const auto to = std::lower_bound(from, sheet.cells.end(), last + 1, before);
    return {from, to};
}

Checked<std::vector<const Sheet*>> find_sheets(const workbook::Workbook& book, const plan::TableSpec& spec,
                                               const SentFile& file) {
    Checked<std::vector<const Sheet*>> found;
    // A csv has one sheet, named like the file, so the plan's sheet name says nothing about it.
    if (book.format == workbook::Format::csv && !book.sheets.empty()) {
        found.value.push_back(&book.sheets.front());
        return found;
    }
    for (const Sheet& sheet : book.sheets) {
        const bool visible = sheet.visibility == Visibility::visible;
        const bool named = !spec.sheet.empty() && folded(sheet.name) == folded(spec.sheet);
        const bool fits = is_pattern(spec.sheet) && visible && matches_pattern(spec.sheet, sheet.name);
        const bool first = spec.sheet.empty() && visible && found.value.empty();
        if (!named && !fits && !first) continue;
        found.value.push_back(&sheet);
        if (visible) continue;
        found.findings.push_back({Severity::warning,
                                  "hidden-sheet",
                                  {file.name, sheet.name, std::nullopt},
                                  "The figures were taken from a sheet that is hidden.",
                                  "If they are meant to be sent, unhide the sheet.",
                                  {},
                                  {}});
    }
    if (found.value.empty()) found.findings.push_back(sheet_not_found(book, spec, file));
    return found;
}

std::optional<Stretch> find_stretch(const Sheet& sheet, const plan::TableSpec& spec, const plan::Source& source) {
    Stretch stretch;
    stretch.end = sheet.row_count();
    if (spec.table.empty()) return stretch;
    stretch.title = find_title(sheet, spec.table);
    if (!stretch.title) return std::nullopt;
    stretch.first = stretch.title->row + 1;
    for (const plan::TableSpec& other : source.tables) {
        if (other.table.empty() || folded_label(other.table) == folded_label(spec.table)) continue;
        const std::optional<CellRef> title = find_title(sheet, other.table);
        if (title && title->row > stretch.title->row) stretch.end = std::min(stretch.end, title->row);
    }
    return stretch;
}

std::optional<HeaderRows> given_header(const plan::TableSpec& spec, const Stretch& stretch) {
    const auto rows = parse_rows(spec.header);
    if (!rows) return std::nullopt;
    const std::uint32_t before = stretch.title ? stretch.title->row : 0;
    const std::uint32_t base = stretch.title ? 0 : 1;
    const HeaderRows header{before + rows->first - base, before + rows->last - base};
    if (header.last >= stretch.end) return std::nullopt;
    return header;
}

std::optional<HeaderRows> find_period_header(const Sheet& sheet, const Stretch& stretch) {
    const auto with_years_above = [&](std::uint32_t row) {
        HeaderRows header{row, row};
        if (row > stretch.first) {
            const PeriodRow above = count_periods(sheet, row - 1);
            if (above.years + above.within > 0 && above.others == 0) header.first = row - 1;
        }
        return header;
    };
    std::optional<std::uint32_t> single;
    for (std::uint32_t row = stretch.first; row < stretch.end; ++row) {
        const PeriodRow counted = count_periods(sheet, row);
        if (counted.within >= 2) return with_years_above(row);
        // Years alone: the months may stand in the next row. Years among other numbers are figures.
        if (counted.years >= 2 && counted.within == 0 && counted.others == 0) {
            const bool months_next = row + 1 < stretch.end && count_periods(sheet, row + 1).within >= 1;
            if (!months_next) return HeaderRows{row, row};
        }
        if (single || counted.within + counted.years != 1 || counted.others != 0 || counted.column == 0) continue;
        if (figure_below(sheet, {row, counted.column}, stretch.end)) single = row;
    }
    if (single) return with_years_above(*single);
    return std::nullopt;
}

Body find_body(const Stretch& stretch, std::uint32_t first, const std::function<RowKind(std::uint32_t)>& kind_of) {
    Body body;
    bool figures = false;
    bool blank = false;
    std::vector<std::uint32_t> words;  // rows of words below a blank row: they count only if a figure follows
    for (std::uint32_t row = first; row < stretch.end; ++row) {
        const RowKind kind = kind_of(row);
        if (kind == RowKind::headings) break;
        if (kind == RowKind::blank) {
            blank = figures;
            continue;
        }
        if (kind == RowKind::words) {
            if (blank && stretch.title) break;
            (blank ? words : body.rows).push_back(row);
            continue;
        }
        if (blank && (stretch.title || kind == RowKind::unknown)) {
            if (words.empty()) body.figures_below = row;
            break;
        }
        figures = true;
        blank = false;
        body.rows.insert(body.rows.end(), words.begin(), words.end());
        words.clear();
        body.rows.push_back(row);
    }
    return body;
}

}  // namespace panelbook::extract

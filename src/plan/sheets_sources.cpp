#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <regex>

#include "sheets.hpp"

namespace panelbook::plan {
namespace {

/// The columns about the partner, which only the first row of a source needs.
constexpr std::array<std::string_view, 7> partner_columns{"organisation", "file pattern",  "required", "due day",
                                                          "board",        "needs release", "limits"};

/// "burglary" for "= burglary"; nothing for any other text.
std::optional<std::string> constant_of(const std::string& text) {
    if (text.empty() || text[0] != '=') return std::nullopt;
    return std::string(trimmed(std::string_view(text).substr(1)));
}

void check_constants(const Row& row, const Plan& plan) {
    if (const auto measure = constant_of(row.text("labels"))) row.reference("labels", *measure, measure_names(plan));
    if (const auto area = constant_of(row.text("areas"))) row.reference("areas", *area, area_names(plan));
    if (const auto period = constant_of(row.text("periods")); period && !parse_period(*period))
        row.error("plan-not-a-period", "periods", fmt::format("'{}' is not a period.", *period),
                  "Write it as = 2014-06, = 2014/15 Q1, = 2014/15 or = 2013-04 to 2017-03.");
}

void check_single_cells(const Row& row) {
    if (!parse_a1(row.text("values")))
        row.error("plan-not-a-cell", "values", fmt::format("'{}' is not a cell.", row.text("values")),
                  "For the layout cells, name the cell that holds the figure: C14.");
    if (row.has("n") && !parse_a1(row.text("n")))
        row.error("plan-not-a-cell", "n", fmt::format("'{}' is not a cell.", row.text("n")),
                  "For the layout cells, name the cell that holds n: D14.");
    if (!constant_of(row.text("labels")))
        row.error("plan-value-missing", "labels", "The layout cells needs the measure that the cell holds.",
                  "Write it as = burglary.");
    if (!constant_of(row.text("periods")) && !parse_a1(row.text("periods")))
        row.error("plan-value-missing", "periods", "The layout cells needs the period that the cell is about.",
                  "Write = 2014/15 Q1, or the cell that holds it: B3.");
}

void check_header(const Row& row, const std::string& header) {
    static const std::regex form("([1-9][0-9]{0,6})(-([1-9][0-9]{0,6}))?");
    std::smatch parts;
    if (header.empty()) return;
    if (!std::regex_match(header, parts, form) || (parts[3].matched && std::stoi(parts[3]) < std::stoi(parts[1])))
        row.error("plan-not-a-row", "header", fmt::format("'{}' is not a row or rows of headings.", header),
                  "Write the number of the row, 5, or the first and last, 4-5; or leave it blank.");
}

TableSpec read_table(const Row& row, const Plan& plan) {
    TableSpec table;
    table.layout = row.word("layout", Layout::list);
    table.sheet = row.text("sheet");
    table.table = row.text("table");
    table.header = row.code("header");
    table.labels = row.code("labels");
    table.areas = row.code("areas");
    table.periods = row.code("periods");
    table.values = row.code("values");
    table.denominators = row.code("n");
    table.scale = row.number("scale", 1e-9, 1e9).value_or(1.0);
    table.missing = row.list("missing markers", ';');
    table.scope = row.text("scope");
    table.as_at = row.date("as at");
    table.estimate = row.choice("estimate");
    table.plan_cell = row.place("source");
    check_header(row, table.header);
    check_constants(row, plan);
    if (table.layout == Layout::cells)
        check_single_cells(row);
    else if (parse_a1(table.values))
        row.error(
            "plan-not-a-column", "values", fmt::format("'{}' is one cell.", table.values),
            fmt::format("For the layout {}, name a column, D, columns, D-O, or their heading.", to_word(table.layout)));
    return table;
}

Source read_partner(const Row& row) {
    Source source;
    source.organisation = row.text("organisation");
    source.file_pattern = row.text("file pattern");
    source.large = row.choice("limits") == "large";
    source.required = row.yes("required", false);
    source.due_day = row.whole("due day", 0, 1000);
    source.board = row.text("board");
    source.needs_release = row.yes("needs release", false);
    source.plan_cell = row.place("source");
    for (const std::string_view heading : {"organisation", "file pattern"})
        if (!row.has(heading))
            row.error("plan-value-missing", heading, fmt::format("The first row of a source needs the {}.", heading),
                      heading == "organisation" ? "Write who sends it."
                                                : "Write what its file is called, as Northshire*.xlsx.");
    // Left blank, what a board must see first could slip out.
    if (!source.board.empty() && !row.has("needs release"))
        row.error("plan-value-missing", "needs release", "A source with a board must say whether it needs release.",
                  "Write yes, or no if the board need not see it first.");
    if (source.needs_release && source.board.empty())
        row.error("plan-value-missing", "board", "A source that needs release needs the board that releases it.",
                  "Write the board, or no under needs release.");
    return source;
}

void require_same_partner(const Row& row, const Row& first) {
    for (const std::string_view heading : partner_columns)
        if (row.has(heading) && folded(row.text(heading)) != folded(first.text(heading)))
            row.error("plan-contradiction", heading,
                      fmt::format("The {} differs from that in row {}.", heading, first.place(heading).row + 1),
                      "Leave it blank here: the first row of a source says it for all its tables.");
}

}  // namespace

Names source_names(const Plan& plan) {
    Names names{"source", "Sources", {}};
    for (const Source& source : plan.sources) names.all.push_back(source.id.text);
    return names;
}

void read_sources(const Rows& rows, Plan& plan) {
    std::map<std::string, std::pair<std::size_t, const Row*>> known;
    for (const Row& row : rows.all()) {
        const std::string id = row.code("source");
        if (id.empty()) continue;
        const auto [entry, added] = known.emplace(folded(id), std::pair{plan.sources.size(), &row});
        if (added) {
            plan.sources.push_back(read_partner(row));
            plan.sources.back().id.text = id;
        } else {
            require_same_partner(row, *entry->second.second);
        }
        plan.sources[entry->second.first].tables.push_back(read_table(row, plan));
    }
}

void read_labels(const Rows& rows, Plan& plan) {
    const Names sources = source_names(plan), measures = measure_names(plan), areas = area_names(plan);
    Duplicates seen;
    for (const Row& row : rows.all()) {
        Label label;
        label.theirs = row.text("their label");
        label.plan_cell = row.place("their label");
        if (const std::string source = row.reference("source", sources); !source.empty())
            label.source = SourceId{source};
        const std::string measure = folded(row.text("measure"));
        label.ignore = measure == "ignore";
        label.total = measure == "total";
        if (!label.ignore && !label.total)
            if (const std::string id = row.reference("measure", measures); !id.empty()) label.measure = MeasureId{id};
        if (const std::string area = row.reference("area", areas); !area.empty()) label.area = AreaId{area};
        if (!row.has("measure") && !row.has("area"))
            row.error("plan-value-missing", "measure", fmt::format("The label '{}' stands for nothing.", label.theirs),
                      "Write the measure or the area that it stands for, or ignore, or total.");
        const std::string key = folded(row.text("source")) + '\n' + folded_label(label.theirs);
        if (seen.is_new(row, "their label", key, fmt::format("label '{}'", label.theirs))) plan.labels.push_back(label);
    }
}

void read_releases(const Rows& rows, Plan& plan) {
    const Names sources = source_names(plan);
    Duplicates seen;
    for (const Row& row : rows.all()) {
        Release release;
        release.source.text = row.reference("source", sources);
        const auto period = row.period("period");
        release.board = row.text("board");
        release.expected_on = row.date("expected on");
        release.presented_on = row.date("presented on");
        const Source* source = plan.source(release.source);
        if (source == nullptr || !period) continue;
        release.period = *period;
        if (release.board.empty()) release.board = source->board;
        if (!source->needs_release)
            row.warning(
                "plan-release-not-needed", "source",
                fmt::format("The source '{}' does not need release, so this row changes nothing.", source->id.text),
                "Write yes under needs release on the sheet Sources, or delete this row.");
        if (seen.is_new(row, "period", release.source.text + '\n' + release.period.key(),
                        fmt::format("release of {} for {}", release.source.text, release.period.key())))
            plan.releases.push_back(release);
    }
}

}  // namespace panelbook::plan

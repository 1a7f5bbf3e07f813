#include <nlohmann/json.hpp>

#include "panelbook/check/words.hpp"

namespace panelbook::check {

namespace {

// Ordered: the same check gives the same bytes.
using Json = nlohmann::ordered_json;

std::string range_text(CellRange range) {
    return to_a1(range.first) + ":" + to_a1(range.last);
}

Json period_text(const std::optional<Period>& period) {
    return period ? Json(period->key()) : Json();
}

Json json_of(const extract::TableRead& table) {
    return {{"sheet", table.sheet},
            {"title", table.title},
            {"headings", range_text(table.header)},
            {"body", range_text(table.body)},
            {"rows", table.body.last.row - table.body.first.row + 1},
            {"figures", table.values},
            {"first_period", period_text(table.first)},
            {"last_period", period_text(table.last)},
            {"totals_checked", table.totals_checked},
            {"totals_not_checked", table.totals_unchecked}};
}

Json json_of(const SheetSeen& sheet) {
    return {{"name", sheet.name},
            {"hidden", sheet.hidden},
            {"used", sheet.used ? Json(range_text(*sheet.used)) : Json()},
            {"cells", sheet.cells}};
}

Json json_of(const Finding& finding) {
    return {{"severity", to_word(finding.severity)},
            {"rule", finding.rule},
            {"file", finding.where.file},
            {"sheet", finding.where.sheet},
            {"cell", finding.where.cell ? to_a1(*finding.where.cell) : ""},
            {"found", finding.found},
            {"expected", finding.expected},
            {"message", finding.message},
            {"fix", finding.remedy}};
}

Json json_of(const FileCheck& file);

template <class Items>
Json list_of(const Items& items) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(json_of(item));
    return list;
}

Json json_of(const FileCheck& file) {
    return {{"file", file.name},
            {"plan", file.plan_place.empty() ? Json() : Json(file.plan_place)},
            {"source", file.source.empty() ? Json() : Json(file.source)},
            {"organisation", file.organisation},
            {"earlier_files", file.known_files},
            {"figures", file.figures},
            {"tables", list_of(file.tables)},
            {"sheets", list_of(file.sheets)},
            {"findings", list_of(file.findings)}};
}

}  // namespace

std::string to_json(std::span<const FileCheck> files, int exit_code) {
    const Json json = {{"exit_code", exit_code}, {"files", list_of(files)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace panelbook::check

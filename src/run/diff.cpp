#include "panelbook/run/diff.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "panelbook/core/errors.hpp"
#include "panelbook/workbook/read.hpp"

namespace panelbook::run {

namespace {

using Json = nlohmann::ordered_json;

/// Columns of the sheet Data by their headings.
class DataSheet {
public:
    explicit DataSheet(const workbook::Sheet& sheet) : m_sheet(sheet) {
        for (const Cell& cell : sheet.cells) {
            const auto* text = std::get_if<std::string>(&cell.value);
            if (text && *text == "Measure") m_heading_row = cell.at.row;
            if (m_heading_row && cell.at.row == *m_heading_row && text) m_columns[*text] = cell.at.column;
        }
    }

    bool is_one() const {
        constexpr std::array wanted = {"Measure", "Name", "Area", "Period", "From", "Value", "Reason"};
        return m_heading_row && std::all_of(wanted.begin(), wanted.end(),
                                            [&](const char* heading) { return m_columns.contains(heading); });
    }
    std::uint32_t first_row() const { return *m_heading_row + 1; }
    std::string text(std::uint32_t row, const char* heading) const {
        return m_sheet.text_at({row, m_columns.at(heading)});
    }
    std::optional<double> number(std::uint32_t row, const char* heading) const {
        const Cell* cell = m_sheet.at({row, m_columns.at(heading)});
        const auto* value = cell ? std::get_if<double>(&cell->value) : nullptr;
        return value ? std::optional(*value) : std::nullopt;
    }

private:
    const workbook::Sheet& m_sheet;
    std::optional<std::uint32_t> m_heading_row;
    std::map<std::string, std::uint32_t> m_columns;
};

bool same(double a, double b) {
    constexpr double noise = 1e-9;
    return std::abs(a - b) <= noise * std::max(std::abs(a), std::abs(b));
}

std::string_view what(const FigureChange& change) {
    return !change.before ? "appeared" : change.after ? "changed" : "disappeared";
}

std::string shown(const std::optional<double>& value) {
    return value ? to_text(CellValue{std::round(*value * 1e9) / 1e9}) : "none";
}

std::size_t count(const std::vector<FigureChange>& changes, std::string_view kind) {
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [&](const FigureChange& each) { return what(each) == kind; }));
}

}  // namespace

PublishedFigures figures_of_dashboard(const std::filesystem::path& path) {
    const auto book = workbook::read_workbook(path, path.filename().string(), workbook::Limits::large());
    const workbook::Sheet* sheet = book.value.sheet("Data");
    const std::optional<DataSheet> data = sheet ? std::optional<DataSheet>(*sheet) : std::nullopt;
    if (!data || !data->is_one()) {
        throw ReadError(
            fmt::format("{}: is not a dashboard of this program: it has no sheet Data as one has it.", path.string()));
    }
    PublishedFigures figures;
    for (std::uint32_t row = data->first_row(); row < sheet->row_count(); ++row) {
        const std::string measure = data->text(row, "Measure");
        if (measure.empty()) continue;
        figures[{measure, data->text(row, "Area"), data->text(row, "From"), data->text(row, "Period")}] = {
            data->text(row, "Name"), data->number(row, "Value"), data->text(row, "Reason")};
    }
    return figures;
}

PublishedFigures figures_of_series(const std::vector<Series>& series, const plan::Plan& plan) {
    PublishedFigures figures;
    for (const Series& each : series) {
        const plan::Measure* measure = plan.measure(each.measure);
        const plan::Area* area = plan.area(each.area);
        for (const SeriesPoint& point : each.points) {
            const auto value = point.value ? std::optional(to_number(*point.value)) : std::nullopt;
            figures[{each.measure.text, area && !area->name.empty() ? area->name : each.area.text,
                     to_iso(point.period.first_day()), point.period.label()}] = {
                measure ? measure->name : each.measure.text, value, point.reason};
        }
    }
    return figures;
}

std::vector<FigureChange> differences(const PublishedFigures& before, const PublishedFigures& after) {
    std::vector<FigureChange> changes;
    const auto compare = [&](const FigureKey& key) {
        const auto old_one = before.find(key), new_one = after.find(key);
        FigureChange change{key, "", std::nullopt, std::nullopt, ""};
        if (old_one != before.end()) change.before = old_one->second.value;
        if (new_one != after.end()) change.after = new_one->second.value;
        change.name = new_one != after.end() ? new_one->second.name : old_one->second.name;
        if (!change.after && new_one != after.end()) change.reason = new_one->second.reason;
        const bool none = !change.before && !change.after;
        if (none || (change.before && change.after && same(*change.before, *change.after))) return;
        changes.push_back(std::move(change));
    };
    for (const auto& [key, figure] : before) compare(key);
    for (const auto& [key, figure] : after) {
        if (!before.contains(key)) compare(key);
    }
    std::sort(changes.begin(), changes.end(),
              [](const FigureChange& a, const FigureChange& b) { return a.key < b.key; });
    return changes;
}

std::string to_text(const std::vector<FigureChange>& changes, const std::string& before, const std::string& after) {
    std::string text =
        fmt::format("{} changed, {} appeared, {} disappeared\n  from {}\n  to   {}\n", count(changes, "changed"),
                    count(changes, "appeared"), count(changes, "disappeared"), before, after);
    for (const FigureChange& each : changes) {
        text += fmt::format("{:<11} {}, {}, {}: ", what(each), each.name, std::get<1>(each.key), std::get<3>(each.key));
        if (each.before && each.after)
            text += fmt::format("{} -> {}\n", shown(each.before), shown(each.after));
        else if (each.after)
            text += shown(each.after) + "\n";
        else
            text += fmt::format("was {}{}\n", shown(each.before), each.reason.empty() ? "" : ". " + each.reason);
    }
    return text;
}

std::string to_json(const std::vector<FigureChange>& changes, const std::string& before, const std::string& after) {
    Json list = Json::array();
    const auto number = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
    for (const FigureChange& each : changes) {
        list.push_back({{"what", what(each)},
                        {"measure", std::get<0>(each.key)},
                        {"name", each.name},
                        {"area", std::get<1>(each.key)},
                        {"from", std::get<2>(each.key)},
                        {"period", std::get<3>(each.key)},
                        {"before", number(each.before)},
                        {"after", number(each.after)},
                        {"reason", each.reason}});
    }
    const Json json = {{"old", before}, {"new", after}, {"figures", list}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace panelbook::run

#include "explain_cell.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <set>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/write/layout.hpp"

namespace panelbook::run {

namespace {

constexpr std::size_t steps_shown = 30;

std::string shown(const report::ItemValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return to_text(CellValue{*number});
    if (const auto* text = std::get_if<std::string>(&value)) return "\u201C" + *text + "\u201D";
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
    return "nothing";
}

class Walker {
public:
    explicit Walker(const report::Report& report)
        : m_report(report),
          m_sheets(write::lay_out(report)),
          m_addresses(write::addresses_of(report, m_sheets)),
          m_seen(report.items.size(), false) {
        for (std::size_t i = 0; i < m_addresses.size(); ++i)
            if (m_addresses[i]) m_items[{m_addresses[i]->sheet, m_addresses[i]->cell}] = i;
    }

    CellWalk walk(const std::string& figure) {
        const std::size_t mark = figure.rfind('!');
        std::string name = figure.substr(0, mark);
        if (name.size() > 1 && name.front() == '\'' && name.back() == '\'') name = name.substr(1, name.size() - 2);
        const std::size_t sheet = sheet_called(name);
        const auto cell = parse_a1(figure.substr(mark + 1));
        if (!cell) throw UsageError(fmt::format("\"{}\" is not a cell. Write it like D7.", figure.substr(mark + 1)));
        const auto items = items_at(sheet, *cell);
        if (items.empty()) {
            throw UsageError(fmt::format(
                "No figure stands in {}. Name the cell of a figure, as Excel's Name Box shows it.", figure));
        }
        for (const report::ItemId item : items) follow(item, place(sheet, *cell));
        if (m_steps > steps_shown) m_walk.lines.push_back(fmt::format("and {} more steps", m_steps - steps_shown));
        return std::move(m_walk);
    }

private:
    std::size_t sheet_called(const std::string& name) const {
        std::vector<std::string> names;
        for (const write::SheetLayout& each : m_sheets) names.push_back(each.page->name);
        const auto found = std::find_if(names.begin(), names.end(),
                                        [&](const std::string& each) { return folded(each) == folded(name); });
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
        const std::string near = nearest(name, names);
        throw UsageError(fmt::format("The dashboard has no sheet \"{}\".{}", name,
                                     near.empty() ? "" : " Did you mean " + near + "?"));
    }

    std::vector<report::ItemId> items_at(std::size_t sheet, CellRef cell) const {
        std::vector<report::ItemId> items;
        for (const write::Placed& placed : m_sheets[sheet].placed) {
            if (!placed.at.contains(cell)) continue;
            if (const auto* item = std::get_if<report::ItemId>(&placed.content)) items.push_back(*item);
            if (placed.words_of) items.push_back(*placed.words_of);
            if (const auto* runs = std::get_if<std::vector<write::Run>>(&placed.content))
                for (const write::Run& run : *runs)
                    if (run.item) items.push_back(*run.item);
        }
        return items;
    }

    std::string place(std::size_t sheet, CellRef cell) const {
        return Place{"", m_sheets[sheet].page->name, cell}.text().substr(2);
    }

    std::string place_of(report::ItemId item) const {
        const auto& address = m_addresses[item.index];
        return address ? place(address->sheet, address->cell) : "?";
    }

    std::string place_of(const report::Reference& reference) const {
        if (const auto* item = std::get_if<report::ItemId>(&reference)) return place_of(*item);
        const auto& range = std::get<report::ItemRange>(reference);
        const auto& last = m_addresses[range.last.index];
        return place_of(range.first) + ":" + (last ? to_a1(last->cell) : "?");
    }

    /// The formula with its references as people write them.
    std::string formula_words(const report::Formula& formula) const {
        std::string text = formula.text;
        for (std::size_t i = 0; i < formula.references.size(); ++i) {
            const std::string mark = fmt::format("{{{}}}", i);
            const std::string words = place_of(formula.references[i]);
            for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + words.size()))
                text.replace(at, mark.size(), words);
        }
        return text;
    }

    void follow(report::ItemId id, const std::string& where) {
        if (m_seen[id.index]) return;
        m_seen[id.index] = true;
        const report::Item& item = m_report[id];
        if (++m_steps <= steps_shown)
            m_walk.lines.push_back(
                item.formula ? fmt::format("{} shows {} = {}", where, shown(item.value), formula_words(*item.formula))
                             : fmt::format("{} holds {}", where, shown(item.value)));
        note_row(id);
        if (!item.formula && item.link) follow(*item.link, place_of(*item.link));
        if (!item.formula) return;
        for (const report::Reference& reference : item.formula->references) {
            if (const auto* one = std::get_if<report::ItemId>(&reference)) {
                follow(*one, place_of(*one));
                continue;
            }
            const auto& range = std::get<report::ItemRange>(reference);
            const auto &first = m_addresses[range.first.index], &last = m_addresses[range.last.index];
            if (!first || !last) continue;
            for (std::uint32_t row = first->cell.row; row <= last->cell.row; ++row) {
                const auto found = m_items.find({first->sheet, CellRef{row, first->cell.column}});
                if (found == m_items.end()) continue;
                const report::ItemId each{static_cast<std::uint32_t>(found->second)};
                follow(each, place_of(each));
            }
        }
    }

    /// Where the item stands in a row of Data or of the savings, the row is what the figure is made of.
    void note_row(report::ItemId id) {
        for (const report::Page& page : m_report.pages) {
            if (page.name != "Data" && page.name != "Savings") continue;
            for (const report::Block& block : page.blocks) {
                const auto* table = std::get_if<report::Table>(&block);
                if (!table || (table->name != "Data" && table->name != "SavingsData")) continue;
                for (std::size_t row = 0; row < table->rows.size(); ++row) {
                    if (std::find(table->rows[row].begin(), table->rows[row].end(), id) == table->rows[row].end())
                        continue;
                    if (!m_rows.emplace(table->name, row).second) return;
                    if (table->name == "Data")
                        m_walk.rows_of_data.push_back(row);
                    else
                        m_walk.rows_of_savings.push_back(row_words(*table, row));
                }
            }
        }
    }

    std::string row_words(const report::Table& table, std::size_t row) const {
        std::string words;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const report::ItemValue& value = m_report[table.rows[row][column]].value;
            if (std::holds_alternative<std::monostate>(value)) continue;
            words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", table.columns[column].heading, shown(value));
        }
        return words;
    }

    const report::Report& m_report;
    std::vector<write::SheetLayout> m_sheets;
    std::vector<std::optional<write::Address>> m_addresses;
    std::map<std::pair<std::size_t, CellRef>, std::size_t> m_items;
    std::vector<bool> m_seen;
    std::set<std::pair<std::string, std::size_t>> m_rows;
    std::size_t m_steps = 0;
    CellWalk m_walk;
};

}  // namespace

CellWalk walk_cell(const report::Report& report, const std::string& figure) {
    return Walker(report).walk(figure);
}

}  // namespace panelbook::run

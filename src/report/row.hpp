#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/report/model.hpp"

namespace panelbook::report {

/// Text that is only ever text, whatever it looks like. Empty text makes an empty cell.
Item text_item(std::string text, Role role = Role::cell);
Item number_item(double value, NumberStyle style = {NumberStyle::Kind::number}, Role role = Role::cell);
/// A live formula with the value it must give.
Item formula_item(ItemValue cached, Formula formula, NumberStyle style = {NumberStyle::Kind::number},
                  Role role = Role::cell);
/// A live copy of another item: its value and number style, and a link to where it stands.
Item copy_item(const Report& report, ItemId of, Role role);
Item not_available_item();

/// One row of a table, written from left to right.
class Row {
public:
    explicit Row(Report& report) : m_report(&report) {}

    ItemId add(Item item);
    /// Next comes an item that others refer to already.
    void put(ItemId where) { m_items.push_back(where); }
    ItemId text(std::string text, Role role = Role::cell) { return add(text_item(std::move(text), role)); }
    ItemId number(double value, NumberStyle style = {NumberStyle::Kind::number}) {
        return add(number_item(value, style));
    }
    ItemId number(std::optional<double> value, NumberStyle style = {NumberStyle::Kind::number});
    ItemId date(std::optional<Date> value, NumberStyle::Kind kind = NumberStyle::Kind::date);
    ItemId blank() { return add(Item{}); }

    std::vector<ItemId> take() { return std::move(m_items); }

private:
    Report* m_report;
    std::vector<ItemId> m_items;
};

/// Every item that a page shows, in reading order.
std::vector<ItemId> items_of(const Page& page);

}  // namespace panelbook::report

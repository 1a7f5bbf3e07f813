#include "row.hpp"

#include <utility>

namespace panelbook::report {

Item text_item(std::string text, Role role) {
    Item item;
    if (!text.empty()) item.value = std::move(text);
    item.role = role;
    return item;
}

Item number_item(double value, NumberStyle style, Role role) {
    Item item;
    item.value = value;
    item.number = style;
    item.role = role;
    return item;
}

Item formula_item(ItemValue cached, Formula formula, NumberStyle style, Role role) {
    Item item;
    item.value = std::move(cached);
    item.formula = std::move(formula);
    item.number = style;
    item.role = role;
    return item;
}

Item copy_item(const Report& report, ItemId of, Role role) {
    const Item& original = report[of];
    Item item;
    item.value = original.value;
    item.number = original.number;
    item.role = original.role == Role::not_available ? Role::not_available : role;
    if (std::holds_alternative<std::monostate>(original.value)) return item;
    item.formula = Formula{"{0}", {of}};
    item.link = of;
    return item;
}

Item not_available_item() {
    return text_item("NA", Role::not_available);
}

ItemId Row::add(Item item) {
    m_items.push_back(m_report->add(std::move(item)));
    return m_items.back();
}

ItemId Row::number(std::optional<double> value, NumberStyle style) {
    return value ? number(*value, style) : blank();
}

ItemId Row::date(std::optional<Date> value, NumberStyle::Kind kind) {
    Item item;
    if (value) item.value = *value;
    item.number.kind = kind;
    return add(std::move(item));
}

namespace {

void collect(std::vector<ItemId>& found, const KpiBlock& block) {
    if (block.headline) found.push_back(*block.headline);
    for (const auto& line : block.lines) found.push_back(line.second);
    found.insert(found.end(), block.sentences.begin(), block.sentences.end());
}

struct Collector {
    std::vector<ItemId>& found;

    void operator()(const Paragraphs& block) const {
        found.insert(found.end(), block.items.begin(), block.items.end());
    }
    void operator()(const Table& block) const {
        for (const auto& row : block.rows) found.insert(found.end(), row.begin(), row.end());
    }
    void operator()(const TilePage& block) const {
        for (const Tile& tile : block.tiles)
            for (const TileLine& line : tile.lines) found.insert(found.end(), line.figures.begin(), line.figures.end());
    }
    void operator()(const KpiBlock& block) const { collect(found, block); }
    void operator()(const ExceptionBlock& block) const { collect(found, block.kpi); }
};

}  // namespace

std::vector<ItemId> items_of(const Page& page) {
    std::vector<ItemId> found;
    for (const Block& block : page.blocks) std::visit(Collector{found}, block);
    return found;
}

}  // namespace panelbook::report

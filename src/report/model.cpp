#include "panelbook/report/model.hpp"

#include <utility>

namespace panelbook::report {

ItemId Report::add(Item item) {
    items.push_back(std::move(item));
    return ItemId{static_cast<std::uint32_t>(items.size() - 1)};
}

}  // namespace panelbook::report

#include "panelbook/workbook/table_part.hpp"

#include <string_view>
#include <utility>

#include "panelbook/workbook/a1_range.hpp"
#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

class TableHandler : public XmlHandler {
public:
    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (std::exchange(m_root_seen, true) || !is_spreadsheet(name) || name.local != "table") return;
        const std::string_view shown = attributes.find("displayName").value_or("");
        table_name = shown.empty() ? attributes.find("name").value_or("") : shown;
        range = parse_range(attributes.find("ref").value_or(""));
    }
    void end_element(const XmlName&) override {}

    std::string table_name;
    std::optional<CellRange> range;

private:
    bool m_root_seen = false;
};

}  // namespace

std::optional<NamedTable> read_table_part(PartStream part, const std::string& sheet, const Limits& limits) {
    TableHandler handler;
    read_xml(part, handler, limits);
    if (!handler.range) return std::nullopt;
    return NamedTable{std::move(handler.table_name), sheet, *handler.range};
}

}  // namespace panelbook::workbook

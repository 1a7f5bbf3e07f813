#include "panelbook/workbook/shared_strings.hpp"

#include <utility>

#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/rich_text.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

class SharedStringsHandler : public XmlHandler {
public:
    explicit SharedStringsHandler(const Limits& limits) : m_limits(limits), m_rich(limits) {}

    void start_element(const XmlName& name, const XmlAttributes&) override {
        if (is_spreadsheet(name) && name.local == "si") {
            if (texts.size() == m_limits.cells)
                throw limit_hit("of " + grouped(m_limits.cells) + " shared texts (cells)");
            m_rich.clear();
        }
        m_rich.start_element(name);
    }
    void end_element(const XmlName& name) override {
        m_rich.end_element(name);
        if (is_spreadsheet(name) && name.local == "si") texts.push_back(m_rich.take());
    }
    void text(std::string_view piece) override { m_rich.text(piece); }

    std::vector<std::string> texts;

private:
    const Limits& m_limits;
    RichText m_rich;
};

}  // namespace

std::vector<std::string> read_shared_strings(PieceSource& part, const Limits& limits) {
    SharedStringsHandler handler(limits);
    read_xml(part, handler, limits);
    return std::move(handler.texts);
}

}  // namespace panelbook::workbook

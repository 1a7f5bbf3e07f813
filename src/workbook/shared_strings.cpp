#include "panelbook/workbook/shared_strings.hpp"

#include <limits>
#include <utility>

#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/rich_text.hpp"
#include "panelbook/workbook/xml.hpp"
#include "panelbook/workbook/xml_scanner.hpp"

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
        if (is_spreadsheet(name) && name.local == "si") texts.add(m_rich.take());
    }
    void text(std::string_view piece) override { m_rich.text(piece); }

    SharedTexts texts;

private:
    const Limits& m_limits;
    RichText m_rich;
};

}  // namespace

void SharedTexts::add(std::string_view text) {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    if (text.size() > most - m_all.size()) throw limit_hit("of 4 GiB of shared text");
    m_all += text;
    m_ends.push_back(static_cast<std::uint32_t>(m_all.size()));
}

SharedTexts read_shared_strings(PieceSource& part, const Limits& limits) {
    SharedStringsHandler handler(limits);
    scan_xml(part, handler, limits);
    return std::move(handler.texts);
}

SharedTexts read_shared_strings_by_expat(PieceSource& part, const Limits& limits) {
    SharedStringsHandler handler(limits);
    read_xml(part, handler, limits);
    return std::move(handler.texts);
}

}  // namespace panelbook::workbook

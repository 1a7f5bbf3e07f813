#include "panelbook/workbook/styles.hpp"

#include <charconv>
#include <cstdint>
#include <map>
#include <utility>

#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

std::uint32_t id_of(const XmlAttributes& attributes) {
    const std::string_view text = attributes.find("numFmtId").value_or("0");
    std::uint32_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

class StylesHandler : public XmlHandler {
public:
    explicit StylesHandler(const Limits& limits) : m_limits(limits) {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (!is_spreadsheet(name)) return;
        // A differential format may define a format under a number that means another one elsewhere.
        if (name.local == "numFmts") {
            m_in_formats = true;
        } else if (name.local == "numFmt" && m_in_formats) {
            m_formats[id_of(attributes)] = shown_by_format(attributes.find("formatCode").value_or(""));
            check_count(m_formats.size());
        } else if (name.local == "cellXfs") {
            m_in_cell_formats = true;
        } else if (name.local == "xf" && m_in_cell_formats) {
            m_cell_formats.push_back(id_of(attributes));
            check_count(m_cell_formats.size());
        }
    }
    void end_element(const XmlName& name) override {
        if (!is_spreadsheet(name)) return;
        if (name.local == "numFmts") m_in_formats = false;
        if (name.local == "cellXfs") m_in_cell_formats = false;
    }

    std::vector<Shown> shown() const {
        std::vector<Shown> all;
        all.reserve(m_cell_formats.size());
        for (const std::uint32_t id : m_cell_formats) {
            const auto own = m_formats.find(id);
            all.push_back(own == m_formats.end() ? shown_by_builtin(id) : own->second);
        }
        return all;
    }

private:
    void check_count(std::size_t count) const {
        if (count > m_limits.formats) throw limit_hit("of " + grouped(m_limits.formats) + " cell formats (formats)");
    }

    const Limits& m_limits;
    std::map<std::uint32_t, Shown> m_formats;
    std::vector<std::uint32_t> m_cell_formats;
    bool m_in_formats = false;
    bool m_in_cell_formats = false;
};

}  // namespace

std::vector<Shown> read_styles(PartStream part, const Limits& limits) {
    StylesHandler handler(limits);
    read_xml(part, handler, limits);
    return handler.shown();
}

}  // namespace panelbook::workbook

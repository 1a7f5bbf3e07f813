#include "panelbook/workbook/workbook_part.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "panelbook/workbook/cell_text.hpp"
#include "panelbook/workbook/namespaces.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

void check_root(const XmlName& name) {
    if (is_spreadsheet(name) && name.local == "workbook") return;
    const std::string send_a_workbook = "Put the figures in an Excel workbook and send that.";
    if (name.local == "document") throw not_read("The file is a Word document, not a workbook.", send_a_workbook);
    if (name.local == "presentation")
        throw not_read("The file is a PowerPoint presentation, not a workbook.", send_a_workbook);
    throw not_read("The file is not an Excel workbook.", "Open it in Excel and save it as .xlsx.");
}

class WorkbookHandler : public XmlHandler {
public:
    explicit WorkbookHandler(const Limits& limits) : m_limits(limits) {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (!std::exchange(m_root_seen, true)) check_root(name);
        if (!is_spreadsheet(name)) return;
        if (name.local == "workbookPr" && attributes.is_true("date1904")) m_part.dates = DateSystem::from_1904;
        if (name.local == "sheet") take_sheet(attributes);
        if (name.local == "definedName") start_name(attributes);
    }
    void end_element(const XmlName& name) override {
        if (is_spreadsheet(name) && name.local == "definedName") m_in_name = false;
    }
    void text(std::string_view piece) override {
        if (!m_in_name) return;
        std::string& refers_to = m_part.names.back().refers_to;
        refers_to += piece;
        if (refers_to.size() > m_limits.cell_characters)
            throw limit_hit("of " + grouped(m_limits.cell_characters) +
                            " characters in one defined name (cell_characters)");
    }

    /// The part, each name with the sheet that it is known on: they stand by number, and may do so before the sheets.
    WorkbookPart finished() {
        for (std::size_t index = 0; index < m_part.names.size(); ++index) {
            const std::optional<std::uint32_t> sheet = m_sheet_of_name[index];
            if (sheet && *sheet < m_part.sheets.size()) m_part.names[index].sheet = m_part.sheets[*sheet].name;
        }
        return std::move(m_part);
    }

private:
    void take_sheet(const XmlAttributes& attributes) {
        if (m_part.sheets.size() == m_limits.sheets)
            throw limit_hit("of " + grouped(m_limits.sheets) + " sheets (sheets)");
        SheetEntry sheet;
        sheet.name = attributes.find("name").value_or("");
        if (excel_length(sheet.name) > m_limits.name_characters)
            throw limit_hit("of " + grouped(m_limits.name_characters) +
                            " characters in the name of a sheet (name_characters)");
        const std::string_view state = attributes.find("state").value_or("visible");
        if (state == "hidden") sheet.visibility = Visibility::hidden;
        if (state == "veryHidden") sheet.visibility = Visibility::very_hidden;
        sheet.relationship = attributes.find_in(relationships_space_end, "id").value_or("");
        m_part.sheets.push_back(std::move(sheet));
    }

    void start_name(const XmlAttributes& attributes) {
        if (m_part.names.size() == m_limits.names)
            throw limit_hit("of " + grouped(m_limits.names) + " defined names (names)");
        DefinedName& name = m_part.names.emplace_back();
        name.name = attributes.find("name").value_or("");
        name.hidden = attributes.is_true("hidden");
        const std::string_view sheet = attributes.find("localSheetId").value_or("");
        std::uint32_t index = 0;
        const bool known = std::from_chars(sheet.data(), sheet.data() + sheet.size(), index).ec == std::errc();
        m_sheet_of_name.push_back(known ? std::optional(index) : std::nullopt);
        m_in_name = true;
    }

    const Limits& m_limits;
    WorkbookPart m_part;
    std::vector<std::optional<std::uint32_t>> m_sheet_of_name;
    bool m_root_seen = false;
    bool m_in_name = false;
};

}  // namespace

WorkbookPart read_workbook_part(PartStream part, const Limits& limits) {
    WorkbookHandler handler(limits);
    read_xml(part, handler, limits);
    return handler.finished();
}

}  // namespace panelbook::workbook

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_faults.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/ods_table.hpp"
#include "panelbook/workbook/ods_text.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

/// Reads the tables of an OpenDocument spreadsheet from the events of its content (OpenDocument 1.2 part 1, 9) into a
/// sink. What is drawn on a sheet, annotations and tables inside cells are left out. Throws Refused.
class OdsContent : public XmlHandler {
public:
    /// All that is given must outlive this. `file` is what findings call the file.
    OdsContent(const std::string& file, ReadCount& count, CellSink& sink);

    void start_element(const XmlName& name, const XmlAttributes& attributes) override;
    void end_element(const XmlName& name) override;
    void text(std::string_view piece) override;

    bool any_table() const { return m_tables > 0; }
    /// Whether a table takes its values from another file.
    bool has_links() const { return m_has_links; }
    const Findings& findings() const { return m_findings; }
    /// Adds the sheet that is being read, if one is, and its cell.
    void set_place(Refused& refused) const;

private:
    enum class Element { other, document, styles, style, body, spreadsheet, table, part, row, cell, paragraph };

    static Element element_in(Element parent, const XmlName& name);
    void start_style(const XmlAttributes& attributes);
    void start_table(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void start_characters(const XmlName& name, const XmlAttributes& attributes);
    void end_table();
    void end_cell();
    std::optional<CellValueView> cell_value();
    CellValueView unreadable(std::string_view found);

    const std::string& m_file;
    ReadCount& m_count;
    CellSink& m_sink;
    std::vector<Element> m_open;
    std::string m_style;
    std::set<std::string> m_hidden_styles;  // of tables
    std::uint32_t m_tables = 0;
    bool m_has_links = false;
    std::optional<OdsTable> m_table;  // nothing while no sheet is being read
    std::string m_sheet;
    CellFaults m_faults;
    Findings m_findings;
    OdsCell m_cell;
    std::string m_type;
    std::string m_value;
    bool m_has_text_value = false;  // the text of the cell stands in an attribute and not in its paragraphs
    OdsText m_text;
};

}  // namespace panelbook::workbook

#pragma once

extern "C" {
#include <xlsxwriter.h>
}

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/write/layout.hpp"
#include "panelbook/write/text_metrics.hpp"

namespace panelbook::write {

/// What a chart's package part must hold and libxlsxwriter does not know to write.
struct SeriesCache {
    std::string categories;  ///< the XML inside c:cat
    std::string values;      ///< the XML inside c:val
    bool labels_on_one_line = false;
    std::size_t labels_to_the_right = 0;  ///< the labels of so many first points stand beside them, clear of the scale
};
/// In parts of the chart's width and height.
struct PlotArea {
    double left = 0;
    double top = 0;
    double width = 1;
    double height = 1;
};
struct ChartParts {
    std::vector<SeriesCache> series;  ///< in the order they were added to the chart
    std::optional<PlotArea> plot;     ///< nothing: the spreadsheet's own choice
    int months_between_labels = 0;    ///< 0: not a date axis
};

/// The workbook that libxlsxwriter builds, and what all its sheets share.
class Book {
public:
    Book(const report::Report& report, const std::vector<SheetLayout>& sheets, const std::string& path);

    const report::Report& report() const { return m_report; }
    lxw_workbook* workbook() const { return m_workbook.get(); }
    lxw_format* format(const Look& look);
    /// The font alone, for a run of text in a cell.
    lxw_format* run_format(const Look& look);

    const SheetLayout& sheet(std::size_t index) const { return m_sheets[index]; }
    std::size_t sheet_count() const { return m_sheets.size(); }

    /// Where the item stands; throws WriteError if it stands nowhere.
    Address address(report::ItemId item, std::string_view wanted_by) const;
    /// "'Sheet name'!$A$1", or "$A$1" on the sheet itself.
    std::string reference(const report::Reference& reference, std::size_t from_sheet) const;
    /// "'Sheet name'!$A$1:$A$9"
    std::string range(const report::ItemRange& range) const;
    /// The items from the first to the last of a range, row by row; an empty cell is a null.
    std::vector<const report::Item*> items_of(const report::ItemRange& range) const;

    /// Throws WriteError where libxlsxwriter reports an error.
    void require(lxw_error result, std::size_t sheet, std::string_view doing) const;
    /// Writes the file; the book is over then.
    void close(const std::string& path);

    std::vector<ChartParts> charts;  ///< one for every chart, in the order they were inserted

private:
    struct Free {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };
    struct Range {
        std::size_t sheet;
        CellRef first;
        CellRef last;
    };
    Range range_of(const report::ItemRange& range) const;

    const report::Report& m_report;
    const std::vector<SheetLayout>& m_sheets;
    std::vector<std::optional<Address>> m_addresses;
    std::map<std::pair<std::size_t, CellRef>, report::ItemId> m_items;
    std::unique_ptr<lxw_workbook, Free> m_workbook;
    std::map<Look, lxw_format*> m_formats;
    std::map<Look, lxw_format*> m_run_formats;
};

/// The day as a spreadsheet counts it.
double serial_day(const Date& date);
/// Always in quotes, apostrophes doubled: a name such as Q1 would be taken for a cell.
std::string quoted_sheet(std::string_view name);
/// Text as a cell holds it: what a spreadsheet would read as an escaped character is escaped itself.
std::string cell_text(std::string_view text);
std::string xml_text(std::string_view text);

void write_sheet(Book& book, std::size_t index, lxw_worksheet* worksheet);
void write_chart(Book& book, const PlacedChart& placed, std::size_t sheet, lxw_worksheet* worksheet);

}  // namespace panelbook::write

#pragma once

#include <string>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/cell_faults.hpp"
#include "panelbook/workbook/cell_sink.hpp"

namespace panelbook::workbook {

/// Keeps everything it is told as a Workbook: cells by row then column in whatever order they came, merged ranges in
/// order. Of a place given twice the last counts, and a warning names it ("duplicate-cell").
class WorkbookBuilder : public CellSink {
public:
    /// `file` is what findings call the file.
    explicit WorkbookBuilder(std::string file) : m_file(std::move(file)) {}

    void begin_sheet(std::string_view name, Visibility visibility) override;
    void cell(const CellView& cell) override;
    void merged(const CellRange& range) override;
    void hidden_rows(std::uint32_t first, std::uint32_t last) override;
    void hidden_columns(std::uint32_t first, std::uint32_t last) override;
    void end_sheet() override;

    /// The workbook; the builder is empty after it.
    Checked<Workbook> take();

private:
    void put_in_order(Sheet& sheet);

    std::string m_file;
    Checked<Workbook> m_built;
    bool m_in_order = true;  // the cells of the sheet that is being built, so far
};

}  // namespace panelbook::workbook

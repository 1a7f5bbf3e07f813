#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/cli/cell_lines.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::cli {

/// How many cells of each type one sheet has, types in the order of CellValueView.
struct SheetCount {
    std::string name;
    workbook::Visibility visibility = workbook::Visibility::visible;
    std::array<std::uint64_t, std::variant_size_v<workbook::CellValueView>> by_type{};
    std::uint64_t formulas = 0;
    std::uint64_t cells() const;
};

/// Counts the cells that it is told of.
class CellSurvey : public workbook::CellSink {
public:
    void begin_sheet(std::string_view name, workbook::Visibility visibility) override;
    void cell(const workbook::CellView& cell) override;
    void end_sheet() override {}

    const std::vector<SheetCount>& sheets() const { return m_sheets; }
    /// Whether each sheet's cells came by row then column, no place twice.
    bool in_order() const { return m_in_order; }

private:
    std::vector<SheetCount> m_sheets;
    bool m_in_order = true;
    std::uint64_t m_next_place = 0;  // the first that the next cell may have, counted row by row
};

/// What was read, and what it cost.
struct Reading {
    std::string file;
    workbook::Format format = workbook::Format::xlsx;
    std::uint64_t inflated_bytes = 0;
    double seconds = 0.0;
};

/// The counts of sheets as a text for people, as csv (what, name, visibility, cells) or as one JSON object.
std::string count_text(const std::vector<SheetCount>& sheets, const Reading& reading, LineFormat format);

}  // namespace panelbook::cli

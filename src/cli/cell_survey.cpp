#include "panelbook/cli/cell_survey.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <numeric>

#include "panelbook/cli/visible_text.hpp"
#include "panelbook/workbook/refused.hpp"

namespace panelbook::cli {

namespace {

using workbook::grouped;
using workbook::Visibility;

std::string_view word_of(workbook::Format format) {
    switch (format) {
        case workbook::Format::xlsx:
            return "xlsx";
        case workbook::Format::xls:
            return "xls";
        case workbook::Format::ods:
            return "ods";
        case workbook::Format::csv:
            return "csv";
    }
    return "xlsx";
}

std::string_view word_of(Visibility visibility) {
    switch (visibility) {
        case Visibility::visible:
            return "visible";
        case Visibility::hidden:
            return "hidden";
        case Visibility::very_hidden:
            return "very hidden";
    }
    return "visible";
}

/// All sheets as one.
SheetCount sum_of(const std::vector<SheetCount>& sheets) {
    SheetCount sum;
    for (const SheetCount& sheet : sheets) {
        for (std::size_t type = 0; type < sum.by_type.size(); ++type) sum.by_type[type] += sheet.by_type[type];
        sum.formulas += sheet.formulas;
    }
    return sum;
}

/// A name of a sheet as it may be printed, with what hides it.
std::string shown_name(const SheetCount& sheet) {
    std::string name;
    append_visible(name, sheet.name);
    if (sheet.visibility != Visibility::visible) name += fmt::format(" ({})", word_of(sheet.visibility));
    return name;
}

std::string count_for_people(const std::vector<SheetCount>& sheets, const Reading& reading) {
    const SheetCount sum = sum_of(sheets);
    const auto hidden = std::count_if(sheets.begin(), sheets.end(),
                                      [](const SheetCount& sheet) { return sheet.visibility != Visibility::visible; });
    std::string text;
    append_visible(text, reading.file);
    const auto out = std::back_inserter(text);
    fmt::format_to(out, ": {}, {} sheet{}", word_of(reading.format), sheets.size(), sheets.size() == 1 ? "" : "s");
    if (hidden > 0) fmt::format_to(out, " ({} hidden)", hidden);
    fmt::format_to(out, ", {} cells that are not empty\n\nCells by type\n", grouped(sum.cells()));
    for (std::size_t type = 0; type < sum.by_type.size(); ++type) {
        if (sum.by_type[type] > 0)
            fmt::format_to(out, "  {:>12}  {}\n", grouped(sum.by_type[type]), value_type_names[type]);
    }
    if (sum.formulas > 0) fmt::format_to(out, "  {:>12}  of all are results of formulas\n", grouped(sum.formulas));
    text += "\nCells by sheet\n";
    for (const SheetCount& sheet : sheets)
        fmt::format_to(out, "  {:>12}  {}\n", grouped(sheet.cells()), shown_name(sheet));
    const bool packed = reading.format == workbook::Format::xlsx || reading.format == workbook::Format::ods;
    fmt::format_to(out, "\n{} bytes{} read in {:.3f} s\n", grouped(reading.inflated_bytes),
                   packed ? " of unpacked parts" : "", reading.seconds);
    return text;
}

std::string count_for_csv(const std::vector<SheetCount>& sheets, const Reading& reading) {
    const SheetCount sum = sum_of(sheets);
    std::string text = "what,name,visibility,count\r\n";
    const auto out = std::back_inserter(text);
    for (std::size_t type = 0; type < sum.by_type.size(); ++type)
        fmt::format_to(out, "type,{},,{}\r\n", value_type_names[type], sum.by_type[type]);
    fmt::format_to(out, "formulas,,,{}\r\n", sum.formulas);
    for (const SheetCount& sheet : sheets) {
        text += "sheet,";
        append_csv(text, sheet.name);
        fmt::format_to(out, ",{},{}\r\n", word_of(sheet.visibility), sheet.cells());
    }
    fmt::format_to(out, "bytes,,,{}\r\nseconds,,,{:.3f}\r\n", reading.inflated_bytes, reading.seconds);
    return text;
}

std::string count_for_json(const std::vector<SheetCount>& sheets, const Reading& reading) {
    const SheetCount sum = sum_of(sheets);
    std::string text = "{\"file\":";
    const auto out = std::back_inserter(text);
    append_json(text, reading.file);
    fmt::format_to(out, ",\"format\":\"{}\",\"cells\":{},\"types\":{{", word_of(reading.format), sum.cells());
    for (std::size_t type = 0; type < sum.by_type.size(); ++type)
        fmt::format_to(out, "{}\"{}\":{}", type == 0 ? "" : ",", value_type_names[type], sum.by_type[type]);
    fmt::format_to(out, "}},\"formulas\":{},\"sheets\":[", sum.formulas);
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        text += index == 0 ? "{\"name\":" : ",{\"name\":";
        append_json(text, sheets[index].name);
        fmt::format_to(out, ",\"visibility\":\"{}\",\"cells\":{}}}", word_of(sheets[index].visibility),
                       sheets[index].cells());
    }
    fmt::format_to(out, "],\"bytes\":{},\"seconds\":{:.3f}}}\n", reading.inflated_bytes, reading.seconds);
    return text;
}

}  // namespace

std::uint64_t SheetCount::cells() const {
    return std::accumulate(by_type.begin(), by_type.end(), std::uint64_t{0});
}

void CellSurvey::begin_sheet(std::string_view name, Visibility visibility) {
    SheetCount& sheet = m_sheets.emplace_back();
    sheet.name = name;
    sheet.visibility = visibility;
    m_next_place = 0;
}

void CellSurvey::cell(const workbook::CellView& cell) {
    SheetCount& sheet = m_sheets.back();
    ++sheet.by_type[cell.value.index()];
    if (cell.formula) ++sheet.formulas;
    const std::uint64_t place = std::uint64_t{cell.at.row} << 32 | cell.at.column;
    if (place < m_next_place) m_in_order = false;
    m_next_place = place + 1;
}

std::string count_text(const std::vector<SheetCount>& sheets, const Reading& reading, LineFormat format) {
    switch (format) {
        case LineFormat::text:
            return count_for_people(sheets, reading);
        case LineFormat::csv:
            return count_for_csv(sheets, reading);
        case LineFormat::json:
            return count_for_json(sheets, reading);
    }
    return {};
}

}  // namespace panelbook::cli

#include "panelbook/workbook/csv.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "panelbook/workbook/csv_scanner.hpp"
#include "panelbook/workbook/number_text.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/rich_text.hpp"

namespace panelbook::workbook {

namespace {

/// The rarer in text first: a comma in every row may be part of a name, a tab hardly.
constexpr std::string_view delimiters = "\t|;,";
constexpr std::size_t looked_at_bytes = 64 * 1024;

/// How many rows of more than one field have the commonest width.
std::size_t rows_of_one_width(std::string_view text, char delimiter) {
    std::map<std::size_t, std::size_t> rows_of_width;
    CsvScanner scanner(text, delimiter);
    std::string field;
    std::size_t width = 0;
    std::size_t most = 0;
    while (scanner.next(field)) {
        ++width;
        if (!scanner.row_ended()) continue;
        if (width > 1) most = std::max(most, ++rows_of_width[width]);
        width = 0;
    }
    return most;
}

/// What a first line "sep=;" says; it is taken off `text`.
std::optional<char> take_sep_line(std::string_view& text) {
    constexpr std::string_view start = "sep=";
    if (!text.starts_with(start) || text.size() <= start.size()) return std::nullopt;
    const char delimiter = text[start.size()];
    std::string_view rest = text.substr(start.size() + 1);
    if (delimiter == '\r' || delimiter == '\n' || delimiter == '"') return std::nullopt;
    if (!rest.empty() && !rest.starts_with('\r') && !rest.starts_with('\n')) return std::nullopt;
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
    text = rest;
    return delimiter;
}

Finding quote_not_closed(const std::string& file, const std::string& sheet, CellRef at) {
    Finding finding;
    finding.severity = Severity::error;
    finding.rule = "quote-not-closed";
    finding.where = Place{file, sheet, at};
    finding.message =
        "A quotation mark at the beginning of this cell is never closed, so all that follows in the file was read as "
        "its text.";
    finding.remedy = "Close the quotation mark or take it away. If the file was cut short, send the whole of it.";
    return finding;
}

}  // namespace

char find_delimiter(std::string_view text) {
    std::string_view beginning = text.substr(0, looked_at_bytes);
    if (beginning.size() < text.size()) beginning = beginning.substr(0, beginning.find_last_of("\r\n") + 1);
    char best = ',';
    std::size_t best_rows = 0;
    for (const char delimiter : delimiters) {
        const std::size_t rows = rows_of_one_width(beginning, delimiter);
        if (rows <= best_rows) continue;
        best = delimiter;
        best_rows = rows;
    }
    return best;
}

Findings read_csv(std::string_view text, const std::string& file, const Limits& limits, CellSink& sink) {
    Findings findings;
    const std::string sheet = std::filesystem::path(file).stem().string();
    const std::optional<char> said = take_sep_line(text);
    CsvScanner scanner(text, said ? *said : find_delimiter(text));
    ReadCount count(limits);
    std::string field;
    CellRef at;
    sink.begin_sheet(sheet, Visibility::visible);
    while (scanner.next(field)) {
        if (!field.empty()) {
            if (scanner.quote_open()) findings.push_back(quote_not_closed(file, sheet, at));
            try {
                check_cell_text(field, limits);
                count.add_cell();
                count.add_text(field);
            } catch (Refused& refused) {
                refused.set_cell(at);
                throw;
            }
            const std::optional<double> number = number_from_csv(field);
            sink.cell({at, number ? CellValueView(*number) : CellValueView(field), false, false});
        }
        at = scanner.row_ended() ? CellRef{at.row + 1, 0} : CellRef{at.row, at.column + 1};
    }
    sink.end_sheet();
    return findings;
}

}  // namespace panelbook::workbook

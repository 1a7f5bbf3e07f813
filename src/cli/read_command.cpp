#include "panelbook/cli/read_command.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>

#include "panelbook/cli/cell_lines.hpp"
#include "panelbook/cli/cell_survey.hpp"
#include "panelbook/cli/read_options.hpp"
#include "panelbook/cli/visible_text.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/workbook_builder.hpp"

namespace fs = std::filesystem;

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook read FILE [options]

Prints every cell that is not empty, exactly as the tool sees it, one a line:
sheet and cell, type, value, with tabs between. What cannot be seen is written
\t, \n, \\ or \u202e. A file that is damaged or beyond a limit prints nothing but
the reason, however late it is found.

  --sheet S        one sheet only
  --format F       text, csv (with headings) or json (one object a line)
  --count          how many cells of each type and sheet, and what reading cost
  --limits L       normal, or large for extracts of up to 50 million cells
  -q, --quiet      no warnings and notes

Examples
  panelbook read "Return Q1.xlsx" | less
  panelbook read Return.ods --sheet "April data" --format csv > april.csv
  panelbook read extract.xlsx --count --limits large

Exit code: 0 done; 1 the file, or a cell of it, cannot be used; 2 wrong usage;
3 failed. Damaged, and limits: standard error says which.
)";

void refuse_what_is_no_file(const std::string& file) {
    if (fs::is_directory(file)) throw UsageError(fmt::format("{}: is a folder. Name the file to read.", file));
    if (!fs::exists(file)) throw UsageError(fmt::format("{}: there is no such file.", file));
    if (!fs::is_regular_file(file))
        throw UsageError(fmt::format("{}: is no file on disk. Save it first: it is read twice.", file));
}

/// Says what was found; gives the exit code.
int report(Findings findings, const ReadOptions& options, std::ostream& err) {
    sort_findings(findings);
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error || !options.quiet) err << visible_lines(to_text(finding));
    }
    return any_error(findings) ? something_wrong : done;
}

/// The number of the sheet that was asked for, by name whatever its case; nothing if none was.
std::optional<std::size_t> wanted_sheet(const std::vector<SheetCount>& sheets, const ReadOptions& options) {
    if (!options.sheet) return std::nullopt;
    std::vector<std::string> names;
    for (const SheetCount& sheet : sheets) names.push_back(sheet.name);
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (names[index] == *options.sheet) return index;
    }
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (folded(names[index]) == folded(*options.sheet)) return index;
    }
    const std::string close = nearest(*options.sheet, names);
    std::string message = fmt::format("{}: there is no sheet \"{}\". ", options.file, *options.sheet);
    message += close.empty() ? fmt::format("Its sheets: {}.", fmt::join(names, ", "))
                             : fmt::format("Did you mean \"{}\"?", close);
    throw UsageError(message);
}

/// The cells by row then column, of a place given twice the last: in memory, as the file does not keep them so.
void tell_in_order(const workbook::Workbook& book, workbook::CellSink& sink) {
    for (const workbook::Sheet& sheet : book.sheets) {
        sink.begin_sheet(sheet.name, sheet.visibility);
        for (const Cell& cell : sheet.cells)
            sink.cell({cell.at, *workbook::view_of(cell.value), cell.formula, cell.percent_format});
        sink.end_sheet();
    }
}

/// Tells `sink` of every cell in order; false, with what was found, if the file is not what it was at the first look.
Checked<bool> tell_cells(const ReadOptions& options, const std::string& name, bool in_order, workbook::CellSink& sink) {
    if (in_order) {
        Checked<workbook::CellsRead> read = workbook::read_cells(options.file, name, options.limits, sink);
        return {read.value.whole, std::move(read.findings)};
    }
    Checked<workbook::Workbook> read = workbook::read_workbook(options.file, name, options.limits);
    if (read.value.sheets.empty()) return {false, std::move(read.findings)};
    tell_in_order(read.value, sink);
    return {true, std::move(read.findings)};
}

int print_cells(const ReadOptions& options, const std::string& name, const CellSurvey& survey, Streams streams) {
    CellLines lines(streams.out, options.format, wanted_sheet(survey.sheets(), options));
    Checked<bool> told = tell_cells(options, name, survey.in_order(), lines);
    if (!told.value) {
        report(std::move(told.findings), options, streams.err);
        throw ReadError(name + ": the file was changed while it was read. Do not use what was printed; run it again.");
    }
    lines.finish();
    return report(std::move(told.findings), options, streams.err);
}

int print_count(const ReadOptions& options, const std::string& name, CellSurvey survey, Reading reading,
                Findings findings, Streams streams) {
    if (!survey.in_order()) {
        survey = {};
        Checked<bool> told = tell_cells(options, name, false, survey);
        findings = std::move(told.findings);
    }
    std::vector<SheetCount> sheets = survey.sheets();
    if (const auto only = wanted_sheet(sheets, options)) sheets = {sheets[*only]};
    streams.out << count_text(sheets, reading, options.format);
    return report(std::move(findings), options, streams.err);
}

int execute_read(const std::vector<std::string>& arguments, Streams streams) {
    const ReadOptions options = parse_read_options(arguments);
    refuse_what_is_no_file(options.file);
    const std::string name = fs::path(options.file).filename().string();
    CellSurvey survey;
    const auto start = std::chrono::steady_clock::now();
    Checked<workbook::CellsRead> read = workbook::read_cells(options.file, name, options.limits, survey);
    if (!read.value.whole) return report(std::move(read.findings), options, streams.err);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    try {
        if (!options.count) return print_cells(options, name, survey, streams);
        const Reading reading{name, read.value.format, read.value.inflated_bytes, seconds.count()};
        return print_count(options, name, std::move(survey), reading, std::move(read.findings), streams);
    } catch (const OutputClosed&) {
        return 128 + SIGPIPE;
    }
}

}  // namespace

Command read_command() {
    return {"read", "print the cells of a file exactly as the tool sees them", help, execute_read};
}

}  // namespace panelbook::cli

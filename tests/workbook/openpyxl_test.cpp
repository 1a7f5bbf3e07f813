#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "panelbook/workbook/cell_text.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/office.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

/// A file where the two differ, and who is right.
const std::map<std::string, std::string> known_differences{
    {"police/tidyverse+readxl/tests/testthat/sheets/los-angeles-arrests-xlsx.xlsx",
     "we: dates; openpyxl looks for the styles under a fixed name and not where the relationship says"},
    {"wild/SheetJS+test_files/LONumbers-2010.xlsx",
     "we: dates and times; openpyxl does not take formats of one letter (d, h, s) for dates"},
    {"wild/ClosedXML+ClosedXML/ClosedXML.Tests/Resource/TryToLoad/LO/xlsx/universal-content-strict.xlsx",
     "we: cells; openpyxl does not know the strict namespace"},
    {"wild/apache+poi/test-data/spreadsheet/SampleSS.strict.xlsx", "we: the same"},
    {"wild/apache+poi/test-data/spreadsheet/SimpleStrict.xlsx", "we: the same"},
    {"wild/tafia+calamine/tests/strict_iso_paths.xlsx", "we: the same"},
    {"wild/apache+poi/test-data/spreadsheet/52575_main.xlsx",
     "we: the text, as LibreOffice; openpyxl looks for the text of an inline string in the element is only"},
    {"wild/tidyverse+readxl/tests/testthat/sheets/dates-leap-year-1900-xlsx.xlsx",
     "we: the number, as no such date exists; openpyxl makes the 29 February 1900 the 28th"},
};

/// A cell as openpyxl_cells.py prints it.
struct TheirCell {
    std::string place;  // "Sheet1!A1"
    std::string kind;
    std::string value;
};

struct TheirFile {
    bool opened = true;
    std::vector<TheirCell> cells;
};

std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            plain += text[at];
            continue;
        }
        const char next = text[++at];
        plain += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
    }
    return plain;
}

std::map<std::string, TheirFile> their_files(const std::string& printed) {
    std::map<std::string, TheirFile> files;
    TheirFile* file = nullptr;
    std::string sheet;
    std::istringstream lines(printed);
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> fields;
        std::istringstream parts(line);
        for (std::string field; std::getline(parts, field, '\t');) fields.push_back(without_escapes(field));
        if (fields.front() == "file") file = &files[fields.at(1)];
        if (fields.front() == "failed") file->opened = false;
        if (fields.front() == "sheet") sheet = fields.size() > 1 ? fields[1] : "";
        if (fields.front() == "cell") file->cells.push_back({sheet + "!" + fields.at(1), fields.at(2), fields.at(3)});
    }
    return files;
}

double serial_of(const DateTime& date, bool from_1904) {
    const Date first = from_1904 ? Date(1904, 1, 1) : Date(1899, 12, 30);
    const double days = static_cast<double>((date.date - first).days());
    const bool before_false_leap_day = !from_1904 && days <= 60;
    return days - (before_false_leap_day ? 1.0 : 0.0) + date.day_fraction;
}

/// Whether our value is what they read. Theirs may keep escapes in texts; a time is the same to the millisecond.
bool agrees(const CellValue& ours, const TheirCell& theirs) {
    if (theirs.kind == "text") {
        const std::string* text = std::get_if<std::string>(&ours);
        return text && (*text == theirs.value || *text == unescaped(theirs.value));
    }
    if (theirs.kind == "error") return ours == CellValue(CellError{theirs.value});
    if (theirs.kind == "boolean") return ours == CellValue(theirs.value == "1");
    double number = 0.0;
    std::from_chars(theirs.value.data(), theirs.value.data() + theirs.value.size(), number);
    if (theirs.kind == "number") return ours == CellValue(number);
    constexpr double millisecond = 1.0 / 86'400'000.0;
    const auto near = [number](double serial) { return std::abs(serial - number) <= millisecond; };
    if (const DateTime* date = std::get_if<DateTime>(&ours))
        return near(serial_of(*date, false)) || near(serial_of(*date, true));
    if (const Elapsed* elapsed = std::get_if<Elapsed>(&ours)) return near(elapsed->days);
    return false;
}

std::map<std::string, CellValue> our_cells(const Workbook& workbook) {
    std::map<std::string, CellValue> cells;
    for (const Sheet& sheet : workbook.sheets) {
        for (const Cell& cell : sheet.cells) cells[sheet.name + "!" + to_a1(cell.at)] = cell.value;
    }
    return cells;
}

std::string shown(const CellValue& value) {
    return std::string(type_name(value)) + " " + to_text(value);
}

/// The first difference between the cells of a file, and how many there are; empty if there is none.
std::string differences(std::map<std::string, CellValue> ours, const TheirFile& theirs) {
    std::size_t count = 0;
    std::string first;
    const auto add = [&count, &first](const std::string& what) {
        if (count++ < 3) first += "\n  " + what;
    };
    // Of a cell given twice the last counts.
    std::map<std::string, const TheirCell*> last;
    for (const TheirCell& cell : theirs.cells) last[cell.place] = &cell;
    for (const auto& [place, cell] : last) {
        const auto our = ours.find(place);
        const CellValue value = our == ours.end() ? CellValue() : our->second;
        if (!agrees(value, *cell)) add(place + ": we " + shown(value) + ", they " + cell->kind + " " + cell->value);
        if (our != ours.end()) ours.erase(our);
    }
    for (const auto& [place, value] : ours) add(place + ": we " + shown(value) + ", they nothing");
    return count == 0 ? "" : std::to_string(count) + " cells" + first;
}

std::vector<std::string> corpus_workbooks(const std::filesystem::path& corpus) {
    std::vector<std::string> paths;
    for (const char* folder : {"police", "nhs", "finance", "wild"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".xlsx" || extension == ".xlsm") paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_cell_is_what_openpyxl_reads) {
    const std::filesystem::path corpus = tests::shared_folder() / "corpus";
    if (!std::filesystem::is_directory(corpus)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
        return;
    }
    const std::vector<std::string> paths = corpus_workbooks(corpus);
    const tests::Folder folder("openpyxl");
    std::ofstream list(folder / "paths.txt");
    for (const std::string& path : paths) list << path << "\n";
    list.close();
    const std::string script = (tests::source_folder() / "tests/workbook/openpyxl_cells.py").string();
    const tests::CommandResult printed = tests::run_command("/usr/bin/python3 " + tests::quoted(script) + " " +
                                                            tests::quoted((folder / "paths.txt").string()));
    BOOST_TEST_REQUIRE(printed.exit_code == 0);

    std::size_t files = 0;
    std::size_t cells = 0;
    std::size_t known = 0;
    for (const auto& [path, theirs] : their_files(printed.output)) {
        if (!theirs.opened) continue;
        const std::string name = std::filesystem::relative(path, corpus).string();
        const std::string differ = differences(our_cells(read_workbook(path, name, Limits::normal()).value), theirs);
        const bool is_known = known_differences.contains(name);
        BOOST_TEST_CONTEXT(name) {
            if (is_known) BOOST_TEST(differ != "", "is known to differ, but does not");
            if (!is_known) BOOST_TEST(differ == "");
        }
        ++files;
        cells += theirs.cells.size();
        known += is_known ? 1 : 0;
    }
    BOOST_TEST_MESSAGE(files << " files, " << cells << " cells compared with openpyxl; " << known
                             << " files known to differ");
    BOOST_TEST(files > 200u);
}

BOOST_AUTO_TEST_SUITE_END()

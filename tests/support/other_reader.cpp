#include "support/other_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "panelbook/workbook/cell_text.hpp"

#include "support/folder.hpp"
#include "support/office.hpp"

namespace panelbook::tests {

namespace {

using workbook::Sheet;
using workbook::Visibility;
using workbook::Workbook;

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
        if (fields.front() == "fact") file->facts.insert(sheet + " " + fields.at(1));
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
        return text && (*text == theirs.value || *text == workbook::unescaped(theirs.value));
    }
    if (theirs.kind == "error") return ours == CellValue(CellError{theirs.value});
    if (theirs.kind == "boolean") return ours == CellValue(theirs.value == "1");
    double number = 0.0;
    std::from_chars(theirs.value.data(), theirs.value.data() + theirs.value.size(), number);
    if (theirs.kind == "number") return ours == CellValue(number);
    if (theirs.kind == "rounded") {
        constexpr double of_15_digits = 1e-14;
        const double* const our_number = std::get_if<double>(&ours);
        return our_number && std::abs(*our_number - number) <= of_15_digits * std::abs(number);
    }
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

std::string range_text(const CellRange& range) {
    return to_a1(range.first) + ":" + to_a1(range.last);
}

std::set<std::string> our_facts(const Workbook& workbook) {
    std::set<std::string> facts;
    for (const Sheet& sheet : workbook.sheets) {
        if (sheet.visibility == Visibility::hidden) facts.insert(sheet.name + " is hidden");
        if (sheet.visibility == Visibility::very_hidden) facts.insert(sheet.name + " is very hidden");
        for (const CellRange& range : sheet.merged) facts.insert(sheet.name + " merges " + range_text(range));
        for (const std::uint32_t row : sheet.hidden_rows.lines())
            facts.insert(sheet.name + " hides row " + std::to_string(row + 1));
        for (const std::uint32_t column : sheet.hidden_columns.lines())
            facts.insert(sheet.name + " hides column " + column_letters(column));
    }
    return facts;
}

}  // namespace

std::map<std::string, TheirFile> files_of_script(std::string_view script, const std::vector<std::string>& paths) {
    const Folder folder("other_reader");
    std::ofstream list(folder / "paths.txt");
    for (const std::string& path : paths) list << path << "\n";
    list.close();
    const std::string script_path = (source_folder() / "tests/workbook" / script).string();
    const std::string printed = (folder / "printed.txt").string();
    const CommandResult result = run_command("/usr/bin/python3 " + quoted(script_path) + " " +
                                             quoted((folder / "paths.txt").string()) + " > " + quoted(printed));
    if (result.exit_code != 0) throw std::runtime_error(std::string(script) + ": " + result.output);
    std::ifstream file(printed, std::ios::binary);
    return their_files(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::vector<std::string> corpus_files(const std::filesystem::path& corpus, const std::set<std::string>& endings) {
    std::vector<std::string> paths;
    for (const char* folder : {"police", "nhs", "finance", "wild"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus / folder)) {
            if (endings.contains(entry.path().extension().string())) paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string different_cells(const Workbook& workbook, const TheirFile& theirs) {
    std::map<std::string, CellValue> ours = our_cells(workbook);
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

std::string different_facts(const Workbook& ours, const TheirFile& theirs) {
    const std::set<std::string> our = our_facts(ours);
    std::string differ;
    for (const std::string& fact : our) {
        if (!theirs.facts.contains(fact)) differ += "\n  only we: " + fact;
    }
    for (const std::string& fact : theirs.facts) {
        if (!our.contains(fact)) differ += "\n  only they: " + fact;
    }
    return differ;
}

}  // namespace panelbook::tests

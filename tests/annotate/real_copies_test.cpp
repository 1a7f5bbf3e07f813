// Copies of real workbooks: openpyxl and LibreOffice open them, show the comments, and read the same in them.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "panelbook/annotate/annotate.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/office.hpp"
#include "support/zip_parts.hpp"

namespace fs = std::filesystem;
using namespace panelbook;

namespace {

struct Copy {
    fs::path from;      // in the corpus
    fs::path original;  // under a plain name, for programs that choke on others
    fs::path copy;
    std::vector<std::string> places;  // "Sheet1!A1"
    std::vector<std::string> changed;
};

/// Every xlsx and xlsm of the corpus that is not large, the smaller folders first.
std::vector<fs::path> workbooks_of(const fs::path& corpus) {
    constexpr std::uintmax_t largest = 300'000;
    std::vector<fs::path> files;
    for (const char* folder : {"police", "nhs", "finance", "wild"}) {
        std::vector<fs::path> own;
        for (const auto& entry : fs::recursive_directory_iterator(corpus / folder)) {
            const std::string ending = entry.path().extension().string();
            const bool workbook = ending == ".xlsx" || ending == ".xlsm";
            if (entry.is_regular_file() && workbook && entry.file_size() <= largest) own.push_back(entry.path());
        }
        std::sort(own.begin(), own.end());
        // A few of each, from end to end.
        constexpr std::size_t few = 14;
        const std::size_t step = std::max<std::size_t>(1, own.size() / few);
        for (std::size_t i = 0; i < own.size(); i += step) files.push_back(own[i]);
    }
    return files;
}

bool covered(const workbook::Sheet& sheet, CellRef at) {
    return std::any_of(sheet.merged.begin(), sheet.merged.end(),
                       [at](const CellRange& range) { return range.contains(at) && range.first != at; });
}

/// Findings at the first, a middle and the last cell of the first sheets, and at two cells that are not there.
Findings findings_in(const workbook::Workbook& book, const std::string& name) {
    Findings findings;
    constexpr std::size_t most_sheets = 3;
    for (std::size_t i = 0; i < book.sheets.size() && i < most_sheets; ++i) {
        const workbook::Sheet& sheet = book.sheets[i];
        std::vector<CellRef> cells = {{sheet.row_count() + 1, 1}, {0, sheet.column_count()}};
        if (!sheet.cells.empty()) {
            for (const std::size_t place : {std::size_t{0}, sheet.cells.size() / 2, sheet.cells.size() - 1})
                cells.push_back(sheet.cells[place].at);
        }
        for (std::size_t cell = 0; cell < cells.size(); ++cell) {
            if (covered(sheet, cells[cell])) continue;
            findings.push_back({cell % 2 == 0 ? Severity::error : Severity::warning,
                                "not-a-number",
                                {name, sheet.name, cells[cell]},
                                "This is \"not\" <a number> & never was: größer.",
                                "Type the figure.",
                                "about 12",
                                "a number"});
        }
    }
    return findings;
}

std::map<std::string, std::string> parts_of(const fs::path& file) {
    std::map<std::string, std::string> parts;
    for (const tests::ZipPart& part : tests::read_zip(file)) {
        if (!part.name.ends_with('/')) parts[part.name] = part.bytes;  // a folder is no part
    }
    return parts;
}

/// Whether a part is one of those that a comment, a fill and a sheet more must touch.
bool may_change(const std::string& name) {
    return name == "[Content_Types].xml" || name.find("/_rels/") != std::string::npos || name.ends_with(".vml") ||
           name.find("omments") != std::string::npos || name.find("sheet") != std::string::npos ||
           name.find("tyles") != std::string::npos || name.find("workbook") != std::string::npos;
}

void check_parts(const Copy& one) {
    const auto before = parts_of(one.original);
    const auto after = parts_of(one.copy);
    const std::set<std::string> changed(one.changed.begin(), one.changed.end());
    for (const auto& [name, bytes] : before) {
        BOOST_REQUIRE_MESSAGE(after.contains(name), one.from.string() + ": lost " + name);
        const bool same = after.at(name) == bytes;
        BOOST_TEST(same != changed.contains(name), one.from.string() + ": " + name);
        BOOST_TEST((same || may_change(name)), one.from.string() + ": " + name + " was changed");
    }
    for (const auto& [name, bytes] : after) {
        if (!before.contains(name)) BOOST_TEST(changed.contains(name), one.from.string() + ": " + name + " is new");
    }
}

std::vector<std::string> compared(const std::vector<Copy>& copies, const fs::path& list) {
    std::ofstream out(list);
    for (const Copy& one : copies) {
        out << one.original.string() << '\t' << one.copy.string();
        for (const std::string& place : one.places) out << '\t' << place;
        out << '\n';
    }
    out.close();
    const auto script = tests::source_folder() / "tests/annotate/compare_copies.py";
    std::istringstream printed(
        tests::run_command("/usr/bin/python3 " + tests::quoted(script.string()) + " " + tests::quoted(list.string()))
            .output);
    std::vector<std::string> lines;
    for (std::string line; std::getline(printed, line);) lines.push_back(line);
    return lines;
}

/// The same copies after LibreOffice has opened them and written them anew.
std::vector<Copy> through_libreoffice(const std::vector<Copy>& copies, const fs::path& folder) {
    for (const Copy& one : copies) {
        fs::create_directories(folder / "original-tried");
        fs::create_directories(folder / "copy-tried");
        fs::copy_file(one.original, folder / "original-tried" / one.original.filename());
        fs::copy_file(one.copy, folder / "copy-tried" / one.copy.filename());
    }
    for (const char* side : {"original", "copy"}) {
        tests::run_command("cd " + tests::quoted((folder / (std::string(side) + "-tried")).string()) +
                           " && timeout 300 soffice --headless -env:UserInstallation=file://" +
                           (folder / "profile").string() + " --convert-to xlsx --outdir ../" + side + "-anew *.xls?");
    }
    std::vector<Copy> anew = copies;
    for (Copy& one : anew) {
        one.original = folder / "original-anew" / (one.original.stem().string() + ".xlsx");
        one.copy = folder / "copy-anew" / (one.copy.stem().string() + ".xlsx");
    }
    return anew;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(annotate)

BOOST_AUTO_TEST_CASE(copies_of_real_workbooks_say_the_same_and_show_the_comments) {
    const fs::path shared = tests::shared_folder();
    if (shared.empty() || !fs::exists(shared / "corpus")) {
        std::cout << "skipped: no corpus beside the checkout\n";
        return;
    }
    if (tests::run_command("/usr/bin/python3 -c 'import openpyxl'").exit_code != 0) {
        std::cout << "skipped: openpyxl is not installed\n";
        return;
    }
    const tests::Folder folder("copies");
    fs::create_directories(folder / "original");
    fs::create_directories(folder / "copy");
    std::vector<Copy> copies;
    for (const fs::path& from : workbooks_of(shared / "corpus")) {
        const std::string name = from.filename().string();
        const std::string bytes = intake::read_file(from);
        const auto book = workbook::read_workbook_bytes(bytes, name, workbook::Limits::normal());
        if (book.value.sheets.empty()) continue;
        const Findings findings = findings_in(book.value, name);
        const auto annotated = panelbook::annotate::annotate(bytes, name, findings, workbook::Limits::normal());
        if (!annotated.why_not_a_copy.empty()) {
            std::cout << fs::relative(from, shared / "corpus").string() << ": " << annotated.why_not_a_copy << '\n';
            continue;
        }
        Copy one;
        one.from = from;
        const std::string plain = fmt::format("{:02}{}", copies.size(), annotated.macros ? ".xlsm" : ".xlsx");
        one.original = folder / "original" / plain;
        one.copy = folder / "copy" / plain;
        fs::copy_file(from, one.original);
        intake::write_file(one.copy, write::package_bytes(annotated.parts));
        for (const Finding& finding : findings)
            one.places.push_back(finding.where.sheet + "!" + to_a1(*finding.where.cell));
        one.changed = annotated.changed;
        check_parts(one);
        // What this program reads of the copy is what it reads of the original.
        const auto again = workbook::read_workbook_bytes(intake::read_file(one.copy), name, workbook::Limits::normal());
        for (std::size_t sheet = 0; sheet < book.value.sheets.size(); ++sheet) {
            const auto& before = book.value.sheets[sheet].cells;
            const auto& after = again.value.sheets.at(sheet).cells;
            const bool same =
                std::equal(before.begin(), before.end(), after.begin(), after.end(), [](const Cell& a, const Cell& b) {
                    return a.at == b.at && a.value == b.value && a.formula == b.formula &&
                           a.percent_format == b.percent_format;
                });
            BOOST_TEST(same, from.string() + ": " + book.value.sheets[sheet].name);
        }
        copies.push_back(std::move(one));
    }
    const auto openpyxl = compared(copies, folder / "pairs.txt");
    BOOST_REQUIRE(openpyxl.size() == copies.size());
    std::size_t same = 0;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        BOOST_TEST(!openpyxl[i].starts_with("differs"), copies[i].from.string() + ": openpyxl: " + openpyxl[i]);
        if (openpyxl[i] != "same") continue;
        ++same;
        std::string changed;
        for (const std::string& part : copies[i].changed) changed += " " + part;
        std::cout << fs::relative(copies[i].from, shared / "corpus").string() << ":" << changed << '\n';
    }
    std::cout << same << " copies are the same to openpyxl as their originals, with the comments\n";
    BOOST_TEST(same >= 30u);

    if (tests::run_command("soffice --version").exit_code != 0) {
        std::cout << "skipped: LibreOffice is not installed\n";
        return;
    }
    // LibreOffice takes a second and more for each: all of them where PANELBOOK_LONG_TESTS is set, else the first few.
    const bool all = std::getenv("PANELBOOK_LONG_TESTS") != nullptr;
    constexpr std::size_t few = 3;
    if (!all && copies.size() > few) copies.resize(few);
    const auto anew = through_libreoffice(copies, folder.path());
    const auto libreoffice = compared(anew, folder / "anew.txt");
    BOOST_REQUIRE(libreoffice.size() == copies.size());
    same = 0;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        BOOST_TEST(!libreoffice[i].starts_with("differs"),
                   copies[i].from.string() + ": LibreOffice: " + libreoffice[i]);
        same += libreoffice[i] == "same" ? 1u : 0u;
    }
    std::cout << same << " copies are the same to LibreOffice" << (all ? "\n" : ", of the few that were tried\n");
    BOOST_TEST(same >= (all ? 30u : few));
}

BOOST_AUTO_TEST_SUITE_END()

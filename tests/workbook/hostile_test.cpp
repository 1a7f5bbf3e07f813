#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <ostream>
#include <set>

#include "panelbook/workbook/read.hpp"

#include "support/cells_text.hpp"
#include "support/folder.hpp"
#include "support/workbook_invariants.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

/// What must come of a file: the findings it leaves, and how many cells it gives.
struct HostileFile {
    const char* path;
    const char* findings;
    std::size_t cells = 0;
};
std::ostream& operator<<(std::ostream& out, const HostileFile& file) {
    return out << file.path;
}

// The cells are as many as openpyxl and xlrd read, or as stand in the file where it does not open.
const std::vector<HostileFile> hostile_files{
    {"ClosedXML+ClosedXML/ClosedXML.Tests/Resource/TryToLoad/InvalidColors.xlsx", "", 2},
    {"ClosedXML+ClosedXML/ClosedXML.Tests/Resource/TryToLoad/InvalidPrintTitles.xlsx", "warning links-not-followed",
     24},
    {"ClosedXML+ClosedXML/ClosedXML.Tests/Resource/TryToLoad/InvalidPrintTitles2.xlsx", "", 921},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLS/bug-pr-3734.xls", "", 263},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLS/oleloop.xls", "error file-damaged"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLS/pwtest.xls", "error file-encrypted"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLS/pwtest2.xls", "error file-encrypted"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLSX/ribbon.donotopen.zip", "warning macros-not-run", 9},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLSX/sec-p66w.dontuse", "", 1},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLSX/urlImage.bad.dontuse", ""},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/XLSX/utf7quoteorder.dontuse", "error file-damaged"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestInvalidUTF-16.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestInvalidUTF-16BE.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestInvalidUTF-16LE.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestInvalidUTF-7-whitespace.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestInvalidUTF-7_DoubleEncoded.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestValidUTF-16.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestValidUTF-16BE.xml", "error format-not-read"},
    {"PHPOffice+PhpSpreadsheet/tests/data/Reader/Xml/XEETestValidUTF-8.xml", "error format-not-read"},
    {"apache+poi/test-data/openxml4j/CorePropertiesHasEntities.ooxml", "error format-not-read"},
    {"apache+poi/test-data/openxml4j/PackageRelsHasEntities.ooxml", "error doctype-refused"},
    {"apache+poi/test-data/openxml4j/invalid.xlsx", "error format-not-read"},
    {"apache+poi/test-data/poifs/only-zero-byte-streams.ole2", "error format-not-read"},
    {"apache+poi/test-data/spreadsheet/42464-ExpPtg-bad.xls", "warning links-not-followed", 6343},
    {"apache+poi/test-data/spreadsheet/54764-2.xlsx", "error doctype-refused"},
    {"apache+poi/test-data/spreadsheet/57893-many-merges.xlsx", ""},
    {"apache+poi/test-data/spreadsheet/SampleSS.txt", "", 22},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIHSSFFuzzer-4977868385681408.xls", "", 4},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIHSSFFuzzer-5285517825277952.xls", "", 4},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIHSSFFuzzer-5816431116615680.xls",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIHSSFFuzzer-5889658057523200.xls",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIHSSFFuzzer-6322470200934400.xls",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIXSSFFuzzer-4828727001088000.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6448258963341312.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5542865479270400.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx",
     "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/duplicate-filename-case-insensitive.xlsx", "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/duplicate-filename.xlsx", "error file-damaged"},
    {"apache+poi/test-data/spreadsheet/poc-xmlbomb.xlsx", "error doctype-refused"},
    {"apache+poi/test-data/spreadsheet/testEXCEL_3.xls", "error format-not-read"},
    {"apache+poi/test-data/spreadsheet/testEXCEL_4.xls", "error format-not-read"},
    {"apache+poi/test-data/spreadsheet/workbookProtection-sheet_password-2013.xlsx", "", 1},
    {"apache+poi/test-data/spreadsheet/workbookProtection-workbook_password-2013.xlsx", "", 1},
    {"apache+poi/test-data/spreadsheet/xlmmacro.xlsm", "warning macros-not-run"},
    {"apache+poi/test-data/spreadsheet/xlsx-corrupted.xlsx", "error file-damaged"},
    {"exceljs+exceljs/spec/integration/data/invalid-xml.xlsx", "error file-damaged Sheet1"},
    {"exceljs+exceljs/spec/integration/data/missing-bits.xlsx", "error format-not-read"},
    {"kohei-us+orcus/test/xlsx/formula-simple.xlsx", "error format-not-read"},
    {"okfn+messytables/horror/encrypted_no_password.xls", "error file-encrypted"},
    {"qax-os+excelize/test/BadWorkbook.xlsx", "error file-empty"},
    {"qax-os+excelize/test/CalcChain.xlsx", "", 2},
    {"qax-os+excelize/test/OverflowNumericCell.xlsx", "", 1},
    {"qax-os+excelize/test/encryptAES.xlsx", "error file-encrypted"},
    {"tafia+calamine/tests/OOM_alloc.xls", "warning links-not-followed", 2367},
    {"tafia+calamine/tests/OOM_alloc3.xls", "error file-damaged"},
    {"tfussell+xlnt/tests/data/5_encrypted_agile.xlsx", "error file-encrypted"},
    {"tfussell+xlnt/tests/data/7_encrypted_standard.xlsx", "error file-encrypted"},
    {"tfussell+xlnt/tests/data/8_encrypted_numbers.xlsx", "error file-encrypted"},
};

std::size_t cell_count(const Workbook& workbook) {
    std::size_t count = 0;
    for (const Sheet& sheet : workbook.sheets) count += sheet.cells.size();
    return count;
}

std::filesystem::path hostile_folder() {
    const std::filesystem::path folder = tests::shared_folder() / "corpus" / "hostile";
    if (std::filesystem::is_directory(folder)) return folder;
    BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
    return {};
}

}  // namespace

BOOST_DATA_TEST_CASE(hostile_files_give_their_cells_or_a_reason, hostile_files, file) {
    const std::filesystem::path folder = hostile_folder();
    if (folder.empty()) return;
    const auto start = std::chrono::steady_clock::now();
    const Checked<Workbook> read = read_workbook(folder / file.path, file.path, Limits::normal());
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(10)));
    BOOST_TEST(tests::broken_invariant(read, Limits::normal()) == "");
    BOOST_TEST(tests::rules_text(read.findings) == file.findings);
    BOOST_TEST(cell_count(read.value) == file.cells);
}

BOOST_AUTO_TEST_CASE(every_hostile_file_is_in_the_table) {
    const std::filesystem::path folder = hostile_folder();
    if (folder.empty()) return;
    std::set<std::string> missing;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) missing.insert(std::filesystem::relative(entry.path(), folder).string());
    }
    missing.erase("index.tsv");
    for (const HostileFile& file : hostile_files)
        BOOST_TEST(missing.erase(file.path) == 1u, file.path << " is not there");
    for (const std::string& path : missing) BOOST_ERROR("no row for " << path);
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>

#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/other_reader.hpp"

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

}  // namespace

BOOST_AUTO_TEST_CASE(every_cell_is_what_openpyxl_reads) {
    const std::filesystem::path corpus = tests::shared_folder() / "corpus";
    if (!std::filesystem::is_directory(corpus)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
        return;
    }
    std::size_t files = 0;
    std::size_t cells = 0;
    std::size_t known = 0;
    for (const auto& [path, theirs] :
         tests::files_of_script("openpyxl_cells.py", tests::corpus_files(corpus, {".xlsx", ".xlsm"}))) {
        if (!theirs.opened) continue;
        const std::string name = std::filesystem::relative(path, corpus).string();
        const std::string differ = tests::different_cells(read_workbook(path, name, Limits::normal()).value, theirs);
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

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "panelbook/workbook/read.hpp"

#include "support/cells_text.hpp"
#include "support/folder.hpp"
#include "support/other_reader.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct Known {
    std::size_t cells;
    const char* who_is_right;
};

/// Files where the two differ, in how many cells, and who is right.
const std::map<std::string, Known> known_differences{
    {"wild/SheetJS+test_files/LONumbers-2010.xls",
     {107, "we: times, as Excel and LibreOffice; xlrd does not take formats of one letter (d, h, s) for dates"}},
    {"wild/SheetJS+test_files/biff5/number_format_vietnamese.xls",
     {40, "we: the number, as Excel shows no date for -1.2; xlrd calls every number with such a format a date"}},
    {"wild/tidyverse+readxl/tests/testthat/sheets/dates-leap-year-1900-xls.xls",
     {2, "we: the number, as there was no 29 February 1900; xlrd calls it a date, and cannot make one of it"}},
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_cell_of_an_xls_is_what_xlrd_reads) {
    const std::filesystem::path corpus = tests::shared_folder() / "corpus";
    if (!std::filesystem::is_directory(corpus)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
        return;
    }
    std::size_t files = 0;
    std::size_t refused = 0;
    std::size_t cells = 0;
    std::size_t facts = 0;
    for (const auto& [path, theirs] :
         tests::files_of_script("xlrd_cells.py", tests::corpus_files(corpus, {".xls", ".et", ".biff5"}))) {
        const std::string name = std::filesystem::relative(path, corpus).string();
        const Checked<Workbook> ours = read_workbook(path, name, Limits::normal());
        std::string differ = tests::different_cells(ours.value, theirs) + tests::different_facts(ours.value, theirs);
        if (!theirs.opened && ours.value.sheets.empty()) {
            ++refused;
            continue;
        }
        const auto known = known_differences.find(name);
        BOOST_TEST_CONTEXT(name) {
            if (known == known_differences.end()) {
                BOOST_TEST(differ == "");
            } else {
                BOOST_TEST_INFO(known->second.who_is_right << "\n" << differ);
                BOOST_TEST(differ.starts_with(std::to_string(known->second.cells) + " cells"));
            }
        }
        ++files;
        cells += theirs.cells.size();
        facts += theirs.facts.size();
    }
    BOOST_TEST_MESSAGE(files << " files, " << cells << " cells and " << facts
                             << " merged ranges and hidden lines compared with xlrd; " << known_differences.size()
                             << " files known to differ; " << refused << " refused by both");
    BOOST_TEST(files > 90u);
}

BOOST_AUTO_TEST_SUITE_END()

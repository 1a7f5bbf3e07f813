#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "panelbook/workbook/read.hpp"

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
    {"wild/PHPOffice+PhpSpreadsheet/tests/data/Reader/CSV/encoding.utf32be.csv",
     {4, "we: refused in plain words; no spreadsheet program writes UTF-32"}},
    {"wild/PHPOffice+PhpSpreadsheet/tests/data/Reader/CSV/encoding.utf32le.csv", {4, "we: the same"}},
    {"wild/PHPOffice+PhpSpreadsheet/tests/data/Reader/CSV/line_break_escaped_32le.csv", {15, "we: the same"}},
    {"wild/PHPOffice+PhpSpreadsheet/tests/data/Reader/CSV/premiere.utf32le.csv", {6, "we: the same"}},
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_field_of_a_csv_is_what_python_reads) {
    const std::filesystem::path corpus = tests::shared_folder() / "corpus";
    if (!std::filesystem::is_directory(corpus)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
        return;
    }
    std::size_t files = 0;
    std::size_t cells = 0;
    for (const auto& [path, theirs] : tests::files_of_script("csv_cells.py", tests::corpus_files(corpus, {".csv"}))) {
        const std::string name = std::filesystem::relative(path, corpus).string();
        const Workbook ours = read_workbook(path, name, Limits::normal()).value;
        const std::string differ = tests::different_cells(ours, theirs);
        const auto known = known_differences.find(name);
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(theirs.opened);
            if (known == known_differences.end()) {
                BOOST_TEST(differ == "");
            } else {
                BOOST_TEST_INFO(known->second.who_is_right << "\n" << differ);
                BOOST_TEST(differ.starts_with(std::to_string(known->second.cells) + " cells"));
            }
        }
        ++files;
        cells += theirs.cells.size();
    }
    BOOST_TEST_MESSAGE(files << " files, " << cells << " fields compared with Python's csv; "
                             << known_differences.size() << " files known to differ");
    BOOST_TEST(files > 80u);
}

BOOST_AUTO_TEST_SUITE_END()

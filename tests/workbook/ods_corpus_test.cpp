#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/other_reader.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct Known {
    std::optional<std::size_t> cells;  ///< nothing where it changes with the day
    const char* who_is_right;
};

/// Files where the two differ, in how many cells, and who is right.
const std::map<std::string, Known> known_differences{
    {"police/Resistance-Lab+resistancelab_data/source_data/taser-use/police-use-of-conducted-energy-devices-2016.ods",
     {11, "we: TRUE and FALSE, as the cells say; LibreOffice goes by their format, which is that of a number"}},
    {"police/Resistance-Lab+resistancelab_data/source_data/use-of-force/raw/"
     "police-use-of-force-apr2019-mar2020-hosb3720-tables.ods",
     {5, "we: the whole text; LibreOffice writes of a text with a link in it only the link"}},
    {"wild/PHPOffice+PhpSpreadsheet/tests/data/Reader/Ods/issue.407.ods",
     {2,
      "we: Err:502, as the sheet shows it; LibreOffice writes #VALUE! into a workbook, which does not know that "
      "error"}},
    {"wild/PHPOffice+PhpSpreadsheet/tests/data/Reader/Ods/issue.4528.ods",
     {1, "we: the date that was saved; LibreOffice works TODAY() out again"}},
    {"wild/SheetJS+test_files/1904/1900.ods",
     {2, "we: the date that was saved; LibreOffice writes the day after it, as it counts from 30 December 1899"}},
    {"wild/SheetJS+test_files/formula_stress_test.ods",
     {std::nullopt, "we: what was saved; LibreOffice works NOW() and some functions of engineering out again"}},
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_cell_of_an_ods_is_what_libreoffice_reads) {
    const std::filesystem::path corpus = tests::shared_folder() / "corpus";
    if (!std::filesystem::is_directory(corpus)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
        return;
    }
    std::size_t files = 0;
    std::size_t cells = 0;
    std::size_t facts = 0;
    for (const auto& [path, theirs] :
         tests::files_of_script("ods_cells.py", tests::corpus_files(corpus, {".ods", ".fods"}))) {
        const std::string name = std::filesystem::relative(path, corpus).string();
        const Workbook ours = read_workbook(path, name, Limits::normal()).value;
        const std::string differ = tests::different_cells(ours, theirs) + tests::different_facts(ours, theirs);
        const auto known = known_differences.find(name);
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(theirs.opened);
            if (known == known_differences.end()) {
                BOOST_TEST(differ == "");
            } else {
                BOOST_TEST_INFO(known->second.who_is_right << "\n" << differ);
                const std::optional<std::size_t> expected = known->second.cells;
                BOOST_TEST(differ != "");
                if (expected) BOOST_TEST(differ.starts_with(std::to_string(*expected) + " cells"));
            }
        }
        ++files;
        cells += theirs.cells.size();
        facts += theirs.facts.size();
    }
    BOOST_TEST_MESSAGE(files << " files, " << cells << " cells and " << facts
                             << " merged ranges and hidden lines compared with LibreOffice; "
                             << known_differences.size() << " files known to differ");
    BOOST_TEST(files > 40u);
}

BOOST_AUTO_TEST_SUITE_END()

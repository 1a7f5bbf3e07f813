#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/workbook_invariants.hpp"

using namespace panelbook;
using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::filesystem::path corpus_folder() {
    const std::filesystem::path folder = tests::shared_folder() / "corpus";
    if (std::filesystem::is_directory(folder)) return folder;
    BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
    return {};
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream parts(line);
    for (std::string field; std::getline(parts, field, '\t');) fields.push_back(field);
    return fields;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_real_file_is_read_or_explained) {
    const std::filesystem::path corpus = corpus_folder();
    if (corpus.empty()) return;
    std::size_t read_whole = 0;
    std::size_t refused = 0;
    for (const char* folder : {"police", "nhs", "finance", "wild", "series"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus / folder)) {
            if (!entry.is_regular_file()) continue;
            const std::string name = std::filesystem::relative(entry.path(), corpus).string();
            const Checked<Workbook> read = read_workbook(entry.path(), name, Limits::normal());
            BOOST_TEST(tests::broken_invariant(read, Limits::normal()) == "", name);
            const bool taken = !read.value.sheets.empty();
            ++(taken ? read_whole : refused);
            const std::string extension = entry.path().extension().string();
            const bool must_be_taken = extension == ".xlsx" || extension == ".xlsm" || extension == ".csv";
            // A check sum that is wrong, a presentation called .xlsx, and csv in UTF-32.
            const bool known = name.find("issue252") != std::string::npos ||
                               name.find("powerpoint") != std::string::npos || name.find("32le") != std::string::npos ||
                               name.find("32be") != std::string::npos;
            BOOST_TEST((taken || known || !must_be_taken), name << " was refused");
        }
    }
    BOOST_TEST_MESSAGE(read_whole << " files read, " << refused << " refused with a reason");
    BOOST_TEST(read_whole > 400u);
}

BOOST_AUTO_TEST_CASE(checked_cells_of_real_workbooks_are_read) {
    const std::filesystem::path corpus = corpus_folder();
    if (corpus.empty()) return;
    std::ifstream truth(corpus / "truth.tsv");
    std::map<std::string, Workbook> workbooks;
    std::size_t compared = 0;
    std::string line;
    std::getline(truth, line);
    while (std::getline(truth, line)) {
        const std::vector<std::string> fields = fields_of(line);
        const std::string& file = fields.at(0);
        if (!file.ends_with(".xlsx")) continue;
        if (!workbooks.contains(file)) workbooks[file] = read_workbook(corpus / file, file, Limits::normal()).value;
        const Sheet* sheet = workbooks[file].sheet(fields.at(1));
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST_REQUIRE(sheet != nullptr);
            const Cell* cell = sheet->at(*parse_a1(fields.at(5)));
            BOOST_TEST_REQUIRE(cell != nullptr);
            BOOST_TEST(to_text(cell->value) == fields.at(4));
        }
        ++compared;
    }
    BOOST_TEST(compared > 0u);
}

BOOST_AUTO_TEST_SUITE_END()

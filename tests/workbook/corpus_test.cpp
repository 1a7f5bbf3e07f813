#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <variant>

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

/// Which rows of a csv a checked value is the sum of, and in which column.
struct Question {
    std::map<std::string, std::string> where;  ///< heading and what stands below it
    std::string column;
};

/// The question that a row of the checked values asks: each file has headings of its own.
Question question_of(const std::vector<std::string>& truth) {
    const std::string& label = truth.at(2);
    const std::string& period = truth.at(3);
    const std::string first = label.substr(0, label.find(" / "));
    const std::string second = label.substr(std::min(label.find(" / ") + 3, label.size()));
    const std::string second_name = second.substr(0, second.rfind(" ("));
    if (truth.at(0).find("London") != std::string::npos)
        return {{{"LookUp_BoroughName", first}, {"MajorText", second_name}}, period.substr(0, 4) + period.substr(5)};
    if (truth.at(0).find("nsw_offences") != std::string::npos) return {{{"Month", period}, {"Type", label}}, "Count"};
    if (truth.at(0).find("ae_attendances") != std::string::npos)
        return {{{"period", period + "-01"}, {"type", "1"}}, "attendances"};
    Question question{
        {{"Financial Year", period.substr(0, 7)}, {"Financial Quarter", period.substr(9)}, {"Force Name", first}},
        "Number of Offences"};
    if (second_name != "all offences") question.where["Offence Description"] = second_name;
    return question;
}

double sum_of(const Sheet& sheet, const Question& question) {
    std::map<std::string, std::uint32_t> columns;
    for (std::uint32_t column = 0; column < sheet.column_count(); ++column)
        columns[sheet.text_at({0, column})] = column;
    double sum = 0.0;
    for (std::uint32_t row = 1; row < sheet.row_count(); ++row) {
        const bool wanted = std::all_of(question.where.begin(), question.where.end(), [&](const auto& condition) {
            return sheet.text_at({row, columns.at(condition.first)}) == condition.second;
        });
        const Cell* cell = wanted ? sheet.at({row, columns.at(question.column)}) : nullptr;
        if (cell && std::holds_alternative<double>(cell->value)) sum += std::get<double>(cell->value);
    }
    return sum;
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
            const bool must_be_taken = extension == ".xlsx" || extension == ".xlsm" || extension == ".csv" ||
                                       extension == ".xls" || extension == ".ods" || extension == ".fods";
            // A check sum that is wrong, a presentation called .xlsx, csv in UTF-32, and workbooks with a password.
            const auto names = [&name](const char* word) { return name.find(word) != std::string::npos; };
            const bool known =
                names("issue252") || names("powerpoint") || names("32le") || names("32be") || names("password_2002");
            BOOST_TEST((taken || known || !must_be_taken), name << " was refused");
        }
    }
    BOOST_TEST_MESSAGE(read_whole << " files read, " << refused << " refused with a reason");
    BOOST_TEST(read_whole > 550u);
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
        if (!workbooks.contains(file)) workbooks[file] = read_workbook(corpus / file, file, Limits::normal()).value;
        BOOST_TEST_CONTEXT(line) {
            if (file.ends_with(".csv")) {
                BOOST_TEST(sum_of(workbooks[file].sheets.at(0), question_of(fields)) == std::stod(fields.at(4)));
                ++compared;
                continue;
            }
            const Sheet* sheet = workbooks[file].sheet(fields.at(1));
            BOOST_TEST_REQUIRE(sheet != nullptr);
            const Cell* cell = sheet->at(*parse_a1(fields.at(5)));
            BOOST_TEST_REQUIRE(cell != nullptr);
            if (const double* number = std::get_if<double>(&cell->value)) {
                // The checked values have 15 digits.
                BOOST_TEST(*number == std::stod(fields.at(4)), boost::test_tools::tolerance(1e-14));
            } else {
                BOOST_TEST(to_text(cell->value) == fields.at(4));
            }
        }
        ++compared;
    }
    BOOST_TEST_MESSAGE(compared << " checked values compared");
    BOOST_TEST(compared == 33u);
}

BOOST_AUTO_TEST_SUITE_END()

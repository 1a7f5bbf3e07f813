#include "panelbook/cli/cell_lines.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "panelbook/core/errors.hpp"

using namespace panelbook;
using namespace panelbook::cli;
using workbook::CellValueView;
using workbook::ErrorCodeView;
using workbook::Visibility;

BOOST_AUTO_TEST_SUITE(cli)

namespace {

std::string lines_of(const workbook::CellView& cell, LineFormat format, std::string_view sheet = "Return") {
    std::ostringstream out;
    CellLines lines(out, format);
    lines.begin_sheet(sheet, Visibility::visible);
    lines.cell(cell);
    lines.end_sheet();
    lines.finish();
    return out.str();
}

struct ShownValue {
    const char* name;
    CellValueView value;
    const char* text;
    const char* csv;
    const char* json;
};
std::ostream& operator<<(std::ostream& out, const ShownValue& shown) {
    return out << shown.name;
}

const Date june_30(2014, 6, 30);

const std::vector<ShownValue> shown_values{
    {"whole", 12.0, "number\t12", "number,12", "\"number\",\"value\":12"},
    {"fraction", 0.1, "number\t0.1", "number,0.1", "\"number\",\"value\":0.1"},
    {"negative", -1234.5, "number\t-1234.5", "number,-1234.5", "\"number\",\"value\":-1234.5"},
    {"negative zero", -0.0, "number\t-0", "number,-0", "\"number\",\"value\":-0"},
    {"2 to the power of 53", 9007199254740992.0, "number\t9007199254740992", "number,9007199254740992",
     "\"number\",\"value\":9007199254740992"},
    {"large", 1e300, "number\t1e+300", "number,1e+300", "\"number\",\"value\":1e+300"},
    {"small", 2.5e-10, "number\t2.5e-10", "number,2.5e-10", "\"number\",\"value\":2.5e-10"},
    {"text", "Burglary", "text\tBurglary", "text,Burglary", "\"text\",\"value\":\"Burglary\""},
    {"forged line", "a\nReturn!A2\tnumber\t9", "text\ta\\nReturn!A2\\tnumber\\t9", "text,\"a\nReturn!A2\tnumber\t9\"",
     "\"text\",\"value\":\"a\\nReturn!A2\\tnumber\\t9\""},
    {"escape sequence", "\x1B[2J", "text\t\\u001b[2J", "text,\x1B[2J", "\"text\",\"value\":\"\\u001b[2J\""},
    {"true", true, "boolean\tTRUE", "boolean,TRUE", "\"boolean\",\"value\":true"},
    {"error", ErrorCodeView{"#N/A"}, "error\t#N/A", "error,#N/A", "\"error\",\"value\":\"#N/A\""},
    {"date", DateTime{june_30, 0.0}, "date\t2014-06-30", "date,2014-06-30", "\"date\",\"value\":\"2014-06-30\""},
    {"date and time", DateTime{june_30, 0.5}, "date\t2014-06-30 12:00:00", "date,2014-06-30 12:00:00",
     "\"date\",\"value\":\"2014-06-30 12:00:00\""},
    {"date and milliseconds", DateTime{june_30, 0.5 + 0.25 / 86'400}, "date\t2014-06-30 12:00:00.250",
     "date,2014-06-30 12:00:00.250", "\"date\",\"value\":\"2014-06-30 12:00:00.250\""},
    {"the last instant of a day", DateTime{june_30, 1.0 - 1e-12}, "date\t2014-07-01", "date,2014-07-01",
     "\"date\",\"value\":\"2014-07-01\""},
    {"time", Elapsed{1.5}, "time\t36:00:00", "time,36:00:00", "\"time\",\"value\":\"36:00:00\""},
    {"negative time", Elapsed{-0.25}, "time\t-06:00:00", "time,-06:00:00", "\"time\",\"value\":\"-06:00:00\""},
    {"time beyond clocks", Elapsed{1e300}, "time\t1e+300 days", "time,1e+300 days",
     "\"time\",\"value\":\"1e+300 days\""},
};

}  // namespace

BOOST_DATA_TEST_CASE(a_cell_is_one_line_in_each_format, shown_values, shown) {
    const workbook::CellView cell{{13, 27}, shown.value, false, false};
    BOOST_TEST(lines_of(cell, LineFormat::text) == "Return!AB14\t" + std::string(shown.text) + "\n");
    BOOST_TEST(lines_of(cell, LineFormat::csv) ==
               "sheet,cell,type,value,formula,percent\r\nReturn,AB14," + std::string(shown.csv) + ",,\r\n");
    const std::string json = lines_of(cell, LineFormat::json);
    BOOST_TEST(json == "{\"sheet\":\"Return\",\"cell\":\"AB14\",\"type\":" + std::string(shown.json) + "}\n");
    BOOST_TEST(nlohmann::json::accept(json));
}

BOOST_AUTO_TEST_CASE(formulas_and_percentages_are_said) {
    const workbook::CellView cell{{0, 0}, 0.042, true, true};
    BOOST_TEST(lines_of(cell, LineFormat::text) == "Return!A1\tnumber\t0.042\n");
    BOOST_TEST(lines_of(cell, LineFormat::csv).ends_with("Return,A1,number,0.042,yes,yes\r\n"));
    BOOST_TEST(lines_of(cell, LineFormat::json).ends_with("\"value\":0.042,\"formula\":true,\"percent\":true}\n"));
}

BOOST_AUTO_TEST_CASE(names_of_sheets_forge_no_line_and_paste_into_the_name_box) {
    const workbook::CellView cell{{0, 0}, 1.0, false, false};
    BOOST_TEST(lines_of(cell, LineFormat::text, "April data") == "'April data'!A1\tnumber\t1\n");
    BOOST_TEST(lines_of(cell, LineFormat::text, "it's") == "'it''s'!A1\tnumber\t1\n");
    BOOST_TEST(lines_of(cell, LineFormat::text, "a\nb\x1B") == "'a\\nb\\u001b'!A1\tnumber\t1\n");
    BOOST_TEST(lines_of(cell, LineFormat::csv, "a,b").ends_with("\"a,b\",A1,number,1,,\r\n"));
    BOOST_TEST(nlohmann::json::parse(lines_of(cell, LineFormat::json, "a\"\n"))["sheet"] == "a\"\n");
}

BOOST_AUTO_TEST_CASE(numbers_read_back_the_same) {
    std::uint64_t state = 20140630;
    for (int count = 0; count < 20'000; ++count) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        double number = 0.0;
        std::memcpy(&number, &state, sizeof number);
        if (number - number != 0.0) continue;
        const std::string line = lines_of({{0, 0}, number, false, false}, LineFormat::text);
        const std::string_view digits = std::string_view(line).substr(line.rfind('\t') + 1);
        double back = 0.0;
        std::from_chars(digits.data(), digits.data() + digits.size() - 1, back);
        BOOST_TEST_REQUIRE(back == number, line);
    }
}

BOOST_AUTO_TEST_CASE(one_sheet_is_printed_by_its_number) {
    std::ostringstream out;
    CellLines lines(out, LineFormat::text, 1);
    for (const char* sheet : {"A", "B", "A"}) {
        lines.begin_sheet(sheet, Visibility::visible);
        lines.cell({{0, 0}, true, false, false});
        lines.end_sheet();
    }
    lines.finish();
    BOOST_TEST(out.str() == "B!A1\tboolean\tTRUE\n");
}

namespace {

/// An output that fails as one does whose reader has gone, or whose disk is full.
class FailingBuffer : public std::streambuf {
public:
    explicit FailingBuffer(int error) : m_error(error) {}

private:
    std::streamsize xsputn(const char*, std::streamsize) override {
        errno = m_error;
        return 0;
    }
    int_type overflow(int_type) override {
        errno = m_error;
        return traits_type::eof();
    }
    int m_error;
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_output_that_fails_is_said_unless_its_reader_has_gone) {
    FailingBuffer gone(EPIPE);
    std::ostream to_nobody(&gone);
    CellLines lines(to_nobody, LineFormat::csv);
    BOOST_CHECK_THROW(lines.finish(), OutputClosed);
    FailingBuffer full(ENOSPC);
    std::ostream to_disk(&full);
    CellLines more(to_disk, LineFormat::csv);
    BOOST_CHECK_THROW(more.finish(), WriteError);
}

BOOST_AUTO_TEST_SUITE_END()

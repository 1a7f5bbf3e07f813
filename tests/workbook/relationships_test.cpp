#include "panelbook/workbook/relationships.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "support/package.hpp"

using namespace panelbook::workbook;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

struct TargetRow {
    const char* source;
    const char* target;
    const char* part;
};
std::ostream& operator<<(std::ostream& out, const TargetRow& row) {
    return out << row.source << " -> " << row.target;
}

const std::vector<TargetRow> targets{
    {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/worksheets/sheet1.xml", "../media/image.png", "xl/media/image.png"},
    {"", "xl/workbook.xml", "xl/workbook.xml"},
    {"", "/xl/workbook.xml", "xl/workbook.xml"},
    {"", "./xl/workbook.xml", "xl/workbook.xml"},
    {"workbook.xml", "../../sheet.xml", "sheet.xml"},
    {"xl/workbook.xml", "work%20sheets/a%2Eb.xml", "xl/work sheets/a.b.xml"},
    {"xl/workbook.xml", "100%", "xl/100%"},
    {"xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "sheet.xml#Sheet1!A1", "xl/sheet.xml"},
    {"xl/workbook.xml", "", "xl"},
};

}  // namespace

BOOST_DATA_TEST_CASE(targets_name_parts, targets, row) {
    BOOST_TEST(resolve_target(row.source, row.target) == row.part);
}

BOOST_AUTO_TEST_CASE(relationships_are_read_with_their_types) {
    const std::string bytes = panelbook::tests::zip_bytes(
        {{"xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          "<Relationship Id='r1' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/styles' "
          "Target='http://x/y' "
          "TargetMode='External'/>"
          "<Relationship Id='r2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' "
          "Target='/xl/styles.xml'/></Relationships>"}});
    const Limits limits;
    Package package(bytes, limits);
    const std::vector<Relationship> all = relationships_of(package, "xl/workbook.xml", limits);
    BOOST_TEST(all.size() == 2u);
    BOOST_TEST(all.front().external);
    BOOST_TEST(all.front().target == "http://x/y");
    BOOST_TEST(first_of_type(all, "styles")->id == "r2");
    BOOST_TEST(first_of_type(all, "styles")->target == "xl/styles.xml");
    BOOST_TEST(first_of_type(all, "theme") == nullptr);
    BOOST_TEST(relationships_of(package, "xl/other.xml", limits).empty());
}

BOOST_AUTO_TEST_SUITE_END()

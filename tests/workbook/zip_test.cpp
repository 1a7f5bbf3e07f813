#include "panelbook/workbook/zip.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "panelbook/workbook/refused.hpp"

#include "support/package.hpp"

using namespace panelbook;
using namespace panelbook::workbook;
using tests::PackagePart;
using tests::PackageShape;
using tests::zip_bytes;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

std::string names_of(const std::string& bytes) {
    const Limits limits;
    const ZipDirectory directory(bytes, limits);
    std::string names;
    for (const ZipEntry& entry : directory.entries()) names += entry.name + " ";
    return names;
}

struct SoundZip {
    const char* name;
    std::vector<PackagePart> parts;
    PackageShape shape;
    const char* names;
};
std::ostream& operator<<(std::ostream& out, const SoundZip& zip) {
    return out << zip.name;
}

const std::vector<SoundZip> sound_zips{
    {"plain", {{"a.xml", "one"}, {"xl/b.xml", "two", true}}, {}, "a.xml xl/b.xml "},
    {"with zip64 fields", {{"a.xml", "one"}, {"b.xml", "two", true}}, {.zip64 = true}, "a.xml b.xml "},
    {"sizes behind the bytes", {{.name = "a.xml", .bytes = "one", .flags = 8}}, {}, "a.xml "},
    {"sizes behind the bytes, zip64", {{.name = "a.xml", .bytes = "one", .flags = 8}}, {.zip64 = true}, "a.xml "},
    {"with a comment", {{"a.xml", "one"}}, {.comment = "made by hand"}, "a.xml "},
    {"folders are left out", {{"xl/", ""}, {"xl/a.xml", "one"}}, {}, "xl/a.xml "},
    {"backslashes", {{"xl\\a.xml", "one"}}, {}, "xl/a.xml "},
    {"nothing in it", {}, {}, ""},
};

}  // namespace

BOOST_DATA_TEST_CASE(zip_takes_what_is_sound, sound_zips, zip) {
    BOOST_TEST(names_of(zip_bytes(zip.parts, zip.shape)) == zip.names);
}

namespace {

struct LyingZip {
    const char* name;
    std::vector<PackagePart> parts;
    PackageShape shape;
    const char* message;
};
std::ostream& operator<<(std::ostream& out, const LyingZip& zip) {
    return out << zip.name;
}

const std::vector<LyingZip> lying_zips{
    {"same name twice", {{"a.xml", "one"}, {"a.xml", "two"}}, {}, "Two of its parts have the same name."},
    {"same name in another case", {{"a.xml", "one"}, {"A.XML", "two"}}, {}, "Two of its parts have the same name."},
    {"same name with another slash", {{"x/a", "one"}, {"x\\a", "two"}}, {}, "Two of its parts have the same name."},
    {"two entries, one place",
     {{"a", "one"}, {.name = "a2", .bytes = "one", .local_name = "a", .offset = 0}},
     {},
     "A part and the list of parts say different things."},
    {"overlap",
     {{.name = "a", .bytes = "one", .size = 40, .packed_size = 40}, {"b", std::string(40, 'x')}},
     {},
     "Two of its parts overlap."},
    {"part runs into the list",
     {{.name = "a", .bytes = "one", .size = 30, .packed_size = 30}},
     {},
     "A part overlaps the list of parts."},
    {"part beyond the end",
     {{.name = "a", .bytes = "one", .size = 300, .packed_size = 300}},
     {},
     "Its list of parts points beyond its end."},
    {"names differ",
     {{.name = "a", .bytes = "one", .local_name = "b"}},
     {},
     "A part and the list of parts say different things."},
    {"offset to nowhere",
     {{.name = "a", .bytes = "one", .offset = 5}},
     {},
     "A part is not where its list of parts says."},
    {"offset beyond the end",
     {{.name = "a", .bytes = "one", .offset = 70000}},
     {},
     "Its list of parts points beyond its end."},
    {"unknown packing",
     {{.name = "a", .bytes = "one", .method = 12}},
     {},
     "A part is packed in a way that Excel does not use."},
    {"stored with another size", {{.name = "a", .bytes = "one", .size = 4}}, {}, "A part is not as long as it says."},
    {"too many entries said", {{"a", "one"}}, {.entries = 2}, "Its list of parts is not as long as it says."},
    {"too few entries said",
     {{"a", "one"}, {"b", "one"}},
     {.entries = 1},
     "Its list of parts is not as long as it says."},
    {"too few entries said, zip64",
     {{"a", "one"}, {"b", "one"}},
     {.zip64 = true, .entries = 1},
     "Its list of parts is not as long as it says."},
    {"bytes in front", {{"a", "one"}}, {.in_front = "MZ"}, "Its list of parts is not where it should be."},
    {"list elsewhere", {{"a", "one"}}, {.directory_offset = 3}, "Its list of parts is not where it should be."},
    {"bytes behind", {{"a", "one"}}, {.behind = "x"}, "There is something behind its end."},
    {"an end record in the comment", {{"a", "one"}}, {.comment = zip_bytes({})}, "It can be read in two ways."},
};

}  // namespace

BOOST_DATA_TEST_CASE(zip_refuses_what_lies, lying_zips, zip) {
    const std::string bytes = zip_bytes(zip.parts, zip.shape);
    BOOST_CHECK_EXCEPTION(names_of(bytes), Refused, [&zip](const Refused& refused) {
        const Finding finding = refused.finding("a.xlsx");
        BOOST_TEST(finding.rule == "file-damaged");
        BOOST_TEST(finding.message == std::string("The file is damaged, so nothing of it was taken. ") + zip.message);
        return true;
    });
}

BOOST_AUTO_TEST_CASE(zip_refuses_encrypted_parts) {
    const std::string bytes = zip_bytes({{.name = "a", .bytes = "one", .flags = 1}});
    BOOST_CHECK_EXCEPTION(names_of(bytes), Refused,
                          [](const Refused& refused) { return refused.finding("a.xlsx").rule == "file-encrypted"; });
}

BOOST_AUTO_TEST_CASE(zip_refuses_every_truncation) {
    const std::string bytes = zip_bytes({{"a", "one"}, {"b", "two", true}});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        BOOST_TEST_CONTEXT("size " << size) {
            BOOST_CHECK_THROW(names_of(bytes.substr(0, size)), Refused);
        }
    }
}

BOOST_AUTO_TEST_CASE(zip_counts_its_entries) {
    Limits limits;
    limits.entries = 2;
    const std::string two = zip_bytes({{"a", "1"}, {"b", "2"}});
    BOOST_TEST(ZipDirectory(two, limits).entries().size() == 2u);
    const std::string three = zip_bytes({{"a", "1"}, {"b", "2"}, {"c", "3"}});
    BOOST_CHECK_EXCEPTION(ZipDirectory(three, limits), Refused, [](const Refused& refused) {
        const Finding finding = refused.finding("a.xlsx");
        BOOST_TEST(finding.message ==
                   "The file goes beyond the limit of 2 parts in one file (entries), so nothing of it was taken.");
        return finding.rule == "limit-hit";
    });
}

BOOST_AUTO_TEST_CASE(zip_finds_names_whatever_their_case) {
    const std::string bytes = zip_bytes({{"xl/SharedStrings.xml", "1"}});
    const Limits limits;
    const ZipDirectory directory(bytes, limits);
    BOOST_TEST(directory.find("xl/sharedStrings.xml") == &directory.entries().front());
    BOOST_TEST(directory.find("xl/other.xml") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

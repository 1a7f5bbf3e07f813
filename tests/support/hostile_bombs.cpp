#include "support/hostile_files.hpp"
#include "support/hostile_parts.hpp"

namespace panelbook::tests {

namespace {

constexpr const char* billion_laughs =
    "<!DOCTYPE b [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
    "'&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e "
    "'&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g "
    "'&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]><b>&h;</b>";

/// A bomb of `size` blanks, as the sheet.
std::string flat(std::uint64_t size) {
    return workbook_of({"", std::string(mebibyte, ' '), size / mebibyte, ""});
}

/// A part of that many bytes that nobody opens and that packs about 40 times smaller.
PackagePart dense_part(std::string name, std::uint64_t size) {
    return repeated_part(std::move(name), {"\x89", dense_text(mebibyte), size / mebibyte, ""});
}

std::string many_dense_parts(std::uint64_t share) {
    std::vector<PackagePart> parts = plain_parts();
    for (const char* name : {"a.bin", "b.bin", "c.bin"}) parts.push_back(dense_part(name, 192 * mebibyte / share));
    return zip_bytes(parts);
}

/// Zip files in zip files, each packed into the next.
std::string nested(std::uint64_t share) {
    std::string inner = flat(1024 * mebibyte / share);
    for (int layer = 0; layer < 5; ++layer) inner = zip_bytes({{"layer.zip", inner, true}, {"again.zip", inner, true}});
    return inner;
}

/// A part whose packed bytes quote another whole part, header and all, which the list of parts names too: what is
/// stored once counts for both.
std::string overlapped(std::uint64_t) {
    const PackagePart inner = repeated_part("b.xml", {"<b>", std::string(1000, ' '), 1000, "</b>"});
    const std::string quoted = zip_bytes({inner}).substr(0, 30 + inner.name.size() + inner.bytes.size());
    PackagePart outer{"a.bin", {}};
    outer.method = 8;
    for (std::size_t at = 0; at < quoted.size(); at += 0xFFFF) {
        const std::string block = quoted.substr(at, 0xFFFF);
        const bool last = at + block.size() == quoted.size();
        const auto low = [](std::size_t number) { return static_cast<char>(number & 0xFF); };
        outer.bytes += low(last ? 1 : 0);
        outer.bytes += low(block.size());
        outer.bytes += low(block.size() >> 8);
        outer.bytes += low(~block.size());
        outer.bytes += low(~block.size() >> 8);
        outer.bytes += block;
    }
    outer.size = static_cast<std::uint32_t>(quoted.size());
    std::vector<PackagePart> parts{outer};
    for (PackagePart& part : plain_parts()) parts.push_back(std::move(part));
    parts.push_back(inner);
    constexpr std::uint32_t block_header = 5;
    parts.back().offset = static_cast<std::uint32_t>(30 + outer.name.size() + block_header);
    return zip_bytes(parts);
}

std::string many_entries(std::uint64_t share) {
    std::vector<PackagePart> parts = plain_parts();
    for (std::uint64_t number = 0; number < 64'000 / share; ++number)
        parts.push_back({"x/" + std::to_string(number), "x"});
    return zip_bytes(parts);
}

HostileFile entities_in(const char* part) {
    return {std::string("entity bomb in ") + part,
            [part](std::uint64_t) {
                return workbook_with({part, billion_laughs, true});
            },
            "doctype-refused", "(a DOCTYPE)"};
}

}  // namespace

std::vector<HostileFile> bombs() {
    std::vector<HostileFile> files{
        {"flat bomb of 128 MB", [](std::uint64_t share) { return flat(128 * mebibyte / share); }, "limit-hit",
         "(ratio)"},
        {"flat bomb of 10 GB", [](std::uint64_t share) { return flat(10'240 * mebibyte / share); }, "limit-hit",
         "(part_bytes)"},
        {"part of 300 MB that packs 40 to 1",
         [](std::uint64_t share) {
             return workbook_of({"", dense_text(mebibyte), 320 / share, ""});
         },
         "limit-hit", "(part_bytes)"},
        {"parts of 600 MB that pack 40 to 1", many_dense_parts, "limit-hit", "(inflated_bytes)"},
        {"nested bomb", nested, "format-not-read", "The file is a zip file, not a workbook."},
        {"workbook that holds a nested bomb",
         [](std::uint64_t share) {
             return workbook_with({"xl/embeddings/oleObject1.zip", nested(share), true});
         },
         "", "", 1},
        {"overlapped parts", overlapped, "file-damaged", "Two of its parts overlap."},
        {"64,000 parts", many_entries, "limit-hit", "(entries)"},
        {"entity of 100 KB named 10,000 times",
         [](std::uint64_t) {
             std::string bomb = "<!DOCTYPE b [<!ENTITY a '" + std::string(100'000, 'a') + "'>]><b>";
             for (int count = 0; count < 10'000; ++count) bomb += "&a;";
             return workbook_with({"xl/worksheets/sheet1.xml", bomb + "</b>", true});
         },
         "doctype-refused", "(a DOCTYPE)"},
    };
    for (const char* part : {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                             "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "docProps/app.xml"})
        files.push_back(entities_in(part));
    return files;
}

}  // namespace panelbook::tests

#include "support/package.hpp"

#include <fmt/format.h>
#include <stdexcept>
#include <zlib.h>

#include "support/deflate.hpp"

namespace panelbook::tests {

namespace {

constexpr std::uint32_t in_extra = 0xFFFFFFFF;

void append_number(std::string& bytes, std::uint64_t value, unsigned width) {
    for (unsigned at = 0; at < width; ++at) bytes += static_cast<char>((value >> (8 * at)) & 0xFF);
}

/// What the two headers of a part say.
struct Header {
    std::uint16_t method = 0;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::uint32_t packed_size = 0;
    std::uint32_t offset = 0;
};

std::string zip64_field(const Header& header, bool with_offset) {
    std::string field;
    append_number(field, 1, 2);
    append_number(field, with_offset ? 24 : 16, 2);
    append_number(field, header.size, 8);
    append_number(field, header.packed_size, 8);
    if (with_offset) append_number(field, header.offset, 8);
    return field;
}

std::string local_header(const PackagePart& part, const Header& header, bool zip64) {
    const std::string name = part.local_name.value_or(part.name);
    const bool later = (part.flags & 8) != 0;
    const std::string extra = zip64 && !later ? zip64_field(header, false) : std::string();
    std::string bytes;
    append_number(bytes, 0x04034b50, 4);
    append_number(bytes, zip64 ? 45 : 20, 2);
    append_number(bytes, part.flags, 2);
    append_number(bytes, header.method, 2);
    append_number(bytes, 0x00210000, 4);  // 1 January 1980
    append_number(bytes, later ? 0 : header.crc, 4);
    append_number(bytes, later ? 0 : zip64 ? in_extra : header.packed_size, 4);
    append_number(bytes, later ? 0 : zip64 ? in_extra : header.size, 4);
    append_number(bytes, name.size(), 2);
    append_number(bytes, extra.size(), 2);
    return bytes + name + extra;
}

std::string central_header(const PackagePart& part, const Header& header, bool zip64) {
    const std::string extra = zip64 ? zip64_field(header, true) : std::string();
    std::string bytes;
    append_number(bytes, 0x02014b50, 4);
    append_number(bytes, 20, 2);
    append_number(bytes, zip64 ? 45 : 20, 2);
    append_number(bytes, part.flags, 2);
    append_number(bytes, header.method, 2);
    append_number(bytes, 0x00210000, 4);
    append_number(bytes, header.crc, 4);
    append_number(bytes, zip64 ? in_extra : header.packed_size, 4);
    append_number(bytes, zip64 ? in_extra : header.size, 4);
    append_number(bytes, part.name.size(), 2);
    append_number(bytes, extra.size(), 2);
    append_number(bytes, 0, 6);  // comment, disk, internal attributes
    append_number(bytes, 0, 4);  // external attributes
    append_number(bytes, zip64 ? in_extra : header.offset, 4);
    return bytes + part.name + extra;
}

std::string zip64_end(std::uint64_t entries, std::uint64_t offset, std::uint64_t size) {
    std::string bytes;
    append_number(bytes, 0x06064b50, 4);
    append_number(bytes, 44, 8);
    append_number(bytes, 45, 2);
    append_number(bytes, 45, 2);
    append_number(bytes, 0, 8);
    append_number(bytes, entries, 8);
    append_number(bytes, entries, 8);
    append_number(bytes, size, 8);
    append_number(bytes, offset, 8);
    append_number(bytes, 0x07064b50, 4);
    append_number(bytes, 0, 4);
    append_number(bytes, offset + size, 8);
    append_number(bytes, 1, 4);
    return bytes;
}

}  // namespace

std::uint32_t check_sum(const std::string& bytes) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::optional<std::string> unpacked(const std::string& deflated) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::runtime_error("zlib cannot start");
    std::string bytes(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
    stream.avail_in = static_cast<uInt>(deflated.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const int result = inflate(&stream, Z_FINISH);
    bytes.resize(bytes.size() - stream.avail_out);
    inflateEnd(&stream);
    if (result != Z_STREAM_END) return std::nullopt;
    return bytes;
}

std::string zip_bytes(const std::vector<PackagePart>& parts, const PackageShape& shape) {
    std::string file = shape.in_front;
    std::string directory;
    for (const PackagePart& part : parts) {
        const std::string packed =
            (part.deflate ? deflated(part.bytes, part.deflate_level) : part.bytes) + part.packed_behind;
        Header header;
        header.method = part.method.value_or(static_cast<std::uint16_t>(part.deflate ? 8 : 0));
        header.crc = part.crc.value_or(check_sum(part.bytes));
        header.size = part.size.value_or(static_cast<std::uint32_t>(part.bytes.size()));
        header.packed_size = part.packed_size.value_or(static_cast<std::uint32_t>(packed.size()));
        header.offset = part.offset.value_or(static_cast<std::uint32_t>(file.size() - shape.in_front.size()));
        file += local_header(part, header, shape.zip64) + packed;
        directory += central_header(part, header, shape.zip64);
    }
    const std::uint64_t offset =
        shape.directory_offset.value_or(static_cast<std::uint32_t>(file.size() - shape.in_front.size()));
    const std::uint64_t entries = shape.entries.value_or(static_cast<std::uint16_t>(parts.size()));
    file += directory;
    if (shape.zip64) file += zip64_end(entries, offset, directory.size());
    append_number(file, 0x06054b50, 4);
    append_number(file, 0, 4);
    append_number(file, shape.zip64 ? 0xFFFF : entries, 2);
    append_number(file, shape.zip64 ? 0xFFFF : entries, 2);
    append_number(file, shape.zip64 ? in_extra : directory.size(), 4);
    append_number(file, shape.zip64 ? in_extra : offset, 4);
    append_number(file, shape.comment.size(), 2);
    return file + shape.comment + shape.behind;
}

std::vector<PackagePart> xlsx_parts(const XlsxContent& content) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string main_space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string links =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const auto link = [&office](const std::string& id, const std::string& type, const std::string& target) {
        return fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, office, type, target);
    };
    std::string sheets;
    std::string sheet_links = link("rIdT", "sharedStrings", "sharedStrings.xml") + link("rIdS", "styles", "styles.xml");
    std::vector<PackagePart> parts{
        {"[Content_Types].xml",
         head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels", links + link("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml", {}},
        {"xl/_rels/workbook.xml.rels", {}},
        {"xl/sharedStrings.xml", head + "<sst " + main_space + ">" + content.shared_strings + "</sst>"},
        {"xl/styles.xml", head + "<styleSheet " + main_space + ">" + content.styles + "</styleSheet>"}};
    for (std::size_t index = 0; index < content.sheets.size(); ++index) {
        const auto& [name, inside] = content.sheets[index];
        const std::string number = std::to_string(index + 1);
        sheets += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>", name, number, number);
        sheet_links += link("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.push_back({"xl/worksheets/sheet" + number + ".xml",
                         head + "<worksheet " + main_space + ">" + inside + "</worksheet>"});
    }
    part_named(parts, "xl/workbook.xml").bytes = head + "<workbook " + main_space + " xmlns:r=\"" + office + "\">" +
                                                 content.workbook_properties + "<sheets>" + sheets +
                                                 "</sheets></workbook>";
    part_named(parts, "xl/_rels/workbook.xml.rels").bytes = links + sheet_links + "</Relationships>";
    return parts;
}

PackagePart& part_named(std::vector<PackagePart>& parts, std::string_view name) {
    for (PackagePart& part : parts) {
        if (part.name == name) return part;
    }
    throw std::out_of_range("no part " + std::string(name));
}

std::string xlsx_of_rows(const std::string& rows, const std::string& shared_strings, const std::string& styles,
                         const std::string& workbook_properties) {
    return zip_bytes(
        xlsx_parts({{{"Sheet1", "<sheetData>" + rows + "</sheetData>"}}, shared_strings, styles, workbook_properties}));
}

}  // namespace panelbook::tests

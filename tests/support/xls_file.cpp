#include "support/xls_file.hpp"

#include <bit>

namespace panelbook::tests {

namespace {

constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;
constexpr std::uint32_t unused = 0xFFFFFFFF;
constexpr std::uint32_t of_table = 0xFFFFFFFD;
constexpr std::uint32_t of_table_list = 0xFFFFFFFC;
constexpr std::size_t small_below = 4096;
constexpr std::size_t small_sector = 64;
constexpr std::size_t listed_in_header = 109;

std::string number(std::uint64_t value, unsigned width) {
    std::string bytes;
    for (unsigned at = 0; at < width; ++at) bytes += static_cast<char>((value >> (8 * at)) & 0xFF);
    return bytes;
}

std::string padded(std::string bytes, std::size_t unit) {
    bytes.resize((bytes.size() + unit - 1) / unit * unit, '\0');
    return bytes;
}

std::string numbers(const std::vector<std::uint32_t>& values) {
    std::string bytes;
    for (const std::uint32_t value : values) bytes += le32(value);
    return bytes;
}

std::string directory_entry(std::string_view name, unsigned kind, std::uint32_t child, std::uint32_t right,
                            std::uint32_t first_sector, std::uint64_t bytes) {
    std::string entry;
    for (const char letter : name) entry += number(static_cast<unsigned char>(letter), 2);
    entry.resize(64, '\0');
    entry += le16(2 * name.size() + 2) + le8(kind) + le8(1) + le32(unused) + le32(right) + le32(child);
    entry.resize(116, '\0');
    return entry + le32(first_sector) + number(bytes, 8);
}

/// Sectors one after the other, and for each the one that follows it.
struct Sectors {
    explicit Sectors(std::size_t bytes_each) : each(bytes_each) {}

    std::uint32_t add(const std::string& bytes) {
        if (bytes.empty()) return end_of_chain;
        const auto first = static_cast<std::uint32_t>(next.size());
        all += padded(bytes, each);
        while (next.size() * each < all.size()) next.push_back(static_cast<std::uint32_t>(next.size() + 1));
        next.back() = end_of_chain;
        return first;
    }

    std::size_t each;
    std::string all;
    std::vector<std::uint32_t> next;
};

}  // namespace

std::string le8(std::uint64_t value) {
    return number(value, 1);
}
std::string le16(std::uint64_t value) {
    return number(value, 2);
}
std::string le32(std::uint64_t value) {
    return number(value, 4);
}
std::string le64(double value) {
    return number(std::bit_cast<std::uint64_t>(value), 8);
}

std::string compound_file(const std::vector<CompoundStream>& streams, const CompoundShape& shape) {
    Sectors sectors(shape.large_sectors ? 4096 : 512);
    Sectors small(small_sector);
    std::vector<std::uint32_t> first_sectors;
    std::size_t content_bytes = 0;
    for (const CompoundStream& stream : streams) content_bytes += stream.bytes.size() + sectors.each;
    // As many sectors for the table as are enough for what follows, itself and its list.
    const std::size_t a_sector = sectors.each / 4;
    const std::size_t table_sectors = (content_bytes / sectors.each + streams.size() + 16) / (a_sector - 2) + 1;
    const std::size_t list_sectors =
        table_sectors <= listed_in_header ? 0 : (table_sectors - listed_in_header + a_sector - 2) / (a_sector - 1);
    sectors.add(std::string(table_sectors * sectors.each, '\0'));
    if (list_sectors > 0) sectors.add(std::string(list_sectors * sectors.each, '\0'));
    for (const CompoundStream& stream : streams)
        first_sectors.push_back((stream.bytes.size() < small_below ? small : sectors).add(stream.bytes));

    const std::uint32_t small_first = sectors.add(small.all);
    const std::uint32_t small_table = sectors.add(padded(numbers(small.next), sectors.each));
    const bool has_folder = !shape.folder.empty();
    std::string directory = directory_entry("Root Entry", 5, streams.empty() && !has_folder ? unused : 1, unused,
                                            small_first, small.all.size());
    for (std::size_t index = 0; index < streams.size(); ++index) {
        const bool last = index + 1 == streams.size() && !has_folder;
        directory +=
            directory_entry(streams[index].name, 2, unused, last ? unused : static_cast<std::uint32_t>(index + 2),
                            first_sectors[index], streams[index].bytes.size());
    }
    if (has_folder) directory += directory_entry(shape.folder, 1, unused, unused, end_of_chain, 0);
    const std::uint32_t directory_first = sectors.add(directory);

    std::vector<std::uint32_t> list;
    for (std::uint32_t sector = 0; sector < table_sectors; ++sector) {
        list.push_back(sector);
        sectors.next[sector] = of_table;
    }
    for (std::size_t sector = 0; sector < list_sectors; ++sector) sectors.next[table_sectors + sector] = of_table_list;
    std::vector<std::uint32_t> table = sectors.next;
    table.resize(table_sectors * a_sector, unused);
    sectors.all.replace(0, table.size() * 4, numbers(table));
    list.resize(listed_in_header + list_sectors * (a_sector - 1), unused);
    for (std::size_t index = 0; index < list_sectors; ++index) {
        const auto from = list.begin() + static_cast<std::ptrdiff_t>(listed_in_header + index * (a_sector - 1));
        std::vector<std::uint32_t> sector(from, from + static_cast<std::ptrdiff_t>(a_sector - 1));
        const bool last = index + 1 == list_sectors;
        sector.push_back(last ? end_of_chain : static_cast<std::uint32_t>(table_sectors + index + 1));
        sectors.all.replace((table_sectors + index) * sectors.each, sectors.each, numbers(sector));
    }
    list.resize(listed_in_header);

    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    header.resize(24, '\0');
    header +=
        le16(0x3E) + le16(shape.large_sectors ? 4 : 3) + le16(0xFFFE) + le16(shape.large_sectors ? 12 : 9) + le16(6);
    header.resize(44, '\0');
    header += le32(table_sectors) + le32(directory_first) + le32(0) + le32(small_below) + le32(small_table) +
              le32(small.all.empty() ? 0 : 1) + le32(list_sectors == 0 ? end_of_chain : table_sectors) +
              le32(list_sectors) + numbers(list);
    std::string file = padded(header, sectors.each) + sectors.all;
    if (shape.last_sector_short) file.resize(file.size() - (sectors.each - directory.size() % sectors.each));
    return file;
}

std::string biff(unsigned type, const std::string& body) {
    return le16(type) + le16(body.size()) + body;
}

std::string narrow(std::string_view ascii) {
    return '\0' + std::string(ascii);
}

std::string wide(std::string_view ascii) {
    std::string bytes = "\x01";
    for (const char letter : ascii) bytes += number(static_cast<unsigned char>(letter), 2);
    return bytes;
}

std::string xls_stream(const XlsContent& content) {
    const unsigned version = content.before_97 ? 0x0500 : 0x0600;
    const auto beginning = [version](unsigned kind) {
        return biff(0x0809, le16(version) + le16(kind) + le16(0) + le16(1997) + le32(0) + le32(0));
    };
    const std::string end = biff(0x000A, "");
    const auto listed = [&content](const XlsSheet& sheet, std::size_t at) {
        const std::string name = content.before_97 ? sheet.name : narrow(sheet.name);
        return biff(0x0085, le32(at) + le8(sheet.visibility) + le8(sheet.kind) + le8(sheet.name.size()) + name);
    };
    std::size_t at = beginning(5).size() + content.globals.size() + end.size();
    for (const XlsSheet& sheet : content.sheets) at += listed(sheet, 0).size();
    std::string stream = beginning(5) + content.globals;
    std::string sheets;
    for (const XlsSheet& sheet : content.sheets) {
        stream += listed(sheet, at + sheets.size());
        sheets += beginning(0x10) + sheet.records + end;
    }
    return stream + end + sheets;
}

std::string xls_bytes(const XlsContent& content, const CompoundShape& shape) {
    return compound_file({{content.before_97 ? "Book" : "Workbook", xls_stream(content)}}, shape);
}

}  // namespace panelbook::tests

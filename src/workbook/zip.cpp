#include "panelbook/workbook/zip.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "panelbook/workbook/refused.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t central_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t end64_signature = 0x06064b50;
constexpr std::uint32_t locator64_signature = 0x07064b50;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t central_bytes = 46;
constexpr std::size_t end_bytes = 22;
constexpr std::size_t end64_bytes = 56;
constexpr std::size_t locator64_bytes = 20;
constexpr std::uint16_t extra64 = 0x0001;
constexpr std::uint16_t in_extra16 = 0xFFFF;
constexpr std::uint32_t in_extra32 = 0xFFFFFFFF;
constexpr unsigned flag_encrypted = 1u << 0;
constexpr unsigned flag_sizes_follow = 1u << 3;
constexpr unsigned flag_strongly_encrypted = 1u << 6;
constexpr unsigned flag_headers_masked = 1u << 13;

/// Little-endian numbers out of the file; reading beyond its end is damage.
class Bytes {
public:
    explicit Bytes(std::string_view all) : m_all(all) {}
    std::uint16_t u16(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u32(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
    std::string_view slice(std::uint64_t at, std::uint64_t size) const {
        if (at > m_all.size() || size > m_all.size() - at) throw damaged("Its list of parts points beyond its end.");
        return m_all.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
    }
    std::uint64_t size() const { return m_all.size(); }

private:
    std::uint64_t number(std::uint64_t at, std::uint64_t size) const {
        std::uint64_t value = 0;
        unsigned shift = 0;
        for (const char byte : slice(at, size)) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << shift;
            shift += 8;
        }
        return value;
    }
    std::string_view m_all;
};

/// Where the central directory is and how many entries it says it has.
struct End {
    std::uint64_t entries = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

std::uint64_t find_end_record(const Bytes& file) {
    if (file.size() < end_bytes) throw damaged("It is too short to be a workbook.");
    std::optional<std::uint64_t> found;
    const std::uint64_t last = file.size() - end_bytes;
    const std::uint64_t first = last > in_extra16 ? last - in_extra16 : 0;
    bool bytes_behind = false;
    for (std::uint64_t at = last + 1; at-- > first;) {
        if (file.u32(at) != end_signature) continue;
        if (at + end_bytes + file.u16(at + 20) != file.size()) {
            bytes_behind = true;
        } else if (found) {
            throw damaged("It can be read in two ways.");
        } else {
            found = at;
        }
    }
    if (found) return *found;
    throw damaged(bytes_behind ? "There is something behind its end."
                               : "It stops short: the list of its parts is missing.");
}

End read_end64(const Bytes& file, std::uint64_t locator, const End& plain) {
    const std::uint64_t record = file.u64(locator + 8);
    if (file.u32(locator + 4) != 0 || file.u32(locator + 16) > 1 || record > locator ||
        locator - record < end64_bytes || file.u32(record) != end64_signature ||
        file.u64(record + 4) != locator - record - 12)
        throw damaged("The end of its list of parts is wrong.");
    const End end{file.u64(record + 32), file.u64(record + 48), file.u64(record + 40)};
    const bool agrees = (plain.entries == in_extra16 || plain.entries == end.entries) &&
                        (plain.offset == in_extra32 || plain.offset == end.offset) &&
                        (plain.size == in_extra32 || plain.size == end.size);
    if (!agrees || file.u64(record + 24) != end.entries || file.u32(record + 16) != 0 || file.u32(record + 20) != 0)
        throw damaged("It gives two different ends of its list of parts.");
    if (end.offset > record || end.size != record - end.offset)
        throw damaged("Its list of parts is not where it should be.");
    return end;
}

End read_end(const Bytes& file) {
    const std::uint64_t at = find_end_record(file);
    const End end{file.u16(at + 10), file.u32(at + 16), file.u32(at + 12)};
    if (file.u16(at + 4) != 0 || file.u16(at + 6) != 0 || file.u16(at + 8) != end.entries)
        throw damaged("It is one piece of several.");
    if (at >= locator64_bytes && file.u32(at - locator64_bytes) == locator64_signature)
        return read_end64(file, at - locator64_bytes, end);
    if (end.offset > at || end.size != at - end.offset) throw damaged("Its list of parts is not where it should be.");
    return end;
}

/// Sizes and offset of a header, with what its zip64 field says in the place of each that is all ones.
struct Sizes {
    std::uint64_t bytes = 0;
    std::uint64_t packed_bytes = 0;
    std::uint64_t offset = 0;
};

void take_from_extra(std::string_view extra, Sizes& sizes) {
    const Bytes fields(extra);
    for (std::uint64_t at = 0; at + 4 <= fields.size();) {
        const std::uint64_t size = fields.u16(at + 2);
        if (fields.u16(at) != extra64) {
            at += 4 + size;
            continue;
        }
        const Bytes field(fields.slice(at + 4, size));
        std::uint64_t next = 0;
        for (std::uint64_t* value : {&sizes.bytes, &sizes.packed_bytes, &sizes.offset}) {
            if (*value != in_extra32) continue;
            *value = field.u64(next);
            next += 8;
        }
        return;
    }
}

std::string folded_name(std::string_view name) {
    std::string folded(name);
    for (char& letter : folded) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return folded;
}

std::string part_name(std::string_view stored) {
    std::string name(stored);
    std::replace(name.begin(), name.end(), '\\', '/');
    name.erase(0, std::min(name.find_first_not_of('/'), name.size()));
    return name;
}

void check_flags(unsigned flags) {
    if ((flags & (flag_encrypted | flag_strongly_encrypted | flag_headers_masked)) == 0) return;
    throw Refused("file-encrypted", "The file is protected with a password, so it cannot be read.",
                  "Send it without a password.");
}

/// The bytes an entry takes up, from its local header to the end of its packed bytes.
struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// Checks the local header against the central one and gives the entry its packed bytes.
Extent locate(const Bytes& file, std::uint64_t central, const Sizes& sizes, ZipEntry& entry) {
    const std::uint64_t local = sizes.offset;
    if (file.u32(local) != local_signature) throw damaged("A part is not where its list of parts says.");
    const unsigned flags = file.u16(local + 6);
    check_flags(flags);
    const std::uint64_t name_bytes = file.u16(local + 26);
    const std::uint64_t extra_bytes = file.u16(local + 28);
    const std::string_view central_name = file.slice(central + central_bytes, file.u16(central + 28));
    if (file.slice(local + local_bytes, name_bytes) != central_name || file.u16(local + 8) != file.u16(central + 10))
        throw damaged("A part and the list of parts say different things.");
    Sizes said{file.u32(local + 22), file.u32(local + 18), 0};
    take_from_extra(file.slice(local + local_bytes + name_bytes, extra_bytes), said);
    const auto agrees = [follows = (flags & flag_sizes_follow) != 0](std::uint64_t here, std::uint64_t there) {
        return here == there || (follows && (here == 0 || here == in_extra32));
    };
    if (!agrees(file.u32(local + 14), entry.crc) || !agrees(said.bytes, sizes.bytes) ||
        !agrees(said.packed_bytes, sizes.packed_bytes))
        throw damaged("A part and the list of parts say different things.");
    const std::uint64_t begin = local + local_bytes + name_bytes + extra_bytes;
    entry.packed = file.slice(begin, sizes.packed_bytes);
    return {local, begin + sizes.packed_bytes};
}

void check_overlaps(std::vector<Extent> extents, std::uint64_t directory) {
    std::sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
    std::uint64_t taken = 0;
    for (const Extent& extent : extents) {
        if (extent.begin < taken) throw damaged("Two of its parts overlap.");
        taken = extent.end;
    }
    if (taken > directory) throw damaged("A part overlaps the list of parts.");
}

}  // namespace

ZipDirectory::ZipDirectory(std::string_view bytes, const Limits& limits) {
    const Bytes file(bytes);
    const End end = read_end(file);
    std::vector<Extent> extents;
    std::uint64_t at = end.offset;
    const std::uint64_t stop = end.offset + end.size;
    while (at < stop) {
        if (extents.size() == limits.entries)
            throw limit_hit("of " + grouped(limits.entries) + " parts in one file (entries)");
        if (stop - at < central_bytes || file.u32(at) != central_signature)
            throw damaged("Its list of parts is wrong.");
        check_flags(file.u16(at + 8));
        const std::uint64_t name_bytes = file.u16(at + 28);
        const std::uint64_t extra_bytes = file.u16(at + 30);
        Sizes sizes{file.u32(at + 24), file.u32(at + 20), file.u32(at + 42)};
        take_from_extra(file.slice(at + central_bytes + name_bytes, extra_bytes), sizes);
        ZipEntry entry;
        entry.name = part_name(file.slice(at + central_bytes, name_bytes));
        entry.crc = file.u32(at + 16);
        entry.bytes = sizes.bytes;
        extents.push_back(locate(file, at, sizes, entry));
        const unsigned method = file.u16(at + 10);
        if (method != 0 && method != 8) throw damaged("A part is packed in a way that Excel does not use.");
        entry.packing = method == 0 ? Packing::stored : Packing::deflated;
        if (entry.packing == Packing::stored && entry.bytes != entry.packed.size())
            throw damaged("A part is not as long as it says.");
        at += central_bytes + name_bytes + extra_bytes + file.u16(at + 32);
        if (entry.name.empty() || entry.name.back() == '/') continue;
        if (!m_by_name.emplace(folded_name(entry.name), m_entries.size()).second)
            throw damaged("Two of its parts have the same name.");
        m_entries.push_back(std::move(entry));
    }
    if (at != stop || extents.size() != end.entries) throw damaged("Its list of parts is not as long as it says.");
    check_overlaps(std::move(extents), end.offset);
}

const ZipEntry* ZipDirectory::find(std::string_view name) const {
    const auto found = m_by_name.find(folded_name(name));
    return found == m_by_name.end() ? nullptr : &m_entries[found->second];
}

}  // namespace panelbook::workbook

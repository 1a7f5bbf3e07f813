#include "panelbook/write/package.hpp"

#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <limits>
#include <string_view>
#include <zlib.h>

#include "panelbook/core/errors.hpp"

namespace panelbook::write {

namespace {

// ZIP, APPNOTE 6.3: sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::uint32_t local_signature = 0x04034B50;
constexpr std::uint32_t central_signature = 0x02014B50;
constexpr std::uint32_t end_signature = 0x06054B50;
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t utf8_names = 1U << 11U;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t first_day = 0x0021;  // 1 January 1980

[[noreturn]] void damaged(const std::filesystem::path& path) {
    throw WriteError(fmt::format("cannot write {}: the package came out damaged", path.string()));
}

class Bytes {
public:
    Bytes(std::string_view bytes, const std::filesystem::path& path) : m_bytes(bytes), m_path(path) {}

    std::uint32_t number(std::size_t at, std::size_t size) const {
        const std::string_view digits = slice(at, size);
        std::uint32_t value = 0;
        for (std::size_t i = size; i > 0; --i) value = (value << 8U) | static_cast<unsigned char>(digits[i - 1]);
        return value;
    }
    std::string_view slice(std::size_t at, std::size_t size) const {
        if (at > m_bytes.size() || size > m_bytes.size() - at) damaged(m_path);
        return m_bytes.substr(at, size);
    }

private:
    std::string_view m_bytes;
    const std::filesystem::path& m_path;
};

void append(std::string& out, std::uint32_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

Bytef* bytes_of(std::string& text) {
    return reinterpret_cast<Bytef*>(text.data());
}
Bytef* bytes_of(std::string_view text) {
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));  // zlib does not write to its input
}

std::uint32_t checksum(std::string_view text) {
    return static_cast<std::uint32_t>(crc32(0, bytes_of(text), static_cast<uInt>(text.size())));
}

std::string inflate_part(std::string_view packed, std::size_t size, const std::filesystem::path& path) {
    std::string out(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw WriteError("cannot write a workbook: out of memory");
    stream.next_in = bytes_of(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = bytes_of(out);
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (result != Z_STREAM_END || stream.total_out != size) damaged(path);
    return out;
}

std::string deflate_part(std::string_view text) {
    z_stream stream{};
    constexpr int memory_level = 8;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
        throw WriteError("cannot write a workbook: out of memory");
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = bytes_of(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytes_of(out);
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw WriteError("cannot write a workbook: it could not be compressed");
    return out;
}

std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) throw WriteError(fmt::format("cannot write {}: it cannot be read back", path.string()));
    return bytes;
}

/// The fields that a local header and a directory entry share, from the version needed on.
std::string common_fields(const PackagePart& part, std::uint32_t crc, std::size_t packed) {
    std::string fields;
    append(fields, version, 2);
    append(fields, utf8_names, 2);
    append(fields, deflated, 2);
    append(fields, 0, 2);
    append(fields, first_day, 2);
    append(fields, crc, 4);
    append(fields, static_cast<std::uint32_t>(packed), 4);
    append(fields, static_cast<std::uint32_t>(part.bytes.size()), 4);
    append(fields, static_cast<std::uint32_t>(part.name.size()), 2);
    append(fields, 0, 2);
    return fields;
}

}  // namespace

std::vector<PackagePart> read_package(const std::filesystem::path& path) {
    const std::string file = read_bytes(path);
    const Bytes bytes(file, path);
    if (file.size() < end_size) damaged(path);
    const std::size_t end = file.size() - end_size;
    if (bytes.number(end, 4) != end_signature) damaged(path);
    const std::uint32_t count = bytes.number(end + 10, 2);
    std::size_t at = bytes.number(end + 16, 4);
    std::vector<PackagePart> parts;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (bytes.number(at, 4) != central_signature || bytes.number(at + 10, 2) != deflated) damaged(path);
        const std::size_t packed = bytes.number(at + 20, 4);
        const std::size_t size = bytes.number(at + 24, 4);
        const std::size_t name_size = bytes.number(at + 28, 2);
        const std::size_t local = bytes.number(at + 42, 4);
        const std::size_t content = local + local_size + bytes.number(local + 26, 2) + bytes.number(local + 28, 2);
        PackagePart part;
        part.name = bytes.slice(at + central_size, name_size);
        part.bytes = inflate_part(bytes.slice(content, packed), size, path);
        if (checksum(part.bytes) != bytes.number(at + 16, 4)) damaged(path);
        parts.push_back(std::move(part));
        at += central_size + name_size + bytes.number(at + 30, 2) + bytes.number(at + 32, 2);
    }
    return parts;
}

std::string package_bytes(const std::vector<PackagePart>& parts) {
    std::string out;
    std::string directory;
    for (const PackagePart& part : parts) {
        const std::string packed = deflate_part(part.bytes);
        const std::string fields = common_fields(part, checksum(part.bytes), packed.size());
        append(directory, central_signature, 4);
        append(directory, version, 2);
        directory += fields;
        append(directory, 0, 2);  // comment
        append(directory, 0, 2);  // disk
        append(directory, 0, 2);  // internal attributes
        append(directory, 0, 4);  // external attributes
        append(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory += part.name;
        append(out, local_signature, 4);
        out += fields + part.name + packed;
    }
    if (out.size() + directory.size() > std::numeric_limits<std::uint32_t>::max())
        throw WriteError("cannot write a workbook: it is larger than 4 GB");
    const auto start = static_cast<std::uint32_t>(out.size());
    out += directory;
    append(out, end_signature, 4);
    append(out, 0, 4);  // disks
    append(out, static_cast<std::uint32_t>(parts.size()), 2);
    append(out, static_cast<std::uint32_t>(parts.size()), 2);
    append(out, static_cast<std::uint32_t>(directory.size()), 4);
    append(out, start, 4);
    append(out, 0, 2);  // comment
    return out;
}

void write_package(const std::vector<PackagePart>& parts, const std::filesystem::path& path) {
    const std::string out = package_bytes(parts);
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(out.data(), static_cast<std::streamsize>(out.size()));
    file.close();
    if (!file) throw WriteError(fmt::format("cannot write {}", path.string()));
}

}  // namespace panelbook::write

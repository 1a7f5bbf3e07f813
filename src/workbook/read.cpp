#include "panelbook/workbook/read.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "panelbook/core/errors.hpp"
#include "panelbook/workbook/csv.hpp"
#include "panelbook/workbook/file_kind.hpp"
#include "panelbook/workbook/ods.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/text_encoding.hpp"
#include "panelbook/workbook/workbook_builder.hpp"
#include "panelbook/workbook/xls.hpp"
#include "panelbook/workbook/xlsx.hpp"

namespace panelbook::workbook {

namespace {

Refused file_too_large(const Limits& limits) {
    return limit_hit("of " + byte_words(limits.file_bytes) + " for a file (file_bytes)");
}

Checked<CellsRead> nothing_but(const Refused& refused, const std::string& name) {
    Checked<CellsRead> read;
    read.findings.push_back(refused.finding(name));
    return read;
}

/// What has been read of a file that is no zip.
Checked<CellsRead> read_unpacked(Format format, std::string_view bytes, Findings findings) {
    Checked<CellsRead> read;
    read.value.format = format;
    read.value.inflated_bytes = bytes.size();
    read.findings = std::move(findings);
    return read;
}

Checked<CellsRead> read_text(std::string_view bytes, const std::string& name, const Limits& limits, CellSink& sink) {
    const Encoding encoding = *encoding_of(bytes);
    Checked<CellsRead> read = read_unpacked(Format::csv, bytes, read_csv(to_utf8(bytes, encoding), name, limits, sink));
    if (encoding == Encoding::windows_1252) {
        Finding finding;
        finding.severity = Severity::note;
        finding.rule = "encoding-guessed";
        finding.where.file = name;
        finding.message = "The file does not say how its letters are stored; they were read as Windows-1252.";
        finding.remedy =
            "If letters with accents or signs such as £ look wrong, save it as \"CSV UTF-8\" and send it again.";
        read.findings.push_back(std::move(finding));
    }
    return read;
}

Checked<CellsRead> read_kind(FileKind kind, std::string_view bytes, const std::string& name, const Limits& limits,
                             CellSink& sink) {
    switch (kind) {
        case FileKind::zip:
            if (is_open_document(ZipDirectory(bytes, limits))) return read_ods(bytes, name, limits, sink);
            return read_xlsx(bytes, name, limits, sink);
        case FileKind::flat_ods:
            return read_flat_ods(bytes, name, limits, sink);
        case FileKind::compound:
        case FileKind::biff:
            return read_unpacked(Format::xls, bytes, read_xls(bytes, name, limits, sink));
        case FileKind::text:
            break;
    }
    return read_text(bytes, name, limits, sink);
}

/// The file's bytes, and at most one more than the limit.
std::string bytes_of(const std::filesystem::path& path, const Limits& limits) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw ReadError("cannot open " + path.string());
    // Room for the whole at once, and a byte to see that it has not grown; what is no plain file tells no size.
    std::error_code no_size;
    const std::uint64_t size = std::filesystem::file_size(path, no_size);
    constexpr std::size_t least_bytes = 64 * 1024;
    std::size_t room = no_size ? least_bytes : static_cast<std::size_t>(std::min(size, limits.file_bytes)) + 1;
    std::string bytes;
    while (file && bytes.size() <= limits.file_bytes) {
        const std::size_t had = bytes.size();
        bytes.resize(had + room);
        file.read(bytes.data() + had, static_cast<std::streamsize>(room));
        bytes.resize(had + static_cast<std::size_t>(file.gcount()));
        room = std::max(room, least_bytes);
    }
    if (file.bad() || (!file && !file.eof())) throw ReadError("cannot read " + path.string());
    return bytes;
}

}  // namespace

Checked<CellsRead> read_cells(const std::filesystem::path& path, const std::string& name, const Limits& limits,
                              CellSink& sink) {
    return read_cells_bytes(bytes_of(path, limits), name, limits, sink);
}

Checked<CellsRead> read_cells_bytes(std::string_view bytes, const std::string& name, const Limits& limits,
                                    CellSink& sink) {
    try {
        if (bytes.size() > limits.file_bytes) throw file_too_large(limits);
        Checked<CellsRead> read = read_kind(kind_of_file(bytes, name), bytes, name, limits, sink);
        read.value.whole = true;
        return read;
    } catch (const Refused& refused) {
        return nothing_but(refused, name);
    }
}

Checked<Workbook> read_workbook(const std::filesystem::path& path, const std::string& name, const Limits& limits) {
    return read_workbook_bytes(bytes_of(path, limits), name, limits);
}

Checked<Workbook> read_workbook_bytes(std::string_view bytes, const std::string& name, const Limits& limits) {
    WorkbookBuilder builder(name);
    Checked<CellsRead> read = read_cells_bytes(bytes, name, limits, builder);
    if (!read.value.whole) return {{}, std::move(read.findings)};
    Checked<Workbook> built = builder.take();
    built.value.format = read.value.format;
    built.findings.insert(built.findings.begin(), read.findings.begin(), read.findings.end());
    return built;
}

}  // namespace panelbook::workbook

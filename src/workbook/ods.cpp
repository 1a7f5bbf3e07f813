#include "panelbook/workbook/ods.hpp"

#include <utility>

#include "panelbook/workbook/not_followed.hpp"
#include "panelbook/workbook/ods_content.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::string_view content_part = "content.xml";
constexpr std::string_view manifest_part = "META-INF/manifest.xml";

/// A file that is one part.
class InMemory : public PieceSource {
public:
    explicit InMemory(std::string_view bytes) : m_rest(bytes) {}
    std::string_view next() override {
        constexpr std::size_t piece_bytes = 64 * 1024;
        const std::string_view piece = m_rest.substr(0, piece_bytes);
        m_rest.remove_prefix(piece.size());
        return piece;
    }

private:
    std::string_view m_rest;
};

/// Whether the list of a package's parts says that some of them are encrypted.
class ManifestHandler : public XmlHandler {
public:
    void start_element(const XmlName& name, const XmlAttributes&) override {
        if (name.local == "encryption-data") encrypted = true;
    }
    void end_element(const XmlName&) override {}

    bool encrypted = false;
};

bool is_encrypted(Package& package, const Limits& limits) {
    if (!package.has(manifest_part)) return false;
    PartStream part = package.open(manifest_part);
    ManifestHandler manifest;
    read_xml(part, manifest, limits);
    return manifest.encrypted;
}

bool has_macros(const Package& package) {
    for (const ZipEntry& entry : package.directory().entries()) {
        if (entry.name.starts_with("Scripts/")) return true;
        if (entry.name.starts_with("Basic/") && !entry.name.ends_with("-lc.xml") && !entry.name.ends_with("-lb.xml"))
            return true;
    }
    return false;
}

Checked<CellsRead> read_content(PieceSource& part, const std::string& file, const Limits& limits, CellSink& sink) {
    ReadCount count(limits);
    OdsContent content(file, count, sink);
    try {
        read_xml(part, content, limits);
    } catch (Refused& refused) {
        content.set_place(refused);
        throw;
    }
    if (!content.any_table()) throw no_sheets();
    Checked<CellsRead> read;
    read.value.format = Format::ods;
    read.findings = content.findings();
    if (content.has_links()) read.findings.push_back(links_not_followed(file));
    return read;
}

}  // namespace

bool is_open_document(const ZipDirectory& directory) {
    return directory.find(content_part) && (directory.find(manifest_part) || directory.find("mimetype"));
}

Checked<CellsRead> read_ods(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink) {
    Package package(bytes, limits);
    if (is_encrypted(package, limits)) throw password_protected();
    PartStream part = package.open(content_part);
    Checked<CellsRead> read = read_content(part, file, limits, sink);
    package.check_other_parts();
    if (has_macros(package)) read.findings.push_back(macros_not_run(file));
    read.value.inflated_bytes = package.inflated_bytes();
    return read;
}

bool begins_as_flat_ods(std::string_view text) {
    const std::size_t root = text.find(":document ");
    return root != std::string_view::npos && text.find("opendocument.spreadsheet", root) != std::string_view::npos;
}

Checked<CellsRead> read_flat_ods(std::string_view bytes, const std::string& file, const Limits& limits,
                                 CellSink& sink) {
    InMemory part(bytes);
    Checked<CellsRead> read = read_content(part, file, limits, sink);
    read.value.inflated_bytes = bytes.size();
    return read;
}

}  // namespace panelbook::workbook

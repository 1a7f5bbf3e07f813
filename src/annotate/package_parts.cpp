#include "package_parts.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/workbook/package.hpp"

#include "xml_text.hpp"

namespace panelbook::annotate {

namespace {

constexpr const char* content_types = "[Content_Types].xml";

std::string bytes_of(workbook::PartStream part) {
    std::string bytes;
    for (std::string_view piece = part.next(); !piece.empty(); piece = part.next()) bytes += piece;
    return bytes;
}

std::string links_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

bool same_name(std::string_view one, std::string_view other) {
    return one.size() == other.size() && folded(one) == folded(other);
}

}  // namespace

PackageParts::PackageParts(std::string_view file, const workbook::Limits& limits) {
    workbook::Package package(file, limits);
    for (const workbook::ZipEntry& entry : package.directory().entries())
        m_parts.push_back({entry.name, bytes_of(package.open(entry.name))});
}

const std::string* PackageParts::find(std::string_view name) const {
    const auto found = std::find_if(m_parts.begin(), m_parts.end(),
                                    [name](const write::PackagePart& part) { return same_name(part.name, name); });
    return found == m_parts.end() ? nullptr : &found->bytes;
}

const std::string& PackageParts::at(std::string_view name) const {
    const std::string* bytes = find(name);
    if (bytes == nullptr) throw NotAnnotatable("A part of the file is missing.");
    return *bytes;
}

bool PackageParts::any_below(std::string_view folder) const {
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [folder](const write::PackagePart& part) { return part.name.starts_with(folder); });
}

void PackageParts::put(const std::string& name, std::string bytes) {
    const auto found = std::find_if(m_parts.begin(), m_parts.end(),
                                    [&](const write::PackagePart& part) { return same_name(part.name, name); });
    if (found != m_parts.end() && found->bytes == bytes) return;
    if (found == m_parts.end()) {
        m_parts.push_back({name, std::move(bytes)});
        m_changed.insert(name);
    } else {
        found->bytes = std::move(bytes);
        m_changed.insert(found->name);
    }
}

std::string PackageParts::unused(std::string_view before_number, std::string_view behind_number) const {
    for (std::size_t number = 1;; ++number) {
        const std::string name = fmt::format("{}{}{}", before_number, number, behind_number);
        if (find(name) == nullptr) return name;
    }
}

void PackageParts::declare(const std::string& part, std::string_view content_type) {
    const std::string& xml = at(content_types);
    const Element root = root_of(xml);
    put(content_types, appended(xml, root,
                                fmt::format("<{}Override PartName=\"/{}\" ContentType=\"{}\"/>", root.open.prefix(),
                                            escaped(part), content_type)));
}

void PackageParts::declare_ending(std::string_view ending, std::string_view content_type) {
    const std::string& xml = at(content_types);
    const Element root = root_of(xml);
    std::size_t place = root.close;
    for (const Element& child : children_of(xml, root)) {
        if (child.open.local() != "Default") {
            place = std::min(place, child.open.begin);
            continue;
        }
        if (folded(attribute(child.in(xml), "Extension").value_or("")) == ending) return;
    }
    std::string text = xml;
    text.insert(place, fmt::format("<{}Default Extension=\"{}\" ContentType=\"{}\"/>", root.open.prefix(), ending,
                                   content_type));
    put(content_types, std::move(text));
}

std::string PackageParts::relate(const std::string& from, const std::string& to, std::string_view kind, bool strict) {
    const std::string name = links_of(from);
    const std::string* links = find(name);
    const std::string xml =
        links != nullptr ? *links
                         : "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    const Element root = root_of(xml);
    std::string id;
    for (std::size_t number = 1; id.empty() || xml.find("\"" + id + "\"") != std::string::npos; ++number)
        id = fmt::format("rIdPanelbook{}", number);
    const std::string_view types = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                          : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    put(name, appended(xml, root,
                       fmt::format("<{}Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"/{}\"/>", root.open.prefix(), id,
                                   types, kind, escaped(to))));
    return id;
}

}  // namespace panelbook::annotate

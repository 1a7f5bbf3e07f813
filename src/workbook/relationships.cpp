#include "panelbook/workbook/relationships.hpp"

#include <charconv>
#include <utility>

#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

std::string_view folder_of(std::string_view part) {
    const std::size_t at = part.rfind('/');
    return at == std::string_view::npos ? std::string_view{} : part.substr(0, at);
}

std::string relationships_part(std::string_view part) {
    const std::string_view folder = folder_of(part);
    const std::string_view name = folder.empty() ? part : part.substr(folder.size() + 1);
    std::string path(folder);
    if (!path.empty()) path += '/';
    return path + "_rels/" + std::string(name) + ".rels";
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned byte = 0;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(text.data() + at + 1, text.data() + at + 3, byte, 16).ptr == text.data() + at + 3) {
            decoded += static_cast<char>(static_cast<unsigned char>(byte));
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

class RelationshipsHandler : public XmlHandler {
public:
    RelationshipsHandler(std::string_view source, const Limits& limits) : m_source(source), m_limits(limits) {}

    void start_element(const XmlName& name, const XmlAttributes& attributes) override {
        if (name.local != "Relationship") return;
        if (all.size() == m_limits.relationships)
            throw limit_hit("of " + grouped(m_limits.relationships) + " links of one part (relationships)");
        Relationship found;
        found.id = attributes.find("Id").value_or("");
        const std::string_view type = attributes.find("Type").value_or("");
        found.type = type.substr(type.rfind('/') + 1);
        const std::string_view target = attributes.find("Target").value_or("");
        found.external = attributes.find("TargetMode") == "External";
        found.target = found.external ? std::string(target) : resolve_target(m_source, target);
        all.push_back(std::move(found));
    }
    void end_element(const XmlName&) override {}

    std::vector<Relationship> all;

private:
    std::string_view m_source;
    const Limits& m_limits;
};

}  // namespace

std::vector<Relationship> relationships_of(Package& package, std::string_view part, const Limits& limits) {
    const std::string name = relationships_part(part);
    if (!package.has(name)) return {};
    PartStream stream = package.open(name);
    RelationshipsHandler handler(part, limits);
    read_xml(stream, handler, limits);
    return std::move(handler.all);
}

const Relationship* first_of_type(const std::vector<Relationship>& all, std::string_view type) {
    for (const Relationship& relationship : all) {
        if (!relationship.external && relationship.type == type) return &relationship;
    }
    return nullptr;
}

std::string resolve_target(std::string_view source, std::string_view target) {
    std::string path = percent_decoded(target.substr(0, target.find('#')));
    for (char& letter : path) {
        if (letter == '\\') letter = '/';
    }
    if (!path.starts_with('/')) path = std::string(folder_of(source)) + '/' + path;
    std::vector<std::string_view> steps;
    for (std::string_view rest = path; !rest.empty();) {
        const std::size_t at = rest.find('/');
        const std::string_view step = rest.substr(0, at);
        rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    std::string resolved;
    for (const std::string_view step : steps) {
        if (!resolved.empty()) resolved += '/';
        resolved += step;
    }
    return resolved;
}

}  // namespace panelbook::workbook

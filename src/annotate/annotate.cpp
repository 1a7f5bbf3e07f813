#include "panelbook/annotate/annotate.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

#include "panelbook/core/text.hpp"
#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/relationships.hpp"
#include "panelbook/workbook/workbook_part.hpp"

#include "comment_text.hpp"
#include "findings_sheet.hpp"
#include "package_parts.hpp"
#include "sheet_text.hpp"
#include "style_text.hpp"
#include "xml_text.hpp"

namespace panelbook::annotate {

namespace {

using workbook::Relationship;

constexpr std::string_view spreadsheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// Where the parts of a workbook stand.
struct Map {
    std::string workbook;
    std::string styles;                         // empty where there are none
    std::map<std::string, std::string> sheets;  // name -> part, sheets of cells only
    std::vector<std::string> all_names;
    std::map<std::string, std::vector<Relationship>> links;  // of each sheet's part
};

Map map_of(std::string_view file, const workbook::Limits& limits) {
    workbook::Package package(file, limits);
    const std::vector<Relationship> of_package = workbook::relationships_of(package, "", limits);
    const Relationship* document = workbook::first_of_type(of_package, "officeDocument");
    if (document == nullptr || !package.has(document->target) || !document->target.ends_with(".xml"))
        throw NotAnnotatable("It is not an Excel workbook that can hold comments.");
    Map map;
    map.workbook = document->target;
    const workbook::WorkbookPart part = workbook::read_workbook_part(package.open(map.workbook), limits);
    const std::vector<Relationship> links = workbook::relationships_of(package, map.workbook, limits);
    if (const Relationship* styles = workbook::first_of_type(links, "styles"); styles && package.has(styles->target))
        map.styles = styles->target;
    for (const workbook::SheetEntry& entry : part.sheets) {
        map.all_names.push_back(entry.name);
        for (const Relationship& link : links) {
            if (link.id != entry.relationship || link.type != "worksheet" || !package.has(link.target)) continue;
            map.sheets[entry.name] = link.target;
            map.links[link.target] = workbook::relationships_of(package, link.target, limits);
        }
    }
    return map;
}

/// What is said at the cells of one sheet, and how bad the worst of it is.
struct SheetRemarks {
    std::map<CellRef, Severity> worst;
    Remarks words;
};

std::map<std::string, SheetRemarks> remarks_by_sheet(const Findings& findings, const std::string& file,
                                                     const Map& map) {
    std::map<std::string, SheetRemarks> all;
    for (const Finding& finding : findings) {
        // What is found in the plan has a cell of the plan.
        if (finding.where.file != file || !finding.where.cell || !map.sheets.contains(finding.where.sheet)) continue;
        SheetRemarks& sheet = all[finding.where.sheet];
        const CellRef at = *finding.where.cell;
        Severity& worst = sheet.worst.try_emplace(at, finding.severity).first->second;
        worst = std::max(worst, finding.severity);
        std::string& words = sheet.words[at];
        words += (words.empty() ? "" : "\n\n") + remark(finding);
    }
    return all;
}

class Annotator {
public:
    Annotator(std::string_view file, const workbook::Limits& limits)
        : m_map(map_of(file, limits)),
          m_parts(file, limits),
          m_strict(is_strict(m_parts.at(m_map.workbook))),
          m_styles(m_map.styles.empty() ? std::string() : m_parts.at(m_map.styles)) {
        if (m_parts.any_below("_xmlsignatures/"))
            throw NotAnnotatable("The workbook is signed, and a changed copy would break its signature.");
    }

    void annotate(const std::string& file, const Findings& findings) {
        std::size_t block = 1;
        for (auto& [name, remarks] : remarks_by_sheet(findings, file, m_map))
            annotate_sheet(m_map.sheets.at(name), remarks, block++);
        if (m_styles.changed()) put_styles();
        add_findings_sheet(file, findings);
    }

    Annotated take() {
        Annotated result;
        result.changed.assign(m_parts.changed().begin(), m_parts.changed().end());
        result.macros = m_parts.at("[Content_Types].xml").find("macroEnabled") != std::string::npos;
        result.parts = m_parts.take();
        return result;
    }

private:
    void annotate_sheet(const std::string& part, SheetRemarks& remarks, std::size_t block) {
        std::string sheet = with_filled_cells(
            m_parts.at(part), remarks.worst,
            [this](std::uint32_t style, Severity severity) { return m_styles.filled(style, severity); });
        const Relationship* comments = workbook::first_of_type(m_map.links[part], "comments");
        if (comments != nullptr) {
            for (const CellRef at : commented_cells(m_parts.at(comments->target))) remarks.words.erase(at);
        }
        if (!remarks.words.empty()) {
            put_comments(part, comments, remarks.words);
            put_boxes(part, sheet, remarks.words, block);
        }
        m_parts.put(part, std::move(sheet));
    }

    void put_comments(const std::string& part, const Relationship* comments, const Remarks& words) {
        if (comments != nullptr) {
            m_parts.put(comments->target, with_comments(m_parts.at(comments->target), words, m_strict));
            return;
        }
        const std::string name = m_parts.unused("xl/comments", ".xml");
        m_parts.put(name, with_comments("", words, m_strict));
        m_parts.declare(name, std::string(spreadsheet_type) + "comments+xml");
        m_parts.relate(part, name, "comments", m_strict);
    }

    void put_boxes(const std::string& part, std::string& sheet, const Remarks& words, std::size_t block) {
        if (const auto id = legacy_drawing(sheet)) {
            for (const Relationship& link : m_map.links[part]) {
                if (link.id != *id || link.external) continue;
                m_parts.put(link.target, with_boxes(m_parts.at(link.target), words, block));
                return;
            }
            throw NotAnnotatable("The drawing of a sheet's comments is missing.");
        }
        const std::string name = m_parts.unused("xl/drawings/vmlDrawing", ".vml");
        m_parts.put(name, with_boxes("", words, block));
        m_parts.declare_ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        sheet = with_legacy_drawing(sheet, m_parts.relate(part, name, "vmlDrawing", m_strict));
    }

    void put_styles() {
        if (!m_map.styles.empty()) {
            m_parts.put(m_map.styles, m_styles.xml());
            return;
        }
        const std::string name =
            m_parts.find("xl/styles.xml") == nullptr ? "xl/styles.xml" : m_parts.unused("xl/styles", ".xml");
        m_parts.put(name, m_styles.xml());
        m_parts.declare(name, std::string(spreadsheet_type) + "styles+xml");
        m_parts.relate(m_map.workbook, name, "styles", m_strict);
    }

    std::string name_of_findings() const {
        for (int number = 1;; ++number) {
            const std::string name = number == 1 ? "Findings" : fmt::format("Findings {}", number);
            const bool taken = std::any_of(m_map.all_names.begin(), m_map.all_names.end(),
                                           [&](const std::string& other) { return folded(other) == folded(name); });
            if (!taken) return name;
        }
    }

    void add_findings_sheet(const std::string& file, const Findings& findings) {
        std::set<std::string> names;
        for (const auto& [name, part] : m_map.sheets) names.insert(name);
        const std::string part = m_parts.unused("xl/worksheets/sheet", ".xml");
        m_parts.put(part, findings_sheet(findings, file, names, m_strict));
        m_parts.declare(part, std::string(spreadsheet_type) + "worksheet+xml");
        const std::string id = m_parts.relate(m_map.workbook, part, "worksheet", m_strict);

        const std::string& xml = m_parts.at(m_map.workbook);
        const auto sheets = child_named(xml, root_of(xml), "sheets");
        if (!sheets) throw NotAnnotatable("The workbook lists no sheets.");
        unsigned long largest = 0;
        for (const Element& sheet : children_of(xml, *sheets)) {
            const std::string number(attribute(sheet.in(xml), "sheetId").value_or("0"));
            largest = std::max(largest, std::strtoul(number.c_str(), nullptr, 10));
        }
        const std::string_view space = m_strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        m_parts.put(m_map.workbook,
                    appended(xml, *sheets,
                             fmt::format("<{}sheet xmlns:r=\"{}\" name=\"{}\" sheetId=\"{}\" r:id=\"{}\"/>",
                                         root_of(xml).open.prefix(), space, name_of_findings(), largest + 1, id)));
    }

    Map m_map;
    PackageParts m_parts;
    bool m_strict;
    StyleText m_styles;
};

Annotated list_alone(const std::string& name, const Findings& findings, std::string_view why) {
    Annotated result;
    result.why_not_a_copy = why;
    result.parts = findings_workbook(findings, fmt::format("Findings for {}. {}", name, why));
    for (const write::PackagePart& part : result.parts) result.changed.push_back(part.name);
    return result;
}

}  // namespace

Annotated annotate(std::string_view file, const std::string& name, const Findings& findings,
                   const workbook::Limits& limits) {
    if (!file.starts_with("PK"))
        return list_alone(name, findings, "It is no xlsx or xlsm, so there are no comments in a copy of it.");
    try {
        Annotator annotator(file, limits);
        annotator.annotate(name, findings);
        return annotator.take();
    } catch (const NotAnnotatable& reason) {
        return list_alone(name, findings, reason.what());
    } catch (const workbook::Refused&) {
        return list_alone(name, findings, "It cannot be read, so there is no copy of it.");
    }
}

}  // namespace panelbook::annotate

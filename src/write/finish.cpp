#include "finish.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"

namespace panelbook::write {

namespace {

std::string layout_xml(const PlotArea& area) {
    return fmt::format(
        "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
        "<c:x val=\"{:.4f}\"/><c:y val=\"{:.4f}\"/><c:w val=\"{:.4f}\"/><c:h "
        "val=\"{:.4f}\"/></c:manualLayout></c:layout>",
        area.left, area.top, area.width, area.height);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// An XML part that is changed from front to back.
class XmlEdit {
public:
    explicit XmlEdit(PackagePart& part) : m_part(part) {}

    /// Goes on behind the next `text`.
    void go_to(std::string_view text) { m_at = find(text) + text.size(); }

    void replace(std::string_view text, std::string_view by) {
        const std::size_t at = find(text);
        m_part.bytes.replace(at, text.size(), by);
        m_at = at + by.size();
    }

    /// Puts `content` between the next `open` and the `close` that follows it.
    void fill(std::string_view open, std::string_view close, std::string_view content) {
        go_to(open);
        const std::size_t begin = m_at;
        const std::size_t end = find(close);
        m_part.bytes.replace(begin, end - begin, content);
        m_at = begin + content.size() + close.size();
    }

    /// Replaces every `text` from here up to the next `end`.
    void replace_up_to(std::string_view end, std::string_view text, std::string_view by) {
        std::string slice = m_part.bytes.substr(m_at, find(end) - m_at);
        const std::size_t old_size = slice.size();
        replace_all(slice, text, by);
        m_part.bytes.replace(m_at, old_size, slice);
    }

    /// Whether `text` comes before the next `end`.
    bool next_is(std::string_view text, std::string_view end) const {
        return m_part.bytes.find(text, m_at) < find(end);
    }

    void insert_after(std::string_view text, std::string_view addition) {
        go_to(text);
        m_part.bytes.insert(m_at, addition);
        m_at += addition.size();
    }

private:
    std::size_t find(std::string_view text) const {
        const std::size_t at = m_part.bytes.find(text, m_at);
        if (at == std::string::npos)
            throw WriteError(fmt::format("cannot write the workbook: {} has no {}", m_part.name, text));
        return at;
    }

    PackagePart& m_part;
    std::size_t m_at = 0;
};

PackagePart& part_named(std::vector<PackagePart>& parts, const std::string& name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.name == name; });
    if (found == parts.end()) throw WriteError(fmt::format("cannot write the workbook: it has no {}", name));
    return *found;
}

void make_date_axis(XmlEdit& part, int months) {
    part.replace("<c:catAx>", "<c:dateAx>");
    // Labels of a date axis are not aligned, but counted.
    part.replace("<c:lblAlgn val=\"ctr\"/>", "");
    part.insert_after("<c:lblOffset val=\"100\"/>",
                      fmt::format("<c:baseTimeUnit val=\"months\"/><c:majorUnit val=\"{}\"/>"
                                  "<c:majorTimeUnit val=\"months\"/>",
                                  months));
    part.replace("</c:catAx>", "</c:dateAx>");
}

void place_labels(XmlEdit& part, const SeriesCache& series) {
    if (series.labels_on_one_line)
        part.replace_up_to("<c:cat>", "<c:rich><a:bodyPr/>", "<c:rich><a:bodyPr wrap=\"none\"/>");
    for (std::size_t point = 0; point < series.labels_to_the_right; ++point) {
        const std::string label = fmt::format("<c:dLbl><c:idx val=\"{}\"/>", point);
        if (!part.next_is(label, "<c:cat>")) continue;
        part.go_to(label);
        part.replace_up_to("</c:dLbl>", "<c:dLblPos val=\"t\"/>", "<c:dLblPos val=\"r\"/>");
    }
}

void finish_chart(PackagePart& bytes, const ChartParts& chart) {
    replace_all(bytes.bytes, " lang=\"en-US\"", " lang=\"en-GB\"");
    XmlEdit part(bytes);
    part.replace("<c:lang val=\"en-US\"/>", "<c:lang val=\"en-GB\"/><c:roundedCorners val=\"0\"/>");
    if (chart.plot) {
        part.go_to("<c:plotArea>");
        part.replace("<c:layout/>", layout_xml(*chart.plot));
    }
    for (const SeriesCache& series : chart.series) {
        part.go_to("<c:ser>");
        place_labels(part, series);
        part.fill("<c:cat>", "</c:cat>", series.categories);
        part.fill("<c:val>", "</c:val>", series.values);
    }
    if (chart.months_between_labels > 0) make_date_axis(part, chart.months_between_labels);
    // A filter on the table that a chart draws from must not take points from it; an empty cell is a gap.
    part.replace("<c:plotVisOnly val=\"1\"/>", "<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/>");
}

void quote_names(PackagePart& workbook, const std::vector<std::string>& sheet_names) {
    for (const std::string& name : sheet_names) {
        replace_all(workbook.bytes, ">" + xml_text(name) + "!$", ">" + xml_text(quoted_sheet(name)) + "!$");
    }
}

}  // namespace

void finish(std::vector<PackagePart>& parts, const std::vector<ChartParts>& charts,
            const std::vector<std::string>& sheet_names) {
    for (std::size_t i = 0; i < charts.size(); ++i)
        finish_chart(part_named(parts, fmt::format("xl/charts/chart{}.xml", i + 1)), charts[i]);
    quote_names(part_named(parts, "xl/workbook.xml"), sheet_names);
    PackagePart& properties = part_named(parts, "docProps/core.xml");
    XmlEdit(properties).replace("</cp:coreProperties>", "<dc:language>en-GB</dc:language></cp:coreProperties>");
}

}  // namespace panelbook::write

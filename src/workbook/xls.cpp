#include "panelbook/workbook/xls.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "panelbook/workbook/biff_records.hpp"
#include "panelbook/workbook/compound_file.hpp"
#include "panelbook/workbook/not_followed.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xls_globals.hpp"
#include "panelbook/workbook/xls_sheet.hpp"

namespace panelbook::workbook {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view stream_since_97 = "Workbook";
constexpr std::string_view stream_before_97 = "Book";
constexpr std::string_view macros = "_VBA_PROJECT_CUR";

/// Why a compound file without a stream of a workbook is refused.
Refused refusal_of(const CompoundFile& file) {
    if (file.has("EncryptedPackage") || file.has("EncryptionInfo")) return password_protected();
    if (file.has("WordDocument"))
        return not_read("The file is a Word document, not a workbook.",
                        "Put the figures in an Excel workbook and send that.");
    if (file.has("PowerPoint Document"))
        return not_read("The file is a PowerPoint presentation, not a workbook.",
                        "Put the figures in an Excel workbook and send that.");
    return not_read("The file is not a workbook of a kind that is read.", "Open it in Excel and save it as .xlsx.");
}

/// The bytes of a stream that the records of a sheet take up.
struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

class XlsReader {
public:
    XlsReader(std::string_view stream, const std::string& file, const Limits& limits, CellSink& sink)
        : m_stream(stream), m_file(file), m_limits(limits), m_count(limits), m_sink(sink) {}

    void read() {
        BiffRecords records(m_stream);
        m_globals = read_xls_globals(records, m_limits);
        m_extents.push_back({0, records.at()});
        bool any = false;
        for (const XlsSheetEntry& sheet : m_globals.sheets) {
            if (!sheet.is_worksheet) continue;
            read_sheet(sheet);
            any = true;
        }
        if (!any) throw no_sheets();
        note_what_is_not_read();
    }

    const XlsGlobals& globals() const { return m_globals; }
    Findings& findings() { return m_findings; }

private:
    void read_sheet(const XlsSheetEntry& sheet) {
        CellFaults faults;
        m_sink.begin_sheet(sheet.name, sheet.visibility);
        try {
            BiffRecords records(m_stream, sheet.at);
            read_xls_sheet(records, m_globals, m_count, m_sink, faults);
            check_extent({sheet.at, records.at()});
        } catch (Refused& refused) {
            refused.set_sheet(sheet.name);
            throw;
        }
        m_sink.end_sheet();
        for (Finding& finding : faults.findings(m_file, sheet.name)) m_findings.push_back(std::move(finding));
    }

    /// Sheets that share their records would let a small file cost as much as a large one for each of them.
    void check_extent(const Extent& extent) {
        for (const Extent& other : m_extents) {
            if (extent.begin < other.end && other.begin < extent.end) throw damaged("Two of its sheets overlap.");
        }
        m_extents.push_back(extent);
    }

    void note_what_is_not_read() {
        if (!m_globals.page.is_known()) {
            Finding finding;
            finding.severity = Severity::warning;
            finding.rule = "encoding-guessed";
            finding.where.file = m_file;
            finding.message =
                "The file says that its letters are stored in a way that is not known; they were read as Windows-1252.";
            finding.remedy = "If letters with accents look wrong, open it in Excel, save it as .xlsx and send that.";
            m_findings.push_back(std::move(finding));
        }
        if (m_globals.has_links) m_findings.push_back(links_not_followed(m_file));
    }

    std::string_view m_stream;
    const std::string& m_file;
    const Limits& m_limits;
    ReadCount m_count;
    CellSink& m_sink;
    XlsGlobals m_globals;
    std::vector<Extent> m_extents;
    Findings m_findings;
};

}  // namespace

Findings read_xls(std::string_view bytes, const std::string& file, const Limits& limits, CellSink& sink) {
    if (begins_with_biff(bytes)) {
        XlsReader reader(bytes, file, limits, sink);
        reader.read();
        return std::move(reader.findings());
    }
    const CompoundFile container(bytes);
    const bool since_97 = container.has(stream_since_97);
    if (!since_97 && !container.has(stream_before_97)) throw refusal_of(container);
    const std::string stream = container.stream(since_97 ? stream_since_97 : stream_before_97);
    XlsReader reader(stream, file, limits, sink);
    reader.read();
    if (container.has(macros) || reader.globals().has_macro_sheet) reader.findings().push_back(macros_not_run(file));
    return std::move(reader.findings());
}

bool begins_with_biff(std::string_view bytes) {
    return bytes.starts_with("\x09\x08"sv);
}

}  // namespace panelbook::workbook

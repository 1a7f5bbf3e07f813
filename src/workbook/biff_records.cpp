#include "panelbook/workbook/biff_records.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::uint64_t head_bytes = 4;

}  // namespace

BiffRecords::BiffRecords(std::string_view stream, std::uint64_t at) : m_stream(stream), m_at(at) {
    m_stream.from(at);
}

std::optional<BiffType> BiffRecords::next_type() const {
    if (m_at + head_bytes > m_stream.size()) return std::nullopt;
    return static_cast<BiffType>(m_stream.u16(m_at));
}

std::optional<BiffRecord> BiffRecords::next() {
    const std::optional<BiffType> type = next_type();
    if (!type) return std::nullopt;
    const BiffRecord record{*type, LittleEndian(m_stream.slice(m_at + head_bytes, m_stream.u16(m_at + 2)))};
    m_at += head_bytes + record.body.size();
    return record;
}

std::vector<std::string_view> BiffRecords::with_continued(const BiffRecord& record) {
    std::vector<std::string_view> pieces{record.body.from(0)};
    while (next_type() == BiffType::continued) pieces.push_back(next()->body.from(0));
    return pieces;
}

}  // namespace panelbook::workbook

#include "panelbook/workbook/package.hpp"

#include <algorithm>

#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::size_t stored_piece_bytes = 64 * 1024;

}  // namespace

PartStream::PartStream(const ZipEntry& entry, Inflater& inflater, InflateCount& count, const Limits& limits)
    : m_entry(entry), m_inflater(inflater), m_count(count), m_limits(limits) {
    if (entry.packing == Packing::deflated) inflater.start(entry.packed);
}

std::string_view PartStream::next() {
    const std::string_view piece = m_entry.packing == Packing::deflated
                                       ? m_inflater.next()
                                       : m_entry.packed.substr(static_cast<std::size_t>(m_read), stored_piece_bytes);
    if (piece.empty()) {
        check_end();
        return piece;
    }
    m_read += piece.size();
    m_count.inflated += piece.size();
    check_limits();
    m_crc = crc32_of(m_crc, piece);
    return piece;
}

void PartStream::drain() {
    while (!next().empty()) {
    }
}

void PartStream::check_limits() const {
    if (m_read > m_limits.part_bytes)
        throw limit_hit("of " + byte_words(m_limits.part_bytes) + " unpacked for one part (part_bytes)");
    if (m_count.inflated > m_limits.inflated_bytes)
        throw limit_hit("of " + byte_words(m_limits.inflated_bytes) + " unpacked in all (inflated_bytes)");
    if (m_read > m_limits.ratio_free_bytes && m_read / m_limits.ratio > m_entry.packed.size())
        throw limit_hit("of " + grouped(m_limits.ratio) + " bytes unpacked from one (ratio)");
    if (m_read > m_entry.bytes) throw damaged("A part is longer than it says.");
}

void PartStream::check_end() const {
    if (m_read != m_entry.bytes || (m_entry.packing == Packing::deflated && m_inflater.left_over() != 0))
        throw damaged("A part is not as long as it says.");
    if (m_crc != m_entry.crc) throw damaged("The check sum of a part is wrong: it was changed on its way.");
}

Package::Package(std::string_view file, const Limits& limits)
    : m_limits(limits), m_directory(file, limits), m_opened(m_directory.entries().size(), false) {}

PartStream Package::open(std::string_view name) {
    const ZipEntry* entry = m_directory.find(name);
    if (!entry) throw damaged("A part that its other parts name is missing.");
    m_opened[static_cast<std::size_t>(entry - m_directory.entries().data())] = true;
    return {*entry, m_inflater, m_count, m_limits};
}

void Package::check_other_parts() {
    for (std::size_t index = 0; index < m_opened.size(); ++index) {
        if (m_opened[index]) continue;
        PartStream part(m_directory.entries()[index], m_inflater, m_count, m_limits);
        refuse_doctype(part, m_limits);
    }
}

}  // namespace panelbook::workbook

#include "panelbook/workbook/package.hpp"

#include <algorithm>

#include "panelbook/workbook/refused.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

namespace {

constexpr std::size_t window_bytes = 64 * 1024;

}  // namespace

Unpacking::Unpacking(const Limits& limits_of_file)
    : limits(limits_of_file),
      library(inflate_libraries().front()),
      inflater(library.make_inflater()),
      window(window_bytes) {}

PartStream::PartStream(const ZipEntry& entry, Unpacking& unpacking) : m_entry(entry), m_unpacking(unpacking) {
    if (entry.packing == Packing::deflated) unpacking.inflater->start(entry.packed);
}

std::string_view PartStream::next() {
    return next_through(m_unpacking.window);
}

std::string_view PartStream::next_through(std::span<char> window) {
    std::string_view piece;
    if (m_entry.packing == Packing::deflated) {
        piece = {window.data(), m_unpacking.inflater->next(window)};
    } else {
        piece = m_entry.packed.substr(static_cast<std::size_t>(m_read), window_bytes);
    }
    if (piece.empty()) {
        check_end();
        return piece;
    }
    m_read += piece.size();
    m_unpacking.inflated += piece.size();
    check_limits();
    m_crc = m_unpacking.library.crc32(m_crc, piece);
    return piece;
}

void PartStream::drain() {
    while (!next().empty()) {
    }
}

void PartStream::check_limits() const {
    const Limits& limits = m_unpacking.limits;
    if (m_read > limits.part_bytes)
        throw limit_hit("of " + byte_words(limits.part_bytes) + " unpacked for one part (part_bytes)");
    if (m_unpacking.inflated > limits.inflated_bytes)
        throw limit_hit("of " + byte_words(limits.inflated_bytes) + " unpacked in all (inflated_bytes)");
    if (m_read > limits.ratio_free_bytes && m_read / limits.ratio > m_entry.packed.size())
        throw limit_hit("of " + grouped(limits.ratio) + " bytes unpacked from one (ratio)");
    if (m_read > m_entry.bytes) throw damaged("A part is longer than it says.");
}

void PartStream::check_end() const {
    if (m_read != m_entry.bytes || (m_entry.packing == Packing::deflated && m_unpacking.inflater->left_over() != 0))
        throw damaged("A part is not as long as it says.");
    if (m_crc != m_entry.crc) throw damaged("The check sum of a part is wrong: it was changed on its way.");
}

Package::Package(std::string_view file, const Limits& limits)
    : m_directory(file, limits), m_unpacking(limits), m_opened(m_directory.entries().size(), false) {}

PartStream Package::open(std::string_view name) {
    const ZipEntry* entry = m_directory.find(name);
    if (!entry) throw damaged("A part that its other parts name is missing.");
    m_opened[static_cast<std::size_t>(entry - m_directory.entries().data())] = true;
    return {*entry, m_unpacking};
}

void Package::check_other_parts() {
    for (std::size_t index = 0; index < m_opened.size(); ++index) {
        if (m_opened[index]) continue;
        PartStream part(m_directory.entries()[index], m_unpacking);
        refuse_doctype(part, m_unpacking.limits);
    }
}

}  // namespace panelbook::workbook

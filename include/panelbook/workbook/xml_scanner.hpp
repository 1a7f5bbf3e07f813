#pragma once

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/piece_source.hpp"
#include "panelbook/workbook/xml.hpp"

namespace panelbook::workbook {

/// Reads a part to its end as `read_xml` does, with the same events and refusing the same, many times as fast: the
/// reader of sheets and shared texts.
///
/// It looks at the bytes where they are and keeps only what a piece leaves unfinished, at most `markup_bytes` of it. At
/// what it does not know (an encoding other than UTF-8, a name beyond ASCII) it hands over to expat, which goes on from
/// there; nothing is told twice.
void scan_xml(PieceSource& part, XmlHandler& handler, const Limits& limits);

}  // namespace panelbook::workbook

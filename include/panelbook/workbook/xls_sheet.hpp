#pragma once

#include "panelbook/workbook/biff_records.hpp"
#include "panelbook/workbook/cell_faults.hpp"
#include "panelbook/workbook/cell_sink.hpp"
#include "panelbook/workbook/read_count.hpp"
#include "panelbook/workbook/xls_globals.hpp"

namespace panelbook::workbook {

/// Reads the records of one sheet, up to the one that ends it, into `sink`, which has begun the sheet already. Charts
/// that lie on the sheet have records of their own kinds between them, which are skipped. Throws Refused.
void read_xls_sheet(BiffRecords& records, const XlsGlobals& globals, ReadCount& count, CellSink& sink,
                    CellFaults& faults);

}  // namespace panelbook::workbook

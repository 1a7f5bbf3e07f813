"""Reads every cell of the workbooks named, with openpyxl in its read-only mode, and counts."""
import sys

import openpyxl

cells = 0
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += sum(value is not None for value in row)
    book.close()
print(cells, "cells")

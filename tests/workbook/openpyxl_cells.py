"""Prints every cell of workbooks as openpyxl reads them, for openpyxl_test.cpp to compare.

Takes the name of a file with one path a line. Prints lines of fields between tabs:
    file PATH | failed REASON | sheet NAME | cell A1 KIND VALUE
KIND is number, text, boolean, error, or when: a date or time as the serial number of the workbook's own date system.
"""

import datetime
import sys
import warnings

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._reader import WorkSheetParser

TEMPORAL = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def kind_and_value(value, data_type, epoch):
    if isinstance(value, bool):
        return "boolean", str(int(value))
    if isinstance(value, TEMPORAL):
        return "when", repr(float(to_excel(value, epoch)))
    if isinstance(value, (int, float)):
        return "number", repr(float(value))
    return ("error" if data_type == "e" else "text"), escaped(value)


def cells_of(sheet):
    """The address, value and type of every cell that is not empty."""
    book = sheet.parent
    # The parser by itself: a worksheet would drop what stands under merged ranges.
    with sheet._get_source() as source:
        parser = WorkSheetParser(source, sheet._shared_strings, data_only=True, epoch=book.epoch,
                                 date_formats=book._date_formats, timedelta_formats=book._timedelta_formats)
        for _, row in parser.parse():
            for cell in row:
                if cell["value"] is not None and cell["value"] != "":
                    yield f"{get_column_letter(cell['column'])}{cell['row']}", cell["value"], cell["data_type"]


def print_sheet(sheet):
    print("sheet", escaped(sheet.title), sep="\t")
    for address, value, data_type in cells_of(sheet):
        print("cell", address, *kind_and_value(value, data_type, sheet.parent.epoch), sep="\t")


def print_workbook(path):
    print("file", path, sep="\t")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            print_sheet(sheet)
    except Exception as error:  # whatever openpyxl cannot open is no oracle
        print("failed", escaped(f"{type(error).__name__}: {error}"), sep="\t")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
    with open(sys.argv[1], encoding="utf-8") as paths:
        for path in paths:
            print_workbook(path.rstrip("\n"))

"""Prints every cell of old workbooks as xlrd reads them, for xls_corpus_test.cpp to compare.

Takes the name of a file with one path a line. Prints lines of fields between tabs:
    file PATH | failed REASON | sheet NAME | cell A1 KIND VALUE | fact TEXT
KIND is number, text, boolean, error, or when: a date or time as the serial number of the workbook's own date system.
"""

import io
import struct
import sys

import xlrd


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def address(row, column):
    return f"{xlrd.colname(column)}{row + 1}"


def kind_and_value(cell):
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return "text", escaped(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "boolean", str(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "error", xlrd.error_text_from_code[cell.value]
    return ("when" if cell.ctype == xlrd.XL_CELL_DATE else "number"), repr(cell.value)


def print_sheet(sheet):
    print("sheet", escaped(sheet.name), sep="\t")
    if sheet.visibility:
        print("fact", "is hidden" if sheet.visibility == 1 else "is very hidden", sep="\t")
    for first_row, end_row, first_column, end_column in sheet.merged_cells:
        print("fact", f"merges {address(first_row, first_column)}:{address(end_row - 1, end_column - 1)}", sep="\t")
    for row, how in sheet.rowinfo_map.items():
        if how.hidden:
            print("fact", f"hides row {row + 1}", sep="\t")
    for column, how in sheet.colinfo_map.items():
        if how.hidden and column < 256:
            print("fact", f"hides column {xlrd.colname(column)}", sep="\t")
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
                continue
            kind, value = kind_and_value(cell)
            print("cell", address(row, column), kind, value, sep="\t")


def with_right_count(unpack):
    """xlrd relies on how many shared texts a file says it has. Where it says too many, they are read up to their end."""

    def unpacked(pieces, count):
        try:
            return unpack(pieces, count)
        except (AssertionError, IndexError, struct.error):
            few, many = 0, count
            while many - few > 1:
                middle = (few + many) // 2
                try:
                    unpack(pieces, middle)
                    few = middle
                except (AssertionError, IndexError, struct.error):
                    many = middle
            return unpack(pieces, few)

    return unpacked


def print_workbook(path):
    print("file", path, sep="\t")
    try:
        book = xlrd.open_workbook(path, logfile=io.StringIO(), formatting_info=True, ragged_rows=True)
        for sheet in book.sheets():
            print_sheet(sheet)
    except Exception as error:  # whatever xlrd cannot open is no oracle
        print("failed", escaped(f"{type(error).__name__}: {error}"), sep="\t")


if __name__ == "__main__":
    xlrd.book.unpack_SST_table = with_right_count(xlrd.book.unpack_SST_table)
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
    with open(sys.argv[1], encoding="utf-8") as paths:
        for path in paths:
            print_workbook(path.rstrip("\n"))

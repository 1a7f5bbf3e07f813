"""Prints every cell of OpenDocument spreadsheets as LibreOffice reads them, for ods_corpus_test.cpp to compare.

Takes the name of a file with one path a line. LibreOffice makes workbooks of them, all at once, and openpyxl reads
these. Prints what openpyxl_cells.py prints, numbers as of the kind rounded, and lines of facts: fact TEXT.
"""

import os
import re
import subprocess
import sys
import tempfile
import warnings

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

from openpyxl_cells import cells_of, escaped, kind_and_value

BOOLEAN_FORMAT = re.compile(r'("[^"]+");\1;"[^"]+"')  # "TRUE";"TRUE";"FALSE"


def print_cells(sheet, whole):
    print("sheet", escaped(sheet.title), sep="\t")
    for address, value, data_type in cells_of(sheet):
        kind, text = kind_and_value(value, data_type, sheet.parent.epoch)
        if kind == "number":
            # LibreOffice writes 15 digits, and TRUE as a number that is shown as a word.
            kind = "boolean" if BOOLEAN_FORMAT.fullmatch(whole[address].number_format) else "rounded"
            text = str(int(value)) if kind == "boolean" else text
        print("cell", address, kind, text, sep="\t")


def print_facts(sheet):
    if sheet.sheet_state != "visible":
        print("fact", "is hidden", sep="\t")
    used = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    last_row = max((cell.row for cell in used), default=0)
    last_column = max((cell.column for cell in used), default=0)
    for merged in sheet.merged_cells.ranges:
        print("fact", f"merges {merged.coord}", sep="\t")
    for row, how in sheet.row_dimensions.items():
        if how.hidden and row <= last_row:
            print("fact", f"hides row {row}", sep="\t")
    for letters, how in sheet.column_dimensions.items():
        for column in range(how.min or column_index_from_string(letters), min(how.max or 0, last_column) + 1):
            if how.hidden:
                print("fact", f"hides column {get_column_letter(column)}", sep="\t")


def print_workbook(path, converted):
    print("file", path, sep="\t")
    try:
        cells = openpyxl.load_workbook(converted, read_only=True, data_only=True)
        whole = openpyxl.load_workbook(converted, data_only=True)
        for sheet in cells.worksheets:
            print_cells(sheet, whole[sheet.title])
            print_facts(whole[sheet.title])
    except Exception as error:  # what LibreOffice or openpyxl cannot open is no oracle
        print("failed", escaped(f"{type(error).__name__}: {error}"), sep="\t")


def main():
    warnings.simplefilter("ignore")
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
    with open(sys.argv[1], encoding="utf-8") as listed:
        paths = [path.rstrip("\n") for path in listed]
    with tempfile.TemporaryDirectory() as folder:
        # Files of one name lie in several folders, so each gets a number.
        links = []
        for number, path in enumerate(paths):
            links.append(os.path.join(folder, f"{number}{os.path.splitext(path)[1]}"))
            os.symlink(path, links[-1])
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
                        "--outdir", os.path.join(folder, "out"), *links],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for number, path in enumerate(paths):
            print_workbook(path, os.path.join(folder, "out", f"{number}.xlsx"))


if __name__ == "__main__":
    main()

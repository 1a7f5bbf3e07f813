"""Compares annotated copies with their originals as openpyxl reads them, for real_copies_test.cpp.

Takes the name of a file with lines of fields between tabs: original, copy, then SHEET!A1 of every cell that must have a
comment in the copy. Prints one line a pair: "same", "not opened" (the original) or "differs: what".
"""

import sys
import warnings

import openpyxl


def cells_of(book):
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.data_type, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def comments_of(book):
    return {
        (sheet.title, cell.coordinate): (cell.comment.text, cell.comment.author)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if getattr(cell, "comment", None)
    }


def plain(cells):
    """Array formulas and data tables are objects without equality; their text says the same."""
    return {place: (repr(getattr(value, "text", value)), kind, shown) for place, (value, kind, shown) in cells.items()}


VOLATILE = ("NOW(", "TODAY(", "RAND(", "RANDBETWEEN(")


def is_volatile(cells):
    """Whether a program that works the book out again gets other values each time."""
    return any(kind == "f" and any(name in value.upper() for name in VOLATILE) for value, kind, _ in cells.values())


def difference(original, copy, wanted):
    volatile = False
    for data_only in (False, True):
        if volatile:
            continue
        books = []
        for path in (original, copy):
            try:
                books.append(openpyxl.load_workbook(path, data_only=data_only))
            except Exception as error:  # whatever openpyxl cannot read
                return "not opened" if path == original else f"differs: the copy cannot be opened: {error!r}"
        before, after = (plain(cells_of(book)) for book in books)
        volatile = is_volatile(before)
        names = {sheet.title for sheet in books[0].worksheets}
        after = {place: cell for place, cell in after.items() if place[0] in names}
        if before != after:
            place = next(p for p in {**before, **after} if before.get(p) != after.get(p))
            return f"differs: {place}: {before.get(place)} became {after.get(place)}"
        if not any(name.startswith("Findings") for name in books[1].sheetnames):
            return "differs: the copy has no sheet of findings"
    earlier, later = comments_of(books[0]), comments_of(books[1])
    for place, comment in earlier.items():
        if later.get(place) != comment:
            return f"differs: the comment at {place} was {comment} and is {later.get(place)}"
    for place in wanted:
        if place not in later:
            return f"differs: there is no comment at {place}"
    return "same"


def main():
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as pairs:
        for line in pairs:
            original, copy, *places = line.rstrip("\n").split("\t")
            wanted = [tuple(place.rsplit("!", 1)) for place in places]
            print(difference(original, copy, wanted))


main()

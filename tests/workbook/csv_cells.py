"""Prints every field of csv files as Python's csv reads them, for csv_corpus_test.cpp to compare.

Takes the name of a file with one path a line. Prints lines of fields between tabs:
    file PATH | failed REASON | sheet NAME | cell A1 KIND VALUE
KIND is number, for what can be nothing else, or text. Delimiters are those that a person sees, not found.
"""

import csv
import os
import re
import sys

# All others have commas.
DELIMITERS = {
    "data/issue-1478/table.csv": "|",
    "semicolon_separated.csv": ";",
    "weird_head_padding.csv": ";",
}
# What the names say of files without a byte order mark.
ENCODINGS = {"utf16le": "utf-16-le", "utf16be": "utf-16-be", "utf32le": "utf-32-le", "utf32be": "utf-32-be",
             "32le": "utf-32-le", "win1252": "cp1252"}
NUMBER = re.compile(r"[ \t]*-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-][0-9]+)?[ \t]*")


def text_of(path):
    with open(path, "rb") as file:
        content = file.read()
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xef\xbb\xbf", "utf-8-sig"),
                           (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding)
    for word, encoding in ENCODINGS.items():
        if word in os.path.basename(path):
            return content.decode(encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def is_number(field):
    if not NUMBER.fullmatch(field):
        return False
    whole = re.fullmatch(r"-?[0-9]+", field.strip(" \t"))
    if whole and abs(int(field)) >= 2**53:
        return False
    return float(field) not in (float("inf"), float("-inf"))


def column_letters(column):
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def rows_of(path):
    text = text_of(path)
    delimiter = next((one for ending, one in DELIMITERS.items() if path.endswith(ending)), ",")
    said = re.match(r"sep=([^\r\n\"])(\r\n|\r|\n)", text)
    if said:
        delimiter = said.group(1)
        text = text[said.end():]
    # splitlines would also end a line at other characters than these.
    return csv.reader(re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text), delimiter=delimiter)


def print_file(path):
    print("file", path, sep="\t")
    try:
        rows = list(rows_of(path))
    except Exception as error:  # what Python cannot read is no oracle
        print("failed", escaped(f"{type(error).__name__}: {error}"), sep="\t")
        return
    print("sheet", escaped(os.path.splitext(os.path.basename(path))[0]), sep="\t")
    for row, fields in enumerate(rows):
        for column, field in enumerate(fields):
            if field == "":
                continue
            kind = "number" if is_number(field) else "text"
            value = repr(float(field)) if kind == "number" else escaped(field)
            print("cell", f"{column_letters(column)}{row + 1}", kind, value, sep="\t")


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
    with open(sys.argv[1], encoding="utf-8") as paths:
        for path in paths:
            print_file(path.rstrip("\n"))

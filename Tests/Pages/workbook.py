"""Holds the workbook of a publication against its CSV files; see check-workbook."""

import csv
import datetime
import json
import math
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

NOTICES = ("gesimuleerde gegevens", "simulated data")
HEAD = 2  # the row of the names of the columns


def unescaped(text):
    """A text of a workbook as a spreadsheet shows it."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def in_a_cell(text):
    """A text of a CSV file as a cell can hold it; the apostrophe that guards CSV files is no part of it."""
    if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r"):
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def agrees(cell, text, kind):
    """Whether a cell holds what the CSV file says, in the type that the Data Package says."""
    value = cell.value
    if text == "":
        return value is None
    if kind == "string":
        return cell.data_type == "s" and unescaped(value) == in_a_cell(text)
    if kind in ("integer", "number"):
        if kind == "integer" and abs(int(text)) > 2**53:
            return cell.data_type == "s" and value == text
        return cell.data_type == "n" and math.isclose(value, float(text), rel_tol=1e-15)
    if kind == "boolean":
        return cell.data_type == "b" and value == (text == "true")
    if kind == "date":
        if text < "1900-03-01":
            return cell.data_type == "s" and value == text
        return cell.data_type == "d" and value == datetime.datetime.fromisoformat(text)
    return False


def check(folder):
    """Returns what is wrong, a line each, and what was looked at."""
    books = sorted(folder.glob("*.xlsx"))
    if len(books) != 1:
        return [f"{folder} holds {len(books)} workbooks, and should hold one"], ""
    wrong = []
    book = openpyxl.load_workbook(books[0])
    package = json.loads((folder / "data/datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    simulated = package.get("simulated", False)

    names = book.sheetnames
    if len({name.casefold() for name in names}) != len(names):
        wrong.append("two sheets have the same name")
    for name in names:
        if not 1 <= len(name.encode("utf-16-le")) // 2 <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$", name):
            wrong.append(f"'{name}' is no name that every spreadsheet program takes")

    with zipfile.ZipFile(books[0]) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/sheet") and b"<f>" in parts.read(part):
                wrong.append(f"{part} holds a formula")
        if any(info.date_time != (1980, 1, 1, 0, 0, 0) for info in parts.infolist()):
            wrong.append("the workbook tells when it was made")

    # The first sheet leads from each sheet to its table and says what each column means.
    about = book[names[0]]
    head = next((row for row in range(1, about.max_row + 1) if about.cell(row, 4).value), None)
    if head is None:
        return wrong + [f"the sheet '{names[0]}' describes no columns"], ""
    described = {}
    for row in range(head + 1, about.max_row + 1):
        sheet, table, column, meaning = (about.cell(row, place).value for place in range(1, 5))
        described.setdefault(sheet, (table, {}))[1][column] = meaning
    if about.freeze_panes != f"A{head + 1}":
        wrong.append(f"the sheet '{names[0]}' is not frozen below row {head}")
    if list(described) != names[1:]:
        wrong.append(f"the sheet '{names[0]}' describes {list(described)}, and the others are {names[1:]}")
    tables = [table for table, _ in described.values()]
    if sorted(tables) != sorted(resources):
        wrong.append(f"the workbook holds the tables {sorted(tables)}, and the CSV files are {sorted(resources)}")

    cells = 0
    for name in names:
        sheet = book[name]
        first = [str(sheet.cell(row, 1).value or "").lower() for row in (1, 2)]
        if simulated and not any(notice in text for notice in NOTICES for text in first):
            wrong.append(f"the sheet '{name}' does not say that its data is simulated")
        if simulated and not any(notice in (sheet.oddHeader.center.text or "").lower() for notice in NOTICES):
            wrong.append(f"the sheet '{name}' does not say so on paper")
        if sheet.page_setup.orientation != "landscape" or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            wrong.append(f"the sheet '{name}' is not printed lying and as wide as the paper")
        table, meanings = described.get(name, (None, {}))
        resource = resources.get(table)
        if resource is None:
            continue
        with open(folder / "data" / resource["path"], encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        fields = resource["schema"]["fields"]
        heads = [sheet.cell(HEAD, column + 1).value for column in range(len(fields))]
        if heads != [field["name"] for field in fields]:
            wrong.append(f"the columns of the sheet '{name}' are {heads}")
        for field in fields:
            meaning = meanings.get(field["name"])
            if not meaning:
                wrong.append(f"nothing says what '{field['name']}' on the sheet '{name}' means")
            elif folder.name == "nl" and meaning == field.get("description"):
                wrong.append(f"what '{field['name']}' on the sheet '{name}' means is said in English")
        if sheet.max_row != max(len(rows) - 1 + HEAD, HEAD) or sheet.max_column != len(fields):
            wrong.append(f"the sheet '{name}' has {sheet.max_row} rows and {sheet.max_column} columns")
        if sheet.freeze_panes != f"A{HEAD + 1}":
            wrong.append(f"the sheet '{name}' is not frozen below row {HEAD}")
        if sheet.print_title_rows != f"${HEAD}:${HEAD}":
            wrong.append(f"the sheet '{name}' does not repeat row {HEAD} on each page")
        wanted = f"A{HEAD}:{get_column_letter(len(fields))}{HEAD + len(rows) - 1}" if len(rows) > 1 else None
        if sheet.auto_filter.ref != wanted:
            wrong.append(f"the sheet '{name}' filters {sheet.auto_filter.ref}, and its table is {wanted}")
        for number, row in enumerate(rows[1:], start=HEAD + 1):
            for column, (text, field) in enumerate(zip(row, fields), start=1):
                cells += 1
                cell = sheet.cell(number, column)
                if not agrees(cell, text, field["type"]):
                    wrong.append(
                        f"{name}!{cell.coordinate} holds {cell.value!r} ({cell.data_type}), and "
                        f"{resource['path']} has {text!r} ({field['type']})"
                    )
    return wrong, f"{books[0]}: {len(names)} sheets, {cells} cells as in the CSV files"


def main():
    wrong, seen = check(Path(sys.argv[1]))
    for line in wrong[:50]:
        print(line, file=sys.stderr)
    if wrong:
        sys.exit(f"koers: {len(wrong)} things are wrong with the workbook of {sys.argv[1]}")
    print(seen)


main()

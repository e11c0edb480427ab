# Writes filled.xlsx and wrong.xlsx: the workbook of the survey among schools as three members fill it in, well and badly.
# pip install openpyxl; swift build --product koers; python3 make-weights.py
import pathlib
import subprocess
import tempfile

import openpyxl

here = pathlib.Path(__file__).parent
root = here.parents[3]
POINTS, KEY, FIRST = 2, 5, 5
CRITERIA = ["vision", "skills", "tools", "devices", "together", "unused", "distraction", "unequal"]


def made():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "weights.xlsx"
        subprocess.run(
            [root / ".build/debug/koers", "weights", "workbook", here.parent / "schools", "--output", file]
            + [word for name in ["Anna", "Bilal", "=Carla"] for word in ["--member", name]],
            check=True, capture_output=True)
        return openpyxl.load_workbook(file)


def fill(sheet, points):
    for row, points in enumerate(points, FIRST):
        sheet.cell(row, POINTS).value = points


book = made()
keys = [row[0].value for row in book["Anna"].iter_rows(min_row=FIRST, max_row=FIRST + 7, min_col=KEY, max_col=KEY)]
assert keys == CRITERIA, keys
# Anna weighs as the catalogue does, in points of a hundred; Bilal looks at devices alone; Carla at distraction.
fill(book["Anna"], [20, 16.5, 13.5, 10, 10, 10, 10, 10])
fill(book["Bilal"], [0, 0, 20, 70, 10, 0, 0, 0])
fill(book["=Carla"], [10, 10, 5, 5, 5, 5, 55, 5])
book.save(here / "filled.xlsx")

# Everything that can be wrong in cells, on two sheets; the third is gone, and there is one of nobody.
anna, bilal = book["Anna"], book["Bilal"]
fill(anna, ["much", -1, 120, None, "=1+1", "12", True, 10])
fill(bilal, [20, 20, 20, 20, 10, 5, 2, 2])
bilal.title = "Of Bilal"
book.remove(book["=Carla"])
book.create_sheet("Notes", 1)
book.save(here / "wrong.xlsx")

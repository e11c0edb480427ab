#!/usr/bin/env python3
"""wave-features.py SURVEY.csv FEATURES.csv: the 24 features of the whole analysis, as the peers make them, and beside it
the same numbers as they stand in memory (FEATURES.f64).

Twenty questions, the logarithm of the inhabitants and three counts of ticked boxes; a missing answer takes the median of
its column; every column is brought to mean 0 and standard deviation 1. Needs nothing but Python.
"""
import array
import csv
import math
import statistics
import sys

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    records = list(csv.DictReader(file))


def number(text):
    return float(text) if text else None


columns = {f"q{i:02d}": [number(r[f"q{i:02d}"]) for r in records] for i in range(1, 21)}
columns["logpop"] = [math.log1p(float(r["population"])) for r in records]
for part in range(3):
    names = [f"ms{i:02d}" for i in range(5 * part + 1, 5 * part + 6)]
    columns[f"s{part}"] = [sum(float(r[name]) for name in names) for r in records]
for name, values in columns.items():
    median = statistics.median(v for v in values if v is not None)
    filled = [median if v is None else v for v in values]
    mean, deviation = statistics.fmean(filled), statistics.pstdev(filled)
    columns[name] = [(v - mean) / deviation for v in filled]
with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["unit", *columns])
    for row in range(len(records)):
        out.writerow([f"u{row:03d}", *(repr(values[row]) for values in columns.values())])
with open(sys.argv[2].removesuffix(".csv") + ".f64", "wb") as file:
    array.array("d", [values[row] for row in range(len(records)) for values in columns.values()]).tofile(file)

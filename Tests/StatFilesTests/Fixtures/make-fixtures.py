#!/usr/bin/env python3
"""Writes small.sav and small.zsav: five made-up cases with every kind of value that an SPSS file can hold.

Needs pyreadstat and pandas. The moment of writing in the header is set to a fixed one, so that the bytes stay the same.
"""
import datetime
import math
import pathlib

import pandas
import pyreadstat

HERE = pathlib.Path(__file__).parent

cases = pandas.DataFrame(
    {
        "code": [1.0, 2.0, 9.0, math.nan, 97.0],
        "share": [0.5, 12.25, math.nan, -3.0, 1e20],
        "name": ["Ane", "Bé  ", "", "x" * 300, "geen"],
        "day": [datetime.date(2021, 3, 1), None, datetime.date(1582, 10, 15), datetime.date(2024, 2, 29), None],
        "moment": [datetime.datetime(2021, 3, 1, 23, 59, 58), None, None, None, None],
    }
)


def write(name, **options):
    path = HERE / name
    pyreadstat.write_sav(
        cases,
        str(path),
        column_labels=["Hoe vaak?", "Welk deel?", "Hoe heet u?", "Wanneer?", "Op welk moment?"],
        variable_value_labels={"code": {1.0: "nooit", 2.0: "soms", 9.0: "weet niet"}},
        missing_ranges={"code": [9.0, {"lo": 90.0, "hi": 99.0}], "name": ["geen"]},
        variable_measure={"code": "ordinal", "share": "scale", "name": "nominal"},
        **options,
    )
    content = bytearray(path.read_bytes())
    content[92:109] = b"01 Jan 2100:00:00"
    path.write_bytes(content)


write("small.sav")
write("small.zsav", compress=True)

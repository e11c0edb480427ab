#!/usr/bin/env python3
"""read-with.py LIBRARY FILE [THREADS]: reads the survey of draw-survey.py with another library into typed columns.

Numbers become doubles, unit and region categories, the other two texts. Prints one line of JSON: seconds and processor
seconds without the import of the library, rows, the sum of all numbers, peak memory.
"""
import json
import os
import resource
import sys
import time

library, path = sys.argv[1:3]
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 2
os.environ.update(POLARS_MAX_THREADS=str(threads), OMP_NUM_THREADS=str(threads), ARROW_IO_THREADS=str(threads))
with open(path, encoding="utf-8") as file:
    header = file.readline().rstrip("\n").split(",")
numbers, categories, texts = header[3:-1], header[1:3], [header[0], header[-1]]


def now():
    return time.perf_counter(), time.process_time()


def timed(start):
    """The seconds since a start, and those of the processors; the import of the library lies before it."""
    return tuple(end - begin for begin, end in zip(start, now()))


def with_polars():
    import polars

    types = {name: polars.Float64 for name in numbers} | {name: polars.Categorical for name in categories}
    start = now()
    frame = polars.read_csv(path, schema_overrides=types)
    took = timed(start)
    return took, frame.height, frame.select(numbers).sum().sum_horizontal()[0]


def with_pyarrow():
    import pyarrow
    import pyarrow.compute
    import pyarrow.csv

    pyarrow.set_cpu_count(threads)
    category = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    types = {name: pyarrow.float64() for name in numbers} | {name: category for name in categories}
    types |= {name: pyarrow.string() for name in texts}
    start = now()
    table = pyarrow.csv.read_csv(
        path,
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(column_types=types),
    )
    took = timed(start)
    return took, table.num_rows, sum(pyarrow.compute.sum(table[name]).as_py() or 0 for name in numbers)


def with_duckdb():
    import duckdb

    database = duckdb.connect(config={"threads": threads})
    types = {name: "DOUBLE" if name in numbers else "VARCHAR" for name in header}
    start = now()
    database.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{path}', header=true, columns={types})")
    took = timed(start)
    rows, total = database.execute(
        "SELECT count(*), " + " + ".join(f"sum({name})" for name in numbers) + " FROM t"
    ).fetchone()
    return took, rows, total


def with_pandas():
    import pandas

    types = {name: "float64" for name in numbers} | {name: "category" for name in categories}
    start = now()
    frame = pandas.read_csv(path, dtype=types | {name: "str" for name in texts}, engine="c")
    took = timed(start)
    return took, len(frame), frame[numbers].sum().sum()


took, rows, total = globals()["with_" + library]()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
answer = {"seconds": took[0], "cpu_seconds": took[1], "rows": rows, "checksum": float(total), "peak_bytes": peak}
print(json.dumps(answer))

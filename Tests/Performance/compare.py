#!/usr/bin/env python3
"""compare.py FILE CODEBOOK BENCHMARK COUNTER [ROUNDS]: reads one survey with this program and with other libraries in turns.

Every round runs each reader once in a process of its own, so that a busy minute of the machine falls on all of them.
Prints the median seconds, the least, the median seconds of the processors, the medians of both ratios to polars within a
round, and the peak memory against the size of the file. Libraries that are not installed are left out.
"""
import importlib.util
import json
import os
import statistics
import subprocess
import sys

survey, codebook, benchmark, counter = sys.argv[1:5]
rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 5
here = os.path.dirname(os.path.abspath(__file__))
readers = {"koers (2 cores)": [benchmark, survey, codebook], "libcsv, counting (1 core)": [counter, survey]}
for library in ["polars", "pyarrow", "duckdb", "pandas"]:
    if importlib.util.find_spec(library):
        readers[library] = [sys.executable, os.path.join(here, "read-with.py"), library, survey, "2"]
    else:
        print(f"{library} is not installed, and is left out", file=sys.stderr)

results = {name: [] for name in readers}
for _ in range(rounds):
    for name, command in readers.items():
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        results[name].append(json.loads(answer))

rows = {name: runs[0]["rows"] for name, runs in results.items()}
sums = {name: round(runs[0]["checksum"], 3) for name, runs in results.items() if "checksum" in runs[0]}
if len(set(rows.values())) > 1 or len(set(sums.values())) > 1:
    sys.exit(f"the readers disagree: rows {rows}, sums {sums}")

size = os.path.getsize(survey)
print(f"{size / 1e6:.0f} MB, {next(iter(rows.values()))} records, {rounds} rounds; medians, and ratios to polars within a round")
print(f"{'':27}{'seconds':>9}{'least':>7}{'ratio':>7}{'cpu s':>7}{'ratio':>7}{'peak MB':>9}{'x file':>8}")


def ratio(name, key):
    if "polars" not in results:
        return ""
    return f"{statistics.median(a[key] / b[key] for a, b in zip(results[name], results['polars'])):.2f}"


for name, runs in results.items():
    seconds = [run["seconds"] for run in runs]
    processor = statistics.median(run["cpu_seconds"] for run in runs)
    peak = max(run["peak_bytes"] for run in runs)
    print(
        f"{name:27}{statistics.median(seconds):9.2f}{min(seconds):7.2f}{ratio(name, 'seconds'):>7}{processor:7.2f}"
        f"{ratio(name, 'cpu_seconds'):>7}{peak / 1e6:9.0f}{peak / size:8.2f}"
    )

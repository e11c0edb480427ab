#!/usr/bin/env python3
"""Times reruns: ten waves of 355 units from scratch, one report setting changed, and nothing changed.

    Tests/Performance/reruns.py .build/release/koers [ROUNDS]

The waves follow each other on the register of 2020: all 355 municipalities answer in each, 1,200 people, of whom three in ten
are others than before. They are drawn by `koers simulate` into a temporary folder; the pipeline is the member survey, with gates
that let every refit through, so that all comparisons are made and published.
"""
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

koers = os.path.abspath(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
root = os.getcwd()


def replaced(text, *pairs):
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def seconds(*arguments):
    start = time.perf_counter()
    subprocess.run([koers, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


with tempfile.TemporaryDirectory() as folder:
    shutil.copytree(os.path.join(root, "Pipelines"), os.path.join(folder, "Pipelines"))
    os.chdir(folder)
    os.mkdir("Waves")
    plan = open(os.path.join(root, "SampleData", "member-survey-2020.simulation.yaml"), encoding="utf-8").read()
    plan = replaced(
        plan, ('name: "2020"', 'name: "w01"'), ("respondents: 847", "respondents: 1200"), ("units: 250", "units: 355"),
        ("date: 2020-04-15", "date: 2020-01-15"),
        ("fieldwork: {from: 2020-03-30, to: 2020-05-08}", "fieldwork: {from: 2020-01-02, to: 2020-01-31}"),
        ("outsiders: [RPA Noord-Holland Noord]", "outsiders: []"))
    open("Waves/w01.simulation.yaml", "w", encoding="utf-8").write(plan)
    for number in range(2, 11):
        open(f"Waves/w{number:02}.simulation.yaml", "w", encoding="utf-8").write(
            f'name: "w{number:02}"\n'
            "about: {nl: Gesimuleerd., en: Simulated.}\n"
            f"follows: w{number - 1:02}.simulation.yaml\n"
            "codebook: ../Pipelines/member-survey/codebook.yaml\n"
            "register: ../Pipelines/registers/dutch-municipalities\n"
            f"seed: {1000 + number}\nrespondents: 1200\nunits: 355\n"
            f"date: 2020-{number:02}-15\nfieldwork: {{from: 2020-{number:02}-02, to: 2020-{number:02}-28}}\n"
            "since:\n  again: 1\n  turnover: 0.3\n  memory: 0.5\n"
            "  moves: [{from: searchers, to: purposeful_doers, share: 0.05}]\n")
    for number in range(1, 11):
        seconds("simulate", f"Waves/w{number:02}.simulation.yaml", "--output", "Waves")
    path = "Pipelines/member-survey/pipeline.yaml"
    pipeline = open(path, encoding="utf-8").read()
    start, end = pipeline.index("waves:\n"), pipeline.index("# A wave that was asked")
    waves = "".join(f"  - ../../Waves/w{number:02}.wave.yaml\n" for number in range(1, 11))
    pipeline = pipeline[:start] + "waves:\n" + waves + pipeline[end:]
    pipeline = replaced(
        pipeline, ("  least_jaccard: 0.75", "  waves: {gates: {gain: -1, stability: 0.5}}\n  least_jaccard: 0.75"))
    open(path, "w", encoding="utf-8").write(pipeline)

    scratch = []
    for _ in range(rounds):
        shutil.rmtree(".koers", ignore_errors=True)
        shutil.rmtree("Reports", ignore_errors=True)
        scratch.append(seconds("run", "Pipelines/member-survey", "--all", "--quiet"))
    history = sqlite3.connect("file:.koers/member-survey/history.sqlite?mode=ro", uri=True)
    print(f"ten waves of 355 units from scratch: {statistics.median(scratch):.1f} s (median of {rounds}, {min(scratch):.1f} to {max(scratch):.1f})")
    for stage, sum_of_seconds in history.execute(
            "select stage, sum(seconds) from stage_times group by stage order by 2 desc"):
        print(f"  {stage}: {sum_of_seconds:.1f} s")
    history.close()

    changed = []
    for turn in range(rounds * 3):
        open(path, "w", encoding="utf-8").write(
            replaced(pipeline, ("unit-type: {minimum: 3}", f"unit-type: {{minimum: {4 - turn % 2}}}")))
        changed.append(seconds("run", "Pipelines/member-survey", "--quiet"))
    print(f"one setting of the report changed, newest wave: {statistics.median(changed):.2f} s")

    nothing = sorted(seconds("run", "Pipelines/member-survey", "--quiet") for _ in range(rounds * 10))
    print(f"ten waves, nothing changed: {statistics.median(nothing) * 1000:.0f} ms ({nothing[0] * 1000:.0f} at best)")
    os.chdir(root)

with tempfile.TemporaryDirectory() as folder:
    where = ["--reports", os.path.join(folder, "Reports"), "--workspace", os.path.join(folder, "stages"), "--quiet"]
    seconds("run", "Pipelines/member-survey", *where)
    nothing = sorted(seconds("run", "Pipelines/member-survey", *where) for _ in range(rounds * 20))
    print(f"the member survey, nothing changed: {statistics.median(nothing) * 1000:.0f} ms ({nothing[0] * 1000:.0f} at best)")

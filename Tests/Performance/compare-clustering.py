#!/usr/bin/env python3
"""compare-clustering.py WHAT SCRIPTS DATA PROGRAM [ROUNDS]: the clustering engine beside its peers, in turns.

WHAT is analysis, kmeans25, kmeans or silhouette. SCRIPTS is the folder with the peers' own scripts (kmeans_peers.py,
sil_ward_peers.py, job_sklearn.py, job_r.R), DATA the folder with what their generators drew, PROGRAM the program of
this project: koers-cluster for the analysis (clustering-benchmark stands beside it), else clustering-benchmark. Every round runs each once in a process of its own, so that
a busy minute of the machine falls on all of them. Prints median seconds, and the median over rounds of the seconds of each
peer over those of the project.
"""
import json
import os
import statistics
import subprocess
import sys
import time

what, scripts, data, program = sys.argv[1:5]
rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 3
here = os.path.dirname(os.path.abspath(__file__))
python = sys.executable
environment = {**os.environ, "PYTHONPATH": scripts, "BENCH_DATA": data}


def of_data(name):
    return os.path.join(data, name)


def of_scripts(name):
    return os.path.join(scripts, name)


def kmeans(iterations):
    peers = [python, of_scripts("kmeans_peers.py"), of_data("corr_1m.npy"), "8", of_data("corr_1m.init8.npy")]
    common = ["--threads", "2", "--dtype", "f64", "--iters", str(iterations), "--tol", "0", "--reps", "1"]
    own = [program, of_data("corr_1m.f64"), "1000000", "16", "8", of_data("corr_1m.init8.f64"), str(iterations), "2", "f64"]
    named = ["sklearnex", "sk-lloyd"] + (["mlpack-hamerly"] if iterations > 25 else [])
    return {"koers": own, **{peer: [*peers, "--peer", peer, *common] for peer in named}}


def analysis():
    features = of_data("wave-features.csv")
    subprocess.run([python, os.path.join(here, "wave-features.py"), of_data("survey_355.csv"), features], check=True)
    common = ["--types", "2...12", "--starts", "50", "--refit-starts", "10", "--references", "100", "--resamples", "100"]
    stage = [program, features, *common, "--output", of_data("analysis")]
    same = [os.path.join(os.path.dirname(program), "clustering-benchmark"), "analysis", of_data("wave-features.f64"), "355", "24"]
    survey = of_data("survey_355.csv")
    return {
        "koers, the same work": [*same, "lloyd"],
        "koers, with exchanges": [*same, "exchanges"],
        "koers-cluster, all": stage,
        "sklearnex, joblib": [python, of_scripts("job_sklearn.py"), survey, "--engine", "sklearnex"],
        "R, 2 cores": ["Rscript", of_scripts("job_r.R"), survey, "2"],
        "sklearn, joblib": [python, of_scripts("job_sklearn.py"), survey],
    }


def silhouette():
    rows = 50_000
    peer = [python, of_scripts("sil_ward_peers.py"), "sil-sklearn", of_data("corr_1m.npy"), str(rows), "--threads", "2",
            "--reps", "1"]
    labels = of_data(f"corr_1m.{rows}.lab8.i32")
    if not os.path.exists(labels):
        subprocess.run(peer, check=True, capture_output=True, cwd=scripts, env=environment)
    return {"koers": [program, "silhouette", of_data("corr_1m.f64"), str(rows), "16", labels], "sklearn": peer}


commands = {"analysis": analysis, "kmeans25": lambda: kmeans(25), "kmeans": lambda: kmeans(300), "silhouette": silhouette}
commands = commands[what]()
seconds = {name: [] for name in commands}
said = {}
for _ in range(rounds):
    for name, command in commands.items():
        start = time.perf_counter()
        answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=scripts, env=environment).stdout
        whole = time.perf_counter() - start
        lines = [json.loads(line) for line in answer.splitlines() if line.startswith("{")]
        seconds[name].append(whole if what == "analysis" else lines[-1]["seconds"])
        said[name] = {k: v for line in lines for k, v in line.items()
                      if k in ("iterations", "inertia", "silhouette", "value", "peak_over_matrix") and not isinstance(v, list)}
own = next(iter(commands))
print(f"{what}, {rounds} rounds, {'whole processes' if what == 'analysis' else 'in the process, without reading'}")
for name, runs in seconds.items():
    ratio = statistics.median(run / mine for run, mine in zip(runs, seconds[own]))
    print(f"  {name:22}{statistics.median(runs):9.3f} s {min(runs):9.3f} least {ratio:8.1f} x  {said[name]}")

"""Runs the commands of a workflow for GitHub Actions on this machine, in its order and with its environment.

    run-workflow.py WORKFLOW FOLDER EXECUTABLES

Steps that use an action of others are left out, and so is the build: the executables are there. Every command is run as the
runner runs it, by `bash -e`, in the folder; then once more with a program that ends with another status, which must be told.
"""

import os
import re
import stat
import subprocess
import sys

import yaml

workflow_path, folder, executables = sys.argv[1:]
with open(workflow_path, encoding="utf-8") as file:
    workflow = yaml.safe_load(file)

# YAML 1.1 reads the key `on` as true.
triggers = workflow.get("on", workflow.get(True))
assert set(triggers) == {"push", "schedule", "workflow_dispatch"}, triggers
assert all(len(entry["cron"].split()) == 5 for entry in triggers["schedule"])
assert workflow["permissions"] == {"contents": "read"}
steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
for step in steps:
    assert ("uses" in step) != ("run" in step), step
    if "uses" in step:
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"]), step["uses"]
assert [step["run"] for step in steps if step.get("name") == "Build"] == ["make build"]


def run(koers):
    """Runs the steps until one fails; returns what they print and the last status."""
    environment = {"PATH": os.environ["PATH"], "HOME": folder}
    for key, value in workflow["env"].items():
        # Nobody starts this run by hand, so its inputs are empty.
        environment[key] = re.sub(r"\$\{\{ *inputs\.\w+ *\}\}", "", str(value))
        assert "${{" not in environment[key], value
    environment["KOERS"] = koers
    said = ""
    for step in steps:
        if "run" not in step or step.get("name") == "Build":
            continue
        assert "${{" not in step["run"], "an expression within a command lets others put commands into it"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        said += done.stdout
        if done.returncode != 0:
            return said, done.returncode
    return said, 0


said, status = run(os.path.join(executables, "koers"))
if status != 0 or "::notice::" not in said:
    sys.exit(f"schedule: the workflow ends with {status}: {said}")
if not os.path.exists(os.path.join(folder, workflow["env"]["REPORTS"], "schools/2021/en/index.html")):
    sys.exit("schedule: the workflow left no publication")

stub = os.path.join(folder, "stub-koers")
for wanted, word in [(0, "notice"), (3, "warning"), (65, "error"), (70, "error"), (75, "error"), (78, "error")]:
    with open(stub, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\n[ "$1" = run ] || exit 0\nexit {wanted}\n')
    os.chmod(stub, os.stat(stub).st_mode | stat.S_IXUSR)
    said, status = run(stub)
    if status != wanted or f"::{word}::" not in said:
        sys.exit(f"schedule: a run that ends with {wanted} makes the workflow end with {status}: {said}")

"""Writes ward-scipy.csv with scipy: python3 ward.py (after second-opinions.R, which writes the data)."""
import csv
import numpy as np
from scipy.cluster.hierarchy import linkage

with open("ward-scipy.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["data", "heights"])
    for name in ["iris", "usarrests-z"]:
        x = np.loadtxt(f"{name}.csv", delimiter=",", skiprows=1)
        out.writerow([name, " ".join(repr(float(h)) for h in linkage(x, method="ward")[:, 2])])

"""Writes drift.csv with scipy: python3 drift.py

Pairs of samples, each from one respondent a unit, with what scipy says of them: the statistic of Kolmogorov and Smirnov, and
chi-square with its probability. The population stability index is written out with numpy; one is added to each count.
"""
import csv
import numpy as np
from scipy.stats import chi2_contingency, ks_2samp

draw = np.random.default_rng(8)

def psi(first, second):
    p = (first + 1) / (first + 1).sum()
    q = (second + 1) / (second + 1).sum()
    return float(((q - p) * np.log(q / p)).sum())

with open("drift.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["earlier", "now", "ks", "chi_square", "p", "psi"])
    for n, m, levels, shift in [(20, 25, 3, 0.0), (60, 60, 5, 0.5), (200, 150, 5, 0.2), (40, 90, 2, 0.3), (120, 100, 7, 1.0)]:
        a = np.clip(draw.normal(levels / 2, levels / 4, n).round(), 0, levels - 1).astype(int)
        b = np.clip(draw.normal(levels / 2 + shift, levels / 4, m).round(), 0, levels - 1).astype(int)
        table = np.array([np.bincount(a, minlength=levels), np.bincount(b, minlength=levels)])
        table = table[:, table.sum(axis=0) > 0]
        chi = chi2_contingency(table, correction=False)
        ks = ks_2samp(a, b, method="asymp").statistic
        out.writerow([" ".join(map(str, a)), " ".join(map(str, b))]
                     + [repr(float(x)) for x in (ks, chi.statistic, chi.pvalue, psi(table[0], table[1]))])

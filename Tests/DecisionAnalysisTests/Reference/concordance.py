# Writes concordance.csv: Kendall's W of drawn weights by scipy 1.17 (Friedman's statistic, corrected for ties, over m(n-1)).
# pip install scipy numpy; python3 concordance.py
import csv

import numpy
from scipy.stats import friedmanchisquare

generator = numpy.random.default_rng(20201)
with open("concordance.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["judges", "things", "weights", "concordance"])
    for case in range(20):
        judges, things = int(generator.integers(3, 9)), int(generator.integers(3, 12))
        # Few different numbers, so that there are ties.
        weights = generator.integers(0, 4 + case, size=(judges, things))
        if all(len(set(row)) == 1 for row in weights):
            continue
        # A block of Friedman's test is a judge; a treatment is a thing.
        statistic = friedmanchisquare(*weights.T).statistic
        numbers = " ".join(str(w) for w in weights.flatten())
        writer.writerow([judges, things, numbers, repr(float(statistic / (judges * (things - 1))))])

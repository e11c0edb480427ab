"""Writes agreement.csv with scikit-learn: python3 agreement.py

Pairs of random labels, some related, with what scikit-learn says of them. The variation of information is made from its
mutual information and scipy's entropy, in nats.
"""
import csv
import numpy as np
from scipy.stats import entropy
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score, mutual_info_score
from sklearn.metrics.cluster import contingency_matrix, expected_mutual_information

draw = np.random.default_rng(20)
pairs = [([0, 0, 1, 1], [0, 0, 1, 2]), ([0, 0, 0, 0, 1], [0, 1, 2, 3, 4]), ([0, 0, 0], [0, 1, 2])]
for n, first, second, noise in [
    (20, 3, 3, 1.0), (60, 5, 2, 1.0), (60, 4, 4, 0.3), (250, 5, 5, 0.2), (250, 8, 3, 0.8), (150, 40, 60, 1.0), (400, 2, 2, 0.05),
]:
    a = draw.integers(0, first, n)
    b = np.where(draw.random(n) < noise, draw.integers(0, second, n), a % second)
    pairs.append((a.tolist(), b.tolist()))

with open("agreement.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["first", "second", "ari", "mi", "emi", "ami", "vi"])
    for a, b in pairs:
        mi = mutual_info_score(a, b)
        emi = expected_mutual_information(contingency_matrix(a, b, sparse=True), len(a))
        vi = entropy(np.bincount(a)) + entropy(np.bincount(b)) - 2 * mi
        scores = [adjusted_rand_score(a, b), mi, emi, adjusted_mutual_info_score(a, b), vi]
        out.writerow([" ".join(map(str, a)), " ".join(map(str, b))] + [repr(float(s)) for s in scores])

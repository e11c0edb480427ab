"""Writes likert-davies-bouldin.csv with scikit-learn: python3 evidence.py (after evidence.R, which writes the divisions)."""
import csv
import numpy as np
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

x = np.loadtxt("likert.csv", delimiter=",", skiprows=1)
with open("likert-clusters.csv") as source, open("likert-davies-bouldin.csv", "w", newline="") as target:
    out = csv.writer(target, lineterminator="\n")
    out.writerow(["k", "davies_bouldin", "calinski_harabasz", "silhouette"])
    for row in csv.DictReader(source):
        labels = np.array([int(label) for label in row["labels"].split()])
        scores = [f(x, labels) for f in (davies_bouldin_score, calinski_harabasz_score, silhouette_score)]
        out.writerow([row["k"]] + [repr(float(s)) for s in scores])

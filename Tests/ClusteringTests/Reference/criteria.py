"""Writes davies-bouldin.csv with scikit-learn: python3 criteria.py (after clusters.R, which writes the data)."""
import csv
import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

with open("davies-bouldin.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["data", "k", "sse", "davies_bouldin", "calinski_harabasz", "silhouette"])
    for name in ["iris", "usarrests-z"]:
        x = np.loadtxt(f"{name}.csv", delimiter=",", skiprows=1)
        for k in range(2, 7):
            fit = KMeans(k, n_init=300, random_state=1, tol=0, max_iter=1000).fit(x)
            scores = [f(x, fit.labels_) for f in (davies_bouldin_score, calinski_harabasz_score, silhouette_score)]
            out.writerow([name, k, repr(float(fit.inertia_))] + [repr(float(s)) for s in scores])

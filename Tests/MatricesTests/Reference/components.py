# Compares components.csv, which R wrote, with scikit-learn's PCA: python3 components.py
import csv
import numpy
from sklearn.decomposition import PCA

raw = numpy.loadtxt("table.csv", delimiter=",", skiprows=1)
data = {"raw": raw, "z": (raw - raw.mean(axis=0)) / raw.std(axis=0, ddof=1)}
worst = 0.0
for row in csv.DictReader(open("components.csv")):
    pca = PCA().fit(data[row["data"]])
    k = int(row["component"]) - 1
    axis = pca.components_[k]
    sign = numpy.sign(axis[numpy.argmax(numpy.abs(axis))])
    found = [pca.explained_variance_[k], pca.explained_variance_ratio_[k], *(axis * sign)]
    found += list(pca.transform(data[row["data"]])[:3, k] * sign)
    wanted = [float(value) for value in list(row.values())[2:]]
    worst = max(worst, max(abs(a - b) / max(1, abs(b)) for a, b in zip(found, wanted)))
print("greatest relative difference:", worst)

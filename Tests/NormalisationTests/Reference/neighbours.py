# Writes the reference numbers of ParityTests for nearest neighbours: python3 neighbours.py
# scikit-learn's KNNImputer on z-scores of what is known (divisor n - 1), turned back; the data is drawn here.
import numpy
from sklearn.impute import KNNImputer

random = numpy.random.default_rng(11)
common = random.normal(size=18)
data = numpy.round(numpy.column_stack([50 + 9 * common + random.normal(size=18) * 3 * k for k in (1, 2, 3, 4)]), 2)
for row, column in [(0, 1), (3, 2), (3, 0), (7, 3), (10, 1), (10, 2), (15, 0), (17, 3)]:
    data[row, column] = numpy.nan

def write(name, table):
    lines = [",".join("" if numpy.isnan(value) else repr(float(value)) for value in row) for row in table]
    open(name, "w").write("\n".join(["a,b,c,d"] + lines) + "\n")

write("gaps.csv", data)
mean, spread = numpy.nanmean(data, axis=0), numpy.nanstd(data, axis=0, ddof=1)
for k in (1, 3, 5):
    filled = KNNImputer(n_neighbors=k).fit_transform((data - mean) / spread) * spread + mean
    write(f"filled-{k}.csv", filled)

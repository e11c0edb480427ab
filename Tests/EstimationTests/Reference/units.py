# Computes the numbers of units.csv about reliability and agreement a second time, apart from R, and tells any difference.
# Run: python3 units.py
import csv
import os

import numpy as np
from scipy.stats import f

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "units.csv")) as file:
    expected = {row["name"]: float(row["value"]) for row in csv.DictReader(file)}
found = {}

items = np.array([
    [1, 2, 4, 5, 3, 4, 2, 5, np.nan, 3], [2, 2, 5, 4, 3, 5, 1, 4, 2, 3], [5, 4, 1, 2, 3, 3, 4, 1, 2, 3],
    [2, 3, 3, 5, 2, 4, 3, 4, 4, 1]])
items[2] = 6 - items[2]
items = items[:, ~np.isnan(items).any(axis=0)]


def alpha(rows):
    k = len(rows)
    return k / (k - 1) * (1 - rows.var(axis=1, ddof=1).sum() / rows.sum(axis=0).var(ddof=1))


k, n = items.shape
found["alpha"] = alpha(items)
found["alpha_low"] = 1 - (1 - found["alpha"]) * f.ppf(0.975, n - 1, (n - 1) * (k - 1))
found["alpha_high"] = 1 - (1 - found["alpha"]) * f.ppf(0.025, n - 1, (n - 1) * (k - 1))
r = np.corrcoef(items)[np.tril_indices(k, -1)].mean()
found["alpha_standardised"] = k * r / (1 + (k - 1) * r)
for i, name in enumerate("abcd"):
    rest = np.delete(items, i, axis=0)
    found["item_rest_" + name] = np.corrcoef(items[i], rest.sum(axis=0))[0, 1]
    found["alpha_without_" + name] = alpha(rest)

units = np.array(list("aaaabbbccdddddefff"))
functions = np.array(list("ppqrqrrpqpqqrrqppr"))
answers = np.array([2, 3, 4, 5, 4, 5, 4, 1, 3, 2, 4, 3, 5, 4, 3, 1, 2, 5], dtype=float)
groups = [answers[units == unit] for unit in "abcdef"]
sizes = np.array([len(group) for group in groups])
within = sum(((group - group.mean()) ** 2).sum() for group in groups) / (len(answers) - len(groups))
between = sum(len(group) * (group.mean() - answers.mean()) ** 2 for group in groups) / (len(groups) - 1)
size = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
found["within_variance"] = within
found["icc1"] = (between - within) / (between + (size - 1) * within)
found["icc2"] = (between - within) / between
found["rwg"] = np.mean([max(0, 1 - group.var(ddof=1) / 2) for group in groups if len(group) > 1])

# Effects of functions: least squares of the answers on dummies of units and functions, by the pseudo-inverse.
dummies = np.hstack([units[:, None] == np.array(list("abcdef")), functions[:, None] == np.array(list("pqr"))]).astype(float)
effects = np.linalg.pinv(dummies) @ answers
reference = np.array([(functions == name).mean() for name in "pqr"])
middle = effects[6:] @ reference
for name, effect in zip("pqr", effects[6:] - middle):
    found["effect_" + name] = effect
for name, effect in zip("abcdef", effects[:6] + middle):
    found["adjusted_" + name] = effect

for name, value in found.items():
    assert abs(value - expected[name]) < 1e-12 * max(1, abs(value)), (name, value, expected[name])
print(f"{len(found)} numbers are the same to 12 digits")

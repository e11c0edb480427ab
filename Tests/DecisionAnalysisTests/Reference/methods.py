# Writes methods.csv: what pymcdm 1.4.0 and scikit-criteria 0.10 make of drawn tables. pip install pymcdm scikit-criteria; python3 methods.py
import csv
import warnings

import numpy
import skcriteria
from pymcdm.methods import PROMETHEE_II, TOPSIS
from pymcdm.normalizations import vector_normalization
from pymcdm.weights import critic_weights, entropy_weights
from skcriteria.agg.topsis import TOPSIS as ScikitTOPSIS
from skcriteria.preprocessing.scalers import VectorScaler
from skcriteria.preprocessing import weighters

warnings.simplefilter("ignore")  # scikit-criteria warns of costs in TOPSIS, which is what is compared


def gaussian(matrix, weights, types, spread):
    """pymcdm has no Gaussian preference; this is its definition (Brans and Vincke 1985, criterion VI)."""
    count = len(matrix)
    difference = (matrix[:, None, :] - matrix[None, :, :]) * types
    preference = numpy.where(difference > 0, 1 - numpy.exp(-difference**2 / (2 * spread**2)), 0) @ weights
    return preference.sum(axis=1) / (count - 1) - preference.sum(axis=0) / (count - 1)


generator = numpy.random.default_rng(20201)
with open("methods.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["case", "what", "numbers"])
    for case in range(1, 13):
        rows, columns = int(generator.integers(3, 10)), int(generator.integers(2, 7))
        # Two decimals, so that some alternatives are equal on a criterion.
        matrix = generator.integers(1, 60, size=(rows, columns)) / 20
        weights = generator.integers(1, 10, size=columns).astype(float)
        weights /= weights.sum()
        types = generator.choice([1, -1], size=columns)
        q = generator.integers(1, 6, size=columns) / 16
        p = q + generator.integers(1, 20, size=columns) / 16
        decision = skcriteria.mkdm(matrix, [int(t) for t in types], weights=weights)
        scikit = ScikitTOPSIS().evaluate(VectorScaler(target="matrix").transform(decision))
        found = {
            "shape": [rows, columns],
            "values": matrix.ravel(),
            "weights": weights,
            "directions": types,
            "indifference": q,
            "preference": p,
            "topsis pymcdm": TOPSIS(vector_normalization)(matrix, weights, types),
            "topsis scikit-criteria": scikit.e_.similarity,
            "usual pymcdm": PROMETHEE_II("usual")(matrix, weights, types),
            "u-shape pymcdm": PROMETHEE_II("ushape", q=q)(matrix, weights, types),
            "v-shape pymcdm": PROMETHEE_II("vshape", p=p)(matrix, weights, types),
            "level pymcdm": PROMETHEE_II("level", p=p, q=q)(matrix, weights, types),
            "linear pymcdm": PROMETHEE_II("vshape_2", p=p, q=q)(matrix, weights, types),
            "gaussian numpy": gaussian(matrix, weights, types, p),
            "entropy pymcdm": entropy_weights(matrix),
            "entropy scikit-criteria": weighters.entropy_weights(matrix),
            "critic pymcdm": critic_weights(matrix),
            "critic scikit-criteria": weighters.critic_weights(matrix, numpy.ones(columns)),
        }
        for what, numbers in found.items():
            writer.writerow([case, what, " ".join(repr(float(number)).removesuffix(".0") for number in numbers)])

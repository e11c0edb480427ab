"""Best matchings by scipy.optimize.linear_sum_assignment. Run: python3 optimal-matching.py > optimal-matching.csv

Cases with large numbers have one best matching; of those with small numbers several may be best, so that only the total
is compared.
"""

import numpy as np
from scipy.optimize import linear_sum_assignment

generator = np.random.default_rng(20)
print("case,bound,rows,columns,shared,total,matched")
for case in range(60):
    bound = [5, 1_000_000][case % 2]
    rows, columns = generator.integers(1, 13, size=2)
    shared = generator.integers(0, bound, size=(rows, columns))
    own, others = linear_sum_assignment(shared, maximize=True)
    matched = [-1] * rows
    for row, column in zip(own, others):
        matched[row] = int(column)
    texts = [" ".join(map(str, shared.ravel())), str(shared[own, others].sum()), " ".join(map(str, matched))]
    print(",".join([str(case), str(bound), str(rows), str(columns)] + texts))

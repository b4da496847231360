"""Writes intervals.json: what SciPy says of random samples, for meanInterval.test.ts, pairedDifference.test.ts and studentT.test.ts.

It takes SciPy 1.17 and NumPy: python3 test/arithmetic/statistics/scipy/make.py
Then: node_modules/.bin/biome format --write test/arithmetic/statistics/scipy
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

random = np.random.default_rng(17)
CONFIDENCES = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
SIZES = [2, 3, 4, 5, 8, 10, 10, 10, 20, 50, 120]


def short(values):
    """Ten significant digits, so that the file stays small and both sides read the same numbers."""
    return [float(f"{value:.10g}") for value in values]


def sample(size):
    """Accuracies, counts of mistakes, seconds: skewed, discrete, tiny, huge, far from zero."""
    scale = 10.0 ** random.integers(-6, 7)
    kinds = [
        lambda: random.normal(random.normal(0, 3), 1, size),
        lambda: random.exponential(1, size),
        lambda: 1 - random.beta(2, 90, size),
        lambda: 1000 + random.normal(0, 0.01, size),
    ]
    while True:
        counts = random.random() < 0.3
        drawn = random.binomial(10_000, 0.02, size) if counts else kinds[random.integers(len(kinds))]() * scale
        if np.std(drawn) > 0:
            return short(drawn)


def mean_case(size, confidence):
    values = sample(size)
    result = stats.ttest_1samp(values, 0).confidence_interval(confidence)
    return {
        "values": values,
        "confidence": confidence,
        "mean": float(np.mean(values)),
        "low": float(result.low),
        "high": float(result.high),
    }


def pair_case(size, confidence):
    a = sample(size)
    # What both share is large, the difference small or none: that is what pairs are for.
    spread = np.std(a)
    b = short(np.array(a) + random.normal(random.choice([0, 0.1, 0.5]) * spread, 0.2 * spread, size))
    result = stats.ttest_rel(a, b)
    interval = result.confidence_interval(confidence)
    return {
        "a": a,
        "b": b,
        "confidence": confidence,
        "mean": float(np.mean(np.subtract(a, b))),
        "low": float(interval.low),
        "high": float(interval.high),
        # By the other road: the p value, not the interval.
        "shown": bool(result.pvalue < 1 - confidence),
    }


quantiles = [
    {
        "confidence": confidence,
        "degreesOfFreedom": degrees,
        "factor": float(stats.t.isf((1 - confidence) / 2, degrees)),
    }
    for confidence in [0.01, 0.1, *CONFIDENCES, 0.9999, 0.999999]
    for degrees in [1, 2, 3, 4, 5, 7, 9, 19, 29, 99, 999, 59_999]
]
means = [mean_case(size, confidence) for size in SIZES for confidence in CONFIDENCES]
pairs = [pair_case(size, confidence) for size in SIZES for confidence in CONFIDENCES]

out = Path(__file__).parent / "intervals.json"
versions = {"scipy": scipy.__version__, "numpy": np.__version__}
lists = {"quantiles": quantiles, "means": means, "pairs": pairs}
lines = [
    f'"{name}": [\n' + ",\n".join(json.dumps(case) for case in cases) + "\n]" for name, cases in lists.items()
]
out.write_text(f'{{\n"versions": {json.dumps(versions)},\n' + ",\n".join(lines) + "\n}\n")
print(f"{out.name}: " + ", ".join(f"{len(cases)} {name}" for name, cases in lists.items()))

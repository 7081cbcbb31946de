"""Writes src/test/resources/org/vectorscope/study/effects.json: Cohen's d, intervals and p by numpy and scipy."""

import json
import sys
from pathlib import Path

import numpy as np
from scipy import stats

out = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources/org/vectorscope/study")
out.mkdir(parents=True, exist_ok=True)


def d(a, b, axis=-1):
    a, b = np.asarray(a), np.asarray(b)
    na, nb = a.shape[axis], b.shape[axis]
    pooled = ((na - 1) * a.var(axis=axis, ddof=1) + (nb - 1) * b.var(axis=axis, ddof=1)) / (na + nb - 2)
    return (a.mean(axis=axis) - b.mean(axis=axis)) / np.sqrt(pooled)


def independent(seed, na, nb, shift):
    random = np.random.default_rng(seed)
    a, b = np.round(random.standard_normal(na) + shift, 4), np.round(2 + 1.5 * random.standard_normal(nb), 4)
    a = np.round(a + 2, 4)
    interval = stats.bootstrap((a, b), d, n_resamples=20000, method="percentile", rng=0).confidence_interval
    test = stats.permutation_test((a, b), d, n_resamples=20000, rng=0)
    return {
        "a": a.tolist(), "b": b.tolist(), "d": float(d(a, b)),
        "low": float(interval.low), "high": float(interval.high), "p": float(test.pvalue),
        "chance": float(np.abs(test.null_distribution).mean()),
    }


def paired(seed, n, shift, spread):
    """One text an arm and prompt; prompts differ much more than arms."""
    random = np.random.default_rng(seed)
    prompt = spread * random.standard_normal(n)
    a = np.round(prompt + shift + 0.5 * random.standard_normal(n), 4)
    b = np.round(prompt + 0.5 * random.standard_normal(n), 4)
    interval = stats.bootstrap((a, b), d, n_resamples=20000, method="percentile", paired=True, rng=0).confidence_interval
    test = stats.permutation_test((a, b), d, n_resamples=20000, permutation_type="samples", rng=0)
    return {
        "a": a.tolist(), "b": b.tolist(), "d": float(d(a, b)),
        "low": float(interval.low), "high": float(interval.high), "p": float(test.pvalue),
        "chance": float(np.abs(test.null_distribution).mean()),
    }


(out / "effects.json").write_text(
    json.dumps(
        {
            "independent": [independent(1, 40, 60, 0.5), independent(2, 9, 9, 0.0), independent(3, 100, 100, -1.0)],
            "paired": [paired(4, 30, 0.3, 2.0), paired(5, 20, 0.0, 2.0), paired(6, 50, -0.8, 0.5)],
        }
    )
)

"""Writes src/test/resources/org/vectorscope/geometry: spectra and energies of made-up rows, by numpy and scipy."""

import json
import sys
from pathlib import Path

import numpy as np
import scipy.linalg

out = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources/org/vectorscope/geometry")
out.mkdir(parents=True, exist_ok=True)


def case(seed, n, d, offset):
    random = np.random.default_rng(seed)
    scales = 10 ** np.linspace(1, -2, d)
    rows = random.standard_normal((n, d)) * scales @ scipy.linalg.qr(random.standard_normal((d, d)))[0]
    rows = (rows + offset * random.standard_normal(d)).astype(np.float32)
    rows = np.array([[float(f"{x:.5g}") for x in row] for row in rows], dtype=np.float32)
    v = random.standard_normal(d).astype(np.float32)
    x = rows.astype(np.float64)
    values, vectors = scipy.linalg.eigh(np.cov(x, rowvar=False))
    values, vectors = values[::-1], vectors[:, ::-1]
    kept = min(n - 1, d)
    values = np.maximum(values[:kept], 0)
    energies = (vectors[:, :kept].T @ v.astype(np.float64)) ** 2 / (v.astype(np.float64) @ v)
    share = values / values.sum()
    threshold = 1e-3
    rank = int((values >= threshold * values[0]).sum())
    return {
        "rows": rows.tolist(),
        "vector": v.tolist(),
        "eigenvalues": values.tolist(),
        "totalVariance": float(np.trace(np.cov(x, rowvar=False))),
        "effectiveRank": float(np.exp(-(share * np.log(share)).sum())),
        "participationRatio": float(values.sum() ** 2 / (values**2).sum()),
        "dimension": d - rank,
        "inNullSpace": float(1 - energies[:rank].sum()),
        "cumulative": np.cumsum(energies).tolist(),
        "norms": np.linalg.norm(x, axis=1).tolist(),
        "differences": np.linalg.norm(x[0::2] - x[1::2], axis=1).tolist() if n % 2 == 0 else [],
    }


def random_null(n, d):
    """Null dimension at several thresholds and mean spectrum of isotropic draws, from 400 real n x d matrices."""
    spectra = []
    for seed in range(400):
        x = np.random.default_rng(seed).standard_normal((n, d))
        spectra.append(np.linalg.eigvalsh(np.cov(x, rowvar=False))[::-1])
    spectra = np.array(spectra)
    counts = {str(t): (d - (spectra >= t * spectra[:, :1]).sum(1)) for t in (0.03, 0.1, 0.3)}
    return {
        "n": n,
        "d": d,
        "mean": {t: float(c.mean()) for t, c in counts.items()},
        "sd": {t: float(c.std()) for t, c in counts.items()},
        "spectrum": spectra[:, : min(n - 1, d)].mean(0).tolist(),
    }


(out / "geometry.json").write_text(
    json.dumps(
        {
            "many": case(1, 120, 24, 50.0),
            "few": case(2, 20, 48, 5.0),
            "one more than wide": case(3, 25, 24, 0.0),
            "random": [random_null(30, 60), random_null(200, 40), random_null(41, 40)],
        }
    )
)

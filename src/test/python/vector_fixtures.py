"""Writes src/test/resources/org/vectorscope/vector: what numpy, scikit-learn and steering-vectors make of made-up pairs.

Run with an environment that has numpy, scikit-learn, torch, steering-vectors, gguf and safetensors.
"""

import json
import sys
from pathlib import Path

import gguf
import numpy as np
import torch
from safetensors.numpy import save_file
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from steering_vectors.aggregators import logistic_aggregator, mean_aggregator, pca_aggregator

out = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources/org/vectorscope/vector")
out.mkdir(parents=True, exist_ok=True)


def pairs(seed, n, d, signal, noise, offset):
    """Positive and negative rows that share a large common part, as residuals do."""
    random = np.random.default_rng(seed)
    direction = random.standard_normal(d)
    direction /= np.linalg.norm(direction)
    common = offset * random.standard_normal(d) + random.standard_normal((n, d))
    strength = signal * (1 + 0.5 * random.standard_normal((n, 1)))
    positive = common + strength * direction / 2 + noise * random.standard_normal((n, d))
    negative = common - strength * direction / 2 + noise * random.standard_normal((n, d))
    return np.round(positive, 4).astype(np.float32), np.round(negative, 4).astype(np.float32)


def unit(v):
    return v / np.linalg.norm(v)


def held_out(positive, negative, fit):
    """AUC and d' of projections on the unit direction of all pairs but the projected one."""
    p, q = [], []
    for i in range(len(positive)):
        keep = np.arange(len(positive)) != i
        u = unit(fit(positive[keep], negative[keep]))
        p.append(positive[i] @ u)
        q.append(negative[i] @ u)
    auc = roc_auc_score([1] * len(p) + [0] * len(q), p + q)
    return {"auc": auc, "dPrime": (np.mean(p) - np.mean(q)) / np.sqrt((np.var(p, ddof=1) + np.var(q, ddof=1)) / 2)}


def mean(p, q):
    return (p - q).mean(0)


def pca(p, q):
    d = p - q
    v = np.linalg.svd(d, full_matrices=False)[2][0]
    return v * np.sign((d @ v).mean())


def pca_centred(p, q):
    d = p - q
    v = PCA(n_components=1, svd_solver="full").fit(d).components_[0]
    return v * np.sign((d @ v).mean())


def logistic(p, q):
    middle = (p + q) / 2
    x = np.vstack([p - middle, q - middle])
    y = [1] * len(p) + [-1] * len(q)
    return unit(LogisticRegression(fit_intercept=False, tol=1e-10, max_iter=100000).fit(x, y).coef_[0])


cases = {}
for name, arguments in {
    "clear": dict(seed=1, n=24, d=40, signal=3.0, noise=0.5, offset=5.0),
    "weak": dict(seed=2, n=30, d=16, signal=0.5, noise=1.0, offset=0.5),
    "wide": dict(seed=3, n=6, d=90, signal=8.0, noise=1.0, offset=20.0),
}.items():
    p32, q32 = pairs(**arguments)
    p, q = p32.astype(np.float64), q32.astype(np.float64)
    delta = p - q
    others = (delta.sum(0) - delta) / (len(p) - 1)
    cosines = (delta * others).sum(1) / np.linalg.norm(delta, axis=1) / np.linalg.norm(others, axis=1)
    tp, tq = torch.tensor(p), torch.tensor(q)
    redraws = np.random.default_rng(0).integers(0, len(p), (20000, len(p)))
    v = delta.mean(0)
    stability = [unit(delta[rows].mean(0)) @ unit(v) for rows in redraws]
    cases[name] = {
        "positive": p32.tolist(),
        "negative": q32.tolist(),
        "cosines": cosines.tolist(),
        "residualNorm": float(np.mean([np.linalg.norm(p, axis=1), np.linalg.norm(q, axis=1)])),
        "stability": [float(np.mean(stability)), *np.percentile(stability, [2.5, 97.5]).tolist()],
        "methods": {
            "mean": {"vector": mean(p, q).tolist(), **held_out(p, q, mean)},
            "pca": {"vector": pca(p, q).tolist(), **held_out(p, q, pca)},
            "pca-centred": {"vector": pca_centred(p, q).tolist(), **held_out(p, q, pca_centred)},
            "logistic": {"vector": logistic(p, q).tolist(), **held_out(p, q, logistic)},
        },
        "steeringVectors": {
            "mean": mean_aggregator()(tp, tq).tolist(),
            "pca": pca_aggregator()(tp, tq).tolist(),
            "logistic": logistic_aggregator()(tp, tq).tolist(),
        },
    }

(out / "pairs.json").write_text(json.dumps(cases))

# as repeng 0.5's ControlVector.export_gguf writes it, its 2-block model's one direction and a third's
writer = gguf.GGUFWriter(str(out / "repeng.gguf"), "controlvector")
writer.add_string("controlvector.model_hint", "llama")
writer.add_uint32("controlvector.layer_count", 3)
for layer in (3, 2, 1):
    writer.add_tensor(f"direction.{layer}", (np.arange(8) * 0.25 - layer).astype(np.float32))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()

recipe = {
    "format": "vectorscope.vector.1",
    "model": "SmolLM2-135M-Instruct",
    "fingerprint": "f" * 64,
    "method": "mean",
    "read_token": "-1",
    "pairs_sha256": "a" * 64,
    "n": "62",
    "layer_convention": "resid_post",
}
tensors = {f"vector.{layer}": np.arange(4, dtype=np.float32) + layer for layer in (0, 2, 11)}
save_file(tensors, str(out / "vectors.safetensors"), recipe)

"""Fixtures of org.vectorscope.score, by scikit-learn, scipy and onnxruntime.

python score_fixtures.py MODEL_FOLDER OUT_FOLDER
MODEL_FOLDER holds model.onnx and tokenizer.json of all-MiniLM-L6-v2 (quantised) as the program carries them.
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.optimize import brentq
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer

model_folder, out = Path(sys.argv[1]), Path(sys.argv[2])


def logistic():
    rng = np.random.default_rng(7)
    cases = []
    for n, d, c, scale in ((40, 5, 1.0, 1.0), (30, 40, 10.0, 0.3), (60, 3, 100.0, 2.0)):
        x = np.round(rng.normal(size=(n, d)) * scale, 4).astype(np.float32)
        y = (x[:, 0] + 0.7 * rng.normal(size=n) * scale + 0.3 > 0).astype(int)
        fit = LogisticRegression(C=c, solver="newton-cholesky", tol=1e-12, max_iter=10000).fit(x.astype(np.float64), y)
        cases.append({"c": c, "x": [[float(v) for v in row] for row in x], "y": y.tolist(),
                      "weights": fit.coef_[0].tolist() + [float(fit.intercept_[0])]})
    return cases


def auc():
    rng = np.random.default_rng(8)
    cases = []
    for n, shift in ((30, 1.0), (62, 9.0), (12, 0.0), (20, -0.5)):
        scores = np.round(np.concatenate([rng.normal(size=n) + shift, rng.normal(size=n)]), 1)
        y = np.array([1] * n + [0] * n)
        value = float(roc_auc_score(y, scores))

        def off(theta, sign):
            more = n - 1
            variance = theta * (1 - theta) * (1 + more * (1 - theta) / (2 - theta) + more * theta / (1 + theta)) / n**2
            return sign * (value - theta) - 1.959963984540054 * np.sqrt(variance)

        low = brentq(off, 1e-9, value - 1e-12, args=(1,))
        high = 1.0 if value == 1 else brentq(off, value + 1e-12, 1 - 1e-9, args=(-1,))
        cases.append({"scores": scores.tolist(), "y": y.tolist(), "value": value, "low": low, "high": high})
    return cases


def embeddings():
    tokenizer = Tokenizer.from_file(str(model_folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    session = onnxruntime.InferenceSession(str(model_folder / "model.onnx"))
    names = [i.name for i in session.get_inputs()]
    texts = ["It was lovely, we felt at home.", "Die Züge fahren heute nicht.", "2 + 2 = 4 \U0001f642"]
    cases = []
    for text in texts:
        e = tokenizer.encode(text)
        feed = {"input_ids": e.ids, "attention_mask": e.attention_mask, "token_type_ids": e.type_ids}
        hidden = session.run(None, {k: np.array([feed[k]], dtype=np.int64) for k in names})[0][0]
        mean = hidden.mean(0)
        cases.append({"text": text, "vector": np.round(mean / np.linalg.norm(mean), 6).tolist()})
    return cases


out.mkdir(parents=True, exist_ok=True)
for name, make in (("logistic", logistic), ("auc", auc), ("embeddings", embeddings)):
    (out / f"{name}.json").write_text(json.dumps(make()) + "\n")

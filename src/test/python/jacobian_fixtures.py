"""Jacobians of tiny checkpoints by torch's autograd in float64, written beside them.

    python jacobian_fixtures.py src/test/resources/org/vectorscope/checkpoint/tiny

For each folder and layer, with ids i64 [t]: `jacobian.L` f32 [vocabulary, d] = d logits / d resid_post.L, both at the last
token; `squares.L` f32 [d], its squared singular values; `fisher.L` f32 [d], those of the same weighed by diag(p) - p p'.
"""

import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM

OUT = Path(sys.argv[1])


def jacobian(model, ids, layer):
    block = model.model.layers[layer]

    def logits(change):
        def hook(_module, _inputs, output):
            states = output[0] if isinstance(output, tuple) else output
            moved = torch.cat([states[:, :-1], states[:, -1:] + change], 1)
            return (moved,) + tuple(output[1:]) if isinstance(output, tuple) else moved

        handle = block.register_forward_hook(hook)
        try:
            return model(input_ids=ids[None]).logits[0, -1]
        finally:
            handle.remove()

    nothing = torch.zeros(model.config.hidden_size, dtype=torch.float64)
    return torch.autograd.functional.jacobian(logits, nothing), torch.softmax(logits(nothing).detach(), 0)


for name in ("new-spelling", "tied", "biased", "llama3-scaling"):
    model = AutoModelForCausalLM.from_pretrained(OUT / name, dtype=torch.float64, attn_implementation="eager").eval()
    ids = load_file(OUT / name / "trace.safetensors")["ids"][:11]
    seen = {"ids": ids.contiguous()}
    for layer in range(model.config.num_hidden_layers):
        j, p = jacobian(model, ids, layer)
        weight = torch.diag(p) - torch.outer(p, p)
        seen[f"jacobian.{layer}"] = j.float().contiguous()
        seen[f"squares.{layer}"] = torch.linalg.eigvalsh(j.T @ j).flip(0).float().contiguous()
        seen[f"fisher.{layer}"] = torch.linalg.eigvalsh(j.T @ weight @ j).flip(0).float().contiguous()
    save_file(seen, OUT / name / "jacobian.safetensors")
    print(name, [float(seen[f"squares.{i}"][0]) for i in range(2)])

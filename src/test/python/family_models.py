"""Makes tiny random checkpoints of every model family, and what transformers computes with them.

    python family_models.py src/test/resources/org/vectorscope/checkpoint/families

Needs torch, transformers, gguf, safetensors. Every folder FAMILY/VARIANT has config.json, model.safetensors (16 bits),
trace.safetensors (one forward pass in float32: ids, embeddings, resid_post.L before the final norm, logits) and mostly
greedy.json (64 greedy ids in float32). FAMILY/gguf/VARIANT.gguf is the folder as llama.cpp's converter writes it; where
its content differs (VARIANT-TYPE.gguf) it has a trace of its own.

Which switches each variant covers is written down in family_variants.py, and asserted here: a switch that is ignored
changes the logits by more than 1e-3, and so does a tensor that is ignored.
"""

import json
import re
import shutil
import sys
from pathlib import Path
from zlib import crc32

import torch
from safetensors.torch import save_file
from torch.nn import ModuleList
from transformers import CONFIG_MAPPING, AutoModelForCausalLM, logging

from family_variants import GENERATED
from tiny_models import trace

OUT = Path(sys.argv[1])
MATTERS = 1e-3


def made(variant, changes=None):
    """A model of the variant's config, or of its config changed."""
    config = variant.json(changes)
    config = CONFIG_MAPPING[config["model_type"]].from_dict(config)
    return AutoModelForCausalLM.from_config(config, attn_implementation="eager", dtype=torch.float32).eval()


def randomise(model, variant):
    torch.manual_seed(crc32(f"{variant.family}/{variant.name}".encode()) + variant.salt)
    centre = 0.0 if variant.family.startswith("gemma") else 1.0
    with torch.no_grad():
        for name, weight in model.named_parameters():
            norm = weight.ndim == 1 and name.endswith("weight")
            values = torch.randn(weight.shape) * 0.2 + (centre if norm else 0.0)
            weight.copy_(values.to(getattr(torch, variant.dtype)).float())


def blocks(model):
    return next(m for n, m in model.named_modules() if isinstance(m, ModuleList) and "vision" not in n)


def seen(model, variant):
    return trace(model, variant.count, blocks(model))


def file_name(name, variant):
    for first, instead in variant.prefix.items():
        if name.startswith(first):
            return instead + name.removeprefix(first)
    return name


def weights(model, variant):
    state = {k: v.detach().to(getattr(torch, variant.dtype)).contiguous() for k, v in model.state_dict().items()}
    if model.config.get_text_config().tie_word_embeddings:
        state.pop("lm_head.weight", None)
    state = {file_name(k, variant): v for k, v in state.items()}
    return state | (buffers(variant, model.config) if variant.buffers else {})


def buffers(variant, config):
    """What the first files of these families hold besides weights."""
    size = config.max_position_embeddings
    mask = torch.ones(size, size, dtype=torch.uint8).tril().reshape(1, 1, size, size)
    if variant.family == "gpt2":
        return {f"h.{i}.attn.bias": mask.clone() for i in range(config.n_layer)}
    held = {}
    for i in range(config.num_hidden_layers):
        at = f"gpt_neox.layers.{i}.attention."
        held |= {at + "bias": mask.bool(), at + "masked_bias": torch.tensor(-1e9), at + "rotary_emb.inv_freq": torch.ones(4)}
    return held


def folder(variant):
    model = made(variant)
    randomise(model, variant)
    to = OUT / variant.family / variant.name
    to.mkdir(parents=True)
    (to / "config.json").write_text(json.dumps(variant.json(), indent=1) + "\n")
    save_file(weights(model, variant), to / "model.safetensors", metadata={"format": "pt"})
    meant = seen(model, variant)
    save_file(meant, to / "trace.safetensors")
    read = AutoModelForCausalLM.from_pretrained(to, dtype=torch.float32, attn_implementation="eager").eval()
    assert torch.equal(seen(read, variant)["logits"], meant["logits"]), "the folder says something else"
    ignored(variant, model, meant["logits"])
    unused(variant, model, meant["logits"])
    if variant.greedy:
        write_greedy(model, variant.greedy, to / "greedy.json")
    if variant.crossing:
        write_greedy(model, variant.crossing, to / "crossing.json")
    return model


def ignored(variant, model, logits):
    for name, changes in variant.flips.items():
        flipped = made(variant, changes)
        flipped.load_state_dict(model.state_dict(), strict=False)
        change = (seen(flipped, variant)["logits"] - logits).abs().max().item()
        assert change > MATTERS, f"ignoring {name} changes the logits by {change}"


def unused(variant, model, logits):
    """No kind of tensor may be left out unnoticed: zeroes in its place show, in one layer at least."""
    changes = {}
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "vision" in name or "multi_modal" in name:
                continue
            held = weight.clone()
            weight.zero_()
            change = (seen(model, variant)["logits"] - logits).abs().max().item()
            weight.copy_(held)
            kind = re.sub(r"\.\d+\.", ".", name)
            changes[kind] = max(change, changes.get(kind, 0))
    assert all(c > MATTERS for c in changes.values()), changes


def write_greedy(model, count, to):
    """64 ids from a prompt for which no step is a near tie, so that another order of additions finds the same."""
    torch.manual_seed(100)
    prompts = torch.randint(3, 93, (32, count))
    ids, margins = greedy(model, prompts)
    varied = torch.tensor([len(set(row)) for row in ids.tolist()])
    best = torch.where(margins > 0.002, varied, 0).argmax()
    prompt = prompts[best : best + 1]
    alone, margin = greedy(model, prompt)
    assert margin > 0.002 and torch.equal(alone[0], ids[best]) and varied[best] > 3, (margin, varied[best])
    to.write_text(json.dumps({"prompt": prompt[0].tolist(), "ids": alone[0].tolist()}) + "\n")


def greedy(model, prompts):
    """Ids [n, 64], and how far ahead of the second each row's closest step was [n]."""
    with torch.no_grad():
        out = model.generate(prompts, attention_mask=torch.ones_like(prompts), max_new_tokens=64, do_sample=False,
                             pad_token_id=0, eos_token_id=None, output_logits=True, return_dict_in_generate=True)
    top = torch.stack(out.logits).topk(2).values
    ids = out.sequences[:, prompts.shape[1] :]
    assert ids.shape[1] == 64
    return ids, (top[:, :, 0] - top[:, :, 1]).amin(0)


def main():
    logging.set_verbosity_error()
    torch.set_num_threads(1)
    shutil.rmtree(OUT, ignore_errors=True)
    for variant in GENERATED:
        if len(sys.argv) > 2 and f"{variant.family}/{variant.name}" not in sys.argv[2:]: continue
        print(variant.family, variant.name, flush=True)
        try:
            folder(variant)
        except Exception as e:
            print(variant.family, variant.name, repr(e)[:600])
            import os
            if os.environ.get("TB"): raise


main()

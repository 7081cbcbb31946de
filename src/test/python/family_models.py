"""Makes tiny random checkpoints of every model family, and what transformers computes with them.

    python family_models.py src/test/resources/org/vectorscope/checkpoint/families

Needs torch, transformers, gguf, safetensors. Every folder FAMILY/VARIANT has config.json, model.safetensors (16 bits),
trace.safetensors (one forward pass in float32: ids, embeddings, resid_post.L before the final norm, logits) and mostly
greedy.json (64 greedy ids in float32). FAMILY/gguf/VARIANT.gguf is the folder as llama.cpp's converter writes it; where
its content differs (VARIANT-TYPE.gguf) it has a trace of its own.

The variants are data in family_variants.py, where "flips" names the switches each covers; asserted here: a switch that
is ignored changes the logits by more than 1e-3, and so does a tensor that is ignored. In short ("new-spelling" is always
rope_parameters and dtype, "old-spelling" rope_theta, rope_scaling, torch_dtype and names older still; both are float16 or
bfloat16, tied or not, in turn):

    gpt2         new-spelling     tied, transformer. before the names, n_inner null
                 old-spelling     names without transformer., attn.bias masks among the weights
                 scaled-by-layer  scale_attn_by_inverse_layer_idx, reorder_and_upcast_attn, n_inner, relu, eps
                 unscaled         scale_attn_weights false, gelu, untied
    gpt_neox     new-spelling     a quarter of each head rotated, parallel
                 old-spelling     rotary_pct, embed_out, masks and inv_freq among the weights, not parallel
                 whole-heads      partial_rotary_factor 1, attention_bias false, linear, relu, tied
                 sparse           use_parallel_residual and rotary_pct left out, gelu_fast
    llama        dynamic          longer than max_position_embeddings
                 yarn             beta_fast, beta_slow
                 yarn-mscale      mscale, mscale_all_dim, truncate false
                 yarn-attention-factor, longrope (long regime, factor)
    mistral      new-spelling     window on all layers
                 old-spelling     no window, free head_dim, gelu, eps
                 yarn             truncate false, one kv head; tied
                 llama3
    qwen2        new-spelling     use_sliding_window from max_window_layers on
                 old-spelling     a window that use_sliding_window switches off; tied
                 yarn             layer_types, head_dim, gelu_pytorch_tanh, eps
    qwen3        new-spelling     free head_dim; tied
                 old-spelling     attention_bias, use_sliding_window from max_window_layers on
                 layer-types      layer_types, yarn without truncate, gelu, eps
    gemma2       new-spelling     both caps, layer_types, query_pre_attn_scalar = head_dim
                 old-spelling     both caps, no layer_types, query_pre_attn_scalar, attention_bias
                 uncapped         no caps, unusual layer_types, linear, silu, eps
    gemma3_text  new-spelling     rope_parameters for each kind of layer, linear on the global ones
                 old-spelling     rope_local_base_freq, sliding_window_pattern, attention_bias
                 capped           final_logit_softcapping; a cap of the scores, which transformers does not apply; untied
                 six-layers       the pattern left out: the sixth layer is global
                 multimodal       text_config with most keys left out, language_model.model. before the names
                 multimodal-new-spelling  model.language_model. before the names
    phi3         new-spelling     window
                 longrope-short   partial_rotary_factor
                 longrope-long    longer than original_max_position_embeddings
                 longrope-across  crossing.json: 64 ids that begin in the short regime and end in the long one, for which
                                  transformers starts over; attention_factor, gelu, eps; tied
    smollm3      new-spelling     every fourth layer without positions; tied
                 old-spelling     no_rope_layers, use_sliding_window (on those), attention_bias, mlp_bias
                 layer-types      no_rope_layer_interval, layer_types, head_dim, linear, gelu, eps
    olmo2        new-spelling
                 old-spelling     attention_bias, relu, num_key_value_heads left out
                 dynamic          longer than max_position_embeddings, eps; tied
"""

import json
import re
import shutil
import sys
from copy import deepcopy
from pathlib import Path
from zlib import crc32

import torch
from gguf.quants import dequantize
from safetensors.torch import save_file
from torch.nn import ModuleList
from transformers import CONFIG_MAPPING, AutoModelForCausalLM, logging

import family_gguf
from family_variants import GENERATED
from tiny_models import stored, trace

OUT = Path(sys.argv[1])
MATTERS = 1e-3
READ_BY_TRANSFORMERS = ("gpt2", "llama", "qwen2", "qwen3", "gemma2", "gemma3_text", "phi3")  # as GGUF


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
    prompts = torch.randint(3, 60, (32, count))
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


def as_gguf(variant, model, kind):
    to = OUT / variant.family / "gguf"
    to.mkdir(exist_ok=True)
    exact = kind in ("F16", "BF16")
    file = f"{variant.name if exact else variant.name + '-' + kind}.gguf"
    family_gguf.write(to / file, variant.family, model, kind)
    if not exact:
        model = rounded(deepcopy(model), kind)
        save_file(seen(model, variant), to / file.replace(".gguf", ".trace.safetensors"))
    if variant.family in READ_BY_TRANSFORMERS:  # the tensors, not the keys: of those it knows too few
        read = AutoModelForCausalLM.from_pretrained(
            to, gguf_file=file, dtype=torch.float32, config=deepcopy(model.config), attn_implementation="eager").eval()
        assert torch.equal(seen(read, variant)["logits"], seen(model, variant)["logits"]), file


def rounded(model, kind):
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.ndim > 1:
                data, kept = stored(weight.numpy(), kind)
                weight.copy_(torch.from_numpy(dequantize(data, kept)))
    return model


def main():
    logging.set_verbosity_error()
    torch.set_num_threads(1)  # a small model gains nothing from more
    shutil.rmtree(OUT, ignore_errors=True)
    for variant in GENERATED:
        print(variant.family, variant.name, flush=True)
        model = folder(variant)
        for kind in variant.gguf:
            as_gguf(variant, model, kind)


main()

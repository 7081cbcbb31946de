"""Makes a large random bfloat16 Llama checkpoint, to see that one loads, traces, extracts and generates in the memory there is.

    python large_model.py 3b|7b FOLDER TOKENIZER_FOLDER

Needs numpy. Shapes are those of Llama-3.2-3B and Llama-2-7B. Every block holds the same numbers, so that making it takes
a minute; what is computed means nothing. Tokenizer and chat template are copied from another checkpoint's folder.
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np

SHAPES = {
    "3b": dict(hidden_size=3072, intermediate_size=8192, num_hidden_layers=28, num_attention_heads=24,
               num_key_value_heads=8, head_dim=128, vocab_size=128256, tie_word_embeddings=True),
    "7b": dict(hidden_size=4096, intermediate_size=11008, num_hidden_layers=32, num_attention_heads=32,
               num_key_value_heads=32, head_dim=128, vocab_size=32000, tie_word_embeddings=False),
}


def bfloat16(rng, shape, scale, middle=0.0):
    values = rng.standard_normal(shape, dtype=np.float32) * scale + middle
    return (values.view(np.uint32) >> 16).astype(np.uint16)


def write(path, tensors):
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, values in tensors.items():
        header[name] = {"dtype": "BF16", "shape": list(values.shape), "data_offsets": [at, at + values.nbytes]}
        at += values.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for values in tensors.values():
            f.write(values.tobytes())


def main():
    kind, out, tokenizer = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    c, rng = SHAPES[kind], np.random.default_rng(0)
    out.mkdir(parents=True)
    d, f, hd = c["hidden_size"], c["intermediate_size"], c["head_dim"]
    q, kv = c["num_attention_heads"] * hd, c["num_key_value_heads"] * hd
    scale = 0.6 / d**0.5
    block = {"input_layernorm": bfloat16(rng, (d,), 0.1, 1), "post_attention_layernorm": bfloat16(rng, (d,), 0.1, 1)}
    for name, rows, columns in (("self_attn.q_proj", q, d), ("self_attn.k_proj", kv, d), ("self_attn.v_proj", kv, d),
                                ("self_attn.o_proj", d, q), ("mlp.gate_proj", f, d), ("mlp.up_proj", f, d),
                                ("mlp.down_proj", d, f)):
        block[name] = bfloat16(rng, (rows, columns), scale)
    places, shards = {}, c["num_hidden_layers"] // 4 + 1
    for shard in range(shards):
        file = f"model-{shard + 1:05d}-of-{shards:05d}.safetensors"
        tensors = {}
        if shard == 0:
            tensors["model.embed_tokens.weight"] = bfloat16(rng, (c["vocab_size"], d), 0.5)
            tensors["model.norm.weight"] = bfloat16(rng, (d,), 0.1, 1)
            if not c["tie_word_embeddings"]:
                tensors["lm_head.weight"] = bfloat16(rng, (c["vocab_size"], d), scale)
        else:
            for layer in range(4 * (shard - 1), 4 * shard):
                tensors |= {f"model.layers.{layer}.{name}.weight": values for name, values in block.items()}
        write(out / file, tensors)
        places |= {name: file for name in tensors}
    (out / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))
    config = dict(c, architectures=["LlamaForCausalLM"], model_type="llama", torch_dtype="bfloat16", rms_norm_eps=1e-5,
                  rope_theta=500000.0, max_position_embeddings=8192, eos_token_id=2, hidden_act="silu")
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(tokenizer / name, out / name)


main()

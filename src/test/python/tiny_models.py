"""Makes the tiny random Llama checkpoints of the tests, and what transformers computes with them.

    python tiny_models.py src/test/resources/org/vectorscope/checkpoint/tiny

Needs torch, transformers, tokenizers, gguf, safetensors. Weights are rounded to 16 bits, so that a file of half the
size holds them exactly. Every reference is one forward pass in float32: ids, embeddings, resid_post.L, logits.
"""

import json
import shutil
import sys
from pathlib import Path

import gguf
import numpy as np
import torch
from gguf.quants import dequantize, quantize
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM

OUT = Path(sys.argv[1])
BASE = dict(
    vocab_size=96, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
    num_key_value_heads=2, max_position_embeddings=128, rms_norm_eps=1e-5, tie_word_embeddings=False,
    rope_parameters=dict(rope_type="default", rope_theta=10000.0), bos_token_id=1, eos_token_id=2, pad_token_id=None,
)
LLAMA3 = dict(rope_type="llama3", rope_theta=100.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
              original_max_position_embeddings=64)
LINEAR = dict(rope_type="linear", rope_theta=10000.0, factor=4.0)


def model(seed=1, dtype=torch.float16, **changes):
    torch.manual_seed(seed)
    made = LlamaForCausalLM(LlamaConfig(**{**BASE, **changes})).eval()
    with torch.no_grad():
        for name, weight in made.named_parameters():
            middle, width = (1.0, 0.2) if "norm" in name else (0.0, 0.2)
            weight.copy_((torch.randn(weight.shape) * width + middle).to(dtype).float())
    return made


def trace(made, count=16, layers=None):
    """One forward pass; layers are the model's blocks where they are not under model.layers."""
    layers = made.model.layers if layers is None else layers
    torch.manual_seed(7)
    ids = torch.randint(3, made.get_input_embeddings().num_embeddings, (1, count))
    seen, hooks = {"ids": ids[0]}, []

    def before(_module, inputs, kwargs):
        seen["embeddings"] = (inputs[0] if inputs else kwargs["hidden_states"])[0].float().contiguous().clone()

    def after(name):
        def hook(_module, _inputs, output):
            seen[name] = (output[0] if isinstance(output, tuple) else output).reshape(count, -1).float().contiguous().clone()

        return hook

    hooks.append(layers[0].register_forward_pre_hook(before, with_kwargs=True))
    for i, layer in enumerate(layers):
        hooks.append(layer.register_forward_hook(after(f"resid_post.{i}")))
    with torch.no_grad():
        seen["logits"] = made(input_ids=ids).logits[0].float().contiguous()
    for hook in hooks:
        hook.remove()
    return seen


def config(made, dtype, old):
    """config.json by hand: in the spelling of transformers 5, or in the one before."""
    c = made.config
    keys = ["vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
            "num_key_value_heads", "head_dim", "max_position_embeddings", "rms_norm_eps", "hidden_act",
            "attention_bias", "mlp_bias", "tie_word_embeddings", "bos_token_id", "eos_token_id"]
    d = {"architectures": ["LlamaForCausalLM"], "model_type": "llama", **{k: getattr(c, k) for k in keys}}
    rope = {k: v for k, v in dict(c.rope_parameters).items() if v is not None}
    if not old:
        return {**d, "dtype": dtype, "rope_parameters": rope, "transformers_version": "5.23.0"}
    theta, kind = rope.pop("rope_theta"), rope.pop("rope_type")
    d = {**d, "torch_dtype": dtype, "rope_theta": theta, "transformers_version": "4.40.0"}
    d["rope_scaling"] = None if kind == "default" else {"type" if kind == "linear" else "rope_type": kind, **rope}
    if c.num_key_value_heads == c.num_attention_heads:
        del d["num_key_value_heads"]
    if c.head_dim * c.num_attention_heads == c.hidden_size:
        del d["head_dim"]
    for key in ("attention_bias", "mlp_bias"):
        if not d[key]:
            del d[key]
    return d


def weights(made, dtype=torch.float16):
    state = {k: v.detach().to(dtype).contiguous() for k, v in made.state_dict().items()}
    if made.config.tie_word_embeddings:
        state.pop("lm_head.weight", None)
    return state


def folder(name, made, dtype=torch.float16, old=False):
    to = OUT / name
    to.mkdir(parents=True)
    (to / "config.json").write_text(json.dumps(config(made, str(dtype).removeprefix("torch."), old), indent=1) + "\n")
    save_file(weights(made, dtype), to / "model.safetensors", metadata={"format": "pt"})
    save_file(trace(made), to / "trace.safetensors")
    check = LlamaForCausalLM.from_pretrained(to, dtype=torch.float32).eval()  # the folder says what was meant
    assert torch.equal(trace(check)["logits"], trace(made)["logits"]), name
    return to


def sharded(made):
    to = OUT / "sharded"
    to.mkdir()
    shutil.copy(OUT / "new-spelling" / "config.json", to)
    state, places = weights(made), {}
    names = sorted(state)
    for part in range(3):
        file = f"model-{part + 1:05d}-of-00003.safetensors"
        held = names[part::3]
        save_file({n: state[n] for n in held}, to / file, metadata={"format": "pt"})
        places |= {n: file for n in held}
    index = {"metadata": {"total_size": sum(t.nbytes for t in state.values())}, "weight_map": places}
    (to / "model.safetensors.index.json").write_text(json.dumps(index, indent=1) + "\n")


CHAT = ("{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
        "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}")


TEXT = [
    "The weather is lovely today and I feel wonderful about the future.",
    "This is terrible; nothing works, and I am sad that it never will.",
    "What do you think of the answer? I think that it is right, thank you very much!",
    "Please write a letter to the people who were there, and tell them what happened in the end.",
    "user and assistant: you are a helpful assistant, and the user has a question for you.",
]


def talking():
    """A model with a tokenizer of its own and a chat template: a folder on which a whole program can be tried."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    specials = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    tokenizer.train_from_iterator(TEXT, trainers.BpeTrainer(
        vocab_size=352, special_tokens=specials, show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    made = model(9, vocab_size=352, tie_word_embeddings=True, max_position_embeddings=512)
    to = folder("talking", made)
    tokenizer.save(str(to / "tokenizer.json"), pretty=False)
    settings = {"bos_token": "<|im_start|>", "eos_token": {"content": "<|im_end|>"}, "chat_template": CHAT,
                "tokenizer_class": "PreTrainedTokenizerFast"}
    (to / "tokenizer_config.json").write_text(json.dumps(settings, indent=1) + "\n")
    (to / "generation_config.json").write_text(json.dumps({"bos_token_id": 1, "eos_token_id": [2, 0]}) + "\n")
    (to / "README.md").write_text("---\nlicense: apache-2.0\n---\nRandom weights.\n")
    as_gguf("talking", made, "F16", tokenizer=json.loads(tokenizer.to_str()))


NAMES = {"self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v",
         "self_attn.o_proj": "attn_output", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
         "mlp.down_proj": "ffn_down", "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm"}


def gguf_name(name):
    if name.startswith("model.layers."):
        _, _, layer, rest = name.split(".", 3)
        module, kind = rest.rsplit(".", 1)
        return f"blk.{layer}.{NAMES[module]}.{kind}"
    return {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight",
            "lm_head.weight": "output.weight"}[name]


def permuted(values, heads):
    """What llama.cpp's LlamaModel.permute does to q and k."""
    return values.reshape(heads, 2, values.shape[0] // heads // 2, *values.shape[1:]).swapaxes(1, 2).reshape(values.shape)


def random_blocks(values, kind):
    """Valid blocks of a type that the gguf package can read but not make."""
    block, size = gguf.GGML_QUANT_SIZES[kind]
    rng = np.random.default_rng(values.size)
    blocks = rng.integers(0, 256, (values.size // block, size), dtype=np.uint8)
    scale = (rng.random(len(blocks)) * 0.0004 + 0.0001).astype(np.float16).view(np.uint8).reshape(-1, 2)
    if kind == gguf.GGMLQuantizationType.Q6_K:
        blocks[:, -2:] = (rng.random(len(blocks)) * 0.00008).astype(np.float16).view(np.uint8).reshape(-1, 2)
    else:
        blocks[:, 0:2] = scale
        blocks[:, 2:4] = (rng.random(len(blocks)) * 0.003).astype(np.float16).view(np.uint8).reshape(-1, 2)
    return blocks.reshape(*values.shape[:-1], -1)


def stored(values, kind):
    kind = gguf.GGMLQuantizationType[kind]
    if values.ndim < 2:
        return values.astype(np.float32), gguf.GGMLQuantizationType.F32
    if kind in (gguf.GGMLQuantizationType.Q4_K, gguf.GGMLQuantizationType.Q5_K, gguf.GGMLQuantizationType.Q6_K):
        if values.shape[-1] % 256:
            return quantize(values, gguf.GGMLQuantizationType.Q8_0), gguf.GGMLQuantizationType.Q8_0
        return random_blocks(values, kind), kind
    return quantize(values, kind), kind


def as_gguf(name, made, kind, scaling=None, tokenizer=None):
    c = made.config
    to = OUT / "gguf"
    to.mkdir(exist_ok=True)
    writer = gguf.GGUFWriter(to / f"{name}.gguf", "llama")
    writer.add_name(name)
    writer.add_context_length(c.max_position_embeddings)
    writer.add_embedding_length(c.hidden_size)
    writer.add_block_count(c.num_hidden_layers)
    writer.add_feed_forward_length(c.intermediate_size)
    writer.add_head_count(c.num_attention_heads)
    writer.add_head_count_kv(c.num_key_value_heads)
    writer.add_rope_freq_base(c.rope_parameters["rope_theta"])
    writer.add_layer_norm_rms_eps(c.rms_norm_eps)
    writer.add_rope_dimension_count(c.head_dim)
    writer.add_key_length(c.head_dim)
    writer.add_value_length(c.head_dim)
    writer.add_vocab_size(c.vocab_size)
    if scaling == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(c.rope_parameters["factor"])
    if scaling == "llama3":
        f = 1.0 / c.rope_parameters["rope_theta"] ** (torch.arange(0, c.head_dim, 2).float() / c.head_dim)
        scaled = made.model.rotary_emb.inv_freq
        writer.add_tensor("rope_freqs.weight", (f / scaled).numpy().astype(np.float32))
    if tokenizer:
        pieces = tokenizer["model"]["vocab"]
        tokens = sorted(pieces, key=pieces.get)
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre("smollm")
        writer.add_token_list(tokens)
        writer.add_token_types([3 if i < 3 else 1 for i in range(len(tokens))])
        writer.add_token_merges([" ".join(m) for m in tokenizer["model"]["merges"]])
        writer.add_bos_token_id(1)
        writer.add_eos_token_id(2)
        writer.add_eot_token_id(0)
        writer.add_add_bos_token(False)
        writer.add_chat_template(CHAT)
        writer.add_string("general.license", "apache-2.0")
    for key, value in weights(made, torch.float32).items():
        values = value.numpy()
        if "q_proj" in key:
            values = permuted(values, c.num_attention_heads)
        if "k_proj" in key:
            values = permuted(values, c.num_key_value_heads)
        data, dtype = stored(values, kind)
        writer.add_tensor(gguf_name(key), data, raw_dtype=dtype)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def gguf_reference(name, made):
    """What transformers computes with the file, and the rows of q and k as it sees them."""
    reader = gguf.GGUFReader(OUT / "gguf" / f"{name}.gguf")
    by_name = {t.name: dequantize(t.data, t.tensor_type).reshape([int(n) for n in t.shape][::-1]) for t in reader.tensors}
    state = made.state_dict()
    for key in state:
        values = by_name.get(gguf_name(key), by_name["token_embd.weight"])
        for which, heads in (("q_proj", made.config.num_attention_heads), ("k_proj", made.config.num_key_value_heads)):
            if which in key:
                values = values.reshape(heads, values.shape[0] // heads // 2, 2, -1).swapaxes(1, 2).reshape(values.shape)
        state[key] = torch.from_numpy(np.ascontiguousarray(values.astype(np.float32)))
    made.load_state_dict(state)
    loaded = LlamaForCausalLM.from_pretrained(OUT / "gguf", gguf_file=f"{name}.gguf", dtype=torch.float32).eval()
    for key, value in loaded.state_dict().items():
        assert torch.equal(value, state[key]), (name, key)
    seen = trace(loaded)
    for which in ("self_attn.q_proj", "self_attn.k_proj", "mlp.down_proj")[: 3 if made.config.hidden_size < 256 else 2]:
        seen[f"model.layers.0.{which}.weight"] = state[f"model.layers.0.{which}.weight"].contiguous()
    save_file(seen, OUT / "gguf" / f"{name}.trace.safetensors")


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    plain = model()
    folder("new-spelling", plain)
    sharded(plain)
    folder("old-spelling", model(2, num_key_value_heads=4), old=True)
    folder("tied", model(3, tie_word_embeddings=True))
    folder("biased", model(4, attention_bias=True, mlp_bias=True))
    folder("free-head-dim", model(5, head_dim=12))
    folder("llama3-scaling", model(6, rope_parameters=LLAMA3), old=True)
    folder("linear-scaling", model(7, rope_parameters=LINEAR), old=True)
    folder("float32", model(8, torch.float32, vocab_size=64, num_hidden_layers=1), torch.float32)
    folder("bfloat16", model(8, torch.bfloat16), torch.bfloat16)
    talking()
    as_gguf("biased", model(4, attention_bias=True, mlp_bias=True), "F16")
    as_gguf("llama3-scaling", model(6, rope_parameters=LLAMA3), "F16", scaling="llama3")
    as_gguf("linear-scaling", model(7, rope_parameters=LINEAR), "F16", scaling="linear")
    small = dict(vocab_size=64, num_hidden_layers=1)
    for kind in ("F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1"):
        made = model(10, torch.float32, **small)
        as_gguf(kind, made, kind)
        gguf_reference(kind, made)
    wide = dict(small, hidden_size=256, head_dim=16, num_attention_heads=2, num_key_value_heads=1, intermediate_size=32)
    for kind in ("Q4_K", "Q5_K", "Q6_K"):
        made = model(11, torch.float32, **wide)
        as_gguf(kind, made, kind)
        gguf_reference(kind, made)


if __name__ == "__main__":
    main()

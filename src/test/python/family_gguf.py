"""Writes a model of transformers as llama.cpp's converter does: names, keys, and what it changes in the tensors."""

import math

import gguf
import numpy as np
import torch

from tiny_models import permuted, stored

ARCH = dict(gpt2="gpt2", gpt_neox="gptneox", llama="llama", mistral="llama", qwen2="qwen2", qwen3="qwen3", gemma2="gemma2",
            gemma3_text="gemma3", phi3="phi3", smollm3="smollm3", olmo2="olmo2")
PERMUTED = ("llama", "smollm3")


def write(to, family, model, kind):
    """kind is the type of the matrices; vectors and learned positions stay F32."""
    arch, config = ARCH[family], model.config
    writer = gguf.GGUFWriter(to, arch)
    writer.add_name(to.stem)
    KEYS.get(arch, text_keys)(writer, config, arch)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32 if kind == "F32" else gguf.LlamaFileType[f"MOSTLY_{kind}"])
    names = gguf.get_tensor_name_map(next(k for k, v in gguf.MODEL_ARCH_NAMES.items() if v == arch), config.num_hidden_layers)
    for name, values in extra(model, arch).items():
        writer.add_tensor(name, values)
    for key, values in model.state_dict().items():
        if key == "lm_head.weight" and config.tie_word_embeddings:
            continue
        name = names.get_name(key, (".weight", ".bias"))
        values = converted(key, values.detach().float().numpy(), arch, config)
        plain = name == "position_embd.weight"
        writer.add_tensor(name, *((values,) if plain else (lambda d, t: (d, None, t))(*stored(values, kind))))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def converted(key, values, arch, config):
    if arch in PERMUTED and ".q_proj." in key:
        return permuted(values, config.num_attention_heads)
    if arch in PERMUTED and ".k_proj." in key:
        return permuted(values, config.num_key_value_heads)
    if arch in ("gemma2", "gemma3") and key.endswith("norm.weight"):
        return values + np.float32(1)
    if arch == "gpt2" and key.endswith((".c_attn.weight", ".c_proj.weight", ".c_fc.weight")):
        return np.ascontiguousarray(values.T)
    if arch == "gptneox" and ".query_key_value." in key:
        by_head = values.reshape(config.num_attention_heads, 3, -1, *values.shape[1:])
        return np.ascontiguousarray(by_head.swapaxes(0, 1).reshape(values.shape))
    return values


def extra(model, arch):
    rope = getattr(model.config, "rope_parameters", None) or {}
    if rope.get("rope_type") == "llama3":
        inverse = model.model.rotary_emb.inv_freq
        plain = rope["rope_theta"] ** -(torch.arange(0, 2 * len(inverse), 2).float() / (2 * len(inverse)))
        return {"rope_freqs.weight": (plain / inverse).numpy().astype(np.float32)}
    if arch == "phi3" and rope.get("rope_type") == "longrope":
        return {f"rope_factors_{which}.weight": np.array(rope[f"{which}_factor"], dtype=np.float32)
                for which in ("long", "short")}
    return {}


def gpt2_keys(writer, c, _arch):
    writer.add_block_count(c.n_layer)
    writer.add_context_length(c.n_positions)
    writer.add_embedding_length(c.n_embd)
    writer.add_feed_forward_length(4 * c.n_embd)
    writer.add_head_count(c.n_head)
    writer.add_layer_norm_eps(c.layer_norm_epsilon)


def gptneox_keys(writer, c, _arch):
    assert c.rope_parameters["rope_theta"] == 10000 and c.hidden_act == "gelu"  # the file cannot say otherwise
    sizes(writer, c)
    writer.add_rope_dimension_count(int(c.rope_parameters["partial_rotary_factor"] * (c.hidden_size // c.num_attention_heads)))
    writer.add_parallel_residual(c.use_parallel_residual)
    writer.add_layer_norm_eps(c.layer_norm_eps)


def sizes(writer, c):
    writer.add_context_length(c.max_position_embeddings)
    writer.add_embedding_length(c.hidden_size)
    writer.add_block_count(c.num_hidden_layers)
    writer.add_feed_forward_length(c.intermediate_size)
    writer.add_head_count(c.num_attention_heads)


def text_keys(writer, c, arch):
    assert c.hidden_act == "silu" and not getattr(c, "sliding_window", None)  # nor here
    sizes(writer, c)
    writer.add_head_count_kv(c.num_key_value_heads)
    writer.add_layer_norm_rms_eps(c.rms_norm_eps)
    rope_keys(writer, c.rope_parameters)
    head_dim = getattr(c, "head_dim", None)
    if head_dim is not None:
        writer.add_key_length(head_dim)
        writer.add_value_length(head_dim)
    if arch in PERMUTED:
        writer.add_vocab_size(c.vocab_size)
        writer.add_rope_dimension_count(head_dim or c.hidden_size // c.num_attention_heads)


def rope_keys(writer, rope):
    writer.add_rope_freq_base(rope["rope_theta"])
    if rope["rope_type"] == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(rope["factor"])
    if rope["rope_type"] == "yarn":
        writer.add_rope_scaling_type(gguf.RopeScalingType.YARN)
        writer.add_rope_scaling_factor(rope["factor"])
        writer.add_rope_scaling_orig_ctx_len(rope["original_max_position_embeddings"])
        writer.add_rope_scaling_yarn_beta_fast(rope["beta_fast"])
        writer.add_rope_scaling_yarn_beta_slow(rope["beta_slow"])


def gemma_keys(writer, c, arch):
    assert c.query_pre_attn_scalar == c.head_dim and c.hidden_activation == "gelu_pytorch_tanh"
    sizes(writer, c)
    writer.add_head_count_kv(c.num_key_value_heads)
    writer.add_layer_norm_rms_eps(c.rms_norm_eps)
    writer.add_key_length(c.head_dim)
    writer.add_value_length(c.head_dim)
    writer.add_sliding_window(c.sliding_window)
    if arch == "gemma2":
        assert c.rope_parameters["rope_theta"] == 10000
        writer.add_attn_logit_softcapping(c.attn_logit_softcapping)
        writer.add_final_logit_softcapping(c.final_logit_softcapping)
    else:  # most files leave out rope.freq_base_swa: it is 10000
        assert c.rope_parameters["sliding_attention"]["rope_theta"] == 10000
        rope_keys(writer, c.rope_parameters["full_attention"])


def phi3_keys(writer, c, _arch):
    assert c.hidden_act == "silu"
    rope = c.rope_parameters
    sizes(writer, c)
    writer.add_head_count_kv(c.num_key_value_heads)
    writer.add_layer_norm_rms_eps(c.rms_norm_eps)
    original = rope.get("original_max_position_embeddings", c.original_max_position_embeddings)
    writer.add_rope_scaling_orig_ctx_len(original)
    writer.add_rope_dimension_count(int(rope["partial_rotary_factor"] * c.hidden_size) // c.num_attention_heads)
    writer.add_rope_freq_base(rope["rope_theta"])
    writer.add_sliding_window(c.sliding_window or 0)
    if rope["rope_type"] == "longrope":
        scale = c.max_position_embeddings / original
        writer.add_rope_scaling_attn_factors(math.sqrt(1 + math.log(scale) / math.log(original)) if scale > 1 else 1.0)


KEYS = dict(gpt2=gpt2_keys, gptneox=gptneox_keys, gemma2=gemma_keys, gemma3=gemma_keys, phi3=phi3_keys)

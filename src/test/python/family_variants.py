"""The checkpoints of family_models.py as data: what each config.json says, and which of its keys must matter.

A variant's config is written down once, with its rotary embedding under "rope", and spelled as transformers 5 writes it
(rope_parameters, dtype) or as the versions before did (rope_theta, rope_scaling, torch_dtype and older names).
"""

from copy import deepcopy
from dataclasses import dataclass, field

COMMON = dict(vocab_size=64, hidden_size=32, intermediate_size=20, num_hidden_layers=2, num_attention_heads=4,
              num_key_value_heads=2, max_position_embeddings=128, rms_norm_eps=1e-5, hidden_act="silu",
              tie_word_embeddings=False, bos_token_id=1, eos_token_id=2, pad_token_id=None)
GPT2 = dict(vocab_size=64, n_embd=32, n_layer=2, n_head=4, n_positions=80, n_ctx=80, layer_norm_epsilon=1e-5,
            activation_function="gelu_new", bos_token_id=1, eos_token_id=2)
NEOX = dict(vocab_size=64, hidden_size=32, intermediate_size=20, num_hidden_layers=2, num_attention_heads=2,
            max_position_embeddings=128, layer_norm_eps=1e-5, hidden_act="gelu", use_parallel_residual=True,
            tie_word_embeddings=False, bos_token_id=1, eos_token_id=2)
GEMMA = {**{k: v for k, v in COMMON.items() if k != "hidden_act"}, "hidden_activation": "gelu_pytorch_tanh", "head_dim": 8,
         "query_pre_attn_scalar": 8, "sliding_window": 6, "tie_word_embeddings": True, "rms_norm_eps": 1e-6,
         "bos_token_id": 2, "eos_token_id": 1, "pad_token_id": 0, "num_hidden_layers": 3}
CLASSES = dict(gpt2="GPT2LMHeadModel", gpt_neox="GPTNeoXForCausalLM", llama="LlamaForCausalLM", mistral="MistralForCausalLM",
               qwen2="Qwen2ForCausalLM", qwen3="Qwen3ForCausalLM", gemma2="Gemma2ForCausalLM", phi3="Phi3ForCausalLM",
               gemma3_text="Gemma3ForCausalLM", smollm3="SmolLM3ForCausalLM", olmo2="Olmo2ForCausalLM")
BASES = dict(gpt2=GPT2, gpt_neox=NEOX, gemma2=GEMMA, gemma3_text=GEMMA)
SLIDES, FULL = "sliding_attention", "full_attention"


@dataclass
class Variant:
    family: str
    name: str
    config: dict
    old: bool = False
    dtype: str = "float16"
    flips: dict = field(default_factory=dict)  # what must matter: name -> changes to the config that ignore it
    gguf: list = field(default_factory=list)  # types
    count: int = 24
    greedy: int | None = 8  # tokens of the prompt; None: no greedy.json
    crossing: int | None = None  # tokens of a prompt whose continuation leaves the short regime of longrope
    buffers: bool = False  # as old files have them: masks and frequencies beside the weights
    prefix: dict = field(default_factory=dict)  # first part of a tensor's name -> what stands in the file
    vision: bool = False
    salt: int = 0  # for another draw of the weights

    def json(self, changes=None):
        config = changed(BASES.get(self.family, COMMON), self.config)
        return spelled(self, changed(config, changes or {}))


def changed(config, changes):
    config = deepcopy(config)
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(config.get(key), dict):
            config[key] = changed(config[key], value)
        elif value is ...:
            config.pop(key, None)
        else:
            config[key] = value
    return config


def spelled(variant, config):
    rope = config.pop("rope", None)
    local = config.pop("local_rope", None)
    whole = {"architectures": [CLASSES[variant.family]], "model_type": variant.family, **config}
    if variant.old:
        whole |= {"torch_dtype": variant.dtype, "transformers_version": "4.40.0", **old_rope(variant.family, rope, local)}
        if variant.family in ("llama", "phi3", "olmo2") and config["num_key_value_heads"] == config["num_attention_heads"]:
            del whole["num_key_value_heads"]  # what these families then take it to be
    else:
        whole |= {"dtype": variant.dtype, "transformers_version": "5.24.0"}
        if local:
            whole["rope_parameters"] = {FULL: rope, SLIDES: local}
        elif rope:
            whole["rope_parameters"] = rope
    return nested(variant, whole) if variant.vision else whole


def old_rope(family, rope, local):
    if rope is None:
        return {}
    scaling = {k: v for k, v in rope.items() if k not in ("rope_theta", "partial_rotary_factor", "rope_type")}
    kind = rope.get("rope_type", "default")
    if kind != "default":
        scaling = {"rope_type" if kind in ("llama3", "yarn") or family == "gemma3_text" else "type": kind, **scaling}
    names = ("rotary_emb_base", "rotary_pct") if family == "gpt_neox" else ("rope_theta", "partial_rotary_factor")
    spelling = {name: rope[key] for name, key in zip(names, ("rope_theta", "partial_rotary_factor")) if key in rope}
    spelling["rope_scaling"] = scaling or None
    if local:
        spelling["rope_local_base_freq"] = local["rope_theta"]
    return spelling


def nested(variant, config):
    """The config of a Gemma 3 that sees: its text part is the model."""
    version = config.pop("transformers_version")
    dtype = config.pop("dtype", None) or config.pop("torch_dtype")
    text = {**config, "model_type": "gemma3_text"}
    text.pop("architectures")
    text.pop("tie_word_embeddings", None)
    vision = dict(model_type="siglip_vision_model", hidden_size=8, intermediate_size=8, num_hidden_layers=1,
                  num_attention_heads=2, image_size=8, patch_size=4)
    return {"architectures": ["Gemma3ForConditionalGeneration"], "model_type": "gemma3", "text_config": text,
            "vision_config": vision, "mm_tokens_per_image": 4, "boi_token_index": 61, "eoi_token_index": 62,
            "image_token_index": 63, "torch_dtype" if variant.old else "dtype": dtype, "transformers_version": version}


def rope(theta=500.0, kind="default", **more):
    return dict(rope_theta=theta, rope_type=kind, **more)


THETA = {"rope_theta": dict(rope=dict(rope_theta=10000.0))}
NO_WINDOW = {"sliding_window": dict(sliding_window=4096)}
EPS = {"norm eps": dict(rms_norm_eps=1e-6)}
NO_BIAS = {"attention_bias": dict(attention_bias=False)}
LLAMA3 = rope(100.0, "llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=64)
YARN = rope(500.0, "yarn", factor=4.0, original_max_position_embeddings=32)


def act(ignored="silu", key="hidden_act"):
    return {key: {key: ignored}}


def factors(low, high, count):
    return [round(low + (high - low) * i / (count - 1), 3) for i in range(count)]


LONG = rope(500.0, "longrope", short_factor=factors(1.1, 2.0, 4), long_factor=factors(2.0, 9.0, 4))
GENERATED = [
    # GPT-2: learned positions, fused transposed qkv, biases everywhere.
    Variant("gpt2", "new-spelling", dict(), gguf=["F16"]),
    Variant("gpt2", "old-spelling", dict(n_inner=20), old=True, buffers=True, prefix={"transformer.": ""}),
    Variant("gpt2", "scaled-by-layer", dict(scale_attn_by_inverse_layer_idx=True, reorder_and_upcast_attn=True, n_inner=20,
                                            activation_function="relu", layer_norm_epsilon=0.01, n_ctx=...),
            flips={"by layer": dict(scale_attn_by_inverse_layer_idx=False), "eps": dict(layer_norm_epsilon=1e-5),
                   **act("gelu_new", "activation_function")}, salt=2),
    Variant("gpt2", "unscaled", dict(scale_attn_weights=False, activation_function="gelu", tie_word_embeddings=False,
                                     n_inner=20), old=True, dtype="bfloat16",
            flips={"scale": dict(scale_attn_weights=True)}),

    # GPT-NeoX: parallel residual, part of each head rotated, qkv interleaved by head.
    Variant("gpt_neox", "new-spelling", dict(rope=rope(10000.0, partial_rotary_factor=0.25), layer_norm_eps=0.01), gguf=["F16"],
            flips={"theta": dict(rope=dict(rope_theta=500.0)), "partial": dict(rope=dict(partial_rotary_factor=1.0)),
                   "eps": dict(layer_norm_eps=1e-5),
                   "parallel": dict(use_parallel_residual=False)}),
    Variant("gpt_neox", "old-spelling", dict(rope=dict(rope_theta=10000.0, partial_rotary_factor=0.5),
                                             use_parallel_residual=False,
                                             max_position_embeddings=80), old=True, buffers=True,
            prefix={"lm_head.": "embed_out."}, gguf=["F16"],
            flips={"partial": dict(rope=dict(partial_rotary_factor=0.25)), "parallel": dict(use_parallel_residual=True)}),
    Variant("gpt_neox", "whole-heads", dict(rope=rope(partial_rotary_factor=1.0, kind="linear", factor=4.0), hidden_act="relu",
                                            attention_bias=False, tie_word_embeddings=True), dtype="bfloat16",
            flips={**THETA, "partial": dict(rope=dict(partial_rotary_factor=0.25)), **act("gelu"),
                   "factor": dict(rope=dict(factor=1.0))}),
    Variant("gpt_neox", "sparse", dict(rope=dict(rope_theta=100.0), use_parallel_residual=..., hidden_act="gelu_fast"), old=True,
            prefix={"lm_head.": "embed_out."},
            flips={"partial": dict(rope=dict(partial_rotary_factor=1.0)), "parallel": dict(use_parallel_residual=False)}),

    # Llama: the rope scalings that tiny_models.py has not.
    Variant("llama", "dynamic", dict(rope=rope(kind="dynamic", factor=4.0), max_position_embeddings=16), old=True, greedy=None,
            flips={"dynamic": dict(rope=dict(rope_type="default", factor=...)), "factor": dict(rope=dict(factor=2.0))}),
    Variant("llama", "yarn", dict(rope=YARN | dict(rope_theta=50.0, original_max_position_embeddings=64, beta_fast=2.0,
                                             beta_slow=0.5)),
            gguf=["F16"],
            flips={"factor": dict(rope=dict(factor=2.0)), "beta_fast": dict(rope=dict(beta_fast=32.0)),
                   "beta_slow": dict(rope=dict(beta_slow=1.0)), **THETA,
                   "original": dict(rope=dict(original_max_position_embeddings=16))}),
    Variant("llama", "yarn-mscale", dict(rope=YARN | dict(mscale=2.0, mscale_all_dim=0.5, truncate=False), rms_norm_eps=0.01,
                                        hidden_act="relu"),
            flips={"mscale": dict(rope=dict(mscale=...)), "truncate": dict(rope=dict(truncate=True)), **EPS, **act()}),
    Variant("llama", "yarn-attention-factor", dict(rope=YARN | dict(attention_factor=1.6)), old=True, dtype="bfloat16",
            flips={"attention_factor": dict(rope=dict(attention_factor=...))}),
    Variant("llama", "longrope", dict(rope=LONG | dict(original_max_position_embeddings=16, factor=4.0)), greedy=24,
            flips={"factor": dict(rope=dict(factor=1.0)), "long": dict(rope=dict(long_factor=[1.0] * 4))}),

    # Mistral: one window on all layers.
    Variant("mistral", "new-spelling", dict(rope=rope(), sliding_window=7), flips={**THETA, **NO_WINDOW}),
    Variant("mistral", "old-spelling", dict(rope=rope(), sliding_window=None, head_dim=12, hidden_act="gelu", rms_norm_eps=0.01),
            old=True,
            flips={"sliding_window": dict(sliding_window=7), **EPS, **act()}),
    Variant("mistral", "yarn", dict(rope=YARN | dict(truncate=False), sliding_window=9, num_key_value_heads=1,
                                    tie_word_embeddings=True), dtype="bfloat16",
            flips={"truncate": dict(rope=dict(truncate=True)), **NO_WINDOW}),
    Variant("mistral", "llama3", dict(rope=LLAMA3, sliding_window=None, head_dim=12), gguf=["F16"],
            flips={"factor": dict(rope=dict(factor=2.0)), "low": dict(rope=dict(low_freq_factor=2.0)),
                   "high": dict(rope=dict(high_freq_factor=16.0)),
                   "original": dict(rope=dict(original_max_position_embeddings=16))}),

    # Qwen 2: biases on q, k and v only; windows on the last layers.
    Variant("qwen2", "new-spelling", dict(rope=rope(), use_sliding_window=True, sliding_window=6, max_window_layers=1,
                                          num_hidden_layers=3),
            flips={**THETA, "use_sliding_window": dict(use_sliding_window=False), "sliding_window": dict(sliding_window=5),
                   "max_window_layers": dict(max_window_layers=0)}),
    Variant("qwen2", "old-spelling", dict(rope=rope(), use_sliding_window=False, sliding_window=6, max_window_layers=1,
                                          tie_word_embeddings=True, intermediate_size=32), old=True,
            gguf=["F16", "Q8_0", "Q4_0", "Q4_1"],
            flips={"use_sliding_window": dict(use_sliding_window=True), **THETA}),
    Variant("qwen2", "yarn", dict(rope=YARN, use_sliding_window=True, sliding_window=6, max_window_layers=0, num_hidden_layers=3,
                                  layer_types=[SLIDES, FULL, SLIDES], head_dim=12, hidden_act="gelu_pytorch_tanh",
                                  rms_norm_eps=0.01), old=True, dtype="bfloat16",
            flips={"layer_types": dict(layer_types=...), "factor": dict(rope=dict(factor=2.0)), **NO_WINDOW, **EPS, **act()}),

    # Qwen 3: q and k normed by head.
    Variant("qwen3", "new-spelling", dict(rope=rope(), head_dim=12, tie_word_embeddings=True), gguf=["F16"], flips=THETA),
    Variant("qwen3", "old-spelling", dict(rope=rope(), head_dim=8, attention_bias=True, use_sliding_window=True, sliding_window=6,
                                          max_window_layers=1, num_hidden_layers=3), old=True, dtype="bfloat16",
            flips={**NO_BIAS, "use_sliding_window": dict(use_sliding_window=False),
                   "max_window_layers": dict(max_window_layers=0)}),
    Variant("qwen3", "layer-types", dict(rope=YARN | dict(truncate=False), head_dim=16, use_sliding_window=True, sliding_window=7,
                                         layer_types=[SLIDES, FULL], hidden_act="gelu", rms_norm_eps=0.05),
            flips={**EPS, **act(), "layer_types": dict(layer_types=[FULL, SLIDES]), "truncate": dict(rope=dict(truncate=True))}),

    # Gemma 2: four norms, soft caps, windows on even layers, embeddings scaled.
    Variant("gemma2", "new-spelling", dict(rope=rope(10000.0), attn_logit_softcapping=1.5, final_logit_softcapping=2.0,
                                           layer_types=[SLIDES, FULL, SLIDES]), gguf=["F16"],
            flips={**NO_WINDOW, "attention cap": dict(attn_logit_softcapping=None), "scale": dict(query_pre_attn_scalar=256),
                   "final cap": dict(final_logit_softcapping=None), "layer_types": dict(layer_types=[FULL, SLIDES, FULL])}),
    Variant("gemma2", "old-spelling", dict(rope=rope(), attn_logit_softcapping=0.8, final_logit_softcapping=1.2, head_dim=12,
                                           query_pre_attn_scalar=20, attention_bias=True, hidden_act="gelu_pytorch_tanh"),
            old=True, dtype="bfloat16",
            flips={**NO_WINDOW, **NO_BIAS, **THETA, "scale": dict(query_pre_attn_scalar=12),
                   "attention cap": dict(attn_logit_softcapping=50.0), "final cap": dict(final_logit_softcapping=30.0)}, salt=1),
    Variant("gemma2", "uncapped", dict(rope=rope(kind="linear", factor=4.0), attn_logit_softcapping=None, rms_norm_eps=0.05,
                                       final_logit_softcapping=None, hidden_activation="silu", layer_types=[FULL, SLIDES, FULL]),
            flips={"attention cap": dict(attn_logit_softcapping=1.0), "final cap": dict(final_logit_softcapping=30.0),
                   "layer_types": dict(layer_types=...), "factor": dict(rope=dict(factor=1.0)), **EPS,
                   **act("gelu_pytorch_tanh", "hidden_activation")}),

    # Gemma 3: as Gemma 2 with q and k normed and a rotary embedding for each kind of layer. Caps of the scores are read
    # but not used by transformers.
    Variant("gemma3_text", "new-spelling", dict(rope=rope(5000.0, "linear", factor=8.0), local_rope=rope(100.0),
                                                layer_types=[SLIDES, FULL, SLIDES]),
            flips={**NO_WINDOW, "local": dict(local_rope=dict(rope_theta=10000.0)), "factor": dict(rope=dict(factor=1.0)),
                   "global": dict(rope=dict(rope_theta=100.0)), "layer_types": dict(layer_types=...),
                   "scale": dict(query_pre_attn_scalar=256)}),
    Variant("gemma3_text", "old-spelling", dict(rope=rope(50.0, "linear", factor=8.0), local_rope=rope(500.0), head_dim=12,
                                                attention_bias=True, sliding_window_pattern=2, query_pre_attn_scalar=20),
            old=True, dtype="bfloat16",
            flips={**NO_WINDOW, **NO_BIAS, "local": dict(local_rope=dict(rope_theta=10000.0)),
                   "pattern": dict(sliding_window_pattern=6), "factor": dict(rope=dict(factor=1.0)),
                   "global": dict(rope=dict(rope_theta=1000000.0)), "scale": dict(query_pre_attn_scalar=12)}),
    Variant("gemma3_text", "capped", dict(final_logit_softcapping=1.5, attn_logit_softcapping=1.0, rms_norm_eps=0.05,
                                          hidden_activation="gelu", tie_word_embeddings=False, layer_types=[FULL, SLIDES, FULL]),
            flips={"final cap": dict(final_logit_softcapping=None), **EPS}),
    Variant("gemma3_text", "six-layers", dict(rope=rope(5000.0, "linear", factor=8.0), local_rope=rope(10000.0),
                                              num_hidden_layers=6, intermediate_size=16), old=True, gguf=["F16"],
            flips={**NO_WINDOW, "pattern": dict(layer_types=[SLIDES] * 6), "factor": dict(rope=dict(factor=1.0))}),
    Variant("gemma3_text", "multimodal", {k: ... for k in ("query_pre_attn_scalar", "rms_norm_eps", "hidden_activation",
                                                           "bos_token_id", "eos_token_id", "pad_token_id",
                                                           "max_position_embeddings")}
            | dict(rope=dict(rope_type="linear", factor=8.0), num_hidden_layers=6, intermediate_size=16),
            old=True, dtype="bfloat16", vision=True,
            prefix={"model.language_model.": "language_model.model.", "model.": "", "lm_head.": "language_model.lm_head."}),
    Variant("gemma3_text", "multimodal-new-spelling", dict(rope=rope(5000.0, "linear", factor=8.0), local_rope=rope(100.0),
                                                           layer_types=[SLIDES, FULL, SLIDES]), vision=True),

    # Phi 3: fused qkv and gate_up; longrope in its short and its long regime, and across.
    Variant("phi3", "new-spelling", dict(rope=rope(), sliding_window=7, original_max_position_embeddings=128),
            gguf=["F16"], flips={**THETA, **NO_WINDOW}),
    Variant("phi3", "longrope-short", dict(
        rope=rope(500.0, "longrope", short_factor=[1.5, 3.0], long_factor=[4.0, 9.0], partial_rotary_factor=0.5),
        original_max_position_embeddings=96, max_position_embeddings=384, sliding_window=None), old=True, gguf=["F16"],
            flips={"short": dict(rope=dict(short_factor=[1.0, 1.0])), "length": dict(max_position_embeddings=96)}),
    Variant("phi3", "longrope-long", dict(rope=LONG, original_max_position_embeddings=16, sliding_window=None), greedy=24,
            dtype="bfloat16", gguf=["BF16"],
            flips={"long": dict(rope=dict(long_factor=[1.0] * 4)), "length": dict(max_position_embeddings=16)}),
    Variant("phi3", "longrope-across", dict(rope=LONG | dict(attention_factor=1.3), original_max_position_embeddings=32,
                                            tie_word_embeddings=True, hidden_act="gelu", rms_norm_eps=0.01, sliding_window=None),
            old=True, greedy=None, crossing=8,
            flips={**EPS, **act(), "short": dict(rope=dict(short_factor=[1.0] * 4)),
                   "attention_factor": dict(rope=dict(attention_factor=...))}),

    # SmolLM 3: layers without positions.
    Variant("smollm3", "new-spelling", dict(rope=rope(), num_hidden_layers=4, tie_word_embeddings=True), gguf=["F16"],
            flips={**THETA, "interval": dict(no_rope_layer_interval=2)}),
    Variant("smollm3", "old-spelling", dict(rope=rope(), no_rope_layers=[1, 0, 1], use_sliding_window=True, sliding_window=6,
                                            num_hidden_layers=3, attention_bias=True, mlp_bias=True), old=True, dtype="bfloat16",
            flips={"no_rope_layers": dict(no_rope_layers=...), **NO_WINDOW, **NO_BIAS, "mlp_bias": dict(mlp_bias=False),
                   "use_sliding_window": dict(use_sliding_window=False)}),
    Variant("smollm3", "layer-types", dict(rope=rope(kind="linear", factor=4.0), no_rope_layer_interval=2, head_dim=12,
                                           use_sliding_window=True, sliding_window=7, layer_types=[SLIDES, FULL],
                                           rms_norm_eps=0.01,
                                           hidden_act="gelu"),
            flips={"interval": dict(no_rope_layer_interval=4), "layer_types": dict(layer_types=...), **EPS, **act(),
                   "factor": dict(rope=dict(factor=1.0))}),

    # OLMo 2: norms after the halves of a block, q and k normed over all heads.
    Variant("olmo2", "new-spelling", dict(rope=rope()), gguf=["F16"], flips=THETA),
    Variant("olmo2", "old-spelling", dict(rope=rope(), num_key_value_heads=4, attention_bias=True, hidden_act="relu"), old=True,
            dtype="bfloat16", flips={**NO_BIAS, **act(), **THETA}),
    Variant("olmo2", "dynamic", dict(rope=rope(kind="dynamic", factor=4.0), max_position_embeddings=16, rms_norm_eps=0.01,
                                     tie_word_embeddings=True), greedy=None,
            flips={"dynamic": dict(rope=dict(rope_type="default", factor=...)), **EPS}),
]

"""Seconds per job of `vectorscope bench`, done the way one would in Python with transformers.

Prints a line of JSON about itself, then for every line of input, the name of a job, one with the seconds it took once.
"""

import argparse
import json
import os
import sys
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, logging

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--model", required=True)
parser.add_argument("--pairs")
parser.add_argument("--dtype", choices=["f32", "bf16"], default="f32")
options = parser.parse_args()

logging.set_verbosity_error()
os.environ.setdefault("HF_HUB_OFFLINE", "1")
DTYPE = {"f32": torch.float32, "bf16": torch.bfloat16}[options.dtype]
STRENGTHS = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)
SYSTEM = "You are a helpful, honest and concise assistant."


def load(path):
    extra = {}
    if path.endswith(".gguf"):
        path, extra = os.path.dirname(os.path.abspath(path)), {"gguf_file": os.path.basename(path)}
    model = AutoModelForCausalLM.from_pretrained(path, dtype=DTYPE, attn_implementation="sdpa", **extra)
    return model.eval(), AutoTokenizer.from_pretrained(path, **extra)


model, tokenizer = load(options.model)
layers = next(m for m in model.modules() if isinstance(m, torch.nn.ModuleList) and len(m) == model.config.get_text_config().num_hidden_layers)
middle = len(layers) // 2
vocabulary, width = model.get_input_embeddings().weight.shape
generator = torch.Generator().manual_seed(0)


def random_ids(rows, length):
    return torch.randint(10, vocabulary - 10, (rows, length), generator=generator)


def chat(user):
    turns = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": user}]
    return tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)


def read_pairs():
    with open(options.pairs) as lines:
        for line in lines:
            item = json.loads(line)
            question = item["question"]
            yes, no = item["answer_matching_behavior"].strip(), item["answer_not_matching_behavior"].strip()
            if not yes.startswith("("):
                question += "\n\nChoices:\n (A) Yes\n (B) No"
                yes, no = {"Yes": "(A)", "No": "(B)"}[yes], {"Yes": "(A)", "No": "(B)"}[no]
            yield chat(question), yes, no


def forward(rows):
    ids = random_ids(rows, 512)
    return lambda: model(input_ids=ids, logits_to_keep=1)


def generation(ids, **more):
    settings = dict(max_new_tokens=64, min_new_tokens=64, pad_token_id=0, attention_mask=torch.ones_like(ids))
    return lambda: model.generate(ids, **settings, **more)


def decode(rows):
    return generation(random_ids(rows, 64), do_sample=False)


def extract():
    from steering_vectors import train_steering_vector

    samples = [(question + yes, question + no) for question, yes, no in list(read_pairs())[:200]]
    tokenizer.padding_side = "left"
    tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
    return lambda: train_steering_vector(model, tokenizer, samples, read_token_index=-2, batch_size=8)


def pushed(vector, start, layer=middle):
    def hook(_module, _inputs, output):
        states = (output[0] if isinstance(output, tuple) else output).clone()
        states[:, (start if states.shape[1] > start else 0):] += vector
        return (states,) + tuple(output[1:]) if isinstance(output, tuple) else states

    return layers[layer].register_forward_hook(hook)


def arms():
    ids = torch.tensor([tokenizer(chat("Write a short review of the hotel where you stayed."))["input_ids"]])
    vector = torch.randn(width, generator=generator).to(DTYPE)

    def work():
        for arm in range(8):
            handle = pushed(vector * (arm > 0), ids.shape[1] - 1)
            generation(ids, do_sample=True, temperature=0.8)()
            handle.remove()

    return work


def sweep():
    """Two layers, to be scaled to all."""
    items = list(read_pairs())[:50]
    letters = [tokenizer("(" + c, add_special_tokens=False)["input_ids"][-1] for c in "AB"]
    vector = torch.randn(width, generator=generator).to(DTYPE)

    def work():
        for layer in (middle, middle + 1):
            for strength in STRENGTHS:
                for question, _, _ in items:
                    ids = torch.tensor([tokenizer(question + "(")["input_ids"]])
                    handle = pushed(strength * vector, ids.shape[1] - 2, layer)
                    model(input_ids=ids, logits_to_keep=1).logits[0, -1, letters]
                    handle.remove()

    return work


def jacobian():
    """Twenty directions, to be scaled to a thousand."""
    ids = torch.tensor([tokenizer("The quick brown fox jumps over the lazy dog.")["input_ids"]])

    def work():
        for _ in range(20):
            direction = torch.nn.functional.normalize(torch.randn(width, generator=generator), dim=0).to(DTYPE)
            for step in (0.01, -0.01):
                handle = pushed(step * direction, ids.shape[1] - 1)
                model(input_ids=ids, logits_to_keep=1)
                handle.remove()

    return work


def spectrum():
    import numpy as np

    rows = np.random.default_rng(0).standard_normal((20000, 2304), dtype=np.float32)

    def work():
        centred = rows - rows.mean(0)
        return np.linalg.eigvalsh(centred.T @ centred / (len(rows) - 1))

    return work


# name: how to prepare it, whether it is done once before it is timed, and by how much a part is scaled to the whole
jobs = {
    "forward-1x512": (lambda: forward(1), True, 1),
    "forward-8x512": (lambda: forward(8), True, 1),
    "decode-1": (lambda: decode(1), True, 1),
    "decode-8": (lambda: decode(8), True, 1),
    "extract-200": (extract, False, 1),
    "arms-8x64": (arms, True, 1),
    "sweep-7x50": (sweep, False, len(layers) / 2),
    "jacobian-1000": (jacobian, True, 1000 / 20),
    "spectrum-2304": (spectrum, True, 1),
}
prepared = {}
print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads(), "dtype": options.dtype}), flush=True)
with torch.inference_mode():
    for name in map(str.strip, sys.stdin):
        prepare, warm, scale = jobs[name]
        if name not in prepared:
            prepared[name] = prepare()
            if warm:
                prepared[name]()
        start = time.perf_counter()
        prepared[name]()
        print(json.dumps({"seconds": round((time.perf_counter() - start) * scale, 4)}), flush=True)

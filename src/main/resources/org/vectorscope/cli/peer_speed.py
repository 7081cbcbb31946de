"""Seconds per job of `vectorscope bench`, done the way one would in Python with transformers. Prints one JSON document."""

import argparse
import json
import os
import statistics
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, logging

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--model", required=True)
parser.add_argument("--pairs")
parser.add_argument("--jobs", required=True)
options = parser.parse_args()

logging.set_verbosity_error()
os.environ.setdefault("HF_HUB_OFFLINE", "1")
SYSTEM = "You are a helpful, honest and concise assistant."


def load(path):
    extra = {}
    if path.endswith(".gguf"):
        path, extra = os.path.dirname(os.path.abspath(path)), {"gguf_file": os.path.basename(path)}
    model = AutoModelForCausalLM.from_pretrained(path, dtype=torch.float32, attn_implementation="sdpa", **extra)
    return model.eval(), AutoTokenizer.from_pretrained(path, **extra)


model, tokenizer = load(options.model)
layers = model.model.layers
middle = len(layers) // 2
vocabulary, width = model.get_input_embeddings().weight.shape
generator = torch.Generator().manual_seed(0)


def timed(work, repeats=3):
    work()
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


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
    return timed(lambda: model(input_ids=ids, logits_to_keep=1))


def generation(ids, **more):
    settings = dict(max_new_tokens=64, min_new_tokens=64, pad_token_id=0, attention_mask=torch.ones_like(ids))
    return lambda: model.generate(ids, **settings, **more)


def decode(rows):
    return timed(generation(random_ids(rows, 64), do_sample=False))


def extract():
    from steering_vectors import train_steering_vector

    samples = [(question + yes, question + no) for question, yes, no in list(read_pairs())[:200]]
    tokenizer.padding_side = "left"
    tokenizer.pad_token = tokenizer.pad_token or tokenizer.eos_token
    return timed(lambda: train_steering_vector(model, tokenizer, samples, read_token_index=-2, batch_size=8), repeats=1)


def pushed(vector, start):
    def hook(_module, _inputs, output):
        states = (output[0] if isinstance(output, tuple) else output).clone()
        states[:, (start if states.shape[1] > start else 0):] += vector
        return (states,) + tuple(output[1:]) if isinstance(output, tuple) else states

    return layers[middle].register_forward_hook(hook)


def arms():
    ids = torch.tensor([tokenizer(chat("Write a short review of the hotel where you stayed."))["input_ids"]])
    vector = torch.randn(width, generator=generator)

    def work():
        for arm in range(8):
            handle = pushed(vector * (arm > 0), ids.shape[1] - 1)
            generation(ids, do_sample=True, temperature=0.8)()
            handle.remove()

    return timed(work)


def spectrum():
    import numpy as np

    rows = np.random.default_rng(0).standard_normal((20000, 2304), dtype=np.float32)

    def work():
        centred = rows - rows.mean(0)
        return np.linalg.eigvalsh(centred.T @ centred / (len(rows) - 1))

    return timed(work, repeats=1)


jobs = {
    "forward-1x512": lambda: forward(1),
    "forward-8x512": lambda: forward(8),
    "decode-1": lambda: decode(1),
    "decode-8": lambda: decode(8),
    "extract-200": extract,
    "arms-8x64": arms,
    "spectrum-2304": spectrum,
}
with torch.inference_mode():
    seconds = {name: round(jobs[name](), 4) for name in options.jobs.split(",")}
print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads(), "seconds": seconds}))

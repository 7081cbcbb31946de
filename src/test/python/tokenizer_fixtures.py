"""Makes GGUF files that hold nothing but a small tokenizer, and the ids the original gives for many texts.

    python tokenizer_fixtures.py src/test/resources/org/vectorscope/checkpoint/token

Byte-level BPE is trained and run by the tokenizers package with the pre-tokenizer that the family's own tokenizer.json
has; SentencePiece by sentencepiece itself. Needs gguf, tokenizers, sentencepiece.
"""

import io
import json
import random
import sys
from pathlib import Path

import gguf
import sentencepiece
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors, trainers

OUT = Path(sys.argv[1])
LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
          r"|\s*[\r\n]+|\s+(?!\S)|\s+")
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
TEKKEN = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?"
          r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+"
          r"|\s+(?!\S)|\s+")

SENTENCES = [
    "The weather is lovely today and I feel wonderful about the future.",
    "What do you think of the answer? I think that it's right, we'll see; they've said so, I'd agree.",
    "def f(x):\n    return x + 12345\n\n\nclass A:\n\tpass\n",
    "Übermäßig schöne Grüße aus Köln, naïve café, señor, Ångström.",
    "1. one\n2. two\n10. ten\n\n1999 2000 2024 3.14159",
    "HTTP GET /index.html?x=1&y=2 HTTP/1.1\r\nHost: example\r\n\r\n",
    "   leading, trailing   and    inner     spaces   ",
]
PIECES = [
    "hello", "Hello", "HELLO", " ", "  ", "   ", "\t", "\n", "\n\n", "\r\n", "the", "I'll", "they'VE", "don't", "1",
    "12", "123", "1234567", "½", "Ⅷ", "٣", "é", "e\u0301", "ß", "ǅ", "Ünï", "日本語", "한국어", "עברית", "العربية",
    "😀", "👩‍👩‍👧", "🇩🇪", "\u200b", "\u00a0", "\u3000", "…", "—", "“quoted”", "!?", "...", "/", "//", "a/b", "_x_", "$3.50",
    "x=y+1;", "#tag", "@me", "\\n", "\x00", "\x7f", "\ufeff", "🤷🏽‍♂️", "𝒳", "ﬁ", "camelCaseWord", "ABCdef", "naïve",
]


def texts(specials=()):
    random.seed(11)
    made = ["", *PIECES, *SENTENCES]
    pool = PIECES + [" "] * 12 + list(specials)
    while len(made) < 150:
        made.append("".join(random.choice(pool) for _ in range(random.randint(2, 9))))
    return made


def writer(name, kind, tokens, types):
    w = gguf.GGUFWriter(OUT / f"{name}.gguf", "llama")
    w.add_tokenizer_model(kind)
    w.add_token_list(tokens)
    w.add_token_types(types)
    return w


def finish(w):
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()


def save_cases(name, cases):
    (OUT / f"{name}.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


def byte_pairs(name, pre, steps, begins=False, whole=False):
    specials = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    t = Tokenizer(models.BPE(ignore_merges=whole))
    t.pre_tokenizer = pre_tokenizers.Sequence(steps)
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(SENTENCES * 3, trainers.BpeTrainer(
        vocab_size=420, special_tokens=specials, show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    if begins:
        t.post_processor = processors.TemplateProcessing(
            single="<|im_start|> $A", special_tokens=[("<|im_start|>", 1)])
    model = json.loads(t.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].get)
    w = writer(name, "gpt2", tokens, [3 if i < 3 else 1 for i in range(len(tokens))])
    w.add_tokenizer_pre(pre)
    w.add_token_merges([" ".join(m) for m in model["merges"]])
    w.add_bos_token_id(1)
    w.add_eos_token_id(2)
    if not begins:
        w.add_add_bos_token(False)
    finish(w)
    save_cases(name, [{"text": text, "ids": t.encode(text).ids} for text in texts(specials)])


def sentence_pieces(name, prefix):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([line for s in SENTENCES * 3 for line in s.split("\n") if line]), model_writer=model,
        model_type="bpe", vocab_size=420, byte_fallback=True, add_dummy_prefix=prefix, split_digits=True,
        normalization_rule_name="identity", remove_extra_whitespaces=False, allow_whitespace_only_pieces=True,
        hard_vocab_limit=False, minloglevel=2)
    s = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    count = s.get_piece_size()
    types = [2 if s.is_unknown(i) else 3 if s.is_control(i) else 6 if s.is_byte(i) else 1 for i in range(count)]
    w = writer(name, "llama", [s.id_to_piece(i) for i in range(count)], types)
    w.add_token_scores([s.get_score(i) for i in range(count)])
    w.add_unk_token_id(s.unk_id())
    w.add_bos_token_id(s.bos_id())
    w.add_eos_token_id(s.eos_id())
    w.add_add_space_prefix(prefix)
    finish(w)
    # sentencepiece ends a text at a zero
    save_cases(name, [{"text": t, "ids": s.encode(t, add_bos=True)} for t in texts() if "\x00" not in t])


def split(pattern):
    return [pre_tokenizers.Split(Regex(pattern), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]


OUT.mkdir(parents=True, exist_ok=True)
gpt2 = pre_tokenizers.ByteLevel(add_prefix_space=False)
byte_pairs("gpt-2", "gpt-2", [gpt2])
byte_pairs("smollm", "smollm", [pre_tokenizers.Digits(individual_digits=True), gpt2])
byte_pairs("llama-bpe", "llama-bpe", split(LLAMA3), begins=True, whole=True)
byte_pairs("qwen2", "qwen2", split(QWEN2))
byte_pairs("tekken", "tekken", split(TEKKEN), begins=True, whole=True)
sentence_pieces("llama", True)
sentence_pieces("llama-no-prefix", False)

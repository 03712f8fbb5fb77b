"""Tokenizers, trained on four sentences."""

import json

import transformers
from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers

CORPUS = [
    "a photo of a cat in the rain",
    "a watercolour of a red fox, mountains at dawn",
    "two dogs dancing in a city at night, neon",
    "an astronaut riding a horse",
] * 50
CHAT = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + (m['content'] if m['content'] is string else"
    " m['content'][0]['text']) + '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}"
    "{{ '<|im_start|>assistant\n' }}{% if enable_thinking is defined and not enable_thinking %}"
    "{{ '<think>\n\n</think>\n\n' }}{% endif %}{% endif %}"
)
QWEN_WORDS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"]
QWEN_WORDS += ["<|vision_start|>", "<|vision_end|>", "<|image_pad|>"]


def byte_pairs(special, *, suffix="", size=600):
    tokenizer = Tokenizer(models.BPE(end_of_word_suffix=suffix) if suffix else models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    options = {"end_of_word_suffix": suffix} if suffix else {}
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
        **options,
    )
    tokenizer.train_from_iterator(CORPUS, trainer)
    model = json.loads(tokenizer.to_str())["model"]
    return model["vocab"], [
        tuple(pair) if isinstance(pair, list) else tuple(pair.split(" ")) for pair in model["merges"]
    ]


def clip_tokenizer():
    vocab, merges = byte_pairs(["<|startoftext|>", "<|endoftext|>"], suffix="</w>", size=1000)
    for letter in pre_tokenizers.ByteLevel.alphabet():
        vocab.setdefault(letter + "</w>", len(vocab))
    return transformers.CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=77)


def qwen_tokenizer():
    vocab, merges = byte_pairs(QWEN_WORDS)
    tokenizer = transformers.Qwen2Tokenizer(vocab=vocab, merges=merges, model_max_length=2048)
    tokenizer.add_special_tokens({"additional_special_tokens": QWEN_WORDS[1:3] + QWEN_WORDS[5:]})
    tokenizer.chat_template = CHAT
    return tokenizer


def prefixed_tokenizer():
    """Like Gemma's and GLM's: even an empty text has a token."""
    vocab, merges = byte_pairs(["<pad>", "<bos>"])
    tokenizer = Tokenizer(models.BPE(vocab, merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.TemplateProcessing(single="<bos> $A", special_tokens=[("<bos>", 1)])
    named = {"pad_token": "<pad>", "bos_token": "<bos>"}
    return transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, model_max_length=2048, **named)


def t5_tokenizer():
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.!?'\"-"
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    pieces += [(letter, -4.0) for letter in letters]
    pieces += [("▁" + word, -3.0) for word in sorted(set(" ".join(CORPUS).split()))]
    return transformers.T5Tokenizer(vocab=pieces)

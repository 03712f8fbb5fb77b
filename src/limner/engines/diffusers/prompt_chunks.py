"""Long prompts, and weighted ones, for pipelines whose only text encoders are CLIP's, which read 77 tokens.

A prompt is split into chunks that are encoded as the rows of one batch, by the pipeline's own `encode_prompt`, and then
joined to one long sequence. The pooled embedding, if there is one, is that of the first chunk. A prompt of one chunk
without weights is passed on as it is.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from transformers import BatchEncoding

from limner.engines.diffusers.prompt_weights import Fragment, parse_weights

CLIP_ENCODERS = frozenset({"CLIPTextModel", "CLIPTextModelWithProjection"})
TEXTS = ("prompt", "prompt_2", "negative_prompt", "negative_prompt_2")
"""Arguments of `encode_prompt`."""
MAX_CHUNKS = 8
"""Of a text; the rest is cut off. They are rows of one batch, whose memory this bounds."""
MAX_COMMA_DISTANCE = 20
"""A chunk may end so many tokens early to end at a comma: words of one phrase explain each other."""

EncodePrompt = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Token:
    id: int
    weight: float


Chunk = Sequence[Token]
"""Without the markers of its start and end."""


def is_clip_only(pipeline: Any) -> bool:
    """Whether a prompt of more tokens than CLIP reads would be cut off."""
    encoders = [one for name, one in pipeline.components.items() if name.startswith("text_encoder") and one is not None]
    return bool(encoders) and all(type(one).__name__ in CLIP_ENCODERS for one in encoders)


def can_chunk(pipeline: Any) -> bool:
    """Whether `make_prompt_encoder` splits prompts: others have other arguments, or encoders that read more."""
    known = inspect.signature(getattr(pipeline, "encode_prompt", lambda: None)).parameters
    needed = {"prompt", "negative_prompt", "do_classifier_free_guidance", "num_images_per_prompt"}
    return needed <= known.keys() and is_clip_only(pipeline)


def make_prompt_encoder(pipeline: Any, *, is_weighted: bool) -> EncodePrompt:
    """The pipeline's `encode_prompt`, for prompts of up to MAX_CHUNKS chunks.

    `is_weighted`: brackets in a prompt are weights.

    Of other pipelines: their own.
    """
    encode_prompt: EncodePrompt = pipeline.encode_prompt
    if not can_chunk(pipeline):
        return encode_prompt
    signature = inspect.signature(encode_prompt)

    def encode(*args: Any, **kwargs: Any) -> Any:
        arguments = signature.bind(*args, **kwargs).arguments
        texts = {name: arguments[name] for name in TEXTS if isinstance(arguments.get(name), str)}
        if "prompt" not in texts or arguments.get("num_images_per_prompt", 1) != 1:
            return encode_prompt(**arguments)
        prompts = _Prompts(pipeline, texts, is_weighted=is_weighted)
        if prompts.is_plain:
            return encode_prompt(**arguments)
        return prompts.encode(arguments)

    return encode


class _Prompts:
    """The texts of one call, in chunks: as many for each, because they become rows of the same batch."""

    def __init__(self, pipeline: Any, texts: Mapping[str, str], *, is_weighted: bool) -> None:
        self._pipeline = pipeline
        self._tokenizers = {
            name: one for name, one in pipeline.components.items() if name.startswith("tokenizer") and one is not None
        }
        self._chunks: dict[tuple[str, str], list[Chunk]] = {}
        """Of each text, by its argument and its tokenizer."""
        fragments = {name: read_fragments(text, is_weighted=is_weighted) for name, text in texts.items()}
        for name in texts:
            for tokenizer_name, tokenizer in self._tokenizers.items():
                self._chunks[name, tokenizer_name] = split(tokenizer, fragments[name])[:MAX_CHUNKS]
        self._num_chunks = max(map(len, self._chunks.values()))
        self._has_weights = any(
            token.weight != 1 for chunks in self._chunks.values() for chunk in chunks for token in chunk
        )
        self._texts = texts
        has_syntax = any(text and fragments[name] != [Fragment(text)] for name, text in texts.items())
        self.is_plain = self._num_chunks == 1 and not has_syntax
        """Whether stock diffusers encodes the texts in the same way."""

    def encode(self, arguments: Mapping[str, Any]) -> Any:
        """`arguments`: of `encode_prompt`. Its result, with longer sequences."""
        num_rows = self._num_chunks + self._has_weights  # the last row is an empty text, where a weight of 0 leads to
        markers = {name: [f"{name} {row}" for row in range(num_rows)] for name in self._texts}
        copy = object.__new__(type(self._pipeline))
        copy.__dict__.update(self._pipeline.__dict__)
        for tokenizer_name, tokenizer in self._tokenizers.items():
            rows: dict[str, Chunk] = {}
            for name in self._texts:
                chunks = self._chunks[name, tokenizer_name]
                padded = [*chunks, *[()] * (num_rows - len(chunks))]
                rows.update(zip(markers[name], padded, strict=True))
            object.__setattr__(copy, tokenizer_name, _ChunkTokenizer(tokenizer, rows))
        results = copy.encode_prompt(**{**arguments, **markers})
        prompts, negatives = ("prompt", "prompt_2"), ("negative_prompt", "negative_prompt_2")
        return tuple(
            self._join(result, names) for result, names in zip(results, (prompts, negatives) * 2, strict=False)
        )

    def _join(self, embeddings: torch.Tensor | None, names: tuple[str, str]) -> torch.Tensor | None:
        """`embeddings`: (rows, tokens, features), or (rows, features) if they are pooled."""
        if embeddings is None:
            return None
        if embeddings.ndim == 2:
            return embeddings[:1]
        chunks = embeddings[: self._num_chunks]
        if self._has_weights:
            weights = self._weights(embeddings, names)
            empty = embeddings[-1:]
            # a weight scales what a word adds to the embedding of an empty text, as in ComfyUI: the embedding itself
            # has a large constant part, and scaling its mean back, as the web UI does, fails where that is near zero
            chunks = torch.where(weights == 1, chunks, empty + (chunks - empty) * weights)
        return chunks.reshape(1, -1, chunks.shape[-1])

    def _weights(self, embeddings: torch.Tensor, names: tuple[str, str]) -> torch.Tensor:
        """(chunks, tokens, features): the encoders' features are side by side, each with the weights of its text."""
        columns = []
        widths = self._widths(embeddings.shape[-1])
        for index, (tokenizer_name, width) in enumerate(zip(self._tokenizers, widths, strict=True)):
            name = names[min(index, 1)] if names[min(index, 1)] in self._texts else names[0]
            chunks = self._chunks.get((name, tokenizer_name), [])
            weights = torch.ones(self._num_chunks, embeddings.shape[1])
            for row, chunk in enumerate(chunks):
                weights[row, 1 : 1 + len(chunk)] = torch.tensor([token.weight for token in chunk])
            columns.append(weights[:, :, None].expand(-1, -1, width))
        return torch.cat(columns, dim=-1).to(embeddings.device, embeddings.dtype)

    def _widths(self, total: int) -> list[int]:
        if len(self._tokenizers) == 1:
            return [total]
        encoders = [getattr(self._pipeline, name.replace("tokenizer", "text_encoder")) for name in self._tokenizers]
        return [int(encoder.config.hidden_size) for encoder in encoders]


class _ChunkTokenizer:
    """A tokenizer that knows the tokens of markers, one for each chunk. All else is the real one's."""

    def __init__(self, real: Any, rows: Mapping[str, Chunk]) -> None:
        self._real = real
        self._rows = rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def __call__(self, texts: Sequence[str], **options: Any) -> Any:
        if not all(text in self._rows for text in texts):
            return self._real(texts, **options)
        length = self._real.model_max_length
        start, end = self._real("").input_ids
        ids, masks = [], []
        for text in texts:
            own = [start, *(token.id for token in self._rows[text]), end]
            ids.append(own + [self._real.pad_token_id] * (length - len(own)))
            masks.append([1] * len(own) + [0] * (length - len(own)))
        return BatchEncoding({"input_ids": torch.tensor(ids), "attention_mask": torch.tensor(masks)})


def read_fragments(text: str, *, is_weighted: bool) -> list[Fragment]:
    return parse_weights(text) if is_weighted else [Fragment(text)]


def count_tokens(tokenizer: Any, text: str, *, is_weighted: bool) -> tuple[int, int]:
    """Of a text that is encoded in chunks: the tokens that are encoded, and all."""
    sizes = [len(chunk) for chunk in split(tokenizer, read_fragments(text, is_weighted=is_weighted))]
    return sum(sizes[:MAX_CHUNKS]), sum(sizes)


def split(tokenizer: Any, fragments: Sequence[Fragment]) -> list[Chunk]:
    """At least one chunk, and all of the text. Each has room for the markers of its start and end."""
    tokens = _tokenize(tokenizer, fragments)
    size = tokenizer.model_max_length - 2
    commas = {tokenizer.convert_tokens_to_ids(one) for one in (",", ",</w>")} - {None, tokenizer.unk_token_id}
    chunks: list[Chunk] = []
    start = 0
    while len(tokens) - start > size:
        earliest = start + max(1, size - MAX_COMMA_DISTANCE)
        latest = start + size
        end = next((end for end in range(latest, earliest, -1) if tokens[end - 1].id in commas), latest)
        chunks.append(tokens[start:end])
        start = end
    return [*chunks, tokens[start:]]


def _tokenize(tokenizer: Any, fragments: Sequence[Fragment]) -> list[Token]:
    if not fragments:
        return []
    texts = [one.text for one in fragments]  # in one call: a prompt may have thousands of fragments
    ids = tokenizer(texts, add_special_tokens=False, verbose=False).input_ids
    return [Token(one, fragment.weight) for fragment, own in zip(fragments, ids, strict=True) for one in own]

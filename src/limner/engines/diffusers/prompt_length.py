"""How much of a prompt a model reads: a note for the client says what is cut off."""

import logging
from collections.abc import Collection, Mapping
from typing import Any

from transformers import PreTrainedTokenizerBase

from limner.engines.diffusers.prompt_chunks import (
    MAX_CHUNKS,
    MAX_COMMA_DISTANCE,
    can_chunk,
    count_tokens,
    is_clip_only,
)

TRUNCATION_WARNING = "input was truncated"
TEXTS = {"prompt": "prompt", "negative_prompt": "negative prompt"}
"""Arguments of a pipeline's call, and what the note calls them."""


def truncation_note(
    pipeline: Any,
    arguments: Mapping[str, Any],
    known: Mapping[str, Any],
    *,
    is_weighted: bool = False,
    ignored: Collection[str] = (),
) -> str | None:
    """One sentence for each text of which the model does not read all, or None.

    `arguments`: of the pipeline's call. `known`: its parameters. `is_weighted`: brackets in a text are weights.
    `ignored`: the arguments without effect. Words that a pipeline adds are not counted.
    """
    tokenizer = _find_tokenizer(pipeline)
    if tokenizer is None:
        return None
    notes = []
    for argument, name in TEXTS.items():
        text = arguments.get(argument)
        if not isinstance(text, str) or argument in ignored:
            continue
        if can_chunk(pipeline):
            num_read, num_tokens = _count_in_chunks(tokenizer, text, is_weighted=is_weighted)
        else:
            num_read, num_tokens = _count_up_to(_find_limit(pipeline, tokenizer, arguments, known), tokenizer, text)
        if num_read < num_tokens:
            notes.append(f"The model reads the first {num_read} tokens of the {name}, which has {num_tokens}.")
    return " ".join(notes) or None


def _count_in_chunks(tokenizer: Any, text: str, *, is_weighted: bool) -> tuple[int, int]:
    """The tokens that are read, and all."""
    shortest = tokenizer.model_max_length - 2 - MAX_COMMA_DISTANCE
    if len(text.encode()) <= MAX_CHUNKS * shortest:  # no tokenizer makes more tokens than bytes
        return 0, 0
    return count_tokens(tokenizer, text, is_weighted=is_weighted)


def _count_up_to(limit: int | None, tokenizer: Any, text: str) -> tuple[int, int]:
    """The tokens that are read, and all."""
    if limit is None or len(text.encode()) <= limit:
        return 0, 0
    num_tokens = len(tokenizer(text, add_special_tokens=False, verbose=False).input_ids)
    return min(limit, num_tokens), num_tokens


def _find_limit(pipeline: Any, tokenizer: Any, arguments: Mapping[str, Any], known: Mapping[str, Any]) -> int | None:
    """Tokens. None: unknown."""
    if is_clip_only(pipeline):
        return int(tokenizer.model_max_length) - 2
    limit = arguments.get("max_sequence_length", getattr(known.get("max_sequence_length"), "default", None))
    return limit if isinstance(limit, int) else None


def _find_tokenizer(pipeline: Any) -> PreTrainedTokenizerBase | None:
    """Where there are several, the last one is for the encoder that reads most."""
    components = [one for name, one in pipeline.components.items() if name.startswith("tokenizer") and one is not None]
    # a component may be a processor, which takes a text for the address of an image and fetches it
    found = [
        one if isinstance(one, PreTrainedTokenizerBase) else getattr(one, "tokenizer", None) for one in components[-1:]
    ]
    return next((one for one in found if isinstance(one, PreTrainedTokenizerBase)), None)


def hide_prompts_in_log() -> None:
    """Diffusers logs what it cuts off from a prompt, and prompts are in no log."""
    for handler in logging.getLogger("diffusers").handlers:
        if _has_no_prompt not in handler.filters:
            handler.addFilter(_has_no_prompt)


def _has_no_prompt(record: logging.LogRecord) -> bool:
    return TRUNCATION_WARNING not in str(record.msg)

"""Count tokens with the o200k_base encoding, whose ranks are part of the package: nothing is downloaded."""

import struct
import zlib
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

import tiktoken

RANKS = Path(__file__).parents[1] / "data/o200k_base.bin"

PATTERN = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n/]*"
    r"|\s*[\r\n]+"
    r"|\s+(?!\S)"
    r"|\s+"
)
SPECIAL = {"<|endoftext|>": 199999, "<|endofprompt|>": 200018}


class TokensError(RuntimeError):
    """The ranks file is missing."""


def count_tokens(text: str) -> int:
    """Special tokens in `text` are counted as ordinary text."""
    return len(encoding().encode(text, disallowed_special=()))


@lru_cache(maxsize=1)
def encoding() -> tiktoken.Encoding:
    ranks = _read_ranks()
    found = tiktoken.Encoding(name="o200k_base", pat_str=PATTERN, mergeable_ranks=ranks, special_tokens=SPECIAL)
    found._mergeable_ranks = {}  # noqa: SLF001 - 25 MB that only pickling needs
    return found


def _read_ranks() -> dict[bytes, int]:
    """The file is one zlib stream: the token count (uint32), one length byte per token, and the tokens by rank."""
    try:
        data = zlib.decompress(RANKS.read_bytes())
    except FileNotFoundError as error:
        raise TokensError(
            "The ranks of o200k_base are not packed. Install limner from a wheel, "
            "or install it from source again (this needs npm)."
        ) from error
    (num_tokens,) = struct.unpack_from("<I", data)
    ends = accumulate(data[4 : 4 + num_tokens], initial=4 + num_tokens)
    return {data[start:end]: rank for rank, (start, end) in enumerate(pairwise(ends))}

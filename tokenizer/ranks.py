"""Packs the ranks of o200k_base, all in one zlib stream: how many tokens (uint32), the length of each (one byte, in
order of rank), the tokens. They are those that tiktoken would download, bit for bit: its published hash is checked.
"""

import base64
import hashlib
import json
import struct
import zlib
from pathlib import Path

PUBLISHED_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"


def read_ranks(node_modules: Path) -> dict[bytes, int]:
    script = (node_modules / "js-tiktoken/dist/ranks/o200k_base.js").read_text(encoding="utf-8")
    start = script.index("{")
    data, _ = json.JSONDecoder().raw_decode(script[start:])
    ranks: dict[bytes, int] = {}
    for line in data["bpe_ranks"].splitlines():
        _, first, *tokens = line.split(" ")
        for rank, token in enumerate(tokens, int(first)):
            ranks[base64.b64decode(token)] = rank
    published = "".join(f"{base64.b64encode(token).decode()} {rank}\n" for token, rank in ranks.items()).encode()
    if hashlib.sha256(published).hexdigest() != PUBLISHED_SHA256:
        raise ValueError("The ranks of o200k_base are not the published ones.")
    return ranks


def write_ranks(node_modules: Path, target: Path) -> None:
    tokens = list(read_ranks(node_modules))
    lengths = bytes(len(token) for token in tokens)
    target.write_bytes(zlib.compress(struct.pack("<I", len(tokens)) + lengths + b"".join(tokens), 9))

"""The content of a request as a hash: equal for a retry, whatever its boundaries, key order and transport."""

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

from limner.api.json_reader import SpooledString
from limner.core.request import Operation
from limner.core.upload import Upload
from limner.families.family import Fields


async def fingerprint_of(operation: Operation, fields: Fields, deployment: str | None) -> str:
    """Files count by their content only, and `deployment` as the field `model`, which it overrides."""
    return await asyncio.to_thread(_fingerprint, operation, fields, deployment)


def _fingerprint(operation: Operation, fields: Fields, deployment: str | None) -> str:
    values = {name: _plain(value) for name, value in fields.values.items()}
    if deployment is not None:
        values["model"] = deployment
    text = json.dumps([operation, fields.kind, values], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """The value with hashes in place of what is not plain JSON."""
    match value:
        case Upload():
            # without a picture it is refused anyway, and nothing is kept
            data = b"" if value.picture is None else value.picture.data
            return {"file": value.num_bytes, "hash": _hash(data)}
        case SpooledString():
            return {"text": len(value), "hash": _hash(value.path)}
        case tuple() | list():
            return [_plain(one) for one in value]
        case dict():
            return {name: _plain(one) for name, one in value.items()}
    return value


def _hash(data: bytes | Path) -> str:
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

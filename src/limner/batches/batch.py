"""A batch: the requests of an input file, which are drawn within a day."""

import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import Row

from limner.core.request import Operation
from limner.core.usage import TokenUsage

Status = Literal["validating", "failed", "in_progress", "finalizing", "completed", "expired", "cancelling", "cancelled"]
Outcome = Literal["completed", "expired", "cancelled"]
FINISHED: frozenset[str] = frozenset({"failed", "completed", "expired", "cancelled"})
OPEN: frozenset[str] = frozenset({"validating", "in_progress", "finalizing", "cancelling"})
ENDPOINTS: dict[str, Operation] = {"/v1/images/generations": "generate", "/v1/images/edits": "edit"}
WINDOW = "24h"
WINDOW_S = 86_400
TIME_DIGITS = 11
"""Hexadecimal digits of an id that hold the creation time in milliseconds; the rest is random."""


@dataclass(frozen=True, slots=True)
class BatchError:
    """Why the input of a batch is refused."""

    code: str
    message: str
    param: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    id: str
    key_id: str
    endpoint: str
    input_file_id: str
    metadata: dict[str, str] | None
    output_lifetime_s: int | None
    base_url: str
    """Of the URLs of images."""
    model: str | None
    status: Status
    outcome: Outcome | None
    """The status to come, once no more lines are drawn."""
    errors: tuple[BatchError, ...]
    created_at: int
    expires_at: int
    in_progress_at: int | None
    closed_at: int | None
    """When the outcome was set."""
    finalizing_at: int | None
    completed_at: int | None
    failed_at: int | None
    expired_at: int | None
    cancelling_at: int | None
    cancelled_at: int | None
    total: int
    completed: int
    failed: int
    usage: TokenUsage
    output_file_id: str | None
    """Reserved before the file exists."""
    error_file_id: str | None
    num_attempts: int
    """To validate the input, or to assemble the output."""
    turn_at: float
    """When lines were taken last."""

    @property
    def operation(self) -> Operation:
        return ENDPOINTS[self.endpoint]

    @property
    def is_finished(self) -> bool:
        return self.status in FINISHED

    @property
    def input_blob(self) -> str:
        """The name of the copy of its input file."""
        return f"{self.blob_prefix}input"

    @property
    def blob_prefix(self) -> str:
        """What the names of all its temporary blobs begin with."""
        return f"{self.id}-"


def new_batch_id(now: float) -> str:
    return f"batch_{int(now * 1000):0{TIME_DIGITS}x}{secrets.token_hex(12)[TIME_DIGITS:]}"


def encode_errors(errors: list[BatchError]) -> str:
    return json.dumps([asdict(error) for error in errors])


def batch_of(row: Row[Any]) -> Batch:
    data = row._mapping  # noqa: SLF001 (its public name)
    own = {name: data[name] for name in Batch.__dataclass_fields__ if name in data}
    return Batch(
        **own
        | {
            "metadata": None if data["metadata"] is None else json.loads(data["metadata"]),
            "errors": tuple(BatchError(**error) for error in json.loads(data["errors"] or "[]")),
            "usage": TokenUsage(
                text_tokens=data["text_tokens"], image_tokens=data["image_tokens"], output_tokens=data["output_tokens"]
            ),
        }
    )

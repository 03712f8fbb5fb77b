"""A response as a file: a line of JSON with its status and headers, then its body."""

from pathlib import Path

import msgspec

from limner.api.middleware import error_response
from limner.core.errors import APIError

TRANSIENT = ("x-ratelimit-", "limner-queue-position", "limner-eta")
"""Headers that are true at one time only."""


class ReplyHead(msgspec.Struct, frozen=True):
    status: int
    headers: dict[str, str]

    def lasting(self) -> "ReplyHead":
        """Without transient headers."""
        return ReplyHead(
            self.status, {name: value for name, value in self.headers.items() if not name.startswith(TRANSIENT)}
        )


def encode_head(head: ReplyHead) -> bytes:
    return msgspec.json.encode(head) + b"\n"


def encode_error(error: APIError) -> bytes:
    """An error as a whole file."""
    response = error_response(error)
    return encode_head(ReplyHead(response.status_code, dict(response.headers))) + bytes(response.body)


def read_head(path: Path) -> tuple[ReplyHead, int]:
    """The head, and the offset of the body."""
    with path.open("rb") as file:
        line = file.readline()
    return msgspec.json.decode(line, type=ReplyHead), len(line)

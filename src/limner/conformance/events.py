"""Receive server-sent events, with the raw bytes and arrival times."""

import time
from dataclasses import dataclass, field
from typing import Any

from limner.conformance import expect
from limner.conformance.result import CheckFailed, CheckSkipped
from limner.conformance.target import Target, shorten
from limner.conformance.wire import ClientConnection, ResponseHead, WireError

END_S = 5.0
"""Maximum time between the last event and the end of the response."""


@dataclass(frozen=True, slots=True)
class SseEvent:
    name: str | None
    """The value of its `event:` line."""
    data: dict[str, Any]
    num_bytes: int
    """Length of its `data:` line."""


@dataclass(slots=True)
class Transcript:
    head: ResponseHead
    body: bytes = b""
    gaps_s: list[float] = field(default_factory=list)
    """Waiting time before each piece."""
    error: str | None = None
    """Why the response did not end properly."""

    @property
    def frames(self) -> list[list[bytes]]:
        """The lines of each frame, without comments and empty frames."""
        blocks = self.body.replace(b"\r\n", b"\n").split(b"\n\n")
        lines = ([line for line in block.split(b"\n") if line and not line.startswith(b":")] for block in blocks)
        return [frame for frame in lines if frame]

    @property
    def events(self) -> list[SseEvent]:
        """All events, except `data: [DONE]`."""
        return [event for event in map(_read, self.frames) if event is not None]

    def select(self, kind: str) -> list[dict[str, Any]]:
        """The data of events whose type ends with `kind`, such as `completed`."""
        found = [event.data for event in self.events]
        return [data for data in found if str(data.get("type")).endswith(f".{kind}")]

    @property
    def partials(self) -> list[dict[str, Any]]:
        return self.select("partial_image")

    @property
    def completed(self) -> dict[str, Any]:
        found = self.select("completed")
        if not found:
            raise CheckFailed("a completed event", self.error or shorten(self.body[-300:]))
        return found[-1]


def _read(frame: list[bytes]) -> SseEvent | None:
    name = next((_value(line, b"event") for line in frame if line.startswith(b"event")), None)
    data = [_value(line, b"data") for line in frame if line.startswith(b"data")]
    if not data or data == [b"[DONE]"]:
        return None
    text = b"\n".join(data)
    values = expect.parse_json(text, "JSON after data:")
    if not isinstance(values, dict):
        raise CheckFailed("a JSON object after data:", shorten(text))
    return SseEvent(None if name is None else name.decode("utf-8", "replace"), values, len(text))


def _value(line: bytes, name: bytes) -> bytes:
    return line.removeprefix(name).removeprefix(b":").removeprefix(b" ")


def receive_stream(connection: ClientConnection, *, whole: bool = True) -> Transcript:
    """Read a stream to its end, or until its first event if `whole` is false."""
    head = connection.receive_head()
    transcript = Transcript(head)
    pieces = bytearray()
    before = time.monotonic()
    try:
        for piece in connection.receive_body():
            now = time.monotonic()
            transcript.gaps_s.append(now - before)
            before = now
            pieces += piece
            if b".completed" in piece or b"[DONE]" in piece:
                connection.limit_wait(END_S)
            if not whole and b"\n\n" in pieces:
                break
    except WireError as error:
        transcript.error = str(error)
    transcript.body = bytes(pieces)
    return transcript


def request_stream(
    target: Target,
    path: str,
    body: bytes,
    content_type: str,
    *,
    accept: str = "application/json",
    required: bool = False,
) -> Transcript:
    """Request a stream. Another response fails the check if `required`, else skips it.

    So a server without streaming fails one check, not thirty.
    """
    with target.connect() as connection:
        connection.send(target.post_head(path, body, content_type, headers={"Accept": accept}) + body)
        transcript = receive_stream(connection)
    if transcript.head.status != 200:
        raise CheckFailed("a stream", f"{transcript.head.status}: {shorten(transcript.body)}")
    kind = transcript.head.headers.get("content-type", "")
    if not kind.lower().startswith("text/event-stream"):
        if not required:
            raise CheckSkipped("the server does not stream")
        raise CheckFailed("a stream of the type text/event-stream", f"'{kind}': {shorten(transcript.body)}")
    return transcript

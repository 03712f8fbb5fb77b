"""Server-sent events as they arrive: each frame with the bytes that it was made of, and when it came."""

import time
from dataclasses import dataclass, field
from typing import Any

from limner.conformance import expect
from limner.conformance.target import Target, shown
from limner.conformance.verdict import Failed, Skipped
from limner.conformance.wire import Connection, Head, WireError

END_S = 5.0
"""After its last event, a response ends within this time."""


@dataclass(frozen=True, slots=True)
class Event:
    name: str | None
    """What its `event:` line says."""
    data: dict[str, Any]
    num_bytes: int
    """Of its `data:` line."""


@dataclass(slots=True)
class Transcript:
    head: Head
    body: bytes = b""
    gaps_s: list[float] = field(default_factory=list)
    """How long each piece was waited for."""
    broke: str | None = None
    """Why the response did not end as it should."""

    @property
    def frames(self) -> list[list[bytes]]:
        """The lines of each frame; comments are left out, and frames of nothing else."""
        blocks = self.body.replace(b"\r\n", b"\n").split(b"\n\n")
        lines = ([line for line in block.split(b"\n") if line and not line.startswith(b":")] for block in blocks)
        return [frame for frame in lines if frame]

    @property
    def events(self) -> list[Event]:
        """Every event. `data: [DONE]` is none."""
        return [event for event in map(_read, self.frames) if event is not None]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The data of the events that are `partial_image` or `completed`."""
        found = [event.data for event in self.events]
        return [data for data in found if str(data.get("type")).endswith(f".{kind}")]

    @property
    def partials(self) -> list[dict[str, Any]]:
        return self.of("partial_image")

    @property
    def completed(self) -> dict[str, Any]:
        found = self.of("completed")
        if not found:
            raise Failed("a completed event", self.broke or shown(self.body[-300:]))
        return found[-1]


def _read(frame: list[bytes]) -> Event | None:
    name = next((_value(line, b"event") for line in frame if line.startswith(b"event")), None)
    data = [_value(line, b"data") for line in frame if line.startswith(b"data")]
    if not data or data == [b"[DONE]"]:
        return None
    text = b"\n".join(data)
    values = expect.loads(text, "JSON after data:")
    if not isinstance(values, dict):
        raise Failed("a JSON object after data:", shown(text))
    return Event(None if name is None else name.decode("utf-8", "replace"), values, len(text))


def _value(line: bytes, name: bytes) -> bytes:
    return line.removeprefix(name).removeprefix(b":").removeprefix(b" ")


def listen(connection: Connection, *, whole: bool = True) -> Transcript:
    """Read a stream to its end, or (`whole` is false) until its first event is there."""
    head = connection.receive_head()
    transcript = Transcript(head)
    pieces = bytearray()
    before = time.monotonic()
    try:
        for piece in connection.body(head):
            now = time.monotonic()
            transcript.gaps_s.append(now - before)
            before = now
            pieces += piece
            if b".completed" in piece or b"[DONE]" in piece:
                connection.hurry(END_S)
            if not whole and b"\n\n" in pieces:
                break
    except WireError as error:
        transcript.broke = str(error)
    transcript.body = bytes(pieces)
    return transcript


def stream(
    target: Target, path: str, body: bytes, content_type: str, *, accept: str = "application/json", must: bool = False
) -> Transcript:
    """Ask for a stream. If the answer is none: a failure where it `must` be one, and else a check that does not apply,
    so that a server without streams fails once, not thirty times.
    """
    with target.connect() as connection:
        connection.send(target.post_head(path, body, content_type, headers={"Accept": accept}) + body)
        transcript = listen(connection)
    if transcript.head.status != 200:
        raise Failed("a stream", f"{transcript.head.status}: {shown(transcript.body)}")
    kind = transcript.head.headers.get("content-type", "")
    if not kind.lower().startswith("text/event-stream"):
        if not must:
            raise Skipped("the server does not stream")
        raise Failed("a stream of the type text/event-stream", f"'{kind}': {shown(transcript.body)}")
    return transcript

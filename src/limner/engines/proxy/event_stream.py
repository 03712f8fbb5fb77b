"""A parser of server-sent events that handles lines of megabytes, with bounded memory."""

from collections.abc import Iterator
from dataclasses import dataclass

MAX_COMMENTS = 16
"""Kept of those between two events: heartbeats are comments, too."""


class EventTooLargeError(ValueError):
    pass


@dataclass(slots=True)
class ServerEvent:
    name: str = ""
    data: bytes = b""
    comments: tuple[bytes, ...] = ()
    """The comments since the event before it, without the colon."""


class EventParser:
    """Feed it chunks. Each line is searched and joined once, however many chunks it has."""

    def __init__(self, max_event_bytes: int) -> None:
        self._max_event_bytes = max_event_bytes
        self._line: list[bytes] = []
        self._line_bytes = 0
        self._event_bytes = 0
        """Of the complete lines of an incomplete event."""
        self._name = ""
        self._data: list[bytes] = []
        self._comments: list[bytes] = []
        self._is_first_line = True

    def feed(self, chunk: bytes) -> Iterator[ServerEvent]:
        """The events that the chunk completes. Raises EventTooLargeError."""
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            self._append(chunk[start:end])
            line = b"".join(self._line) if len(self._line) > 1 else self._line[0]
            self._line.clear()
            self._line_bytes = 0
            start = end + 1
            event = self._read_line(line[:-1] if line.endswith(b"\r") else line)
            if event is not None:
                yield event
        self._append(chunk[start:] if start else chunk)

    def _append(self, part: bytes) -> None:
        self._line.append(part)
        self._line_bytes += len(part)
        if self._line_bytes + self._event_bytes > self._max_event_bytes:
            raise EventTooLargeError(f"an event has more than {self._max_event_bytes} bytes")

    def _read_line(self, line: bytes) -> ServerEvent | None:
        if self._is_first_line:
            self._is_first_line = False
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line:
            return self._dispatch()
        self._event_bytes += len(line)
        if line.startswith(b":"):
            self._comments.append(line[1:].strip())
            del self._comments[:-MAX_COMMENTS]
            return None
        start = line.find(b":")
        field, value = (
            (line, b"") if start < 0 else (line[:start], line[start + 1 + (line[start + 1 : start + 2] == b" ") :])
        )
        if field == b"data":
            self._data.append(value)
        elif field == b"event":
            self._name = value.decode("utf-8", "replace")
        return None

    def _dispatch(self) -> ServerEvent | None:
        """At an empty line. An event without data is none."""
        name, data, self._name, self._data, self._event_bytes = self._name, self._data, "", [], 0
        if not data:
            return None
        comments, self._comments = tuple(self._comments), []
        return ServerEvent(name, data[0] if len(data) == 1 else b"\n".join(data), comments)

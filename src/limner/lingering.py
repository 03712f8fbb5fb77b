"""A transport that closes in two steps, so that a client that is still sending can read its response.

Closing a socket with unread bytes sends a reset, which deletes what the client has not read yet: instead of "413, the
limit is 50 MB" it sees a broken connection. So only the sending side is closed at first, and what is still received is
discarded, for a limited time.
"""

import asyncio
from collections.abc import Callable
from typing import Any

LINGER_S = 30
"""How long a client may send after its response: many read nothing before their body is sent."""
SILENCE_S = 5
"""How long it may send nothing meanwhile."""
LINGER_BYTES = 2_000_000_000
"""How much is discarded at most: twice the largest request that is allowed by default."""


class LingeringTransport:
    """Wraps an asyncio transport, and changes only how it closes."""

    def __init__(self, transport: asyncio.Transport, is_client_sending: Callable[[], bool]) -> None:
        """`is_client_sending`: whether more bytes may arrive that will not be read."""
        self._transport = transport
        self._is_client_sending = is_client_sending
        self._loop = asyncio.get_running_loop()
        self._silence: asyncio.TimerHandle | None = None
        self._end: asyncio.TimerHandle | None = None
        self._num_bytes = 0
        self.is_lingering = False
        self.linger_s: float = LINGER_S

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def is_closing(self) -> bool:
        return self.is_lingering or self._transport.is_closing()

    def write(self, data: bytes) -> None:
        if not self.is_lingering:
            self._transport.write(data)

    def close(self) -> None:
        if self.is_closing():
            return
        if not self._is_client_sending():
            self._transport.close()
            return
        self.is_lingering = True
        self._transport.write_eof()
        self._transport.resume_reading()
        self._end = self._loop.call_later(self.linger_s, self.finish)
        self._silence = self._loop.call_later(min(SILENCE_S, self.linger_s), self.finish)

    def discard(self, data: bytes) -> None:
        """Drop bytes that the client sent while lingering."""
        self._num_bytes += len(data)
        if self._num_bytes > LINGER_BYTES:
            self.finish()
        elif self._silence is not None:
            self._silence.cancel()
            self._silence = self._loop.call_later(SILENCE_S, self.finish)

    def finish(self) -> None:
        """Close now."""
        self.stop()
        self._transport.close()

    def stop(self) -> None:
        """The connection is lost: cancel the timers."""
        self.is_lingering = True
        for timer in (self._silence, self._end):
            if timer is not None:
                timer.cancel()
        self._silence = self._end = None

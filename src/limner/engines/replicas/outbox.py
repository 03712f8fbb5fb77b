"""Sends messages from a thread of its own, so that no one waits for a slow receiver."""

import logging
import queue
import threading
from collections.abc import Callable

log = logging.getLogger("limner.engines")


class Outbox:
    """`send`: may block. Raises OSError once there is no receiver, after which messages are dropped."""

    def __init__(self, send: Callable[[object], None]) -> None:
        self._send = send
        self._messages: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self._thread.start()

    def put(self, message: object) -> None:
        self._messages.put(message)

    def close(self, timeout_s: float) -> None:
        """Wait until all messages are sent."""
        self._messages.put(None)
        self._thread.join(timeout_s)

    def _run(self) -> None:
        while (message := self._messages.get()) is not None:
            try:
                self._send(message)
            except OSError:
                return
            except Exception:
                log.exception("a message of the type %s was not sent", type(message).__name__)

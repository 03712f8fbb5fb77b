"""Notices a thread that has been at one piece of work for too long: no call returns from a device that hangs."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MAX_INTERVAL_S = 5.0


class Watchdog:
    """`on_hang`: called once, in the watchdog's own thread."""

    def __init__(self, limit_s: float, on_hang: Callable[[], None]) -> None:
        self._limit_s = limit_s
        self._on_hang = on_hang
        self._began_s: float | None = None
        self._is_stopped = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._watch, name="diffusers-watchdog", daemon=True).start()

    def stop(self) -> None:
        self._is_stopped.set()

    @contextmanager
    def watch(self) -> Iterator[None]:
        self._began_s = time.monotonic()
        try:
            yield
        finally:
            self._began_s = None

    def _watch(self) -> None:
        while not self._is_stopped.wait(min(MAX_INTERVAL_S, self._limit_s / 4)):
            began_s = self._began_s
            if began_s is not None and time.monotonic() - began_s > self._limit_s:
                self._on_hang()
                return

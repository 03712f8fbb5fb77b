"""The counters of one process, in the moving windows of the library `limits`."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress

from limits.aio.storage import MemoryStorage
from limits.aio.storage.memory import Entry

from limner.access.limits.claim import MINUTE_S, Claim, Usage, window_usage

SWEEP_S = 60
MAX_AHEAD_S = 1.0
"""An entry that is further in the future was made before the clock was set back."""

Entries = list[tuple[str, Entry]]
"""What a claim has added: the name of a window, and the entry."""


class LocalCounters:
    """No method suspends between its first and its last look at the counters, so each is atomic in its event loop."""

    def __init__(self) -> None:
        self._storage = MemoryStorage()
        self._running: dict[str, set[str]] = {}

    def start(self) -> None:
        # else the library looks at every counter after every hit, which takes a millisecond for sixteen of them
        self._storage.timer = asyncio.create_task(self._sweep_forever())

    async def close(self) -> None:
        if self._storage.timer is not None:
            self._storage.timer.cancel()
            with suppress(asyncio.CancelledError):
                await self._storage.timer

    async def read(self, claim: Claim) -> Usage:
        windows = []
        for window in claim.windows:
            _, used = await self._storage.get_moving_window(window.name, window.limit, MINUTE_S)
            entries = self._storage.events.get(window.name, [])
            index = window.limit - window.amount
            newest_s = entries[0].atime if entries else None
            blocking_s = entries[index].atime if len(entries) > index else None
            windows.append(window_usage(used, newest_s, blocking_s, now_s=time.time()))
        return Usage(tuple(windows), len(self._running.get(claim.owner, ())))

    async def add(self, claim: Claim) -> Entries:
        """Take a claim that has room."""
        entries = [
            (window.name, self._storage.events[window.name][0])
            for window in claim.windows
            if await self._storage.acquire_entry(window.name, window.limit, MINUTE_S, window.amount)
        ]
        if claim.concurrency is not None:
            self._running.setdefault(claim.owner, set()).add(claim.id)
        return entries

    def give_back(self, entries: Entries) -> None:
        for name, entry in entries:
            self._storage.events[name] = [one for one in self._storage.events.get(name, []) if one is not entry]

    def release(self, claim: Claim) -> None:
        """The request of the claim has ended."""
        running = self._running.get(claim.owner, set())
        running.discard(claim.id)
        if not running:
            self._running.pop(claim.owner, None)

    @property
    def running(self) -> Mapping[str, set[str]]:
        """The ids of the running requests by owner, of those with a limit."""
        return self._running

    async def sweep(self) -> None:
        """Forget what is older than a minute."""
        for name, entries in list(self._storage.events.items()):
            _, used = await self._storage.get_moving_window(name, len(entries), MINUTE_S)
            if not used or entries[0].atime > time.time() + MAX_AHEAD_S:
                await self._storage.clear(name)
            else:
                del entries[used:]

    async def _sweep_forever(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_S)
            await self.sweep()

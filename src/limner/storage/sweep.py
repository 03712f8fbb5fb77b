"""Deletes what has expired, once a minute."""

import asyncio
import logging
import time
from collections.abc import Iterable
from typing import Protocol

from limner.core.errors import ApiError

log = logging.getLogger("limner.storage")


class Sweepable(Protocol):
    def sweep(self, *, now: float) -> int:
        """Delete what has expired; returns how many files that were. Blocks."""
        ...


async def sweep(stores: Iterable[Sweepable]) -> None:
    for store in stores:
        try:
            await asyncio.to_thread(store.sweep, now=time.time())
        except (OSError, ApiError):  # a full or vanished disk must not end the sweeping for good
            log.exception("Expired files could not be deleted.")


async def sweep_forever(stores: Iterable[Sweepable], *, every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        await sweep(stores)

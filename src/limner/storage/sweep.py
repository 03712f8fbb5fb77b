"""Delete expired files periodically."""

import asyncio
import logging
import time
from collections.abc import Iterable
from typing import Protocol

from limner.core.errors import APIError

log = logging.getLogger("limner.storage")


class Sweepable(Protocol):
    def sweep(self, *, now: float) -> int:
        """Delete expired files and return their number. Blocks."""
        ...


async def sweep(stores: Iterable[Sweepable]) -> None:
    for store in stores:
        try:
            await asyncio.to_thread(store.sweep, now=time.time())
        except (OSError, APIError):  # a full or missing disk must not end the loop
            log.exception("Expired files could not be deleted.")


async def sweep_forever(stores: Iterable[Sweepable], *, every_s: float) -> None:
    while True:
        await asyncio.sleep(every_s)
        await sweep(stores)

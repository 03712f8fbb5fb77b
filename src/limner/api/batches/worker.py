"""The batches of this gateway: takes lines while it has room for them, and does what begins and ends a batch."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from limner.access.authentication import Authenticator
from limner.access.keys import ApiKey
from limner.api.batches.drawing import LineDrawing
from limner.api.batches.validation import KEPT_S, Validation
from limner.batches.assembly import Assembly
from limner.batches.batch import WINDOW_S, Batch, BatchError
from limner.batches.lines import Line, LineStore
from limner.batches.store import Backlog, BatchStore, turns
from limner.core.errors import APIError, OverloadedError
from limner.service import ImageService
from limner.settings import Batches

log = logging.getLogger("limner.batches")

POLL_S = 1.0
"""Between two looks at the database while there are batches."""
IDLE_POLL_S = 5.0
"""While there are none: other gateways may create some."""
PAUSE_S = 0.02
"""After a line is drawn: others that are drawn meanwhile are replaced together."""
CANCEL_S = 600
"""How long the lines that are drawn when a batch is cancelled may take."""
CLEAN_EVERY_S = 60
CLOSE_S = 5
"""How long the loops may take to end by themselves."""
KEY_S = 1.0
"""How long a key that was found is used: a revoked key draws no more lines after it."""
MAX_WORK = 4
"""Inputs that are validated, and outputs that are assembled, at a time."""
WORK_RETRY_S = 5
MAX_WORK_ATTEMPTS = 5
"""To validate an input, or to assemble an output."""
MAX_PAUSE_S = 60
"""Before other lines of a batch are tried, after lines were put off."""
DAY_S = 86_400
REVOKED = BatchError("invalid_api_key", "The API key of this batch is no longer valid.")
FAILED = BatchError("server_error", "The server had an error while processing this batch. Sorry about that!")


@dataclass(frozen=True, slots=True)
class CachedKey:
    key: ApiKey | None
    until_s: float
    """Monotonic seconds."""


class BatchWorker:
    """`start` it in the event loop that uses it."""

    def __init__(
        self,
        batches: BatchStore,
        lines: LineStore,
        validation: Validation,
        drawing: LineDrawing,
        assembly: Assembly,
        authenticator: Authenticator,
        service: ImageService,
        settings: Batches,
    ) -> None:
        self._batches = batches
        self._lines = lines
        self._validation = validation
        self._drawing = drawing
        self._assembly = assembly
        self._authenticator = authenticator
        self._service = service
        self._settings = settings
        self._keys: dict[str, CachedKey] = {}
        self._drawn: dict[asyncio.Task[float | None], Line] = {}
        """The tasks that draw a line."""
        self._work: dict[str, asyncio.Task[None]] = {}
        """What validates an input or assembles an output, by the batch's id."""
        self._woken = asyncio.Event()
        self._closing = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []
        self._backlog = Backlog()
        self._is_idle = False
        """There are no unfinished batches."""
        self._deferrals: Counter[str] = Counter()
        """Lines in a row, by batch, that were put off because the server, or what it depends on, cannot be used."""
        self._paused_until: dict[str, float] = {}
        """Monotonic seconds, by batch: its other lines would be put off as well."""

    def start(self) -> None:
        for loop in (self._run, self._renew, self._clean):
            self._loops.append(asyncio.create_task(loop()))

    async def close(self) -> None:
        """Stop, and give the lines back that are being drawn, and other work."""
        self._closing.set()
        self._woken.set()
        if self._loops:  # a statement that is cancelled would keep SQLite locked for those that follow
            await asyncio.wait(self._loops, timeout=CLOSE_S)
        tasks = [*self._loops, *self._work.values(), *self._drawn]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        with suppress(OverloadedError):  # else they are free when their leases end
            await self._lines.give_back_all()
            await self._batches.release_all()

    def backlog(self) -> Backlog:
        """Of all gateways, some seconds ago."""
        return self._backlog

    def wake(self) -> None:
        """A batch was created or cancelled."""
        self._woken.set()

    async def _run(self) -> None:
        while not self._closing.is_set():
            self._woken.clear()
            try:
                if not self._service.is_draining:
                    await self._step()
            except OverloadedError:
                pass  # logged; the database is looked at again
            except Exception:
                log.exception("Batches could not be continued.")
            with suppress(TimeoutError):
                if not self._closing.is_set():
                    await asyncio.wait_for(self._woken.wait(), self._poll_s())
                    await asyncio.sleep(PAUSE_S)

    async def _step(self) -> None:
        open_batches = await self._batches.list_open()
        self._is_idle = not open_batches and not self._drawn
        if self._is_idle:
            self._backlog = Backlog()
            self._deferrals.clear()
            self._paused_until.clear()
            return
        await self._discard_closed({batch.id for batch in open_batches if batch.outcome is None})
        for batch in open_batches:
            if not await self._close_if_due(batch) and _has_work(batch):
                await self._start_work(batch)
        now = time.monotonic()
        await self._take_lines([batch for batch in turns(open_batches) if self._paused_until.get(batch.id, now) <= now])

    def _poll_s(self) -> float | None:
        """None: only this process can create a batch, and then wakes the worker."""
        if not self._is_idle:
            return POLL_S
        return IDLE_POLL_S if self._batches.is_shared else None

    async def _discard_closed(self, drawable: set[str]) -> None:
        """Stop drawing lines of batches that were closed: their results would not count.

        `drawable`: batches that are not, of which there may be more.
        """
        closed = await self._batches.closed_among({line.batch_id for line in self._drawn.values()} - drawable)
        for task, line in self._drawn.items():
            if line.batch_id in closed:
                task.cancel()

    async def _close_if_due(self, batch: Batch) -> bool:
        """End a batch whose time is over, or that was cancelled and of which no line is drawn any more."""
        now = time.time()
        if batch.outcome is not None:
            return False
        if batch.status == "cancelling":
            assert batch.cancelling_at is not None
            if now < batch.cancelling_at + CANCEL_S and await self._lines.count_running(batch.id):
                return False
            await self._batches.close(batch, "cancelled", now=now)
        elif now >= batch.expires_at:
            await self._batches.close(batch, "expired", now=now)
        else:
            return False
        self.wake()
        return True

    async def _start_work(self, batch: Batch) -> None:
        is_free = batch.id not in self._work and len(self._work) < MAX_WORK
        if is_free and await self._batches.claim(batch, now=time.time()):
            self._work[batch.id] = asyncio.create_task(self._do_work(batch))

    async def _do_work(self, batch: Batch) -> None:
        try:
            work = self._validation.validate if batch.status == "validating" else self._assembly.assemble
            await self._attempt(batch, work)
        finally:
            del self._work[batch.id]
            self.wake()

    async def _attempt(self, batch: Batch, work: Callable[[Batch], Awaitable[None]]) -> None:
        error = FAILED
        try:
            await work(batch)
        except OverloadedError as problem:
            log.warning("%s waits: %s", batch.id, problem.message)
            with suppress(OverloadedError):  # else another attempt is made after the lease
                await self._batches.release(batch.id, retry_at=time.time() + WORK_RETRY_S, is_counted=False)
            return
        except APIError as problem:
            log.warning("%s: %s", batch.id, problem.message)
            error = BatchError(problem.code or "server_error", problem.message)
        except Exception:
            log.exception("%s failed.", batch.id)
        else:
            return
        with suppress(OverloadedError):
            if batch.num_attempts + 1 < MAX_WORK_ATTEMPTS:
                retry_at = time.time() + WORK_RETRY_S * 4**batch.num_attempts
                await self._batches.release(batch.id, retry_at=retry_at, is_counted=True)
            else:
                await self._batches.fail(batch.id, [error], now=time.time())

    async def _take_lines(self, candidates: list[Batch]) -> None:
        """Each batch in turn gets an equal share of the free places."""
        for index, batch in enumerate(candidates):
            num_free = self._settings.concurrency - len(self._drawn)
            if num_free <= 0:
                return
            key = await self._find_key(batch.key_id)
            if key is None:
                await self._batches.fail(batch.id, [REVOKED], now=time.time())
                continue
            share = -(-num_free // (len(candidates) - index))
            for line in await self._lines.take(batch.id, share, now=time.time()):
                self._start_drawing(batch, line, key)

    def _start_drawing(self, batch: Batch, line: Line, key: ApiKey) -> None:
        output_s = self._assembly.output_lifetime_s(batch)
        urls_expire_at = None if output_s is None else batch.expires_at + output_s
        kept_until = batch.expires_at + KEPT_S
        drawing = self._drawing.run(batch, line, key, kept_until=kept_until, urls_expire_at=urls_expire_at)
        task = asyncio.create_task(drawing)
        self._drawn[task] = line
        task.add_done_callback(self._on_drawn)

    def _on_drawn(self, task: "asyncio.Task[float | None]") -> None:
        batch_id = self._drawn.pop(task).batch_id
        self.wake()
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            log.warning("A line is drawn again when its lease ends: %s", error)
        elif (delay_s := task.result()) is None:
            del self._deferrals[batch_id]
            self._paused_until.pop(batch_id, None)
        else:
            self._deferrals[batch_id] += 1
            if self._deferrals[batch_id] >= self._settings.concurrency:
                self._paused_until[batch_id] = time.monotonic() + min(delay_s, MAX_PAUSE_S)

    async def _find_key(self, key_id: str) -> ApiKey | None:
        cached = self._keys.get(key_id)
        if cached is None or cached.until_s <= time.monotonic():
            key = await self._authenticator.find(key_id)
            cached = self._keys[key_id] = CachedKey(key, time.monotonic() + KEY_S)
        return cached.key

    async def _renew(self) -> None:
        while not await self._is_closed_within(self._settings.lease_s / 4):
            try:
                if self._drawn or self._work or self._backlog.num_running:
                    await self._lines.renew(list(self._drawn.values()), now=time.time())
                    await self._batches.renew(list(self._work), now=time.time())
                if not self._is_idle:
                    self._backlog = await self._batches.backlog()
            except OverloadedError:
                continue  # logged; the lease is longer than several attempts
            except Exception:
                log.exception("The leases of batches are not renewed.")

    async def _clean(self) -> None:
        is_closed = False
        while not is_closed:
            try:
                for batch in await self._batches.list_with_parts():
                    await self._assembly.clean(batch)
                self._keys.clear()
                if self._settings.retention_days:
                    before = time.time() - WINDOW_S - self._settings.retention_days * DAY_S
                    await self._batches.delete_old(before=before)
            except APIError:
                pass  # logged
            except Exception:
                log.exception("Old batches could not be deleted.")
            is_closed = await self._is_closed_within(CLEAN_EVERY_S)

    async def _is_closed_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)
        return self._closing.is_set()


def _has_work(batch: Batch) -> bool:
    return batch.status == "validating" or batch.outcome is not None

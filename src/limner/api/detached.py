"""Requests whose work goes on after their client has left, and whose responses are recorded and stored."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from limner.access.replies import Outcome, ReplyIndex, State
from limner.api.client_sink import unexpected_stream_error
from limner.api.image_call import ImageCall
from limner.api.middleware import internal_error
from limner.api.recording import Recording
from limner.api.reply_file import encode_error
from limner.api.stored_replies import StoredReplies
from limner.core.errors import APIError, RateLimitError, shutting_down_error

log = logging.getLogger("limner.access")
errors_log = logging.getLogger("limner.errors")

FAILED_S = 60
"""How long an error is stored for the requests that wait for it; for new ones, the idempotency key is free."""
CLOSE_S = 5
"""How long images that are drawn may take to be stored at shutdown."""

MAX_STORING = 256
"""Responses that are stored, or read by slow clients, besides the requests in the queue."""

Record = Callable[[ImageCall, Recording], Awaitable[Recording]]
"""Draws a request; returns what `limner_keep` keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachedRun:
    call: ImageCall
    recording: Recording
    is_idempotent: bool


class DetachedRuns:
    def __init__(
        self,
        replies: ReplyIndex,
        stored: StoredReplies,
        *,
        max_waiting: int,
        idempotency_s: float,
        keep_s: float,
    ) -> None:
        self._replies = replies
        self._stored = stored
        self._max_runs = max_waiting + MAX_STORING
        self._idempotency_s = idempotency_s
        self._keep_s = keep_s
        self._runs: dict[str, DetachedRun] = {}
        self._tasks: dict[asyncio.Task[None], DetachedRun] = {}

    def find(self, request_id: str) -> DetachedRun | None:
        """A request that this server draws or has just drawn."""
        return self._runs.get(request_id)

    async def announce(self, call: ImageCall, client_id: str | None) -> None:
        """Let clients find the request by its id, and by `client_id`, while it runs and when its response is kept."""
        await self._replies.keep(call.request_id, call.key.id, client_id, lifetime_s=self._keep_s, now=time.time())

    async def release(self, request_id: str) -> None:
        """Forget a request that was not started, or ended without a response."""
        await self._replies.release(request_id)

    def start(self, call: ImageCall, record: Record, resources: AsyncExitStack, *, is_idempotent: bool) -> DetachedRun:
        """Draw a request in a task of its own, which closes `resources` at the end. Raises RateLimitError."""
        if len(self._tasks) >= self._max_runs:
            raise RateLimitError(
                "The server is busy storing responses. Please try again in 1s.",
                code="rate_limit_exceeded",
                headers={"retry-after": "1"},
            )
        run = DetachedRun(call=call, recording=Recording(call.buffers), is_idempotent=is_idempotent)
        self._runs[call.request_id] = run
        task = asyncio.create_task(self._run(run, record, resources.pop_all()))
        self._tasks[task] = run
        task.add_done_callback(self._on_end)
        return run

    async def close(self) -> None:
        """Wait until what is drawn is stored, for a limited time, and cancel the rest."""
        for task, run in self._tasks.items():
            if not run.call.submission.is_drawn:
                task.cancel()
        for timeout_s in (CLOSE_S, None):
            if self._tasks:
                await asyncio.wait(set(self._tasks), timeout=timeout_s)
            for task in self._tasks:
                task.cancel()

    async def _run(self, run: DetachedRun, record: Record, resources: AsyncExitStack) -> None:
        reply: Recording | APIError = internal_error()
        accepting = asyncio.create_task(self._accept(run))
        async with resources:
            try:
                reply = await self._record(run, record)
                await run.call.submission.cancel()
                await self._store(run, reply)
            finally:
                del self._runs[run.call.request_id]
                # not earlier: once clients see an error, the key is free for their retries
                run.recording.finish(reply if isinstance(reply, APIError) else None)
            await accepting
            await run.recording.wait_until_unread()

    async def _accept(self, run: DetachedRun) -> None:
        """Once the request is not refused any more, tell the servers that wait for its response."""
        if run.call.is_stream:
            with suppress(APIError):
                await run.recording.wait_for_head()
        if not run.recording.is_done:
            await self._replies.accept(run.call.request_id, run.call.submission.estimate)

    async def _record(self, run: DetachedRun, record: Record) -> Recording | APIError:
        """What `limner_keep` keeps: the recorded response, or the error that it is instead."""
        try:
            return await record(run.call, run.recording)
        except APIError as error:
            return error
        except asyncio.CancelledError:
            return shutting_down_error()
        except Exception:
            errors_log.exception("%s failed", run.call.request_id)
            return unexpected_stream_error() if run.call.is_stream else internal_error()

    async def _store(self, run: DetachedRun, reply: Recording | APIError) -> None:
        request_id, now = run.call.request_id, time.time()
        outcomes = []
        if run.is_idempotent:
            is_complete = run.recording.is_done  # else it ends with an error
            content = run.recording.path if is_complete else _encode(reply)
            expires_at = int(now + (self._idempotency_s if is_complete else FAILED_S)) + 1
            is_stored = await self._stored.save("idempotent", request_id, content, expires_at=expires_at)
            outcomes.append(Outcome("idempotent", "done" if is_stored and is_complete else "failed", expires_at))
        if run.call.submission.request.keep:
            content = _encode(reply)
            expires_at = int(now + self._keep_s) + 1
            is_stored = await self._stored.save("kept", request_id, content, expires_at=expires_at)
            state: State = "done" if is_stored else "failed"
            outcomes += [Outcome("kept", state, expires_at), Outcome("client", state, expires_at)]
        await self._replies.finish(request_id, outcomes)
        log.info("%s is recorded: %s", request_id, reply.message if isinstance(reply, APIError) else "completed")

    def _on_end(self, task: "asyncio.Task[None]") -> None:
        run = self._tasks.pop(task)
        if not task.cancelled() and task.exception() is not None:
            errors_log.error("%s failed", run.call.request_id, exc_info=task.exception())


def _encode(reply: Recording | APIError) -> bytes | Path:
    return encode_error(reply) if isinstance(reply, APIError) else reply.path

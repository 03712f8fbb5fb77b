"""HTTP calls to a server that draws by a protocol of its own, and the errors that all such servers have in common."""

import asyncio
import logging
from collections.abc import Callable, Collection, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import msgspec

from limner.core.breaker import Breaker
from limner.core.errors import APIError, EngineError, OverloadedError, UpstreamError, retry_s
from limner.engines.options import OptionError
from limner.engines.proxy.config import HEADER_NAME, HEADER_VALUE, RESERVED_HEADERS

log = logging.getLogger("limner.engines")

MAX_REPLY_BYTES = 512_000_000
"""Of one response: more than any picture, less than what fills the memory."""
RETRY_PAUSE_S = 0.25
CLOSE_S = 5
"""How long jobs may take to be withdrawn when an engine is closed."""
NO_RETRY = {"x-should-retry": "false"}
UNAVAILABLE = frozenset({502, 503, 504})
"""Answers of a proxy in front of a server that does not run."""


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    content: bytes

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        """None if it is no JSON."""
        try:
            return msgspec.json.decode(self.content)
        except msgspec.DecodeError:
            return None


def make_headers(authorization: str | None, headers: Mapping[str, str]) -> dict[str, str]:
    """`authorization`: of the option `api_key` or `auth`. `headers`: the option.

    Raises OptionError, which does not repeat values. Sent as they are, they would appear in the errors of HTTP.
    """
    if authorization is not None and not HEADER_VALUE.fullmatch(authorization):
        raise OptionError("'api_key' must be printable ASCII without spaces at its ends.")
    for name, value in headers.items():
        if not HEADER_NAME.fullmatch(name) or name.lower() in RESERVED_HEADERS:
            raise OptionError(f"'headers' must not contain {name!r}.")
        if not HEADER_VALUE.fullmatch(value):
            raise OptionError(f"'headers.{name}' must be printable ASCII.")
    first = {} if authorization is None else {"authorization": authorization}
    return first | {name.lower(): value for name, value in headers.items()}


async def finish_tasks(tasks: Collection[asyncio.Task[None]]) -> None:
    """Wait for tasks that withdraw jobs; those that take too long are cancelled: the server may hang."""
    if not tasks:
        return
    _, late = await asyncio.wait(tuple(tasks), timeout=CLOSE_S)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)


async def close_in_loop(loop: asyncio.AbstractEventLoop | None, close: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Close what belongs to `loop`. Nothing is left to close if there is none, or if it has ended."""
    if loop is None or loop.is_closed():
        return
    if loop is asyncio.get_running_loop():
        await close()
    elif loop.is_running():
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(close(), loop))


class NativeServer:
    """`name`: as in messages to clients, which learn neither its address nor its credentials."""

    def __init__(self, name: str, base_url: str, *, headers: Mapping[str, str], connect_timeout_s: float) -> None:
        self.name = name
        self.base_url = base_url.rstrip("/")
        self.headers = dict(headers)
        self.breaker = Breaker()
        self._connect_timeout_s = connect_timeout_s
        self._client: httpx2.AsyncClient | None = None

    async def open(self) -> None:
        """Call it in the event loop that uses the server. It need not run yet."""
        await self.close()
        self._client = httpx2.AsyncClient(
            base_url=self.base_url, headers=self.headers, limits=httpx2.Limits(max_connections=None)
        )

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def call(self, method: str, path: str, *, timeout_s: float, **content: Any) -> Reply:
        """`content`: `json`, `params`, `data` or `files`. `timeout_s`: for each pause of the server.

        Retried once if no connection was made. Raises an APIError if there is no answer, or one that refuses the
        operator's credentials.
        """
        permit = self.breaker.allow()
        if permit is None:
            raise self.unavailable_error()
        try:
            reply = await self._call_twice(method, path, timeout_s, content)
        except httpx2.ConnectError as error:
            log.warning("%s cannot be reached: %s", self.name, error)
            raise self._fail() from None
        except httpx2.ConnectTimeout:
            log.warning("%s cannot be reached: the connection timed out", self.name)
            raise self._fail() from None
        except httpx2.TimeoutException:
            raise self._fail(self.timeout_error()) from None
        except httpx2.TransportError as error:
            log.warning("%s closed the connection: %s", self.name, error)
            raise self._fail(self.connection_lost_error()) from None
        except httpx2.DecodingError:
            raise self._fail(self.invalid_response_error()) from None
        except BaseException:  # cancelled: nothing is known about the server
            self.breaker.abandon(permit)
            raise
        if reply.status in UNAVAILABLE:
            log.warning("%s answers %d", self.name, reply.status)
            raise self._fail()
        self.breaker.record_success()
        if reply.status in (401, 403):
            log.error("%s refuses the credentials of the settings (%d)", self.name, reply.status)
            raise UpstreamError(
                f"{self.name} refused this server's credentials. Its operator has to change that.",
                code="upstream_misconfigured",
                headers=NO_RETRY,
            )
        return reply

    async def _call_twice(self, method: str, path: str, timeout_s: float, content: dict[str, Any]) -> Reply:
        try:
            return await self._call(method, path, timeout_s, content)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            await asyncio.sleep(RETRY_PAUSE_S)
            return await self._call(method, path, timeout_s, content)

    async def _call(self, method: str, path: str, timeout_s: float, content: dict[str, Any]) -> Reply:
        if self._client is None:
            raise EngineError("The engine has not been started.", code="image_generation_failed")
        timeout = httpx2.Timeout(timeout_s, connect=self._connect_timeout_s)
        chunks, num_bytes = [], 0
        async with self._client.stream(method, path, timeout=timeout, **content) as response:
            async for chunk in response.aiter_bytes():
                num_bytes += len(chunk)
                if num_bytes > MAX_REPLY_BYTES:
                    raise UpstreamError(f"{self.name} sent too much.", code="upstream_response_too_large")
                chunks.append(chunk)
        return Reply(response.status_code, b"".join(chunks))

    def _fail(self, error: APIError | None = None) -> APIError:
        self.breaker.record_failure()
        return error or self.unavailable_error()

    def unavailable_error(self) -> APIError:
        wait_s = retry_s(self.breaker.wait_s or 1)
        return OverloadedError(
            f"{self.name} cannot be reached at the moment. Please try again in {wait_s}s.",
            code="upstream_unavailable",
            headers={"retry-after": str(wait_s)},
        )

    def timeout_error(self) -> APIError:
        return UpstreamError(f"{self.name} did not respond in time.", code="upstream_timeout", headers=NO_RETRY)

    def connection_lost_error(self) -> APIError:
        return UpstreamError(f"{self.name} closed the connection too early.", code="upstream_disconnected")

    def invalid_response_error(self) -> APIError:
        return UpstreamError(f"{self.name} sent an invalid response.", code="upstream_invalid_response")

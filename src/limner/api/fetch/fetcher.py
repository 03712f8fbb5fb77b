"""Downloads images by URL within the limits of the settings."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import aclosing
from functools import partial
from pathlib import Path

import httpcore2
import httpx2

from limner import __version__
from limner.api.fetch.connection import AddressRefusedError, CheckedBackend, Resolver
from limner.api.references import RemoteImage, too_large_error
from limner.api.request_buffers import RequestBuffers, SpooledPart, run_in_thread
from limner.core.errors import APIError, BadRequestError, OverloadedError
from limner.observability.metrics import FetchOutcome
from limner.settings import Fetch

log = logging.getLogger("limner.fetch")

MAX_DOWNLOADS = 16
"""At a time, of all requests."""
MAX_DOWNLOADS_PER_REQUEST = 4
RETRY_S = 5
MAX_URL_LENGTH = 8192
MAX_SHOWN_LENGTH = 200
WEB_PORTS = (80, 443)
FIRST_FREE_PORT = 1024
"""The other ports below it belong to protocols that could take a request for commands, such as mail."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = [
    (b"User-Agent", f"limner/{__version__}".encode("ascii")),
    (b"Accept", b"image/png, image/jpeg, image/webp"),
    (b"Accept-Encoding", b"identity"),
    (b"Connection", b"close"),
]


class DownloadError(Exception):
    """Why a download failed: for the log. A client could use it to explore the server's network."""


class Fetcher:
    def __init__(self, settings: Fetch, count: Callable[[FetchOutcome], None]) -> None:
        """`count` is called once for each download."""
        self._settings = settings
        self._count = count
        self._resolver = Resolver()
        self._slots = asyncio.Semaphore(MAX_DOWNLOADS)
        self._ssl_context = httpx2.create_ssl_context()

    async def fetch(self, images: Sequence[RemoteImage], buffers: RequestBuffers) -> dict[str, bytes | Path]:
        """The contents by the parameter's name. The first failure cancels the rest, and is raised as an APIError."""
        slots = asyncio.Semaphore(MAX_DOWNLOADS_PER_REQUEST)

        async def fetch_one(image: RemoteImage, url: httpx2.URL) -> bytes | Path:
            async with slots:
                return await self._fetch(image, url, buffers)

        targets = [(image, _parse(image)) for image in images]
        try:
            async with asyncio.TaskGroup() as group:
                tasks = {image.name: group.create_task(fetch_one(image, url)) for image, url in targets}
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None
        return {name: task.result() for name, task in tasks.items()}

    async def _fetch(self, image: RemoteImage, url: httpx2.URL, buffers: RequestBuffers) -> bytes | Path:
        await self._take_slot()
        try:
            async with asyncio.timeout(self._settings.timeout_s):
                content = await self._follow(image, url, buffers)
        except (TimeoutError, httpcore2.TimeoutException):
            log.info("image not downloaded from %s: timeout", url.host)
            self._count("failed")
            raise _failed_error(image, f"Timeout while downloading {_shown(url)}.") from None
        except (DownloadError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            # messages of protocol errors quote what the server sent
            reason = type(error).__name__ if isinstance(error, httpcore2.ProtocolError) else str(error)
            log.info("image not downloaded from %s: %s", url.host, reason)
            self._count("refused" if isinstance(error, AddressRefusedError) else "failed")
            raise _failed_error(image, f"Error while downloading {_shown(url)}.") from None
        except APIError:
            self._count("refused")
            raise
        else:
            self._count("fetched")
            return content
        finally:
            self._slots.release()

    async def _take_slot(self) -> None:
        try:
            async with asyncio.timeout(self._settings.timeout_s):
                await self._slots.acquire()
        except TimeoutError:
            raise OverloadedError(
                f"The server is downloading too many images. Please try again in {RETRY_S}s.",
                code="too_many_downloads",
                headers={"retry-after": str(RETRY_S)},
            ) from None

    async def _follow(self, image: RemoteImage, url: httpx2.URL, buffers: RequestBuffers) -> bytes | Path:
        for _ in range(self._settings.max_redirects + 1):
            target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
            backend = CheckedBackend(self._resolver, allow_private=self._settings.allow_private)
            async with (
                httpcore2.AsyncHTTPConnection(
                    target.origin, ssl_context=self._ssl_context, network_backend=backend
                ) as connection,
                connection.stream("GET", target, headers=[(b"Host", url.netloc), *HEADERS]) as response,
            ):
                if response.status not in REDIRECTS:
                    return await _receive(response, backend, image, buffers)
                url = _redirect_target(url, response)
        raise DownloadError("too many redirects")


async def _receive(
    response: httpcore2.Response, backend: CheckedBackend, image: RemoteImage, buffers: RequestBuffers
) -> bytes | Path:
    if response.status != 200:
        raise DownloadError(f"status {response.status}")
    if any(coding.lower() not in (b"", b"identity") for coding in _values(response, b"content-encoding")):
        raise DownloadError("compressed response")
    if any(int(length) > image.max_bytes for length in _values(response, b"content-length")):
        raise too_large_error(image.name, image.max_bytes)
    part = SpooledPart(buffers)
    async with aclosing(response.aiter_stream()) as chunks:
        async for chunk in chunks:
            backend.num_content_bytes += len(chunk)
            if backend.num_content_bytes > image.max_bytes:
                raise too_large_error(image.name, image.max_bytes)
            part.feed(chunk)
            if part.wants_flush:
                await run_in_thread(part.flush)
    if not part.must_spill:
        return part.finish(spill=False)
    return await run_in_thread(partial(part.finish, spill=True))


def _values(response: httpcore2.Response, name: bytes) -> list[bytes]:
    return [value.strip() for key, value in response.headers if key.lower() == name]


def _parse(image: RemoteImage) -> httpx2.URL:
    try:
        url = httpx2.URL(image.url) if len(image.url) <= MAX_URL_LENGTH else None
    except httpx2.InvalidURL:
        url = None
    if url is None or not _is_allowed(url):
        raise _failed_error(
            image,
            f"Invalid '{image.name}': expected an http or https URL of at most {MAX_URL_LENGTH} characters, without a"
            f" user name or password, on port 80 or 443 or a port from {FIRST_FREE_PORT}.",
        )
    return url


def _is_allowed(url: httpx2.URL) -> bool:
    is_port_allowed = url.port is None or url.port in WEB_PORTS or FIRST_FREE_PORT <= url.port <= 65_535
    return url.scheme in ("http", "https") and bool(url.host) and not url.userinfo and is_port_allowed


def _redirect_target(url: httpx2.URL, response: httpcore2.Response) -> httpx2.URL:
    locations = _values(response, b"location")
    if len(locations) != 1 or len(locations[0]) > MAX_URL_LENGTH:
        raise DownloadError("redirect without a valid location")
    try:
        target = url.join(locations[0].decode("ascii"))
    except (httpx2.InvalidURL, ValueError):
        raise DownloadError("redirect to an invalid URL") from None
    if not _is_allowed(target) or (url.scheme, target.scheme) == ("https", "http"):
        raise DownloadError("redirect to a URL that is not allowed")
    return target


def _shown(url: httpx2.URL) -> str:
    """Without the query, which may be a signature."""
    shown = str(url.copy_with(query=None, fragment=None))
    return shown if len(shown) <= MAX_SHOWN_LENGTH else f"{shown[:MAX_SHOWN_LENGTH]}..."


def _failed_error(image: RemoteImage, message: str) -> BadRequestError:
    return BadRequestError(message, param=image.name, code="invalid_image_url")

"""Connections to checked addresses: a name is resolved once for each connection, and nothing resolves it again."""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import ip_address
from typing import Any

import httpcore2

from limner.api.fetch.addresses import Address, is_own, is_public

RESOLVER_THREADS = 16
CONNECT_TIMEOUT_S = 3
"""For each address of a name, so that one that does not answer leaves time for the next."""
MAX_ADDRESSES = 4
READ_BYTES = 16_384
MAX_OVERHEAD_BYTES = 32_768
OVERHEAD_SHARE = 128
"""A response may have MAX_OVERHEAD_BYTES and 1/128 of its content in heads and framing: parsing thousands of interim
responses or tiny chunks would take all of the event loop's time.
"""


class Resolver:
    """Resolves names in threads of its own: a name server that does not answer must not use up the shared ones."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(RESOLVER_THREADS, thread_name_prefix="limner-resolver")

    async def resolve(self, host: str) -> list[Address]:
        """Also reads addresses in all forms that the system knows, such as 0x7f.1."""
        look_up = partial(socket.getaddrinfo, host.encode("ascii"), None, type=socket.SOCK_STREAM)
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._threads, look_up)
        except OSError as error:
            raise httpcore2.ConnectError(str(error)) from error
        return list(dict.fromkeys(ip_address(socket_address[0]) for *_, socket_address in found))


class AddressRefusedError(httpcore2.ConnectError):
    """The address belongs to a network that is not public."""


class CheckedBackend(httpcore2.AsyncNetworkBackend):
    """Opens the connection of one request. TLS and the `Host` header still use the name."""

    def __init__(self, resolver: Resolver, *, allow_private: bool) -> None:
        self._resolver = resolver
        self._allow_private = allow_private
        self._sockets = httpcore2.AnyIOBackend()
        self.num_content_bytes = 0
        """To be increased by the reader of the response."""
        self._num_received = 0

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the base class's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        addresses = await self._resolver.resolve(host)
        if not self._allow_private and any(not is_public(one) or is_own(one) for one in addresses):
            raise AddressRefusedError("not a public address")
        return BoundedStream(await self._connect(addresses[:MAX_ADDRESSES], port), self)

    async def _connect(self, addresses: list[Address], port: int) -> httpcore2.AsyncNetworkStream:
        last_error: Exception = httpcore2.ConnectError()
        for address in addresses:
            try:
                return await self._sockets.connect_tcp(str(address), port, timeout=CONNECT_TIMEOUT_S)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last_error = error
        raise last_error

    def count_received(self, num_bytes: int) -> None:
        self._num_received += num_bytes
        content = self.num_content_bytes + READ_BYTES  # of which some is received and not parsed
        if self._num_received > content + MAX_OVERHEAD_BYTES + content // OVERHEAD_SHARE:
            raise httpcore2.RemoteProtocolError("too many bytes that are not content")


class BoundedStream(httpcore2.AsyncNetworkStream):
    def __init__(self, stream: httpcore2.AsyncNetworkStream, backend: CheckedBackend) -> None:
        self._stream = stream
        self._backend = backend

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        data = await self._stream.read(min(max_bytes, READ_BYTES), timeout)
        self._backend.count_received(len(data))
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        try:
            encrypted = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except ValueError as error:
            raise httpcore2.ConnectError("no certificate can have this name") from error
        except asyncio.CancelledError:  # httpcore2 closes the stream after other exceptions only
            await self._stream.aclose()
            raise
        return BoundedStream(encrypted, self._backend)

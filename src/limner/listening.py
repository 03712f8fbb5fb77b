"""Binds the server's sockets before engines start, so that a wrong address fails at once."""

import errno
import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from limner.settings import SettingsError


class StartupError(OSError):
    """The server cannot start. The message says why, and what to do."""


def bind(host: str, port: int) -> list[socket.socket]:
    """Bind a socket to each of the host's addresses. They refuse connections until they listen.

    Raises SettingsError if this machine has none of the addresses, and StartupError if the port is not available.
    """
    sockets: list[socket.socket] = []
    failure: OSError | None = None
    for family, address in _addresses(host, port):
        actual = sockets[0].getsockname()[1] if sockets else port  # all sockets share the free port of the first
        try:
            sockets.append(_bind_socket(family, (address[0], actual, *address[2:])))
        except OSError as error:
            failure = failure or error
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                break
        else:
            continue
    if failure is not None and (not sockets or failure.errno in (errno.EADDRINUSE, errno.EACCES)):
        for one in sockets:
            one.close()
        raise startup_error(failure, host, port) from failure
    return sockets


def accept_pending(listening: socket.socket) -> Iterator[socket.socket]:
    """The connections that are established, but not accepted yet. Closing the socket would reset them."""
    listening.setblocking(False)
    with suppress(OSError):  # BlockingIOError: there are no more
        while True:
            yield listening.accept()[0]


def startup_error(error: OSError, host: str, port: int) -> Exception:
    """The error for the operator of the server."""
    match error.errno:
        case errno.EADDRINUSE:
            return StartupError(
                f"Port {port} of {host} is in use, perhaps by another 'limner serve'."
                " Choose another with --port; --port 0 picks a free one."
            )
        case errno.EACCES:
            return StartupError(f"Port {port} needs administrator rights. Choose one from 1024 on with --port.")
        case errno.EADDRNOTAVAIL | errno.EAFNOSUPPORT:
            return SettingsError(f"This machine does not have the address '{host}'. Choose another with --host.")
    return StartupError(f"Cannot listen on '{host}', port {port}: {error.strerror or error}.")


def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, tuple[Any, ...]]]:
    try:
        infos = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, ValueError) as error:
        message = f"The host '{host}' is not known here. Choose an address of this machine with --host."
        raise SettingsError(message) from error
    return list(dict.fromkeys((family, address) for family, _, _, _, address in infos))


def _bind_socket(family: socket.AddressFamily, address: tuple[Any, ...]) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)
    except OSError:
        one.close()
        raise
    return one

"""After how many seconds a client times out, as far as its headers say."""

from collections.abc import Mapping

READ_TIMEOUTS = ("x-stainless-read-timeout", "x-stainless-timeout")
"""In seconds. Python's client sends the first, Node's the second if a timeout was set, Java's both."""
NODE_S = 300.0
"""Node's `fetch` gives up after 300 s without a status line, whatever timeout its client has."""


def read_client_timeout(headers: Mapping[str, str]) -> float | None:
    """Seconds until the client stops waiting for a status line; None if it does not say.

    It does not apply to streams, whose status line is sent at once, and which comments keep alive.
    """
    timeouts = [seconds for name in READ_TIMEOUTS if (seconds := _seconds(headers.get(name, ""))) is not None]
    if headers.get("x-stainless-runtime", "").lower() == "node":
        timeouts.append(NODE_S)
    return min(timeouts, default=None)


def _seconds(text: str) -> float | None:
    """None if it is not a number of seconds: an invalid hint is no reason to reject a request."""
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 < seconds < float("inf") else None

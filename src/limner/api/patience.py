"""How long a client waits for its answer, as far as its headers say."""

from collections.abc import Mapping

READ_TIMEOUTS = ("x-stainless-read-timeout", "x-stainless-timeout")
"""Python's client sends the first, Node's the second where a timeout was set, Java's both: in seconds."""
NODE_S = 300.0
"""Node's `fetch` gives up after so many seconds without a status line, whatever its client allows."""


def read_patience(headers: Mapping[str, str]) -> float | None:
    """Seconds until a client stops waiting for the status line of a plain reply; None if it does not say.

    A streamed reply has its status line at once, and comments keep it alive: there is no such limit.
    """
    told = [seconds for name in READ_TIMEOUTS if (seconds := _seconds(headers.get(name, ""))) is not None]
    if headers.get("x-stainless-runtime", "").lower() == "node":
        told.append(NODE_S)
    return min(told, default=None)


def _seconds(text: str) -> float | None:
    """None for what is no number of seconds: a hint that cannot be understood is no reason to refuse a picture."""
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 < seconds < float("inf") else None

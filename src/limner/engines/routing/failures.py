"""What a failure on one route means for the request."""

from collections.abc import Sequence
from contextlib import suppress

from limner.core.errors import APIError, OverloadedError, RateLimitError, RequestTimeoutError, retry_s

DEADLINE_EXCEEDED = "deadline_exceeded"
"""The code of engines that cannot draw a request in time."""


def is_of_client(error: Exception) -> bool:
    """Whether the request itself is the reason, so that it would fail on every route."""
    is_retryable = isinstance(error, RateLimitError | RequestTimeoutError)
    return isinstance(error, APIError) and error.status < 500 and not is_retryable


def is_of_queue(error: Exception) -> bool:
    """Whether the engine works, but has too much to do."""
    is_late = isinstance(error, OverloadedError) and error.code == DEADLINE_EXCEEDED
    return isinstance(error, RateLimitError) or is_late


def retry_after_s(error: Exception) -> float | None:
    """What the error says about when to try again."""
    if isinstance(error, APIError):
        with suppress(ValueError):
            return float(error.headers.get("retry-after", ""))
    return None


def most_useful(errors: Sequence[Exception]) -> Exception:
    """The one that says when to try again, the soonest of several; else that of the route that was tried first.

    `errors`: at least one, in the order of the attempts. Errors for clients are preferred to bugs.
    """
    timed = [error for error in errors if may_retry(error) and retry_after_s(error) is not None]
    if timed:
        return min(timed, key=lambda error: retry_after_s(error) or 0)
    return next((error for error in errors if isinstance(error, APIError)), errors[0])


def may_retry(error: Exception) -> bool:
    return not isinstance(error, APIError) or error.headers.get("x-should-retry") != "false"


def unavailable_error(model: str, wait_s: float) -> OverloadedError:
    """The error while all routes are out."""
    return OverloadedError(
        f"No engine of the model '{model}' is available at present. Please try again in {retry_s(wait_s)}s.",
        code="no_route_available",
        headers={"retry-after": str(retry_s(wait_s))},
    )


def late_error(seconds: float) -> OverloadedError:
    """The error of a route that drew nothing within its time limit."""
    return OverloadedError(
        f"The engine has drawn nothing within {seconds:g}s.", code="first_event_timeout", headers={"retry-after": "1"}
    )


def lost_error() -> OverloadedError:
    """The error of a route whose workers are gone."""
    return OverloadedError(
        "The engine has no worker at present.", code="worker_unavailable", headers={"retry-after": "5"}
    )

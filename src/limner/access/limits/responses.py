"""The errors and headers of rate limits, in the upstream API's words."""

import math

from limner.access.limits.claim import MINUTE_S, Claim, Kind, Usage, Window, WindowUsage
from limner.core.errors import OverloadedError, RateLimitError, retry_s
from limner.families.wording import shorten

ORGANIZATION = "org-limner"
CODE = "rate_limit_exceeded"
CONCURRENCY_RETRY_S = 1
NAMES: dict[Kind, str] = {"requests": "requests per min (RPM)", "images": "images per min"}


def limit_headers(claim: Claim, usage: Usage, *, is_taken: bool) -> dict[str, str]:
    """`x-ratelimit-*`, of the tightest limit of each kind."""
    tightest: dict[Kind, tuple[int, int, float]] = {}
    for window, found in zip(claim.windows, usage.windows, strict=True):
        remaining = max(0, window.limit - found.used - (window.amount if is_taken else 0))
        reset_s = MINUTE_S if is_taken else found.reset_s
        known = tightest.get(window.kind)
        tightest[window.kind] = min(known or (remaining, window.limit, reset_s), (remaining, window.limit, reset_s))
    headers: dict[str, str] = {}
    for kind, (remaining, limit, reset_s) in tightest.items():
        headers[f"x-ratelimit-limit-{kind}"] = str(limit)
        headers[f"x-ratelimit-remaining-{kind}"] = str(remaining)
        headers[f"x-ratelimit-reset-{kind}"] = format_duration(reset_s)
    return headers


def refusal(claim: Claim, usage: Usage, model: str | None) -> RateLimitError:
    """For a claim without room. It names the limit that lasts longest. `model`: None if it is not known yet."""
    headers = limit_headers(claim, usage, is_taken=False)
    pairs = list(zip(claim.windows, usage.windows, strict=True))
    window, found = max(pairs, key=lambda pair: pair[1].wait_s, default=(None, None))
    if window is None or found is None or not found.wait_s:
        used = f"Limit {claim.concurrency}, Used {usage.num_running}, Requested 1"
        message = f"{_reached(model, None)} on concurrent requests: {used}. Please try again in {CONCURRENCY_RETRY_S}s."
        return RateLimitError(message, code=CODE, headers=headers | {"retry-after": str(CONCURRENCY_RETRY_S)})
    wait_s = retry_s(found.wait_s)
    return RateLimitError(
        _message(window, found, model, wait_s), code=CODE, headers=headers | {"retry-after": str(wait_s)}
    )


def too_large_error(window: Window, model: str) -> RateLimitError:
    """For a request that takes more than the limit: it can never pass, so clients must not retry it."""
    return RateLimitError(
        f"Request too large for {shorten(model)} in {_organization(window.project_id)} on {NAMES[window.kind]}:"
        f" Limit {window.limit}, Requested {window.amount}.",
        param="n" if window.kind == "images" else None,
        code=CODE,
        headers={"x-should-retry": "false"},
    )


def limiter_unavailable_error(wait_s: float) -> OverloadedError:
    seconds = retry_s(wait_s)
    return OverloadedError(
        f"The server's rate limits cannot be checked at present. Please try again in {seconds}s.",
        code="limiter_unavailable",
        headers={"retry-after": str(seconds)},
    )


def format_duration(seconds: float) -> str:
    """As upstream: `12ms`, `8.64s`, `6m0s`."""
    total_ms = math.ceil(seconds * 1000)
    if total_ms < 1000:
        return f"{total_ms}ms" if total_ms else "0s"
    minutes, rest_ms = divmod(total_ms, 60_000)
    text = f"{rest_ms / 1000:.3f}".rstrip("0").rstrip(".") + "s"
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}h{minutes}m{text}"
    return f"{minutes}m{text}" if minutes else text


def _message(window: Window, found: WindowUsage, model: str | None, wait_s: int) -> str:
    if window.kind == "images":
        return (
            f"Rate limit exceeded for images per minute in {_organization(window.project_id)}."
            f" Limit: {window.limit}/1min. Current: {found.used + window.amount}/1min."
        )
    return (
        f"{_reached(model, window.project_id)} on {NAMES[window.kind]}:"
        f" Limit {window.limit}, Used {found.used}, Requested {window.amount}. Please try again in {wait_s}s."
    )


def _reached(model: str | None, project_id: str | None) -> str:
    subject = "" if model is None else f"{shorten(model)} in "
    return f"Rate limit reached for {subject}{_organization(project_id)}"


def _organization(project_id: str | None) -> str:
    return f"organization {ORGANIZATION}" + (f" (project {project_id})" if project_id else "")

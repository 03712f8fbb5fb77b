"""The state of a route, as the metrics and `/health` report it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteState:
    model: str
    route: str
    problem: str | None
    """Why the route gets no requests at present; None while it does."""
    num_requests: int
    """Requests that were sent to it."""
    num_failures: int
    """Of those, the ones that failed there, also if another route drew them then."""

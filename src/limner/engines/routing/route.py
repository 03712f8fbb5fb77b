"""One of the engines of a model."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from limner.engines.routing.conditions import Conditions
from limner.engines.routing.target import Target


class RouteError(ValueError):
    """Routes that do not work together; the message names the setting."""


@dataclass(slots=True)
class RouteCounts:
    num_requests: int = 0
    num_failures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Route:
    name: str
    target: Target
    rank: int = 1
    """Lower ranks are tried first."""
    weight: int = 1
    """The share of the requests among the routes of the same rank."""
    conditions: Conditions = field(default_factory=Conditions)
    first_event_s: float | None = None
    """Time limit until the first event."""
    check_s: float = 0
    """Between two checks while it is out; 0: none."""
    counts: RouteCounts = field(default_factory=RouteCounts)


def check_routes(routes: Sequence[Route]) -> None:
    """Raises RouteError for settings that would have no effect, or another one than expected."""
    names = [route.name for route in routes]
    for route in routes:
        path = f"'{route.name}'"
        if names.count(route.name) > 1:
            raise RouteError(f"Two routes are called {path}. Give each a 'name' of its own.")
        if route.weight != 1 and not any(one.rank == route.rank for one in routes if one is not route):
            raise RouteError(
                f"The 'weight' of the route {path} has no effect: no other route has its rank, {route.rank}."
                " Give routes that share requests the same 'rank'."
            )
        better = [one for one in routes if one.rank < route.rank]
        if route.conditions.needs_queue and not better:
            raise RouteError(
                f"The condition on the queue of the route {path} has no effect: no route has a lower 'rank'."
            )
        if route.conditions.queue_s_above is not None:
            for one in better:
                if not one.target.has_estimates:
                    raise RouteError(
                        f"The route {path} has 'queue_s_above', but the engine of the route '{one.name}' does not"
                        " estimate waiting times. Use 'queue_images_above'."
                    )

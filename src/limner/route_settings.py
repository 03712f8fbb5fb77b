"""The settings of routes: several engines for one model."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated, Any

import msgspec

from limner.core.request import Operation, Quality
from limner.ray_settings import RayDeployment

Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z")]
"""Safe in a header, and short enough for the ledger."""
SizeText = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{0,4}x[1-9][0-9]{0,4}\Z")]
Count = Annotated[int, msgspec.Meta(ge=1)]
Threshold = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
Seconds = Annotated[float, msgspec.Meta(gt=0, le=1_000_000)]


class RouteSettingsError(ValueError):
    """The message names the setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteConditions:
    """All must hold; of the two about the queue, one is enough."""

    queue_s_above: Threshold | None = None
    """The request would wait longer than this for the route that would draw it otherwise."""
    queue_images_above: Threshold | None = None
    """More images than this would be drawn before it there."""
    operations: tuple[Operation, ...] = ()
    sizes: tuple[SizeText, ...] = ()
    min_pixels: Count | None = None
    """Width times height."""
    max_pixels: Count | None = None
    qualities: tuple[Quality, ...] = ()
    keys: tuple[str, ...] = ()
    """Ids of keys."""
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSettings:
    """`[[models."gpt-image-1".routes]]`: one of the engines of a model. All other keys are options of the engine."""

    name: Name
    """By default, that of the engine."""
    engine: str
    rank: Count | None = None
    """Lower ranks are tried first. By default, one more than that of the route before."""
    weight: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 1
    """The share of the requests among the routes of the same rank."""
    when: RouteConditions = field(default_factory=RouteConditions)
    max_failures: Count = 3
    """Failures in a row after which the route gets no requests for a time."""
    out_s: Seconds = 10
    """That time. Then one request tries the route again."""
    check_s: Annotated[float, msgspec.Meta(ge=0, le=1_000_000)] = 30
    """Seconds between two checks while the route is out, if its engine can be checked without drawing. 0: none."""
    first_event_s: Seconds | None = None
    """Time limit until the first image or partial image; then the next route is tried."""
    ray: RayDeployment | None = None
    """Its deployment on Ray. None: that of its engine in `ray.engines`."""
    options: Mapping[str, Any] = field(default_factory=dict)


def gather_routes(model: Mapping[str, Any], path: str) -> list[Any]:
    """The routes of a model's table, each with the options of its engine in `options`. Raises RouteSettingsError."""
    own = [name for name in model if name not in ("family", "routes")]
    if own:
        raise RouteSettingsError(
            f"'{path}.{own[0]}' and '{path}.routes' cannot be set together: each route has its own engine and options."
        )
    routes = model["routes"]
    if not isinstance(routes, list) or not routes:
        raise RouteSettingsError(
            f"'{path}.routes' must be a list of tables, such as [[{path}.routes]], with an engine."
        )
    return [_gather(route, f"{path}.routes[{index}]") for index, route in enumerate(routes)]


def _gather(route: Any, path: str) -> dict[str, Any]:
    if not isinstance(route, Mapping):
        raise RouteSettingsError(f"'{path}' must be a table.")
    if not isinstance(route.get("engine"), str):
        raise RouteSettingsError(f"'{path}.engine' is missing: a route names its engine.")
    known = {one.name for one in fields(RouteSettings)} - {"options"}
    options = {name: value for name, value in route.items() if name not in known}
    return {"name": route["engine"], **{name: route[name] for name in known & route.keys()}, "options": options}

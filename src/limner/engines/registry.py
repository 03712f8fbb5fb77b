"""Engines by name. Each is imported when a model needs it; the error says what to install."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, cast

from limner.engines.engine import Engine

ENGINES = {
    "diffusers": "limner.engines.diffusers.engine:DiffusersEngine",
    "illustrator": "limner.engines.illustrator.engine:IllustratorEngine",
}
"""Built-in engines; others are entry points of the group `limner.engines`."""


class EngineSetupError(ValueError):
    """The engine does not exist, is not installed, or does not accept an option."""


def load_engine(name: str, options: Mapping[str, Any]) -> Engine:
    plugins = {point.name: point.value for point in entry_points(group="limner.engines")}
    known = ENGINES | plugins
    if name not in known:
        raise EngineSetupError(f"Unknown engine '{name}'. Known: {', '.join(sorted(known))}.")
    module, _, attribute = known[name].partition(":")
    try:
        kind = getattr(import_module(module), attribute)
    except ImportError as error:
        raise EngineSetupError(f"The engine '{name}' cannot be loaded: {error}") from error
    try:
        return cast(Engine, kind(**options))
    except (TypeError, ValueError) as error:
        raise EngineSetupError(f"The engine '{name}' was given wrong options: {error}") from error

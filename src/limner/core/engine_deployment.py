"""An engine that runs on Ray, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineDeployment:
    app: str
    """The name of the Ray Serve application."""
    engine: str
    options: Mapping[str, Any]
    """Of the engine."""
    models: tuple[str, ...]
    """The models that it draws, in the order of the settings."""
    serve_options: Mapping[str, Any]
    """Options of the Serve deployment, with Ray's names."""
    actor_options: Mapping[str, Any]
    """What a replica reserves: `num_gpus` and others, with Ray's names."""

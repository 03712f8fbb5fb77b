"""Engines by name. Each is imported when a model needs it; the error says what to install."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any, cast

from limner.engines.engine import Engine

ENGINES = {
    "comfyui": "limner.engines.comfyui.engine:ComfyEngine",
    "diffusers": "limner.engines.diffusers.process_engine:make_engine",
    "illustrator": "limner.engines.illustrator.engine:IllustratorEngine",
    "openai": "limner.engines.proxy.engine:OpenAIEngine",
    "sdapi": "limner.engines.sdapi.engine:SdapiEngine",
}
"""Built-in engines; others are entry points of the group `limner.engines`."""
REQUIRED_MODULES = {
    "diffusers": ("torch", "diffusers", "transformers", "greenlet", "numpy", "cv2"),
    "illustrator": ("limner_illustrator", "numpy", "cv2"),
}
"""Modules that the extra of the engine's name installs, if it has one."""


class EngineSetupError(ValueError):
    """The engine does not exist, cannot be loaded, or does not accept an option."""


class EngineNotInstalledError(EngineSetupError):
    """An engine whose extra is not installed."""


def is_installed(name: str) -> bool:
    """Whether the modules that a built-in engine requires can be imported."""
    return all(find_spec(module) is not None for module in REQUIRED_MODULES.get(name, ()))


def load_engine(name: str, options: Mapping[str, Any]) -> Engine:
    plugins = {point.name: point.value for point in entry_points(group="limner.engines")}
    known = ENGINES | plugins
    if name not in known:
        raise EngineSetupError(f"Unknown engine '{name}'. Known: {', '.join(sorted(known))}.")
    if name not in plugins and not is_installed(name):
        raise EngineNotInstalledError(f"The engine '{name}' is not installed. Run: pip install 'limner[{name}]'")
    module, _, attribute = known[name].partition(":")
    try:
        kind = getattr(import_module(module), attribute)
    except ImportError as error:
        raise EngineSetupError(f"The engine '{name}' cannot be loaded: {error}") from error
    try:
        return cast(Engine, kind(**options))
    except (TypeError, ValueError) as error:
        raise EngineSetupError(f"The engine '{name}' was given wrong options: {error}") from error

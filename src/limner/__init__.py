"""Limner: the self-hosted Images API.

from limner import Limner

with Limner() as limner:
    limner.images.generate(prompt="A cute baby sea otter").data[0].save("otter.png")
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Limner": "limner.library.client",
    "AsyncLimner": "limner.library.client",
    "ImagesResponse": "limner.library.types",
    "Image": "limner.library.types",
    "ApiError": "limner.core.errors",
    "BadRequestError": "limner.core.errors",
    "AuthenticationError": "limner.core.errors",
    "RateLimitError": "limner.core.errors",
    "InternalServerError": "limner.core.errors",
}
__all__ = [
    "ApiError",
    "AsyncLimner",
    "AuthenticationError",
    "BadRequestError",
    "Image",
    "ImagesResponse",
    "InternalServerError",
    "Limner",
    "RateLimitError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    """Everything is loaded when it is first named: `import limner` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'limner' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)

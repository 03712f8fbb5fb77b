"""Limner: the self-hosted Images API.

from limner import Limner

with Limner() as limner:
    limner.images.generate(prompt="A cute baby sea otter").data[0].save("otter.png")
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "APIError",
    "APIStatusError",
    "ApiError",
    "AsyncLimner",
    "AuthenticationError",
    "BadRequestError",
    "Image",
    "ImagesResponse",
    "InternalServerError",
    "Limner",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "__version__",
]

if TYPE_CHECKING:
    from limner.core.errors import (
        APIError,
        ApiError,
        APIStatusError,
        AuthenticationError,
        BadRequestError,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
    )
    from limner.library.client import AsyncLimner, Limner
    from limner.library.types import Image, ImagesResponse
else:  # hidden from type checkers, which would take every name for one of these

    def __getattr__(name: str) -> object:
        """Import on first use, so that `import limner` stays fast."""
        if name not in __all__:
            raise AttributeError(f"module 'limner' has no attribute '{name}'")
        modules = {"AsyncLimner": "client", "Limner": "client", "Image": "types", "ImagesResponse": "types"}
        module = f"limner.library.{modules[name]}" if name in modules else "limner.core.errors"
        return getattr(import_module(module), name)

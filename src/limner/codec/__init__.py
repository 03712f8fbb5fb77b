"""Encode and decode PNG, JPEG and WebP images, and read the metadata inside them.

`probe`, `has_alpha`, `describe_foreign` and `read_metadata` read file headers: they are cheap and need no imaging
library. `decode` and `encode` process whole images and belong in a worker; numpy, Pillow and the others are imported
when one of the two is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from limner.codec.base64 import encode_base64
from limner.codec.foreign import describe_foreign
from limner.codec.metadata import read_metadata
from limner.codec.probe import has_alpha, probe

if TYPE_CHECKING:
    from limner.codec.decoder import Mode, decode
    from limner.codec.encoder import encode

__all__ = ["Mode", "decode", "describe_foreign", "encode", "encode_base64", "has_alpha", "probe", "read_metadata"]

_MODULES = {"Mode": "decoder", "decode": "decoder", "encode": "encoder"}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value

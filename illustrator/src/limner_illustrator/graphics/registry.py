"""All kinds of graphics by name: every module of this package is imported, and declares its own."""

import pkgutil
from importlib import import_module

from limner_illustrator import graphics
from limner_illustrator.graphics.graphic import GRAPHICS

__all__ = ["GRAPHICS"]

for _module in pkgutil.walk_packages(graphics.__path__, f"{graphics.__name__}."):
    if _module.name not in (__name__, f"{graphics.__name__}.painting"):
        try:
            import_module(_module.name)
        except Exception:  # its records would collide with those of a second attempt
            for _kind in [one for one in GRAPHICS.values() if one.module == _module.name]:
                del GRAPHICS[_kind.name]
            raise

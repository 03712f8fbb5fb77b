"""The places that a picture can show. Importing the package loads every module that declares a backdrop."""

import importlib
import pkgutil

from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog.records import RecordError


def load_backdrops(*folders: str) -> None:
    """Imports the modules of this package, and those of further folders as if they were part of it."""
    __path__.extend(folder for folder in folders if folder not in __path__)
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        try:
            importlib.import_module(module.name)
        except Exception:  # its records would collide with those of a second attempt
            for name in [one.name for one in BACKDROPS.values() if one.draw.__module__ == module.name]:
                del BACKDROPS[name]
            raise
    for record in LANDMARKS.values():
        if record.backdrop not in BACKDROPS:
            raise RecordError(f'Landmark "{record.name}": \'backdrop\' names the unknown "{record.backdrop}".')


load_backdrops()

"""Finds the weights that another package ships. Its code is not imported: it needs more than its weights do."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2


@cache
def find_network(package: str, file: str) -> Any | None:
    """An OpenCV network, kept for the life of the process; None if the package is not installed."""
    spec = find_spec(package)
    folders = [] if spec is None else spec.submodule_search_locations or []
    for folder in folders:
        path = Path(folder) / file
        if path.is_file():
            return cv2.dnn.readNetFromONNX(str(path))
    return None


def load_network(package: str, file: str) -> Any:
    """The same for a package that is required. FileNotFoundError if it is missing all the same."""
    network = find_network(package, file)
    if network is None:
        raise FileNotFoundError(f"{file} of the package {package} is missing: reinstall limner-illustrator.")
    return network

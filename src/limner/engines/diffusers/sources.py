"""Where weights are: a folder, a file, a repository on the hub, or one file of a repository. Imports no torch."""

import os
from dataclasses import dataclass

GGUF = ".gguf"
SINGLE_FILES = (".safetensors", GGUF)
"""Formats of a file that holds the weights of a model. Others can run code when they are read."""


@dataclass(frozen=True, slots=True)
class HubSource:
    repository: str
    path: str | None = None
    """Of the only file that is needed. None: what the repository holds."""


def is_local(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 (a hub id may hold characters that no path does)


def is_single_file(name: str) -> bool:
    """Whether the name is that of a file, here or on the hub, not of a folder or a repository."""
    return name.endswith(SINGLE_FILES) or os.path.isfile(name)  # noqa: PTH113 (as above)


def hub_source(name: str) -> HubSource | None:
    """What the name means on the hub: `owner/name` or `owner/name/path/to/file`. None: it is here.

    Raises FileNotFoundError if it can only be a file that is not here.
    """
    if is_local(name):
        return None
    if not is_single_file(name):
        return HubSource(name)
    owner, _, rest = name.partition("/")
    repository, _, path = rest.partition("/")
    if not path or owner in ("", ".", "..", "~"):
        raise FileNotFoundError(f"There is no file '{name}'.")
    return HubSource(f"{owner}/{repository}", path)

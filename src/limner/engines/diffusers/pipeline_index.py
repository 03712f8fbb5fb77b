"""The file of a pipeline that names its components: model_index.json, or that of a modular one. Imports no torch."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

INDEX = "model_index.json"
MODULAR_INDEX = "modular_model_index.json"
"""Of a modular pipeline. A folder that has both is loaded as a classic one."""


def read_index(file: Path) -> dict[str, Any]:
    """Raises ValueError if it is missing or damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError) as error:
        raise ValueError(f"'{file.parent}' has no {file.name} that can be read: {error}") from error


def find_index(folder: Path) -> Path:
    """Of a classic pipeline or a modular one; it need not exist."""
    classic, modular = folder / INDEX, folder / MODULAR_INDEX
    return modular if modular.is_file() and not classic.is_file() else classic


def component_places(index: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Of a modular pipeline's components: the repository or folder, and the folder in it. Empty for a classic one."""
    found: dict[str, tuple[str, str]] = {}
    for name, source in index.items():
        is_component = not name.startswith("_") and isinstance(source, list | tuple) and len(source) == 3
        if is_component and (home := source[2].get("pretrained_model_name_or_path")):
            found[name] = (home, source[2].get("subfolder") or "")
    return found


def present_components(index: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Library and class of those that are not left out."""
    found: dict[str, tuple[str, str]] = {}
    for name, source in index.items():
        if name.startswith("_") or not isinstance(source, list | tuple):
            continue
        # of a modular pipeline, whose component may be in another repository
        kind = source[2].get("type_hint") or source if len(source) == 3 else source
        if len(kind) >= 2 and kind[0] is not None:
            found[name] = (kind[0], kind[1])
    return found

"""Finds weights of the hub that are here. Imports no torch."""

import os
from pathlib import Path

from huggingface_hub import hf_hub_download, snapshot_download, try_to_load_from_cache
from huggingface_hub.errors import HFValidationError

from limner.engines.diffusers.pipeline_index import INDEX, MODULAR_INDEX
from limner.engines.diffusers.sources import hub_source

WEIGHT_FILES = ["config.json", "preprocessor_config.json", "*.safetensors", "*.bin"]
"""Of a repository that holds one network or one adapter."""


def find_source(name: str, revision: str | None = None) -> Path:
    """The folder or the file of a name that was downloaded or is here.

    Raises FileNotFoundError, or huggingface_hub's errors.
    """
    source = hub_source(name)
    if source is None:
        return Path(name)
    if source.path is None:
        folder = snapshot_download(
            source.repository, revision=revision, allow_patterns=WEIGHT_FILES, local_files_only=True
        )
        return Path(folder)
    return Path(hf_hub_download(source.repository, source.path, revision=revision, local_files_only=True))


def get_source(name: str, revision: str | None = None) -> Path | None:
    """The same. None: it is not here."""
    try:
        return find_source(name, revision)
    except (OSError, HFValidationError):  # huggingface_hub's errors of missing files are OSErrors
        return None


def find_component(home: str, folder: str) -> Path | None:
    """The folder of a modular pipeline's component. `home`: the repository or folder. None: it is not here."""
    if Path(home, folder).is_dir():
        return Path(home, folder)
    try:
        found = try_to_load_from_cache(home, f"{folder}/config.json".lstrip("/"))
    except HFValidationError:
        return None
    return Path(found).parent if isinstance(found, str) else None


def find_folder(checkpoint: str, revision: str | None = None) -> Path | None:
    """Where the pipeline's files are, which are a part of what its repository holds. None: not downloaded."""
    if os.path.isdir(checkpoint):  # noqa: PTH112 (a hub id may hold characters that no path does)
        return Path(checkpoint)
    try:
        found = [try_to_load_from_cache(checkpoint, name, revision=revision) for name in (INDEX, MODULAR_INDEX)]
    except HFValidationError:
        return None
    return next((Path(index).parent for index in found if isinstance(index, str)), None)

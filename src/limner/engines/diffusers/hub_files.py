"""Which files of a repository on the hub a pipeline needs: no second format of the same weights. Imports no torch."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from limner.engines.diffusers.pipeline_index import INDEX, component_places, present_components

FORMATS = (".safetensors", ".bin")
"""Of weights, in the order in which diffusers prefers them."""
OTHER_WEIGHTS = (".ckpt", ".gguf", ".h5", ".msgpack", ".onnx", ".onnx_data", ".ot", ".pb", ".pt", ".pth", ".xml")
ABOUT = (".gitattributes", ".jpg", ".md", ".png")
SHARD = re.compile(r"-\d{5}-of-\d{5}$")


@dataclass(frozen=True, slots=True)
class HubFile:
    path: str
    num_bytes: int


def pipeline_files(
    files: Iterable[HubFile], index: Mapping[str, Any], variant: str | None, *, without_weights: Collection[str] = ()
) -> list[HubFile]:
    """`index`: the content of model_index.json. `without_weights`: components of which only the rest is needed."""
    by_folder: dict[str, list[HubFile]] = {}
    found = []
    for file in files:
        folder, _, _ = file.path.rpartition("/")
        by_folder.setdefault(folder, []).append(file)
        if file.path == INDEX:
            found.append(file)
    for name in present_components(index):
        own = _component_files(by_folder.get(name, ()), variant)
        found += [file for file in own if not _is_of_weights(file)] if name in without_weights else own
    return found


def modular_folders(index: Mapping[str, Any], repository: str) -> dict[str, list[str]]:
    """By repository: the folders of a modular pipeline's components, which may be in several ones.

    `index`: the content of modular_model_index.json. "" is the top of a repository.
    """
    found: dict[str, list[str]] = {repository: []}
    for home, folder in component_places(index).values():
        found.setdefault(home, []).append(folder)
    return found


def folder_files(files: Iterable[HubFile], folders: Collection[str], variant: str | None) -> list[HubFile]:
    """Of components in these folders."""
    by_folder: dict[str, list[HubFile]] = {folder: [] for folder in folders}
    for file in files:
        folder = file.path.rpartition("/")[0]
        if folder in by_folder:
            by_folder[folder].append(file)
    return [file for own in by_folder.values() for file in _component_files(own, variant)]


def network_files(files: Iterable[HubFile], variant: str | None) -> list[HubFile]:
    """Of a repository without a pipeline: an adapter, or a single network such as a VAE."""
    return _component_files([file for file in files if "/" not in file.path], variant)


def _component_files(files: Collection[HubFile], variant: str | None) -> list[HubFile]:
    weights = {suffix: [file for file in files if file.path.endswith(suffix)] for suffix in FORMATS}
    chosen = next((suffix for suffix in FORMATS if _of_variant(weights[suffix], variant)), None)
    dropped = {suffix for suffix in FORMATS if suffix != chosen}
    found = _of_variant(weights[chosen], variant) if chosen else []
    for file in files:
        name = PurePosixPath(file.path).name
        is_index = name.endswith(".json") and ".index." in name
        if name.endswith((*FORMATS, *OTHER_WEIGHTS, *ABOUT)):
            continue
        if is_index and any(f"{suffix}.index" in name for suffix in dropped):
            continue
        found.append(file)
    return found


def _is_of_weights(file: HubFile) -> bool:
    return file.path.endswith(FORMATS) or ".index." in file.path


def _of_variant(weights: Collection[HubFile], variant: str | None) -> list[HubFile]:
    """As diffusers chooses: the files of the variant if there are any, else those without one."""
    of_variant = [file for file in weights if variant is not None and _variant(file) == variant]
    return of_variant or [file for file in weights if _variant(file) is None]


def _variant(file: HubFile) -> str | None:
    """`model.fp16.safetensors`, `model.fp16-00001-of-00002.safetensors`."""
    stem = SHARD.sub("", PurePosixPath(file.path).stem)
    return stem.rpartition(".")[2] if "." in stem else None

"""The parts of a model as its options compose it, and their size: known before it is loaded. Imports no torch."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.hub_cache import find_component, find_folder, get_source
from limner.engines.diffusers.part_sizes import PartSize, measure, read_part, read_parts
from limner.engines.diffusers.pipeline_index import component_places, find_index, read_index
from limner.engines.diffusers.single_files import SAFETY_CHECKER, file_parts, parts_elsewhere, read_config_index
from limner.engines.diffusers.sources import is_single_file
from limner.engines.diffusers.weight_headers import read_header

SizeOf = Callable[[str, str], PartSize | None]
"""Of the part with this name, from this folder, file or hub id. None: unknown."""


def read_source(name: str, source: str) -> PartSize | None:
    """The size of a single network or an adapter. None if it is not here."""
    found = get_source(source)
    if found is None:
        return None
    return _file_part(name, found) if found.is_file() else read_part(found, name)


def compose_parts(spec: ModelSpec, own: Sequence[PartSize], size_of: SizeOf = read_source) -> list[PartSize]:
    """What is on the model's device. `own`: the parts of the checkpoint.

    A part whose size is unknown is left out, except that a VAE then counts as the checkpoint's own.
    """
    left_out = {name for name, _ in spec.placement}
    if spec.leaves_own_checker_out:
        left_out.add(SAFETY_CHECKER)
    added: list[PartSize | None] = []
    if spec.vae is not None and (vae := size_of("vae", spec.vae)) is not None:
        left_out.add("vae")
        added.append(vae)
    if isinstance(spec.safety_checker, str) and spec.offload is None:
        added.append(size_of("checker", spec.safety_checker))
    if spec.preview_vae is not None and (preview := size_of("preview_vae", spec.preview_vae)) is not None:
        added.append(replace(preview, is_offloaded=False))
    added += [size_of(f"adapter {one.name}", one.weights) for one in spec.lora if one.use != "fused"]
    return [*(one for one in own if one.name not in left_out), *(one for one in added if one is not None)]


def find_parts(spec: ModelSpec, config: str | None = None, size_of: SizeOf = read_source) -> list[PartSize]:
    """Of all that is on the model's device. Empty if the checkpoint is not here.

    `config`: the folder or hub id with the configuration of a single file, if it is known.
    """
    own = _file_parts(spec, config) if is_single_file(spec.checkpoint) else _folder_parts(spec)
    return compose_parts(spec, own, size_of) if own else []


def _folder_parts(spec: ModelSpec) -> list[PartSize]:
    folder = find_folder(spec.checkpoint, spec.revision)
    if folder is None:
        return []
    parts = read_parts(folder, spec.variant)
    return [*parts, *_parts_of_others(folder, spec, {one.name for one in parts})]


def _parts_of_others(folder: Path, spec: ModelSpec, known: set[str]) -> list[PartSize]:
    """The components of a modular pipeline that are in other repositories."""
    try:
        places = component_places(read_index(find_index(folder)))
    except ValueError:
        return []
    found = {name: find_component(*place) for name, place in places.items() if name not in known}
    return [read_part(one, name, spec.variant) for name, one in found.items() if one is not None]


def _file_parts(spec: ModelSpec, config: str | None) -> list[PartSize]:
    file = get_source(spec.checkpoint, spec.revision)
    header = {} if file is None else read_header(file)
    folder = None if config is None else find_folder(config)
    if folder is None:
        return file_parts(header, {})
    index = read_config_index(folder)
    elsewhere = parts_elsewhere(header, index)
    rest = [part for part in read_parts(folder, spec.variant) if part.name not in elsewhere]
    return [*file_parts(header, index), *rest]


def _file_part(name: str, file: Path) -> PartSize:
    return measure(name, read_header(file))

"""The parts of a model as its options compose it, and their size: known before it is loaded. Imports no torch."""

from collections.abc import Sequence
from pathlib import Path

from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.hub_cache import find_folder, get_source
from limner.engines.diffusers.part_sizes import PartSize, measure, read_part, read_parts
from limner.engines.diffusers.single_files import SAFETY_CHECKER, file_parts, parts_elsewhere, read_index
from limner.engines.diffusers.sources import is_single_file
from limner.engines.diffusers.weight_headers import read_header


def find_parts(spec: ModelSpec, config: str | None = None) -> list[PartSize]:
    """Of all that is on the model's device. Empty if the checkpoint is not here.

    `config`: the folder or hub id with the configuration of a single file, if it is known.
    """
    parts = _file_parts(spec, config) if is_single_file(spec.checkpoint) else _folder_parts(spec)
    if not parts:
        return []
    if spec.vae is not None:
        parts = [*(part for part in parts if part.name != "vae"), *_network_parts("vae", spec.vae)]
    elsewhere = {name for name, _ in spec.placement}
    if spec.leaves_own_checker_out:
        elsewhere.add(SAFETY_CHECKER)
    checker = _network_parts("checker", spec.safety_checker) if isinstance(spec.safety_checker, str) else ()
    kept = [one for one in spec.lora if one.use != "fused"]
    adapters = [part for one in kept for part in _network_parts(f"adapter {one.name}", one.weights)]
    return [*(part for part in parts if part.name not in elsewhere), *checker, *adapters]


def _folder_parts(spec: ModelSpec) -> list[PartSize]:
    folder = find_folder(spec.checkpoint, spec.revision)
    return [] if folder is None else read_parts(folder, spec.variant)


def _file_parts(spec: ModelSpec, config: str | None) -> list[PartSize]:
    file = get_source(spec.checkpoint, spec.revision)
    header = {} if file is None else read_header(file)
    folder = None if config is None else find_folder(config)
    if folder is None:
        return file_parts(header, {})
    index = read_index(folder)
    elsewhere = parts_elsewhere(header, index)
    rest = [part for part in read_parts(folder, spec.variant) if part.name not in elsewhere]
    return [*file_parts(header, index), *rest]


def _network_parts(name: str, source: str) -> Sequence[PartSize]:
    """Of a single network or an adapter. Empty if it is not here."""
    found = get_source(source)
    if found is None:
        return ()
    return (_file_part(name, found) if found.is_file() else read_part(found, name),)


def _file_part(name: str, file: Path) -> PartSize:
    return measure(name, read_header(file))

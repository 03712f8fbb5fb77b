"""How much memory a model with its options needs, and what else would fit. Imports no torch."""

from collections.abc import Sequence

from limner.core.picture import Size
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.hub_sizes import ask_size
from limner.engines.diffusers.known_models import KnownModel, find_known_model
from limner.engines.diffusers.memory_need import MemoryNeed
from limner.engines.diffusers.model_parts import compose_parts, find_parts, read_source
from limner.engines.diffusers.part_sizes import PartSize
from limner.engines.diffusers.sources import is_single_file

USUAL_SIZE = Size(1024, 1024)


def find_need(spec: ModelSpec, itemsize: int, config: str | None = None) -> MemoryNeed | None:
    """From the files that are here, else from the table of known models and the hub. None: unknown.

    `itemsize`: of the dtype. `config`: of a single file: the folder or hub id of its configuration, if it is known.

    Raises ValueError if the configuration cannot be read.
    """
    known = find_known_model(spec.checkpoint)
    parts = _whole_parts(spec, config) or _known_parts(spec, known)
    if not parts:
        return None
    return MemoryNeed(
        parts=parts,
        size=known.image_size if known else USUAL_SIZE,
        quantization=spec.quantization,
        offload=spec.offload,
        itemsize=itemsize,
        may_quantize=spec.may_quantize,
        may_offload=spec.may_offload,
    )


def _whole_parts(spec: ModelSpec, config: str | None) -> Sequence[PartSize]:
    """Empty for a single file that is only a network, until its configuration is known: it says what else is needed."""
    parts = find_parts(spec, config, _size_of)
    has_encoder = any(part.name.startswith("text_encoder") for part in parts)
    is_whole = config is not None or not is_single_file(spec.checkpoint) or has_encoder
    return parts if is_whole else []


def _known_parts(spec: ModelSpec, known: KnownModel | None) -> Sequence[PartSize]:
    return compose_parts(spec, known.part_sizes(), _size_of) if known else []


def _size_of(name: str, source: str) -> PartSize | None:
    """As the files say that are here, else the hub."""
    return read_source(name, source) or ask_size(name, source)

"""The size of what is on the hub and not here yet. Imports no torch."""

from huggingface_hub.errors import HFValidationError

from limner.engines.diffusers.hub_files import FORMATS
from limner.engines.diffusers.part_sizes import PartSize
from limner.engines.diffusers.pulling import PullError, plan_pull
from limner.engines.diffusers.sources import SINGLE_FILES, hub_source

TIMEOUT_S = 5.0


def ask_size(name: str, source: str) -> PartSize | None:
    """Of a single network or an adapter: the bytes of its files. None: unknown, as without a connection."""
    try:
        found = hub_source(source)
        if found is None:
            return None
        plan = plan_pull(found.repository, path=found.path, timeout_s=TIMEOUT_S)
    except (PullError, OSError, HFValidationError):
        return None
    weights = [file for file in plan.files if file.path.endswith((*FORMATS, *SINGLE_FILES))]
    return PartSize(name, num_fixed_bytes=sum(file.num_bytes for file in weights))

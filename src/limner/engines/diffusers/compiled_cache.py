"""Where torch.compile keeps what it has compiled, so that a restarted server does not compile it again."""

import os
from pathlib import Path

from torch._inductor.runtime.cache_dir_utils import default_cache_dir

VARIABLE = "TORCHINDUCTOR_CACHE_DIR"
"""torch reads it whenever it compiles, and sets it to its default, a temporary folder, when it is imported."""


def keep_compiled(cache: Path) -> None:
    """For all models of this process, in a folder of `cache`, unless the environment says where.

    torch's keys have the source, the shapes, the device and the versions, so a folder may be shared and reused.
    """
    if os.environ.get(VARIABLE, default_cache_dir()) == default_cache_dir():
        os.environ[VARIABLE] = str(cache / "compiled")

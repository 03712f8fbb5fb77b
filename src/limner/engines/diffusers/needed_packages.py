"""Whether the packages are installed that options need: said at the start, before gigabytes are downloaded.

Imports no torch.
"""

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING

from limner.engines.diffusers.sources import GGUF

if TYPE_CHECKING:
    from limner.engines.diffusers.config import EngineOptions

OF_QUANTIZATION = {"fp8": "torchao", "int8": "torchao", "nf4": "bitsandbytes"}
"""What each short name needs; tables name a `quant_backend` that begins so."""


def check_packages(options: "EngineOptions") -> None:
    """Raises ValueError, which names the option and says what to install."""
    quantization = options.quantization
    if isinstance(quantization, str):
        _require(OF_QUANTIZATION[quantization], f"'quantization': {quantization}")
    for package in sorted(set(OF_QUANTIZATION.values())):
        if isinstance(quantization, dict) and f'"quant_backend": "{package}' in json.dumps(quantization):
            _require(package, f"'quantization': {package}")
    step_cache = options.step_cache
    if "cache-dit" in (step_cache, step_cache.get("method") if isinstance(step_cache, dict) else None):
        _require("cache-dit", "'step_cache': cache-dit")
    if options.checkpoint.endswith(GGUF):
        check_gguf()


def check_gguf() -> None:
    """Raises ValueError."""
    _require("gguf", "'checkpoint': a GGUF file")


def _require(package: str, user: str) -> None:
    if find_spec(package.replace("-", "_")) is None:
        raise ValueError(f"{user} needs the package {package}. Run: pip install {package}")

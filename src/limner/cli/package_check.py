"""Whether the packages are here that the options of `limner serve --model` need: before gigabytes are downloaded."""

from collections.abc import Mapping
from typing import Any

import typer


def check_packages(options: Mapping[str, Any]) -> None:
    """Raises BadParameter, which says what to install. `options`: of the engine."""
    from limner.engines.diffusers.quantization import PACKAGES, missing_package

    quantization = options.get("quantization")
    if isinstance(quantization, str) and quantization in PACKAGES and (package := missing_package(quantization)):
        raise typer.BadParameter(f"{quantization} needs {package}. Run: pip install {package}", param_hint="--quantize")

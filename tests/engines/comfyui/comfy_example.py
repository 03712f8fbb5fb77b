"""The options of `examples/comfyui/limner.toml`."""

import tomllib
from pathlib import Path

EXAMPLES = Path(__file__).parents[3] / "examples" / "comfyui"


def example_options(**changes):
    """The options of the example's settings, with paths that do not depend on the current folder."""
    settings = tomllib.loads((EXAMPLES / "limner.toml").read_text(encoding="utf-8"))
    options = settings["models"]["sdxl"]
    for table in (options, options["edit"], options["inpaint"]):
        table["workflow"] = str(EXAMPLES / table["workflow"])
    options = {key: value for key, value in options.items() if key not in ("engine", "family")}
    return options | {"connect_timeout_s": 2} | changes

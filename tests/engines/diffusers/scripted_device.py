"""The process of a device, with the scripted engine instead of torch: `python -m scripted_device FD`."""

from pathlib import Path

from limner.engines.diffusers.device_main import run_process
from scripted_engine import ScriptedEngine

MODULE = "scripted_device"


def load():
    return lambda **options: ScriptedEngine(folder=usable(options["checkpoint"]), step_s=0.02)


def usable(folder):
    """An engine with a file `broken` in its folder cannot be made."""
    if (Path(folder) / "broken").exists():
        raise ValueError("There is no such device.")
    return folder


if __name__ == "__main__":
    run_process(load)

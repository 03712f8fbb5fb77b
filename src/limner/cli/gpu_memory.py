"""Free memory of GPUs, from the driver's own tool: a command must not load torch, and so occupy memory itself."""

import os
import subprocess
from collections.abc import Mapping, Sequence

QUERY = ("nvidia-smi", "--query-gpu=memory.free", "--format=csv,noheader,nounits")
MIB = 2**20
TIMEOUT_S = 10


def free_bytes(devices: Sequence[str], environment: Mapping[str, str] = os.environ) -> int | None:
    """The least of `devices`, such as cuda:1 or auto. None: unknown, as without an NVIDIA GPU."""
    visible = environment.get("CUDA_VISIBLE_DEVICES")
    ids = None if visible is None else [one.strip() for one in visible.split(",")]
    amounts = []
    for device in devices:
        number = _number(device)
        gpu = "" if number is None else str(number) if ids is None else "".join(ids[number : number + 1])
        amount = _free_bytes(gpu)
        if amount is None:
            return None
        amounts.append(amount)
    return min(amounts, default=None)


def _number(device: str) -> int | None:
    if device in ("auto", "cuda"):
        return 0
    kind, _, number = device.partition(":")
    return int(number) if kind == "cuda" and number.isdecimal() else None


def _free_bytes(gpu: str) -> int | None:
    """`gpu`: its number or UUID. Empty: none."""
    if not gpu:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - the driver's tool
            [*QUERY, f"--id={gpu}"], capture_output=True, text=True, check=True, timeout=TIMEOUT_S
        )
        return int(done.stdout.split()[0]) * MIB
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return None

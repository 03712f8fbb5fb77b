"""Stages of benchmarks/gpu_smoke.py without the engine: the driver, and what torch promises."""

import shutil
from collections.abc import Callable
from typing import Any

import torch

StageFunction = Callable[[str, bool], dict[str, Any]]
"""Called with the device, and whether to be quick. Returns figures; raises what is wrong."""


class SkippedError(Exception):
    """A stage that cannot run here; the message says why."""


def need_gpu(device: str) -> None:
    if device == "cpu":
        raise SkippedError("needs a GPU")
    if not torch.cuda.is_available():
        raise RuntimeError(f"torch {torch.__version__} finds no GPU")


def driver(device: str, is_quick: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"torch": torch.__version__, "compiler": shutil.which("cc") or shutil.which("gcc")}
    if device == "cpu":
        return found
    need_gpu(device)
    free, total = torch.cuda.mem_get_info()
    return found | {
        "gpu": torch.cuda.get_device_name(),
        "cuda": torch.version.cuda,
        "capability": torch.cuda.get_device_capability(),
        "is_bf16_native": torch.cuda.is_bf16_supported(including_emulation=False),
        "free_gb": round(free / 1e9, 1),
        "total_gb": round(total / 1e9, 1),
    }


def arithmetic(device: str, is_quick: bool) -> dict[str, Any]:
    """Products in float32 without TF32, and in bfloat16, against float64 on the CPU."""
    if device != "cpu":
        need_gpu(device)
    forbid_tf32()
    torch.manual_seed(0)
    left, right = torch.randn(256, 256), torch.randn(256, 256)
    expected = left.double() @ right.double()
    errors = {}
    for dtype, limit in ((torch.float32, 1e-3), (torch.bfloat16, 1.0)):
        product = (left.to(device, dtype) @ right.to(device, dtype)).cpu().double()
        error = float((product - expected).abs().max())
        assert error < limit, f"{dtype}: off by {error}"
        errors[f"error_{str(dtype).removeprefix('torch.')}"] = error
    return errors


def streams(device: str, is_quick: bool) -> dict[str, Any]:
    """Events, a stream beside the default one, and copies to pinned memory."""
    need_gpu(device)
    side, event = torch.cuda.Stream(), torch.cuda.Event()
    values = torch.arange(1 << 20, device=device)
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        torch.cuda._sleep(50_000_000)  # noqa: SLF001 (torch has no public way to keep a stream busy)
        pinned = torch.empty(values.shape, dtype=values.dtype, pin_memory=True).copy_(values * 2, non_blocking=True)
        event.record()
    was_late = not event.query()
    event.synchronize()
    assert was_late, "the event was done at once: the stream is not asynchronous"
    assert torch.equal(pinned, torch.arange(1 << 20) * 2)
    return {"is_asynchronous": was_late}


def out_of_memory(device: str, is_quick: bool) -> dict[str, Any]:
    """The error is caught, and the device still works."""
    need_gpu(device)
    try:
        torch.empty(torch.cuda.mem_get_info()[1] * 2, dtype=torch.uint8, device=device)
    except torch.OutOfMemoryError:
        torch.cuda.empty_cache()
    else:
        raise AssertionError("twice the memory could be allocated")
    assert float(torch.ones(4, device=device).sum()) == 4
    return {}


def forbid_tf32() -> None:
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False


STAGES: dict[str, StageFunction] = {
    "driver": driver,
    "arithmetic": arithmetic,
    "streams": streams,
    "out-of-memory": out_of_memory,
}

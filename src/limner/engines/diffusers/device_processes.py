"""The processes of all devices of a server."""

import threading
from pathlib import Path
from weakref import WeakValueDictionary

from limner.engines.diffusers.config import DeviceLimits
from limner.engines.diffusers.device_process import DeviceProcess

GPU_FILES = ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg")
"""One of them exists where CUDA or ROCm can be used."""


class DeviceProcesses:
    """One process per device: all models share their devices."""

    def __init__(self) -> None:
        self._processes: WeakValueDictionary[str, DeviceProcess] = WeakValueDictionary()
        self._lock = threading.Lock()

    def get(self, device: str, limits: DeviceLimits) -> DeviceProcess:
        """The first model decides the limits. Raises ValueError if a later one disagrees."""
        name = device_name(device)
        with self._lock:
            process = self._processes.get(name)
            if process is None:
                process = self._processes[name] = DeviceProcess(name, limits)
            process.limits.check_equal(limits, name)
            return process


def device_name(device: str) -> str:
    """One name per device, without torch: a wrong guess about "auto" only decides which models share a process."""
    if device == "auto":
        return "cuda:0" if any(Path(one).exists() for one in GPU_FILES) else "cpu"
    return "cuda:0" if device == "cuda" else device

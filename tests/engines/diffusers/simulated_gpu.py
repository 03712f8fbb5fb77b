"""A GPU that does not exist: its tensors report `cuda:0`, and the CPU computes them.

As CUDA does, it refuses to mix devices. It records each wait of the host for the device, and hazards between streams:
memory that is read or reused on one stream before the work of another stream on it has ended. Streams are
compared by vector clocks, so a hazard is found even if nothing went wrong this time.
"""

import itertools
import sys
import threading
from collections import deque
from contextlib import contextmanager
from types import SimpleNamespace

import torch
from simulated_operators import leaves, map_leaves, schema_of
from simulated_streams import Allocation, Progress, SimulatedEvent, SimulatedStream, merge
from torch.utils._device import _device_constructors
from torch.utils._python_dispatch import TorchDispatchMode

DEVICE = torch.device("cuda:0")
CPU = torch.device("cpu")
STAND_IN = torch.device("meta")
"""What torch's C++ believes: a build for the CPU cannot make `cuda` its current device. Python sees DEVICE."""
GPU_TYPES = (DEVICE.type, STAND_IN.type)
MAY_MIX = {"aten::copy_", "aten::index", "aten::index_put_", "aten::index_put", "aten::_index_put_impl_"}
"""Accept CPU tensors beside those of a GPU, with a copy."""
COPIES = {"aten::to", "aten::_to_copy"}
READS_VALUES = {
    "aten::item",
    "aten::_local_scalar_dense",
    "aten::is_nonzero",
    "aten::equal",
    "aten::allclose",
    "aten::nonzero",
    "aten::argwhere",
    "aten::masked_select",
    "aten::unique_dim",
    "aten::_unique2",
    "aten::bincount",
}
"""The host needs their values, or the size of their output."""
GARBAGE = 0xAB
"""What a copy to pinned memory leaves in its target until it has ended."""


class SimulatedTensor(torch.Tensor):
    @staticmethod
    def __new__(cls, values, allocation):
        tensor = torch.Tensor._make_wrapper_subclass(
            cls,
            values.size(),
            strides=values.stride(),
            storage_offset=values.storage_offset(),
            dtype=values.dtype,
            layout=values.layout,
            device=STAND_IN,
        )
        tensor.values_on_cpu, tensor.allocation = values, allocation
        return tensor

    __torch_function__ = torch._C._disabled_torch_function_impl

    @classmethod
    def __torch_dispatch__(cls, func, types, args=(), kwargs=None):
        first = next(one for one in leaves((args, kwargs or {})) if isinstance(one, SimulatedTensor))
        return first.allocation.gpu.compute(func, args, kwargs or {})

    device = property(lambda self: DEVICE)
    is_cuda = property(lambda self: True)
    is_meta = property(lambda self: False)

    def record_stream(self, stream):
        self.allocation.recorded.add(stream)

    def _read(self):
        self.allocation.gpu.read(self)
        return self.values_on_cpu

    # torch would read the memory of these in C
    def item(self):
        return self._read().item()

    def tolist(self):
        return self._read().tolist()

    def __bool__(self):
        return bool(self._read())

    def __int__(self):
        return int(self._read())

    def __float__(self):
        return float(self._read())

    def __index__(self):
        return self._read().__index__()

    # torch would make an empty index of a list, as for its own stand-in device
    def __getitem__(self, index):
        return super().__getitem__(without_lists(index))

    def __setitem__(self, index, value):
        super().__setitem__(without_lists(index), value)

    def numpy(self):
        raise TypeError("can't convert cuda:0 device type tensor to numpy.")


class SimulatedMode(TorchDispatchMode):
    """Sees what no tensor of the GPU takes part in yet: `torch.ones(..., device="cuda")`."""

    def __init__(self, gpu):
        super().__init__()
        self.gpu = gpu

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        return self.gpu.compute(func, args, kwargs or {})


class SimulatedGpu:
    """`lateness`: how often each event says that it is not done yet."""

    def __init__(self, lateness=(0,)):
        self.set_lateness(*lateness)
        self.num_side_operations = 0
        self.host_known: Progress = {}
        self.waits: list[str] = []
        """Waits of the host for the device: what for, and where. Those for events are left out: they are meant."""
        self.hazards: list[str] = []
        self.default_stream = SimulatedStream(self)
        self._thread = threading.local()
        self._copies: deque = deque()

    def set_lateness(self, *lateness):
        self.lateness = itertools.cycle(lateness)

    @property
    def stream(self):
        return getattr(self._thread, "stream", self.default_stream)

    @contextmanager
    def in_use(self):
        """For a test's own tensors."""
        self.enter_thread()
        try:
            with torch.inference_mode():
                yield
        finally:
            self._thread.mode.__exit__(None, None, None)
            del self._thread.mode

    def enter_thread(self, device=None):
        if not hasattr(self._thread, "mode"):
            self._thread.mode = SimulatedMode(self)
            self._thread.mode.__enter__()  # until the thread ends

    @contextmanager
    def use_stream(self, stream):
        previous, self._thread.stream = self.stream, stream
        try:
            yield stream
        finally:
            self._thread.stream = previous

    def complete(self, progress):
        """The host knows that this much has ended."""
        merge(self.host_known, progress)
        for copy in list(self._copies):
            stream, number, finish = copy
            if self.host_known.get(stream, 0) >= number:
                self._copies.remove(copy)
                finish()

    def wait(self, kind, progress=None):
        if kind != "event":
            self.waits.append(f"{kind} at {caller()}")
        self.complete(self.stream.known if progress is None else progress)

    def read(self, tensor):
        self.stream.launch()
        tensor.allocation.use(is_write=False)
        self.wait("item")

    def add_hazard(self, what, why):
        self.hazards.append(f"{what} {why}, at {caller()}")

    def upload(self, values):
        with torch.inference_mode():  # else torch refuses to view it in inference mode
            return SimulatedTensor(values, Allocation(self))

    def move(self, pipeline):
        """Move the weights of all components to the GPU."""
        for module in pipeline.components.values():
            for part in module.modules() if isinstance(module, torch.nn.Module) else ():
                for tensors in (part._parameters, part._buffers):
                    moved = {
                        name: self.upload(one.detach().clone()) for name, one in tensors.items() if one is not None
                    }
                    tensors.update(moved)
        return pipeline

    def compute(self, func, args, kwargs):
        name, kwargs = schema_of(func).name, dict(kwargs)
        if name == "aten::_has_compatible_shallow_copy_type":  # asked by `Module.to`
            return False
        tensors = [one for one in leaves((args, kwargs)) if isinstance(one, torch.Tensor)]
        own = [one for one in tensors if isinstance(one, SimulatedTensor)]
        others = [one for one in tensors if not isinstance(one, SimulatedTensor)]
        target = kwargs.get("device")
        if target is None and name in COPIES:
            target = next((one for one in args if isinstance(one, torch.device)), None)
        target = None if target is None else torch.device(target)
        if name in COPIES and (len(tensors) == 2 or (target and (target.type in GPU_TYPES) != bool(own))):
            return self._copy(func, args, kwargs, tensors[-1].device if target is None else target)
        if not own and (target is None or target.type not in GPU_TYPES):
            return self._compute_on_cpu(func, args, kwargs)
        if own and any(one.ndim for one in others) and name not in MAY_MIX:
            raise RuntimeError(f"Expected all tensors to be on the same device, in {func} at {caller()}")
        if target is not None:
            args, kwargs = on_cpu(args, kwargs)
        return self._launch(func, args, kwargs, own, others)

    def _compute_on_cpu(self, func, args, kwargs):
        is_pinned = bool(kwargs.pop("pin_memory", False)) or schema_of(func).name == "aten::_pin_memory"
        if schema_of(func).name == "aten::_pin_memory":
            func, args, kwargs = torch.ops.aten.clone.default, args[:1], {}
        result = func(*args, **kwargs)
        if is_pinned:
            result.is_pinned_here = True
        return result

    def _copy(self, func, args, kwargs, target):
        """To the other device. Returns what `Tensor.to` does."""
        source = args[0]
        named = dict(zip(schema_of(func).arguments, args, strict=False)) | kwargs
        is_asynchronous = bool(named.get("non_blocking"))
        args, kwargs = on_cpu(args, kwargs)
        plain = map_leaves(values_of, args)
        result = func(*plain, **map_leaves(values_of, kwargs))
        if result is plain[0]:
            result = result.clone()
        if target.type == "cpu":
            # as in torch, the target of an asynchronous copy is pinned
            return self._download(source, result.clone(), result, is_asynchronous=is_asynchronous)
        self.stream.launch()
        if not (is_asynchronous and getattr(source, "is_pinned_here", False)):
            self.wait("copy to the device")
        return self.upload(result)

    def _download(self, source, target, values, *, is_asynchronous):
        self.stream.launch()
        source.allocation.use(is_write=False)
        if is_asynchronous:
            target.view(torch.uint8).fill_(GARBAGE) if target.ndim else target.fill_(GARBAGE)
            self._copies.append((self.stream, self.stream.number, lambda: target.copy_(values)))
        else:
            self.wait("copy to main memory")
        return target

    def _launch(self, func, args, kwargs, own, others):
        name = schema_of(func).name
        if name == "aten::copy_" and not isinstance(args[0], SimulatedTensor):
            is_pinned = getattr(args[0], "is_pinned_here", False)
            is_asynchronous = is_pinned and bool(args[2] if len(args) > 2 else kwargs.get("non_blocking"))
            values = values_of(args[1]).to(args[0].dtype, copy=True)
            target = self._download(args[1], args[0], values, is_asynchronous=is_asynchronous)
            return target if is_asynchronous else target.copy_(values)
        self.stream.launch()
        written = [
            one
            for one, is_written in zip(args, schema_of(func).are_written, strict=False)
            if is_written and isinstance(one, SimulatedTensor)
        ]
        for one in own:
            one.allocation.use(is_write=any(one is other for other in written))
        indexes = [one for one in own[1:] if one.dtype in (torch.bool, torch.uint8)] if "index" in name else []
        if name in READS_VALUES or (indexes and name != "aten::index_select"):
            self.wait(name)
        elif name in MAY_MIX and any(one.ndim for one in others):
            self.wait("copy to the device")
        if name == "aten::_fused_sdp_choice":
            return 0  # plain arithmetic, not a kernel of CUDA
        result = func(*map_leaves(values_of, args), **map_leaves(values_of, kwargs))
        if written and isinstance(result, torch.Tensor):
            return written[0]
        known = {storage_of(one.values_on_cpu): one.allocation for one in own}
        return map_leaves(lambda one: self._wrap(one, known) if isinstance(one, torch.Tensor) else one, result)

    def _wrap(self, values, known):
        allocation = known.get(storage_of(values))
        if allocation is None:
            allocation = known[storage_of(values)] = Allocation(self)
            allocation.use(is_write=True)
        return SimulatedTensor(values, allocation)


def on_cpu(args, kwargs):
    """The same arguments, with the CPU as the device."""
    return map_leaves(lambda one: CPU if isinstance(one, torch.device) else one, (args, kwargs))


def without_lists(index):
    """The same index, with tensors instead of lists."""
    if isinstance(index, tuple):
        return tuple(map(without_lists, index))
    return torch.tensor(index) if isinstance(index, list) else index


def values_of(value):
    return value.values_on_cpu if isinstance(value, SimulatedTensor) else value


def storage_of(tensor):
    return tensor.untyped_storage()._cdata


def caller():
    """The innermost frame outside torch and these files."""
    frame = sys._getframe(1)  # a traceback would read source files, which takes far longer
    while frame is not None:
        filename = frame.f_code.co_filename
        if "/torch/" not in filename and "/simulated_" not in filename:
            return f"{'/'.join(filename.split('/')[-2:])}:{frame.f_lineno}"
        frame = frame.f_back
    return "?"


def install(monkeypatch, gpu):
    """Have `torch.cuda` use the simulated GPU, until the end of a test."""
    memory = SimpleNamespace(total_memory=2**40)
    replacements = {
        "_lazy_init": lambda: None,
        "Stream": lambda *args, **options: SimulatedStream(gpu),
        "Event": lambda *args, **options: SimulatedEvent(gpu),
        "stream": gpu.use_stream,
        "current_stream": lambda device=None: gpu.stream,
        "set_device": gpu.enter_thread,
        "synchronize": lambda device=None: gpu.wait("device", {gpu.stream: gpu.stream.number}),
        "empty_cache": lambda: None,
        "get_device_name": lambda device=None: "simulated",
        "get_device_properties": lambda device=None: memory,
        "get_device_capability": lambda device=None: (9, 0),
        "is_bf16_supported": lambda *args: True,
        "mem_get_info": lambda device=None: (2**40, 2**40),
        "memory_reserved": lambda device=None: 0,
        "memory_allocated": lambda device=None: 0,
    }
    for name, replacement in replacements.items():
        monkeypatch.setattr(torch.cuda, name, replacement)
    # else torch notes the replacement as what `with torch.device("meta")` changes, and transformers, which asks by a
    # tensor whether it is within one, takes buffers for initialised that are not
    _device_constructors()
    for name in ("tensor", "as_tensor"):
        monkeypatch.setattr(torch, name, made_on_cpu(getattr(torch, name)))


def made_on_cpu(make):
    """Make a tensor on the CPU and copy it, as torch does, but where the simulated GPU sees the copy."""

    def made(data, *args, device=None, **options):
        if isinstance(data, tuple | list):
            data = map_leaves(lambda one: one.tolist() if isinstance(one, SimulatedTensor) else one, data)
        tensor = make(data, *args, **options)
        return tensor if device is None else tensor.to(device)

    return made


def engine_on(gpu, engine_of, family, **options):
    """An engine whose weights are loaded on the CPU, and moved to the simulated GPU."""
    from limner.engines.diffusers.checkpoint import load_model
    from limner.engines.diffusers.config import DeviceLimits
    from limner.engines.diffusers.loaded_model import LoadedModel
    from limner.engines.diffusers.worker import DeviceWorker

    def load(spec, device):
        return LoadedModel(spec, gpu.move(load_model(spec, "cpu").pipeline))

    engine = engine_of(family, dtype="float32", **options)
    engine.workers = [DeviceWorker("cuda", DeviceLimits(), loader=load)]
    return engine

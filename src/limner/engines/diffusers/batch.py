"""Joins several calls of one network into one batched forward, and splits its output.

Which arguments can be joined is declared per network in architectures.py. A network without an entry is called for
each image alone: always correct, still interleaved with others and cancelled between steps.
"""

import inspect
import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.utils._pytree import tree_map

from limner.engines.diffusers.architectures import BATCHED_ARGUMENTS, ArgumentKind
from limner.engines.diffusers.device import is_out_of_memory
from limner.engines.diffusers.step_cache import CachedCall, StepCache

log = logging.getLogger("limner.diffusers")

Digest = Callable[[str, torch.Tensor], Hashable]
MAX_CHECKED_SHAPES = 256
"""Shapes of forwards whose rounding is known: clients choose sizes, and lengths of prompts."""


class NetworkOutput(tuple[Any, ...]):
    """A network's return value as pipelines read it: `[0]` or `.sample`."""

    __slots__ = ()

    @property
    def sample(self) -> Any:
        return self[0]


@dataclass(frozen=True, slots=True)
class NetworkCall:
    """One image's call of the network, its arguments by name."""

    arguments: Mapping[str, Any]


class BatchedNetwork:
    """A network whose calls can be joined. `is_compiled`: by torch.compile."""

    def __init__(
        self, real: torch.nn.Module, *, is_compiled: bool = False, step_cache: StepCache | None = None
    ) -> None:
        self.real = real
        self.step_cache = step_cache
        self._is_compiled = is_compiled
        self._signature = inspect.signature(type(real).forward)
        self._kinds = BATCHED_ARGUMENTS.get(type(real).__name__)
        self._ignores_position: OrderedDict[Hashable, bool] = OrderedDict()
        """By shape, number of calls and adapters: whether a call's result has the same bits in each place of a forward.

        At most MAX_CHECKED_SHAPES, the latest used ones."""

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> NetworkCall:
        bound = self._signature.bind(self.real, *args, **kwargs).arguments
        named = dict(list(bound.items())[1:])
        return NetworkCall(named | named.pop("kwargs", {}))

    def num_rows(self, call: NetworkCall) -> int:
        if self._kinds is None:
            return 1
        return len(call.arguments[next(iter(self._kinds))])

    def shape(self, call: NetworkCall, digest: Digest, *, is_exact: bool = False) -> Hashable | None:
        """Calls of equal shape may be joined; None: run this one alone. Only `digest` reads a tensor's values.

        `is_exact`: also of equal lengths and numbers of rows, so that none is padded for another one.
        """
        if self._kinds is None:
            return None
        parts: list[Hashable] = [self.num_rows(call)] if is_exact else []
        for name, value in sorted(call.arguments.items()):
            is_empty = value is None or (isinstance(value, Mapping) and not value)
            kind = self._kinds.get(name)
            if is_empty or name == "return_dict" or (kind == "mask" and not is_exact):
                continue
            part = _exact_part(value, kind) if is_exact else None
            part = part or _part(name, value, kind, digest)
            if part is None:
                return None
            parts.append((name, part))
        return tuple(parts)

    def forward(self, calls: Sequence[NetworkCall]) -> list[Any]:
        """One real forward. The calls have equal shapes."""
        if self._kinds is None:
            assert len(calls) == 1
            return [self._run(calls[0].arguments)]
        joined = dict(calls[0].arguments) if len(calls) == 1 else self._join(calls)
        if "return_dict" in self._signature.parameters:
            joined["return_dict"] = False
        output = self._run(joined)[0]
        counts = [self.num_rows(call) for call in calls]
        if not isinstance(output, list):
            return [NetworkOutput((rows,)) for rows in output.split(counts)]
        ends = [sum(counts[: index + 1]) for index in range(len(counts))]
        return [NetworkOutput((output[end - count : end],)) for end, count in zip(ends, counts, strict=True)]

    def forward_with_cache(self, call: NetworkCall, cached: CachedCall) -> Any:
        """The same for one image, with its step cache. If the network does not work with it, without it from now on."""
        try:
            with cached.active(call.arguments):
                return self.forward([call])[0]
        except Exception as error:
            if self.step_cache is None or _is_of_device(error):
                raise
            output = self.forward([call])[0]
            self.step_cache.disable()
            log.warning("%s does not work with a step cache, and runs without: %r", type(self.real).__name__, error)
            return output

    def forward_fixed(self, calls: Sequence[NetworkCall], num_rows: int, adapters: Hashable = ()) -> list[Any]:
        """As `forward`, but always with as many calls as fit into `num_rows`: copies replace those that are missing.

        So a call meets the same kernels whatever it is batched with. Where these round the calls of a forward
        differently, each call gets a forward of its own. `adapters`: names of those that are active.
        """
        num_calls = max(1, num_rows // self.num_rows(calls[0]))
        if not self._is_position_ignored(calls[0], num_calls, adapters):
            return [self.forward([call])[0] for call in calls]
        return self.forward([*calls, *[calls[0]] * (num_calls - len(calls))])[: len(calls)]

    def _is_position_ignored(self, call: NetworkCall, num_calls: int, adapters: Hashable) -> bool:
        """Checked with a forward, unless it is known for calls of this shape."""
        # values that all calls share do not change the kernels
        key = (self.shape(call, lambda name, tensor: _shape_of(tensor), is_exact=True), num_calls, adapters)
        if key not in self._ignores_position:
            first, *others = self.forward([call] * num_calls)
            self._ignores_position[key] = all(_are_equal(first[0], other[0]) for other in others)
            if not self._ignores_position[key]:
                log.warning("%s rounds the images of a batch differently: no batches", type(self.real).__name__)
            if len(self._ignores_position) > MAX_CHECKED_SHAPES:
                self._ignores_position.popitem(last=False)
        self._ignores_position.move_to_end(key)
        return self._ignores_position[key]

    def _run(self, arguments: Mapping[str, Any]) -> Any:
        if not self._is_compiled:
            return self.real(**arguments)
        if torch.cuda.is_available():
            torch.compiler.cudagraph_mark_step_begin()  # else each compiled block ends the outputs of the one before
        try:
            output = self.real(**arguments)
        except Exception as error:
            if _is_of_device(error):
                raise
            output = self._run_uncompiled(arguments)
            log.warning("%s cannot be compiled, and runs uncompiled: %s", type(self.real).__name__, error)
        # a CUDA graph returns its own buffers, which its next call overwrites, while pipelines keep earlier outputs
        return tree_map(lambda one: one.clone() if isinstance(one, torch.Tensor) else one, output)

    def _run_uncompiled(self, arguments: Mapping[str, Any]) -> Any:
        """From now on, if that succeeds. Else the error is not the compiler's."""
        compiled = {module: module._compiled_call_impl for module in self.real.modules()}  # noqa: SLF001
        if self.step_cache is not None:
            self.step_cache.restart_active()
        try:
            for module in compiled:
                module._compiled_call_impl = None  # noqa: SLF001 (torch has no way back from Module.compile)
            output = self.real(**arguments)
        except Exception:
            for module, call in compiled.items():
                module._compiled_call_impl = call  # noqa: SLF001
            raise
        self._is_compiled = False
        return output

    def _join(self, calls: Sequence[NetworkCall]) -> dict[str, Any]:
        assert self._kinds is not None
        counts = [self.num_rows(call) for call in calls]
        joined: dict[str, Any] = {}
        for name, first in calls[0].arguments.items():
            values = [call.arguments.get(name) for call in calls]
            kind = self._kinds.get(name)
            if kind == "mask" or first is None or kind in (None, "shared"):
                joined[name] = first
            elif kind in ("list", "ragged"):
                joined[name] = [one for value in values for one in value or ()]
            elif kind == "mapping":
                joined[name] = {
                    key: None if one is None else _stack([value[key] for value in values if value], counts)
                    for key, one in first.items()
                }
            elif kind == "padded":
                joined[name] = _pad(values)
            else:
                joined[name] = _stack(values, counts)
        for name, kind in self._kinds.items():
            if kind == "mask":
                joined[name] = self._mask(name, calls)
        return joined

    def _mask(self, name: str, calls: Sequence[NetworkCall]) -> torch.Tensor | None:
        """The masks of all calls, or None if none is needed: equal lengths and no masks."""
        assert self._kinds is not None
        padded = next(other for other, kind in self._kinds.items() if kind == "padded")
        texts = [call.arguments[padded] for call in calls]
        masks = [call.arguments.get(name) for call in calls]
        if len({text.shape[1] for text in texts}) == 1 and all(mask is None for mask in masks):
            return None
        dtype = next((mask.dtype for mask in masks if mask is not None), torch.bool)
        return _pad(
            [
                torch.ones(text.shape[:2], dtype=dtype, device=text.device) if mask is None else mask
                for text, mask in zip(texts, masks, strict=True)
            ]
        )


def _is_of_device(error: Exception) -> bool:
    return isinstance(error, torch.AcceleratorError) or is_out_of_memory(error)


def _are_equal(one: Any, other: Any) -> bool:
    """Bit for bit; of tensors, or of lists of them."""
    if isinstance(one, torch.Tensor):
        return torch.equal(one, other)
    return all(torch.equal(left, right) for left, right in zip(one, other, strict=True))


def _exact_part(value: Any, kind: ArgumentKind | None) -> Hashable | None:
    """Of an argument whose length may differ; None for others."""
    match kind:
        case "padded" | "mask":
            return _shape_of(value)
        case "ragged":
            return tuple(_shape_of(one) for one in value)
        case _:
            return None


def _part(name: str, value: Any, kind: ArgumentKind | None, digest: Digest) -> Hashable | None:
    match kind:
        case "rows":
            return (str(value.dtype), *value.shape[1:])
        case "padded":
            return (str(value.dtype), *value.shape[2:])
        case "list":
            shapes = {_shape_of(one) for one in value}
            return shapes.pop() if len(shapes) == 1 else None
        case "ragged":
            return (str(value[0].dtype), value[0].shape[-1])
        case "shared":
            return digest(name, value)
        case "mapping":
            return tuple(
                (key, one if one is None else _part(key, one, "rows", digest)) for key, one in sorted(value.items())
            )
        case _:
            return repr(value) if _is_plain(value) else None


def _shape_of(one: Any) -> Hashable:
    return (str(one.dtype), *one.shape) if isinstance(one, torch.Tensor) else repr(one)


def _is_plain(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_plain(one) for one in value.values())
    return value is None or isinstance(value, str | bool | int | float)


def _stack(values: Sequence[Any], counts: Sequence[int]) -> torch.Tensor:
    """Concatenate rows; a scalar for a whole call is repeated for each of its rows."""
    rows = [value.expand(count) if value.ndim == 0 else value for value, count in zip(values, counts, strict=True)]
    return torch.cat([row.expand(count, *row.shape[1:]) for row, count in zip(rows, counts, strict=True)])


def _pad(values: Sequence[Any]) -> torch.Tensor:
    length = max(value.shape[1] for value in values)
    return torch.cat(
        [torch.nn.functional.pad(value, (0, 0) * (value.ndim - 2) + (0, length - value.shape[1])) for value in values]
    )

"""Joins several calls of one network into one batched forward, and splits its output.

Which arguments can be joined is declared per network in architectures.py. A network without an entry is called for
each image alone: always correct, still interleaved with others and cancelled between steps.
"""

import inspect
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from limner.engines.diffusers.architectures import BATCHED_ARGUMENTS, ArgumentKind

Digest = Callable[[str, torch.Tensor], Hashable]


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
    """A network whose calls can be joined."""

    def __init__(self, real: torch.nn.Module) -> None:
        self.real = real
        self._signature = inspect.signature(type(real).forward)
        self._kinds = BATCHED_ARGUMENTS.get(type(real).__name__)

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> NetworkCall:
        bound = self._signature.bind(self.real, *args, **kwargs).arguments
        named = dict(list(bound.items())[1:])
        return NetworkCall(named | named.pop("kwargs", {}))

    def num_rows(self, call: NetworkCall) -> int:
        if self._kinds is None:
            return 1
        return len(call.arguments[next(iter(self._kinds))])

    def shape(self, call: NetworkCall, digest: Digest) -> Hashable | None:
        """Calls of equal shape may be joined; None: run this one alone. Only `digest` reads a tensor's values."""
        if self._kinds is None:
            return None
        parts: list[Hashable] = []
        for name, value in sorted(call.arguments.items()):
            is_empty = value is None or (isinstance(value, Mapping) and not value)
            if is_empty or name == "return_dict" or self._kinds.get(name) == "mask":
                continue
            part = _part(name, value, self._kinds.get(name), digest)
            if part is None:
                return None
            parts.append((name, part))
        return tuple(parts)

    def forward(self, calls: Sequence[NetworkCall]) -> list[Any]:
        """One real forward. The calls have equal shapes."""
        if self._kinds is None:
            assert len(calls) == 1
            return [self.real(**calls[0].arguments)]
        joined = dict(calls[0].arguments) if len(calls) == 1 else self._join(calls)
        if "return_dict" in self._signature.parameters:
            joined["return_dict"] = False
        output = self.real(**joined)[0]
        counts = [self.num_rows(call) for call in calls]
        if not isinstance(output, list):
            return [NetworkOutput((rows,)) for rows in output.split(counts)]
        ends = [sum(counts[: index + 1]) for index in range(len(counts))]
        return [NetworkOutput((output[end - count : end],)) for end, count in zip(ends, counts, strict=True)]

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

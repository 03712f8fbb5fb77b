"""Encoded prompts, by what they were encoded from."""

from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import torch

MAX_PROMPTS = 64
MAX_BYTES = 256 * 2**20
"""Of the tensors, on their device."""


class PromptCache:
    """Keeps those that were used last, within both limits. One that is larger than the whole cache is not kept."""

    def __init__(self, *, max_prompts: int = MAX_PROMPTS, max_bytes: int = MAX_BYTES) -> None:
        self.num_bytes = 0
        self._max_prompts = max_prompts
        self._max_bytes = max_bytes
        self._entries: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        """With their sizes."""

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Any:
        """None if it is not there."""
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def put(self, key: Hashable, encoded: Any) -> None:
        """`encoded`: what `encode_prompt` returns, or a modular block writes: tensors in any nesting."""
        size = num_bytes_of(encoded)
        if size > self._max_bytes:
            return
        self._remove(key)
        self._entries[key] = encoded, size
        self.num_bytes += size
        while len(self._entries) > self._max_prompts or self.num_bytes > self._max_bytes:
            self._remove(next(iter(self._entries)))

    def clear(self) -> None:
        self._entries.clear()
        self.num_bytes = 0

    def _remove(self, key: Hashable) -> None:
        _, size = self._entries.pop(key, (None, 0))
        self.num_bytes -= size


def num_bytes_of(encoded: Any) -> int:
    """The memory that its tensors keep in use: a view keeps all that it is a part of."""
    storages = (one.untyped_storage() for one in _tensors_of(encoded))
    return sum({one.data_ptr(): one.nbytes() for one in storages}.values())


def _tensors_of(value: Any) -> Iterator[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _tensors_of(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _tensors_of(one)

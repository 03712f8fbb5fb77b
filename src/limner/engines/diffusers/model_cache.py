"""Which models are loaded on a device: loaded on demand, unloaded when memory is needed or `keep_alive` ends."""

import logging
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from limner.engines.diffusers.checkpoint import LoadedModel, load_model
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.memory_estimate import estimate_bytes

log = logging.getLogger("limner.diffusers")

Loader = Callable[[ModelSpec, str], LoadedModel]
OnLoaded = Callable[[ModelSpec, LoadedModel | Exception], None]
OnUnload = Callable[[LoadedModel], None]


@dataclass(slots=True)
class CacheSlot:
    spec: ModelSpec
    status: Literal["absent", "loading", "loaded"] = "absent"
    model: LoadedModel | None = None
    last_used_s: float = 0.0
    keep_alive_s: float | None = None
    """None: loaded until its memory is needed."""
    num_bytes: int = 0
    """An estimate until it was first loaded."""


class ModelCache:
    """Used by one thread, except `get`. Loading runs in other threads, which report through `on_loaded`.

    `on_unload` is called before a model is dropped, `on_freed` afterwards.
    """

    def __init__(
        self,
        device: str,
        *,
        budget_bytes: int | None,
        on_loaded: OnLoaded,
        on_unload: OnUnload,
        on_freed: Callable[[], None],
        loader: Loader = load_model,
    ) -> None:
        self._slots: dict[ModelSpec, CacheSlot] = {}
        self._device = device
        self._budget = budget_bytes
        self._on_loaded = on_loaded
        self._on_unload = on_unload
        self._on_freed = on_freed
        self._loader = loader

    def get(self, spec: ModelSpec) -> LoadedModel | None:
        """Safe to call from any thread."""
        slot = self._slots.get(spec)
        return slot.model if slot else None

    def models(self) -> list[LoadedModel]:
        return [slot.model for slot in self._slots.values() if slot.model is not None]

    def request(
        self, spec: ModelSpec, *, now_s: float, keep_alive_s: float | None, busy: Collection[ModelSpec]
    ) -> bool:
        """Load the model if it fits, evicting idle ones. False: busy models occupy the memory that it needs."""
        slot = self._slots.setdefault(spec, CacheSlot(spec))
        slot.last_used_s, slot.keep_alive_s = now_s, keep_alive_s
        if slot.status != "absent":
            return True
        slot.num_bytes = slot.num_bytes or estimate_bytes(spec, self._device)
        if not self._evict_for(slot.num_bytes, busy={*busy, spec}):
            return False
        slot.status = "loading"
        threading.Thread(target=self._load, args=(spec,), name="diffusers-load", daemon=True).start()
        return True

    def put(
        self, spec: ModelSpec, model: LoadedModel | Exception, *, now_s: float, busy: Collection[ModelSpec]
    ) -> None:
        slot = self._slots[spec]
        if isinstance(model, Exception):
            slot.status = "absent"
            return
        slot.status, slot.model, slot.last_used_s, slot.num_bytes = "loaded", model, now_s, model.num_bytes
        self._evict_for(0, busy={*busy, spec})

    def unload_expired(self, *, now_s: float, busy: Collection[ModelSpec]) -> bool:
        """Unload models whose `keep_alive` has ended. Whether there were any."""
        expired = [
            slot
            for slot in self._slots.values()
            if slot.model is not None
            and slot.spec not in busy
            and slot.keep_alive_s is not None
            and now_s - slot.last_used_s >= slot.keep_alive_s
        ]
        return self._unload(expired)

    def unload_idle(self, *, busy: Collection[ModelSpec]) -> bool:
        """Unload all models that are not in use. Whether there were any."""
        return self._unload([slot for slot in self._slots.values() if slot.model is not None and slot.spec not in busy])

    def next_expiry_s(self) -> float | None:
        ends = [
            slot.last_used_s + slot.keep_alive_s
            for slot in self._slots.values()
            if slot.model is not None and slot.keep_alive_s is not None
        ]
        return min(ends, default=None)

    def _evict_for(self, num_bytes: int, *, busy: Collection[ModelSpec]) -> bool:
        if self._budget is None:
            return True
        present = [slot for slot in self._slots.values() if slot.status != "absent"]
        used = sum(slot.num_bytes for slot in present)
        evicted = []
        for slot in sorted(present, key=lambda slot: slot.last_used_s):
            if used + num_bytes <= self._budget:
                break
            if slot.model is not None and slot.spec not in busy:
                used -= slot.num_bytes
                evicted.append(slot)
        self._unload(evicted)
        is_alone = all(slot.status == "absent" for slot in self._slots.values())
        return used + num_bytes <= self._budget or is_alone  # a model larger than the budget may try alone

    def _unload(self, slots: list[CacheSlot]) -> bool:
        for slot in slots:
            assert slot.model is not None
            log.info("unloading %s", slot.spec.name)
            self._on_unload(slot.model)
            slot.model, slot.status = None, "absent"
        if slots:
            self._on_freed()
        return bool(slots)

    def _load(self, spec: ModelSpec) -> None:
        log.info("loading %s onto %s", spec.name, self._device)
        try:
            model = self._loader(spec, self._device)
        except Exception as error:  # one broken checkpoint must not affect the other models
            log.exception("cannot load %s", spec.name)
            self._on_loaded(spec, error)
        else:
            self._on_loaded(spec, model)

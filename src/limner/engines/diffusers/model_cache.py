"""Which models are loaded on a device: loaded on demand, unloaded when memory is needed or `keep_alive` ends."""

import logging
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from limner.core.errors import ConflictError, EngineError, retry_s
from limner.core.model_state import ModelAction, ModelState, ModelStatus
from limner.engines.diffusers.checkpoint import load_model
from limner.engines.diffusers.config import ModelSpec
from limner.engines.diffusers.device import is_out_of_memory
from limner.engines.diffusers.downloads import cached_bytes
from limner.engines.diffusers.loaded_model import LoadedModel
from limner.engines.diffusers.memory_estimate import describe_need, estimate_bytes
from limner.engines.diffusers.memory_need import MEMORY_SHARE

log = logging.getLogger("limner.diffusers")

FIRST_RETRY_S, MAX_RETRY_S = 5.0, 300.0
"""A checkpoint that cannot be loaded is tried again after the first time, then after twice as long each time."""

PRELOAD_RETRY_S = 30.0
"""A model that is to be loaded ahead, and does not fit at present, is tried again after so long."""

Loader = Callable[[ModelSpec, str], LoadedModel]
WeightBudget = Callable[[int], int | None]
"""Bytes for all weights, beside images that need the given number. None: unlimited."""
Downloader = Callable[[ModelSpec], None]
OnDownloaded = Callable[[ModelSpec], None]
OnLoaded = Callable[[ModelSpec, LoadedModel | Exception], None]
OnUnload = Callable[[LoadedModel], None]


@dataclass(slots=True)
class CacheSlot:
    spec: ModelSpec
    status: ModelStatus = "absent"
    began_s: float = 0.0
    """When it was last begun to be downloaded or loaded."""
    is_pinned: bool = False
    """Neither evicted nor unloaded by `keep_alive`."""
    is_downloaded: bool = False
    """Since it was last loaded."""
    model: LoadedModel | None = None
    last_used_s: float = 0.0
    keep_alive_s: float | None = None
    """None: loaded until its memory is needed."""
    num_bytes: int = 0
    """An estimate until it was first loaded."""
    activation_bytes: int = 0
    """Of the largest image since it was loaded, beside the weights."""
    error: Exception | None = None
    """Why it could not be loaded."""
    num_failures: int = 0
    """In a row."""
    retry_s: float = 0.0
    """When it may be tried again."""


@dataclass(slots=True)
class Preload:
    """A model that is to be loaded before it is requested. Forgotten once it is."""

    keep_alive_s: float | None
    may_evict: bool = False
    """Whether idle models make room for it."""
    retry_s: float = 0.0
    """When it may be tried again."""
    problem: str | None = None
    """Why it could not be loaded the last time."""


class ModelCache:
    """Used by one thread, except `get`, `preload` and `why_not_loaded`. Loading runs in other threads, which report
    through `on_loaded`.

    `downloader`: None if the loader needs nothing from the hub. Its success is reported through `on_downloaded`.
    `on_unload` is called before a model is dropped, `on_freed` afterwards.
    """

    def __init__(
        self,
        device: str,
        *,
        weight_budget: WeightBudget,
        on_loaded: OnLoaded,
        on_downloaded: OnDownloaded,
        on_unload: OnUnload,
        on_freed: Callable[[], None],
        loader: Loader = load_model,
        downloader: Downloader | None = None,
    ) -> None:
        self._slots: dict[ModelSpec, CacheSlot] = {}
        self._preloads: dict[ModelSpec, Preload] = {}
        self._device = device
        self._weight_budget = weight_budget
        self._on_loaded = on_loaded
        self._on_downloaded = on_downloaded
        self._on_unload = on_unload
        self._on_freed = on_freed
        self._loader = loader
        self._downloader = downloader

    def get(self, spec: ModelSpec) -> LoadedModel | None:
        """Safe to call from any thread."""
        slot = self._slots.get(spec)
        return slot.model if slot else None

    def preload(self, spec: ModelSpec, *, keep_alive_s: float | None, may_evict: bool = False) -> None:
        """Have the model loaded by the next `request_preloads`."""
        preload = self._preloads.setdefault(spec, Preload(keep_alive_s))
        if may_evict:
            preload.may_evict, preload.retry_s = True, 0.0

    def control(
        self, spec: ModelSpec, action: ModelAction, keep_alive_s: float | None, busy: Collection[ModelSpec]
    ) -> None:
        """As an operator asks. Raises ConflictError if the model cannot be unloaded at present."""
        slot = self._slots.setdefault(spec, CacheSlot(spec))
        if action == "unload":
            if spec in busy or slot.status in ("downloading", "loading"):
                doing = "drawing" if spec in busy else f"{slot.status}"
                text = f"The model '{spec.name}' is {doing}. Unload it afterwards."
                raise ConflictError(text, param="model", code="model_in_use")
            self._preloads.pop(spec, None)
            slot.is_pinned = False
            self._unload([slot] if slot.model is not None else [])
            return
        slot.is_pinned = slot.is_pinned if action == "load" else action == "pin"
        if action != "unpin" and slot.status == "absent":
            self.preload(spec, keep_alive_s=keep_alive_s, may_evict=True)

    def state(self, spec: ModelSpec) -> ModelState:
        """Safe to call from any thread."""
        slot, preload = self._slots.get(spec) or CacheSlot(spec), self._preloads.get(spec)
        return ModelState(
            checkpoint=spec.name,
            device=self._device,
            status=slot.status,
            is_pinned=slot.is_pinned,
            num_bytes=slot.num_bytes,
            problem=preload.problem if preload else None,
        )

    def request_preloads(self, *, now_s: float, busy: Collection[ModelSpec]) -> None:
        """Load models ahead of their requests, as far as they fit beside those that are loaded."""
        for spec, preload in list(self._preloads.items()):
            if self.get(spec) is not None:
                del self._preloads[spec]
            elif now_s >= preload.retry_s:
                kept = set() if preload.may_evict else {model.spec for model in self.models()}
                if self.request(spec, now_s=now_s, keep_alive_s=preload.keep_alive_s, busy={*busy, *kept}):
                    preload.problem = None
                else:
                    preload.retry_s = now_s + PRELOAD_RETRY_S
                    preload.problem = f"The model '{spec.name}' does not fit beside the loaded ones."

    def why_not_loaded(self, spec: ModelSpec) -> str | None:
        """Of a model that is to be loaded ahead: what it waits for, in one sentence. Safe to call from any thread."""
        preload, slot = self._preloads.get(spec), self._slots.get(spec)
        if preload is None or self.get(spec) is not None:
            return None
        if preload.problem is not None:
            return preload.problem
        if slot is not None and slot.status == "downloading" and (num_bytes := cached_bytes(spec)):
            return f"The model '{spec.name}' is being downloaded: {num_bytes / 1e9:.1f} GB are here."
        return f"The model '{spec.name}' is being loaded."

    def models(self) -> list[LoadedModel]:
        return [slot.model for slot in self._slots.values() if slot.model is not None]

    def request(
        self,
        spec: ModelSpec,
        *,
        now_s: float,
        keep_alive_s: float | None,
        busy: Collection[ModelSpec],
        activation_bytes: int = 0,
    ) -> bool:
        """Load the model if it fits, evicting idle ones. False: busy models occupy the memory that it needs."""
        slot = self._slots.setdefault(spec, CacheSlot(spec))
        slot.last_used_s, slot.keep_alive_s = now_s, keep_alive_s
        slot.activation_bytes = max(slot.activation_bytes, activation_bytes)
        if slot.status != "absent":
            return True
        if self._downloader is not None and not slot.is_downloaded:
            self._start(slot, "downloading", self._download)
            return True
        slot.num_bytes = slot.num_bytes or self._estimate(spec)
        if not self._evict_for(slot.num_bytes, busy={*busy, spec}):
            return False
        self._start(slot, "loading", self._load)
        return True

    def set_downloaded(self, spec: ModelSpec) -> None:
        """The size of the model is known from now on; a request loads it."""
        slot = self._slots[spec]
        slot.status, slot.is_downloaded = "absent", True

    def load_error(self, spec: ModelSpec, *, now_s: float) -> EngineError | None:
        """Why the model could not be loaded, until it may be tried again."""
        slot = self._slots.get(spec)
        if slot is None or slot.error is None or now_s >= slot.retry_s:
            return None
        return as_load_error(spec, slot.error, headers={"retry-after": str(retry_s(slot.retry_s - now_s))})

    def put(
        self, spec: ModelSpec, model: LoadedModel | Exception, *, now_s: float, busy: Collection[ModelSpec]
    ) -> None:
        slot = self._slots[spec]
        slot.is_downloaded = False
        if isinstance(model, Exception):
            slot.status = "absent"
            if preload := self._preloads.get(spec):
                preload.problem, preload.retry_s = str(as_load_error(spec, model)), now_s + PRELOAD_RETRY_S
            if not is_out_of_memory(model):  # memory may be free the next moment
                pause_s = min(MAX_RETRY_S, FIRST_RETRY_S * 2.0**slot.num_failures)
                slot.error, slot.retry_s = model.with_traceback(None), now_s + pause_s
                slot.num_failures += 1
            return
        slot.error, slot.num_failures = None, 0
        slot.status, slot.model, slot.last_used_s, slot.num_bytes = "loaded", model, now_s, model.num_bytes
        took_s = now_s - slot.began_s
        log.info("loaded %s onto %s in %.1f s: %.1f GB", spec.name, self._device, took_s, model.num_bytes / 1e9)
        self._evict_for(0, busy={*busy, spec})

    def unload_expired(self, *, now_s: float, busy: Collection[ModelSpec]) -> bool:
        """Unload models whose `keep_alive` has ended. Whether there were any, or models to load ahead."""
        expired = [
            slot
            for slot in self._slots.values()
            if slot.model is not None
            and slot.spec not in busy
            and not slot.is_pinned
            and slot.keep_alive_s is not None
            and now_s - slot.last_used_s >= slot.keep_alive_s
        ]
        is_due = any(now_s >= preload.retry_s > 0 for preload in self._preloads.values())
        return self._unload(expired) or is_due

    def unload_idle(self, *, busy: Collection[ModelSpec]) -> bool:
        """Unload all models that are not in use or pinned. Whether there were any."""
        return self._unload(
            [
                slot
                for slot in self._slots.values()
                if slot.model is not None and slot.spec not in busy and not slot.is_pinned
            ]
        )

    def next_expiry_s(self) -> float | None:
        """When `unload_expired` has something to do."""
        retries = [preload.retry_s for preload in self._preloads.values() if preload.retry_s > 0]
        ends = [
            slot.last_used_s + slot.keep_alive_s
            for slot in self._slots.values()
            if slot.model is not None and slot.keep_alive_s is not None and not slot.is_pinned
        ]
        return min([*ends, *retries], default=None)

    def _evict_for(self, num_bytes: int, *, busy: Collection[ModelSpec]) -> bool:
        # the images of all models take turns on the device
        activations = max((slot.activation_bytes for slot in self._slots.values() if slot.spec in busy), default=0)
        budget = self._weight_budget(activations)
        if budget is None:
            return True
        present = [slot for slot in self._slots.values() if slot.status in ("loading", "loaded")]
        used = sum(slot.num_bytes for slot in present)
        evicted = []
        for slot in sorted(present, key=lambda slot: slot.last_used_s):
            if used + num_bytes <= budget:
                break
            if slot.model is not None and slot.spec not in busy and not slot.is_pinned:
                used -= slot.num_bytes
                evicted.append(slot)
        self._unload(evicted)
        is_alone = all(slot.status not in ("loading", "loaded") for slot in present)
        return used + num_bytes <= budget or is_alone  # a model larger than the budget may try alone

    def _unload(self, slots: list[CacheSlot]) -> bool:
        for slot in slots:
            assert slot.model is not None
            log.info("unloading %s", slot.spec.name)
            try:
                self._on_unload(slot.model)
            except Exception:  # it must be dropped in any case
                log.exception("unloading %s", slot.spec.name)
            slot.model, slot.status, slot.activation_bytes = None, "absent", 0
        if slots:
            self._on_freed()
        return bool(slots)

    def _start(
        self, slot: CacheSlot, status: Literal["downloading", "loading"], work: Callable[[ModelSpec], None]
    ) -> None:
        slot.status, slot.began_s = status, time.monotonic()
        threading.Thread(target=work, args=(slot.spec,), name=f"diffusers-{status}", daemon=True).start()

    def _estimate(self, spec: ModelSpec) -> int:
        try:
            return estimate_bytes(spec, self._device)
        except Exception:  # loading it will say what is wrong
            log.exception("the size of %s is unknown", spec.name)
            return 0

    def _download(self, spec: ModelSpec) -> None:
        assert self._downloader is not None
        try:
            self._downloader(spec)
        except Exception as error:
            log.exception("cannot download %s", spec.name)
            self._on_loaded(spec, error)
        else:
            self._on_downloaded(spec)

    def _load(self, spec: ModelSpec) -> None:
        log.info("loading %s onto %s: about %.1f GB", spec.name, self._device, self._slots[spec].num_bytes / 1e9)
        try:
            model = self._loader(spec, self._device)
        except Exception as error:  # one broken checkpoint must not affect the other models
            if is_out_of_memory(error):
                error.add_note(self._describe_need(spec))
            log.exception("cannot load %s", spec.name)
            self._on_loaded(spec, error)
        else:
            self._on_loaded(spec, model)

    def _describe_need(self, spec: ModelSpec) -> str:
        """With what would make the model fit. Empty if that is unknown."""
        budget = self._weight_budget(0)
        return "" if budget is None else describe_need(spec, self._device, int(budget / MEMORY_SHARE))


def as_load_error(spec: ModelSpec, error: Exception, *, headers: Mapping[str, str] | None = None) -> EngineError:
    notes = [note for note in getattr(error, "__notes__", ()) if note] if is_out_of_memory(error) else []
    reason = f"it {notes[-1]}" if notes else str(error).strip().split("\n")[0][:300]
    message = f"The model '{spec.name}' cannot be loaded: {reason}"
    return EngineError(message, code="model_load_failed", headers=headers or {})

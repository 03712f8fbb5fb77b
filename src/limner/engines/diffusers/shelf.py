"""Which models are loaded on a device: they come when they are wanted, and go when there is no room or no use."""

import logging
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from limner.engines.diffusers.checkpoint import LoadedModel, load
from limner.engines.diffusers.spec import ModelSpec
from limner.engines.diffusers.weights import expected_bytes

log = logging.getLogger("limner.diffusers")

Loader = Callable[[ModelSpec, str], LoadedModel]
Arrived = Callable[[ModelSpec, LoadedModel | Exception], None]
Leaving = Callable[[LoadedModel], None]


@dataclass(slots=True)
class Place:
    spec: ModelSpec
    status: Literal["absent", "loading", "loaded"] = "absent"
    model: LoadedModel | None = None
    last_used_s: float = 0.0
    keep_alive_s: float | None = None
    """None: it stays until its room is needed."""
    num_bytes: int = 0
    """What it takes: a guess before it was ever loaded."""


class Shelf:
    """Used by one thread; loading happens in others, which report through `arrived`.

    `leaving` may still ask a model that goes what it has learned. `freed` is called once it is gone.
    """

    def __init__(
        self,
        device: str,
        *,
        budget_bytes: int | None,
        arrived: Arrived,
        leaving: Leaving,
        freed: Callable[[], None],
        loader: Loader = load,
    ) -> None:
        self.places: dict[ModelSpec, Place] = {}
        self._device = device
        self._budget = budget_bytes
        self._arrived = arrived
        self._leaving = leaving
        self._freed = freed
        self._loader = loader

    def get(self, spec: ModelSpec) -> LoadedModel | None:
        place = self.places.get(spec)
        return place.model if place else None

    def models(self) -> list[LoadedModel]:
        return [place.model for place in self.places.values() if place.model is not None]

    def want(self, spec: ModelSpec, *, now_s: float, keep_alive_s: float | None, busy: Collection[ModelSpec]) -> bool:
        """Have the model loaded if there is room, or can be made. False: what stands in its place is still in use."""
        place = self.places.setdefault(spec, Place(spec))
        place.last_used_s, place.keep_alive_s = now_s, keep_alive_s
        if place.status != "absent":
            return True
        place.num_bytes = place.num_bytes or expected_bytes(spec, self._device)
        if not self._make_room(place.num_bytes, busy={*busy, spec}):
            return False
        place.status = "loading"
        threading.Thread(target=self._load, args=(spec,), name="diffusers-load", daemon=True).start()
        return True

    def put(
        self, spec: ModelSpec, model: LoadedModel | Exception, *, now_s: float, busy: Collection[ModelSpec]
    ) -> None:
        place = self.places[spec]
        if isinstance(model, Exception):
            place.status = "absent"
            return
        place.status, place.model, place.last_used_s, place.num_bytes = "loaded", model, now_s, model.num_bytes
        self._make_room(0, busy={*busy, spec})

    def tidy(self, *, now_s: float, busy: Collection[ModelSpec]) -> bool:
        """Unload what nobody has asked for in its `keep_alive`. Whether there was anything."""
        idle = [
            place
            for place in self.places.values()
            if place.model is not None
            and place.spec not in busy
            and place.keep_alive_s is not None
            and now_s - place.last_used_s >= place.keep_alive_s
        ]
        return self._unload(idle)

    def evict(self, *, busy: Collection[ModelSpec]) -> bool:
        """Unload all that is not in use now. Whether there was anything."""
        return self._unload(
            [place for place in self.places.values() if place.model is not None and place.spec not in busy]
        )

    def next_tidy_s(self) -> float | None:
        """When `tidy` may have something to do."""
        ends = [
            place.last_used_s + place.keep_alive_s
            for place in self.places.values()
            if place.model is not None and place.keep_alive_s is not None
        ]
        return min(ends, default=None)

    def clear(self) -> None:
        self.evict(busy=())

    def _make_room(self, num_bytes: int, *, busy: Collection[ModelSpec]) -> bool:
        if self._budget is None:
            return True
        loaded = [place for place in self.places.values() if place.status != "absent"]
        used = sum(place.num_bytes for place in loaded)
        leaving = []
        for place in sorted(loaded, key=lambda place: place.last_used_s):
            if used + num_bytes <= self._budget:
                break
            if place.model is not None and place.spec not in busy:
                used -= place.num_bytes
                leaving.append(place)
        self._unload(leaving)
        others = any(place.status != "absent" for place in self.places.values())
        return used + num_bytes <= self._budget or not others  # one that is too large alone may try

    def _unload(self, places: list[Place]) -> bool:
        for place in places:
            assert place.model is not None
            log.info("unloading %s", place.spec.name)
            self._leaving(place.model)
            place.model, place.status = None, "absent"
        if places:
            self._freed()
        return bool(places)

    def _load(self, spec: ModelSpec) -> None:
        log.info("loading %s onto %s", spec.name, self._device)
        try:
            model = self._loader(spec, self._device)
        except Exception as error:  # whatever is wrong with one checkpoint must not end the thread that serves others
            log.exception("cannot load %s", spec.name)
            self._arrived(spec, error)
        else:
            self._arrived(spec, model)

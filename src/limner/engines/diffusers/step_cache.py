"""Step caches: a network that runs for one image reuses what it computed at that image's earlier steps.

diffusers and cache-dit keep such a cache inside the network, for one image at a time. Here each image has its own
state, which is put into the network for that image's forward; a forward of several images runs without the cache.
"""

import logging
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol
from weakref import WeakSet

import torch
from diffusers.hooks.hooks import CacheContext

from limner.engines.diffusers.step_cache_options import METHODS, AfterJoinedForward, read_config
from limner.engines.diffusers.step_cache_slots import StateSlot

log = logging.getLogger("limner.diffusers")

MAX_IMAGES = 8
"""Images of one network that hold a state at the same time: it can be as large as gigabytes."""


class Progress(Protocol):
    """Of one image."""

    @property
    def num_done(self) -> int:
        """Steps."""

    @property
    def timestep(self) -> float:
        """Of the next step, in the noise scheduler's unit."""


@dataclass(slots=True)
class CallState:
    """What the earlier calls of one kind (with the prompt, without it) left."""

    shape: Hashable
    states: list[Any]
    """For each slot of the network."""


class StepCache:
    """A method applied to one network. Off, unless `active`."""

    def __init__(self, network: torch.nn.Module, method: str, options: Mapping[str, Any]) -> None:
        """Raises ValueError for options that the method does not have, or if it does not know this network."""
        self._method = METHODS[method]
        self._image: ImageCache | None = None
        """The one whose forward runs."""
        self.is_usable = True
        self.images: WeakSet[ImageCache] = WeakSet()
        """Those with a state."""
        self._config = read_config(method, options, self._timestep)
        before = {module: module.__dict__.get("forward") for module in network.modules()}
        try:
            self._method.apply(network, self._config)
        except (IndexError, ValueError) as error:
            for module, forward in before.items():
                _set_forward(module, forward)
            reason = "it has no list of blocks" if isinstance(error, IndexError) else error
            raise ValueError(f"{method} does not know the layers of {type(network).__name__}: {reason}") from error
        self._forwards = [
            (module, forward, module.__dict__["forward"])
            for module, forward in before.items()
            if module.__dict__.get("forward") is not forward
        ]
        if not self._forwards:
            raise ValueError(f"{method} finds none of its layers in {type(network).__name__}.")
        self._slots: list[StateSlot] = self._method.find_slots(network)
        self._switch(is_on=False)

    def for_image(self, progress: Progress, num_steps: int) -> "ImageCache | None":
        """None if the method is set up for another number of steps."""
        if getattr(self._config, "num_inference_steps", num_steps) != num_steps:
            return None
        return ImageCache(self, progress, self._method.after_joined_forward(self._config))

    @contextmanager
    def active(self, image: "ImageCache", context: CacheContext, shape: Hashable) -> Iterator[None]:
        """Within this context the network's forward is the image's next one, with the cache.

        An error ends the image's state: it may be half written.
        """
        state = image.calls.get(context.name)
        if state is None or state.shape != shape:
            states = [slot.make_state() for slot in self._slots]
            state = image.calls[context.name] = CallState(shape, states)
        self._image = image
        for slot, own in zip(self._slots, state.states, strict=True):
            slot.put(own, context)
        self._switch(is_on=True)
        try:
            yield
        except BaseException:
            image.clear()
            raise
        finally:
            self._switch(is_on=False)
            self._image = None
            for slot in self._slots:
                slot.take()

    def restart_active(self) -> None:
        """Forget what a forward has written that failed, and is tried again."""
        if self._image is not None:
            self._image.clear()
            for slot in self._slots:
                slot.reset()

    def end_all(self) -> bool:
        """Free the memory of all states; their images go on without the cache. Whether there were any."""
        images = list(self.images)
        for image in images:
            image.end()
        return bool(images)

    def disable(self) -> None:
        """For all images, because it does not work with this network."""
        self.is_usable = False
        self.end_all()

    def _switch(self, *, is_on: bool) -> None:
        for module, bare, cached in self._forwards:
            _set_forward(module, cached if is_on else bare)

    def _timestep(self) -> float:
        assert self._image is not None
        return self._image.timestep


class ImageCache:
    """One image's state in one network."""

    def __init__(self, owner: StepCache, progress: Progress, after_joined_forward: AfterJoinedForward) -> None:
        self.calls: dict[str, CallState] = {}
        self._owner = owner
        self._progress = progress
        self._after_joined_forward = after_joined_forward
        self._has_ended = False
        self._step = -1
        self._num_calls = 0
        """In this step."""
        self._timestep: float | None = None

    @property
    def timestep(self) -> float:
        """Read once per call: it synchronizes with the device."""
        if self._timestep is None:
            self._timestep = self._progress.timestep
        return self._timestep

    def next_call(self, context: CacheContext | None) -> "CachedCall | None":
        """The image's next call of the network. `context`: as the pipeline names it; many do not. None: no cache."""
        if self._has_ended or not self._owner.is_usable:
            return None
        if self._progress.num_done != self._step:
            self._step, self._num_calls = self._progress.num_done, 0
        self._num_calls += 1
        self._timestep = None
        return CachedCall(self, context or CacheContext(f"call {self._num_calls}"))

    @contextmanager
    def active(self, context: CacheContext, arguments: Mapping[str, Any]) -> Iterator[None]:
        """With the cache, unless it has ended or too many other images hold a state."""
        images = self._owner.images
        if self._has_ended or (self not in images and len(images) >= MAX_IMAGES):
            yield
            return
        images.add(self)
        with self._owner.active(self, context, _shapes_of(arguments)):
            yield

    def note_joined_forward(self) -> None:
        match self._after_joined_forward:
            case "restart":
                self.clear()
            case "end":
                self.end()

    def clear(self) -> None:
        """Begin again at the next call."""
        self.calls = {}
        self._owner.images.discard(self)

    def end(self) -> None:
        self._has_ended = True
        self.clear()


@dataclass(frozen=True, slots=True)
class CachedCall:
    image: ImageCache
    context: CacheContext

    @contextmanager
    def active(self, arguments: Mapping[str, Any]) -> Iterator[None]:
        """`arguments`: of the network's call. If their shapes change, the state begins again."""
        with self.image.active(self.context, arguments):
            yield


def make_step_cache(network: torch.nn.Module, setting: Mapping[str, Any] | None) -> StepCache | None:
    """None if there is no setting, or if the method does not suit this network, which the log says.

    `setting`: the options of the method, and its `method`. Raises ValueError, which names what is wrong.
    """
    if setting is None:
        return None
    options = dict(setting)
    method = options.pop("method", None)
    if method not in METHODS:
        raise ValueError(f"'step_cache.method' must be one of {', '.join(METHODS)}, not {method!r}.")
    read_config(method, options, lambda: 0.0)
    try:
        return StepCache(network, method, options)
    except ValueError as error:
        log.warning("'step_cache' is ignored: %s", error)
        return None


def _set_forward(module: torch.nn.Module, forward: Any) -> None:
    """None: that of its class."""
    if forward is None:
        module.__dict__.pop("forward", None)
    else:
        module.__dict__["forward"] = forward


def _shapes_of(value: Any) -> Hashable:
    if isinstance(value, torch.Tensor):
        return tuple(value.shape)
    if isinstance(value, Mapping):
        return tuple((name, _shapes_of(one)) for name, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(_shapes_of(one) for one in value)
    return None

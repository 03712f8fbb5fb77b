"""A stock pipeline's own call in a greenlet that yields wherever the device has work to do.

Proxies replace the pipeline's network, VAE and `encode_prompt`: their calls yield instead of computing.
The greenlet belongs to the thread that created it, and only that thread may resume it.
"""

import functools
import inspect
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import torch
from diffusers.hooks.hooks import CacheContext
from greenlet import GreenletExit, getcurrent, greenlet

from limner.engines.diffusers.batch import BatchedNetwork, NetworkCall, NetworkOutput
from limner.engines.diffusers.step_cache import CachedCall, ImageCache
from limner.engines.diffusers.throughput import BatchKey

log = logging.getLogger("limner.diffusers")

StageKind = Literal["encode_prompt", "encode_image", "decode"]


@dataclass(frozen=True, slots=True)
class Forward:
    """The pipeline waits for its denoising network."""

    network: BatchedNetwork
    call: NetworkCall
    cached: CachedCall | None = None
    """With a step cache, if it runs alone."""

    @property
    def num_rows(self) -> int:
        return self.network.num_rows(self.call)


@dataclass(frozen=True, slots=True)
class Stage:
    """The pipeline waits for work that is not batched."""

    kind: StageKind
    run: Callable[[], Any]


Yield = Forward | Stage


def run_batch(forwards: Sequence[Forward], key: BatchKey, *, adapters: tuple[str, ...] = ()) -> list[Any]:
    """One real forward for calls of one network and equal shapes. Only a single one uses the image's step cache.

    `adapters`: names of those that are active.
    """
    network = forwards[0].network
    calls = [one.call for one in forwards]
    if key.fixed_rows is not None:
        return network.forward_fixed(calls, key.fixed_rows, adapters)
    all_cached = [one.cached for one in forwards if one.cached is not None]
    if len(forwards) == 1 and all_cached:
        return [network.forward_with_cache(calls[0], all_cached[0])]
    for cached in all_cached:
        cached.image.note_joined_forward()
    return network.forward(calls)


def wait_for(request: Yield) -> Any:
    """Called inside a pipeline: suspend it until the device thread resumes it with the result."""
    parent = getcurrent().parent
    assert parent is not None
    return parent.switch(request)


class PipelineRun:
    """`waiting_for` says what it has yielded; once that is None, `result` is set."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._greenlet = greenlet(call)
        self.waiting_for: Yield | None = None
        self.result: Any = None

    @property
    def is_finished(self) -> bool:
        """Whether it has returned, raised or been cancelled."""
        return bool(self._greenlet.dead)

    def resume(self, output: Any = None) -> None:
        """Run to the next yield. Raises what the pipeline raises."""
        self._update(self._greenlet.switch(output) if self.waiting_for else self._greenlet.switch())

    def throw(self, error: BaseException) -> None:
        """Raise `error` in the pipeline, where it waits."""
        self._update(self._greenlet.throw(error))

    def cancel(self) -> None:
        """Unwind the greenlet at its current yield. Its errors are logged: the image is gone in any case."""
        if not self._greenlet.dead:
            try:
                self._greenlet.throw(GreenletExit)
            except Exception:
                log.exception("a pipeline failed while it was cancelled")
        self.waiting_for = None

    def _update(self, value: Any) -> None:
        if self._greenlet.dead:
            self.waiting_for, self.result = None, value
        else:
            self.waiting_for = value


class ModuleProxy(torch.nn.Module):
    """Has every attribute of the real module, and no weights of its own."""

    def __init__(self, real: torch.nn.Module) -> None:
        super().__init__()
        object.__setattr__(self, "_real", real)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_real"), name)

    def modules(self, remove_duplicate: bool = True) -> Iterator[torch.nn.Module]:
        """The real ones: pipelines use them to find the device of an offloaded module."""
        real: torch.nn.Module = object.__getattribute__(self, "_real")
        yield from real.modules()


@functools.cache
def _with_signature(proxy_class: Any, real_class: Any) -> Any:
    """`proxy_class` whose `forward` has the signature of `real_class`: modular pipelines pass what is in it."""

    @functools.wraps(proxy_class.forward)
    def forward(self: Any, *args: Any, **kwargs: Any) -> Any:
        return proxy_class.forward(self, *args, **kwargs)

    forward.__signature__ = inspect.signature(real_class.forward)  # type: ignore[attr-defined]
    return type(proxy_class.__name__, (proxy_class,), {"forward": forward})


class NetworkProxy(ModuleProxy):
    """In the place of a pipeline's network."""

    def __new__(cls, network: BatchedNetwork, *args: Any, **kwargs: Any) -> Any:
        proxy_class: Any = cls
        real_class: Any = type(network.real)
        return super().__new__(_with_signature(proxy_class, real_class))


class DenoiserProxy(NetworkProxy):
    """Yields each call, so that it can be batched. `cache`: the image's step cache, if it has one."""

    def __init__(self, network: BatchedNetwork, *, cache: ImageCache | None = None) -> None:
        super().__init__(network.real)
        object.__setattr__(self, "_network", network)
        object.__setattr__(self, "_cache", cache)
        object.__setattr__(self, "_cache_context", None)
        object.__setattr__(self, "last_output", None)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        network: BatchedNetwork = object.__getattribute__(self, "_network")
        cache: ImageCache | None = object.__getattribute__(self, "_cache")
        cached = None if cache is None else cache.next_call(object.__getattribute__(self, "_cache_context"))
        output = wait_for(Forward(network, network.call(args, kwargs), cached))
        object.__setattr__(self, "last_output", output)
        return output

    @contextmanager
    def cache_context(self, name: str, **fields: Any) -> Iterator[None]:
        """Notes what the pipeline says of its next call. diffusers' own would set it for all images."""
        object.__setattr__(self, "_cache_context", CacheContext(name, **fields))
        try:
            yield
        finally:
            object.__setattr__(self, "_cache_context", None)


class NoOp(NetworkProxy):
    """Returns a fixed output: a preview runs only what a pipeline does after its last step."""

    def __init__(self, network: BatchedNetwork, output: Any) -> None:
        super().__init__(network.real)
        object.__setattr__(self, "_output", output)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        return object.__getattribute__(self, "_output")

    @contextmanager
    def cache_context(self, name: str, **fields: Any) -> Iterator[None]:
        yield


class VaeProxy(ModuleProxy):
    """Yields encoding and decoding as stages."""

    def encode(self, pixels: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        real: Any = object.__getattribute__(self, "_real")
        return wait_for(Stage("encode_image", lambda: real.encode(pixels.to(real.dtype), *args, **kwargs)))

    def decode(self, latents: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        real: Any = object.__getattribute__(self, "_real")
        kwargs["return_dict"] = False
        return NetworkOutput(wait_for(Stage("decode", lambda: real.decode(latents.to(real.dtype), *args, **kwargs))))


def prompt_proxy(encode_prompt: Callable[..., Any]) -> Callable[..., Any]:
    """A pipeline's `encode_prompt`, yielded as a stage."""

    def encode(*args: Any, **kwargs: Any) -> Any:
        return wait_for(Stage("encode_prompt", lambda: encode_prompt(*args, **kwargs)))

    return encode

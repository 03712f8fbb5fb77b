"""A stock pipeline's own call in a greenlet that yields wherever the device has work to do.

Proxies replace the pipeline's network, VAE and `encode_prompt`: their calls yield instead of computing.
The greenlet belongs to the thread that created it, and only that thread may resume it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Literal

import torch
from greenlet import GreenletExit, getcurrent, greenlet

from limner.engines.diffusers.batch import BatchedNetwork, NetworkCall, NetworkOutput

StageKind = Literal["encode_prompt", "encode_image", "decode"]


@dataclass(frozen=True, slots=True)
class Forward:
    """The pipeline waits for its denoising network."""

    network: BatchedNetwork
    call: NetworkCall

    @property
    def num_rows(self) -> int:
        return self.network.num_rows(self.call)


@dataclass(frozen=True, slots=True)
class Stage:
    """The pipeline waits for work that is not batched."""

    kind: StageKind
    run: Callable[[], Any]


Yield = Forward | Stage


def run_batch(forwards: Sequence[Forward]) -> list[Any]:
    """One real forward for calls of one network and equal shapes."""
    network = forwards[0].network
    return network.forward([one.call for one in forwards])


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
        """Unwind the greenlet at its current yield."""
        if not self._greenlet.dead:
            self._greenlet.throw(GreenletExit)
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


class DenoiserProxy(ModuleProxy):
    """Yields each call, so that it can be batched."""

    def __init__(self, network: BatchedNetwork) -> None:
        super().__init__(network.real)
        object.__setattr__(self, "_network", network)
        object.__setattr__(self, "last_output", None)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        network: BatchedNetwork = object.__getattribute__(self, "_network")
        output = wait_for(Forward(network, network.call(args, kwargs)))
        object.__setattr__(self, "last_output", output)
        return output

    def cache_context(self, name: str) -> AbstractContextManager[None]:
        """Disables step caches: they keep state in the network, which is shared."""
        return nullcontext()


class NoOp(ModuleProxy):
    """Returns a fixed output: a preview runs only what a pipeline does after its last step."""

    def __init__(self, network: BatchedNetwork, output: Any) -> None:
        super().__init__(network.real)
        object.__setattr__(self, "_output", output)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        return object.__getattribute__(self, "_output")

    def cache_context(self, name: str) -> AbstractContextManager[None]:
        return nullcontext()


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

"""The rendezvous: what stands in a pipeline in place of its network and its VAE.

It looks like the real one in everything but work: there it halts, until the thread has gathered a batch.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch

from limner.engines.diffusers.batch import Network, Output
from limner.engines.diffusers.run import Forward, Work, halt


class StandIn(torch.nn.Module):
    """Has every attribute of the real module; holds no weights of its own."""

    def __init__(self, real: torch.nn.Module) -> None:
        super().__init__()
        object.__setattr__(self, "_real", real)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_real"), name)

    def modules(self, remove_duplicate: bool = True) -> Iterator[torch.nn.Module]:
        """The real ones: a pipeline looks there for the device on which an offloaded module works."""
        real: torch.nn.Module = object.__getattribute__(self, "_real")
        yield from real.modules()


class Rendezvous(StandIn):
    """Where a pipeline waits for its batch."""

    def __init__(self, network: Network) -> None:
        super().__init__(network.real)
        object.__setattr__(self, "_network", network)
        object.__setattr__(self, "last_answer", None)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        network: Network = object.__getattribute__(self, "_network")
        answer = halt(Forward(network, network.call(args, kwargs)))
        object.__setattr__(self, "last_answer", answer)
        return answer

    def cache_context(self, name: str) -> AbstractContextManager[None]:
        """Step caches keep state in the network, where pictures would meet: there are none."""
        return nullcontext()


class Mute(StandIn):
    """A network that does nothing: a preview needs only what a pipeline does after the last step."""

    def __init__(self, network: Network, answer: Any) -> None:
        super().__init__(network.real)
        object.__setattr__(self, "_answer", answer)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        return object.__getattribute__(self, "_answer")

    def cache_context(self, name: str) -> AbstractContextManager[None]:
        return nullcontext()


class VaeDoor(StandIn):
    """Decoding is a stage of its own, and so is the encoding of an input picture."""

    def encode(self, pixels: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        real: Any = object.__getattribute__(self, "_real")
        return halt(Work("encode_image", lambda: real.encode(pixels.to(real.dtype), *args, **kwargs)))

    def decode(self, latents: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        real: Any = object.__getattribute__(self, "_real")
        kwargs["return_dict"] = False
        return Output(halt(Work("decode", lambda: real.decode(latents.to(real.dtype), *args, **kwargs))))


def prompt_door(encode_prompt: Callable[..., Any]) -> Callable[..., Any]:
    """A pipeline's `encode_prompt`, as a stage of its own."""

    def encode(*args: Any, **kwargs: Any) -> Any:
        return halt(Work("encode_prompt", lambda: encode_prompt(*args, **kwargs)))

    return encode

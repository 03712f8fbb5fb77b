"""The option `placement`: components that compute on another device than the network."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import torch

from limner.engines.diffusers.pipeline_run import ModuleProxy


def place_parts(pipeline: Any, placement: Iterable[tuple[str, str]], home: str) -> None:
    """Move components to their own devices; pipelines find all of them on `home`.

    Raises ValueError, which names a component that the pipeline does not have.
    """
    for name, device in placement:
        modules = {key: one for key, one in pipeline.components.items() if isinstance(one, torch.nn.Module)}
        if name not in modules:
            raise ValueError(f"'placement': this checkpoint has no part '{name}'. It has {', '.join(modules)}.")
        object.__setattr__(pipeline, name, RemotePart(modules[name].to(device), device=device, home=home))


@contextmanager
def without_placement(pipeline: Any) -> Iterator[None]:
    """Within this context the pipeline has the real modules: diffusers switches adapters by their base class."""
    placed = {name: one for name, one in pipeline.components.items() if isinstance(one, RemotePart)}
    for name, one in placed.items():
        object.__setattr__(pipeline, name, object.__getattribute__(one, "_real"))
    try:
        yield
    finally:
        for name, one in placed.items():
            object.__setattr__(pipeline, name, one)


class RemotePart(ModuleProxy):
    """A component on another device. Its calls take tensors of the home device, and return some.

    Its class has the name of the real one, by which pipelines and this engine recognise components.
    """

    def __new__(cls, real: torch.nn.Module, **options: Any) -> Any:
        named: Any = _class_with_name_of  # types are hashable, which mypy does not believe of these
        return super().__new__(named(cls, type(real)))

    def __init__(self, real: torch.nn.Module, *, device: str, home: str) -> None:
        super().__init__(real)
        object.__setattr__(self, "_remote_device", torch.device(device))
        object.__setattr__(self, "_home", torch.device(home))

    @property
    def device(self) -> torch.device:
        """Where callers find it."""
        found: torch.device = object.__getattribute__(self, "_home")
        return found

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        return self._run_remotely(object.__getattribute__(self, "_real"))(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        """Parts of it, and its methods, are on the other device as well."""
        value = super().__getattr__(name)
        if isinstance(value, torch.nn.Module):
            device, home = (str(object.__getattribute__(self, one)) for one in ("_remote_device", "_home"))
            return RemotePart(value, device=device, home=home)
        real = object.__getattribute__(self, "_real")
        return self._run_remotely(value) if getattr(value, "__self__", None) is real else value

    def _run_remotely(self, work: Callable[..., Any]) -> Callable[..., Any]:
        device, home = object.__getattribute__(self, "_remote_device"), object.__getattribute__(self, "_home")

        def run(*args: Any, **kwargs: Any) -> Any:
            return move(work(*move(args, device), **move(kwargs, device)), home)

        return run


@cache
def _class_with_name_of(own: Any, real: Any) -> Any:
    return type(real.__name__, (own,), {"__module__": real.__module__})


def move(value: Any, device: torch.device) -> Any:
    """The same with all tensors on the device, in containers and outputs of models as well."""
    if isinstance(value, torch.Tensor):
        return value.to(device)
    if isinstance(value, dict):
        moved = {name: move(one, device) for name, one in value.items()}
        return moved if type(value) is dict else type(value)(**moved)
    if type(value) in (list, tuple):
        return type(value)(move(one, device) for one in value)
    return value

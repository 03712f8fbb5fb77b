"""The places inside a network where a step cache keeps its state: each image's own state is put there in turn."""

from typing import Any, Protocol

import torch
from diffusers import hooks
from diffusers.hooks.hooks import CacheContext, StateManager


class StateSlot(Protocol):
    def make_state(self) -> Any:
        """That of an image's first call."""

    def put(self, state: Any, context: CacheContext) -> None:
        """The next forward reads and writes this state."""

    def take(self) -> None:
        """Hold no state any longer."""

    def reset(self) -> None:
        """Empty the state that is there."""


class ManagerSlot:
    """A StateManager of diffusers, which keeps states by the call's name."""

    def __init__(self, manager: StateManager) -> None:
        self._manager: Any = manager

    def make_state(self) -> dict[str, Any]:
        return {}

    def put(self, state: dict[str, Any], context: CacheContext) -> None:
        self._manager._state_cache = state  # noqa: SLF001 (diffusers keeps states by name only)
        self._manager.set_context(context)

    def take(self) -> None:
        self._manager._state_cache = {}  # noqa: SLF001
        self._manager.set_context(None)

    def reset(self) -> None:
        self._manager._state_cache.clear()  # noqa: SLF001


class HookSlot:
    """A hook of diffusers that holds its state itself."""

    def __init__(self, hook: Any) -> None:
        self._hook = hook

    def make_state(self) -> Any:
        return type(self._hook.state)()

    def put(self, state: Any, context: CacheContext) -> None:
        self._hook.state = state

    def take(self) -> None:
        self._hook.state = self.make_state()

    def reset(self) -> None:
        self._hook.state.reset()


def find_hook_slots(network: torch.nn.Module) -> list[StateSlot]:
    """Of a method of diffusers that is applied to the network."""
    registries: list[Any] = [one._diffusers_hook for one in network.modules() if hasattr(one, "_diffusers_hook")]  # noqa: SLF001
    found = [hook for registry in registries for hook in registry.hooks.values()]
    managers = [value for hook in found for value in vars(hook).values() if isinstance(value, StateManager)]
    holders = [one for one in found if isinstance(one, hooks.ModelHook) and _holds_state(one)]
    return [*map(ManagerSlot, {id(one): one for one in managers}.values()), *map(HookSlot, holders)]


def _holds_state(hook: Any) -> bool:
    return hasattr(getattr(hook, "state", None), "reset")

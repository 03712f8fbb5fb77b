"""What an engine has loaded, and what it can be told to do about it."""

from dataclasses import dataclass
from typing import Literal

ModelStatus = Literal["absent", "downloading", "loading", "loaded"]
ModelAction = Literal["load", "unload", "pin", "unpin"]
"""A pinned model stays loaded, however long it is idle and whatever else needs memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelState:
    """Of one model on one device."""

    checkpoint: str
    device: str
    status: ModelStatus = "absent"
    is_pinned: bool = False
    num_bytes: int = 0
    """On the device: an estimate until the model was loaded once. 0: unknown."""
    problem: str | None = None
    """Why it is not loaded, although it is to be."""

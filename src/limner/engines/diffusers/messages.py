"""The messages between the server and the process of a device. All of them pickle."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from limner.core.errors import APIError
from limner.core.model_state import ModelAction, ModelState
from limner.core.picture import Event
from limner.core.request import ImageRequest
from limner.engines.replicas.messages import Accepted, ReplicaReport

Shapes = Mapping[int, tuple[ImageRequest, ...]]
"""By the number of an engine: the requests to give an estimate for, see `shape_of`."""


@dataclass(frozen=True, slots=True)
class OpenEngine:
    """Create and start an engine. `options`: see EngineOptions."""

    number: int
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CloseEngine:
    number: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw all images of a request."""

    call: int
    engine: int
    request: ImageRequest
    context: Mapping[str, str] = field(default_factory=dict)
    """What log lines say of the request."""


@dataclass(frozen=True, slots=True)
class ControlModel:
    """Load, unload or pin the model of an engine."""

    call: int
    engine: int
    action: ModelAction


@dataclass(frozen=True, slots=True)
class CancelCall:
    """The client has left. No message about the call is read any more."""

    call: int


@dataclass(frozen=True, slots=True)
class AskReports:
    """The process answers at once; one that does not hangs."""

    asked_s: float
    shapes: Shapes


@dataclass(frozen=True, slots=True)
class Shutdown:
    """Save what was learned, and end."""


@dataclass(frozen=True, slots=True)
class ProcessReady:
    """The first message: the process has imported its libraries."""


@dataclass(frozen=True, slots=True)
class ProcessFailed:
    """The last message: the process ends, because it cannot draw any more, or cannot begin to."""

    reason: str


@dataclass(frozen=True, slots=True)
class CallEvent:
    call: int
    event: Accepted | Event


@dataclass(frozen=True, slots=True)
class CallEnded:
    """`error`: None if all was done."""

    call: int
    error: APIError | None = None


@dataclass(frozen=True, slots=True)
class Reports:
    """By the number of an engine. `asked_s`: as in the question."""

    asked_s: float
    by_engine: Mapping[int, ReplicaReport]
    models: Mapping[int, ModelState]
    took_s: float
    """The CPU time of the answer."""


@dataclass(frozen=True, slots=True)
class ModelChanged:
    """The state after a ControlModel, before its CallEnded."""

    engine: int
    state: ModelState


@dataclass(frozen=True, slots=True)
class Logged:
    """A line for the server's log."""

    record: logging.LogRecord

"""The messages between the engine and its worker processes. All of them pickle."""

from dataclasses import dataclass

from limner.core.errors import APIError
from limner.core.picture import CompletedImage, PartialImage
from limner.core.request import ImageRequest

SIMILAR = "similar"
"""The argument by which a worker finds Scenes by what pictures look like."""


@dataclass(frozen=True, slots=True)
class DrawTask:
    """Draw one image of a request."""

    request: ImageRequest
    image_index: int


@dataclass(frozen=True, slots=True)
class CancelTask:
    """Stop at the next checkpoint of the running task. An idle worker ignores it."""


@dataclass(frozen=True, slots=True)
class WorkerReady:
    """The worker has started and can take tasks."""


@dataclass(frozen=True, slots=True)
class TaskAccepted:
    """The worker has received the task and starts it. If it dies from now on, the task may be the cause."""


@dataclass(frozen=True, slots=True)
class TaskCancelled:
    """The worker has stopped the task after a CancelTask."""


@dataclass(frozen=True, slots=True)
class TaskFailed:
    """An unexpected exception. The traceback is only for the log."""

    traceback: str


Message = TaskAccepted | PartialImage | CompletedImage | APIError | TaskCancelled | TaskFailed


def is_final(message: Message) -> bool:
    """Whether this is the last message about its task."""
    return not isinstance(message, TaskAccepted | PartialImage)

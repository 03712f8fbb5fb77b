"""What passes between the engine and the processes that paint. All of it pickles."""

from dataclasses import dataclass

from limner.core.errors import ApiError
from limner.core.picture import CompletedImage, PartialImage
from limner.core.request import ImageRequest


@dataclass(frozen=True, slots=True)
class Order:
    """One image of a request."""

    request: ImageRequest
    image_index: int


@dataclass(frozen=True, slots=True)
class Abort:
    """Stop at the next step of the work. Of no effect on a painter that is idle."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The painter has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The painter has stopped, as it was told."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A bug: the traceback is for the log."""

    traceback: str


Message = PartialImage | CompletedImage | ApiError | Abandoned | Failed


def ends_order(message: Message) -> bool:
    return not isinstance(message, PartialImage)

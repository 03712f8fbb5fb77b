"""The messages between the engine and its worker processes. All of them pickle."""

from dataclasses import dataclass

from limner.core.errors import APIError
from limner.core.picture import CompletedImage, PartialImage
from limner.core.request import ImageRequest


@dataclass(frozen=True, slots=True)
class Order:
    """One image of a request."""

    request: ImageRequest
    image_index: int


@dataclass(frozen=True, slots=True)
class Abort:
    """Stop at the next step of the work. Of no effect on an idle worker."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The order has arrived, and its work begins: a death from now on may be its fault."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The worker has stopped, as an Abort asked it to."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A bug: the traceback is for the log."""

    traceback: str


Message = Accepted | PartialImage | CompletedImage | APIError | Abandoned | Failed


def ends_order(message: Message) -> bool:
    return not isinstance(message, Accepted | PartialImage)

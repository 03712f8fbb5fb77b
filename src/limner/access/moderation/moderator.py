"""The interface of moderators: a moderator says which rules a request violates."""

from typing import Protocol

from limner.core.request import ImageRequest


class ModerationFailure(Exception):  # noqa: N818 - an outcome that the settings handle, not an error of the request
    """A request could not be checked. The message is for the operator and contains no keys."""

    def __init__(self, message: str, *, is_permanent: bool = False) -> None:
        """`is_permanent`: the same request would fail again."""
        super().__init__(message)
        self.is_permanent = is_permanent


class Moderator(Protocol):
    failures: int
    """The number of requests that could not be checked, since the start."""

    async def check(self, request: ImageRequest) -> list[str]:
        """The violated categories, in the words of OpenAI's `/v1/moderations`; none if the request is allowed.

        `request.moderation` is the level. Raises an APIError if the request cannot be checked, and must be refused
        for that. May be cancelled.
        """
        ...

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def ping(self) -> None:
        """Raise a ModerationFailure if requests cannot be checked at present."""
        ...


def text_of(request: ImageRequest) -> str:
    """What the request asks to draw.

    A negative prompt lists what to avoid, and often names exactly what a moderator looks for. With a guidance below 1
    a model may draw it instead, so then it is part of the text.
    """
    is_drawn = request.guidance_scale is not None and request.guidance_scale < 1
    return f"{request.prompt}\n{request.negative_prompt or ''}".strip() if is_drawn else request.prompt

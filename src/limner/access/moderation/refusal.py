"""The errors of requests that a moderator refuses, and of those that it cannot check."""

import logging
from collections.abc import Sequence

from limner.access.moderation.moderator import Moderator
from limner.core.errors import APIError, OverloadedError, PictureError, retry_s
from limner.core.request import ImageRequest

log = logging.getLogger("limner.moderation")


class ModerationBlockedError(PictureError):
    def __init__(self, request_id: str, violations: Sequence[str]) -> None:
        """`violations`: categories of `/v1/moderations`. The Images API names them without their subcategories."""
        self.request_id = request_id
        self.violations = tuple(violations)
        self.categories = list(dict.fromkeys(name.partition("/")[0] for name in violations))
        super().__init__(
            "Your request was rejected by the safety system. If you believe this is an error, contact us at"
            f" help.openai.com and include the request ID {request_id}."
            f" safety_violations=[{', '.join(self.categories)}].",
            code="moderation_blocked",
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.request_id, self.violations)

    def body(self) -> dict[str, object]:
        error = super().body()["error"]
        assert isinstance(error, dict)
        details = {"moderation_stage": "input", "categories": self.categories}
        return {"error": {**error, "moderation_details": details}}


def moderation_error(request_id: str, violations: Sequence[str]) -> APIError:
    """The API's literal error for a refused request. `request_id` is the one in the header `x-request-id`."""
    return ModerationBlockedError(request_id, violations)


def moderation_unavailable_error(*, wait_s: float, is_permanent: bool) -> APIError:
    """For a request that cannot be checked. `wait_s`: seconds until it may be possible again."""
    headers = {"retry-after": str(retry_s(wait_s))}
    if is_permanent:
        headers["x-should-retry"] = "false"
    message = "The request cannot be checked by the moderation service at present. Please try again in a moment."
    if is_permanent:
        message = "The moderation service cannot check this request. The server's log says why."
    return OverloadedError(message, code="moderation_unavailable", headers=headers)


async def refuse_flagged(
    moderator: Moderator | None, request: ImageRequest, request_id: str, *, is_rewritten: bool = False
) -> None:
    """Raise an APIError if the request violates a rule, or cannot be checked. Call it before drawing.

    `is_rewritten`: the prompt is a rewriter's. The client's own has passed, and is drawn instead.
    """
    if moderator is None:
        return
    violations = await moderator.check(request)
    if violations:
        message = "%s was refused by moderation (%s): %s"
        if is_rewritten:
            message = "the rewritten prompt of %s is not used: moderation (%s) found %s"
        log.info(message, request_id, request.moderation, violations)
        raise moderation_error(request_id, violations)

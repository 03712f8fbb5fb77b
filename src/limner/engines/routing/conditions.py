"""Which requests a route accepts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from limner.core.errors import APIError, BadRequestError, PermissionDeniedError
from limner.core.picture import Size
from limner.core.request import ImageRequest, Operation, Quality

CLIENT = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """All must hold; of the two about the queue, one is enough. What is empty or None is no condition."""

    queue_s_above: float | None = None
    queue_images_above: float | None = None
    operations: frozenset[Operation] = frozenset()
    sizes: frozenset[Size] = frozenset()
    min_pixels: int | None = None
    max_pixels: int | None = None
    qualities: frozenset[Quality] = frozenset()
    keys: frozenset[str] = frozenset()
    projects: frozenset[str] = frozenset()

    @property
    def needs_queue(self) -> bool:
        """Whether the route takes requests only while other routes have a long queue."""
        return self.queue_s_above is not None or self.queue_images_above is not None

    def accepts(self, request: ImageRequest) -> bool:
        """Whether all conditions hold but those about the queue."""
        return not self.unmet(request)

    def unmet(self, request: ImageRequest) -> set[str]:
        """What does not meet a condition: `operation`, `size`, `quality` or `key`."""
        pixels = request.size.width * request.size.height
        is_met = {
            "operation": not self.operations or request.operation in self.operations,
            "size": (not self.sizes or request.size in self.sizes)
            and (self.min_pixels is None or pixels >= self.min_pixels)
            and (self.max_pixels is None or pixels <= self.max_pixels),
            "quality": not self.qualities or request.quality in self.qualities,
            CLIENT: (not self.keys or request.api_key in self.keys)
            and (not self.projects or request.project_id in self.projects),
        }
        return {name for name, is_so in is_met.items() if not is_so}


def refusal(request: ImageRequest, conditions: Collection[Conditions]) -> APIError:
    """The error for a request that meets the conditions of no route."""
    unmet: Sequence[set[str]] = [one.unmet(request) for one in conditions]
    in_all = set.intersection(*unmet)
    if CLIENT in in_all:
        return PermissionDeniedError(
            f"Your API key does not have access to model `{request.model}`.", code="model_not_found"
        )
    values = {"operation": request.operation, "size": str(request.size), "quality": request.quality}
    for name, value in values.items():
        if name in in_all:
            return BadRequestError(
                f"The model '{request.model}' does not support the {name} '{value}'.",
                param=None if name == "operation" else name,
                code="invalid_value",
            )
    return BadRequestError(
        f"The model '{request.model}' does not support this combination of size, quality and operation.",
        code="invalid_value",
    )

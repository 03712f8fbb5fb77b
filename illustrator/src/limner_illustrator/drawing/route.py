"""How one image is made: the request with its background decided, the stages of the work, and what they start from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.framing import add_opaque_alpha, compose_over_white
from limner_illustrator.edit.notes import LEAST_SHARE, note_on_change
from limner_illustrator.edit.request import DrawingRequest, Openness
from limner_illustrator.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    pixels: Pixels
    """(height, width, 3), or 4 channels for a transparent background."""
    scene: Scene | None = None
    """What the picture shows, if it was painted from a Scene."""
    note: str | None = None
    revised_prompt: str | None = None
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    request: DrawingRequest
    """Its background is no longer `auto`."""
    stages: Iterator[Snapshot]
    before: Callable[[], Pixels] | None = None
    """The input at the requested size, where a note says if hardly anything has changed."""
    openness: Openness | None = None
    """Where a mask lets it change."""
    least_change: float = LEAST_SHARE
    """The part of the picture below which that note is due."""

    def finish(self, snapshot: Snapshot) -> Snapshot:
        """With the channels that the request asks for and, at the end, a note if hardly anything has changed."""
        shown = (
            add_opaque_alpha(snapshot.pixels) if is_transparent(self.request) else compose_over_white(snapshot.pixels)
        )
        pixels, note = np.ascontiguousarray(shown), snapshot.note
        if snapshot.final and self.before is not None:
            note = note_on_change(note, self.before(), pixels, self.openness, least=self.least_change)
        return replace(snapshot, pixels=pixels, note=note)


def resolve_background(request: DrawingRequest, *, is_transparent: bool) -> DrawingRequest:
    """With a background that is no longer `auto`."""
    if request.background != "auto":
        return request
    return replace(request, background="transparent" if is_transparent and request.format_has_alpha else "opaque")


def is_transparent(request: DrawingRequest) -> bool:
    return request.background == "transparent"

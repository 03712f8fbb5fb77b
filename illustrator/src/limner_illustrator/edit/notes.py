"""Notes on the result of an edit: that little changed, or why a cut-out is not transparent."""

import re

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.framing import add_opaque_alpha, compose_over_white, largest_channel
from limner_illustrator.edit.request import DrawingRequest, Openness

LEAST_SHARE = 0.005
"""An edit that changes less of the picture than this says so."""
VISIBLE = 10
"""Levels of 0..255: less is rounding, or the loss of JPEG and WebP."""
BARELY_CHANGED = "Less than 0.5 % of the picture was changed."
UNCHANGED_UNDER_MASK = "The requested change has no effect inside the mask."
ON_WHITE_JPEG = "JPEG has no transparency, so the background is white. Use PNG or WebP for a transparent one."
ON_WHITE_OPAQUE = "`background` is opaque, so the cut-out has a white background."
_STATES_NO_CHANGE = re.compile(
    r"nothing|cannot be drawn|could not be found|so it was not moved|was left out|"
    r"left as it (?:is|was)|and stays|not changed"
)
NOT_GENERATED = "Limner did not generate this image"


def join_notes(*notes: str | None) -> str | None:
    """One text of several notes, each once."""
    return " ".join(dict.fromkeys(note for note in notes if note)) or None


def note_on_cutout(request: DrawingRequest) -> str | None:
    """For a cut-out that was asked for. `request`: its background is resolved."""
    if request.background == "transparent":
        return None
    return ON_WHITE_OPAQUE if request.format_has_alpha else ON_WHITE_JPEG


def note_on_change(
    note: str | None, before: Pixels, after: Pixels, change: Openness | None = None, *, least: float = LEAST_SHARE
) -> str | None:
    """`note`, and that hardly anything changed if that is so and not said yet. `change`: where the mask allows it."""
    if note is not None and _STATES_NO_CHANGE.search(note):
        return note
    if before.shape[:2] != after.shape[:2] or share_of_change(before, after, change) >= least:
        return note
    return join_notes(note, BARELY_CHANGED if change is None else UNCHANGED_UNDER_MASK)


def share_of_change(before: Pixels, after: Pixels, change: Openness | None = None) -> float:
    """The part of the picture, or of what the mask opens, that looks different. 0..1."""
    visible = largest_channel(cv2.absdiff(compose_over_white(before), compose_over_white(after))) > VISIBLE
    if before.shape[2] == after.shape[2] == 4 or after.shape[2] == 4:
        visible |= cv2.absdiff(add_opaque_alpha(before)[..., 3], add_opaque_alpha(after)[..., 3]) > VISIBLE
    if change is None:
        return float(visible.mean())
    num_open = np.count_nonzero(change > 0.5)
    return np.count_nonzero(visible) / num_open if num_open else 1.0

"""Where on a drawing the head is: its crown for hats, its eyes for glasses, its neck for scarves and ties, and how it
is tilted.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.art import has_icon, icon_svg
from limner_illustrator.catalog.body import Coat
from limner_illustrator.catalog.face import Face, Point
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects import bodies
from limner_illustrator.subjects.figures.activities import is_posed
from limner_illustrator.subjects.figures.figure import figure_joints, joints_of
from limner_illustrator.subjects.icon import FRAME, draw_icon, icon_bounds, icon_sample
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.moving_body import FRAME as MOVING_FRAME
from limner_illustrator.subjects.moving_body import GAITS, RAISED_CROWN, draw_moving, is_moving
from limner_illustrator.subjects.posture import tilt_of
from limner_illustrator.subjects.raster import Box, measure, paint_raster
from limner_illustrator.subjects.recolor import average, eyes_of
from limner_illustrator.subjects.registry import DrawFunction, draw_function
from limner_illustrator.subjects.subject import OUTSIDE, Subject
from limner_illustrator.subjects.two_legged_body import FRAME as TWO_LEGGED_FRAME
from limner_illustrator.subjects.two_legged_body import TWO_LEGGED, draw_standing
from limner_illustrator.subjects.two_legged_body import head_place as head_place_on_two_legs
from limner_illustrator.subjects.unicorn import unicorn

_UNKNOWN = "wrapped-gift"
_BROAD = 0.28
"""Of its greatest width: where the body of fruit begins."""


@dataclass(frozen=True, slots=True)
class Form:
    """A drawing in its own units, and the head on it."""

    face: Face
    draw: Callable[[LocalCanvas], None]
    frame: Box


def head_at(drawing: str, pose: str | None, width: float, height: float, subject: Subject | None = None) -> Face:
    """Of a sprite of that width and height, in the same units, from its upper left corner. Exact for a figure where
    the `subject` is known.
    """
    family, _, name = drawing.partition(":")
    if subject is not None and is_posed(subject.entity, subject.scene, subject.pose):
        return _of_joints(joints_of(subject), width, height)
    if family == "figure":
        return _of_joints(_joints(drawing, pose or "standing"), width, height)
    face, (left, top, right, bottom) = _measure(family, name, pose)
    return face.place(-left, -top, 1).stretch(width / (right - left), height / (bottom - top))


def _of_joints(joints: dict[str, Point], width: float, height: float) -> Face:
    crown, middle = ((joints[name][0] * width, joints[name][1] * height) for name in ("head", "face"))
    up = crown[0] - middle[0], crown[1] - middle[1]
    radius = math.hypot(*up) or 1.0

    def along(share: float) -> Point:
        return middle[0] + up[0] * share, middle[1] + up[1] * share

    brow = along(0.72)
    if "brim" in joints:
        brim, neck, collar = ((joints[one][0] * width, joints[one][1] * height) for one in ("brim", "neck", "collar"))
        return Face(
            crown=brow,
            width=2 * math.dist(brim, brow),
            eyes=along(-0.06),
            span=1.5 * radius,
            neck=neck,
            collar=2 * math.dist(neck, collar),
            tilt=math.degrees(math.atan2(up[0], -up[1])),
        )
    return Face(
        crown=brow,
        width=1.9 * radius,
        eyes=along(-0.06),
        span=1.5 * radius,
        neck=along(-1.08),
        collar=1.15 * radius,
        tilt=math.degrees(math.atan2(up[0], -up[1])),
    )


@lru_cache(maxsize=512)
def _joints(drawing: str, pose: str) -> dict[str, Point]:
    """Measured on one figure of that kind: hair and clothes differ, joints hardly."""
    entity = Entity(id="e1", noun=drawing.partition(":")[2], drawing=drawing)
    return figure_joints(Subject(entity, Scene(prompt="", entities=(entity,)), 0, pose))


@lru_cache(maxsize=512)
def _measure(family: str, name: str, pose: str | None) -> tuple[Face, Box]:
    """The head, and the box that the drawing fills."""
    function = draw_function(name) if family == "own" else None
    if function:
        return _of_object(name, function)
    form = _form(name, pose)
    tilt = tilt_of(name, pose)
    if tilt is None or name in TWO_LEGGED:
        return form.face, measure(form.draw, form.frame)
    return _turn(form, tilt)


def _of_object(name: str, function: DrawFunction) -> tuple[Face, Box]:
    thing = thing_of(f"own:{name}")
    width, height = thing.size
    entity = Entity(id="e1", noun=name, drawing=f"own:{name}")
    subject = Subject(entity, Scene(prompt="", entities=(entity,)), 0, None)
    spare = OUTSIDE * max(width, height)
    frame = (-spare, -spare, width + spare, height + spare)
    box = measure(lambda pen: function(pen, subject), frame)
    return (thing.head, (0, 0, width, height)) if thing.head else (_top_of(box, (box[0] + box[2]) / 2), box)


def _form(name: str, pose: str | None) -> Form:
    """As the sprite is drawn: whole, seated, asleep or on two legs."""
    whole = thing_of(f"noto:{name}").whole
    if whole and bodies.is_on_legs(name, pose):
        name = whole
    if name == "unicorn":
        svg = unicorn(None)
        return Form(_horse().place(14, 16, 0.87), lambda pen: draw_icon(pen, svg), FRAME)
    svg = icon_svg(name if has_icon(name) else _UNKNOWN)
    thing = thing_of(f"noto:{name}")
    face = thing.head or _read_off(svg, is_faceless=kinds.is_food(f"noto:{name}") or kinds.is_plant(f"noto:{name}"))
    if thing.coat:
        return _with_body(name, thing.coat, svg, face, pose)
    if name in TWO_LEGGED:
        placed = face.place(*head_place_on_two_legs(name, svg))
        return Form(placed, lambda pen: draw_standing(pen, name, svg, (128, 128, 128)), TWO_LEGGED_FRAME)
    return Form(face, lambda pen: draw_icon(pen, svg), FRAME)


def _horse() -> Face:
    head = thing_of("noto:horse").head
    assert head is not None
    return head


def _with_body(name: str, coat: Coat, svg: str, face: Face, pose: str | None) -> Form:
    fur = coat.fur or average(svg)
    placed = face.place(*bodies.head_place(svg, coat.head))
    if pose in bodies.ASLEEP:
        placed = placed.place(*bodies.CURLED_HEAD, 1)
        return Form(placed, lambda pen: bodies.draw_curled(pen, svg, coat, fur, []), bodies.FRAME)
    if pose is not None and is_moving(name, coat, pose):
        placed = placed.place(*GAITS[pose].head, 1) if pose in GAITS else replace(placed, crown=RAISED_CROWN, tilt=-52)
        return Form(placed, lambda pen: draw_moving(pen, svg, coat, fur, pose), MOVING_FRAME)
    if coat.standing:
        placed = placed.place(*bodies.FOURS_HEAD, 1)
        return Form(placed, lambda pen: bodies.draw_on_fours(pen, svg, coat, fur), bodies.FRAME)
    placed = replace(placed, neck=(placed.neck[0], bodies.NECK), collar=max(placed.collar, bodies.COLLAR))
    return Form(placed, lambda pen: bodies.draw_seated(pen, svg, coat, fur), bodies.FRAME)


def _turn(form: Form, tilt: float) -> tuple[Face, Box]:
    """`tilt` is counter-clockwise, as postures are."""
    outline: Pixels = paint_raster(form.draw, form.frame, 1)[..., 3]
    rows, columns = np.nonzero(outline > 12)
    angle = math.radians(tilt)
    x, y = columns + form.frame[0], rows + form.frame[1]
    across = x * math.cos(angle) + y * math.sin(angle)
    down = -x * math.sin(angle) + y * math.cos(angle)
    box = float(across.min()), float(down.min()), float(across.max()) + 1, float(down.max()) + 1
    return form.face.turn(angle), box


def _read_off(svg: str, *, is_faceless: bool = False) -> Face:
    """Of an icon that is not in the table: around its eyes if it has any, else its top."""
    box = icon_bounds(svg)
    left, top, right, bottom = box
    eyes = eyes_of(svg)
    if not eyes or is_faceless:
        return _of_body(svg) if is_faceless else _top_of(box, _middle_of_top(svg))
    x, y = (sum(eye[axis] for eye in eyes) / len(eyes) for axis in (0, 1))
    between = abs(eyes[0][0] - eyes[-1][0]) if len(eyes) > 1 else 0.2 * (right - left)
    reach = max(between * 1.15, 0.3 * (right - left))
    return Face(
        crown=(x, max(top + 0.08 * (bottom - top), y - 0.95 * reach)),
        width=1.25 * reach,
        eyes=(x, y),
        span=1.75 * between,
        neck=(x, min(bottom, y + 1.35 * reach)),
        collar=1.1 * reach,
        tilt=0,
    )


def _top_of(box: Box, middle: float) -> Face:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    return Face(
        crown=(middle, top + 0.05 * height),
        width=0.5 * width,
        eyes=(middle, top + 0.3 * height),
        span=0.42 * width,
        neck=(middle, top + 0.5 * height),
        collar=0.4 * width,
        tilt=0,
    )


def _of_body(svg: str) -> Face:
    """Of fruit and plants: the upper part of what is broad, without stalks and leaves above it."""
    alpha = icon_sample(svg)[..., 3] > 60
    scale = FRAME[2] / alpha.shape[1]
    wide = alpha.sum(axis=1)
    broad = np.flatnonzero(wide >= _BROAD * wide.max())
    first, last = int(broad[0]), int(broad[-1])

    def row(share: float) -> tuple[float, float, float]:
        """The middle, the height and the width of the body at a share of its height."""
        at = round(first + share * (last - first))
        columns = np.flatnonzero(alpha[at])
        return (
            float(columns.mean()) * scale + FRAME[0],
            at * scale + FRAME[1],
            float(columns[-1] - columns[0] + 1) * scale,
        )

    crown, eyes, neck = row(0.05), row(0.34), row(0.75)
    return Face(
        crown=crown[:2],
        width=max(0.9 * crown[2], 0.4 * float(wide.max()) * scale),
        eyes=eyes[:2],
        span=0.74 * eyes[2],
        neck=neck[:2],
        collar=0.8 * neck[2],
        tilt=0,
    )


def _middle_of_top(svg: str) -> float:
    alpha = icon_sample(svg)[..., 3] > 60
    rows = np.flatnonzero(alpha.any(axis=1))
    upper = alpha[rows[0] : rows[0] + max(3, (rows[-1] - rows[0]) // 8)]
    return float(np.flatnonzero(upper.any(axis=0)).mean())

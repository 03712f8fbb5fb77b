"""Frames a backdrop: draws it larger than the canvas and shows a part of it."""

from dataclasses import dataclass, replace

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.drawing import draw_backdrop
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.scene import Scene

CLOSEST = 1.28
"""The largest magnification that a seed chooses."""
_PAN = (0.2, 0.8)
"""What stands at the side of a backdrop, such as a headland, stays in the picture."""
_LOWEST, _HIGHEST = 0.93, 0.8
"""Where the feet may be, as fractions of the height."""
_FEET = 0.87
"""Where most backdrops have their ground."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the backdrop that is shown."""

    zoom: float = 1.0
    pan: float = 0.5
    """0 is its left end, 1 its right one."""
    feet: float | None = None
    """Where on the canvas the ground is to be, as a fraction of the height; None for about where it was."""


_RAISED = Frame(zoom=1.5, feet=0.8)
"""A high camera sees much ground below a high horizon."""
_LOWERED = Frame(zoom=1.16, feet=0.97)


def choose_frame(scene: Scene, backdrop: str) -> Frame:
    """The whole, unless the view or the seed asks for a part. A landmark has to stay in the picture."""
    is_outdoors = not BACKDROPS[backdrop].indoor
    if scene.view in ("top", "low") and is_outdoors and backdrop != "studio":
        return _RAISED if scene.view == "top" else _LOWERED
    if not scene.is_composed_by_seed or scene.view != "normal" or any(one in LANDMARKS for one in scene.accents):
        return Frame()
    rng = scene.random("scene", "frame")
    return Frame(rng.uniform(1.0, CLOSEST), rng.uniform(*_PAN))


def draw_framed(context: BackdropContext, name: str) -> Ground:
    """The backdrop as the scene frames it; the ground is that of the canvas."""
    frame = choose_frame(context.scene, name)
    if frame.zoom <= 1.0:
        return draw_backdrop(context, name)
    width, height = round(context.width * frame.zoom), round(context.height * frame.zoom)
    left = frame.pan * (width - context.width)
    # The ground's y is known only after the drawing.
    top = _FEET * height - (frame.feet or _LOWEST) * context.height
    top = min(height - context.height, max(0.0, top))
    canvas = context.canvas
    canvas.save()
    canvas.translate(-left, -top)
    unit = min(width, height) / 1024
    ground = draw_backdrop(replace(context, width=width, height=height, unit=unit), name)
    canvas.restore()
    return _move(ground, left, top, context, frame)


def _move(ground: Ground, left: float, top: float, context: BackdropContext, frame: Frame) -> Ground:
    y = ground.y - top
    wall = ground.free_wall
    lowest = max(_LOWEST, frame.feet or 0.0)
    spot = None if ground.spot_x is None else ground.spot_x - left
    return replace(
        ground,
        y=min(y, lowest * context.height) if y > _HIGHEST * context.height else y,
        horizon=ground.horizon - top,
        spot_x=None if spot is None else min(0.88 * context.width, max(0.12 * context.width, spot)),
        free_wall=None if wall is None else (max(0.0, wall[0] - left), min(float(context.width), wall[1] - left)),
        reflect_from=None if ground.reflect_from is None else ground.reflect_from - top,
        bank=None if ground.bank is None else ground.bank - top,
        afloat=None if ground.afloat is None else ground.afloat - top,
    )

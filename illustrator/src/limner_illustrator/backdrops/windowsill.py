"""A windowsill seen from near: what stands on it is before the view."""

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.room import Room, window
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, radial, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

_WALLS: tuple[RGB, ...] = ((236, 220, 196), (204, 218, 214), (232, 206, 196), (216, 214, 228))
_SILL = 0.74
"""Where the wall meets the sill, as a fraction of the height."""


@backdrop(
    "windowsill",
    phrases="windowsill, window sill, window ledge, window-sill, window seat, windowsills",
    location="on a windowsill",
    is_walkable=False,
    indoor=True,
    block=((232, 228, 220), (176, 168, 158)),
)
def windowsill(context: BackdropContext) -> Ground:
    rng, width, height, unit, canvas = context.rng, context.width, context.height, context.unit, context.canvas
    edge = height * _SILL
    room = Room(context, edge)
    wall = room.tone(rng.choice(_WALLS))
    canvas.drawRect(rect(0, 0, width, edge), fill(wall))
    margin = min(width * 0.11, 170 * unit)
    top = 60 * unit
    window(room, margin, top, width - 2 * margin, edge - top - 22 * unit)
    board = room.tone((250, 248, 242))
    tones = [mix(board, WHITE, 0.3), board, scale_rgb(board, 0.86)]
    front = height * 0.95
    canvas.drawRect(rect(0, edge, width, front - edge), shader_paint(linear((0, edge), (0, front), tones)))
    canvas.drawRect(rect(0, front, width, height - front), fill(scale_rgb(board, 0.66)))
    canvas.drawRect(rect(0, front - 3 * unit, width, 6 * unit), fill(WHITE, 130))
    canvas.drawRect(
        rect(0, edge, width, 30 * unit),
        shader_paint(linear((0, edge), (0, edge + 30 * unit), [(*BLACK, 46), (*BLACK, 0)])),
    )
    if not room.is_lamplit:
        shine = [(*context.light.key, 70), (*context.light.key, 0)]
        canvas.drawRect(rect(0, edge, width, front - edge), shader_paint(radial((width / 2, edge), width * 0.5, shine)))
    return Ground(y=height * 0.88, horizon=edge, table=True)

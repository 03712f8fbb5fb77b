"""The ground of an isometric picture: a block cut out of the world, seen from above its corner, before a plain wall."""

from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import linear, polygon, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

WALLS: tuple[RGB, ...] = ((246, 226, 206), (214, 230, 244), (228, 220, 244), (216, 238, 226), (250, 232, 222))


def diorama(context: BackdropContext, backdrop: str) -> Ground:
    width, height, light = context.width, context.height, context.light
    wall = mix(context.rng.choice(WALLS), light.shadow, 0.75 * light.dark)
    context.canvas.drawPaint(shader_paint(linear((0, 0), (0, height), [mix(wall, (255, 255, 255), 0.4), wall])))
    top, earth = (_light(rgb, light.ambient) for rgb in BACKDROPS[backdrop].block)
    reach = min(0.46 * width, 0.9 * height)
    rise = min(reach * 0.5, 0.26 * height)
    thick = 0.34 * rise
    x, y = width / 2, 0.9 * height - rise - thick
    left, right, front, back = (x - reach, y), (x + reach, y), (x, y + rise), (x, y - rise)
    _shadow(context, x, y + rise * 0.5 + thick, reach)
    for side, shade in ((left, 0.12), (right, 0.42)):
        face = [side, front, (front[0], front[1] + thick), (side[0], side[1] + thick)]
        edge = [side, front, (front[0], front[1] + 0.24 * thick), (side[0], side[1] + 0.24 * thick)]
        context.canvas.drawPath(polygon(face), shader_paint(linear((0, y), (0, y + rise + thick), _ramp(earth, shade))))
        context.canvas.drawPath(polygon(edge), shader_paint(linear((0, y), (0, y + rise), _ramp(top, shade))))
    surface = [mix(top, light.key, 0.25), top]
    context.canvas.drawPath(polygon([left, front, right, back]), shader_paint(linear(back, front, surface)))
    _tiles(context, (x, y, reach, rise), top)
    return Ground(y=y + 0.32 * rise, horizon=y - 0.62 * rise, max_height=y + 0.32 * rise - 0.05 * height)


def _ramp(rgb: RGB, shade: float) -> list[RGB]:
    return [mix(rgb, (24, 12, 50), shade), mix(rgb, (24, 12, 50), shade + 0.14)]


def _light(rgb: RGB, ambient: RGB) -> RGB:
    return (rgb[0] * ambient[0], rgb[1] * ambient[1], rgb[2] * ambient[2])


def _shadow(context: BackdropContext, x: float, y: float, reach: float) -> None:
    shape = [(x - reach, y), (x, y + reach * 0.56), (x + reach * 1.08, y + reach * 0.06), (x, y - reach * 0.4)]
    clear, dark = (*context.light.shadow, 0), (*context.light.shadow, 90)
    context.canvas.drawPath(polygon(shape), shader_paint(linear((0, y), (0, y + reach * 0.6), [dark, clear])))


def _tiles(context: BackdropContext, block: tuple[float, float, float, float], top: RGB) -> None:
    """A faint chequer along the two axes of the block."""
    x, y, reach, rise = block
    count = 6
    for row in range(count):
        for column in range(count):
            if (row + column) % 2:
                continue
            corners = [(row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1)]
            shape = [(x + (a - b) / count * reach, y - rise + (a + b) / count * rise) for a, b in corners]
            alpha = 26 + context.rng.randint(0, 22)
            tint = (*mix(top, (255, 255, 255), 0.6), alpha)
            context.canvas.drawPath(polygon(shape), shader_paint(linear((0, y - rise), (0, y + rise), [tint, tint])))

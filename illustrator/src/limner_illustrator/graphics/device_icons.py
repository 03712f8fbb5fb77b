"""Small line drawings of devices and parts: servers, databases, phones, ..."""

import math
from collections.abc import Callable

import skia

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.graphics.graphic import GraphicContext
from limner_illustrator.graphics.shapes import draw_path, ellipse, line, rectangle

IconFunction = Callable[[GraphicContext, float, float, float, RGB], None]
"""(context, centre x, centre y, size in px, colour)"""


def draw_device(context: GraphicContext, role: str, x: float, y: float, size: float, tone: RGB) -> None:
    """What a role looks like; a box of services for a role without a drawing."""
    _ICONS.get(role, _service)(context, x, y, size, tone)


def _box(
    context: GraphicContext, x: float, y: float, width: float, height: float, tone: RGB, radius: float = 6
) -> None:
    rectangle(context, (x - width / 2, y - height / 2, width, height), radius=radius, outline=tone, width=4)


def _server(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    for row in (-1, 0, 1):
        middle = y + row * 0.29 * size
        _box(context, x, middle, 0.8 * size, 0.24 * size, tone, 4)
        ellipse(context, x - 0.27 * size, middle, 0.04 * size, color=tone, is_rough=False)
        line(context, [(x - 0.05 * size, middle), (x + 0.28 * size, middle)], tone, 3)


def _database(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    half, lid = 0.34 * size, 0.12 * size
    ellipse(context, x, y - 0.32 * size, half, lid, outline=tone, width=4)
    for level in (-0.1, 0.12, 0.34):
        path = skia.Path()
        path.moveTo(x - half, y + level * size)
        path.quadTo(x, y + level * size + 2 * lid, x + half, y + level * size)
        draw_path(context, path, outline=tone, width=4)
    for side in (-half, half):
        line(context, [(x + side, y - 0.32 * size), (x + side, y + 0.34 * size)], tone, 4)


def _computer(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y - 0.12 * size, 0.86 * size, 0.56 * size, tone)
    line(context, [(x, y + 0.16 * size), (x, y + 0.36 * size)], tone, 4)
    line(context, [(x - 0.24 * size, y + 0.38 * size), (x + 0.24 * size, y + 0.38 * size)], tone, 4)


def _browser(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y, 0.9 * size, 0.7 * size, tone)
    line(context, [(x - 0.45 * size, y - 0.17 * size), (x + 0.45 * size, y - 0.17 * size)], tone, 4)
    for at in (-0.34, -0.22, -0.1):
        ellipse(context, x + at * size, y - 0.26 * size, 0.03 * size, color=tone, is_rough=False)


def _mobile(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y, 0.46 * size, 0.86 * size, tone, 10)
    line(context, [(x - 0.08 * size, y + 0.34 * size), (x + 0.08 * size, y + 0.34 * size)], tone, 4)


def _cloud(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    path = skia.Path()
    for cx, cy, radius in ((-0.26, 0.08, 0.18), (0.0, -0.1, 0.26), (0.27, 0.06, 0.2)):
        path.addCircle(x + cx * size, y + cy * size, radius * size)
    path.addRect(skia.Rect(x - 0.26 * size, y + 0.02 * size, x + 0.28 * size, y + 0.26 * size))
    whole = skia.Simplify(path)
    draw_path(context, path if whole is None else whole, outline=tone, width=4)


def _router(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y + 0.2 * size, 0.86 * size, 0.3 * size, tone)
    for side in (-0.28, 0.28):
        line(context, [(x + side * size, y + 0.05 * size), (x + side * size, y - 0.36 * size)], tone, 4)
    ellipse(context, x - 0.22 * size, y + 0.2 * size, 0.04 * size, color=tone, is_rough=False)


def _switch(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y, 0.94 * size, 0.4 * size, tone)
    for at in range(4):
        _box(context, x + (at - 1.5) * 0.2 * size, y, 0.12 * size, 0.14 * size, tone, 2)


def _firewall(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y, 0.84 * size, 0.72 * size, tone, 3)
    for row in (-0.12, 0.12):
        line(context, [(x - 0.42 * size, y + row * size), (x + 0.42 * size, y + row * size)], tone, 4)
    for column, row in ((0, -0.36), (-0.2, -0.12), (0.2, -0.12), (0, 0.12)):
        line(context, [(x + column * size, y + row * size), (x + column * size, y + (row + 0.24) * size)], tone, 4)


def _printer(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    _box(context, x, y + 0.04 * size, 0.84 * size, 0.4 * size, tone)
    _box(context, x, y - 0.28 * size, 0.5 * size, 0.24 * size, tone, 2)
    _box(context, x, y + 0.3 * size, 0.5 * size, 0.24 * size, tone, 2)


def _user(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    ellipse(context, x, y - 0.2 * size, 0.18 * size, outline=tone, width=4)
    path = skia.Path()
    path.moveTo(x - 0.34 * size, y + 0.4 * size)
    path.cubicTo(x - 0.34 * size, y - 0.02 * size, x + 0.34 * size, y - 0.02 * size, x + 0.34 * size, y + 0.4 * size)
    path.close()
    draw_path(context, path, outline=tone, width=4)


def _queue(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    for at in (-1, 0, 1):
        _box(context, x + at * 0.3 * size, y, 0.24 * size, 0.44 * size, tone, 3)


def _storage(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    path = skia.Path()
    path.moveTo(x - 0.4 * size, y - 0.28 * size)
    path.lineTo(x + 0.4 * size, y - 0.28 * size)
    path.lineTo(x + 0.28 * size, y + 0.4 * size)
    path.lineTo(x - 0.28 * size, y + 0.4 * size)
    path.close()
    draw_path(context, path, outline=tone, width=4)
    ellipse(context, x, y - 0.28 * size, 0.4 * size, 0.1 * size, outline=tone, width=4)


def _balancer(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    ellipse(context, x, y - 0.26 * size, 0.14 * size, outline=tone, width=4)
    for at in (-0.32, 0.0, 0.32):
        line(context, [(x, y - 0.12 * size), (x + at * size, y + 0.2 * size)], tone, 4)
        ellipse(context, x + at * size, y + 0.29 * size, 0.09 * size, outline=tone, width=4)


def _worker(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    ellipse(context, x, y, 0.26 * size, outline=tone, width=4)
    ellipse(context, x, y, 0.1 * size, outline=tone, width=4)
    for at in range(8):
        turn = math.pi * at / 4
        inner, outer = 0.27 * size, 0.38 * size
        ends = [(x + r * math.cos(turn), y + r * math.sin(turn)) for r in (inner, outer)]
        line(context, ends, tone, 6)


def _service(context: GraphicContext, x: float, y: float, size: float, tone: RGB) -> None:
    for column in (-0.2, 0.2):
        for row in (-0.2, 0.2):
            _box(context, x + column * size, y + row * size, 0.3 * size, 0.3 * size, tone, 5)


_ICONS: dict[str, IconFunction] = {
    "server": _server, "database": _database, "computer": _computer, "browser": _browser, "mobile": _mobile,
    "cloud": _cloud,
    "router": _router, "access-point": _router, "modem": _router, "switch": _switch, "firewall": _firewall,
    "printer": _printer, "user": _user, "queue": _queue, "storage": _storage, "balancer": _balancer, "worker": _worker,
    "camera": _mobile, "cdn": _cloud, "cache": _database,
}  # fmt: skip

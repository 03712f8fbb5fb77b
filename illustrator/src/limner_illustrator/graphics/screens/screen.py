"""The device around a screen, and the widgets that screens consist of. Lengths are design pixels of the device."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import skia

from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.graphic import GraphicContext, graphic
from limner_illustrator.graphics.shapes import Box, draw_path, ellipse, line, rectangle
from limner_illustrator.graphics.text import Align, measure, write, write_block
from limner_illustrator.graphics.theme import Theme, make_theme
from limner_illustrator.scene import GraphicItem

PHONE = 390.0
TABLET = 760.0
WATCH = 200.0
BROWSER = 800.0
"""Widths of the devices in design pixels."""
BOLD_FROM = 15.8
"""Letters of this size and larger ones are bold, in design pixels."""
_WIRE: tuple[RGB, ...] = ((96, 104, 116), (140, 147, 158), (120, 127, 138), (168, 174, 184))


@dataclass(slots=True)
class Screen:
    """The inside of a device. `y` moves down as widgets are added."""

    context: GraphicContext
    left: float
    top: float
    width: float
    height: float
    scale: float
    """Px per design pixel."""
    frame: str
    y: float = 0.0

    @property
    def theme(self) -> Theme:
        return self.context.theme

    @property
    def is_wireframe(self) -> bool:
        return self.context.graphic.has("wireframe")

    @property
    def is_phone(self) -> bool:
        return self.frame == "phone"

    @property
    def across(self) -> float:
        """The width in design pixels."""
        return self.width / self.scale

    @property
    def down(self) -> float:
        return self.height / self.scale

    def items(self, *roles: str) -> list[GraphicItem]:
        return [item for item in self.context.graphic.items if item.role in roles]

    def has(self, *roles: str) -> bool:
        return bool(self.items(*roles))

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Design pixels to px."""
        return (
            self.left + x * self.scale, self.top + y * self.scale, width * self.scale, height * self.scale
        )  # fmt: skip

    def radius(self, value: float) -> float:
        """A corner radius for `rectangle`, which takes units."""
        return value * self.scale / self.context.unit

    def rect(
        self, x: float, y: float, width: float, height: float, color: RGB | None = None, *, radius: float = 0,
        outline: RGB | None = None,
    ) -> None:  # fmt: skip
        edge = 1.4 * self.scale / self.context.unit
        rectangle(
            self.context,
            self.box(x, y, width, height),
            radius=self.radius(radius),
            color=color,
            outline=outline,
            width=edge,
        )

    def disc(self, x: float, y: float, radius: float, color: RGB | None = None, outline: RGB | None = None) -> None:
        ellipse(
            self.context, self.left + x * self.scale, self.top + y * self.scale, radius * self.scale, color=color,
            outline=outline, width=1.6 * self.scale / self.context.unit,
        )  # fmt: skip

    def line(self, points: list[tuple[float, float]], color: RGB, width: float = 1.4) -> None:
        placed = [(self.left + x * self.scale, self.top + y * self.scale) for x, y in points]
        line(self.context, placed, color, width * self.scale / self.context.unit)

    def text(
        self, text: str, x: float, y: float, size: float = 15, color: RGB | None = None, *, align: Align = "left",
        max_width: float | None = None,
    ) -> None:  # fmt: skip
        room = None if max_width is None else max_width * self.scale
        ink = self.theme.ink if color is None else color
        place = self.left + x * self.scale, self.top + y * self.scale
        write(self.context, text, *place, size * self.scale, ink, align=align, max_width=room)

    def block(
        self, text: str, x: float, y: float, width: float, height: float, size: float = 15, color: RGB | None = None, *,
        align: Align = "left", max_lines: int = 3,
    ) -> float:  # fmt: skip
        """Wrapped text from the top of its box. Returns its height."""
        ink = self.theme.ink if color is None else color
        made = write_block(
            self.context, text, self.box(x, y, width, height), size * self.scale, ink, align=align, max_lines=max_lines,
            is_centered=False,
        )  # fmt: skip
        return made.height / self.scale

    def measure(self, text: str, size: float) -> float:
        return measure(self.context, text, size * self.scale) / self.scale

    def on(self, color: RGB) -> RGB:
        return self.theme.ink if self.theme.is_outlined else self.theme.on(color)


ScreenFunction = Callable[[Screen], None]
Function = TypeVar("Function", bound=ScreenFunction)


def screen(name: str) -> Callable[[Function], Function]:
    """Declares the decorated function as what draws the inside of a screen."""

    def declare(function: Function) -> Function:
        def draw(context: GraphicContext) -> None:
            opened, path = open_frame(context)
            opened.context.canvas.save()
            opened.context.canvas.clipPath(path, True)
            function(opened)
            opened.context.canvas.restore()

        draw.__module__ = function.__module__
        graphic(name)(draw)
        return function

    return declare


def open_frame(context: GraphicContext) -> tuple[Screen, skia.Path]:
    """Draws the device. Returns its inside, and the outline that clips it."""
    options = context.graphic.options
    frame = next((one for one in ("watch", "phone", "tablet", "browser", "window") if one in options), "browser")
    drawing = context.graphic
    desk_color = COLORS.get(drawing.background or "")
    if desk_color is not None:  # it is the colour around the device, not that of the application
        context = replace(context, theme=make_theme(replace(drawing, background=None)))
    if context.graphic.has("wireframe") and not context.theme.has_own_colors and not context.theme.is_outlined:
        context = replace(context, theme=replace(context.theme, series=_WIRE))
    theme = context.theme
    desk = desk_color or mix(theme.paper, theme.ink, 0.06 if not theme.is_dark else 0.1)
    if not context.scene.transparent:
        rectangle(context, (0, 0, context.width, context.height), color=desk, is_rough=False)
    if frame == "watch":
        return _open_watch(context)
    return _open_browser(context, frame) if frame in ("browser", "window") else _open_device(context, frame)


def _with_weights(context: GraphicContext, scale: float) -> GraphicContext:
    """Headings of a screen are smaller than those of a chart."""
    return replace(context, theme=replace(context.theme, bold_from=BOLD_FROM * scale / context.unit))


def _open_device(context: GraphicContext, frame: str) -> tuple[Screen, skia.Path]:
    theme = context.theme
    aspect = 0.5 if frame == "phone" else (0.76 if context.height > 0.9 * context.width else 1.36)
    height = min(0.94 * context.height, 0.94 * context.width / aspect)
    width = height * aspect
    left, top = (context.width - width) / 2, (context.height - height) / 2
    scale = width / ((PHONE if frame == "phone" else TABLET * max(1.0, aspect)) * 1.06)
    edge = (12 if frame == "phone" else 20) * scale
    corner = 46 if frame == "phone" else 30
    body = mix(theme.ink, (20, 22, 28), 0.6) if not theme.is_dark else (58, 64, 78)
    radius = corner * scale / context.unit
    rectangle(context, (left, top, width, height), radius=radius, color=body)
    inside = (left + edge, top + edge, width - 2 * edge, height - 2 * edge)
    inner = (corner - 12) * scale
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(*inside), inner, inner)
    draw_path(context, path, color=theme.paper, is_rough=False)
    opened = Screen(_with_weights(context, scale), *inside, scale, frame)
    if frame == "phone":
        opened.rect(opened.across / 2 - 52, 9, 104, 24, body, radius=12)
    opened.text("9:41", 26 if frame == "phone" else 20, 22, 13)
    battery = opened.across - 46
    opened.rect(battery, 16, 24, 12, radius=3, outline=theme.ink)
    opened.rect(battery + 3, 19, 14, 6, theme.ink, radius=1)
    opened.y = 48
    return opened, path


def _open_watch(context: GraphicContext) -> tuple[Screen, skia.Path]:
    """A case between the ends of its strap, with a crown; displays of watches are black."""
    drawing = replace(context.graphic, background=None, looks=(*context.graphic.looks, "dark"))
    context = replace(context, theme=replace(make_theme(drawing), paper=(8, 9, 12)))
    width = min(0.5 * context.width, 0.42 * context.height)
    height = 1.2 * width
    left, top = (context.width - width) / 2, (context.height - height) / 2
    scale, unit = width / (WATCH * 1.16), context.unit
    strap, case = (70, 76, 90), (150, 156, 168)
    for y in (top - 0.62 * height, top + 0.9 * height):
        box = (left + 0.14 * width, y, 0.72 * width, 0.72 * height)
        rectangle(context, box, radius=0.1 * width / unit, color=strap)
    crown = (left + 0.98 * width, top + 0.26 * height, 0.07 * width, 0.2 * height)
    rectangle(context, crown, radius=0.03 * width / unit, color=mix(case, (0, 0, 0), 0.25))
    rectangle(context, (left, top, width, height), radius=0.27 * width / unit, color=case)
    rim = 0.03 * width
    rectangle(
        context, (left + rim, top + rim, width - 2 * rim, height - 2 * rim), radius=0.25 * width / unit,
        color=context.theme.paper,
    )  # fmt: skip
    edge = 0.07 * width
    inside = (left + edge, top + edge, width - 2 * edge, height - 2 * edge)
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(*inside), 0.2 * width, 0.2 * width)
    return Screen(_with_weights(context, scale), *inside, scale, "watch"), path


def _open_browser(context: GraphicContext, frame: str) -> tuple[Screen, skia.Path]:
    """A page below its address, or the window of an application below its title."""
    theme = context.theme
    margin = 0.03 * min(context.width, context.height)
    left, top = margin, margin
    width, height = context.width - 2 * margin, context.height - 2 * margin
    design = BROWSER * min(1.5, max(1.0, width / height) ** 0.7)
    scale = width / design
    path = skia.Path()
    corner = 12 * scale
    path.addRoundRect(skia.Rect.MakeXYWH(left, top, width, height), corner, corner)
    draw_path(context, path, color=theme.paper, outline=theme.grid, width=2, is_rough=False)
    bar = 46.0
    context = _with_weights(context, scale)
    outer = Screen(context, left, top, width, height, scale, "browser")
    chrome = mix(theme.paper, theme.ink, 0.1)
    context.canvas.save()
    context.canvas.clipPath(path, True)
    outer.rect(0, 0, outer.across, bar, chrome)
    context.canvas.restore()
    for at, tone in enumerate(((237, 106, 94), (245, 191, 79), (98, 197, 84))):
        outer.disc(24 + 22 * at, bar / 2, 7, tone if not outer.is_wireframe else mix(chrome, theme.ink, 0.3))
    if frame == "browser":
        outer.rect(100, 10, outer.across - 140, bar - 20, theme.paper, radius=13)
        outer.text(_address(context), 120, bar / 2, 13, theme.muted, max_width=outer.across - 180)
    inside = Screen(context, left, top + bar * scale, width, height - bar * scale, scale, "browser")
    inside.y = 0
    return inside, path


def _address(context: GraphicContext) -> str:
    name = "".join(
        letter for letter in (context.graphic.title or "example").lower() if letter.isascii() and letter.isalnum()
    )
    return f"https://{name[:20] or 'example'}.com"

"""The colours and the lettering of a graphic, as its looks and colours ask."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.catalog.art import FontKind
from limner_illustrator.scene import Graphic

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (17, 20, 28)
_SERIES: tuple[RGB, ...] = (
    (37, 99, 235), (245, 137, 30), (16, 164, 120), (225, 60, 84), (132, 86, 226), (20, 165, 196), (234, 179, 8),
    (219, 84, 160), (110, 124, 144), (120, 160, 50),
)  # fmt: skip
_PASTEL: tuple[RGB, ...] = (
    (150, 190, 240), (250, 196, 150), (160, 220, 190), (246, 170, 180), (200, 180, 240), (150, 216, 226),
    (248, 226, 150), (240, 180, 216), (190, 200, 212), (200, 222, 150),
)  # fmt: skip
_NEON: tuple[RGB, ...] = (
    (0, 229, 255), (255, 64, 180), (140, 255, 80), (255, 196, 0), (170, 110, 255), (255, 110, 64), (64, 255, 200),
)  # fmt: skip
_GRAYS: tuple[RGB, ...] = (
    (40, 44, 52),
    (110, 116, 126),
    (168, 174, 182),
    (76, 82, 92),
    (138, 144, 154),
    (200, 204, 210),
)
_CHALK: tuple[RGB, ...] = (
    (255, 240, 160), (255, 170, 170), (160, 220, 255), (180, 240, 180), (250, 200, 140), (220, 190, 255),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    paper: RGB
    panel: RGB
    """Of boxes and cards on the paper."""
    ink: RGB
    muted: RGB
    """Of secondary text."""
    grid: RGB
    series: tuple[RGB, ...]
    """Colours of the parts, in order."""
    font: FontKind = "sans"
    body_font: FontKind = "text"
    """Of text smaller than `bold_from`."""
    bold_from: float = 31.0
    """The size of letters in units from which on `font` is used."""
    is_dark: bool = False
    is_hand_drawn: bool = False
    is_outlined: bool = False
    """Shapes are outlined and not filled, as on a blueprint."""
    has_own_colors: bool = field(default=False)
    """The prompt names the colours of the parts."""

    @property
    def accent(self) -> RGB:
        return self.series[0]

    def color(self, index: int) -> RGB:
        """The colour of a part. Beyond the last one, lighter and darker tones follow."""
        turn, at = divmod(index, len(self.series))
        tone = self.series[at]
        if not turn:
            return tone
        return mix(tone, WHITE if turn % 2 else BLACK, min(0.6, 0.34 * ((turn + 1) // 2)))

    def tint(self, color: RGB, share: float = 0.14) -> RGB:
        """The colour thinned towards the paper: for large fills under text."""
        return mix(self.paper, color, share)

    def as_ink(self, color: RGB) -> RGB:
        """The colour for letters on the paper: moved towards the ink if it would be too pale."""
        contrast = abs(luminance(color) - luminance(self.paper))
        return color if contrast > 0.45 else mix(color, self.ink, min(0.8, 0.45 - contrast + 0.35))

    def on(self, color: RGB) -> RGB:
        """The ink that is readable on a fill."""
        return BLACK if luminance(color) > 0.36 else WHITE


def luminance(color: RGB) -> float:
    """Relative luminance, 0..1."""
    red, green, blue = (math.pow(channel / 255, 2.2) for channel in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def make_theme(graphic: Graphic) -> Theme:
    looks = set(graphic.looks)
    named = [COLORS[name] for name in graphic.colors if name in COLORS]
    paper = _choose_paper(graphic, looks)
    is_dark = luminance(paper) < 0.2
    ink: RGB = (236, 240, 248) if is_dark else (30, 36, 48)
    series: Sequence[RGB] = _SERIES
    for look, palette in (("pastel", _PASTEL), ("neon", _NEON), ("monochrome", _GRAYS), ("chalkboard", _CHALK)):
        if look in looks:
            series = palette
    if "blueprint" in looks:
        series = ((232, 242, 255),)
    if "monochrome" in looks and is_dark:
        series = tuple(mix(WHITE, one, 0.45) for one in _GRAYS)
    if named:
        series = tuple(_visible_on(paper, color) for color in named)
        if len(named) == 1 and graphic.kind not in _ONE_COLORED:
            tone = series[0]
            series = (tone, *(mix(tone, other, share) for other, share in _SHADES))
    elif is_dark and series is _SERIES:
        series = tuple(mix(one, WHITE, 0.16) for one in _SERIES)
    is_hand_drawn = bool(looks & {"hand-drawn", "chalkboard"})
    return Theme(
        paper=paper,
        panel=mix(paper, WHITE, 0.07) if is_dark else mix(paper, ink, 0.035),
        ink=ink,
        muted=mix(ink, paper, 0.36),
        grid=mix(paper, ink, 0.16 if is_dark else 0.11),
        series=tuple(series),
        font="hand" if is_hand_drawn else "sans",
        body_font="hand" if is_hand_drawn else "text",
        is_dark=is_dark,
        is_hand_drawn=is_hand_drawn,
        is_outlined="blueprint" in looks,
        has_own_colors=bool(named),
    )


_ONE_COLORED = frozenset({"line-chart", "scatter-plot", "histogram"})
"""Kinds whose only series has the named colour."""
_SHADES: tuple[tuple[RGB, float], ...] = ((WHITE, 0.4), (BLACK, 0.32), (WHITE, 0.62), (BLACK, 0.52), (WHITE, 0.22))


def _choose_paper(graphic: Graphic, looks: set[str]) -> RGB:
    if graphic.background in COLORS:
        named = COLORS[graphic.background or ""]
        return WHITE if graphic.background == "white" else named
    if "blueprint" in looks:
        return (24, 66, 128)
    if "chalkboard" in looks:
        return (38, 66, 56)
    if looks & {"dark", "neon"}:
        return (18, 22, 33)
    if "hand-drawn" in looks:
        return (253, 251, 244)
    return WHITE


def _visible_on(paper: RGB, color: RGB) -> RGB:
    """The colour, moved away from a paper that it could not be told from."""
    if sum(abs(a - b) for a, b in zip(paper, color, strict=True)) > 90:
        return color
    return mix(color, WHITE if luminance(paper) < 0.2 else BLACK, 0.25)

"""The colours of a design: those of its prompt, or a set that fits its looks."""

import random
from collections.abc import Sequence

from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.scene import Graphic

WHITE: RGB = (255, 255, 255)
INK: RGB = (32, 30, 40)
Scheme = tuple[RGB, RGB, RGB]
"""A deep colour, an accent and a paper."""
SCHEMES: tuple[Scheme, ...] = (
    ((28, 44, 98), (244, 162, 72), (250, 244, 232)),
    ((22, 92, 92), (240, 128, 98), (246, 244, 234)),
    ((92, 40, 96), (250, 190, 80), (252, 240, 236)),
    ((176, 48, 56), (30, 60, 92), (252, 242, 226)),
    ((36, 82, 58), (226, 170, 70), (244, 242, 226)),
    ((44, 48, 62), (66, 160, 200), (240, 243, 246)),
)
PASTEL_SCHEMES: tuple[Scheme, ...] = (
    ((96, 84, 140), (248, 186, 200), (250, 243, 250)),
    ((70, 116, 130), (248, 206, 166), (240, 249, 247)),
    ((150, 90, 110), (176, 212, 240), (253, 243, 243)),
)
NEON: tuple[RGB, ...] = ((255, 62, 181), (45, 226, 255), (181, 55, 242), (57, 255, 140))
GRAYS: Scheme = ((30, 30, 34), (128, 131, 138), (248, 248, 249))
NIGHT: RGB = (22, 24, 34)
PALE = 222.0
"""The brightness from which a named colour is a paper."""
DEEP = 175.0
"""The brightness below which a named colour carries white letters."""


def luma(rgb: Sequence[float]) -> float:
    return 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]


def named_colors(graphic: Graphic) -> list[RGB]:
    """The colours that the prompt names for the design, in its order."""
    return [COLORS[one] for one in graphic.colors if one in COLORS]


def choose_scheme(graphic: Graphic, background: str | None, rng: random.Random) -> Scheme:
    """The scheme of a design. Colours that the prompt names come first, then its looks."""
    deep, accent, paper = rng.choice(PASTEL_SCHEMES if graphic.has("pastel") else SCHEMES)
    if named := named_colors(graphic):
        deep, accent, paper = _arrange(named)
    elif graphic.has("monochrome"):
        deep, accent, paper = GRAYS
    elif graphic.has("neon"):
        deep, accent, paper = NIGHT, rng.choice(NEON), mix(NIGHT, WHITE, 0.06)
    if graphic.has("dark"):
        deep = deep if luma(deep) < 60 else mix(deep, NIGHT, 0.7)
        paper = mix(NIGHT, deep, 0.3)
    if background in COLORS:
        paper = COLORS[background or ""]
    return deep, accent, paper


def _arrange(named: Sequence[RGB]) -> Scheme:
    dark = [one for one in named if luma(one) < DEEP]
    deep: RGB = dark[0] if dark else mix(named[0], INK, 0.72)
    rest = [one for one in named if one is not deep]
    papers = [one for one in rest if luma(one) >= PALE]
    accents = [one for one in rest if luma(one) < PALE]
    paper = max(papers, key=luma) if papers else mix(deep, WHITE, 0.93)
    accent = accents[0] if accents else deep if papers else mix(deep, WHITE, 0.55)
    return deep, accent, paper


def all_colors(graphic: Graphic, rng: random.Random, usual: Sequence[RGB]) -> list[RGB]:
    """Every colour to compose with: the named ones, those of a look, or `usual`; with more tones of a single one."""
    named = named_colors(graphic)
    if not named and graphic.has("neon"):
        return list(NEON)
    if not named and graphic.has("monochrome"):
        return [(30, 30, 34), (98, 101, 108), (158, 161, 168), (208, 210, 214)]
    if not named and graphic.has("pastel"):
        return [color for scheme in PASTEL_SCHEMES for color in (scheme[1], mix(scheme[0], WHITE, 0.6))]
    if not named:
        return list(usual)
    if len(named) == 1:
        tone = named[0]
        return [tone, mix(tone, WHITE, 0.35), mix(tone, INK, 0.3), mix(tone, WHITE, 0.62)]
    return named

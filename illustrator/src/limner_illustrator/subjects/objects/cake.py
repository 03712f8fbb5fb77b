"""A layered cake with candles, and lettering on it."""

import math

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_SPONGES: tuple[RGB, ...] = ((250, 190, 200), (255, 224, 178), (190, 222, 235), (215, 200, 240))
_FLAVORS: dict[str, RGB] = {
    "chocolate": (122, 74, 50), "carrot": (222, 154, 90), "lemon": (252, 232, 140), "strawberry": (248, 150, 170),
    "vanilla": (252, 240, 206), "velvet": (190, 44, 56), "cheesecake": (250, 228, 170), "coffee": (160, 112, 76),
    "matcha": (160, 190, 110), "honey": (236, 180, 84), "wedding": (252, 250, 246),
}  # fmt: skip
_ICING: RGB = (255, 250, 244)
_CANDLES: tuple[RGB, ...] = ((240, 90, 110), (90, 160, 240), (250, 200, 70), (120, 200, 120), (190, 120, 230))
_MAX_CANDLES = 18


@drawing(
    "cake",
    nouns=(
        "cake, birthday cake, wedding cake, chocolate cake, layer cake, cheesecake, sponge cake, "
        "red velvet cake, gateau, "
        "蛋糕, ケーキ, 케이크, торт, kuchen, torte, gâteau, bolo, torta"
    ),
    kinds={"food"},
    shows={"noto:candle"},
    height=0.34,
    size=(100, 104),
    glow=0.25,
    support=0.3,
    part_areas=(PartArea("icing, frosting, cream, glaze"), PartArea("candle")),
)
def _cake(pen: LocalCanvas, subject: Subject) -> None:
    flavor = next((rgb for word, rgb in _FLAVORS.items() if subject.says(word)), None)
    sponge = subject.color or flavor or subject.paint(*_SPONGES)
    berry = mix(sponge, (190, 60, 110), 0.55)
    icing = subject.part("icing") or _ICING
    _plate(pen)
    _tier(pen, 12, 88, 56, 94, sponge, berry, icing)
    if not subject.text:
        _swags(pen, 12, 88, 76, berry)
    _tier(pen, 26, 74, 31, 57, sponge, berry, icing)
    number = 0 if subject.says("candleless") else _count_candles(subject)
    step = min(8.0, 42 / max(1, number - 1))
    for index in range(number):
        x = 50 + (index - (number - 1) / 2) * step
        color = subject.part("candle") or _CANDLES[index % len(_CANDLES)]
        _candle(pen, x, 32.6 - 1.6 * math.cos((x - 50) / 16), color)
    if subject.text:
        fit_text(
            pen.canvas,
            subject.text,
            (18, 66, 82, 93),
            "script",
            dark_of(mix(berry, (120, 10, 60), 0.6), 0.1),
            outline=(255, 250, 248),
        )


def _count_candles(subject: Subject) -> int:
    """As many as the scene puts on the cake."""
    scene = subject.scene
    asked = [
        scene.entity(one.subject).count
        for one in scene.relations
        if one.object == subject.entity.id and scene.entity(one.subject).drawing == "noto:candle"
    ]
    return min(asked[0], _MAX_CANDLES) if asked else len(_CANDLES)


def _plate(pen: LocalCanvas) -> None:
    pen.oval(50, 97, 47, 6.4, soft((20, 10, 30), 90, 1.6))
    pen.oval(50, 96, 46, 6.4, down(90, 103, (250, 250, 252), (206, 212, 224)))
    pen.oval(50, 95, 41, 5.2, down(90, 101, (226, 230, 240), (244, 246, 250)))


def _tier(
    pen: LocalCanvas, left: float, right: float, top: float, bottom: float, sponge: RGB, berry: RGB, icing: RGB
) -> None:
    ry = (right - left) * 0.075
    middle = (left + right) / 2
    k = (right - left) / 2
    side = (
        f"M {left} {top} L {left} {bottom} C {left} {bottom + ry * 1.33} {right} {bottom + ry * 1.33} {right} "
        f"{bottom} L {right} {top} Z"
    )
    pen.shape(side, across(left, right, light_of(sponge, 0.3), sponge, mix(sponge, (120, 50, 80), 0.32)))
    pen.oval(middle, top, k, ry, down(top - ry, top + ry, light_of(icing, 0.4), mix(icing, sponge, 0.25)))
    _drips(pen, left, right, top, ry, icing)
    for step in range(int(k * 0.62)):
        t = math.pi * (step + 0.5) / int(k * 0.62)
        x, y = middle - math.cos(t) * k * 0.985, bottom + math.sin(t) * ry
        pen.dot(x, y, 1.75, ball(x - 0.5, y - 0.6, 2.4, WHITE, mix(icing, berry, 0.28)))


def _drips(pen: LocalCanvas, left: float, right: float, top: float, ry: float, icing: RGB) -> None:
    """Icing that runs over the edge."""
    count = max(7, int((right - left) / 6))
    width = (right - left) / count
    path = f"M {left} {top} "
    for index in range(count):
        x0, x1 = left + width * index, left + width * (index + 1)
        sag = math.sin(math.pi * (index + 0.5) / count) * ry
        depth = top + sag + 3.2 + 2.6 * abs(math.sin(index * 2.3))
        path += f"C {x0} {depth} {x1} {depth} {x1} {top + math.sin(math.pi * (index + 1) / count) * ry} "
    middle, k = (left + right) / 2, (right - left) / 2
    path += f"C {right} {top - ry * 1.33} {middle - k} {top - ry * 1.33} {left} {top} Z"
    pen.shape(path, down(top - ry, top + ry + 5, light_of(icing, 0.4), icing, dark_of(icing, 0.08)))


def _swags(pen: LocalCanvas, left: float, right: float, y: float, berry: RGB) -> None:
    for index in range(5):
        x0 = left + (right - left) * index / 5
        x1 = x0 + (right - left) / 5
        pen.line(f"M {x0} {y} Q {(x0 + x1) / 2} {y + 9} {x1} {y}", light_of(berry, 0.2), 1.8)
        pen.dot(x1 if index < 4 else x0, y, 1.7, solid(light_of(berry, 0.5)))


def _candle(pen: LocalCanvas, x: float, foot: float, color: RGB) -> None:
    top = foot - 13
    pen.box(x - 1.1, top, x + 1.1, foot, across(x - 1.1, x + 1.1, light_of(color, 0.4), color, dark_of(color, 0.2)))
    for step in range(3):
        y = foot - 3 - step * 3.8
        pen.line(f"M {x - 1} {y + 0.7} L {x + 1} {y - 0.7}", WHITE, 0.8, 220)
    fire = top - 3.2
    pen.dot(x, fire, 7.4, ball(x, fire, 7.4, (255, 220, 120, 140), (255, 200, 90, 0)))
    pen.shape(
        f"M {x} {fire - 3.6} C {x + 2.2} {fire} {x + 1.4} {fire + 2.4} {x} {fire + 2.4} C {x - 1.4} "
        f"{fire + 2.4} {x - 2.2} {fire} {x} {fire - 3.6} Z",
        down(fire - 3, fire + 2.4, (255, 250, 200), (255, 190, 60), (250, 120, 50)),
    )

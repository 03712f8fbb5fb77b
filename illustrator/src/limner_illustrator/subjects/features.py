"""What makes a strange form a chair, a teapot or a lamp: legs, spouts, handles, wheels, drawn onto any silhouette."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from limner_illustrator.canvas import Pixels, draw_pixels, radial, shader_paint
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.art import icon_svg
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.local_canvas import (
    WHITE,
    LocalCanvas,
    across,
    ball,
    dark_of,
    down,
    light_of,
    rounded_across,
    rounded_down,
    soft,
    solid,
)
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.texture import skin_and_flesh

_WOOD: RGB = (160, 104, 62)
_BRASS: RGB = (226, 180, 92)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """The form that is taken on, 100 units long or high, from the origin; y grows downwards."""

    pixels: Pixels
    subject: Subject
    width: float
    height: float
    skin: RGB
    flesh: RGB

    @classmethod
    def of(cls, pixels: Pixels, subject: Subject) -> "Fused":
        height, width = pixels.shape[:2]
        skin, flesh = skin_and_flesh(pixels)
        unit = 100 / max(height, width)
        return cls(pixels=pixels, subject=subject, width=width * unit, height=height * unit, skin=skin, flesh=flesh)

    def draw(self, pen: LocalCanvas) -> None:
        draw_pixels(pen.canvas, self.pixels, 0, 0, self.width, self.height)

    def span(self, part: float) -> tuple[float, float]:
        """Where the form begins and ends, from left to right, at a part of its height."""
        rows = self.pixels.shape[0]
        row = self.pixels[min(rows - 1, max(0, int(part * rows))), :, 3] > 100
        filled = np.flatnonzero(row)
        if not len(filled):
            return self.width * 0.3, self.width * 0.7
        unit = self.width / self.pixels.shape[1]
        return float(filled[0]) * unit, float(filled[-1] + 1) * unit

    def top(self, x: float) -> float:
        """Where the form begins, from above, at x."""
        columns = self.pixels.shape[1]
        filled = np.flatnonzero(self.pixels[:, min(columns - 1, int(x / self.width * columns)), 3] > 100)
        return float(filled[0]) * self.height / self.pixels.shape[0] if len(filled) else 0.0


Feature = Callable[[LocalCanvas, Fused], None]


def _seat(pen: LocalCanvas, form: Fused) -> None:
    """The form is the back; a cushion in the colour of its inside, arms and legs before it."""
    w, h = form.width, form.height
    left, right = (min(form.span(part)[side] for part in (0.6, 0.75)) for side in (0, 1))
    half = max(30.0, (right - left) * 0.5, 0.4 * h)
    middle, top = w / 2, h * 0.8
    noun = form.subject.entity.noun
    arms = any(word in noun for word in ("arm", "sofa", "couch", "throne", "recliner", "loveseat", "easy"))
    if any(word in noun for word in ("sofa", "couch", "bench", "loveseat")):
        half *= 1.25
    for x in (-0.66, 0.66):
        _leg(pen, middle + half * x, h * 0.9, h * 1.14, dark_of(_WOOD, 0.3))
    for x in (-0.86, 0.86):
        _leg(pen, middle + half * x, h * 0.92, h * 1.22, _WOOD)
    form.draw(pen)
    pen.oval(middle, top + 1, half * 0.84, 5, soft(dark_of(form.skin, 0.7), 110, 3))
    pen.box(middle - half, top + 10, middle + half, h * 1.06, rounded_down(form.skin, top + 8, h * 1.08), 8)
    cushion = light_of(form.flesh, 0.14)
    pen.box(middle - half * 0.86, top, middle + half * 0.86, top + 15, rounded_down(cushion, top - 4, top + 17), 7.5)
    if arms:
        for side in (-1, 1):
            x = middle + side * half * 0.97
            pen.box(x - 8.5, top - 19, x + 8.5, h * 1.07, rounded_down(form.skin, top - 24, h * 1.12), 8.5)
            pen.oval(x, top - 10.6, 6, 6, ball(x - 2, top - 13, 8, light_of(form.flesh, 0.3), form.flesh))


def _leg(pen: LocalCanvas, x: float, top: float, bottom: float, wood: RGB) -> None:
    pen.polygon([(x - 4, top), (x + 4, top), (x + 2, bottom), (x - 2, bottom)], rounded_across(wood, x - 4, x + 4))


def _teapot(pen: LocalCanvas, form: Fused) -> None:
    w, h = form.width, form.height
    left = form.span(0.66)[0]
    _handle(pen, form, h * 0.4, h * 0.82)
    glaze = form.skin
    x, y = left + 6, h * 0.72
    spout = (
        f"M {x + 4} {y + 12} C {x - 18} {y + 12} {x - 20} {y - 16} {x - 34} {y - 30} L {x - 24} {y - 36} "
        f"C {x - 12} {y - 22} {x - 8} {y - 10} {x + 4} {y - 10} Z"
    )
    pen.shape(spout, across(x - 34, x + 4, light_of(glaze, 0.3), glaze, dark_of(glaze, 0.2)))
    pen.shape(
        f"M {x - 36} {y - 29} L {x - 22} {y - 38} L {x - 20} {y - 34} L {x - 33} {y - 26} Z", solid(dark_of(glaze, 0.3))
    )
    middle = w / 2
    pen.oval(middle, h - 0.5, max(14.0, w * 0.3), 4.4, rounded_down(dark_of(glaze, 0.1), h - 5, h + 4))
    form.draw(pen)
    top = form.top(middle)
    pen.oval(middle, top + 2.4, max(10.0, w * 0.15), 3.4, rounded_down(light_of(glaze, 0.16), top - 2, top + 6))
    pen.dot(middle, top - 4.4, 5.6, ball(middle - 2, top - 6.4, 8, light_of(glaze, 0.5), glaze, dark_of(glaze, 0.3)))


def _handle(pen: LocalCanvas, form: Fused, top: float, bottom: float) -> None:
    reach = (bottom - top) * 0.9
    upper, lower = form.span(top / form.height)[1] - 7, form.span(bottom / form.height)[1] - 7
    outer = max(upper, lower) + reach
    path = f"M {upper} {top} C {outer} {top - 6} {outer} {bottom + 2} {lower} {bottom}"
    pen.line(path, dark_of(form.skin, 0.36), 8)
    pen.line(path, form.skin, 6)
    pen.line(path, light_of(form.skin, 0.4), 1.6, 170)


def _cup(pen: LocalCanvas, form: Fused) -> None:
    _handle(pen, form, form.height * 0.36, form.height * 0.76)
    form.draw(pen)
    left, right = form.span(0.16)
    middle, half = (left + right) / 2, max(18.0, (right - left) * 0.42)
    pen.oval(middle, form.height * 0.12, half, half * 0.28, solid(light_of(form.flesh, 0.45)))
    pen.oval(middle, form.height * 0.13, half * 0.86, half * 0.21, ball(middle, 14, half, (136, 84, 52), (84, 46, 30)))
    for dx in (-8, 4):
        x = middle + dx
        pen.line(f"M {x} 4 C {x - 6} -6 {x + 7} -10 {x} -22", WHITE, 3, 150)


def _vase(pen: LocalCanvas, form: Fused) -> None:
    middle = form.width / 2
    for dx, top, petal in ((-17, -26, (244, 132, 160)), (0, -38, (250, 200, 84)), (17, -24, (170, 140, 230))):
        x = middle + dx
        pen.line(f"M {middle + dx * 0.3} 8 Q {middle + dx * 0.5} {top * 0.5} {x} {top}", (86, 150, 84), 2.4)
        for ax, ay in ((0, -6.4), (6, -2), (3.8, 5), (-3.8, 5), (-6, -2)):
            pen.dot(x + ax, top + ay, 4.8, ball(x + ax - 1, top + ay - 2, 7, light_of(petal, 0.4), petal))
        pen.dot(x, top, 3.6, solid((250, 226, 140)))
    form.draw(pen)
    pen.oval(middle, 4, max(11.0, form.width * 0.2), 3.4, solid(dark_of(form.skin, 0.5)))
    pen.ring(middle, 4, max(11.0, form.width * 0.2), 3.4, light_of(form.flesh, 0.3), 1.6)


def _bottle(pen: LocalCanvas, form: Fused) -> None:
    middle = form.width / 2
    pen.box(middle - 8, -20, middle + 8, 10, rounded_across(form.skin, middle - 8, middle + 8), 3)
    pen.box(middle - 6.4, -32, middle + 6.4, -17, rounded_across((206, 160, 104), middle - 6, middle + 6), 2)
    pen.box(middle - 9.6, -20, middle + 9.6, -15, rounded_across(form.skin, middle - 9, middle + 9), 2.4)
    form.draw(pen)
    pen.line(f"M {form.width * 0.3} {form.height * 0.3} L {form.width * 0.27} {form.height * 0.6}", WHITE, 3, 120)


def _lamp(pen: LocalCanvas, form: Fused) -> None:
    middle, h = form.width / 2, form.height
    pen.oval(middle, h * 0.5, max(form.width, h) * 0.66, max(form.width, h) * 0.6, soft((255, 226, 140), 90, 12))
    pen.box(middle - 3, h * 0.9, middle + 3, h + 16, rounded_across(_BRASS, middle - 3, middle + 3))
    pen.oval(middle, h + 17, 24, 5.4, across(middle - 24, middle + 24, light_of(_BRASS), _BRASS, dark_of(_BRASS)))
    pen.line(f"M {middle + 22} {h + 18} Q {middle + 44} {h + 24} {middle + 54} {h + 16}", (90, 76, 70), 1.8)
    form.draw(pen)
    glow = radial((middle, h * 0.46), h * 0.55, [(255, 236, 160, 190), (255, 220, 120, 60), (255, 210, 110, 0)])
    warm = shader_paint(glow, BlendMode=skia.BlendMode.kScreen)
    onto(pen, form, lambda: pen.box(0, 0, form.width, h, warm))


def onto(pen: LocalCanvas, form: Fused, paint: Callable[[], None]) -> None:
    """Paints within the silhouette alone: the form again in a layer, the paint on it, the layer over the form."""
    pen.canvas.saveLayer()
    form.draw(pen)
    top = skia.Paint(BlendMode=skia.BlendMode.kSrcATop)
    pen.canvas.saveLayer(None, top)
    form.draw(pen)
    paint()
    pen.canvas.restore()
    pen.canvas.restore()


def _clock(pen: LocalCanvas, form: Fused) -> None:
    middle, h = form.width / 2, form.height
    for side in (-1, 1):
        pen.oval(middle + side * form.width * 0.24, h, 7, 5, rounded_down(_BRASS, h - 5, h + 5))
    form.draw(pen)
    r = min(form.width, h) * 0.27
    y = h * 0.58
    pen.dot(middle, y, r * 1.16, across(middle - r, middle + r, light_of(_BRASS), _BRASS, dark_of(_BRASS)))
    pen.dot(middle, y, r, ball(middle - r * 0.3, y - r * 0.3, r * 1.6, WHITE, (250, 246, 234)))
    for turn in range(12):
        with pen.at(middle, y, turn=turn * 30):
            pen.box(-0.7, -r * 0.9, 0.7, -r * (0.68 if turn % 3 == 0 else 0.78), solid((70, 56, 60)), 0.6)
    with pen.at(middle, y, turn=-52):
        pen.box(-1.3, -r * 0.52, 1.3, 1.6, solid((60, 48, 54)), 1)
    with pen.at(middle, y, turn=58):
        pen.box(-1, -r * 0.74, 1, 1.6, solid((60, 48, 54)), 1)
    pen.dot(middle, y, 2, solid((206, 70, 64)))


def _building(pen: LocalCanvas, form: Fused) -> None:
    h = form.height
    x0, x1 = form.span(0.22)
    x = x1 - max(8.0, (x1 - x0) * 0.22)
    pen.box(x - 5, -6, x + 5, h * 0.34, rounded_across((176, 96, 76), x - 5, x + 5), 1)
    pen.box(x - 6.6, -9, x + 6.6, -4, rounded_down((196, 120, 96), -9, -4), 1.4)
    for dx, dy, r in ((2, -15, 4), (7, -22, 5.4), (13, -30, 7)):
        pen.dot(x + dx, dy, r, solid((244, 244, 248), 190))
    form.draw(pen)
    left, right = form.span(0.86)
    middle = (left + right) / 2
    door = max(15.0, min(24.0, (right - left) * 0.3))
    top = h - door * 1.6
    pen.box(middle - door / 2 - 2, top - 2, middle + door / 2 + 2, h, solid((250, 240, 222)), door / 2)
    pen.box(
        middle - door / 2, top, middle + door / 2, h + 0.5, rounded_across(_WOOD, middle - 10, middle + 10), door / 2
    )
    pen.dot(middle + door * 0.28, h - door * 0.7, 1.4, solid(_BRASS))
    pen.box(middle - door * 0.8, h - 1, middle + door * 0.8, h + 3, rounded_down((190, 184, 180), h - 1, h + 3), 1.4)
    for part, places in ((0.4, (0.3, 0.7)), (0.64, (0.16, 0.84))):
        left, right = form.span(part)
        if right - left < 34:
            continue
        for place in places:
            _window(pen, left + (right - left) * place, h * part)


def _window(pen: LocalCanvas, x: float, y: float) -> None:
    pen.box(x - 7, y - 7.6, x + 7, y + 7.6, solid((250, 240, 222)), 4)
    pen.box(x - 5.4, y - 6, x + 5.4, y + 6, down(y - 6, y + 6, (255, 240, 170), (255, 204, 110)), 3)
    pen.line(f"M {x} {y - 6} L {x} {y + 6} M {x - 5.4} {y} L {x + 5.4} {y}", (236, 222, 200), 1.4)


def _car(pen: LocalCanvas, form: Fused) -> None:
    w, h = form.width, form.height
    form.draw(pen)
    left, right = form.span(0.36)
    width = max(24.0, (right - left) * 0.56)
    x, y = (left + right) / 2 - width / 2, h * 0.28
    pen.box(x - 2, y - 2, x + width + 2, y + h * 0.26 + 2, solid(light_of(form.skin, 0.5)), 8)
    pen.box(x, y, x + width, y + h * 0.26, down(y, y + h * 0.26, (214, 240, 252), (130, 186, 220)), 7)
    pen.line(f"M {x + width / 2} {y} L {x + width / 2} {y + h * 0.26}", light_of(form.skin, 0.5), 2.4)
    left, right = form.span(0.7)
    pen.dot(left + 6, h * 0.68, 4.6, ball(left + 5, h * 0.66, 6, WHITE, (255, 236, 150)))
    left, right = form.span(0.86)
    left, right = min(left, w * 0.26), max(right, w * 0.74)
    r = max(10.0, min(w, h) * 0.16)
    for part in (0.2, 0.8):
        x = left + (right - left) * part
        pen.dot(x, h, r, ball(x - 2, h - 3, r * 1.4, (84, 84, 94), (40, 40, 50)))
        pen.dot(x, h, r * 0.55, ball(x - 2, h - 2, r, (244, 244, 248), (160, 166, 178)))


def _bag(pen: LocalCanvas, form: Fused) -> None:
    left, right = form.span(0.22)
    middle, half = (left + right) / 2, max(14.0, (right - left) * 0.36)
    path = f"M {middle - half} 16 C {middle - half} -30 {middle + half} -30 {middle + half} 16"
    pen.line(path, dark_of(form.skin, 0.4), 6)
    pen.line(path, form.skin, 4)
    form.draw(pen)
    y = form.height * 0.42
    left, right = form.span(0.42)
    pen.line(f"M {left + 3} {y} Q {(left + right) / 2} {y + 7} {right - 3} {y}", dark_of(form.skin, 0.5), 1.6, 200)
    pen.box((left + right) / 2 - 5, y, (left + right) / 2 + 5, y + 9, rounded_down(_BRASS, y, y + 9), 2)
    for x in (middle - half, middle + half):
        pen.dot(x, 17, 2.6, solid(_BRASS))


def _hat(pen: LocalCanvas, form: Fused) -> None:
    h, left, right = form.height, *form.span(0.86)
    middle, half = (left + right) / 2, max(34.0, (right - left) * 0.5 + 16)
    pen.oval(
        middle, h - 2, half, 9, across(middle - half, middle + half, light_of(form.skin), form.skin, dark_of(form.skin))
    )
    form.draw(pen)
    pen.box(
        left - 1, h * 0.8, right + 1, h * 0.92, rounded_down(mix(form.flesh, (190, 60, 70), 0.5), h * 0.8, h * 0.92), 3
    )


def _cake(pen: LocalCanvas, form: Fused) -> None:
    w, h = form.width, form.height
    pen.oval(w / 2, h, w * 0.62 + 6, 9, down(h - 9, h + 9, WHITE, (206, 210, 222)))
    pen.oval(w / 2, h - 1.6, w * 0.5 + 6, 6, solid((232, 234, 242)))
    left, right = form.span(0.1)
    for part, stick in ((0.2, (240, 110, 140)), (0.5, (110, 170, 230)), (0.8, (250, 190, 80))):
        x = left + (right - left) * part if right - left > 24 else w / 2 + (part - 0.5) * 34
        base = h * 0.13
        pen.box(x - 2, base - 22, x + 2, base, rounded_across(stick, x - 2, x + 2), 1)
        pen.oval(x, base - 27, 3, 5.4, ball(x, base - 25, 6, (255, 246, 190), (255, 170, 50)))
    form.draw(pen)
    frosting = light_of(form.flesh, 0.6)
    left, right = form.span(0.9)
    for index in range(11):
        x = left + (right - left) * index / 10
        pen.dot(x, h - 2.6, 4.2, ball(x - 1, h - 4.4, 6, WHITE, frosting))


def _balloon(pen: LocalCanvas, form: Fused) -> None:
    middle, h = form.width / 2, form.height
    pen.line(f"M {middle} {h} C {middle - 8} {h + 16} {middle + 8} {h + 28} {middle} {h + 48}", (150, 146, 150), 1.4)
    pen.shape(f"M {middle} {h - 4} L {middle + 5} {h + 5} L {middle - 5} {h + 5} Z", solid(dark_of(form.skin, 0.2)))
    form.draw(pen)
    onto(pen, form, lambda: pen.oval(form.width * 0.3, h * 0.24, 8, 14, soft(WHITE, 190, 2)))


def _creature(pen: LocalCanvas, form: Fused) -> None:
    """A living thing in a thing's form: the thing with its head on, or at least with a face."""
    form.draw(pen)
    name = form.subject.entity.drawing.removeprefix("noto:")
    if thing_of(f"noto:{name}").coat:
        left, _, right, bottom = icon_bounds(icon_svg(name))
        scale = max(40.0, form.width * 0.5) / (right - left)
        with pen.at((form.width - (left + right) * scale) / 2, form.height * 0.4 - bottom * scale, scale=scale):
            draw_icon(pen, icon_svg(name))
        return
    middle, y = form.width / 2, form.height * 0.52
    left, right = form.span(0.52)
    middle = (left + right) / 2
    reach = max(7.0, min(15.0, (right - left) * 0.2))
    for side in (-1, 1):
        x = middle + side * reach
        pen.oval(x, y, reach * 0.42, reach * 0.54, solid(WHITE))
        pen.oval(x, y, reach * 0.34, reach * 0.46, solid((44, 32, 40)))
        pen.dot(x - reach * 0.12, y - reach * 0.2, reach * 0.14, solid(WHITE))
        pen.oval(x + side * reach * 0.5, y + reach * 0.7, reach * 0.36, reach * 0.22, solid((250, 130, 140), 150))
    path = f"M {middle - reach * 0.4} {y + reach * 0.5} Q {middle} {y + reach} {middle + reach * 0.4} {y + reach * 0.5}"
    pen.line(path, (60, 40, 48), 1.8)


FEATURES: dict[str, tuple[Feature, float]] = {
    "seat": (_seat, 0.0),
    "teapot": (_teapot, 0.0),
    "cup": (_cup, 0.0),
    "vase": (_vase, 0.0),
    "bottle": (_bottle, 0.0),
    "lamp": (_lamp, 0.8),
    "clock": (_clock, 0.0),
    "building": (_building, 0.0),
    "car": (_car, 0.0),
    "bag": (_bag, 0.0),
    "hat": (_hat, 0.0),
    "cake": (_cake, 0.0),
    "balloon": (_balloon, 0.0),
    "creature": (_creature, 0.0),
}
"""By name: what adds it to a form, and how much it shines."""

_NOUNS: dict[str, str] = {
    "seat": "chair armchair sofa couch loveseat bench throne stool seat recliner chaise beanbag rocker",
    "teapot": "teapot kettle pitcher jug coffeepot watering-can",
    "cup": "cup mug teacup glass goblet tankard",
    "vase": "vase urn planter flowerpot pot",
    "bottle": "bottle flask vial perfume",
    "lamp": "lamp lantern nightlight light chandelier candle lampshade",
    "clock": "clock watch timer",
    "bag": "bag handbag purse backpack basket suitcase satchel",
    "hat": "hat cap helmet bonnet beret",
    "cake": "cake cupcake pie gateau",
    "balloon": "balloon",
    "car": "car automobile bus truck van train taxi",
    "building": "house building hotel school museum tower castle cottage hut church restaurant cafe",
}
_BY_NOUN = {noun: feature for feature, nouns in _NOUNS.items() for noun in nouns.split()}


def feature_of(entity: Entity) -> str | None:
    """The form feature of a thing in another form; None for things known by their material alone, such as a cloud."""
    if kinds.is_animate(entity.drawing):
        return "creature"
    name = entity.drawing.partition(":")[2]
    found = _BY_NOUN.get(entity.noun.split()[-1]) or _BY_NOUN.get(name)
    return found or ("building" if kinds.is_building(entity.drawing) else None)

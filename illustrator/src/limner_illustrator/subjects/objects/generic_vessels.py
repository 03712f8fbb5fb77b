"""Generic drinks and what holds things: vessels, boxes, bags, kitchen utensils, lamps."""

from limner_illustrator.canvas.palette import RGB, mix
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
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.word_form import WordForm

_GLAZES: tuple[RGB, ...] = ((176, 104, 66), (70, 116, 146), (206, 188, 150), (120, 134, 104), (150, 80, 70))
_METALS: tuple[RGB, ...] = ((200, 156, 84), (176, 182, 192), (176, 106, 72))
_STEEL: RGB = (186, 192, 202)


@drawing("generic-drink", kinds={"food"}, height=0.16, home="table", size=(100, 140))
@drawing("generic-cocktail", kinds={"food"}, height=0.18, home="table", size=(100, 140))
def _drink(pen: LocalCanvas, subject: Subject) -> None:
    """A cup when hot, a stemmed glass for cocktails, else a tall glass with ice."""
    form = WordForm(subject)
    liquid = form.paint((236, 150, 60), (206, 70, 80), (170, 200, 90), (246, 214, 120), (150, 90, 60))
    if form.has("hot") and not form.has("ice"):
        clay = form.choose(*_GLAZES)
        pen.ring(78, 92, 17, 19, dark_of(clay, 0.1), 7)
        pen.shape("M 12 66 L 80 66 Q 78 122 60 126 L 32 126 Q 14 122 12 66 Z", rounded_across(clay, 12, 80))
        pen.oval(46, 66, 34, 9, down(57, 75, light_of(clay, 0.4), dark_of(clay, 0.2)))
        pen.oval(46, 67, 29, 6.4, solid(dark_of(liquid, 0.3)))
        for x in (32, 46, 60):
            pen.line(f"M {x} 50 Q {x - 7} 40 {x} 30 Q {x + 7} 20 {x} 10", WHITE, 3, 120)
    elif subject.entity.drawing.endswith("cocktail") and form.choose(True, False):
        pen.box(47, 74, 53, 128, across(47, 53, (255, 255, 255, 220), (190, 210, 224, 210)))
        pen.oval(50, 131, 27, 6, down(125, 137, (250, 252, 255, 235), (190, 206, 218, 235)))
        pen.polygon(
            [(10, 26), (90, 26), (53, 76), (47, 76)], across(10, 90, (255, 255, 255, 170), (226, 240, 248, 150))
        )
        pen.polygon([(17, 36), (83, 36), (53, 74), (47, 74)], down(36, 74, light_of(liquid, 0.24), liquid))
        pen.oval(50, 36, 33, 4, solid(light_of(liquid, 0.4)))
        _slice(pen, 80, 24)
    else:
        pen.line("M 56 100 L 74 4", form.choose((236, 90, 90), (70, 150, 190), (250, 250, 250)), 5)
        pen.shape(
            "M 20 22 L 80 22 L 72 134 Q 50 140 28 134 Z",
            across(20, 80, (255, 255, 255, 200), (214, 232, 242, 160), (255, 255, 255, 190)),
        )
        pen.shape(
            "M 22.6 42 L 77.4 42 L 71 131 Q 50 137 29 131 Z",
            across(22, 78, (*light_of(liquid, 0.3), 235), (*liquid, 235), (*dark_of(liquid, 0.1), 235)),
        )
        for x, y, turn in ((36, 52, 12), (56, 60, -16), (44, 76, 30)):
            with pen.at(x, y, turn=turn):
                pen.box(-8, -8, 8, 8, across(-8, 8, (255, 255, 255, 170), (220, 240, 250, 120)), 3)
        pen.oval(50, 42, 27.4, 4, solid(light_of(liquid, 0.5), 220))
        if form.choose(True, False):
            _slice(pen, 24, 24)
        else:
            for turn in (-40, -8, 24):
                with pen.at(40, 34, turn=turn):
                    pen.oval(0, -12, 6, 12, across(-6, 6, (130, 190, 90), (70, 140, 66)))


def _slice(pen: LocalCanvas, x: float, y: float) -> None:
    pen.dot(x, y, 15, solid((240, 160, 50)))
    pen.dot(x, y, 12.4, solid((255, 226, 150)))
    for turn in range(0, 360, 45):
        with pen.at(x, y, turn=turn):
            pen.oval(0, -6.6, 3, 4.6, solid((250, 180, 70)))


@drawing("generic-vessel", traits={"container"}, height=0.4, home="table", size=(120, 140), rim=0.9)
def _vessel(pen: LocalCanvas, subject: Subject) -> None:
    """Turned on a wheel: the word chooses the profile; handles, spout, feet, lid and chain as it says."""
    form = WordForm(subject)
    metal = form.has("hot", "chain", "spout", "legs")
    body = form.paint(*(_METALS if metal else _GLAZES))
    neck, belly, foot = form.vary(14, 34), form.vary(34, 48), form.vary(16, 30)
    top, middle = form.vary(26, 40), form.vary(66, 92)
    bottom = 122.0 if form.has("legs") else 134.0
    if form.has("handle") or form.choose(True, False):
        for side in (-1, 1):
            pen.line(
                f"M {60 + side * neck} {top + 8} "
                f"C {60 + side * (belly + 16)} {top} {60 + side * (belly + 18)} {middle - 6} "
                f"{60 + side * belly * 0.94} {middle}",
                dark_of(body, 0.2),
                6,
            )
    if form.has("spout"):
        pen.line(f"M {60 + belly * 0.8} {bottom - 26} L 112 {bottom - 28} L 112 {bottom - 18}", dark_of(body, 0.1), 7)
        pen.line(
            f"M 104 {bottom - 30} L 104 {bottom - 38} M 98 {bottom - 39} L 110 {bottom - 39}", dark_of(body, 0.3), 4
        )
    if form.has("legs"):
        for x in (60 - foot, 60, 60 + foot):
            pen.line(f"M {60 + (x - 60) * 0.7} {bottom - 4} L {x} 138", dark_of(body, 0.3), 6)
    if form.has("chain"):
        for side in (-1, 0, 1):
            pen.line(f"M {60 + side * neck} {top} Q {60 + side * 8} 16 60 2", dark_of(body, 0.3), 2)
    shape = (
        f"M {60 - neck} {top} C {60 - neck * 0.8} {top + 16} {60 - belly * 1.1} {middle - 22} {60 - belly} {middle} "
        f"C {60 - belly * 0.94} {middle + 24} {60 - foot * 1.2} {bottom - 12} {60 - foot} {bottom} "
        f"L {60 + foot} {bottom} "
        f"C {60 + foot * 1.2} {bottom - 12} {60 + belly * 0.94} {middle + 24} {60 + belly} {middle} "
        f"C {60 + belly * 1.1} {middle - 22} {60 + neck * 0.8} {top + 16} {60 + neck} {top} Z"
    )
    pen.shape(shape, across(60 - belly, 60 + belly, light_of(body, 0.3), body, dark_of(body, 0.4)))
    band = mix(body, form.choose((250, 236, 200), (40, 60, 90), (240, 200, 110)), 0.7)
    with pen.inside(shape):
        for y in (middle - 12, middle + 10):
            pen.line(f"M 0 {y} Q 60 {y + 9} 120 {y}", band, 2.6)
        for step in range(9):
            x = 12 + step * 12
            pen.line(f"M {x} {middle - 4} L {x + 6} {middle + 8} L {x + 12} {middle - 4}", band, 2.2)
        pen.line(
            f"M {60 - belly * 0.6} {middle + 14} Q {60 - belly * 0.66} {middle - 12} {60 - neck * 0.7} {top + 12}",
            WHITE,
            4,
            90,
        )
    pen.oval(60, top, neck, 6, down(top - 6, top + 6, light_of(body, 0.4), dark_of(body, 0.1)))
    if form.has("lid", "hot", "chain"):
        pen.shape(
            f"M {60 - neck} {top} Q 60 {top - 28} {60 + neck} {top} Q 60 {top + 7} {60 - neck} {top} Z",
            across(60 - neck, 60 + neck, light_of(body, 0.4), body, dark_of(body, 0.3)),
        )
        pen.dot(60, top - 17, 5, ball(58, top - 19, 7, light_of(body, 0.6), dark_of(body, 0.1)))
    else:
        pen.oval(60, top + 0.6, neck - 4, 3.8, solid(dark_of(body, 0.6)))


@drawing("generic-utensil", height=0.3, home="kitchen", size=(150, 120))
def _utensil(pen: LocalCanvas, subject: Subject) -> None:
    """A bowl, with holes or handles; a pan; a jug; or a set of spoon-like tools in a jar."""
    form = WordForm(subject)
    steel = form.paint(_STEEL, (200, 140, 90), (90, 150, 160))
    if form.has("bowl", "holes", "lid"):
        for side in (-1, 1):
            pen.line(f"M {75 + side * 58} 48 Q {75 + side * 78} 46 {75 + side * 62} 62", dark_of(steel, 0.2), 6)
        bowl = "M 14 44 L 136 44 Q 128 100 100 104 L 50 104 Q 22 100 14 44 Z"
        pen.shape(bowl, across(14, 136, light_of(steel, 0.4), steel, dark_of(steel, 0.3)))
        if form.has("holes"):
            for row in range(4):
                for step in range(9 - row):
                    x = 75 + (step - (8 - row) / 2) * 13
                    pen.dot(x, 60 + row * 11, 2.5, solid(dark_of(steel, 0.6)))
        pen.oval(75, 44, 61, 12, down(32, 56, light_of(steel, 0.5), dark_of(steel, 0.2)))
        pen.oval(75, 45, 53, 8.4, solid(dark_of(steel, 0.3)))
        pen.box(50, 102, 100, 110, rounded_across(dark_of(steel, 0.2), 50, 100), 3)
        return
    if form.has("handle", "flat") or form.choose(True, False):
        with pen.at(60, 66, turn=-14):
            pen.box(44, -5, 96, 6, down(-5, 6, (120, 78, 52), (70, 44, 34)), 5)
            pen.oval(0, 4, 52, 26, down(-22, 30, dark_of(steel, 0.2), dark_of(steel, 0.5)))
            pen.oval(0, 0, 52, 24, down(-24, 24, light_of(steel, 0.4), steel))
            pen.oval(0, 1, 44, 19, down(-18, 20, dark_of(steel, 0.36), light_of(steel, 0.1)))
        return
    for x, turn, head in ((60, -16, "spoon"), (76, 0, "whisk"), (92, 16, "turner")):
        with pen.at(x, 66, turn=turn):
            pen.box(-2.6, -36, 2.6, 20, rounded_across((176, 122, 78), -3, 3), 2)
            if head == "spoon":
                pen.oval(0, -46, 10, 14, ball(-3, -50, 16, light_of(steel, 0.5), dark_of(steel, 0.1)))
            elif head == "whisk":
                for bend in (-10, -4, 4, 10):
                    pen.line(f"M 0 -34 C {bend} -40 {bend} -58 0 -62", _STEEL, 1.8)
            else:
                pen.box(-10, -60, 10, -34, rounded_across(steel, -10, 10), 3)
    pen.shape(
        "M 44 66 L 106 66 L 100 116 L 50 116 Z", across(44, 106, light_of(steel, 0.3), steel, dark_of(steel, 0.3))
    )
    pen.oval(75, 66, 31, 6, down(60, 72, light_of(steel, 0.4), dark_of(steel, 0.3)))


@drawing("generic-box", traits={"container"}, height=0.4, size=(130, 110))
@drawing("generic-bag", traits={"container"}, height=0.4, size=(130, 120))
def _box(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    tone = form.paint((176, 124, 78), (96, 120, 150), (160, 80, 70), (120, 130, 96))
    if subject.entity.drawing.endswith("bag"):
        pen.line("M 42 40 C 40 -4 90 -4 88 40", dark_of(tone, 0.3), 6)
        pen.shape(
            "M 24 36 L 106 36 Q 122 92 112 112 Q 65 122 18 112 Q 8 92 24 36 Z",
            across(12, 118, light_of(tone, 0.3), tone, dark_of(tone, 0.4)),
        )
        pen.shape(
            "M 24 36 L 106 36 Q 106 70 65 74 Q 24 70 24 36 Z", down(36, 74, light_of(tone, 0.2), dark_of(tone, 0.1))
        )
        pen.box(58, 64, 72, 82, rounded_down((236, 196, 100), 64, 82), 3)
        return
    lid = form.vary(28, 44)
    pen.polygon([(12, lid), (96, lid + 8), (96, 106), (12, 92)], across(12, 96, light_of(tone, 0.24), tone))
    pen.polygon(
        [(96, lid + 8), (122, lid - 6), (122, 84), (96, 106)], across(96, 122, dark_of(tone, 0.2), dark_of(tone, 0.4))
    )
    pen.polygon(
        [(8, lid), (96, lid + 9), (126, lid - 7), (40, lid - 16)],
        down(lid - 16, lid + 9, light_of(tone, 0.4), light_of(tone, 0.1)),
    )
    pen.polygon([(8, lid), (96, lid + 9), (96, lid + 20), (8, lid + 10)], solid(dark_of(tone, 0.1)))
    pen.box(46, lid + 8, 58, lid + 24, rounded_down((236, 196, 100), lid + 8, lid + 24), 2)
    for x in (22, 84):
        pen.line(f"M {x} {lid + 14} L {x} {93 + (x - 12) * 0.16}", dark_of(tone, 0.36), 4)


@drawing("generic-lamp", height=0.6, home="livingroom", size=(110, 140), glow=0.3)
def _lamp(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    metal = form.paint(*_METALS)
    pen.dot(55, 44, 50, ball(55, 44, 52, (255, 226, 140, 120), (255, 226, 140, 0)))
    wide = form.vary(26, 40)
    pen.box(51, 60, 59, 124, rounded_across(metal, 51, 59), 3)
    pen.shape(f"M {55 - wide * 0.8} 134 Q 55 110 {55 + wide * 0.8} 134 Z", rounded_across(metal, 55 - wide, 55 + wide))
    pen.polygon(
        [(55 - wide * 0.5, 12), (55 + wide * 0.5, 12), (55 + wide, 66), (55 - wide, 66)],
        down(12, 66, (255, 240, 196), (250, 200, 110)),
    )
    pen.oval(55, 66, wide, 5, solid((255, 224, 150)))

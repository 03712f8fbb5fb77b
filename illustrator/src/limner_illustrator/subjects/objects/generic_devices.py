"""Generic measuring and optical instruments, clocks, electronics, appliances, machines and other devices."""

import math

from limner_illustrator.canvas.palette import RGB
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

_BRASS: RGB = (214, 166, 78)
_STEEL: RGB = (170, 178, 190)
_CASES: tuple[RGB, ...] = ((84, 110, 132), (170, 76, 66), (110, 128, 96), (206, 190, 160), (70, 74, 88))
_FACE: RGB = (252, 248, 234)


def draw_dial(pen: LocalCanvas, x: float, y: float, radius: float, rim: RGB, angle: float) -> None:
    """A round face with ticks and one hand, `angle` in degrees from the top."""
    pen.dot(
        x, y, radius, ball(x - radius * 0.4, y - radius * 0.4, radius * 1.6, light_of(rim, 0.5), rim, dark_of(rim, 0.4))
    )
    pen.dot(x, y, radius * 0.84, ball(x - 4, y - 6, radius, WHITE, _FACE))
    for step in range(12):
        with pen.at(x, y, turn=step * 30):
            pen.line(f"M 0 {-radius * 0.74} L 0 {-radius * (0.6 if step % 3 else 0.52)}", (70, 62, 66), radius * 0.04)
    with pen.at(x, y, turn=angle):
        pen.polygon(
            [(-radius * 0.06, radius * 0.14), (radius * 0.06, radius * 0.14), (0, -radius * 0.62)], solid((200, 60, 56))
        )
    pen.dot(x, y, radius * 0.09, solid((70, 62, 66)))


def draw_gear(pen: LocalCanvas, x: float, y: float, radius: float, rgb: RGB, teeth: int = 10) -> None:
    for index in range(teeth):
        with pen.at(x, y, turn=index * 360 / teeth):
            pen.box(-radius * 0.15, -radius * 1.18, radius * 0.15, -radius * 0.8, solid(dark_of(rgb, 0.1)), 1)
    pen.dot(
        x,
        y,
        radius,
        ball(x - radius * 0.4, y - radius * 0.4, radius * 1.6, light_of(rgb, 0.4), rgb, dark_of(rgb, 0.34)),
    )
    pen.dot(x, y, radius * 0.34, solid(dark_of(rgb, 0.6)))


@drawing("generic-gauge", height=0.4, home="studio", size=(140, 130))
def _gauge(pen: LocalCanvas, subject: Subject) -> None:
    """A dial on a stand, a quadrant with a sighting arm, or a tube with a scale."""
    form = WordForm(subject)
    metal = form.paint(_BRASS, (190, 140, 80), _STEEL)
    named = {"quadrant": "quadrant", "dial": "dial", "electric": "dial", "tube": "tube", "long": "tube"}
    kind = next((named[one] for one in named if form.has(one)), form.choose("quadrant", "dial", "quadrant"))
    if kind == "quadrant":
        _draw_quadrant(pen, metal, form.vary(-26, 26))
    elif kind == "tube":
        wood: RGB = (150, 96, 58)
        pen.box(46, 4, 94, 124, rounded_across(wood, 46, 94), 8)
        pen.box(56, 12, 84, 116, solid(_FACE), 4)
        level = form.vary(36, 84)
        pen.box(66, 18, 74, 102, across(66, 74, WHITE, (206, 214, 222)), 4)
        pen.box(67.4, level, 72.6, 104, solid((214, 54, 56)), 2)
        pen.dot(70, 105, 7, ball(68, 103, 9, (250, 120, 110), (190, 36, 44)))
        for step in range(9):
            pen.line(f"M 77 {22 + step * 9} L {83 if step % 2 else 81} {22 + step * 9}", (70, 62, 66), 1.2)
    else:
        pen.box(34, 106, 106, 122, rounded_down((120, 80, 54), 106, 122), 4)
        pen.box(62, 84, 78, 110, rounded_across(metal, 62, 78), 2)
        draw_dial(pen, 70, 52, 46, metal, form.vary(-120, 120))


def _draw_quadrant(pen: LocalCanvas, metal: RGB, lean: float) -> None:
    """A graduated arc with a sighting tube and an arm."""
    for turn in range(-46, 48, 4):
        with pen.at(70, 18, turn=turn):
            pen.line(f"M 0 {88 if turn % 8 else 84} L 0 96", dark_of(metal, 0.5), 1.2)
    for radius in (98, 84):
        path = " ".join(
            f"{'M' if step == 0 else 'L'} {70 + math.sin(math.radians(-50 + step * 5)) * radius} "
            f"{18 + math.cos(math.radians(-50 + step * 5)) * radius}"
            for step in range(21)
        )
        pen.line(path, dark_of(metal, 0.16), 7 if radius == 98 else 3)
        pen.line(path, light_of(metal, 0.3), 3 if radius == 98 else 1)
    for turn in (-50, 50, 0):
        with pen.at(70, 18, turn=-turn):
            pen.box(-3.4, 0, 3.4, 98, rounded_across(metal, -4, 4), 2)
    pen.line("M 34 66 L 106 66", dark_of(metal, 0.2), 4)
    with pen.at(70, 18, turn=lean):
        pen.box(-4, -6, 4, 106, rounded_across(light_of(metal, 0.3), -4, 4), 3)
        pen.box(-8, 92, 8, 110, rounded_across(metal, -8, 8), 3)
    pen.dot(70, 18, 8, ball(67, 15, 11, light_of(metal, 0.6), metal, dark_of(metal, 0.3)))
    with pen.at(36, 40, turn=-8):
        pen.box(-26, -6, 14, 6, down(-6, 6, light_of(metal, 0.5), metal, dark_of(metal, 0.4)), 2)
        pen.box(-30, -8, -22, 8, down(-8, 8, (90, 92, 104), (44, 46, 56)), 2)


@drawing("sextant", nouns="sextant, octant, marine sextant", height=0.3, size=(140, 130))
def _sextant(pen: LocalCanvas, subject: Subject) -> None:
    _draw_quadrant(pen, subject.paint(_BRASS), 14)


@drawing("generic-clock", height=0.4, home="livingroom", size=(130, 130))
def _clock(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    metal = form.paint(_BRASS, (140, 96, 60), _STEEL)
    pen.shape(
        "M 16 122 Q 20 20 65 10 Q 110 20 114 122 Z",
        across(16, 114, light_of(metal, 0.2), dark_of(metal, 0.1), dark_of(metal, 0.4)),
    )
    draw_dial(pen, 65, 66, 42, light_of(metal, 0.3), form.vary(-60, 160))
    with pen.at(65, 66, turn=form.vary(40, 300)):
        pen.line("M 0 0 L 0 -18", (60, 54, 60), 3)
    pen.box(10, 116, 120, 128, rounded_down(metal, 116, 128), 3)


@drawing("generic-optics", height=0.6, home="studio", size=(150, 140))
def _optics(pen: LocalCanvas, subject: Subject) -> None:
    """A tube on a tripod, or a lens with a handle."""
    form = WordForm(subject)
    metal = form.paint(_BRASS, (96, 110, 130), (60, 62, 74))
    if form.has("flat", "round", "handle"):
        with pen.at(64, 58, turn=-36):
            pen.box(-6, 44, 6, 100, rounded_across((120, 78, 52), -6, 6), 4)
            pen.dot(0, 0, 46, ball(-16, -18, 70, light_of(metal, 0.5), metal, dark_of(metal, 0.4)))
            pen.dot(0, 0, 38, ball(-12, -14, 50, (246, 252, 255), (186, 222, 236)))
            pen.line("M -24 -6 Q -20 -24 -2 -26", WHITE, 5, 200)
        return
    for x in (34, 76, 116):
        pen.line(f"M 76 66 L {x} 136", dark_of((140, 96, 62), 0.2 if x == 76 else 0), 6)
    pen.dot(76, 66, 9, ball(73, 63, 12, _STEEL, dark_of(_STEEL, 0.4)))
    bore = form.vary(11, 17)
    with pen.at(76, 56, turn=-24):
        pen.box(-62, -bore * 0.6, -26, bore * 0.6, down(-bore, bore, light_of(metal, 0.3), dark_of(metal, 0.4)), 3)
        pen.box(
            -30, -bore * 0.8, 40, bore * 0.8, down(-bore, bore, light_of(metal, 0.4), metal, dark_of(metal, 0.4)), 4
        )
        pen.box(
            34, -bore * 1.16, 62, bore * 1.16, down(-bore, bore, light_of(metal, 0.5), metal, dark_of(metal, 0.4)), 4
        )
        pen.oval(62, 0, 4.6, bore, across(56, 66, (206, 236, 250), (110, 160, 196)))
        for x in (-28, 10, 36):
            pen.box(x, -bore * 0.9, x + 4, bore * 0.9, down(-bore, bore, (250, 226, 150), (160, 116, 50)), 1)


@drawing("generic-electronics", height=0.35, home="office", size=(150, 120))
def _electronics(pen: LocalCanvas, subject: Subject) -> None:
    """A case with a screen or keys, knobs, and an antenna."""
    form = WordForm(subject)
    case = form.paint(*_CASES)
    kind = "screen" if form.has("screen", "dial") else form.choose("screen", "lights", "handheld")
    if kind == "lights":
        _light_box(pen, form, case)
        return
    if kind == "handheld":
        _handheld(pen, form, case)
        return
    if form.choose(True, False):
        pen.line("M 118 34 L 134 2", (196, 200, 208), 3)
        pen.dot(134, 2, 3.4, solid((226, 70, 66)))
    pen.box(10, 28, 140, 112, rounded_down(case, 28, 112), 9)
    pen.box(16, 34, 134, 106, down(34, 106, light_of(case, 0.2), dark_of(case, 0.1)), 6)
    screen = "M 24 42 L 92 42 L 92 90 L 24 90 Z"
    pen.shape(screen, down(42, 90, (34, 60, 66), (20, 36, 44)))
    with pen.inside(screen):
        for step in range(1, 4):
            pen.line(
                f"M 24 {42 + step * 12} L 92 {42 + step * 12} M {24 + step * 17} 42 L {24 + step * 17} 90",
                (60, 110, 110),
                0.7,
            )
        waves, high = form.vary(1.2, 3.4), form.vary(9, 18)
        path = " ".join(
            f"{'M' if step == 0 else 'L'} {24 + step * 2} {66 - math.sin(step / 34 * math.tau * waves) * high}"
            for step in range(35)
        )
        pen.line(path, (120, 250, 170), 2.2)
    for row in range(2):
        for step in range(2):
            x, y = 104 + step * 19, 52 + row * 22
            pen.dot(x, y, 7.4, ball(x - 2, y - 3, 10, WHITE, (140, 142, 150)))
            with pen.at(x, y, turn=form.vary(-130, 130)):
                pen.line("M 0 0 L 0 -6", (50, 50, 58), 1.8)
    for step in range(8):
        pen.box(
            25 + step * 8.4,
            95,
            31 + step * 8.4,
            101,
            solid(form.choose((240, 236, 226), (236, 170, 70), (220, 90, 80))),
            1.4,
        )
    for x in (26, 116):
        pen.box(x, 110, x + 12, 117, solid(dark_of(case, 0.5)), 2)


def _light_box(pen: LocalCanvas, form: WordForm, case: RGB) -> None:
    """A flat box with antennas and a row of lights."""
    for x, lean in ((30, -8), (120, 8)):
        pen.line(f"M {x} 66 L {x + lean} 8", (70, 74, 84), 6)
    pen.polygon([(10, 72), (24, 56), (126, 56), (140, 72)], down(56, 72, light_of(case, 0.4), case))
    pen.box(8, 70, 142, 108, rounded_down(case, 70, 108), 7)
    for step in range(7):
        lit = form.choose((110, 240, 150), (250, 196, 80), (90, 190, 250))
        pen.dot(26 + step * 12, 88, 3.4, ball(25 + step * 12, 87, 4, WHITE, lit))
    for step in range(5):
        pen.line(f"M 112 {80 + step * 5} L 132 {80 + step * 5}", dark_of(case, 0.4), 2)
    for x in (22, 116):
        pen.box(x, 106, x + 12, 113, solid(dark_of(case, 0.5)), 2)


def _handheld(pen: LocalCanvas, form: WordForm, case: RGB) -> None:
    """Held in one hand: a display over keys."""
    with pen.at(75, 60, turn=form.vary(-14, 14)):
        pen.box(-32, -58, 32, 58, across(-32, 32, light_of(case, 0.3), case, dark_of(case, 0.3)), 11)
        pen.box(-24, -48, 24, -10, down(-48, -10, (206, 232, 214), (150, 190, 170)), 4)
        for step in range(3):
            pen.line(f"M -18 {-40 + step * 10} L {4 + step * 6} {-40 + step * 10}", (60, 90, 84), 2.4)
        for row in range(4):
            for step in range(3):
                x, y = -16 + step * 16, 4 + row * 13
                tone = (236, 110, 80) if (row, step) == (0, 2) else (240, 240, 236)
                pen.box(x - 6, y - 4, x + 6, y + 4, rounded_down(tone, y - 4, y + 4), 3)


@drawing("generic-appliance", height=0.45, home="kitchen", size=(120, 130))
def _appliance(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    case = form.paint((236, 236, 232), (206, 84, 72), (130, 178, 180), (90, 94, 106))
    pen.box(14, 14, 106, 122, rounded_across(case, 14, 106), 12)
    pen.box(22, 44, 98, 108, down(44, 108, (70, 76, 88), (38, 42, 52)), 7)
    pen.box(28, 50, 92, 102, down(50, 102, (110, 130, 146), (58, 66, 80)), 5)
    pen.line("M 36 96 L 62 56", WHITE, 7, 70)
    pen.box(30, 36, 90, 41, rounded_down(_STEEL, 36, 41), 2)
    for x in (34, 60, 86):
        pen.dot(x, 25, 6, ball(x - 2, 23, 8, WHITE, dark_of(_STEEL, 0.1)))
        with pen.at(x, 25, turn=form.vary(-120, 120)):
            pen.line("M 0 0 L 0 -5", (60, 60, 66), 1.6)
    for x in (26, 86):
        pen.box(x, 120, x + 10, 127, solid((60, 60, 66)), 2)


@drawing("generic-machine", height=1.3, home="workshop", size=(160, 130))
def _machine(pen: LocalCanvas, subject: Subject) -> None:
    """A frame with gears; a hopper, a flywheel, a chimney or a press as the word chooses."""
    form = WordForm(subject)
    case = form.paint(*_CASES)
    part = (
        "wheel"
        if form.has("wheel", "crank")
        else "press"
        if form.has("press")
        else form.choose("hopper", "chimney", "press", "wheel")
    )
    pen.box(8, 112, 152, 124, rounded_down(dark_of(case, 0.4), 112, 124), 3)
    if part == "hopper":
        pen.polygon(
            [(34, 12), (102, 12), (82, 48), (54, 48)],
            across(34, 102, light_of(_STEEL, 0.3), _STEEL, dark_of(_STEEL, 0.3)),
        )
        pen.oval(68, 12, 34, 6, solid(dark_of(_STEEL, 0.5)))
    elif part == "chimney":
        pen.box(36, 8, 54, 52, rounded_across(_STEEL, 36, 54), 2)
        pen.oval(45, 8, 12, 4, solid(dark_of(_STEEL, 0.4)))
        for x, y, r in ((50, -4, 8), (60, -14, 10)):
            pen.dot(x, y, r, solid(WHITE, 120))
    elif part == "press":
        for x in (34, 94):
            pen.box(x, 6, x + 8, 54, rounded_across(_STEEL, x, x + 8), 2)
        pen.box(28, 4, 108, 16, rounded_down(dark_of(case, 0.1), 4, 16), 3)
        pen.box(62, 14, 74, 40, rounded_across(light_of(_STEEL, 0.3), 62, 74), 2)
    pen.box(18, 46, 124, 114, rounded_down(case, 46, 114), 6)
    draw_gear(pen, 48, 84, 20, _BRASS, 11)
    draw_gear(pen, 80, 70, 12, _STEEL, 9)
    draw_dial(pen, 106, 64, 12, _BRASS, form.vary(-120, 120))
    for y in (92, 100):
        pen.line(f"M 82 {y} L 116 {y}", dark_of(case, 0.4), 3)
    for x in (24, 118):
        for y in (52, 108):
            pen.dot(x, y, 2, solid(light_of(case, 0.5)))
    if part == "wheel":
        pen.ring(134, 78, 24, 36, dark_of(_STEEL, 0.3), 7)
        for turn in range(0, 180, 45):
            angle = math.radians(turn)
            pen.line(
                f"M {134 - math.cos(angle) * 22} {78 - math.sin(angle) * 33} "
                f"L {134 + math.cos(angle) * 22} {78 + math.sin(angle) * 33}",
                _STEEL,
                3,
            )
        pen.dot(134, 78, 6, ball(132, 76, 8, _BRASS, dark_of(_BRASS, 0.4)))
    else:
        pen.line("M 124 70 L 146 54", dark_of(_STEEL, 0.2), 5)
        pen.dot(148, 52, 6, ball(146, 50, 8, (250, 110, 100), (176, 30, 40)))


@drawing("generic-device", height=0.35, home="studio", size=(140, 120))
@drawing("generic-rig", height=0.5, home="studio", size=(140, 120))
def _device(pen: LocalCanvas, subject: Subject) -> None:
    """A base with a lever, a coil, a bell or a crank."""
    form = WordForm(subject)
    metal, base = form.paint(_BRASS, _STEEL, (176, 96, 70)), form.choose(*_CASES, (140, 92, 58))
    part = form.choose("lever", "coil", "crank", "plunger")
    pen.box(14, 92, 126, 112, rounded_down(base, 92, 112), 5)
    pen.box(20, 86, 120, 94, rounded_down(light_of(base, 0.2), 86, 94), 3)
    if part == "lever":
        pen.box(60, 44, 80, 90, rounded_across(metal, 60, 80), 3)
        with pen.at(70, 44, turn=form.vary(-24, 24)):
            pen.box(-56, -4, 56, 4, down(-4, 4, light_of(metal, 0.4), dark_of(metal, 0.2)), 3)
            pen.dot(-54, 0, 10, ball(-57, -4, 14, light_of(metal, 0.5), dark_of(metal, 0.2)))
            pen.box(44, -10, 58, 10, rounded_across(dark_of(base, 0.2), 44, 58), 3)
        pen.dot(70, 44, 6, solid(dark_of(metal, 0.5)))
    elif part == "coil":
        for x in (40, 92):
            pen.box(x - 16, 28, x + 16, 88, rounded_across(dark_of(base, 0.3), x - 16, x + 16), 3)
            for step in range(10):
                pen.line(f"M {x - 17} {34 + step * 5.2} L {x + 17} {36 + step * 5.2}", metal, 3.4)
            pen.dot(x, 24, 8, ball(x - 3, 21, 11, WHITE, _STEEL))
        pen.line("M 40 20 C 52 -4 80 -4 92 20", dark_of(metal, 0.1), 3)
    elif part == "crank":
        draw_gear(pen, 56, 56, 28, metal, 12)
        draw_gear(pen, 96, 68, 15, _STEEL, 9)
        pen.line("M 56 56 L 30 22", dark_of(_STEEL, 0.2), 6)
        pen.dot(28, 20, 8, ball(25, 17, 11, (176, 116, 76), (96, 60, 42)))
    else:
        pen.box(52, 34, 88, 90, rounded_across(metal, 52, 88), 4)
        pen.box(66, 8, 74, 36, rounded_across(_STEEL, 66, 74), 2)
        pen.box(50, 2, 90, 11, rounded_down(dark_of(base, 0.2), 2, 11), 4)
        for y in (46, 60, 74):
            pen.line(f"M 53 {y} L 87 {y}", dark_of(metal, 0.3), 2)
        draw_dial(pen, 106, 70, 13, _STEEL, form.vary(-90, 90))

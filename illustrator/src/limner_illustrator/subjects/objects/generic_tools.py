"""Generic hand tools, blades, weapons, firearms, armour and toys."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import (
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

_WOODS: tuple[RGB, ...] = ((176, 118, 70), (136, 86, 52), (206, 92, 66), (60, 104, 140))
_STEEL: RGB = (174, 182, 194)
_BRASS: RGB = (222, 176, 84)


@drawing("generic-tool", height=0.35, home="workshop", size=(140, 120))
@drawing("generic-blade", height=0.35, home="workshop", size=(140, 120))
def _tool(pen: LocalCanvas, subject: Subject) -> None:
    """A handle with a head that the word chooses."""
    form = WordForm(subject)
    wood = form.paint(*_WOODS)
    sharp = subject.entity.drawing.endswith("blade")
    kinds = ("chisel", "curved", "cleaver", "long") if sharp else ("flat", "jaws", "rod", "fork", "roller", "scoop")
    head = "roller" if form.has("wheel") else form.choose(*kinds)
    with pen.at(70, 62, turn=-38):
        long = form.vary(48, 60)
        pen.box(-long, -7, 4, 7, down(-7, 7, light_of(wood, 0.36), wood, dark_of(wood, 0.36)), 6)
        for x in (-long + 8, -long + 16):
            pen.line(f"M {x} -6 L {x} 6", dark_of(wood, 0.3), 1.6)
        pen.box(0, -7.6, 10, 7.6, down(-8, 8, light_of(_BRASS, 0.5), _BRASS, dark_of(_BRASS, 0.4)), 2)
        steel = down(-14, 14, light_of(_STEEL, 0.6), _STEEL, dark_of(_STEEL, 0.3))
        if head in ("chisel", "long"):
            reach = 56 if head == "chisel" else 70
            pen.polygon([(8, -6), (reach - 8, -7), (reach, 7), (8, 6)], steel)
            pen.line(f"M 12 0 L {reach - 12} 0", light_of(_STEEL, 0.7), 1.4, 170)
        elif head == "curved":
            pen.shape("M 8 -5 C 34 -8 58 -26 64 -46 C 74 -20 54 12 8 6 Z", steel)
        elif head == "cleaver":
            pen.shape("M 8 -6 L 62 -10 Q 68 8 60 26 L 16 24 Q 10 12 8 6 Z", steel)
            pen.dot(54, 0, 3, solid(dark_of(_STEEL, 0.6)))
        elif head == "flat":
            pen.polygon([(8, -4), (26, -4), (34, -19), (64, -16), (64, 16), (34, 19), (26, 4), (8, 4)], steel)
        elif head == "jaws":
            for side in (-1, 1):
                pen.shape(
                    f"M 8 {side * 2} C 20 {side * 14} 34 {side * 20} 64 {side * 6} L 62 {side * 1.6} "
                    f"C 40 {side * 8} 26 {side * 6} 8 {side * 2} Z",
                    steel,
                )
            pen.dot(20, 0, 6, ball(18, -2, 8, light_of(_STEEL, 0.6), dark_of(_STEEL, 0.3)))
        elif head == "rod":
            pen.box(8, -3, 56, 3, steel, 2)
            pen.polygon([(54, -5), (68, 0), (54, 5)], solid(dark_of(_STEEL, 0.1)))
        elif head == "fork":
            pen.box(8, -3, 30, 3, steel, 1)
            pen.box(28, -15, 34, 15, steel, 2)
            for y in (-13, 0, 13):
                pen.polygon([(33, y - 2.6), (66, y), (33, y + 2.6)], solid(_STEEL))
        elif head == "roller":
            pen.line("M 8 0 L 30 0 L 34 -16 L 46 -16", dark_of(_STEEL, 0.2), 4)
            pen.box(40, -26, 58, 26, down(-26, 26, light_of(_STEEL, 0.5), _STEEL, dark_of(_STEEL, 0.4)), 7)
        else:
            pen.shape("M 8 -4 L 20 -4 C 26 -20 60 -20 68 0 C 60 20 26 20 20 4 L 8 4 Z", steel)
            pen.shape("M 26 -2 C 32 -12 54 -12 60 0 C 54 10 32 10 26 -2 Z", solid(dark_of(_STEEL, 0.3)))


@drawing("generic-weapon", height=1.6, home="studio", size=(120, 160))
def _weapon(pen: LocalCanvas, subject: Subject) -> None:
    """A polearm, a mace, or crossed staffs, leaning."""
    form = WordForm(subject)
    wood, head = form.paint(*_WOODS), form.choose("axe", "spear", "mace", "trident")
    steel = across(-20, 20, light_of(_STEEL, 0.5), _STEEL, dark_of(_STEEL, 0.3))
    with pen.at(60, 80, turn=16):
        pen.box(-3.4, -62, 3.4, 78, rounded_across(wood, -4, 4), 2)
        for y in (-40, 20, 70):
            pen.box(-5, y, 5, y + 6, rounded_across(_BRASS, -5, 5), 2)
        if head == "axe":
            pen.shape("M 2 -60 C 18 -66 30 -74 34 -84 C 42 -62 40 -44 32 -28 C 28 -40 16 -46 2 -46 Z", steel)
            pen.polygon([(-2, -58), (-22, -52), (-2, -46)], solid(dark_of(_STEEL, 0.2)))
            pen.polygon([(-4, -62), (0, -88), (4, -62)], solid(light_of(_STEEL, 0.3)))
        elif head == "spear":
            pen.shape("M 0 -94 C 12 -78 10 -66 4 -56 L -4 -56 C -10 -66 -12 -78 0 -94 Z", steel)
            for side in (-1, 1):
                pen.shape(f"M 0 -52 Q {side * 12} -44 {side * 6} -30 Q {side * 2} -38 0 -46 Z", solid((196, 50, 60)))
        elif head == "mace":
            for turn in range(0, 360, 45):
                with pen.at(0, -72, turn=turn):
                    pen.polygon([(-5, -14), (0, -26), (5, -14)], solid(dark_of(_STEEL, 0.16)))
            pen.dot(0, -72, 17, ball(-6, -78, 24, light_of(_STEEL, 0.6), _STEEL, dark_of(_STEEL, 0.4)))
        else:
            pen.line("M -16 -74 C -16 -54 16 -54 16 -74", dark_of(_STEEL, 0.1), 5)
            for x in (-16, 0, 16):
                pen.line(f"M {x} -60 L {x} -84", _STEEL, 5)
                pen.polygon([(x - 6, -82), (x, -96), (x + 6, -82)], solid(light_of(_STEEL, 0.2)))


@drawing("generic-firearm", height=0.3, home="studio", size=(160, 80))
def _firearm(pen: LocalCanvas, subject: Subject) -> None:
    """An antique with a wooden stock, as in a museum."""
    form = WordForm(subject)
    wood = form.paint(*_WOODS)
    bore = form.vary(4, 8)
    with pen.at(80, 40, turn=-6):
        pen.box(
            -34,
            -bore - 4,
            76,
            bore - 6,
            down(-bore - 4, bore - 4, light_of(_STEEL, 0.4), _STEEL, dark_of(_STEEL, 0.5)),
            2,
        )
        pen.shape(
            "M 30 2 L -34 0 C -50 2 -56 20 -76 26 L -70 38 C -48 36 -40 18 -24 12 L 30 8 Z",
            down(-4, 38, light_of(wood, 0.3), wood, dark_of(wood, 0.4)),
        )
        pen.ring(-18, 14, 9, 7, _BRASS, 2.6)
        pen.line("M -18 8 L -20 16", dark_of(_STEEL, 0.4), 2.4)
        pen.line("M -30 -4 Q -38 -16 -28 -18", dark_of(_STEEL, 0.2), 4)
        for x in (0, 40):
            pen.box(x, -bore - 5, x + 5, 6, rounded_down(_BRASS, -bore - 5, 6), 1)


@drawing("generic-armor", height=0.9, home="castlehall", size=(120, 130))
def _armor(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    steel = form.paint(_STEEL, (190, 150, 90), (120, 126, 140))
    for side in (-1, 1):
        pen.oval(
            60 + side * 44, 40, 18, 20, ball(54 + side * 44, 32, 26, light_of(steel, 0.5), steel, dark_of(steel, 0.4))
        )
    pen.shape(
        "M 26 26 Q 44 34 60 26 Q 76 34 94 26 C 102 60 96 96 60 124 C 24 96 18 60 26 26 Z",
        across(22, 98, light_of(steel, 0.4), steel, dark_of(steel, 0.4)),
    )
    pen.line("M 60 30 L 60 118", light_of(steel, 0.6), 3, 190)
    for step in range(3):
        pen.line(
            f"M {30 + step * 4} {74 + step * 14} Q 60 {86 + step * 14} {90 - step * 4} {74 + step * 14}",
            dark_of(steel, 0.4),
            2,
        )
    pen.shape("M 40 26 Q 60 8 80 26 Q 60 36 40 26 Z", solid(dark_of(steel, 0.5)))
    for x, y in ((34, 44), (86, 44), (38, 60), (82, 60)):
        pen.dot(x, y, 2.4, solid(_BRASS))


@drawing("generic-toy", height=0.25, home="livingroom", size=(130, 120))
def _toy(pen: LocalCanvas, subject: Subject) -> None:
    """A spinning top, stacked rings, a cart on a string, or a puzzle cube."""
    form = WordForm(subject)
    first = form.paint((226, 70, 66), (60, 130, 200), (240, 176, 50))
    second, third = (250, 206, 70), (80, 170, 120)
    kind = "cube" if form.has("box") else "cart" if form.has("wheel") else form.choose("top", "rings", "cart")
    if kind == "cube":
        for row in range(3):
            for step in range(3):
                tone = (first, second, third, (240, 240, 244), (70, 120, 210))[(row * 2 + step * 3) % 5]
                pen.polygon(
                    [
                        (22 + step * 17, 40 + row * 20 + step * 5),
                        (38 + step * 17, 45 + row * 20 + step * 5),
                        (38 + step * 17, 63 + row * 20 + step * 5),
                        (22 + step * 17, 58 + row * 20 + step * 5),
                    ],
                    solid(tone),
                )
                pen.polygon(
                    [
                        (75 + step * 13, 55 + row * 20 - step * 6),
                        (87 + step * 13, 49 + row * 20 - step * 6),
                        (87 + step * 13, 67 + row * 20 - step * 6),
                        (75 + step * 13, 73 + row * 20 - step * 6),
                    ],
                    solid(dark_of(mix(tone, first, 0.3), 0.16)),
                )
                pen.polygon(
                    [
                        (62 - row * 13 + step * 17, 18 + row * 6 + step * 5),
                        (77 - row * 13 + step * 17, 23 + row * 6 + step * 5),
                        (65 - row * 13 + step * 17, 29 + row * 6 + step * 5),
                        (50 - row * 13 + step * 17, 24 + row * 6 + step * 5),
                    ],
                    solid(light_of(tone, 0.2)),
                )
    elif kind == "rings":
        pen.box(61, 14, 69, 104, rounded_across((210, 160, 100), 61, 69), 3)
        for index, tone in enumerate((first, second, third, (70, 130, 210), first)):
            half = 50 - index * 8
            pen.box(
                65 - half, 90 - index * 16, 65 + half, 105 - index * 16, rounded_across(tone, 65 - half, 65 + half), 8
            )
        pen.dot(65, 16, 9, ball(62, 13, 12, light_of(second, 0.5), second))
        pen.box(8, 104, 122, 112, rounded_across((196, 146, 92), 8, 122), 4)
    elif kind == "cart":
        pen.line("M 108 76 Q 122 70 128 54", (236, 232, 220), 2.6)
        pen.box(18, 54, 112, 88, rounded_down(first, 54, 88), 6)
        pen.polygon([(34, 54), (52, 26), (86, 26), (94, 54)], across(34, 94, light_of(second, 0.3), second))
        pen.box(54, 34, 82, 52, down(34, 52, (206, 236, 250), (150, 200, 226)), 3)
        for x in (38, 92):
            pen.dot(x, 92, 16, ball(x - 4, 86, 22, light_of(third, 0.4), third, dark_of(third, 0.3)))
            pen.dot(x, 92, 6, solid((250, 246, 236)))
    else:
        pen.box(61, 6, 69, 40, rounded_across((206, 156, 98), 61, 69), 3)
        shape = "M 20 44 Q 65 26 110 44 Q 116 62 65 116 Q 14 62 20 44 Z"
        pen.shape(shape, across(18, 112, light_of(first, 0.3), first, dark_of(first, 0.34)))
        with pen.inside(shape):
            for y, tone in ((52, second), (66, third), (80, second)):
                pen.line(f"M 8 {y} Q 65 {y + 14} 122 {y}", tone, 6)
        pen.oval(65, 42, 44, 8, down(34, 50, light_of(first, 0.5), first))

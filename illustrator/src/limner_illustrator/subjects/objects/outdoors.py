"""Signs, hydrants, bridges, tents and what flies: kite, balloon, hot-air balloon."""

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.lettering import fit_text
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

_WOOD: RGB = (160, 108, 66)


@drawing(
    "sign",
    nouns=(
        "sign, signpost, road sign, billboard, signboard, street sign, placard, poster, banner, neon sign, "
        "wooden sign, plaque, chalkboard, blackboard, whiteboard, noticeboard, scoreboard, mailbox sign, "
        "nameplate, sign board, bulletin board, marquee"
    ),
    traits={"held_high"},
    height=1.9,
    home="street",
    size=(100, 118),
    relief=0.7,
    support=0.06,
)
def _sign(pen: LocalCanvas, subject: Subject) -> None:
    has_neon = any(style.has_neon_signs for style in styles_named(subject.scene.styles))
    if has_neon or subject.says("neon", "glowing", "lit", "led"):
        _neon_sign(pen, subject)
        return
    board = subject.paint((248, 234, 202))
    pen.box(46, 50, 54, 118, rounded_across(_WOOD, 46, 54), 1.5)
    pen.box(2, 8, 98, 58, rounded_down(dark_of(_WOOD, 0.1), 8, 58), 4)
    pen.box(5, 11, 95, 55, down(11, 55, light_of(board, 0.3), dark_of(board, 0.08)), 3)
    for x, y in ((9, 15), (91, 15), (9, 51), (91, 51)):
        pen.dot(x, y, 1.1, solid(dark_of(_WOOD, 0.4)))
    dark = (0.3 * board[0] + 0.59 * board[1] + 0.11 * board[2]) < 120
    if subject.text:
        fit_text(pen.canvas, subject.text, (12, 15, 88, 51), "round", (250, 246, 236) if dark else (70, 44, 34))
    else:
        pen.line("M 24 33 L 72 33", (120, 84, 60), 4)
        pen.line("M 60 23 L 73 33 L 60 43", (120, 84, 60), 4)


def _neon_sign(pen: LocalCanvas, subject: Subject) -> None:
    glow = subject.color or (255, 90, 180)
    pen.box(2, 8, 98, 58, down(8, 58, (44, 40, 62), (26, 22, 40)), 5)
    pen.frame(6, 12, 94, 54, mix(glow, (90, 220, 255), 0.8), 1.4, 4)
    for x in (24, 76):
        pen.box(x - 1, 0, x + 1, 9, solid((70, 70, 84)))
    fit_text(
        pen.canvas, subject.text or "OPEN", (12, 16, 88, 50), "script", light_of(glow, 0.72), outline=glow, glow=True
    )


@drawing("hydrant", nouns="fire hydrant, hydrant", height=0.8, home="street", size=(70, 103), support=0.08)
def _hydrant(pen: LocalCanvas, subject: Subject) -> None:
    red = subject.paint((210, 54, 50))
    pen.box(14, 92, 56, 102, rounded_down(red, 92, 102), 3)
    pen.box(22, 34, 48, 94, rounded_across(red, 22, 48), 3)
    for x, left, right in ((12, 6, 24), (58, 46, 64)):
        pen.box(left, 48, right, 62, rounded_down(red, 48, 62), 2)
        pen.box(x - 5, 46, x + 5, 64, rounded_down(dark_of(red, 0.14), 46, 64), 2.5)
    pen.dot(35, 56, 10.5, ball(32, 53, 14, light_of(red, 0.4), red, dark_of(red, 0.3)))
    pen.dot(35, 56, 5, ball(33.6, 54.4, 7, (240, 240, 246), (160, 166, 178)))
    pen.box(17, 28, 53, 37, rounded_across(dark_of(red, 0.06), 17, 53), 3)
    pen.shape("M 20 29 C 20 10 50 10 50 29 Z", rounded_across(red, 20, 50))
    pen.box(31, 6, 39, 15, across(31, 39, (240, 240, 246), (150, 156, 168)), 2)
    pen.box(22, 78, 48, 83, solid(dark_of(red, 0.24)))


@drawing(
    "bridge",
    nouns=(
        "bridge, footbridge, stone bridge, suspension bridge, golden gate bridge, drawbridge, wooden bridge, "
        ""
        "桥, 橋, 다리, мост, brücke, puente, pont, ponte"
    ),
    traits={"span"},
    materials={"stone", "wood"},
    height=6,
    home="river",
    size=(200, 85),
    relief=0.6,
    support=0.3,
    submerged=0.1,
)
def _bridge(pen: LocalCanvas, subject: Subject) -> None:
    """A stone bridge of three arches, or one of planks."""
    if subject.entity.material == "wood" or subject.says("wooden", "footbridge", "wood"):
        _plank_bridge(pen, subject)
        return
    stone = subject.paint((186, 170, 154), (170, 172, 180))
    body = (
        "M 0 40 Q 100 4 200 40 L 200 84 L 184 84 C 184 52 146 52 146 84 L 130 84 C 130 38 70 38 70 84 L 54 84 "
        "C 54 52 16 52 16 84 L 0 84 Z"
    )
    pen.shape(body, down(16, 84, light_of(stone, 0.2), stone, dark_of(stone, 0.26)))
    rng = subject.random("stones")
    with pen.inside(body):
        for _ in range(70):
            x, y = rng.uniform(0, 200), rng.uniform(22, 84)
            pen.box(x, y, x + rng.uniform(6, 11), y + 4.4, solid(dark_of(stone, 0.24), 90), 1.6)
    for arch in ("M 16 84 C 16 52 54 52 54 84", "M 70 84 C 70 38 130 38 130 84", "M 146 84 C 146 52 184 52 184 84"):
        pen.line(arch, dark_of(stone, 0.34), 2.6, 200)
    pen.line("M 0 40 Q 100 4 200 40", light_of(stone, 0.4), 5)
    for index in range(11):
        x = 4 + index * 19.2
        y = 40 - 18 * (1 - ((x - 100) / 100) ** 2)
        pen.box(x - 2.4, y - 11, x + 2.4, y, rounded_across(stone, x - 2, x + 2), 1)
    pen.line("M 2 30 Q 100 -6 198 30", dark_of(stone, 0.1), 3.4)


def _plank_bridge(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((164, 112, 70), (142, 102, 74))
    for x in (40, 100, 160):
        top = 40 - 18 * (1 - ((x - 100) / 100) ** 2)
        pen.box(x - 4, top, x + 4, 84, rounded_across(dark_of(wood, 0.3), x - 4, x + 4))
    pen.line("M 40 80 L 100 46 L 160 80", dark_of(wood, 0.4), 3.4)
    for back in (True, False):
        shift, tone = (-6, dark_of(wood, 0.3)) if back else (0, wood)
        if not back:
            pen.shape(
                "M 0 38 Q 100 2 200 38 L 200 48 Q 100 12 0 48 Z", down(16, 48, light_of(wood, 0.3), dark_of(wood, 0.2))
            )
            for index in range(1, 28):
                at = index * 7.2
                y = 38 - 18 * (1 - ((at - 100) / 100) ** 2)
                pen.line(f"M {at} {y} L {at} {y + 9}", dark_of(wood, 0.44), 0.9, 190)
        for index in range(9):
            x = 4 + index * 24
            y = 40 - 18 * (1 - ((x - 100) / 100) ** 2) + shift
            pen.box(x - 2, y - 20, x + 2, y, rounded_across(tone, x - 2, x + 2), 1)
        pen.line(f"M 0 {21 + shift} Q 100 {-15 + shift} 200 {21 + shift}", tone, 3.6)
        pen.line(f"M 0 {30 + shift} Q 100 {-6 + shift} 200 {30 + shift}", tone, 2)


@drawing(
    "tent",
    nouns="tent, camping tent, circus tent, camp tent, marquee tent",
    kinds={"building"},
    height=1.8,
    home="forest",
    size=(150, 102),
    relief=0.5,
)
def _tent(pen: LocalCanvas, subject: Subject) -> None:
    cloth = subject.paint((236, 130, 60), (80, 150, 120), (220, 90, 80))
    pen.polygon([(70, 6), (150, 100), (104, 100)], across(70, 150, dark_of(cloth, 0.12), dark_of(cloth, 0.34)))
    pen.polygon([(70, 6), (104, 100), (0, 100)], down(6, 100, light_of(cloth, 0.3), cloth))
    pen.shape("M 68 20 L 86 100 L 34 100 Q 54 70 68 20 Z", down(20, 100, dark_of(cloth, 0.7), dark_of(cloth, 0.5)))
    pen.shape("M 68 20 L 86 100 L 94 100 Q 84 60 68 20 Z", solid(light_of(cloth, 0.4)))
    pen.shape("M 68 20 Q 54 70 34 100 L 24 100 Q 50 66 68 20 Z", solid(light_of(cloth, 0.4)))
    pen.line("M 70 6 L 70 0", (120, 86, 60), 2)
    for x in (-6, 156):
        pen.line(f"M {x} 101 L {20 if x < 0 else 134} 78", (226, 214, 190), 0.9)


@drawing(
    "kite",
    nouns="kite, paper kite",
    traits={"flies", "held_behind", "held_high", "on_string", "portable"},
    height=1.2,
    size=(100, 160),
    relief=0.3,
)
def _kite(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((230, 70, 80), (70, 140, 220), (250, 180, 60))
    tail = "M 50 92 C 40 108 62 118 50 132 C 42 142 54 150 50 158"
    pen.line(tail, (140, 120, 120), 1)
    for x, y, turn in ((48, 108, 20), (54, 124, -20), (47, 142, 16)):
        with pen.at(x, y, turn=turn):
            for side in (-1, 1):
                pen.polygon([(0, 0), (side * 8, -4), (side * 8, 4)], solid(light_of(color, 0.4)))
    other = mix(color, (255, 220, 90), 0.8)
    for points, paint in (
        (((50, 4), (50, 40), (14, 40)), across(14, 50, light_of(color, 0.3), color)),
        (((50, 4), (86, 40), (50, 40)), across(50, 86, other, dark_of(other, 0.14))),
        (((14, 40), (50, 40), (50, 94)), across(14, 50, other, dark_of(other, 0.1))),
        (((86, 40), (50, 94), (50, 40)), across(50, 86, color, dark_of(color, 0.24))),
    ):
        pen.polygon(points, paint)
    pen.line("M 50 4 L 50 94", dark_of(color, 0.5), 1.2)
    pen.line("M 14 40 L 86 40", dark_of(color, 0.5), 1.2)


@drawing(
    "balloon",
    nouns="balloon, party balloon, red balloon, balloons, birthday balloon",
    traits={"flies", "held_behind", "held_high", "portable"},
    height=0.8,
    size=(80, 153),
)
def _balloon(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((230, 56, 62), (60, 130, 220), (250, 190, 50), (110, 190, 110), (240, 110, 170))
    pen.line("M 40 98 C 36 112 46 120 40 134 C 37 142 41 148 40 152", (150, 146, 150), 0.9)
    pen.shape(
        "M 40 2 C 64 2 76 22 75 42 C 74 66 54 84 40 94 C 26 84 6 66 5 42 C 4 22 16 2 40 2 Z",
        ball(29, 28, 66, light_of(color, 0.5), color, dark_of(color, 0.32)),
    )
    pen.shape("M 40 92 L 45 100 Q 40 102 35 100 Z", solid(dark_of(color, 0.16)))
    pen.oval(26, 27, 6.4, 11, solid(WHITE, 150))
    pen.oval(33, 14, 3, 2.4, solid(WHITE, 120))
    if subject.text:
        fit_text(pen.canvas, subject.text, (14, 36, 66, 66), "round", WHITE, outline=dark_of(color, 0.3))


@drawing(
    "hotair",
    nouns="hot air balloon, hot-air balloon",
    kinds={"vehicle"},
    traits={"flies"},
    height=14,
    home="sky",
    size=(100, 135),
    support=0.86,
    rim=0.16,
)
def _hotair(pen: LocalCanvas, subject: Subject) -> None:
    color = subject.paint((226, 66, 60), (60, 120, 190), (240, 150, 50))
    pale = (255, 246, 226)
    for index, half in enumerate((50, 36, 20, 6)):
        shape = (
            f"M 50 2 C {50 - half * 1.06} 2 {50 - half} 30 {50 - half} 46 C {50 - half} 72 {50 - half * 0.34} "
            f"88 {50 - half * 0.26} 100 L {50 + half * 0.26} 100 C {50 + half * 0.34} 88 {50 + half} 72 "
            f"{50 + half} 46 C {50 + half} 30 {50 + half * 1.06} 2 50 2 Z"
        )
        tone = color if index % 2 == 0 else pale
        pen.shape(shape, across(50 - half, 50 + half, light_of(tone, 0.24), tone, dark_of(tone, 0.34)))
    pen.shape(
        "M 4 60 Q 50 80 96 60 L 91 72 Q 50 90 9 72 Z", across(4, 96, (255, 214, 110), (246, 180, 60), (190, 110, 40))
    )
    for x0, x1 in ((37.6, 41), (62.4, 59), (46, 47), (54, 53)):
        pen.line(f"M {x0} 99 L {x1} 118", (110, 80, 60), 0.8)
    pen.box(38, 117, 62, 134, across(38, 62, (206, 150, 90), (170, 112, 62), (116, 74, 44)), 3)
    for y in (122, 127):
        pen.line(f"M 39 {y} L 61 {y}", (110, 70, 42), 0.8, 160)
    pen.box(36.6, 115.6, 63.4, 119.6, rounded_down((140, 90, 54), 115, 120), 2)

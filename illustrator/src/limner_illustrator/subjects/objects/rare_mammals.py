"""Mammals that share one build, each with its own head, coat and tail: armadillo, pangolin, anteater, platypus."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.face import Face
from limner_illustrator.subjects.local_canvas import WHITE, LocalCanvas, ball, dark_of, down, light_of, solid
from limner_illustrator.subjects.objects.mammal_builds import BUILDS, DARK, PINK, Build
from limner_illustrator.subjects.objects.mammal_tails import draw_tail
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_FACE = Face(crown=(36, 30), width=28, eyes=(32, 46), span=20, neck=(52, 66), collar=30)
_RESTING = frozenset({"lying", "sleeping", "asleep", "napping", "curled"})


@drawing(
    "armadillo", nouns="armadillo", kinds={"animal"}, height=0.3, home="desert", size=(190, 116), head=_FACE, legs=0.18
)
@drawing(
    "pangolin", nouns="pangolin", kinds={"animal"}, height=0.35, home="jungle", size=(190, 116), head=_FACE, legs=0.18
)
@drawing(
    "anteater",
    nouns="anteater, giant anteater, tamandua",
    kinds={"animal"},
    height=0.9,
    home="savanna",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing(
    "aardvark", nouns="aardvark", kinds={"animal"}, height=0.6, home="savanna", size=(190, 116), head=_FACE, legs=0.18
)
@drawing(
    "platypus",
    nouns="platypus, duck-billed platypus",
    kinds={"animal"},
    height=0.25,
    home="lake",
    size=(190, 116),
    head=_FACE,
    legs=0.1,
    submerged=0.4,
)
@drawing(
    "echidna",
    nouns="echidna, spiny anteater",
    kinds={"animal"},
    height=0.3,
    home="forest",
    size=(190, 116),
    head=_FACE,
    legs=0.1,
)
@drawing("wombat", nouns="wombat", kinds={"animal"}, height=0.4, home="meadow", size=(190, 116), head=_FACE, legs=0.15)
@drawing(
    "tapir",
    nouns="tapir, malayan tapir",
    kinds={"animal"},
    height=1,
    home="jungle",
    size=(190, 116),
    head=_FACE,
    legs=0.25,
)
@drawing(
    "lesser-panda",
    nouns="red panda, lesser panda, firefox animal",
    kinds={"animal"},
    height=0.5,
    home="forest",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing(
    "opossum",
    nouns="opossum, possum",
    kinds={"animal"},
    height=0.3,
    home="forest",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing(
    "tasmanian-devil",
    nouns="tasmanian devil",
    kinds={"animal"},
    height=0.35,
    home="forest",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing(
    "capybara",
    nouns="capybara",
    kinds={"animal"},
    height=0.6,
    home="lake",
    size=(190, 116),
    head=_FACE,
    legs=0.2,
    submerged=0.45,
    support=0.2,
)
@drawing(
    "hyena",
    nouns="hyena, spotted hyena",
    kinds={"animal"},
    height=0.85,
    home="savanna",
    size=(190, 116),
    head=_FACE,
    legs=0.32,
)
@drawing(
    "honey-badger",
    nouns="honey badger, ratel",
    kinds={"animal"},
    height=0.35,
    home="savanna",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing(
    "wolverine",
    nouns="wolverine animal, glutton animal",
    kinds={"animal"},
    height=0.45,
    home="forest",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing("numbat", nouns="numbat", kinds={"animal"}, height=0.2, home="forest", size=(190, 116), head=_FACE, legs=0.18)
@drawing(
    "quokka",
    nouns="quokka, pademelon, bandicoot",
    kinds={"animal"},
    height=0.4,
    home="meadow",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing("chinchilla", nouns="chinchilla", kinds={"animal"}, height=0.2, home="livingroom", size=(190, 116), head=_FACE)
@drawing("mole", nouns="mole, shrew", kinds={"animal"}, height=0.12, home="garden", size=(190, 116), head=_FACE)
@drawing("okapi", nouns="okapi", kinds={"animal"}, height=1.6, home="jungle", size=(190, 116), head=_FACE, legs=0.4)
@drawing(
    "civet",
    nouns="civet, genet, binturong",
    kinds={"animal"},
    height=0.4,
    home="jungle",
    size=(190, 116),
    head=_FACE,
    legs=0.18,
)
@drawing("ferret", nouns="ferret, polecat", kinds={"animal"}, height=0.18, home="meadow", size=(190, 116), head=_FACE)
@drawing(
    "stoat",
    nouns="stoat, weasel, ermine, mink, mongoose, marten",
    kinds={"animal"},
    height=0.18,
    home="forest",
    size=(190, 116),
    head=_FACE,
)
@drawing(
    "muskrat",
    nouns="muskrat, nutria, coypu",
    kinds={"animal"},
    height=0.25,
    home="lake",
    size=(190, 116),
    head=_FACE,
    submerged=0.4,
)
def _mammal(pen: LocalCanvas, subject: Subject) -> None:
    """Seen from the side, its head to the left."""
    name = subject.entity.drawing.removeprefix("own:")
    build = BUILDS[name]
    fur = subject.color or build.fur
    rests = subject.entity.action in _RESTING
    if rests and name in ("armadillo", "pangolin"):
        _ball(pen, build, fur)
        return
    leg = 6.0 if rests else build.leg
    ground, belly = 112.0, 112.0 - leg
    back = belly - 46 - build.arch * 0.3
    legs = build.legs or dark_of(fur, 0.12)
    for x in (72, 132):
        _leg(pen, x + 10, belly - 12, ground - 2, dark_of(legs, 0.3))
    draw_tail(pen, build, fur, back + build.slope)
    body = (
        f"M 44 {belly - 20} C 44 {back + 4} 66 {back - 4} 92 {back - build.arch * 0.4} "
        f"C 124 {back - build.arch + build.slope} "
        f"150 {back + 8 + build.slope} 150 {belly - 16} C 150 {belly + 6} 130 {belly + 5} 118 {belly + 3} "
        f"L 74 {belly + 4} C 54 {belly + 6} 44 {belly - 4} 44 {belly - 20} Z"
    )
    pen.shape(body, down(back - 8, belly + 6, light_of(fur, 0.22), fur, dark_of(fur, 0.2)))
    with pen.inside(body):
        _draw_coat(pen, build, fur, back, belly)
    for x in (66, 126):
        _leg(pen, x, belly - 14, ground, legs)
        if name == "okapi":
            for k in range(3):
                pen.line(f"M {x - 7} {belly + k * 9} L {x + 7} {belly - 1 + k * 9}", build.mark, 3.4)
    _draw_head(pen, name, build, fur, (44.0, back + 14 - leg * 0.12), asleep=rests and subject.entity.action != "lying")


def _leg(pen: LocalCanvas, x: float, top: float, bottom: float, rgb: RGB) -> None:
    pen.shape(
        f"M {x - 10} {top} L {x + 10} {top} L {x + 7} {bottom - 4} Q "
        f"{x + 8} {bottom} {x + 2} {bottom} L {x - 9} {bottom} "
        f"Q {x - 14} {bottom - 1} {x - 8} {bottom - 7} Z",
        down(top, bottom, rgb, dark_of(rgb, 0.16)),
    )


def _draw_coat(pen: LocalCanvas, build: Build, fur: RGB, back: float, belly: float) -> None:
    mark = build.mark
    match build.coat:
        case "bands":
            for k in range(9):
                x = 64.0 + k * 10
                pen.line(f"M {x} {back - 16} Q {x + 9} {(back + belly) / 2} {x + 1} {belly + 2}", mark, 2.4, 220)
            pen.oval(100, belly + 8, 60, 11, solid(light_of(fur, 0.4), 220))
        case "scales":
            for row in range(7):
                for step in range(13):
                    x, y = 42.0 + step * 9.6 + (row % 2) * 4.8, back - 10 + row * 9
                    pen.shape(
                        f"M {x - 7} {y - 5} Q {x} {y - 9} {x + 7} {y - 5} Q {x + 7} {y + 6} "
                        f"{x + 3} {y + 8} Q {x - 6} {y + 6} {x - 7} {y - 5} Z",
                        ball(x - 2, y - 4, 13, light_of(fur, 0.32), fur, dark_of(mark, 0.1)),
                    )
        case "spines":
            for row in range(5):
                for step in range(12):
                    x, y = 58 + step * 8 + (row % 2) * 4, back + 6 + row * 9
                    pen.polygon(
                        [(x - 3, y + 5), (x + 7, y - 13), (x + 3, y + 6)],
                        solid(mark if (step + row) % 3 else dark_of(fur, 0.4)),
                    )
        case "saddle":
            pen.shape(
                f"M 88 {back - 24} Q 80 {belly} 92 {belly + 10} L 152 {belly + 10} L 156 {back - 10} Z", solid(mark)
            )
        case "stripes":
            for k in range(6):
                x = 94 + k * 9
                pen.line(f"M {x} {back - 14} L {x + 3} {belly - 8 if build.leg < 40 else belly + 8}", mark, 4, 230)
        case "spots":
            for k in range(20):
                pen.oval(58 + (k * 37) % 84, back + 6 + (k * 23) % 38, 4, 3, solid(mark, 220))
        case "mantle":
            pen.shape(
                f"M 30 {back + 12} Q 90 {back + 10} 156 {back + 28} L 160 {back - 30} L 30 {back - 30} Z", solid(mark)
            )
        case "chest":
            pen.oval(50, belly - 14, 13, 9, solid(mark))
        case "shoulder":
            pen.polygon([(40, belly + 4), (62, belly - 4), (104, back + 10), (62, back + 16)], solid(mark))
            pen.line(f"M 46 {belly - 8} L 100 {back + 8}", (240, 236, 230), 3)
        case "plain":
            pen.oval(98, belly + 10, 50, 12, solid(light_of(fur, 0.4), 110))


def _draw_head(pen: LocalCanvas, name: str, build: Build, fur: RGB, at: tuple[float, float], *, asleep: bool) -> None:
    x, y = at
    if name == "okapi":
        pen.line(f"M 62 {y + 22} L {x} {y - 8}", fur, 22)
        y -= 18
    for side, tone in ((8.0, dark_of(fur, 0.3)), (-5.0, dark_of(fur, 0.1))):
        if build.long_ear:
            with pen.at(x + side + 2, y - 12, turn=24 + side * 2):
                pen.oval(0, -build.ear * 0.7, build.ear * 0.36, build.ear, solid(tone))
                pen.oval(0, -build.ear * 0.6, build.ear * 0.18, build.ear * 0.7, solid(PINK))
        elif build.ear:
            pen.dot(x + side + 4, y - 14, build.ear, solid(tone))
            pen.dot(x + side + 3, y - 13, build.ear * 0.55, solid(build.face or PINK))
    tip_x, tip_y = x - 16 - build.snout, y + 4 + build.droop
    muzzle = (
        f"M {x - 6} {y - 12} Q {x - 18 - build.snout * 0.4} {y - 6 + build.droop * 0.2} {tip_x} {tip_y - build.blunt} "
        f"Q {tip_x - build.blunt * 0.8} {tip_y} {tip_x} {tip_y + build.blunt} "
        f"Q {x - 16 - build.snout * 0.3} {y + 15 + build.droop * 0.6} {x - 2} {y + 16} Z"
    )
    pen.dot(x, y, 19, ball(x - 6, y - 8, 28, light_of(fur, 0.26), fur, dark_of(fur, 0.12)))
    pen.shape(
        muzzle,
        down(
            y - 12,
            tip_y + build.blunt + 4,
            light_of(build.face or fur, 0.14),
            build.face or fur,
            dark_of(build.face or fur, 0.16),
        ),
    )
    if name == "platypus":
        pen.shape(
            f"M {x - 14} {y - 2} Q {tip_x - 14} {tip_y - 10} {tip_x - 12} "
            f"{tip_y} Q {tip_x - 8} {tip_y + 9} {x - 12} {y + 15} Z",
            down(y - 4, tip_y + 9, light_of(build.nose, 0.24), build.nose),
        )
        pen.line(f"M {tip_x - 10} {tip_y + 2} L {x - 14} {y + 9}", dark_of(build.nose, 0.4), 1.4)
    else:
        pen.oval(
            tip_x - build.blunt * 0.2,
            tip_y - build.blunt * 0.4,
            min(4.6, build.blunt * 0.6),
            min(3.8, build.blunt * 0.5),
            solid(build.nose),
        )
        pen.line(
            f"M {tip_x + 3} {tip_y + build.blunt * 0.6} Q {tip_x + build.snout * 0.4} "
            f"{tip_y + build.blunt} {x - 12} {y + 9 + build.droop * 0.3}",
            dark_of(fur, 0.5),
            1.4,
        )
    if name == "lesser-panda":
        pen.oval(x - 9, y - 8, 6, 4, solid(build.face or WHITE))
        pen.line(f"M {x - 10} {y} Q {x - 8} {y + 10} {x + 2} {y + 14}", dark_of(fur, 0.3), 4)
    if name == "honey-badger":
        pen.shape(
            f"M {x - 16} {y - 10} Q {x} {y - 26} {x + 20} {y - 6} L "
            f"{x + 20} {y - 2} Q {x} {y - 12} {x - 16} {y - 10} Z",
            solid(build.mark),
        )
    if asleep:
        pen.line(f"M {x - 14} {y - 2} Q {x - 9} {y + 2} {x - 5} {y - 2}", DARK, 2)
        return
    eye = 1.6 if name == "mole" else 3.6
    pen.dot(x - 9, y - 2, eye, solid(DARK))
    pen.dot(x - 10, y - 3.2, eye * 0.36, solid(WHITE))


def _ball(pen: LocalCanvas, build: Build, fur: RGB) -> None:
    """Curled up: only the armour shows, and the tail across it."""
    circle = "M 95 12 C 162 12 162 112 95 112 C 28 112 28 12 95 12 Z"
    pen.shape(circle, ball(80, 40, 80, light_of(fur, 0.3), fur, dark_of(fur, 0.34)))
    with pen.inside(circle):
        for row in range(10):
            for step in range(10):
                x, y = 44 + step * 12 + (row % 2) * 6, 12 + row * 11
                if build.coat == "scales":
                    pen.shape(
                        f"M {x - 8} {y - 6} L {x + 8} {y - 6} Q {x + 6} {y + 6} {x} "
                        f"{y + 10} Q {x - 6} {y + 6} {x - 8} {y - 6} Z",
                        ball(x - 2, y - 3, 14, light_of(fur, 0.3), fur, dark_of(build.mark, 0.14)),
                    )
        if build.coat == "bands":
            for k in range(9):
                pen.line(f"M {52 + k * 11} 4 Q {70 + k * 7} 62 {58 + k * 10} 120", build.mark, 3, 220)
    pen.line("M 46 76 C 60 100 92 104 108 88", dark_of(fur, 0.3), 13)
    pen.line("M 46 75 C 60 98 92 102 108 87", fur, 9)
    pen.dot(112, 84, 9, solid(light_of(fur, 0.2)))
    pen.line("M 109 82 L 115 84", DARK, 2)

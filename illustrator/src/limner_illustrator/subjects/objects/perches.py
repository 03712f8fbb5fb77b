"""Things that reach into the picture without standing on its ground: a branch, a shelf on the wall."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, down, light_of, rounded_down, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_BARK: RGB = (122, 84, 58)
_LEAVES: dict[str | None, tuple[RGB, ...]] = {
    "spring": ((250, 190, 210), (150, 206, 104)),
    "autumn": ((232, 140, 52), (206, 84, 48), (240, 190, 76)),
}
_GREENS: tuple[RGB, ...] = ((96, 160, 76), (122, 184, 84), (74, 134, 66))
# Twigs: where they leave the branch, and where they end.
_TWIGS = (
    ((46, 60), (60, 78)), ((122, 56), (150, 76)), ((196, 44), (226, 66)), ((236, 38), (268, 20)),
    ((264, 36), (296, 46)), ((170, 42), (150, 62)), ((70, 62), (88, 80)),
)  # fmt: skip


@drawing(
    "branch",
    nouns="branch, tree branch, bough, tree bough, twig, perch, tree limb",
    traits={"branch", "surface", "suspended"},
    height=0.5,
    size=(300, 84),
    relief=0.6,
    support=0.42,
)
def _branch(pen: LocalCanvas, subject: Subject) -> None:
    """It comes from the left; its upper side is nearly level, so that birds can sit on it."""
    bark = subject.color or _BARK
    limb = "M 0 26 C 40 40 90 36 150 35 C 210 34 250 36 296 26 C 262 44 220 46 160 50 C 96 54 46 62 0 74 Z"
    for (from_x, from_y), (x, y) in _TWIGS:
        pen.line(f"M {from_x} {from_y} Q {(from_x + x) / 2} {from_y} {x} {y}", dark_of(bark, 0.14), 3.2)
    pen.shape(limb, down(26, 74, light_of(bark, 0.26), bark, dark_of(bark, 0.4)))
    rng = subject.random("bark")
    with pen.inside(limb):
        for _ in range(26):
            left, level = rng.uniform(0, 240), rng.uniform(34, 64)
            pen.line(f"M {left} {level} L {left + rng.uniform(10, 30)} {level - 1}", dark_of(bark, 0.34), 1.1, 120)
    if subject.scene.season == "winter":
        pen.line("M 6 29 C 40 40 90 37 150 36 C 210 35 250 36 290 28", (244, 248, 253), 4.4)
        return
    tones = _LEAVES.get(subject.scene.season, _GREENS)
    for _, tip in _TWIGS:
        for turn in (-70, -10, 50, 110):
            with pen.at(*tip, turn=turn + rng.uniform(-16, 16), scale=rng.uniform(0.8, 1.15)):
                tone = rng.choice(tones)
                pen.shape("M 0 0 C 4 -8 14 -9 20 0 C 14 8 4 7 0 0 Z", down(-8, 8, light_of(tone, 0.24), tone))
                pen.line("M 2 0 L 17 0", dark_of(tone, 0.24), 0.9, 150)


@drawing(
    "shelf",
    nouns="shelf, wall shelf, floating shelf, wooden shelf",
    traits={"surface", "suspended"},
    height=0.25,
    home="livingroom",
    size=(240, 40),
    relief=0.4,
    support=0.04,
)
def _shelf(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((168, 116, 72), (190, 140, 92))
    for x in (38, 202):
        pen.shape(f"M {x - 5} 12 L {x + 5} 12 L {x + 5} 40 Q {x + 2} 22 {x - 22} 14 Z", solid(dark_of(wood, 0.34)))
    pen.box(0, 0, 240, 6, solid(light_of(wood, 0.3)), 2)
    pen.box(0, 4, 240, 14, rounded_down(wood, 4, 14), 2)

"""Faces, in head units: the origin is the middle of the head, which is 10 wide and 11 high to each side."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, dark_of, down, light_of, soft, solid

_IRISES: tuple[RGB, ...] = ((84, 56, 40), (70, 110, 150), (84, 120, 76), (100, 70, 44))
_LIP: RGB = (188, 72, 76)


def draw_head(pen: LocalCanvas, person: Person) -> None:
    """Skull, ears and neck shadow, without features."""
    skin = person.skin
    ear = mix(skin, (190, 70, 60), 0.16)
    for side in (-1, 1):
        if side * person.turn > 0.5:
            continue
        x = side * 9.8 + person.turn * 2
        if "ears" in person.outfit.extras:
            pen.shape(f"M {x} -1.6 Q {x + side * 7} -5 {x + side * 8.5} -8 Q {x + side * 6} 3 {x} 4 Z", solid(ear))
        else:
            pen.oval(x, 1.4, 2.1, 2.8, solid(ear))
    jaw = 10.0 if person.age in ("baby", "child") else 9.3 if person.female else 9.6
    head = (
        f"M -10 -1 C -10 -8 -6 -11 0 -11 C 6 -11 10 -8 10 -1 C 10 {jaw - 4} 6.4 {jaw + 1.6} 0 {jaw + 1.6} "
        f"C -6.4 {jaw + 1.6} -10 {jaw - 4} -10 -1 Z"
    )
    pen.shape(head, ball(-3, -4, 18, light_of(skin, 0.16), skin, mix(skin, (150, 60, 50), 0.22)))


def draw_features(pen: LocalCanvas, person: Person) -> None:
    """Eyes, brows, nose and mouth, moved to where the face looks."""
    with pen.at(person.turn * 3.4, 0, stretch=(1 - 0.16 * abs(person.turn), 1)):
        _cheeks(pen, person)
        for side in (-1, 1):
            _brow(pen, person, side)
            _EYES[person.expression.eyes if not person.asleep else "closed"](pen, person, side)
        if person.age == "old":
            _wrinkles(pen, person)
        if person.freckles:
            _freckles(pen, person)
        _nose(pen, person)
        if person.asleep:
            pen.line("M -1.3 7 Q 0 7.8 1.3 7", mix(person.skin, (140, 50, 50), 0.6), 0.6)
        else:
            _MOUTHS[person.expression.mouth](pen, person)
        if person.expression.tears:
            _tears(pen, person)


def _eye_spot(person: Person, side: int) -> tuple[float, float]:
    young = person.age in ("baby", "child")
    return side * (4.3 if young else 3.9), 1.9 if young else 0.7


def _open_eye(pen: LocalCanvas, person: Person, side: int) -> None:
    if person.close_up:
        _fine_eye(pen, person, side)
        return
    x, y = _eye_spot(person, side)
    size = 1.18 if person.age in ("baby", "child") else 1.0
    if person.eyes is not None:
        pen.oval(x, y, 1.9 * size, 2.1 * size, solid((252, 250, 248)))
        pen.dot(x, y, 1.5 * size, solid(person.eyes))
        pen.dot(x, y, 0.8 * size, solid((30, 22, 30)))
        pen.dot(x - 0.5, y - 0.6, 0.44 * size, solid((255, 255, 255)))
        return
    pen.oval(x, y, 1.36 * size, 1.86 * size, solid((50, 34, 36)))
    pen.dot(x - 0.42, y - 0.66, 0.5 * size, solid((255, 255, 255)))
    if person.female:
        for dy in (-1.2, -0.4):
            pen.line(f"M {x + side * 1.1} {y + dy} L {x + side * 2.3} {y + dy - 0.7}", (50, 34, 36), 0.42)


def _closed_eye(pen: LocalCanvas, person: Person, side: int) -> None:
    x, y = _eye_spot(person, side)
    bend = -1.5 if person.expression.mouth == "laugh" and not person.asleep else 1.7
    pen.line(f"M {x - 1.8} {y} Q {x} {y + bend} {x + 1.8} {y}", (60, 40, 40), 0.7)


def _wide_eye(pen: LocalCanvas, person: Person, side: int) -> None:
    x, y = _eye_spot(person, side)
    pen.oval(x, y, 2.3, 2.6, solid((255, 255, 255)))
    pen.ring(x, y, 2.3, 2.6, (70, 50, 50), 0.3)
    pen.dot(x, y + 0.1, 1.1, solid(person.eyes or (50, 34, 36)))


def _half_eye(pen: LocalCanvas, person: Person, side: int) -> None:
    """A heavy lid, and a shadow under the eye."""
    x, y = _eye_spot(person, side)
    _open_eye(pen, person, side)
    pen.box(x - 2.4, y - 2.6, x + 2.4, y - 0.1, solid(mix(person.skin, (150, 60, 50), 0.14)), 0.8)
    pen.line(f"M {x - 2} {y - 0.1} L {x + 2} {y - 0.1}", (70, 46, 46), 0.5)
    pen.line(f"M {x - 1.6} {y + 2.9} Q {x} {y + 3.7} {x + 1.6} {y + 2.9}", mix(person.skin, (110, 60, 90), 0.5), 0.5)


def _fine_eye(pen: LocalCanvas, person: Person, side: int) -> None:
    """The eye of a portrait: white, iris, lid and lashes."""
    x, y = _eye_spot(person, side)
    almond = (
        f"M {x - 2.3} {y + 0.2} Q {x - 0.6} {y - 2.3} {x + 1.4} {y - 1.4} Q {x + 2.3} {y - 0.8} {x + 2.4} "
        f"{y + 0.3} Q {x} {y + 2} {x - 2.3} {y + 0.2} Z"
    )
    iris = person.eyes or _IRISES[person.iris]
    pen.shape(almond, solid((252, 250, 248)))
    with pen.inside(almond):
        pen.dot(x, y, 1.5, ball(x, y + 0.4, 1.6, light_of(iris, 0.3), iris, dark_of(iris, 0.5)))
        pen.dot(x, y, 0.72, solid((20, 16, 24)))
        pen.line(f"M {x - 2.4} {y - 1.2} Q {x} {y - 2.4} {x + 2.4} {y - 1}", (60, 30, 30), 0.8, 70)
    pen.dot(x - 0.5, y - 0.6, 0.42, solid((255, 255, 255)))
    pen.line(
        f"M {x - 2.4} {y + 0.1} Q {x - 0.6} {y - 2.4} {x + 1.4} {y - 1.5} Q {x + 2.4} {y - 0.9} {x + 2.6} {y}",
        (56, 36, 36),
        0.5,
    )
    if person.female:
        edge = x + side * 2.3
        for step in (0.0, 0.6):
            pen.line(f"M {edge} {y - 0.3 - step} L {edge + side * 0.9} {y - 0.9 - step}", (56, 36, 36), 0.35)


def _brow(pen: LocalCanvas, person: Person, side: int) -> None:
    x, y = _eye_spot(person, side)
    color = mix(dark_of(person.hair, 0.3), person.skin, 0.12)
    width = 0.62 if person.female or person.age in ("baby", "child") else 0.95
    y -= person.expression.brow_lift
    inner = y - 3.3 - person.expression.brow_tilt
    outer = y - 3.1 + person.expression.brow_tilt * 0.3
    pen.line(
        f"M {x - side * 1.7} {inner} Q {x + side * 0.4} {(inner + outer) / 2 - 1} {x + side * 2.1} {outer}",
        color,
        width,
    )


def _cheeks(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        strength = round(min(200, 84 * person.expression.blush))
        pen.oval(side * 6.2, 4.6, 1.9, 1.4, soft((235, 90, 80), strength, 0.7))


def _freckles(pen: LocalCanvas, person: Person) -> None:
    tone = mix(person.skin, (150, 70, 30), 0.5)
    for side in (-1, 1):
        for x, y in ((4.2, 3.6), (5.8, 3.2), (7.2, 4.0), (5.0, 5.0), (6.6, 5.3), (3.2, 4.9)):
            pen.dot(side * x, y, 0.42, solid(tone))
    pen.dot(0.2, 1.6, 0.36, solid(tone))


def _tears(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        x, y = _eye_spot(person, side)
        pen.shape(
            f"M {x - 0.7} {y + 1} L {x + 0.7} {y + 1} L {x + 1.1} {y + 7.6} Q {x} {y + 9} {x - 1.1} {y + 7.6} Z",
            down(y, y + 9, (180, 226, 255), (96, 176, 246)),
        )


def _nose(pen: LocalCanvas, person: Person) -> None:
    shade = mix(person.skin, (150, 60, 50), 0.42)
    if person.close_up:
        pen.shape(
            "M -0.5 -1 C -0.8 1.6 -2 3 -1.4 4 C -0.6 4.7 0.8 4.7 1.5 4 C 2 3 0.7 1.4 0.5 -1 Z",
            ball(-0.3, 2.4, 3.4, light_of(person.skin, 0.3), mix(person.skin, shade, 0.28)),
        )
        pen.line("M -1.3 4.1 Q 0 4.9 1.4 4.1", shade, 0.4)
    else:
        pen.line("M -0.9 3.4 Q 0.2 4.6 1.2 3.3", shade, 0.7)


def _smile(pen: LocalCanvas, person: Person) -> None:
    if person.close_up and person.female and person.age not in ("baby", "child"):
        pen.shape("M -3 6 Q -1.1 5.7 0 6.2 Q 1.1 5.7 3 6 Q 0 9.4 -3 6 Z", solid(mix(_LIP, person.skin, 0.2)))
        pen.line("M -2.9 6.1 Q 0 8 2.9 6.1", dark_of(_LIP, 0.4), 0.3)
    elif person.age in ("baby", "child") or person.female or "clown-face" in person.outfit.extras:
        _grin(pen, person)
    else:
        pen.line("M -2.8 6.3 Q 0 8.6 2.8 6.3", mix(person.skin, (120, 36, 40), 0.66), 0.75)


def _grin(pen: LocalCanvas, person: Person) -> None:
    _open_mouth(pen, "M -2.9 5.9 Q 0 6.6 2.9 5.9 Q 1.8 9 0 9 Q -1.8 9 -2.9 5.9 Z", 8.9)


def _laugh(pen: LocalCanvas, person: Person) -> None:
    _open_mouth(pen, "M -3.9 5.2 Q 0 6.2 3.9 5.2 Q 3 10 0 10 Q -3 10 -3.9 5.2 Z", 9.8)


def _open_mouth(pen: LocalCanvas, outline: str, tongue: float) -> None:
    pen.shape(outline, solid((150, 46, 56)))
    with pen.inside(outline):
        pen.oval(0, tongue, 1.9, 1.2, solid((240, 120, 120)))
        pen.box(-3.4, 5, 3.4, 6.7, solid((255, 255, 255)))


def _frown(pen: LocalCanvas, person: Person) -> None:
    pen.line("M -2.8 8.6 Q 0 5.6 2.8 8.6", mix(person.skin, (120, 36, 40), 0.7), 0.8)


def _line(pen: LocalCanvas, person: Person) -> None:
    pen.line("M -2.4 7 L 2.4 7", mix(person.skin, (120, 36, 40), 0.7), 0.8)


def _teeth(pen: LocalCanvas, person: Person) -> None:
    pen.box(-3.4, 5.6, 3.4, 8.6, solid((130, 44, 52)), 1.3)
    pen.box(-2.9, 6, 2.9, 8.2, solid((255, 255, 255)), 1)
    pen.line("M -2.9 7.1 L 2.9 7.1", (170, 150, 156), 0.3)
    for x in (-1.4, 0, 1.4):
        pen.line(f"M {x} 6 L {x} 8.2", (170, 150, 156), 0.3)


def _round(pen: LocalCanvas, person: Person) -> None:
    pen.oval(0, 7.4, 1.8, 2.2, solid((130, 40, 50)))
    pen.oval(0, 8.7, 1.2, 0.8, solid((236, 116, 116)))


def _kiss(pen: LocalCanvas, person: Person) -> None:
    pen.oval(0.4, 7, 1.3, 1.2, solid(mix(_LIP, person.skin, 0.1)))
    pen.dot(0.4, 7, 0.4, solid(dark_of(_LIP, 0.5)))


def _wavy(pen: LocalCanvas, person: Person) -> None:
    pen.line("M -3 7.6 Q -2 6.2 -1 7.4 Q 0 8.6 1 7.4 Q 2 6.2 3 7.6", mix(person.skin, (120, 36, 40), 0.7), 0.7)


def _wrinkles(pen: LocalCanvas, person: Person) -> None:
    shade = mix(person.skin, (140, 60, 50), 0.36)
    for side in (-1, 1):
        pen.line(f"M {side * 3} 4.4 Q {side * 4.6} 5.4 {side * 4.4} 7.2", shade, 0.45, 190)
        pen.line(f"M {side * 6.6} 0.6 L {side * 7.8} 0", shade, 0.4, 190)
    pen.line("M -3 -6.2 Q 0 -6.8 3 -6.2", shade, 0.4, 150)


_EYES = {"open": _open_eye, "closed": _closed_eye, "wide": _wide_eye, "half": _half_eye}
_MOUTHS = {
    "smile": _smile, "grin": _grin, "laugh": _laugh, "frown": _frown, "line": _line, "teeth": _teeth, "round": _round,
    "kiss": _kiss, "wavy": _wavy,
}  # fmt: skip

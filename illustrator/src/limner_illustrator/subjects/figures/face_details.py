"""What is worn or painted on the face, in head units (see face.py)."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import mix
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import LocalCanvas, ball, solid

_INK = (50, 40, 48)
_GOLD = (232, 186, 70)


def draw_face_details(pen: LocalCanvas, person: Person) -> None:
    with pen.at(person.turn * 2.6, 0):
        for name in person.outfit.extras:
            if name in FACE_DETAILS:
                FACE_DETAILS[name](pen, person)


def _glasses(pen: LocalCanvas, person: Person) -> None:
    rim = person.outfit.color_of("glasses") or _INK
    for side in (-1, 1):
        pen.dot(side * 4, 0.8, 3.1, solid((220, 236, 250), 60))
        pen.ring(side * 4, 0.8, 3.1, 3.1, rim, 0.62)
        pen.line(f"M {side * 7} 0.4 L {side * 9.6} -0.4", rim, 0.6)
    pen.line("M -1 0.6 Q 0 -0.2 1 0.6", rim, 0.6)


def _earrings(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        pen.dot(side * 10.6, 4.6, 0.9, ball(side * 10.6 - 0.3, 4.2, 1.2, (255, 244, 190), _GOLD))
        pen.ring(side * 10.8, 7.2, 1.9, 2.4, _GOLD, 0.7)


def _monocle(pen: LocalCanvas, person: Person) -> None:
    pen.dot(4, 0.8, 3.4, solid((226, 240, 250), 70))
    pen.ring(4, 0.8, 3.4, 3.4, _GOLD, 0.7)
    pen.line("M 6.6 3 Q 9.6 8 7.6 14", _GOLD, 0.4)


def _face_mask(pen: LocalCanvas, person: Person) -> None:
    cloth = (176, 214, 232)
    for side in (-1, 1):
        pen.line(f"M {side * 6.6} 3.6 L {side * 9.8} 1.4 M {side * 6} 9.4 L {side * 9.4} 5", (236, 240, 246), 0.6)
    pen.shape("M -7 3.4 Q 0 1.2 7 3.4 Q 7 9 4.4 11 Q 0 12.4 -4.4 11 Q -7 9 -7 3.4 Z", solid(cloth))
    for y in (5.4, 7.6):
        pen.line(f"M -6.4 {y} Q 0 {y + 0.8} 6.4 {y}", (140, 182, 206), 0.4)


def _scar(pen: LocalCanvas, person: Person) -> None:
    shade = mix(person.skin, (150, 40, 50), 0.45)
    pen.line("M 5.6 -5 L 3.4 5.6", shade, 0.6)
    for y in (-3.6, 3.2, 4.6):
        pen.line(f"M {4.2 - y * 0.2} {y - 0.3} L {5.8 - y * 0.2} {y + 0.2}", shade, 0.4)


def _dimples(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        pen.line(f"M {side * 5} 5.4 Q {side * 5.8} 6.4 {side * 5} 7.4", mix(person.skin, (150, 60, 50), 0.4), 0.5)


def _face_paint(pen: LocalCanvas, person: Person) -> None:
    """Two stripes on each cheek."""
    for side in (-1, 1):
        for y in (3.0, 5.0):
            pen.line(f"M {side * 3.2} {y} L {side * 7.6} {y - 0.7}", person.outfit.trim, 1.1)


def _lipstick(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -3 6.4 Q -1.4 5.4 0 6 Q 1.4 5.4 3 6.4 Q 0 9.2 -3 6.4 Z", solid(person.outfit.trim))
    pen.line("M -2.6 6.6 Q 0 7.4 2.6 6.6", mix(person.outfit.trim, (60, 0, 20), 0.5), 0.4)


def _goggles(pen: LocalCanvas, person: Person) -> None:
    pen.box(-9.8, -9.6, 9.8, -6.8, solid((70, 80, 100)), 1)
    for side in (-1, 1):
        pen.dot(side * 4, -8.2, 2.9, ball(side * 4 - 1, -9.4, 4, (255, 255, 255), (150, 214, 236), (90, 150, 190)))
        pen.ring(side * 4, -8.2, 2.9, 2.9, (70, 80, 100), 0.8)


def _eyepatch(pen: LocalCanvas, person: Person) -> None:
    pen.line("M -10 -6 Q 0 -4.6 9.6 0.6", _INK, 0.7)
    pen.shape("M 1.2 -2 Q 4 -3 6.6 -0.6 Q 6.6 3.2 4 3.8 Q 1.2 3 1.2 -2 Z", solid(_INK))


def _mask(pen: LocalCanvas, person: Person) -> None:
    shape = (
        "M -9.4 -2.6 Q -4 -4.4 0 -2.2 Q 4 -4.4 9.4 -2.6 Q 9 3.6 4.6 3.6 Q 1.4 3.4 0 1.4 Q -1.4 3.4 -4.6 3.6 Q "
        "-9 3.6 -9.4 -2.6 Z"
    )
    pen.shape(shape, solid(person.outfit.trim))
    for side in (-1, 1):
        pen.oval(side * 4, 0.5, 2.2, 1.7, solid((250, 250, 252)))
        pen.dot(side * 4, 0.6, 1.1, solid(_INK))


def _fangs(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        pen.polygon([(side * 0.9, 7), (side * 2, 7), (side * 1.5, 8.9)], solid((255, 255, 255)))


def _clown_face(pen: LocalCanvas, person: Person) -> None:
    pen.oval(0, 7, 4.6, 2.9, solid((255, 255, 255)))
    pen.shape("M -3.4 6 Q 0 7.4 3.4 6 Q 2 9.2 0 9.2 Q -2 9.2 -3.4 6 Z", solid((206, 40, 60)))
    pen.dot(0, 3, 2.3, ball(-0.7, 2.2, 3, (255, 170, 170), (230, 50, 60)))
    for side in (-1, 1):
        pen.shape(f"M {side * 4 - 1.2} -1.4 L {side * 4} -5 L {side * 4 + 1.2} -1.4 Z", solid((80, 140, 220)))


def _zombie_face(pen: LocalCanvas, person: Person) -> None:
    shade = mix(person.skin, (50, 60, 40), 0.55)
    pen.line("M 3 -7.4 L 6.4 -5.6", shade, 0.7)
    for x in (3.8, 4.8, 5.8):
        pen.line(f"M {x - 0.4} {-6.1 + (x - 4.8) * 0.5 - 0.9} L {x + 0.3} {-6.1 + (x - 4.8) * 0.5 + 0.9}", shade, 0.45)
    for side in (-1, 1):
        pen.oval(side * 3.9, 3, 2.2, 0.8, solid(shade, 110))


def _white_face(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        pen.line(f"M {side * 3.9} -2.2 L {side * 3.9} -3.6 M {side * 3.9} 3.2 L {side * 3.9} 5", _INK, 0.6)
    pen.shape("M -2 6.4 Q 0 5.6 2 6.4 Q 0 8.6 -2 6.4 Z", solid((206, 40, 60)))


def _diving_mask(pen: LocalCanvas, person: Person) -> None:
    pen.box(-8.4, -4.4, 8.4, 4.4, solid((250, 200, 60)), 3.6)
    pen.box(-7.2, -3.2, 7.2, 3.2, solid((176, 224, 246)), 2.8)
    for side in (-1, 1):
        pen.oval(side * 3.9, 0.4, 1.2, 1.6, solid(_INK))
    pen.line("M -5 -2 L -2 -2.6", (255, 255, 255), 0.8)
    pen.line("M 4 8 Q 12 8 11.6 -3 L 11.6 -13", (60, 64, 76), 1.8)


FACE_DETAILS: dict[str, Callable[[LocalCanvas, Person], None]] = {
    "glasses": _glasses,
    "goggles": _goggles,
    "lipstick": _lipstick,
    "scar": _scar,
    "dimples": _dimples,
    "face-paint": _face_paint,
    "monocle": _monocle,
    "face-mask": _face_mask,
    "earrings": _earrings,
    "eyepatch": _eyepatch,
    "mask": _mask,
    "fangs": _fangs,
    "clown-face": _clown_face,
    "zombie-face": _zombie_face,
    "white-face": _white_face,
    "diving-mask": _diving_mask,
}

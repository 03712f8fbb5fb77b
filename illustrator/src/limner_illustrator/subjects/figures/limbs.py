"""Arms and legs: strokes along the joints, in skin and cloth."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.figures.fabric import Pattern, printed
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.poses import Point
from limner_illustrator.subjects.figures.skeleton import Limb
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, light_of, solid

_EDGE = 0.5
"""How much darker seam keeps a limb apart from what is behind it, in units."""


def bent_limb_path(limb: Limb, *, upto: float = 1.0) -> str:
    """A limb's curve as a path; `upto` 0.5 ends at the elbow or knee."""
    (ax, ay), (bx, by), (cx, cy) = limb
    if upto <= 0.5:
        t = upto * 2
        return f"M {ax} {ay} L {ax + (bx - ax) * t} {ay + (by - ay) * t}"
    t = upto * 2 - 1
    ex, ey = bx + (cx - bx) * t, by + (cy - by) * t
    near = ((ax + bx * 3) / 4, (ay + by * 3) / 4)
    far = ((ex + bx * 3) / 4, (ey + by * 3) / 4)
    return f"M {ax} {ay} L {near[0]} {near[1]} Q {bx} {by} {far[0]} {far[1]} L {ex} {ey}"


def draw_leg(pen: LocalCanvas, person: Person, leg: Limb, *, dim: float = 0.0, lap: bool = False) -> None:
    """`lap`: the thigh comes toward us, before a shin in its shadow."""
    width = person.build.limb * (1.34 if person.outfit.legs in ("trousers", "shorts") else 1.12)
    skin, cloth = mix(person.skin, (60, 20, 40), dim), mix(person.bottom, (20, 10, 40), dim)
    legs = person.outfit.legs
    if person.outfit.garment in ("bodysuit", "armor") and legs == "trousers":
        cloth = mix(person.bottom if person.outfit.garment == "armor" else person.top, (20, 10, 40), dim)
    if person.skin_is_steel and legs == "bare":
        _segments(pen, leg, width * 0.9)
        draw_shoe(pen, person, leg)
        return
    pattern = person.outfit.pattern if person.outfit.garment == "bodysuit" else person.outfit.bottom_pattern
    if legs == "trousers":
        _printed_tube(pen, leg, 0.93, cloth, width, pattern)
    elif legs == "tights":
        _tube(pen, bent_limb_path(leg), cloth, width * 0.86)
    else:
        _tube(pen, bent_limb_path(leg), skin, width * 0.84)
        if person.creature is None:
            _sock(pen, leg, width * 0.84)
    if lap:
        thigh = skin if legs == "bare" else cloth
        (hx, hy), (kx, ky) = leg[0], leg[1]
        _tube(pen, f"M {kx} {ky + 4} L {kx} {ky + 5}", dark_of(thigh, 0.34), width * 1.02)
        _tube(pen, f"M {hx} {hy} L {kx} {ky}", thigh, width * 1.3)
        pen.oval(kx, ky - 0.6, width * 0.42, width * 0.34, solid(light_of(thigh, 0.16)))
    elif legs == "shorts":
        _printed_tube(pen, leg, 0.52, cloth, width * 1.2, pattern)
    if person.outfit.boots:
        _boot_leg(pen, leg, person.outfit.shoes, max(width, person.build.limb * 1.34) * 1.06)
    draw_shoe(pen, person, leg)


def draw_arm(pen: LocalCanvas, person: Person, arm: Limb, *, dim: float = 0.0) -> None:
    width = person.build.limb
    sleeve = mix(person.top, (20, 10, 40), 0.06 + dim)
    if person.outfit.garment in ("vest", "overalls"):
        sleeve = mix(person.outfit.trim if person.outfit.garment == "vest" else person.top, (20, 10, 40), 0.06 + dim)
    skin = mix(person.skin, (60, 20, 40), dim)
    sleeves = person.outfit.sleeves
    if sleeves == "long":
        wide = 1.28 if person.outfit.garment in ("robe", "gown", "coat") else 1.14
        _printed_tube(pen, arm, 0.9, sleeve, width * wide, _sleeve_pattern(person))
        draw_hand(pen, arm[2], _glove(person, skin), width)
        return
    if person.skin_is_steel:
        _segments(pen, arm, width * 0.86)
    else:
        _tube(pen, bent_limb_path(arm), skin, width * 0.9)
    if sleeves == "short":
        _printed_tube(pen, arm, 0.3, sleeve, width * 1.24, _sleeve_pattern(person))
    draw_hand(pen, arm[2], person.outfit.gloves or skin, width)


def draw_hand(pen: LocalCanvas, spot: Point, color: RGB, width: float) -> None:
    pen.dot(spot[0], spot[1], width * 0.62 + _EDGE * 0.6, solid(dark_of(color, 0.3)))
    pen.dot(spot[0], spot[1], width * 0.62, solid(color))


def draw_shoe(pen: LocalCanvas, person: Person, leg: Limb) -> None:
    """A shoe that points away from the body's middle, or to where a turned figure goes."""
    kx, (x, y) = leg[1][0], leg[2]
    forward = -1.0 if person.turn < -0.3 else (0.34 if x > 0 else -0.34)
    size = person.build.limb
    tip = min(max((x - kx) / max(person.build.leg / 2, 1), -0.9), 0.9)
    turn = 0.0 if y > -6 else -tip * 46
    color = person.outfit.shoes
    if person.outfit.shoes == person.outfit.top[0] and person.kind == "baby":
        color = light_of(person.top, 0.4)
    with pen.at(x, y, turn=turn):
        toe = forward * size * 0.62
        pen.shape(
            f"M {-size * 0.66} {-size * 0.5} C {-size * 0.9 + min(toe, 0) * 1.5} {size * 0.1} "
            f"{-size * 0.8 + min(toe, 0) * 1.5} {2.4} {toe} 2.4 "
            f"C {size * 0.8 + max(toe, 0) * 1.5} 2.4 {size * 0.9 + max(toe, 0) * 1.5} {size * 0.1} "
            f"{size * 0.66} {-size * 0.5} Z",
            solid(color),
        )
        pen.line(
            f"M {-size * 0.7 + min(toe, 0) * 1.2} 2.1 L {size * 0.7 + max(toe, 0) * 1.2} 2.1", dark_of(color, 0.45), 0.7
        )


def _tube(pen: LocalCanvas, path: str, color: RGB, width: float) -> None:
    pen.line(path, dark_of(color, 0.34), width + _EDGE)
    pen.line(path, color, width)


def _printed_tube(pen: LocalCanvas, limb: Limb, upto: float, color: RGB, width: float, pattern: Pattern | None) -> None:
    xs, ys = [spot[0] for spot in limb], [spot[1] for spot in limb]
    area = (min(xs) - width, min(ys) - width, max(xs) + width, max(ys) + width)
    with printed(pen, pattern, color, area):
        _tube(pen, bent_limb_path(limb, upto=upto), color, width)


def _sleeve_pattern(person: Person) -> Pattern | None:
    """Under a vest the sleeves are those of a plain shirt."""
    return None if person.outfit.garment == "vest" else person.outfit.pattern


def _boot_leg(pen: LocalCanvas, leg: Limb, color: RGB, width: float) -> None:
    """From under the knee down to the shoe."""
    (kx, ky), (x, y) = leg[1], leg[2]
    top = kx + (x - kx) * 0.34, ky + (y - ky) * 0.34
    _tube(pen, f"M {top[0]} {top[1]} L {x} {y - 1}", color, width)


def _segments(pen: LocalCanvas, limb: Limb, width: float) -> None:
    """A hose of rings, as robots have it."""
    (ax, ay), (bx, by), (cx, cy) = limb
    _tube(pen, bent_limb_path(limb), (126, 138, 150), width)
    for start, end in (((ax, ay), (bx, by)), ((bx, by), (cx, cy))):
        for step in range(1, 5):
            x, y = start[0] + (end[0] - start[0]) * step / 5, start[1] + (end[1] - start[1]) * step / 5
            length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
            dx, dy = -(end[1] - start[1]) / length * width * 0.46, (end[0] - start[0]) / length * width * 0.46
            pen.line(f"M {x - dx} {y - dy} L {x + dx} {y + dy}", (74, 84, 96), 0.9)


def _sock(pen: LocalCanvas, leg: Limb, width: float) -> None:
    (bx, by), (cx, cy) = leg[1], leg[2]
    pen.line(f"M {bx + (cx - bx) * 0.76} {by + (cy - by) * 0.76} L {cx} {cy}", (246, 246, 250), width * 1.06)


def _glove(person: Person, skin: RGB) -> RGB:
    gloves: dict[str, RGB] = {
        "astronaut": (206, 212, 224),
        "santa": (52, 48, 56),
        "clown": (250, 250, 252),
        "knight": (150, 158, 174),
        "superhero": person.outfit.trim,
        "firefighter": (60, 56, 62),
    }
    usual = gloves.get(person.kind, skin) if person.creature is None else skin
    return person.outfit.gloves or usual

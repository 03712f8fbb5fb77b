"""Whole animals asleep: they lie on their folded legs, lids over their eyes."""

from limner_illustrator.canvas.palette import mix
from limner_illustrator.subjects.bodies import close_eyes
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.pen import INK, Pen, ball, down, light_of
from limner_illustrator.subjects.recolor import average, eyes_of

LEGS: dict[str, float] = {
    "horse": 0.34, "zebra": 0.4, "deer": 0.42, "cow": 0.3, "ox": 0.3, "water-buffalo": 0.3, "pig": 0.16, "ram": 0.24,
    "ewe": 0.16, "goat": 0.3, "camel": 0.34, "two-hump-camel": 0.34, "llama": 0.36, "elephant": 0.3, "mammoth": 0.24,
    "rhinoceros": 0.26, "hippopotamus": 0.2, "tiger": 0.3, "leopard": 0.3, "bison": 0.28, "giraffe": 0.36,
    "guide-dog": 0.3, "service-dog": 0.3, "poodle": 0.26, "raccoon": 0.24, "badger": 0.2, "sauropod": 0.2,
}  # fmt: skip
"""Icons of animals that stand, and the part of their height that is legs."""


def draw_lying(pen: Pen, name: str, svg: str) -> None:
    """The icon down to its belly; what has no legs to fold only shuts its eyes."""
    left, top, right, bottom = icon_bounds(svg)
    legs = LEGS.get(name, 0.0) * (bottom - top)
    fur = average(svg)
    if not legs:
        draw_icon(pen, svg)
        close_eyes(pen, svg, fur, eyes_of(svg))
        return
    floor, wide = bottom - legs, right - left
    pale, dark = light_of(fur, 0.1), mix(fur, INK, 0.3)
    pen.oval(left + wide * 0.56, floor - 5, wide * 0.4, 9, down(floor - 14, floor + 4, fur, dark))
    outline = (
        f"M {left} {top} L {right} {top} L {right} {floor - 10} Q {right} {floor} {right - 12} {floor} "
        f"L {left + 12} {floor} Q {left} {floor} {left} {floor - 10} Z"
    )
    with pen.inside(outline):
        draw_icon(pen, svg)
        close_eyes(pen, svg, fur, eyes_of(svg))
    for place, reach in ((0.34, 0.17), (0.72, 0.2)):
        x = left + wide * place
        pen.oval(x, floor - 1, wide * reach, 6, ball(x - wide * 0.06, floor - 5, wide * reach * 1.3, pale, fur, dark))

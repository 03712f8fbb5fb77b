"""Whole animals asleep: they lie on their folded legs, lids over their eyes."""

from limner_illustrator.canvas.palette import mix
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.subjects.bodies import close_eyes
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.local_canvas import INK, LocalCanvas, ball, down, light_of
from limner_illustrator.subjects.recolor import average, eyes_of


def draw_lying(pen: LocalCanvas, name: str, svg: str) -> None:
    """The icon down to its belly; what has no legs to fold only shuts its eyes."""
    left, top, right, bottom = icon_bounds(svg)
    legs = thing_of(f"noto:{name}").legs * (bottom - top)
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

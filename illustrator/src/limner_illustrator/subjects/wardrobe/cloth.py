"""Cloth: a colour with its pattern, laid into an outline. In the units of a seated body."""

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.local_canvas import LocalCanvas, across, dark_of, light_of, solid
from limner_illustrator.subjects.wardrobe.garments import Worn

Area = tuple[float, float, float, float]
"""Left, top, right, bottom of what the pattern has to cover."""


def lay(pen: LocalCanvas, outline: str, worn: Worn, area: Area) -> None:
    """The garment inside its outline, lit from the left."""
    left, _, right, _ = area
    color = worn.color
    pen.shape(outline, across(left, right, light_of(color, 0.2), color, dark_of(color, 0.2)))
    if worn.pattern:
        with pen.inside(outline):
            decorate(pen, worn, area)


def decorate(pen: LocalCanvas, worn: Worn, area: Area) -> None:
    left, top, right, bottom = area
    other = contrast(worn.color)
    match worn.pattern:
        case "striped":
            y = top + 3
            while y < bottom:
                pen.line(f"M {left} {y} Q {(left + right) / 2} {y + 5} {right} {y}", other, 2.8, 230)
                y += 7.5
        case "checked":
            for step in range(int((right - left) / 8) + 1):
                pen.line(f"M {left + 8 * step} {top} L {left + 8 * step} {bottom}", other, 2, 150)
            for step in range(int((bottom - top) / 8) + 1):
                pen.line(f"M {left} {top + 8 * step} L {right} {top + 8 * step}", other, 2, 150)
        case "dotted" | "starry":
            for row in range(int((bottom - top) / 9) + 1):
                for column in range(int((right - left) / 11) + 2):
                    x, y = left + 11 * column + (5.5 if row % 2 else 0), top + 9 * row + 3
                    if worn.pattern == "starry":
                        pen.star(x, y, 3, solid((255, 228, 130)))
                    else:
                        pen.dot(x, y, 1.9, solid(other))
        case _:
            pass


def contrast(color: RGB) -> RGB:
    """White on what is dark, and a dark tone of its own on what is light."""
    light = (0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2]) / 255
    return mix(color, (255, 255, 255), 0.8) if light < 0.62 else mix(color, (120, 60, 70), 0.6)

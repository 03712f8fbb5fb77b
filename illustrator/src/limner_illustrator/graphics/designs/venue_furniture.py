"""Furniture of places of business, seen from above, in metres: each unit in a cell of its own."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from limner_illustrator.graphics.designs.floor_furniture import CLOTH, LINEN, SAGE, STEEL, WOOD, Pen


@dataclass(frozen=True, slots=True)
class Unit:
    wide: float
    deep: float
    """The cell."""
    draw: Callable[[Pen, float, float], None]
    """Around a centre."""


def _round_table(pen: Pen, x: float, y: float, reach: float, chairs: int) -> None:
    for number in range(chairs):
        turn = 2 * math.pi * number / chairs + math.pi / 4
        pen.oval(x + (reach + 0.24) * math.cos(turn), y + (reach + 0.24) * math.sin(turn), 0.2, 0.2, CLOTH)
    pen.oval(x, y, reach, reach, WOOD)


def _cafe_table(pen: Pen, x: float, y: float) -> None:
    _round_table(pen, x, y, 0.45, 4)


def _banquet_table(pen: Pen, x: float, y: float) -> None:
    _round_table(pen, x, y, 0.8, 8)


def _desk(pen: Pen, x: float, y: float) -> None:
    pen.oval(x, y + 0.5, 0.26, 0.26, CLOTH)
    pen.rect(x - 0.75, y - 0.55, 1.5, 0.75, WOOD)
    pen.rect(x - 0.3, y - 0.48, 0.6, 0.16, STEEL, 0.02)


def _pupil(pen: Pen, x: float, y: float) -> None:
    pen.oval(x, y + 0.42, 0.2, 0.2, CLOTH)
    pen.rect(x - 0.5, y - 0.4, 1.0, 0.5, WOOD)


def _shelf(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 1.3, y - 0.3, 2.6, 0.6, WOOD)
    pen.segment(x - 1.3, y, x + 1.3, y)
    for number in range(1, 5):
        pen.segment(x - 1.3 + 0.52 * number, y - 0.3, x - 1.3 + 0.52 * number, y + 0.3)


def _machine(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 0.4, y - 0.85, 0.8, 1.7, STEEL, 0.1)
    pen.rect(x - 0.28, y - 0.45, 0.56, 1.2, (96, 102, 112), 0.04)
    pen.segment(x - 0.5, y - 0.6, x + 0.5, y - 0.6)


def _chair(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 0.6, y - 0.75, 1.2, 0.25, WOOD)
    pen.rect(x - 0.36, y - 0.2, 0.72, 0.72, CLOTH, 0.2)
    pen.rect(x - 0.36, y + 0.38, 0.72, 0.2, SAGE, 0.1)


def _bed(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 0.45, y - 1.0, 0.9, 2.0, LINEN, 0.08)
    pen.rect(x - 0.36, y - 0.92, 0.72, 0.36, (255, 255, 255), 0.1)
    pen.rect(x - 0.45, y - 0.3, 0.9, 1.3, CLOTH, 0.08)


def _mat(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 0.35, y - 0.9, 0.7, 1.8, SAGE, 0.06)


def _seat(pen: Pen, x: float, y: float) -> None:
    pen.rect(x - 0.24, y - 0.24, 0.48, 0.48, CLOTH, 0.1)


UNITS: dict[str, Unit] = {
    "round": Unit(2.9, 2.9, _banquet_table),
    "tables": Unit(2.1, 2.1, _cafe_table),
    "desks": Unit(2.0, 2.0, _desk),
    "pupils": Unit(1.5, 1.45, _pupil),
    "shelves": Unit(3.3, 1.7, _shelf),
    "machines": Unit(1.7, 2.4, _machine),
    "chairs": Unit(1.9, 2.1, _chair),
    "beds": Unit(1.9, 2.7, _bed),
    "mats": Unit(1.4, 2.4, _mat),
    "seats": Unit(0.75, 0.95, _seat),
}  # fmt: skip

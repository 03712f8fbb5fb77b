"""Hats, caps and hoods of trades, of faiths and of tales, in head units (see face.py)."""

from collections.abc import Callable

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.local_canvas import (
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

_GOLD: RGB = (240, 192, 66)
_BLACK: RGB = (50, 46, 56)


def _hijab(pen: LocalCanvas, person: Person) -> None:
    cloth = person.outfit.trim
    for side in (-1, 1):
        pen.shape(
            f"M 0 -14.8 C {side * 8} -14.8 {side * 14} -10 {side * 12} -2 C {side * 12} 8 {side * 13} 14 "
            f"{side * 16} 20 "
            f"Q {side * 8} 23 0 23 L 0 11.2 C {side * 6} 11.2 {side * 8.8} 5 {side * 8.8} -2 "
            f"C {side * 8.8} -7 {side * 5} -9.4 0 -9.4 Z",
            across(-15, 15, light_of(cloth, 0.24), cloth, dark_of(cloth, 0.26)),
        )
    pen.line("M -8 13 Q 2 17 11 11", dark_of(cloth, 0.3), 0.7, 170)
    pen.line("M -9 -8 Q 0 -13.4 9 -8", light_of(cloth, 0.3), 0.7, 140)


def _turban(pen: LocalCanvas, person: Person) -> None:
    cloth = person.outfit.trim
    pen.shape(
        "M -11.6 -3.4 C -16 -12 -9 -19 0 -19 C 9 -19 16 -12 11.6 -3.4 Q 6 -7.6 0 -9.6 Q -6 -7.6 -11.6 -3.4 Z",
        rounded_down(cloth, -19, -3),
    )
    for step in range(4):
        y = -6 - step * 3
        pen.line(f"M {-12.6 + step * 1.4} {y} Q -3 {y - 1.4} {2 + step} {y - 5}", dark_of(cloth, 0.3), 0.6, 190)
        pen.line(f"M {12.6 - step * 1.4} {y} Q 3 {y - 1.4} {-2 - step} {y - 5}", dark_of(cloth, 0.2), 0.6, 160)
    pen.dot(0, -11.4, 1.5, ball(-0.5, -12, 2, (255, 255, 255), _GOLD))


def _nurse(pen: LocalCanvas, person: Person) -> None:
    pen.shape(
        "M -9.6 -8.4 L -8 -15.6 Q 0 -18.4 8 -15.6 L 9.6 -8.4 Q 0 -12.4 -9.6 -8.4 Z",
        down(-18, -8, (255, 255, 255), (226, 230, 240)),
    )
    pen.box(-0.9, -16, 0.9, -11.4, solid((214, 50, 56)), 0.3)
    pen.box(-2.3, -14.6, 2.3, -12.8, solid((214, 50, 56)), 0.3)


def _surgeon(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -11 -5.4 C -12 -16.4 12 -16.4 11 -5.4 Q 0 -9.6 -11 -5.4 Z", rounded_down(person.top, -16, -5))
    pen.shape(
        "M -8.6 3.2 Q 0 1 8.6 3.2 C 8.4 9.6 5 12.4 0 12.4 C -5 12.4 -8.4 9.6 -8.6 3.2 Z",
        down(2, 12, light_of(person.top, 0.5), light_of(person.top, 0.24)),
    )
    for y in (5.6, 7.8):
        pen.line(f"M -7 {y} Q 0 {y - 1} 7 {y}", dark_of(person.top, 0.1), 0.4)


def _cap(pen: LocalCanvas, person: Person) -> None:
    """A cap with a peak, as for sports and deliveries."""
    cloth = person.outfit.trim
    pen.shape("M -10.8 -5.6 C -11.6 -17 11.6 -17 10.8 -5.6 Q 0 -9 -10.8 -5.6 Z", rounded_across(cloth, -11, 11))
    pen.shape("M -9 -6.4 Q 0 -9.4 9 -6.4 Q 9.4 -2.2 0 -2.8 Q -9.4 -2.2 -9 -6.4 Z", down(-8, -2, cloth, dark_of(cloth)))
    pen.dot(0, -15, 1, solid(dark_of(cloth, 0.3)))


def _top_hat(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -8 -7 L -8.6 -24 Q 0 -26.4 8.6 -24 L 8 -7 Z", rounded_across(_BLACK, -9, 9))
    pen.shape("M -8.1 -7 L -8.3 -11 Q 0 -9.4 8.3 -11 L 8.1 -7 Q 0 -5 -8.1 -7 Z", solid(person.outfit.trim))
    pen.oval(0, -7, 13.4, 2.6, across(-13, 13, light_of(_BLACK, 0.3), _BLACK, dark_of(_BLACK)))


def _bowler(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -9 -7 C -10 -20 10 -20 9 -7 Z", rounded_across(_BLACK, -9, 9))
    pen.oval(0, -7, 13, 2.4, across(-13, 13, light_of(_BLACK, 0.3), _BLACK, dark_of(_BLACK)))


def _horned(pen: LocalCanvas, person: Person) -> None:
    steel: RGB = (150, 156, 168)
    for side in (-1, 1):
        pen.shape(
            f"M {side * 9} -9 C {side * 17} -9 {side * 20} -16 {side * 17} -24 C {side * 15} -18 {side * 12} -15 "
            f"{side * 8} -14 Z",
            across(side * 8, side * 18, (250, 240, 214), (206, 186, 146)),
        )
    pen.shape("M -11.4 -4.4 C -12 -19 12 -19 11.4 -4.4 Q 0 -8.4 -11.4 -4.4 Z", rounded_across(steel, -12, 12))
    pen.shape("M -11.4 -4.4 Q 0 -8.4 11.4 -4.4 L 11.2 -7.6 Q 0 -11.4 -11.2 -7.6 Z", solid((134, 92, 56)))
    pen.line("M 0 -16 L 0 -8", dark_of(steel, 0.3), 1.2)


def _crested(pen: LocalCanvas, person: Person) -> None:
    """The helmet of a gladiator or a Spartan."""
    bronze: RGB = (206, 152, 76)
    pen.shape("M -5 -14 C -9 -26 9 -26 5 -14 Z", rounded_across(person.outfit.trim, -7, 7))
    pen.shape(
        "M -12 10 C -14 -10 -8 -15.6 0 -15.6 C 8 -15.6 14 -10 12 10 L 7.4 11 C 9 4 8.6 -1 7.4 -3.6 L 1.4 -4.4 L 1 3 "
        "L -1 3 L -1.4 -4.4 L -7.4 -3.6 C -8.6 -1 -9 4 -7.4 11 Z",
        across(-12, 12, light_of(bronze, 0.5), bronze, dark_of(bronze, 0.3)),
    )


def _judge_wig(pen: LocalCanvas, person: Person) -> None:
    wool: RGB = (240, 238, 230)
    pen.shape(
        "M -11 0 C -13 -9 -8 -14.4 0 -14.4 C 8 -14.4 13 -9 11 0 Q 8.6 -6 0 -6.6 Q -8.6 -6 -11 0 Z",
        down(-14, 0, (255, 255, 255), wool),
    )
    for side in (-1, 1):
        for step in range(5):
            pen.oval(
                side * 11.4,
                -1 + step * 3.6,
                3,
                2,
                down(-3 + step * 3.6, 1 + step * 3.6, (255, 255, 255), (206, 204, 196)),
            )
    for step in range(-3, 4):
        pen.line(f"M {step * 2.6} -7.4 Q {step * 2.8} -11 {step * 2.4} -13", (206, 204, 196), 0.5)


def _nun(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        for reach, rgb in ((15.4, person.top), (11.4, (250, 250, 252))):
            pen.shape(
                f"M 0 {-reach + 0.2} C {side * reach * 0.6} {-reach} {side * (reach - 1.6)} -10 "
                f"{side * (reach - 2)} -2 "
                f"C {side * (reach - 2)} 6 {side * reach} 12 {side * reach * 1.1} {8 + reach} L 0 {10 + reach} L 0 11 "
                f"C {side * 6} 11 {side * 8.6} 5 {side * 8.6} -2 C {side * 8.6} -7 {side * 5} -9 0 -9 Z",
                across(-14, 14, light_of(rgb, 0.16), rgb, dark_of(rgb, 0.2)),
            )


def _mitre(pen: LocalCanvas, person: Person) -> None:
    pen.shape(
        "M -8.6 -7 C -11 -14 -6 -22 0 -27 C 6 -22 11 -14 8.6 -7 Q 0 -9.6 -8.6 -7 Z",
        across(-10, 10, (255, 255, 255), (244, 240, 226), (206, 196, 170)),
    )
    pen.line("M 0 -25 L 0 -9", _GOLD, 1.6)
    pen.line("M -5 -17 L 5 -17", _GOLD, 1.6)
    pen.line("M -8.4 -8 Q 0 -10.6 8.4 -8", _GOLD, 1.6)


def _welding_mask(pen: LocalCanvas, person: Person) -> None:
    """Lifted above the brow, so that the face is seen."""
    iron: RGB = (70, 76, 88)
    pen.shape(
        "M -10 -4.4 C -13 -16 -9 -23 0 -23 C 9 -23 13 -16 10 -4.4 Q 0 -8 -10 -4.4 Z", rounded_across(iron, -11, 11)
    )
    pen.box(-6.4, -17, 6.4, -11, solid((26, 30, 38)), 1.2)
    pen.box(-5.6, -16.2, 5.6, -11.8, across(-6, 6, (70, 120, 90), (30, 60, 50)), 0.8)


def _miner(pen: LocalCanvas, person: Person) -> None:
    yellow: RGB = (236, 176, 44)
    pen.shape(
        "M -12.4 -5.4 Q 0 -10 12.4 -5.4 Q 12 -7 10.2 -7.6 C 9.6 -17.6 -9.6 -17.6 -10.2 -7.6 Q -12 -7 -12.4 -5.4 Z",
        rounded_across(yellow, -12, 12),
    )
    pen.dot(0, -12, 3.4, solid((70, 72, 82)))
    pen.dot(0, -12, 2.5, ball(-0.6, -12.6, 3, (255, 255, 255), (255, 240, 170)))


def _beekeeper(pen: LocalCanvas, person: Person) -> None:
    straw: RGB = (240, 216, 150)
    pen.shape("M -13 -7 L -13.6 16 Q 0 21 13.6 16 L 13 -7 Z", solid((70, 70, 76), 96))
    for step in range(-3, 4):
        pen.line(f"M {step * 4} -6 L {step * 4.2} 17", (60, 60, 66), 0.3, 120)
    pen.shape("M -8.6 -7 C -9 -19 9 -19 8.6 -7 Z", rounded_across(straw, -9, 9))
    pen.oval(0, -7, 17, 3, across(-17, 17, light_of(straw, 0.3), straw, dark_of(straw, 0.2)))


def _pith(pen: LocalCanvas, person: Person) -> None:
    khaki: RGB = (226, 206, 160)
    pen.shape("M -9.6 -7 C -11 -20 11 -20 9.6 -7 Z", rounded_across(khaki, -10, 10))
    pen.shape("M -15 -4 Q 0 -11 15 -4 Q 10 -8 9.6 -8.6 L -9.6 -8.6 Q -10 -8 -15 -4 Z", rounded_down(khaki, -9, -3))
    pen.line("M -9.4 -9.4 Q 0 -12 9.4 -9.4", (150, 110, 70), 1.6)


def _bucket_hat(pen: LocalCanvas, person: Person) -> None:
    cloth: RGB = (124, 134, 92)
    pen.shape("M -8.4 -9 L -7.4 -16.4 Q 0 -18.4 7.4 -16.4 L 8.4 -9 Z", rounded_across(cloth, -8, 8))
    pen.shape("M -14 -4 Q -9 -11 0 -11 Q 9 -11 14 -4 Q 0 -8.6 -14 -4 Z", rounded_down(cloth, -11, -4))


def _mortarboard(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -8.6 -6 L -8.6 -13 L 8.6 -13 L 8.6 -6 Q 0 -9.4 -8.6 -6 Z", solid(dark_of(_BLACK, 0.2)))
    pen.polygon([(0, -20), (16, -14.6), (0, -9.6), (-16, -14.6)], rounded_down(_BLACK, -20, -9))
    pen.line("M 0 -15 L 12 -12 L 12.4 -5", _GOLD, 0.8)
    pen.box(11.4, -6, 13.4, -1.6, solid(_GOLD), 0.4)


def _jester(pen: LocalCanvas, person: Person) -> None:
    for side, rgb in ((-1, (206, 50, 80)), (1, (70, 110, 200))):
        pen.shape(
            f"M 0 -8 L {side * 10.4} -5 C {side * 16} -12 {side * 20} -14 {side * 21} -6 C {side * 18} -20 "
            f"{side * 8} -22 0 -14 Z",
            solid(rgb),
        )
        pen.dot(side * 21, -4.6, 2, ball(side * 20.6, -5, 2.6, (255, 246, 190), _GOLD))
    pen.box(-10.6, -9, 10.6, -5.4, solid(_GOLD), 1.6)


def _headphones(pen: LocalCanvas, person: Person) -> None:
    draw_headphones(pen, person.outfit.trim)


def draw_headphones(pen: LocalCanvas, color: RGB) -> None:
    """Over the hair, with one shell on each ear."""
    pen.line("M -11.4 0 C -13 -20 13 -20 11.4 0", (52, 54, 66), 2.2)
    for side in (-1, 1):
        pen.box(side * 11.6 - 2.6, -3, side * 11.6 + 2.6, 6, rounded_down(color, -3, 6), 2.2)


def _head_mirror(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -10.6 -5.6 Q 0 -8.6 10.6 -5.6 L 10.4 -7.6 Q 0 -10.4 -10.4 -7.6 Z", solid((70, 76, 90)))
    pen.dot(0, -10, 4.2, solid((150, 158, 172)))
    pen.dot(0, -10, 3.4, ball(-1, -11, 4, (255, 255, 255), (186, 206, 226)))


def _stewardess(pen: LocalCanvas, person: Person) -> None:
    pen.shape("M -8 -9.4 L -6 -15.4 Q 2 -17.4 9 -13.4 L 9.6 -8.6 Q 0 -12 -8 -9.4 Z", rounded_across(person.top, -8, 9))
    pen.dot(3, -12.6, 1.2, solid(_GOLD))


def _geisha(pen: LocalCanvas, person: Person) -> None:
    hair: RGB = (38, 34, 42)
    for x, y, r in ((-9, -9, 6), (9, -9, 6), (0, -15, 8)):
        pen.dot(x, y, r, ball(x - 2, y - 3, r * 1.4, light_of(hair, 0.24), hair))
    for side in (-1, 1):
        pen.line(f"M {side * 4} -15 L {side * 13} -20", _GOLD, 0.9)
        pen.dot(side * 10, -10, 2, ball(side * 10 - 0.6, -10.6, 2.6, (255, 206, 220), (236, 90, 130)))


def _pharaoh(pen: LocalCanvas, person: Person) -> None:
    for side in (-1, 1):
        pen.shape(
            f"M 0 -15 C {side * 9} -15 {side * 14} -9 {side * 15} 2 L {side * 13} 20 L {side * 7} 20 C {side * 9} "
            f"8 {side * 9.6} -3 0 -7 Z",
            across(side * 4, side * 15, _GOLD, dark_of(_GOLD, 0.1)),
        )
        for step in range(6):
            y = -8 + step * 4.6
            pen.line(f"M {side * 10} {y} L {side * (14.4 - step * 0.3)} {y + 1.4}", (40, 80, 160), 1.6)
    pen.line("M -9.4 -6.6 Q 0 -10.4 9.4 -6.6", (40, 80, 160), 1.8)
    pen.dot(0, -10.6, 1.7, solid((206, 50, 60)))


def _feathers(pen: LocalCanvas, person: Person) -> None:
    for step in range(-4, 5):
        with pen.at(0, -9, turn=step * 17):
            pen.shape(
                "M -1.6 0 C -4 -10 -3 -18 0 -22 C 3 -18 4 -10 1.6 0 Z",
                down(-22, 0, light_of(person.top, 0.4), person.top),
            )
    pen.line("M -9.6 -6.6 Q 0 -9.6 9.6 -6.6", _GOLD, 2)


def _lace(pen: LocalCanvas, person: Person) -> None:
    for step in range(-4, 5):
        pen.dot(step * 2.2, -10.4 + step * step * 0.16, 1.9, solid((250, 250, 252)))


def _beanie(pen: LocalCanvas, person: Person) -> None:
    cloth = person.outfit.trim
    pen.shape("M -10.6 -6 C -11.6 -18 11.6 -18 10.6 -6 Q 0 -9.4 -10.6 -6 Z", rounded_across(cloth, -11, 11))
    pen.shape("M -11 -9.4 Q 0 -12.6 11 -9.4 L 10.8 -5 Q 0 -8.2 -10.8 -5 Z", solid(dark_of(cloth, 0.2)))


def _cycling(pen: LocalCanvas, person: Person) -> None:
    """A helmet with vents and a chin strap."""
    rgb = person.outfit.trim
    for side in (-1, 1):
        pen.line(f"M {side * 9.4} -5 Q {side * 8.6} 6 {side * 2} 12.4", (60, 60, 70), 0.8)
    pen.shape(
        "M -12.2 -4.6 C -13.4 -19 13.4 -19 12.2 -4.6 Q 6 -8.6 0 -8.8 Q -6 -8.6 -12.2 -4.6 Z", rounded_down(rgb, -17, -5)
    )
    for x in (-6.4, 0, 6.4):
        pen.line(f"M {x} -9.6 Q {x * 0.9} -13 {x * 0.66} -14.8", dark_of(rgb, 0.5), 1.6)
    pen.line("M -12 -5 Q 0 -10.4 12 -5", light_of(rgb, 0.5), 0.7)


def _hunting(pen: LocalCanvas, person: Person) -> None:
    """A felt hat with a feather."""
    felt = (88, 104, 62)
    pen.shape("M -9.8 -7 C -11 -16 -5 -19 0 -16.6 C 5 -19 11 -16 9.8 -7 Z", rounded_across(felt, -10, 10))
    pen.shape("M -9.8 -9.6 Q 0 -7.4 9.8 -9.6 L 9.8 -6.6 Q 0 -4.4 -9.8 -6.6 Z", solid(person.outfit.trim))
    pen.oval(0, -6, 15.4, 2.8, across(-15, 15, light_of(felt, 0.2), felt, dark_of(felt, 0.3)))
    pen.shape("M 8 -8 Q 8 -18 14 -24 Q 16 -15 9.6 -8 Z", across(8, 15, (206, 90, 60), (150, 60, 40)))


TRADE_HATS: dict[str, Callable[[LocalCanvas, Person], None]] = {
    "hijab": _hijab,
    "turban": _turban,
    "nurse": _nurse,
    "surgeon": _surgeon,
    "cap": _cap,
    "top-hat": _top_hat,
    "bowler": _bowler,
    "horned": _horned,
    "crested": _crested,
    "judge-wig": _judge_wig,
    "nun": _nun,
    "mitre": _mitre,
    "welding-mask": _welding_mask,
    "miner": _miner,
    "beekeeper": _beekeeper,
    "pith": _pith,
    "bucket-hat": _bucket_hat,
    "mortarboard": _mortarboard,
    "jester": _jester,
    "headphones": _headphones,
    "head-mirror": _head_mirror,
    "stewardess": _stewardess,
    "geisha": _geisha,
    "pharaoh": _pharaoh,
    "feathers": _feathers,
    "nurse-plain": _lace,
    "beanie": _beanie,
    "cycling": _cycling,
    "hunting": _hunting,
}

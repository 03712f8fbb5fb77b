"""A market stall with its awning, a shop's counter, and a kennel."""

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.lettering import fit_text
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
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_WOOD: RGB = (172, 122, 78)
_CANVAS: RGB = (252, 250, 244)
_FRUIT: tuple[RGB, ...] = ((222, 62, 54), (250, 160, 50), (150, 196, 80), (246, 214, 84), (132, 80, 160))
_GOODS: dict[str, tuple[RGB, ...]] = {
    "fruit": _FRUIT,
    "vegetable": ((240, 130, 50), (214, 60, 52), (106, 170, 84), (120, 72, 140)),
    "market": _FRUIT,
    "flower": ((236, 96, 130), (250, 206, 84), (250, 248, 244), (176, 120, 214)),
}


@drawing(
    "stall",
    nouns="stall, market stall, fruit stall, vegetable stall, flower stall, food stall, food stand, street stall, "
    "market stand, fruit stand, booth, market booth",
    traits={"surface", "sit_behind"},
    materials={"wood"},
    height=2.4,
    home="street",
    size=(200, 200),
    relief=0.4,
    support=0.6,
    roof=0.36,
)
def _stall(pen: LocalCanvas, subject: Subject) -> None:
    stripe = subject.paint((214, 72, 66), (70, 140, 190), (86, 158, 96))
    for x in (16, 184):
        pen.box(x - 4, 40, x + 4, 200, rounded_across(_WOOD, x - 4, x + 4))
    pen.polygon(
        [(16, 108), (184, 108), (196, 124), (4, 124)], down(108, 124, light_of(_WOOD, 0.2), light_of(_WOOD, 0.4))
    )
    pen.box(8, 124, 192, 198, down(124, 198, _WOOD, dark_of(_WOOD, 0.3)))
    for x in range(20, 190, 14):
        pen.line(f"M {x} 126 L {x} 197", dark_of(_WOOD, 0.36), 1.4, 150)
    pen.box(4, 123, 196, 131, rounded_down(light_of(_WOOD, 0.1), 123, 131), 2)
    for index in range(8):
        left = 24 * index + 4
        tone = stripe if index % 2 == 0 else _CANVAS
        top = 16 + 21 * index
        pen.polygon([(top, 8), (top + 21, 8), (left + 24, 48), (left, 48)], down(8, 48, light_of(tone, 0.2), tone))
        pen.shape(
            f"M {left} 48 L {left + 24} 48 L {left + 24} 56 Q {left + 12} 70 {left} 56 Z", solid(dark_of(tone, 0.1))
        )
    pen.box(14, 4, 186, 10, rounded_down(dark_of(stripe, 0.2), 4, 10), 2)
    if not any(one.kind == "on" and one.object == subject.entity.id for one in subject.scene.relations):
        _lay_out_goods(pen, subject)
    if subject.text:
        pen.box(46, 140, 154, 178, solid(_CANVAS), 4)
        fit_text(pen.canvas, subject.text, (50, 142, 150, 176), "round", dark_of(stripe, 0.3))


def _lay_out_goods(pen: LocalCanvas, subject: Subject) -> None:
    """Fruit, vegetables or flowers on the counter, where the prompt names the kind of stall only."""
    goods = next((tones for word, tones in _GOODS.items() if subject.says(word)), None)
    if goods is None:
        return
    rng = subject.random("goods")
    for row, y in ((0, 110), (1, 118)):
        for index in range(15):
            x, tone = 24 + 10.8 * index, goods[(index // 3 + row) % len(goods)]
            pen.dot(x, y, rng.uniform(5, 6.4), ball(x - 2, y - 2, 8, light_of(tone, 0.4), tone, dark_of(tone, 0.2)))


@drawing(
    "kennel",
    nouns="doghouse, dog house, kennel, dog kennel, doggy house",
    kinds=frozenset(),
    traits={"container"},
    materials={"wood"},
    height=0.95,
    home="garden",
    size=(140, 130),
    tank=(0.42, 0.5, 0.26),
    relief=0.5,
)
def _kennel(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((190, 132, 84), (196, 84, 70))
    pen.polygon(
        [(16, 56), (70, 16), (124, 56), (124, 128), (16, 128)],
        across(16, 124, light_of(wood, 0.16), dark_of(wood, 0.12)),
    )
    for y in range(64, 128, 13):
        pen.line(f"M 17 {y} L 123 {y}", dark_of(wood, 0.3), 1.3, 150)
    pen.shape("M 42 128 L 42 90 C 42 60 98 60 98 90 L 98 128 Z", down(70, 128, (58, 40, 36), (30, 22, 22)))
    pen.line("M 42 128 L 42 90 C 42 60 98 60 98 90 L 98 128", light_of(wood, 0.4), 4)
    pen.shape("M 70 2 L 140 56 L 132 66 L 70 20 L 8 66 L 0 56 Z", down(2, 66, (150, 74, 60), (108, 54, 50)))
    if subject.text:
        pen.box(44, 44, 96, 60, solid(light_of(wood, 0.6)), 3)
        fit_text(pen.canvas, subject.text, (46, 45, 94, 59), "round", dark_of(wood, 0.6))


@drawing(
    "counter",
    nouns="counter, kitchen counter, kitchen island, shop counter, bar counter, checkout counter, service counter, "
    "front desk, reception counter, countertop, store counter, sales counter",
    traits={"surface", "sit_behind"},
    materials={"wood"},
    height=1.05,
    home="cafe",
    size=(220, 104),
    relief=0.4,
    support=0.1,
)
def _counter(pen: LocalCanvas, subject: Subject) -> None:
    wood = subject.paint((150, 104, 70), (126, 92, 74), (96, 110, 120))
    pen.box(8, 18, 212, 104, rounded_down(wood, 18, 104), 3)
    for index in range(5):
        left = 16 + index * 39.6
        pen.box(left, 32, left + 32, 92, down(32, 92, light_of(wood, 0.14), dark_of(wood, 0.08)), 2)
    pen.box(8, 96, 212, 104, solid(dark_of(wood, 0.4)))
    pen.polygon([(14, 4), (206, 4), (220, 16), (0, 16)], down(4, 16, light_of(wood, 0.34), light_of(wood, 0.5)))
    pen.box(0, 15, 220, 22, rounded_down(light_of(wood, 0.16), 15, 22), 2)

"""The planets that have no icon: Saturn, with its rings, and the Earth have one."""

import math

from limner_illustrator.canvas.palette import RGB
from limner_illustrator.subjects.local_canvas import (
    LocalCanvas,
    ball,
    dark_of,
    light_of,
    soft,
    solid,
)
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject

_DISC = "M 50 2 C 76.5 2 98 23.5 98 50 C 98 76.5 76.5 98 50 98 C 23.5 98 2 76.5 2 50 C 2 23.5 23.5 2 50 2 Z"
_CRATERED: tuple[str, ...] = ("mercury", "pluto")
_SURFACES: dict[str, tuple[RGB, RGB]] = {
    "mercury": ((166, 158, 150), (120, 112, 108)),
    "venus": ((236, 204, 138), (206, 158, 92)),
    "mars": ((206, 100, 62), (150, 62, 44)),
    "jupiter": ((226, 192, 152), (178, 116, 80)),
    "uranus": ((160, 222, 228), (128, 196, 210)),
    "neptune": ((70, 116, 220), (44, 78, 176)),
    "pluto": ((208, 188, 168), (150, 124, 110)),
}
"""The ground, and what is darker on it."""
_FREE = ("mars", "neptune", "jupiter", "venus", "uranus", "mercury")


@drawing(
    "planet",
    nouns="planet, mercury, venus, mars, jupiter, uranus, neptune, pluto, dwarf planet, exoplanet, alien planet",
    traits={"celestial"},
    height=30,
    home="space",
    size=(100, 100),
    relief=0.3,
    glow=0.5,
)
def _planet(pen: LocalCanvas, subject: Subject) -> None:
    """The one that is named; unnamed ones differ."""
    named = next((word for word in subject.entity.noun.split() if word in _SURFACES), None)
    start = subject.scene.random(subject.entity.id, "planets").randrange(len(_FREE))
    kind = named or _FREE[(start + subject.copy) % len(_FREE)]
    ground, patches = _SURFACES[kind]
    if subject.color:
        ground, patches = subject.color, dark_of(subject.color, 0.26)
    rng = subject.random("surface")
    pen.shape(_DISC, solid(ground))
    with pen.inside(_DISC):
        if kind in _CRATERED:
            for _ in range(22):
                x, y, radius = rng.uniform(6, 94), rng.uniform(6, 94), rng.uniform(2, 8)
                pen.oval(x, y, radius, radius * 0.9, solid(patches, 190))
                pen.ring(x + 0.8, y + 0.8, radius, radius * 0.9, light_of(ground, 0.4), 0.8, 150)
        elif kind == "mars":
            for _ in range(9):
                pen.oval(rng.uniform(10, 90), rng.uniform(24, 82), rng.uniform(8, 22), rng.uniform(3, 8),
                         soft(patches, 190, 2))  # fmt: skip
            pen.oval(50, 3, 19, 6, soft((255, 250, 246), 240, 1.4))
        else:
            _bands(pen, rng.uniform(0, 9), ground, patches, strong=kind == "jupiter")
        if kind == "jupiter":
            pen.oval(66, 66, 11, 6.4, solid((196, 92, 62)))
            pen.ring(66, 66, 11, 6.4, light_of(ground, 0.4), 1.4, 190)
        shade = ball(36, 32, 84, (255, 255, 255, 60), (0, 0, 0, 0), (8, 4, 30, 190))
        pen.box(0, 0, 100, 100, shade)


def _bands(pen: LocalCanvas, phase: float, ground: RGB, patches: RGB, *, strong: bool) -> None:
    """Of clouds, along the equator."""
    for index in range(9):
        y = 8 + index * 11 + 3 * math.sin(phase + index)
        tone = patches if index % 2 else light_of(ground, 0.3)
        pen.line(f"M -4 {y} C 30 {y + 7} 70 {y + 7} 104 {y}", tone, 4 + 3 * abs(math.sin(phase * 2 + index)),
                 210 if strong else 90)  # fmt: skip

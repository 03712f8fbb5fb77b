"""How mammals of one build differ: muzzle, ears, legs, coat and tail."""

from dataclasses import dataclass
from typing import Literal

from limner_illustrator.canvas.palette import RGB

DARK: RGB = (44, 36, 40)
PINK: RGB = (236, 160, 156)
Coat = Literal["plain", "bands", "scales", "spines", "saddle", "stripes", "spots", "mantle", "chest", "shoulder"]
Tail = Literal["none", "thin", "thick", "bushy", "flat", "ringed", "scaled"]


@dataclass(frozen=True, slots=True)
class Build:
    fur: RGB
    mark: RGB = DARK
    """Of stripes, spots and the like."""
    coat: Coat = "plain"
    tail: Tail = "none"
    snout: float = 12
    """How far the muzzle reaches."""
    droop: float = 6
    blunt: float = 9
    """Half of the muzzle's height at its tip."""
    ear: float = 7
    long_ear: bool = False
    leg: float = 22
    legs: RGB | None = None
    arch: float = 12
    """How high the back is arched."""
    face: RGB | None = None
    nose: RGB = DARK
    slope: float = 0
    """How much lower the rump is than the shoulders."""


BUILDS: dict[str, Build] = {
    "armadillo": Build(
        (176, 150, 126), (120, 96, 80), "bands", "scaled", snout=26, droop=12, blunt=4, ear=10, long_ear=True
    ),
    "pangolin": Build((164, 118, 76), (104, 70, 46), "scales", "scaled", snout=24, droop=12, blunt=4, ear=3),
    "anteater": Build((140, 128, 120), (44, 40, 46), "shoulder", "bushy", snout=58, droop=22, blunt=3.4, ear=5),
    "aardvark": Build((190, 156, 130), tail="thick", snout=38, droop=16, blunt=7, ear=15, long_ear=True, arch=20),
    "platypus": Build((122, 86, 60), tail="flat", snout=34, droop=12, blunt=6, ear=0, leg=14, nose=(70, 66, 74)),
    "echidna": Build((120, 92, 70), (236, 214, 160), "spines", snout=36, droop=14, blunt=3, ear=0, leg=14),
    "wombat": Build((142, 118, 98), snout=12, blunt=11, ear=8, leg=18),
    "tapir": Build((58, 54, 62), (240, 240, 240), "saddle", snout=26, droop=20, blunt=5, ear=9, leg=30),
    "lesser-panda": Build(
        (196, 92, 46),
        (240, 196, 150),
        tail="ringed",
        legs=(58, 40, 40),
        face=(250, 240, 226),
        ear=13,
        snout=12,
        blunt=8,
    ),
    "opossum": Build((150, 146, 148), tail="thin", snout=24, droop=10, blunt=4, face=(246, 240, 234), nose=PINK, ear=9),
    "tasmanian-devil": Build(
        (50, 46, 52), (244, 240, 236), "chest", "thick", snout=16, blunt=9, ear=11, nose=(90, 70, 76)
    ),
    "capybara": Build((160, 116, 76), snout=24, droop=6, blunt=13, ear=6, leg=24),
    "hyena": Build(
        (196, 168, 126),
        (96, 74, 58),
        "spots",
        "thin",
        snout=22,
        droop=6,
        blunt=9,
        ear=13,
        leg=38,
        slope=16,
        legs=(150, 126, 96),
    ),
    "honey-badger": Build((46, 44, 50), (222, 222, 222), "mantle", "thick", snout=16, blunt=8, ear=4),
    "wolverine": Build((82, 58, 46), (190, 150, 104), "mantle", "bushy", snout=18, blunt=8, ear=8),
    "numbat": Build((186, 104, 60), (250, 236, 216), "stripes", "bushy", snout=26, droop=10, blunt=4, ear=10),
    "quokka": Build((158, 118, 80), tail="thin", snout=13, blunt=9, ear=10, arch=22),
    "chinchilla": Build((158, 160, 172), tail="bushy", snout=9, blunt=8, ear=17, leg=14, arch=24),
    "mole": Build((70, 64, 72), tail="thin", snout=24, droop=8, blunt=4, ear=0, leg=12, legs=PINK, nose=PINK),
    "okapi": Build(
        (110, 60, 46),
        (246, 240, 230),
        "stripes",
        "thin",
        snout=28,
        droop=14,
        blunt=7,
        ear=17,
        long_ear=True,
        leg=46,
        face=(226, 214, 200),
        slope=10,
    ),
    "civet": Build((150, 136, 118), (56, 50, 52), "spots", "ringed", snout=20, droop=7, blunt=5, ear=9),
    "ferret": Build(
        (176, 132, 92),
        (70, 52, 46),
        tail="thick",
        snout=14,
        droop=5,
        blunt=5,
        ear=6,
        leg=14,
        arch=6,
        face=(246, 234, 214),
    ),
    "stoat": Build((168, 106, 62), tail="thick", snout=14, droop=5, blunt=5, ear=6, leg=14, arch=6),
    "muskrat": Build((120, 84, 58), tail="thin", snout=14, blunt=8, ear=6, leg=14),
}

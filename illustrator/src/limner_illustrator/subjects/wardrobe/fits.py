"""How clothes fit on the art's whole animals: measured by eye on the icons' grid of 128 by 128 units."""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The outline of a garment, of which the body's own outline cuts off what is outside it."""

    facing: Literal["side", "front"]
    throat: Point
    """The left end of the collar."""
    sag: Point
    """Towards which the collar bends."""
    nape: Point
    """The right end of the collar."""
    rump: Point
    belly: Point
    chest: Point
    """The lower end of the garment, from behind to before."""


# name: facing; throat, sag, nape, rump, belly, chest
_MEASURED = """
dog side 24 62 54 82 76 56 100 50 92 86 26 94
cat side 36 62 60 72 74 50 97 56 98 92 36 94
rabbit side 37 84 56 92 70 72 88 72 82 106 36 104
tiger side 28 86 52 86 56 56 90 50 94 94 36 99
mouse side 38 78 58 78 66 62 92 66 92 98 40 100
horse side 25 56 44 62 54 38 92 38 92 80 32 84
elephant side 42 84 78 86 86 30 106 50 100 97 42 104
owl front 26 62 64 90 102 62 106 98 64 114 22 98
penguin front 26 44 46 58 80 46 104 98 64 114 22 98
duck side 24 58 46 64 62 54 98 52 90 98 26 92
goose side 29 52 44 62 58 48 100 60 98 92 30 86
swan side 22 62 34 68 46 58 92 70 96 112 20 100
rooster side 18 56 42 68 58 50 82 52 74 96 24 92
chicken side 18 56 42 68 58 50 82 52 74 96 24 92
zebra side 38 62 56 64 64 42 108 40 110 76 38 80
giraffe side 32 56 48 62 58 50 88 58 86 88 36 88
deer side 35 60 46 64 55 50 88 52 88 84 34 88
goat side 42 70 62 78 64 38 102 40 104 86 44 88
ewe side 18 86 66 88 70 34 110 40 108 96 22 104
llama side 28 48 40 54 50 42 98 40 100 80 34 82
cow side 36 62 52 64 58 34 106 36 110 80 42 84
camel side 26 56 42 64 54 48 104 44 106 84 30 84
leopard side 25 66 44 68 52 44 92 54 90 92 30 94
rhinoceros side 52 90 64 74 60 34 112 34 116 86 52 92
hippopotamus side 40 90 64 84 60 36 104 40 104 82 42 94
gorilla side 20 56 50 66 66 32 100 52 98 92 16 88
front-facing-baby-chick front 24 64 64 88 102 64 104 100 64 114 24 100
baby-chick side 16 64 48 74 74 34 102 46 100 96 20 88
teddy-bear front 36 58 60 76 84 58 98 92 62 112 26 92
chipmunk side 34 78 54 70 60 52 90 88 86 108 34 108
kangaroo side 24 54 42 60 52 42 86 34 82 80 34 78
parrot front 22 46 44 62 62 40 84 80 62 104 22 90
bird side 16 66 46 80 62 48 84 58 78 92 20 86
pig side 32 94 76 92 74 22 112 34 110 92 36 102
poodle side 42 56 56 62 66 48 90 46 94 92 44 94
"""


def _read(row: str) -> tuple[str, Fit]:
    name, facing, *numbers = row.split()
    spots = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    throat, sag, nape, rump, belly, chest = spots
    side: Literal["side", "front"] = "front" if facing == "front" else "side"
    return name, Fit(facing=side, throat=throat, sag=sag, nape=nape, rump=rump, belly=belly, chest=chest)


FITS: dict[str, Fit] = dict(_read(row) for row in _MEASURED.strip().splitlines())
"""By the icon's name."""

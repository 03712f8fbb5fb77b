"""The heads of the art's animals, measured by eye on a grid of 128 by 128 units."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    crown: Point
    """Where the middle of a hat's brim rests."""
    width: float
    """Of the head under the brim."""
    eyes: Point
    """The middle between them."""
    span: float
    """The width of glasses."""
    neck: Point
    collar: float
    """The width of the neck."""
    tilt: float
    """Degrees clockwise."""

    def placed(self, x: float, y: float, scale: float) -> "Face":
        """Scaled, and then moved."""
        return self._at(lambda point: (point[0] * scale + x, point[1] * scale + y), scale)

    def stretched(self, across: float, down: float) -> "Face":
        return self._at(lambda point: (point[0] * across, point[1] * down), across)

    def turned(self, angle: float) -> "Face":
        """Around the origin, counter-clockwise, by radians."""
        cos, sin = math.cos(angle), math.sin(angle)
        turned = self._at(lambda point: (point[0] * cos + point[1] * sin, point[1] * cos - point[0] * sin), 1)
        return replace(turned, tilt=self.tilt - math.degrees(angle))

    def _at(self, move: Callable[[Point], Point], scale: float) -> "Face":
        return Face(
            crown=move(self.crown),
            width=self.width * scale,
            eyes=move(self.eyes),
            span=self.span * scale,
            neck=move(self.neck),
            collar=self.collar * scale,
            tilt=self.tilt,
        )


# name: crown x y, width; eyes x y, span; neck x y, width; tilt
_MEASURED = """
own:dragon 50 24 46  45 37 26  48 60 36  0
cat 53 23 40  35 40 34  48 62 36  0
black-cat 46 22 38  33 39 32  50 62 34  0
dog 50 6 56  50 40 50  50 72 48  0
rabbit 57 44 38  48 58 34  54 80 32  0
tiger 38 37 38  16 54 26  36 76 34  -6
mouse 48 50 30  34 60 24  48 78 26  0
rat 42 42 28  26 56 22  46 74 28  0
monkey 45 16 54  44 44 38  45 78 32  0
pig 42 40 42  37 63 42  56 96 32  0
cow 31 28 26  22 39 22  48 54 34  0
ox 27 26 28  18 37 22  42 60 32  0
horse 30 17 20  20 37 20  40 54 22  -14
dragon 36 14 28  36 26 20  46 50 22  0
rooster 47 24 28  38 35 22  46 54 28  0
chicken 47 24 28  38 35 22  46 54 28  0
elephant 42 12 44  36 50 32  48 78 40  0
mammoth 44 12 42  34 44 28  46 78 42  0
rhinoceros 46 44 26  34 69 26  60 86 34  -12
hippopotamus 38 47 34  26 66 32  48 88 36  0
giraffe 38 14 18  30 27 18  46 46 16  -6
camel 30 17 26  28 29 22  46 54 22  0
two-hump-camel 42 12 30  28 29 22  46 56 26  0
llama 26 17 14  22 25 14  32 40 14  0
zebra 30 12 22  22 29 20  44 46 22  -8
deer 43 30 18  38 40 18  50 54 16  0
donkey 26 80 20  33 88 16  48 70 20  -50
goat 40 28 24  40 47 30  48 68 24  0
ram 42 20 36  39 50 34  40 82 40  0
ewe 40 16 38  34 44 32  36 76 38  0
kangaroo 26 31 18  16 40 16  36 54 18  0
gorilla 38 7 34  22 26 24  36 52 38  0
orangutan 70 20 36  70 34 28  70 74 40  0
sloth 30 33 34  30 52 30  36 78 32  0
otter 19 30 32  28 48 30  40 66 30  -24
beaver 38 8 34  30 25 32  40 50 38  0
badger 30 62 22  18 74 20  42 90 24  -8
skunk 26 78 26  20 91 24  36 112 22  6
hedgehog 36 48 32  28 76 24  46 102 26  -12
chipmunk 32 36 26  22 56 22  42 76 24  0
leopard 26 36 26  14 47 22  34 66 26  0
turtle 22 51 32  26 66 30  36 90 32  0
lizard 42 8 22  43 23 22  52 42 18  0
crocodile 42 86 20  46 96 16  60 96 20  -10
snake 42 8 32  46 18 26  40 56 20  18
sauropod 29 7 20  34 18 16  12 46 14  0
t-rex 32 19 26  27 25 18  46 48 22  0
whale 42 47 32  66 82 22  84 100 28  -4
spouting-whale 34 48 28  66 83 22  84 100 28  -6
dolphin 40 11 32  26 33 22  48 58 28  -22
fish 42 42 30  26 68 22  50 94 22  -14
tropical-fish 42 28 34  24 63 24  46 96 24  -18
blowfish 50 24 34  30 45 26  50 100 36  0
shark 36 21 28  29 34 22  46 62 22  -14
octopus 74 15 38  68 57 28  62 90 28  0
seal 35 12 34  34 27 32  38 52 38  0
snail 30 46 26  31 15 32  32 84 30  0
bug 30 14 26  27 26 22  36 46 22  0
honeybee 30 38 32  24 59 34  52 80 26  0
lady-beetle 56 24 26  56 36 26  60 48 30  -16
owl 64 12 46  64 41 54  64 66 56  0
penguin 52 7 28  46 21 24  56 40 32  0
duck 47 7 26  42 20 22  48 46 24  0
swan 30 12 18  23 27 18  28 54 16  0
flamingo 46 6 18  44 12 14  40 38 12  0
peacock 60 38 16  58 43 14  60 58 14  0
parrot 38 6 34  35 24 24  44 50 38  0
dodo 36 7 22  31 14 18  34 36 20  0
turkey 31 8 20  25 20 20  28 48 18  0
eagle 34 51 20  26 61 16  44 76 20  -6
dove 30 55 20  27 62 14  38 80 20  0
bird 32 23 32  26 44 26  38 68 32  0
baby-chick 46 16 44  26 39 30  44 70 48  0
front-facing-baby-chick 60 10 50  60 38 52  60 66 54  0
hatching-chick 64 12 48  69 35 48  66 62 48  6
poodle 48 10 24  33 33 20  56 56 24  0
guide-dog 26 13 24  16 21 20  36 46 22  0
service-dog 24 21 20  15 29 18  36 50 22  0
bison 38 16 38  28 55 30  36 84 38  0
water-buffalo 30 34 34  28 52 34  40 78 30  0
snowman 64 32 44  65 50 36  64 66 40  0
snowman-without-snow 64 32 44  65 50 36  64 66 40  0
teddy-bear 60 11 44  60 32 42  60 62 36  4
goose 41 7 20  40 12 18  48 36 18  0
raccoon 22 64 24  17 78 26  40 96 24  0
bat 66 42 18  66 45 20  66 56 18  0
phoenix 58 30 16  56 37 14  58 52 14  0
crab 64 50 34  63 53 34  64 86 40  0
lobster 64 46 22  64 54 22  64 70 22  0
squid 62 52 30  49 77 28  58 66 30  45
robot 64 24 60  64 58 60  64 118 68  0
alien 64 14 68  64 66 70  64 120 34  0
"""


def _read(row: str) -> tuple[str, Face]:
    name, *numbers = row.split()
    cx, cy, width, ex, ey, span, nx, ny, collar, tilt = map(float, numbers)
    return name, Face(crown=(cx, cy), width=width, eyes=(ex, ey), span=span, neck=(nx, ny), collar=collar, tilt=tilt)


HEADS: dict[str, Face] = dict(_read(row) for row in _MEASURED.strip().splitlines())
"""By the icon's name."""

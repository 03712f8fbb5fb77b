"""Named colours as sRGB triples 0..255, and colour arithmetic."""

import re
from collections.abc import Iterator, Mapping

RGB = tuple[float, float, float]

_CODE = re.compile(r"#[0-9a-f]{6}")


class ColorMap(Mapping[str, tuple[int, int, int]]):
    """Colours by name, and any other one by its code: "#1e90ff". Iteration yields the names."""

    def __init__(self, named: Mapping[str, tuple[int, int, int]]) -> None:
        self._named = dict(named)

    def __getitem__(self, name: str) -> tuple[int, int, int]:
        if name in self._named:
            return self._named[name]
        if not isinstance(name, str) or _CODE.fullmatch(name) is None:
            raise KeyError(name)
        return int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


_NAMED: dict[str, tuple[int, int, int]] = {
    "red": (222, 45, 48),
    "orange": (245, 134, 32),
    "yellow": (250, 205, 40),
    "green": (66, 165, 70),
    "blue": (45, 110, 220),
    "purple": (135, 70, 190),
    "violet": (135, 70, 190),
    "pink": (245, 120, 170),
    "brown": (125, 80, 50),
    "black": (38, 38, 44),
    "white": (245, 245, 245),
    "gray": (140, 145, 150),
    "gold": (226, 178, 60),
    "silver": (185, 192, 200),
    "teal": (0, 140, 140),
    "turquoise": (50, 200, 195),
    "cyan": (40, 190, 220),
    "magenta": (210, 40, 150),
    "beige": (226, 208, 172),
    "cream": (250, 240, 214),
    "navy": (28, 44, 98),
    "maroon": (122, 26, 40),
    "crimson": (190, 24, 54),
    "scarlet": (226, 44, 28),
    "lavender": (186, 160, 226),
    "lilac": (198, 162, 212),
    "indigo": (70, 54, 150),
    "mint": (150, 222, 186),
    "olive": (122, 124, 52),
    "lime": (160, 214, 50),
    "coral": (250, 124, 98),
    "salmon": (248, 148, 124),
    "peach": (252, 192, 150),
    "bronze": (168, 112, 58),
    "copper": (188, 110, 72),
    "emerald": (22, 150, 96),
    "ruby": (180, 20, 64),
    "sapphire": (22, 72, 170),
    "tan": (206, 170, 124),
    "khaki": (190, 176, 116),
    "charcoal": (62, 66, 74),
    "ivory": (252, 248, 232),
    "amber": (250, 176, 30),
    "burgundy": (116, 18, 50),
}
COLORS = ColorMap(_NAMED)


def mix(a: RGB, b: RGB, t: float) -> RGB:
    """Linear interpolation from a (t = 0) to b (t = 1)."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)

"""The size of a picture."""

from typing import NamedTuple


class Size(NamedTuple):
    """Pixels: width first."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

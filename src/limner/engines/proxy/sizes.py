"""The sizes that an upstream server draws, and the one to ask for."""

import math
from dataclasses import dataclass
from typing import Protocol

from limner.core.picture import Size


class Sizes(Protocol):
    def nearest(self, size: Size) -> Size:
        """The size to ask for: `size` itself if the server draws it, else one from which it can be made."""
        ...


@dataclass(frozen=True, slots=True)
class AnySize:
    def nearest(self, size: Size) -> Size:
        return size


@dataclass(frozen=True, slots=True, kw_only=True)
class GridSizes:
    """Multiples of `multiple`, within bounds. Bounds on pixels and aspect are for the size that is asked for."""

    multiple: int = 1
    min_edge: int = 1
    max_edge: int = 1_000_000
    min_pixels: int = 1
    max_pixels: int = 1_000_000_000_000
    max_aspect: float = math.inf

    def nearest(self, size: Size) -> Size:
        """Edges are rounded up; beyond a bound, the aspect ratio is kept as well as the bounds allow."""
        width, height = float(size.width), float(size.height)
        if max(width, height) > self.max_aspect * min(width, height):  # the short edge grows, so that nothing is lost
            width, height = max(width, height / self.max_aspect), max(height, width / self.max_aspect)
        longest = self.max_edge // self.multiple * self.multiple
        scale = max(1.0, (self.min_pixels / (width * height)) ** 0.5, self.min_edge / min(width, height))
        scale = min(scale, longest / max(width, height), (self.max_pixels / (width * height)) ** 0.5)
        found = self._round(width * scale, height * scale, up=True)
        if found.width * found.height > self.max_pixels or max(found) > self.max_aspect * min(found):
            found = self._round(width * scale, height * scale, up=False)
        return found

    def _round(self, width: float, height: float, *, up: bool) -> Size:
        edges = []
        for edge in (width, height):
            steps = math.ceil(edge / self.multiple - 1e-9) if up else math.floor(edge / self.multiple + 1e-9)
            least = math.ceil(self.min_edge / self.multiple)
            edges.append(min(self.max_edge // self.multiple, max(least, 1, steps)) * self.multiple)
        return Size(*edges)


@dataclass(frozen=True, slots=True)
class FixedSizes:
    """Only these sizes."""

    sizes: tuple[Size, ...]

    def nearest(self, size: Size) -> Size:
        """The one of the nearest aspect ratio; of several, the smallest that is large enough, else the largest."""
        if size in self.sizes:
            return size
        distances = {one: abs(math.log(one.width * size.height / (one.height * size.width))) for one in self.sizes}
        least = min(distances.values())
        alike = sorted((one for one in self.sizes if distances[one] <= least + 1e-9), key=lambda one: one.width)
        return next((one for one in alike if one.width >= size.width), alike[-1])

"""Boxes and sizes for scaling an image to cover or fit another size."""

from typing import NamedTuple

from limner.core.picture import Size


class Box(NamedTuple):
    """A part of an image in pixels; the edges may be fractional."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def whole(size: Size) -> Box:
    return Box(0, 0, *size)


def covering_size(size: Size, target: Size) -> Size:
    """`size` scaled in proportion to just cover `target`."""
    if size == target:
        return size
    scale = max(target.width / size.width, target.height / size.height)
    return Size(max(target.width, round(size.width * scale)), max(target.height, round(size.height * scale)))


def covering_box(size: Size, target: Size) -> Box:
    """The centred part of an image of `size` that has the aspect ratio of `target`."""
    scaled = covering_size(size, target)
    left, top = (scaled.width - target.width) // 2, (scaled.height - target.height) // 2
    across, down = size.width / scaled.width, size.height / scaled.height
    return Box(left * across, top * down, (left + target.width) * across, (top + target.height) * down)


def part_of(outer: Box, inner: Box, size: Size) -> Box:
    """Map `inner` from an image of `size` to the coordinates of `outer`, which that image shows."""
    across, down = outer.width / size.width, outer.height / size.height
    return Box(
        outer.left + inner.left * across,
        outer.top + inner.top * down,
        outer.left + inner.right * across,
        outer.top + inner.bottom * down,
    )


def fitting_size(size: Size, max_edge: int) -> Size:
    """`size` scaled down in proportion so that no edge is longer than `max_edge`."""
    if max(size) <= max_edge:
        return size
    scale = max_edge / max(size)
    return Size(max(1, round(size.width * scale)), max(1, round(size.height * scale)))

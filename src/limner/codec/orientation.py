"""EXIF orientation: cameras store pixels in sensor order, with a number that says how to rotate them."""

import struct

from limner.codec.geometry import Box
from limner.core.picture import Size

MAX_EXIF = 65_536
_ORIENTATION_TAG = 0x0112
_BYTE_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


def read_orientation(exif: bytes) -> int:
    """The orientation in an EXIF block (a small TIFF file), or 1."""
    order = _BYTE_ORDERS.get(exif[:4])
    if order is None:
        return 1
    try:
        (offset,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, offset)
        for i in range(count):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, offset + 2 + 12 * i)
            if tag == _ORIENTATION_TAG:
                return value if kind == 3 and 1 <= value <= 8 else 1
    except struct.error:  # truncated
        return 1
    return 1


def is_sideways(orientation: int) -> bool:
    """Whether width and height are swapped."""
    return orientation >= 5


def stored_box(box: Box, size: Size, orientation: int) -> Box:
    """Map a part of the upright image to the stored image, which has `size`."""
    left, top, right, bottom = box
    if is_sideways(orientation):
        left, top, right, bottom = top, left, bottom, right
    if orientation in (2, 3, 7, 8):
        left, right = size.width - right, size.width - left
    if orientation in (3, 4, 6, 7):
        top, bottom = size.height - bottom, size.height - top
    return Box(left, top, right, bottom)

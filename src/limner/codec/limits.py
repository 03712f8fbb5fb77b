"""Bounds on what decoding one picture may cost, whatever its header claims."""

from limner.core.errors import PictureError
from limner.core.picture import Size

MAX_DECODER_BYTES = 460_000_000
"""What a decoder may hold: a worker with 100 MB of its own then stays under 600 MB."""
MAX_SCANS = 200
"""Of a JPEG. Encoders write about 10."""
MAX_SCANNED_PIXELS = 1_600_000_000
"""Pixels of a JPEG times its scans: each scan visits them all, in up to 60 ns for 64 of them."""


class DecodeLimitError(PictureError):
    """The picture may be in order, but decoding it would cost too much."""


def check_decoder_bytes(num_bytes: float) -> None:
    if num_bytes > MAX_DECODER_BYTES:
        raise DecodeLimitError(
            "Invalid image file for image 1: it needs more memory to be decoded than is allowed."
            " Please send a smaller image.",
            param="image",
            code="image_too_large",
        )


def check_scans(num_scans: int, num_pixels: int) -> None:
    if num_scans > 1 and (num_scans > MAX_SCANS or num_scans * num_pixels > MAX_SCANNED_PIXELS):
        raise DecodeLimitError(
            f"Invalid image file for image 1: a JPEG of this size may not have {num_scans} scans."
            " Please save it again with fewer, or as baseline.",
            param="image",
            code="image_too_large",
        )


def check_size(found: tuple[int, int], expected: Size) -> None:
    """Call it before the pixels are decoded: `expected` is what the limits of the server were applied to."""
    if found != expected:
        raise ValueError(f"It claims to have {found} pixels, and {expected}.")

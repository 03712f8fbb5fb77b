"""Limits on the cost of decoding one image, whatever its header claims."""

from limner.core.errors import PictureError
from limner.core.picture import Size

MAX_DECODER_BYTES = 460_000_000
"""Memory of a decoder: a worker process with a base of up to 190 MB then stays under 650 MB."""
MAX_SCANS = 200
"""Of a JPEG; encoders write about 10."""
MAX_SCANNED_PIXELS = 1_600_000_000
"""Pixels times scans of a JPEG: a scan takes up to 60 ns for 64 pixels."""


class DecodeLimitError(PictureError):
    """The image may be valid, but decoding it would take too much memory or time."""


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
    """Call before decoding: `expected` is the size that was checked against the server's limits."""
    if found != expected:
        raise ValueError(f"It claims to have {found} pixels, and {expected}.")

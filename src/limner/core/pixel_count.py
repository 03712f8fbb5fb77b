"""Limits on the pixels of input images, checked by their headers before anything is decoded."""

from dataclasses import dataclass

from limner.core.errors import BadRequestError
from limner.core.picture import Size


@dataclass(slots=True)
class PixelCount:
    """Pixels of all images of one request."""

    total: int = 0

    def add(self, size: Size, name: str, *, max_pixels: int, max_request_pixels: int) -> BadRequestError | None:
        """Count an image. Returns an error if it exceeds a limit; `name` is its parameter."""
        num_pixels = size.width * size.height
        if num_pixels > max_pixels:
            why = f"the image has {size} pixels. At most {max_pixels} pixels are allowed."
        else:
            self.total += num_pixels
            if self.total <= max_request_pixels:
                return None
            why = f"the images of this request have more than {max_request_pixels} pixels together."
        return BadRequestError(f"Invalid '{name}': {why}", param=name, code="image_too_large")

"""Small images for codec tests, and how to compare them."""

import io

import numpy as np
from PIL import Image

from limner.core import formats

FORMATS = tuple(formats.FORMATS)


def pictured(height, width, channels=3, seed=0):
    """A gradient, a hard edge and some noise."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    pixels = np.stack([x * 255 // max(1, width - 1), y * 255 // max(1, height - 1), (x + y) % 256, 255 - x % 256], -1)
    pixels[height // 3 :, : width // 2, 0] //= 2
    return np.clip(pixels[..., :channels] + rng.integers(0, 6, (height, width, channels)), 0, 255).astype(np.uint8)


def saved(image, file_format, **options):
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


def opened(picture):
    return np.array(Image.open(io.BytesIO(picture.read())))


def psnr(a, b):
    error = ((a.astype(float) - b.astype(float)) ** 2).mean()
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)

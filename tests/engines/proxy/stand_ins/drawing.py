"""Pictures that a diffusion server could draw: different for each seed, and changed everywhere by an edit."""

import io
from hashlib import blake2b

import numpy as np
from PIL import Image


def draw(width: int, height: int, *, prompt: str, seed: int, mode: str = "RGB") -> Image.Image:
    """The prompt chooses the colours and the seed the pattern; RGBA has a transparent border."""
    red, green, blue = blake2b(prompt.encode(), digest_size=3).digest()
    y, x = np.mgrid[0:height, 0:width]
    shade = np.random.default_rng(seed).integers(0, 64, (8, 8))[y * 8 // height, x * 8 // width]
    pixels = np.stack([(base + shade + x // 8) % 256 for base in (red, green, blue)], axis=-1).astype(np.uint8)
    if mode == "RGBA":
        border = max(1, min(width, height) // 8)
        inside = (x >= border) & (x < width - border) & (y >= border) & (y < height - border)
        pixels = np.dstack([pixels, np.where(inside, 255, 0).astype(np.uint8)])
    return Image.fromarray(pixels)


def edit(
    image: Image.Image, width: int, height: int, *, prompt: str, seed: int, changeable: Image.Image | None = None
) -> Image.Image:
    """Draws over the image where `changeable` is light. The rest changes a little, as by a VAE's round trip."""
    before = np.asarray(image.convert("RGB").resize((width, height)), np.int16)
    drawn = np.asarray(draw(width, height, prompt=prompt, seed=seed), np.int16)
    noise = np.random.default_rng(seed).integers(-3, 4, before.shape)
    kept = np.clip(before + noise, 0, 255)
    if changeable is None:
        return Image.fromarray(((before + 3 * drawn) // 4).astype(np.uint8))
    is_open = np.asarray(changeable.convert("L").resize((width, height))) >= 128
    return Image.fromarray(np.where(is_open[..., None], drawn, kept).astype(np.uint8))


def encode(image: Image.Image, file_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    options = {"compress_level": 1} | options  # PNG, for fast tests
    if file_format.lower() in {"jpeg", "jpg"}:
        image = image.convert("RGB")
    image.save(file, {"jpg": "JPEG"}.get(file_format.lower(), file_format.upper()), **options)
    return file.getvalue()


def decode(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image

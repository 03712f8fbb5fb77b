"""Pictures that a diffusion server could draw: different for each seed, and changed everywhere by an edit."""

import io
from hashlib import blake2b

import numpy as np
from PIL import Image

RETOUCH = [min(255, value + 2) for value in range(256)]
"""What a VAE's round trip does to the values of pixels: a little."""


def draw(width: int, height: int, *, prompt: str, seed: int, mode: str = "RGB") -> Image.Image:
    """The prompt chooses the colours and the seed the pattern; RGBA has a transparent border."""
    colour = np.frombuffer(blake2b(prompt.encode(), digest_size=3).digest(), np.uint8)
    shades = np.random.default_rng(seed).integers(0, 96, (8, 8, 1))
    pattern = Image.fromarray(((colour + shades) % 256).astype(np.uint8))
    image = pattern.resize((width, height), Image.Resampling.BICUBIC)
    if mode == "RGBA":
        border = max(1, min(width, height) // 8)
        alpha = Image.new("L", (width, height), 0)
        alpha.paste(255, (border, border, width - border, height - border))
        image.putalpha(alpha)
    return image


def edit(
    image: Image.Image, width: int, height: int, *, prompt: str, seed: int, changeable: Image.Image | None = None
) -> Image.Image:
    """Draws over the image where `changeable` is light. The rest changes a little."""
    before = image.convert("RGB").resize((width, height))
    drawn = draw(width, height, prompt=prompt, seed=seed)
    if changeable is None:
        return Image.blend(before, drawn, 0.75)
    is_open = changeable.convert("L").resize((width, height)).point([255 * (value >= 128) for value in range(256)])
    return Image.composite(drawn, before.point(RETOUCH * 3), is_open)


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

"""Input images as a moderation service gets them: small, as JPEG, without metadata."""

from limner import codec
from limner.core.picture import Picture

MAX_EDGE = 1024
"""The service scales images down itself; larger ones only take longer."""
JPEG_QUALITY = 85


def to_data_url(picture: Picture) -> str:
    """Decodes and encodes, so call it in a thread. Raises a PictureError for a broken file, or ModuleNotFoundError."""
    pixels = codec.decode(picture, mode="RGB", max_edge=MAX_EDGE)
    jpeg = codec.encode(pixels, "jpeg", compression=JPEG_QUALITY)
    return f"data:image/jpeg;base64,{codec.encode_base64(jpeg.read()).decode()}"

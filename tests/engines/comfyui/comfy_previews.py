"""The binary frames of the stand-in for ComfyUI."""

import io
import json
import struct

from PIL import Image

MAX_PREVIEW = 512


def encode_preview(pixels, prompt_id: str, node: str, *, has_metadata: bool, data: bytes | None) -> bytes:
    """`data` replaces the image."""
    image = Image.fromarray(pixels)
    image.thumbnail((MAX_PREVIEW, MAX_PREVIEW))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=95)
    if has_metadata:
        metadata = {"node_id": node, "prompt_id": prompt_id, "display_node_id": node, "parent_node_id": None}
        text = json.dumps(metadata | {"real_node_id": node, "image_type": "image/jpeg"}).encode()
        frame = struct.pack(">II", 4, len(text)) + text
    else:
        frame = struct.pack(">II", 1, 1)
    return frame + (data or file.getvalue())

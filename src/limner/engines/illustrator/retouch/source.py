"""The input pictures of a request: the Scene that one carries if it was made here, and its pixels when needed."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from limner import codec
from limner.codec.geometry import covering_box, part_of
from limner.core.errors import PictureError
from limner.core.picture import Picture, Size
from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.scene import Scene
from limner.engines.illustrator.scene_reader import read_scene
from limner.engines.illustrator.scene_store import SceneStore
from limner.engines.transparency import has_transparency

SCENE_KEY = "limner:scene"
REDUCED_EDGE = 1024
"""Several pictures are reduced to this at once: sixteen large ones must fit into memory."""


@dataclass(frozen=True)
class Source:
    picture: Picture
    scene: Scene | None
    """None for a foreign picture."""

    number: int
    """As the client counts: the first is 1."""

    @property
    def size(self) -> Size:
        return self.picture.size

    @property
    def is_transparent(self) -> bool:
        """Whether it shows a cut-out: as its Scene says, or as its pixels do."""
        if self.scene is not None:
            return self.scene.transparent
        return codec.has_alpha(self.picture) and has_transparency(self.reduced)

    @cached_property
    def reduced(self) -> Pixels:
        """RGBA, upright, decoded once. Raises PictureError."""
        return self._decode(max_edge=REDUCED_EDGE)

    def decode(self) -> Pixels:
        """RGBA, upright. Raises PictureError."""
        return self._decode()

    def cover(self, target: Size) -> Pixels:
        """RGBA, upright: what shows of it in a picture of another size. Far cheaper than all of a large picture."""
        return self._decode(size=target, box=covering_box(self.size, target))

    def _decode(self, **part: Any) -> Pixels:
        try:
            return codec.decode(self.picture, mode="RGBA", **part)
        except PictureError as error:
            message = error.message.replace("image 1", f"image {self.number}")
            raise PictureError(message, param=error.param, code=error.code) from error


def cover_mask_picture(picture: Picture, source: Size, target: Size) -> Pixels:
    """RGBA of `target`: the mask covers a source of another size first, and goes where the source goes. Its colours are
    numbers, so no profile applies. Raises PictureError, in the words that are used for a mask.
    """
    on_mask = covering_box(picture.size, source)
    box = part_of(on_mask, covering_box(source, target), source)
    try:
        return codec.decode(picture, mode="RGBA", size=target, box=box, convert_colors=False)
    except PictureError as error:
        message = error.message.replace("image 1", "mask 1")
        raise PictureError(message, param="mask", code="invalid_mask_image_format") from error


def read_source(picture: Picture, number: int, scenes: SceneStore | None = None) -> Source:
    """A Scene of another version, or damaged, makes the picture a foreign one. `scenes` knows those of pictures whose
    metadata is gone.
    """
    source = Source(picture, _scene_in(picture), number)
    if source.scene is None and scenes is not None and picture.format != "jpeg" and scenes.has_size(picture.size):
        return replace(source, scene=scenes.find(source.decode()))
    return source


def _scene_in(picture: Picture) -> Scene | None:
    written = codec.read_metadata(picture).get(SCENE_KEY)
    return None if written is None else read_scene(written)

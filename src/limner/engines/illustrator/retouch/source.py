"""The input pictures of a request: the Scene that one carries if it was made here, and its pixels when needed."""

from dataclasses import dataclass, replace
from json import JSONDecodeError, loads

from limner import codec
from limner.core.errors import PictureError
from limner.core.picture import Picture
from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.scene import Scene, SceneError
from limner.engines.illustrator.scene_store import SceneStore
from limner.engines.transparency import has_transparency

SCENE_KEY = "limner:scene"
GLANCE_EDGE = 512
"""As much of a picture as tells whether it has transparency."""


@dataclass(frozen=True, slots=True)
class Source:
    picture: Picture
    scene: Scene | None
    """None for a foreign picture."""

    number: int
    """As the client counts: the first is 1."""

    @property
    def is_transparent(self) -> bool:
        """Whether it shows a cut-out: as its Scene says, or as its pixels do."""
        if self.scene is not None:
            return self.scene.transparent
        return codec.has_alpha(self.picture) and has_transparency(self.decode(GLANCE_EDGE))

    def decode(self, max_edge: int | None = None) -> Pixels:
        """RGBA, upright. Raises PictureError."""
        try:
            return codec.decode(self.picture, mode="RGBA", max_edge=max_edge)
        except PictureError as error:
            message = error.message.replace("image 1", f"image {self.number}")
            raise PictureError(message, param=error.param, code=error.code) from error


def decode_mask(picture: Picture) -> Pixels:
    """RGBA. Raises PictureError, in the words that are used for a mask."""
    try:
        return codec.decode(picture, mode="RGBA")
    except PictureError as error:
        message = error.message.replace("image 1", "mask 1")
        raise PictureError(message, param="mask", code="invalid_mask_image_format") from error


def read_source(picture: Picture, number: int, scenes: SceneStore | None = None) -> Source:
    """A Scene of another version, or damaged, makes the picture a foreign one. `scenes` knows those of pictures whose
    metadata is gone.
    """
    source = Source(picture, _scene_in(picture), number)
    if source.scene is None and scenes is not None and picture.format != "jpeg":
        return replace(source, scene=scenes.find(source.decode()))
    return source


def _scene_in(picture: Picture) -> Scene | None:
    written = codec.read_metadata(picture).get(SCENE_KEY)
    try:
        return None if written is None else Scene.from_json(loads(written))
    except (JSONDecodeError, SceneError):
        return None

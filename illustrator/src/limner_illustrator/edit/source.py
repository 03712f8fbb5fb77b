"""The input images of a request: the Scene that one carries if it was made here, and its pixels when needed."""

from dataclasses import dataclass, replace
from functools import cached_property

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import has_transparency
from limner_illustrator.canvas.size import Size
from limner_illustrator.edit.request import InputImage
from limner_illustrator.edit.scene_reader import read_scene
from limner_illustrator.edit.scene_store import SceneStore
from limner_illustrator.scene import Scene

REDUCED_EDGE = 1024
"""Several images are reduced to this at once: sixteen large ones must fit into memory."""


@dataclass(frozen=True)
class Source:
    image: InputImage
    scene: Scene | None
    """None for an external image."""

    number: int
    """As the client counts: the first is 1."""

    @property
    def size(self) -> Size:
        return self.image.size

    @property
    def is_transparent(self) -> bool:
        """Whether it shows a cut-out: as its Scene says, or as its pixels do."""
        if self.scene is not None:
            return self.scene.transparent
        return self.image.has_alpha and has_transparency(self.reduced)

    @cached_property
    def reduced(self) -> Pixels:
        """RGBA, upright, decoded once."""
        return self.image.decode(max_edge=REDUCED_EDGE)

    def cover(self, target: Size) -> Pixels:
        """RGBA, upright: what shows of it in a picture of another size."""
        return self.image.cover(target)


def read_source(image: InputImage, number: int, scenes: SceneStore | None = None) -> Source:
    """A Scene of another version, or damaged, makes the image an external one. `scenes` finds those of images whose
    metadata is gone.
    """
    scene = None if image.scene is None else read_scene(image.scene)
    source = Source(image, scene, number)
    if (
        scene is None
        and scenes is not None
        and (image.is_lossless or scenes.finds_similar)
        and scenes.has_size(image.size)
    ):
        return replace(source, scene=scenes.find(image.decode()))
    return source

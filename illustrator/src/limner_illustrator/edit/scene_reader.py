"""Scenes from files: what an upload carries was perhaps written by a stranger, and may be anything."""

from json import loads

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.catalog.art import has_icon
from limner_illustrator.catalog.records import is_recorded
from limner_illustrator.language.vocabulary.graphics import GRAPHICS
from limner_illustrator.scene import Entity, Graphic, Scene
from limner_illustrator.subjects.material import MATERIALS
from limner_illustrator.subjects.texture import HEAPS

MAX_BYTES = 256_000
"""Of a Scene as JSON. The largest that a prompt of 32,000 characters leads to has about half of that."""
MAX_ENTITIES = 64
"""A prompt names 24 at most; edits and several pictures in one add to them."""

MAX_NUMBER = 99_999
"""Of an entity's id. Edits count on from the highest, and `Scene.from_json` reads ten times as many."""


def read_scene(written: str | bytes) -> Scene | None:
    """None for whatever this version could not draw."""
    if len(written) > MAX_BYTES:
        return None
    try:
        scene = Scene.from_json(loads(written))
    except (ValueError, RecursionError):  # ValueError: no JSON, no UTF-8, no Scene, or an endless number
        return None
    return scene if _is_drawable(scene) else None


def _is_drawable(scene: Scene) -> bool:
    return (
        len(scene.entities) <= MAX_ENTITIES
        and all(int(entity.id[1:]) <= MAX_NUMBER for entity in scene.entities)
        and (scene.backdrop is None or scene.backdrop in BACKDROPS)
        and all(style in ART_STYLES for style in scene.styles)
        and all(map(_has_drawing, scene.entities))
        and (scene.graphic is None or _is_known(scene.graphic))
    )


def _is_known(graphic: Graphic) -> bool:
    named = (*graphic.colors, *((graphic.background,) if graphic.background else ()))
    return graphic.kind in GRAPHICS and all(color in COLORS for color in named)


def _has_drawing(entity: Entity) -> bool:
    family, _, name = entity.drawing.partition(":")
    exists = has_icon(name) if family == "noto" else family == "figure" or is_recorded(entity.drawing)
    return (
        exists
        and (entity.color is None or entity.color in COLORS)
        and (entity.material is None or entity.material in MATERIALS or entity.material in HEAPS)
    )

"""Two things in one: a teapot in the shape of a cat, a house made of cheese."""

from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.canvas import Pixels, draw_pixels
from limner_illustrator.catalog import kinds
from limner_illustrator.scene import Entity, RelationKind
from limner_illustrator.subjects.features import FEATURES, Feature, Fused, feature_of, onto
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.raster import measure, rasterize
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.texture import clad

Unlit = tuple[Pixels, float, float]
"""A sprite before the light falls on it, its relief and its glow."""
_STUFFS = frozenset({
    "cloud", "bush", "hedge", "topiary", "shrub", "flame", "fire", "smoke", "leaf", "flower", "bouquet", "cookie",
    "bread", "pizza", "snow", "ice", "grass",
})  # fmt: skip
"""What takes any form by itself."""
_INLAY = 0.56
_REACH = 0.7
"""How far legs, spouts and handles may stand out from the form, as a part of its size."""


def fuse(subject: Subject, unlit: Callable[[Subject, float], Unlit], size_px: float) -> Unlit | None:
    """The fusion that the scene's relations ask for, None where they ask for none. `unlit` draws a plain subject."""
    form = _other(subject, "shaped_like")
    if form:
        return _in_the_form_of(subject, form, unlit, size_px)
    stuff = _other(subject, "made_of")
    if stuff:
        pixels, relief, glow = unlit(subject, size_px)
        own_color = replace(subject, entity=replace(stuff, color=stuff.color or subject.entity.color))
        return clad(pixels, own_color, unlit), relief, glow
    return None


def _other(subject: Subject, kind: RelationKind) -> Entity | None:
    scene, entity = subject.scene, subject.entity
    if entity.count > 1 and kinds.is_animate(entity.drawing):
        return None  # two swans that form a heart are two swans
    ids = [one.object for one in scene.relations if one.kind == kind and one.subject == entity.id]
    return scene.entity(ids[0]) if ids and ids[0] != entity.id else None


def _in_the_form_of(subject: Subject, form: Entity, unlit: Callable[[Subject, float], Unlit], size_px: float) -> Unlit:
    """The other thing's outline and colours, with the features that make it a chair, a teapot, a lamp."""
    feature = feature_of(subject.entity)
    shape = Subject(replace(form, color=form.color or subject.entity.color, text=None), subject.scene, subject.copy)
    pixels, relief, glow = unlit(shape, size_px)
    if feature is None and subject.entity.noun.split()[-1] in _STUFFS:
        return clad(pixels, subject, unlit), relief, glow
    paint, own_glow = FEATURES[feature] if feature else _inlaid(unlit(subject, size_px * _INLAY)[0])
    fusion = Fused.of(pixels, subject)
    width, height = fusion.width, fusion.height
    spare = _REACH * max(width, height)
    frame = (-spare, -spare, width + spare, height + spare)

    def draw(pen: LocalCanvas) -> None:
        paint(pen, fusion)

    return rasterize(draw, measure(draw, frame), size_px), relief, max(glow, own_glow)


def _inlaid(thing: Pixels) -> tuple[Feature, float]:
    """The form with the thing let into its middle."""

    def paint(pen: LocalCanvas, form: Fused) -> None:
        unit = 100 * _INLAY / max(thing.shape[:2])
        wide, high = thing.shape[1] * unit, thing.shape[0] * unit
        left, right = form.span(0.56)
        form.draw(pen)
        x, y = (left + right - wide) / 2, form.height * 0.56 - high / 2
        onto(pen, form, lambda: draw_pixels(pen.canvas, thing, x, y, wide, high))

    return paint, 0.0

"""Tells which views of a scene cannot be drawn."""

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog.kinds import is_animate
from limner_illustrator.language.omissions import NOT_DRAWN
from limner_illustrator.layout import kinds
from limner_illustrator.scene import Entity, Scene

_WORDS = {"top": "view from above", "behind": "view from behind", "side": "side view", "low": "low angle"}


def note_undrawn_view(scene: Scene) -> str | None:
    """None where every subject is shown from the side that the prompt asks for."""
    if scene.view not in _WORDS or _can_draw(scene):
        return None
    return f"{NOT_DRAWN}{_WORDS[scene.view]}"


def _can_draw(scene: Scene) -> bool:
    animate = [entity for entity in scene.entities if is_animate(entity.drawing)]
    if scene.view == "top":
        return choose_backdrop(scene) in ("tabletop", "abstract")
    if scene.view == "low":
        return not BACKDROPS[choose_backdrop(scene)].indoor
    if scene.view == "behind":
        return bool(scene.entities) and all(kinds.is_figure(entity) for entity in scene.entities)
    return not any(kinds.is_figure(entity) or _faces_us(entity) for entity in animate)


def _faces_us(entity: Entity) -> bool:
    """Whether it is an animal's head on a seated body, of which there is no drawing from the side."""
    record = kinds.record_of(entity)
    return record.coat is not None and record.whole is None

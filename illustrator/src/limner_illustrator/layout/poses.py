"""Poses that a prompt leaves open."""

from limner_illustrator.catalog.kinds import is_animal
from limner_illustrator.layout import kinds
from limner_illustrator.scene import Entity, Scene

_OF_PEOPLE = (None, None, "walking", "waving")
_OF_ANIMALS = (None, None, "standing")


def choose_free_pose(scene: Scene, entity: Entity, copy: int) -> str | None:
    """None for the usual pose, which relations and actions keep."""
    if scene.view == "side" and entity.action is None and is_animal(entity.drawing):
        return "standing"
    if not scene.is_composed_by_seed or entity.action is not None or scene.is_close:
        return None
    if any(entity.id in (one.subject, one.object) for one in scene.relations):
        return None
    choices: tuple[str | None, ...] = ()
    if kinds.is_figure(entity):
        choices = _OF_PEOPLE
    elif is_animal(entity.drawing):
        choices = _OF_ANIMALS
    return scene.random("scene", f"pose/{entity.id}/{copy}").choice(choices) if choices else None

"""Which setting a scene has that names none: where the things in it are at home."""

from dataclasses import replace

from limner_illustrator.catalog.kinds import (
    belongs_in_sky,
    flies,
    is_animal,
    is_animate,
    is_building,
    is_food,
    is_person,
    is_plant,
    is_vehicle,
    is_wearable,
    lives_in_water,
)
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height

_FURNISHED = ("bedroom", "kitchen", "livingroom")
"""Rooms that are recognised by their furniture."""
_WATER = ("sea", "underwater", "lake")
WATERS = frozenset({"lake", "river", "sea"})
"""Settings beside which one can be, or in them."""
_VAGUE = ("table", "studio", "meadow")
"""Settings for what could be anywhere."""
_ROOFED = ("forest", "jungle")
"""Where leaves hide the sky."""
_IN_SKY = frozenset({"stars", "aurora", "fireworks", "lanterns"})
_BY_TRADE = "figure:"
_HANDY = 0.62
"""Metres: things that are no higher are shown on a table."""


def is_at_home_on_water(drawing: str) -> bool:
    return thing_of(drawing).home in _WATER or lives_in_water(drawing)


def choose_setting(scene: Scene) -> str:
    if scene.setting:
        return scene.setting
    if not scene.entities:
        return "abstract"
    if scene.view == "top":
        return "tabletop"
    if scene.view == "portrait" or scene.styles[:1] == ("flat",):
        return "studio"
    home = _at_home(scene)
    is_sky_told = any(belongs_in_sky(entity.drawing) for entity in scene.entities) or _IN_SKY & {*scene.accents}
    # Who names the moon or the stars wants to see them.
    return "meadow" if is_sky_told and home in _ROOFED else home


def _at_home(scene: Scene) -> str:
    """Where the things of the scene are at home together."""
    below = tuple(entity for entity in scene.entities if not belongs_in_sky(entity.drawing))
    if below and len(below) < len(scene.entities):
        # The sky is over every place: what is in it says nothing about the ground.
        return _at_home(replace(scene, entities=below))
    homes = _ashore(scene, [_home(entity, scene) for entity in scene.entities])
    if "own:bridge" in (entity.drawing for entity in scene.entities):
        homes = ["river" if home in _WATER else home for home in homes]
    for kind in (*_FURNISHED, *_WATER):
        if kind in homes:
            return kind
    told = {entity.id: home for entity, home in zip(scene.entities, homes, strict=True) if home not in _VAGUE}
    people = {entity.id for entity in scene.entities if entity.drawing.startswith(_BY_TRADE)}
    # a person's trade tells the place only while nothing else does
    by_things = [home for entity_id, home in told.items() if entity_id not in people]
    on_foot = any(home == "meadow" for home in homes)
    if by_things:
        # what walks looks up at a rainbow from the ground
        return "meadow" if on_foot and set(by_things) == {"sky"} else by_things[0]
    return "meadow" if "meadow" in homes else next(iter(told.values()), homes[0])


def _ashore(scene: Scene, homes: list[str]) -> list[str]:
    """A duck next to a cow is in a meadow, and a fish on a plate is on a table."""
    carried = {one.subject for one in scene.relations if one.kind in ("on", "in", "holding", "eating")}
    bearers = {one.object for one in scene.relations if one.kind in ("on", "in", "riding")}
    dry = [home for home in homes if home not in (*_WATER, "table", "studio", "sky")]
    served = "table" in homes
    landed = []
    for entity, home in zip(scene.entities, homes, strict=True):
        if home in _WATER and served and entity.id in carried:
            landed.append("table")
        elif home in _WATER and 2 * len(dry) >= len(homes) and is_animal(entity.drawing) and entity.id not in bearers:
            landed.append(dry[0])
        else:
            landed.append(home)
    return landed


def _home(entity: Entity, scene: Scene) -> str:
    """Where this one would be alone."""
    drawing = entity.drawing
    home = thing_of(drawing).home
    if home:
        return home
    if lives_in_water(drawing):
        return "underwater"
    if is_person(drawing) or is_animal(drawing) or is_animate(drawing):
        return "meadow"
    if is_food(drawing):
        return "table"
    if is_vehicle(drawing):
        return "sky" if flies(drawing) else "street"
    if belongs_in_sky(drawing):
        return "sky"
    if is_building(drawing) or is_plant(drawing):
        if any(other.drawing == "own:vase" for other in scene.entities):
            return "table"
        return "meadow" if natural_height(entity) > _HANDY or is_building(drawing) else "table"
    if is_wearable(drawing):
        return "studio"
    return "table" if natural_height(entity) <= _HANDY and not flies(drawing) else "meadow"

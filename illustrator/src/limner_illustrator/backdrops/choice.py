"""Chooses the backdrop of a scene that names no place: where its things are at home."""

from dataclasses import replace

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.habitats import list_habitats
from limner_illustrator.backdrops.registry import BACKDROPS
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

_IN_SKY = frozenset({"stars", "aurora", "fireworks", "lanterns"})
_FIGURE_PREFIX = "figure:"
_TABLE_HEIGHT_LIMIT = 0.62
"""Metres. Lower things are shown on a table."""


def is_at_home_on_water(drawing: str) -> bool:
    home = thing_of(drawing).home
    return (home is not None and BACKDROPS[home].has_swimmers) or lives_in_water(drawing)


def choose_backdrop(scene: Scene) -> str:
    """The name of the scene's own backdrop, or else of the best one for its things."""
    if scene.backdrop:
        return scene.backdrop
    if not scene.entities:
        return "abstract"
    if scene.view == "top" and all(_fits_on_table(entity) for entity in scene.entities):
        return "tabletop"
    leading = styles_named(scene.styles[:1])
    # Dark subjects stand before the light of the sky that the prompt names.
    has_sky = scene.time != "day" and any(style.has_dark_subjects for style in leading)
    if scene.view == "portrait" or (any(style.has_plain_backdrop for style in leading) and not has_sky):
        return "studio"
    home = _common_home(scene)
    if scene.is_composed_by_seed:
        home = scene.random("scene", "habitat").choice(list_habitats(home, scene.entities))
    names_sky = any(belongs_in_sky(entity.drawing) for entity in scene.entities) or _IN_SKY & {*scene.accents}
    return "meadow" if names_sky and BACKDROPS[home].hides_sky else home


def _common_home(scene: Scene) -> str:
    """Where the things of the scene are at home together."""
    below = tuple(entity for entity in scene.entities if not belongs_in_sky(entity.drawing))
    if below and len(below) < len(scene.entities):
        # Every place has a sky, so things in it say nothing about the place.
        return _common_home(replace(scene, entities=below))
    outside = _drop_contents(scene)
    if len(outside) < len(scene.entities):
        return _common_home(replace(scene, entities=outside))
    homes = _ashore(scene, [_home(entity, scene) for entity in scene.entities])
    if "own:bridge" in (entity.drawing for entity in scene.entities):
        homes = ["river" if BACKDROPS[home].has_swimmers else home for home in homes]
    first = max(homes, key=lambda home: BACKDROPS[home].home_rank)
    if BACKDROPS[first].home_rank:
        return first
    sure = {entity.id: home for entity, home in zip(scene.entities, homes, strict=True) if not BACKDROPS[home].is_vague}
    people = {entity.id for entity in scene.entities if entity.drawing.startswith(_FIGURE_PREFIX)}
    # A person's trade counts only if nothing else points to a place.
    by_things = [home for entity_id, home in sure.items() if entity_id not in people]
    on_foot = any(home == "meadow" for home in homes)
    if by_things:
        # People and animals see a rainbow from the ground.
        return "meadow" if on_foot and set(by_things) == {"sky"} else by_things[0]
    return "meadow" if "meadow" in homes else next(iter(sure.values()), homes[0])


def _drop_contents(scene: Scene) -> tuple[Entity, ...]:
    """Without what is in a small container: a ship in a bottle is on a table."""
    small = {one.id for one in scene.entities if natural_height(one) <= _TABLE_HEIGHT_LIMIT and _holds_things(one)}
    contents = {one.subject for one in scene.relations if one.kind == "in" and one.object in small}
    return tuple(one for one in scene.entities if one.id not in contents)


def _holds_things(entity: Entity) -> bool:
    record = thing_of(entity.drawing)
    return "see_through" in record.traits or record.tank is not None


def _ashore(scene: Scene, homes: list[str]) -> list[str]:
    """A duck next to a cow is in a meadow, and a fish on a plate is on a table."""
    carried = {one.subject for one in scene.relations if one.kind in ("on", "in", "holding", "eating")}
    carriers = {one.object for one in scene.relations if one.kind in ("on", "in", "riding")}
    dry = [home for home in homes if BACKDROPS[home].is_walkable]
    served = "table" in homes
    landed = []
    for entity, home in zip(scene.entities, homes, strict=True):
        swims = BACKDROPS[home].has_swimmers
        if swims and served and entity.id in carried:
            landed.append("table")
        elif swims and 2 * len(dry) >= len(homes) and is_animal(entity.drawing) and entity.id not in carriers:
            landed.append(dry[0])
        else:
            landed.append(home)
    return landed


def _fits_on_table(entity: Entity) -> bool:
    """What looks right lying flat: food and small things, but nothing that stands on its legs."""
    return not is_animate(entity.drawing) and natural_height(entity) <= _TABLE_HEIGHT_LIMIT


def _home(entity: Entity, scene: Scene) -> str:
    """The backdrop that this one would have alone."""
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
        return "meadow" if natural_height(entity) > _TABLE_HEIGHT_LIMIT or is_building(drawing) else "table"
    if is_wearable(drawing):
        return "studio"
    return "table" if natural_height(entity) <= _TABLE_HEIGHT_LIMIT and not flies(drawing) else "meadow"

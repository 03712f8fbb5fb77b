"""Chooses the backdrop of a scene that names no place: where its things are at home."""

from collections.abc import Iterable
from dataclasses import replace

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.habitats import list_habitats
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.backdrops.underwater import floats_on_top, is_sunken
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
    kinds_of,
    lives_in_water,
)
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.activities import is_posed
from limner_illustrator.subjects.natural_size import natural_height

_IN_SKY = frozenset({"stars", "aurora", "fireworks", "lanterns", "milkyway", "contrails", "lightning", "bluehour"})
_DIVERS = frozenset({"diver", "submarine", "mermaid", "merman", "spouting-whale", "whale", "shark", "octopus", "squid"})
_FIGURE_PREFIX = "figure:"
_OF_NO_TRADE = frozenset({
    "person", "man", "woman", "boy", "girl", "child", "baby", "old-man", "old-woman", "teenager",
})  # fmt: skip
_ROOM_OF_ACTION = {
    "cooking": "kitchen", "chopping": "kitchen", "kneading": "kitchen", "mixing": "kitchen", "baking": "kitchen",
    "scribbling": "wall", "snow-angel": "snow", "ironing": "livingroom",
    "vacuuming": "livingroom", "brushing-teeth": "bathroom", "shaving": "bathroom",
    "washing": "kitchen",
}  # fmt: skip
"""What people do at home."""
_ROOM_M = 2.2
"""The least height of houses and vehicles that stand outdoors."""
_TABLE_HEIGHT_LIMIT = 0.62
"""Metres. Lower things are shown on a table."""


def is_at_home_on_water(drawing: str) -> bool:
    home = thing_of(drawing).home
    return (home is not None and BACKDROPS[home].has_swimmers) or lives_in_water(drawing)


def choose_backdrop(scene: Scene) -> str:
    """The name of the scene's own backdrop, or else of the best one for its things."""
    if scene.backdrop:
        return "underwater" if scene.backdrop == "sea" and _is_seen_from_below(scene) else scene.backdrop
    leading = styles_named(scene.styles[:1])
    of_style = next((style.backdrop for style in leading if style.backdrop is not None), None)
    if of_style is not None and scene.view != "portrait":
        return of_style
    if not scene.entities:
        return "abstract"
    if scene.view == "top" and all(_fits_on_table(entity) for entity in scene.entities):
        return "tabletop"
    # Dark subjects stand before the light of the sky that the prompt names.
    has_sky = scene.time != "day" and any(style.has_dark_subjects for style in leading)
    if scene.view == "portrait" or (any(style.has_plain_backdrop for style in leading) and not has_sky):
        return "studio"
    home = _common_home(scene)
    if scene.is_composed_by_seed:
        home = scene.random("scene", "habitat").choice(list_habitats(home, scene.entities))
    if "light:candle" in scene.accents and not BACKDROPS[home].indoor and home in ("meadow", "forest"):
        home = "livingroom"  # candles burn where there is no wind
    names_sky = any(belongs_in_sky(entity.drawing) for entity in scene.entities) or _IN_SKY & {*scene.accents}
    return "meadow" if names_sky and BACKDROPS[home].hides_sky else home


def _common_home(scene: Scene) -> str:
    """Where the things of the scene are at home together."""
    rooms = [_ROOM_OF_ACTION[one.action] for one in scene.entities if one.action in _ROOM_OF_ACTION]
    if rooms and all(is_animate(one.drawing) or natural_height(one) < _TABLE_HEIGHT_LIMIT for one in scene.entities):
        return rooms[0]
    below = tuple(entity for entity in scene.entities if not belongs_in_sky(entity.drawing))
    if below and len(below) < len(scene.entities):
        # Every place has a sky, so things in it say nothing about the place.
        return _common_home(_show_only(scene, below))
    carried = {one.object for one in scene.relations if one.kind == "wearing"}
    bags = [one for one in scene.entities if one.id in carried and "container" in thing_of(one.drawing).traits]
    if bags:
        # A hiker with a backpack is in the mountains, not in a classroom.
        return _common_home(_show_only(scene, [one for one in scene.entities if one not in bags]))
    if any(_is_tank(one) for one in scene.entities):
        # A goldfish that jumps out of its bowl is in a room.
        scene = _show_only(scene, [one for one in scene.entities if not lives_in_water(one.drawing)])
    outside = _drop_contents(scene)
    if len(outside) < len(scene.entities):
        return _common_home(_show_only(scene, outside))
    if any(_is_dish(one) for one in scene.entities):
        # A mushroom beside a pizza is on the table, not in the forest.
        scene = _show_only(scene, [one for one in scene.entities if _is_dish(one) or not _is_food(one)])
    if _is_seen_from_below(scene) or any(is_sunken(one) for one in scene.entities):
        return "underwater"
    if any("branch" in thing_of(one.drawing).traits for one in scene.entities):
        return "forest"
    if any(one.noun.startswith("picnic") for one in scene.entities):
        return "meadow"
    homes = _ashore(scene, [_home(entity, scene) for entity in scene.entities])
    if "own:bridge" in (entity.drawing for entity in scene.entities):
        homes = ["river" if BACKDROPS[home].has_swimmers else home for home in homes]
        if "river" in homes:
            return "river"
    if any(_stands_outdoors(one) for one in scene.entities):
        homes = ["meadow" if BACKDROPS[home].indoor else home for home in homes]
    first = max(homes, key=lambda home: BACKDROPS[home].home_rank)
    if first == "bedroom" and "hospital" in homes:
        return "hospital"
    if BACKDROPS[first].home_rank:
        return first
    sure = {entity.id: home for entity, home in zip(scene.entities, homes, strict=True) if not BACKDROPS[home].is_vague}
    figures = (one for one in scene.entities if one.drawing.startswith(_FIGURE_PREFIX))
    people = {one.id for one in figures if not is_at_home_on_water(one.drawing)}
    # A person's trade counts only if nothing else points to a place.
    by_things = [home for entity_id, home in sure.items() if entity_id not in people]
    built = [sure[one.id] for one in scene.entities if one.id in sure and is_building(one.drawing)]
    # A truck before a barn is on the farm: vehicles come anywhere.
    by_things = [*built, *by_things]
    at_home = zip(scene.entities, homes, strict=True)
    on_foot = any(
        (home == "meadow" and not is_person(one.drawing)) or (home != "sky" and is_building(one.drawing))
        for one, home in at_home
    ) or any(_stands(scene.entity(one), scene) for one in people)
    if by_things:
        # People and animals see a rainbow from the ground.
        # A harmonica is played beside a campfire, not on a stage.
        named = next((home for home in by_things if home != "stage"), by_things[0])
        if named == "stage" and scene.weather not in ("clear", "cloudy"):
            return "street"
        if named == "stage":
            # A Viking blows his horn where he is at home.
            named = next((home for entity_id, home in sure.items() if entity_id in people), named)
        if on_foot and named == "sky":
            return next((home for home in by_things if home != "sky"), "meadow")
        return named
    at_large = [one for one, home in zip(scene.entities, homes, strict=True) if home == "meadow" and not _follows(one)]
    by_trade = next((home for one, home in sure.items() if one in people), None)
    if by_trade is not None and not at_large and scene.weather in ("clear", "cloudy"):
        marches = by_trade == "stage" and any(one.action == "walking" for one in scene.entities)
        return "street" if marches else by_trade  # a customer is where the barista is
    return "meadow" if "meadow" in homes else next(iter(sure.values()), homes[0])


def _stands(entity: Entity, scene: Scene) -> bool:
    """Whether it is in or on nothing: a pilot next to his airplane."""
    if entity.action == "flying":
        return False
    return not any(one.subject == entity.id and one.kind in ("in", "on", "riding") for one in scene.relations)


def _follows(entity: Entity) -> bool:
    """Whether it is a person of no trade, who may be anywhere."""
    return entity.drawing.removeprefix(_FIGURE_PREFIX) in _OF_NO_TRADE


def _stands_outdoors(entity: Entity) -> bool:
    """Whether no room holds it: a house, a rocket."""
    is_large = is_building(entity.drawing) or is_vehicle(entity.drawing)
    return is_large and natural_height(entity) * entity.size >= _ROOM_M


def _show_only(scene: Scene, entities: Iterable[Entity]) -> Scene:
    """The scene of these entities, with the relations between them."""
    kept = tuple(entities)
    ids = {entity.id for entity in kept}
    return replace(
        scene,
        entities=kept,
        relations=tuple(one for one in scene.relations if {one.subject, one.object} <= ids),
    )


def _is_seen_from_below(scene: Scene) -> bool:
    """Whether something is in the water under a ship."""
    return any(
        floats_on_top(scene.entity(upper)) and not belongs_in_sky(scene.entity(lower).drawing)
        for one in scene.relations
        for lower, upper in [(one.subject, one.object) if one.kind in ("under", "below") else (one.object, one.subject)]
        if one.kind in ("under", "below", "above") and lives_under_water(scene.entity(lower).drawing)
    )


def lives_under_water(drawing: str) -> bool:
    return lives_in_water(drawing) or drawing.partition(":")[2] in _DIVERS


def _is_tank(entity: Entity) -> bool:
    return entity.drawing in ("own:fishbowl", "own:aquarium")


def _is_food(entity: Entity) -> bool:
    return is_food(entity.drawing) or entity.drawing == "noto:mushroom"


def _is_dish(entity: Entity) -> bool:
    return is_food(entity.drawing) and "crop" not in kinds_of(entity.drawing)


def _drop_contents(scene: Scene) -> tuple[Entity, ...]:
    """Without what is in a container that has a place: a ship in a bottle is on a table, a bear in a tub in a bath."""
    holding = {one.id for one in scene.entities if _holds_things(one)}
    contents = {one.subject for one in scene.relations if one.kind in ("in", "on") and one.object in holding}
    return tuple(one for one in scene.entities if one.id not in contents)


def _holds_things(entity: Entity) -> bool:
    record = thing_of(entity.drawing)
    is_glass = "see_through" in record.traits or record.tank is not None
    is_small = is_glass and natural_height(entity) <= _TABLE_HEIGHT_LIMIT
    return is_food(entity.drawing) or is_small or ("open_top" in record.traits and record.home is not None)


def _ashore(scene: Scene, homes: list[str]) -> list[str]:
    """A duck next to a cow is in a meadow, and a fish on a plate is on a table."""
    carried = {one.subject for one in scene.relations if one.kind in ("on", "in")}
    carried |= {one.object for one in scene.relations if one.kind in ("holding", "eating")}
    carriers = {one.object for one in scene.relations if one.kind in ("on", "in", "riding")}
    dry = [home for home in homes if BACKDROPS[home].is_walkable and home != "table"]
    served = "table" in homes
    caught = {
        one.object
        for one in scene.relations
        if one.kind == "holding" and scene.entity(one.subject).drawing.startswith(_FIGURE_PREFIX)
    }
    landed = []
    for entity, home in zip(scene.entities, homes, strict=True):
        swims = BACKDROPS[home].has_swimmers
        if swims and entity.id in caught:
            landed.append(dry[0] if dry else "lake")  # a fish in the hands of who caught it
        elif swims and entity.id in carried and entity.drawing.startswith(_FIGURE_PREFIX):
            landed.append("coast")  # a mermaid on a rock
        elif swims and served and entity.id in carried:
            landed.append("table")
        elif (
            swims
            and is_animal(entity.drawing)
            and (
                (dry and entity.action in ("running", "walking"))
                or (2 * len(dry) >= len(homes) and entity.id not in carriers)
            )
        ):
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
    is_inside = any(one.subject == entity.id and one.kind in ("in", "on") for one in scene.relations)
    if entity.action == "swimming" and is_person(drawing) and not is_inside:
        return "sea"
    home = thing_of(drawing).home
    if home and BACKDROPS[home].has_swimmers and is_animal(drawing) and is_posed(entity, scene):
        # A duck that plays the drums does not swim.
        return "meadow"
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

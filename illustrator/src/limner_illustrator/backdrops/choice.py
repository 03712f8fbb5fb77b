"""Chooses the backdrop of a scene that names no place: where its things are at home."""

from dataclasses import replace

from limner_illustrator.art_styles.registry import styles_named
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
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.natural_size import natural_height

_HOMES = {
    "livingroom": (
        "own:sofa own:rug own:lamp own:fireplace own:window own:door own:bookshelf own:table "
        "noto:television noto:couch-and-lamp noto:chair noto:potted-plant own:plush "
        "own:armchair own:piano own:stool own:desk own:dining-table own:picture "
        "own:rocking-chair own:tall-clock own:chandelier own:shelf"
    ),
    "bedroom": "own:bed noto:bed noto:person-in-bed own:wardrobe own:pillow",
    "kitchen": ("own:fridge own:oven own:stove own:microwave own:toaster own:sink figure:cook own:washing-machine"),
    "street": (
        "own:hydrant own:sign noto:stop-sign noto:vertical-traffic-light noto:horizontal-traffic-light "
        "noto:bus-stop noto:fuel-pump noto:barber-pole noto:police-car-light figure:police-officer "
        "figure:firefighter own:parking-meter own:street-lamp own:stop-sign own:traffic-light "
        "own:phone-booth own:traffic-cone"
    ),
    "city": "own:skyscraper noto:office-building noto:hotel noto:bank noto:department-store noto:hospital "
    "noto:statue-of-liberty figure:superhero",
    "skyline": "noto:bridge-at-night",
    "coast": "own:lighthouse",
    "sea": (
        "noto:otter noto:seal noto:sailboat noto:speedboat noto:motor-boat noto:ship "
        "noto:passenger-ship noto:ferry noto:dolphin noto:spouting-whale noto:whale noto:orca "
        "noto:anchor noto:ring-buoy noto:person-surfing own:pirate-ship own:sailing-ship"
    ),
    "lake": "noto:canoe noto:duck noto:swan noto:beaver noto:frog noto:crocodile noto:hippopotamus noto:goose "
    "noto:flamingo noto:lotus",
    "river": "own:bridge noto:fishing-pole",
    "beach": (
        "noto:beach-with-umbrella noto:umbrella-on-ground noto:palm-tree noto:desert-island noto:crab "
        "noto:coconut noto:spiral-shell figure:pirate own:sandcastle own:parasol own:surfboard "
        "own:bottled-message own:treasure own:hammock own:beach-ball"
    ),
    "snow": (
        "noto:penguin noto:polar-bear own:snowman noto:snowman noto:snowman-without-snow noto:snowflake "
        "noto:skis noto:sled noto:skier noto:snowboarder noto:ice-skate figure:santa noto:mammoth "
        "own:igloo own:snowboard own:skis"
    ),
    "desert": "noto:camel noto:two-hump-camel noto:cactus noto:scorpion own:pyramid noto:lizard",
    "mountains": (
        "own:mountain own:volcano own:waterfall noto:mountain noto:snow-capped-mountain noto:mount-fuji "
        "noto:volcano noto:eagle noto:goat noto:llama noto:locomotive noto:mountain-railway "
        "own:steam-train own:cable-car"
    ),
    "forest": (
        "noto:owl noto:deer noto:bear noto:wolf noto:raccoon noto:chipmunk noto:mushroom "
        "noto:brown-mushroom own:campfire own:tent noto:camping noto:tent noto:badger noto:moose "
        "figure:elf figure:fairy figure:witch own:mushroom-house own:log own:nest"
    ),
    "jungle": "noto:gorilla noto:monkey noto:orangutan noto:tiger noto:leopard noto:sloth noto:parrot",
    "farm": (
        "own:windmill noto:tractor noto:cow noto:cow-face noto:pig noto:pig-face noto:rooster "
        "noto:chicken noto:hatching-chick noto:baby-chick noto:front-facing-baby-chick noto:turkey "
        "noto:ox figure:farmer own:scarecrow own:wheelbarrow own:barrel own:wind-turbine"
    ),
    "space": (
        "noto:rocket noto:satellite noto:flying-saucer noto:ringed-planet noto:comet noto:milky-way "
        "noto:alien noto:alien-monster own:satellite"
    ),
    "moon": "figure:astronaut",
    "sky": "own:hotair noto:airplane noto:small-airplane noto:helicopter noto:parachute noto:rainbow",
    "stage": (
        "noto:microphone noto:guitar own:guitar noto:violin noto:drum noto:saxophone noto:trumpet "
        "noto:accordion figure:singer figure:musician figure:ballerina figure:dancer own:drums own:harp"
    ),
    "circus": "noto:circus-tent figure:clown",
    "classroom": "figure:teacher noto:school noto:backpack",
    "office": "figure:businessman noto:printer noto:file-cabinet",
    "library": "noto:books",
    "dungeon": "figure:vampire figure:zombie noto:coffin own:throne own:cauldron",
    "graveyard": "noto:ghost noto:headstone noto:jack-o-lantern",
    "bathroom": "noto:bathtub noto:toilet noto:shower noto:person-taking-bath",
    "hospital": "figure:health-worker",
    "laboratory": "figure:scientist noto:microscope noto:test-tube noto:petri-dish noto:alembic",
    "castlehall": "figure:king figure:queen",
    "station": "noto:train noto:station noto:metro noto:tram noto:high-speed-train",
    "meadow": (
        "own:digger own:tank own:fence own:ladder own:swing own:fountain own:well own:statue "
        "own:stroller own:carriage own:ufo own:telescope own:beehive own:easel own:birdcage"
    ),
    "playground": "noto:playground-slide",
}
"""The drawings that are at home in each backdrop."""
_HOME_OF = {drawing: name for name, drawings in _HOMES.items() for drawing in drawings.split()}

_IN_SKY = frozenset({"stars", "aurora", "fireworks", "lanterns"})
_BY_TRADE = "figure:"
_HANDY = 0.62
"""Metres: things that are no higher are shown on a table."""


def is_at_home_on_water(drawing: str) -> bool:
    return (drawing in _HOME_OF and BACKDROPS[_HOME_OF[drawing]].has_swimmers) or lives_in_water(drawing)


def choose_backdrop(scene: Scene) -> str:
    """The name of the scene's own backdrop, or else of the best one for its things."""
    if scene.setting:
        return scene.setting
    if not scene.entities:
        return "abstract"
    if scene.view == "top":
        return "tabletop"
    if scene.view == "portrait" or any(style.has_plain_backdrop for style in styles_named(scene.styles[:1])):
        return "studio"
    home = _common_home(scene)
    names_sky = any(belongs_in_sky(entity.drawing) for entity in scene.entities) or _IN_SKY & {*scene.accents}
    return "meadow" if names_sky and BACKDROPS[home].hides_sky else home


def _common_home(scene: Scene) -> str:
    """Where the things of the scene are at home together."""
    below = tuple(entity for entity in scene.entities if not belongs_in_sky(entity.drawing))
    if below and len(below) < len(scene.entities):
        # Every place has a sky, so things in it say nothing about the place.
        return _common_home(replace(scene, entities=below))
    homes = _ashore(scene, [_home(entity, scene) for entity in scene.entities])
    if "own:bridge" in (entity.drawing for entity in scene.entities):
        homes = ["river" if BACKDROPS[home].has_swimmers else home for home in homes]
    first = max(homes, key=lambda home: BACKDROPS[home].home_rank)
    if BACKDROPS[first].home_rank:
        return first
    sure = {entity.id: home for entity, home in zip(scene.entities, homes, strict=True) if not BACKDROPS[home].is_vague}
    people = {entity.id for entity in scene.entities if entity.drawing.startswith(_BY_TRADE)}
    # A person's trade counts only if nothing else points to a place.
    by_things = [home for entity_id, home in sure.items() if entity_id not in people]
    on_foot = any(home == "meadow" for home in homes)
    if by_things:
        # People and animals see a rainbow from the ground.
        return "meadow" if on_foot and set(by_things) == {"sky"} else by_things[0]
    return "meadow" if "meadow" in homes else next(iter(sure.values()), homes[0])


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


def _home(entity: Entity, scene: Scene) -> str:
    """The backdrop that this one would have alone."""
    drawing = entity.drawing
    if drawing in _HOME_OF:
        return _HOME_OF[drawing]
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

"""Clothes of animals: the attributes for garments, the hats of costumes, and clothes that cannot be drawn."""

from dataclasses import replace

from limner_illustrator.catalog import kinds, records
from limner_illustrator.catalog.thing import Thing
from limner_illustrator.language.mention import Mention
from limner_illustrator.language.vocabulary import things
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.bodies import ASLEEP, ON_LEGS, is_on_legs
from limner_illustrator.subjects.figures.activities import find_pose
from limner_illustrator.subjects.figures.costumes import is_costume, kind_of_role
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.figures.fabric import PATTERN_OF_WORD
from limner_illustrator.subjects.figures.outfits import outfit_of
from limner_illustrator.subjects.wardrobe.garments import (
    COSTUMES,
    PATTERN_WORDS,
    costume_of,
    garment_noun,
    is_garment,
    kind_of_costume,
    list_worn,
)

_WORN_DRAWINGS = {"noto:scarf": "own:scarf"}
"""Drawings that look different when worn."""
_MAX_ENTITIES = 24
_ALIKE, _COLOR_OF_ALIKE = "matching", "red"
"""Clothes that all have the same colour, and which one where the prompt does not say."""
_MASKED_BALL = frozenset({"masquerade", "carnival", "venetian", "superhero", "bandit", "party", "feathered"})
"""What tells a mask around the eyes from one over the mouth."""


def make_look(noun: str, color: str | None, adjectives: list[str] | tuple[str, ...]) -> str:
    """The attribute for a garment: "red-striped-shirt"."""
    patterns = [one for one in adjectives if one in PATTERN_WORDS or one.partition("-")[0] in PATTERN_WORDS]
    return "-".join([*([color] if color else []), *(one.partition("-")[0] for one in patterns[:1]), noun])


def add_clothes(wearer: Mention, clothes: Mention) -> None:
    """Adds clothes as an attribute of the wearer."""
    costume = None if kinds.is_person(wearer.drawing) else find_costume(clothes.noun, clothes.attributes)
    if kinds.is_person(wearer.drawing):
        prints = [
            one for one in clothes.attributes if one in PATTERN_OF_WORD or one.partition("-")[0] in PATTERN_OF_WORD
        ]
        second = next((one for one in clothes.attributes if one.startswith("and-")), None)
        if _ALIKE in clothes.attributes:
            clothes.color = clothes.color or _COLOR_OF_ALIKE
            wearer.attributes.append(_ALIKE)
        cloth = next((one for one in ("leather", "denim") if one in (clothes.material, *clothes.attributes)), None)
        noun = "domino" if clothes.noun == "mask" and not _MASKED_BALL.isdisjoint(clothes.attributes) else clothes.noun
        look = "-".join(part for part in (clothes.color or cloth, second, *prints[:1], noun) if part)
    else:
        look = costume or make_look(clothes.noun, clothes.color, clothes.attributes)
    wearer.attributes = list(dict.fromkeys([*wearer.attributes, look]))
    if wearer.color is None and kinds.is_person(wearer.drawing) and clothes.color not in things.SKIN_COLORS:
        wearer.color = clothes.color


def shows_costume(actor: Mention, noun: str) -> bool:
    """Whether the drawing of the actor shows the costume that a noun names; a person has none as a taco."""
    return not kinds.is_person(actor.drawing) or is_costume(noun)


def choose_hat(wearer: Mention, hat: Mention) -> None:
    """Makes a plain "hat" the one of its wearer's kind: a cowboy's is a cowboy hat."""
    if hat.drawing == "noto:billed-cap" and not _KNITTED.isdisjoint((hat.material, *hat.attributes)):
        hat.drawing = "own:beanie"
    if hat.drawing != "noto:top-hat" or hat.noun != "hat" or not kinds.is_person(wearer.drawing):
        return
    roles = [wearer.drawing.partition(":")[2], *(kind_of_role(look) for look in wearer.attributes)]
    own = next((_HATS_OF_KINDS[one] for one in roles if one in _HATS_OF_KINDS), None)
    is_straw = hat.material == "straw" or "straw" in hat.attributes
    hat.drawing = own or ("own:straw-hat" if is_straw else "own:fedora")


def has_helmet(wearer: Mention, hat: Mention) -> bool:
    """Whether a "helmet" is the one that people of this kind are drawn with: a viking's has horns."""
    family, _, kind = wearer.drawing.partition(":")
    return family == "figure" and hat.noun.split()[-1] == "helmet" and outfit_of(kind).hat in _HELMETS


_KNITTED = frozenset({"knit", "knitted", "woolen", "woollen", "wool", "woolly", "crocheted"})
_HELMETS = frozenset({
    "horned", "knight", "crested", "space", "hard", "soldier", "samurai", "miner", "hockey", "gridiron", "cycling",
    "fire", "firefighter",
})  # fmt: skip
_HATS_OF_KINDS = {
    "cowboy": "own:cowboy-hat", "cowgirl": "own:cowboy-hat", "wizard": "own:wizard-hat", "witch": "own:witch-hat",
    "pirate": "own:pirate-hat", "sailor": "own:sailor-hat", "santa": "own:santa-hat", "cook": "own:cook-hat",
    "baker": "own:cook-hat", "farmer": "own:straw-hat", "gardener": "own:straw-hat", "police-officer": "own:police-cap",
    "magician": "noto:top-hat", "ringmaster": "noto:top-hat", "groom": "noto:top-hat", "pilot": "own:police-cap",
}  # fmt: skip


def dress_as(actor: Mention, role: Mention) -> None:
    """Gives the actor the clothes of a role: "a cat dressed as a wizard"."""
    if kinds.is_person(actor.drawing) and role.color and not kinds.is_person(role.drawing):
        actor.attributes.append(f"{role.color}-{role.noun}")
        return
    if role.noun not in actor.attributes:
        actor.attributes.append(role.noun)
    kind = role.drawing.partition(":")[2]
    if kinds.is_animal(actor.drawing) and kind in COSTUMES and kind_of_costume(role.noun) not in COSTUMES:
        actor.attributes.append(kind)


def find_costume(noun: str, adjectives: list[str] | tuple[str, ...]) -> str | None:
    """The costume that a noun phrase names: "a pirate costume", "an astronaut suit"."""
    words = [*noun.split()[:-1], *adjectives]
    return next((one for one in words if kind_of_costume(one) in COSTUMES), None)


def apply_costumes(scene: Scene) -> Scene:
    """Adds the hats of costumes as entities, so that edits can remove them, and seats dressed animals."""
    for entity in scene.entities:
        scene = add_costume_hat(scene, entity)
    return seat_dressed_animals(scene)


def seat_dressed_animals(scene: Scene) -> Scene:
    """Seats dressed animals that do not run and are not ridden, and winds worn scarves around the neck."""
    ridden = {one.object for one in scene.relations if one.kind == "riding"}
    worn = {one.object for one in scene.relations if one.kind == "wearing"}
    entities = tuple(
        replace(one, drawing=_WORN_DRAWINGS.get(one.drawing, one.drawing))
        if one.id in worn
        else one
        if one.id in ridden
        else _seat(one)
        for one in scene.entities
    )
    return scene if entities == scene.entities else replace(scene, entities=entities)


def _seat(entity: Entity) -> Entity:
    if entity.action in ON_LEGS | ASLEEP or not list_worn(entity):
        return entity
    head = _head_of(entity.drawing)
    if head is None:
        return entity
    action = entity.action or ("sitting" if head.whole_by_default else None)
    return replace(entity, drawing=f"noto:{head.name}", action=action)


def _head_of(drawing: str) -> Thing | None:
    """The icon of the same animal that is only a head: the seated body under it wears clothes better."""
    name = drawing.removeprefix("noto:")
    heads = [thing for _, thing in records.drawings("noto") if thing.coat]
    return next((thing for thing in heads if thing.whole == name), None) or next(
        (thing for thing in heads if thing.name == name), None
    )


def add_costume_hat(scene: Scene, entity: Entity) -> Scene:
    """Adds the hat of an animal's costume as an entity that the animal wears."""
    costume = costume_of(entity.noun, entity.attributes)
    if costume is None or not _is_dressed_animal(entity) or len(scene.entities) >= _MAX_ENTITIES:
        return scene
    hat = COSTUMES[costume][1]
    worn = {
        scene.entity(one.object).drawing
        for one in scene.relations
        if one.subject == entity.id and one.kind == "wearing"
    }
    if hat is None or any(kinds.is_wearable(one) for one in worn):
        return scene
    drawing = hat if ":" in hat else f"own:{hat}"
    noun = _HAT_NOUNS.get(drawing, drawing.partition(":")[2].replace("-", " "))
    thing = Entity(id=scene.next_id(), noun=noun, drawing=drawing, count=entity.count)
    relation = Relation(entity.id, "wearing", thing.id)
    return replace(scene, entities=(*scene.entities, thing), relations=(*scene.relations, relation))


_HAT_NOUNS = {"own:cook-hat": "chef's hat", "noto:rescue-workers-helmet": "helmet"}


def _is_dressed_animal(entity: Entity) -> bool:
    return kinds.is_animate(entity.drawing) and not kinds.is_person(entity.drawing) and bool(list_worn(entity))


def note_undrawn_clothes(scene: Scene) -> str | None:
    """A note about requested clothes that cannot be drawn, or None."""
    for entity in scene.entities:
        if not _is_dressed_animal(entity) or can_wear(entity) or is_upright(entity, find_pose(entity.action)[0]):
            continue
        costume = costume_of(entity.noun, entity.attributes)
        looks = [garment_noun(one) for one in entity.attributes if is_garment(one)]
        what = f"{costume} costume" if costume else looks[-1]
        if entity.action in ASLEEP:
            return f"The {entity.noun} is drawn asleep, so its {what} is not visible."
        return f"The drawing of the {entity.noun} cannot wear clothes; not drawn: {what}."
    return None


def can_wear(entity: Entity) -> bool:
    """Whether clothes are visible on the drawing of an animal."""
    name = entity.drawing.removeprefix("noto:")
    if entity.action in ASLEEP:
        return False
    thing = records.thing_of(entity.drawing)
    stays_head = thing.whole is None or not is_on_legs(name, entity.action)
    if thing.coat and not thing.coat.standing and stays_head:
        return True
    only_below = all(one.name in ("boots", "trousers") for one in list_worn(entity))
    whole = records.thing_of(f"noto:{thing.whole}") if thing.whole else None
    return bool(thing.fit or (whole and whole.fit)) and not only_below

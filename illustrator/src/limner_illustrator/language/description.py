"""Says in one plain English sentence what a Scene shows."""

from collections.abc import Sequence

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.landmarks.registry import DEFAULT_BACKDROP, LANDMARKS
from limner_illustrator.backdrops.plain_colors import color_of_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language.visible import drawn_name, shows_action, shows_attribute
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.things import ANIMAL_CLOTHES, BODY_PARTS, CLOTHES
from limner_illustrator.scene import Entity, Relation, Scene
from limner_illustrator.subjects.wardrobe.garments import garment_noun, is_garment

_TIMES = {"day": "", "sunset": "at sunset", "dawn": "at dawn", "night": "at night"}
_WEATHERS = {
    "clear": "",
    "cloudy": "under a cloudy sky",
    "rain": "in the rain",
    "storm": "in a storm",
    "snow": "in falling snow",
    "fog": "in the fog",
}
_RELATIONS = {
    "left": "to the left of",
    "right": "to the right of",
    "between": "between",
    "above": "above",
    "below": "below",
    "behind": "behind",
    "front": "in front of",
    "beside": "next to",
    "on": "on",
    "in": "in",
    "under": "under",
    "riding": "riding",
    "holding": "holding",
    "wearing": "wearing",
    "eating": "with",
    "looking_at": "looking at",
    "flying_over": "flying over",
    "shaped_like": "in the shape of",
    "made_of": "made of",
}
_NO_ADJECTIVES = BODY_PARTS | CLOTHES | ANIMAL_CLOTHES | {"wooden", "golden", "furry", "woolen"}
_PAIRS = frozenset({"boot", "pajama", "pant", "pyjama", "shoe", "slipper", "sneaker", "sock", "trouser"})
_TRANSITIVE = frozenset({
    "reading", "eating", "drinking", "playing", "cooking", "painting", "fighting", "hugging", "flying", "singing",
})  # fmt: skip
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MATERIALS = {"wood": "wooden", "gold": "golden", "fur": "furry", "wool": "woolen"}
_SIZES = ((0.8, "small"), (1.2, ""), (1.5, "big"), (99.0, "huge"))
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "mouse": "mice",
    "goose": "geese",
    "wolf": "wolves",
    "knife": "knives",
    "leaf": "leaves",
    "fish": "fish",
    "sheep": "sheep",
    "deer": "deer",
    "foot": "feet",
    "tooth": "teeth",
    "loaf": "loaves",
    "shelf": "shelves",
}
MAX_LETTERS = 2000


def describe(scene: Scene) -> str:
    """The sentence stands in the API's `revised_prompt`."""
    things = _things(scene)
    leading = styles_named(scene.styles[:1])
    opening = leading[0].description if leading else "An illustration of"
    if not things and scene.setting in (None, "abstract"):
        things = f"{scene.mood or 'calm'} in abstract shapes"
    elif not things:
        backdrop = BACKDROPS[scene.setting or ""]
        things = backdrop.scenery or backdrop.location.partition(" ")[2]
    circumstances = [_place(scene) if scene.entities else "", _TIMES[scene.time], _WEATHERS[scene.weather]]
    if scene.season is not None:
        circumstances.append(f"in {scene.season}")
    sentence = " ".join([opening, things, *(one for one in circumstances if one)])
    if scene.texts:
        sentence += ", with the text " + _joined([f'"{text}"' for text in scene.texts])
    if scene.transparent:
        sentence += ", on a transparent background"
    return sentence[: MAX_LETTERS - 1] + "."


def _place(scene: Scene) -> str:
    named = next((LANDMARKS[accent].location for accent in scene.accents if accent in LANDMARKS), "")
    if scene.transparent:
        return ""
    if scene.setting == DEFAULT_BACKDROP and named:
        return named
    location = BACKDROPS[scene.setting].location if scene.setting else ""
    if (color := color_of_backdrop(scene)) is not None:
        location = location.replace("plain", f"plain {color}")
    return " ".join(one for one in (location, named) if one)


def _things(scene: Scene) -> str:
    """Every entity once: those that only stand in relation to another after that one."""
    targets = {relation.object for relation in scene.relations}
    said: set[str] = set()
    phrases: list[str] = []
    leading = [entity for entity in scene.entities if entity.id not in targets] or list(scene.entities[:1])
    while leading:
        together = _sharing(scene, leading)
        relations = [relation for relation in scene.relations if relation.subject == together[0].id]
        said |= {entity.id for entity in together}
        names = _joined([_name(entity) for entity in together])
        phrases.append(" ".join([names, *_told(scene, together[0], relations, said)]))
        leading = [entity for entity in leading if entity.id not in said]
        if not leading:
            leading = [entity for entity in scene.entities if entity.id not in said][:1]
    return _joined(phrases)


def _sharing(scene: Scene, leading: Sequence[Entity]) -> list[Entity]:
    """The first, and those after it that stand in the very same relations: "three cats and a dog on a sofa"."""

    def standing(entity: Entity) -> tuple[object, ...]:
        relations = tuple((one.kind, one.object) for one in scene.relations if one.subject == entity.id)
        return (*relations, entity.action)

    first = standing(leading[0])
    if len(first) == 1:
        return [leading[0]]
    return [entity for entity in leading if standing(entity) == first]


def _told(scene: Scene, entity: Entity, relations: Sequence[Relation], said: set[str]) -> list[str]:
    told = _looks(entity)
    pairs = _with_between(relations)
    kinds = sorted(dict.fromkeys(kind for kind, _ in pairs), key=lambda kind: kind != "wearing")
    doing = entity.action if entity.action not in kinds and shows_action(entity) else None
    for kind in kinds:
        if doing is not None and kind != "wearing" and not _is_done_to(doing, kind):
            told.append(doing)
            doing = None
        objects = [scene.entity(entity_id) for one, entity_id in pairs if one == kind]
        names = []
        for one in objects:
            names.append(f"the {_plain(one)}" if one.id in said else one.noun if kind == "made_of" else _name(one))
            if one.id not in said:
                said.add(one.id)
                further = [rel for rel in scene.relations if rel.subject == one.id and rel.object not in said]
                names[-1] = " ".join([names[-1], *_told(scene, one, further, said)])
        told.append(f"{doing if doing and kind != 'wearing' else _RELATIONS[kind]} {_joined(names)}")
        doing = doing if kind == "wearing" else None
    if doing is not None:
        told.append(doing)
    if entity.text is not None:
        told.append(f'with the text "{entity.text}"')
    return told


def _with_between(relations: Sequence[Relation]) -> list[tuple[str, str]]:
    """(kind, object) of each, where left of one thing and right of another, or of the same, is between them."""
    between = {"left", "right"} <= {relation.kind for relation in relations}
    pairs = [
        ("between" if between and relation.kind in ("left", "right") else relation.kind, relation.object)
        for relation in relations
    ]
    return list(dict.fromkeys(pairs))


def _is_done_to(action: str, kind: str) -> bool:
    """ "reading a book", "fighting a robot": the action takes the object of the relation."""
    return kind in ("holding", "eating", "looking_at") and action in _TRANSITIVE


def _looks(entity: Entity) -> list[str]:
    """The attributes that say how somebody looks: "red-hair", "blue-dress", "suit"."""
    told = []
    for attribute in entity.attributes:
        if not shows_attribute(entity, attribute):
            continue
        if is_garment(attribute) and not kinds.is_person(entity.drawing):
            told.append(_dressed(attribute))
            continue
        adjective, _, noun = attribute.rpartition("-")
        if noun in BODY_PARTS:
            told.append(f"with {adjective} {noun}".replace("  ", " "))
        elif noun in CLOTHES:
            told.append(f"in a {adjective} {noun}".replace("  ", " "))
    return told[:2]


def _dressed(look: str) -> str:
    noun = garment_noun(look)
    adjectives = look.replace("-", " ")[: -len(noun)].strip() if look.replace("-", " ").endswith(noun) else ""
    noun = f"{noun}s" if noun in _PAIRS else noun
    words = f"{adjectives} {noun}".strip()
    if noun in ANIMAL_CLOTHES:
        return f"with {'an' if words[0] in 'aeiou' else 'a'} {words}"
    article = "" if noun.endswith("s") and not noun.endswith("ss") else "an " if words[0] in "aeiou" else "a "
    return f"in {article}{words}"


def _name(entity: Entity) -> str:
    size = next(word for limit, word in _SIZES if entity.size < limit)
    said = {*entity.attributes, entity.noun}
    words = [
        size
        if size and not said & {"tiny", "small", "little", "baby", "young", "big", "large", "huge", "giant"}
        else ""
    ]
    shown = [one for one in entity.attributes if one.isalpha() and shows_attribute(entity, one)]
    words += [one for one in shown if one not in _NO_ADJECTIVES and one not in things.MATERIAL_WORDS][:2]
    words += [entity.color or "", _MATERIALS.get(entity.material or "", entity.material or ""), _plain(entity)]
    phrase = " ".join(word for word in words if word)
    if entity.count > 1:
        return f"{_NUMBERS[entity.count] if entity.count < len(_NUMBERS) else entity.count} {phrase}"
    if phrase.endswith("s") and not phrase.endswith(("ss", "us")):
        return phrase
    return f"{'an' if phrase[:1] in 'aeiou' else 'a'} {phrase}"


def _plain(entity: Entity) -> str:
    noun = drawn_name(entity)
    if entity.count == 1:
        return noun
    head, space, last = noun.rpartition(" ")
    return head + space + _plural(last)


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in ("human", "german", "roman", "shaman", "talisman"):
        return f"{noun[:-3]}men"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es" if not noun.endswith("s") or noun.endswith("ss") else noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def _joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"

"""Describes a Scene in one English sentence."""

from collections.abc import Sequence

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.landmarks.registry import DEFAULT_BACKDROP, LANDMARKS
from limner_illustrator.backdrops.plain_colors import color_of_backdrop, colors_of_gradient
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import find_area
from limner_illustrator.language.design_description import describe_design
from limner_illustrator.language.graphic_description import describe_graphic
from limner_illustrator.language.visible import name_as_drawn, shows_action, shows_attribute
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.designs import DESIGNS
from limner_illustrator.language.vocabulary.graphics import GRAPHICS
from limner_illustrator.language.vocabulary.things import ANIMAL_CLOTHES, BODY_PARTS, CLOTHES
from limner_illustrator.scene import Area, Entity, Graphic, Relation, Scene
from limner_illustrator.scene.landscapes import find_landscape
from limner_illustrator.subjects.coat import COVERED
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
RELATION_PHRASES = {
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
    "around": "around",
}
AREA_PHRASES: dict[Area, str] = {
    "left": "on the left",
    "right": "on the right",
    "middle": "in the middle",
    "top": "at the top",
    "bottom": "at the bottom",
    "front": "in the foreground",
    "back": "in the background",
    "top left": "in the top left corner",
    "top right": "in the top right corner",
    "bottom left": "in the bottom left corner",
    "bottom right": "in the bottom right corner",
}
_NO_ADJECTIVES = BODY_PARTS | CLOTHES | ANIMAL_CLOTHES | {"wooden", "golden", "furry", "woolen"}
_PAIRS = frozenset({"boot", "pajama", "pant", "pyjama", "shoe", "slipper", "sneaker", "sock", "trouser"})
_TRANSITIVE = frozenset({
    "reading", "eating", "drinking", "playing", "cooking", "painting", "fighting", "hugging", "flying", "singing",
})  # fmt: skip
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
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
    """The sentence for the API's `revised_prompt`."""
    if scene.graphic is not None and scene.graphic.kind in DESIGNS:
        return _describe_design(scene, scene.graphic)
    if scene.graphic is not None and not GRAPHICS[scene.graphic.kind].shows_things:
        return describe_graphic(scene.graphic, is_transparent=scene.transparent)
    things = _describe_things(scene)
    leading = styles_named(scene.styles[:1])
    opening = leading[0].description if leading else "An illustration of"
    if scene.graphic is not None:
        name = GRAPHICS[scene.graphic.kind].description
        opening = f"{name[0].upper()}{name[1:]} of"
    if not things and scene.backdrop in (None, "abstract"):
        things = f"{scene.mood or 'calm'} in abstract shapes"
    elif not things:
        backdrop = BACKDROPS[scene.backdrop or ""]
        things = backdrop.scenery or backdrop.location.partition(" ")[2]
    circumstances = [_describe_place(scene) if scene.entities else "", _TIMES[scene.time], _WEATHERS[scene.weather]]
    if scene.season is not None:
        circumstances.append(f"in {scene.season}")
    sentence = " ".join([opening, things, *(one for one in circumstances if one)])
    if scene.texts:
        sentence += ", with the text " + _join_names([f'"{text}"' for text in scene.texts])
    if scene.transparent:
        sentence += ", on a transparent background"
    return sentence[: MAX_LETTERS - 1] + "."


def _describe_design(scene: Scene, graphic: Graphic) -> str:
    leading = styles_named(scene.styles[:1])
    things = _describe_things(scene)
    place = _describe_place(scene) if scene.backdrop not in (None, "abstract", "studio") else ""
    if not things and place:
        things, place = BACKDROPS[scene.backdrop or ""].scenery or place.partition(" ")[2], ""
    shown = " ".join(one for one in (things, place, _TIMES[scene.time] if things else "") if one)
    sentence = describe_design(graphic, shown, is_transparent=scene.transparent)
    if leading and things:
        style = leading[0].description.removesuffix(" of")
        sentence += f" ({style[:1].lower()}{style[1:]})"
    return sentence[: MAX_LETTERS - 1] + "."


def _describe_place(scene: Scene) -> str:
    named = next((LANDMARKS[accent].location for accent in scene.accents if accent in LANDMARKS), "")
    if scene.transparent:
        return ""
    if scene.backdrop == DEFAULT_BACKDROP and named:
        return named
    location = BACKDROPS[scene.backdrop].location if scene.backdrop else ""
    if len(gradient := colors_of_gradient(scene)) > 1:
        location = location.replace("plain", f"{' to '.join(gradient)} gradient")
    elif (color := color_of_backdrop(scene)) is not None:
        location = location.replace("plain", f"plain {color}")
    return " ".join(one for one in (location, named) if one)


def _describe_things(scene: Scene) -> str:
    """Names each entity once. Objects of relations follow their subject."""
    targets = {relation.object for relation in scene.relations}
    named: set[str] = set()
    phrases: list[str] = []
    leading = [entity for entity in scene.entities if entity.id not in targets] or list(scene.entities[:1])
    while leading:
        together = _find_alike(scene, leading)
        relations = [relation for relation in scene.relations if relation.subject == together[0].id]
        named |= {entity.id for entity in together}
        names = _join_names([_name_entity(entity) for entity in together])
        phrases.append(" ".join([names, *_describe_relations(scene, together[0], relations, named)]))
        leading = [entity for entity in leading if entity.id not in named]
        if not leading:
            leading = [entity for entity in scene.entities if entity.id not in named][:1]
    return _join_names(phrases)


def _find_alike(scene: Scene, leading: Sequence[Entity]) -> list[Entity]:
    """The first entity and those with the same relations: "three cats and a dog on a sofa"."""

    def relations_of(entity: Entity) -> tuple[object, ...]:
        relations = tuple((one.kind, one.object) for one in scene.relations if one.subject == entity.id)
        return (*relations, entity.action)

    first = relations_of(leading[0])
    if len(first) == 1:
        return [leading[0]]
    return [entity for entity in leading if relations_of(entity) == first]


def _describe_relations(scene: Scene, entity: Entity, relations: Sequence[Relation], named: set[str]) -> list[str]:
    phrases = _describe_looks(entity)
    pairs = _merge_between(relations)
    kinds = sorted(dict.fromkeys(kind for kind, _ in pairs), key=lambda kind: kind != "wearing")
    doing = entity.action if entity.action not in kinds and shows_action(entity) else None
    for kind in kinds:
        if doing is not None and kind != "wearing" and not _takes_object(doing, kind):
            phrases.append(doing)
            doing = None
        objects = [scene.entity(entity_id) for one, entity_id in pairs if one == kind]
        names = []
        for one in objects:
            names.append(
                f"the {_name_without_article(one)}"
                if one.id in named
                else one.noun
                if kind == "made_of"
                else _name_entity(one)
            )
            if one.id not in named:
                named.add(one.id)
                further = [rel for rel in scene.relations if rel.subject == one.id and rel.object not in named]
                names[-1] = " ".join([names[-1], *_describe_relations(scene, one, further, named)])
        phrases.append(f"{doing if doing and kind != 'wearing' else RELATION_PHRASES[kind]} {_join_names(names)}")
        doing = doing if kind == "wearing" else None
    if doing is not None:
        phrases.append(doing)
    if entity.text is not None:
        phrases.append(f'with the text "{entity.text}"')
    return phrases


def _merge_between(relations: Sequence[Relation]) -> list[tuple[str, str]]:
    """(kind, object) of each relation, with "left" and "right" merged to "between"."""
    between = {"left", "right"} <= {relation.kind for relation in relations}
    pairs = [
        ("between" if between and relation.kind in ("left", "right") else relation.kind, relation.object)
        for relation in relations
    ]
    return list(dict.fromkeys(pairs))


def _takes_object(action: str, kind: str) -> bool:
    """Whether the action takes the object of the relation: "reading a book", "fighting a robot"."""
    return kind in ("holding", "eating", "looking_at") and action in _TRANSITIVE


def _describe_looks(entity: Entity) -> list[str]:
    """Phrases for the attributes that describe looks: "red-hair", "blue-dress", "suit"."""
    phrases = []
    for attribute in entity.attributes:
        if not shows_attribute(entity, attribute):
            continue
        if is_garment(attribute) and not kinds.is_person(entity.drawing):
            phrases.append(_describe_garment(attribute))
            continue
        adjective, _, noun = attribute.rpartition("-")
        if adjective in COLORS and find_area(entity.drawing, noun) is not None and noun not in BODY_PARTS:
            phrases.append(f"with {'an' if adjective[0] in 'aeiou' else 'a'} {adjective} {noun}")
        elif noun in BODY_PARTS:
            phrases.append(f"with {adjective} {noun}".replace("  ", " "))
        elif noun in CLOTHES:
            phrases.append(f"in a {adjective} {noun}".replace("  ", " "))
    return phrases[:2]


def _describe_garment(look: str) -> str:
    noun = garment_noun(look)
    adjectives = look.replace("-", " ")[: -len(noun)].strip() if look.replace("-", " ").endswith(noun) else ""
    noun = f"{noun}s" if noun in _PAIRS else noun
    words = f"{adjectives} {noun}".strip()
    if noun in ANIMAL_CLOTHES:
        return f"with {'an' if words[0] in 'aeiou' else 'a'} {words}"
    article = "" if noun.endswith("s") and not noun.endswith("ss") else "an " if words[0] in "aeiou" else "a "
    return f"in {article}{words}"


def _name_coat(attribute: str) -> str:
    stuff, _, color = attribute[len(COVERED) :].partition(":")
    if stuff == "cloth":
        return f"a {color} cloth" if color else "a cloth"
    return stuff.partition(" on ")[0]


def _name_entity(entity: Entity) -> str:
    size = next(word for limit, word in _SIZES if entity.size < limit)
    named = {*entity.attributes, entity.noun}
    words = [
        size
        if size and not named & {"tiny", "small", "little", "baby", "young", "big", "large", "huge", "giant"}
        else ""
    ]
    shown = [one for one in entity.attributes if one.isalpha() and shows_attribute(entity, one)]
    words += [one for one in shown if one not in _NO_ADJECTIVES and one not in things.MATERIAL_WORDS][:2]
    words += [
        entity.color or "",
        _MATERIALS.get(entity.material or "", entity.material or ""),
        _name_without_article(entity),
    ]
    words += [f"covered in {_name_coat(one)}" for one in entity.attributes if one.startswith(COVERED)][:1]
    if landscape := find_landscape(entity.attributes):
        words.append(f"with a tiny {landscape} inside")
    phrase = " ".join(word for word in words if word)
    if entity.count > 1:
        return f"{NUMBERS[entity.count] if entity.count < len(NUMBERS) else entity.count} {phrase}"
    if phrase.endswith("s") and not phrase.endswith(("ss", "us")):
        return phrase
    return f"{'an' if phrase[:1] in 'aeiou' else 'a'} {phrase}"


def _name_without_article(entity: Entity) -> str:
    noun = name_as_drawn(entity)
    if entity.count == 1:
        return noun
    head, space, last = noun.rpartition(" ")
    return head + space + pluralize(last)


def pluralize(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in ("human", "german", "roman", "shaman", "talisman"):
        return f"{noun[:-3]}men"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es" if not noun.endswith("s") or noun.endswith("ss") else noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def _join_names(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"

"""One Scene out of several Limner images and a prompt that speaks of what is in them: "the cat from the first picture
next to the dog of the second".
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from limner_illustrator.edit.raster_edit.picture_references import REFERENCE, number_of
from limner_illustrator.edit.raster_edit.task import names_place
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene

Pictures = Mapping[int, Scene]
"""The Scenes of the Limner images by their number, as the client counts: the first is 1."""

_INTO = re.compile(r"(?:\binto|\bin|\bto|\bonto|\bon)(?: the)?\s*$")
_NO_THINGS = frozenset(
    {"combine", "picture", "image", "photo", "photograph", "product", "collage", "object", "item", "thing", "subject"}
)
"""What prompts call the input pictures themselves."""
_NEAR = 48
"""Letters between a thing and the words that say of which picture it is."""
_CONTAINING: tuple[tuple[re.Pattern[str], RelationKind], ...] = (
    (re.compile(r"\b(?:in|into|inside)\b((?:\W+\w+){1,5})"), "in"),
    (re.compile(r"\b(?:on|onto|upon)\b((?:\W+\w+){1,6})"), "on"),
    (re.compile(r"((?:\w+\W+){1,3})(?:containing|filled with|full of|with (?:all|both|these|the))\b"), "in"),
)
_COLLECTIVE = re.compile(r"\b(?:all|both|these|those|the (?:two|three|four|other)) (?:of )?(?:the )?(?:\w+ )?$")
"""Before the name of what the pictures show: "both people"."""
_ANY_COLLECTIVE = re.compile(r"\b(?:both|these|all|everyone|the (?:two|three|four|five|six))\b")
_DEFINITE = re.compile(r"\b(?:the|this|that|my|his|her|their|our) (?:[\w-]+ ){0,2}$")


def merge_scenes(scene: Scene, prompt: str, own: Pictures, *, num_external: int = 0) -> Scene:
    """One Scene of several. `scene` is what the prompt alone describes; `own` are the Scenes of images by Limner.

    A thing that the prompt names is taken from the image that has it. An image of which it names nothing joins whole.
    `num_external` other images stand for named things that no image by Limner has.
    """
    text = " ".join(prompt.lower().split())
    scene = remove_entities(scene, [one.id for one in scene.entities if one.noun.split()[-1] in _NO_THINGS])
    scene = _add_table(scene, text) if num_external and not own else scene
    taken = _find_taken(scene, text, own)
    if num_external:
        scene = _remove_shown(scene, text, taken, num_external)
    for entity_id, (_, original) in taken.items():
        scene = _copy_attributes(scene, entity_id, original)
    named = {number for number, _ in taken.values()}
    mentioned = _find_mentioned(text, own)
    joined = {
        number: _keep_mentioned(other, text)
        for number, other in own.items()
        if number not in named and (mentioned.get(number, not named) or _keep_mentioned(other, text) is not other)
    }
    places = [number for number in own if number in mentioned and number not in named] or [*joined, *named]
    scene = _use_backdrop_of(scene, own, places)
    container = find_container(scene, text)
    for other in joined.values():
        scene = _join(scene, other, container)
    return scene


def _remove_shown(scene: Scene, text: str, taken: Collection[str], num_external: int) -> Scene:
    """Without the things that stand for external pictures: "the cat", "both people", "my dog"."""
    shown = []
    for one in scene.entities:
        if one.id in taken:
            continue
        if one.count > 1 and _ANY_COLLECTIVE.search(text):  # "the three people"
            shown.append((0, num_external, one.id))
            continue
        name = re.search(rf"\b{re.escape(one.noun.split()[-1])}", text)
        if name is None:
            continue
        before = text[max(0, name.start() - 40) : name.start()]
        if _COLLECTIVE.search(before):
            shown.append((name.start(), num_external, one.id))
        elif _DEFINITE.search(before):
            shown.append((name.start(), 1, one.id))
    gone, left = [], num_external
    for _, covers, entity_id in sorted(shown):
        if left <= 0:
            break
        gone.append(entity_id)
        left -= covers
    return remove_entities(scene, gone)


def find_container(scene: Scene, prompt: str) -> tuple[Entity, RelationKind] | None:
    """ "put these in a gift basket": the host's name comes a few words after the "in"."""
    entities = [one for one in scene.entities if one.noun.split()[-1] not in _NO_THINGS]
    if len(entities) != 1:
        return None
    for pattern, kind in _CONTAINING:
        if any(entities[0].noun.split()[-1] in found[1] for found in pattern.finditer(prompt.lower())):
            return entities[0], kind
    return None


def remove_entities(scene: Scene, ids: list[str]) -> Scene:
    return replace(
        scene,
        entities=tuple(one for one in scene.entities if one.id not in ids),
        relations=tuple(one for one in scene.relations if one.subject not in ids and one.object not in ids),
    )


def _find_taken(scene: Scene, text: str, own: Pictures) -> dict[str, tuple[int, Entity]]:
    """By the id of the prompt's entity: whose it is, and what it looks like there."""
    taken: dict[str, tuple[int, Entity]] = {}
    used: set[tuple[int, str]] = set()
    for entity in scene.entities:
        if re.search(rf"\b(?:an?|another|some) (?:\w+ )?{re.escape(entity.noun)}\b", text):
            continue
        wanted = _find_picture(entity, text, own)
        for number in sorted(own, key=lambda number: number != wanted):
            found = [one for one in own[number].entities if _is_same(one, entity) and (number, one.id) not in used]
            if found:
                taken[entity.id] = number, found[0]
                used.add((number, found[0].id))
                break
    return taken


def _keep_mentioned(other: Scene, text: str) -> Scene:
    """What the words name of a picture ("the head of the cat"), or all of it."""
    unnamed = [one.id for one in other.entities if not re.search(rf"\b{re.escape(one.noun.split()[-1])}s?\b", text)]
    return remove_entities(other, unnamed) if 0 < len(unnamed) < len(other.entities) else other


def _add_table(scene: Scene, text: str) -> Scene:
    """Cut-outs cannot be put onto a drawn table; but they can stand on one that fills the lower part of the picture."""
    container = find_container(scene, text)
    if (
        container is None
        or container[1] != "on"
        or container[0].noun.split()[-1] not in ("table", "desk", "counter", "shelf")
    ):
        return scene
    return replace(remove_entities(scene, [container[0].id]), backdrop="table")


def _is_same(one: Entity, other: Entity) -> bool:
    words = {one.noun, one.noun.split()[-1]}
    return one.drawing == other.drawing or bool(words & {other.noun, other.noun.split()[-1]})


def _find_picture(entity: Entity, text: str, own: Pictures) -> int | None:
    """The picture that the words after its name speak of."""
    name = re.search(rf"\b{re.escape(entity.noun.split()[-1])}", text)
    match = REFERENCE.search(text, name.end(), name.end() + _NEAR) if name else None
    if match is None or _INTO.search(text[: match.start()]):
        return None
    number = number_of(match, max(own, default=0))
    return number if number in own else None


def _find_mentioned(text: str, own: Pictures) -> dict[int, bool]:
    """The pictures of which the words speak, and whether something is to go into them."""
    mentioned: dict[int, bool] = {}
    for match in REFERENCE.finditer(text):
        number = number_of(match, max(own, default=0))
        if number in own:
            mentioned[number] = mentioned.get(number, False) or bool(_INTO.search(text[: match.start()]))
    return mentioned


def _copy_attributes(scene: Scene, entity_id: str, original: Entity) -> Scene:
    """The prompt's own words come first: "the cat of the first picture, in red"."""

    def merge(one: Entity) -> Entity:
        return replace(
            original,
            id=one.id,
            count=max(one.count, 1),
            color=one.color or original.color,
            action=one.action or original.action,
            attributes=tuple(dict.fromkeys([*original.attributes, *one.attributes])),
        )

    return replace(scene, entities=tuple(merge(one) if one.id == entity_id else one for one in scene.entities))


def _use_backdrop_of(scene: Scene, own: Pictures, numbers: list[int]) -> Scene:
    """If the prompt names no place, that of the first of those pictures, with its light and style."""
    if not numbers or names_place(scene):
        return scene
    first = own[numbers[0]]
    return replace(
        scene,
        backdrop=first.backdrop,
        accents=scene.accents or first.accents,
        styles=scene.styles or first.styles,
        time=scene.time if scene.time != "day" else first.time,
        weather=scene.weather if scene.weather != "clear" else first.weather,
        season=scene.season or first.season,
    )


def _join(scene: Scene, other: Scene, container: tuple[Entity, RelationKind] | None) -> Scene:
    """With the other's entities under new ids; in or on the one host that the prompt names, its leading ones."""
    if container is not None:
        holders = {one.object for one in other.relations if one.kind in ("on", "in", "under", "riding")}
        other = remove_entities(other, [one.id for one in other.entities if one.id in holders])
    renamed: dict[str, str] = {}
    for entity in other.entities:
        renamed[entity.id] = scene.next_id()
        scene = replace(scene, entities=(*scene.entities, replace(entity, id=renamed[entity.id])))
    kept = [Relation(renamed[one.subject], one.kind, renamed[one.object]) for one in other.relations]
    scene = replace(scene, relations=(*scene.relations, *kept))
    if container is None:
        return scene
    carried = {one.object for one in kept if one.kind in ("wearing", "holding", "eating")}
    new = [Relation(one, container[1], container[0].id) for one in renamed.values() if one not in carried]
    return replace(scene, relations=(*scene.relations, *new))

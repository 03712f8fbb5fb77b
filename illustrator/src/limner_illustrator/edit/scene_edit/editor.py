"""A Scene under edit, and the changes that all commands consist of. Ids of entities never change."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.scene_edit.broader import is_person_word, names_broadly
from limner_illustrator.language.parser import parse
from limner_illustrator.language.vocabulary.things import COLOR_WORDS, MAX_COUNT
from limner_illustrator.scene import Entity, Position, Relation, RelationKind, Scene

PLACING: frozenset[RelationKind] = frozenset(
    {"left", "right", "above", "below", "behind", "front", "beside", "on", "in", "under", "flying_over"}
)
CARRYING: frozenset[RelationKind] = frozenset({"wearing", "holding", "eating"})
MAX_ENTITIES = 32
MAX_NOTES = 3

_EVERYTHING = frozenset({
    "everything", "everyone", "all", "them", "they", "it", "him", "her", "both", "these", "those", "this", "that",
    "he", "she",
})  # fmt: skip
_CATEGORIES: dict[str, Callable[[Entity], bool]] = {
    "animal": lambda one: kinds.is_animal(one.drawing),
    "creature": lambda one: kinds.is_animate(one.drawing),
    "pet": lambda one: kinds.is_animal(one.drawing),
    "person": lambda one: kinds.is_person(one.drawing),
    "character": lambda one: kinds.is_animate(one.drawing),
    "kid": lambda one: one.drawing in ("figure:boy", "figure:girl", "figure:child"),
    "child": lambda one: one.drawing in ("figure:boy", "figure:girl", "figure:child"),
    "subject": lambda one: kinds.is_animate(one.drawing),
    "fruit": lambda one: kinds.is_food(one.drawing),
    "food": lambda one: kinds.is_food(one.drawing),
    "vehicle": lambda one: kinds.is_vehicle(one.drawing),
    "plant": lambda one: kinds.is_plant(one.drawing),
    "building": lambda one: kinds.is_building(one.drawing),
    "thing": lambda one: True,
    "object": lambda one: not kinds.is_animate(one.drawing),
}
_PLURALS = {f"{name}s": name for name in _CATEGORIES} | {"people": "person", "children": "child"}


class Editor:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._last: tuple[str, ...] = ()
        """Ids of what "it" and "them" refer to."""
        self._notes: list[str] = []
        self._read: dict[str, Scene] = {}
        self._next_number = int(scene.next_id()[1:])

    def note(self, sentence: str) -> None:
        """Adds a sentence about what could not be done."""
        if sentence not in self._notes:
            self._notes.append(sentence)

    def summary(self) -> str | None:
        further = len(self._notes) - MAX_NOTES
        said = " ".join(self._notes[:MAX_NOTES])
        return (f"{said} And {further} more like this." if further > 0 else said) or None

    @property
    def num_notes(self) -> int:
        return len(self._notes)

    def set(self, **changes: object) -> None:
        self.scene = replace(self.scene, **changes)  # type: ignore[arg-type]

    def set_scene(self, scene: Scene) -> None:
        """The same entities, and perhaps more."""
        self.scene = scene
        self._next_number = max(self._next_number, int(scene.next_id()[1:]))

    def remember(self, entities: Iterable[Entity]) -> None:
        self._last = tuple(entity.id for entity in entities) or self._last

    def read(self, fragment: str) -> Scene:
        if fragment not in self._read:
            self._read[fragment] = parse(fragment, seed=self.scene.seed)
        return self._read[fragment]

    def find_referents(self) -> list[Entity]:
        """What a pronoun refers to: what was named last, or the leading entity."""
        last = [one for one in self.scene.entities if one.id in self._last]
        return last or list(self.scene.entities[:1])

    def find(self, phrase: str) -> list[Entity]:
        """The entities that a phrase names."""
        words = [
            word
            for word in phrase.replace(",", " ").split()
            if word not in ("the", "of", "all", "a", "an", "my", "that", "this", "and", "every", "each")
        ]
        if not words:
            return list(self.scene.entities) if "all" in phrase.split() else []
        if all(word in _EVERYTHING for word in words):
            return list(self.scene.entities) if words[0] in ("everything", "everyone", "all") else self.find_referents()
        found: list[Entity] = []
        for wanted in self.read(phrase).entities:
            found += [one for one in self.find_matching(wanted) if one not in found]
        if found:
            return found
        category = _CATEGORIES.get(_PLURALS.get(words[-1], words[-1]))
        if category is not None:
            return [one for one in self.scene.entities if category(one)]
        return [one for one in self.scene.entities if one.noun == " ".join(words) or one.noun.split()[-1] == words[-1]]

    def find_matching(self, wanted: Entity) -> list[Entity]:
        """The entities that are what is wanted, by noun, head noun or drawing; the colour decides among several."""
        head = wanted.noun.split()[-1]
        tests: tuple[Callable[[Entity], bool], ...] = (
            lambda one: one.noun == wanted.noun,
            lambda one: one.drawing == wanted.drawing,
            lambda one: one.noun.split()[-1] == head,
            lambda one: head in one.attributes,
            lambda one: one.noun.partition(" of ")[0].split()[-1] == head,
        )
        for test in tests:
            found = [one for one in self.scene.entities if test(one)]
            colored = [one for one in found if wanted.color is not None and one.color == wanted.color]
            if found:
                return colored or found
        broad = [one for one in self.scene.entities if names_broadly(head, one)]
        people = [one for one in self.scene.entities if kinds.is_person(one.drawing)]
        return broad or (people if len(people) == 1 and is_person_word(head) else [])

    def change(self, entity: Entity, **changes: object) -> Entity:
        if "color" in changes:
            entity = replace(entity, attributes=tuple(one for one in entity.attributes if one not in COLOR_WORDS))
        changed = replace(entity, **changes)  # type: ignore[arg-type]
        entities = tuple(changed if one.id == entity.id else one for one in self.scene.entities)
        self.set(entities=entities)
        return changed

    def add(self, entity: Entity) -> Entity | None:
        """A new entity with an id of its own."""
        if len(self.scene.entities) >= MAX_ENTITIES:
            self.note(f"The picture is full, so the {entity.noun} was not added.")
            return None
        added = replace(entity, id=f"e{self._next_number}")
        self._next_number += 1
        self.set(entities=(*self.scene.entities, added))
        return added

    def remove(self, entities: Sequence[Entity]) -> None:
        """Removes entities, and what only they wore or held."""
        gone = {one.id for one in entities}
        others = {one.object for one in self.scene.relations if one.subject not in gone and one.kind in CARRYING}
        gone |= {
            one.object
            for one in self.scene.relations
            if one.subject in gone and one.kind in CARRYING and one.object not in others
        }
        kept = [one for one in self.scene.relations if one.subject not in gone and one.object not in gone]
        for relation in self.scene.relations:
            if relation.object not in gone or relation.subject in gone:
                continue
            user = self.scene.entity(relation.subject)
            if relation.kind == "riding":
                self.change(user, action=None)
            elif relation.kind == "holding" and kinds.is_person(user.drawing):
                # Without an action, some professions take up their own tools.
                self.change(user, action="standing")
        self.set(entities=tuple(one for one in self.scene.entities if one.id not in gone), relations=tuple(kept))

    def relate(self, subject: Entity, kind: RelationKind, target: Entity) -> None:
        relation = Relation(subject.id, kind, target.id)
        if subject.id == target.id or relation in self.scene.relations:
            return
        between = {subject.id, target.id}
        kept = tuple(one for one in self.scene.relations if {one.subject, one.object} != between)
        self.set(relations=(*kept, relation))

    def displace(self, entity: Entity, *, dismounts: bool = False) -> None:
        """Drops the relations that place an entity; it keeps what it holds, wears and rides."""
        kept = tuple(
            one
            for one in self.scene.relations
            if not (one.subject == entity.id and (one.kind in PLACING or (dismounts and one.kind == "riding")))
            and not (
                one.object == entity.id and one.kind in ("left", "right", "above", "below", "behind", "front", "beside")
            )
        )
        self.set(relations=kept)
        self.forget_position(entity)

    def forget_position(self, entity: Entity) -> None:
        """It finds another place, by its relations or where there is room."""
        self.set(positions=tuple(one for one in self.scene.positions if one.entity != entity.id))

    def positions_of(self, entity: Entity) -> tuple[Position, ...]:
        """Where its copies were before the edit; empty where that is not known, or no longer so."""
        return tuple(one for one in self.scene.positions if one.entity == entity.id)

    def reposition(self, moved: Sequence[Position]) -> None:
        """Takes the place of those of the same copies."""
        new = {(one.entity, one.copy): one for one in moved}
        kept = tuple(new.get((one.entity, one.copy), one) for one in self.scene.positions)
        self.set(positions=kept)

    def recount(self, entity: Entity, count: int) -> Entity:
        return self.change(entity, count=max(1, min(count, MAX_COUNT)))

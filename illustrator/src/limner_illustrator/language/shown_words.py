"""What a Scene shows of the words of its prompt."""

from collections.abc import Collection, Sequence

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.backdrops.waterside import has_swimmers
from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.body_places import MOUTHS
from limner_illustrator.language.described import Described
from limner_illustrator.language.metaphors import is_metaphor
from limner_illustrator.language.senses import AMBIENT, Kind
from limner_illustrator.language.shown_verbs import UNPOSED, ShownVerbs
from limner_illustrator.language.token import Token
from limner_illustrator.language.vessels import EMPTIED
from limner_illustrator.language.visible import shows_attribute
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.drawing_parts import has_part
from limner_illustrator.language.vocabulary.note_words import LISTED, NOTICEABLE_PARTS
from limner_illustrator.language.vocabulary.place_contents import hides_accent, is_color_of_place, is_in_place
from limner_illustrator.language.vocabulary.relations import PARTS_IN_RELATIONS
from limner_illustrator.language.vocabulary.scenery import DRY_PLACES, PLACES_TOGETHER, WATERS
from limner_illustrator.language.vocabulary.visible_looks import (
    DARK_MOODS,
    PATTERNS_OF_CLOTHES,
    UNSEEN_EFFECTS,
    VISIBLE,
    is_natural,
)
from limner_illustrator.layout.leaning import leans
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.fabric import PATTERN_OF_WORD

_HIDDEN_KINDS: frozenset[Kind] = frozenset({"time", "weather", "season"})
"""What a plain backdrop does not show."""

_REFLECTED = frozenset({"reflected", "reflecting", "reflection", "reflections", "mirrored", "reflects"})
"""Water shows what is on its far side."""
_CROWDED = frozenset({"crowded", "busy", "bustling"})
_MIN_CROWD = 4
_ICY = frozenset({"frozen", "icy"})
_OPEN_WATERS = frozenset({"lake", "river", "sea", "waterfall", "harbour", "lagoon", "fjord", "swamp"})
"""Backdrops whose water does not freeze in winter; a lake does where nothing swims in it."""
_WINDING = frozenset({"wrapped", "coiled"})
_ON_GROUND = frozenset({"snow", "flowers", "grass", "fog", "ice", "frost", "dew", "water", "rain"})
_USUAL_NUMBERS = frozenset({
    "two eyes", "two ears", "two arms", "two legs", "two hands", "two wings", "two horns", "both hands", "both arms",
    "both eyes", "four legs", "four paws", "two antlers",
})  # fmt: skip
_MIRRORING = frozenset({"neonalley", "skyline", "harbour"})
"""Backdrops without a shore that show reflections."""
_WORN_AT = frozenset({"hair", "head", "neck", "ears", "ear", "back", "shoulders", "feet"})


class ShownWords:
    def __init__(self, scene: Scene, dressed: Collection[str], described: Described) -> None:
        self._scene = scene
        self._described = described
        self._place = choose_backdrop(scene)
        """The backdrop that is drawn, also where the prompt names none."""
        self._drawings = {one.drawing for one in scene.entities}
        self._nouns = {word for one in scene.entities for word in (one.noun, *one.noun.split())} | set(dressed)
        self._looks = {
            word
            for one in scene.entities
            for look in one.attributes
            if shows_attribute(one, look)
            for word in _split_look(one, look)
        }
        self._attributes = {look for one in scene.entities for look in one.attributes}
        self._words = {word for one in scene.entities for word in one.noun.split()} | set(scene.accents)
        self._kinds = {relation.kind for relation in scene.relations}
        self._verbs = ShownVerbs(scene, self._looks, described)

    def shows_part_of(self, part: str) -> bool:
        """Whether a relation puts things at this part of a body."""
        if part in ("back", "head", "shoulders", "shoulder") and not self._kinds.isdisjoint(("riding", "on")):
            return True
        if part in MOUTHS:
            return any(
                one.kind == "eating" and self._scene.entity(one.subject).drawing.startswith("noto:")
                for one in self._scene.relations
            )
        return part in _WORN_AT and "wearing" in self._kinds

    def has_attribute(self, text: str, owners: Sequence[Entity] | None = None) -> bool:
        """`owners`: the entities that it describes; None if it may describe any."""
        if text == "sliding" and "noto:playground-slide" in self._drawings:
            return True
        if text in _CROWDED and self._has_crowd():
            return True
        forms = (text, lexicon.singular(text))
        if text in ("dark", "dim") and owners is None:
            return self._is_dark()
        if owners is None and any(has_part(one.drawing, form) for one in self._scene.entities for form in forms):
            return True
        if owners is None and text in VISIBLE and self._describes_part(text):
            return True
        if text == "empty" and owners is None:
            return not any(kinds.is_animate(one.drawing) for one in self._scene.entities)
        if text == "empty" and owners and all(self._is_empty(one) for one in owners):
            return True
        if owners is None and any(is_in_place(form, self._place) for form in forms):
            return True
        if owners is not None and text in VISIBLE:
            return bool(owners) and all(self._shows_look(one, text) for one in owners)
        is_look = text in self._looks or lexicon.singular(text) in self._looks
        return is_look or text in self._words or (text in _REFLECTED and self._is_by_water())

    def _is_dark(self) -> bool:
        scene = self._scene
        return scene.time == "night" or scene.weather == "storm" or is_in_place("dark", self._place)

    def _is_empty(self, entity: Entity) -> bool:
        """Whether nothing is on it or in it, and its drawing shows no contents."""
        if kinds.is_food(entity.drawing) or any(one.object == entity.id for one in self._scene.relations):
            return False
        return entity.drawing not in (*EMPTIED, *things.OWN_CONTENTS)

    def _describes_part(self, text: str) -> bool:
        return any(is_natural(text, one.drawing) for one in self._scene.entities)

    def _has_crowd(self) -> bool:
        is_full = is_in_place("crowd", self._place)
        return is_full or sum(one.count for one in self._scene.entities if kinds.is_animate(one.drawing)) >= _MIN_CROWD

    def _shows_look(self, entity: Entity, text: str) -> bool:
        if is_natural(text, entity.drawing) or text in entity.noun.split():
            return True
        if text == "full" and entity.drawing in EMPTIED:
            return True
        return any(text in _split_look(entity, look) for look in entity.attributes if shows_attribute(entity, look))

    def _is_by_water(self) -> bool:
        backdrop = BACKDROPS.get(self._scene.backdrop or "")
        is_wet = "puddles" in self._scene.accents or self._scene.backdrop in _MIRRORING
        return is_wet or (backdrop is not None and backdrop.has_shore)

    def has_noun(self, token: Token) -> bool:
        is_there = token.value.drawing in self._drawings or token.text in self._nouns or token.text in self._looks
        if any(self._is_made_body(one, token) for one in self._scene.entities):
            return False  # "a robot dog" that is drawn as a robot
        is_breed = token.text in self._attributes and kinds.is_animate(token.value.drawing)
        if not kinds.is_animate(token.value.drawing) and is_in_place(token.text, self._place):
            return True
        is_color = token.text in things.COLORS_OR_THINGS and self._has_any(token.text)
        is_served = token.text in things.GENERIC_FOOD and any(kinds.is_food(one) for one in self._drawings)
        return (
            is_there or is_color or is_served or is_breed or token.text in self._scene.accents or self._is_crowd(token)
        )

    def _is_made_body(self, entity: Entity, token: Token) -> bool:
        words = entity.noun.split()
        is_other = entity.drawing != token.value.drawing and token.value.drawing not in self._drawings
        return entity.drawing in ("noto:robot", "noto:alien") and words[1:] == [token.text] and is_other

    def _is_crowd(self, token: Token) -> bool:
        return token.value.drawing == "figure:person" and any(kinds.is_person(one) for one in self._drawings)

    def find_lacking(self, token: Token, at: int, after: Token | None) -> str | None:
        """The phrase for a verb, relation, mood, view, number, part of a body, effect, style, or weather on a plain
        backdrop that is not shown.
        """
        return self._name_lacking(token, at) if self._lacks(token, at, after) else None

    def _name_lacking(self, token: Token, at: int) -> str:
        if token.kind in ("made", "shaped") and (head := self._described.head_after(at)) is not None:
            return f"{token.text} {head.raw or head.text}"
        if token.kind != "relation" or token.text.split()[0] in UNPOSED | _WINDING:
            return token.text
        head = self._described.head_after(at)
        return f"{token.text} {head.raw or head.text}" if head is not None else token.text

    def _lacks(self, token: Token, at: int, after: Token | None) -> bool:
        match token.kind:
            case "verb":
                return not self._verbs.shows(token, at)
            case "relation":
                words = token.text.split()
                if words[0].startswith("lean") and any(
                    leans(one) or (one.action == "leaning" and one.drawing.startswith("figure:"))
                    for one in self._scene.entities
                ):
                    return False
                head = self._described.head_after(at)
                winds = words[0] in _WINDING and (head is None or head.kind != "body")
                is_rough = winds or words[0] in UNPOSED or any(word in PARTS_IN_RELATIONS for word in words)
                return is_rough or self._lacks_relation(at)
            case "mood":
                is_seen = self._scene.backdrop == "abstract" and not self._scene.entities
                head = self._described.head_of(at)
                if token.text == "dark" and head is not None and head.kind == "backdrop":
                    return not self._is_dark()
                modifies = after is not None and after.kind == "noun"
                is_subject = not modifies and is_metaphor(token.text) and self._described.follows_opening(at)
                is_listed = is_subject or token.text in DARK_MOODS or (modifies and token.text in LISTED)
                return is_listed and not is_seen and not self._shows_mood(token, at)
            case "view":
                return bool(token.value == "top" and self._scene.view != "top")
            case "body":
                has_owner = any(kinds.is_animate(one.drawing) for one in self._scene.entities)
                return (token.text in NOTICEABLE_PARTS or not has_owner) and token.text not in self._looks | self._nouns
            case "backdrop":
                return self._is_other_place(token.value) or (token.text.startswith("dark ") and not self._is_dark())
            case "accent":
                return hides_accent(token.value, self._place) and not is_in_place(token.text, self._place)
            case "made" | "shaped":
                return self._described.follows_place(at)
            case "coat":
                return self._lacks_coat(token.value)
            case "medium":
                return token.text in UNSEEN_EFFECTS
            case "style":
                return token.value not in self._scene.styles and self._scene.graphic is None
            case "season" if token.text in _ICY and self._place in _OPEN_WATERS:
                return self._place != "lake" or has_swimmers(self._scene) or "ashore" in self._scene.accents
            case kind if kind in _HIDDEN_KINDS:
                return self._scene.backdrop == "studio" and token.value not in ("day", "clear")
            case _:
                return False

    def _lacks_coat(self, coat: str) -> bool:
        """Whether a place is said to be covered in something that its picture does not have."""
        stuff = coat.rpartition("-")[2].partition(":")[0]
        if any(coat in one.attributes for one in self._scene.entities) or stuff in _ON_GROUND:
            return False
        is_autumn = stuff == "leaves" and self._scene.season == "autumn"
        return not (is_autumn or stuff in self._scene.accents or is_in_place(stuff, self._place))

    def _shows_mood(self, token: Token, at: int) -> bool:
        owners = self._described.owners_of(at)
        if is_in_place(token.text, self._place) or self.has_attribute(token.text, owners):
            return True
        is_stormy = self._scene.weather == "storm" or self._scene.time == "night" or self._scene.weather == "fog"
        return is_stormy and token.value in ("mystery", "chaos", "sadness", "anger") and not owners

    def _lacks_relation(self, at: int) -> bool:
        """Whether the thing after a preposition is drawn, but in no relation to another."""
        objects = self._described.object_of(at)
        is_near = self._described.token(at).value in ("beside", "front")
        if is_near or not objects or len(self._scene.entities) < 2 or self._described.follows_opening(at):
            return False
        ids = {one.id for one in objects}
        return not any({one.subject, one.object} & ids for one in self._scene.relations)

    def _is_other_place(self, place: str) -> bool:
        """Whether another place is drawn, which does not show this one."""
        drawn = self._scene.backdrop
        if drawn not in BACKDROPS or place not in BACKDROPS or place == drawn:
            return False
        if BACKDROPS[drawn].indoor and BACKDROPS[place].indoor:
            return False
        if place in WATERS and drawn in DRY_PLACES:
            return True
        return not any(drawn in group and place in group for group in PLACES_TOGETHER)

    def list_missing_part(self, part: str, looks: Sequence[str]) -> list[str]:
        """The words of a part of a body, with its looks, that are not shown."""
        numbers = [look for look in looks if look in things.NUMBERS and f"{look} {part}" not in _USUAL_NUMBERS]
        others = [look for look in looks if look not in things.NUMBERS]
        if not numbers and (not others or any(f"{look}-{part}" in self._looks for look in others)):
            return []
        return [*numbers, *others, part]

    def has_color(self, token: Token, at: int, after: Token | None) -> bool:
        head = self._described.head_of(at)
        color: str = token.value
        if head is not None and head.kind == "backdrop":
            return is_color_of_place(color, head.value, self._scene)
        if head is not None and head.kind == "noun" and (owners := self._described.entities_of(head)):
            return any(self._has_color(one, color) for one in owners)
        if after is not None and after.kind not in (
            "color",
            "noun",
            "word",
            "size",
            "material",
            "and",
            "comma",
            "stop",
        ):
            return True
        return self._has_any(color)

    def _has_any(self, color: str) -> bool:
        return color in self._scene.accents or any(self._has_color(one, color) for one in self._scene.entities)

    def _has_color(self, entity: Entity, color: str) -> bool:
        looks = {look.partition("-")[0] for look in entity.attributes}
        return color in (entity.color, entity.material) or color in looks or color in self._scene.accents

    def has_second_color(self, text: str) -> bool:
        """Whether the second colour of "black and white" is drawn. Only clothes have two."""
        _, joint, second = text.rpartition(" and ")
        if not joint or any(second == one.color for one in self._scene.entities):
            return True
        return any(f"and-{second}-" in look for look in self._looks)

    def has_material(self, token: Token, at: int, after: Token | None) -> bool:
        if after is not None and after.kind in ("backdrop", "accent", "place"):
            return any(is_in_place(word, self._place) for word in (token.text, token.value))
        if (after is not None and after.kind in AMBIENT) or (token.value == "water" and self._is_by_water()):
            return True
        owners = self._described.owners_of(at)
        return any(
            one.material == token.value
            or token.text in one.noun.split()
            or any(token.text in (look, look.partition("-")[0]) for look in one.attributes)
            for one in owners or self._scene.entities
        )


def _split_look(entity: Entity, look: str) -> tuple[str, ...]:
    """The words of an attribute that the drawing shows: of a "torn-shirt" only the shirt."""
    rest = look.partition("-")[2]
    if rest.rpartition("-")[2] in things.CLOTHES:
        patterns = PATTERN_OF_WORD if kinds.is_person(entity.drawing) else PATTERNS_OF_CLOTHES
        seen = [word for word in look.split("-") if word in things.COLOR_WORDS or word in patterns]
        return look, rest, rest.rpartition("-")[2], *seen
    return (look, rest, *look.split("-"))

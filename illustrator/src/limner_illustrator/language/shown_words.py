"""What a Scene shows of the words of its prompt."""

from collections.abc import Collection, Sequence

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.body_places import MOUTHS
from limner_illustrator.language.senses import AMBIENT, Kind
from limner_illustrator.language.token import Token
from limner_illustrator.language.visible import glows, shows_action, shows_attribute
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.note_words import IGNORED, LISTED, NOTICEABLE_PARTS, ROUGH_VERBS
from limner_illustrator.language.vocabulary.relations import PARTS_IN_RELATIONS
from limner_illustrator.language.vocabulary.scenery import PLACES_TOGETHER
from limner_illustrator.language.vocabulary.verbs import HANDLING, Verb
from limner_illustrator.layout.leaning import leans
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.action_poses import ACTION_POSES
from limner_illustrator.subjects.figures.activities import shows_too
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD

_HIDDEN_KINDS: frozenset[Kind] = frozenset({"time", "weather", "season"})
"""What a plain backdrop does not show."""

_SHOWN_BY: dict[str, tuple[str, ...]] = {
    "fencing": ("fighting",), "serving": ("carrying",), "sipping": ("drinking",), "mowing": ("pushing",),
    "pushing": ("walking", "running"),
    "slicing": ("chopping",), "forging": ("hammering",), "racketing": ("serving",), "riding": ("running",),
    "baking": ("cooking",), "dancing": ("waltzing",), "holding-hands": ("walking",), "petting": ("washing",), "scrubbing": ("washing",),
    "writing": ("painting",), "planting-flag": ("digging",), "wielding": ("painting", "holding"),
    "climbing-rope": ("climbing",), "spiking": ("throwing", "swinging"), "working-on": ("opening", "grooming"),
    "rock-climbing": ("climbing",), "picturing": ("painting", "writing"),
    "hairdressing": ("chopping", "shaving"), "tending": ("combing", "making-up", "feeding"),
}  # fmt: skip
"""Pose -> other actions that it shows, too."""

_UNPOSED = frozenset({"leaning", "leans"})
"""Verbs whose doers only stand."""
_BURNING = frozenset({"burning", "burns", "blazing", "flickering", "crackling", "smoldering", "roaring"})
_REFLECTED = frozenset({"reflected", "reflecting", "reflection", "reflections", "mirrored", "reflects"})
"""Water shows what is on its far side."""
_PLACED_BY_LAYOUT = frozenset({"standing", "lying", "sitting", "flying", "kneeling", "squatting"})
_WORN_AT = frozenset({"hair", "head", "neck", "ears", "ear", "back", "shoulders", "feet"})


class ShownWords:
    def __init__(self, scene: Scene, dressed: Collection[str]) -> None:
        self._scene = scene
        self._drawings = {one.drawing for one in scene.entities}
        self._nouns = {word for one in scene.entities for word in (one.noun, *one.noun.split())} | set(dressed)
        self._looks = {
            word
            for one in scene.entities
            for look in one.attributes
            if shows_attribute(one, look)
            for word in (look, look.partition("-")[2], *look.split("-"))
        }
        self._attributes = {look for one in scene.entities for look in one.attributes}
        self._words = {word for one in scene.entities for word in one.noun.split()} | set(scene.accents)
        self._meanwhile = {look for one in scene.entities for look in one.attributes if shows_too(one, look, scene)}
        """What they do besides their action."""
        self._kinds = {relation.kind for relation in scene.relations}

    def _has_embrace(self) -> bool:
        """Whether an animal, which has no pose for it, is drawn clinging to what it hugs."""
        return any(
            one.kind == "beside" and self._scene.entity(one.subject).action == "hugging"
            for one in self._scene.relations
        )

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

    def has_attribute(self, text: str) -> bool:
        is_look = text in self._looks or lexicon.singular(text) in self._looks
        return is_look or text in self._words or (text in _REFLECTED and self._is_by_water())

    def _is_by_water(self) -> bool:
        backdrop = BACKDROPS.get(self._scene.backdrop or "")
        return backdrop is not None and backdrop.has_shore

    def has_noun(self, token: Token) -> bool:
        is_there = token.value.drawing in self._drawings or token.text in self._nouns or token.text in self._looks
        is_breed = token.text in self._attributes and kinds.is_animate(token.value.drawing)
        is_color = token.text in things.COLORS_OR_THINGS and self.has_color(token.text, None)
        is_served = token.text in things.GENERIC_FOOD and any(kinds.is_food(one) for one in self._drawings)
        return (
            is_there or is_color or is_served or is_breed or token.text in self._scene.accents or self._is_crowd(token)
        )

    def _is_crowd(self, token: Token) -> bool:
        return token.value.drawing == "figure:person" and any(kinds.is_person(one) for one in self._drawings)

    def lacks(self, token: Token, after: Token | None) -> bool:
        """Whether this verb, mood, view, part of a body, or weather on a plain backdrop is not shown."""
        match token.kind:
            case "verb":
                return not self.has_verb(token)
            case "relation":
                words = token.text.split()
                if words[0].startswith("lean") and any(
                    leans(one) or (one.action == "leaning" and one.drawing.startswith("figure:"))
                    for one in self._scene.entities
                ):
                    return False
                return words[0] in _UNPOSED or any(word in PARTS_IN_RELATIONS for word in words)
            case "mood":
                modifies = after is not None and after.kind == "noun"
                return modifies and token.text in LISTED and token.text not in self._looks
            case "view":
                return bool(token.value == "top" and self._scene.view != "top")
            case "body":
                has_owner = any(kinds.is_animate(one.drawing) for one in self._scene.entities)
                return (token.text in NOTICEABLE_PARTS or not has_owner) and token.text not in self._looks | self._nouns
            case "backdrop":
                return self._is_other_place(token.value)
            case kind if kind in _HIDDEN_KINDS:
                return self._scene.backdrop == "studio" and token.value not in ("day", "clear")
            case _:
                return False

    def _is_other_place(self, place: str) -> bool:
        """Whether another place is drawn, which does not show this one."""
        drawn = self._scene.backdrop
        if drawn not in BACKDROPS or place not in BACKDROPS or place == drawn:
            return False
        if BACKDROPS[drawn].indoor and BACKDROPS[place].indoor:
            return False
        return not any(drawn in group and place in group for group in PLACES_TOGETHER)

    def has_body_part(self, part: str, looks: Sequence[str]) -> bool:
        return any(f"{look}-{part}" in self._looks for look in looks)

    def has_color(self, color: str, after: Token | None) -> bool:
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
        if color in self._scene.accents:
            return True
        return any(color in (one.color, one.material) for one in self._scene.entities) or any(
            color == look.partition("-")[0] for one in self._scene.entities for look in one.attributes
        )

    def has_second_color(self, text: str) -> bool:
        """Whether the second colour of "black and white" is drawn. Only clothes have two."""
        _, joint, second = text.rpartition(" and ")
        if not joint or any(second == one.color for one in self._scene.entities):
            return True
        return any(f"and-{second}-" in look for look in self._looks)

    def has_material(self, token: Token, after: Token | None) -> bool:
        if (after is not None and after.kind in AMBIENT) or (token.value == "water" and self._is_by_water()):
            return True
        return any(
            one.material == token.value or token.text in (*one.attributes, *one.noun.split())
            for one in self._scene.entities
        )

    def has_verb(self, token: Token) -> bool:
        verb: Verb = token.value
        if token.text in IGNORED:
            return True
        if token.text in _UNPOSED:
            return False
        if verb.action == "glowing" or token.text in _BURNING:
            return any(glows(one.drawing) for one in self._scene.entities)
        is_pose = verb.action in ACTION_POSES
        if (token.text.partition(" ")[0] in ROUGH_VERBS or token.text in HANDLING) and not is_pose:
            return False
        doers: list[Entity] = [
            one for one in self._scene.entities if verb.action in (one.action, *_SHOWN_BY.get(one.action or "", ()))
        ]
        if verb.action in EXPRESSION_OF_WORD and verb.action in self._looks:
            return True
        if verb.action in self._meanwhile or (verb.action == "hugging" and self._has_embrace()):
            return True
        if verb.action is not None and any(shows_action(one) for one in doers):
            return True
        if is_pose and verb.action not in self._attributes:
            return False
        if verb.action == "playing" and self._kinds:
            return True
        if verb.relation is not None:
            return verb.relation in self._kinds or bool(self._kinds or self._looks)
        return verb.action in _PLACED_BY_LAYOUT and bool(self._scene.entities)

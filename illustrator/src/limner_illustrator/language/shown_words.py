"""What a Scene shows of the words of its prompt."""

from collections.abc import Collection, Sequence

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language.senses import AMBIENT, Kind
from limner_illustrator.language.token import Token
from limner_illustrator.language.visible import glows, shows_action, shows_attribute
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.note_words import IGNORED, LISTED, NOTICEABLE_PARTS, ROUGH_VERBS
from limner_illustrator.language.vocabulary.verbs import HANDLING, Verb
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.action_poses import ACTION_POSES

_HIDDEN_KINDS: frozenset[Kind] = frozenset({"time", "weather", "season"})
"""What a plain backdrop does not show."""


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
            for word in (look, *look.split("-"))
        }
        self._words = {word for one in scene.entities for word in one.noun.split()} | set(scene.accents)
        self._kinds = {relation.kind for relation in scene.relations}

    def has_attribute(self, text: str) -> bool:
        return text in self._looks or text in self._words

    def has_noun(self, token: Token) -> bool:
        is_there = token.value.drawing in self._drawings or token.text in self._nouns or token.text in self._looks
        return (
            is_there or token.text in things.GENERIC_FOOD or token.text in self._scene.accents or self._is_crowd(token)
        )

    def _is_crowd(self, token: Token) -> bool:
        return token.value.drawing == "figure:person" and any(kinds.is_person(one) for one in self._drawings)

    def lacks(self, token: Token, after: Token | None) -> bool:
        """Whether this verb, mood, view, part of a body, or weather on a plain backdrop is not shown."""
        match token.kind:
            case "verb":
                return not self.has_verb(token)
            case "mood":
                modifies = after is not None and after.kind == "noun"
                return modifies and token.text in LISTED and token.text not in self._looks
            case "view":
                return bool(token.value == "top" and self._scene.view != "top")
            case "body":
                has_owner = any(kinds.is_animate(one.drawing) for one in self._scene.entities)
                return (token.text in NOTICEABLE_PARTS or not has_owner) and token.text not in self._looks | self._nouns
            case kind if kind in _HIDDEN_KINDS:
                return self._scene.backdrop == "studio" and token.value not in ("day", "clear")
            case _:
                return False

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
        """Whether the second colour of "black and white" is drawn. Things have only one colour."""
        _, joint, second = text.rpartition(" and ")
        return not joint or any(second == one.color for one in self._scene.entities)

    def has_material(self, token: Token, after: Token | None) -> bool:
        backdrop = BACKDROPS.get(self._scene.backdrop or "")
        is_by_water = backdrop is not None and backdrop.has_shore
        if (after is not None and after.kind in AMBIENT) or (token.value == "water" and is_by_water):
            return True
        return any(
            one.material == token.value or token.text in (*one.attributes, *one.noun.split())
            for one in self._scene.entities
        )

    def has_verb(self, token: Token) -> bool:
        verb: Verb = token.value
        if token.text in IGNORED:
            return True
        if verb.action == "glowing":
            return any(glows(one.drawing) for one in self._scene.entities)
        is_pose = verb.action in ACTION_POSES
        if (token.text.partition(" ")[0] in ROUGH_VERBS or token.text in HANDLING) and not is_pose:
            return False
        doers: list[Entity] = [one for one in self._scene.entities if one.action == verb.action]
        if verb.action is not None and any(shows_action(one) for one in doers):
            return True
        if doers and is_pose:
            return False
        if verb.action == "playing" and self._kinds:
            return True
        if verb.relation is not None:
            return verb.relation in self._kinds or bool(self._kinds or self._looks)
        return verb.action in ("standing", "lying", "sitting", "flying") and bool(self._scene.entities)

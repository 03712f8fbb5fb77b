"""Finds the entities that the words of a prompt describe: of an adjective those of its noun, of a verb its doers."""

from collections.abc import Sequence

from limner_illustrator.language.senses import AMBIENT, Kind
from limner_illustrator.language.token import Token
from limner_illustrator.scene import Entity, Scene

_MODIFIERS: frozenset[Kind] = frozenset(
    {"color", "size", "material", "word", "style", "season", "mood", "number", "verb"}
)
_HEADS: frozenset[Kind] = frozenset({"noun", "body", "backdrop", "place", "accent", "people"})
_CLAUSE_ENDS: frozenset[Kind] = frozenset({"stop", "break", "verb"})
_MAX_PHRASE = 6
_NO_MODIFIERS = frozenset({
    "from", "to", "for", "than", "like", "at", "out", "up", "down", "off", "away", "back", "it", "its", "that", "which",
    "who", "not", "only", "there", "here", "each", "other", "about", "during", "again", "still", "so",
})  # fmt: skip
"""Words after which no noun phrase continues."""
_AT = frozenset(
    {"on", "in", "at", "under", "through", "by", "inside", "outside", "across", "behind", "beneath", "into"}
)


class Described:
    def __init__(self, tokens: Sequence[Token], scene: Scene) -> None:
        self._tokens = tokens
        self._scene = scene

    def token(self, at: int) -> Token:
        return self._tokens[at]

    def head_of(self, at: int) -> Token | None:
        """The noun, part or place that the token modifies; None if it modifies none."""
        return self._find_next_head(at) or self._find_predicated(at)

    def _find_next_head(self, at: int) -> Token | None:
        for index in range(at + 1, min(at + 1 + _MAX_PHRASE, len(self._tokens))):
            token = self._tokens[index]
            follows = self._kind_at(index + 1)
            if token.kind == "noun" and follows in ("noun", "body") and not token.plural:
                continue
            if token.kind in _HEADS:
                return token
            joins = token.kind in ("comma", "and") and follows in _MODIFIERS
            if not joins and (token.kind not in _MODIFIERS or token.text in _NO_MODIFIERS):
                return None
        return None

    def _find_predicated(self, at: int) -> Token | None:
        """The noun before "is": "the cat is striped"."""
        for index in range(at - 1, max(-1, at - _MAX_PHRASE), -1):
            token = self._tokens[index]
            if token.kind == "be":
                return next((one for one in reversed(self._tokens[:index]) if one.kind in _HEADS), None)
            if token.kind not in _MODIFIERS and token.kind not in ("comma", "and"):
                return None
        return None

    def entities_of(self, token: Token | None) -> list[Entity]:
        """Those that a noun names."""
        if token is None or token.kind != "noun":
            return []
        exact = [one for one in self._scene.entities if one.noun == token.text]
        if exact:
            return exact
        last = token.text.split()[-1]
        return [
            one
            for one in self._scene.entities
            if one.drawing == token.value.drawing or one.noun.split()[-1] == last or last in one.noun.split()
        ]

    def _find_wearers(self, garment: Token) -> list[Entity]:
        """Those that have it as a look: the boy of "a boy in a striped hoodie"."""
        return [
            one
            for one in self._scene.entities
            if any(look == garment.text or look.endswith(f"-{garment.text}") for look in one.attributes)
        ]

    def owners_of(self, at: int) -> list[Entity] | None:
        """The entities that an adjective describes. None if it describes no noun that could be one."""
        head = self.head_of(at)
        if head is None:
            # "two doors, one open"
            return [one for one in self._scene.entities if self._tokens[at].text in one.attributes] or None
        if head.kind != "noun":
            return None
        return self.entities_of(head) or self._find_wearers(head)

    def object_of(self, at: int) -> list[Entity] | None:
        """The entities of the noun after a verb or preposition. None if a place or nothing follows."""
        for index in range(at + 1, len(self._tokens)):
            token = self._tokens[index]
            if token.kind == "noun":
                if (self._kind_at(index + 1) == "noun" or self._is_bare_place(index + 1)) and not token.plural:
                    continue
                is_possessor = self._kind_at(index + 1) in ("possessive", "body") or self._is_bare_place(index + 1)
                return None if is_possessor else self.entities_of(token)
            if token.kind not in (*_MODIFIERS, "article", "of") or token.kind in AMBIENT | _CLAUSE_ENDS:
                return None
        return None

    def _is_bare_place(self, at: int) -> bool:
        """Whether a place without a preposition follows: the field of "a corn field"."""
        return self._kind_at(at) == "backdrop" and self._tokens[at].text.partition(" ")[0] not in _AT

    def head_after(self, at: int) -> Token | None:
        """The next noun in the same phrase."""
        for token in self._tokens[at + 1 : at + 1 + _MAX_PHRASE]:
            if token.kind in _HEADS:
                return token
            if token.kind not in (*_MODIFIERS, "article"):
                return None
        return None

    def is_of_each(self, at: int) -> bool:
        """Whether "each" precedes: "each pig wears a different hat"."""
        return any(one.text in ("each", "every") for one in self._tokens[:at])

    def is_around(self, at: int) -> bool:
        return self._kind_at(at) == "relation" and self._tokens[at].text == "around"

    def follows_place(self, at: int) -> bool:
        """Whether the last noun before is a place."""
        before = next((one for one in reversed(self._tokens[:at]) if one.kind in _HEADS), None)
        return before is not None and before.kind in ("place", "backdrop")

    def follows_opening(self, at: int) -> bool:
        """Whether no noun precedes: "on a table there is a cat"."""
        return not any(one.kind in ("noun", "people", "pronoun") for one in self._tokens[:at])

    def _kind_at(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

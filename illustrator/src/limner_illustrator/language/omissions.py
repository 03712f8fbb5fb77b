"""Finds what a prompt asks for that its Scene does not show, for the picture's note."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.noun_classes import label_of
from limner_illustrator.language.body_places import read_body_place
from limner_illustrator.language.described import Described
from limner_illustrator.language.description import pluralize
from limner_illustrator.language.proper_names import LABELS, is_place_name
from limner_illustrator.language.senses import Kind
from limner_illustrator.language.shown_words import ShownWords
from limner_illustrator.language.token import Token
from limner_illustrator.language.visible import is_near_only, name_of
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.note_words import (
    IGNORED,
    LISTED,
    SEPARATE,
    VAGUE_NUMBERS,
)
from limner_illustrator.language.vocabulary.place_contents import find_nearest_place
from limner_illustrator.language.vocabulary.relations import ADJECTIVES_IN_LY, FILLERS
from limner_illustrator.language.vocabulary.visible_looks import LIGHT_LOOKS, VISIBLE
from limner_illustrator.layout.limits import max_copies
from limner_illustrator.scene import Scene
from limner_illustrator.subjects.figures.named_clothes import names_garment

_WORN = things.CLOTHES | things.HEADSCARVES
MAX_NOTE_LETTERS = 300
MAX_PHRASES = 40
MAX_PHRASE_LETTERS = 60
MAX_PHRASE_WORDS = 5
NOT_DRAWN = "not drawn: "
UNKNOWN_LANGUAGE = "the language of the prompt is not understood"
_FIRST_IDEOGRAM = "\u2e80"
_TRACES = frozenset({"shadow", "reflection", "silhouette", "footprint"})
"""Of a thing itself, which is drawn instead: "a cat's shadow"."""
_LOOKS_OF_PARTS: frozenset[Kind] = frozenset({"color", "material", "word", "size", "number"})


_VARIED = frozenset({"colors", "colours", "colored", "coloured", "color", "sizes", "shapes", "breeds", "poses"})
_PASSED_OVER = IGNORED | FILLERS | things.NEVER_THINGS


@dataclass(frozen=True, slots=True)
class Omissions:
    missing: tuple[str, ...] = ()
    """Nouns, verbs and attributes that the picture does not show, in the prompt's words."""
    near: tuple[tuple[str, str], ...] = ()
    """(noun, name of the thing drawn instead)."""
    fewer: tuple[str, ...] = ()
    """Of the things of which fewer are drawn: "30 of 50 balloons"."""
    kept: tuple[str, ...] = ()
    """What the prompt excludes, and the picture shows all the same."""
    remarks: tuple[str, ...] = ()
    """Sentences of a graphic: "the values are made up"."""
    generic: tuple[tuple[str, str], ...] = ()
    """(noun, name of its class, of which a generic form is drawn)."""
    symbols: tuple[str, ...] = ()
    """What is shown as something else: "freedom, as birds leaving an open cage"."""
    corrections: tuple[tuple[str, str], ...] = ()
    """(misspelled word, what it was read as)."""
    is_language_known: bool = True
    """Whether most words of the prompt were understood."""

    def note(self) -> str | None:
        """One line of at most 300 characters; None if nothing is missing."""
        near = [f"{noun} ({drawn})" for noun, drawn in self.near]
        lists = [
            ("read ", [f'"{written}" as {word}' for written, word in self.corrections]),
            (UNKNOWN_LANGUAGE, () if self.is_language_known else ("",)),
            ("drawn: ", self.symbols),
            *((f"drawn as a generic {name}: ", [noun]) for noun, name in self.generic),
            (NOT_DRAWN, self.missing),
            ("drawn: ", self.fewer),
            ("not left out: ", self.kept),
            ("drawn as the nearest thing: ", near),
        ]
        note = "; ".join([*self.remarks, *(opening + ", ".join(phrases) for opening, phrases in lists if phrases)])
        if len(note) > MAX_NOTE_LETTERS:
            note = note[: MAX_NOTE_LETTERS - 3].rpartition(",")[0] + "..."
        return note or None


@dataclass(slots=True)
class _PhraseCollector:
    """Joins adjacent words to phrases."""

    done: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)

    def add(self, word: str) -> None:
        if word.lower() in SEPARATE:
            self.close()
        self._words.append(word)
        if word.lower() in SEPARATE or len(self._words) >= MAX_PHRASE_WORDS:
            self.close()

    @property
    def is_open(self) -> bool:
        """Whether the word before is listed: of a "red roof", the roof is named too."""
        return bool(self._words)

    def close(self) -> None:
        words = " ".join(self._words).replace(" -", "-").replace("covered-in-", "covered in ")
        phrase = " ".join(words.split()).strip("-")[:MAX_PHRASE_LETTERS]
        self._words.clear()
        if phrase and phrase not in self.done and len(self.done) < MAX_PHRASES:
            self.done.append(phrase)


def find_omissions(tokens: Sequence[Token], scene: Scene, dressed: Collection[str]) -> Omissions:
    """`tokens`: the prompt without negated parts. `dressed`: nouns that became attributes of other things."""
    described = Described(tokens, scene)
    shown = ShownWords(scene, dressed, described)
    phrases = _PhraseCollector()
    near: dict[str, str] = {}
    generic: dict[str, str] = {}
    symbols: dict[str, None] = {}
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind == "word" and not _precedes_body_part(tokens, at):
            is_listed = _is_worth_listing(token, before, after, scene) or _is_visible_look(described, at, after)
            if is_listed and (phrases.is_open or not shown.has_attribute(token.text, described.owners_of(at))):
                if before is not None and before.kind == "number" and described.head_of(at) is None:
                    phrases.add(before.text)
                phrases.add(("-" if token.hyphened else "") + (token.raw or token.text))
            elif token.text not in FILLERS:
                phrases.close()
        elif token.kind == "noun" and token.text in things.VEILS and _covers_place(tokens, at):
            phrases.close()  # "a blanket of snow"
        elif token.kind == "unread" or (token.kind == "noun" and not shown.has_noun(token)):
            phrases.add(token.text if token.kind == "unread" or not token.raw or " " in token.text else token.raw)
        elif token.kind == "word":
            pass
        elif token.kind == "body" and (place := read_body_place(tokens, at)) and not shown.shows_part_of(token.text):
            phrases.close()
            phrases.add(place)
            phrases.close()
        elif token.kind == "body" and (looks := _read_looks(tokens, at)):
            for word in shown.list_missing_part(token.text, looks):
                phrases.add(word)
            phrases.close()
        else:
            phrases.close()
            if token.kind == "backdrop" and (nearest := find_nearest_place(token.text, token.value)) is not None:
                near.setdefault(token.text, nearest)
            elif is_place_name(token):
                label = LABELS.get(token.value, token.value)
                symbols[f"{token.text}, as {'an' if label[0] in 'aeiou' else 'a'} {label}"] = None
            elif token.kind == "noun" and token.text in dressed and _is_drawn_clothing(token.text):
                pass
            elif token.kind == "noun" and label_of(token.value.drawing) is not None:
                generic.setdefault(token.text, name_of(token.value.drawing))
            elif token.kind == "noun" and token.text not in dressed and is_near_only(token.text, token.value.drawing):
                near.setdefault(token.text, name_of(token.value.drawing))
            elif (token.kind in ("material", "color") and shown.has_attribute(token.text, described.owners_of(at))) or (
                token.kind in ("material", "color", "number") and _precedes_body_part(tokens, at)
            ):
                pass
            elif (token.kind == "material" and not shown.has_material(token, at, after)) or (
                token.kind == "color" and not _precedes_body_part(tokens, at) and not shown.has_color(token, at, after)
            ):
                phrases.add(token.text)
            elif token.kind == "color" and not shown.has_second_color(token.text):
                phrases.add(token.text.rpartition(" and ")[2])
            elif _is_participle(token) and _precedes_body_part(tokens, at + 1):
                pass  # a look of that part
            elif (phrase := shown.find_lacking(token, at, after)) is not None:
                phrases.add(phrase.removesuffix(" a").removesuffix(" the"))
                phrases.close()
    phrases.close()
    return Omissions(
        tuple(phrases.done),
        tuple(near.items())[:MAX_PHRASES],
        fewer=_find_fewer(tokens, scene),
        generic=tuple(generic.items())[:MAX_PHRASES],
        symbols=tuple(symbols)[:MAX_PHRASES],
    )


def _is_drawn_clothing(noun: str) -> bool:
    return noun.rsplit(maxsplit=1)[-1] in _WORN or names_garment(noun)


def _find_fewer(tokens: Sequence[Token], scene: Scene) -> tuple[str, ...]:
    """The counts that are larger than what a picture holds."""
    asked = {token.value: token.text for token in tokens if token.kind == "number" and not token.text.endswith(" of")}
    limit = max_copies(len(scene.entities))
    return tuple(
        f"{limit} of {asked[one.count]} {pluralize(one.noun)}"
        for one in scene.entities
        if one.count > limit and one.count in asked and asked[one.count] not in VAGUE_NUMBERS
    )


def _is_worth_listing(token: Token, before: Token | None, after: Token | None, scene: Scene) -> bool:
    text = token.text
    if before is not None and before.kind == "name" and any(kinds.is_animate(one.drawing) for one in scene.entities):
        return False
    if after is not None and after.kind == "possessive":
        return False
    if text in LISTED or (text in _TRACES and before is not None and before.kind == "possessive"):
        return True
    hyphened = after is not None and after.hyphened
    if (len(text) < 2 and text < _FIRST_IDEOGRAM and not hyphened) or not any(letter.isalpha() for letter in text):
        return False
    adverb = text.endswith("ly") and text not in ADJECTIVES_IN_LY and len(text) > 4 and token.raw.islower()
    return not (text in IGNORED or text in FILLERS or text in things.NEVER_THINGS or adverb or _is_technical(text))


def _is_visible_look(described: Described, at: int, after: Token | None) -> bool:
    """Whether a drawing of the noun that this adjective describes would look different: "an old lamp"."""
    token = described.token(at)
    if token.text == "different":
        return (after is not None and after.text in _VARIED) or described.is_of_each(at)
    if token.text in LIGHT_LOOKS:
        return after is not None and after.text in ("light", "lighting", "lights", "shadows")
    return token.text in VISIBLE and (described.head_of(at) is not None or described.owners_of(at) is not None)


def _is_technical(text: str) -> bool:
    """Whether this is a technical term such as "35mm", "f1" or "16k"."""
    return text[0].isdecimal() or (text[0] == "f" and text[1:].isdecimal())


def _read_looks(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    looks: list[str] = []
    while at and len(looks) < 3 and _is_look(tokens[at - 1]):
        at -= 1
        text = tokens[at].text
        if tokens[at].kind in ("color", "number", "noun") or text in VISIBLE or text not in _PASSED_OVER:
            looks.insert(0, tokens[at].text)
    return tuple(looks)


def _is_look(token: Token) -> bool:
    """Whether it may describe a part of a body: an orange too, which is a colour there."""
    is_color = token.kind == "noun" and token.text in things.COLORS_OR_THINGS
    return is_color or token.kind in _LOOKS_OF_PARTS or _is_participle(token)


def _covers_place(tokens: Sequence[Token], at: int) -> bool:
    following = [one.kind for one in tokens[at + 1 : at + 3]]
    return following[:1] == ["of"] and following[1:] in (["accent"], ["backdrop"], ["weather"], ["season"])


def _is_participle(token: Token) -> bool:
    return token.kind == "verb" and token.text.endswith(("ing", "ed")) and " " not in token.text


def _precedes_body_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether the adjective belongs to a body part: "green eyes"."""
    following = (token.kind for token in tokens[at : at + MAX_PHRASE_WORDS])
    return next((kind for kind in following if kind not in _LOOKS_OF_PARTS), None) == "body"

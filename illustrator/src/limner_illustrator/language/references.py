"""Finds the earlier mention that a noun phrase refers to: "the fox", or "my dog, a small dachshund"."""

from collections.abc import Callable, Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.mention import Item, Mention, Phrase, add_attribute
from limner_illustrator.language.relation_rules import can_hold_things, is_support
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things

_SHELTER_M = 0.7
"""The least height of what others are under."""
_BREEDS = (
    frozenset({"noto:dog-face", "noto:dog", "noto:guide-dog", "noto:poodle"}),
    frozenset({"noto:cat-face", "noto:cat", "noto:black-cat"}),
    frozenset({"noto:bird", "noto:parrot", "noto:owl", "noto:duck", "noto:swan", "noto:eagle"}),
)
_ANY_PERSON = frozenset(f"figure:{one}" for one in ("person", "man", "woman", "old-man", "old-woman"))
_CHILDREN = frozenset({"figure:child", "figure:boy", "figure:girl", "figure:baby", "figure:teenager"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def find_known(
    items: Sequence[Item], mentions: Sequence[Mention], noun: str, drawing: str, phrase: Phrase
) -> Mention | None:
    """May give it the looks of the breed that an apposition names: "my dog, a golden retriever"."""
    if _is_apposition(items, mentions, drawing, phrase):
        last = mentions[-1]
        if drawing != last.drawing:
            add_attribute(last, last.noun)
            last.noun, last.drawing = noun, drawing
        return last
    if phrase.article not in _DEFINITE:
        return None
    same = [
        one for one in mentions if one.noun == noun or (noun not in _RELATIVES and _is_same_kind(drawing, one.drawing))
    ]
    if phrase.color is not None and len(same) > 1:
        same = [one for one in same if one.color == phrase.color]
    if phrase.color is not None and same and same[-1].color not in (None, phrase.color):
        return None
    return same[-1] if same and "other" not in phrase.adjectives else None


_OF_ANY_SPECIES = frozenset({"cub", "calf", "joey", "pup", "hatchling"})
"""Said of the young of many animals: of the one that the prompt names, not of a lion, a cow, a kangaroo or a seal."""
_RELATIVES = _OF_ANY_SPECIES | {
    "mother", "mom", "mum", "mama", "father", "dad", "papa", "parent", "baby", "brother", "sister", "sibling", "family",
}  # fmt: skip
_YOUNG = _OF_ANY_SPECIES | {"kitten", "puppy", "duckling", "chick", "foal", "lamb", "piglet", "fawn", "baby", "cygnet"}
_ADULTS = {"duckling": "noto:duck", "chick": "noto:chicken", "baby chick": "noto:chicken", "lamb": "noto:ewe"}
_BABY = 0.55
"""The size of a young animal, in sizes of its mother."""


def find_relative(mentions: Sequence[Mention], noun: str, drawing: str, phrase: Phrase) -> str:
    """The drawing of an animal's relative, whose size `phrase` then has: the mother of a lion cub is a lion."""
    is_possessed = noun in _RELATIVES and phrase.article in ("its", "her", "his", "their")
    if not (is_possessed or noun in _OF_ANY_SPECIES) or not mentions:
        return drawing
    are_animals = all(kinds.is_animal(one.drawing) or not kinds.is_animate(one.drawing) for one in mentions)
    animals = [one for one in mentions if kinds.is_animal(one.drawing)]
    if not animals or not are_animals:
        return drawing
    is_young = noun in _YOUNG
    if is_young:
        phrase.size *= _BABY
    elif not _YOUNG.isdisjoint(animals[-1].noun.split()):
        phrase.size /= _BABY
    adult = _ADULTS.get(animals[-1].noun)
    return animals[-1].drawing if adult is None or is_young else adult


def choose_referent(relation: str, others: Sequence[Mention], usual: Mention) -> Mention:
    """What "it" means after a preposition: of a vase on a table, a cat sleeps beneath the table."""
    fits = _FITTING.get(relation)
    fitting = [one for one in others if fits is not None and fits(one)]
    return usual if usual in fitting or not fitting else fitting[-1]


def _shelters(one: Mention) -> bool:
    record = thing_of(one.drawing)
    is_high = record.height is not None and record.height >= _SHELTER_M and not kinds.is_animate(one.drawing)
    return not record.traits.isdisjoint({"sit_behind", "tree", "span", "branch"}) or is_high


def _carries(one: Mention) -> bool:
    return is_support(one) or one.drawing in _CLIMBED or not thing_of(one.drawing).traits.isdisjoint(_SAT_ON)


_CLIMBED = frozenset({"own:ladder", "own:steps"})
_SAT_ON = frozenset({"seat", "sit_on", "stand_on"})
_FITTING: dict[str, Callable[[Mention], bool]] = {"under": _shelters, "on": _carries, "in": can_hold_things}


def is_flock(mentions: Sequence[Mention], noun: str, phrase: Phrase) -> bool:
    """Whether these are the animals of an earlier shepherd, in a plural without an ending."""
    if noun not in things.FLOCKS or phrase.count is not None or phrase.article in ("a", "an"):
        return False
    return any(one.noun in things.HERDERS for one in mentions)


_LONGEST_BETWEEN = 3
"""Tokens between a thing and what describes it: a name, its text, and a comma."""


def _is_apposition(items: Sequence[Item], mentions: Sequence[Mention], drawing: str, phrase: Phrase) -> bool:
    """Whether this describes the last mention: "my dog, a small brown dachshund", "a cat named Milo, orange tabby"."""
    if not mentions or phrase.count is not None or (last := mentions[-1]).count != 1:
        return False
    tail = items[-_LONGEST_BETWEEN - 1 :]
    since = next((at for at in range(len(tail) - 1, -1, -1) if tail[at] is last), len(tail))
    between = [one.kind if isinstance(one, Token) else "" for one in tail[since + 1 :]]
    is_named = between == ["name", "text", "comma"]
    if not (is_named or (between == ["comma"] and (last.possessed or phrase.article is None))):
        return False
    if phrase.article in _DEFINITE:
        return False
    is_role = kinds.is_person(drawing) and last.drawing in _ANY_PERSON
    return is_role or _is_same_kind(last.drawing, drawing)


def _is_same_kind(general: str, special: str) -> bool:
    """Whether the second drawing may be that of a breed of the first."""
    if not kinds.is_animate(general):
        return False
    if kinds.is_person(general) and general not in _ANY_PERSON | _CHILDREN:
        return False  # the goalkeeper is not the soccer player
    return general == special or any(general in one and special in one for one in _BREEDS)

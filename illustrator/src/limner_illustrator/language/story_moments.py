"""Splits the story of a comic into successive moments, each with its subject: "a cat falls in, and swims away"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.vocabulary.story_verbs import (
    GERUNDS,
    STORY_VERBS,
    THIRD_PERSONS,
    find_infinitive,
    to_gerund,
    to_third_person,
)
from limner_illustrator.language.vocabulary.things import COLOR_WORDS

MAX_SUBJECT = 8
"""Words of a subject."""
_INTRODUCTION = re.compile(
    r"^\W*(?:(?:the |a )?(?:short |funny |little )*(?:story|tale|adventures?|joke) (?:of|about|where|in which)\s+|"
    r"(?:about|of|where|in which|showing|that shows|depicting|with|how)\s+)+",
    re.IGNORECASE,
)
_THEN = (
    r"(?:(?:then|finally|next|suddenly|later|afterwards?|eventually|at last|in the end|at the end|meanwhile)\s*,?\s+)"
)
_JOINT = re.compile(
    rf"(\s*(?:[;!?,]|\.(?=\s)|→|->)\s*(?:(?:and|but|so|or|until|only to)\s+)?{_THEN}*|"
    rf"\s+(?:and|but|so)\s+{_THEN}*|\s+{_THEN}+|\s+(?:until|only to|while|when|after which)\s+)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:first|second|third|fourth|next|then|finally|suddenly|one day|at first|in the end|last|lastly|later|"
    r"meanwhile|once upon a time)\b\s*,?\s*)+",
    re.IGNORECASE,
)
_DETERMINERS = frozenset({
    "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "one", "two", "three", "four", "five",
    "several", "some", "many",
})  # fmt: skip
_OF_MANY = frozenset({"two", "three", "four", "five", "several", "some", "many"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
_RELATIVES = frozenset({"who", "that", "which"})
_PREPOSITIONS = frozenset({
    "of", "for", "about", "with", "in", "on", "at", "to", "by", "from", "like", "as", "into", "over", "under",
    "behind", "near",
})  # fmt: skip
_COPULAS = frozenset({"is", "are", "was", "were", "gets", "get", "can", "cannot", "can't", "has", "have"})
_AIMS = frozenset({
    "learn", "want", "try", "attempt", "start", "begin", "decide", "hope", "dream", "need", "plan", "love",
    "struggle", "like",
})  # fmt: skip
"""Before an infinitive, which is what is to be seen."""
_AIM = re.compile(r"^(?:how )?to (?P<verb>[a-z]+)\b(?P<tail>.*)$", re.IGNORECASE | re.DOTALL)
_NO_GERUNDS = frozenset({
    "king", "ring", "string", "thing", "spring", "wing", "morning", "evening", "ceiling", "building", "pudding",
    "duckling", "wedding", "darling", "sibling", "viking", "gosling", "something", "anything", "nothing", "everything",
})  # fmt: skip
_OBJECT = re.compile(
    r"\b(?:an?|the|some|his|her|its|their)\s+(?P<noun>[\w-]+(?:\s+(?!(?:in|on|at|to|of|with|from|for|into|and|by|under|"
    r"over|that|who)\b)[\w-]+)?)|^(?P<bare>[a-z-]{3,})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    shown: str
    """A prompt for the picture: "a cat swimming away"."""
    caption: str
    """What is written above it: "The cat swims away". Empty for what the story does not say."""
    subject: str


@dataclass(frozen=True, slots=True)
class _Clause:
    subject: str
    verb: str
    """As it is written."""
    tail: str
    is_own_subject: bool = True


def split_moments(text: str) -> list[Moment]:
    """In order; empty if the text does not begin with a subject and its verb."""
    text = _INTRODUCTION.sub("", " ".join(text.split())).strip(" ,.;:")
    pieces = ["", *_JOINT.split(text)]
    clauses: list[_Clause] = []
    pending = ""
    for joint, part in zip(pieces[::2], pieces[1::2], strict=True):
        said = f"{pending}{joint}{part}" if pending else _OPENING.sub("", part)
        clause = _read_clause(said, clauses[0].subject if clauses else "")
        if clause is not None:
            clauses.append(clause)
            pending = ""
        elif clauses:
            clauses[-1] = replace(clauses[-1], tail=f"{clauses[-1].tail}{joint}{part}")
        else:
            pending = said
    return [] if pending else _make_moments(clauses)


def continue_story(panels: Sequence[str]) -> list[Moment | None]:
    """The moment of each panel that is written out as a clause, with the subject of the first; None for the others."""
    clauses: list[_Clause | None] = []
    hero = ""
    for text in panels:
        clause = _read_clause(_OPENING.sub("", _INTRODUCTION.sub("", text.strip(" .,;"))), hero)
        clauses.append(clause)
        hero = hero or (clause.subject if clause else "")
    moments = iter(_make_moments([one for one in clauses if one is not None]))
    return [next(moments) if one is not None else None for one in clauses]


def _read_clause(text: str, hero: str) -> _Clause | None:
    """With the subject of the story where it has none of its own. None for what is no clause."""
    words = [word for word in text.split() if word.lower() not in _RELATIVES] if not hero else text.split()
    first = words[0].lower() if words else ""
    if not words or (first in _PRONOUNS and not hero):
        return None
    if hero and (first in _PRONOUNS and len(words) > 1):
        return _Clause(first, words[1], " ".join(words[2:]), is_own_subject=False)
    if hero and (first in THIRD_PERSONS or first in _COPULAS or _is_gerund(first) or first in STORY_VERBS):
        return _Clause(hero, words[0], " ".join(words[1:]), is_own_subject=False)
    start = 2 if first in _DETERMINERS else 1
    for at in range(start, min(len(words), MAX_SUBJECT + 1)):
        if _is_verb(words, at, is_first=not hero):
            return _Clause(" ".join(words[:at]), words[at], " ".join(words[at + 1 :]))
    return None


def _is_gerund(word: str) -> bool:
    return re.fullmatch(r"[a-z]{2,}ing", word) is not None and word not in _NO_GERUNDS


def _is_verb(words: list[str], at: int, *, is_first: bool) -> bool:
    word, before = words[at].lower(), words[at - 1].lower()
    if before in _PREPOSITIONS or before in _DETERMINERS or before in COLOR_WORDS:
        return False
    if word in THIRD_PERSONS or word in _COPULAS or (_is_gerund(word) and (is_first or at + 1 < len(words))):
        return True
    is_many = _is_plural(" ".join(words[:at]))
    if word in STORY_VERBS:
        return is_many
    has_one = words[0].lower() in ("a", "an", "my", "his", "her") and not is_many
    plain = not _PREPOSITIONS & {one.lower() for one in words[:at]}
    return is_first and has_one and plain and find_infinitive(word) is not None and lexicon.find(word) is None


def _is_plural(subject: str) -> bool:
    words = subject.lower().split()
    ending = words[-1] in ("people", "children", "men", "women", "mice", "they", "we") or (
        words[-1].endswith("s") and not words[-1].endswith("ss") and words[0] not in ("a", "an")
    )
    return " and " in subject or words[0] in _OF_MANY or (ending and words[-1] not in THIRD_PERSONS)


def _make_moments(clauses: list[_Clause]) -> list[Moment]:
    moments: list[Moment] = []
    hero = clauses[0].subject if clauses else ""
    thing = companion = ""
    for clause in clauses:
        subject, named = clause.subject, _to_definite(clause.subject)
        if subject in ("they", "we") and not _is_plural(hero) and companion:
            subject, named = f"{hero} and {companion}", subject
        elif subject in _PRONOUNS:
            subject = thing if subject == "it" and thing and _is_person(hero) else hero
            named = _to_definite(subject)
        elif clause.is_own_subject:
            named = subject
            companion = subject if moments else ""
        tail = clause.tail.strip(" .,")
        clear = re.sub(r"\b(?:it|them)\b", thing, tail, flags=re.IGNORECASE) if thing else tail
        moments.append(_make_moment(clause, subject, named, tail, clear))
        found = _OBJECT.search(clear)
        noun = (found["noun"] or found["bare"]) if found else ""
        if (known := lexicon.find(noun.lower().split()[-1]) if noun else None) is not None:
            thing = f"the {noun}"
            companion = thing if kinds.is_animate(known.drawing) else companion
    return moments


def _make_moment(clause: _Clause, subject: str, named: str, tail: str, clear: str) -> Moment:
    verb = clause.verb.lower()
    infinitive = verb if verb in STORY_VERBS else GERUNDS.get(verb) or find_infinitive(verb)
    if verb in _COPULAS:
        shown, finite = f"{verb} {clear}", verb
    else:
        aim = _AIM.match(clear) if infinitive in _AIMS else None
        acting = to_gerund(aim["verb"]) if aim else to_gerund(infinitive or verb)
        shown = f"{acting} {aim['tail'].strip() if aim else clear}".replace("falling asleep", "sleeping")
        finite = clause.verb
        if infinitive is not None and (verb in GERUNDS or verb in STORY_VERBS):
            finite = infinitive if _is_plural(named) else to_third_person(infinitive)
    caption = " ".join(f"{named} {finite} {tail}".split())
    return Moment(" ".join(f"{subject} {shown}".split()), f"{caption[:1].upper()}{caption[1:]}", subject)


def _to_definite(subject: str) -> str:
    """ "A cat named Tom" becomes "the cat"."""
    plain = re.split(r",|\s+(?:named|called|in|on|with|at|from|of)\s", subject, maxsplit=1)[0]
    first, _, noun = plain.partition(" ")
    if first.lower() in ("a", "an"):
        return f"the {noun}"
    if first.lower() in _DETERMINERS - _OF_MANY or plain[:1].isupper():
        return plain
    return f"the {plain}"


def _is_person(subject: str) -> bool:
    found = lexicon.find(subject.rsplit(maxsplit=1)[-1].lower()) if subject else None
    return found is not None and kinds.is_person(found.drawing)

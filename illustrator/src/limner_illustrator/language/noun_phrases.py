"""Finds nouns of one or more words in a prompt."""

from collections.abc import Sequence
from functools import lru_cache

from limner_illustrator.language import lexicon
from limner_illustrator.language.lexicon import NounMatch
from limner_illustrator.language.senses import Kind, load_phrasebook
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import things, verbs
from limner_illustrator.language.words import Word, join_words

ARTICLES = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "my", "your", "our", "another",
    "'s", "el", "la", "los", "las", "un", "una", "le", "les", "une", "der", "die", "das", "ein", "eine", "einen",
    "il", "lo",
})  # fmt: skip
BE = frozenset({"is", "are", "was", "were", "be", "being", "been", "looks", "becomes", "painted"})
MAX_NOUN_WORDS = 4


class NounFinder:
    """Finds the nouns of one prompt. Lookahead results are cached per word, so that reading takes linear time."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._is_next: dict[int, bool] = {}
        self._is_noun: dict[tuple[int, int], bool] = {}

    def is_noun_next(self, at: int) -> bool:
        """Whether a noun comes next, possibly after adjectives."""
        words = self._words
        end = at
        while end < len(words) and end not in self._is_next and words[end].text not in (",", "."):
            end += 1
        # Backwards, because the result depends only on later words.
        for start in range(end - 1, at - 1, -1):
            self._is_next[start] = self._check_follows(start)
        return self._is_next.get(at, False)

    def _check_follows(self, at: int) -> bool:
        words = self._words
        for start in range(at, min(at + 4, len(words))):
            word = words[start]
            if word.lettering is not None or word.text in (",", ".", "'s", "of"):
                return False
            found = load_phrasebook().match([one.text for one in words[start : start + 3]], 0)
            kinds = {kind for kind, _ in found[1]} if found else set()
            shortest = found[0] + 1 if found else 1
            if (start, shortest) not in self._is_noun:
                self._is_noun[start, shortest] = self.read(start, shortest=shortest, before=[]) is not None
            if self._is_noun[start, shortest]:
                return True
            if (
                found
                and kinds & {"color", "material"}
                and _find(words[start : start + 1])
                and not self._is_next.get(start + 1, False)
            ):
                return True
            if kinds and not kinds & {"color", "size", "material", "season", "mood"}:
                return bool(kinds & {"backdrop"}) and start > at
            if not kinds and (word.text in ARTICLES or word.text in BE):
                return False
        return False

    def is_shaped(self, at: int) -> bool:
        """Whether these words say what the thing before looks like: "clouds shaped like elephants"."""
        text = " ".join(word.text for word in self._words[at : at + 4])
        return text.startswith(("shaped like", "in the shape of", "that look like", "looking like", "in the form of"))

    def read(self, at: int, *, shortest: int, before: list[Token]) -> tuple[Token, int] | None:
        """The longest noun that starts at this word, and its number of words."""
        words = self._words
        for length in range(min(MAX_NOUN_WORDS, len(words) - at), shortest - 1, -1):
            chosen = words[at : at + length]
            if any(word.lettering is not None or word.text in (",", ".") for word in chosen) or chosen[-1].text == "'s":
                continue
            if length == 1 and not _is_noun_like(words, at, before):
                continue
            if _precedes_participle(words, at + length):
                continue
            noun_match = _find(chosen)
            if noun_match is not None and length > 1:
                is_verb = chosen[-1].text in verbs.VERBS and chosen[-1].text not in verbs.VERBS_OR_NOUNS
                if is_verb and noun_match.how not in ("own", "record"):
                    continue
                if _is_scenery(chosen, noun_match):
                    return None
                if noun_match.how not in ("own", "record", "label", "class"):
                    continue
                if _is_adjective_and_noun(chosen, noun_match):
                    return None
            if noun_match is not None:
                text, plural = _singularize(chosen)
                return Token("noun", noun_match, text, plural=plural, raw=chosen[-1].raw), length
        return None


def _precedes_participle(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphenated participle follows: "fire-breathing" has no fire."""
    return at < len(words) and words[at].hyphened and words[at].text in verbs.VERBS


def _is_scenery(words: Sequence[Word], noun_match: NounMatch) -> bool:
    """Whether the phrase is a backdrop with an adjective: "rocky mountains"."""
    senses = load_phrasebook().match([words[-1].text], 0)
    last = _find(words[-1:])
    return (
        senses is not None and senses[1][0][0] == "backdrop" and last is not None and last.drawing == noun_match.drawing
    )


def _is_adjective_and_noun(words: Sequence[Word], noun_match: NounMatch) -> bool:
    """Whether the phrase is an adjective and a noun ("red apple") instead of a compound ("red panda")."""
    first, rest = words[0].text, _find(words[1:])
    if rest is None:
        return False
    if first in things.COLOR_WORDS:
        return rest.drawing == noun_match.drawing or first in noun_match.drawing.partition(":")[2].split("-")
    return (
        rest.drawing == noun_match.drawing
        and first in (things.SIZES.keys() | things.MATERIAL_WORDS) - things.SPECIES_ADJECTIVES
    )


def _find(words: Sequence[Word]) -> NounMatch | None:
    written = join_words(words)
    found = _find_noun(written)
    if found is None and any(word.hyphened for word in words[1:]):
        found = lexicon.find(" ".join(word.text for word in words))
    if found is None and len(words) == 2 and all(len(word.text) > 2 and word.text.isalpha() for word in words):
        # "tooth brush"
        closed = lexicon.find("".join(word.text for word in words))
        found = closed if closed is not None and closed.how in ("own", "record", "label") else None
    if (
        len(words) == 1
        and found is not None
        and found.how in ("wordnet", "class")
        and words[0].text in things.NEVER_THINGS
    ):
        return None
    return found


def _is_noun_like(words: Sequence[Word], at: int, before: list[Token]) -> bool:
    text = words[at].text
    noun_match = _find(words[at : at + 1])
    if noun_match is None or (len(text) < 2 and text.isascii()):
        return False
    is_shouted = 2 * sum(word.raw.isupper() for word in words) >= len(words)
    is_acronym = words[at].raw.isupper() and len(text) < 6 and not is_shouted and not words[at].foreign
    if noun_match.how == "label" and is_acronym and not lexicon.is_english(text):
        # not a word of another language
        return False
    after = words[at + 1].text if at + 1 < len(words) else ""
    if text == "building" and after in ARTICLES:
        # a verb: "two children building a raft"
        return False
    if noun_match.how in ("own", "record"):
        return text not in ARTICLES
    if text in things.NEVER_THINGS or text in things.RELATIVE_NOUNS or text in BE:
        return False
    if noun_match.how == "label":
        return True
    if len(text) < 3 and text.isascii():
        return False
    last = last_kind(before)
    if (
        last == "noun"
        and text.endswith("s")
        and not text.endswith("ss")
        and (after in ARTICLES or after in {"to", "in", "on", "at", "its"})
    ):
        return False
    is_like_adjective = text.endswith(("ly", "ous", "ful", "ish", "est", "less", "able", "ible", "ical", "ive"))
    if is_like_adjective and noun_match.how != "class":
        return False
    if text.endswith(("ing", "ed")):
        return last in {"article", "number"} and after in ("", ",", ".", "and", "on", "in", "with", "of")
    return not before or before[-1].text != "to"


def last_kind(tokens: Sequence[Token]) -> Kind | None:
    return tokens[-1].kind if tokens else None


def _find_noun(noun: str) -> NounMatch | None:
    """Looks up a noun. The lexicon lacks some plurals of compounds."""
    found = lexicon.find(things.NOUN_ALIASES.get(_singularize_word(noun), noun))
    return lexicon.find(noun[:-1]) if found is None and " " in noun and noun.endswith("s") else found


@lru_cache(maxsize=4096)
def _singularize_word(word: str) -> str:
    return lexicon.singular(word)


def _singularize(words: Sequence[Word]) -> tuple[str, bool]:
    """The singular form, and whether the noun is plural."""
    written = join_words(words)
    last = words[-1].text
    if last == "glasses" and words[0].text in things.DRINKS:
        return written.removesuffix("es"), True
    one = _singularize_word(last)
    singular = written[: len(written) - len(last)] + one
    if one == last and last.endswith("s") and not last.endswith("ss"):
        bare, listed = lexicon.find(written[:-1]), lexicon.find(written)
        if bare is not None and (listed is None or bare.drawing == listed.drawing):
            return written[:-1], True
    if one == last or _find_noun(singular) is None:
        return written, False
    return singular, True

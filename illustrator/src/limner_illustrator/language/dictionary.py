"""Words of other languages and what they mean in English; inflected forms are led back to the basic form."""

from functools import lru_cache
from pathlib import Path

from limner_illustrator.catalog.line_table import find_line
from limner_illustrator.language import lexicon

DICTIONARY = Path(__file__).with_name("dictionary.txt")
"""A row per meaning, a column per language; alternatives are separated by slashes, English is first."""
FORMS = "forms.txt"
MIN_PART = 3
"""Letters of the shortest part of a compound."""
MIN_LONE_HEAD = 6
"""Letters of a head whose first part is unknown: "minimalistisch" is no table."""
_LINKS = ("", "s", "n", "en", "es", "e")
"""Between the parts of a German or Dutch compound."""
_ADJECTIVES = {
    "de": (("en", ""), ("em", ""), ("er", ""), ("es", ""), ("e", "")), "nl": (("e", ""),),
    "fr": (("es", ""), ("e", ""), ("s", "")), "es": (("as", "o"), ("os", "o"), ("a", "o"), ("es", ""), ("s", "")),
    "pt": (("as", "o"), ("os", "o"), ("a", "o"), ("s", "")), "it": (("a", "o"), ("i", "o"), ("e", "o"), ("i", "e")),
}  # fmt: skip
"""Endings that the table of forms lacks, and what the basic form has instead."""
_COMPOUNDING = frozenset({"de", "nl"})


@lru_cache(maxsize=1)
def load_dictionary() -> dict[str, dict[str, str]]:
    """Language -> phrase -> English."""
    head, *rows = DICTIONARY.read_text(encoding="utf-8").splitlines()
    languages = [cell.strip() for cell in head.split("|")][1:]
    found: dict[str, dict[str, str]] = {language: {} for language in languages}
    for row in rows:
        meaning, *cells = (cell.strip() for cell in row.split("|"))
        for language, cell in zip(languages, cells, strict=True):
            for phrase in filter(None, map(str.strip, cell.split("/"))):
                found[language].setdefault(phrase.lower(), meaning)
    return found


def find_basic_form(language: str, word: str) -> str | None:
    """The infinitive or the nominative singular of a known word; None for a basic form and for unknown words."""
    return find_line(FORMS, f"{language}:{word}")


def find_meaning(language: str, word: str) -> str | None:
    """The English of a word in any of its forms."""
    known = load_dictionary().get(language, {})
    if word in known:
        return known[word]
    basic = find_basic_form(language, word)
    if basic in known:
        return known[basic]
    bare = (word.removesuffix(end) + instead for end, instead in _ADJECTIVES.get(language, ()) if word.endswith(end))
    return next((known[one] for one in bare if len(one) >= MIN_PART and one in known), None)


@lru_cache(maxsize=4096)
def is_known(language: str, word: str) -> bool:
    if find_meaning(language, word) is not None or lexicon.find(word) is not None:
        return True
    basic = find_basic_form(language, word)
    return basic is not None and lexicon.find(basic) is not None


@lru_cache(maxsize=1024)
def split_compound(language: str, word: str) -> tuple[str, str] | None:
    """The parts of "Backsteinmauer": what modifies, and the head; the head is the longest known one."""
    if language not in _COMPOUNDING or len(word) < 2 * MIN_PART + 1:
        return None
    for cut in range(MIN_PART, len(word) - MIN_PART + 1):
        head = word[cut:]
        if not is_known(language, head):
            continue
        for link in _LINKS:
            first = word[:cut].removesuffix(link)
            if (link == "" or word[:cut].endswith(link)) and len(first) >= MIN_PART and is_known(language, first):
                return first, head
        if len(head) >= MIN_LONE_HEAD:
            return word[:cut], head
    return None

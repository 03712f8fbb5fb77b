"""Packs the inflected forms of the words of other languages that the illustrator knows, and the words of English.

forms.txt: one line a form, sorted by bytes: language, colon, form, TAB, basic form.
english.txt: one line a word in any form, sorted by bytes: word, TAB. A word that it lacks may be misspelled.
"""

from collections.abc import Iterable
from pathlib import Path

from icons import emoji_rows, packed_icons
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from words import drawing_of_icon, english, plain, words_of

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "ru", "pl")
DICTIONARY = "language/dictionary.txt"
MAX_LETTERS = 40
MIN_SPELLED = 5
"""Letters of the shortest English word that is listed."""


def read_dictionary(package: Path) -> dict[str, set[str]]:
    """Language -> the single words that the illustrator's own dictionary has."""
    head, *rows = (package / DICTIONARY).read_text(encoding="utf-8").splitlines()
    languages = [cell.strip() for cell in head.split("|")]
    known: dict[str, set[str]] = {language: set() for language in languages}
    for row in rows:
        for language, cell in zip(languages, row.split("|"), strict=True):
            known[language].update(word for phrase in cell.split("/") for word in phrase.lower().split())
    return known


def write_forms(node_modules: Path, nouns: dict[str, str], package: Path, target: Path) -> None:
    labels, _ = english(node_modules)
    groups = {icon: group for icon, (_, group) in packed_icons(node_modules).items()}
    drawings = drawing_of_icon(labels, nouns, groups)
    own = read_dictionary(package)
    lines: set[bytes] = set()
    for language in LANGUAGES:
        words = words_of(node_modules, language, drawings, {}, {})
        phrases = [*words, *tags_of(node_modules, language)]
        listed = own.get(language, set())
        known = listed | {word for phrase in phrases for word in phrase.split()}
        found = inflections(language, known, listed)
        lines.update(f"{language}:{form}\t{word}\n".encode() for form, word in found)
    target.write_bytes(b"".join(sorted(lines)))


def inflections(language: str, known: set[str], listed: set[str]) -> Iterable[tuple[str, str]]:
    """(form, basic form) for the forms of known words that the dictionary does not list themselves."""
    found: dict[str, str] = {}
    for form, basic in DefaultDictionaryFactory().get_dictionary(language).items():
        low, word = form.lower(), basic.lower()
        if (
            word in known
            and low not in listed
            and low != word
            and low.replace("-", "").isalpha()
            and len(low) <= MAX_LETTERS
        ):
            found.setdefault(low, word)
    return found.items()


def tags_of(node_modules: Path, language: str) -> Iterable[str]:
    for _, row in emoji_rows(node_modules, language):
        yield from map(plain, row.get("tags", ()))


def write_english(target: Path) -> None:
    forms = DefaultDictionaryFactory().get_dictionary("en")
    words = {
        word
        for word in (*forms.keys(), *forms.values())
        if len(word) >= MIN_SPELLED and word.isascii() and word.isalpha() and word.islower()
    }
    target.write_bytes(b"".join(f"{word}\t\n".encode() for word in sorted(words)))

"""Packs the labels and tags of emojibase: which word, in which language, means which drawing.

words.bin: zlib JSON {"labels": {label: icon}, "foreign": {word: drawing}, "plurals": [[ending, what the singular has
instead], ...], "mistakable": [English words that would pass for one]}.
"""

import ast
import json
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from icons import Group, emoji_rows, packed_icons

LANGUAGES = (
    "bn", "da", "de", "es", "et", "fi", "fr", "hi", "hu", "it", "ja", "ko", "lt", "ms", "nb", "nl", "pl", "pt",
    "ru", "sv", "th", "uk", "vi", "zh", "zh-hant",
)  # fmt: skip
THINGS = range(3, 8)
"""Emojibase's groups of animals and nature, food, travel and places, activities, objects."""
PLURALS = (
    ("en", ""), ("n", ""), ("e", ""), ("er", ""), ("s", ""), ("es", ""), ("r", ""), ("ar", ""), ("i", "o"), ("e", "a"),
    ("a", "o"), ("и", "а"), ("ы", "а"), ("и", ""), ("ы", ""), ("и", "ь"), ("ки", "ок"),
)  # fmt: skip
"""Endings of plurals in other languages, and what the singular has instead."""
FUNCTION_WORDS = frozenset({
    "the", "a", "an", "and", "or", "but", "if", "of", "in", "on", "at", "by", "for", "with", "from", "to",
    "into", "onto", "over", "under", "near", "as", "is", "are", "was", "were", "be", "been", "being", "am",
    "do", "does", "did", "has", "have", "had", "he", "she", "it", "they", "we", "you", "i", "me", "my", "your",
    "his", "her", "its", "our", "their", "them", "us", "him", "this", "that", "these", "those", "there", "here",
    "who", "what", "which", "when", "where", "why", "how", "not", "no", "nor", "so", "than", "then", "too",
    "very", "just", "also", "only", "own", "same", "such", "both", "each", "few", "more", "most", "other",
    "some", "any", "all", "every", "out", "up", "down", "off", "again", "once", "per", "via", "against",
    "between", "during", "before", "after", "above", "below", "through", "about", "would", "should", "could",
    "shall",
})  # fmt: skip


def plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("\N{NO-BREAK SPACE}", " ").strip()


RECORDS = ("catalog/icons", "subjects/objects", "subjects/people")
"""Folders of the package whose modules hold the records of things."""
FAMILIES = {"icon": "noto", "drawing": "own", "figure": "figure"}
"""The function that adds a record, and the family of what it adds."""
UNDRAWN = "language/undrawn.txt"


def read_nouns(package: Path) -> dict[str, str]:
    """Noun -> drawing, or "nothing", read from the source of the records: importing them would need the art."""
    table = {}
    for folder in RECORDS:
        for path in sorted((package / folder).glob("*.py")):
            table.update(_nouns_of(path))
    undrawn = (package / UNDRAWN).read_text(encoding="utf-8").replace("\n", " ")
    table.update((word.strip(), "nothing") for word in undrawn.split(","))
    return table


def _nouns_of(path: Path) -> Iterator[tuple[str, str]]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in FAMILIES):
            continue
        name = ast.literal_eval(call.args[0])
        for keyword in call.keywords:
            if keyword.arg in ("nouns", "near"):
                for noun in ast.literal_eval(keyword.value).split(","):
                    yield noun.strip(), f"{FAMILIES[call.func.id]}:{name}"


def english(node_modules: Path) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Label -> icon, tag -> icons."""
    kept = packed_icons(node_modules)
    labels: dict[str, str] = {}
    tags: dict[str, list[str]] = defaultdict(list)
    for icon, row in emoji_rows(node_modules, "en"):
        if icon in kept:
            labels.setdefault(plain(row["label"]), icon)
            for tag in row.get("tags", ()):
                tags[plain(tag)].append(icon)
    return labels, dict(tags)


def drawing_of_icon(labels: dict[str, str], nouns: dict[str, str], groups: dict[str, Group]) -> dict[str, str]:
    """Icon -> what the English label of that icon draws, so that every language gets the same dog. Smileys and symbols
    are left out, and people without nouns of their own.
    """
    drawings = {icon: nouns.get(label, f"noto:{icon}") for label, icon in labels.items()}
    return {
        icon: drawings[icon]
        for label, icon in labels.items()
        if drawings[icon] != "nothing" and (label in nouns or groups[icon][0] in THINGS)
    }


def foreign(node_modules: Path, nouns: dict[str, str], english_words: frozenset[str]) -> dict[str, str]:
    """Words of the other languages that mean one drawing in most languages that have them."""
    labels, tags = english(node_modules)
    groups = {icon: group for icon, (_, group) in packed_icons(node_modules).items()}
    drawings = drawing_of_icon(labels, nouns, groups)
    meanings = {word: drawing for word, drawing in nouns.items() if drawing != "nothing"}
    meanings |= {label: drawings[icon] for label, icon in labels.items() if icon in drawings and label not in nouns}
    things = {
        tag: {icon for icon in icons if groups[icon][0] in THINGS} for tag, icons in tags.items() if tag in meanings
    }
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for language in LANGUAGES:
        for word, drawing in words_of(node_modules, language, drawings, things, meanings).items():
            votes[word][drawing] += 1
    chosen = {}
    for word, counted in votes.items():
        (drawing, most), *others = counted.most_common(2)
        clear = not others or most > others[0][1]
        is_english = not {word, word.removesuffix("s")}.isdisjoint(english_words)
        if clear and _is_usable(word) and not is_english and word not in nouns and word not in labels:
            chosen[word] = drawing
    return chosen


def _is_usable(word: str) -> bool:
    if word in FUNCTION_WORDS or len(word) > 28 or not all(part.replace("-", "").isalpha() for part in _letters(word)):
        return False
    return len(word) >= 3 or any(ord(letter) > 0x2E00 for letter in word)


def _letters(word: str) -> list[str]:
    """The parts of a word without the signs that no `isalpha` knows: vowel signs of Indian and Thai script."""
    marks = {mark for mark in word if unicodedata.category(mark) in ("Mn", "Mc")}
    return "".join(letter for letter in word if letter not in marks).split()


def words_of(
    node_modules: Path,
    language: str,
    drawings: dict[str, str],
    english_tags: dict[str, set[str]],
    meanings: dict[str, str],
) -> dict[str, str]:
    """What `language` calls each drawing."""
    labels: dict[str, str] = {}
    icons_of: dict[str, set[str]] = defaultdict(set)
    for icon, row in emoji_rows(node_modules, language):
        if icon not in drawings:
            continue
        labels[icon] = plain(row["label"])
        if row["group"] in THINGS:
            for word in sorted({labels[icon], *map(plain, row.get("tags", ()))}):
                icons_of[word].add(icon)
    words: dict[str, str] = {}
    for word, icons in icons_of.items():
        drawing = _by_same_icons(icons, english_tags, meanings) or _by_label(word, icons, labels, drawings)
        if drawing:
            words[word] = drawing
    words.update({label: drawings[icon] for icon, label in labels.items()})
    return words


def _by_same_icons(icons: set[str], english_tags: dict[str, set[str]], meanings: dict[str, str]) -> str | None:
    """The English word that stands on (nearly) the same icons is the translation: it needs several icons to be sure."""
    best, score = None, 0.59
    for tag, tagged in english_tags.items():
        together = len(icons & tagged)
        if together > 1 and together / len(icons | tagged) > score:
            best, score = tag, together / len(icons | tagged)
    return meanings[best] if best else None


def _by_label(word: str, icons: set[str], labels: dict[str, str], drawings: dict[str, str]) -> str | None:
    """A word of one or two icons, related to their label: "fuchs" on "fuchsgesicht"."""
    stem = word[: max(3, len(word) - 1)]
    if len(word) < 3 or len(icons) > 2:
        return None
    related = {drawings[icon] for icon in icons if any(part.startswith(stem) for part in labels[icon].split())}
    return related.pop() if len(related) == 1 else None


def write_words(node_modules: Path, nouns: dict[str, str], english_words: frozenset[str], target: Path) -> None:
    labels, _ = english(node_modules)
    others = foreign(node_modules, nouns, english_words)
    mistakable = sorted(
        word
        for word in english_words
        if any(word.removesuffix(end) + instead in others for end, instead in PLURALS if word.endswith(end))
    )
    content = {"labels": labels, "foreign": others, "plurals": PLURALS, "mistakable": mistakable}
    target.write_bytes(zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 9))

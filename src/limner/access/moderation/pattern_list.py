"""Reads a list of patterns, by category and level: see docs/moderation.md for the format."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from limner.access.moderation.text_forms import fold, join_words
from limner.settings import SettingsError

CATEGORY = re.compile(r"[a-z][a-z0-9_-]*(/[a-z0-9_-]+)?", re.ASCII)
GROUP = re.compile(r"\{([a-z_]+)\}", re.ASCII)
LISTS = ("low", "auto", "allowed")
MASK = " _"
"""Replaces an allowed phrase, so that the words around it do not become neighbours. No word contains it."""
GAP = r"(?: \S+){0,2} "
"""What `~` stands for: up to two words between."""


@dataclass(frozen=True, slots=True)
class Category:
    name: str
    low: re.Pattern[str] | None
    """Blocked at every level."""
    auto: re.Pattern[str] | None
    """Blocked at the level `auto` only."""
    allowed: re.Pattern[str] | None

    def matches(self, form: str, *, is_low: bool) -> bool:
        """`form`: as `forms_of` returns it."""
        if self.allowed is not None:
            form = self.allowed.sub(MASK, form)
        patterns = (self.low,) if is_low else (self.low, self.auto)
        return any(pattern is not None and pattern.search(form) for pattern in patterns)


def read_pattern_list(path: Path) -> tuple[Category, ...]:
    """Raises SettingsError, which names the file, and the line and category where they are known."""
    try:
        source = path.read_text(encoding="utf-8")
        data = tomllib.loads(source)
    except OSError as error:
        raise SettingsError(f"The list of patterns '{path}' cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"The list of patterns '{path}' is not valid TOML: {error}") from error
    try:
        return _read(data)
    except _EntryError as error:
        line = _line_of(source, error.path)
        where = f"'{path}', line {line}" if line else f"'{path}'"
        raise SettingsError(f"{where}: {error}") from error


class _EntryError(ValueError):
    def __init__(self, message: str, *path: str) -> None:
        """`path`: the keys, and perhaps the entry, that lead to the mistake in the file."""
        super().__init__(message)
        self.path = path


def _line_of(source: str, path: Sequence[str]) -> int | None:
    """The line of the last name of the path, each searched for from the line of the one before."""
    lines, at = source.splitlines(), 0
    for name in path:
        text = re.escape(name)
        # a key or table, or else a string; a string with escapes is not found
        for pattern in (rf"""^\s*(\[\s*(\w+\s*\.\s*)?)?["']?{text}["']?\s*[\].=]""", f"""(["']){text}\\1"""):
            found = next((number for number in range(at, len(lines)) if re.search(pattern, lines[number])), None)
            if found is not None:
                at = found
                break
        else:
            return None
    return at + 1 if path else None


def _read(data: Mapping[str, Any]) -> tuple[Category, ...]:
    for key in data:
        if key not in ("groups", "categories"):
            raise _EntryError(f"Unknown table '{key}'. Known: groups, categories.", key)
    groups: dict[str, str] = {}
    for name, members in _table(data, "groups").items():
        place = Place(f"group '{name}'", ("groups", name))
        if not GROUP.fullmatch(f"{{{name}}}"):
            raise place.error("its name may contain a-z and _ only")
        # only groups above it, so that groups cannot contain themselves
        groups[name] = _alternatives([_compile(entry, groups, place) for entry in _entries(members, place)])
    categories = tuple(_read_category(name, one, groups) for name, one in _table(data, "categories").items())
    if not categories:
        raise _EntryError("There is no table 'categories'.")
    return categories


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry is, for messages."""

    title: str
    path: tuple[str, ...]

    def error(self, message: str, entry: str | None = None) -> _EntryError:
        path = self.path if entry is None else (*self.path, entry)
        return _EntryError(f"{self.title}: {message}.", *path)


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise _EntryError(f"'{key}' must be a table.", key)
    return table


def _read_category(name: str, lists: Any, groups: Mapping[str, str]) -> Category:
    category = Place(f"category '{name}'", (name,))
    if not CATEGORY.fullmatch(name):
        raise category.error("its name may contain a-z, 0-9, - and _, and one /")
    if not isinstance(lists, dict):
        raise category.error(f"it must be a table with the lists {', '.join(LISTS)}")
    compiled: dict[str, re.Pattern[str] | None] = dict.fromkeys(LISTS)
    for key, entries in lists.items():
        if key not in LISTS:
            raise _EntryError(f"{category.title}: unknown list '{key}'. Known: {', '.join(LISTS)}.", name, key)
        place = Place(f"category '{name}', {key}", (name, key))
        patterns = [_compile(entry, groups, place) for entry in _entries(entries, place)]
        if patterns:
            compiled[key] = _compile_whole_words(_alternatives(patterns), place)
    return Category(name, compiled["low"], compiled["auto"], compiled["allowed"])


def _entries(entries: Any, place: Place) -> Sequence[str]:
    if not isinstance(entries, list) or not all(isinstance(one, str) for one in entries):
        raise place.error("it must be a list of strings")
    return entries


def _compile_whole_words(expression: str, place: Place, entry: str | None = None) -> re.Pattern[str]:
    try:
        # with the space before, which the search finds fast; the one behind may begin the next match
        return re.compile(f" {expression}(?= )")
    except (re.error, RecursionError, OverflowError) as error:
        quoted = "" if entry is None else f"'{entry}' is "
        raise place.error(f"{quoted}not a valid regular expression: {error}", entry) from error


def _alternatives(patterns: Sequence[str]) -> str:
    return f"(?:{'|'.join(dict.fromkeys(patterns))})"


def _compile(entry: str, groups: Mapping[str, str], place: Place) -> str:
    """The regular expression of an entry, for words separated by single spaces."""
    if len(entry) > 2 and entry.startswith("/") and entry.endswith("/"):
        expression = f"(?:{_insert_groups(entry[1:-1], groups, entry, place)})"
        _compile_whole_words(expression, place, entry)
        return expression
    phrases = [_compile_phrase(side, groups, entry, place) for side in entry.split("~")]
    if len(phrases) > 2:
        raise place.error(f"'{entry}' contains more than one ~", entry)
    if len(phrases) == 1:
        return phrases[0]
    first, second = phrases
    return f"(?:{first}{GAP}{second}|{second}{GAP}{first})"


def _compile_phrase(phrase: str, groups: Mapping[str, str], entry: str, place: Place) -> str:
    parts = []
    for part in phrase.split():
        if GROUP.fullmatch(part):
            parts.append(_insert_groups(part, groups, entry, place))
            continue
        words = join_words(fold(part.removesuffix("*"))).split()
        if not words or "*" in part[:-1] or "{" in part:
            raise place.error(f"'{part}' in '{entry}' is not a word, word* or {{group}}", entry)
        parts.extend(map(re.escape, words))
        if part.endswith("*"):
            parts[-1] += r"\S*"
    if not parts:
        raise place.error(f"'{entry}' contains no words", entry)
    return " ".join(parts)


def _insert_groups(text: str, groups: Mapping[str, str], entry: str, place: Place) -> str:
    for name in GROUP.findall(text):
        if name not in groups:
            known = ", ".join(groups) or "none"
            raise place.error(f"'{entry}' names the unknown group '{name}' (known here: {known})", entry)
    return GROUP.sub(lambda match: groups[match[1]], text)

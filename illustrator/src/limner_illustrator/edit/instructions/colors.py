"""Several colours for one thing: "make the car red and blue"."""

import re

from limner_illustrator.language.vocabulary.things import COLOR_WORDS

COLOR = "|".join(sorted((re.escape(word) for word in COLOR_WORDS if " and " not in word), key=len, reverse=True))
_JOIN = r"(?:,? (?:and|und|y|et|e|with|&|\+) | ?[/,&+-] ?)"
_COLORS = re.compile(
    rf"^(?P<command>.+?) (?P<first>{COLOR}){_JOIN}(?P<second>{COLOR})(?:{_JOIN}(?P<third>{COLOR}))?"
    r"(?: colou?rs?| ones?| instead| striped| pattern)?$"
)


def split_colors(text: str) -> tuple[str, tuple[str, ...]] | None:
    """ "make the car red and blue" -> ("make the car", ("red", "blue")); None for fewer than two colours."""
    found = _COLORS.match(text)
    if found is None:
        return None
    words = [found[name] for name in ("first", "second", "third") if found[name] is not None]
    return found["command"], tuple(COLOR_WORDS[word] for word in words)


def one_color_note(noun: str, colors: tuple[str, ...]) -> str:
    return f"One thing has one colour here, so “{noun}” became {colors[0]}, not {' or '.join(colors[1:])}."

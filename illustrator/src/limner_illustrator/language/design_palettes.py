"""The colours of a design: names, finer tones, codes such as #ff6b6b, and palettes: "in earth tones"."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from limner_illustrator.language.vocabulary.palettes import PALETTES, TONES
from limner_illustrator.language.vocabulary.things import COLOR_WORDS, COLORS_OR_THINGS

MAX_COLORS = 8
THINGS_TOO = frozenset({
    "peach", "olive", "lime", "salmon", "plum", "ginger", "mustard", "lemon", "tangerine", "apricot", "raspberry",
    "chocolate", "wine", "sage", "sand", "eggplant", "aubergine", "denim", "espresso", "champagne", "slate", "mint",
})  # fmt: skip
"""Words that name a thing where no other colour stands beside them: "a drink with mint, lime"."""


@lru_cache(maxsize=1)
def design_colors() -> dict[str, str]:
    """Every word for a colour of a design, in lower case -> a name in COLORS, or a code."""
    named = {word: name for word, name in COLOR_WORDS.items() if word.isascii() and " and " not in word}
    return named | TONES


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


ONE_COLOR = rf"(?:#[0-9a-f]{{6}}\b|#[0-9a-f]{{3}}\b|\b(?:{_alternatives(list(design_colors()))})\b)"
_SHADE = r"(?:(?:deep|soft|bright|light|dark|pale|warm|muted|rich|bold|vivid|plain|solid|dusty|icy)\s+)?"
_JOINT = (
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*/\s*|\s*\+\s*|\s+to\s+|\s+into\s+|-to-|\s+plus\s+|"
    r"\s+(?=\w+\s+and\s)|(?<=\w)-(?=\w))"
)
COLOR_LIST = rf"{_SHADE}{ONE_COLOR}(?:{_JOINT}{_SHADE}{ONE_COLOR}){{0,{MAX_COLORS - 1}}}"
_FORM = (
    r"(?:colou?rs?|tones?|hues?|palettes?|(?:colou?r )?schemes?|shades?|accents?|accent colou?rs?|gradients?|"
    r"colou?rway|colou?r palettes?|duotones?|theme)"
)
_END = r"(?=\s*(?:$|[,.;:)\n]|(?:with|on|for|and|of|showing|that|style|in|featuring|background|text|flat|bold)\b))"
_OPEN = (
    r"(?:\b(?:in|using|with|use|and|of)\s+)?(?:only\s+)?(?:an?\s+|the\s+)?(?:(?:shades|tones|hues)\s+of\s+)?"
    r"(?:(?:smooth|subtle|soft|bold|brand|limited|accent)\s+)?"
)
_ON = re.compile(
    rf"(?:^|(?<=[,;:.]))\s*(?:in\s+)?{_SHADE}(?P<ink>{ONE_COLOR})\s+on\s+(?:an?\s+)?{_SHADE}(?P<ground>{ONE_COLOR})"
    r"(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_GROUND = re.compile(
    rf"(?:\b(?:on|with|over|against|and)\s+)?(?:an?\s+|the\s+)?(?:{_SHADE}){ONE_COLOR}\s+"
    r"(?:coloured |colored |paper )?(?:background|backdrop|canvas|bg)\b",
    re.IGNORECASE,
)
_ON_GROUND = re.compile(rf"\b(?:on|over|against)\s+(?:an?\s+)?{_SHADE}(?P<ground>{ONE_COLOR})", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?:\bwith\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?gradient(?:\s+background)?\s+"
    r"(?:(?:from|of|in|going from|fading from)\s+)?"
    rf"(?P<colors>{COLOR_LIST})",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"{_OPEN}(?P<colors>{COLOR_LIST})[\s-]+{_FORM}\b(?!\s*:)", re.IGNORECASE)
_NAMED = re.compile(
    rf"\b(?:colou?r palette|brand colou?rs?|colou?rs?|palette)\s*:?\s+(?:of\s+)?(?P<colors>{COLOR_LIST}){_END}",
    re.IGNORECASE,
)
_INK = re.compile(
    rf"{_OPEN}(?P<ink>{ONE_COLOR})\s+(?:(?:bold|large|big|serif|script|sans-serif|handwritten)\s+)*"
    r"(?:text|lettering|letters|typography|type|font|words|title)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"[\"“”„«»][^\"“”„«»\n]{1,200}[\"“”»]|(?<!\w)['‘][^'’\n]{1,120}['’](?!\w)|"
    r"\b(?:called|named|titled|entitled)\s+[A-ZÀ-Ý][\w'’&-]*(?:\s+(?:[A-ZÀ-Ý&][\w'’&-]*|(?:of|the|and)(?=\s+[A-ZÀ-Ý])))*"
)
"""Texts, and names that are cued: none of their words is a look, "called Neon Drive"."""
MARK = "\ue000"
"""Stands for such a text."""
_INK_AFTER = re.compile(
    rf"(?<={MARK})\s+in\s+{_SHADE}(?P<ink>{ONE_COLOR})(?:\s+(?:text|letters|lettering))?"
    rf"(?:\s+on\s+(?:an?\s+)?{_SHADE}(?P<ground>{ONE_COLOR})(?:\s+(?:background|backdrop))?)?(?!{_JOINT}{ONE_COLOR})",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\b(?:in|using)\s+(?:only\s+)?(?:(?:different\s+|various\s+)?(?:shades|tones|hues)\s+of\s+)?"
    rf"(?P<colors>{COLOR_LIST}){_END}",
    re.IGNORECASE,
)
_SHADES = re.compile(rf"\b(?:shades|tones|hues)\s+of\s+(?P<colors>{COLOR_LIST})", re.IGNORECASE)
_CLAUSE = re.compile(rf"(?:^|(?<=[,;:.]))\s*(?P<colors>{COLOR_LIST})\s*(?=$|[,;.])", re.IGNORECASE)
_PALETTE_NAMES = {name.strip(): colors for names, colors in PALETTES.items() for name in names.split(",")}
_PALETTE = re.compile(rf"{_OPEN}\b(?P<name>{_alternatives(list(_PALETTE_NAMES))})[\s-]+{_FORM}\b", re.IGNORECASE)
_BARE_PALETTE = re.compile(r"(?:^|(?<=[,;:.]))\s*(?:in\s+)?(?P<name>pastels?|rainbow)\s*(?=$|[,;.])", re.IGNORECASE)


def find_design_colors(text: str) -> list[str]:
    """Names in COLORS and codes, in the order of the text."""
    return [_resolve(match.group()) for match in re.finditer(ONE_COLOR, text, re.IGNORECASE)]


def _resolve(word: str) -> str:
    word = " ".join(word.lower().split())
    if word.startswith("#"):
        digits = word[1:]
        return f"#{digits}" if len(digits) == 6 else f"#{''.join(2 * one for one in digits)}"
    return design_colors()[word]


@dataclass(slots=True)
class Palette:
    """The colours of a design, of its background and of its letters, as names in COLORS or codes."""

    colors: list[str] = field(default_factory=list)
    background: str | None = None
    ink: str | None = None


def find_all_colors(text: str) -> Palette:
    """Of a text that names no things: every colour in it, and that of the ground: "on cream"."""
    plain = QUOTED.sub(" ", text)
    palette, rest = take_palette(text)
    if palette.background is None and (on := _ON_GROUND.search(rest)):
        palette.background = _resolve(on["ground"])
    named = [one for one in find_design_colors(plain) if one != palette.background]
    palette.colors = list(dict.fromkeys([*palette.colors, *named]))[:MAX_COLORS]
    palette.colors = [one for one in palette.colors if one != palette.background] or palette.colors
    return palette


def take_palette(text: str, *, takes_clauses: bool = True) -> tuple[Palette, str]:
    """What a text says of the colours of its design, and the text without that.

    With `takes_clauses`, a part between commas that names colours alone counts: "a flyer, navy and gold".
    """
    palette = Palette()
    quotes = [match.group() for match in QUOTED.finditer(text)]
    text = QUOTED.sub(MARK, text)

    def take(match: re.Match[str]) -> str:
        palette.colors.extend(find_design_colors(match["colors"]))
        return " "

    def take_clause(match: re.Match[str]) -> str:
        words = {one.group().lower() for one in re.finditer(ONE_COLOR, match["colors"], re.IGNORECASE)}
        return match.group() if words <= THINGS_TOO else take(match)

    def take_named(match: re.Match[str]) -> str:
        palette.colors.extend(_PALETTE_NAMES[match["name"].lower()].split())
        return " "

    def take_ground(match: re.Match[str]) -> str:
        palette.background = find_design_colors(match.group())[0]
        return " "

    def take_on(match: re.Match[str]) -> str:
        palette.colors.append(_resolve(match["ink"]))
        palette.ink = _resolve(match["ink"])
        palette.background = _resolve(match["ground"])
        return " "

    def take_ink(match: re.Match[str]) -> str:
        palette.ink = _resolve(match["ink"])
        if match.groupdict().get("ground"):
            palette.background = _resolve(match["ground"])
        return " "

    text = _INK_AFTER.sub(take_ink, text)
    text = _GROUND.sub(take_ground, text)
    text = _INK.sub(take_ink, text)
    for pattern in (_FROM_TO, _NAMED, _LISTED, _SHADES, _IN):
        text = pattern.sub(take, text)
    text = _PALETTE.sub(take_named, text)
    if takes_clauses:
        text = _ON.sub(take_on, text)
        text = _CLAUSE.sub(take_clause, text)
        text = _BARE_PALETTE.sub(take_named, text)
    palette.colors = list(dict.fromkeys(palette.colors))[:MAX_COLORS]
    rest = iter(quotes)
    text = re.sub(MARK, lambda _: next(rest), text)
    return palette, re.sub(r"[^\S\n]{2,}", " ", text).strip(" ")


_LAST_CLAUSE = re.compile(rf",\s*(?:in\s+)?(?P<colors>{COLOR_LIST})\s*[.!]?\s*$", re.IGNORECASE)


def take_last_colors(text: str) -> tuple[list[str], str]:
    """Colours alone after the last comma of a text that lists no content: "a plan for my week, green"."""
    match = _LAST_CLAUSE.search(text)
    if match is None or _CLAUSE.search(text[: match.start()]) or match["colors"].lower() in COLORS_OR_THINGS:
        return [], text
    return find_design_colors(match["colors"]), text[: match.start()]

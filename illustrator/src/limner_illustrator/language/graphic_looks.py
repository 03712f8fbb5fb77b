"""How a graphic is to look: its looks, the colours of its parts, and its background."""

import re
from dataclasses import dataclass
from functools import lru_cache

from limner_illustrator.language.design_palettes import MARK, QUOTED, find_all_colors, take_palette
from limner_illustrator.language.vocabulary.graphic_words import LOOKS
from limner_illustrator.language.vocabulary.things import COLOR_WORDS

_COLOR = "|".join(
    sorted((re.escape(word) for word in COLOR_WORDS if word.isascii() and " and " not in word), key=len, reverse=True)
)
_COLORS = rf"(?:{_COLOR})(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*/\s*)(?:{_COLOR})){{0,7}}"
_PARTS = (
    r"bars?|lines?|slices?|boxes|nodes?|colou?rs?|tones?|hues?|theme|palette|(?:colou?r )?schemes?|accents?|accent "
    r"colou?rs?|buttons?|gradients?|shades|markers?|points?|dots?|segments?|columns?|circles?|arrows?|branches|headers?|"
    r"wedges|themed|colored|coloured|style|design|look"
)
_END = r"(?=\s*(?:$|[.,;:)\n]|with\b|on\b|for\b|and\b|of\b|showing\b|that\b|style\b|in\b))"
_BACKGROUND = re.compile(
    rf"(?:,\s*|\b(?:on|with|over|against|and)\s+)?(?:an?\s+|the\s+)?(?:plain |solid |simple |clean |pure )?"
    rf"\b({_COLOR})\s+(?:coloured |colored )?(?:background|backdrop|canvas)\b",
    re.IGNORECASE,
)
_OF_PARTS = re.compile(
    rf"(?:\b(?:in|using|with|use|and|,)\s+)?(?:an?\s+|the\s+)?\b({_COLORS})[\s-]+(?:{_PARTS})\b", re.IGNORECASE
)
_IN_COLORS = re.compile(
    rf"\b(?:in|using)\s+(?:shades of\s+|tones of\s+|(?!the\b)\w+\s+)?({_COLORS}){_END}", re.IGNORECASE
)
_LEADING = re.compile(rf"^({_COLORS})(?:-colou?red)?\b\s*", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:{_COLOR})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GraphicLook:
    looks: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    background: str | None = None
    ink: str | None = None
    """The colour of all letters."""


def read_abstract_look(text: str) -> tuple[GraphicLook, str, str]:
    """The look of a design without things, where every colour belongs to the design."""
    palette = find_all_colors(text)
    look, _, rest = read_design_look("", text)
    colors, background = tuple(palette.colors), palette.background
    return GraphicLook(look.looks, colors, background, look.ink), "", rest


def read_design_look(before: str, after: str) -> tuple[GraphicLook, str, str]:
    """What `read_look` returns, with the finer colours and the palettes that a design may ask for."""
    palette, after = take_palette(after)
    early, before = take_palette(before)
    look, before, after = read_look(before, after)
    colors = [*early.colors, *palette.colors, *look.colors]
    background = palette.background or early.background or look.background
    looks = ["dark"] if background == "black" else []
    merged = GraphicLook(
        tuple(dict.fromkeys([*look.looks, *looks])),
        tuple(dict.fromkeys(colors)),
        background,
        palette.ink or early.ink,
    )
    return merged, before, after


def read_look(before: str, after: str) -> tuple[GraphicLook, str, str]:
    """The look, and both texts without the words that ask for it. `before`: the modifiers of the graphic's name."""
    looks: list[str] = []
    colors: list[str] = []
    background: str | None = None

    def take_background(match: re.Match[str]) -> str:
        nonlocal background
        background = COLOR_WORDS[match[1].lower()]
        return " "

    def take_colors(match: re.Match[str]) -> str:
        colors.extend(find_colors(match[1]))
        return " "

    def take_looks(match: re.Match[str]) -> str:
        looks.append(_load_looks()[1][" ".join(match[1].lower().split())])
        return " "

    def strip(text: str) -> str:
        quotes = [match.group() for match in QUOTED.finditer(text)]
        rest = iter(quotes)
        return re.sub(MARK, lambda _: next(rest), strip_unquoted(QUOTED.sub(MARK, text)))

    def strip_unquoted(text: str) -> str:
        plain = _load_looks()[0].sub(take_looks, _BACKGROUND.sub(take_background, text))
        return _IN_COLORS.sub(take_colors, _OF_PARTS.sub(take_colors, plain))

    before = _LEADING.sub(take_colors, strip(before).strip())
    after = strip(after)
    if background == "black":
        looks.append("dark")
    look = GraphicLook(tuple(dict.fromkeys(looks)), tuple(dict.fromkeys(colors)), background)
    return look, _tidy(before), _tidy(after)


def find_colors(text: str) -> list[str]:
    """The colours that the text names, as names in COLORS."""
    return [COLOR_WORDS[match.group().lower()] for match in _ONE.finditer(text)]


@lru_cache(maxsize=1)
def _load_looks() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {phrase.strip(): look for look, phrases in LOOKS.items() for phrase in phrases.split(",")}
    alternatives = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:in|with)\s+)?(?:an?\s+)?(?<![\w-])({alternatives})(?:\s+style)?(?![\w-])", re.IGNORECASE
    ), names


def _tidy(text: str) -> str:
    return re.sub(r"[^\S\n]{2,}", " ", text).strip(" ")

"""Plain backdrops of a named colour: "on a red background", "a solid yellow backdrop", "isolated on white", "a blue to
pink gradient"."""

from collections.abc import Sequence

from limner_illustrator.backdrops.plain_colors import GRADIENT
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.words import Phrasebook, split_words

PLAIN = frozenset({
    "plain", "solid", "simple", "pure", "flat", "clean", "uniform", "seamless", "pastel", "gradient", "studio",
    "paper", "monochrome", "matte", "empty", "blank",
})  # fmt: skip
"""Words that may occur between the colour and the backdrop, or before the colour."""
_FILLERS = frozenset(
    {
        "backdrop",
        "screen",
        "wall",
        "colored",
        "coloured",
        "a",
        "an",
        "the",
        "be",
        "color",
        "colour",
        "and",
        "or",
        "one",
        ",",
    }
)
_GRADIENTS = frozenset({"gradient", "ombre", "ombré"})
_BEFORE_COLORS = frozenset({"from", "of", "in", ":", "with"})
_JOINTS = frozenset({"to", "and", "into", "-", ",", "through", "from", "a", "the"})
_SHADES = frozenset({"soft", "pale", "light", "dark", "deep", "bright", "warm", "pastel", "muted"})
_BACKDROPS = frozenset({"background", "backdrop"})
_COLOR_BOOK = Phrasebook(COLOR_WORDS.items())


def find_colors(text: str) -> tuple[str, ...]:
    """The colours that the text names, as names in COLORS. "navy blue" is a single colour."""
    words = [word.text for word in split_words(text)]
    found: list[str] = []
    at = 0
    while at < len(words):
        match = _COLOR_BOOK.match(words, at)
        if match is not None:
            found.append(match[1])
        at += match[0] if match is not None else 1
    return tuple(dict.fromkeys(found))


def is_plain_color(text: str) -> bool:
    """Whether the text names only a colour: "a solid navy blue", "pure white"."""
    words = [word.text for word in split_words(text) if word.text not in PLAIN | _FILLERS]
    at = 0
    while at < len(words) and (match := _COLOR_BOOK.match(words, at)) is not None:
        at += match[0]
    return 0 < len(words) == at


def tag_plain_backdrops(tokens: Sequence[Token]) -> list[Token]:
    """Replaces each coloured backdrop by a backdrop token and an accent token."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if (found := _read_gradient(tokens, at)) is not None:
            length, colors = found
            result += [Token("backdrop", "studio", "gradient background"), Token("accent", GRADIENT, "gradient")]
            result += [Token("accent", color, color) for color in colors]
            at += length
            continue
        color, num_parts, num_before = _read_backdrop(tokens, at, result)
        if color is None:
            result.append(token)
            at += 1
            continue
        del result[len(result) - num_before :]
        if token.kind == "transparent":
            result.append(token)
        text = f"{color} background"
        result += [Token("backdrop", "studio", text), Token("accent", color, color)]
        at += num_parts
    return result


def _read_gradient(tokens: Sequence[Token], at: int) -> tuple[int, list[str]] | None:
    """(number of tokens, colours) of a gradient that starts here: "a blue to pink gradient background", "a gradient
    from blue to pink".
    """
    if tokens[at].kind == "color":
        end, colors = _read_colors(tokens, at)
        while end < len(tokens) and tokens[end].text in PLAIN - {"gradient"}:
            end += 1
        end_of_name = _end_of_gradient(tokens, end)
        return None if end_of_name is None else (end_of_name - at, colors)
    if tokens[at].kind not in ("word", "backdrop", "medium") or (end_of_name := _end_of_gradient(tokens, at)) is None:
        return None
    if end_of_name >= len(tokens) or tokens[end_of_name].text not in _BEFORE_COLORS:
        return None
    end, colors = _read_colors(tokens, end_of_name + 1)
    return (end - at, colors) if colors else None


def _end_of_gradient(tokens: Sequence[Token], at: int) -> int | None:
    """Where "gradient", "gradient background" or "gradient backdrop" ends, if it is here."""
    if at >= len(tokens) or tokens[at].text.split()[0] not in _GRADIENTS:
        return None
    names_backdrop = at + 1 < len(tokens) and tokens[at + 1].text in _BACKDROPS
    return at + 1 + names_backdrop


def _read_colors(tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """Where the colours end that begin here, and their names: "blue to pink", "red, orange and yellow"."""
    colors: list[str] = []
    end = at
    while at < len(tokens):
        if tokens[at].kind == "color":
            colors.append(tokens[at].value)
            end = at + 1
        elif tokens[at].text not in _JOINTS and tokens[at].text not in _SHADES:
            break
        at += 1
    return end, colors


def _read_backdrop(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> tuple[str | None, int, int]:
    """(colour, number of tokens from `at` on, number of tokens before `at`) of a coloured backdrop."""
    token = tokens[at]
    is_plain = token.kind == "backdrop" and token.value == "studio"
    if (is_plain or token.kind == "transparent") and (named := find_colors(token.text)):
        return named[-1], 1, _count_plain(before, len(before))
    if not (is_plain or (token.kind in ("medium", "word") and token.text in _BACKDROPS)):
        return None, 1, 0
    after = [one.kind for one in tokens[at + 1 : at + 3]]
    if after == ["of", "color"]:
        return tokens[at + 2].value, 3, 0
    start = len(before) - _count_plain(before, len(before))
    if start and before[start - 1].kind == "color":
        num_color = len(before) - start + 1
        return before[start - 1].value, 1, num_color + _count_plain(before, start - 1)
    return None, 1, 0


def _count_plain(tokens: Sequence[Token], end: int) -> int:
    start = end
    while start and end - start < 3 and tokens[start - 1].text in PLAIN:
        start -= 1
    return end - start

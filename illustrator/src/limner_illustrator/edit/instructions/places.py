"""Commands about where things are: the backdrop, the sky, and the places of things in the picture."""

import re
from collections.abc import Iterator

from limner_illustrator.edit.instructions.commands import (
    BlurBackdrop,
    ColorSky,
    EditCommand,
    MentionBackdrop,
    Move,
    Relocate,
    SetBackdrop,
    SwapPlaces,
)
from limner_illustrator.language.plain_backdrops import find_colors

_BLUR = re.compile(r"blur\w*\s+(?:\w+\s+)?back ?ground|back ?ground\s+(?:\w+\s+)?(?:blur|out of focus)")
_BACKDROP = re.compile(
    r"^(?:change|set|make|replace|switch|turn|swap|update|put|use|give|move)?\s*(?:the (?:[\w-]+'s )?|its |his |her |"
    r"their |it |this |them )?(?:current )?(?:back ?ground|setting|scene|backdrop|location|(?<=the )place|surroundings|"
    r"environment):?\s*(?:to be|to|into|with|by|for|as|should be|is|in)?\s+(?P<what>.+)$"
)
_AS_BACKDROP = re.compile(
    r"^(?:use|add|give it|put|place|have|with|paint|create|draw)\s+(?:in |on |against )?(?P<what>.+?)"
    r"\s+(?P<as>as (?:the |a )?)?(?<!in the )(?:back ?ground|backdrop|setting)(?: behind .+)?$"
)
_SUBJECT_BEFORE = re.compile(
    r"^(?:it|this|that|him|her|them|(?:the|my|his|her|this|that) [\w -]+?) (?:on|against|before|with|in front of) "
    r"(?P<what>.+)$"
)
_PREPOSITION = re.compile(r"\b(?:on|in|with|against|behind|before)\b")
_MENTION = re.compile(
    r"\b(?:with|on|against|in front of)\s+(?:an?\s+|the\s+)?(?P<what>(?:(?!\bwith |\bon |\bagainst ).)+?)\s+"
    r"(?:as (?:the |a )?)?back ?ground\b"
)
_SKY = re.compile(
    r"^(?:make|paint|colou?r|recolou?r|turn|change|dye|set|let|have)\s+(?:the colou?r of )?(?:the |its )?"
    r"(?:whole |entire )?sky(?:'s)?(?: colou?r)?\s(?P<how>.+)$"
)
_RELOCATE = re.compile(
    r"^(?:move|put|place|set|take|bring|transport|teleport|imagine|send|relocate|have|show|make|let)\s+(?P<who>.+?)\s+"
    r"(?:be )?(?:(?:out|over|away|back) )?"
    r"(?P<where>(?:in front of|before|against|in|on|at|to|into|onto|under|inside)\s+.+)$"
)
_WHOLE = re.compile(r"^(?:the )?(?:whole |entire )?(?:scene|picture|image|thing)$")
_SWAP = re.compile(
    r"^(?:swap|switch|exchange)\s+(?:the (?:positions?|places?) of "
    r")?(?P<one>.+?)\s+and\s+(?P<other>.+?)(?:'s)?(?: (?:positions?|places?|around))?$"
)
_SWAP_BOTH = re.compile(
    r"^(?:(?:swap|switch|exchange|trade)(?: (?:them|both|the two|their))?(?: (?:positions?|places?|sides?|around))?|"
    r"(?:make|let|have) them (?:swap|switch|trade)(?: (?:positions?|places?|sides?)))$"
)
_MOVE = re.compile(
    r"^(?P<verb>move|put|place|position|shift|set|bring(?! in\b)|slide|seat|drag|push|stand|have|let|make|lay)\s+"
    r"(?P<what>.+)$"
)
_SIDE_OF_THE_PICTURE = re.compile(r"\s+(?:of|in) (?:the|this) (?:picture|image|scene|frame|photo)$")


def read_backdrop(text: str) -> Iterator[EditCommand]:
    if _BLUR.search(text):
        yield BlurBackdrop()
    if (match := _BACKDROP.match(text)) is not None:
        yield SetBackdrop(match["what"])
    elif (match := _AS_BACKDROP.match(text)) is not None:
        before = _SUBJECT_BEFORE.match(match["what"]) if match["as"] is None else None
        if before is not None:
            yield SetBackdrop(before["what"])
        elif match["as"] is not None or not _PREPOSITION.search(match["what"]):
            # "Add a dog by the wall on a red background" adds a dog.
            yield SetBackdrop(match["what"])


def read_mentioned_backdrop(text: str) -> Iterator[EditCommand]:
    match = _MENTION.search(text)
    if match is not None:
        yield MentionBackdrop(match["what"])


def read_sky(text: str) -> Iterator[EditCommand]:
    match = _SKY.match(text)
    colors = find_colors(match["how"]) if match is not None else ()
    if colors:
        yield ColorSky(colors[0])


def read_relocation(text: str) -> Iterator[EditCommand]:
    match = _RELOCATE.match(text)
    if match is not None:
        yield Relocate(_WHOLE.sub("it", match["who"]), match["where"])


def read_swap(text: str) -> Iterator[EditCommand]:
    if _SWAP_BOTH.match(text):
        yield SwapPlaces("", "")
    match = _SWAP.match(text)
    if match is not None:
        yield SwapPlaces(match["one"], match["other"])


def read_move(text: str) -> Iterator[EditCommand]:
    match = _MOVE.match(text)
    if match is not None:
        yield Move(_SIDE_OF_THE_PICTURE.sub("", match["what"]), match["verb"])

"""Commands that take the colour from a part of a photograph, or from all but a part: "only the coat in colour"."""

import re

from limner_illustrator.edit.instructions.colors import COLOR
from limner_illustrator.edit.instructions.tones import BLACK_AND_WHITE
from limner_illustrator.language.vocabulary.things import COLOR_WORDS

_GREY = rf"(?:{BLACK_AND_WHITE}|gr[ae]y|colou?rless|without colou?rs?)"
_KEPT = r"(?P<kept>(?:the|her|his|its|their|my|[\w-]+'s) (?:[\w-]+ )?[\w-]+)"
_IN_COLOR = r"(?:in (?:full |its original )?colou?rs?|colou?red|colou?rful)"
_EXCEPT = r"(?:except|but|besides|apart from|other than)(?: for)?"
_SPARING = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"^(?:(?:make|turn|convert|change|render) )?(?:everything|all)(?: else)? {_EXCEPT} {_KEPT}"
            rf"(?: (?:is|to|into|in|should be))? {_GREY}$"
        ),
        (
            rf"^(?:(?:keep|leave|have|show) )?(?:only )?{_KEPT} (?:stays |remains |should (?:be|stay) )?{_IN_COLOR}"
            rf"(?:[, ]+.*)?$"
        ),
        (
            rf"^.*?{_GREY}[, ]+(?:(?:but|and|with|while|only|just|keep|keeping|leave|leaving) )+{_KEPT}"
            rf"(?: (?:is|stays|remains|stay|should be))? {_IN_COLOR}$"
        ),
        (
            rf"^(?:(?:add|apply|make|do|use|create) )?(?:an? )?(?:selective colou?r(?:ing)?|colou?r (?:splash|pop))"
            rf"(?: effect)?:?(?: (?:on|with|of|for|only|just|keep|showing))* {_KEPT}"
            rf"(?: (?:stays?|remains?|in|only).*)?$"
        ),
    )
)
_BACKGROUND = re.compile(
    rf"^(?:make|turn|convert|change|render) (?P<part>(?:the|its|her|his) (?:background|backdrop))"
    rf"(?: (?:to|into|in))? {_GREY}$"
)
_LIPSTICK = re.compile(
    rf"^(?:give (?:her|him|it|the \w+)|add|put on|put|apply|make her wear)(?: some| a bit of)?"
    rf"(?: (?:bright|deep|dark|glossy))?(?: (?P<color>{COLOR}))? lipstick"
    rf"(?: (?:to|on) (?:her|him|it|(?:her|his|the) lips))?$"
)


def read_selective_color(text: str) -> tuple[str, bool] | None:
    """The part that is named, and whether it alone keeps its colours; None for other commands (lower case)."""
    for pattern in _SPARING:
        found = pattern.match(text)
        if found is not None:
            return found["kept"], True
    found = _BACKGROUND.match(text)
    return None if found is None else (found["part"], False)


def read_lipstick(text: str) -> str | None:
    """The colour of the lips: a lipstick that is given to a face is no thing beside it."""
    found = _LIPSTICK.match(text)
    return None if found is None else COLOR_WORDS[found["color"] or "red"]

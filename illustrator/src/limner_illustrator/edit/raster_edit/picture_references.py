"""Finds where a prompt refers to one of several input pictures: "the second image", "image 2"."""

import re

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
PICTURE = r"(?:picture|image|photo(?:graph)?|scene|illustration|drawing|painting|img|pic|input|reference)"
REFERENCE = re.compile(
    rf"\b(?:the )?(?:(?P<word>{'|'.join(_ORDINALS)}|last)|(?P<number>[1-9])(?:st|nd|rd|th))\b(?: (?:{PICTURE}|one))?"
    rf"|\b{PICTURE} ?(?:#|no\.? |number |_)?(?P<after>1?[0-9]|{'|'.join(NUMBERS)})\b"
)


def number_of(match: re.Match[str], last: int) -> int:
    """The number of the picture that `match` of REFERENCE refers to; the first is 1."""
    if match["word"] == "last":
        return last
    if match["word"]:
        return _ORDINALS.index(match["word"]) + 1
    written = match["number"] or match["after"]
    return NUMBERS.index(written) + 1 if written in NUMBERS else int(written)


def find_numbers(text: str, count: int) -> list[int]:
    """The pictures that `text` refers to, in its order; only those that there are."""
    numbers = (number_of(match, count) for match in REFERENCE.finditer(text))
    return list(dict.fromkeys(number for number in numbers if 1 <= number <= count))


def strip_references(text: str) -> str:
    """`text` without what says from which picture a thing is."""
    bare = re.sub(rf"\s*\b(?:from|of|in|on|out of|shown in)(?: the)? (?:{REFERENCE.pattern})", " ", text)
    return " ".join(REFERENCE.sub(" ", bare).split())

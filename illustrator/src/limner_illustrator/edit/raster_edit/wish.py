"""What an instruction wants of a picture whose content is not known. Words only: it sees no pixels."""

import re
from dataclasses import dataclass
from typing import Literal

from limner_illustrator.edit.scene_edit.colors import COLOR, one_color_note, split_colors
from limner_illustrator.edit.scene_edit.cutting import CutOutRequest, asks_opaque, find_cutout
from limner_illustrator.edit.scene_edit.phrasing import lowered, normalized, plain_command
from limner_illustrator.edit.scene_edit.sentences import MAX_COMMAND_LETTERS
from limner_illustrator.edit.scene_edit.tones import BLACK_AND_WHITE, find_tone
from limner_illustrator.language.plain_backdrops import colors_named
from limner_illustrator.language.vocabulary.things import COLOR_WORDS

Kind = Literal["remove", "add", "replace", "recolor", "background", "cutout", "grade", "keep", "describe"]


BLURRED = "blurred"
"""The background of a Wish that wants the picture's own, out of focus."""


@dataclass(frozen=True, slots=True)
class Wish:
    kind: Kind
    thing: str = ""
    """What is to appear: the object, the background, the whole description."""
    target: str = ""
    """What the instruction speaks of in the picture, as it said it: "the car"."""
    where: str = ""
    """Where it is to appear, as the instruction said it: "on the cat"."""
    color: str | None = None
    grades: tuple[str, ...] = ()
    """Names in GRADES; they go with any kind."""
    is_order: bool = True
    """Whether it tells what to do, and does not describe a picture."""
    note: str | None = None
    """What of the instruction cannot be followed."""


_GRADE_WORDS: tuple[tuple[str, str], ...] = (
    ("black and white", BLACK_AND_WHITE),
    (
        "muted",
        r"(?:less|reduce\w*|lower\w*|decrease\w*) (?:the )?(?:\w+ )?(?:saturat\w+|colou?r\w*)|\bmuted\b|desaturat\w+",
    ),
    ("softer", r"(?:less|reduce\w*|lower\w*|decrease\w*) (?:the )?contrast|\bsofter\b|soften"),
    ("night", r"\bnight(?:time|fall)?\b|midnight|moonlight|moonlit"),
    ("sunset", r"sunset|golden hour|\bdusk\b|\bevening\b"),
    ("dawn", r"\bdawn\b|sunrise|early morning"),
    ("day", r"\bday(?:time|light)?\b|\bnoon\b"),
    ("winter", r"\bwint(?:er|ry)\w*|\bsnow(?:y|ing|fall|ed)?\b|\bfrozen\b"),
    ("autumn", r"autumn\w*|\bfall (?:colou?rs|foliage|season)|\bin the fall\b|like fall\b|\bit fall\b"),
    ("spring", r"\bspring(?:time)?\b"),
    ("summer", r"\bsummer\w*"),
    ("storm", r"\bstorm\w*|thunder\w*|\blightning\b"),
    ("rain", r"\brain(?:y|ing|fall|s)?\b"),
    ("fog", r"\bfog(?:gy)?\b|\bmist(?:y)?\b|\bhaz(?:e|y)\b"),
    ("sepia", r"\bsepia\b"),
    ("noir", r"\bnoir\b"),
    ("vintage", r"\bvintage\b|\bretro\b|old photo\w*|\bantique\b|\bfaded\b|polaroid"),
    ("warm", r"\bwarm(?:er|th)?\b"),
    ("cold", r"\bcold(?:er)?\b|\bcool(?:er)?\b"),
    ("brighter", r"bright(?:er|en|ness)|\blighter\b|lighten|more light"),
    ("darker", r"\bdark(?:er|en)?\b"),
    ("contrast", r"contrast|\bdramatic\b"),
    ("saturated", r"saturat\w+|\bvivid\b|\bvibran\w+|more colou?r(?:ful|s)?\b|\bcolou?rful\b"),
    ("blurred", r"\bblur\w*"),
    ("sharper", r"\bsharp\w*|\bcrisp\w*|\benhance\w*|\bupscale\w*"),
    ("inverted", r"\binvert\w*|\bnegative\b"),
    ("mirrored", r"\bmirror(?:ed)?\b|\bflip\w*"),
)
_GRADES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _GRADE_WORDS)
_SINGLE = {"day": ("night", "sunset", "dawn"), "contrast": ("softer",), "saturated": ("muted",)}
"""A grade that says nothing new beside one of these."""

_COLOR = COLOR
_ADD = re.compile(
    r"^(?:add|put|place|insert|draw|include|paint|create|give (?:it|him|her|them|the \w+))\s+(.+)", re.IGNORECASE
)
_WHERE = re.compile(
    r"\s+(?:to|in|into|on|onto|at|over|under|near|behind|next to|beside|in front of|above|below|inside|against)\s+"
    r"(?:(?:the|this|that|his|her|its|their|my)\b.*|it|here|there|him|them)$",
    re.IGNORECASE,
)
_REMOVE = re.compile(
    r"^(?:remove|erase|delete|clear(?: away)?|get rid of|take (?:out|away)|clean up|cut away)\s+(.+)", re.IGNORECASE
)
_THAT = r"(?:it|this|that|him|her|them|the (?:subject|person|man|woman|object|product|thing))"
_BACKGROUND = (
    re.compile(
        r"(?:change|replace|swap|set|make|turn|switch)\s+(?:the\s+|its\s+)?back ?ground\s*"
        r"(?:to|with|into|for|by|be)?\s+(.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:with|on|against|in front of|give it)\s+(?:an?\s+|the\s+)?(.+?)\s+(?:as (?:the |a )?)?back ?ground\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:put|place|move|set|show|transport|teleport|imagine)\s+{_THAT}"
        r"\s+(?:in front of|in|on|at|onto|into|to|against|before)\s+(.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:add|use|paint|create|draw)\s+(?:an?\s+|the\s+)?(.+?)\s+(?:as (?:the |a )?)?back ?ground\b", re.IGNORECASE
    ),
)
_REPLACE = (
    re.compile(r"^(?:replace|swap|exchange|substitute)\s+(.+?)\s+(?:with|for|by)\s+(.+)", re.IGNORECASE),
    re.compile(r"^(?:change|turn|transform|convert|make)\s+(.+?)\s+(?:to|into)\s+(?:be\s+)?(.+)", re.IGNORECASE),
    re.compile(r"^make\s+((?:the|this|that|his|her)\s+\w+|him|her|them)\s+(an?\s+.+)", re.IGNORECASE),
)
_RECOLOR = re.compile(
    r"^(?:make|paint|colou?r|dye|change|turn)\s+(.+?)\s+(?:to\s+|into\s+|in\s+)?(?:be\s+)?"
    rf"(?:bright |dark |light |deep |pale )?({_COLOR})(?: colou?red)?$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:make|turn|change|set|give|apply|convert|transform|render|restyle|redraw|repaint|increase|decrease|reduce|"
    r"boost|lower|raise|add|use|do|brighten|darken|lighten|blur|sharpen|enhance|flip|mirror|invert|desaturate|"
    r"saturate|soften|upscale|it should|let it|as if|more|less)\b",
    re.IGNORECASE,
)
_BLUR_BEHIND = re.compile(
    r"blur\w*\s+(?:\w+\s+)?back ?ground|back ?ground\s+(?:\w+\s+)?(?:blur|out of focus)", re.IGNORECASE
)
_COLOR_OF = re.compile(r"^(?:the )?colou?r of |(?:'s)? colou?r$", re.IGNORECASE)
_SKY = re.compile(r"^(?:the |this )?(?:\w+ )?sky$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the|two|three|some) ", re.IGNORECASE)
_WHOLE = re.compile(
    r"^(?:it|this|that|everything|all|(?:the|this)\s+(?:whole\s+|entire\s+)?(?:picture|image|photo(?:graph)?|scene|drawing|painting|illustration))$",
    re.IGNORECASE,
)
_ONLY_MOOD = re.compile(
    r"^(?:some |more |a little |a bit of |lots of |falling |heavy |light |the |an? )*"
    r"(?:rain|snow|snowfall|fog|mist|haze|warmth|contrast|light|brightness|saturation|blur|colou?rs?|storm|vintage|sepia|noir|night|sunset|winter|autumn)"
    r"(?: (?:effect|look|filter|feel|mood|style|tone|tones|vibe|lighting|light))?$",
    re.IGNORECASE,
)


def read_wish(prompt: str) -> Wish:
    """The first reading that fits, from the narrowest to the widest."""
    text = " ".join(normalized(prompt).split())
    if len(text) > MAX_COMMAND_LETTERS:
        return Wish("describe", thing=text, is_order=False)
    given, text = text, plain_command(text)
    if given and not text:
        return Wish("keep")
    lower = lowered(text)
    grades = find_grades(text)
    if _BLUR_BEHIND.search(text):
        return Wish("background", thing=BLURRED)
    if (cutout := find_cutout(lower)) is not None:
        return _cut_out(cutout)
    if asks_opaque(lower):
        return Wish("background", thing=next(iter(colors_named(lower)), "white"))
    if (tone := find_tone(lower)) is not None:
        return Wish("describe", thing=text) if tone == "colour" else Wish("grade", grades=(tone,))
    if (thing := _first(_BACKGROUND, text)) is not None:
        return Wish("background", thing=thing, grades=find_grades(thing))
    several = split_colors(lower)
    if (match := _RECOLOR.match(f"{several[0]} {several[1][0]}" if several else text)) and not _WHOLE.match(match[1]):
        target, color = _COLOR_OF.sub("", match[1]), COLOR_WORDS[match[2].lower()]
        note = one_color_note(re.sub("^the ", "", target), several[1]) if several else None
        return Wish("recolor", target=target, color=color, note=note)
    if (match := _REMOVE.match(text)) and not is_mood(match[1]):
        return Wish("remove", target=match[1])
    if (match := _ADD.match(text)) and not is_mood(_without_place(match[1])):
        thing = _without_place(match[1])
        return Wish("add", thing=thing, where=match[1][len(thing) :].strip())
    if (replaced := _replacement(text)) is not None:
        return replaced
    is_order = _is_order(text)
    if grades and is_order:
        return Wish("grade", grades=grades)
    return Wish("describe", thing=text, grades=grades if is_order else (), is_order=is_order)


def find_grades(text: str) -> tuple[str, ...]:
    """The grades that the words name, in the order of the table; no two that contradict each other."""
    found = [name for name, pattern in _GRADES if pattern.search(text)]
    return tuple(name for name in found if not any(other in found for other in _SINGLE.get(name, ())))[:3]


def _replacement(text: str) -> Wish | None:
    for pattern in _REPLACE:
        match = pattern.match(text)
        if match is None:
            continue
        target, thing = match[1], match[2]
        if _SKY.match(target) and (grades := find_grades(thing)):
            return Wish("grade", grades=grades)
        if _WHOLE.match(target) or is_mood(thing):
            return None
        return Wish("replace", thing=thing, target=target)
    return None


def _cut_out(wanted: CutOutRequest) -> Wish:
    if wanted.keeps_background:
        return Wish("remove", target="the subject")
    if wanted.backdrop is not None:
        return Wish("background", thing=wanted.backdrop)
    return Wish("cutout", target=wanted.kept or "")


def _without_place(thing: str) -> str:
    """ "a boat on the water" is a boat: where it goes, the mask says, or the room there is."""
    return _WHERE.sub("", thing)


def is_mood(thing: str) -> bool:
    return bool(_ONLY_MOOD.match(thing))


def _is_order(text: str) -> bool:
    return bool(_ORDER.match(text)) or (len(text.split()) <= 3 and not _ARTICLE.match(text))


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> str | None:
    for pattern in patterns:
        if match := pattern.search(text):
            return match[1]
    return None

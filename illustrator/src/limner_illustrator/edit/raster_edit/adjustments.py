"""Which changes of light, weather, season and tone an instruction names that pixels can follow."""

import re

from limner_illustrator.edit.instructions.tones import BLACK_AND_WHITE

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

_ONLY_LOOK = re.compile(
    r"^(?:some |more |a little |a bit of |lots of |falling |heavy |light |the |an? )*"
    r"(?:rain|snow|snowfall|fog|mist|haze|warmth|contrast|light|brightness|saturation|blur|colou?rs?|storm|vintage|sepia|noir|night|sunset|winter|autumn)"
    r"(?: (?:effect|look|filter|feel|mood|style|tone|tones|vibe|lighting|light))?$",
    re.IGNORECASE,
)


def find_grades(text: str) -> tuple[str, ...]:
    """The grades that the words name, in the order of the table; no two that contradict each other."""
    found = [name for name, pattern in _GRADES if pattern.search(text)]
    return tuple(name for name in found if not any(other in found for other in _SINGLE.get(name, ())))[:3]


def is_look(thing: str) -> bool:
    """Whether the words name a look of the whole picture, and no thing: "more contrast", "a vintage effect"."""
    return bool(_ONLY_LOOK.match(thing))

"""Which changes of light, weather, season, tone and sharpness an instruction names that pixels can follow, how much of
them, and where.
"""

import re

from limner_illustrator.edit.instructions.tones import BLACK_AND_WHITE

_LESS = r"(?:less|reduce\w*|lower\w*|decrease\w*|drop|turn down|tone down)"
_GRADE_WORDS: tuple[tuple[str, str], ...] = (
    ("black and white", BLACK_AND_WHITE),
    (
        "muted",
        rf"{_LESS} (?:the )?(?:\w+ )?(?:saturat\w+|colou?r\w*|vibran\w+)|\bmuted\b|desaturat\w+|\bpastel\b",
    ),
    ("softer", rf"{_LESS} (?:the )?contrast|\bsofter\b|soften|\bflatter\b"),
    ("night", r"\bnight(?:time|fall)?\b|midnight|moonlight|moonlit"),
    ("sunset", r"sunset|golden hour|\bdusk\b|\bevening\b"),
    ("dawn", r"\bdawn\b|sunrise|early morning"),
    (
        "day",
        (
            r"\bday(?:time|light)?\b|\bnoon\b|auto[- ]?(?:enhance|correct|levels)|white balance|"
            r"fix the (?:light|colou?r)\w*"
        ),
    ),
    ("winter", r"\bwint(?:er|ry)\w*|\bsnow(?:y|ing|fall|ed)?\b|\bfrozen\b"),
    ("autumn", r"autumn\w*|\bfall (?:colou?rs|foliage|season)|\bin the fall\b|like fall\b|\bit fall\b"),
    ("spring", r"\bspring(?:time)?\b"),
    ("summer", r"\bsummer\w*"),
    ("storm", r"\bstorm\w*|thunder\w*|\blightning\b"),
    ("rain", r"\brain(?:y|ing|fall|s)?\b"),
    ("fog", r"\bfog(?:gy)?\b|\bmist(?:y)?\b|\bhaz(?:e|y)\b"),
    ("sepia", r"\bsepia\b"),
    ("noir", r"\bnoir\b(?! et blanc)"),
    ("stars", r"\bstars\b|\bstarry\b|\bmilky way\b"),
    (
        "vintage",
        (
            r"\bvintage\b|\bretro\b|(?<!the )(?<!this )(?<!my )old photo\w*|\bantique\b|\bfaded\b|polaroid|"
            r"\bold[- ]fashioned\b|\baged\b"
        ),
    ),
    ("warm", r"\bwarm(?:er|th)?\b"),
    ("cold", r"\bcold(?:er)?\b|\bcool(?:er)?\b"),
    (
        "darker",
        rf"\bdark(?:er|en)?\b|{_LESS} (?:the )?(?:\w+ )?(?:bright\w*|exposure|light)\b|\bdim(?:mer)?\b|under-?expos\w+",
    ),
    ("brighter", r"bright(?:er|en|ness)|\blighter\b|lighten|more light|\bexposure\b|over-?expos\w+"),
    ("contrast", r"contrast|\bdramatic\b|\bhdr\b|\bpunch(?:y|ier)\b"),
    (
        "saturated",
        (
            r"saturat\w+|\bvivid\b|\bvibran\w+|(?:boost|intensify|enrich) (?:the |its )?colou?rs?|"
            r"colou?rs? (?:pop|stronger)|(?:more|add some|add|some) colou?r(?:ful|s)?\b|\bcolou?rful\b"
        ),
    ),
    (
        "blurred",
        r"(?<!less )(?<!remove )(?<!remove the )(?<!reduce )(?<!reduce the )\bblur\w*|out of focus|\bdefocus\w*",
    ),
    ("denoised", rf"denois\w+|(?:{_LESS}|remove) (?:the |some )?(?:noise|grain)|\bsmooth(?:er)?\b"),
    (
        "sharper",
        (
            rf"{_LESS} blur\w*|remove (?:the )?blur|unblur|deblur|\bsharp\w*|\bcrisp\w*|\benhance\w*|\bupscale\w*|"
            r"more detail\w*|\bclarity\b|\bsch(?:ä|ae)rfer\b|\bplus nette?\b|\bm[aá]s n[ií]tid[oa]\b"
        ),
    ),
    ("vignette", r"\bvignett\w*|dark(?:en)? (?:the )?(?:corners|edges)"),
    ("grain", r"\bgrain\w*|film noise|add (?:some )?noise|\bnoisy\b"),
    ("pixelated", r"\bpixel(?:l?at\w+)\b|\bmosaic\b|\bcensor\w*"),
    ("posterized", r"\bposteri[sz]\w*"),
    ("inverted", r"\binvert\w*|\bnegative\b"),
)
_GRADES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _GRADE_WORDS)
_SINGLE = {
    "day": ("night", "sunset", "dawn"),
    "contrast": ("softer",),
    "saturated": ("muted",),
    "brighter": ("darker",),
    "darker": ("vignette",),
    "sharper": ("blurred",),
    "grain": ("denoised",),
    "black and white": ("noir",),
}
"""A grade that says nothing new beside one of these."""
MAX_GRADES = 4
_SLIGHTLY = re.compile(
    r"\b(?:slight(?:ly)?|a (?:little|bit|touch|tad)|subtl[ey]|gent(?:le|ly)|somewhat|soft(?:ly)?)\b", re.IGNORECASE
)
_STRONGLY = re.compile(
    r"\b(?:much|a lot|lots of|very|strong(?:ly|er)?|heav(?:y|ily)|extreme(?:ly)?|way|really|intense(?:ly)?|"
    r"max(?:imum)?|far|super)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|percent)", re.IGNORECASE)
FULL_PERCENT = 40
"""What a grade does by itself, where an instruction says how much in percent."""
MOST = 2.0

_ONLY_LOOK = re.compile(
    r"^(?:some |more |a little |a bit of |lots of |falling |heavy |light |strong |subtle |the |an? )*"
    r"(?:rain|snow|snowfall|fog|mist|haze|warmth|contrast|light|brightness|saturation|blur|colou?rs?|"
    r"storm|vintage|sepia|noir|night|stars|starry sky|sunset|winter|autumn|vignett\w*|grain|film grain|noise|"
    r"film noise|sharpness|clarity|exposure|hdr|pixelation|mosaic|posteri[sz]ation)"
    r"(?: (?:effect|look|filter|feel|mood|style|tone|tones|vibe|lighting|light))?"
    r"(?: (?:to|in|into) (?:it|the (?:picture|image|photo|sky)))?$",
    re.IGNORECASE,
)
_PLACES = (
    r"background|back ground|backdrop|foreground|subject|sky|faces?|skin|hair|eyes|lips|grass|trees|leaves|clothes|"
    r"shirt|jacket|dress|suit"
)
_AT_PLACE = re.compile(rf"\b(?:the|her|his|its|their|my|[\w-]+'s) (?P<what>(?:{_PLACES}))\b", re.IGNORECASE)
_DEGREES = re.compile(
    r"\s+(?:slightly|a (?:little|bit|lot|touch|tad)|much|very|strongly|heavily|more|less|somewhat|"
    r"by \d+ ?(?:%|percent))\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"^(?:please )?(?:brighten|darken|lighten|blur|sharpen|pixel(?:l)?ate|desaturate|saturate|soften|invert|censor|"
    r"posteri[sz]e|smooth|enhance|warm up|cool down|dim)(?: up| out)? "
    r"(?P<what>(?:the|her|his|its|their|my|[\w-]+'s) (?:[\w-]+ )?[\w-]+)\b(?! of)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:except|but|besides|other than|apart from)(?: for)?(?: keep)? (?P<what>(?:the|her|his|its|their|my|[\w-]+'s) "
    r"(?:[\w-]+ )?[\w-]+)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:picture|image|photo|photograph|colou?rs?|light|lighting|contrast|brightness|saturation|scene|shadows|"
    r"highlights|exposure|noise|grain|details?|edges|corners|everything|whole|sharpness|warmth|tones?)$",
    re.IGNORECASE,
)


def find_grades(text: str) -> tuple[str, ...]:
    """The grades that the words name, in the order of the table; no two that contradict each other."""
    found = [name for name, pattern in _GRADES if pattern.search(text)]
    return tuple(name for name in found if not any(other in found for other in _SINGLE.get(name, ())))[:MAX_GRADES]


def find_amount(text: str) -> float:
    """How much of a grade the words ask for: 1 is what it does by itself."""
    percent = _PERCENT.search(text)
    if percent is not None:
        return min(MOST, max(0.1, int(percent[1]) / FULL_PERCENT))
    if _SLIGHTLY.search(text):
        return 0.45
    return 1.6 if _STRONGLY.search(text) else 1.0


def find_place(text: str) -> tuple[str, bool]:
    """The part of the picture that the words name, and whether all but that is meant; empty for the whole."""
    text = _DEGREES.sub(" ", text).strip()
    spared = _EXCEPT.search(text)
    if spared is not None:
        return spared["what"], True
    for pattern in (_OBJECT, _AT_PLACE):
        found = pattern.search(text)
        if found is not None and not _WHOLE.search(found["what"]):
            return found["what"], False
    return "", False


def is_look(thing: str) -> bool:
    """Whether the words name a look of the whole picture, and no thing: "more contrast", "a vintage effect"."""
    return bool(_ONLY_LOOK.match(thing))

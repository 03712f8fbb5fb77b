"""Details that a prompt asks of a design's layout, lettering and finish: read as options, or noted as missing."""

import re
from dataclasses import dataclass

_SIDE = r"(?:on|to|at) the (?P<side>left|right)(?:[- ]hand)?(?: side)?(?: half)?"
_SIDE_TOO = _SIDE.replace("side>", "side2>")
_ROOM = re.compile(
    r"\b(?:(?:empty|negative|copy|blank|free|white|open|clear|plenty of|lots of|some|text|headline|copyspace) ?)+"
    rf"(?:space|room|area)?(?: for (?:the |a |some |your )?\w+)? {_SIDE}"
    r"|\b(?:room|space|area|place|headline|text|copy|title) (?:for (?:the |a |some |your )?(?:\w+ ){1,2})?"
    rf"{_SIDE_TOO}",
    re.IGNORECASE,
)
_TEXT_SIDE = re.compile(
    r"\b(?:text|headline|title|copy|words)(?: and \w+)? (?P<side>left|right)[- ]aligned"
    r"|(?P<side2>left|right)[- ]aligned",
    re.IGNORECASE,
)
_SUBJECT_SIDE = re.compile(rf"\b(?!space|room|area|text|headline|title|copy)\w+ {_SIDE}", re.IGNORECASE)
SIDED = frozenset({"banner", "flyer", "poster"})
"""Designs whose things and texts may stand beside each other."""
FONTS = {
    "font-script": r"script font|cursive|calligraph(?:y|ic)|script lettering|brush script|elegant script|in script",
    "font-hand": r"handwritten|handwriting|hand[- ]lettered|hand[- ]lettering",
    "font-sans": r"sans[- ]?serif|grotesk|helvetica|futura|geometric sans",
    "font-serif": r"(?<!sans )(?<!sans-)serif\b|didone|roman lettering",
    "font-round": r"rounded (?:font|sans|type|letters)|bubble letters|bubbly font",
    "font-comic": r"comic font|comic lettering",
}
"""Options of lettering -> what prompts call it."""


@dataclass(frozen=True, slots=True)
class _Detail:
    pattern: str
    kinds: frozenset[str] = frozenset()
    """The designs that show it anyway."""


_PRINTS = frozenset({"business-card", "invitation", "certificate", "menu", "greeting-card"})
_DETAILS = (
    _Detail(r"(?:two|three|four|2|3|4)[- ]columns?(?: layout| grid)?", frozenset({"resume", "newsletter"})),
    _Detail(r"in the (?:top|upper|bottom|lower) (?:left|right)(?: corner)?|(?:top|bottom)[- ](?:left|right) corner"),
    _Detail(r"(?:along|at) the (?:bottom|top)(?: edge)?"),
    _Detail(r"rounded corners", frozenset({"app-icon", "icon-set", "sticker", "sticker-sheet", "playing-card"})),
    _Detail(
        r"(?:gold |silver |rose gold |copper )?(?:foil(?: stamping| stamped)?|embossed|embossing|letterpress|glitter|"
        r"glossy|matte finish|holographic|metallic|long shadow|distressed|grunge|torn paper|marble texture|kraft paper|"
        r"linen texture|wood texture)"
    ),
    _Detail(
        r"(?:monospaced?|blackletter|gothic font|pixel font|graffiti|stencil|typewriter|condensed)"
        r"(?: font| type| lettering)?"
    ),
    _Detail(r"(?:\d{1,4} ?x ?\d{1,4})(?: ?px| pixels?)?(?! grid)"),
    _Detail(r"(?:front and back|double[- ]sided|tri-?fold|bi-?fold)(?: \w+)?", frozenset({"business-card"})),
    _Detail(r"(?:barcode|qr code)(?! for)", frozenset({"qr-code", "magazine-cover", "ticket"})),
)


def read_fonts(text: str) -> list[str]:
    """The options for the lettering that a prompt in lower case asks for."""
    return [option for option, pattern in FONTS.items() if re.search(rf"\b(?:{pattern})", text)][:1]


def read_side(kind: str, text: str) -> list[str]:
    """The option for the side that stays free for words: "room-left"."""
    if kind not in SIDED:
        return []
    room = _ROOM.search(text) or _TEXT_SIDE.search(text)
    if room is not None:
        side = (room["side"] or room["side2"]).lower()
        return [f"room-{side}"]
    subject = _SUBJECT_SIDE.search(text)
    return [f"room-{'left' if subject['side'].lower() == 'right' else 'right'}"] if subject else []


def find_missing_details(kind: str, text: str) -> list[str]:
    """The details in a text in lower case, without its quotes, that a design of this kind does not have."""
    found = []
    for detail in _DETAILS:
        if kind in detail.kinds:
            continue
        found += [match.group().strip() for match in re.finditer(rf"(?<![\w-])(?:{detail.pattern})(?![\w-])", text)]
    if kind not in SIDED:
        found += [match.group() for match in re.finditer(r"\b(?:left|right)[- ]aligned\b", text)]
    return list(dict.fromkeys(found))


def strip_room(text: str) -> str:
    """Without the words for the side that stays free."""
    return _TEXT_SIDE.sub(" ", _ROOM.sub(" ", text))

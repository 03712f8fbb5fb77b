"""Designs of prompts: what is written in "a logo for a cafe called Ember & Oak", what is shown, what is made up."""

import random
import re
from dataclasses import dataclass, field, replace

from limner_illustrator.language.abstract_designs import ABSTRACT, read_motif
from limner_illustrator.language.design_details import (
    find_missing_colors,
    find_missing_details,
    read_fonts,
    read_side,
    strip_fonts,
)
from limner_illustrator.language.design_emblems import find_moods
from limner_illustrator.language.design_notes import FACE, find_unused
from limner_illustrator.language.design_palettes import QUOTED, find_all_colors
from limner_illustrator.language.design_reader import DesignReader
from limner_illustrator.language.design_texts import DesignTexts, read_texts
from limner_illustrator.language.graphic_looks import GraphicLook
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.design_faces import DEFAULT_FACE
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Graphic

MADE_UP = "the {} made up"
COLORED_PARTS = frozenset({"flag", "coat-of-arms"})
"""Where every colour belongs to a part: "a green stripe"."""
_COLORS = "|".join(sorted((one for one in COLOR_WORDS if one.isascii()), key=len, reverse=True))
_ON_COLOR = re.compile(
    rf"\bon (?:an? |the )?(?:plain |solid |light |dark )?(?P<color>{_COLORS})"
    r"(?: background| backdrop| ground)?(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_OWN_COLOR = re.compile(rf",\s*(?P<color>{_COLORS})(?=\s+with\b)", re.IGNORECASE)
GARMENTS = frozenset({"shirt", "mug", "tote-bag"})
_GARMENT = re.compile(
    rf"(?:,|\bon)\s*(?:an? |the )?(?P<color>{_COLORS}) (?:t-?shirt|shirt|tee|hoodie|mug|cup|bag|tote|fabric|cotton)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r" (for|of|with|about|showing|to|saying|that says|where|in which|displaying|linking|that|"
    r"para|pour|für|con|avec|mit|de|d'\w+)$"
)
FACED = frozenset({
    "sticker", "sticker-sheet", "icon", "app-icon", "logo", "badge", "pattern", "shirt", "mug", "tote-bag", "label",
    "package", "greeting-card", "invitation", "flyer", "sprite-sheet", "stamp",
})  # fmt: skip
"""Whose cut-out things may have a face."""
FACED_BY_CUTE = frozenset({"sticker", "sticker-sheet", "icon", "pattern", "greeting-card", "shirt", "mug", "tote-bag"})
"""Where "cute" and "kawaii" mean a face too; elsewhere a mood or "kawaii" has to be said."""
_MOOD_WORDS = re.compile(
    r"\b(?:kawaii|smil(?:e|ing|ey)|happy|laughing|grinning|winking|sad|angry|grumpy|sleepy|crying|surprised|cheerful|"
    r"smiley|blushing|(?:with|has) (?:an? )?(?:\w+ )?face)\b"
)
_FACED_WORDS = re.compile(rf"{_MOOD_WORDS.pattern}|\bcute\b|\badorable\b")
_NO_MOOD = re.compile(
    r"\bhappy (?:birthday|new|holi|anniversary|easter|hour|hallo|valentine|mother|father|thanks|christmas|hanuk|diwali|"
    r"meal|camper|ever|retire|friday|place|client|customer|people)\w*"
)
_ROUND_LOGO = re.compile(
    r"\b(?:round|circular|circle) (?:badge|logo|emblem|seal|mark)\b|\b(?:badge|emblem) (?:style|logo)\b"
)
_SETS = re.compile(r"\bicons\b|icon (?:set|pack|sheet|grid|collection)|avatar|\bset of\b")
_LOOK_WORDS = (
    "elegant", "luxury", "classic", "vintage", "modern", "playful", "tech", "minimalist", "handwritten", "script",
    "cursive", "hand-drawn", "monogram", "silhouette", "grid", "dark",
)  # fmt: skip


@dataclass(slots=True)
class DesignReading:
    graphic: Graphic
    rest: str
    """What is to be read as things and places."""
    remarks: list[str] = field(default_factory=list)
    unused: tuple[str, ...] = ()
    """Phrases of the prompt that are neither written nor in `rest`."""


def read_design(prompt: GraphicPrompt, before: str, after: str, look: GraphicLook, rng: random.Random) -> DesignReading:
    """`before` and `after`: the text around the design's name without the words of its look."""
    kind = prompt.kind
    if kind in COLORED_PARTS:
        before, after, look = prompt.before, prompt.after, GraphicLook()
    if kind == "sticker" and prompt.phrase.endswith("stickers"):
        kind = "sticker-sheet"
    if kind == "logo" and _ROUND_LOGO.search(prompt.lower):
        kind = "badge"
    if kind in ("icon", "icon-set"):
        kind = "icon-set" if _SETS.search(prompt.phrase) else "icon"
    if kind == "emoji-set" and prompt.phrase == "emoji of" and re.match(r"\s*an? ", after):
        kind = "icon"
    if joint := _TRAILING.search(prompt.phrase):
        after = f"{joint[1]} {after}"
    texts = read_texts(
        after,
        has_author=kind in ("book-cover", "album-cover", "comic"),
        has_contacts=kind in ("business-card", "flyer", "invitation", "poster", "qr-code", "resume"),
        has_dates=kind
        in ("poster", "flyer", "invitation", "banner", "ticket", "certificate", "newspaper", "billboard"),
    )
    if kind in ("comic", "storyboard"):
        texts = DesignTexts(rest=after, title=texts.title if _is_titled(after) else None)
    before, background = _take_background(before)
    rest, later = _take_background(strip_fonts(texts.rest))
    if kind in GARMENTS:
        worn, rest = _take_garment(rest)
        look = replace(look, colors=(*worn, *look.colors))
    colors, rest = (look.colors, rest) if look.colors else _take_last_color(rest)
    background = look.background or later or background
    said = prompt.text if kind == ABSTRACT else f"{before} {prompt.phrase if kind == 'pattern' else ''} {rest}"
    motif = read_motif(kind, said, has_colors=bool(colors))
    if motif is not None and not colors:
        palette = find_all_colors(prompt.text)
        colors, background = tuple(palette.colors), background or palette.background
    reader = DesignReader(kind, prompt, "" if motif else before, rest, texts, rng)
    if motif is not None:
        reader.subject = " "
        reader.options += motif.options
    reading = reader.read()
    if kind in GARMENTS and not colors:
        colors = tuple(COLOR_WORDS[word] for word in before.lower().split() if word in COLOR_WORDS)[:1]
    options = tuple(dict.fromkeys([*reading.options, *(one for one in _LOOK_WORDS if one in prompt.lower)]))
    options = tuple(dict.fromkeys([*options, *_find_face(kind, f"{before} {prompt.phrase} {rest}", reading)]))
    lower = QUOTED.sub(" ", prompt.lower)
    options = (*options, *read_fonts(lower), *read_side(kind, lower))
    options = (*options, *((f"ink-{look.ink}",) if look.ink else ()))
    graphic = Graphic(
        kind=kind,
        title=reading.title,
        items=tuple(reading.items[:60]),
        colors=colors or tuple(reading.colors),
        background=background,
        looks=look.looks,
        options=options,
        is_sample=bool(reading.made_up),
    )
    remarks = [MADE_UP.format(reading.made_up)] if reading.made_up else []
    unused = motif.unknown if motif else find_unused(prompt, graphic, reading.subject)
    details = find_missing_details(kind, lower)
    details += find_missing_colors(kind, lower, reading.subject, has_motif=motif is not None)
    others = [one for one in unused if not any(one.lower() in detail for detail in details)]
    unused = tuple(dict.fromkeys([*reading.missing, *others, *details]))
    return DesignReading(graphic, reading.subject, remarks, unused)


def _find_face(kind: str, said: str, reading: DesignReader) -> list[str]:
    """The option for faces on things, where a mood or "cute" is said of them."""
    if kind not in FACED or reading.subject == " ":
        return []
    plain = _NO_MOOD.sub(" ", said.lower())
    if not (_FACED_WORDS if kind in FACED_BY_CUTE else _MOOD_WORDS).search(plain):
        return []
    moods = find_moods(plain)
    return [f"{FACE}{moods[0][0] if moods else DEFAULT_FACE}"]


def _take_garment(text: str) -> tuple[tuple[str, ...], str]:
    """The colour of what a print is on: ", black shirt"."""
    match = _GARMENT.search(text)
    if match is None:
        return (), text
    return (COLOR_WORDS[match["color"].lower()],), f"{text[: match.start()]} {text[match.end() :]}".strip(" ,")


def _take_last_color(text: str) -> tuple[tuple[str, ...], str]:
    """The colour after the last comma: "app icon for a to-do list, purple"."""
    if own := _OWN_COLOR.search(text):  # ", gold with a dumbbell"
        return (COLOR_WORDS[own["color"].lower()],), text.replace(own["color"], " ", 1)
    said, comma, last = text.rpartition(",")
    color = COLOR_WORDS.get(last.strip(" .").lower()) if comma else None
    return ((color,), said) if color else ((), text)


def _is_titled(text: str) -> bool:
    return re.search(r"\b(?:called|titled|entitled|named)\b", text) is not None


def _take_background(text: str) -> tuple[str, str | None]:
    match = _ON_COLOR.search(text)
    if match is None:
        return text, None
    return f"{text[: match.start()]} {text[match.end() :]}".strip(" ,"), COLOR_WORDS[match["color"].lower()]

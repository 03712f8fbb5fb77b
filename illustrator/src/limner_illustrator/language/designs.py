"""Designs of prompts: what is written in "a logo for a cafe called Ember & Oak", what is shown, what is made up."""

import random
import re
from dataclasses import dataclass, field

from limner_illustrator.language.design_reader import DesignReader
from limner_illustrator.language.design_texts import DesignTexts, read_texts
from limner_illustrator.language.graphic_looks import GraphicLook
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Graphic

MADE_UP = "the {} made up"
_COLORS = "|".join(sorted((one for one in COLOR_WORDS if one.isascii()), key=len, reverse=True))
_ON_COLOR = re.compile(
    rf"\bon (?:an? |the )?(?:plain |solid |light |dark )?(?P<color>{_COLORS})"
    r"(?: background| backdrop| ground)?(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_TRAILING = re.compile(r" (for|of|with|about|showing|to|saying|that says|where|in which|displaying|linking|that)$")
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


def read_design(prompt: GraphicPrompt, before: str, after: str, look: GraphicLook, rng: random.Random) -> DesignReading:
    """`before` and `after`: the text around the design's name without the words of its look."""
    kind = prompt.kind
    if kind == "sticker" and prompt.phrase.endswith("stickers"):
        kind = "sticker-sheet"
    if joint := _TRAILING.search(prompt.phrase):
        after = f"{joint[1]} {after}"
    texts = read_texts(
        after,
        has_author=kind in ("book-cover", "album-cover", "comic"),
        has_contacts=kind in ("business-card", "flyer", "invitation", "poster", "qr-code"),
        has_dates=kind in ("poster", "flyer", "invitation", "banner"),
    )
    if kind in ("comic", "storyboard"):
        texts = DesignTexts(rest=after, title=texts.title if _is_titled(after) else None)
    before, background = _take_background(before)
    rest, later = _take_background(texts.rest)
    colors, background = look.colors, look.background or later or background
    reading = DesignReader(kind, prompt, before, rest, texts, rng).read()
    if kind in ("shirt", "mug") and not colors:
        colors = tuple(COLOR_WORDS[word] for word in before.lower().split() if word in COLOR_WORDS)[:1]
    options = tuple(dict.fromkeys([*reading.options, *(one for one in _LOOK_WORDS if one in prompt.lower)]))
    graphic = Graphic(
        kind=kind,
        title=reading.title,
        items=tuple(reading.items[:60]),
        colors=colors,
        background=background,
        looks=look.looks,
        options=options,
        is_sample=bool(reading.made_up),
    )
    remarks = [MADE_UP.format(reading.made_up)] if reading.made_up else []
    return DesignReading(graphic, reading.subject, remarks)


def _is_titled(text: str) -> bool:
    return re.search(r"\b(?:called|titled|entitled|named)\b", text) is not None


def _take_background(text: str) -> tuple[str, str | None]:
    match = _ON_COLOR.search(text)
    if match is None:
        return text, None
    return f"{text[: match.start()]} {text[match.end() :]}".strip(" ,"), COLOR_WORDS[match["color"].lower()]

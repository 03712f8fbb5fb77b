"""Describes a design in one English sentence."""

from limner_illustrator.language.vocabulary.designs import DESIGNS
from limner_illustrator.scene import Graphic

MAX_TEXTS = 10


def describe_design(graphic: Graphic, things: str, *, is_transparent: bool = False) -> str:
    """`things`: what the design shows besides its texts, in words; empty where it shows none."""
    opening = DESIGNS[graphic.kind].description
    sentence = opening[0].upper() + opening[1:]
    if things:
        sentence += f" {things}" if opening.endswith(" of") else f" with {things}"
    elif opening.endswith(" of"):
        sentence += " a thing"
    texts = [graphic.title, *(item.label for item in graphic.items if item.role not in ("count", "screen"))]
    written = [f'"{text}"' for text in dict.fromkeys(texts) if text]
    if written:
        further = len(written) - MAX_TEXTS
        listed = written[:MAX_TEXTS] + ([f"{further} more"] if further > 0 else [])
        joined = listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}"
        sentence += f", with the text{'s' if len(listed) > 1 else ''} {joined}"
    if graphic.colors:
        sentence += f", in {' and '.join(graphic.colors)}"
    if is_transparent:
        sentence += ", on a transparent background"
    elif graphic.background:
        sentence += f", on a {graphic.background} background"
    return sentence

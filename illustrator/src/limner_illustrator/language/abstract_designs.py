"""Abstract designs of prompts: "low poly background in shades of blue", "bauhaus poster with circles and triangles"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from limner_illustrator.language import lexicon
from limner_illustrator.language.design_notes import is_form
from limner_illustrator.language.design_palettes import ONE_COLOR, find_design_colors, take_palette
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.abstract_designs import FORMS, MOTIFS, MOVEMENTS, SHAPES
from limner_illustrator.language.vocabulary.graphic_words import LOOKS
from limner_illustrator.language.vocabulary.note_words import IGNORED

ABSTRACT = "abstract"
KINDS = frozenset({"poster", "flyer", "banner", "album-cover", "book-cover", "pattern", "abstract"})
"""Designs whose whole ground may be abstract."""
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{1,200}[\"“”»]|(?<!\w)['‘][^'’\n]{1,120}['’](?!\w)")
_FORM = re.compile(
    r"\b(?:backgrounds?|backdrops?|wallpapers?|textures?|compositions?|artworks?|"
    r"shapes|painting|gradients?|mesh|design|pattern|art print|art|banner|header)\b"
)
_BANNER = re.compile(r"\b(?:banner|header)\b")
_KIND_OF_ABSTRACT = re.compile(r"\b(?:abstract|geometric|geometry|geometrical)\b")
_GROUND = re.compile(r"\b(?:background|backdrop|texture|ground|pattern|art)\b")
_PLAIN_SHAPES = re.compile(r"\bgeometric\b|(?<!\bin )(?<!\bamong )\babstract (?:shapes|forms)\b")
_SCENE = re.compile(r"\b(?:in front of|against|before|behind)\b")
_OF_SUBJECT = re.compile(r"\b(?:painting|artwork|art|art print|design) of\b")
"""After it comes a subject, which the words of a motif only say how to paint: "a watercolor painting of freedom"."""
_PURPOSE = re.compile(
    r"\bfor (?:an? |the |my |our |your )?[^,.;:]*?(?=\s*(?:$|[,.;:])|\s(?:with|in|featuring|showing|using|on|made)\s)"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TILED = frozenset({"memphis", "bauhaus", "topographic", "mid-century", "destijl"})
"""Motifs that go on at the opposite edge, as a pattern has to."""


@dataclass(frozen=True, slots=True)
class AbstractMotif:
    name: str
    shapes: tuple[str, ...]
    unknown: tuple[str, ...]
    """Words of the text that the motif does not stand for."""

    @property
    def options(self) -> tuple[str, ...]:
        return (f"motif-{self.name}", *(f"shape-{one}" for one in self.shapes))


@lru_cache(maxsize=1)
def _patterns() -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    def compile_all(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(rf"\b(?:{words})(?![\w-])") for name, words in table.items()}

    return compile_all(MOVEMENTS), compile_all(MOTIFS), compile_all(SHAPES)


def _find_first(table: dict[str, re.Pattern[str]], text: str) -> str | None:
    return next((name for name, pattern in table.items() if pattern.search(text)), None)


def find_motif(text: str, *, kind: str = ABSTRACT) -> AbstractMotif | None:
    """The motif that a text without its colours and quotes asks for. None where it names things to draw instead."""
    lower = text.lower()
    movements, motifs, shapes = _patterns()
    movement = _find_first(movements, lower)
    named = _find_first(motifs, lower)
    found = [name for name, pattern in shapes.items() if pattern.search(lower)]
    if "quarter" in found and re.search(r"\bcurves\b", lower) and len(found) == 1:
        found = []
    is_abstract = _KIND_OF_ABSTRACT.search(lower) is not None
    if movement is None and named is None and not (is_abstract and (found or _PLAIN_SHAPES.search(lower))):
        return None
    is_of_other_kind = kind not in (ABSTRACT, "pattern") and movement is None and not is_abstract
    if is_of_other_kind and _GROUND.search(lower) is None:
        return None
    name = movement or named or "geometric"
    if (
        movement is None
        and len(found) > 1
        and name in ("triangles", "dot-grid", "stripes", "rings", "hexagons", "rays")
    ):
        name = "geometric"
    if movement is None and named is None and not found:
        name = "low-poly" if re.search(r"\b(?:background|wallpaper|backdrop)\b", lower) else "geometric"
    unknown = _find_unknown(lower)
    if any(_is_thing(word) for word in unknown):
        return None
    keeps_shapes = movement is not None or name in ("geometric", "memphis")
    return AbstractMotif(name, tuple(found) if keeps_shapes else (), tuple(one for one in unknown if not is_form(one)))


def _find_unknown(text: str) -> list[str]:
    """Words that are neither colours, shapes, motifs, movements nor words of form."""
    _, plain = take_palette(_PURPOSE.sub(" ", text))
    for table in _patterns():
        for pattern in table.values():
            plain = pattern.sub(" ", plain)
    plain = re.sub(ONE_COLOR, " ", plain)
    words = [match.group() for match in _WORD.finditer(plain)]
    return [one for one in words if any(part not in _known() for part in one.split("-"))]


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    looks = {word for phrases in LOOKS.values() for word in re.findall(r"[a-z]+", phrases)}
    return FORMS | IGNORED | looks


def _is_thing(word: str) -> bool:
    match = lexicon.find(word)
    return match is not None and match.how in ("own", "record", "label", "wordnet")


def wants_ground_only(prompt: str) -> bool:
    """Whether a page, a slide or a banner is named only as what an abstract background is for."""
    plain = _QUOTED.sub("", prompt)
    if plain != prompt or re.search(r"\b(?:backgrounds?|backdrop|wallpaper|texture)\b", plain.lower()) is None:
        return False
    motif = find_motif(plain.lower())
    return find_abstract(prompt) is not None and (motif is None or not motif.unknown)


def find_abstract(prompt: str) -> GraphicPrompt | None:
    """A prompt for nothing but an abstract picture: "flowing waves background in purple and pink"."""
    text = " ".join(prompt.split())
    lower = _QUOTED.sub(" ", text).lower()
    if len(lower) > 300 or _FORM.search(lower) is None or _SCENE.search(lower):
        return None
    colors = find_design_colors(lower)
    motif = find_motif(lower)
    if motif is None and _KIND_OF_ABSTRACT.search(lower) and colors and not _find_unknown(lower):
        is_ground = re.search(r"\b(?:background|wallpaper|backdrop)\b", lower)
        motif = AbstractMotif("waves" if is_ground else "strokes", (), ())
    if motif is None or (motif.name == "gradient" and not colors):
        return None
    if motif.unknown and _OF_SUBJECT.search(lower):
        return None
    return GraphicPrompt("banner" if _BANNER.search(lower) else ABSTRACT, ABSTRACT, "", text, text)


def read_motif(kind: str, plain: str, *, has_colors: bool) -> AbstractMotif | None:
    """The motif that is the whole ground of a design; `plain`: its words without colours and quoted texts."""
    if kind not in KINDS:
        return None
    motif = find_motif(_QUOTED.sub(" ", plain), kind=kind)
    if kind == ABSTRACT and (motif is not None or has_colors):
        is_ground = re.search(r"\b(?:background|wallpaper|backdrop)\b", plain.lower())
        return motif or AbstractMotif("waves" if is_ground else "strokes", (), ())
    if motif is None or kind != "pattern":
        return motif
    if motif.name == "geometric" and len(motif.shapes) > 1:
        return replace(motif, name="memphis")  # which goes on at the opposite edge
    return motif if motif.name in TILED else None

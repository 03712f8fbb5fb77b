"""What a design leaves out of its prompt: words that are neither written, nor read as things, nor a matter of form."""

import re
from collections.abc import Collection
from functools import lru_cache

from limner_illustrator.catalog import kinds
from limner_illustrator.language.design_details import SIDED, strip_room
from limner_illustrator.language.design_subjects import FORMS, HOLDERS, find_theme_words, find_themes
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary.design_emblems import FLAGS
from limner_illustrator.language.vocabulary.design_faces import MOODS
from limner_illustrator.language.vocabulary.design_genres import GENRES, HERO_PLACES, ICON_SETS
from limner_illustrator.language.vocabulary.design_themes import OCCASIONS
from limner_illustrator.language.vocabulary.designs import DESIGNS, MARK_KINDS
from limner_illustrator.language.vocabulary.foreign_designs import to_english
from limner_illustrator.language.vocabulary.glyph_words import GLYPH_WORDS, SIGNS
from limner_illustrator.language.vocabulary.graphic_words import LOOKS, OPENING, PLAIN_STYLES
from limner_illustrator.language.vocabulary.note_words import IGNORED
from limner_illustrator.language.vocabulary.palettes import TONES
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Graphic, Scene

FACE = "face-"
"""An option of a design: the mood of the faces that its things have."""
_CODES = re.compile(r"#[0-9a-f]{3,6}\b", re.IGNORECASE)
"""Codes of colours."""
_PURPOSE = re.compile(
    r"\bfor (?:an? |the |my |our )?[^,.;:]+?(?=\s*(?:$|[,.;:|])|\s(?:with|in|on|featuring|showing)\s)"
)
"""What an icon is for; its sign stands for it."""
LONGEST_INITIALS = 3
"""Letters that are a mark by themselves."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNCUT = re.compile(
    r"\b(?:rivers?|lakes?|fields?|oceans?|seas?|beach|waterfalls?|deserts?|skylines?|cityscapes?|meadows?|sunsets?|"
    r"sunrises?|forests?|valleys?|hills|jungle|islands?|night sky|"
    r"starry sky|"
    r"(?<=in the )(?:snow|rain|park|garden|city|sky|space)|(?<=on the )(?:road|street))\b"
    r"(?! (?!(?:and|with|in|on|at|under|behind|or|by|near)\b)[a-z])",
    re.IGNORECASE,
)
"""Places that things are not cut out with."""
_KINDS = frozenset({
    "logo", "app-icon", "icon", "badge", "label", "package", "poster", "flyer", "banner", "billboard", "shirt", "mug",
    "tote-bag", "greeting-card", "invitation", "book-cover", "album-cover", "magazine-cover", "business-card", "flag",
    "coat-of-arms", "certificate", "ticket", "postcard", "stamp", "newspaper", "sticker", "treasure-map",
})  # fmt: skip
"""Whose texts and things together are all that they show."""
_FORM_WORDS = """
friend mom dad mother father wife husband son daughter sister brother boss teacher kid kids grandma grandpa uncle
aunt turning turns birthday wedding name names date place time price entry author genre logo heading headline
masthead video channel tutorial page landing homepage website site app startup company business shop store brand
team club family house country nation field stripe stripes striped band bands cross circle disc horizontal
vertical diagonal nordic middle center centre corner topped crown waving flying wind shield crest arms flag border
outline cut print label tag sticker round square rounded white rank suit edition issue number series volume photo
picture subtitle motto slogan tagline initials call phone contact tel announcing advertising promoting promo
celebrating selling launch grand opening discount republic kingdom empire star stars
accent accents tone tones hue hues shade shades palette scheme gradient gradients ombre
button buttons cta font fonts serif sans sans-serif script cursive calligraphy handwritten lettering typeface
awarded presented given trio duo quartet loves likes adores completing finishing reaching earning achieving
"""
_ON_MAPS = (
    "island islands pirate pirates treasure map x mark marks marked marking spot red dotted dashed line path trail "
    "route palm tree trees ship skull mountain mountains compass rose sea ocean water monster kraken lagoon bay "
    "buried gold chest tropical desert parchment old paper rock"
)
"""What every treasure map shows."""
_FORM_ONLY_TEXT = (
    "print overlay template mockup banner header printable layout graphic notion canva button initials monogram"
)
FORM_ONLY = frozenset(_FORM_ONLY_TEXT.split())
"""Words that a design has no drawing for and needs none."""
_SAID_BY_FORM = frozenset(_FORM_WORDS.split())
"""What a design is for, and how its parts are called."""


def find_unused(prompt: GraphicPrompt, graphic: Graphic, subject: str) -> tuple[str, ...]:
    """Adjacent words around the name of the design that it does not show."""
    if graphic.kind not in _KINDS:
        return ()
    texts = [graphic.title or "", *(one for item in graphic.items for one in (item.label, item.detail or ""))]
    used = {word for text in (*texts, subject) for word in _split(text)}
    found: list[list[str]] = [[]]
    if graphic.kind == "flag":
        used.update(_split(" ".join(FLAGS)))
    text = _CODES.sub(" ", to_english(f"{prompt.before} | {prompt.after}"))
    if sign := next((one.removeprefix("glyph-") for one in graphic.options if one.startswith("glyph-")), ""):
        used.update(_split(SIGNS.get(sign) or GLYPH_WORDS[sign]))
        text = _PURPOSE.sub(" ", text)
    if graphic.title and len(graphic.title) <= LONGEST_INITIALS and not subject.strip():
        text = _PURPOSE.sub(" ", text)
    if graphic.kind in SIDED:
        text = strip_room(text)
    if graphic.kind == "treasure-map":
        used.update(_ON_MAPS.split())
    for theme in find_theme_words(text) if _has_theme(text, subject) else ():
        used.update(_split(theme))
    for match in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,.;:|]", text):
        word = match.group()
        parts = _split(word)
        if not parts or all(_is_known(part, used) for part in parts):
            found.append([])
        else:
            found[-1].append(word)
    if graphic.kind in MARK_KINDS and re.search(r",| and | with | in | on ", subject):
        found += [[place] for place in _UNCUT.findall(subject)]
    if graphic.kind in MARK_KINDS and "isometric" in prompt.lower:
        found.append(["isometric view"])
    return tuple(dict.fromkeys(" ".join(words) for words in found if words))


def is_form(word: str) -> bool:
    """Whether a word in lower case says what a design is, and not what it shows."""
    return not {word, _stem(word)}.isdisjoint(_known_words())


def _is_known(word: str, used: Collection[str]) -> bool:
    forms = {word, _stem(word), word.removesuffix("s")}
    return bool(forms & _known_words()) or bool(forms & set(used)) or any(_stem(one) == _stem(word) for one in used)


def _split(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text)]


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + ("y" if ending == "ies" else "")
    return word


def _has_theme(text: str, subject: str) -> bool:
    return any(theme.split()[-1] in subject for theme in find_themes(text))


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    """Words of form, and those of genres and occasions, which a whole picture stands for."""
    terms = " ".join(f"{one.phrases} {one.ambiguous}" for one in DESIGNS.values())
    of_pictures = " ".join([*HOLDERS, *GENRES, *HERO_PLACES, *ICON_SETS, *OCCASIONS])
    looks = " ".join(LOOKS.values())
    words = set(_split(f"{terms} {of_pictures} {looks} {' '.join(COLOR_WORDS)} {' '.join(TONES)} {FORMS}"))
    return frozenset(words | _SAID_BY_FORM | set(IGNORED) | set(PLAIN_STYLES) | set(OPENING))


def find_face_mood(graphic: Graphic, scene: Scene) -> str:
    """The mood of the faces that the things of a design have. Empty for none: a mood is that of a living subject."""
    if not scene.entities or kinds.is_animate(scene.entities[0].drawing):
        return ""
    return next((one.removeprefix(FACE) for one in graphic.options if one.startswith(FACE)), "")


def merge_missing(graphic: Graphic, scene: Scene, missing: tuple[str, ...], unused: tuple[str, ...]) -> tuple[str, ...]:
    """All that is not shown, without the words for a face where the things have one."""
    if mood := find_face_mood(graphic, scene):
        shown = set(MOODS[mood].split(", "))
        missing = tuple(one for one in missing if one not in shown)
    texts = (graphic.title, *(text for item in graphic.items for text in (item.label, *item.lines)))
    written = {word for text in texts for word in _split(text or "")}
    written |= {"label", "labelled"} if graphic.kind == "product-photo" and graphic.title else set()
    written |= {entity.noun for entity in scene.entities}
    missing = tuple(one for one in missing if not _split(one) or not set(_split(one)) <= written)
    missing = tuple(one for one in missing if one.lower() not in FORM_ONLY)
    whole = " ".join(unused).lower()
    missing = tuple(one for one in missing if one.lower() not in whole)
    noted = " ".join(missing).lower()
    return (*missing, *(one for one in unused if one.lower() not in noted))

"""Reads icons: the sign on an app icon, the names of a set, and whether they are drawn with lines."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language import lexicon
from limner_illustrator.language.design_subjects import find_icon_set, find_styles, find_themes, names_thing
from limner_illustrator.language.glyph_reader import find_glyph, find_glyph_within, find_sign
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

GLYPH = "glyph-"
"""An option of a design: the interface icon that is its mark."""
ICON = "icon"
"""The role of an item that is one icon of a set; its detail is a glyph or a drawing."""
LEAST_NAMED = 2
MOST_NAMED = 36
_LINED = re.compile(
    r"\b(?:line(?:[- ]?art)?|lined|outlined?|stroke|mono-?line|thin|minimal(?:ist|istic)?|simple|flat|glyph|solid|"
    r"monochrome|ui|ux|app|web|website|interface|navigation|toolbar|tab ?bar|dashboard|mobile|material|feather|ios|"
    r"android|system|settings|nav|modern)\b"
)
_FOR = re.compile(
    r"\s*(?:[,.;]\s*)?\b(?:for|in|on|as|using|with)\s+(?:an?|the|my|our|your|consistent|rounded|flat|line|outline|"
    r"minimal|minimalist|simple|monochrome|mobile)\b[^,:;]*"
)
_STYLE = re.compile(
    r"^(?:\d+ ?x ?\d+|.*\b(?:style|styles|grid|background|stroke|strokes|weight|corners|colou?rs?|minimal|minimalist|"
    r"flat|rounded|consistent|outline|outlined|line|simple|clean|modern|cute|glossy|3d|pixel art|transparent|px|svg|"
    r"vector|spacing|labels?|row|rows|columns?|duotone|monochrome|design|set|pack)\b.*|\W*)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^\s*(?:[:\-–]|of|for|with|showing|including|featuring|representing|like|such as|containing|depicting)\s+",
    re.IGNORECASE,
)


_USED_FOR = re.compile(r"\bfor (?:an? |my |our |the )?(?P<use>[^,.;]+)")


def _take_purpose(reader: "DesignReader", said: str) -> None:
    """The glyph of what an application is for, where no thing stands for it: "for a to-do list"."""
    said = re.sub(r"\b(?:tool|platform|suite)s?\b", " ", said)
    use = _USED_FOR.search(said)
    if use is None or names_thing(said) or find_themes(said) or reader.title:
        return
    if glyph := find_glyph_within(re.sub(r"\b(?:app|application|service)s?\b", " ", use["use"])):
        reader.options.append(f"{GLYPH}{glyph}")
        reader.subject = " "


_IN_LINES = re.compile(
    r"\b(?:(?:thin |simple |mono)?(?:line|outlined?|linear|stroke)(?:[- ](?:icon|style|art))?)\b(?! of)"
)


def read_mark(reader: "DesignReader") -> None:
    """A sign such as a checkmark, where the prompt names one and no thing beside it; any glyph for an icon in lines."""
    said = f"{reader.before} {reader.rest}".lower()
    if _IN_LINES.search(reader.prompt.lower):
        plain = re.sub(r"^(?:of |for )?(?:an? |the )?", "", _IN_LINES.sub(" ", reader.rest.lower()).strip(" ,."))
        if glyph := find_glyph(re.split(r",| on | with | in ", plain)[0]):
            reader.options.append(f"{GLYPH}{glyph}")
            reader.subject = " "
            return
    sign = find_sign(said)
    if sign is None:
        _take_purpose(reader, said)
        return
    around = re.split(r"\bfor\b[^,]*", said.replace(sign[1], " "))
    named = re.search(
        r"\b(?:with|showing|of|featuring|and|inside|on) (?:an? |the )?(?P<thing>[a-z]+)", " ".join(around)
    )
    match = lexicon.find(named["thing"]) if named and named["thing"] not in COLOR_WORDS else None
    if match is not None and match.how in ("own", "record", "label"):
        return
    reader.options.append(f"{GLYPH}{sign[0]}")
    color = re.search(rf"\b(\w+) {re.escape(sign[1])}", said)
    if color and color[1] in COLOR_WORDS:
        reader.options.append(f"ink-{COLOR_WORDS[color[1]]}")
    reader.subject = " "


LETTERED = frozenset({"logo", "icon", "app-icon"})
_LETTERS = re.compile(
    r"\b(?:letters?|initials?|monogram(?: logo)?(?: of| for)?|lettermark(?: of)?):? "
    r"(?P<letters>[A-Z](?: ?[&+]? ?[A-Z]){0,2})\b"
)
_LETTERS_AS = re.compile(r"\b(?P<letters>[A-Z]{1,3}) (?:monogram|letter(?:mark)?|initials?)\b")
_WITH_THING = re.compile(r"\b(?:with|and|made|shaped|formed|wrapped|containing|inside|holding)\b")


def read_letters(reader: "DesignReader") -> None:
    """Letters are the whole mark unless the prompt names a thing with them: "letter F with a leaf"."""
    found = _LETTERS.search(reader.prompt.text) or _LETTERS_AS.search(reader.prompt.text)
    if found is None:
        return
    reader.title = reader.title or found["letters"]
    if reader.title == found["letters"] and not _WITH_THING.search(f"{reader.before} {reader.rest}"):
        reader.subject = " "


def read_icon_set(reader: "DesignReader") -> None:
    """As many as are asked for; "for a travel app" is only the subject."""
    reader.count("icons?|symbols?|items?")
    reader.rest = re.sub(r"\b(?:in|on|as) an? (?:\w+ )?(?:grid|row|sheet)\b", " ", reader.rest)
    names = _list_names(reader.rest)
    if len(names) >= LEAST_NAMED:
        _take_names(reader, names)
        return
    said = f"{reader.before} {reader.prompt.phrase} {reader.rest}"
    plain = re.sub(
        r"\b(?:(?:line|pixel|clip) ?art|an?|the|my|our|mobile|app|application|website|web ?site|site|company|dashboard|"
        r"game|ui|set|pack|icons?|flat|line|outline|outlined|minimalist|minimal|simple|colou?rful|modern|cute|for|of|"
        r"with|in|style|grid|sheet|collection|representing|about|related to)\b",
        " ",
        said,
        flags=re.IGNORECASE,
    )
    if (named := find_icon_set(" ".join(plain.split()))) is not None:
        reader.subject = ", ".join([f"icon of {named}", *find_styles(reader.prompt.lower)])


def _list_names(text: str) -> list[str]:
    """The names of a list after a colon, a dash or "of": "plane, suitcase and map"."""
    listed = text.rpartition(":")[2] if ":" in text else re.split(r"\s[–-]\s", text)[-1]
    listed = _HEAD.sub("", _FOR.sub("", listed) if ":" not in text else listed)
    parts = [part.strip(" .") for part in re.split(r"\s*(?:,|;|\n|/|\band\b|&)\s*", listed)]
    parts = [re.sub(r"^(?:an? |the )", "", part) for part in parts if not _STYLE.match(part)]
    return [part for part in parts if part and len(part.split()) <= 3][:MOST_NAMED]


def list_things(text: str) -> str:
    """The subject of a set that is a list of things; empty where it is none."""
    names = _list_names(text)
    return f"icon of {', '.join(names)}" if len(names) >= LEAST_NAMED and all(map(lexicon.find, names)) else ""


def _take_names(reader: "DesignReader", names: list[str]) -> None:
    """Interface icons in lines where most names have one and the set is for an interface, else drawn things."""
    glyphs = {name: find_glyph(name) for name in names}
    drawings = {name: match.drawing for name in names if (match := lexicon.find(name)) and match.how != "class"}
    known = sum(one is not None for one in glyphs.values())
    styles = [one for one in find_styles(reader.prompt.lower) if not _LINED.search(one)]
    has_lines = _LINED.search(reader.prompt.lower) is not None and 2 * known > len(names) and not styles
    needs_lines = any(glyphs[name] and name not in drawings for name in names)
    has_lines = has_lines or (needs_lines and 4 * known >= 3 * len(names) and styles in ([], ["neon"]))
    chosen = {}
    for name in names:
        glyph, drawing = glyphs[name], drawings.get(name)
        if glyph and (has_lines or drawing is None):
            chosen[name] = f"{GLYPH}{glyph}"
        elif drawing is not None:
            chosen[name] = drawing
    if len(chosen) < LEAST_NAMED:
        return
    if not has_lines and len(drawings) == len(names):
        reader.subject = ", ".join([f"icon of {', '.join(names)}", *styles])
        return
    reader.items += [GraphicItem(label=name, role=ICON, detail=detail) for name, detail in chosen.items()]
    reader.missing += [name for name in names if name not in chosen]
    reader.items = [one for one in reader.items if one.role != "count" or (one.value or 0) > len(names)]
    reader.subject = ", ".join(["", *styles]).strip(" ,") or " "

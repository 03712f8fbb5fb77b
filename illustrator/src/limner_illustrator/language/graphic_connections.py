"""Parts that are connected: "isometric illustration of a laptop connected to a cloud, a database and a phone"."""

import random
import re
from itertools import pairwise

from limner_illustrator.language import lexicon
from limner_illustrator.language.glyph_reader import find_glyph
from limner_illustrator.language.graphic_lists import extract_title
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink

CONNECTION = "connection-diagram"
GLYPH = "glyph-"
MOST_PARTS = 9
_WORDS_TEXT = """
connected connecting connects linked linking links wired synced syncing sending streaming sends syncs joined together
wirelessly isometric arrows lines cables data icon
"""
WORDS = frozenset(_WORDS_TEXT.split())
"""What a prompt says of the connections that the drawing shows."""
_LINKED = (
    r"(?:(?:all |each |both )?(?:connected|linked|wired|hooked up|synced|syncing|connecting|linking|connects|links|"
    r"(?:sending|streaming|sends|syncs) (?:\w+ )?(?:data|requests|files|messages|information))"
    r"(?: together| wirelessly| via (?:arrows|lines|cables))? (?:to|with|into))"
)
_ONTO = re.compile(rf"\s*,?\s*(?:that (?:is|are) |which (?:is|are) )?\b{_LINKED}\b\s*", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\s*,?\s*\b(?:(?:all |each )?(?:connected|linked|joined) (?:together )?(?:with|by|via|through|using) (?:\w+ )?"
    r"(?:arrows?|lines?|cables?|wires?|links?|connectors?)|(?:all )?(?:connected|"
    r"linked)(?: together)?)(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_ARROWS = re.compile(r"\s*(?:->|→|=>|-->)\s*")
_OPENING = re.compile(
    r"^\s*(?:(?:please|create|make|draw|generate|an?|the|simple|clean|modern|flat|isometric|minimal|minimalist|"
    r"2d|3d|vector|line|concept|conceptual|"
    r"colou?rful|detailed|technical|tech|cloud computing|iot|network|system|data|style|design|"
    r"infographic|animated|corporate|blue|dark)\s+)*"
    r"(?:illustrations?|diagrams?|graphics?|icons?|schematics?|drawings?|images?|pictures?|infographics?|"
    r"visuals?|art|concepts?)"
    r"(?: diagrams?| illustrations?)?\s*(?:of|with|showing|where|for|depicting|:|-)\s*",
    re.IGNORECASE,
)
_DIAGRAM = re.compile(r"\b(?:diagram|schematic|infographic|isometric|icons?|graphic|vector|flat|concept|topology)\b")
_CERTAIN = re.compile(r"\b(?:diagram|schematic|infographic|topology)\b")
"""Words after which any part may be a box with its name."""
_ARTICLE = re.compile(
    r"^(?:(?:an?|the|its|our|some|one|two|three|several|multiple|many|various|different|small|big|central|single|"
    r"and|with|showing)\s+)+",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\s+(?:(?:in|at) (?:the )?(?:center|centre|middle|top|left|right)|icons?|symbols?|with (?:arrows?|lines?|labels?|"
    r"(?:glowing |dotted |dashed |data )*(?:lines|cables|arrows))|via .*|by .*|on (?:an? |the )?\w+ background)\b.*$",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^(?:.*\b(?:style|background|colou?rs?|lines?|arrows?|labels?|labell?ed|palette|gradient|vector|flat|isometric|"
    r"minimal|clean|modern|3d|2d|theme|mode|glow(?:ing)?|transparent)\b.*|\W*)$",
    re.IGNORECASE,
)


def find_connections(prompt: str) -> GraphicPrompt | None:
    """A drawing of at least two named devices or things that are connected, and of nothing else."""
    text = " ".join(prompt.split())
    if len(text) > 400 or not (_ONTO.search(text) or _TOGETHER.search(text) or _ARROWS.search(text)):
        return None
    if _DIAGRAM.search(text.lower()) is None:
        return None
    chains = _split(text)
    parts = [part for chain in chains for part in chain]
    if len(chains) < 2 and not _TOGETHER.search(text):
        return None
    known = [part for part in parts if find_glyph(part)]
    is_certain = _CERTAIN.search(text.lower()) is not None
    if len(parts) < 2 or (2 * len(known) < len(parts) and not is_certain):
        return None
    return GraphicPrompt(CONNECTION, "connected", "", text, text)


def _split(text: str) -> list[list[str]]:
    """The groups of parts, each of which is connected to the next one."""
    plain = _OPENING.sub("", re.sub(r"[\"“][^\"”]*[\"”]", " ", text))
    groups = [part for piece in _ONTO.split(plain) for part in _ARROWS.split(piece)]
    return [names for group in groups if (names := _list_parts(_TOGETHER.sub(" ", group)))]


def _list_parts(text: str) -> list[str]:
    found = []
    for part in re.split(r"\s*(?:,|;|\n|\band\b|&|\bplus\b)\s*", text.strip(" .")):
        name = _ADDED.sub("", _ARTICLE.sub("", part)).strip(" .:")
        if _FORM.match(name) and find_glyph(name) is None:
            continue
        if name and len(name.split()) <= 3:
            found.append(name)
    return found


def read_connections(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, _ = extract_title(prompt.text)
    chains = _split(prompt.text)
    items: list[GraphicItem] = []
    places: list[list[int]] = []
    for chain in chains:
        row = []
        for name in chain:
            known = [at for at, item in enumerate(items) if item.label.lower() == name.lower()]
            if not known and len(items) < MOST_PARTS:
                items.append(GraphicItem(label=name[:1].upper() + name[1:], detail=_find_drawing(name)))
                known = [len(items) - 1]
            row += known[:1]
        places.append(row)
    links = [
        GraphicLink(source=source, target=target)
        for one, other in pairwise(places)
        for source in one
        for target in other
        if source != target
    ]
    if not links and len(items) > 1:
        pairs = [(at, at + 1) for at in range(len(items) - 1)]
        links = [GraphicLink(source=one, target=other) for one, other in pairs]
    lower = prompt.lower
    options = [one for one in ("isometric",) if one in lower]
    options += ["arrows"] if re.search(r"\barrows?\b|->|→|=>|\b(?:sends?|sending|streaming)\b", lower) else []
    return Graphic(kind=CONNECTION, title=title, items=tuple(items), links=tuple(links), options=tuple(options))


def _find_drawing(name: str) -> str | None:
    glyph = find_glyph(name) or find_glyph(name.rsplit(maxsplit=1)[-1])
    if glyph is not None:
        return f"{GLYPH}{glyph}"
    match = lexicon.find(name) or lexicon.find(name.rsplit(maxsplit=1)[-1])
    return match.drawing if match is not None and match.how in ("own", "record", "label") else None

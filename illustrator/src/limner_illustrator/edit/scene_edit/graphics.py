"""Edits of a graphic: its kind, title, colours, look, form and items. Whatever else is asked for is noted."""

import re
from collections.abc import Callable
from dataclasses import replace

from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.graphic_description import format_value
from limner_illustrator.language.graphic_lists import clean_label, read_value
from limner_illustrator.language.graphic_looks import find_colors, read_look
from limner_illustrator.language.vocabulary.graphics import CHARTS, GRAPHICS, TABLES
from limner_illustrator.language.vocabulary.screen_graphics import SCREENS
from limner_illustrator.scene import Graphic, GraphicItem, Scene

LISTS = frozenset({
    "timeline", "infographic", "cycle-diagram", "pyramid-diagram", "funnel-diagram", "checklist", "venn-diagram",
    "matrix", "mind-map", "flow-chart",
})  # fmt: skip
"""Diagrams of a list of items, which any other of them can show."""
OF_VALUES = frozenset(
    {"bar-chart", "line-chart", "area-chart", "pie-chart", "histogram", "radar-chart", "funnel-diagram"}
)
_QUOTES = "\"'“”‘’«»"
_TITLE = re.compile(
    rf"\b(?:change|set|make|rename|update|replace|edit)\b.*?\b(?:title|heading|headline)\b.*?\b(?:to|as|be|with|say|read)\b\s*:?\s*"
    rf"[{_QUOTES}]?(?P<title>[^{_QUOTES}]+?)[{_QUOTES}]?[.!]*$|"
    rf"\b(?:title|heading)\s*[:=]\s*[{_QUOTES}]?(?P<other>[^{_QUOTES}]+?)[{_QUOTES}]?$|"
    rf"(?:\b(?:add|give it|use|with)\b.*?)?\b(?:title|heading)\b\s*(?:of|that says|saying|reading|called|named|:)?\s*"
    rf"[{_QUOTES}]?(?P<added>[^{_QUOTES}]+?)[{_QUOTES}]?[.!]*$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"\b(?:remove|delete|hide|drop|without|no)\b (?:the )?(?:title|heading)", re.IGNORECASE)
_KINDS = (
    re.compile(
        r"\b(?:make|turn|convert|change|transform|show|redraw|draw|render|switch|display)\b.*?\b(?:into|to|as)\b\s+"
        r"(?P<kind>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:make|use|draw|show)\b\s+(?:(?:it|this|that|the \w+(?: chart| graph| diagram)?)\s+)?(?P<kind>.+)$",
        re.IGNORECASE,
    ),
)
"""How an instruction names another kind, with and without a preposition."""
_OPTIONS: tuple[tuple[str, str, tuple[str, ...], frozenset[str]], ...] = (
    (r"\bhorizontal|lying|sideways\b", "horizontal", (), frozenset({"bar-chart", "flow-chart"})),
    (r"\bvertical|upright\b", "", ("horizontal",), frozenset({"bar-chart", "flow-chart"})),
    (r"\bunstack|grouped|side by side\b", "grouped", ("stacked",), frozenset({"bar-chart"})),
    (r"\bstack(?:ed)?\b", "stacked", ("grouped",), frozenset({"bar-chart"})),
    (r"\bdonut|doughnut|ring\b", "donut", (), frozenset({"pie-chart"})),
    (r"\b(?:smooth|curved)\b", "smooth", (), frozenset({"line-chart"})),
    (r"\btablet|ipad\b", "tablet", ("phone", "browser"), frozenset(SCREENS)),
    (r"\b(?:phone|mobile|iphone|android)\b", "phone", ("tablet", "browser"), frozenset(SCREENS)),
    (r"\b(?:browser|desktop|website|web)\b", "browser", ("tablet", "phone"), frozenset(SCREENS)),
    (r"\bwireframe\b", "wireframe", (), frozenset(SCREENS)),
)  # fmt: skip
"""Words -> the option that they set, those that it replaces, and the kinds that have it."""
_PARTS = re.compile(
    r"\b(?:it|them|everything|all|bars?|lines?|slices?|boxes|nodes?|colou?rs?|buttons?|accents?|columns?|points?|dots?|circles?|"
    r"chart|diagram|graphic|graph|table|header|arrows?|theme|palette|shapes?|steps?|levels?|area)\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"\b(?:background|backdrop|paper|canvas)\b", re.IGNORECASE)
_LIGHT = re.compile(r"\b(?:light mode|light theme|light background|bright mode)\b", re.IGNORECASE)
_REMOVE = re.compile(
    r"^(?:please )?(?:remove|delete|drop|take away|take out|erase|hide)\s+(?:the\s+)?(?P<what>.+?)[.!]*$", re.IGNORECASE
)
_RENAME = re.compile(
    r"^(?:please )?(?:rename|change|replace|set|update|make|swap)\s+(?:the\s+)?(?:value (?:of|for)\s+)?"
    r"(?P<old>.+?)\s+(?:to|with|by|into|=|for)\s+"
    r"(?P<new>.+?)[.!]*$",
    re.IGNORECASE,
)
_ADD = re.compile(
    r"^(?:please )?(?:add|insert|include)\s+(?:(?:an?|the|another|one more)\s+)?(?:(?:new )?(?:bar|slice|item|step|"
    r"row|entry|branch|task|level|point|value|stage|event|milestone|category)\s+)?(?:(?:for|called|named|labell?ed|with)\s+)?"
    r"(?P<what>.+?)[.!]*$",
    re.IGNORECASE,
)
_SHORT_NAMES = {
    "table": "data table", "pie": "pie chart", "donut": "donut chart", "bar": "bar chart", "bars": "bar chart",
    "line": "line chart", "lines": "line chart", "area": "area chart", "list": "checklist", "funnel": "funnel chart",
    "pyramid": "pyramid diagram", "cycle": "cycle diagram", "steps": "infographic",
}  # fmt: skip
"""What an instruction may call a kind, though a prompt may not."""
_COLORS_ONLY = re.compile(
    r"\b(?:use|with|in|try|and|or|the|colou?rs?|please|make|change|to|only|tones?|of|shades?|a|an)\b|[,.&!]"
)
_NUMBER = re.compile(r"^[$€£¥]?\s?-?[\d.,]+\s?(?:%|k|m|percent)?$", re.IGNORECASE)

Attempt = Callable[[Graphic, str], Graphic | str | None]
"""The changed graphic; a note on why it could not be changed; None: the clause asks for something else."""


def edit_graphic(scene: Scene, clauses: list[str]) -> tuple[Scene, list[str]]:
    """The Scene with its graphic changed, and the notes. `clauses`: in their own spelling."""
    notes: list[str] = []
    for clause in clauses:
        drawing = scene.graphic
        if drawing is None:
            break
        if re.search(r"\btransparent\b|\bremove (?:the )?background\b", clause, re.IGNORECASE):
            scene = replace(scene, transparent=True)
            continue
        made = _attempt(drawing, clause)
        name = GRAPHICS[drawing.kind].description
        if made is None:
            notes.append(f"“{_shorten(clause)}” cannot be done in {name}, so nothing was changed.")
        elif isinstance(made, str):
            notes.append(made)
        elif made == drawing:
            notes.append(f"“{_shorten(clause)}” changed nothing in the picture.")
        else:
            scene = replace(scene, graphic=made)
            if made.background is not None and made.background != drawing.background:
                scene = replace(scene, transparent=False)
    return scene, notes


def _attempt(drawing: Graphic, clause: str) -> Graphic | str | None:
    """One change, or several of different kinds that "and" joins: "white background and a title “Sales”"."""
    pieces = re.split(r"\s*,?\s+and\s+", clause)
    found = [
        next(((attempt, made) for attempt in _ATTEMPTS if (made := attempt(drawing, one)) is not None), None)
        for one in pieces
    ]
    if len(pieces) > 1 and len({one[0] for one in found if one is not None}) == len(pieces):
        for piece, one in zip(pieces, found, strict=True):
            made = one[0](drawing, piece) if one is not None else None
            if not isinstance(made, Graphic):
                return made
            drawing = made
        return drawing
    return next((made for attempt in _ATTEMPTS if (made := attempt(drawing, clause)) is not None), None)


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}..."


def _change_title(drawing: Graphic, clause: str) -> Graphic | None:
    if _NO_TITLE.search(clause):
        return replace(drawing, title=None)
    match = _TITLE.search(clause)
    if match is None:
        return None
    title = (match["title"] or match["other"] or match["added"]).strip()
    return replace(drawing, title=title[:200]) if title else None


def _change_option(drawing: Graphic, clause: str) -> Graphic | None:
    for words, option, replaced, kinds in _OPTIONS:
        if drawing.kind in kinds and re.search(words, clause, re.IGNORECASE):
            kept = [one for one in drawing.options if one not in (*replaced, option)]
            return replace(drawing, options=tuple([*kept, option] if option else kept))
    return None


def _change_kind(drawing: Graphic, clause: str) -> Graphic | str | None:
    match = next((found for pattern in _KINDS if (found := pattern.search(clause)) is not None), None)
    named = "" if match is None else re.sub(r"^(?:an?|the)\s+", "", match["kind"].strip(" .!").lower())
    wanted = read_graphic(f"a {_SHORT_NAMES.get(named, named)}", seed=0) if named else None
    if wanted is None or (drawing.kind in SCREENS and named == "wireframe"):
        return None
    kind = wanted.graphic.kind
    looks = tuple(dict.fromkeys([*drawing.looks, *wanted.graphic.looks]))
    options = _keep_options(drawing, kind, wanted.graphic.options)
    changed = replace(drawing, kind=kind, options=options, looks=looks)
    if kind == drawing.kind:
        return changed
    both = {kind, drawing.kind}
    if kind in ("table", "comparison-table") and drawing.kind in CHARTS:
        return replace(changed, items=_tabulate(drawing), links=())
    if both <= OF_VALUES or both <= set(SCREENS) or both <= {"table", "comparison-table"}:
        return changed
    if both <= LISTS | {"org-chart"}:
        return replace(changed, links=wanted.graphic.links[:0])
    if both <= {"flow-chart", "decision-tree", "org-chart", "network-diagram"}:
        return changed
    names = GRAPHICS[drawing.kind].description, GRAPHICS[kind].description
    return f"The content of {names[0]} does not fit {names[1]}, so nothing was changed."


def _keep_options(drawing: Graphic, kind: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the graphic that the kind has too, and those that are asked for."""
    known = {option for _, option, _, kinds in _OPTIONS if kind in kinds}
    frames = {"phone", "tablet", "browser"}
    kept = [
        one
        for one in drawing.options
        if one in known and not (one in frames and frames & set(wanted) and drawing.kind not in SCREENS)
    ]
    return tuple(dict.fromkeys([*kept, *(one for one in wanted if one not in frames)]))


def _tabulate(drawing: Graphic) -> tuple[GraphicItem, ...]:
    rows = [item for item in drawing.items if item.value is not None]
    groups = list(dict.fromkeys(item.group for item in rows))
    header = GraphicItem(label="Name", lines=tuple(group or "Value" for group in groups))
    labels = list(dict.fromkeys(item.label for item in rows))
    values = {(item.label, item.group): format_value(item.value or 0, drawing.unit) for item in rows}
    return (
        header,
        *(GraphicItem(label=one, lines=tuple(values.get((one, group), "") for group in groups)) for one in labels),
    )


def _change_look(drawing: Graphic, clause: str) -> Graphic | str | None:
    look, _, _ = read_look("", clause)
    colors = look.colors
    background = look.background
    if _BACKGROUND.search(clause):
        background = background or next(iter(find_colors(clause)), None)
        colors = ()
    elif not colors and (item := _find_item(drawing, clause)) is not None and find_colors(clause):
        return f"A single part ({item.label}) has no colour of its own, so nothing was changed."
    elif not colors and (_PARTS.search(clause) or _names_only_colors(clause)):
        colors = tuple(dict.fromkeys(find_colors(clause)))
    looks = look.looks
    if _LIGHT.search(clause):
        kept = tuple(one for one in drawing.looks if one not in ("dark", "neon", "blueprint", "chalkboard"))
        return replace(drawing, looks=kept, background=None)
    if not (colors or background or looks):
        return None
    changed = drawing
    if looks:
        changed = replace(changed, looks=tuple(dict.fromkeys([*_unopposed(drawing.looks, looks), *looks])))
        if {"dark", "neon"} & set(looks) and background is None:
            changed = replace(changed, background=None)
        if {"pastel", "monochrome", "neon"} & set(looks):
            changed = replace(changed, colors=())
    if colors:
        changed = replace(changed, colors=colors)
    if background:
        dark_free = tuple(one for one in changed.looks if one != "dark" or background == "black")
        changed = replace(changed, background=background, looks=dark_free)
    return changed


def _names_only_colors(clause: str) -> bool:
    rest = _COLORS_ONLY.sub(" ", clause.lower())
    words = rest.split()
    return bool(words) and len(find_colors(rest)) >= 1 and all(find_colors(word) for word in words)


def _unopposed(before: tuple[str, ...], added: tuple[str, ...]) -> list[str]:
    """The looks that may stay beside the added ones: one palette and one ground at a time."""
    palettes, grounds = {"pastel", "monochrome", "neon"}, {"dark", "blueprint", "chalkboard", "neon"}
    return [
        one
        for one in before
        if not (one in palettes and palettes & set(added)) and not (one in grounds and grounds & set(added))
    ]


def _find_item(drawing: Graphic, text: str) -> GraphicItem | None:
    """The item whose label the text names; the longest label first."""
    plain = text.lower()
    named = [
        item
        for item in drawing.items
        if item.label and re.search(rf"(?<!\w){re.escape(item.label.lower())}(?!\w)", plain)
    ]
    return max(named, key=lambda item: len(item.label), default=None)


def _change_items(drawing: Graphic, clause: str) -> Graphic | str | None:
    if match := _REMOVE.match(clause):
        item = _find_item(drawing, match["what"])
        return None if item is None else _without(drawing, item)
    if match := _RENAME.match(clause):
        item = _find_item(drawing, match["old"])
        if item is None:
            return None
        new = match["new"].strip(f"{_QUOTES} ")
        if _NUMBER.match(new) and item.value is not None:
            value = read_value(f"x: {new}").value
            return _with(drawing, item, replace(item, value=value))
        return _with(drawing, item, replace(item, label=clean_label(new)))
    if match := _ADD.match(clause):
        return _add_item(drawing, match["what"].strip(f"{_QUOTES} "))
    return None


def _without(drawing: Graphic, gone: GraphicItem) -> Graphic:
    """Links of what is removed are joined past it."""
    at = drawing.items.index(gone)
    into = [link for link in drawing.links if link.target == at]
    out = [link for link in drawing.links if link.source == at]
    joined = [replace(one, target=other.target) for one in into for other in out if one.source != other.target]
    kept = [link for link in drawing.links if at not in (link.source, link.target)]
    moved = tuple(
        replace(link, source=link.source - (link.source > at), target=link.target - (link.target > at))
        for link in [*kept, *joined]
    )
    items = tuple(item for number, item in enumerate(drawing.items) if number != at and item.group != gone.label)
    return replace(drawing, items=items, links=moved if len(items) == len(drawing.items) - 1 else ())


def _with(drawing: Graphic, old: GraphicItem, new: GraphicItem) -> Graphic:
    return replace(
        drawing,
        items=tuple(
            new if item == old else replace(item, group=new.label) if item.group == old.label else item
            for item in drawing.items
        ),
    )


def _add_item(drawing: Graphic, text: str) -> Graphic | str | None:
    if drawing.kind in SCREENS or (drawing.kind in TABLES and drawing.kind != "checklist") or len(drawing.items) >= 60:
        return None
    made = read_value(text)
    if drawing.kind in CHARTS:
        is_single = all(item.group is None for item in drawing.items)
        if made.value is None or not is_single:
            return f"“{_shorten(text)}” was not added: a chart with one series needs a label and a value for it."
        return replace(drawing, items=(*drawing.items, GraphicItem(label=made.label, value=made.value)))
    if drawing.kind in LISTS and not drawing.links:
        item = GraphicItem(label=made.label if made.value is not None else clean_label(text), value=made.value)
        return replace(drawing, items=(*drawing.items, item))
    return None


_ATTEMPTS: tuple[Attempt, ...] = (_change_title, _change_kind, _change_look, _change_option, _change_items)

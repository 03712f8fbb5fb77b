"""Edits of what is written in a design: its title, one of its lines, their colour."""

import re
from dataclasses import replace

from limner_illustrator.language.design_content import make_contacts
from limner_illustrator.language.graphic_looks import find_colors
from limner_illustrator.language.vocabulary.designs import DESIGNS
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Graphic, GraphicItem, Scene
from limner_illustrator.scene.scene import MAX_LETTERS

INK = "ink-"
"""An option of a design: the colour of its letters."""
_QUOTES = "\"'“”‘’«»„"
_AROUND_COLORS = frozenset({
    "dark", "light", "bright", "deep", "pale", "to", "in", "be", "a", "an", "and", "with", "color", "colour", "neon",
    "letters", "instead", "vivid", "soft", "hot",
})  # fmt: skip
_TEXTS = (
    r"(?:main |big |whole |entire )?(?:titles?|headings?|headlines?|names?|texts?|words?|wording|lettering|"
    r"letters|captions?|"
    r"slogans?|taglines?|greetings?|mastheads?|fonts?|typography|writing)"
)
_LINES = (
    r"(?:sub-?titles?|sub-?headings?|dates?|times?|prices?|address|phone numbers?|urls?|websites?|lines?|quotes?|"
    r"labels?|places?|venues?|locations?|hashtags?|notes?|signatures?|footers?)"
)
_RETITLE = re.compile(
    rf"^(?:please )?(?:change|set|make|rename|update|replace|edit|let|have)\s+(?:the |its |my )?(?P<what>{_TEXTS})"
    r"(?: of (?:the |this )?\w+| on (?:the |this )?\w+)?\s+"
    rf"(?:to|as|be|with|say|says|read|by|into)(?: (?:say|read|be))?\s*:?\s*(?P<new>.+?)[.!]*$",
    re.IGNORECASE,
)
_SAY = re.compile(
    r"^(?:please )?(?:make|let|have)\s+(?:it|the \w+|this)\s+(?:say|read)\s*:?\s*(?P<new>.+?)(?: instead)?[.!]*$",
    re.IGNORECASE,
)
_SWAP = re.compile(
    rf"^(?:please )?(?:change|replace|swap|rename|update|correct|edit|substitute)\s+(?:the )?(?:{_TEXTS}\s+)?"
    rf"[{_QUOTES}]?(?P<old>.+?)[{_QUOTES}]?\s+(?:to|with|by|into|for)\s+(?:the )?(?:{_TEXTS}\s+)?(?P<new>.+?)[.!]*$",
    re.IGNORECASE,
)
_COLOR = re.compile(
    rf"^(?:please )?(?:make|change|turn|set|paint|colou?r|recolou?r)\s+(?:the )?(?:colou?r of (?:the )?)?"
    rf"(?:all )?(?:the )?{_TEXTS}(?: colou?r)?\s+(?:in |to |into )?(?P<color>.+?)[.!]*$|"
    rf"^(?:please )?(?:use|with|give it)\s+(?P<other>.+?)\s+{_TEXTS}[.!]*$",
    re.IGNORECASE,
)
_REMOVE = re.compile(
    rf"^(?:please )?(?:remove|delete|erase|hide|drop|take (?:away|out)|get rid of)\s+(?:all )?(?:the |its |any )?"
    rf"(?P<what>{_TEXTS}|.+?)[.!]*$",
    re.IGNORECASE,
)
_ADD = re.compile(
    rf"^(?:please )?(?:add|write|put|insert|include)\s+(?:(?:the|a|an)\s+)?(?P<what>{_TEXTS}|{_LINES})?\s*(?:that says|"
    rf"saying|reading|called|of|:)?\s*[{_QUOTES}](?P<new>[^{_QUOTES}]+)[{_QUOTES}].*$",
    re.IGNORECASE,
)


def edit_design_text(scene: Scene, clause: str) -> Scene | None:
    """The Scene with its design's texts changed; None where the clause, in its own spelling, speaks of none."""
    drawing = scene.graphic
    if drawing is None or drawing.kind not in DESIGNS:
        return None
    match = _COLOR.match(clause)
    said = "" if match is None else match["color"] or match["other"]
    if _is_color(said) and (colors := find_colors(said)):
        kept = tuple(one for one in drawing.options if not one.startswith(INK))
        return replace(scene, graphic=replace(drawing, options=(*kept, f"{INK}{colors[0]}")))
    if (match := _SWAP.match(clause)) is not None and (changed := _swap(scene, match["old"], _plain(match["new"]))):
        return changed
    if (match := _RETITLE.match(clause) or _SAY.match(clause)) is not None:
        return _set_title(scene, _plain(match["new"]))
    if (match := _REMOVE.match(clause)) is not None:
        return _remove(scene, _plain(match["what"]))
    if (match := _ADD.match(clause)) is not None:
        new = _plain(match["new"])
        if drawing.title is None:
            return replace(scene, graphic=replace(drawing, title=new))
        return replace(scene, texts=tuple(dict.fromkeys([*scene.texts, new])))
    return None


def _is_color(said: str) -> bool:
    """ "Dark blue", and not "to Blue Note Live"."""
    words = [word for word in re.findall(r"[\w-]+", said.lower()) if word not in _AROUND_COLORS]
    return bool(words) and all(word in COLOR_WORDS for word in words) and not re.search(rf"[{_QUOTES}]", said)


def _plain(text: str) -> str:
    return text.strip(f"{_QUOTES} ")[:MAX_LETTERS]


def _set_title(scene: Scene, new: str) -> Scene:
    """The title, or the first line where the design has no title."""
    drawing = scene.graphic or Graphic(kind="")
    lone = next((one for one in drawing.items if one.role in (None, "name")), None)
    if drawing.title is None and scene.texts:
        return replace(scene, texts=(new, *scene.texts[1:]))
    if drawing.title is None and lone is not None:
        items = tuple(replace(one, label=new) if one is lone else one for one in drawing.items)
        return replace(scene, graphic=replace(drawing, items=items))
    return replace(scene, graphic=replace(drawing, title=new, items=_name_contacts(drawing, new)))


def _name_contacts(drawing: Graphic, name: str | None) -> tuple[GraphicItem, ...]:
    """The items, with the contacts that were made up from the title made up from the new one."""
    old, new = make_contacts(drawing.title or ""), make_contacts(name or "")
    made_up = dict(zip((one.label for one in old), new, strict=True))
    if drawing.kind != "business-card" or not {one.label for one in drawing.items} >= made_up.keys():
        return drawing.items
    return tuple(made_up.get(one.label, one) if one.role == "contact" else one for one in drawing.items)


def _swap(scene: Scene, old: str, new: str) -> Scene | None:
    """One text, or a part of it, for another; None where no text of the design has it."""
    drawing = scene.graphic or Graphic(kind="")
    found = re.compile(rf"(?<!\w){re.escape(_plain(old))}(?!\w)", re.IGNORECASE)

    def put(text: str) -> str:
        return found.sub(lambda _: new, text)[:MAX_LETTERS]

    title = put(drawing.title) if drawing.title else drawing.title
    items = drawing.items if title == drawing.title else _name_contacts(drawing, title)
    items = tuple(replace(one, label=put(one.label)) if one.role != "count" else one for one in items)
    changed = replace(
        scene,
        graphic=replace(drawing, title=title, items=items),
        texts=tuple(put(one) for one in scene.texts),
    )
    return None if changed == scene else changed


def _remove(scene: Scene, what: str) -> Scene | None:
    drawing = scene.graphic or Graphic(kind="")
    named = re.fullmatch(_TEXTS, what, re.IGNORECASE)
    if named is None:
        found = what.casefold()
        items = tuple(one for one in drawing.items if one.label.casefold() != found)
        title = None if (drawing.title or "").casefold() == found else drawing.title
        texts = tuple(one for one in scene.texts if one.casefold() != found)
        changed = replace(scene, graphic=replace(drawing, title=title, items=items), texts=texts)
        return None if changed == scene else changed
    is_title = re.search(r"title|heading|headline|name", what, re.IGNORECASE) is not None
    items = drawing.items if is_title else tuple(one for one in drawing.items if one.role is not None)
    return replace(scene, graphic=replace(drawing, title=None, items=items), texts=scene.texts if is_title else ())

"""Content of family trees: couples and their children, generation by generation."""

import random
import re

from limner_illustrator.language.graphic_diagrams import read_listed
from limner_illustrator.language.graphic_flows import read_hierarchy
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink

MOST = 8
_GENERATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("great[- ]?grand(?:parents?|fathers?|mothers?)", ("Great-grandfather & great-grandmother",)),
    ("grand(?:parents?|fathers?|mothers?|pas?|mas?)", ("Grandfather & grandmother",)),
    ("parents?|mother|father|mom|dad", ("Father & mother",)),
    ("grand(?:children|child|kids?|sons?|daughters?)", ("Grandchild",)),
    ("children|child|kids?|sons?|daughters?|siblings?|brothers?|sisters?|me\\b", ("Child",)),
)
_COUNT = r"(?:(?P<count>\d|one|two|three|four|five|six)\s+(?:\w+\s+)?)?"
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUPLE = re.compile(
    r"(?P<couple>[A-Z][\w'-]+ (?:and|&) [A-Z][\w'-]+)\s*(?:,|:|->|→|\s)\s*"
    r"(?:and |with |have |had |their |children|kids|child|parents of|the|[:,])*\s*"
    r"(?P<children>[A-Z][\w'-]+(?:(?:, | and |, and | & )[A-Z][\w'-]+)*)"
)


def read_family(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    if not re.search(r"famil|ancest|genealog", prompt.phrase):
        return read_hierarchy(prompt, before, after, rng)
    if match := _COUPLE.search(text):
        names = split_items(match["children"])
        return _make(prompt, title, [[match["couple"].replace(" and ", " & ")], [clean_label(one) for one in names]])
    family = re.search(r"\b(?P<name>[A-Z][\w'-]+)(?:'s)? [Ff]amily\b", text)
    title = title or (f"{family['name']} family" if family else None)
    levels = _read_generations(text.lower())
    if len(levels) >= 2:
        subject = make_title(re.split(r"\b(?:with|showing|of|for|including)\b|:", text)[0])
        return _make(prompt, title or make_title(f"{before} {subject or ''}") or "Family tree", levels)
    listed = read_listed(before, text)
    if listed.parts:
        return read_hierarchy(prompt, before, after, rng)
    count = re.search(r"\b(\d|three|four|two)[- ]generations?", prompt.lower)
    depth = min(4, _NUMBERS.get(count[1], 0) or int(count[1])) if count else 3
    levels = [["Grandfather & grandmother"], ["Father & mother", "Uncle & aunt"], ["Brother", "Me", "Cousin"]]
    if depth == 2:
        levels = levels[1:][:1] and [["Father & mother"], ["Brother", "Me", "Sister"]]
    if depth == 4:
        levels = [["Great-grandparents"], *levels]
    subject = make_title(re.sub(r"\b(?:\w+[- ]generations?|family)\b", "", f"{before} {text}"))
    heading = title or (f"{subject} family tree" if subject and len(subject) < 30 else "Family tree")
    return _make(prompt, heading, levels, is_sample=True)


def _read_generations(text: str) -> list[list[str]]:
    """ "grandparents, parents and three children": from the oldest to the youngest."""
    levels: list[tuple[int, list[str]]] = []
    order = (0, 1, 2, 4, 3)
    for number, (words, (label,)) in enumerate(_GENERATIONS):
        match = re.search(rf"\b{_COUNT}(?<![-\w])(?:{words})\b", text)
        if match is None or (number == 1 and "great" in text[max(0, match.start() - 7) : match.start()]):
            continue
        count = (_NUMBERS.get(match["count"]) or int(match["count"])) if match["count"] else 0
        if "&" in label:
            couples = max(1, count // 2) if count else 1
            levels.append((number, [label] * couples))
        else:
            count = min(MOST, count or (3 if re.search(r"children|kids|s\b", match.group()) else 1))
            levels.append((number, [f"{label} {at}" if count > 1 else label for at in range(1, count + 1)]))
    levels.sort(key=lambda level: order.index(level[0]))
    return [names for _, names in levels]


def _generation(name: str) -> str | None:
    """What a prompt calls those of a label that this module chose."""
    return {"Grandfather & grandmother": "Grandparents", "Father & mother": "Parents"}.get(name) or (
        "Children" if name.startswith("Child") else "Grandchildren" if name.startswith("Grandchild") else None
    )


def _make(prompt: GraphicPrompt, title: str | None, levels: list[list[str]], *, is_sample: bool = False) -> Graphic:
    """Couples above, and everybody below hangs on one of them."""
    items: list[GraphicItem] = []
    links: list[GraphicLink] = []
    above: list[int] = []
    for names in levels:
        row = range(len(items), len(items) + len(names))
        items += [GraphicItem(label=name, role="person", group=_generation(name)) for name in names]
        links += [
            GraphicLink(source=above[at * len(above) // len(names)], target=node)
            for at, node in enumerate(row)
            if above
        ]
        above = [node for node in row if "&" in items[node].label or "parents" in items[node].label] or list(row)
    return Graphic(kind=prompt.kind, title=title, items=tuple(items), links=tuple(links), is_sample=is_sample)

"""Content of comparison tables and journey maps."""

import random
import re
from dataclasses import replace

from limner_illustrator.language.design_content import NUMBERS, read_number
from limner_illustrator.language.graphic_diagrams import read_count, read_listed, split_detail
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_items
from limner_illustrator.language.graphic_pairs import find_pair
from limner_illustrator.language.graphic_profiles import find_profiles
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_data as data
from limner_illustrator.scene import Graphic, GraphicItem

MAX_CRITERIA = 8
EMPTY_CELL = "–"
"""Of a criterion of which nothing is known."""
_VERSUS = re.compile(r"\s+(?:vs\.?|versus|against|compared (?:to|with)|gegen|contra|contre)\s+", re.IGNORECASE)
_CRITERIA = re.compile(
    r"\s*,?\s*\b(?:by|on|in terms of|across|regarding|based on|with rows?(?: for)?|with (?:the )?(?:criteria|features)|"
    r"nach)\s*:?\s+"
    r"(?P<list>[^.;\n]+)$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\s*(?:(?:about|of|on|showing|explaining)?\s*(?:the )?(?:differences?|comparison|similarities) (?:between|of)|"
    r"of|between|for|comparing|that compares|about|showing|von|zwischen|de|entre|des|:)\s+"
    r"(?:(?:le|la|les|el|los|las|der|die|das|the)\s+)?",
    re.IGNORECASE,
)
_ROWS = re.compile(rf"\b(?P<count>[2-9]|{'|'.join(NUMBERS)}) (?:rows|criteria|features|points)\b")
_COUNTED = re.compile(
    r"^\s*(?:of|between|for|comparing|with)?\s*(?P<count>[2-5]|two|three|four)\s+(?:different\s+)?"
    r"(?P<noun>\w+(?: \w+)?)s\b"
    r"\s*(?:(?:with|by|on|in|regarding)\s+(?P<list>.+))?$",
    re.IGNORECASE,
)
"""Things that are only counted: "three phone plans with data, calls and price"."""
_PURPOSE = re.compile(r"\s+(?:for|as) (?:an? |the |my |our )?(?:\w+ ){0,2}\w+\s*$")
"""What things are compared for: "Paris, London and Rome for a vacation"."""
_ARE_OFFERS = re.compile(r"\b(?:plans?|tiers?|packages?|subscriptions?|editions?|memberships?|our product)\b")
"""Whose features may be made up, because they are the writer's own."""

_COMMON = re.compile(
    r"\s*,?\s*\b(?:and\s+)?(?:what they (?:share|have in common)|their similarities|"
    r"(?:the |their )?shared (?:traits|features|qualities)|"
    r"(?:the )?similarities(?: and differences)?"
    r"(?:\s+(?=between|of))?|(?:the )?differences and similarities|common (?:traits|features|points))\b",
    re.IGNORECASE,
)


def read_comparison(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """A table whose cells may be "yes" and "no"; pros and cons are two columns of points."""
    title, text = extract_title(after)
    if re.search(r"\bpros and cons\b", prompt.lower):
        return _read_pros(prompt, title, before, text)
    criteria: list[str] = []
    if (match := _CRITERIA.search(text)) and (split := split_items(match["list"])):
        criteria, text = [clean_label(one) for one in split][:MAX_CRITERIA], text[: match.start()]
    text = _PURPOSE.sub("", text)
    counted = _COUNTED.match(text)
    if (
        not criteria
        and re.search(r",.*:", text)
        and 2 <= len(own := split_items(text.partition(":")[2])) <= MAX_CRITERIA
    ):
        criteria, text = [clean_label(one) for one in own], text.partition(":")[0]
    listed = read_listed(before, text)
    names = [] if counted else [clean_label(part) for part in listed.parts]
    source = _VERSUS.split(_LEADING.sub("", text.split(":")[0]))
    if len(source) < 2 and len(versus := _VERSUS.split(before)) > 1:
        source = versus
    if len(source) == 2 and "," in source[0]:
        source = [*split_items(source[0]), source[1]]
    if len(source) > 1:
        names = [clean_label(re.split(r"\s+with\s+|,", one)[0]) for one in source]
    if counted is not None:
        noun = clean_label(counted["noun"])
        count = {"two": 2, "three": 3, "four": 4}.get(counted["count"].lower()) or int(counted["count"])
        names = [f"{noun} {letter}" for letter in "ABCDE"[: max(2, min(5, count))]]
        criteria = criteria or [clean_label(one) for one in split_items(counted["list"] or "")][:MAX_CRITERIA]
        source = []
    given = [one for one in split_items(_LEADING.sub("", text.split(":")[0])) if len(one.split()) <= 3]
    if not names and 3 <= len(given) <= 5 and prompt.phrase.endswith(("comparing", "chart", "table", "of", "between")):
        names = [clean_label(one) for one in given]
    if not names and len(pair := re.split(r"\s+(?:and|und|y|et|&)\s+", _LEADING.sub("", text).strip(" .:"))) == 2:
        names = [clean_label(one) for one in pair]
    is_named = 2 <= len(names) <= 5
    if not is_named:
        names = ["Option A", "Option B", "Option C"][: min(3, read_count(prompt.text) or 3)]
    heading = title or (" vs ".join(names) if is_named else listed.heading)
    items = [GraphicItem(label="Criterion" if criteria else "Feature", lines=tuple(names))]
    known_pair = find_pair(*names) if is_named and len(names) == 2 and not criteria else None
    if known_pair is not None:
        items += [GraphicItem(label=criterion, lines=(first, second)) for criterion, first, second in known_pair.rows]
    elif is_named and counted is None and (criteria or not _ARE_OFFERS.search(prompt.lower)):
        rows = _fill_criteria(names, criteria, prompt.topic)
        items += [GraphicItem(label=criterion, lines=cells) for criterion, cells in rows]
    elif criteria:
        for criterion in criteria:
            levels = rng.sample(data.LEVELS, k=min(len(data.LEVELS), len(names)))
            levels += [rng.choice(data.LEVELS) for _ in names[len(levels) :]]
            items.append(GraphicItem(label=criterion, lines=tuple(levels)))
    else:
        for at, feature in enumerate(data.FEATURES):
            cells = tuple("yes" if (at + 2 * number) % 3 or at == 0 else "no" for number in range(len(names)))
            items.append(GraphicItem(label=feature, lines=cells))
    if rows_asked := _ROWS.search(prompt.lower):
        items = items[: 1 + read_number(rows_asked["count"])]
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), is_sample=True)


def _fill_criteria(names: list[str], criteria: list[str], topic: str) -> list[tuple[str, tuple[str, ...]]]:
    """A cell is empty where nothing is known: a level that is made up would be a claim about a real thing."""
    known = find_profiles(names)
    if not criteria and known:
        return known
    usual = next(found for words, found in data.CRITERIA if not words or re.search(rf"\b(?:{words})", topic))
    empty = (EMPTY_CELL,) * len(names)
    return [
        (one, next((cells for name, cells in known if _is_same(one, name)), empty)) for one in criteria or list(usual)
    ]


def _is_same(criterion: str, known: str) -> bool:
    one, other = criterion.lower().rstrip("s"), known.lower().rstrip("s")
    return one == other or one in other.split() or other in one.split()


def _read_pros(prompt: GraphicPrompt, title: str | None, before: str, text: str) -> Graphic:
    columns = []
    is_sample = False
    _, pros, cons = next(
        entry for entry in data.PROS_AND_CONS if not entry[0] or re.search(rf"\b(?:{entry[0]})", prompt.topic)
    )
    for name, samples in (("pros", pros), ("cons", cons)):
        match = re.search(rf"\b{name}\b\s*[:(]\s*(.+?)(?=[;.)\n]|,?\s*(?:and\s+)?\bcons\b|$)", text, re.IGNORECASE)
        is_sample |= match is None
        columns.append([clean_label(one) for one in split_items(match[1])] if match else list(samples))
    height = max(map(len, columns))
    rows = [
        ("Pros", "Cons"),
        *(tuple(column[at] if at < len(column) else "" for column in columns) for at in range(height)),
    ]
    subject = make_title(re.split(r"\bpros\b|\bcons\b|:", text, flags=re.IGNORECASE)[0])
    heading = title or (f"{subject}: pros and cons" if subject else "Pros and cons")
    items = tuple(GraphicItem(label=row[0], lines=row[1:]) for row in rows)
    return Graphic(kind=prompt.kind, title=heading, items=items, options=("pros",), is_sample=is_sample)


def read_journey(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """A table: the stages are the rows, what a customer does and feels are the columns."""
    listed = read_listed(before, after)
    _, stages, cells = next(
        entry for entry in data.JOURNEYS if not entry[0] or re.search(rf"\b(?:{entry[0]})", prompt.topic)
    )
    names = [clean_label(re.sub(r"\bstages?\b", "", part)) for part in listed.parts][:6]
    is_own = len(names) >= 3
    shown = names if is_own else list(stages)
    items = [GraphicItem(label="Stage", lines=data.JOURNEY_ROWS)]
    for at, stage in enumerate(shown):
        items.append(GraphicItem(label=stage, lines=tuple(texts[at * len(texts) // len(shown)] for texts in cells)))
    heading = listed.title or make_title(listed.subject if not is_own else "") or "Customer journey"
    return replace(Graphic(kind=prompt.kind, title=heading, items=tuple(items)), is_sample=True)


def read_venn(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    overlap = re.search(
        r"(?:\b(?:with|and)\s+)?(?:the\s+)?(?:overlap|intersection|middle|center|centre|common area|"
        r"shared area|both(?: are| have| can)?)\b\W*"
        r"(?:labell?ed|is|of|saying|showing|named|:|=|as)*\s*[\"“']?([^\"”',.;]{2,40})[\"”']?",
        text,
        re.IGNORECASE,
    )
    shared = clean_label(overlap[1]) if overlap else None
    if overlap is None and (common := _COMMON.search(text)):
        head = re.sub(r"\s+(?:with|and|showing|including)\s*$", "", text[: common.start()])
        text = f"{head} {text[common.end() :]}".strip(" ,")
        found = re.search(r"similarit\w+|shared \w+|common (?:traits|features|points)", common.group().lower())
        shared = found.group().capitalize() if found else "In common"
    listed = read_listed(before, text[: overlap.start()].rstrip(" ,") if overlap else text)
    parts = [clean_label(part) for part in listed.parts]
    if not parts and (pair := re.match(r"^(.+?)\s+(?:vs\.?|versus|and|&)\s+(.+)$", listed.subject.strip())):
        parts = [clean_label(pair[1]), clean_label(pair[2])]
    is_sample = len(parts) < 2
    if is_sample:
        count = read_count(prompt.text) or (2 if re.search(r"\btwo\b|\b2\b", prompt.lower) else 3)
        parts = [f"Set {'ABCD'[at]}" for at in range(min(4, max(2, count)))]
    items = [split_detail(part) for part in parts[:4]]
    known_pair = (
        find_pair(*parts) if len(parts) == 2 and not is_sample and not any(item.detail for item in items) else None
    )
    if known_pair is not None:
        known = [(name, cells) for name, *cells in known_pair.rows if cells[0] != cells[1]][:3]
        own = [[f"{name}: {cell[0].lower()}{cell[1:]}" for cell in cells] for name, cells in known]
        items = [replace(item, lines=tuple(row[at] for row in own)) for at, item in enumerate(items)]
        shared, is_sample = shared or ", ".join(known_pair.common), True
    if shared:
        items.append(GraphicItem(label=shared, role="overlap"))
    heading = title or (None if not is_sample and not listed.subject else make_title(listed.subject))
    if heading and all(part.lower() in heading.lower() for part in parts):
        heading = None
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), is_sample=is_sample)

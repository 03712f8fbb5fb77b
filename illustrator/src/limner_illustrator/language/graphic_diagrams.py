"""Content of diagrams that are lists at heart: timelines, cycles, pyramids, funnels, steps, mind maps, quadrants."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from limner_illustrator.language.graphic_lists import (
    clean_label,
    extract_title,
    make_title,
    read_numbers,
    read_value,
    split_head,
    split_items,
    strip_joints,
)
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_outlines as outlines
from limner_illustrator.language.vocabulary.graphic_outlines import Outline
from limner_illustrator.language.vocabulary.graphic_words import PLAIN_STYLES
from limner_illustrator.scene import Graphic, GraphicItem

MAX_STEPS = 12
MAX_STARTS = 24
"""Positions at which a list is looked for."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNT = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})[- ](?:\w+[- ])?(?:steps?|levels?|stages?|sections?|phases?|parts?|items?|"
    r"layers?|tiers?|"
    r"points?|milestones?|tips|ways|reasons|facts|circles?|sets|branches|nodes|rows|tasks|elements|options|columns?)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"\b(?:with|showing|containing|including|consisting of|stages?|steps?|levels?|named|labell?ed|like|such as|from|of|"
    r"are|between|for|namely|featuring|comparing|listing|branches|sections|include|includes|about|events?|milestones?|"
    r"entitled|tasks|items|layers|columns|plans|circles|phases|tables|entities)\b\s*",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+to\s+(?:the\s+|a\s+)?", re.IGNORECASE)
_SIDE_TASKS = re.compile(
    r"[,.;]?\s*\b(?:with|and|using|including)\s+(?:(?:a|an|the|nice|small|simple|colou?rful|different|matching|clear|large|"
    r"big|flat|cute|beautiful|bold|clean|modern|connecting|curved|rounded|white|some|each|bright|relevant)\s+){0,3}"
    r"(?:icons?|arrows?|colou?rs?|labels?|illustrations?|connectors?|shapes?|numbers|gradients?|shadows?|emojis?|lines|"
    r"checkboxes|check ?marks|boxes|headings?|text|fonts?|background|borders?|circles|descriptions?)\b"
    r"(?!\s*(?:labell?ed|named|for|:))",
    re.IGNORECASE,
)


_NAME_OF_KIND = re.compile(r"^(?:\w+[ -]){0,2}(?:diagram|chart|infographic|mockup|wireframe)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    parts: tuple[str, ...]
    """In their own spelling; () if the prompt lists nothing."""
    subject: str
    title: str | None
    """The one that the prompt gives."""

    @property
    def heading(self) -> str | None:
        return self.title or make_title(self.subject)


def read_listed(before: str, after: str) -> Listed:
    """The enumeration of a prompt, and what stands before it."""
    title, text = extract_title(after)
    text = _SIDE_TASKS.sub("", text)
    head, listed = split_head(text)
    if listed.strip():
        parts = tuple(split_items(listed))
        if len(parts) > 1:
            return Listed(parts, _join(before, _COUNT.sub("", head)), title)
        text = f"{head} {listed}"
    if (chain := _split_chain(text)) is not None:
        return Listed(chain, before, title)
    found: Listed | None = None
    for opening in islice(_OPENERS.finditer(text), MAX_STARTS):
        rest = text[opening.end() :]
        parts = _meaningful(split_items(rest))
        if len(parts) < 2 and opening.group().strip().lower() == "from" and len(ends := _TO.split(rest)) > 1:
            parts = _meaningful(ends)
        is_list = len(parts) >= max(2, len(found.parts) if found else 0) and all(
            len(part.split()) <= 9 for part in parts
        )
        if is_list:  # the later it begins, the less of the subject is in its first item
            found = Listed(parts, _join(before, _COUNT.sub("", text[: opening.start()])), title)
    if found is not None:
        return found
    return Listed((), _join(before, _COUNT.sub("", text)), title)


_EMPTY_TAIL = re.compile(
    r"\s+(?:with|into|and)\s+(?:the\s+)?(?:main\s+)?(?:branches|steps|stages|levels|sections|parts)"
    r"(?:\s+(?:for|like|of|called|named))?\W*$",
    re.IGNORECASE,
)


def _join(before: str, text: str) -> str:
    text = _EMPTY_TAIL.sub("", text)
    stripped = re.sub(
        r"\s+(?:with|showing|and|has|having|for|of|the|from|to)\s*$", "", strip_joints(text).strip(" ,.:;")
    )
    return " ".join(one for one in (before, stripped) if one)


def _split_chain(text: str) -> tuple[str, ...] | None:
    """ "A -> B -> C" with what stands before the first one removed."""
    if not re.search(r"->|→|=>|➡|⇒", text):
        return None
    parts = split_items(re.sub(r"^.*?\b(?:of|from|showing|with|:)\s+(?=[^>]*(?:->|→|=>))", "", text))
    return tuple(parts) if len(parts) > 1 else None


def _meaningful(parts: Sequence[str]) -> tuple[str, ...]:
    """Without what only asks for a look: "clean lines", "nice colors"."""
    kept = [part for part in parts if not _NAME_OF_KIND.search(part) and not _is_look(part)]
    return tuple(part for part in kept if re.search(r"\w", part))


_SUBJECTS = frozenset(
    {"data", "web", "mobile", "design", "build", "test", "start", "end", "time", "system", "show", "other"}
)
"""Words of style that are more often a subject where they are items of a list."""


def _is_look(part: str) -> bool:
    """Whether a part only asks for a look: all its words do, and it is neither a name nor a number."""
    is_name = (
        part.strip()[:1].isupper() or any(letter.isdigit() for letter in part) or part.strip().lower() in _SUBJECTS
    )
    return not is_name and set(re.findall(r"[^\W\d_]+", part.lower())) <= PLAIN_STYLES


def find_outline(table: Sequence[Outline], text: str) -> Outline:
    return next(entry for entry in table if not entry[0] or re.search(rf"\b(?:{entry[0]})", text))


def read_count(text: str) -> int | None:
    match = _COUNT.search(text)
    if match is None:
        return None
    return max(1, min(MAX_STEPS, _NUMBERS.get(match[1].lower()) or int(match[1])))


def _from_outline(
    prompt: GraphicPrompt, table: Sequence[Outline], listed: Listed
) -> tuple[str | None, list[GraphicItem]]:
    """(title, items) of the subject, as many as the prompt asks for."""
    words, title, entries = find_outline(table, prompt.lower)
    count = read_count(prompt.text)
    items = []
    for number in range(count or len(entries)):
        label, _, detail = entries[number].partition("|") if number < len(entries) else ("", "", "")
        if not label:
            name = re.sub(r"\s*(?:\d+|one|two|three|four)$", "", entries[0].partition("|")[0]) if not words else "Step"
            label = f"{name} {number + 1}"
        items.append(GraphicItem(label=label, detail=detail or None))
    heading = listed.title or make_title(listed.subject) or title
    return heading, items


def _with_detail(part: str) -> GraphicItem:
    """ "Label: detail", "Label (detail)", "Label - detail"."""
    match = re.match(r"^(?P<label>[^:(–]{1,60}?)\s*(?::\s*|\s[-–—]\s|\()(?P<detail>[^)]+)\)?$", part.strip(" ."))
    if match is None:
        return GraphicItem(label=clean_label(part))
    return GraphicItem(label=clean_label(match["label"]), detail=clean_label(match["detail"]))


def read_timeline(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    options = tuple(one for one in ("horizontal", "vertical") if re.search(rf"\b{one}\b", prompt.lower))
    plain = re.sub(r",?\s*\b(?:from|between)\s+\d{4}\s+(?:to|and|until)\s+\d{4}\b", "", after)
    listed = read_listed(before, plain)
    if not listed.parts:
        span = re.search(r"\bfrom\s+(\d{4})\s+to\s+(\d{4})", after)
        title, items = _from_outline(prompt, outlines.TIMELINES, listed)
        if span and int(span[1]) < int(span[2]) and items[0].label.isdigit():
            first, last = int(span[1]), int(span[2])
            known = [item for item in items if first <= int(re.sub(r"\D", "", item.label) or 0) <= last]
            if len(known) < 3:
                years = [round(first + (last - first) * at / 4) for at in range(5)]
                known = [GraphicItem(label=str(year), detail=f"Milestone {n}") for n, year in enumerate(years, 1)]
            items = known
        return Graphic(kind=prompt.kind, title=title, items=tuple(items), options=options, is_sample=True)
    items = list(map(_read_event, listed.parts))
    return Graphic(kind=prompt.kind, title=listed.heading, items=tuple(items), options=options)


_DATE = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:\d{1,2}(?:st|nd|rd|th)?,?\s*)?(?:\d{4})?|q[1-4](?:\s*\d{4})?|"
    r"\d{1,2}:\d\d(?:\s*[ap]m)?|\d{1,2}\s*[ap]m|\d{3,4}s?(?:\s*(?:bc|ad|bce|ce))?|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|"
    r"(?:week|day|month|year|phase|step|stage)\s*\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_DATE_FIRST = re.compile(rf"^(?:in\s+)?(?P<date>{_DATE})\s*(?::|-|–|,|\s)\s*(?P<event>.+)$", re.IGNORECASE)
_DATE_LAST = re.compile(rf"^(?P<event>.+?)\s*(?:\(|:|,|-|–|\bin\b|\s)\s*(?P<date>{_DATE})\)?$", re.IGNORECASE)


def _read_event(part: str) -> GraphicItem:
    """Its date is the label, its event the detail."""
    match = _DATE_FIRST.match(part.strip(" .")) or _DATE_LAST.match(part.strip(" ."))
    if match is None:
        return _with_detail(part)
    return GraphicItem(label=clean_label(match["date"]), detail=clean_label(match["event"]))


def read_cycle(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    return _read_outlined(prompt, before, after, outlines.CYCLES)


def read_pyramid(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    graphic = _read_outlined(prompt, before, after, outlines.PYRAMIDS)
    if re.search(r"\b(?:from (?:the )?(?:bottom|base)|bottom to top|base:)", prompt.lower):
        graphic = replace(graphic, items=graphic.items[::-1])
    return graphic


def read_steps(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    return _read_outlined(prompt, before, after, outlines.STEPS)


def read_checklist(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    graphic = _read_outlined(prompt, before, after, outlines.CHECKLISTS)
    names_all = re.search(r"\b(?:all (?:items )?(?:checked|done|ticked)|checked boxes)\b", prompt.lower) is not None
    items = []
    for number, item in enumerate(graphic.items):
        is_done = names_all or (graphic.is_sample and number < 2)
        text = f"{item.label} {item.detail or ''}".lower()
        if re.search(r"\b(?:done|checked|completed|ticked)\b", text):
            plain = clean_label(
                re.sub(r"\s*\(?\b(?:done|checked|completed|ticked)\b\)?", "", item.label, flags=re.IGNORECASE)
            )
            items.append(replace(item, label=plain, detail=None, role="done"))
        else:
            items.append(replace(item, role="done" if is_done else None))
    name = prompt.phrase.capitalize().replace("Todo", "To-do").replace("To do", "To-do")
    return replace(graphic, items=tuple(items), title=graphic.title or name)


def _read_outlined(prompt: GraphicPrompt, before: str, after: str, table: Sequence[Outline]) -> Graphic:
    listed = read_listed(before, after)
    if listed.parts:
        items = tuple(map(_with_detail, listed.parts))
        return Graphic(kind=prompt.kind, title=listed.heading, items=items)
    title, made = _from_outline(prompt, table, listed)
    is_known = bool(find_outline(table, prompt.lower)[0]) and table is not outlines.FUNNELS
    if title is None and is_known:
        title = make_title(prompt.phrase) if prompt.phrase.split()[-1] in ("cycle", "pyramid") else None
    return Graphic(kind=prompt.kind, title=title, items=tuple(made), is_sample=True)


def read_funnel(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    graphic = _read_outlined(prompt, before, after, outlines.FUNNELS)
    items = []
    for item in graphic.items:
        value = read_value(f"{item.label}: {item.detail}" if item.detail and read_numbers(item.detail) else item.label)
        items.append(
            replace(
                item,
                label=value.label or item.label,
                value=value.value,
                detail=None if value.value is not None else item.detail,
            )
        )
    unit = "%" if "%" in prompt.text else None
    is_kind = prompt.phrase.endswith("funnel") and not graphic.title
    title = graphic.title or (make_title(prompt.phrase) if is_kind else None)
    return replace(graphic, items=tuple(items), unit=unit, title=title)


def read_mind_map(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items with a group hang on the branch of that label."""
    listed = read_listed(before, after)
    entries: list[tuple[str, list[str]]] = []
    is_sample = not listed.parts
    title = listed.title or make_title(
        re.sub(r"\b(?:in|at|as) (?:the )?(?:center|centre|middle|main topic)\b.*", "", listed.subject)
    )
    if is_sample:
        _, known, samples = find_outline(outlines.MIND_MAPS, prompt.lower)
        title = title or known
        count = read_count(prompt.text) or len(samples)
        for number in range(min(count, 10)):
            label, _, below = samples[number % len(samples)].partition("|")
            entries.append((label if number < len(samples) else f"Idea {number + 1}", below.split(", ")))
    for part in listed.parts:
        item = _with_detail(part)
        entries.append((item.label, [clean_label(one) for one in split_items(item.detail)] if item.detail else []))
    items = []
    for label, leaves in entries:
        items.append(GraphicItem(label=label))
        items += [GraphicItem(label=leaf, group=label) for leaf in leaves[:6] if leaf]
    return Graphic(kind=prompt.kind, title=title or "Main idea", items=tuple(items[:60]), is_sample=is_sample)


def read_venn(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    overlap = re.search(
        r"(?:\b(?:with|and)\s+)?(?:the\s+)?(?:overlap|intersection|middle|center|centre|common area|shared area)\b\W*"
        r"(?:labell?ed|is|of|saying|showing|named|:|=|as)*\s*[\"“']?([^\"”',.;]{2,40})[\"”']?",
        text,
        re.IGNORECASE,
    )
    shared = clean_label(overlap[1]) if overlap else None
    listed = read_listed(before, text[: overlap.start()].rstrip(" ,") if overlap else text)
    parts = [clean_label(part) for part in listed.parts]
    if not parts and (pair := re.match(r"^(.+?)\s+(?:vs\.?|versus|and|&)\s+(.+)$", listed.subject.strip())):
        parts = [clean_label(pair[1]), clean_label(pair[2])]
    is_sample = len(parts) < 2
    if is_sample:
        count = read_count(prompt.text) or (2 if re.search(r"\btwo\b|\b2\b", prompt.lower) else 3)
        parts = [f"Set {'ABCD'[at]}" for at in range(min(4, max(2, count)))]
    items = [_with_detail(part) for part in parts[:4]]
    if shared:
        items.append(GraphicItem(label=shared, role="overlap"))
    heading = title or (None if not is_sample and not listed.subject else make_title(listed.subject))
    if heading and all(part.lower() in heading.lower() for part in parts):
        heading = None
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), is_sample=is_sample)


_SWOT = ("Strengths", "Weaknesses", "Opportunities", "Threats")
_SWOT_POINTS = (
    ("Strong brand", "Skilled team", "Loyal customers"), ("Small budget", "Few channels", "Dependence on one product"),
    ("New markets", "Partnerships", "Growing demand"), ("Strong competition", "New regulation", "Rising costs"),
)  # fmt: skip
_MATRICES: tuple[tuple[str, str, str | None, str | None, tuple[str, str, str, str]], ...] = (
    ("eisenhower|urgen", "Eisenhower matrix", "Urgency", "Importance", ("Schedule", "Do first", "Eliminate",
        "Delegate")),
    ("bcg|boston", "BCG matrix", "Market share", "Market growth", ("Question marks", "Stars", "Dogs", "Cash cows")),
    ("impact|effort|priorit", "Impact and effort", "Effort", "Impact", ("Quick wins", "Major projects", "Fill-ins",
        "Thankless tasks")),
    ("risk", "Risk matrix", "Likelihood", "Impact", ("Prepare", "Act now", "Accept", "Monitor")),
    ("gartner|magic", "Magic quadrant", "Completeness of vision", "Ability to execute", ("Challengers", "Leaders",
        "Niche players", "Visionaries")),
    ("", "", None, None, ("Quadrant 1", "Quadrant 2", "Quadrant 3", "Quadrant 4")),
)  # fmt: skip
_AXES = re.compile(r"\b([\w ]{3,30}?)\s+(?:vs\.?|versus|and|against|by|x)\s+([\w ]{3,30})\s*$", re.IGNORECASE)


def read_matrix(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    if "swot" in prompt.lower:
        return _read_swot(prompt, title, before, text)
    _, heading, x_label, y_label, names = next(
        entry
        for source in ("urgent" if "urgent" in prompt.lower else prompt.phrase, prompt.lower)
        for entry in _MATRICES
        if (entry[0] and re.search(rf"\b(?:{entry[0]})", source)) or (not entry[0] and source == prompt.lower)
    )
    listed = read_listed(before, text)
    parts = [_with_detail(part) for part in listed.parts]
    if len(parts) == 2 or not parts:
        axes = _AXES.search(strip_joints(text).split(",")[0]) if not heading else None
        if len(parts) == 2 and not heading:
            y_label, x_label = parts[0].label, parts[1].label
        elif axes:
            y_label, x_label = clean_label(axes[1]), clean_label(axes[2])
        items = tuple(GraphicItem(label=name) for name in names)
        is_sample = not heading
        return Graphic(
            kind=prompt.kind, title=title or heading or make_title(before), items=items, x_label=x_label,
            y_label=y_label,
            is_sample=is_sample,
        )  # fmt: skip
    items = tuple([*parts, *(GraphicItem(label=name) for name in names[len(parts) :])][:4])
    return Graphic(kind=prompt.kind, title=title or heading or listed.heading, items=items)


def _with_article(noun: str) -> str:
    """ "coffee shop" -> "a coffee shop"; names and plurals have none."""
    is_countable = noun[:1].islower() and not noun.endswith("s") and " " in noun
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" if is_countable else noun


def _read_swot(prompt: GraphicPrompt, title: str | None, before: str, text: str) -> Graphic:
    items = []
    is_sample = True
    for name, samples in zip(_SWOT, _SWOT_POINTS, strict=True):
        match = re.search(
            rf"\b{name}\b\s*[:(=-]\s*(.+?)(?=[;.)\n]|,?\s*(?:and\s+)?\b(?:{'|'.join(_SWOT)})\b|$)", text, re.IGNORECASE
        )
        points = tuple(clean_label(one) for one in split_items(match[1])) if match else samples
        is_sample &= match is None
        items.append(GraphicItem(label=name, lines=points[:6]))
    subject = make_title(re.split(rf"\b(?:{'|'.join(_SWOT)}|showing|with)\b|:", text, flags=re.IGNORECASE)[0])
    plain = subject if subject is None or subject[1:2].isupper() else subject[0].lower() + subject[1:]
    heading = title or " ".join(
        one for one in ("SWOT analysis", f"of {_with_article(plain)}" if plain else before) if one
    )
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), options=("swot",), is_sample=is_sample)

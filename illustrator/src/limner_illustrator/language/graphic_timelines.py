"""Content of timelines and roadmaps: dates and events."""

import random
import re
from dataclasses import replace

from limner_illustrator.language.graphic_diagrams import (
    Listed,
    find_outline,
    make_outlined,
    read_count,
    read_listed,
    split_detail,
)
from limner_illustrator.language.graphic_lists import clean_label, make_title
from limner_illustrator.language.graphic_periods import SPAN, read_periods
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_topics import find_course, name_step
from limner_illustrator.language.vocabulary.graphic_histories import TIMELINES
from limner_illustrator.scene import Graphic, GraphicItem

_NOUN_OF_ALL = re.compile(r"\s+(?:phases?|stages?|milestones?|steps?)$", re.IGNORECASE)


def _date(events: list[GraphicItem], dates: tuple[str, ...]) -> list[GraphicItem]:
    """The events shared out to the dates, from the first to the last."""
    last = max(1, len(events) - 1)
    return [
        GraphicItem(label=dates[round(at * (len(dates) - 1) / last)], detail=item.label)
        for at, item in enumerate(events)
    ]


_CLOCK = re.compile(r"\d{1,2}(?::\d\d)?\s*(?:am|pm|h|uhr)?|noon|midnight|morning|evening|night", re.IGNORECASE)
_QUARTERLY = re.compile(r"\b(?:by|per|each|every) quarter\b|\bquarterly\b|\bquartal|\btrimestr")


def _read_dates(text: str) -> tuple[str, ...] | None:
    if (dates := read_periods(text)) is None and _QUARTERLY.search(text):
        year = re.search(r"\b20\d\d\b", text)
        return tuple(f"Q{quarter}{f' {year.group()}' if year else ''}" for quarter in range(1, 5))
    return dates


_WORK = re.compile(
    r"\b(?:[a-z]{3,}ing|process|project|plan|development|production|launch|campaign|how|steps|stages|phases)\b"
)


def _find_steps(prompt: GraphicPrompt) -> tuple[str, ...] | None:
    """None for histories."""
    is_history = find_outline(TIMELINES, prompt.topic)[0] or "histor" in prompt.lower
    return None if is_history else find_course(prompt.topic, is_work=_WORK.search(prompt.lower) is not None)


def _outline(prompt: GraphicPrompt, listed: Listed) -> tuple[str | None, list[GraphicItem]]:
    """(title, events): those of a known history, else the steps of the work that the prompt names."""
    course = _find_steps(prompt)
    if course is None:
        return make_outlined(prompt, TIMELINES, listed)
    steps = course[: read_count(prompt.text) or len(course)]
    named = [step.partition("|") for step in steps]
    events = [GraphicItem(label=label, detail=detail or None) for label, _, detail in named]
    return listed.title or make_title(listed.subject), events


_YEARS = re.compile(r"\b(\d{4})\s*(?:-|–|to|until|through)\s*(\d{4})\b", re.IGNORECASE)


def read_timeline(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    options = tuple(one for one in ("horizontal", "vertical") if re.search(rf"\b{one}\b", prompt.lower))
    plain = SPAN.sub("", after)
    listed = read_listed(before, plain)
    dates = _read_dates(prompt.lower)
    if listed.parts and all(_CLOCK.fullmatch(part.strip(" .")) for part in listed.parts):
        listed = replace(listed, parts=())
    span = _YEARS.search(after)
    if not listed.parts and dates is not None and span is None:
        title, items = _outline(prompt, listed)
        steps = [item.detail or item.label for item in items]
        if _find_steps(prompt) is not None:
            steps = [name_step(f"{item.label}|{item.detail}") for item in items]
        events = [GraphicItem(label=step) for step in steps]
        events = events[: len(dates)] if len(dates) > 2 else events
        return Graphic(
            kind=prompt.kind, title=title, items=tuple(_date(events, dates)), options=options, is_sample=True
        )
    if not listed.parts:
        title, items = _outline(prompt, listed)
        if span and int(span[1]) < int(span[2]) and items[0].label.isdigit():
            first, last = int(span[1]), int(span[2])
            known = [item for item in items if first <= int(re.sub(r"\D", "", item.label) or 0) <= last]
            if len(known) < 3:
                years = [round(first + (last - first) * at / 4) for at in range(5)]
                known = [GraphicItem(label=str(year), detail=f"Milestone {n}") for n, year in enumerate(years, 1)]
            items = known
        return Graphic(kind=prompt.kind, title=title, items=tuple(items), options=options, is_sample=True)
    items = [_read_event(_NOUN_OF_ALL.sub("", part)) for part in listed.parts]
    if not any(item.detail for item in items) and dates is not None:
        items = _date(items, dates)
    return Graphic(kind=prompt.kind, title=listed.heading, items=tuple(items), options=options)


_DATE = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:\d{1,2}(?:st|nd|rd|th)?,?\s*)?(?:\d{4})?|q[1-4](?:\s*\d{4})?|"
    r"\d{1,2}:\d\d(?:\s*[ap]m)?|\d{1,2}\s*[ap]m|\d{3,4}s?(?:\s*(?:bc|ad|bce|ce))?|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|"
    r"(?:week|day|month|year|phase|step|stage)\s*\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_DATE_FIRST = re.compile(rf"^(?:in\s+)?(?P<date>{_DATE})\s*(?::|-|–|,|\s)\s*(?P<event>.+)$", re.IGNORECASE)
_DATE_LAST = re.compile(rf"^(?P<event>.+?)\s*(?:\(|:|,|-|–|\bin\b|\s)\s*(?P<date>{_DATE})\)?$", re.IGNORECASE)


def _clean_event(text: str) -> str:
    """Unlike in a list of steps, "first" belongs to it: "first prototype"."""
    return f"First {text[6:].strip()}" if text.lower().startswith("first ") else clean_label(text)


def _read_event(part: str) -> GraphicItem:
    """Its date is the label, its event the detail."""
    match = _DATE_FIRST.match(part.strip(" .")) or _DATE_LAST.match(part.strip(" ."))
    if match is None:
        return split_detail(part)
    return GraphicItem(label=clean_label(match["date"]), detail=_clean_event(match["event"]))

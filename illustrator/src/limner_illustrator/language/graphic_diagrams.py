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
from limner_illustrator.language.graphic_topics import (
    derive_aspects,
    derive_course,
    find_aspects,
    find_benefits,
    find_branches,
    find_course,
    find_facts,
    find_known_course,
    find_tips,
    find_topic,
    is_decision,
)
from limner_illustrator.language.vocabulary import graphic_outlines as outlines
from limner_illustrator.language.vocabulary.graphic_outlines import Outline
from limner_illustrator.language.vocabulary.graphic_words import PLAIN_STYLES
from limner_illustrator.scene import Graphic, GraphicItem

MAX_STEPS = 12
USUAL_ITEMS = 9
"""So many of a known outline are shown where the prompt gives no number."""
MAX_STARTS = 24
"""Positions at which a list is looked for."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNT = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})[- ](?:\w+[- ])?(?:steps?|levels?|stages?|sections?|phases?|parts?|items?|"
    r"layers?|tiers?|"
    r"points?|milestones?|tips|ways|reasons|facts|benefits|advantages|habits|rules|things|ideas|questions|mistakes|"
    r"lessons|types|kinds|causes|signs|circles?|sets|branches|nodes|rows|tasks|elements|options|columns?|statistics|stats|"
    r"panels|blocks|icons)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"\b(?:with|mit|con|avec|showing|containing|including|consisting of|stages?|steps?|levels?|named|labell?ed|like|"
    r"such as|from|of|are|between|for|namely|featuring|comparing|listing|branches|sections|include|includes|about|"
    r"events?|milestones?|entitled|tasks|items|layers|columns|plans|circles|phases|tables|entities)\b\s*",
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


_ONLY_COUNT = re.compile(
    r"(?:in |over |within |with )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)[- ](?:\w+ )?"
    r"(?:tips?|steps?|facts?|"
    r"reasons|ways|points|stages|phases|levels|items|branches|weeks?|months?|days?|years?|quarters?|minutes|hours|slides?|"
    r"sections|parts|benefits|ideas|columns|rows)(?: long| each)?",
    re.IGNORECASE,
)
"""What counts the parts or measures the time, and is no part."""
_NAME_OF_KIND = re.compile(r"^(?:\w+[ -]){0,2}(?:diagram|chart|infographic|mockup|wireframe)$", re.IGNORECASE)


LEAST_COMMAS = 2
LONGEST_ALONE = 2
"""Words of an item in a list that nothing opens: "cycle diagram plan, do, check, act"."""


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


_ALL_QUOTED = re.compile(r"\W*[\"“”„«](?P<title>[^\"“”„«»]{2,80})[\"“”»]\W*$")


def read_listed(before: str, after: str) -> Listed:
    """The enumeration of a prompt, and what stands before it."""
    title, text = extract_title(after)
    if title is None and (quoted := _ALL_QUOTED.match(text)):  # "infographic "7 habits of happy couples""
        title, text = quoted["title"], quoted["title"]
    text = _SIDE_TASKS.sub("", text)
    head, listed = split_head(text)
    if listed.strip():
        parts = _drop_purpose(split_items(listed))
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
        return replace(found, parts=_drop_purpose(found.parts))
    alone = split_items(text) if text.count(",") >= LEAST_COMMAS else []
    contents = len(_meaningful(alone))  # one word of style among them is an item too: "plan, do, check, act"
    if (
        contents > LEAST_COMMAS
        and len(alone) - contents < 2
        and all(len(one.split()) <= LONGEST_ALONE for one in alone)
    ):
        return Listed(tuple(alone), before, title)
    return Listed((), _join(before, _COUNT.sub("", text)), title)


_PURPOSE = re.compile(r"^(?P<item>\w+(?: \w+)?)\s+for\s+(?:an?|the|my|our)\s+\w.*$", re.IGNORECASE)

_OF_THE_WHOLE = re.compile(r"^(?:with|using|showing|in|for)\s", re.IGNORECASE)
"""What follows the list: "client, server and database, with token exchange"."""


def _drop_purpose(parts: Sequence[str]) -> tuple[str, ...]:
    """ "To do, Doing, Done for a mobile team": what follows the last item belongs to the whole."""
    if len(parts) > 2 and _OF_THE_WHOLE.match(parts[-1]):
        parts = parts[:-1]
    is_short = len(parts) > 2 and all(len(part.split()) <= 3 for part in parts[:-1])
    match = _PURPOSE.match(parts[-1]) if is_short else None
    return tuple(parts) if match is None else (*parts[:-1], match["item"])


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
    kept = [
        part
        for part in parts
        if not _ONLY_COUNT.fullmatch(part.strip(" .")) and not _NAME_OF_KIND.search(part) and not _is_look(part)
    ]
    return tuple(part for part in kept if re.search(r"\w", part))


_SUBJECTS = frozenset({
    "android", "animation", "app", "apple", "apps", "bootstrap", "build", "business", "categories", "category",
    "data", "design", "end", "facts", "figma", "google", "graphics", "groups", "ios", "items", "kids", "mobile",
    "other", "pay", "presentation", "prototype", "quality", "reason", "repeat", "reporting", "reports", "retry",
    "return", "sections", "show", "start", "statistics", "system", "tailwind", "tasks", "team", "teams", "test",
    "time", "tracking", "typography", "ui", "understand", "ux", "values", "web",
})  # fmt: skip
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


_IS_WORK = re.compile(
    r"\b(?:how|steps?|process|guide|instructions?|workflow|recipe|tips?|ways|plan|rezept|receta|recette)\b"
)


def _choose_entries(
    prompt: GraphicPrompt, table: Sequence[Outline], subject: str, known: tuple[str, ...]
) -> tuple[str, ...]:
    """The course or the aspects of the topic, whichever the kind wants. () if there are none, and no topic either."""
    is_work = table is outlines.CYCLES or (table is not outlines.PYRAMIDS and _IS_WORK.search(prompt.lower) is not None)
    if table not in (outlines.STEPS, outlines.CYCLES, outlines.PYRAMIDS):
        return ()
    course = (
        find_facts(prompt.topic)
        or find_branches(prompt.topic)
        or find_benefits(prompt.topic)
        or find_tips(prompt.topic)
        or (find_course(prompt.topic) if is_work else None)
    )
    if known or course:
        return course or known
    topic = find_topic(f"{prompt.phrase} {subject}")
    derived = () if topic is None else _derive_steps(subject) if is_work else derive_aspects(topic)
    return (None if is_work else find_aspects(prompt.topic)) or derived


def _derive_steps(subject: str) -> tuple[str, ...]:
    return tuple(step for step in derive_course(subject.lower()) if not is_decision(step))


def make_outlined(
    prompt: GraphicPrompt, table: Sequence[Outline], listed: Listed
) -> tuple[str | None, list[GraphicItem]]:
    """(title, items) of the subject, as many as the prompt asks for."""
    words, title, entries = find_outline(table, prompt.topic)
    count = read_count(prompt.text)
    if not words or table is outlines.STEPS:
        entries = _choose_entries(prompt, table, listed.subject, entries if words else ()) or entries
    if count and count > len(entries) and table is outlines.STEPS:
        is_work = words or _IS_WORK.search(prompt.lower)
        entries = (*entries, *(outlines.FURTHER_STEPS if is_work else outlines.FURTHER_BRANCHES))[:MAX_STEPS]
    items = []
    for number in range(count or min(len(entries), USUAL_ITEMS)):
        label, _, detail = entries[number].partition("|") if number < len(entries) else ("", "", "")
        if not label:
            name = re.sub(r"\s*(?:\d+|one|two|three|four)$", "", entries[0].partition("|")[0]) if not words else "Step"
            label = f"{name} {number + 1}"
        items.append(GraphicItem(label=label, detail=detail or None))
    heading = listed.title or make_title(listed.subject) or title
    return heading, items


def split_detail(part: str) -> GraphicItem:
    """ "Label: detail", "Label (detail)", "Label - detail"."""
    match = re.match(r"^(?P<label>[^:(–]{1,60}?)\s*(?::\s*|\s[-–—]\s|\()(?P<detail>[^)]+)\)?$", part.strip(" ."))
    if match is None:
        return GraphicItem(label=clean_label(part))
    return GraphicItem(label=clean_label(match["label"]), detail=clean_label(match["detail"]))


def read_cycle(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    return _read_outlined(prompt, before, after, outlines.CYCLES)


def read_pyramid(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    graphic = _read_outlined(prompt, before, after, outlines.PYRAMIDS)
    if re.search(r"\b(?:from (?:the )?(?:bottom|base)|bottom to top|base:)", prompt.lower):
        graphic = replace(graphic, items=graphic.items[::-1])
    return graphic


def read_steps(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    graphic = _read_outlined(prompt, before, after, outlines.STEPS)
    return replace(graphic, options=("icons",)) if re.search(r"\bicons?\b", prompt.lower) else graphic


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
    if graphic.is_sample and before and graphic.title != extract_title(after)[0]:
        subject = make_title(re.sub(r"\s+", " ", after))
        named = make_title(f"{before} {prompt.phrase}") or ""
        graphic = replace(graphic, title=f"{named}: {subject[0].lower()}{subject[1:]}" if subject else named)
    name = prompt.phrase.capitalize().replace("Todo", "To-do").replace("To do", "To-do")
    return replace(graphic, items=tuple(items), title=graphic.title or name)


def _read_outlined(prompt: GraphicPrompt, before: str, after: str, table: Sequence[Outline]) -> Graphic:
    listed = read_listed(before, after)
    if len(listed.parts) == 2 and _FROM_TO.search(after) and find_known_course(prompt.topic) is not None:
        listed = replace(listed, parts=(), subject=f"{before} {after}".strip())
    if listed.parts:
        items = tuple(map(split_detail, listed.parts))
        return Graphic(kind=prompt.kind, title=listed.heading, items=items)
    title, made = make_outlined(prompt, table, listed)
    is_known = bool(find_outline(table, prompt.topic)[0]) and table is not outlines.FUNNELS
    if title is None and is_known:
        title = make_title(prompt.phrase) if prompt.phrase.split()[-1] in ("cycle", "pyramid") else None
    return Graphic(kind=prompt.kind, title=title, items=tuple(made), is_sample=True)


_FROM_TO = re.compile(r"\bfrom (?:the )?\w+(?: \w+)? to (?:the )?\w+(?: \w+)?\W*$", re.IGNORECASE)
"""The ends of a course, not two parts: "from bean to cup"."""


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
        words, known, samples = find_outline(outlines.MIND_MAPS, prompt.topic)
        title = title or known
        if (branched := find_branches(prompt.topic)) is not None:
            samples = branched
        elif not words:
            topic = find_topic(listed.subject)
            samples = find_aspects(prompt.topic) or (derive_aspects(topic) if topic else samples)
        branches = (*samples, *outlines.FURTHER_BRANCHES)
        for branch in branches[: min(read_count(prompt.text) or len(samples), 10)]:
            label, _, below = branch.partition("|")
            entries.append((label, below.split(", ")))
    for part in listed.parts:
        item = split_detail(part)
        entries.append((item.label, [clean_label(one) for one in split_items(item.detail)] if item.detail else []))
    items = []
    for label, leaves in entries:
        items.append(GraphicItem(label=label))
        items += [GraphicItem(label=leaf, group=label) for leaf in leaves[:6] if leaf]
    return Graphic(kind=prompt.kind, title=title or "Main idea", items=tuple(items[:60]), is_sample=is_sample)

"""Content of flow charts, decision trees and hierarchies: steps, decisions, who stands under whom."""

import itertools
import random
import re

from limner_illustrator.language.graphic_diagrams import read_count, read_listed
from limner_illustrator.language.graphic_flow_builder import IF, FlowBuilder, build_flow, build_known
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_head, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_tails import DECISION
from limner_illustrator.language.graphic_topics import (
    derive_course,
    find_course,
    find_decided_course,
    is_decision,
    name_step,
)
from limner_illustrator.language.graphic_translation import detect_language
from limner_illustrator.language.vocabulary import graphic_processes as processes
from limner_illustrator.scene import Graphic, GraphicItem
from limner_illustrator.scene.scene import MAX_ITEMS


def read_flow(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    if re.search(r"\b(?:yes|no)\s*(?:->|→|=>|:)", text, re.IGNORECASE):
        return _read_answers(prompt, title, before, text)
    head, listed = split_head(text)
    parts = split_items(listed) if listed else []
    if len(parts) == 1:  # "flow chart: how to file a claim"
        parts, text = [], f"{head} {listed}".strip()
    subject = head if parts else text
    if not parts:
        found = read_listed(before, text)
        parts, subject = list(found.parts), found.subject
        before = ""
    if len(parts) >= 2:
        flow = build_flow(_split_conditions(parts))
        return _make(prompt, title or make_title(f"{before} {subject}"), flow, is_sample=False)
    table = processes.DECISIONS if prompt.kind == "decision-tree" else processes.FLOWS
    words, known, steps = next(
        entry for entry in table if not entry[0] or re.search(rf"\b(?:{entry[0]})", prompt.topic)
    )
    heading = title or make_title(f"{before} {subject}") or known
    if table is processes.DECISIONS:
        return _make(prompt, heading, build_known(steps), is_sample=True)
    course = _make_course(prompt, f"{before} {subject}", steps if words else ())
    return _make(prompt, heading, course or build_known(steps), is_sample=True)


PLAIN_DECISION = "All right so far?|Correct it"
"""What a flow chart decides that is to have a decision, and whose topic says none."""
_WIDE = re.compile(r"\bhorizontal|left[- ]to[- ]right\b")


def _make_course(prompt: GraphicPrompt, subject: str, known: tuple[str, ...]) -> FlowBuilder | None:
    """The steps of the work, as many as are asked for, and its decisions. None if nothing says what they are."""
    count = read_count(prompt.text)
    decided = find_decided_course(prompt.topic)
    if known and not decided and not count:
        return None
    course = decided or find_course(prompt.topic)
    if course is None and known:
        nodes = [item.label for item in build_known(known).items if item.role not in ("end", "decision")]
        course = tuple(nodes) if count and len(nodes) >= count else None
    if course is None and make_title(subject):
        course = derive_course(subject.lower())
    if course is None:
        return None
    if _WIDE.search(prompt.lower) or detect_language(prompt.text):  # no room, or no translation, for more than names
        course = tuple(step if is_decision(step) else step.partition("|")[0] for step in course)
    if count is None:
        if DECISION.search(prompt.lower) and not any(map(is_decision, course)):
            course = (*course[:-1], PLAIN_DECISION, course[-1])
        return _build_decided(course)
    labels = [name_step(step) for step in course if not is_decision(step)]
    further = ["Review the result", "Improve", "Share", "Repeat"]
    parts = ["Start", *[*labels, *further][:count], "End"]
    return build_known(tuple(f"{one} > {two}" for one, two in itertools.pairwise(parts)))


def _build_decided(course: tuple[str, ...]) -> FlowBuilder:
    """What is done in case of "no" leads back to the decision, to the end ("."), or past the next step (">")."""
    labels = ["Start", *map(name_step, course), "End"]
    flow = FlowBuilder()
    for at, (one, two) in enumerate(itertools.pairwise(labels)):
        is_choice = at > 0 and is_decision(course[at - 1])
        flow.link(flow.add(one), flow.add(two), "Yes" if is_choice else None)
        if is_choice:
            action = course[at - 1].partition("|")[2]
            goal = labels[-1] if action.endswith(".") else labels[at + 2] if action.endswith(">") else one
            node = flow.add(action.rstrip(".>"))
            flow.link(flow.add(one), node, "No")
            flow.link(node, flow.add(goal))
    return flow


def _read_answers(prompt: GraphicPrompt, title: str | None, before: str, text: str) -> Graphic:
    """ "X? yes -> A, no -> B"."""
    plain = re.sub(r"[\s,;.]*\b(yes|no)\s*(?:->|→|=>|:)\s*", r"; \1: ", text, flags=re.IGNORECASE)
    plain = re.sub(r"\s*(?:->|→|=>|,)\s*", "; ", plain)
    head, _, rest = plain.partition(":") if re.match(r"^[^;?]*:", plain) else ("", "", plain)
    is_head = head.strip() and not re.search(r"\b(?:yes|no)$", head.strip(), re.IGNORECASE)
    parts = [one.strip(" :") for one in (rest if is_head else plain).split(";") if one.strip(" :")]
    return _make(prompt, title or make_title(f"{before} {head if is_head else ''}"), build_flow(parts), is_sample=False)


def _split_conditions(parts: list[str]) -> list[str]:
    """ "if wrong" and "retry" belong together where a comma has parted them; "X else Y" does not."""
    joined: list[str] = []
    for part in parts:
        if joined and re.match(r"^(?:and\s+|then\s+)?if\b", joined[-1], re.IGNORECASE) and not IF.match(joined[-1]):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    split: list[str] = []
    for part in joined:
        split += [one for one in re.split(r"\s*,?\s+(?=(?:else|otherwise)\b)", part, flags=re.IGNORECASE) if one]
    return split


def _make(prompt: GraphicPrompt, title: str | None, flow: FlowBuilder, *, is_sample: bool) -> Graphic:
    options = ("horizontal",) if _WIDE.search(prompt.lower) else ()
    return Graphic(
        kind=prompt.kind,
        title=title,
        items=tuple(flow.items),
        links=tuple(flow.links),
        options=options,
        is_sample=is_sample,
    )


_ROOTS = re.compile(
    r"\b(?:\w*(?:社長|代表|董事长|总经理|校长|校長|院长|사장|대표|회장|교장)|dyrektor\w*|prezes|direttore|amministratore|"
    r"diretora?|presidente|müdür\w*|директор|directeur|directrice|direktor\w*|schulleit\w+|geschäftsführ\w+|jef[ea]|directora?|gerente|président\w*|ceo|president|director|founder|owner|principal|head|chief|king|queen|captain|boss|chair(?:man|person)?|"
    r"home ?page|home|root|src|grandparents?|manager|dean|general|executive|board|index|object|animals?|main)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"^(?P<who>.+?)\s+(?:under|reporting to|below|reports to|report to|who reports? to|working for|led by|"
    r"managed by)\s+(?:the\s+|a\s+)?(?P<boss>.+)$",
    re.IGNORECASE,
)
_UNDER_LAST = re.compile(
    r"^(?:and\s+)?(?:under|below|beneath|reporting to)\s+(?:her|him|them|it|that|this|these)\b\s*"
    r"(?:are|is|:|,)*\s*(?P<who>.+)$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?P<boss>.+?)\s+(?:with|who manages|managing|manages|leads|"
    r"leading|over|above|has|having|supervising|supervises)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_MANY = {"one": 1, "1": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5}  # fmt: skip


def read_hierarchy(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    text = re.sub(r"\s+(?:at|on) (?:the )?(?:top|head)\b,?", ",", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?:below|beneath|underneath|next)(?:\s+(?:him|her|it|them))?(?=\s*(?:,|;|\.|$| and))", "", text)
    listed = read_listed(before, _split_roles(text))
    if listed.parts:
        tree = _build_tree(list(listed.parts), listed.subject, is_chain="->" in text or " > " in text or "→" in text)
        del tree.items[MAX_ITEMS:]
        tree.links = [link for link in tree.links if max(link.source, link.target) < MAX_ITEMS]
        heading = title or make_title(listed.subject)
        return Graphic(kind=prompt.kind, title=heading, items=tuple(tree.items), links=tuple(tree.links))
    subject = prompt.topic
    _, known, steps = next(
        entry
        for source in (prompt.phrase, subject)
        for entry in processes.TREES
        if (entry[0] and re.search(rf"\b(?:{entry[0]})", source)) or (not entry[0] and source is subject)
    )
    tree = build_known(steps)
    if people := _PEOPLE.search(prompt.lower):
        _resize(tree, _MANY.get(people["count"]) or int(people["count"]))
    heading = title or make_title(listed.subject) or known
    return Graphic(kind=prompt.kind, title=heading, items=tuple(tree.items), links=tuple(tree.links), is_sample=True)


_PEOPLE = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(_MANY)})[- ](?:people|persons?|members?|employees|staff|roles|positions|boxes)\b"
)
_FURTHER_ROLES = (
    "Assistant", "Analyst", "Coordinator", "Specialist", "Trainee", "Consultant", "Planner", "Associate", "Technician",
    "Advisor", "Clerk", "Intern",
)  # fmt: skip
MOST_PEOPLE = 20
MOST_IN_LEVELS = 60
"""Of a hierarchy whose levels the prompt counts; more could not be read."""


def _resize(tree: FlowBuilder, count: int) -> None:
    """Leaves are left out, or further roles hang under those in the middle, until there are so many."""
    count = max(2, min(MOST_PEOPLE, count))
    while len(tree.items) > count:
        last = len(tree.items) - 1
        del tree.items[last]
        tree.links = [link for link in tree.links if last not in (link.source, link.target)]
    leads = [at for at in range(len(tree.items)) if any(link.source == 0 and link.target == at for link in tree.links)]
    for number, role in enumerate(_FURTHER_ROLES[: max(0, count - len(tree.items))]):
        tree.link(leads[number % len(leads)] if leads else 0, tree.add(role))


def _split_roles(text: str) -> str:
    """A comma for the "and" between two short names: "CTO and CFO"."""
    return re.sub(r"(\b[\w-]+)\s+and\s+(?=(?:an?\s+)?[\w-]+\s*(?:,|;|\.|$|\bunder\b))", r"\1, ", text)


def _build_tree(parts: list[str], subject: str, *, is_chain: bool) -> FlowBuilder:
    if (levels := _read_levels(parts)) is not None:
        return _build_levels(levels)
    is_chain = is_chain or (bool(re.search(r"grandparents?|ancestors", parts[0], re.IGNORECASE)) and len(parts) < 5)
    tree = FlowBuilder()
    root: int | None = None
    last: int | None = None
    for part in parts:
        children: list[str] = []
        boss: int | None = root
        text = part
        if match := _UNDER_LAST.match(part):
            boss = last if last is not None else root
            children = re.split(r"\s*(?:,|\band\b|&)\s*", match["who"])
            last = boss
            text = ""
        elif match := _UNDER.match(part):
            text, boss = match["who"], tree.find(match["boss"])
            boss = root if boss is None else boss
        elif match := re.match(r"^(.+?)\s*[(:]\s*(.+?)\)?$", part) or _HAS.match(part):
            text, children = match[1], split_items(match[2])
        known = tree.find_person(text) if children and text else None
        if known is not None:
            last, text = known, ""
        for label in _multiply(text) if text else ():
            if root is None:
                root = _make_root(tree, label, parts, subject)
                if tree.items[root].label.lower() == clean_label(label).lower():
                    last = root
                    continue
                boss = root
            if boss is None:
                boss = root
            node = _add_leaf(tree, label)
            tree.link(last if is_chain and last is not None else boss, node)
            last = node
        for child in children:
            for label in _multiply(child):
                if last is not None:
                    tree.link(last, _add_leaf(tree, label))
    return tree


_BEFORE_EACH = re.compile(r",?\s+(?=each (?:of (?:them|whom) )?(?:with|has|having|leads|leading|manages|managing)\b)")
_EACH = re.compile(
    r"^each (?:of (?:them|whom) )?(?:with|has|having|leads|leading|manages|managing) (?P<below>.+)$", re.IGNORECASE
)
"""What hangs under every one of the level above: "three VPs, each with two managers"."""


def _read_levels(parts: list[str]) -> list[list[str]] | None:
    """ "a president, two vice presidents and four managers": each part is a level of the hierarchy."""
    levels: list[list[str]] = []
    single = [one.strip(" ,") for part in parts for one in _BEFORE_EACH.split(part)]
    for part in single:
        each = _EACH.match(part)
        below = _multiply(each["below"] if each else part)
        copies = len(levels[-1]) if each and levels else 1
        if len(below) * copies + sum(map(len, levels)) > MOST_IN_LEVELS:  # "each" multiplies
            return None
        levels.append(below * copies)
    is_plain = all(
        "(" not in part and ":" not in part and not _UNDER.match(part) and not _HAS.match(part)
        for part in single
        if not _EACH.match(part)
    )
    sizes = [len(level) for level in levels]
    is_widening = sizes[0] == 1 and sizes == sorted(sizes) and len(sizes) > 2 and sizes[-1] > 1
    return levels if is_plain and is_widening and sum(size > 1 for size in sizes) >= len(sizes) - 2 else None


def _build_levels(levels: list[list[str]]) -> FlowBuilder:
    tree = FlowBuilder()
    above = [_add_leaf(tree, levels[0][0])]
    for level in levels[1:]:
        nodes = [_add_leaf(tree, label) for label in level]
        for at, node in enumerate(nodes):
            tree.link(above[at * len(above) // len(nodes)], node)
        above = nodes
    return tree


def _make_root(tree: FlowBuilder, label: str, parts: list[str], subject: str) -> int:
    """The first part if it names a head; else the subject, or "Root"."""
    is_head = _ROOTS.search(label) and not all(_ROOTS.search(part) and "manager" in part.lower() for part in parts)
    if is_head or re.search(r"\b(?:and|then|with)\b.*\bunder\b", label):
        return tree.add(label, "person")
    return tree.add(make_title(subject) or "Head", "person")


def _add_leaf(tree: FlowBuilder, label: str) -> int:
    tree.items.append(GraphicItem(label=clean_label(label), role="person"))
    return len(tree.items) - 1


def _multiply(text: str) -> list[str]:
    """ "two developers" -> ["Developer", "Developer"]."""
    match = re.match(r"^(\w+)\s+(.+)$", text.strip())
    count = _MANY.get(match[1].lower()) if match else None
    if match is None or count is None:
        return [text]
    name = match[2].strip()
    one = name[:-1] if name.endswith("s") and not name.endswith("ss") else name
    return [one] * count

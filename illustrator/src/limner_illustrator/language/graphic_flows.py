"""Content of flow charts, decision trees and hierarchies: steps, decisions, who stands under whom."""

import random
import re
from dataclasses import dataclass, field

from limner_illustrator.language.graphic_diagrams import read_listed
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_head, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_processes as processes
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink

MAX_NODES = 30
_IF = re.compile(
    r"^(?:(?:and|then)\s+)?if\s+(?P<condition>.+?)(?:\s*,\s*|\s+then\s+|\s*->\s*|\s*:\s*|\s+(?=(?:retry|repeat|go|show|end|stop|"
    r"return|reject|approve|send|log|try|continue|exit|display|redirect|block|notify|start|create|open|save|ask|cancel|"
    r"refund|ship|deploy|fix|merge|accept|deny|do)\b))(?:then\s+)?(?P<action>.+)$",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"^(?:or\s+)?(?:else|otherwise|if not|if no|no)\b\s*[:,]?\s*(?:->)?\s*(?P<action>.+)$", re.IGNORECASE
)
_YES = re.compile(r"^(?:if\s+)?(?:yes|true|so)\b\s*[:,]?\s*(?:->)?\s*(?P<action>.+)$", re.IGNORECASE)
_ENDS = re.compile(r"^(?:start|begin|end|stop|finish|done|exit|finished|complete|completed)$", re.IGNORECASE)
_BACK = re.compile(
    r"^(?:retry|repeat|try again|go back|back|loop(?: back)?|return|again)(?:\s+(?:to|from)\s+(?P<goal>.+))?$",
    re.IGNORECASE,
)
_ERRORS = re.compile(
    r"^(?:show|display|print|report)?\s*(?:an? |the )?(?:errors?|warning|error message)\b", re.IGNORECASE
)
_INPUT = re.compile(r"^(?:enter|input|type|read|display|output|print|scan|upload)\b", re.IGNORECASE)


@dataclass(slots=True)
class FlowBuilder:
    items: list[GraphicItem] = field(default_factory=list)
    links: list[GraphicLink] = field(default_factory=list)

    def add(self, text: str, role: str | None = None) -> int:
        """The index of the node of that text, which is added unless there is one."""
        label = clean_label(text)
        known = next((at for at, item in enumerate(self.items) if item.label.lower() == label.lower()), None)
        if known is not None:
            return known
        if role is None:
            role = (
                "end"
                if _ENDS.match(label)
                else "decision"
                if label.endswith("?")
                else "input"
                if _INPUT.match(label)
                else "process"
            )
        if role == "decision" and not label.endswith("?"):
            label += "?"
        self.items.append(GraphicItem(label=label, role=role))
        return len(self.items) - 1

    def link(self, source: int, target: int, label: str | None = None) -> None:
        link = GraphicLink(source=source, target=target, label=label)
        if source != target and link not in self.links:
            self.links.append(link)

    def find(self, text: str) -> int | None:
        words = set(clean_label(text).lower().split())
        scored = [(len(words & set(item.label.lower().rstrip("?").split())), -at) for at, item in enumerate(self.items)]
        best = max(scored, default=(0, 0))
        return -best[1] if best[0] else None


def build_flow(parts: list[str]) -> FlowBuilder:
    """Steps in order; "if X do Y", "else Z", "yes: Y", "no: Z" are branches of the last decision."""
    flow = FlowBuilder()
    last: list[tuple[int, str | None]] = []
    decision: int | None = None
    for part in parts[:MAX_NODES]:
        text = part.strip(" .,")
        if match := _IF.match(text):
            decision = flow.add(match["condition"].rstrip("?"), "decision")
            _connect(flow, last, decision)
            last = [(decision, "No")]
            last += _branch(flow, decision, "Yes", match["action"])
        elif decision is not None and (match := _ELSE.match(text)):
            last = [one for one in last if one[0] != decision or one[1] != "No"]
            last += _branch(flow, decision, "No", match["action"])
        elif decision is not None and (match := _YES.match(text)):
            last = [one for one in last if one[0] != decision or one[1] != "Yes"]
            last += _branch(flow, decision, "Yes", match["action"])
        elif decision is not None and last == [(decision, "Yes")] and _is_alternative(parts, text):
            last = [*_branch(flow, decision, "Yes", text), (decision, "No")]
        elif decision is not None and len(last) == 2 and last[1] == (decision, "No") and _is_alternative(parts, text):
            last = [last[0], *_branch(flow, decision, "No", text)]
        else:
            node = flow.add(text)
            _connect(flow, last, node)
            if flow.items[node].role == "decision":
                decision = node
                last = [(node, "Yes")]
            else:
                last = [(node, None)]
    return flow


def _is_alternative(parts: list[str], text: str) -> bool:
    """Whether a neighbouring step begins with the same word: "even?, print even, print odd"."""
    plain = [part.strip(" .,") for part in parts]
    at = plain.index(text)
    first = text.split(maxsplit=1)[0].lower()
    return any(0 <= other < len(plain) and plain[other].lower().split()[:1] == [first] for other in (at - 1, at + 1))


def _connect(flow: FlowBuilder, last: list[tuple[int, str | None]], node: int) -> None:
    for source, label in last:
        flow.link(source, node, label)


def _branch(flow: FlowBuilder, decision: int, label: str, action: str) -> list[tuple[int, str | None]]:
    """Adds what a branch leads to. Returns the open ends: none for a branch that goes back or ends."""
    if match := _BACK.match(action.strip(" .")):
        goal = flow.find(match["goal"]) if match["goal"] else None
        if goal is None:
            goal = next((link.source for link in flow.links if link.target == decision), max(0, decision - 1))
        flow.link(decision, goal, label)
        return []
    previous, text = decision, label
    for step in re.split(r"\s+(?:and then|then|and)\s+|\s*->\s*", action):
        node = flow.add(step)
        flow.link(previous, node, text if previous == decision else None)
        previous = node
    if _ERRORS.match(action) and (entry := _last_input(flow, decision)) is not None:
        flow.link(previous, entry)
        return []
    is_end = flow.items[previous].role == "end"
    return [] if is_end else [(previous, None)]


def _last_input(flow: FlowBuilder, decision: int) -> int | None:
    """The step before a decision at which something is entered: after an error it is done again."""
    return next((at for at in range(decision - 1, -1, -1) if flow.items[at].role == "input"), None)


def read_flow(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    if re.search(r"\b(?:yes|no)\s*(?:->|→|=>|:)", text, re.IGNORECASE):
        return _read_answers(prompt, title, before, text)
    head, listed = split_head(text)
    parts = split_items(listed) if listed else []
    subject = head if parts else text
    if not parts:
        found = read_listed(before, text)
        parts, subject = list(found.parts), found.subject
        before = ""
    if len(parts) >= 2:
        flow = build_flow(_split_conditions(parts))
        return _make(prompt, title or make_title(f"{before} {subject}"), flow, is_sample=False)
    table = processes.DECISIONS if prompt.kind == "decision-tree" else processes.FLOWS
    _, known, steps = next(entry for entry in table if not entry[0] or re.search(rf"\b(?:{entry[0]})", prompt.lower))
    heading = title or make_title(f"{before} {subject}") or known
    return _make(prompt, heading, build_known(steps), is_sample=True)


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
        if joined and re.match(r"^(?:and\s+|then\s+)?if\b", joined[-1], re.IGNORECASE) and not _IF.match(joined[-1]):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    split: list[str] = []
    for part in joined:
        split += [one for one in re.split(r"\s*,?\s+(?=(?:else|otherwise)\b)", part, flags=re.IGNORECASE) if one]
    return split


def build_known(steps: tuple[str, ...]) -> FlowBuilder:
    """From "A > B", "A > B [Yes]": each link by itself."""
    flow = FlowBuilder()
    for step in steps:
        source, _, rest = step.partition(" > ")
        target, _, label = rest.partition(" [")
        flow.link(flow.add(source), flow.add(target), label.rstrip("]") or None)
    return flow


def _make(prompt: GraphicPrompt, title: str | None, flow: FlowBuilder, *, is_sample: bool) -> Graphic:
    options = ("horizontal",) if re.search(r"\bhorizontal|left[- ]to[- ]right\b", prompt.lower) else ()
    return Graphic(
        kind=prompt.kind,
        title=title,
        items=tuple(flow.items),
        links=tuple(flow.links),
        options=options,
        is_sample=is_sample,
    )


_ROOTS = re.compile(
    r"\b(?:ceo|president|director|founder|owner|principal|head|chief|king|queen|captain|boss|chair(?:man|person)?|"
    r"home ?page|home|root|src|grandparents?|manager|dean|general|executive|board|index|object|animals?|main)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"^(?P<who>.+?)\s+(?:under|reporting to|below|reports to|report to|who reports? to|working for|led by|"
    r"managed by)\s+(?:the\s+|a\s+)?(?P<boss>.+)$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?P<boss>.+?)\s+(?:with|who manages|managing|manages|leads|"
    r"leading|over|above|has|having|supervising|supervises)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_MANY = {"one": 1, "1": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}


def read_hierarchy(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    text = re.sub(r"\s+(?:at|on) the (?:top|head)\b,?", ",", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?:below|beneath|underneath|next)(?:\s+(?:him|her|it|them))?(?=\s*(?:,|;|\.|$| and))", "", text)
    listed = read_listed(before, _split_roles(text))
    if listed.parts:
        tree = _build_tree(list(listed.parts), listed.subject, is_chain="->" in text or " > " in text or "→" in text)
        heading = title or make_title(listed.subject)
        return Graphic(kind=prompt.kind, title=heading, items=tuple(tree.items), links=tuple(tree.links))
    subject = prompt.lower
    _, known, steps = next(
        entry
        for source in (prompt.phrase, subject)
        for entry in processes.TREES
        if (entry[0] and re.search(rf"\b(?:{entry[0]})", source)) or (not entry[0] and source is subject)
    )
    tree = build_known(steps)
    heading = title or make_title(listed.subject) or known
    return Graphic(kind=prompt.kind, title=heading, items=tuple(tree.items), links=tuple(tree.links), is_sample=True)


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
        if match := _UNDER.match(part):
            text, boss = match["who"], tree.find(match["boss"])
            boss = root if boss is None else boss
        elif match := re.match(r"^(.+?)\s*[(:]\s*(.+?)\)?$", part) or _HAS.match(part):
            text, children = match[1], split_items(match[2])
        for label in _multiply(text):
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


def _read_levels(parts: list[str]) -> list[list[str]] | None:
    """ "a president, two vice presidents and four managers": each part is a level of the hierarchy."""
    levels = [_multiply(part) for part in parts]
    is_plain = all(
        "(" not in part and ":" not in part and not _UNDER.match(part) and not _HAS.match(part) for part in parts
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

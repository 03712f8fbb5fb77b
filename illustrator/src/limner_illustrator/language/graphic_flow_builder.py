"""Builds flow charts: steps in order, decisions, and their branches."""

import re
from dataclasses import dataclass, field

from limner_illustrator.language.graphic_lists import clean_label
from limner_illustrator.scene import GraphicItem, GraphicLink

MAX_NODES = 30
IF = re.compile(
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

    def find_person(self, name: str) -> int | None:
        """Whose label ends with the name: "Ben" is "CTO Ben"."""
        plain = clean_label(name).lower()
        return next((at for at, item in enumerate(self.items) if item.label.lower().endswith(f" {plain}")), None)

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
        if match := IF.match(text):
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


def build_known(steps: tuple[str, ...]) -> FlowBuilder:
    """From "A > B", "A > B [Yes]": each link by itself."""
    flow = FlowBuilder()
    for step in steps:
        source, _, rest = step.partition(" > ")
        target, _, label = rest.partition(" [")
        flow.link(flow.add(source), flow.add(target), label.rstrip("]") or None)
    return flow

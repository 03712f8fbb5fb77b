"""Content of swimlane and state diagrams."""

import random
import re
from dataclasses import replace
from itertools import pairwise

from limner_illustrator.language.graphic_diagrams import find_outline, read_listed
from limner_illustrator.language.graphic_flow_builder import FlowBuilder, build_flow, build_known
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_roles as known
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink

MAX_LANES, MAX_STEPS = 6, 9
_ASSIGNED = re.compile(r"^(?P<lane>[^:]{2,30}):\s*(?P<step>.{2,60})$")
_LANE_WORDS = re.compile(
    r"\b(?:(?:swim)?lanes?|departments?|roles?|actors?|for each|three|four|two|columns?)\b", re.IGNORECASE
)
_ALIKE = (
    "applicant candidate", "hr recruiter human people", "manager boss supervisor lead hiring management",
    "customer client user buyer guest shopper patient", "it ops operations devops", "finance accounting accountant",
    "support agent helpdesk service", "warehouse logistics stock inventory", "shipping courier delivery carrier",
    "developer dev engineering engineer developers team", "qa tester testing", "sales shop store seller merchant",
    "kitchen chef cook", "vendor supplier", "employee staff worker requester", "product owner pm",
    "bank lender officer", "writer author copywriter",
)  # fmt: skip
"""Names of lanes that mean the same."""


def read_lanes(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are steps in order, their group is the lane."""
    listed = read_listed(before, _LANE_WORDS.sub("", after))
    given = [match for part in listed.parts if (match := _ASSIGNED.match(part.strip()))]
    if len(given) >= 2:
        steps = [(clean_label(match["lane"]), clean_label(match["step"])) for match in given]
        return _make(prompt, listed.heading, steps, is_sample=False)
    lanes = list(dict.fromkeys(clean_label(part) for part in listed.parts if len(part.split()) <= 4))[:MAX_LANES]
    entry = find_outline(known.LANES, prompt.topic)
    steps = []
    for line in entry[2]:
        lane, _, step = line.partition(": ")
        steps.append((lane, step))
    heading = listed.heading or entry[1]
    if len(lanes) >= 2:
        steps = _share_out(lanes, steps, is_known=bool(entry[0]))
    return _make(prompt, heading, steps, is_sample=True)


def _share_out(lanes: list[str], steps: list[tuple[str, str]], *, is_known: bool) -> list[tuple[str, str]]:
    """The known steps to the lanes of the prompt. Lanes without one get a step of no particular process."""
    placed = [(_find_lane(lane, lanes), step) for lane, step in steps] if is_known else []
    found = [(lane, step) for lane, step in placed if lane is not None]
    missing = [lane for lane in lanes if lane not in {lane for lane, _ in found}]
    if len(found) < 3 or len(missing) > 1:
        order = [*lanes, *lanes[::-1][1:]][: len(known.LANE_STEPS)]
        return [(lane, known.LANE_STEPS[at]) for at, lane in enumerate(order)]
    return [*found[:-1], *((lane, "Check and record") for lane in missing), found[-1]]


def _find_lane(name: str, lanes: list[str]) -> str | None:
    words = set(name.lower().split())
    alike = words | {word for group in _ALIKE if words & set(group.split()) for word in group.split()}
    scored = [lane for lane in lanes if alike & set(re.findall(r"[a-z]+", lane.lower()))]
    return scored[0] if scored else None


def _make(prompt: GraphicPrompt, title: str | None, steps: list[tuple[str, str]], *, is_sample: bool) -> Graphic:
    items = tuple(GraphicItem(label=step, group=lane, role="process") for lane, step in steps[:MAX_STEPS])
    links = tuple(GraphicLink(source=one, target=two) for one, two in pairwise(range(len(items))))
    return Graphic(kind=prompt.kind, title=title, items=items, links=links, is_sample=is_sample)


_FROM_TO = re.compile(
    r"^(?P<one>.+?)\s*(?:->|→|=>|\bto\b)\s*(?P<two>.+?)(?:\s*(?:[:(]|\bon\b|\bwhen\b)\s*(?P<event>[^)]+)\)?)?$"
)


def read_states(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    listed = read_listed(before, re.sub(r"\bstates?\b\s*(?=\w+\s*,)", "", after))
    title, _ = extract_title(after)
    parts = [clean_label(re.sub(r"\bstates?\b", "", part)) for part in listed.parts]
    moves = [match for part in _split_moves(after) if (match := _FROM_TO.match(part))]
    if len(moves) >= 2:
        links = tuple(
            f"{clean_label(move['one'])} > {clean_label(move['two'])}"
            + (f" [{move['event']}]" if move["event"] else "")
            for move in moves
        )
        return _as_states(prompt, title, build_known(links), is_sample=False)
    _, heading, transitions = find_outline(known.STATES, prompt.topic)
    flow = build_known(transitions)
    labels = {item.label.lower() for item in flow.items}
    if len(parts) >= 2 and not {part.lower() for part in parts} <= labels:
        return _as_states(prompt, listed.heading, build_flow(parts), is_sample=False)
    return _as_states(prompt, title or make_title(listed.subject) or heading, flow, is_sample=True)


def _split_moves(text: str) -> list[str]:
    plain = re.sub(r"^.*?(?::|\bwith\b|\btransitions?\b)\s*", "", text, count=1)
    parts = [one for part in re.split(r"[;\n]", plain) for one in (split_items(part) if "," in part else [part])]
    return [part.strip() for part in parts if re.search(r"->|→|=>", part)]


def _as_states(prompt: GraphicPrompt, title: str | None, flow: FlowBuilder, *, is_sample: bool) -> Graphic:
    items = tuple(replace(item, role="state") for item in flow.items)
    return Graphic(kind=prompt.kind, title=title, items=items, links=tuple(flow.links), is_sample=is_sample)

"""Content of technical diagrams: networks, sequences of messages, architectures, entities with their fields."""

import random
import re
from itertools import pairwise

from limner_illustrator.language.graphic_diagrams import read_count, read_listed
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, split_head, split_items
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_parts as known
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink

MAX_NODES = 24
_CONNECTED = re.compile(
    r"^(?P<one>.+?)\s+(?:is |are )?(?:connected to|linked to|connects to|connecting to|connecting|"
    r"attached to|to)\s+(?P<other>.+)$",
    re.IGNORECASE,
)
_MANY = re.compile(r"^(\d{1,2}|two|three|four|five|six|seven|eight)\s+(.+?)s?$", re.IGNORECASE)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def role_of(label: str) -> str:
    """What kind of device or part a label names."""
    text = label.lower()
    return next((role for role, words in known.ROLES.items() if re.search(rf"\b(?:{words})", text)), "service")


def _multiply(text: str) -> list[str]:
    match = _MANY.match(text.strip())
    if match is None:
        return [clean_label(text)]
    count = _WORDS.get(match[1].lower()) or int(match[1])
    name = clean_label(re.sub(r"(ch|sh|x|ss)e$", r"\1", match[2]))
    return [f"{name} {number}" for number in range(1, min(count, 8) + 1)] if count > 1 else [name]


def read_network(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    if re.search(r"\bneural\b", prompt.lower):
        return _read_neural(prompt, title)
    match = (
        _CONNECTED.match(re.sub(r"^.*?\b(?:with|of|showing|:)\s+(?:a |an |the )?", "", text, count=1)) if text else None
    )
    if match and len(match["one"].split()) <= 4:
        names = [clean_label(match["one"])]
        hub = names[0]
        links: list[tuple[str, str]] = []
        for part in split_items(match["other"]):
            chain = _CONNECTED.match(part)
            for label in _multiply(chain["one"] if chain else part):
                names.append(label)
                links.append((hub, label))
            if chain:
                source = names[-1]
                for label in _multiply(chain["other"]):
                    names.append(label)
                    links.append((source, label))
        return _make_network(prompt, title, names, links, is_sample=False)
    listed = read_listed(before, text)
    names = [label for part in listed.parts for label in _multiply(part)]
    if len(names) >= 2:
        return _make_network(prompt, listed.heading, names, _link_devices(names), is_sample=False)
    heading = title or make_title(listed.subject)
    if re.search(r"\b(?:social|knowledge|graph|node|directed|undirected)\b", prompt.lower):
        return _random_graph(prompt, heading, rng)
    _, subject, entries = next(
        one for one in known.NETWORKS if not one[0] or re.search(rf"\b(?:{one[0]})", prompt.lower)
    )
    pairs = [tuple(entry.split(" > ")) for entry in entries]
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    links = [(pair[0], pair[1]) for pair in pairs]
    return _make_network(prompt, heading or subject, names, links, is_sample=True)


def _link_devices(names: list[str]) -> list[tuple[str, str]]:
    """Chained from the outside in as far as the devices pass traffic on; all others hang on the innermost of these."""
    order = ["cloud", "modem", "firewall", "router", "switch", "access-point"]
    passing = sorted((name for name in names if role_of(name) in order), key=lambda name: order.index(role_of(name)))
    if not passing:
        return [(names[0], name) for name in names[1:]]
    backbone: list[str] = []
    links = []
    for name in passing:
        alike = [one for one in backbone if role_of(one) == role_of(name)]
        upper = [one for one in backbone if role_of(one) != role_of(name)]
        if alike and upper:
            links.append((upper[-1], name))
        elif backbone:
            links.append((backbone[-1], name))
        backbone.append(name)
    ends = [one for one in backbone if role_of(one) == role_of(backbone[-1])]
    leaves = [name for name in names if name not in backbone]
    return links + [(ends[at * len(ends) // max(1, len(leaves))], name) for at, name in enumerate(leaves)]


def _make_network(
    prompt: GraphicPrompt, title: str | None, names: list[str], links: list[tuple[str, str]], *, is_sample: bool
) -> Graphic:
    unique = list(dict.fromkeys(names))[:MAX_NODES]
    items = tuple(GraphicItem(label=name, role=role_of(name)) for name in unique)
    made = tuple(
        GraphicLink(source=unique.index(one), target=unique.index(other))
        for one, other in dict.fromkeys(links)
        if one in unique and other in unique
    )
    return Graphic(kind=prompt.kind, title=title, items=items, links=made, is_sample=is_sample)


def _random_graph(prompt: GraphicPrompt, title: str | None, rng: random.Random) -> Graphic:
    count = min(14, max(4, read_count(prompt.text) or 8))
    is_social = re.search(r"\b(?:social|friends|people)\b", prompt.lower)
    names = list(known.PEOPLE[:count]) if is_social else [f"Node {chr(65 + at)}" for at in range(count)]
    links = {(rng.randrange(at), at) for at in range(1, count)}
    for _ in range(count // 2):
        one, other = sorted(rng.sample(range(count), 2))
        links.add((one, other))
    items = tuple(GraphicItem(label=name, role="node") for name in names)
    made = tuple(GraphicLink(source=one, target=other) for one, other in sorted(links))
    options = ("directed",) if re.search(r"(?<!un)directed", prompt.lower) else ()
    return Graphic(kind=prompt.kind, title=title, items=items, links=made, options=options, is_sample=True)


def _read_neural(prompt: GraphicPrompt, title: str | None) -> Graphic:
    """Items are neurons, grouped by layer."""
    counts = [
        int(one)
        for one in re.findall(r"\b(\d{1,2})\s+(?:\w+\s+)?(?:neurons|nodes|inputs?|hidden|outputs?|units)", prompt.lower)
    ]
    counts = [min(9, max(1, one)) for one in counts[:6]] if len(counts) >= 2 else [3, 5, 4, 2]
    items = []
    for layer, count in enumerate(counts):
        name = "Input" if layer == 0 else "Output" if layer == len(counts) - 1 else f"Hidden {layer}"
        name = "Hidden" if name.startswith("Hidden") and len(counts) == 3 else name
        items += [
            GraphicItem(label=f"{name} neuron {number + 1}", group=name, role="neuron") for number in range(count)
        ]
    return Graphic(kind=prompt.kind, title=title or "Neural network", items=tuple(items), options=("layers",))


_PARTICIPANTS = re.compile(r"\b(?:between|among)\s+(?P<names>[^.:]+)$", re.IGNORECASE)
"""All of them are participants, though "app" alone is elsewhere the name of a kind of graphic."""


def read_sequence(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are the participants; links are the messages in their order."""
    title, text = extract_title(after)
    head, listed = split_head(text)
    is_written = len(re.findall(r"->|→|=>", text)) > 1 and ":" in text
    if is_written:
        head, listed = "", re.sub(r"^\W+", "", text)
    messages = _read_messages(re.split(r"[,;\n]\s*", listed) if is_written else split_items(listed or text))
    if messages:
        return _make_sequence(prompt, title or make_title(f"{before} {head}"), messages, is_sample=False)
    found = read_listed(before, text)
    named = _PARTICIPANTS.search(text)
    parts = split_items(named["names"]) if named else list(found.parts)
    names = list(dict.fromkeys(clean_label(part) for part in parts))
    _, subject, entries = next(
        one for one in known.SEQUENCES if not one[0] or re.search(rf"\b(?:{one[0]})", prompt.lower)
    )
    if len(names) >= 2:
        down = [(one, two, "Request") for one, two in pairwise(names)]
        up = [(two, one, "Response") for one, two, _ in reversed(down)]
        return _make_sequence(prompt, found.heading, [*down, *up], is_sample=False)
    made = []
    for entry in entries:
        ends, _, message = entry.partition(": ")
        one, _, two = ends.partition(" > ")
        made.append((one, two, message))
    return _make_sequence(prompt, title or make_title(f"{before} {text}") or subject, made, is_sample=True)


def _read_messages(parts: list[str]) -> list[tuple[str, str, str]]:
    found = []
    names: list[str] = []
    for part in parts:
        arrow = re.match(r"^([\w ]{1,30}?)\s*(?:->>?|-->>?|→|=>|to)\s*([\w ]{1,30}?)\s*[:(]\s*(.{1,50}?)\)?$", part)
        spoken = re.match(
            r"^(?:the |a )?([\w-]+(?: [\w-]+)?)\s+(sends?|calls?|requests?|asks?|queries|returns?|responds?|replies|"
            r"submits?|forwards?|notifies|validates?|checks)\s+"
            r"(.{1,60}?)(?:\s+(?:to|from|with)\s+(?:the |a )?([\w-]+(?: [\w-]+)?))?$",
            part, re.IGNORECASE,
        )  # fmt: skip
        if arrow:
            one, two, message = clean_label(arrow[1]), clean_label(arrow[2]), arrow[3]
        elif spoken and (spoken[4] or names):
            one = clean_label(spoken[1])
            other = spoken[4] or next((name for name in reversed(names) if name.lower() != one.lower()), one)
            message = clean_label(
                f"{spoken[3]}"
                if spoken[2].lower().startswith(("send", "return", "submit"))
                else f"{spoken[2]} {spoken[3]}"
            )
            two = clean_label(other)
        else:
            continue
        names += [name for name in (one, two) if name not in names]
        found.append((one, two, message))
    return found if len(found) >= 2 else _read_actions(parts)


_ACTION = re.compile(r"^(?:then\s+)?(?:the |a |an )?(?P<who>[\w-]+)\s+(?P<what>[a-z]{2,}s\b.*)$", re.IGNORECASE)


_RECEIVER = re.compile(r"\s(?P<joint>(?:to|in|into|from|at|with) )?(?:the |an? )?(?P<to>[\w-]+)\W*$", re.IGNORECASE)
"""Who a message goes to, at its end: "stores it in S3", "notifies user"."""


def _read_actions(parts: list[str]) -> list[tuple[str, str, str]]:
    """ "customer orders pizza, restaurant confirms": each tells the next one, the last one the first."""
    actions = [match for part in parts if (match := _ACTION.match(part.strip()))]
    names = [clean_label(action["who"]) for action in actions]
    if len(actions) < 2 or len(actions) < len(parts) or len(set(names)) < 2:
        return []
    messages = []
    for who, following, action in zip(names, [*names[1:], names[0]], actions, strict=True):
        what, to = action["what"], following if following != who else next(one for one in names if one != who)
        ending = _RECEIVER.search(what)
        if ending and (ending["to"][:1].isupper() or clean_label(ending["to"]) in names):
            to, what = clean_label(ending["to"]), what[: ending.start("joint")] if ending["joint"] else what
        messages.append((who, to, clean_label(what)))
    return messages


def _make_sequence(
    prompt: GraphicPrompt, title: str | None, messages: list[tuple[str, str, str]], *, is_sample: bool
) -> Graphic:
    names = list(dict.fromkeys(name for one, two, _ in messages for name in (one, two)))[:8]
    items = tuple(GraphicItem(label=name, role=role_of(name)) for name in names)
    links = tuple(
        GraphicLink(source=names.index(one), target=names.index(two), label=message)
        for one, two, message in messages[:20]
        if one in names and two in names
    )
    return Graphic(kind=prompt.kind, title=title, items=items, links=links, is_sample=is_sample)


def read_architecture(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are grouped by tier, from the clients down to the data."""
    listed = read_listed(before, after)
    parts = [label for part in listed.parts for label in _multiply(part)]
    is_sample = len(parts) < 2
    heading = listed.heading
    if is_sample:
        words, subject, entries = next(
            one for one in known.ARCHITECTURES if not one[0] or re.search(rf"\b(?:{one[0]})", prompt.lower)
        )
        heading = heading or subject
        if "osi" in words and subject == "OSI model" and words and re.search(words, prompt.lower):
            items = tuple(GraphicItem(label=entry, group=str(at), role="layer") for at, entry in enumerate(entries))
            return Graphic(kind=prompt.kind, title=heading, items=items, options=("layers",))
        parts = list(entries)
    if re.search(r"\blayers?\b", prompt.phrase):
        items = tuple(GraphicItem(label=label, group=str(at), role="layer") for at, label in enumerate(parts))
        return Graphic(kind=prompt.kind, title=heading, items=items, options=("layers",), is_sample=is_sample)
    made = [
        GraphicItem(label=label, role=role_of(label), group=known.TIERS.get(role_of(label), "Services"))
        for label in parts
    ]
    order = list(dict.fromkeys(known.TIERS.values()))
    made.sort(key=lambda item: order.index(item.group or "Services"))
    return Graphic(kind=prompt.kind, title=heading, items=tuple(made), links=_link_tiers(made), is_sample=is_sample)


def _link_tiers(items: list[GraphicItem]) -> tuple[GraphicLink, ...]:
    """Each part to those of the next tier: all to all where one side has one part, else pairwise."""
    tiers: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        tiers.setdefault(item.group or "", []).append(at)
    rows = list(tiers.values())
    links = []
    for upper, lower in pairwise(rows):
        if len(upper) == 1 or len(lower) == 1:
            links += [GraphicLink(source=one, target=two) for one in upper for two in lower]
        else:
            count = max(len(upper), len(lower))
            pairs = {(upper[at * len(upper) // count], lower[at * len(lower) // count]) for at in range(count)}
            links += [GraphicLink(source=one, target=two) for one, two in sorted(pairs)]
    return tuple(links)


def read_entities(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are entities with their fields as lines."""
    listed = read_listed(before, after)
    entities: list[tuple[str, tuple[str, ...]]] = []
    is_sample = False
    for part in listed.parts[:9]:
        match = re.match(r"^(.+?)\s*[(:]\s*(.+?)\)?$", part)
        name = clean_label(re.sub(r"\b(?:tables?|classes|entities|entity|class)\b", "", match[1] if match else part))
        if match:
            entities.append((name, tuple(one.strip() for one in split_items(match[2]))))
        else:
            is_sample = True
            entities.append((name, _fields_of(name)))
    heading = listed.heading
    if len(entities) < 2:
        _, subject, names = next(
            one for one in known.SCHEMAS if not one[0] or re.search(rf"\b(?:{one[0]})", f"{before} {after}".lower())
        )
        entities = [(name, _fields_of(name)) for name in names]
        heading, is_sample = heading or subject, True
    links = []
    for at in range(1, len(entities)):
        wanted = [
            other for other in range(len(entities)) if other != at and _refers(entities[at][1], entities[other][0])
        ]
        links += [GraphicLink(source=other, target=at, label="1:n") for other in wanted]
    joined = {end for link in links for end in (link.source, link.target)}
    links += [GraphicLink(source=at - 1, target=at, label="1:n") for at in range(1, len(entities)) if at not in joined]
    items = tuple(GraphicItem(label=name, lines=fields) for name, fields in entities)
    return Graphic(kind=prompt.kind, title=heading, items=items, links=tuple(links), is_sample=is_sample)


def _fields_of(name: str) -> tuple[str, ...]:
    text = name.lower()
    return next(
        (fields for words, fields in known.FIELDS if re.search(rf"\b(?:{words})", text)), ("id", "name", "created_at")
    )


def _refers(fields: tuple[str, ...], name: str) -> bool:
    stem = name.lower().rstrip("s").replace(" ", "_")
    return any(re.match(rf"{re.escape(stem)}_?id\b", field.lower()) for field in fields)

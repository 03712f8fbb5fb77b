"""Content of heat maps, Sankey diagrams and bubble charts."""

import math
import random
import re

from limner_illustrator.language.chart_samples import split_shares
from limner_illustrator.language.graphic_lists import clean_label, extract_title, make_title, read_value, split_items
from limner_illustrator.language.graphic_periods import read_periods
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_amounts as known
from limner_illustrator.language.vocabulary.graphic_samples import MONTHS, PARTS, WEEKDAYS
from limner_illustrator.scene import Graphic, GraphicItem, GraphicLink

_END = r"(?=\s*(?:$|[,.;:]|\bwith\b|\bin\b|\bfor\b|\bshowing\b|\bfrom\b))"
_BY_TWO = re.compile(
    rf"\b(?:by|across|per)\s+(?:the\s+)?([\w ]{{2,24}}?)\s+(?:and|by|vs\.?|x|×)\s+([\w ]{{2,24}}?){_END}"
)


def read_heat_map(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are cells: the label is the column, the group the row."""
    title, text = extract_title(after)
    subject = re.sub(r"^\s*(?:between|of|for)\s+", "", text.split(":")[0]) if "correlation" in prompt.phrase else ""
    heading = title or make_title(f"Correlation of {subject}" if subject else f"{before} {text.split(':')[0]}")
    lower = prompt.lower
    if "correlation" in lower or "confusion" in lower:
        return _read_square(prompt, heading, text, rng, is_correlation="correlation" in lower)
    pair = _BY_TWO.search(lower)
    rows, columns = known.HEAT_DEFAULT
    if "risk" in lower:
        rows, columns = known.LIKELIHOODS, known.IMPACTS
    elif pair and (found := [_categories(one, lower) for one in pair.groups()]) and all(found):
        rows, columns = found[0] or rows, found[1] or columns
        if len(columns) < len(rows) and rows is not WEEKDAYS:
            rows, columns = columns, rows
    else:
        periods = read_periods(lower)
        parts = next((parts for words, parts in PARTS if re.search(rf"\b(?:{words})\b", lower)), None)
        rows, columns = parts or rows, (periods if parts and periods else columns if not parts else MONTHS[:6])
    items = tuple(
        GraphicItem(label=column, group=row, value=_heat(prompt.lower, row, column, rows, columns, rng))
        for row in rows
        for column in columns
    )
    return Graphic(kind=prompt.kind, title=heading, items=items, is_sample="risk" not in lower)


def _categories(name: str, text: str) -> tuple[str, ...] | None:
    return next((values for words, values in known.AXES if re.search(rf"\b(?:{words})", name)), None) or next(
        (values for words, values in PARTS if re.search(rf"\b(?:{words})\b", name)), None
    )


def _heat(
    text: str, row: str, column: str, rows: tuple[str, ...], columns: tuple[str, ...], rng: random.Random
) -> float:
    if rows is known.LIKELIHOODS:
        return float((len(rows) - rows.index(row)) * (columns.index(column) + 1))
    across = (columns.index(column) + 0.5) / len(columns)
    share = math.exp(-((across - 0.6) ** 2) / 0.07)
    if row in ("Sat", "Sun") and re.search(r"office|work|meeting|commit|ticket|support|email", text):
        share *= 0.3
    return float(round(8 + 80 * share * rng.uniform(0.75, 1.05) + rng.uniform(0, 8)))


def _read_square(
    prompt: GraphicPrompt, title: str | None, text: str, rng: random.Random, *, is_correlation: bool
) -> Graphic:
    listed = re.search(r"\b(?:between|of|for|with|:)\s+(.+)$", text)
    names = [clean_label(one) for one in split_items(listed[1])] if listed else []
    if not 2 <= len(names) <= 8:
        names = list(known.FEATURES if is_correlation else known.CLASSES)
    values: dict[tuple[str, str], float] = {}
    for at, one in enumerate(names):
        for to, other in enumerate(names):
            if is_correlation:
                values[one, other] = 1.0 if at == to else values.get((other, one), round(rng.uniform(-0.15, 0.85), 2))
            else:
                values[one, other] = float(rng.randrange(84, 98) if at == to else rng.randrange(1, 9))
    items = tuple(GraphicItem(label=other, group=one, value=value) for (one, other), value in values.items())
    return Graphic(kind=prompt.kind, title=title, items=items, is_sample=True)


_FROM_TO = re.compile(r"\bfrom\s+(?P<from>.+?)\s+(?:to|into|towards?)\s+(?P<to>[^.;\n]+)", re.IGNORECASE)
_MOVE = re.compile(
    r"^(?P<one>.+?)\s*(?:->|→|=>)\s*(?P<two>[^\d$€£:(]+?)\s*[:(]?\s*(?P<unit>[$€£])?\s*(?P<amount>\d[\d.,]*)?\s*(?P<last>%)?\)?$"
)


def read_sankey(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """The label of a link is its amount."""
    title, text = extract_title(after)
    moves = [match for part in re.split(r"[,;\n]|:\s(?=\w+\s*(?:->|→))", text) if (match := _MOVE.match(part.strip()))]
    if moves:
        flows = [
            (clean_label(move["one"]), clean_label(move["two"]), float((move["amount"] or "10").replace(",", "")))
            for move in moves
        ]
        unit = next((move["unit"] or move["last"] for move in moves if move["unit"] or move["last"]), None)
        heading = title or make_title(f"{before} {text.split(':')[0] if ':' in text else ''}")
        return _make_sankey(prompt, heading, flows, unit, is_sample=any(move["amount"] is None for move in moves))
    if (match := _FROM_TO.search(text)) is not None:
        sources = [read_value(part) for part in split_items(match["from"])]
        targets = [read_value(part) for part in split_items(match["to"])]
        heading = title or make_title(f"{before} {text[: match.start()]}")
        if len(sources) + len(targets) > 2:
            shares = split_shares(len(sources), rng)
            amounts = [
                one.value if one.value is not None else share for one, share in zip(sources, shares, strict=True)
            ]
            parts = split_shares(len(targets), rng)
            weights = [one.value if one.value is not None else share for one, share in zip(targets, parts, strict=True)]
            flows = [
                (one.label, two.label, round(amount * weight / sum(weights), 1))
                for one, amount in zip(sources, amounts, strict=True)
                for two, weight in zip(targets, weights, strict=True)
            ]
            unit = next((one.unit for one in (*sources, *targets) if one.unit), None)
            is_sample = any(one.value is None for one in (*sources, *targets))
            return _make_sankey(prompt, heading, flows, unit or ("%" if is_sample else None), is_sample=is_sample)
    _, heading_known, lines = next(
        one for one in known.STREAMS if not one[0] or re.search(rf"\b(?:{one[0]})", prompt.lower)
    )
    flows = []
    for line in lines:
        ends, _, amount = line.partition(": ")
        one, _, two = ends.partition(" > ")
        flows.append((one, two, float(amount)))
    heading = title or make_title(f"{before} {text}") or heading_known
    total = re.search(r"(?P<unit>[$€£])\s?(?P<amount>\d[\d,]*)", text)
    if total is not None:
        factor = float(total["amount"].replace(",", "")) / 100
        flows = [(one, two, round(amount * factor)) for one, two, amount in flows]
    return _make_sankey(prompt, heading, flows, total["unit"] if total else None, is_sample=True)


def _make_sankey(
    prompt: GraphicPrompt, title: str | None, flows: list[tuple[str, str, float]], unit: str | None, *, is_sample: bool
) -> Graphic:
    names = list(dict.fromkeys(name for one, two, _ in flows for name in (one, two)))[:20]
    links = tuple(
        GraphicLink(source=names.index(one), target=names.index(two), label=f"{amount:g}")
        for one, two, amount in flows
        if one in names and two in names and one != two
    )
    items = tuple(GraphicItem(label=name) for name in names)
    return Graphic(kind=prompt.kind, title=title, items=items, links=links, unit=unit, is_sample=is_sample)


_AXIS_PAIR = re.compile(
    r"(?:\b(?:by|of|showing|comparing|with|:)\s+|^)(?:the\s+)?(?P<one>[\w ]{2,30}?)\s*"
    r"(?:,|\bvs\.?|\bversus\b|\bagainst\b|\band\b)\s+(?P<two>[\w ]{2,30}?)"
    rf"(?:\s*,?\s*(?:and|with|sized by|bubble size(?: for)?)\s+(?P<three>[\w ]{{2,30}}?))?{_END}",
    re.IGNORECASE,
)


def read_bubbles(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items with x as `start`, y as `value`, and the size as the first of the lines."""
    title, text = extract_title(after)
    heading = title or make_title(f"{before} {text.split(':')[0]}")
    given = re.findall(
        r"([A-Za-z][\w ]{0,24}?)\s*[:(]\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)(?:\s*,\s*([\d.]+))?\s*\)?(?=\s*(?:$|[,;.]))", text
    )
    if len(given) >= 2:
        items = tuple(
            GraphicItem(label=clean_label(name), start=float(x), value=float(y), lines=(size or "10",))
            for name, x, y, size in given
        )
        return Graphic(kind=prompt.kind, title=heading, items=items)
    lower = prompt.lower
    source = re.sub(r"^.*?\bby\s+", "", text, count=1) if " by " in f" {text}" else text
    axes = _AXIS_PAIR.search(source)
    measures = [clean_label(one) for one in axes.groups() if one] if axes else []
    names = next((parts for words, parts in known.BUBBLES[:-1] if re.search(rf"\b(?:{words})", lower)), None) or next(
        (parts for words, parts in PARTS if re.search(rf"\b(?:{words})\b", lower)), known.BUBBLES[-1][1]
    )
    measures = [one for one in measures if one.lower() not in ("countries", "cities", "products", "companies")]
    facts = {measure: _measure(measure, names, rng) for measure in measures[:3]}
    while len(facts) < 2:
        facts[known.MEASURES[len(facts)]] = _measure(known.MEASURES[len(facts)], names, rng)
    labels = list(facts)
    sizes = facts[labels[2]] if len(labels) > 2 else _measure("population", names, rng)
    items = tuple(
        GraphicItem(label=name, start=facts[labels[0]][at], value=facts[labels[1]][at], lines=(f"{sizes[at]:g}",))
        for at, name in enumerate(names)
    )
    x_label, y_label = (known.UNITS.get(one.lower(), one) for one in labels[:2])
    options = (f"size: {labels[2]}",) if len(labels) > 2 else ()
    return Graphic(
        kind=prompt.kind, title=heading, items=items, x_label=x_label, y_label=y_label, options=options, is_sample=True
    )


def _measure(name: str, subjects: tuple[str, ...], rng: random.Random) -> list[float]:
    """Known figures of countries; else a rising course with some spread."""
    facts = next((values for words, values in known.FACTS if re.search(rf"\b(?:{words})", name.lower())), None)
    if facts is not None and all(subject in facts for subject in subjects):
        return [facts[subject] for subject in subjects]
    return [float(round(15 + 70 * rng.random())) for _ in subjects]

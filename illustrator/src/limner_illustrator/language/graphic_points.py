"""Content of scatter plots, histograms, gauges and radar charts."""

import random
import re
from dataclasses import replace

from limner_illustrator.language.graphic_charts import read_chart
from limner_illustrator.language.graphic_lists import (
    clean_label,
    extract_title,
    make_title,
    read_numbers,
    read_value,
    split_items,
)
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.scene import Graphic, GraphicItem

_PAIR = re.compile(r"\(\s*(-?[\d.]+)\s*[,;]\s*(-?[\d.]+)\s*\)")
_AGAINST = re.compile(
    r"(?:of|showing|for|between|comparing|with|correlation between|relationship between)?\s*(?:the\s+)?"
    r"(?P<y>[\w ]{2,40}?)\s+(?:vs\.?|versus|against|and|by|over|to)\s+(?P<x>[\w ]{2,40}?)"
    r"(?=\s*(?:$|[,.;:(]|\bwith\b|\bin\b|\bshowing\b|\bfor\b|\bof\b))",
    re.IGNORECASE,
)
_NUM_POINTS = 42
_RANGES: tuple[tuple[str, float, float], ...] = (
    ("heights?", 150, 200), ("weights?", 40, 100), ("\\bages?", 20, 70), ("study|hours?", 0, 10),
    ("scores?|grades?|exam", 40, 100), ("price|cost|salary|income", 20, 120),
    ("temperatures?", 0, 40), ("sales", 0, 100),
)  # fmt: skip
"""Words -> the usual range of a measure."""


def read_scatter(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    pairs = _PAIR.findall(text)
    named = read_chart(prompt, before, after, rng)
    plain = re.sub(
        r"\b(?:positive|negative|strong|weak|no|the)?\s*(?:correlation|relationship)\s+(?:between|of)\b", "", text
    )
    match = _AGAINST.search(plain)
    y_label = named.y_label or (clean_label(match["y"]) if match else None)
    x_label = named.x_label or (clean_label(match["x"]) if match else None)
    subject = make_title(_PAIR.sub("", f"{before} {text}").split(":")[0].split(" with ")[0])
    options = ("trend",) if re.search(r"trend|regression|best fit|correlation", prompt.lower) else ()
    drawing = Graphic(
        kind=prompt.kind, title=title or subject, x_label=x_label, y_label=y_label, options=options, unit=None
    )
    if len(pairs) >= 2:
        items = tuple(
            GraphicItem(label=str(number), start=float(x), value=float(y)) for number, (x, y) in enumerate(pairs, 1)
        )
        return replace(drawing, items=items)
    return replace(drawing, items=_scatter(x_label, y_label, prompt, rng), is_sample=True)


def _scatter(
    x_label: str | None, y_label: str | None, prompt: GraphicPrompt, rng: random.Random
) -> tuple[GraphicItem, ...]:
    x_low, x_high = _range_of(x_label)
    y_low, y_high = _range_of(y_label)
    text = prompt.lower
    slope = -1 if "negative" in text else 0 if re.search(r"\bno correlation|uncorrelated|random", text) else 1
    clusters = re.search(r"\b(\d|two|three|four)\s+(?:\w+\s+)?(?:clusters|groups)", text)
    count = {"two": 2, "three": 3, "four": 4}.get(clusters[1], 0) or int(clusters[1]) if clusters else 0
    items = []
    for number in range(_NUM_POINTS):
        x = rng.random()
        y = 0.5 + slope * 0.72 * (x - 0.5) + rng.gauss(0, 0.1 if slope else 0.22)
        group = None
        if count:
            at = number % count
            x, y = (
                0.18 + 0.64 * at / max(1, count - 1) + rng.gauss(0, 0.06),
                (0.3, 0.75, 0.4, 0.8)[at % 4] + rng.gauss(0, 0.07),
            )
            group = f"Group {'ABCD'[at % 4]}"
        x, y = min(1.0, max(0.0, x)), min(1.0, max(0.02, y))
        items.append(
            GraphicItem(
                label=str(number + 1),
                start=round(x_low + x * (x_high - x_low), 1),
                value=round(y_low + y * (y_high - y_low), 1),
                group=group,
            )
        )
    return tuple(items)


def _range_of(name: str | None) -> tuple[float, float]:
    found = next((one for one in _RANGES if name and re.search(one[0], name.lower())), None)
    return (found[1], found[2]) if found else (0, 100)


def read_histogram(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    named = read_chart(prompt, before, after, rng)
    if not named.is_sample:
        return named
    subject = f"{before} {after}"
    low, high = _range_of(subject)
    count = next(one for one in (10, 8, 6, 5) if (high - low) % one == 0)
    step = (high - low) / count
    items = []
    for number in range(count):
        at = (number + 0.5) / count
        share = 2.718 ** (-((at - 0.5) ** 2) / 0.05) * rng.uniform(0.85, 1.1)
        first = low + step * number
        items.append(GraphicItem(label=f"{first:g}–{first + step:g}", value=float(max(1, round(48 * share)))))
    y_label = named.y_label or "Count"
    return replace(named, items=tuple(items), unit=None, y_label=y_label)


def read_gauge(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    title, text = extract_title(after)
    value = read_value(re.sub(r"^\W*(?:showing|at|with|of|reading|displaying|indicating|for)\s+", "", text))
    numbers = read_numbers(text)
    is_sample = not numbers
    percent = "%" in text or "percent" in text.lower() or is_sample
    amount = float(rng.randrange(55, 86)) if is_sample else numbers[0]
    span = re.search(r"\bfrom\s+(-?\d+)\s+to\s+(\d+)|\bout of\s+(\d+)|/\s*(\d+)", text)
    if span:
        most = float(next(group for group in reversed(span.groups()) if group))
        amount = next((one for one in numbers if str(int(one)) not in span.group()), amount)
    else:
        most = 100.0 if amount <= 100 else 10.0 ** len(str(int(amount)))
    label = make_title(re.sub(r"[-\d.,]+\s*(?:%|percent)?.*$", "", f"{before} {text}"))
    label = label or make_title(re.sub(r"^.*?[-\d.,]+\s*(?:%|percent)?\s*", "", text).split(",")[0])
    unit = "%" if percent else value.unit or _speed_unit(text)
    item = GraphicItem(label="" if title is None else label or "", value=amount, start=most)
    return Graphic(kind=prompt.kind, title=title or label, items=(item,), unit=unit, is_sample=is_sample)


def _speed_unit(text: str) -> str | None:
    match = re.search(r"\b(km/h|mph|rpm|psi|°c|ms|mbps|kg|bpm)\b", text.lower())
    return match[1] if match else None


_CRITERIA = re.compile(
    r"\b(?:on|by|across|in terms of|regarding|based on|with axes|axes|skills|for|of|with)\s*:?\s+([^.;\n]*,[^.;\n]*)$",
    re.IGNORECASE,
)


_CRITERIA_OF: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("employee|soft skill|team|leader|manager|candidate|job|personal",
     ("Teamwork", "Communication", "Leadership", "Expertise", "Creativity", "Reliability")),
    ("football|soccer|basketball|player|athlete|sport|hero|character|pokemon|gam",
     ("Speed", "Strength", "Stamina", "Technique", "Defence", "Attack")),
    ("coffee|wine|beer|tea\\b|cheese|chocolate|taste|flavou?r|food", ("Sweet", "Sour", "Bitter", "Aroma", "Body",
        "Finish")),
    ("(?:smart)?phone|laptop|camera|tablet|computer|headphone",
     ("Price", "Battery", "Display", "Camera", "Speed", "Design")),
    ("cars?\\b|vehicle|bike", ("Speed", "Comfort", "Range", "Price", "Safety", "Space")),
    ("student|school|grades?|subject", ("Maths", "Science", "English", "History", "Art", "Sport")),
    ("cit(?:y|ies)|countr|quality of life", ("Safety", "Health", "Jobs", "Nature", "Culture", "Costs")),
    ("software|app\\b|website|saas|program|developer", ("Speed", "Design", "Security", "Features", "Support", "Price")),
    ("", ("Speed", "Quality", "Cost", "Design", "Support", "Safety")),
)  # fmt: skip
"""Words of the prompt -> what is measured."""
_IN = re.compile(r"\b(?:in|by|across|on|for|with|showing|of|:)\s+(?=[^,]{2,24},)(.+)$", re.IGNORECASE)


_COMPARED = re.compile(r"\b(?:compar\w+|vs\.?|versus|two|three|2|3)\b")
"""Then the axes are criteria, and not the things themselves."""


def read_radar(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    named = read_chart(prompt, before, after, rng)
    if not named.is_sample:
        return named
    labels = list(dict.fromkeys(item.label for item in named.items))
    matches = (_CRITERIA.search(after), _IN.search(after))
    lists = [split_items(match[1]) for match in matches if match]
    labels = next(([clean_label(part) for part in parts] for parts in lists if len(parts) >= 3), labels)
    is_listed = any(len(parts) >= 3 for parts in lists)
    if not is_listed:
        known = next(found for words, found in _CRITERIA_OF if re.search(rf"\b(?:{words})", prompt.lower))
        is_plain = len(labels) < 3 or labels[0].endswith(" A")
        labels = list(known) if is_plain or _COMPARED.search(prompt.lower) else labels
    pair = re.search(r"\b(two|three|2|3)\s+(?:\w+\s+(?=\w+s\b))?(\w+?)s?\b", prompt.lower)
    names: list[str | None] = [None]
    if pair:
        names = [f"{pair[2].capitalize()} {letter}" for letter in "ABC"[: 3 if pair[1] in ("three", "3") else 2]]
    items = tuple(
        GraphicItem(label=label, value=float(rng.randrange(4, 11)), group=name)
        for name in names
        for label in labels[:10]
    )
    return replace(named, items=items, unit=None)

"""Labels and values of charts whose prompts give none."""

import math
import random
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from limner_illustrator.language.chart_data import find_data
from limner_illustrator.language.graphic_lists import clean_label
from limner_illustrator.language.graphic_periods import read_periods, spread_years
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_samples as samples
from limner_illustrator.scene import GraphicItem

Entry = TypeVar("Entry")

MAX_SERIES = 5
_YEARS = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|to|until|through)\s*((?:19|20)\d\d)\b")
_WANTS_SERIES = re.compile(r"\b(?:grouped|stacked|clustered|side[- ]by[- ]side)\b")
_COUNTED_PARTS = re.compile(r"\b(?P<count>[3-9]|three|four|five|six) (?:different |popular |top )?(?P<noun>[a-z]+)s\b")
_HEAD = re.compile(
    r"\b(?:of|comparing|showing|for)\s+(?:the |my |our |most |popular |favou?rite |different |best |top |various )*"
    r"(?:[a-z]+ )?(?P<noun>[a-z]{3,})s\b(?=\s*(?:$|[,.;]|\b(?:in|for|by|per|of|at|on|from|with)\b))"
)
_SCALES = {"": 1.0, "%": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
_ENDS = re.compile(
    r"\bfrom\s+[$€£]?(?P<first>\d[\d,.]*)\s*(?P<first_scale>k|m|%|thousand|million)?"
    r"\s+to\s+[$€£]?(?P<last>\d[\d,.]*)\s*(?P<last_scale>k|m|%|thousand|million)?(?![\w:])"
)


def make_samples(
    prompt: GraphicPrompt, named: Sequence[GraphicItem], rng: random.Random
) -> tuple[list[GraphicItem], str | None]:
    text = prompt.topic
    is_course = prompt.kind in ("line-chart", "area-chart")
    data = find_data(text) if not named and not is_course and not _WANTS_SERIES.search(text) else None
    if data is not None:
        unit, known = data
        if prompt.kind == "pie-chart":
            unit, known = "%", _to_shares(known)
        return [GraphicItem(label=label, value=value) for label, value in known], unit
    if not named and prompt.kind == "bar-chart" and (fact := find_entry(samples.FACTS, text)) is not None:
        return [GraphicItem(label=label, value=value) for label, value in fact[1]], fact[0]
    labels, series = _choose_labels(prompt, [item.label for item in named], is_course=is_course)
    unit, largest = next(
        ((unit, most) for words, unit, most in samples.UNITS if _has(words, text)), ("", samples.LARGEST)
    )
    if is_course and not named and (ends := _read_ends(text)) is not None:
        return _develop(labels, *ends, rng), unit or None
    if is_course and not named and (development := find_entry(samples.DEVELOPMENTS, text)) is not None:
        unit, first, last = development
        return _develop(labels, first, last, rng), unit or None
    people = [samples.POPULATIONS.get(label.lower()) for label in labels] if "population" in text else []
    if people and not series and all(people):
        return [GraphicItem(label=label, value=value) for label, value in zip(labels, people, strict=True)], "m"
    is_share = prompt.kind == "pie-chart" or (unit == "%" and not is_course and not series)
    if is_share:
        shares = split_shares(len(labels), rng)
        return [GraphicItem(label=label, value=share) for label, share in zip(labels, shares, strict=True)], "%"
    course = find_entry(samples.COURSES, text) or ("growth" if is_course or _YEARS.fullmatch(labels[0]) else "level")
    items: list[GraphicItem] = []
    for index, name in enumerate(series or [""]):
        top = largest * (1 if index == 0 else rng.uniform(0.5, 0.95))
        values = _make_course(course if index == 0 or course == "season" else "growth", labels, top, rng)
        items += [
            GraphicItem(label=label, value=value, group=name or None)
            for label, value in zip(labels, values, strict=True)
        ]
    return items, unit or None


def _read_ends(text: str) -> tuple[float, float] | None:
    """The first and the last value of "from 2k to 9k". None if the prompt names none: two years are a span of time."""
    match = _ENDS.search(text)
    if match is None:
        return None
    scale = match["last_scale"] or ""
    first = _number(match["first"]) * _SCALES[match["first_scale"] or scale]
    last = _number(match["last"]) * _SCALES[scale]
    is_span = not scale and all(_YEARS.fullmatch(match[end]) for end in ("first", "last"))
    return None if is_span or first == last else (first, last)


def _number(digits: str) -> float:
    return float(re.sub(r",(?=\d{3})", "", digits.rstrip(",.")).replace(",", "."))


def _choose_labels(prompt: GraphicPrompt, named: list[str], *, is_course: bool) -> tuple[list[str], list[str]]:
    """(labels of the axis, names of the series or [])."""
    text = prompt.lower
    span = _YEAR_SPAN.search(text)
    years = list(dict.fromkeys(_YEARS.findall(text)))
    if span and int(span[1]) < int(span[2]):
        first, last = int(span[1]), int(span[2])
        periods: Sequence[str] | None = spread_years(first, last)
        years = []
    else:
        periods = read_periods(text) or find_entry(samples.PERIODS, text)
        years = [year for year in years if not any(year in period for period in periods or ())]
    parts = named or list(find_entry(samples.PARTS, text) or ())
    series = years if 2 <= len(years) <= MAX_SERIES else []
    if is_course and not named and parts and ("stacked" in text or _is_by_part(text)):
        series = parts[:4]
    if periods and not named and not series and (counted := samples.COUNTED.search(text)) is not None:
        noun, count = counted["noun"].capitalize(), samples.COUNTS[counted["count"]]
        return list(periods), [f"{noun} {letter}" for letter in "ABCD"[:count]]
    if is_course or (periods and (named or prompt.kind == "stacked")):
        return list(periods or samples.MONTHS), (series or named)[:MAX_SERIES]
    if _WANTS_SERIES.search(text) and not series:
        series = parts[:3] if parts else ["Product A", "Product B", "Product C"]
        return list(periods or samples.QUARTERS), series
    if prompt.kind != "pie-chart" and periods and not named and not _is_by_part(text):
        return list(periods), series
    return parts or _name_parts(text), series


def _to_shares(known: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Percentages that make 100."""
    total = sum(value for _, value in known)
    if abs(total - 100) < 0.5:
        return tuple(known)
    shares = [round(100 * value / total) for _, value in known]
    shares[0] += 100 - sum(shares)
    return tuple((label, float(share)) for (label, _), share in zip(known, shares, strict=True))


def _name_parts(text: str) -> list[str]:
    """Parts that are called after what they are: "5 phones" are Phone A to Phone E."""
    if counted := _COUNTED_PARTS.search(text):
        count = (
            samples.COUNTS.get(counted["count"]) or {"five": 5, "six": 6}.get(counted["count"]) or int(counted["count"])
        )
        return [f"{clean_label(counted['noun'])} {letter}" for letter in "ABCDEFGHI"[:count]]
    if (head := _HEAD.search(text)) and not re.search(r"sale|number|value|result|statistic|cost|datum", head["noun"]):
        return [f"{clean_label(head['noun'])} {letter}" for letter in "ABCDE"]
    return list(samples.CATEGORIES)


def _is_by_part(text: str) -> bool:
    return re.search(r"\bby (?!month|quarter|year|week|day)\w+", text) is not None


def split_shares(count: int, rng: random.Random) -> list[float]:
    """Whole percentages that make 100, the largest first."""
    weights = [1 / (index + 1.4) * rng.uniform(0.85, 1.2) for index in range(count)]
    shares = [max(2, round(100 * weight / sum(weights))) for weight in weights]
    shares[0] += 100 - sum(shares)
    return [float(share) for share in shares]


def _make_course(course: samples.Course, labels: Sequence[str], top: float, rng: random.Random) -> list[float]:
    values = []
    count = len(labels)
    for index, label in enumerate(labels):
        at = index / max(1, count - 1)
        if course == "growth":
            share = 0.32 + 0.62 * at**1.25 + rng.uniform(-0.07, 0.07)
        elif course == "decline":
            share = 0.95 - 0.62 * at + rng.uniform(-0.06, 0.06)
        elif course == "season":
            share = _season_at(label, index, count) + rng.uniform(-0.04, 0.04)
        else:
            share = rng.uniform(0.3, 1.0)
        values.append(_round(top * min(1.0, max(0.05, share)), top))
    return values


def _season_at(label: str, index: int, count: int) -> float:
    """0..1: the share of the summer's value. Within a week the season hardly changes."""
    if label in samples.WEEKDAYS:
        return 0.78 + 0.14 * math.sin(1.9 * index)
    at = samples.MONTHS.index(label) / 12 if label in samples.MONTHS else index / max(count, 4)
    return 0.52 - 0.42 * math.cos(2 * math.pi * (at + 0.04))


def _round(value: float, top: float) -> float:
    step = 10 ** (math.floor(math.log10(top)) - (2 if top >= 1000 else 1))
    return float(round(value / step) * step)


def _has(words: str, text: str) -> bool:
    return re.search(rf"\b(?:{words})\b", text) is not None


def find_entry(table: Iterable[tuple[str, Entry]], text: str) -> Entry | None:
    return next((meaning for words, meaning in table if _has(words, text)), None)


def _develop(labels: Sequence[str], first: float, last: float, rng: random.Random) -> list[GraphicItem]:
    """From the first to the last known value, not quite straight."""
    digits = 2 if abs(last) < 5 else 1 if abs(last) < 100 else 0
    span, count = last - first, len(labels)
    items = []
    for index, label in enumerate(labels):
        at = index / max(1, count - 1)
        noise = rng.uniform(-0.04, 0.04) if 0 < index < count - 1 else 0.0
        items.append(GraphicItem(label=label, value=round(first + span * (at**1.3 + noise), digits)))
    return items

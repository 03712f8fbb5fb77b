"""Content of charts: labels, values and series of the prompt, or samples for its subject."""

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from limner_illustrator.language.chart_samples import MAX_SERIES, find_entry, make_samples
from limner_illustrator.language.graphic_lists import (
    Value,
    clean_label,
    extract_title,
    make_title,
    quoted_texts,
    read_numbers,
    read_value,
    split_head,
    split_items,
    strip_joints,
)
from limner_illustrator.language.graphic_periods import read_periods
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.vocabulary import graphic_samples as samples
from limner_illustrator.language.vocabulary.graphic_words import OPENING
from limner_illustrator.scene import Graphic, GraphicItem

GraphicReader = Callable[[GraphicPrompt, str, str, random.Random], Graphic]
"""(prompt, modifiers before the name, text after it, randomness) -> the graphic, without its look."""

_NO_PART = re.compile(
    r"(?i)^(?:two|three|four|\d+)\s+(?:\w+\s+)?(?:lines|bars|series|slices|categories|colou?rs)$|\d{4}\s*(?:to|-|–)\s*\d{4}"
)
"""What counts the parts or dates them."""
MAX_STARTS = 24  # positions at which a list is looked for
_SERIES = re.compile(r"^(?P<name>[^:=\[\d,][^:=\[,]{0,40}?)\s*[:=]?\s*[\[(]?\s*(?P<numbers>[-\d.,\s$%€£]+?)[\])]?$")
_VERSUS = re.compile(r"\s+(?:vs\.?|versus|compared (?:to|with)|against)\s+", re.IGNORECASE)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|to|until|through)\s*((?:19|20)\d\d)\b")
_AXES = re.compile(
    r"\b(?P<axis>x|y|horizontal|vertical)[- ]?axis\b\s*(?:label(?:l?ed)?|showing|is|as|:|=|with|for|shows)*\s*"
    r"[\"“']?(?P<name>[^,.;\"”'\n]{1,40}?)[\"”']?(?=\s*(?:$|[,.;\n]|\band\b))",
    re.IGNORECASE,
)
_VARIANTS = re.compile(
    r"\b(?:horizontal|vertical|stacked|grouped|clustered|side[- ]by[- ]side|donut|doughnut|smooth|3d|simple|colou?rful|"
    r"animated|multi|100%)\b[- ]*",
    re.IGNORECASE,
)
_EXTRAS = re.compile(
    r",?\s*\b(?:with|and|including|plus|showing)\s+(?:(?:a|an|the|clear|labell?ed|data|value|percentage|axis|nice|colorful|"
    r"colourful|different|bright|distinct|rounded|thin|thick|grid|small|big|large|bold)\s+){0,3}"
    r"(?:labels?|legends?|grid ?lines?|grid|axes|axis labels?|title|annotations?|percentages?|values|numbers|colou?rs?|"
    r"corners|shadows?|gradients?|"
    r"trend ?line|data points|bars|lines|slices|markers|ticks|units)\b(?!\s*[:=]?\s*[\[(]?\d)",
    re.IGNORECASE,
)


def read_chart(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    after, x_label, y_label = _extract_axes(after)
    title, after = extract_title(after)
    before, after = _VARIANTS.sub("", before), _EXTRAS.sub("", after)
    items, unit, subject = _read_data(prompt, before, after)
    is_sample = False
    if not items or all(item.value is None for item in items):
        items, own_unit = make_samples(prompt, items, rng)
        unit, is_sample = unit or own_unit, True
    elif any(item.value is None for item in items):
        items = [item for item in items if item.value is not None]
    return Graphic(
        kind=prompt.kind,
        title=title or make_title(subject) or next(iter(quoted_texts(after)), None),
        items=tuple(items),
        unit=unit or None,
        x_label=x_label,
        y_label=y_label,
        options=_read_options(prompt),
        is_sample=is_sample,
    )


def _extract_axes(text: str) -> tuple[str, str | None, str | None]:
    names: dict[str, str] = {}
    for match in _AXES.finditer(text):
        axis = "x" if match["axis"].lower() in ("x", "horizontal") else "y"
        names.setdefault(axis, clean_label(match["name"]))
    plain = _AXES.sub("", text) if names else text
    return plain, names.get("x"), names.get("y")


def _read_options(prompt: GraphicPrompt) -> tuple[str, ...]:
    text = prompt.lower
    found = [option for option in ("horizontal", "stacked", "grouped", "donut", "smooth", "3d") if option in text]
    if "doughnut" in text or "ring chart" in text:
        found.append("donut")
    if re.search(r"\bclustered|side[- ]by[- ]side|multi-?bar", text):
        found.append("grouped")
    return tuple(dict.fromkeys(one for one in found if one != "3d"))


_AMOUNT = r"[$€£]?-?\d[\d.]*[%kK]?"
_ONLY_NUMBERS = re.compile(rf"\s*{_AMOUNT}(?:\s*(?:,\s*(?:and\s+)?|\band\s+){_AMOUNT}){{2,}}\s*\.?")


def _read_data(prompt: GraphicPrompt, before: str, after: str) -> tuple[list[GraphicItem], str | None, str]:
    """(items, unit, the phrase that names the subject)."""
    head, listed = split_head(after)
    if listed:
        listed = re.sub(r"\s*,?\s+(?:by|per)\s+(?:month|quarter|year|week|day)\s*\.?\s*$", "", listed)
        if _ONLY_NUMBERS.fullmatch(listed):
            numbers = read_numbers(listed)
            labels = read_periods(prompt.lower) or ()
            labels = labels if len(labels) == len(numbers) else tuple(_labels_for(prompt, len(numbers)))
            pairs = zip(labels, numbers, strict=True)
            items = [GraphicItem(label=label, value=value) for label, value in pairs]
            return items, _unit_in(listed), _subject(prompt, before, head)
        series = _read_series(listed)
        if series:
            return series, _unit_in(listed), _subject(prompt, before, head)
        values = _read_values(listed)
        if not head.strip() and len(values) > 2 and all((one.value is None) == (one is values[0]) for one in values):
            return _as_items(values[1:]), _first_unit(values), _subject(prompt, before, values[0].label)
        if len(values) > 1 or (values and values[0].value is not None):
            return _as_items(values), _first_unit(values), _subject(prompt, before, head)
    found = _find_values(after) or _find_values(prompt.lead)
    if found is not None:
        values, rest = found
        return _as_items(values), _first_unit(values), _subject(prompt, before, rest)
    subject = _subject(prompt, before, after)
    numbers = _bare_numbers(after)
    if numbers:
        counted = _labels_for(prompt, len(numbers))
        items = [GraphicItem(label=label, value=value) for label, value in zip(counted, numbers, strict=False)]
        return items, _unit_in(after), _subject(prompt, before, re.split(r"\bvalues?\b|\bdata\b|\d", after)[0])
    return _named_parts(prompt, subject), None, subject


def _subject(prompt: GraphicPrompt, before: str, text: str) -> str:
    text = strip_joints(text)
    lead = prompt.lead if not text and not before else ""
    lead = re.sub(
        r"^(?:please\s+)?(?:show|visuali[sz]e|display|plot|present|draw|illustrate)\s+", "", lead, flags=re.IGNORECASE
    )
    lead = "" if set(re.findall(r"[\w']+", lead.lower())) <= OPENING else lead
    lead = re.sub(r"\s*(?:as|into|using|via|through)(?:\s+an?)?\s*$", "", lead, flags=re.IGNORECASE)
    return " ".join(one for one in (lead, before, text) if one).strip(" ,")


def _read_values(text: str) -> list[Value]:
    """Where other labels have values, or all are different, a number after "Android" or "Product" is a value too."""
    parts = split_items(text)
    values = [read_value(part) for part in parts]
    counted = [read_value(part, is_numbered=False) for part in parts]
    doubtful = [after for before, after in zip(values, counted, strict=True) if before != after]
    labels = {one.label.lower() for one in doubtful}
    return counted if len(labels) == len(doubtful) and any(one.value is not None for one in counted) else values


def _find_values(text: str) -> tuple[list[Value], str] | None:
    """Values that no colon announces, and the text before them: "sales of apples 30, bananas 45"."""
    best: tuple[list[Value], str] | None = None
    starts = [0, *(match.end() for match in re.finditer(r"\b(?:with|showing|of|where|shows|are|is|for|:|-)\s+", text))]
    for start in starts[:MAX_STARTS]:
        values = _read_values(text[start:])
        numbered = [one for one in values if one.value is not None and one.label]
        if len(numbered) >= 2 and len(numbered) >= len(values) - 1 and all(len(one.label) <= 40 for one in numbered):
            best = _split_first(numbered, text[:start])
    return best


_PERIOD = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*|[qh][1-4]|"
    r"(?:19|20)\d\d|(?:week|day|year) \d+"
)


def _split_first(values: list[Value], before: str) -> tuple[list[Value], str]:
    """Where the others are named after periods, what stands before the first one's is the subject: "sales Jan 12"."""
    first, *others = values
    match = re.fullmatch(rf"(?P<subject>.+?)\s+(?P<period>{_PERIOD})", first.label, re.IGNORECASE)
    if match is None or not all(re.fullmatch(_PERIOD, one.label, re.IGNORECASE) for one in others):
        return values, before
    period = clean_label(match["period"])
    return [replace(first, label=period), *others], f"{before} {match['subject']}"


def _as_items(values: Iterable[Value]) -> list[GraphicItem]:
    return [GraphicItem(label=one.label, value=one.value) for one in values if one.label]


def _first_unit(values: Sequence[Value]) -> str | None:
    return next((one.unit for one in values if one.unit), None)


def _unit_in(text: str) -> str | None:
    match = re.search(r"[%$€£¥₹]|\bpercent\b", text)
    return match and match.group().replace("percent", "%")


def _read_series(text: str) -> list[GraphicItem]:
    """ "2023: 10, 20, 30; 2024: 12, 24, 36": one series for each part. [] if the text is not like this."""
    parts = [part.strip(" .,") for part in re.split(r"[;\n]|(?<=\d)\s*,?\s+and\s+(?=[^\W\d])|(?<=[\])])\s*,\s*", text)]
    series: list[tuple[str, list[float]]] = []
    labels: list[str] = []
    for part in filter(None, parts):
        year = re.match(r"^((?:19|20)\d\d)\s*[:=]\s*([-\d.,\s$%€£]+)$", part)
        match = None if year else _SERIES.match(part)
        name, numbers = (year[1], year[2]) if year else (match["name"], match["numbers"]) if match else ("", "")
        if name and len(read_numbers(numbers)) >= 2:
            series.append((clean_label(name), read_numbers(numbers)))
        elif not series and not any(letter.isdigit() for letter in part.replace("Q", "")):
            labels = [clean_label(one) for one in split_items(part.rpartition(":")[2])]
    if not series or (len(series) == 1 and not labels and len(parts) > 1):
        return []
    count = max(len(numbers) for _, numbers in series)
    if len(labels) < count:
        labels = _default_periods(count)
    return [
        GraphicItem(label=label, value=value, group=name if len(series) > 1 else None)
        for name, numbers in series[:MAX_SERIES]
        for label, value in zip(labels, numbers, strict=False)
    ]


def _bare_numbers(text: str) -> list[float]:
    """ "values 10, 20, 30 and 40", "data = [3, 5, 8]"."""
    match = re.search(
        r"(?:\b(?:values?|data|numbers|points|y)\b\W*|[\[(])\s*((?:-?\d[\d.]*\s*(?:,|and|\s)\s*){2,}-?\d[\d.]*)", text
    )
    return read_numbers(match[1]) if match else []


def _default_periods(count: int) -> list[str]:
    if count == 4:
        return list(samples.QUARTERS)
    if count == 7:
        return list(samples.WEEKDAYS)
    return list(samples.MONTHS[:count]) if count <= 12 else [str(number + 1) for number in range(count)]


def _labels_for(prompt: GraphicPrompt, count: int) -> list[str]:
    labels = find_entry(samples.PERIODS, prompt.lower) or find_entry(samples.PARTS, prompt.lower)
    if labels is not None and len(labels) >= count:
        return list(labels[:count])
    return [str(number + 1) for number in range(count)]


_TOPIC_JOINTS = "of|for|with|between|comparing|showing|von|für|de|en|pour|para|zwischen|entre"
_LEADING_NOUN = re.compile(rf"^.*\b(?:{_TOPIC_JOINTS}|in)\s+")
_SPAN_OF_TIME = (
    r",?\s*\b(?:from|between|von|de)\s+\w+(?:\s+\d{4})?\s+(?:to|and|until|bis|à|a)\s+\w+(?:\s+\d{4})?\s*$"
    r"|,?\s*\b(?:19|20)\d\d\s*(?:-|–|to)\s*(?:19|20)\d\d\b"
)


def _named_parts(prompt: GraphicPrompt, subject: str) -> list[GraphicItem]:
    """Labels without values: "comparing Python, Java and C++"."""
    text = re.sub(rf"{_SPAN_OF_TIME}|\b(?:comparison|by .*|over .*|in (?:19|20)\d\d)\b", "", subject)
    strong = re.compile(r"(?:with|showing|comparing|between|mit|con|avec)\s+", re.IGNORECASE)
    openings = list(re.finditer(rf"(?:^|\b(?:{_TOPIC_JOINTS}|compares|among|by|like)\s+)", text))
    for opening in sorted(openings, key=lambda one: strong.fullmatch(one.group()) is None):
        parts = [one for one in split_items(text[opening.end() :]) if not _NO_PART.search(one)]
        if len(parts) == 1:
            parts = re.split(r"\s+and\s+", parts[0])
        if (
            len(parts) >= 3
            or (
                len(parts) == 2
                and prompt.kind in ("line-chart", "area-chart")
                and (opening.group().startswith("for") or "compar" in prompt.lower)
                and all(len(_LEADING_NOUN.sub("", part).split()) == 1 for part in parts)
            )
            or (len(parts) == 2 and (_VERSUS.search(text) or re.search(r"\b(?:two|2|both)\b", prompt.lower)))
        ):
            plain = [_LEADING_NOUN.sub("", one) for one in _drop_shared_noun(parts)]
            labels = [clean_label(one) for one in plain]
            if all(1 <= len(label) <= 28 and len(label.split()) <= 4 for label in labels):
                return [GraphicItem(label=label) for label in labels]
    return []


def _drop_shared_noun(parts: list[str]) -> list[str]:
    """ "React, Vue and Angular downloads": the last word belongs to all of them."""
    *before, last = parts
    is_shared = all(len(part.split()) == 1 for part in before[1:]) and len(last.split()) > 1
    return [*before, last.split()[0]] if is_shared else parts


def read_pie(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """What does not add up to 100 % gets a remainder, if the values are percentages."""
    graphic = read_chart(prompt, before, after, rng)
    positive = tuple(item for item in graphic.items if (item.value or 0) > 0)
    total = sum(item.value or 0 for item in positive)
    if graphic.unit == "%" and total < 99.5 and len(positive) < 12:
        rest = GraphicItem(label="Other", value=round(100 - total, 2))
        positive = (*positive, rest)
    return replace(graphic, items=positive or graphic.items)


CHART_READERS: dict[str, GraphicReader] = {
    "bar-chart": read_chart,
    "line-chart": read_chart,
    "area-chart": read_chart,
    "pie-chart": read_pie,
}

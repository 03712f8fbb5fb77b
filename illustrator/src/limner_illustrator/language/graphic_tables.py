"""Content of tables: data, comparisons, prices, calendars, schedules, boards."""

import calendar
import random
import re
from dataclasses import replace

from limner_illustrator.language.design_content import NUMBERS, read_number
from limner_illustrator.language.graphic_diagrams import read_count, read_listed
from limner_illustrator.language.graphic_lists import (
    clean_label,
    extract_title,
    make_title,
    read_value,
    split_head,
    split_items,
)
from limner_illustrator.language.graphic_periods import SPAN, read_periods
from limner_illustrator.language.graphic_prompt import GraphicPrompt
from limner_illustrator.language.graphic_topics import find_course, find_known_course, name_step
from limner_illustrator.language.vocabulary import graphic_data as data
from limner_illustrator.language.vocabulary.graphic_samples import MONTHS, WEEKDAYS
from limner_illustrator.language.vocabulary.plans import PLANS, TERMS
from limner_illustrator.scene import Graphic, GraphicItem

MAX_ROWS = 14
MAX_COLUMNS = 7
MAX_TASK = 26
"""Letters of a task in a Gantt chart."""
_COLUMNS = re.compile(
    r"\b(?:with|and|has|having)?\s*(?:the\s+)?(?:columns?|headers?|fields?)\b\s*(?:for|named|labell?ed|:|of|called|are|like)?\s*(?P<list>[^.;\n]+)",
    re.IGNORECASE,
)
_NUM_ROWS = re.compile(r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?rows?\b", re.IGNORECASE)
_NUM_COLUMNS = re.compile(r"\b(\d|two|three|four|five|six|seven)\s+(?:\w+\s+)?columns?\b", re.IGNORECASE)
_NUM_ENTRIES = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:most\s+)?(?:largest|biggest|highest|longest|tallest|"
    r"best|top|populous)\b",
    re.IGNORECASE,
)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_VERSUS = re.compile(r"\s+(?:vs\.?|versus|against|compared (?:to|with))\s+", re.IGNORECASE)


def _number(text: str) -> int:
    return _WORDS.get(text.lower()) or int(text)


def read_table(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """The first item is the header: its label and lines are the columns; the other items are the rows."""
    title, text = extract_title(after)
    rows_match, columns_match = _NUM_ROWS.search(prompt.text), _NUM_COLUMNS.search(prompt.text)
    rows_match = rows_match or _NUM_ENTRIES.search(prompt.text)
    num_rows = min(MAX_ROWS, _number(rows_match[1])) if rows_match else None
    if re.search(
        r"\b(?:timetable|class schedule|weekly schedule|schedule table|weekly planner|meal plan|meal planner|"
        r"horario[\w ]*|stundenplan|wochenplan|emploi du temps)\b",
        prompt.phrase,
    ):
        return _read_timetable(prompt, title, before, text)
    if "multiplication" in prompt.lower:
        limit = re.search(r"\b(?:up to|to|until|x|×)\s*(\d{1,2})\b", prompt.lower)
        size = min(12, max(3, int(limit[1]))) if limit else 10
        rows = [("×", *(str(one) for one in range(1, size + 1)))]
        rows += [(str(one), *(str(one * other) for other in range(1, size + 1))) for one in range(1, size + 1)]
        return _make_table(prompt, title or "Multiplication table", rows)
    if "truth" in prompt.phrase:
        return _read_truth_table(prompt, title)
    if (given := _read_rows(text)) is not None:
        return _make_table(prompt, title or make_title(f"{before} {given[1]}"), given[0])
    source = f"{prompt.phrase.split(' with ')[-1]} {text}" if re.search(r"columns?|headers?", prompt.phrase) else text
    listed = _COLUMNS.search(source)
    headers = _read_headers(listed["list"]) if listed else []
    subject = make_title(re.split(r"\bwith\b|\bcolumns?\b|:", text)[0]) if not listed or listed.start() > 4 else None
    known = next((one for one in data.TABLES if re.search(rf"\b(?:{one[0]})", prompt.topic)), None)
    if not headers and known is not None and known[4] and (own := re.search(r"\bwith\s+(?P<list>.+)$", text)):
        named = [one for one in _read_headers(own["list"]) if not re.match(r"\d", one)]
        headers = named if len(named) > 2 else []
    if known is not None and not headers:
        rows = [known[2], *known[3][: num_rows or MAX_ROWS]]
        rows = rows if known[1] == "Price list" else _choose_columns(rows, prompt.lower)
        return _make_table(
            prompt, title or make_title(f"{before} {text.split(' with ')[0]}") or known[1], rows, is_sample=known[4]
        )
    if not headers:
        names = read_listed(before, text).parts
        count = _number(columns_match[1]) if columns_match else 4
        headers = [clean_label(one) for one in names] if len(names) >= 3 else list(data.HEADERS[:count])
        headers += [f"Column {at + 1}" for at in range(len(headers), count)] if columns_match else []
    headers = headers[:MAX_COLUMNS]
    rows = [tuple(headers), *(tuple(_cell(header, row, rng) for header in headers) for row in range(num_rows or 5))]
    heading = title or make_title(f"{before} {subject or ''}")
    return _make_table(prompt, heading, rows, is_sample=True)


def _choose_columns(rows: list[tuple[str, ...]], text: str) -> list[tuple[str, ...]]:
    """The first column, and those that the prompt names; all of them if it names none."""
    named = [at for at, header in enumerate(rows[0]) if at and re.search(rf"\b{header.lower().rstrip('s')}", text)]
    return [tuple(row[at] for at in (0, *named)) for row in rows] if named else rows


def _make_table(
    prompt: GraphicPrompt, title: str | None, rows: list[tuple[str, ...]], *, is_sample: bool = False
) -> Graphic:
    items = tuple(GraphicItem(label=row[0], lines=tuple(row[1 : MAX_COLUMNS + 6])) for row in rows)
    return Graphic(kind=prompt.kind, title=title, items=items, is_sample=is_sample)


def _read_headers(text: str) -> list[str]:
    plain = re.split(
        r"\b(?:and\s+|with\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?rows|"
        r"\bwith\s+(?:sample|some|example|alternating|zebra)",
        text,
    )[0]
    return [label for label in (clean_label(part) for part in split_items(plain)) if 0 < len(label) <= 30]


def _read_rows(text: str) -> tuple[list[tuple[str, ...]], str] | None:
    """Rows that the prompt writes out: markdown, or "a, b, c; d, e, f"."""
    if text.count("|") >= 4:
        lines = [line for line in re.split(r"\n", text) if "|" in line and not re.fullmatch(r"[\s|:-]+", line)]
        rows = [tuple(cell.strip() for cell in line.strip(" |:").split("|")) for line in lines]
        if len(rows) >= 2:
            return _even(rows), text.split("|", maxsplit=1)[0]
    head, listed = split_head(text)
    parts = [part for part in re.split(r"[;\n]", listed or text) if part.strip()]
    if len(parts) >= 2 and all("," in part or ":" in part for part in parts):
        rows = [
            tuple(cell.strip(" .") for cell in re.split(r"\s*[,:]\s*", part.strip()) if cell.strip()) for part in parts
        ]
        return _even(rows), head
    values = [read_value(part) for part in split_items(listed)] if listed else []
    if len(values) >= 2 and all(one.value is not None for one in values):
        rows = [("Name", "Value"), *((one.label, _plain(one.value or 0, one.unit)) for one in values)]
        return list(rows), head
    return None


def _plain(value: float, unit: str | None) -> str:
    text = f"{value:,.0f}" if value == round(value) else f"{value:,g}"
    return f"{unit}{text}" if unit in ("$", "€", "£") else f"{text}{unit or ''}"


def _even(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    width = min(MAX_COLUMNS + 4, max(len(row) for row in rows))
    return [(*row[:width], *("",) * (width - len(row))) for row in rows[: MAX_ROWS + 1]]


def _cell(header: str, row: int, rng: random.Random) -> str:
    text = header.lower()
    for words, cells in data.CELLS:
        if re.search(rf"\b(?:{words})", text):
            return cells[row % len(cells)]
    if re.search(r"\b(?:price|cost|amount|total|revenue|sales|budget)", text):
        return f"${rng.randrange(20, 950):,}"
    if re.search(r"\b(?:id|no|number|rank|#|position)\b", text):
        return str(row + 1)
    if re.search(r"\b(?:quantity|qty|stock|count|points|score|age|units|year|goals|wins)", text):
        return str(2019 + row if "year" in text else rng.randrange(18, 90))
    if re.search(r"\b(?:percent|rate|growth|share|progress|%)", text):
        return f"{rng.randrange(5, 98)}%"
    return f"{header} {row + 1}"


def _read_truth_table(prompt: GraphicPrompt, title: str | None) -> Graphic:
    gate = next(
        (one for one in ("xnor", "nand", "nor", "xor", "and", "or") if re.search(rf"\b{one}\b", prompt.lower)), "and"
    )
    rules = {
        "and": lambda a, b: a & b, "or": lambda a, b: a | b, "xor": lambda a, b: a ^ b, "nand": lambda a,
        b: 1 - (a & b),
        "nor": lambda a, b: 1 - (a | b), "xnor": lambda a, b: 1 - (a ^ b),
    }  # fmt: skip
    rows: list[tuple[str, ...]] = [("A", "B", f"A {gate.upper()} B")]
    rows += [(str(a), str(b), str(rules[gate](a, b))) for a in (0, 1) for b in (0, 1)]
    return _make_table(prompt, title or f"Truth table of {gate.upper()}", rows)


def _read_timetable(prompt: GraphicPrompt, title: str | None, before: str, text: str) -> Graphic:
    days: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    if re.search(r"\bmeals?\b", prompt.lower):
        rows: list[tuple[str, ...]] = [("", *WEEKDAYS), *data.MEALS]
        if re.search(r"\bveg(?:an|etarian)|meatless|plant-based", prompt.lower):
            is_vegan = "vegan" in prompt.lower or "plant-based" in prompt.lower
            swaps = data.VEGETARIAN | (data.VEGAN if is_vegan else {})
            rows = [tuple(swaps.get(cell, cell) for cell in row) for row in rows]
    elif re.search(
        r"\b(?:school|class|student|university|lesson|stundenplan|clases|escolar|cours|emploi du temps)", prompt.lower
    ):
        rows = [("Time", *days), *data.LESSONS]
    else:
        rows = [("Time", *days), *data.WORK_WEEK]
    return _make_table(prompt, title or make_title(f"{before} {prompt.phrase} {text}"), rows, is_sample=True)


_PRICED = re.compile(
    r"^(?P<name>[^\d$€£(:]+?)\s*[:(]?\s*(?:at|for|-)?\s*(?P<price>[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£]|free)",
    re.IGNORECASE,
)


def read_pricing(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are plans: their price is the detail, their features are the lines."""
    listed = read_listed(before, re.sub(r"\b(?:with|and) (?:an? )?(?:[\w/-]+ )*toggle\b.*", "", after))
    plans = []
    is_sample = False
    for number, part in enumerate(listed.parts[:4]):
        match = _PRICED.match(part.strip())
        is_sample |= match is None
        name = clean_label(re.sub(r"\b(?:plan|tier)s?\b", "", match["name"] if match else part))
        price = match["price"] if match else data.PRICES[min(number, 3)]
        if match is None and name.lower() == "free":
            price, is_sample = "$0", False
        plans.append((name, price[:1].upper() + price[1:]))
    if len(plans) < 2:
        count = read_count(prompt.text) or 3
        plans = list(zip(("Basic", "Pro", "Business", "Enterprise"), data.PRICES, strict=True))[: max(2, min(4, count))]
        is_sample = True
    features = next((found for words, found in PLANS if re.search(rf"\b(?:{words})", prompt.topic)), data.PLAN_FEATURES)
    items = tuple(
        GraphicItem(
            label=name,
            detail=price,
            lines=features[min(at, 3)],
            role="featured" if at == 1 else None,
            group=next((term for words, term in TERMS if re.search(rf"\b(?:{words})", name.lower())), None),
        )
        for at, (name, price) in enumerate(plans)
    )
    heading = listed.title or make_title(listed.subject) or "Choose your plan"
    return Graphic(kind=prompt.kind, title=heading, items=items, is_sample=is_sample)


_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_EVENT = re.compile(
    r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*[:\-–]\s*(?P<a>[^,;.]{2,30}))|"
    r"(?:(?P<b>[A-Za-z][\w' ]{1,28}?)\s+on\s+(?:the\s+)?(?P<last>\d{1,2})(?:st|nd|rd|th)?)",
)


def read_calendar(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """The items are the days: label, and an event as detail; `start` is the column, `group` the week."""
    title, text = extract_title(after)
    words = re.findall(r"[a-z]+", prompt.lower)
    month = next(
        (_MONTHS[word] for word in words if word in _MONTHS and (word != "may" or "may " in prompt.lower)), None
    )
    year = next((int(one) for one in re.findall(r"\b((?:19|20)\d\d)\b", prompt.text)), None)
    is_sample = month is None or year is None
    month, year = month or 1, year or 2026
    events = {}
    for match in _EVENT.finditer(text):
        day, name = (match["first"], match["a"]) if match["first"] else (match["last"], match["b"])
        if 1 <= int(day) <= 31:
            plain = re.sub(r"^.*\b(?:with|and|including|showing|marked?|for|where|has)\s+", "", f" {name.strip()}")
            events[int(day)] = clean_label(re.sub(r"^(?:an?|the)\s+", "", plain.strip()))
    is_sunday_first = re.search(r"\bsunday\s*(?:first|start)|starting on sunday|us calendar", prompt.lower) is not None
    weeks = calendar.Calendar(6 if is_sunday_first else 0).monthdayscalendar(year, month)
    items = [
        GraphicItem(label=str(day), start=float(column), group=str(week), detail=events.get(day))
        for week, days in enumerate(weeks)
        for column, day in enumerate(days)
        if day
    ]
    heading = title or f"{calendar.month_name[month]} {year}"
    options = ("sunday-first",) if is_sunday_first else ()
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), options=options, is_sample=is_sample)


_CARDS_EACH = re.compile(
    rf",?\s*(?:\b(?:and|with)\s+)?\b(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:sample |example )?"
    r"(?:cards?|tasks?|tickets?) (?:each|per column|in (?:each|every)(?: column)?)\b",
    re.IGNORECASE,
)


def read_kanban(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are cards, grouped by column."""
    per_column = _CARDS_EACH.search(after)
    after = _CARDS_EACH.sub("", after)
    given = re.search(r"[,;.]?\s*(?:and\s+|with\s+)?\b(?:cards?|tasks?|tickets?)\b\s*:?\s+(?P<list>\w[^;\n]+)$", after)
    own = [clean_label(part) for part in split_items(given["list"])] if given else []
    listed = read_listed(before, after[: given.start()] if given and len(own) > 1 else after)
    columns = [clean_label(re.sub(r"\bcolumns?\b", "", part)) for part in listed.parts]
    if len(columns) < 2:
        columns = ["To do", "In progress", "Review", "Done"]
    if len(own) > 1:
        items = [GraphicItem(label=card, group=columns[at * len(columns) // len(own)]) for at, card in enumerate(own)]
        shown = {item.group for item in items}
        items += [GraphicItem(label="", group=column) for column in columns if column not in shown]
        items.sort(key=lambda item: columns.index(item.group or ""))
        heading = listed.title or make_title(listed.subject if not listed.parts else "")
        return Graphic(kind=prompt.kind, title=heading, items=tuple(items))
    items = []
    steps = [step.split("|") for step in find_course(prompt.topic) or ()]
    if steps and not re.search(r"software|\bapp\b|website|sprint|developer", prompt.lower):
        made = [f"{label}: {detail[0].lower()}{detail[1:]}" for label, detail in steps]
        items = [
            GraphicItem(label=card, group=columns[at * len(columns) // len(made)]) for at, card in enumerate(made[::-1])
        ]
        heading = listed.title or make_title(listed.subject if not listed.parts else "")
        return Graphic(kind=prompt.kind, title=heading, items=tuple(items), is_sample=True)
    cards = iter(data.CARDS * 4)
    each = min(6, read_number(per_column["count"])) if per_column else 0
    for number, column in enumerate(columns[:6]):
        items += [GraphicItem(label=next(cards), group=column) for _ in range(each or (3, 2, 2, 3, 2, 2)[number])]
    return Graphic(
        kind=prompt.kind,
        title=listed.title or make_title(listed.subject if not listed.parts else ""),
        items=tuple(items),
        is_sample=True,
    )


_LENGTH = re.compile(
    r"^(?P<task>.+?)\s*[:(,-]?\s*(?:for\s+|takes\s+)?(?P<length>\d+(?:\.\d+)?)\s*(?P<unit>day|week|month|quarter|hour|sprint)s?\)?$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"^(?P<task>.+?)\s*[:(]\s*(?P<month>[A-Za-z]{3,9})\)?$")
_LAST_MONTH = re.compile(r"^(?P<task>.+?)\s+(?P<month>[A-Za-z]{3,9})$")
_SPAN = re.compile(
    r"^(?P<task>.+?)\s*[:(,]?\s*(?:from\s+)?(?P<first>[A-Za-z]{3,9}|(?:week|day|month)?\s*\d+)\s*(?:-|–|to|until)\s*(?P<last>[A-Za-z]{3,9}|\d+)\)?$",
    re.IGNORECASE,
)


_LASTS = re.compile(
    r"\b(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[- ]"
    r"(?P<unit>day|week|month|tage?n?\b|wochen?|monaten?|semaines?|mois|semanas?|meses)s?\b",
    re.IGNORECASE,
)


def _unit_of(name: str) -> str:
    return "day" if name.lower().startswith(("d", "t")) else "month" if name.lower().startswith("m") else "week"


def _spell_span(part: str) -> str:
    """ "Test (Jun)" -> "Test Jun-Jun"."""
    month = _MONTH.match(part.strip()) or _LAST_MONTH.match(part.strip())
    is_month = month is not None and month["month"].lower()[:3] in _MONTHS
    return f"{month['task']} {month['month']}-{month['month']}" if month is not None and is_month else part


def read_gantt(prompt: GraphicPrompt, before: str, after: str, rng: random.Random) -> Graphic:
    """Items are tasks: `start` and `value` (the length) in units of `unit`."""
    months = [one for one in read_periods(prompt.lower) or () if one in MONTHS]
    listed = read_listed(before, SPAN.sub("", after) if months else after)
    items: list[GraphicItem] = []
    unit = next((one for one in ("day", "month", "sprint", "week") if re.search(rf"\b{one}s?\b", prompt.lower)), "week")
    at, is_sample = 0.0, False
    first_month: int | None = None
    for part in map(_spell_span, listed.parts):
        span, length = _SPAN.match(part.strip()), _LENGTH.match(part.strip())
        if span and span["first"].lower()[:3] in _MONTHS and span["last"].lower()[:3] in _MONTHS:
            first, last = _MONTHS[span["first"].lower()[:3]], _MONTHS[span["last"].lower()[:3]]
            first_month = first if first_month is None else first_month
            start, unit = float(first - first_month) % 12, "month"
            items.append(
                GraphicItem(label=clean_label(span["task"]), start=start, value=float((last - first) % 12 + 1))
            )
        elif span and span["last"].isdigit() and (first_number := re.search(r"\d+", span["first"])):
            start = float(first_number.group()) - 1
            name = clean_label(re.sub(r"\b(?:week|day|month)s?$", "", span["task"]))
            items.append(GraphicItem(label=name, start=start, value=max(1.0, float(span["last"]) - start)))
        elif length:
            unit = length["unit"].lower()
            items.append(GraphicItem(label=clean_label(length["task"]), start=at, value=float(length["length"])))
        else:
            is_sample = True
            items.append(GraphicItem(label=clean_label(part), start=max(0.0, at - 1), value=float(2 + len(items) % 3)))
        at = float(items[-1].start or 0) + float(items[-1].value or 0)
    if len(items) < 2:
        words, entries = next(one for one in data.PROJECTS if not one[0] or re.search(rf"\b(?:{one[0]})", prompt.topic))
        course = find_course(prompt.topic) if not words else find_known_course(prompt.topic)
        if course is not None:
            entries = tuple((name_step(step, MAX_TASK), 1.7 * at, 2.0) for at, step in enumerate(course))
        phases = read_count(prompt.text)
        if phases and 1 < phases < len(entries):  # the first and the last one stay
            names = [entries[round(at * (len(entries) - 1) / (phases - 1))][0] for at in range(phases)]
            entries = tuple((name, *entry[1:]) for name, entry in zip(names, entries, strict=False))
        items = [GraphicItem(label=name, start=float(start), value=float(length)) for name, start, length in entries]
        is_sample = True
    length_asked = _LASTS.search(prompt.text)
    if length_asked and is_sample and not months:
        unit, end = _unit_of(length_asked["unit"]), max((item.start or 0) + (item.value or 0) for item in items)
        share = _number(length_asked["count"]) / end
        items = [replace(item, start=(item.start or 0) * share, value=(item.value or 0) * share) for item in items]
    if months and is_sample:
        end = max((item.start or 0) + (item.value or 0) for item in items)
        items = [
            replace(item, start=(item.start or 0) * len(months) / end, value=(item.value or 0) * len(months) / end)
            for item in items
        ]
        unit, first_month = "month", MONTHS.index(months[0]) + 1
    options = (f"from-month-{first_month}", *(month.lower() for month in months)) if first_month else ()
    heading = listed.heading or "Project plan"
    return Graphic(kind=prompt.kind, title=heading, items=tuple(items), unit=unit, options=options, is_sample=is_sample)

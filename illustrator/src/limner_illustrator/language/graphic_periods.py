"""The periods that a prompt names for an axis: "January to June", "over a week", "Q1 to Q4 2026", "last 5 years"."""

import math
import re

from limner_illustrator.language.vocabulary.graphic_samples import MONTHS, WEEKDAYS

LAST_YEAR = 2025
"""Where the prompt counts years and names none, the last one shown."""
MOST = 12
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12}  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate((
        "january jan januar janvier enero", "february feb februar février fevrier febrero",
        "march mar märz marz mars marzo", "april apr avril abril", "may mai mayo", "june jun juni juin junio",
        "july jul juli juillet julio", "august aug août aout agosto", "september sep sept septembre septiembre",
        "october oct oktober okt octobre octubre", "november nov novembre noviembre",
        "december dec dezember dez décembre diciembre",
    ))
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: number
    for number, names in enumerate((
        "monday mon montag lundi lunes", "tuesday tue dienstag mardi martes", "wednesday wed mittwoch mercredi",
        "thursday thu donnerstag jeudi jueves", "friday fri freitag vendredi viernes",
        "saturday sat samstag samedi sábado", "sunday sun sonntag dimanche domingo",
    ))
    for name in names.split()
}  # fmt: skip
_TO = r"\s*(?:-|–|to|through|thru|until|till|bis|à|a|al|hasta|and)\s*"


def _names(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


_WHEN = r"(?:\d{4}|q[1-4](?:\s*\d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?)"
SPAN = re.compile(
    rf",?\s*\b(?:(?:by|per) (?:quarter|month|year)s?\s*)?(?:(?:from|between|over|in|for)\s+)?{_WHEN}\s*"
    rf"(?:-|–|to|and|until|through)\s*{_WHEN}\b",
    re.IGNORECASE,
)
"""A span of time with the words that join it to a sentence."""
_MONTH_SPAN = re.compile(rf"\b({_names(_MONTHS)})\b\.?{_TO}\b({_names(_MONTHS)})\b")
_DAY_SPAN = re.compile(rf"\b({_names(_DAYS)})\b{_TO}\b({_names(_DAYS)})\b")
_QUARTER_SPAN = re.compile(rf"\bq([1-4])\s*((?:19|20)\d\d)?{_TO}q([1-4])\s*((?:19|20)\d\d)?")
_HOUR_SPAN = re.compile(rf"\b(\d{{1,2}})(?::00)?\s*(am|pm)?{_TO}(\d{{1,2}})(?::00)?\s*(am|pm|uhr|h)\b")
_COUNTED = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})[- ](?:consecutive |full )?(days?|weeks?|months?|quarters?|years?|hours?)\b"
)
_WEEK = re.compile(
    r"\b(?:over|during|in|of|for|throughout|across|per|within|last|this|past)\s+(?:the\s+|a\s+|one\s+|last\s+|this\s+|"
    r"past\s+|typical\s+)*week\b|\bdays? of the week\b|\beach day\b|\bevery day\b"
)
_DAY = re.compile(r"\b(?:over|during|throughout|across|in|within)\s+(?:the|a|one)\s+(?:\w+\s+)?day\b|\btime of day\b")


def full_names(words: set[str]) -> set[str]:
    """The names of the months and days that are abbreviated among the words."""
    found = {table[word] + offset for table, offset in ((_MONTHS, 0), (_DAYS, 100)) for word in words if word in table}
    return {
        name for table, offset in ((_MONTHS, 0), (_DAYS, 100)) for name, at in table.items() if at + offset in found
    }


THIS_YEAR = 2024
"""Of the last full data."""
_SINCE = re.compile(r"\b(?:since|starting in)\s+((?:18|19|20)\d\d)\b")
_SPRINTS = re.compile(r"\b(?:per|by|each|over) sprints?\b|\bsprint velocity\b")
_EFFORT = re.compile(r"\b(?:during|in|on) (?:an?|my|the) (?:\w+ )?(?:run|workout|race|match|ride|jog|exercise|swim)\b")


def read_periods(text: str) -> tuple[str, ...] | None:
    """The labels in order, from a prompt in lower case. None if it names none."""
    if match := _MONTH_SPAN.search(text):
        return _cycle(MONTHS, _MONTHS[match[1]], _MONTHS[match[2]])
    if match := _DAY_SPAN.search(text):
        return _cycle(WEEKDAYS, _DAYS[match[1]], _DAYS[match[2]])
    if match := _QUARTER_SPAN.search(text):
        return _quarters(match)
    if match := _HOUR_SPAN.search(text):
        return _hours(match)
    if (match := _COUNTED.search(text)) and (counted := _counted(match[1], match[2].rstrip("s"))):
        return counted
    if since := _SINCE.search(text):
        return tuple(spread_years(int(since[1]), THIS_YEAR)) if int(since[1]) < THIS_YEAR else None
    if _SPRINTS.search(text):
        return tuple(f"Sprint {number}" for number in range(1, 7))
    if _EFFORT.search(text):
        return tuple(f"{minute} min" for minute in range(0, 35, 5))
    if _WEEK.search(text):
        return WEEKDAYS
    return tuple(f"{hour:02}:00" for hour in range(0, 24, 3)) if _DAY.search(text) else None


def spread_years(first: int, last: int) -> list[str]:
    """At round distances, and the last one always."""
    span = last - first
    fitting = [step for step in (1, 2, 5, 10, 20, 25, 50, 100) if span / step <= 14]
    step = next((one for one in fitting if span % one == 0), math.ceil(span / 11))
    years = list(range(first, last + 1, step))
    return [str(year) for year in ([*years[:-1], last] if years[-1] != last else years)]


def _cycle(names: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
    return tuple(names[(first + at) % len(names)] for at in range((last - first) % len(names) + 1))


def _quarters(match: re.Match[str]) -> tuple[str, ...]:
    first, last = int(match[1]), int(match[3])
    if match[2] and match[4]:
        start, end = int(match[2]) * 4 + first - 1, int(match[4]) * 4 + last - 1
        return tuple(f"Q{at % 4 + 1} {at // 4}" for at in range(start, min(end, start + MOST - 1) + 1))
    year = f" {match[4] or match[2]}" if match[4] or match[2] else ""
    return tuple(f"Q{(first - 1 + at) % 4 + 1}{year}" for at in range((last - first) % 4 + 1))


def _hours(match: re.Match[str]) -> tuple[str, ...] | None:
    def hour(number: str, half: str | None) -> int:
        return int(number) % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else int(number)

    first, last = hour(match[1], match[2] or None), hour(match[3], match[4])
    if not 0 <= first < last <= 24:
        return None
    step = max(1, -(-(last - first) // (MOST - 1)))
    is_half = match[4] in ("am", "pm")
    return tuple(_clock(at) if is_half else f"{at:02}:00" for at in range(first, last + 1, step))


def _clock(hour: int) -> str:
    return f"{(hour - 1) % 12 + 1} {'am' if hour % 24 < 12 else 'pm'}"


def _counted(number: str, unit: str) -> tuple[str, ...] | None:
    count = _NUMBERS.get(number) or int(number)
    if count < 2:
        return None
    if unit == "month":
        return MONTHS[:count] if count <= 12 else None
    if unit == "year":
        step = max(1, -(-count // MOST))
        return tuple(str(year) for year in range(LAST_YEAR - step * ((count - 1) // step), LAST_YEAR + 1, step))
    if unit == "hour":
        step = max(1, -(-count // 8))
        return tuple(f"{at:02}:00" for at in range(0, count + 1, step)) if count <= 24 else None
    if unit == "day" and count == 7:
        return WEEKDAYS
    if unit == "quarter":
        return tuple(f"Q{at % 4 + 1}" for at in range(count)) if count <= 4 else None
    step = max(1, -(-count // MOST))
    return tuple(f"{unit.capitalize()} {at}" for at in range(1, count + 1, step))

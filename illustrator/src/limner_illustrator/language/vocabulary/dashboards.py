"""What dashboards of well-known topics show: the table `dashboards.txt`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("dashboards.txt")


_BARS = re.compile(
    r"\b(?:tab|bottom|top|nav\w*|navigation|search|side|status|tool|progress|menu|app|task|action) ?bars?\b"
)
"""Parts of a screen, and no place where drinks are served."""
_WEAK = re.compile(r"\b(?:web ?sites?|analytics|teams?|news|video|money|data|tasks?|projects?|cloud|players?)\b")


@dataclass(frozen=True, slots=True)
class DashboardTopic:
    words: str
    """Of the prompt, as a regular expression; empty in the one that fits all."""
    menu: tuple[str, ...]
    figures: tuple[tuple[str, str, str], ...]
    """Name, value and change."""
    line: str
    bar: str
    pie: str
    shares: tuple[tuple[str, float], ...]
    table: str
    rows: tuple[tuple[str, str, str], ...]


def find_dashboard(text: str) -> DashboardTopic:
    """The topic of a prompt in lower case: a word such as "team" counts only where there is no other."""
    text = _BARS.sub(" ", text)
    plain = _WEAK.sub(" ", text)
    return next((one for one in _load() if one.words and re.search(rf"\b(?:{one.words})", plain)), None) or next(
        one for one in _load() if not one.words or re.search(rf"\b(?:{one.words})", text)
    )


@lru_cache(maxsize=1)
def _load() -> tuple[DashboardTopic, ...]:
    paragraphs = _FILE.read_text(encoding="utf-8").split("\n\n")
    return tuple(_read(one) for one in paragraphs if not one.startswith("#"))


def _read(paragraph: str) -> DashboardTopic:
    fields = {name: value.strip() for name, _, value in (line.partition(":") for line in paragraph.splitlines())}
    pie, _, shares = fields["pie"].partition(": ")
    table, _, rows = fields["table"].partition(": ")
    return DashboardTopic(
        words=fields["words"],
        menu=tuple(fields["menu"].split(", ")),
        figures=tuple(_split(one) for one in fields["figures"].split("; ")),
        line=fields["line"],
        bar=fields["bar"],
        pie=pie,
        shares=tuple((name, float(share)) for name, _, share in (one.rpartition(" ") for one in shares.split("; "))),
        table=table,
        rows=tuple(_split(one) for one in rows.split("; ")),
    )


def _split(text: str) -> tuple[str, str, str]:
    first, second, third = text.split("|")
    return first, second, third

"""Applications and websites by trade: the table `trades.txt`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("trades.txt")


@dataclass(frozen=True, slots=True)
class Trade:
    words: re.Pattern[str]
    headline: str
    features: tuple[str, str, str]
    hero: str
    """What the picture of its page shows."""
    heading: str
    action: str
    entries: tuple[str, ...]
    """ "label|detail"; () where the application is no list."""


def find_trade(text: str) -> Trade | None:
    """The trade of a text in lower case; the first that fits counts."""
    return next((trade for trade in _load() if trade.words.search(text)), None)


@lru_cache(maxsize=1)
def _load() -> tuple[Trade, ...]:
    paragraphs = _FILE.read_text(encoding="utf-8").split("\n\n")
    return tuple(_read(one) for one in paragraphs if not one.startswith("#"))


def _read(paragraph: str) -> Trade:
    fields = {name: value.strip() for name, _, value in (line.partition(":") for line in paragraph.splitlines())}
    headline, first, second, third = fields["page"].split(" | ")
    opening, *rows = fields.get("app", "").split(" | ")
    heading, _, action = opening.partition(" > ")
    return Trade(
        words=re.compile(rf"\b(?:{fields['words']})"),
        headline=headline,
        features=(first, second, third),
        hero=fields["hero"],
        heading=heading,
        action=action,
        entries=tuple(row.replace(": ", "|", 1) for row in rows),
    )

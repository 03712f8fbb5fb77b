"""Reads what posters, banners and the like say without quotation marks: offers, calls, prices, who is lost."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_texts import take_numbered, take_offers, to_title
from limner_illustrator.language.vocabulary.designs import EVENTS
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

WORDED = frozenset({"flyer", "poster", "banner", "billboard", "label", "package", "invitation"})
"""Whose prompts may give offers and calls without quotation marks."""
ANNOUNCING = frozenset({"flyer", "poster", "banner", "billboard"})
"""Which write the event that they begin with."""
MAX_EVENT = 40
"""Letters of the name of an event after a colon."""
CALLS = re.compile(
    r"\b(?:\d+ ?% |off\b|sale\b|free\b|now\b|today\b|weekend\b|hiring\b|join\b|open\b|we\b|i\b|you\b|your\b|save\b|"
    r"shop\b|get\b|buy\b|new\b|soon\b|welcome\b)|[$€£]\d",
    re.IGNORECASE,
)
_HAPPENINGS = "|".join(sorted({
    *EVENTS, "evening", "session", "sessions", "clearance", "deals?", "opening", "launch", "release", "week", "weekend",
    "days?", "brunch", "reading", "recital", "gig", "jam", "offer", "special", "giveaway", "prom", "reunion",
    "black friday", "cyber monday", "back to school", "live", "tour", "season", "happy hour", "open mic", "open house",
    "new arrivals?", "new collection",
} - {"drive", "play", "match", "game", "show"}))  # fmt: skip
EVENT = re.compile(
    r"^[\s,:]*(?:(?:for|of|about|announcing|promoting|advertising)\s+)?(?:(?:an?|the|our|my)\s+)?"
    rf"(?P<event>(?:(?!(?:with|featuring|showing|at|in|on|for|of|a|an|the|and a)\b)[\w&'’-]+\s+){{0,4}}?"
    rf"(?:{_HAPPENINGS})(?:\s+(?:{_HAPPENINGS}))*)"
    r"(?=\s*(?:$|[,.;:!\d$€£]|up to\b|with\b|featuring\b|showing\b|at\b|in\b|on\b|by\b|this\b|every\b|from\b))",
    re.IGNORECASE,
)
"""The name of an event or a sale at the beginning of a text: "jazz night", "for a street food festival"."""

VENUE = re.compile(r"\bat (?P<place>(?:the|our) [a-z]+(?: [a-z]+)?)(?=\s*(?:$|[,.;]))")


def find_event(text: str) -> str | None:
    """The event that a text begins with, as a title. None for one plain word such as "sale"."""
    match = EVENT.match(text)
    if match is None or len(match["event"]) > MAX_EVENT or " " not in match["event"].strip():
        return None
    return to_title(match["event"].strip())


def take_words(reader: "DesignReader") -> None:
    """Words after a colon that are an offer or a call, not a list of things; then prices, discounts and contacts."""
    is_thumbnail = "thumbnail" in reader.prompt.phrase
    begins = reader.prompt.after.lstrip().startswith(":")
    lead, colon, said = ("", ":", reader.rest) if begins else reader.rest.partition(":")
    if colon and reader.title is None and (is_thumbnail or CALLS.search(said)):
        shown = re.search(r",? (?:with|featuring|showing) (?:an? |the )", said)
        reader.title = said[: shown.start()].strip() if shown else said.strip()
        reader.rest = f"{lead} {said[shown.start() :] if shown else ''}".strip()
    elif begins and reader.title is None and reader.texts.when:
        event = re.split(r",| (?:with|featuring|showing|at|on) ", said.strip(" ,.:"))[0].strip()
        reader.title = to_title(event) if event and len(event) <= MAX_EVENT else None
    elif is_thumbnail and reader.title is None and reader.topic:
        video = re.sub(r"^(?:[\w-]+ )?(?:video|vlog|clip|channel)(?: (?:about|on|of|titled))?\s*", "", reader.topic)
        reader.title = to_title(video or reader.topic)
        reader.rest = reader.rest.replace(reader.topic, video)
    offers, rest = take_offers(reader.rest)
    if reader.topic and any(one.lower() in reader.topic.lower() for one in offers):
        reader.topic = take_offers(reader.topic)[1] or None
    if reader.title is None and reader.kind in ANNOUNCING:
        reader.title = find_event(rest)
    if reader.kind in ("poster", "flyer") and "event" in reader.options and (place := VENUE.search(rest)):
        reader.items.append(GraphicItem(label=f"At {place['place']}"))
        rest = rest.replace(place.group(), " ")
    if reader.title is None and offers and reader.kind in ("billboard", "banner"):
        reader.title = offers[0]
    reader.items += [GraphicItem(label=one) for one in offers if one not in (reader.title or "")]
    reader.items += [GraphicItem(label=one) for one in reader.texts.contacts]
    numbered, reader.rest = take_numbered(rest)
    reader.items += [GraphicItem(label=one) for one in numbered]
    lost = re.match(r"(?:lost|missing|found|stolen) \w+", reader.topic or "", re.IGNORECASE)
    if lost and reader.title and reader.kind in ("poster", "flyer"):
        reader.items.insert(0, GraphicItem(label=reader.title))
        reader.title = to_title(lost.group())

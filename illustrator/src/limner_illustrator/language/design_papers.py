"""Reads certificates, tickets and newspapers: who gets them, for what, when, and what they are called."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_subjects import find_theme, strip_joint
from limner_illustrator.language.design_texts import to_title
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_NAME = r"[A-Z][\w'’.-]*(?: (?:de |da |van |von |of )?[A-Z][\w'’.-]*)*"
_LAST_NAME = re.compile(r", (?P<name>[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){1,3})\s*$")
"""At the end: "certificate for best employee, John Smith"."""
_AWARDED = re.compile(
    rf"\b(?:for|to|awarded to|presented to|given to|of)\s+(?P<name>{_NAME})(?=\s*(?:$|[,.;:]|"
    rf"[a-z]))"
)
_REASON = re.compile(
    r"\b(?P<reason>(?:for|who (?:has |have )?)\s*(?:the |an? |being |completing |finishing |"
    r"winning )?[a-z][^,.;]{2,70}|"
    r"completing [^,.;]{2,60}|winner of [^,.;]{2,60})",
)
_COURSE = re.compile(r"\b(?:for|in) (?:the )?[A-ZÀ-Ý][\w'’&+#.-]*(?: (?:[A-ZÀ-Ý0-9&][\w'’&+#.-]*|of|and|for|to|in))*")
"""A course by its name, whose words are no things to draw: "for Python Basics"."""
_DETAILS = (
    (
        r"\b(?:seat|row|gate|platform|section|block|table|no\.?|number|flight|door)s? "
        r"#?(?:[A-Z]?\d+[A-Za-z]?|[A-Z](?!\w))(?!\w)"
    ),
    r"\bfrom [A-Z][\w-]+(?: [A-Z][\w-]+)? to [A-Z][\w-]+(?: [A-Z][\w-]+)?\b",
    r"[$€£]\s?\d+(?:[.,]\d{2})?(?: off)?|\b\d+(?:[.,]\d{2})? ?(?:[$€£]|dollars|euros)|\b\d{1,3} ?% off\b",
)
"""What a ticket says besides its name: the seat, the way, the price."""
_OF_KIND = re.compile(r"^\s*of (?P<kind>\w+)\b", re.IGNORECASE)


def read_certificate(reader: "DesignReader") -> None:
    phrase = f"{reader.before} {reader.prompt.phrase}".strip()
    kind = _OF_KIND.match(reader.rest)
    if kind:
        reader.rest = reader.rest[kind.end() :]
        phrase = f"{phrase} of {kind['kind']}"
    reader.items.append(GraphicItem(label=to_title(phrase), role="heading"))
    reader.items.append(GraphicItem(label="This is presented to", role="opening"))
    reader.items += [GraphicItem(label=one, role="date") for one in reader.texts.when]
    reader.items = [one for one in reader.items if one.role or one.label not in reader.texts.when]
    named = _AWARDED.search(reader.rest) or _LAST_NAME.search(reader.rest)
    if named:
        name = named["name"].strip()
        reader.rest = f"{reader.rest[: named.start()]} {reader.rest[named.end() :]}"
        reader.items.append(GraphicItem(label=name, role="name"))
    elif reader.title and len(reader.title) < 40:
        reader.items.append(GraphicItem(label=reader.title, role="name"))
        reader.title = None
    elif not _REASON.search(reader.rest):
        reader.items.append(GraphicItem(label="Alex Morgan", role="name"))
        reader.made_up = "name is"
    reason = _REASON.search(reader.rest)
    if reason:
        text = re.split(r" (?:with|featuring) ", reason["reason"])[0].strip()
        reader.items.append(GraphicItem(label=text, role="reason"))
        reader.rest = reader.rest.replace(text, " ")
    elif named and (course := _COURSE.search(reader.rest)):
        reader.items.append(GraphicItem(label=course.group().strip(), role="reason"))
        reader.rest = reader.rest.replace(course.group(), " ")
    _take_course(reader, has_reason=any(item.role == "reason" for item in reader.items))
    said = strip_joint(re.sub(r"\s{2,}", " ", reader.rest).strip(" ,.;"))
    said = re.sub(r"^(?:the )?(?:(?:best|top|good)\s+)?", "", said)
    reader.subject = f"icon of {said}" if said else " "


def _take_course(reader: "DesignReader", *, has_reason: bool) -> None:
    """Names of courses and years after the name of a person: ", Python Bootcamp, 2024"."""
    rest = []
    for part in reader.rest.split(","):
        plain = part.strip(" .;")
        if re.fullmatch(r"(?:19|20)\d\d", plain):
            reader.items.append(GraphicItem(label=plain, role="date"))
        elif not has_reason and re.fullmatch(r"[A-ZÀ-Ý][\w'’&+#.-]*(?: [\w'’&+#.-]+){0,7}", plain):
            reader.items.append(GraphicItem(label=plain, role="reason"))
            has_reason = True
        else:
            rest.append(part)
    reader.rest = ",".join(rest)


def read_ticket(reader: "DesignReader") -> None:
    phrase = reader.prompt.phrase
    heading = re.sub(r"\b(?:for|to|design)\b|\btickets?\b$", "", phrase).strip() or reader.before.strip() or "ticket"
    voucher = re.search(r"voucher|coupon|certificate|pass\b|gift card", phrase)
    reader.items.append(
        GraphicItem(
            label=to_title(phrase if voucher else f"{heading} ticket".replace("ticket ticket", "ticket")),
            role="heading",
        )
    )
    text = reader.rest
    for pattern in _DETAILS:
        for match in re.finditer(pattern, text):
            found = match.group().strip()
            reader.items.append(GraphicItem(label=found[:1].upper() + found[1:]))
        text = re.sub(pattern, " ", text)
    admits = re.search(r"\badmits? (?:one|two|\d+)\b", text, re.IGNORECASE)
    if admits:
        reader.items.append(GraphicItem(label=admits.group().upper(), role="stub"))
        text = text.replace(admits.group(), " ")
    text = re.sub(r"\s{2,}", " ", text).strip(" ,.;")
    event, _, rest = text.partition(",")
    shown = re.search(r"\b(?:with|showing|featuring) .+", text)
    event = re.split(r"\b(?:with|showing|featuring)\b", event)[0]
    named = re.sub(r"^\s*(?:for|to|at)\s+(?:(?:an?|the|my)\s+)?", "", event).strip()
    if reader.title is None and named:
        reader.title = to_title(named)
    subject = strip_joint(shown.group()) if shown else strip_joint(rest).strip()
    if reader.title is not None and not subject and named and named.lower() not in reader.title.lower():
        subject = named
    reader.subject = f"icon of {subject}" if subject.strip() else find_theme(f"{reader.before} {named} {phrase}")


def read_newspaper(reader: "DesignReader") -> None:
    """A name after "called" is the masthead; any other text is the headline."""
    cued = re.search(r"\b(?:called|named)\b", reader.prompt.text)
    masthead = reader.title if cued and reader.title else None
    headline = next(iter(reader.texts.lines), None) if masthead else reader.title
    lead = re.sub(r"\b(?:vintage|old|retro|front page|of|an?|the)\b", " ", reader.before).strip()
    if masthead is None and lead[:1].isupper():
        masthead, reader.before = lead, ""
    reader.items.append(GraphicItem(label=masthead or "The Daily News", role="masthead"))
    reader.items = [one for one in reader.items if one.label not in (headline, masthead) or one.role == "masthead"]
    if when := reader.texts.when:
        reader.items = [one for one in reader.items if one.label not in when]
        reader.items.append(GraphicItem(label=when[0], role="date"))
    rest = re.sub(r"\b(?:with|and)?\s*(?:the |an? )?(?:headline|front page|title)s?\b", " ", reader.rest)
    said = strip_joint(re.sub(r"\s{2,}", " ", rest).strip(" ,.;:"))
    said = re.sub(r"^(?:that|which|page|newspaper|announcing|reporting|and|,|\s)+(?=\s|$)", "", said).strip()
    if headline is None:
        headline = to_title(said) if said else "Good News Today"
        reader.made_up = None if said else "headline is"
    reader.title = headline
    made_up = "masthead is" if masthead is None else None
    reader.made_up = reader.made_up or made_up
    reader.subject = strip_joint(said) or headline

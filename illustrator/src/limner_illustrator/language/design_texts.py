"""The texts of a design: its name, further lines, an author; quoted, or after a cue such as "called"."""

import re
from dataclasses import dataclass, field

_MARKS = '"“”„«»'
_DOUBLE = rf"[{_MARKS}](?P<a>[^{_MARKS}\n]{{1,200}})[{_MARKS}]"
_SINGLE = r"(?<!\w)['‘`](?P<b>[^'’`\n]{1,120}(?:['’]\w[^'’`\n]{0,80})?)['’`](?!\w)"
_QUOTED = re.compile(rf"{_DOUBLE}|{_SINGLE}")
_SMALL = "&|and|of|the|to|for|in|on|de|la|von|van|a|at|with"
_NAME = rf"(?P<name>[A-Z0-9][\w'’.&+-]*(?:(?:\s+(?:{_SMALL})(?=\s+[A-Z0-9]))*\s+[A-Z0-9&][\w'’.&+!-]*)*)"
_CUES = (
    r"(?:called|named|titled|entitled|"
    r"(?:with|and|has|using)(?: the| a| an| its)?(?: \w+)? (?:title|name|words?|text|headline|heading|lettering|"
    r"letters?|phrase|message|quote|caption|writing|initials?|slogan|tagline|subtitle)(?: of)?|"
    r"(?:that |which )?(?:says?|reads?|saying|reading)|"
    r"(?:the )?(?:title|name|headline|text|masthead)(?: is|:)|(?:for )?the (?:initials?|letters?|words?|name|phrase)|"
    r"(?:brand|company|business|product|startup|shop|store|café|cafe|restaurant|band|agency|studio|app|firm|bakery) "
    r"(?:called |named )?(?=[A-Z\"“']))"
)
_TRADE = re.compile(
    r"(?:brand|company|business|product|startup|shop|store|café|cafe|restaurant|band|agency|studio|app|firm|bakery)\b"
)
_SECOND = re.compile(r"tagline|subtitle|slogan|caption|subheading", re.IGNORECASE)
_CUED = re.compile(rf"(?P<cue>\b{_CUES})\s*[:,]?\s*(?:{_DOUBLE}|{_SINGLE}|{_NAME})")
_LOWER_CUED = re.compile(
    r"\b(?P<cue>called|named|titled|entitled|saying|that says|which says|that reads|with the words?|"
    r"with the text)\s*:?\s*(?P<name>[a-z][\w'’&-]*(?: [\w'’&-]+){0,5}?)"
    r"(?=\s*(?:[,.;:\n]|$| with | in | on | and | for | using | featuring ))"
)
_AUTHOR = re.compile(rf"\b(?:written )?by (?:the (?:band|artist|author) )?(?:{_NAME})")
_FOR_NAME = re.compile(rf"\b(?:for|of|to) (?:my (?:friend|mom|dad|wife|husband|son|daughter|sister|brother) )?{_NAME}")
_FROM_NAME = re.compile(rf"\bfrom (?P<lead>the )?{_NAME}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"\+?\d[\d ()/-]{6,}\d")
_SITE = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|dev|app|co)\b(?:/\S*)?")
_WHEN = re.compile(
    r"\b(?:on |at |from )?(?P<when>(?:every|this|next) (?:weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
    r"(?: (?:at|from) \d{1,2}(?::\d{2})? ?(?:am|pm))?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"
    r"(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:of )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?)?"
    r"(?:,? ?(?:at )?\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|o'clock))?)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class DesignTexts:
    title: str | None = None
    lines: list[str] = field(default_factory=list)
    author: str | None = None
    contacts: list[str] = field(default_factory=list)
    when: list[str] = field(default_factory=list)
    rest: str = ""
    """The text without them."""


def read_texts(
    text: str, *, has_author: bool = False, has_contacts: bool = False, has_dates: bool = False
) -> DesignTexts:
    """What is to be written, and what remains of the text."""
    texts = DesignTexts()
    found: list[tuple[str, bool]] = []

    def take_cued(match: re.Match[str]) -> str:
        groups = match.groupdict()
        name = groups.get("a") or groups.get("b") or groups.get("name") or ""
        found.append((name.strip(), bool(_SECOND.search(match["cue"]))))
        trade = _TRADE.match(match["cue"])
        return f" {trade.group()} " if trade else " "

    def take_quoted(match: re.Match[str]) -> str:
        found.append(((match["a"] or match["b"]).strip(), False))
        return " "

    if has_contacts:
        for pattern in (_EMAIL, _SITE, _PHONE):
            texts.contacts += [match.group().strip() for match in pattern.finditer(text)]
            text = pattern.sub(" ", text)
    text = _CUED.sub(take_cued, text)
    text = _QUOTED.sub(take_quoted, text)
    text = _LOWER_CUED.sub(take_cued, text)
    if has_author:
        text = _AUTHOR.sub(lambda match: _keep_author(texts, match), text)
    if has_dates:
        text = _WHEN.sub(lambda match: _keep_when(texts, match), text)
    named = [(name, second) for name, second in found if any(letter.isalnum() for letter in name)]
    for name, second in named:
        if texts.title is None and not second:
            texts.title = name
        else:
            texts.lines.append(name)
    texts.rest = re.sub(r"\s+([,.])", r"\1", re.sub(r"[^\S\n]{2,}", " ", text)).strip(" ,.;:-")
    return texts


def _keep_author(texts: DesignTexts, match: re.Match[str]) -> str:
    texts.author = texts.author or match["name"]
    return " "


def _keep_when(texts: DesignTexts, match: re.Match[str]) -> str:
    when = match["when"].strip(" ,")
    if not any(letter.isdigit() for letter in when) and not re.match(r"every|this|next", when, re.IGNORECASE):
        return match.group()
    texts.when.append(when[:1].upper() + when[1:])
    return " "


def find_recipient(text: str) -> tuple[str | None, str]:
    """The name after "for": "a birthday card for Anna"; and the text without it."""
    match = _FOR_NAME.search(text)
    if match is None:
        return None, text
    return match["name"].strip(), f"{text[: match.start()]} {text[match.end() :]}".strip()


def find_origin(text: str) -> tuple[str | None, str]:
    """The place after "from": "a postcard from Paris"; and the text without it."""
    match = _FROM_NAME.search(text)
    if match is None:
        return None, text
    return f"{match['lead'] or ''}{match['name']}".strip(), f"{text[: match.start()]} {text[match.end() :]}".strip()


def find_topic(text: str) -> str | None:
    """What it is for or about, without an article: "a jazz concert"."""
    match = re.search(
        r"\b(?:for|about|to|advertising|announcing|promoting)\s+(?:an?|the|my|our|your|some|this)?\s*(?P<topic>\w[^,.;:\n]{1,60}?)"
        r"(?=\s*(?:$|[,.;:\n])|\s(?:with|in|on|featuring|showing|using|that|which|at|and (?:a|the))\s)",
        text,
    )
    if match is None:
        return None
    return match["topic"].strip() or None


def to_title(text: str) -> str:
    """With capital letters as in a heading."""
    small = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
    words = text.split()
    return " ".join(
        word if (number and word in small) or not word[:1].islower() else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )

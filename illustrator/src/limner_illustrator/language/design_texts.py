"""The texts of a design: its name, further lines, an author; quoted, or after a cue such as "called"."""

import re
from dataclasses import dataclass, field

_MARKS = '"“”„«»'
_DOUBLE = rf"[{_MARKS}](?P<a>[^{_MARKS}\n]{{1,200}})[{_MARKS}]"
_SINGLE = r"(?<!\w)['‘`](?P<b>[^'’`\n]{1,120}(?:['’]\w[^'’`\n]{0,80})?)['’`](?!\w)"
_QUOTED = re.compile(rf"{_DOUBLE}|{_SINGLE}")
_SMALL = "&|and|of|the|to|for|in|on|de|la|von|van|a|at|with"
_NAME = rf"(?P<name>[A-Z0-9][\w'’.&+-]*(?:(?:\s+(?:{_SMALL}))*\s+[A-Z0-9&][\w'’.&+!-]*)*)"
_CUES = (
    r"(?:called|named|titled|entitled|"
    r"(?:with|and|has|using)(?: the| a| an| its)?(?: \w+)? (?:title|name|words?|text|headline|heading|lettering|"
    r"letters?|phrase|message|quote|caption|writing|initials?|slogan|motto|tagline|subtitle)(?: of)?|"
    r"(?:that |which )?(?:says?|reads?|saying|reading)|titel|mit dem (?:text|titel|namen)|namens|genannt|"
    r"avec le (?:texte|"
    r"titre)|intitul[ée]e?|appel[ée]e?|llamad[ao]|titulad[ao]|con el (?:texto|t[íi]tulo)|que dice|chiamat[ao]|"
    r"con (?:la scritta|il testo)|intitolat[ao]|"
    r"(?:the )?(?:title|name|headline|text|masthead)(?: is|:)|(?:for )?the (?:initials?|letters?|words?|name|phrase)|"
    r"(?:brand|company|business|product|startup|shop|store|café|cafe|restaurant|band|agency|studio|app|firm|bakery) "
    r"(?:called |named )?(?=[A-Z\"“']))"
)
_TRADE = re.compile(
    r"(?:brand|company|business|product|startup|shop|store|café|cafe|restaurant|band|agency|studio|app|firm|bakery)\b"
)
_SECOND = re.compile(r"tagline|subtitle|slogan|motto|caption|subheading", re.IGNORECASE)
_CUED = re.compile(rf"(?P<cue>\b{_CUES})\s*[:,]?\s*(?:{_DOUBLE}|{_SINGLE}|{_NAME})")
_LOWER_CUED = re.compile(
    r"\b(?P<cue>called|named|titled|entitled|saying|that says|which says|that reads|"
    r"(?:with |and )?the (?:words?|text|slogan|motto|tagline|phrase|caption|headline|title|"
    r"lettering))\s*:?\s*(?P<name>[a-z][\w'’&-]*(?: [\w'’&-]+){0,5}?)"
    r"(?=\s*(?:[,.;:\n]|$| with | in | on | and | for | using | featuring ))"
)
_SENTENCE_CUED = re.compile(
    r"\b(?P<cue>saying|(?:that |which )?(?:says|reads))\s*:?\s*"
    r"(?P<name>[A-Z][\w'’]* (?!(?:with|in|on|and|for|using|at)\b)[a-z][\w'’-]*(?: [\w'’&-]+){0,6}?)"
    r"(?=\s*(?:[,.;:\n]|$| with | in | on | for | using | featuring ))"
)
"""A text with a capital at its start only: "that says I love NY"."""
_AUTHOR = re.compile(rf"\b(?:(?:written )?by|author(?: name)?:?|artist:) (?:the (?:band|artist|author) )?(?:{_NAME})")
_FOR_NAME = re.compile(
    rf"\b(?:for|of|to|für|para|pour|von|de) (?:my (?:friend|mom|dad|wife|husband|son|daughter|sister|"
    rf"brother) )?{_NAME}"
)
_FROM_NAME = re.compile(rf"\bfrom (?P<lead>the )?{_NAME}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"\+?\d[\d ()/-]{6,}\d")
_SITE = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|dev|app|co)\b(?:/\S*)?")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|"
    r"junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|"
    r"septembre|"
    r"octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)"
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|dien|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=,? (?:[a-z]+ )?\d))"
)
_HOUR = r"(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|uhr|h\b|hrs?\b|o'clock)|\d{1,2}:\d{2}|(?-i:noon|midnight))"
_HOURS = (
    rf"(?:(?:from |between )?(?:{_HOUR}|\d{{1,2}}) ?(?:-|–|to|and|until|till|bis) ?{_HOUR}|(?:at |um |à |a las |"
    rf"alle )?{_HOUR})"
)
_DATE = (
    rf"(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?! ?(?:am|pm|:))(?: ?(?:-|–|to) ?\d{{1,2}}(?:st|nd|rd|"
    rf"th)?)?(?:,? \d{{4}})?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of |de |di )?{_MONTH}\b(?:,? (?:de )?\d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.\d{1,2}\.(?!\d))"
)
_WHEN = re.compile(
    rf"\b(?:on |at |from |am |le |el )?(?P<when>(?:every|this|next) (?:weekend|week|month|{_DAY}s?)(?:,? {_HOURS})?|"
    rf"{_DAY}s?,? (?:{_DATE}|(?=\W*{_HOURS}))(?:\s*,?\s*{_HOURS})?|{_DATE}(?:\s*,?\s*{_HOURS})?|{_HOURS})(?!\w)",
    re.IGNORECASE,
)
_STREET = (
    r"(?:[Ss]treet|[Ss]t\.?|[Aa]venue|[Aa]ve\.?|[Rr]oad|[Rr]d\.?|[Ll]ane|[Ll]n\.?|[Dd]rive|[Bb]oulevard|[Bb]lvd\.?|"
    r"[Ss]quare|[Ww]ay|[Cc]ourt|[Pp]laza|[Pp]lace|[Tt]errace)"
)
_HOUSE = (
    r"(?:Hall|Park|Club|Museum|Cent(?:er|re)|Theat(?:er|re)|Library|Church|Arena|Stadium|Gallery|Caf[eé]|Bar|School|"
    r"Hotel|Garden|Gardens|Beach|Barn|Farm|Pavilion|Square|Studio|House|Room|Pier|University|College|Chapel|"
    r"Mall|Market)"
)
_WHERE = re.compile(
    rf"\b(?:at |in |on )?(?:the )?(?P<where>\d{{1,4}} (?:[A-Z][\w'’]+ ){{1,3}}{_STREET}"
    r"(?!\w)(?:,? (?:[A-Z][\w-]+)(?: [A-Z][\w-]+)?)?|(?:Plaza|Piazza|Place|Calle|Rue|Via) (?:de (?:la |los )?|"
    r"du |della )?"
    r"[A-Z][\wÀ-ÿ]+(?: [A-Z][\wÀ-ÿ]+)?|[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|platz) ?\d*)"
    rf"|(?:\b(?:at|in)|,) (?:the )?(?P<house>(?:[A-Z][\w'’&]+ ){{1,3}}{_HOUSE})\b",
)
_VENUE = re.compile(
    r"(?:\bat (?:the )?|, (?:the )?)(?P<venue>[A-ZÀ-Ý0-9][\w'’&.-]*(?: (?:(?:of|the|de|la) )?[A-ZÀ-Ý][\w'’&.-]*)*)"
    r"(?=\s*(?:$|[,.;]))"
)
"""Where an event is that has a date: "friday 8pm at Blue Note"."""
_HERE = re.compile(r"\bat (?P<here>(?:the|our) [a-z]+(?: [a-z]+)?)(?=\s*(?:$|[,.;]))")
"""Where an event is that has a date, without a name: "thursday 7pm at the library"."""
_OFFER = re.compile(
    r"\b(?P<offer>(?:up to |only |from |just |now )?(?:\d{1,3} ?% (?:off|discount|rabatt)(?: (?:everything|"
    r"all \w+))?|"
    r"buy one,? get one(?: free)?|free (?:entry|admission|shipping|entrance)|admission free|2 for 1))"
    r"|(?P<price>(?:\b(?:tickets?|entry|admission|only|from|price|just)(?: from| for| is|"
    r":)? )?(?:[$€£]\s?\d{1,3}(?:[,.]\d{3})+(?!\d)|[$€£]\s?\d+(?:[.,]\d{1,2})?(?!\d)[km]?"
    r"|\b\d+(?:[.,]\d{2})? ?(?:[$€£]|euros?\b|dollars\b)))(?: (?:per person|each|per ticket|entry))?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class DesignTexts:
    title: str | None = None
    lines: list[str] = field(default_factory=list)
    author: str | None = None
    contacts: list[str] = field(default_factory=list)
    when: list[str] = field(default_factory=list)
    where: list[str] = field(default_factory=list)
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
            text = re.sub(
                rf"(?:\b(?:call|text|tel|phone|e-?mail|contact|website|visit|web)\b[.:]*\s*)?{pattern.pattern}",
                " ",
                text,
            )
    text = _SENTENCE_CUED.sub(take_cued, text)
    text = _CUED.sub(take_cued, text)
    text = _QUOTED.sub(take_quoted, text)
    text = _LOWER_CUED.sub(take_cued, text)
    if has_author:
        text = _AUTHOR.sub(lambda match: _keep_author(texts, match), text)
    if has_dates:
        text = _WHERE.sub(lambda match: _keep_line(texts.where, match["where"] or match["house"]), text)
        text = _WHEN.sub(lambda match: _keep_line(texts.when, match["when"]), text)
        if texts.when:
            text = _VENUE.sub(lambda match: _keep_line(texts.where, match["venue"]), text)
            text = _HERE.sub(lambda match: _keep_line(texts.where, f"At {match['here']}"), text)
    named = [(name, second) for name, second in found if any(letter.isalnum() for letter in name)]
    for name, second in named:
        if texts.title is None and not second:
            texts.title = name
        else:
            texts.lines.append(name)
    texts.rest = _tidy(text)
    return texts


def _keep_author(texts: DesignTexts, match: re.Match[str]) -> str:
    texts.author = texts.author or match["name"]
    return " "


def _keep_line(lines: list[str], text: str) -> str:
    text = text.strip(" ,")
    lines.append(text[:1].upper() + text[1:])
    return " , "


def take_offers(text: str) -> tuple[list[str], str]:
    """Prices and discounts: "30% off", "tickets 15€"; and the text without them."""
    offers: list[str] = []
    rest = _OFFER.sub(lambda match: _keep_line(offers, match.group()), text)
    return offers, _tidy(rest) if offers else text


def _tidy(text: str) -> str:
    return re.sub(r"(?:\s*,){2,}", ",", re.sub(r"\s+([,.])", r"\1", re.sub(r"[^\S\n]{2,}", " ", text))).strip(" ,.;:-")


def find_recipient(text: str) -> tuple[str | None, str]:
    """The name after "for": "a birthday card for Anna"; and the text without it."""
    match = _FOR_NAME.search(text)
    if match is None or match["name"].isdigit():
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
        r"\b(?:for|about|to|advertising|announcing|promoting|für|pour|para|per|voor|över)\s+(?:(?:an?|the|my|"
        r"our|your|"
        r"some|this|eine?n?|das|die|den|une?|una|uno|le|la|les|el|los|il|lo|een)\s+)?(?P<topic>\w[^,.;:\n]{1,60}?)"
        r"(?=\s*(?:$|[,.;:\n])|\s(?:with|in|on|featuring|showing|using|that|which|at|and (?:a|the))\s)",
        text,
    )
    if match is None:
        return None
    return match["topic"].strip() or None


_SMALL_WORDS = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "de", "la", "el", "et",
    "und", "von",
})  # fmt: skip


def to_title(text: str) -> str:
    """With capital letters as in a heading."""
    words = text.split()
    return " ".join(
        word if (number and word in _SMALL_WORDS) or not word[:1].islower() else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )

"""Lists in the text of a graphic: items, values, series, chains of steps; its title and its subject."""

import re
from dataclasses import dataclass

from limner_illustrator.language.vocabulary.graphic_words import PLAIN_STYLES

MAX_ITEMS = 24
MAX_LABEL = 60
MAX_ITEM_LETTERS = 120
"""What is longer is no label with a value, and slow to match."""
_NUMBER = r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}
_SUFFIX = r"%|percent\b|per cent\b|°\s?[CF]\b|(?:k|m|mn|b|bn|thousand|million|billion)\b"
_VALUE = rf"(?P<currency>[$€£¥₹])?\s?(?P<number>{_NUMBER})\s?(?P<suffix>{_SUFFIX})?"
_LABEL_FIRST = re.compile(
    rf"^(?P<label>.*?[^\W\d_].*?|\d{{4}}(?=\s*[:=])|\d+\s?[-–]\s?\d+(?=\s*[:=])|\d+\+(?=\s*[:=]))"
    rf"\s*(?P<joint>:|=|\(|\s[-–—]\s|\bat\b|\bis\b|\bhas\b|\bwith\b|\bof\b|\s)\s*{_VALUE}\s*(?P<word>[^\W\d_]+)?\s*\)?$",
    re.IGNORECASE | re.DOTALL,
)
_VALUE_FIRST = re.compile(
    rf"^{_VALUE}\s*(?:of|for|in|:|=|-)?\s+(?:the\s+)?(?P<label>[^\W\d_].*)$", re.IGNORECASE | re.DOTALL
)
_NUMBERED = re.compile(
    r"\b(?:phase|step|q|day|week|product|group|category|team|region|version|year|level|stage|option|item|part|plan|"
    r"room|"
    r"class|grade|level|task|sprint|layer|ios|android|windows|month|tier)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTE = '"“”„«»'
_QUOTED = re.compile(
    rf"[{_QUOTE}]([^{_QUOTE}\n]{{1,200}})[{_QUOTE}]|(?<!\w)'([^'\n]{{1,200}})'(?!\w)|(?<!\w)‘([^’\n]{{1,200}})’"
)
_ENUMERATED = re.compile(r"(?:^|[\s,;])\(?(?:\d{1,2}[.)]|[-*•–])\s+")
_ARROW = re.compile(r"\s*(?:->|-->|→|⇒|=>|➡️?|⟶|>>?)\s*")
_AND = re.compile(r"\s*,?\s+(?:and|&|und|y|et|ve|(?-i:e|en|i|и))\s+", re.IGNORECASE)
_AND_ANOTHER = re.compile(r"\s+and\s+(?=(?:an?|the|one|two|three|four|five|\d+)\s)", re.IGNORECASE)
"""An article or a number after "and" begins another item."""
_COMMA = re.compile(r"\s*,(?!\d{3}\b)\s*(?:(?:and|then|finally|plus(?!\s*[\d$€£(:])|or)\s+)?", re.IGNORECASE)
_TITLE = re.compile(
    rf"(?:\b(?:titled|entitled|called|named|with (?:the |a )?(?:title|heading|headline|header)|(?:the )?title(?: is)?|"
    rf"heading)\b)\s*:?\s*(?:[{_QUOTE}']([^{_QUOTE}\n]{{1,120}}?)[{_QUOTE}']|([^,.:;\n{_QUOTE}]{{2,60}}?)(?=\s*(?:$|[,.:;\n]|"
    rf"\bwith\b|\bshowing\b|\bin\b)))",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"^[\s,]*(?:(?:of|for|about|on|showing|that shows|which shows|to show|comparing|displaying|illustrating|depicting|"
    r"representing|describing|explaining|visualizing|visualising|tracking|from|that compares|outlining|"
    r"covering|listing|von|der|des|zum thema|thema|sobre el tema|sur le thème|"
    r"mit|für|über|zum|zur|sobre|para|con|del|de la|de|du|pour|avec|sur|montrant|"
    r"dell[’']|della|delle|dello|degli|dei|sulle?|sulla|sul|do|da|dos|das|com|van (?:het|de)|van|met|over|для|по|"
    r"d[’']une?|de l[’']|d[’'](?=\w)|with|between|"
    r"(?:app|ui|screen|page|mockup|design|template|diagram|illustration|"
    r"graphic|infographic|wireframe|"
    r"image|picture|layout)(?!\s+(?:time|views?|downloads?|usage|installs?|users?|stores?|ratings?|speed|rank\w*|quality|sales|sizes?)\b))\b[\s,]*)+",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"^(?:the|a|an|my|our|some|its|their|la|las|les|le|el|los|die|das|un|una|une|ein|eine|einer|einen)\s+|^[ld][’'](?=\w{3})",
    re.IGNORECASE,
)
_SMALL_TEXT = """
a an and as at by for from in of on or per the to vs with
"""
_SMALL = frozenset(_SMALL_TEXT.split())


ACRONYMS = {
    word.lower(): word
    for word in (
        "API", "AI", "AWS", "CEO", "CFO", "CI", "CMO", "COO", "CPU", "CRM", "CSS", "CTO", "DNS", "ETL", "GDP", "GPU",
        "HR", "HTML",
        "HTTP", "IoT", "JSON", "KPI", "LLM", "ML", "NLP", "OAuth", "PDCA", "QA", "RAM", "ROI", "SEO", "SQL", "SaaS",
        "SWOT",
        "TCP", "UI", "UK", "URL", "USA", "UX", "VP", "iOS", "iPhone", "iPad", "macOS",
    )
}  # fmt: skip
"""Words that are written with capitals, by their lower case."""


@dataclass(frozen=True, slots=True)
class Value:
    label: str
    value: float | None
    unit: str | None = None


def extract_title(text: str) -> tuple[str | None, str]:
    """The title that the text gives, and the text without it."""
    match = _TITLE.search(text)
    if match is None:
        return None, text
    title = (match[1] or match[2] or "").strip(" '")
    return title or None, f"{text[: match.start()].rstrip(' ,')} {text[match.end() :].lstrip(' ')}".strip()


def strip_joints(text: str) -> str:
    """Without "of", "showing", "about the", ... at its beginning."""
    stripped = _JOINTS.sub("", text.strip(" ,.-–"))
    return _FILLERS.sub("", stripped)


def make_title(text: str) -> str | None:
    """A heading of a phrase of the prompt. None if nothing remains of it."""
    plain = re.sub(r"\s+", " ", strip_joints(text)).strip(" ,.;:-–'\"")
    plain = re.sub(r"\s*,(?:\s*,)+", ",", plain)
    plain = re.sub(r"^(?:\d+[- ])?steps?\s+(?=\w)", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^to\s+(?=\w)", "How to ", plain)
    plain = re.sub(r",?\s+(?:horizontal|vertical|animated)\b", "", plain)
    plain = re.sub(r"\s+(?:with|showing|and|of|for|in|the|a|by|using|at|is|to|as)$", "", plain).rstrip(" ,;:")
    words = re.findall(r"[^\W\d_]+", plain.lower())
    is_kind = re.fullmatch(r"(?i)(?:\w+ )?(?:diagram|chart|infographic|graphic)", plain) is not None
    if set(words) <= PLAIN_STYLES or is_kind or len(plain) > 70:
        return None
    plain = re.sub(r"\b[a-z]+\b", lambda match: ACRONYMS.get(match.group(), match.group()), plain)
    return plain if plain.split()[0] in ACRONYMS.values() else plain[0].upper() + plain[1:]


_CONJUNCTIONS = re.compile(r"^(?:and|then|finally|plus(?!\s*[\d$€£(:])|or|next|first|lastly)\s+", re.IGNORECASE)
"""Plus, before a price, is the name of a plan."""


def clean_label(text: str) -> str:
    """One item's text without articles, quotes and conjunctions; its first letter in upper case."""
    plain = re.sub(r"\s+", " ", text).strip(" ,.;:-–*•\"“”'()[]")
    plain = _CONJUNCTIONS.sub("", plain)
    plain = _FILLERS.sub("", plain)[:MAX_LABEL].strip()
    if plain.lower() == plain:
        plain = re.sub(r"[a-z]+", lambda match: ACRONYMS.get(match.group(), match.group()), plain)
    is_name = plain[:1].islower() and any(letter.isupper() for letter in plain.split(" ")[0])  # iPhone
    return plain if is_name else plain[:1].upper() + plain[1:]


def split_head(text: str) -> tuple[str, str]:
    """(what stands before the colon that opens a list, the list); ("", "") if there is none."""
    match = re.search(r"(?<!\d):(?!//)(?=\s|[^\W\d])|:\s|\n\s*(?=[-*•\d])", text)
    if match is None and len(dashes := re.split(r"\s[-–—]\s", text)) == 2:
        return dashes[0], dashes[1]
    if match is None:
        return "", ""
    head, rest = text[: match.start()], text[match.end() :]
    return split_head(rest) if not head.strip() and len(re.split(r"\s[-–—]\s", rest)) == 2 else (head, rest)


def split_items(text: str) -> list[str]:
    """The parts of an enumeration, in their own spelling."""
    text = text.strip(" .,;:\n")
    if not text:
        return []
    if "\n" in text:
        parts = text.split("\n")
    elif len(_ENUMERATED.findall(f" {text}")) > 1:
        parts = _ENUMERATED.split(f" {text}")
    elif ";" in text:
        parts = text.split(";")
    elif _ARROW.search(text):
        parts = _ARROW.split(text)
    elif len(parts := _split_commas(text)) > 1:
        pass
    elif re.search(r"\s(?:vs\.?|versus)\s", text, re.IGNORECASE):
        parts = re.split(r"\s(?:vs\.?|versus)\s", text, flags=re.IGNORECASE)
    elif " / " in text or text.count("/") > 1:
        parts = text.split("/")
    elif " | " in text:
        parts = text.split("|")
    else:
        parts = _AND.split(text)
    return [one for one in (_ENUMERATED.sub("", f" {part}").strip(" .,") for part in parts) if one][:MAX_ITEMS]


def _split_commas(text: str) -> list[str]:
    """At commas, and at the last "and"; not within brackets."""
    hidden = []
    depth = 0
    for letter in text:
        depth = max(0, depth + (letter in "([{") - (letter in ")]}"))
        hidden.append("\x00" if letter == "," and depth else letter)
    parts = [one for part in _COMMA.split("".join(hidden)) for one in _AND_ANOTHER.split(part) if one.strip()]
    if len(parts) > 1:
        *before, last = parts
        parts = [*before, *_AND.split(last, maxsplit=1)]
    return [one.replace("\x00", ",") for one in parts]


def has_arrows(text: str) -> bool:
    return _ARROW.search(text) is not None


def read_value(text: str, *, is_numbered: bool = True) -> Value:
    """An item of a chart: "apples 30", "30% mobile", "Rent: $1,200". `is_numbered`: "phase 1" is a label."""
    text = text.strip(" .,;")
    if len(text) > MAX_ITEM_LETTERS:
        return Value(clean_label(text), None)
    for pattern in (_VALUE_FIRST, _LABEL_FIRST):
        match = pattern.match(text)
        if match is None:
            continue
        if is_numbered and pattern is _LABEL_FIRST and match["joint"].isspace() and _is_numbered(match):
            continue
        if _is_year(match) and (pattern is _VALUE_FIRST or match["joint"].strip().lower() not in (":", "=", "-", "–")):
            continue
        number = float(match["number"].replace(",", "").replace("−", "-"))
        suffix = (match["suffix"] or "").lower().strip()
        number *= _SCALES.get(suffix, 1)
        unit = "%" if suffix in ("%", "percent", "per cent") else match["currency"] or _degrees(suffix)
        return Value(clean_label(match["label"]), number, unit)
    return Value(clean_label(text), None)


def _is_numbered(match: re.Match[str]) -> bool:
    """Whether the number is part of the label: "phase 1"."""
    return match["suffix"] is None and match["currency"] is None and bool(_NUMBERED.search(match["label"].strip()))


def _is_year(match: re.Match[str]) -> bool:
    return match["suffix"] is None and match["currency"] is None and _YEAR.fullmatch(match["number"]) is not None


def _degrees(suffix: str) -> str | None:
    return f"°{suffix[-1].upper()}" if suffix.startswith("°") else None


def read_numbers(text: str) -> list[float]:
    return [float(match.group().replace(",", "").replace("−", "-")) for match in re.finditer(_NUMBER, text)]


def quoted_texts(text: str) -> list[str]:
    return [next(group for group in match.groups() if group is not None) for match in _QUOTED.finditer(text)]

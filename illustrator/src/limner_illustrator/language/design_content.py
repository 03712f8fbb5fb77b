"""The content of designs that have some of their own: rooms, panels, dishes, the lines of cards."""

import random
import re
from functools import lru_cache

from limner_illustrator.language.vocabulary.design_samples import CUISINES, MENUS, ROOMS
from limner_illustrator.language.vocabulary.design_themes import OCCASIONS
from limner_illustrator.scene import GraphicItem

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "sixteen": 16, "single": 1, "double": 2,
}  # fmt: skip
_CUE = (
    r"(?:\b(?:saying|says|say|captioned|with captions?|with speech bubbles?|speech bubbles?|with the words|and)"
    r"\s*:?\s*)?"
)
_SPEECH = re.compile(rf"{_CUE}[\"“„]([^\"“”„\n]{{1,160}})[\"”“]|{_CUE}(?<!\w)['‘]([^'’\n]{{1,160}})['’](?!\w)")
MAX_ROOMS = 14
MAX_PANELS = 12
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"
_PANEL = re.compile(
    r"(?:^|[\s,;.])(?:(?:(?:in|the)\s+)*(?:first|second|third|fourth|fifth|sixth|last|final|next)\s+(?:panel|frame|scene)|"
    r"(?:panel|frame|scene|shot)\s*#?(?:\d{1,2}|one|two|three|four|five|six))\s*(?:[:.),-]|shows?\b|is\b|has\b)\s*",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:^|[\s,;])\(?\d{1,2}[.)]\s+")
_THEN = re.compile(r"\s*(?:;|,?\s+(?:and )?then\s+|,\s+(?:and )?finally\s+|\.\s+(?=[A-Z]))\s*")


def read_number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS.get(text.lower(), 1)


@lru_cache(maxsize=1)
def _room_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {phrase.strip(): kind for kind, (_, phrases) in ROOMS.items() for phrase in phrases.split(",")}
    words = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:\b{_NUMBER}[\s-]+(?:large |small |spacious |big )?)?\b({words})(?:room)?\b", re.IGNORECASE
    ), names


def read_rooms(text: str, phrase: str) -> tuple[list[GraphicItem], bool]:
    """The rooms of a floor plan, which is called `phrase`, and whether they are made up."""
    pattern, names = _room_names()
    counts: dict[str, int] = {}
    for match in pattern.finditer(text):
        kind = names[match[2].lower()]
        counts[kind] = counts.get(kind, 0) + (read_number(match["number"]) if match["number"] else 1)
    lower = f"{phrase} {text}".lower()
    is_office = "office" in lower and not counts.keys() & {"bedroom", "master", "living"} and "home" not in lower
    is_sample = not counts
    if "studio" in lower and "bedroom" not in counts:
        items = [GraphicItem(label="Studio", role="room", detail="studio")]
        counts = {"kitchen": 1, "bath": 1, **{kind: count for kind, count in counts.items() if kind != "living"}}
        return [*items, *_list_rooms(counts)], is_sample
    if is_office:
        counts = {"dining": 1, "kitchen": 1, "bath": 2, **counts, "office": counts.get("office", 0) or 3}
    elif is_sample:
        counts = {"bedroom": 2, "bath": 1, "living": 1, "kitchen": 1}
    elif not counts.keys() & {"living", "dining", "kitchen", "studio"} and counts.keys() & {"bedroom", "master"}:
        counts |= {"bath": counts.get("bath", 1), "living": 1, "kitchen": 1}
    items = _list_rooms(counts)
    if is_office:
        labels = {"dining": "Meeting room", "kitchen": "Break room", "bath": "Restroom"}
        items = [
            GraphicItem(label=labels.get(one.detail or "", one.label), role="room", detail=one.detail) for one in items
        ]
    return items, is_sample


def _list_rooms(counts: dict[str, int]) -> list[GraphicItem]:
    items = []
    for kind in ROOMS:
        for number in range(min(counts.get(kind, 0), 6)):
            label = ROOMS[kind][0] + (f" {number + 1}" if counts[kind] > 1 else "")
            items.append(GraphicItem(label=label, role="room", detail="bedroom" if kind == "master" else kind))
    return items[:MAX_ROOMS]


def read_panels(text: str) -> tuple[list[tuple[str, str]], bool]:
    """(what a panel shows, what is said in it), where the text tells panels or steps; and whether they are numbered."""
    for pattern in (_PANEL, _LISTED):
        if len(pattern.findall(text)) > 1:
            parts = pattern.split(text)[1:]
            return [_split_speech(part) for part in parts if part.strip(" ,.;")][:MAX_PANELS], True
    after = text.partition(":")[2]
    if after.count(",") + after.count(";") > 1:
        parts = re.split(r"[;,]\s*(?:and then |then |and |finally )?", after)
        return [_split_speech(part) for part in parts if part.strip()][:MAX_PANELS], False
    parts = _THEN.split(text)
    if len(parts) > 2:
        return [_split_speech(part) for part in parts if part.strip()][:MAX_PANELS], False
    return [], False


def strip_panels(text: str) -> str:
    """Without how many panels there are: "a lost puppy, 6 frames"."""
    said = re.sub(rf",?\s*(?:\b(?:in|with|over) )?\b{_NUMBER}[\s-]+(?:panels?|frames?|shots?|scenes?)\b", " ", text)
    return re.sub(r"^\s*(?:called|titled|named) [A-Z\"“].*?(?:, |about |: )", "", said).strip(" ,.:;")


def _split_speech(part: str) -> tuple[str, str]:
    quoted = re.search(r"[\"“„](.{1,160}?)[\"”“]|(?<!\w)['‘](.{1,160}?)['’](?!\w)", part)
    if quoted is None:
        return part.strip(" ,.;"), ""
    said = quoted[1] or quoted[2]
    shown = f"{part[: quoted.start()]} {part[quoted.end() :]}"
    shown = re.sub(
        r"\b(?:saying|says|said|asks|asking|shouts|shouting|thinks|thinking|caption|with|and)\s*:?\s*$",
        "",
        shown.strip(),
    )
    return shown.strip(" ,.;:"), said


def read_count(text: str, units: str) -> tuple[int, str]:
    """The number before one of the words, 0 if there is none; and the text without both."""
    match = re.search(rf"\b{_NUMBER}[\s-]+(?P<kind>\w+[\s-]+)?(?:{units})\b", text, re.IGNORECASE)
    if match is None:
        return 0, text
    rest = f"{text[: match.start()]} {match['kind'] or ''} {text[match.end() :]}"
    return read_number(match["number"]), " ".join(rest.split())


def find_occasion(text: str) -> tuple[str, str] | None:
    """(greeting, things) of a greeting card."""
    lower = text.lower()
    return next((found for word, found in OCCASIONS.items() if word in lower), None)


def make_menu(text: str, rng: random.Random) -> list[GraphicItem]:
    """Sections and dishes of the cuisine that the text names."""
    lower = text.lower()
    cuisine = next(
        (
            one
            for one, words in CUISINES.items()
            if any(re.search(rf"\b{re.escape(word.strip())}", lower) for word in words.split(","))
        ),
        "",
    )
    items = []
    for section, dishes in MENUS[cuisine]:
        asked = re.search(rf"\b(?!an? ){_NUMBER} (?:\w+ )?{re.escape(section.lower().rstrip('s'))}s?\b", lower)
        shown = dishes[: read_number(asked["number"])] if asked else dishes
        items.append(GraphicItem(label=section, role="section"))
        items += [GraphicItem(label=name, role="dish", detail=price) for name, price in shown]
    return items


def read_menu(text: str) -> list[GraphicItem]:
    """Dishes with prices that the text lists: "espresso $3, latte $4.50"."""
    found = re.findall(
        r"([^\W\d_][\w'’ -]{1,40}?)[\s:–-]*([$€£]\s?\d+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{2})?\s?[$€£]|\d+[.,]\d{2}\b)", text
    )
    dishes = [(re.sub(r"^(?:and|with|for|of|a|an|the)\s+", "", name.strip()), price) for name, price in found]
    return [
        GraphicItem(label=name[:1].upper() + name[1:], role="dish", detail=price.strip()) for name, price in dishes
    ][:20]


def make_contacts(name: str) -> list[GraphicItem]:
    """A fictitious telephone number, and an e-mail address and a website made from the name."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    site = "".join(words) or "example"
    plain = [word for word in words if word not in ("dr", "mr", "mrs", "ms", "prof", "the")] or words
    site, first = "".join(plain) or site, plain[0] if plain else "hello"
    lines = ["+1 555 0142", f"{first}@{site}.example", f"www.{site}.example"]
    return [GraphicItem(label=line, role="contact") for line in lines]


def take_speech(text: str) -> tuple[list[str], str]:
    """Quoted texts in order, and the text without them and their cues."""
    said: list[str] = []

    def take(match: re.Match[str]) -> str:
        said.append(next(group for group in match.groups() if group is not None))
        return " "

    rest = _SPEECH.sub(take, text)
    return said, re.sub(r"[\s,]{2,}", " ", rest).strip(" ,.:")

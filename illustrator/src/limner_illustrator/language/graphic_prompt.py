"""Finds the name of a graphic in a prompt, and what stands before and after it."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from limner_illustrator.language.vocabulary.graphic_data import TABLES
from limner_illustrator.language.vocabulary.graphic_foreign import FOREIGN_TOPICS
from limner_illustrator.language.vocabulary.graphic_words import (
    COMPOUNDS,
    DETERMINERS,
    LOOKS,
    OPENING,
    PLACING,
    PLAIN_STYLES,
    REAL,
    ROLES,
)
from limner_illustrator.language.vocabulary.graphics import GRAPHICS

MAX_OPENING = 300
"""The name stands within so many letters from the beginning."""
MAX_NAME = 8
"""More words than any name has."""
MAX_LETTERS = 4000
"""What is read of a prompt as content of a graphic."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{1,200}[\"“”»]")
_FOLLOWERS_TEXT = """
of for with showing about that which comparing listing titled called named in ui using from where to containing and
at design mockup template including highlighting design style layout concept illustration on graphic page screen
view diagram displaying indicating reading
"""
_FOLLOWERS = frozenset(_FOLLOWERS_TEXT.split())
"""What may follow an ambiguous name. Another noun makes it a compound: "calendar girl"."""
_LOOKING = frozenset(phrase.strip().split()[0] for phrases in LOOKS.values() for phrase in phrases.split(",") if phrase)
"""First words of looks: "dark mode"."""
_PLACES = re.compile(
    r"\W*(?:hanging|lying|standing|sitting|in front of|next to|beside|under|behind|"
    r"on (?:a|an|the|my|his|her) (?!(?:\w+ ){0,2}(?:background|backdrop|whiteboard|chalkboard|blackboard|phone|screen|"
    r"laptop|tablet|slide)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GraphicPrompt:
    kind: str
    phrase: str
    """What the prompt calls the graphic, in lower case."""
    before: str
    """The modifiers of the name, in their own spelling: "monthly sales"."""
    after: str
    """Everything after the name."""
    text: str
    """The whole prompt."""
    lead: str = field(default="")
    """What stands before the noun phrase: "show the sales by region as"."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def topic(self) -> str:
        """The prompt in lower case, with the English words for the topics that it names in other languages."""
        return _add_english(_MENTAL.sub(" ", self.text.lower()))


_MENTAL = re.compile(r"(?<=mapa )mental\b|(?<=mappa )mentale\b|(?<=carte )mentale\b")
"""What other languages call a mind map, which is none about mental health."""


@lru_cache(maxsize=8)
def _add_english(text: str) -> str:
    if re.search(r"\b(?:the|with|for|showing|about)\b", text):
        return text
    found = [english for words, english in FOREIGN_TOPICS if re.search(rf"\b(?:{words})", text)]
    return " ".join([text, *found])


_KNOWN_ROWS = "|".join(entry[0] for entry in TABLES if entry[1] != "Price list")
_TABLE_OF = re.compile(
    r"\W*(?:(?:please|create|make|draw|generate|show|an?|the|simple|me)\s+)*table\s+(?=(?:of|with|showing|listing)\s+"
    rf"(?:the\s+|all\s+)*(?:\d+\s+)?(?:\w+\s+){{0,2}}?(?:{_KNOWN_ROWS}|columns?|rows?|multiplication)\b)",
    re.IGNORECASE,
)
"""A bare "table" is furniture, unless it lists something of which there is data."""


_TABLE_COMPARING = re.compile(
    r"\W*(?:(?:please|create|make|draw|generate|show|an?|the|simple|me)\s+)*table\s+(?:of|with|comparing|for)\s+"
    r"(?P<rest>[^:\n]{2,60},[^:\n]{2,60}:\s*[^,:\n]{2,40},[^:\n]{2,80})$",
    re.IGNORECASE,
)
"""A bare "table" that names things and criteria: "table of Python, Java and Go: typing, speed, use"."""
_PYRAMID_OF = re.compile(
    r"\W*(?:(?:please|create|make|draw|generate|show|an?|the|simple|me)\s+)*pyramid\s+"
    r"(?P<rest>(?:of|for|showing|with)\b[^:\n]{2,60}:\s*[^,:\n]{2,40},[^,:\n]{2,40}.*)$",
    re.IGNORECASE,
)
"""A bare "pyramid" is a building, unless its levels are listed."""
_COMIC = re.compile(
    r"\W*(?:an? )?(?:(?:short|funny|cute|little|simple) )*comic(?: strip)?"
    r"(?P<panels>\s*,?\s*(?:in|with|of|\()\s*(?:\d{1,2}|two|three|four|five|six|eight|nine)[\s-](?:panels?|frames?)\)?)?"
    r"(?P<rest>\s*[:–-]\s+.+|\s+(?:of|about|where|in which|showing|with)\s.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""A bare "comic" is a style, unless a story follows it."""
_AS_TABLE = re.compile(
    r"\W*(?:(?:please|can you|create|make|draw|generate|show|give|an?|the|simple|me)\s+)*"
    r"(?P<kind>compar(?:e|ison|ing)|pros and cons|list|overview|summary)\b(?P<rest>.{3,150}?)\s+"
    r"(?:in|as|using)\s+an?\s+(?:\w+\s+)?table(?:\s+(?:format|form|layout))?\W*$",
    re.IGNORECASE,
)
"""A comparison that is asked for "in a table"."""


def find_graphic(prompt: str) -> GraphicPrompt | None:
    """None where the prompt asks for no graphic, or only for a scene in which one is seen."""
    text = " ".join(prompt[:MAX_LETTERS].replace("\n", " \n ").split(" ")).strip()
    if (pyramid := _PYRAMID_OF.match(text)) is not None:
        return GraphicPrompt("pyramid-diagram", "pyramid", "", pyramid["rest"], text)
    if (table := _TABLE_COMPARING.match(text)) is not None:
        return GraphicPrompt("comparison-table", "table comparing", "", table["rest"], text)
    if (table := _AS_TABLE.match(text)) is not None:
        kind = "comparison-table" if table["kind"].lower().startswith(("compar", "pros")) else "table"
        return GraphicPrompt(kind, "table comparing" if kind != "table" else "table", "", table["rest"], text)
    if (comic := _COMIC.match(text)) is not None:
        return GraphicPrompt("comic", "comic", "", comic["rest"].lstrip(" :–-"), text)
    quoted = [match.span() for match in _QUOTED.finditer(text[:MAX_OPENING])]
    words = [
        match
        for match in _WORD.finditer(text[:MAX_OPENING])
        if not any(start <= match.start() < end for start, end in quoted)
    ]
    lower = [match.group().lower().replace("’", "'") for match in words]
    if (table := _TABLE_OF.match(text)) is not None:
        return GraphicPrompt("table", "table", "", text[table.end() :], text)
    for wants_ambiguous in (False, True):  # "a chart of the water cycle" is a cycle
        found = _find_name(text, words, lower, wants_ambiguous=wants_ambiguous)
        if found is not None:
            is_page = found.phrase == "hero section" and _PAGE.search(text) is not None
            return replace(found, kind="landing-page") if is_page else found
    return None


_PAGE = re.compile(r"\b(?:landing|web ?site|web ?page|home ?page|saas|web ?app)\b", re.IGNORECASE)
"""Of which a "hero section" is the top, and no picture by itself."""


def _find_name(
    text: str, words: list[re.Match[str]], lower: list[str], *, wants_ambiguous: bool
) -> GraphicPrompt | None:
    at = 0
    while at < len(words):
        clause = lower[: _find_clause_end(text, words, at)]
        length, kind, is_ambiguous = _match(clause, at)
        if length and _goes_on(clause, at, length):
            at += 1
            continue
        if length and is_ambiguous == wants_ambiguous:
            start, end = words[at].start(), words[at + length - 1].end()
            modifiers = _find_modifiers(lower[:at])
            following = lower[at + length : at + length + 1]
            is_compound = bool(following) and following[0] in COMPOUNDS and text[end : end + 1] == " "
            is_real = (
                is_ambiguous and kind != "icon-set" and _is_real(lower[:at], lower[at + length :], text[end : end + 60])
            )
            is_real = is_real and not (kind == "banner" and _ANNOUNCED.match(text[end : end + 60]))
            is_real = is_real or (kind == "treasure-map" and _SPREAD.match(text[end : end + 60]) is not None)
            if modifiers is not None and not is_compound and not is_real:
                first = words[modifiers].start() if modifiers < at else start
                phrase = " ".join(lower[at : at + length])
                inside = [match.group() for match in _QUOTED.finditer(text[start:end])]  # 'badge "Level 10" with'
                joint = text[start:end].rpartition(inside[-1])[2] if inside else ""
                before = text[first:start].strip()
                after = (
                    " ".join([*inside, joint.strip(), text[end:].strip(" ")]).strip()
                    if inside
                    else text[end:].strip(" ")
                )
                return GraphicPrompt(kind, phrase, before, after, text, text[:first].strip())
        at += max(1, length)
    return None


def _find_clause_end(text: str, words: list[re.Match[str]], at: int) -> int:
    """The number of words up to the next mark that no name goes across: "a comic. Panel 1" is no comic panel."""
    for end in range(at + 1, min(len(words), at + MAX_NAME)):
        if re.search(r"[.:;!?]", text[words[end - 1].end() : words[end].start()]):
            return end
    return len(words)


_ANNOUNCED = re.compile(
    r"\W*(?:(?!(?:over|on|in|above|across|at)\b)[\w'’-]+\s+){0,4}(?:sale|clearance|off|discount|deals?|festival|party|opening|"
    r"black friday|cyber monday|back to school|new arrivals?|open house|webinar|conference|giveaway)\b",
    re.IGNORECASE,
)
"""What a banner says of a sale or an event."""
_SPREAD = re.compile(
    r"\W*(?:is |being |that is )?(?:spread|rolled|unrolled|lying|laid|pinned|held|hanging|"
    r"on (?:a|an|the) (?:\w+ )?(?:table|desk|wall|floor)\b)",
    re.IGNORECASE,
)
"""What is said of a sheet of paper in a scene."""
_JOINTS = frozenset(
    {"of", "for", "with", "about", "showing", "displaying", "to", "in", "saying", "says", "where", "which"}
)
"""What a name may end with that says no more of it: "icon for"."""


def _goes_on(words: list[str], at: int, length: int) -> bool:
    """Whether the name only modifies another one that it overlaps: in "weather app icon", the name is "app icon"."""
    for later in range(at + 1, at + length):
        end = later + _match(words, later)[0]
        if end > at + length and words[end - 1] not in _JOINTS:
            return True
    return False


def _match(words: list[str], at: int) -> tuple[int, str, bool]:
    """(number of words, kind, whether it is ambiguous) of the longest name that begins here; (0, "", False) if none."""
    for name, kind, is_ambiguous in _load_names().get(_singular(words[at]), ()):
        length = len(name)
        if at + length <= len(words) and all(
            word == one or _singular(word) == one for word, one in zip(words[at : at + length], name, strict=True)
        ):
            return length, kind, is_ambiguous
    return 0, "", False


@lru_cache(maxsize=1)
def _load_names() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    names: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for kind, terms in GRAPHICS.items():
        for phrases, is_ambiguous in ((terms.phrases, False), (terms.ambiguous, True)):
            for phrase in filter(None, (one.strip() for one in phrases.split(","))):
                words = tuple(_singular(match.group()) for match in _WORD.finditer(phrase.lower()))
                names.setdefault(words[0], []).append((words, kind, is_ambiguous))
    for found in names.values():
        found.sort(key=lambda one: -len(one[0]))
    return names


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _find_modifiers(before: list[str]) -> int | None:
    """Where the noun phrase begins that ends with the name. None: something else is the subject of the prompt."""
    first = 0
    for at in range(len(before) - 1, -1, -1):
        if before[at] in DETERMINERS:
            first = at + 1
            break
    leading = before[: max(0, first - 1)]
    is_role = bool(leading) and leading[-1] in ROLES and leading[0] not in DETERMINERS | REAL
    if not is_role and not all(word in OPENING for word in leading):
        return None
    modifiers = before[first:]
    while modifiers and (modifiers[0] in OPENING or modifiers[0].isdigit()):
        modifiers = modifiers[1:]
        first += 1
    if any(word in PLACING for word in modifiers):
        return None
    return first


def _is_real(before: list[str], after: list[str], following: str) -> bool:
    """Whether an ambiguous name means a thing: "a wooden table", "a calendar on the wall"."""
    if REAL & set(before) or REAL & set(after[:12]) or _PLACES.match(following):
        return True
    is_separate = not following.strip() or not following.lstrip(" ")[0].isalnum()
    return not is_separate and bool(after) and after[0] not in _FOLLOWERS | PLAIN_STYLES | _LOOKING

"""Reads flags, coats of arms, playing cards and sets of emoji: their parts are named by words of their own."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language.design_content import NUMBERS, read_number
from limner_illustrator.language.design_subjects import strip_joint
from limner_illustrator.language.vocabulary.design_emblems import FLAGS, RANKS, SUITS
from limner_illustrator.language.vocabulary.design_faces import EMOJI_SET, MOODS
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_COLOR = rf"(?:{'|'.join(sorted((one for one in COLOR_WORDS if one.isascii()), key=len, reverse=True))})"
_SHADE = r"(?:(?:dark|light|bright|deep|pale|royal) )?"
_MANY = rf"{_SHADE}{_COLOR}(?:(?:\s*,\s*(?:and )?|\s+and |-| )(?:{_SHADE}{_COLOR}))*"
_COUNT = rf"(?:(?P<count>\d{{1,2}}|{'|'.join(one for one in NUMBERS if one not in ('a', 'an'))}) )?"
_TURN = r"(?:(?P<turn>horizontal|vertical|diagonal) )?"
_STRIPES = re.compile(
    rf"(?:\b(?:with|and|has|having|of|in) )?(?:\b(?:an?|the) )?{_COUNT}{_TURN}(?P<colors>{_MANY}) "
    r"(?P<turn2>horizontal |vertical |diagonal )?(?:stripes?|striped|bands?|bars?)\b"
    rf"|\b{_COUNT.replace('count', 'count2')}{_TURN.replace('turn', 'turn3')}(?:stripes?|bands?|bars?)(?: (?:of|in))? "
    rf"(?P<colors2>{_MANY})\b",
    re.IGNORECASE,
)
_CROSS = re.compile(
    rf"(?:\b(?:with|and) )?(?:\ban? |\bthe )?(?P<turn>diagonal |nordic )?(?P<color>{_SHADE}{_COLOR}) "
    r"(?P<turn2>diagonal |nordic )?cross\b",
    re.IGNORECASE,
)
_DISC = re.compile(
    rf"(?:\b(?:with|and) )?(?:\ban? |\bthe )?(?P<color>{_SHADE}{_COLOR}) (?:circle|disc|disk|dot)\b", re.IGNORECASE
)
_STARS = re.compile(
    rf"(?:\b(?:with|and) )?{_COUNT}(?:\ban? )?(?P<color>{_SHADE}{_COLOR}) (?:\w+-pointed )?stars?\b", re.IGNORECASE
)
_FIELD = re.compile(
    rf"\b(?:on|against|with|and) (?:an? |the )?(?P<color>{_SHADE}{_COLOR})(?: (?:field|background|ground|shield))?\b"
    rf"(?=\s*(?:$|[,.;]|with|and))|\b(?P<color2>{_SHADE}{_COLOR}) (?:field|background|ground|shield)\b|"
    rf"(?:^|,\s*)(?P<color3>{_SHADE}{_COLOR})(?: and (?P<second>{_SHADE}{_COLOR}))?(?=\s*$|\s+with|\s*,)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:of|for) (?:(?:an?|the|my|our|new)\s+)*(?:[\w-]+\s+)??"
    r"(?:(?:fictional|imaginary|made[- ]up|invented|fantasy|new)\s+)*"
    r"(?:country|nation|kingdom|republic|island nation|planet|colony|state|city|empire|land|family|house|clan|school|"
    r"town|university)\b(?: of (?:the )?[A-Z][\w-]+)?",
)
_WHERE = re.compile(
    r"\b(?:in|at|on) (?:the |its )?(?:middle|cent(?:er|re)|upper left(?: corner)?|left(?: side)?|corner|top left)\b|"
    r"\b(?:waving|flying|fluttering|blowing)(?: in the (?:wind|breeze))?\b",
    re.IGNORECASE,
)
_SEEN = re.compile(r"\b(?:waving|flying|fluttering|blowing|wind|flagpole|pole)\b", re.IGNORECASE)
_RANK = re.compile(
    rf"\b(?P<rank>{'|'.join(RANKS)}|\d{{1,2}}) of (?P<suit>{'|'.join(SUITS)})\b|\b(?P<joker>joker)\b", re.IGNORECASE
)
_FEW_COLORS = re.compile(_SHADE + _COLOR, re.IGNORECASE)
FIGURES = {"K": "a king", "Q": "a queen", "J": "a prince", "JOKER": "a jester"}
"""The person on a court card, unless the prompt names another."""
MAX_MOODS = 16


def _color_name(text: str) -> str:
    words = text.lower().split()
    return COLOR_WORDS.get(text.lower()) or COLOR_WORDS[words[-1]]


def read_flag(reader: "DesignReader") -> None:
    """Items: `stripe`, `cross`, `disc` with colours as labels, `field` for the ground; the rest is the emblem."""
    before, after = reader.before, reader.rest
    country = re.match(r"\s*(?:of|for) (?:the )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*)", after)
    known = FLAGS.get(country["name"].lower()) if country else FLAGS.get(before.lower())
    if known is not None:
        _take_known(reader, known)
        reader.rest = after[country.end() :] if country else after
    else:
        reader.rest = _take_parts(reader, before, after)
    if _SEEN.search(after):
        reader.options.append("waving")
    said = strip_joint(_WHERE.sub(" ", _STATE.sub(" ", reader.rest)).strip(" ,.;"))
    said = re.sub(r"^(?:with|and|an?|the|,|\s)+", "", said).strip(" ,.;")
    if known is None and not reader.items and not said and country is None:
        reader.items += [GraphicItem(label=one, role="stripe") for one in ("blue", "white", "orange")]
        reader.made_up = "colours are"
    reader.subject = f"icon of {said}" if said else " "
    if known is None and country is not None and not reader.items and not reader.title:
        reader.title, reader.made_up = country["name"], "flag is"
        reader.items += [GraphicItem(label=one, role="stripe") for one in ("blue", "white", "orange")]
        reader.subject = " "


def _take_known(reader: "DesignReader", known: str) -> None:
    """A flag of the vocabulary: "v blue white red", "h red white, disc red"."""
    for part in known.split(", "):
        word, *colors = part.split()
        if word in ("h", "v"):
            reader.items += [GraphicItem(label=one, role="stripe") for one in colors]
            if word == "v":
                reader.options.append("vertical")
        else:
            role, _, turn = word.partition("-")
            reader.items += [GraphicItem(label=one, role=role, detail=turn or None) for one in colors]


def _take_parts(reader: "DesignReader", before: str, after: str) -> str:
    """Adds the stripes, crosses, discs and the ground that the text names, and returns the text without them."""

    def take_stripes(match: re.Match[str]) -> str:
        found = [_color_name(one) for one in _FEW_COLORS.findall(match["colors"] or match["colors2"])]
        count = match["count"] or match["count2"]
        if count and read_number(count) > len(found):
            found = [found[number % len(found)] for number in range(min(20, read_number(count)))]
        turn = (match["turn"] or match["turn2"] or match["turn3"] or "").strip().lower()
        if turn in ("vertical", "diagonal"):
            reader.options.append(turn)
        reader.items += [GraphicItem(label=one, role="stripe") for one in found]
        return " "

    def take_cross(match: re.Match[str]) -> str:
        turn = (match["turn"] or match["turn2"] or "").strip().lower()
        reader.items.append(GraphicItem(label=_color_name(match["color"]), role="cross", detail=turn or None))
        return " "

    def take_disc(match: re.Match[str]) -> str:
        reader.items.append(GraphicItem(label=_color_name(match["color"]), role="disc"))
        return " "

    def take_field(match: re.Match[str]) -> str:
        named = match["color"] or match["color2"] or match["color3"]
        reader.items += [
            GraphicItem(label=_color_name(one), role="field") for one in (named, match["second"]) if one is not None
        ]
        return " "

    def take_stars(match: re.Match[str]) -> str:
        count = read_number(match["count"]) if match["count"] else 1
        reader.items.append(GraphicItem(label=_color_name(match["color"]), role="star", value=float(count)))
        return " "

    turned = re.search(r"\b(vertical|diagonal)\b", f"{before} {after}", re.IGNORECASE)
    if turned:
        reader.options.append(turned[1].lower())
    rest = after
    if reader.kind == "flag":
        rest = _STARS.sub(take_stars, rest)
    for pattern, take in ((_STRIPES, take_stripes), (_CROSS, take_cross), (_DISC, take_disc), (_FIELD, take_field)):
        rest = pattern.sub(take, rest)
    lead = _FIELD.sub(take_field, _STRIPES.sub(take_stripes, f"{before} striped" if "striped" in before else before))
    lead = re.sub(r"\b(?:striped|national|country|fictional|simple|flag)\b", " ", lead)
    reader.options = list(dict.fromkeys(reader.options))
    return re.sub(r"\s{2,}", " ", f"{lead} {rest}").strip()


def read_coat_of_arms(reader: "DesignReader") -> None:
    """Items: `field` for the colours of the shield; the things are its charges."""
    before, after = reader.before, reader.rest
    rest = _take_parts(reader, "", after)
    fields = [GraphicItem(label=_color_name(one), role="field") for one in _FEW_COLORS.findall(before)]
    reader.items += fields
    cued_name = re.search(r"\b(?:called|named)\b", reader.prompt.text) is not None
    family = re.search(r"\b(?:of|for) (?:the )?(?:(?:house|clan|family|kingdom) (?:of )?)?(?P<name>[A-Z][\w'-]+)", rest)
    if family and not cued_name:
        if reader.title is not None:
            reader.items.append(GraphicItem(label=reader.title))
        reader.title = family["name"]
        rest = rest.replace(family.group(), " ")
    rest = _STATE.sub(" ", rest)
    rest = re.sub(r"\b(?:family|clan|house|motto|banner|ribbon|scroll)\b", " ", rest)
    rest = strip_joint(re.sub(r"\s{2,}", " ", rest).strip(" ,.;"))
    if re.search(r"\bcrown (?:on top|above)|\btopped (?:by|with) a crown|\bunder a crown", after, re.IGNORECASE):
        rest = re.sub(
            r",?\s*(?:and |with )?(?:topped (?:by|with) |under )?a crown(?: on top| above(?: it)?)?", " ", rest
        )
        reader.options.append("crown")
    reader.subject = f"icon of {rest}" if rest.strip(" ,.;") else " "


def read_playing_card(reader: "DesignReader") -> None:
    """Items: `rank` and `suit`; the figure is that of the prompt, or the usual one of a court card."""
    text = reader.prompt.text
    match = _RANK.search(text)
    rank, suit = "A", "spades"
    if match is not None and match["joker"]:
        rank = "JOKER"
    elif match is not None:
        rank = RANKS.get(match["rank"].lower(), match["rank"])
        suit = SUITS[match["suit"].lower()]
        rank = rank if rank in RANKS.values() or (rank.isdigit() and 2 <= int(rank) <= 10) else "A"
    else:
        reader.made_up = "rank and suit are"
    reader.items += [GraphicItem(label=rank, role="rank"), GraphicItem(label=suit, role="suit")]
    said = _RANK.sub(" ", f"{reader.before} {reader.rest}")
    said = re.sub(rf"\bof (?:{'|'.join(SUITS)})\b", " ", said, flags=re.IGNORECASE)
    said = re.sub(r"\b(?:playing cards?|cards?|design|illustration|as the|as a|deck|whimsical)\b", " ", said)
    said = strip_joint(re.sub(r"\s{2,}", " ", said).strip(" ,.;"))
    said = re.sub(r"^(?:as|of|the|an?|with|,|\s)+(?=\s|$)", "", said).strip(" ,.;")
    figure = FIGURES.get(rank, "")
    reader.subject = f"icon of {said or figure}" if said or figure else " "


def find_moods(text: str) -> list[tuple[str, str]]:
    """(mood, the word for it) in the order of the text."""
    found: list[tuple[int, str, str]] = []
    for mood, words in MOODS.items():
        for word in words.split(", "):
            found += [(match.start(), mood, match.group()) for match in re.finditer(rf"\b{re.escape(word)}\b", text)]
    found.sort()
    kept: list[tuple[str, str]] = []
    for _, mood, word in found:
        if mood not in [one for one, _ in kept]:
            kept.append((mood, word))
    return kept


def read_emoji_set(reader: "DesignReader") -> None:
    """One item `mood` for each face. The faces are those of the subject; without one they are round and yellow."""
    after = reader.rest
    moods = find_moods(after.lower())
    count = re.search(
        rf"\b(\d{{1,2}}|{'|'.join(one for one in NUMBERS if one not in ('a', 'an'))})\b", reader.prompt.lower
    )
    wanted = min(MAX_MOODS, read_number(count[1])) if count else 0
    names = [mood for mood, _ in moods] if len(moods) > 1 else []
    names += (
        [one for one in (*EMOJI_SET, *MOODS) if one not in names][: max(0, (wanted or 9) - len(names))]
        if (wanted or not names)
        else []
    )
    reader.items += [GraphicItem(label=one, role="mood") for one in names[: wanted or MAX_MOODS]]
    said = after.partition(":")[0]
    for _, word in moods if len(moods) > 1 or ":" not in after else []:
        said = re.sub(rf"(?:,\s*)?(?:\band )?\b{re.escape(word)}\b", " ", said, flags=re.IGNORECASE)
    said = re.sub(r"\b(?:emotions?|expressions?|faces?|emojis?|moods?|different|various|reactions?|\d+)\b", " ", said)
    said = strip_joint(re.sub(r"\s{2,}", " ", f"{reader.before} {said}").strip(" ,.;"))
    said = re.sub(r"\b(?:with|showing|and|in|of)\s*$", "", said.strip()).strip(" ,.;:")
    said = re.sub(r"^(?:set|pack|with|of|cute|custom|an?|\s)+(?=\s|$)", "", said).strip()
    reader.subject = f"icon of {said}" if said else " "

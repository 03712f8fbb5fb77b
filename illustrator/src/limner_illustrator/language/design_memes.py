"""Reads memes: the texts at the top and at the bottom, and the picture between them."""

import re
from typing import TYPE_CHECKING

from limner_illustrator.language import lexicon
from limner_illustrator.language.design_subjects import strip_joint
from limner_illustrator.scene import GraphicItem

if TYPE_CHECKING:
    from limner_illustrator.language.design_reader import DesignReader

_WHERE = re.compile(
    r",?\s*\b(?:with |and |the )*(?P<where>top|upper|first|bottom|lower|second)[ -]?(?:text|caption|line|half)?"
    r"(?=\s*(?:says|saying|reads|reading|text|caption|is|:|,|[\"“']|$))\s*(?:says|saying|reads|reading|is|:)?",
    re.IGNORECASE,
)
_UNQUOTED = re.compile(
    r"\b(?P<where>top|bottom) (?:text|caption|line)\s*(?:says|saying|reads|reading|is|:)\s*"
    r"(?P<text>[^\"“”,;\n]{2,90})(?=[,;\n]|$)",
    re.IGNORECASE,
)
_USUAL = (
    (r"program|develop|coding|\bcode|bug|merge|deploy|git\b|software|commit", "a programmer at a laptop"),
    (r"office|work|meeting|monday|boss", "an office worker"),
)
"""Words -> what a meme shows that names no picture; else a cat."""
_PAIR = re.compile(r"^(?P<worse>.{2,60}?)\s+(?:vs\.?|versus|or|and)\s+(?P<better>[^,.;]{2,60})", re.IGNORECASE)
ROLES = ("worse", "better")
"""Of the two texts of a preference meme: the first is refused, the second is liked."""
_TOPIC = re.compile(r"\b(?:about|when)\b\s*(?P<topic>[^,.;:\n]{3,60})", re.IGNORECASE)


def _names_thing(text: str) -> bool:
    """Whether a text names a thing that has a drawing."""
    return any(lexicon.find(word) is not None for word in re.findall(r"[^\W\d_]{3,}", text.lower()))


def read_meme(reader: "DesignReader") -> None:
    """Items: `top` and `bottom`. Without any text, what it is about is written."""
    said = [one for one in (reader.title, *reader.texts.lines) if one]
    reader.title, reader.items = None, []
    if re.search(r"\bdrake\b|\bpreference meme\b", reader.prompt.lower):
        told = _PAIR.search(re.split(r"\b(?:about|with|:)\s*", reader.prompt.text)[-1])
        pair = said[:2] if len(said) > 1 else [told["worse"], told["better"]] if told else []
        if len(pair) == 2:
            reader.options.append("preference")
            reader.items = [GraphicItem(label=one.strip(), role=role) for one, role in zip(pair, ROLES, strict=True)]
            reader.subject = " "
            return
    if not said and (found := list(_UNQUOTED.finditer(reader.rest))):
        given = {match["where"].lower(): match["text"].strip() for match in found}
        reader.items = [GraphicItem(label=text, role=where) for where, text in given.items()]
        reader.rest = _UNQUOTED.sub(" ", reader.rest)
    elif said:
        first = _WHERE.search(reader.prompt.text)
        begins_below = first["where"].lower() in ("bottom", "lower", "second") if first else len(said) == 1
        roles = ("bottom", "top") if begins_below else ("top", "bottom")
        texts = [said[0], " ".join(said[1:])] if len(said) > 1 else said
        reader.items = [GraphicItem(label=text, role=role) for text, role in zip(texts, roles, strict=False)]
    elif topic := _TOPIC.search(reader.rest):
        label = topic.group() if topic.group().lower().startswith("when") else topic["topic"]
        reader.items = [GraphicItem(label=label, role="top")]
    reader.rest = _WHERE.sub(" ", reader.rest)
    plain = re.sub(r"\b(?:format|template|image|funny|viral)\b|^\s*(?:about|when)\b", " ", reader.rest)
    reader.subject = strip_joint(" ".join(f"{reader.before} {plain}".split()).strip(" ,.;:"))
    if not _names_thing(reader.subject):
        reader.subject = next((shown for words, shown in _USUAL if re.search(words, reader.prompt.lower)), "a cat")
        reader.made_up = "picture is"

"""Commands that bring something into the picture: add, give, dress, write."""

import re
from collections.abc import Iterator

from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.commands import (
    Add,
    AddMore,
    AddText,
    Dress,
    EditCommand,
    Give,
    Speak,
    WriteText,
)
from limner_illustrator.edit.instructions.numbers import NUMBER, number_of
from limner_illustrator.edit.instructions.phrasing import WHOLE_PICTURE
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN

MAX_LETTERS = 200
"""Of a text that is written."""

_ADD = re.compile(
    r"^(?:add|include|insert|draw|put in|throw in|introduce|place|put|show|there should be|i want|bring in|"
    rf"(?:paint|create)(?= (?:an?|some|another|{NUMBER}) ))\s+(?P<what>.+)$"
)
_MORE = re.compile(rf"^(?P<number>{NUMBER}|an?)?\s*(?:more|another|extra|additional|further)\s*(?P<what>.*)$")
_STARTS_WITH_MORE = re.compile(r"^(?:\w+ )?(?:more|another|extra|additional)\b")
_MORE_OF_MANY = re.compile(r"^(?:more|additional|extra|further) (?:[\w-]+ )*?[\w-]{2,}(?<!s)s(?: |$)")
_OF_NUMBER = re.compile(rf"^({NUMBER})\s+(.+)$")
_TO = re.compile(
    r"^(?P<what>.+?)(?<!next)(?<!close)(?<!adjacent)\s+(?P<how>to|onto|into)\s+(?!the (?:left|"
    r"right)\b)(?P<holder>(?:the |its |his |her |their |it|them|him|her|each |every |all |both ).*)$"
)
_ON = re.compile(
    r"^(?P<what>.+?)\s+(?P<how>on|onto|over|around|in)\s+(?P<holder>(?:the|its|his|her|their) .+|it|them|him|her)$"
)
_WHERE = re.compile(
    r"\s+(?:(?:rising |coming |emerging |flowing )?(?:from|out of)|"
    r"to|in|into|on top of|atop|on|onto|at|over|under|near|behind|next to|beside|in front of|above|below|inside|"
    r"against)\s+"
    r"(?:(?:the|this|that|his|her|its|their|my)\b.*|it|here|there|him|them)$"
)
_GIVE = re.compile(r"^(?:give|hand|lend|equip|provide|offer)\s+(?P<rest>.+)$")
_SHOULD_HAVE = re.compile(
    r"^(?P<holder>he|she|it|they|(?:the|my|this|that) [\w -]+?) (?:should|must|needs to|has to|could) "
    r"(?:have|wear|hold|get|be wearing|be holding) (?P<what>.+)$|"
    r"^(?P<one>he|she|it|they|(?:the|my|this|that) [\w -]+?) (?:is|are|has|have) now (?:wearing|holding|carrying|got) "
    r"(?P<now>.+)$"
)
_MAKE_WEAR = re.compile(r"^(?:make|have|let) (?P<holder>.+?) (?:wear|hold)(?:ing)? (?P<what>.+)$")
_ON_THE_SIDE = re.compile(r" (?:on|at|to) (?:the|one|its|his|her) sides?$")
"""Of which thing is not said, nor which side."""
_NAMED_HOLDER = re.compile(r"^(?:the|this|that|his|her|its|their|my|him|it|them|each|every|both|all)\b")
_GIVE_TO = re.compile(r"^(?P<what>.+?) to (?P<holder>.+)$")
_PRONOUN_FIRST = re.compile(
    r"^(?P<holder>it|him|her|them|everyone|everybody|all of them|each of them|both of them)\s+(?:with "
    r")?(?P<what>.+)$"
)
_DRESS = re.compile(r"^dress\s+(?:up )?(?P<holder>.+?)(?: up)? (?P<how>in|with|as)\s+(?P<what>.+)$")
_ARTICLES = re.compile(r"(?<= )(?:an?|some|two|three|four|its?|his|her|their|the)\b")

_BUBBLE = re.compile(
    r"\b(?P<kind>speech|thought|talk|talking|text|word|comic|dialog(?:ue)?|chat) ?(?:bubble|balloon)s?\b"
)
_BUBBLE_COMMAND = re.compile(r"^(?:add|put|draw|give|insert|include|place|make|show|create|have)\b")
_SAID = re.compile(r"\b(?:says?|saying|reads?|reading|with the (?:words?|text))\s+(?P<new>.+)$", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\b(?:to|for|from|above|over|beside|next to|near|by|give|of|have|make) "
    r"(?P<who>him|her|it|them|(?:the|his|her|my) (?!speech|thought)[\w-]+?)(?:'s?)?(?= |$)"
)
_MARK = re.compile(f"{TEXT_OPEN}(\\d+){TEXT_CLOSE}")
_WRITES = re.compile(
    r"^(?:change|make|set|replace|update|write|let|have|edit|rename|print|caption|engrave|stamp|inscribe|swap|the|it|spell|label|use|correct|fix)\b"
)
_CUE = re.compile(
    r"\b(?:text|words?|says?|saying|reads?|write|written|caption|title|label|lettering|message|inscription|"
    r"letters|name|print|rename|spell|engrave|stamp|inscribe)\b"
)
_SOMEWHERE = (
    r"(?: (?:at|in|along|across|near|on|to|over) the (?:top|bottom|upper|lower|middle|cent(?:er|re)|left|right|corner|"
    r"sky|picture|image|photo)\b.*| (?:in|with) (?:(?:big|large|bold|small|huge|tiny|\w+) )+(?:letters|text|font|type|"
    r"lettering|ink|paint)\b.*)+"
)
_UNQUOTED = (
    re.compile(
        r"^(?:write|print|engrave|stamp|inscribe|letter)\s+(?:the (?:words?|text|name|letters?) )?(?P<new>.+?)\s+"
        r"(?P<on>(?:on|onto|across|over|in) (?:(?:the|her|his|its|their|my|this|that) .+|it|them|him))$"
    ),
    re.compile(
        r"^(?:change|set|make|replace|update|edit|fix|correct)\s+(?:the |its |his |her )?(?:text|words?|caption|"
        r"title|lettering|message|inscription|writing|name)"
        r"(?P<on> (?:on|of|in) .+?)?\s+(?:to say|to read|to|say|read|with|into|so it says|so that it "
        r"says)\s+(?P<new>.+)$"
    ),
    re.compile(r"^(?:make|have|let)\s+(?P<on>.+?)\s+(?:say|read|saying)s?\s+(?P<new>.+)$"),
    re.compile(r"^(?P<on>(?:the|it)\b.*?)\s+should (?:say|read)\s+(?P<new>.+)$"),
    re.compile(
        r"^(?:write|print|type)\s+(?:the (?:words?|text|name|letters?) )?"
        rf"(?P<new>(?!something\b|anything\b|the\b).+?)(?P<on>{_SOMEWHERE})?$"
    ),
    re.compile(
        r"^(?:add|put|insert|include|place)\s+(?:the |an? |some )?(?:words?|text|caption|title|lettering|message) "
        rf"(?:saying |that says |reading |that reads )?(?P<new>(?!to\b|on\b|in\b|at\b).+?)(?P<on>{_SOMEWHERE})?$"
    ),
)
_NEEDS_PLACE = (2, 3)
_TEXT = re.compile(
    r"^(?:the |a |some )?(?:(?:(?:[\w-]+ ){0,2}graffiti|text|words?|"
    r"caption|title|inscription|message|lettering|name|label|writing|date|time|"
    r"price|slogan|tagline|subtitle|headline|heading|quote|signature|hashtag|website|url|number|line|phrase)\b|"
    + TEXT_OPEN
    + ")"
)


def read_addition(clause: Clause) -> Iterator[EditCommand]:
    match = _ADD.match(clause.text)
    if match is None:
        if _STARTS_WITH_MORE.match(clause.text):
            yield from read_more(clause.text)
        return
    what = _ON_THE_SIDE.sub("", WHOLE_PICTURE.sub("", match["what"])).strip()
    marks = _MARK.findall(what)
    if marks and _TEXT.match(what):
        yield AddText(clause.texts[int(marks[0])][:MAX_LETTERS], _MARK.sub(" ", what))
    if _STARTS_WITH_MORE.match(what):
        yield from read_more(what)
    thing = _WHERE.sub("", match["what"])
    to, on = _TO.match(what), _ON.match(what)
    found = to or on
    where = match["what"][len(thing) :].strip()
    if found is None:
        yield Add(what, thing, where)
    else:
        yield Add(what, thing, where, found["holder"], found["how"], found["what"])


def read_more(what: str) -> Iterator[EditCommand]:
    match = _MORE.match(what)
    if match is None:
        return
    number = 1 if match["number"] in (None, "a", "an") else number_of(match["number"])
    wanted = match["what"].strip()
    if match["number"] is None and _MORE_OF_MANY.match(what):
        number = 2  # "more dogs" are several
    of_number = _OF_NUMBER.match(wanted)
    if of_number is not None:
        number, wanted = number_of(of_number[1]), of_number[2]
    yield AddMore(number, wanted)


def read_gift(text: str) -> Iterator[EditCommand]:
    dress = _DRESS.match(text)
    if dress is not None:
        yield Dress(dress["holder"], dress["what"], dress["how"] == "as")
        return
    owed = _SHOULD_HAVE.match(text) or _MAKE_WEAR.match(text)
    if owed is not None:
        named = {name: value for name, value in owed.groupdict().items() if value is not None}
        yield Give(((named.get("holder") or named["one"], named.get("what") or named["now"]),), text)
        return
    match = _GIVE.match(text)
    if match is None:
        return
    rest = match["rest"]
    pronoun = _PRONOUN_FIRST.match(rest)
    if pronoun is not None:
        holder = pronoun["holder"].removesuffix(" of them")
        yield Give((("all" if holder in ("each", "both", "everybody") else holder, pronoun["what"]),))
        return
    pairs = [(rest[:start].strip(), rest[start:].strip()) for start in _starts_of_gifts(rest)]
    to = _GIVE_TO.match(rest)
    if to is not None:
        pair = to["holder"], to["what"]
        pairs = [pair, *pairs] if _NAMED_HOLDER.match(to["holder"]) else [*pairs, pair]
    yield Give(tuple(pairs), rest)


def _starts_of_gifts(rest: str) -> list[int]:
    """Where the gift may begin in "the fox a top hat": at an article or a number, or else at any word but the first."""
    at_articles = [match.start() for match in _ARTICLES.finditer(rest)]
    at_words = [match.end() for match in re.finditer(" ", rest)][1:]
    return at_articles + [at for at in at_words if at not in at_articles]


def read_speech(clause: Clause) -> Iterator[EditCommand]:
    bubble = _BUBBLE.search(clause.text)
    if bubble is None or not _BUBBLE_COMMAND.match(clause.text):
        return
    marks = _MARK.findall(clause.text)
    said = _SAID.search(clause.raw)
    text = clause.texts[int(marks[0])] if marks else said["new"].strip(" '\"“”") if said is not None else ""
    who = _SPEAKER.search(_MARK.sub(" ", clause.text))
    if text:
        yield Speak(text[:MAX_LETTERS], who["who"] if who is not None else "", bubble["kind"] == "thought")


def read_writing(clause: Clause) -> Iterator[EditCommand]:
    marks = [int(number) for number in _MARK.findall(clause.text)]
    if not marks:
        yield from _read_unquoted(clause)
    elif _WRITES.match(clause.text) and (len(marks) > 1 or _CUE.search(clause.text)):
        replaced = clause.texts[marks[0]] if len(marks) > 1 else None
        yield WriteText(clause.texts[marks[-1]][:MAX_LETTERS], replaced, clause.text)


def _read_unquoted(clause: Clause) -> Iterator[EditCommand]:
    for number, pattern in enumerate(_UNQUOTED):
        match = pattern.match(clause.text)
        if match is None:
            continue
        start = match.start("new") + len(clause.raw) - len(clause.text)
        new = clause.raw[start : start + len(match["new"])].strip(" '\"“”")
        if new:
            yield WriteText(
                new[:MAX_LETTERS], None, match["on"] or "", is_quoted=False, needs_place=number in _NEEDS_PLACE
            )
        return

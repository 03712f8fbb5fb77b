"""Commands about things in the picture: remove, replace, recolour, resize, count."""

import re
from collections.abc import Iterator

from limner_illustrator.edit.instructions.colors import split_colors
from limner_illustrator.edit.instructions.commands import (
    EditCommand,
    Give,
    MultiplyCount,
    Recolor,
    RecolorHair,
    Recount,
    Remove,
    RemovePart,
    RemoveText,
    Replace,
    Resize,
)
from limner_illustrator.edit.instructions.numbers import NUMBER
from limner_illustrator.language.vocabulary.things import BODY_PARTS, COLOR_WORDS
from limner_illustrator.language.vocabulary.verbs import INFINITIVES
from limner_illustrator.language.words import TEXT_OPEN

_REMOVE = re.compile(
    r"^(?:remove|delete|erase|take away|take out|take off|get rid of|drop|hide|eliminate|clear away|clear|clean up|"
    r"wipe|cut away|cut|lose|without|no more|no|exclude|subtract|omit|stop)\s+(?P<what>.+)$"
    r"|^take (?P<taken>.+?) (?:away|out|off)(?! (?:to|into|onto|for|on)\b)(?: .*)?$"
)
_FRAME = re.compile(
    r"\s+(?:from|in|out of|off) (?:the|this) (?:picture|image|scene|photo|painting|drawing|background|sky|foreground)$"
)
_TEXT = re.compile(
    r"^(?:all |the |any )*(?:text|texts|words|writing|lettering|caption|title|letters|inscription|message)\b|"
    + TEXT_OPEN
)
_PART = re.compile(r"^(?:the |all |both )*(?:[\w -]+'s?|its|his|her|their) (?:[\w-]+ )?(?P<part>[\w-]+)$")
_BODY_PARTS = frozenset(one.removesuffix("s") for one in BODY_PARTS)
_ANY_COLOR = "|".join(sorted((re.escape(word) for word in COLOR_WORDS), key=len, reverse=True))
_REPLACE = re.compile(
    r"^(?:replace|swap(?: out)?|substitute|exchange|switch)\s+(?P<old>.+?)\s+(?:with|for|by|to|into)\s+(?P<new>.+)$"
)
_TURN_INTO = re.compile(
    r"^(?:change|turn|transform|convert|make|morph)\s+(?P<old>.+?)\s+(?:into|to be|to)\s+(?:be )?(?P<new>.+)$"
)
_INSTEAD_OF = re.compile(
    r"^(?:use|draw|show|put|have|add|i want)?\s*(?P<new>.+?)\s+(?:instead of|in place of|rather than)\s+(?P<old>.+)$"
)
_MAKE_A = re.compile(
    r"^make\s+(?P<old>it|him|her|them|(?:the|this|that|his|her) [\w-]+(?: [\w-]+)?)\s+(?P<new>an? .+)$"
)
_RECOLOR = re.compile(
    rf"^(?:make|paint|colou?r|turn|change|recolou?r|dye|set|have|let|the)\s+(?:the colou?r of "
    rf")?(?P<what>.+?)(?:'s)?(?: colou?r)?"
    rf"(?: (?:to be|to|into|in|be|should be|is|are|must be))?(?: an?)?"
    rf"(?: (?:bright|nice|beautiful|shiny|vivid|matte|matt|glossy|metallic|dark|light|deep|pale))??"
    rf" (?P<color>{_ANY_COLOR})(?: colou?r| colou?red| ones?| instead)?$"
)
_NOT_RECOLORED = re.compile(r"\b(?:background|sky|picture|image|hair)\b")
_OTHER_COLOR = re.compile(rf"\b(?:{_ANY_COLOR})\b.*\band\b")
_PRONOUNS = {"her": "she", "his": "he", "their": "they", "its": "it"}
_HAIR = re.compile(
    rf"^(?:make|paint|colou?r|turn|change|dye|give)\s+(?:the )?(?P<who>her|his|their|its|.+?(?='s))(?:'s)? "
    rf"(?:hair (?:to )?(?P<color>{_ANY_COLOR})|(?P<before>{_ANY_COLOR}) hair)$"
)
_HAIR_LOOKS = frozenset({
    "long", "longer", "short", "shorter", "curly", "wavy", "straight", "spiky", "blonde", "blond", "ginger", "brunette",
    "auburn", "bald",
})  # fmt: skip
_STYLE_HAIR = re.compile(
    r"^(?:make|change|turn|style|cut|let) (?P<who>her|his|their|its|the [\w-]+(?='s))(?:'s)? hair"
    r"(?: (?:to be|to|into|be|look))?(?P<look>(?:,? (?:and )?(?!and\b)[\w-]+){1,3})$"
)
_OWNERS = {"her": "her", "his": "him", "their": "them", "its": "it"}
_MORE_OR_LESS = r"(?:much |a bit |a little |slightly |even |way )?"
_FACTORS = (
    (
        re.compile(
            r"\b(?:twice (?:as (?:big|large|tall)|the size|its size)|double (?:the size(?: of)?|its size|in size))\b"
        ),
        2.0,
    ),
    (re.compile(r"\b(?:half (?:as (?:big|large|tall)|the size(?: of)?|its size))\b"), 0.5),
    (
        re.compile(
            rf"\b(?:{_MORE_OR_LESS}(?:bigger|larger|taller|wider|greater)|enlarge|scale up|grow|"
            r"increase the size of|upscale)\b"
        ),
        1.35,
    ),
    (
        re.compile(
            rf"\b(?:{_MORE_OR_LESS}(?:smaller|shorter|tinier|littler)|shrink|scale down|"
            r"(?:reduce|decrease) the size of)\b"
        ),
        0.72,
    ),
)
_AROUND_SIZE = re.compile(r"^(?:make|turn|let|have|scale|set)\b|\b(?:than|by|times|as)\b.*$")
_BRINGS = re.compile(
    r"^(?:add|include|insert|draw|introduce|put|place|bring|give|show|there|i want|(?:paint|create) (?:an?|some)) "
)
_MULTIPLY = re.compile(r"^(?P<how>double|triple|halve) (?:the )?(?:number|amount|count) of (?P<what>.+)$")
_MULTIPLIERS = {"double": 2.0, "triple": 3.0, "halve": 0.5}
_NUMBER_OF = re.compile(rf"^(?:change|set|make) the number of (?P<what>.+?) (?:to )?(?P<number>{NUMBER})$")
_COUNT = re.compile(
    rf"^(?:make|have|show|draw|change|turn|keep|use|set|i want|there should be|there are|put)\s+(?:there be |it |"
    rf"that |them |this |the number of [\w -]+? )?(?:to be |to |into |be )?"
    rf"(?:only |just |exactly )?(?P<number>{NUMBER})(?: of them| of those)?(?P<what>(?: [\w'-]+){{0,3}})$"
    rf"|^(?:only|just) (?P<just>{NUMBER})(?P<of>(?: [\w'-]+){{0,2}})$"
)
_CALM = re.compile(
    r"^(?:calm|end|quiet)(?: down)? the (?P<what>storm|rain|wind|snow|snowstorm|thunderstorm|fog|weather)$"
)


def read_removal(text: str) -> Iterator[EditCommand]:
    if (calmed := _CALM.match(text)) is not None:
        yield Remove(calmed["what"])
    match = _REMOVE.match(text)
    if match is None:
        return
    what = _FRAME.sub("", match["what"] or match["taken"])
    part = _PART.match(what)
    if _TEXT.match(what):
        yield RemoveText(what)
    elif part is not None and part["part"].removesuffix("s") in _BODY_PARTS:
        yield RemovePart(what, part["part"])
    else:
        yield Remove(what)


def read_replacement(text: str) -> Iterator[EditCommand]:
    for pattern, is_explicit in ((_REPLACE, True), (_TURN_INTO, False), (_INSTEAD_OF, True), (_MAKE_A, False)):
        match = pattern.match(text)
        last = "" if match is None else match["old"].split()[-1]
        if match is not None and not (pattern is _MAKE_A and (last in INFINITIVES or last == "like")):
            yield Replace(match["old"], match["new"], is_explicit)


def read_recoloring(text: str) -> Iterator[EditCommand]:
    hair = _HAIR.match(text)
    if hair is not None:
        yield RecolorHair(_PRONOUNS.get(hair["who"], hair["who"]), hair["color"] or hair["before"])
    elif (styled := _STYLE_HAIR.match(text)) is not None:
        looks = [word for word in styled["look"].replace(",", " ").split() if word != "and"]
        if all(word in _HAIR_LOOKS or word in COLOR_WORDS for word in looks):
            looks = [{"longer": "long", "shorter": "short"}.get(word, word) for word in looks]
            yield Give(((_OWNERS.get(styled["who"], styled["who"]), f"{' '.join(looks)} hair"),))
    several = split_colors(text)
    match = _RECOLOR.match(text if several is None else f"{several[0]} {several[1][0]}")
    if match is None or _OTHER_COLOR.search(match["what"]) or _NOT_RECOLORED.search(match["what"]):
        return
    yield Recolor(match["what"], (COLOR_WORDS[match["color"]],) if several is None else several[1])


def read_resizing(text: str) -> Iterator[EditCommand]:
    if _BRINGS.match(text):
        return  # "add a bigger dog" adds a dog
    for pattern, factor in _FACTORS:
        if pattern.search(text):
            what = _AROUND_SIZE.sub(" ", pattern.sub(" ", text))
            yield Resize(" ".join(what.split()), factor)
            return


def read_counting(text: str) -> Iterator[EditCommand]:
    multiply = _MULTIPLY.match(text)
    if multiply is not None:
        yield MultiplyCount(multiply["what"], _MULTIPLIERS[multiply["how"]])
        return
    match = _NUMBER_OF.match(text) or _COUNT.match(text)
    what = "" if match is None else (match["what"] or match.groupdict().get("of") or "").strip()
    if match is not None and what.rpartition(" ")[2] not in INFINITIVES:
        yield Recount(what, match["number"] or match["just"])

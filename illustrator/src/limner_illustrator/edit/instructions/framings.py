"""Commands about the frame of a picture: rotate, flip, crop, zoom, extend."""

import re
from collections.abc import Iterator

from limner_illustrator.edit.instructions.colors import COLOR
from limner_illustrator.edit.instructions.commands import (
    Border,
    Crop,
    EditCommand,
    Extend,
    Flip,
    Rotate,
    SetSize,
    Side,
    Zoom,
)
from limner_illustrator.language.vocabulary.things import COLOR_WORDS

_PICTURE = (
    r"(?:it|(?:the|this|my|that) (?:whole |entire )?(?:picture|image|photo(?:graph)?|canvas|frame|scene|view)|this)"
)
_DEGREES = re.compile(
    r"^(?:rotate|turn|tilt|spin|roll)\b(?P<before>.*?)(?P<degrees>\d{1,3})\s*(?:°|degrees?\b|deg\b)(?P<after>.*)$"
)
_QUARTER = re.compile(
    rf"^rotate(?: {_PICTURE})?(?: (?:to the |to )?(?P<way>left|right|clockwise|(?:counter|anti)-?\s?clockwise))?"
    r"(?: once)?$"
)
_UPSIDE_DOWN = re.compile(rf"^(?:turn|flip|rotate|make|put)(?: {_PICTURE})? upside[- ]down$")
_LEFTWARDS = re.compile(r"\bleft\b|(?:counter|anti)-?\s?clockwise")
_FLIP = re.compile(
    rf"^(?:flip|mirror)(?: {_PICTURE})?(?P<how>(?: (?:it|left|right|to|horizontally|vertically|upside|down|sideways|"
    r"top|bottom|over|along|on|the|its|x|y|axis|horizontal|vertical|around|image|and))*)$|"
    rf"^(?:make|turn)(?: {_PICTURE})?(?: into)? (?:a )?mirror(?:ed)?(?: image| version)?(?P<none>)$"
)
_VERTICAL = re.compile(r"vertical|upside|top|bottom|x axis")
_CROP = re.compile(rf"^(?:crop|trim|cut)(?: {_PICTURE})?(?: down| tightly| closely| in)?(?P<how>(?:\s.*)?)$")
_CUT_NEEDS = re.compile(r"\b(?:square|ratio|\d+\s?[:x]\s?\d+|portrait|landscape|widescreen)\b")
_ZOOM_IN = re.compile(
    r"^(?:zoom|move|go|get)(?: (?:it|the camera|the view|in))* ?(?:in|closer)(?: (?:a (?:bit|little)|further|more|"
    r"close|closely))?(?: (?:on|to|into|at|towards?) (?P<what>.+))?$|"
    r"^(?:(?:show|make|give)(?: (?:it|me))? )?(?:a )?close-?\s?up(?: (?:of|on) (?P<of>.+))?$"
)
_ZOOM_OUT = re.compile(
    r"^(?:zoom|pull|move|step)(?: (?:it|the camera|the view))? ?(?:out|back|away)(?P<how>(?:\s(?!side|of).*)?)$|"
    r"^(?:show|see|reveal) more of (?:the )?(?:scene|surroundings|background|picture|room|place|environment)$"
)
_EXTEND = re.compile(
    r"^(?:extend|expand|outpaint|uncrop|widen|continue|grow|stretch out)\b(?P<rest>(?:\s.*)?)$|"
    r"^(?:add|make|leave|give it) (?:some |more |extra |a bit of |a bit more )*(?:space|room|canvas|margin|background)"
    r"(?P<room>(?: (?:on|to|at|above|below|around|around|left|right).*)?)$|"
    r"^(?:make|enlarge) (?:the )?(?:canvas|frame)(?: (?:bigger|larger|wider|taller))?(?P<canvas>.*)$|"
    rf"^make {_PICTURE} (?P<wider>wider|taller)$"
)
_SET_SIZE = re.compile(
    rf"^(?:resize|scale|rescale|downscale|upscale|shrink|enlarge|make|export|save)(?: {_PICTURE})?(?: \w+){{0,4}}? "
    r"(?:\d{2,5} ?(?:x|by|×) ?\d{2,5}|\d{2,5} ?(?:px|pixels?)|[248]k)\b"
)
_NOT_EXTENDED = re.compile(r"\b(?:arms?|legs?|hands?|hair|beard|tail|sleeves?|smile)\b")
_SIDES: tuple[tuple[re.Pattern[str], tuple[Side, ...]], ...] = (
    (re.compile(r"\bleft\b"), ("left",)),
    (re.compile(r"\bright\b"), ("right",)),
    (re.compile(r"\b(?:top|up|upwards?|above|sky|taller)\b"), ("top",)),
    (re.compile(r"\b(?:bottom|down|downwards?|below|ground)\b"), ("bottom",)),
    (re.compile(r"\b(?:horizontal\w*|sides|sideways|wider|width|widen)\b"), ("left", "right")),
    (re.compile(r"\bvertical\w*\b|\bheight\b"), ("top", "bottom")),
)
ALL_SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom")
_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|percent)")
_RATIO = re.compile(r"(\d{1,2})\s*(?::|x|by|/|to)\s*(\d{1,2})\b")
_NAMED_RATIOS = {"square": 1.0, "portrait": 0.8, "landscape": 1.5, "widescreen": 16 / 9}
_TO_RATIO = re.compile(r"\b(?:to|into|as|in)\b.*")
_SHAPE = re.compile(
    rf"^(?:make|turn|convert|change)(?: {_PICTURE})(?: into| to)?(?: an?)? (?P<shape>square|portrait|landscape|"
    r"widescreen|\d{1,2}\s?:\s?\d{1,2})"
    r"(?: (?:format|shape|shaped|image|picture|photo|ratio|aspect ratio|orientation))?$"
)
_BORDER = re.compile(
    rf"^(?:add|put|draw|give|place)(?: {_PICTURE})?(?: an?)?"
    r"(?: (?P<width>thin|thick|wide|narrow|big|large|small|simple|plain))?"
    rf"(?: (?P<color>{COLOR}))?(?: (?:picture|photo|polaroid))? (?:border|frame|edge|margin)s?"
    rf"(?: (?:around|to|on|round|all around)(?: {_PICTURE})?)?$"
)
_FAR, _NEAR = re.compile(r"\b(?:a lot|far|much|way|very)\b"), re.compile(r"\b(?:a bit|a little|slightly)\b")


def read_framing(text: str) -> Iterator[EditCommand]:
    """`text`: one command in lower case, without courtesy."""
    if (shaped := _SHAPE.match(text)) is not None:
        yield Crop(f"to {shaped['shape']}")
    elif (bordered := _BORDER.match(text)) is not None:
        width = bordered["width"] or ""
        share = 0.09 if width in ("thick", "wide", "big", "large") else 0.025 if width in ("thin", "narrow") else 0.05
        yield Border(COLOR_WORDS.get(bordered["color"] or "white", "white"), share)
    elif (turned := _read_rotation(text)) is not None:
        yield turned
    elif (flipped := _FLIP.match(text)) is not None:
        yield Flip(is_vertical=_VERTICAL.search(flipped["how"] or "") is not None)
    elif (zoomed := _ZOOM_IN.match(text)) is not None:
        yield Zoom((zoomed["what"] or zoomed["of"] or "").strip())
    elif (pulled := _ZOOM_OUT.match(text)) is not None:
        yield Extend(ALL_SIDES, _read_share(pulled["how"] or ""), is_zoom=True)
    elif (cropped := _CROP.match(text)) is not None:
        how = cropped["how"].strip()
        if text.startswith("crop") or _CUT_NEEDS.search(how):
            yield Crop(how)
    elif _SET_SIZE.match(text):
        yield SetSize()
    elif _EXTEND.match(text) is not None and not _NOT_EXTENDED.search(text):
        sides = [side for pattern, some in _SIDES if pattern.search(text) for side in some]
        aim = _TO_RATIO.search(text)
        ratio = read_ratio(aim[0]) if aim is not None else None
        yield Extend(tuple(dict.fromkeys(sides)) or ALL_SIDES, _read_share(text), ratio=ratio)


def read_ratio(how: str) -> float | None:
    """Width by height, as in "16:9" and "square"."""
    named = next((ratio for name, ratio in _NAMED_RATIOS.items() if name in how), None)
    if named is not None:
        return named
    found = _RATIO.search(how)
    return int(found[1]) / int(found[2]) if found is not None and int(found[2]) > 0 and int(found[1]) > 0 else None


def _read_rotation(text: str) -> Rotate | None:
    if _UPSIDE_DOWN.match(text):
        return Rotate(180)
    degrees = _DEGREES.match(text)
    if degrees is not None:
        angle = int(degrees["degrees"]) % 360
        return Rotate(-angle if _LEFTWARDS.search(degrees["before"] + degrees["after"]) else angle)
    quarter = _QUARTER.match(text)
    if quarter is None:
        return None
    return Rotate(-90 if quarter["way"] is not None and _LEFTWARDS.search(quarter["way"]) else 90)


def _read_share(text: str) -> float:
    """How much is added on a side, as a part of the picture's edge."""
    percent = _PERCENT.search(text)
    if percent is not None:
        return min(1.0, max(0.05, int(percent[1]) / 100))
    return 0.4 if _FAR.search(text) else 0.12 if _NEAR.search(text) else 0.22

"""Commands about faces, gazes and waking: "make him smile", "close her eyes", "look at the camera", "wake it up"."""

import re
from collections.abc import Iterator

from limner_illustrator.edit.instructions.commands import EditCommand, Express, Face, Wake
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD

CLOSED_EYES = "closed-eyes"
OPEN_EYES = "open-eyes"
_VERBS = {
    "smile": "happy", "grin": "happy", "laugh": "laughing", "cry": "crying", "weep": "crying", "frown": "sad",
    "scowl": "angry", "smiling": "happy", "grinning": "happy", "frowning": "sad", "happier": "happy", "sadder": "sad",
    "angrier": "angry", "surprise": "surprised", "smiley": "happy", "frowny": "sad",
}  # fmt: skip
_LOOKS = {word: word for word in EXPRESSION_OF_WORD} | _VERBS
_LOOK = rf"(?P<look>{'|'.join(sorted(_LOOKS, key=len, reverse=True))})"
_DEGREE = r"(?:very |really |more |much |so |a (?:bit|little) (?:more )?|extremely |big |wide |little |huge )*"
_SEEM = r"(?:to )?(?:look|looks|seem|be|feel|appear|have)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:make|have|let)\s+(?P<who>.+?)\s+(?:{_SEEM} )?{_DEGREE}{_LOOK}(?: at .+)?$",
        rf"^(?P<who>.+?) (?:should|must|needs to|has to) (?:{_SEEM} )?{_DEGREE}{_LOOK}$",
        rf"^give (?P<who>.+?) an? {_DEGREE}{_LOOK}(?: (?:face|look|expression|smile))?$",
        (
            rf"^(?:add|put|draw) an? {_DEGREE}{_LOOK}(?: (?:face|look|expression))? (?:to|on|onto) (?P<who>.+?)"
            r"(?:'s? (?:face|lips|mouth)| face)?$"
        ),
        (
            rf"^(?:change|turn|set|make) (?P<who>.+?)(?:'s)? (?:facial )?(?:expression|face|look|mood) "
            rf"(?:to |into )?(?:be |look )?(?:an? )?{_DEGREE}{_LOOK}(?: (?:face|look|expression))?$"
        ),
        rf"^(?:look |be ){_DEGREE}{_LOOK}$",
    )
)
_OWNERS = {"his": "him", "her": "her", "their": "them", "its": "it"}
_EYES = re.compile(
    r"^(?:(?:make|have|let) (?P<who>.+?) )?(?P<how>close|shut|open) (?P<whose>.+?)(?:'s?)? eyes$"
    r"|^(?:with )?(?P<whom>.+?)(?:'s?)? eyes (?:should be |must be |are )?(?P<state>closed|shut|open)$"
)
_WAY = (
    r"(?:(?:directly |straight )?(?:at|to|towards?|into|in) )?(?:the |its |his |her )?(?:(?:other )?(?:viewer|camera|"
    r"lens|us|me|reader|audience|front|left|right|side|back|way|direction|opposite direction|forwards?|backwards?|away|"
    r"around))"
    r"(?: (?:side|way|direction|from (?:us|me|the (?:viewer|camera))))?"
)
_FACE = re.compile(
    rf"^(?:make|have|let) (?P<who>.+?) (?:be )?(?:look|looks|looking|face|facing|stare|staring|gaze|gazing|turn) "
    rf"(?P<way>{_WAY})$"
    r"|^(?:turn|rotate|spin) (?P<turned>it|him|her|them|(?:the|his|her|its|their) .+?) (?P<how>around|"
    rf"(?:around )?to (?:face |look ){_WAY}|to face .+|so .+ (?:faces?|looks?|is facing|is looking) .+)$"
    rf"|^(?P<named>it|he|she|they|the [\w -]+?) should (?:look|face|turn) (?P<aim>{_WAY})$"
)
_NOT_TURNED = re.compile(r"^(?:the )?(?:picture|image|photo|photograph|canvas|scene)$")
_MOUTH = re.compile(r"^(?:(?:make|have|let) .+? )?open (?P<whose>.+?)(?:'s?)? mouths?$")
_WAKE = re.compile(
    r"^(?:wake (?:up )?(?P<woken>.+?)(?: up)?|(?:make|have|let) (?P<who>.+?) (?:be )?(?:awake|wake up|waking up))$"
)


def read_feeling(text: str) -> Iterator[EditCommand]:
    """Of a person or an animal; whether its drawing can show it is for the scene to say."""
    woken = _WAKE.match(text)
    if woken is not None:
        yield Wake(woken["woken"] or woken["who"])
    eyes = _EYES.match(text)
    if eyes is not None:
        whose = eyes["who"] or eyes["whose"] or eyes["whom"]
        is_open = "open" in (eyes["how"], eyes["state"])
        yield Express(_referent(whose), OPEN_EYES if is_open else CLOSED_EYES, of_face=True)
    facing = _FACE.match(text)
    if facing is not None:
        who = facing["who"] or facing["turned"] or facing["named"]
        if not _NOT_TURNED.match(who):
            yield Face(_referent(who), facing["way"] or facing["how"] or facing["aim"])
    mouth = _MOUTH.match(text)
    if mouth is not None:
        yield Express(_referent(mouth["whose"]), "surprised", of_face=True)
    for pattern in _PATTERNS:
        match = pattern.match(text)
        if match is not None:
            who = match["who"] if "who" in pattern.groupindex else "it"
            yield Express(_referent(who), _LOOKS[match["look"]])
            return


def _referent(who: str) -> str:
    who = who.removeprefix("the eyes of ")
    return _OWNERS.get(who, who)

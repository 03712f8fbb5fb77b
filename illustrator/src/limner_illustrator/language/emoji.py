"""Replaces emoji by words. Smileys, symbols and flags are removed."""

import re
import unicodedata
from itertools import groupby

from limner_illustrator.language import lexicon

_BASE = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b05-\u2b55\u2300-\u23ff\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299]"
_EXTRA = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_RUN = re.compile(rf"(?:{_BASE}|{_EXTRA}|\u200d(?=[^\w\s])|[0-9#*]\ufe0f?\u20e3|\u20e3|\s(?={_BASE}))+")
_KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3")
_SEQUENCE = re.compile(rf"{_BASE}{_EXTRA}*(?:\u200d{_BASE}{_EXTRA}*)*")
_JOINER = "\u200d"
_FIRST_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"
# Weather, places, and names that the lexicon does not know.
_WORDS = {
    "❤": "heart", "⭐": "star", "🌟": "star", "☀": "sunny", "🌞": "sunny", "🌤": "sunny", "☁": "cloudy", "🌥": "cloudy",
    "🌧": "rain", "🌦": "rain", "☔": "rain", "🌨": "snowing", "❄": "snowing", "⛄": "snowman", "☃": "snowman",
    "⛈": "storm", "🌩": "storm", "🌫": "fog", "🌃": "city at night", "🌅": "sunrise", "🌄": "sunrise over mountains",
    "🌇": "city at sunset", "🌆": "city at sunset", "🏖": "beach", "🏔": "snowy mountains", "⛰": "mountains",
    "🌊": "sea", "🏜": "desert", "🏞": "river", "🌌": "starry night", "🏙": "city", "🌉": "bridge at night",
    "🏠": "house", "🏡": "house", "🏰": "castle", "🏯": "castle", "🧜": "mermaid", "🏝": "beach", "🦖": "dinosaur",
    "🦕": "dinosaur", "🎃": "pumpkin", "💻": "laptop", "🌳": "tree", "🍂": "autumn", "🍁": "autumn",
    "🌸": "cherry blossom", "👪": "family", "🧑": "person", "👤": "person", "👥": "two people", "🎅": "santa",
    "🤶": "santa", "🐥": "chick",
}  # fmt: skip
_DECORATIONS = frozenset("✨💫💥💯🎉🎊🔥⚡👀👇👉👆👈👍👎👏🙏💪✅❌➡⬅⬆⬇❗❓⭕🔴🟢🔵🆕🔝🚨📢💡📌📍✏✍👋🤝")
"""Ignored unless an article or a number precedes them."""
_PROFESSIONS = {
    "🚀": "astronaut", "🍳": "cook", "🌾": "farmer", "🎓": "student", "🎤": "singer", "🏫": "teacher", "🏭": "worker",
    "💻": "programmer", "💼": "businessman", "🔧": "mechanic", "🔬": "scientist", "🎨": "painter", "🚒": "firefighter",
    "✈": "pilot", "⚖": "judge", "⚕": "doctor", "🎄": "santa", "🍼": "person holding a baby",
}  # fmt: skip
_WHOLE = {
    "🐻‍❄": "polar bear", "🐈‍⬛": "black cat", "🐕‍🦺": "dog", "🐦‍⬛": "black bird", "🐦‍🔥": "phoenix",
    "👁‍🗨": "", "🏴‍☠": "", "🏳‍🌈": "",
}  # fmt: skip
_HAIR = {"🦰": "with red hair", "🦱": "with curly hair", "🦳": "with white hair", "🦲": "bald"}
_PERSONS = {"👨": "man", "👩": "woman", "🧑": "person", "👦": "boy", "👧": "girl", "👶": "baby", "🧒": "child"}
_DETERMINER = re.compile(
    r"(?:^|\s)(?:an?|the|one|two|three|four|five|some|my|with|of|on|in|and|\d+|ein|eine|un|una|une)\s*$", re.IGNORECASE
)
_CONTEXT_LETTERS = 20
"""Number of letters before an emoji that are searched for an article or a number."""
_NAME_ENDINGS = (" face", " with rays", " symbol", " building", " sign")


def replace_emoji(text: str) -> str:
    """The text with its emoji replaced by words."""
    words = {lexicon.singular(word) for word in re.findall(r"[^\W\d_]+", text.lower())}
    pieces: list[str] = []
    end = 0
    before = ""
    for match in _RUN.finditer(text):
        between = text[end : match.start()]
        before = (before + between[-_CONTEXT_LETTERS:])[-_CONTEXT_LETTERS:]
        read = _translate_run(match.group(), before, words)
        pieces += [between, read]
        before = (before + read[-_CONTEXT_LETTERS:])[-_CONTEXT_LETTERS:]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _translate_run(run: str, before: str, known: set[str]) -> str:
    digits = "".join(digit for digit in _KEYCAP.findall(run) if digit.isdecimal())
    sequences = _SEQUENCE.findall(_KEYCAP.sub("", run))
    determined = _DETERMINER.search(before) is not None
    names = [(name, len(list(same))) for name, same in groupby(_find_name(one, determined) for one in sequences)]
    # "a fox 🦊" names the same fox twice.
    new = [(name, count) for name, count in names if name and name.split()[-1] not in known]
    known.update(name.split()[-1] for name, _ in new)
    phrases = [name if count == 1 else f"{count} {name}s" for name, count in new]
    return f" {digits} {', '.join(phrases)}{' ' if len(phrases) < 2 else ', '}" if digits or phrases else " "


def _find_name(sequence: str, determined: bool) -> str:
    plain = re.sub(_EXTRA, "", sequence)
    if plain in _WHOLE:
        return _WHOLE[plain]
    parts = plain.split(_JOINER)
    if len(parts) > 1 and parts[0] in _PERSONS:
        return _name_person(parts)
    base = parts[0]
    if not base or _FIRST_FLAG <= base <= _LAST_FLAG or (base in _DECORATIONS and not determined):
        return ""
    if base in _WORDS:
        return _WORDS[base]
    name = unicodedata.name(base, "").lower().replace("-", " ")
    return next((one for one in _shorten(name) if lexicon.find(one) is not None), "")


def _shorten(name: str) -> list[str]:
    """Ever shorter forms of a name: "fox face", "fox"; "european castle", "castle"."""
    forms = [name]
    forms += [name.removesuffix(ending) for ending in _NAME_ENDINGS if name.endswith(ending)]
    return forms if name.endswith((" face", " sign", " symbol", " hand")) else [*forms, name.rpartition(" ")[2]]


def _name_person(parts: list[str]) -> str:
    persons = [_PERSONS[one] for one in parts if one in _PERSONS]
    if len(persons) > 1:
        return " and ".join(f"a {one}" for one in persons)
    thing = next((one for one in parts[1:] if one in _PROFESSIONS or one in _HAIR), "")
    if thing in _HAIR:
        return f"bald {persons[0]}" if thing == "🦲" else f"{persons[0]} {_HAIR[thing]}"
    if thing:
        return _PROFESSIONS[thing] if persons[0] == "person" else f"{persons[0]} {_PROFESSIONS[thing]}"
    return persons[0]

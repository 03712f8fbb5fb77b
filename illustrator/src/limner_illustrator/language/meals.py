"""Reads meals as what stands on the table: "a family dinner" is people at a laid table, and "breakfast with pancakes"
is the pancakes.
"""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import DETERMINERS, Found
from limner_illustrator.language.words import Word, split_words

_MENUS = {
    "breakfast": "pancakes, coffee and juice",
    "brunch": "pancakes, salad and coffee",
    "lunch": "a sandwich, salad and lemonade",
    "dinner": "a roast chicken, salad, bread and wine",
    "supper": "soup, bread and wine",
    "feast": "a roast chicken, a pie, bread, grapes and wine",
    "banquet": "a roast chicken, a pie, bread, grapes and wine",
    "meal": "a roast chicken, salad, bread and wine",
}
"""Meal -> what is on its table if the prompt does not say."""
_LAVISH = frozenset({"feast", "banquet", "brunch"})
"""Meals of more than one plate by themselves."""
_COMPANY = {
    "family": "a family", "romantic": "a couple", "candlelit": "a couple", "candlelight": "a couple",
    "intimate": "a couple", "thanksgiving": "a family", "christmas": "a family", "easter": "a family",
}  # fmt: skip
"""Word before a meal -> who has it."""
_PLAIN = frozenset({
    "a", "an", "the", "our", "their", "big", "large", "cozy", "cosy", "hearty", "healthy", "delicious", "traditional",
    "festive", "sunday", "weekend", "holiday", "english", "full", "simple", "homemade", "warm", "lavish", "huge",
    "royal", "medieval", "quiet",
})  # fmt: skip
_HAVING = frozenset({"having", "eating", "enjoying", "sharing", "eats", "has", "at"})
_GUESTS = {"friends": "three people", "family": "a family", "my family": "a family", "his family": "a family"}
_GROUPS = frozenset({"family", "friends", "couple", "kids", "children", "parents", "grandparents", "people"})
_TABLE = frozenset({"table", "dining", "kitchen", "dinner", "big", "long", "wooden", "the", "a", "their"})
_WITH = ("with", "of", ":")
_MAX_AHEAD = 9
"""How many words after a meal its dishes may come."""


def read_meal(words: Sequence[Word], at: int) -> Found:
    """What is shown in place of a meal that begins here, with the words that say who has it and where."""
    if words[at].text in _HAVING:
        return _read_company_at_table(words, at)
    start, host = at, ""
    while start < len(words) and (words[start].text in _PLAIN or words[start].text in _COMPANY):
        host = host or _COMPANY.get(words[start].text, "")
        start += 1
    if start >= len(words) or words[start].text not in _MENUS or _is_object(words, at):
        return None
    meal, end = words[start].text, start + 1
    texts = [word.text for word in words]
    if texts[end : end + 1] == ["party"]:
        host, end = host or "four people", end + 1
    elif texts[end : end + 2] == ["for", "two"]:
        host, end = host or ("a couple" if start > at and "romantic" in texts[at:start] else ""), end + 2
    elif texts[end : end + 1] and _is_noun(texts[end]):
        return None
    for guests, people in _GUESTS.items():
        if " ".join(texts[end : end + 1 + len(guests.split())]) == f"with {guests}":
            host, end = people, end + 1 + len(guests.split())
    if texts[end : end + 2] == ["in", "bed"]:
        return _serve_in_bed(texts, at, end + 2, meal)
    is_listed = _names_dishes(texts, end)
    if host:
        dishes = "" if is_listed else f"with {_MENUS[meal]}"
        return end - at, list(split_words(f"{host} sitting at a dinner table {dishes}"))
    if is_listed:
        return end + (texts[end] in _WITH) - at, []
    if meal in _LAVISH:
        return end - at, list(split_words(f"a dinner table with {_MENUS[meal]}"))
    return (end - at, list(split_words(_MENUS[meal]))) if meal in ("breakfast", "lunch") else None


def _read_company_at_table(words: Sequence[Word], at: int) -> Found:
    """ "A family having dinner" sits at a table with its dishes."""
    texts = [word.text for word in words]
    if at == 0 or texts[at - 1] not in _GROUPS:
        return None
    start = at + 1
    while start < len(words) and texts[start] in _PLAIN:
        start += 1
    if start >= len(words) or texts[start] not in _MENUS:
        return None
    meal, end = texts[start], start + 1
    end += texts[end : end + 1] == ["together"]
    if texts[end : end + 1] and texts[end] in ("at", "around", "on"):
        after = end + 1
        while after < len(words) and texts[after] in _TABLE:
            after += 1
        end = after if "table" in texts[end:after] else end
    dishes = "" if _names_dishes(texts, end) else f"with {_MENUS[meal]}"
    return end - at, list(split_words(f"sitting at a dinner table {dishes}"))


def _is_object(words: Sequence[Word], at: int) -> bool:
    """Whether somebody has or makes the meal, or a plate holds it: "eating breakfast", "a plate of breakfast"."""
    before = at - 1
    while before >= 0 and words[before].text in DETERMINERS:
        before -= 1
    text = words[before].text if before >= 0 else ""
    return text in ("of", "for", "after", "before", "to") or _is_verb(text)


def _is_verb(text: str) -> bool:
    return text.endswith("ing") or text in _HAVING


def _is_noun(text: str) -> bool:
    found = lexicon.find(text) if text.isalpha() else None
    return found is not None and found.how in ("own", "record", "label")


def _names_dishes(texts: Sequence[str], at: int) -> bool:
    """Whether "with" or "of" follows, and food after it."""
    for start in range(at, min(at + _MAX_AHEAD, len(texts))):
        if texts[start] == ".":
            return False
        if texts[start] in _WITH:
            return any(_is_food(text) for text in texts[start + 1 : start + 1 + _MAX_AHEAD])
    return False


def _is_food(text: str) -> bool:
    found = lexicon.find(text) if text.isalpha() else None
    return found is not None and kinds.is_food(found.drawing)


def _serve_in_bed(texts: Sequence[str], at: int, end: int, meal: str) -> Found:
    """On a tray on the bed."""
    if list(texts[end : end + 3]) in (["on", "a", "tray"], ["on", "the", "tray"]):
        end += 3
    if not _names_dishes(texts, end) or texts[end] not in _WITH:
        return end - at, list(split_words(f"a bed with a tray of {_MENUS[meal]}"))
    return end + 1 - at, list(split_words("a bed with a tray of"))

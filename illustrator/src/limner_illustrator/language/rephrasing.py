"""Rephrases what is said of several people at once, so that each thing follows the one it belongs to."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.absolute_parts import read_absolute_part
from limner_illustrator.language.corrected_places import (
    read_corrected_place,
    read_hung_picture,
    read_overhead,
    read_own_shell,
    read_under_ice,
)
from limner_illustrator.language.crafted import read_crafted
from limner_illustrator.language.curled_up import read_curled_up
from limner_illustrator.language.cut_food import read_cut_food
from limner_illustrator.language.directions import read_direction
from limner_illustrator.language.exceptions import read_exception
from limner_illustrator.language.figures_of_speech import say_plainly
from limner_illustrator.language.hours import read_hour
from limner_illustrator.language.interiors import read_interior
from limner_illustrator.language.meals import read_meal
from limner_illustrator.language.media import read_medium
from limner_illustrator.language.patterned import read_pattern
from limner_illustrator.language.perches import read_wire
from limner_illustrator.language.phrase_words import (
    DETERMINERS,
    GIVING,
    MAX_ADJECTIVES,
    NUMBERS,
    OWNERS,
    PREPOSITIONS,
    Found,
    end_of_people,
    end_of_person,
    gerund_of,
    is_doer,
)
from limner_illustrator.language.shapes import read_shape
from limner_illustrator.language.side_words import read_both_sides, read_side_word
from limner_illustrator.language.substitutes import read_artist, read_figure, read_genre, read_one, read_sun
from limner_illustrator.language.twins import read_twins
from limner_illustrator.language.two_sides import read_two_sides
from limner_illustrator.language.vocabulary import verbs
from limner_illustrator.language.whole_things import read_part_of_whole
from limner_illustrator.language.words import Word, split_words
from limner_illustrator.subjects.figures.outfits import outfit_of

_PAINTING = frozenset({"painting", "paints", "drawing", "draws", "sketching", "sketches"})
_HELPING = frozenset({"teaching", "teaches", "helping", "helps", "showing", "shows"})
_WATCHING = frozenset({"watching", "watches"})
_SPELLED = {number: word for word, number in NUMBERS.items() if word.isalpha()}
_HERDS = frozenset({"caravan", "herd", "flock", "pack", "swarm"})
_TRAITS = frozenset({"with", "in", "wearing", "holding", "carrying", "playing", "on", "reading", "eating", "drinking"})
_OTHERS = (
    ("and", "the", "other"), ("the", "other"), ("and", "one"), ("and", "another"), ("one",), ("another",),
)  # fmt: skip


def rephrase(words: Sequence[Word]) -> list[Word]:
    """The words of a prompt with each thing after the one who has it."""
    rephrased: list[Word] = []
    at = 0
    while at < len(words):
        found = (
            read_exception(words, at)
            or read_hour(words, at)
            or read_side_word(words, at)
            or read_both_sides(words, at)
            or read_corrected_place(words, at)
            or read_hung_picture(words, at)
            or read_overhead(words, at)
            or read_own_shell(words, at)
            or read_under_ice(words, at)
            or read_one(words, at)
            or read_figure(words, at)
            or read_sun(words, at)
            or read_artist(words, at)
            or read_genre(words, at)
            or read_crafted(words, at)
            or read_absolute_part(words, at)
            or read_part_of_whole(words, at)
            or read_medium(words, at)
            or say_plainly(words, at)
            or read_direction(words, at)
            or read_two_sides(words, at)
            or read_twins(words, at)
            or read_interior(words, at)
            or read_meal(words, at)
            or read_cut_food(words, at)
            or read_pattern(words, at)
            or read_shape(words, at)
            or read_curled_up(words, at)
            or read_wire(words, at)
            or _read_herd(words, at)
            or _read_gift(words, at)
            or _read_bath(words, at)
            or _read_music(words, at)
            or _read_chest(words, at)
            or _read_portrait(words, at)
            or _read_help(words, at)
            or _read_parts_dealt(words, at)
        )
        if found is None and (members := _read_members(words, at)) is not None:
            # What each of them does may be a figure of speech, too.
            found = members[0], rephrase(members[1])
        if found is None:
            rephrased.append(words[at])
            at += 1
        else:
            length, meaning = found
            rephrased += meaning
            at += length
    return rephrased


def _read_herd(words: Sequence[Word], at: int) -> Found:
    """ "A camel caravan" is a caravan of camels."""
    herd = words[at + 1].text if at + 1 < len(words) else ""
    found = lexicon.find(words[at].text) if herd in _HERDS else None
    if found is None or not kinds.is_animal(found.drawing) or [one.text for one in words[at + 2 : at + 3]] == ["of"]:
        return None
    return 2, [words[at + 1], *split_words("of"), words[at]]


def _read_gift(words: Sequence[Word], at: int) -> Found:
    """ "Giving his mother flowers" gives flowers to his mother."""
    if words[at].text not in GIVING:
        return None
    receiver = end_of_person(words, at + 1)
    if receiver is None:
        return None
    end = receiver
    while end < len(words) and words[end].lettering is None and words[end].text not in (PREPOSITIONS - {"of"}):
        if words[end].text in (",", ".") or words[end].text in verbs.VERBS:
            break
        end += 1
    if [word.text for word in words[receiver:end]] == ["a", "bath"]:
        return _wash(words, at, receiver, end)
    if end == receiver or words[receiver].text in ("how", "where", "around", "up"):
        return None
    return end - at, [words[at], *words[receiver:end], *split_words("to"), *words[at + 1 : receiver]]


def _read_portrait(words: Sequence[Word], at: int) -> Found:
    """ "Painting a portrait of a woman" is at an easel, beside the woman."""
    texts = [word.text for word in words[at : at + 4]]
    if len(texts) < 4 or texts[0] not in _PAINTING or texts[1] not in DETERMINERS or texts[2:] != ["portrait", "of"]:
        return None
    if end_of_person(words, at + 4) is None:
        return None
    return 4, list(split_words("painting a picture beside"))


def _read_music(words: Sequence[Word], at: int) -> Found:
    """ "A dj playing music" plays the instrument of a dj, where anyone else plays the guitar."""
    if at == 0 or [word.text for word in words[at : at + 2]] not in (["playing", "music"], ["plays", "music"]):
        return None
    player = lexicon.find(words[at - 1].text)
    family, _, kind = (player.drawing if player is not None else "").partition(":")
    plays = family == "figure" and (outfit_of(kind).activity or "").startswith("playing-")
    return (2, [words[at]]) if plays else None


def _read_chest(words: Sequence[Word], at: int) -> Found:
    """ "On his chest" is not on a box."""
    texts = [word.text for word in words[at : at + 3]]
    is_body = len(texts) == 3 and texts[0] in ("on", "across", "against") and texts[1] in OWNERS
    return (3, list(split_words(f"on {texts[1]} belly"))) if is_body and texts[2] == "chest" else None


def _read_bath(words: Sequence[Word], at: int) -> Found:
    """ "Bathing her baby" is not swimming with it."""
    end = end_of_person(words, at + 1) if words[at].text in ("bathing", "bathes") else None
    return None if end is None else _wash(words, at, end, end)


def _wash(words: Sequence[Word], at: int, receiver: int, end: int) -> Found:
    is_placed = end < len(words) and words[end].text in ("in", "inside")
    place = () if is_placed else split_words("in the bathtub")
    return end - at, [*split_words("washing"), *words[at + 1 : receiver], *place]


def _read_help(words: Sequence[Word], at: int) -> Found:
    """ "Teaching his son to ride a bike" is beside his son, who rides."""
    text = words[at].text
    if text not in _HELPING | _WATCHING:
        return None
    end = end_of_person(words, at + 1) or end_of_people(words, at + 1)
    if end is None:
        return None
    rest = [word.text for word in words[end : end + 3]]
    skipped = 2 if rest[:2] == ["how", "to"] else 1 if rest[:1] == ["to"] else 0
    verb = rest[skipped] if skipped < len(rest) else ""
    doing = verbs.INFINITIVES.get(verb) or gerund_of(verb)
    if doing is None or (text in ("teaching", "teaches", "showing", "shows") and not skipped):
        return None
    is_guided = text in ("helping", "helps") and verb in ("cross", "walk")
    link = "watching" if text in _WATCHING else "holding hands with" if is_guided else "beside"
    return end + skipped + 1 - at, [*split_words(link), *words[at + 1 : end], *split_words(doing)]


def _read_parts_dealt(words: Sequence[Word], at: int) -> Found:
    """ "Three musicians playing guitar, drums and violin" play one each."""
    group = _read_group(words, at)
    if group is None:
        return None
    number, adjectives, noun, end = group
    if end >= len(words) or words[end].text not in ("playing", "holding", "wearing", "eating", "drinking", "riding"):
        return None
    members, after = _read_list(words, end + 1)
    if len(members) != number:
        return None
    dealt: list[Word] = []
    for position, member in enumerate(members):
        joint = () if not position else split_words("and" if position == number - 1 else ",")
        dealt += [*joint, *split_words("a"), *adjectives, noun, words[end], *member]
    return after - at, dealt


def _read_list(words: Sequence[Word], at: int) -> tuple[list[list[Word]], int]:
    """The members of "a guitar, drums and a violin", and where the list ends."""
    members: list[list[Word]] = []
    while at < len(words):
        end = at
        while end < len(words) and words[end].text not in (",", ".", *PREPOSITIONS) and end - at < 4:
            end += 1
        member = list(words[at:end])
        if not member or lexicon.find(member[-1].text) is None:
            return [], at
        members.append(member)
        at = end
        is_last = len(members) > 1 and words[end - len(member) - 1].text == "and"
        if is_last or at >= len(words) or words[at].text not in (",", "and"):
            return (members, at) if is_last else ([], at)
        at += 1
        if at < len(words) and words[at - 1].text == "," and words[at].text == "and":
            at += 1
    return [], at


def _read_members(words: Sequence[Word], at: int) -> Found:
    """ "Two nurses, one with a clipboard": one nurse has it, and the other has not."""
    group = _read_group(words, at)
    if group is None:
        return None
    number, adjectives, noun, end = group
    start = end + (end < len(words) and words[end].text == ",")
    if [word.text for word in words[start : start + 1]] != ["one"] or not _is_trait(words, start + 1):
        return None
    stop = _find_stop(words, start + 1)
    first = words[start + 1 : stop]
    if any(word.text in (*NUMBERS, "others", "one", "rest") for word in first):
        return None
    follows = next(
        (ending for skip in (0, 1) for ending in _OTHERS if _matches(words, stop + skip, ending, skip)), None
    )
    one = [*split_words("a"), *adjectives, noun]
    if follows is None:
        others = one if number == 2 else [*split_words(_SPELLED[number - 1]), *adjectives, words[end - 1]]
        return stop - at, [*one, *first, *split_words("and"), *others]
    begin = stop + (words[stop].text == ",") + len(follows)
    if number != 2 or not _is_trait(words, begin):
        return None
    after = _find_stop(words, begin)
    return after - at, [*one, *first, *split_words("and"), *one, *words[begin:after]]


def _matches(words: Sequence[Word], at: int, texts: tuple[str, ...], skip: int) -> bool:
    after_comma = not skip or (at > 0 and at <= len(words) and words[at - 1].text == ",")
    return after_comma and tuple(word.text for word in words[at : at + len(texts)]) == texts


def _is_trait(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and (words[at].text in _TRAITS or words[at].text in verbs.VERBS)


def _find_stop(words: Sequence[Word], at: int) -> int:
    """Where what is said of one member ends."""
    while at < len(words) and words[at].text not in (",", "."):
        if words[at].text == "and" and _matches(words, at, ("and", "the", "other"), 0):
            break
        if words[at].text == "and" and [word.text for word in words[at + 1 : at + 2]] in (["one"], ["another"]):
            break
        at += 1
    return at


def _read_group(words: Sequence[Word], at: int) -> tuple[int, list[Word], Word, int] | None:
    """The number, the adjectives and the singular noun of "three old musicians", and where it ends."""
    number = NUMBERS.get(words[at].text)
    if number is None:
        return None
    for end in range(at + 1, min(at + 2 + MAX_ADJECTIVES, len(words))):
        text = words[end].text
        one = lexicon.singular(text)
        if one != text and is_doer(one):
            return number, list(words[at + 1 : end]), Word(one, one), end + 1
        if not text.isalpha() or text in PREPOSITIONS or text in verbs.VERBS:
            return None
    return None

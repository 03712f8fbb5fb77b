"""Words that mean something else beside certain others: the ice of a rink, drinks on a tray, a passing couple."""

from collections.abc import Sequence

from limner_illustrator.language import lexicon
from limner_illustrator.language.phrase_words import DETERMINERS, Found, end_of_person
from limner_illustrator.language.vocabulary.things import BODY_PARTS, CLOTHES, GROUPS
from limner_illustrator.language.words import Word, split_words

_SHARED = frozenset({"coffee", "tea", "beer", "beers", "wine", "cocktails", "cocoa"})
_OF_THE_RING = frozenset({"through", "circus", "tamer", "flaming", "burning", "ringmaster", "rolling", "rhythmic"})
_PUNCHING = frozenset({"punching", "punches", "hitting", "hits", "kicking", "boxing"})
_TUGGING = frozenset({"pulling", "pulls", "tugging", "tugs", "biting", "bites", "chewing", "grabbing", "grabs"})
_TUGGED = CLOTHES | {"sleeve", "hem", "pants", "leg", "tie", "beard", "hair", "hand", "ear", "tail"}
_PEERING = frozenset({"looking", "looks", "peering", "peers", "working", "sewing", "typing", "writing"})
_ON_DESKS = frozenset({"microscope", "typewriter", "sewing"})
_ON_SKATES = ("skat", "hockey", "curling", "puck", "rink", "zamboni", "figure")


def _read_mutual(words: Sequence[Word], at: int) -> Found:
    """ "Braiding each other's hair" is done to each other."""
    texts = [word.text for word in words[at : at + 4]]
    is_mutual = len(texts) == 4 and texts[:2] == ["each", "other"] and texts[2] == "'s"
    return (4, list(words[at : at + 2])) if is_mutual and texts[3] in BODY_PARTS else None


def _read_ice(words: Sequence[Word], at: int) -> Found:
    """ "Across the ice" is on a rink for skaters, and a landscape for penguins: no ice cube."""
    texts = [word.text for word in words[at : at + 3]]
    if len(texts) < 3 or texts[0] not in ("on", "across", "over", "onto") or texts[1:] != ["the", "ice"]:
        return None
    is_sport = any(word.text.startswith(_ON_SKATES) for word in words)
    return 3, list(split_words("in an ice rink" if is_sport else "in the arctic"))


def _read_passing(words: Sequence[Word], at: int) -> Found:
    """ "A passing couple" walks, and gives nothing away."""
    if words[at].text != "passing" or at == 0:
        return None
    if at + 1 < len(words) and words[at + 1].text == "by":
        return 2, list(split_words("walking"))
    if words[at - 1].text not in (*DETERMINERS, "two", "three") or at + 1 == len(words):
        return None
    follows = lexicon.find(words[at + 1].text)
    walks = words[at + 1].text in GROUPS or (follows is not None and follows.drawing.startswith("figure:"))
    return 1, list(split_words("walking")) if walks else []


def _read_over_drinks(words: Sequence[Word], at: int) -> Found:
    """ "Laughing over coffee" drinks it."""
    texts = [word.text for word in words[at : at + 2]]
    is_shared = len(texts) == 2 and texts[0] == "over" and texts[1] in _SHARED and at > 0
    return (1, list(split_words("while drinking"))) if is_shared and words[at - 1].text.endswith("ing") else None


def _read_floor(words: Sequence[Word], at: int) -> Found:
    """ "Mopping the floor of a hallway" is in that hallway."""
    texts = [word.text for word in words[at : at + 4]]
    is_floor = len(texts) == 4 and texts[0] == "the" and texts[1] in ("floor", "floors") and texts[3] in DETERMINERS
    return (3, list(split_words("in"))) if is_floor and texts[2] in ("of", "in") else None


def _read_class(words: Sequence[Word], at: int) -> Found:
    """ "In class" is in a classroom."""
    texts = [word.text for word in words[at : at + 3]]
    is_place = texts[:2] in (["in", "class"], ["in", "school"]) and texts[2:] not in (["of"], ["with"])
    return (2, list(split_words("in a classroom"))) if is_place and at > 0 else None


def _read_harbor(words: Sequence[Word], at: int) -> Found:
    """Who is "on the harbor" stands on its quay, and not in the water."""
    texts = [word.text for word in words[at : at + 3]]
    is_quay = texts[:2] == ["on", "the"] and texts[2:] in (["harbor"], ["harbour"], ["quay"], ["waterfront"])
    return (1, list(split_words("at"))) if is_quay else None


def _read_under_arm(words: Sequence[Word], at: int) -> Found:
    """ "With a helmet under his arm" holds it."""
    if words[at].text != "with" or at == 0:
        return None
    for end in range(at + 2, min(at + 8, len(words) - 2)):
        texts = [word.text for word in words[end : end + 3]]
        if texts[0] == "under" and texts[1] in DETERMINERS and texts[2] in ("arm", "arms"):
            return end + 3 - at, [*split_words("holding"), *words[at + 1 : end]]
        if words[end].text in (",", ".", "and"):
            return None
    return None


def _read_feeding(words: Sequence[Word], at: int) -> Found:
    """ "Feeding a horse an apple" feeds it with one."""
    receiver = end_of_person(words, at + 1) if words[at].text in ("feeding", "feeds") else None
    if (
        receiver is None
        or receiver + 1 >= len(words)
        or words[receiver].text not in (*DETERMINERS, "carrots", "apples")
    ):
        return None
    return receiver - at, [*words[at:receiver], *split_words("with")]


def _read_hoop(words: Sequence[Word], at: int) -> Found:
    """What is jumped through is no basketball hoop."""
    if words[at].text not in ("hoop", "hoops") or (at and words[at - 1].text in ("hula", "basketball")):
        return None
    said = {word.text for word in words}
    return None if said.isdisjoint(_OF_THE_RING) else (1, [Word(f"hula {words[at].text}", words[at].text)])


def _read_operation(words: Sequence[Word], at: int) -> Found:
    """A patient who is operated on lies down."""
    if [word.text for word in words[at : at + 2]] not in (["operating", "on"], ["operates", "on"]):
        return None
    patient = end_of_person(words, at + 2)
    if patient is None or [word.text for word in words[patient : patient + 1]] in (["on"], ["lying"]):
        return None
    return patient - at, [*split_words("treating"), *words[at + 2 : patient], *split_words("lying on a bed")]


def _read_bag(words: Sequence[Word], at: int) -> Found:
    """The bag that a boxer punches is no handbag."""
    is_punched = words[at].text == "bag" and at > 1 and words[at - 2].text in _PUNCHING
    return (1, list(split_words("punching bag"))) if is_punched and words[at - 1].text in DETERMINERS else None


def _read_tug(words: Sequence[Word], at: int) -> Found:
    """Who pulls on a girl's skirt pulls on the girl, who wears it."""
    if words[at].text not in _TUGGING:
        return None
    start = at + 1 + (at + 1 < len(words) and words[at + 1].text in ("on", "at"))
    owner = end_of_person(words, start)
    rest = [word.text for word in words[owner : owner + 3]] if owner is not None else []
    if owner is None or rest[:1] != ["'s"]:
        return None
    end = next((k for k in (1, 2) if k < len(rest) and rest[k] in _TUGGED), None)
    return None if end is None else (owner + end + 1 - at, [words[at], *words[start:owner]])


def _read_drinks(words: Sequence[Word], at: int) -> Found:
    """ "A tray of drinks" holds glasses: "drinks" is no verb here."""
    is_noun = words[at].text == "drinks" and at > 0 and words[at - 1].text in ("of", "with", "some", "and", "serving")
    return (1, list(split_words("cocktails"))) if is_noun else None


def _read_instrument(words: Sequence[Word], at: int) -> Found:
    """Who looks through a microscope sits at a desk with one on it."""
    texts = [word.text for word in words[at : at + 4]]
    if len(texts) < 4 or texts[0] not in _PEERING or texts[1] not in ("through", "into", "down", "at", "on"):
        return None
    end = next((k for k in range(at + 3, min(at + 6, len(words))) if words[k].text in _ON_DESKS), None)
    if end is None or texts[2] not in DETERMINERS:
        return None
    return 2, list(split_words("at a desk with"))


def _read_nails(words: Sequence[Word], at: int) -> Found:
    """ "Painting her grandmother's nails" is done to her, and not at an easel."""
    if words[at].text not in ("painting", "paints", "doing", "filing", "polishing"):
        return None
    receiver = end_of_person(words, at + 1)
    follows = [word.text for word in words[receiver : receiver + 2]] if receiver is not None else []
    if receiver is None or follows not in (["'s", "nails"], ["'s", "toenails"], ["'s", "fingernails"]):
        return None
    return receiver + 2 - at, [*split_words("treating"), *words[at + 1 : receiver]]


READINGS = (
    _read_over_drinks,
    _read_floor,
    _read_tug,
    _read_bag,
    _read_operation,
    _read_hoop,
    _read_feeding,
    _read_under_arm,
    _read_class,
    _read_harbor,
    _read_mutual,
    _read_ice,
    _read_passing,
    _read_drinks,
    _read_instrument,
    _read_nails,
)

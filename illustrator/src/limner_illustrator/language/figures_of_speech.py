"""Says plainly what is said figuratively or in the passive: a pizza that is tossed in the air is not in the sky."""

from collections.abc import Sequence

from limner_illustrator.language import lexicon
from limner_illustrator.language.double_meanings import READINGS
from limner_illustrator.language.homonyms import read_homonym
from limner_illustrator.language.numbered_looks import read_numbered_look
from limner_illustrator.language.phrase_words import (
    DETERMINERS,
    GIVING,
    MAX_ADJECTIVES,
    OWNERS,
    PREPOSITIONS,
    Found,
    end_of_person,
    gerund_of,
    is_doer,
)
from limner_illustrator.language.vocabulary import verbs
from limner_illustrator.language.words import Word, split_words

_TOSSING = frozenset({"tossing", "tosses", "throwing", "throws", "flipping", "flips", "hurling"})
_JUMPING = frozenset({"jumping", "jumps", "leaping", "leaps", "hopping", "dancing", "twirling", "spinning"})
_RAISING = frozenset({"holding", "holds", "raising", "raises", "waving", "waves", "lifting", "lifts", "pumping"})
_LIMBS = frozenset({"arms", "hands", "fists", "fist", "hand", "arm"})
_BEFORE_LIMBS = frozenset({"his", "her", "their", "its", "a", "one", "both", "the", "left", "right", "two"})
_LACED = frozenset(
    {"shoes", "shoe", "shoelaces", "shoelace", "laces", "lace", "boots", "sneakers", "skates", "shoestrings"}
)
_BOARDS = {
    "surfer": "surfboard", "snowboarder": "snowboard", "skateboarder": "skateboard", "skater": "skateboard",
}  # fmt: skip
_CATCHING = (["to", "catch"], ["to", "save"], ["to", "stop"], ["to", "get"], ["to", "block"])
_VEHICLES = frozenset({"car", "bus", "train", "taxi", "truck", "van", "cab"})
_KINDS_OF_BAND = {
    **dict.fromkeys(("rock", "pop", "punk", "metal", "garage", "indie"), "singer , a guitarist and a drummer"),
    "jazz": "saxophonist , a trumpeter and a drummer", "folk": "guitarist , a violinist and an accordionist",
}  # fmt: skip
"""And who plays in it, if the prompt does not say."""
_AFTER_DOING = frozenset({",", "and", "while", "outside", "at", "by", "under", "outdoors"})
_STYLE_NOUNS = frozenset({"style", "manner", "technique"})
_OF_MODELS = (["walking"], ["posing"], ["strutting"], ["wearing"])
_WATERS = frozenset({"pool", "lake", "sea", "ocean", "water", "river", "pond"})
_MUSIC = frozenset({"music", "tracks", "beats", "songs", "records", "vinyl", "tunes"})
_OF_DRAWINGS = frozenset({"style", "book", "lesson", "class", "board", "contest", "competition", "app"})
_KINDS_OF_BALL = frozenset({"royal", "masquerade", "grand", "charity", "debutante", "costume", "masked"})
_AFTER_STYLES = (["style"], ["design"], ["art"], ["artist"], ["parlor"], ["studio"])
_EARED = frozenset({"headphones", "headband", "hat", "hoodie", "beanie", "headset"})
_HORNS = frozenset({"horn", "bugle", "conch", "warhorn"})
_ROOMS = frozenset({"room", "bedroom", "kitchen", "nursery", "hallway", "bathroom", "apartment"})
_AIR = (
    ("in", "the", "air"), ("into", "the", "air"), ("up", "in", "the", "air"), ("up", "into", "the", "air"),
    ("high", "in", "the", "air"), ("high", "into", "the", "air"), ("through", "the", "air"),
)  # fmt: skip
_MAX_TOSSED = 6
_POSTURES = frozenset({"kneeling", "kneels", "crouching", "crouches", "squatting", "sitting"})
_PREPARING = frozenset({
    "bending", "bends", "stooping", "stopping", "stops", "leaning", "leans", "reaching", "reaches", "trying", "pausing",
    "preparing", "waiting", "about", "going",
})  # fmt: skip
_IRREGULAR_GERUNDS = {"take": "taking", "have": "having", "give": "giving", "put": "putting", "make": "making"}


def say_plainly(words: Sequence[Word], at: int) -> Found:
    """What the words from `at` on mean, or None if they are meant as they stand."""
    return next((found for read in _READINGS if (found := read(words, at)) is not None), None)


def _read_toss(words: Sequence[Word], at: int) -> Found:
    """ "Tossing a pizza in the air" is not up in the sky, and neither is "jumping into the air"."""
    text = words[at].text
    if text not in _TOSSING | _JUMPING | _RAISING:
        return None
    end = at + 1
    while end < len(words) and end - at <= _MAX_TOSSED and words[end].text not in (",", ".", "and", "while"):
        for air in _AIR:
            if tuple(word.text for word in words[end : end + len(air)]) == air:
                tossed = [one for one in words[at + 1 : end] if one.text not in ("up", "high")]
                return end + len(air) - at, _say_toss(words[at], tossed)
        end += 1
    return None


def _say_toss(verb: Word, tossed: Sequence[Word]) -> list[Word]:
    if verb.text in _JUMPING:
        return [verb, *tossed]
    if tossed and tossed[-1].text in _LIMBS:
        return list(split_words("cheering"))
    return [*split_words("holding up" if verb.text in _RAISING else "tossing up"), *tossed]


def _read_raised(words: Sequence[Word], at: int) -> Found:
    """ "Raising their hands" is no weightlifting; arms in the plural are thrown up."""
    if words[at].text not in _RAISING | {"putting"}:
        return None
    end = at + 1 + (words[at + 1 : at + 2] != [] and words[at + 1].text == "up")
    start = end
    while end < len(words) and end - start < MAX_ADJECTIVES and words[end].text in _BEFORE_LIMBS:
        end += 1
    if end == start or end >= len(words) or words[end].text not in _LIMBS:
        return None
    if [word.text for word in words[end + 1 : end + 2]] in (["with"], ["of"]) or words[at].text.startswith("hold"):
        return None
    one = words[start].text == "their" or not words[end].text.endswith("s")
    after = end + 1 + (end + 1 < len(words) and words[end + 1].text == "up")
    return after - at, list(split_words("raising a hand" if one else "cheering"))


def _read_shoes(words: Sequence[Word], at: int) -> Found:
    """ "Tying her ballet shoes" has them on the feet."""
    if words[at].text not in ("tying", "ties", "lacing", "untying") or at + 2 >= len(words):
        return None
    for end in range(at + 2, min(at + 5, len(words))):
        if words[at + 1].text in (*OWNERS, "the") and words[end].text in _LACED:
            return end + 1 - at, list(split_words("tying shoelaces"))
    return None


def _read_board(words: Sequence[Word], at: int) -> Found:
    """The board of a surfer is a surfboard."""
    if words[at].text != "board" or at == 0 or words[at - 1].text not in (*OWNERS, "a", "the"):
        return None
    riders = {one.text.removesuffix("s") for one in words[:at]} & _BOARDS.keys()
    return (1, list(split_words(_BOARDS[min(riders)]))) if riders else None


def _read_dive(words: Sequence[Word], at: int) -> Found:
    """ "Diving to catch the ball" is not under water."""
    if words[at].text not in ("diving", "dives"):
        return None
    follows = [word.text for word in words[at + 1 : at + 3]]
    length = 2 if follows[:1] in (["for"], ["after"]) else 3 if follows in _CATCHING else 0
    return (length, list(split_words("lunging for"))) if length else None


def _read_window(words: Sequence[Word], at: int) -> Found:
    """ "Waving out of a car window" is in the car."""
    start = at + 1 + (words[at].text == "out" and [word.text for word in words[at + 1 : at + 2]] == ["of"])
    texts = [word.text for word in words[start : start + 3]]
    if words[at].text not in ("out", "from", "through") or len(texts) < 3 or texts[0] not in DETERMINERS:
        return None
    if texts[1] not in _VEHICLES or texts[2] not in ("window", "windows"):
        return None
    return start + 3 - at, [*split_words("in a"), words[start + 1]]


def _read_plunge(words: Sequence[Word], at: int) -> Found:
    """ "Jumping off a board into a pool" is in the air above the water."""
    if words[at].text not in ("jumping", "jumps", "leaping", "leaps", "cannonballing"):
        return None
    for into in range(at + 1, min(at + 7, len(words) - 2)):
        if words[into].text in (",", ".", "and"):
            return None
        texts = [word.text for word in words[into : into + 5]]
        if texts[0] == "into" and texts[1] in DETERMINERS and not _WATERS.isdisjoint(texts[2:4]):
            return into - at + 1, [*split_words("plunging in")]
    return None


def _read_passive(words: Sequence[Word], at: int) -> Found:
    """ "A postman being chased by a dog" is a dog chasing a postman."""
    if at:
        return None
    being = next((k for k in range(1, min(6, len(words))) if words[k].text in ("being", "getting", "is")), None)
    if being is None or any(word.text in verbs.VERBS or word.text in (*PREPOSITIONS, ",") for word in words[:being]):
        return None
    done = being + 1 + (words[being].text == "is" and [word.text for word in words[being + 1 : being + 2]] == ["being"])
    if [word.text for word in words[done + 1 : done + 2]] != ["by"]:
        return None
    doing = _find_active(words[done].text)
    end = done + 2
    while end < len(words) and words[end].text not in PREPOSITIONS - {"of"} and words[end].text not in (",", "."):
        end += 1
    if doing is None or end == done + 2:
        return None
    return end, [*words[done + 2 : end], *split_words(doing), *words[:being]]


def _find_active(participle: str) -> str | None:
    """The "-ing" form of "chased" or "hugged"."""
    known = {"fed": "feeding", "taught": "teaching", "held": "holding", "bitten": "biting", "caught": "catching"}
    stem = participle.removesuffix("ed")
    forms = (known.get(participle, ""), f"{stem}ing", f"{participle.removesuffix('d')}ing")
    is_participle = participle in known or stem != participle
    return next((form for form in forms if form in verbs.VERBS), None) if is_participle else None


def _read_palm(words: Sequence[Word], at: int) -> Found:
    """ "In his palm" is in the hand and not under a palm tree."""
    texts = [word.text for word in words[at : at + 3]]
    is_hand = len(texts) == 3 and texts[0] in ("in", "on") and texts[1] in OWNERS and texts[2] in ("palm", "palms")
    return (3, list(split_words(f"in {texts[1]} hand"))) if is_hand else None


def _read_checkup(words: Sequence[Word], at: int) -> Found:
    """ "Taking an old man's blood pressure" shows no drop of blood."""
    if words[at].text not in ("taking", "takes", "checking", "checks", "measuring", "listening", "listens"):
        return None
    first = at + 1 + ([word.text for word in words[at + 1 : at + 2]] == ["to"])
    for end in range(first + 1, min(at + 8, len(words))):
        if words[end].text in ("temperature", "pulse", "pressure", "heartbeat"):
            patient = [word for word in words[first:end] if word.text not in ("blood", "'s", "'")]
            patient[-1:] = split_words(patient[-1].text.removesuffix("'s")) if patient else []
            return end + 1 - at, [*split_words("examining"), *patient]
        if words[end].text in (",", ".", "and", "with"):
            return None
    return None


def _read_ball(words: Sequence[Word], at: int) -> Found:
    """Who dances "at a royal ball" needs no ball to play with."""
    texts = [word.text for word in words[at : at + 4]]
    if texts[:1] != ["at"] or len(texts) < 3 or texts[1] not in ("a", "the"):
        return None
    if texts[2] == "ball":
        return 3, list(split_words("in a ballroom"))
    is_dance = len(texts) == 4 and texts[2] in _KINDS_OF_BALL and texts[3] == "ball"
    return (4, list(split_words("in a ballroom"))) if is_dance else None


def _read_tattoo(words: Sequence[Word], at: int) -> Found:
    """Who gets or has a tattoo is not drawn in the style of one."""
    if words[at].text not in ("tattoo", "tattoos") or at < 1:
        return None
    before = {word.text for word in words[max(0, at - 4) : at]}
    is_worn = not before.isdisjoint({"getting", "gets", "with", "has", "having", "showing", "covered"})
    follows = [word.text for word in words[at + 1 : at + 2]]
    return (1, [Word("tattooed", words[at].text)]) if is_worn and follows not in _AFTER_STYLES else None


def _read_peek(words: Sequence[Word], at: int) -> Found:
    """ "Peeking out from behind a tree" is behind it, and not seen from behind."""
    if words[at].text not in ("peeking", "peeks", "peering", "looking", "hiding", "emerging"):
        return None
    start = at + 1 + ([word.text for word in words[at + 1 : at + 2]] == ["out"])
    is_behind = [word.text for word in words[start : start + 2]] == ["from", "behind"]
    return (start + 2 - at, [words[at], *split_words("behind")]) if is_behind else None


def _read_ears(words: Sequence[Word], at: int) -> Found:
    """ "Cat ear headphones" have no cat beside them."""
    texts = [word.text for word in words[at : at + 3]]
    is_worn = len(texts) == 3 and texts[1] in ("ear", "ears") and texts[2] in _EARED
    return (2, [Word(f"{texts[0]}-eared", texts[0])]) if is_worn else None


def _read_horn(words: Sequence[Word], at: int) -> Found:
    """ "Blowing a horn" is music, and no part of an animal."""
    texts = [word.text for word in words[at : at + 3]]
    is_blown = len(texts) == 3 and texts[0] in ("blowing", "blows", "sounding") and texts[1] in DETERMINERS
    return (3, list(split_words("playing a trumpet"))) if is_blown and texts[2] in _HORNS else None


def _read_decorating(words: Sequence[Word], at: int) -> Found:
    """ "Painting their living room" is done with a roller, in that room."""
    if words[at].text not in ("painting", "paints") or at + 2 >= len(words) or words[at + 1].text not in DETERMINERS:
        return None
    for end in (at + 2, at + 3):
        if end < len(words) and words[end].text in _ROOMS:
            return end + 1 - at, [*split_words("rolling paint in the"), *words[at + 2 : end + 1]]
    return None


def _read_own_drawing(words: Sequence[Word], at: int) -> Found:
    """ "Showing his drawing" does not make a drawing of the whole picture."""
    texts = [word.text for word in words[at : at + 3]]
    is_own = len(texts) > 1 and texts[0] in OWNERS and texts[1] in ("drawing", "sketch", "artwork")
    is_noun = is_own and (len(texts) == 2 or texts[2] in PREPOSITIONS or texts[2] in (",", "."))
    return (2, [words[at], *split_words("framed picture")]) if is_noun else None


def _read_blow(words: Sequence[Word], at: int) -> Found:
    """ "Hitting a rock with a hammer" hammers it."""
    if words[at].text not in ("hitting", "hits", "striking", "strikes", "smashing", "smashes"):
        return None
    for end in range(at + 2, min(at + 7, len(words) - 2)):
        texts = [word.text for word in words[end : end + 3]]
        if texts[0] == "with" and texts[1] in DETERMINERS and texts[2] in ("hammer", "mallet", "sledgehammer"):
            return end + 3 - at, [*split_words("hammering"), *words[at + 1 : end]]
    return None


def _read_mix(words: Sequence[Word], at: int) -> Found:
    """A DJ mixes music without a bowl."""
    texts = [word.text for word in words[at : at + 2]]
    is_music = len(texts) == 2 and texts[0] in ("mixing", "mixes", "spinning", "spins") and texts[1] in _MUSIC
    return (2, list(split_words("playing"))) if is_music else None


def _read_drawing(words: Sequence[Word], at: int) -> Found:
    """ "An engineer drawing blueprints" draws, and the picture is no drawing."""
    if words[at].text not in ("drawing", "sketching", "painting") or not 0 < at < len(words) - 1:
        return None
    follows = words[at + 1].text
    if _is_done_by(words, at - 1) and (follows in _AFTER_DOING or _starts_place(words, at + 1)):
        return 1, list(split_words(f"{words[at].text} a picture"))
    is_object = follows.isalpha() and follows not in PREPOSITIONS | DETERMINERS | _OF_DRAWINGS
    return (1, [words[at], *split_words("the")]) if is_object and is_doer(words[at - 1].text) else None


def _is_done_by(words: Sequence[Word], at: int) -> bool:
    """Whether this is a person, not the subject of a painting such as a cat."""
    found = lexicon.find(words[at].text)
    return found is not None and found.how in ("own", "record", "label") and found.drawing.startswith("figure:")


def _starts_place(words: Sequence[Word], at: int) -> bool:
    """ "In a field", but not "in oil" or "in the style of Monet"."""
    texts = [word.text for word in words[at : at + 3]]
    return len(texts) == 3 and texts[0] == "in" and texts[1] in DETERMINERS and texts[2] not in _STYLE_NOUNS


def _read_band(words: Sequence[Word], at: int) -> Found:
    """A "rock band" whose instruments are not named has a singer, a guitarist and a drummer."""
    if words[at].text not in _KINDS_OF_BAND or [word.text for word in words[at + 1 : at + 2]] != ["band"]:
        return None
    follows = [word.text for word in words[at + 2 : at + 4]]
    named = lexicon.find(follows[-1]) if follows[:1] == ["playing"] and len(follows) > 1 else None
    if follows[:1] in (["with"], ["of"], ["made"], ["poster"], ["logo"]) or named is not None:
        return None
    return 2, list(split_words(_KINDS_OF_BAND[words[at].text]))


def _read_ride(words: Sequence[Word], at: int) -> Found:
    """ "Giving his son a piggyback ride" carries him on the shoulders."""
    receiver = end_of_person(words, at + 1) if words[at].text in GIVING else None
    ride = [word.text for word in words[receiver : receiver + 3]] if receiver is not None else []
    if receiver is None or ride not in (["a", "piggyback", "ride"], ["a", "shoulder", "ride"]):
        return None
    carried = words[at + 1 : receiver]
    return receiver + 3 - at, [*split_words("carrying"), *carried, *split_words("on his shoulders")]


def _read_purpose(words: Sequence[Word], at: int) -> Found:
    """ "Kneeling to take a picture" kneels and takes it; who bends down or stops to do something does that."""
    text = words[at].text
    if text not in _POSTURES | _PREPARING:
        return None
    end = at + 1 + (at + 1 < len(words) and words[at + 1].text in ("down", "over", "forward", "out", "up"))
    rest = [word.text for word in words[end : end + 2]]
    if len(rest) < 2 or rest[0] != "to":
        return None
    doing = _IRREGULAR_GERUNDS.get(rest[1]) or verbs.INFINITIVES.get(rest[1]) or gerund_of(rest[1])
    if doing is None:
        return None
    posture = [words[at]] if text in _POSTURES else []
    return end + 2 - at, [*posture, *split_words(doing)]


def _read_blonde(words: Sequence[Word], at: int) -> Found:
    """ "A blonde in a red dress" is a woman, and "a model posing" is one, too."""
    text = words[at].text
    if text in ("model", "models") and [word.text for word in words[at + 1 : at + 2]] in _OF_MODELS:
        return 1, list(split_words(f"fashion {text}"))
    if text not in ("blonde", "blond") or at == 0 or words[at - 1].text not in ("a", "the", "this", "that"):
        return None
    follows = words[at + 1].text if at + 1 < len(words) else "."
    ends = follows in (",", ".") or follows in PREPOSITIONS or (follows in verbs.VERBS and follows.endswith("ing"))
    return (1, [words[at], *split_words("woman" if words[at].text == "blonde" else "man")]) if ends else None


_READINGS = (
    *READINGS,
    read_homonym,
    read_numbered_look,
    _read_own_drawing, _read_blow, _read_toss, _read_raised, _read_shoes, _read_board, _read_dive, _read_window,
    _read_plunge, _read_passive, _read_horn, _read_decorating, _read_ears, _read_palm, _read_ball, _read_tattoo,
    _read_peek, _read_checkup, _read_mix, _read_drawing, _read_band, _read_ride, _read_purpose, _read_blonde,
)  # fmt: skip

"""What a command asked for and its result does not show: "add a striped cat" where the cat has no stripes."""

import re
from dataclasses import replace

from limner_illustrator.catalog.kinds import is_person
from limner_illustrator.edit.scene_edit.broader import is_person_word, names_broadly
from limner_illustrator.language.omissions import NOT_DRAWN
from limner_illustrator.language.parser import find_missing
from limner_illustrator.language.plain_backdrops import PLAIN
from limner_illustrator.language.vocabulary.verbs import INFINITIVES
from limner_illustrator.scene import Scene

MAX_WORDS = 8
_OF_COMMANDS = frozenset({
    "add", "additional", "adding", "appear", "apply", "as", "away", "back", "become", "becomes", "better", "bit",
    "bring", "change", "changed", "closer", "colour", "color", "convert", "corner", "dark", "darker", "design",
    "different", "draw", "drawing", "dress", "dressed", "duplicate", "edge", "effect", "else", "entire", "extra",
    "feel", "filter", "foreground", "frame", "further", "give", "have", "hold", "holding", "image", "include",
    "insert", "instead", "into", "just", "keep", "layout", "let", "light", "lighter", "little", "location", "look",
    "looking", "looks", "make", "making", "mode", "more", "move", "much", "new", "next", "nicer", "now", "one",
    "other", "paint", "part", "photo", "picture", "place", "position", "put", "redraw", "render", "replace",
    "restyle", "scene", "second", "set", "setting", "should", "show", "side", "sky", "slightly", "some",
    "something", "style", "surroundings", "swap", "switch", "text", "transform", "turn", "update", "use", "using",
    "at", "beside", "feet", "her", "his", "its", "near", "their",
    "date", "time", "headline", "subtitle", "caption", "line", "price",
    "third", "fourth", "fifth", "sixth", "version", "very", "want", "way", "wear", "wearing", "whole", "with",
})  # fmt: skip
"""Words that say what to do with the picture, and not what is in it."""
_ON_WEARER = ("on ", "onto ", "over ", "around ")
_PLAIN_PLACES = frozenset({"studio", "abstract"})
_INFINITIVE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, INFINITIVES), key=len, reverse=True))})\b")


def note_on_dropped(said: str, before: Scene, after: Scene) -> str | None:
    """For words that changed the Scene `before` into `after`."""
    text = _INFINITIVE.sub(lambda match: INFINITIVES[match[0]], said)
    shown = replace(
        after,
        entities=(*after.entities, *(one for one in before.entities if one not in after.entities)),
        accents=tuple(dict.fromkeys([*after.accents, *before.accents])),
        styles=tuple(dict.fromkeys([*after.styles, *before.styles])),
    )
    phrases = [_remove_commands(phrase) for phrase in find_missing(text, shown)]
    missing = list(dict.fromkeys(phrase for phrase in phrases if phrase and not _is_shown(phrase, shown)))[:MAX_WORDS]
    return f"{NOT_DRAWN.capitalize()}{', '.join(missing)}." if missing else None


def note_on_hidden_season(before: Scene, after: Scene) -> str | None:
    """A new season or weather that the place of the picture cannot show."""
    if after.backdrop is None or after.backdrop not in _PLAIN_PLACES:
        return None
    asked = [
        new
        for new, old in ((after.season, before.season), (after.weather, before.weather))
        if new not in (None, "clear", old)
    ]
    return f"A plain background shows no {' or '.join(asked)}." if asked else None


def _is_shown(phrase: str, shown: Scene) -> bool:
    """Whether it is a broader word for something: "the dog" for a poodle, "the man" for a chef."""
    noun = phrase.rsplit(maxsplit=1)[-1].lower()
    if phrase.lower().startswith(_ON_WEARER):
        # "Put a coat on the cat": the cat wears it.
        return any(one.noun.split()[-1] == noun or names_broadly(noun, one) for one in shown.entities if one.attributes)
    people = sum(is_person(one.drawing) for one in shown.entities)
    return any(names_broadly(noun, one) for one in shown.entities) or (people > 0 and is_person_word(noun))


def _remove_commands(phrase: str) -> str:
    return " ".join(word for word in phrase.split() if word.lower() not in _OF_COMMANDS | PLAIN)

"""Joins the nouns of a compound: an apple tree is a tree, a dog collar no dog, a bee keeper a person with a bee."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language import lexicon, terms
from limner_illustrator.language.lexicon import NounMatch
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary import compounds, things
from limner_illustrator.language.vocabulary.relations import ADJECTIVES_IN_LY, FILLERS
from limner_illustrator.language.vocabulary.verbs import VERBS
from limner_illustrator.subjects.figures.activities import pose_with

_PERSON = "figure:person"
_MUSICIAN = "figure:musician"


def join_compounds(tokens: Sequence[Token]) -> list[Token]:
    joined: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = joined[-1] if joined else None
        if before is not None and _is_name_of(before, token):
            continue
        if before is not None and (activity := _split_activity(before, token)):
            joined += activity
            continue
        if before is not None and _is_doing_of_undrawn(joined, token):
            joined[-1] = _leave_out(before, token)
            continue
        if token.kind == "noun" and _modifies_over_word(joined, token):
            modifier = joined.pop()
            noun = joined.pop()
            joined.append(_join(noun, replace(token, text=f"{modifier.text} {token.text}")))
        elif before is not None and before.kind == "noun" and not before.plural and token.text == "stand":
            joined[-1:] = _expand_stand(before, token)
        elif before is not None and before.plural and _plays_it(before, token):
            joined[-1:] = _expand_agent(before, token)
        elif (
            before is None
            or before.kind != "noun"
            or before.plural
            or not _is_head(token, after)
            or (token.kind == "word" and _is_activity_of(before, token))
        ):
            joined.append(token)
        elif token.text in compounds.LOOKS:
            joined[-1] = _leave_out(before, token)
        elif token.text in compounds.AGENTS or lexicon.singular(token.text) in compounds.AGENTS:
            joined[-1:] = _expand_agent(before, token)
        elif token.kind == "noun" and token.text in compounds.DEPICTIONS and kinds.is_animal(before.value.drawing):
            shape = Token("material", "stone", token.text) if token.text in compounds.STATUES else None
            joined[-1:] = [shape, before] if shape else [before, Token("word", None, token.text, raw=token.raw)]
        elif token.kind == "noun":
            if _can_join(before, token):
                joined[-1] = _join(before, token)
            else:
                joined.append(token)
        elif (kind := terms.classify(token.text)) in ("things", "abstract"):
            joined[-1] = _leave_out(before, token)
        elif kind == "persons":
            joined[-1:] = _expand_agent(before, token)
        else:
            joined.append(token)
    return joined


def _is_name_of(before: Token, token: Token) -> bool:
    """Whether this is the name of an animal or a person: "my cat Luna"."""
    if before.kind != "noun" or token.kind != "noun" or not kinds.is_animate(before.value.drawing):
        return False
    return before.raw.islower() and token.raw.istitle() and " " not in token.text


def _is_doing_of_undrawn(before: Sequence[Token], token: Token) -> bool:
    """Whether things that are not drawn do it, and not the thing before: a wizard "with sparks flying"."""
    if token.kind != "verb" or token.value.relation is not None or not token.text.endswith("ing"):
        return False
    doer = before[-1]
    return (
        doer.kind == "word"
        and before[-2:-1] != []
        and before[-2].kind in ("with", "and", "relation", "color", "size")
        and lexicon.singular(doer.text) != doer.text
        and terms.classify(doer.text) in ("things", "abstract", "others")
    )


def _leave_out(first: Token, second: Token) -> Token:
    raw = f"{first.raw.lower() or first.text} {second.raw or second.text}"
    return Token("word", None, f"{first.text} {second.text}", raw=raw)


def _is_head(token: Token, after: Token | None) -> bool:
    if token.kind == "noun":
        return not (after is not None and after.kind == "possessive")
    if token.kind == "word" and token.text in compounds.LOOKS:
        return True
    if token.text == "spray" and after is not None and after.text.startswith("paint"):
        return False
    is_word = token.kind == "word" and token.text.isalpha() and token.raw.islower() and not token.hyphened
    if not is_word or token.text in FILLERS or (after is not None and (after.kind == "noun" or after.hyphened)):
        return False
    return not (token.text.endswith("ly") and token.text not in ADJECTIVES_IN_LY)


def _is_activity_of(noun: Token, token: Token) -> bool:
    """Whether the word says what a creature does: "a cat learning to swim"."""
    return token.text.endswith("ing") and kinds.is_animate(noun.value.drawing)


def _split_activity(before: Token, token: Token) -> list[Token]:
    """The verb and the noun in what reads as a compound: an elephant "drinking water"."""
    verb, _, rest = token.text.partition(" ")
    if not (rest and verb.endswith("ing") and verb in VERBS and token.kind == before.kind == "noun"):
        return []
    if not kinds.is_animate(before.value.drawing):
        return []
    found = lexicon.find(rest)
    thing = Token("word", None, rest) if found is None else replace(token, value=found, text=rest, raw=rest)
    return [Token("verb", VERBS[verb], verb), thing]


def _modifies_over_word(before: Sequence[Token], token: Token) -> bool:
    """Whether the noun two places before modifies this one: "a customer support robot"."""
    if len(before) < 2 or before[-1].kind != "word" or before[-2].kind != "noun" or before[-2].plural:
        return False
    word = before[-1]
    is_verb_like = word.text.endswith(("ing", "ed", "ly")) or lexicon.singular(word.text) != word.text
    if not word.raw.islower() or is_verb_like or word.text in FILLERS or " " in word.text:
        return False
    joins = _can_join(before[-2], token) or kinds.is_person(before[-2].value.drawing)
    return joins and terms.classify(word.text) is not None


def _can_join(first: Token, second: Token) -> bool:
    """Not "a panda astronaut", "a mushroom lamp" and "a chocolate rabbit": those show the first noun, too."""
    one, other = first.value.drawing, second.value.drawing
    if " of " in first.text or first.text in things.MATERIALS or one == other or second.text == "glasses":
        return False
    if first.text in things.SHAPE_FRUITS and second.text in things.FRUIT_SHAPED:
        return False
    animate = kinds.is_animate(one), kinds.is_animate(other)
    return not all(animate) and not (kinds.is_person(one) and not kinds.is_person(other) and animate[1])


def _join(first: Token, second: Token) -> Token:
    return replace(second, text=f"{first.text} {second.text}", raw="")


def _expand_stand(first: Token, second: Token) -> list[Token]:
    """A stall with the food that is sold: "a lemonade stand"."""
    if not kinds.is_food(first.value.drawing):
        return [_leave_out(first, second)]
    table = Token("noun", NounMatch("own:stall", "own"), f"{first.text} stand")
    return [table, Token("with", None, "with"), Token("article", None, "a"), replace(first, raw="")]


def _plays_it(first: Token, second: Token) -> bool:
    """Whether the instrument's name is always plural: "a bagpipes player"."""
    is_player = first.kind == "noun" and second.text in ("player", "players")
    return is_player and not thing_of(first.value.drawing).traits.isdisjoint(("instrument", "played_behind"))


def _expand_agent(first: Token, second: Token) -> list[Token]:
    """The person whom a compound names, with the animal or instrument in it: "dog walker", "piano player"."""
    agent = lexicon.singular(second.text)
    known = second.value.drawing if second.kind == "noun" and kinds.is_person(second.value.drawing) else _PERSON
    pose = pose_with(first.text, first.value.drawing) or ""
    is_played = not thing_of(first.value.drawing).traits.isdisjoint(("instrument", "played_behind"))
    is_instrument = is_played or pose.startswith("playing-")
    drawing = _MUSICIAN if is_instrument else known
    person = Token("noun", NounMatch(drawing, "own"), f"{first.text} {agent}", plural=second.text != agent)
    if is_instrument:
        verb = "playing the"
    elif agent in compounds.AGENTS and (kinds.is_animal(first.value.drawing) or first.value.drawing == "own:dragon"):
        verb = "riding" if agent in ("rider", "jockey") else ""
    else:
        return [person]
    if is_instrument and not pose and "played_behind" in thing_of(first.value.drawing).traits:
        stands = Token("relation", "behind", "behind")  # no pose shows how it is played
        return [person, stands, Token("article", None, "a"), replace(first, raw="")]
    link = Token("verb", VERBS[verb], verb) if verb else Token("with", None, "with")
    return [person, link, Token("article", None, "a"), replace(first, raw="")]

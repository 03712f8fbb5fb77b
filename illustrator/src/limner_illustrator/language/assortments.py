"""Replaces words for a mixture by its members: a bowl of fruit holds an apple, an orange, a banana and grapes."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.note_words import VAGUE_NUMBERS

_MEMBERS = {
    "fruit": "apple, banana, orange, grapes",
    "tropical fruit": "pineapple, mango, coconut, banana",
    "citrus": "orange, lemon, lime",
    "vegetable": "carrot, tomato, broccoli, eggplant",
    "berry": "strawberry, blueberry, cherry",
    "pastry": "croissant, doughnut, cupcake",
    "wildflower": "daisy, poppy, tulip, lavender",
    "spring flower": "tulip, daisy, hyacinth",
    "toy": "teddy bear, ball, toy block, rubber duck",
    "tool": "hammer, wrench, screwdriver, saw",
    "utensil": "spoon, whisk, fork, rolling pin",
    "instrument": "guitar, trumpet, violin, saxophone",
    "dessert": "cupcake, doughnut, pie, cookie",
    "farm animal": "cow, pig, sheep, chicken",
    "forest animal": "fox, rabbit, deer, owl",
    "wild animal": "lion, elephant, giraffe, zebra",
    "sea animal": "fish, octopus, turtle, crab",
    "polar animal": "polar bear, penguin, seal",
    "office supply": "notebook, pencil, scissors, calculator",
}
_MIXTURES = {
    "fruit": "fruit, fresh fruit, fruits, piece of fruit",
    "tropical fruit": "tropical fruit, exotic fruit, summer fruit",
    "citrus": "citrus, citrus fruit",
    "vegetable": "vegetable, veggie, veg, produce, fresh produce, veggies, fresh vegetable",
    "berry": "berry, mixed berry, wild berry, summer berry",
    "pastry": "pastry, baked good, baked goods",
    "wildflower": "wildflower, wild flower, mixed flower, garden flower",
    "spring flower": "spring flower",
    "toy": "toy, children's toy, kids toy, colorful toy",
    "tool": "tool, hand tool",
    "utensil": "utensil, kitchen utensil, cooking utensil, kitchen tool",
    "instrument": "instrument, musical instrument",
    "dessert": "dessert, sweet treat",
    "farm animal": "farm animal, barnyard animal",
    "forest animal": "forest animal, woodland animal, woodland creature, forest creature",
    "wild animal": "zoo animal, safari animal, jungle animal, wild animal, savanna animal, african animal",
    "sea animal": "sea creature, ocean creature, sea animal, marine animal, ocean animal, marine life, sea life",
    "polar animal": "arctic animal, polar animal",
    "office supply": "school supply, office supply, school supplies, office supplies",
}
_KIND_OF = {word.strip(): kind for kind, words in _MIXTURES.items() for word in words.split(",")}
_VESSELS = frozenset({"bowl", "basket", "plate", "platter", "tray", "crate", "cart"})
_NARROWING = {"tropical": "tropical fruit", "exotic": "tropical fruit", "citrus": "citrus"}
_SORTED = frozenset({
    "toy", "tool", "utensil", "instrument", "dessert", "farm animal", "forest animal", "wild animal", "sea animal",
    "polar animal", "office supply",
})  # fmt: skip
"""Mixtures that every plural means: "toys on the floor"."""
_COUNTED = frozenset({"berry", "pastry", "wildflower"}) | _SORTED
"""Words that mean one thing in the singular; fruit and produce are masses."""
_HEADS = frozenset({"animals", "creatures", "supplies", "life"})
"""Words that name a mixture together with the word before."""
ASSORTED = frozenset(noun for kind in ("toy", "tool", "utensil", "instrument") for noun in _MEMBERS[kind].split(", "))
"""Members of mixtures that fill a box together."""
"""Words that mean one thing in the singular; fruit and produce are masses."""
_SINGLE = frozenset({"a", "an", "one", "each", "every", "this", "that"})


def expand_assortments(tokens: Sequence[Token]) -> list[Token]:
    """Unless the prompt names members itself, or speaks of a single one."""
    expanded: list[Token] = []
    for token in tokens:
        vessel = _split_vessel(token)
        kind = vessel or _KIND_OF.get(lexicon.singular(token.text))
        if token.text in _HEADS and expanded and (named := _find_compound(expanded[-1], token)) is not None:
            kind = named
            expanded.pop()
        elif token.text == "animals" and token.kind != "noun":
            kind = "forest animal"
        is_thing = token.kind == "noun" or token.text in _HEADS or bool(expanded and expanded[-1].kind == "of")
        if not is_thing or kind is None or _is_single(expanded, token, vessel) or _names_members(tokens, kind):
            expanded.append(token)
            continue
        if vessel is not None:
            noun = token.text.rpartition(" ")[2]
            expanded += [Token("noun", token.value, noun, raw=noun), Token("of", None, "of")]
        else:
            while expanded and _goes_with_mixture(expanded[-1]):
                kind = _NARROWING.get(expanded.pop().text, kind)
        expanded += _list_members(kind)
    return expanded


def _goes_with_mixture(before: Token) -> bool:
    """Whether it says how many or which: "a group of", "tropical"."""
    is_group = before.kind == "number" and before.text.endswith(" of")
    return is_group or before.text in VAGUE_NUMBERS or before.text in _NARROWING


def _find_compound(before: Token, head: Token) -> str | None:
    """The mixture that two words name: "zoo animals", where the zoo is read as a place."""
    return _KIND_OF.get(f"{before.text} {head.text}") or _KIND_OF.get(f"{before.text} {lexicon.singular(head.text)}")


def _split_vessel(token: Token) -> str | None:
    """The mixture in "a fruit bowl"."""
    first, _, last = token.text.rpartition(" ")
    return _KIND_OF.get(first) if token.kind == "noun" and last in _VESSELS else None


def _is_single(before: Sequence[Token], token: Token, vessel: str | None) -> bool:
    if vessel is not None:
        return token.plural
    lead = next((one for one in reversed(before) if one.kind in ("article", "number", "noun", "relation")), None)
    if lead is None or lead.kind in ("noun", "relation") or lead.text in VAGUE_NUMBERS:
        kind = _KIND_OF.get(lexicon.singular(token.text))
        is_plural = token.text.endswith("s") or token.text in _HEADS or (token.plural and kind in _SORTED)
        return not is_plural and kind in _COUNTED
    is_plural = token.plural or token.text in _HEADS
    if lead.kind == "number" and lead.text.endswith(" of"):
        return False
    return lead.kind == "number" or (lead.text in _SINGLE and not is_plural)


def _names_members(tokens: Sequence[Token], kind: str) -> bool:
    """Whether other food, or other flowers, are named, which may be what is meant."""
    if kind == "tool" and any(one.kind == "backdrop" and one.value in ("workshop", "garage") for one in tokens):
        return True  # on its wall
    if kind.endswith("animal"):
        nouns = [one for one in tokens if one.kind == "noun" and lexicon.singular(one.text) not in _KIND_OF]
        return any(kinds.is_animal(one.value.drawing) for one in nouns)
    is_flower = "flower" in kind
    return any(
        one.kind == "noun"
        and lexicon.singular(one.text) not in _KIND_OF
        and (kinds.is_plant(one.value.drawing) if is_flower else "crop" in kinds.kinds_of(one.value.drawing))
        for one in tokens
    )


def _list_members(kind: str) -> list[Token]:
    written: list[Token] = []
    for noun in _MEMBERS[kind].split(", "):
        found = lexicon.find(noun)
        if found is not None:
            written += [Token("and", None, "and")] if written else []
            written.append(Token("noun", found, noun, raw=noun))
    return written

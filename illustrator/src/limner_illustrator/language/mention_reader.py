"""Reads tokens into mentions: each noun with its number, colour, size, material and adjectives."""

from collections.abc import Sequence
from dataclasses import replace

from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.language import lexicon
from limner_illustrator.language.glassware import find_glass
from limner_illustrator.language.heaps import find_piling
from limner_illustrator.language.mention import Item, Mention, Phrase, add_attribute, find_owner, name_hair_color
from limner_illustrator.language.negation import AFTER
from limner_illustrator.language.references import find_known, find_relative, is_flock
from limner_illustrator.language.senses import AMBIENT, Kind
from limner_illustrator.language.shared_clothes import continues_colors, name_second_color, share_clothes
from limner_illustrator.language.shares import find_whole, read_share, split
from limner_illustrator.language.token import Token, find_run_ends
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.relations import ADJECTIVES_IN_LY, FILLERS
from limner_illustrator.language.vocabulary.verbs import Verb
from limner_illustrator.scene import FIELD_COUNT

__all__ = ["Item", "Mention", "MentionReader"]

MAX_MENTIONS = 40
_HEAPS_OF = frozenset({"stacks of", "piles of", "heaps of"})
"""After a number: "two stacks of" books."""
_GENERIC_ANIMALS = frozenset(
    {"puppy", "pup", "dog", "cat", "kitten", "cub", "bird", "fish", "bear", "chick", "calf", "foal", "lamb"}
)
_MADE_BODIES = frozenset({"noto:robot", "noto:alien"})
"""Have a profession as animals have one: "a robot chef" is a robot."""
_SETTLEMENTS = frozenset({"village", "farm", "meadow", "city"})
_ARRAYS = frozenset({"own:solar-panel", "own:wind-turbine", "own:windmill", "own:tent", "own:igloo"})
_STATUES = frozenset({"statue", "sculpture", "figurine", "statuette", "bust", "carving"})
_PREPOSITIONS = frozenset({
    "on", "in", "at", "among", "through", "under", "above", "across", "beneath", "with", "by",
    "underwater", "underground", "outdoors", "indoors", "outside",
})  # fmt: skip
_EARS = frozenset({"ear", "ears", "head", "heads", "skin", "skins", "trunk"})
_SHAPED = frozenset({"shaped", "like", "shape"})
_ADJECTIVES: frozenset[Kind] = frozenset({"color", "size", "material", "word", "style", "season", "mood"})
_MODIFIERS: frozenset[Kind] = frozenset({"color", "size", "material", "word", "article"})
_BEFORE_PARTICIPLES = frozenset(
    {"article", "number", "color", "size", "material", "of", "word", "medium", "style", "relation", "with"}
)


class MentionReader:
    """Reads the tokens in one pass. `items` holds them with each noun phrase replaced by its mention."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._after_adjectives = find_run_ends(tokens, _ADJECTIVES)
        self._after_modifiers = find_run_ends(tokens, _MODIFIERS)
        self._phrase = Phrase()
        self._predicate = False
        self.items: list[Item] = []
        self.mentions: list[Mention] = []

    def read(self) -> list[Item]:
        at = 0
        while at < len(self._tokens):
            at += self._read_token(at)
        return self.items

    def _read_token(self, at: int) -> int:
        token = self._tokens[at]
        phrase = self._phrase
        match token.kind:
            case "noun":
                return self._read_noun(at)
            case "number" | "article" if length := self._read_share(at):
                return length
            case "article":
                action = phrase.action
                self._phrase = Phrase(article=token.text, action=action, statue=phrase.statue)
            case "number":
                phrase.num_heaps = phrase.count if token.text in _HEAPS_OF else None
                phrase.count = token.value
                phrase.paired, phrase.heaped = "pair" in token.text, token.text.endswith(" of")
                phrase.adjectives += find_piling(token.text)
            case "color":
                self._read_color(at)
            case "size":
                phrase.size = token.value
                phrase.adjectives.append(token.text)
            case "material":
                self._read_material(at)
            case "verb" if self._is_participle(at):
                phrase.action = token.value.action
                phrase.adjectives.append(token.text)
            case "body":
                self._read_body_part(at)
            case "be":
                self._predicate = True
            case "word":
                adverb = token.text.endswith("ly") and token.text not in ADJECTIVES_IN_LY
                if token.text not in FILLERS and not adverb:
                    phrase.adjectives.append(token.text)
            case "absent" if token.value == AFTER:
                self.items.append(token)
            case "comma" | "and" if self._continues_adjectives(at):
                pass
            case "of" if self._kind_at(at - 1) == "word":
                # "the heartbeat of an otter": only the otter is a thing.
                self._phrase = Phrase()
            case "of":
                self.items.append(token)
            case "backdrop" if self._is_field_of(at):
                self.items.append(replace(token, value="crops"))
                self._phrase = Phrase(crop=True)
                return 2
            case "backdrop" if self._names_building(at):
                phrase.adjectives.append(token.text)
            case kind if kind in AMBIENT:
                self.items.extend((token, *token.also))
                if kind in ("mood", "style") and self._kind_at(at + 1) in ("noun", "color", "size"):
                    phrase.adjectives.append(token.text)
            case _:
                self.items.append(token)
                self._phrase = Phrase()
        if token.kind in ("comma", "stop", "and", "break"):
            self._predicate = False
        return 1

    def _kind_at(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _read_share(self, at: int) -> int:
        """Splits a group by what is said of a part of it, and returns the number of tokens that say so."""
        whole = find_whole(self.mentions)
        share = None if whole is None else read_share(self._tokens, at, whole, self._noun_follows)
        if whole is None or share is None:
            return 0
        self.mentions += split(self.items, whole, share)
        return share.length

    def _read_color(self, at: int) -> None:
        """Binds a colour to the next noun, or to the previous one: "the cat is black", "gato negro"."""
        color = self._tokens[at].value
        follows = self._kind_at(at - 1) == "noun" or self._predicate
        if follows and self.mentions and not self._noun_follows(at + 1):
            self.mentions[-1].color = self.mentions[-1].color or color
            return
        self._phrase.color = self._phrase.color or color
        self._phrase.colors.append(self._tokens[at].text)

    def _read_material(self, at: int) -> None:
        token = self._tokens[at]
        if self._noun_follows(at + 1):
            self._phrase.material = token.value
            self._phrase.adjectives.append(token.text)
        else:
            self.items.append(token)
            self._phrase = Phrase()

    def _noun_follows(self, at: int) -> bool:
        """Whether only adjectives come before the next noun."""
        return self._kind_at(self._after_adjectives[at] if at < len(self._tokens) else at) in ("noun", "body")

    def _is_participle(self, at: int) -> bool:
        """Whether the verb modifies the next noun: "a sleeping cat", not "a cat sleeping"."""
        token = self._tokens[at]
        return (
            token.text.endswith(("ing", "ed", "ping"))
            and isinstance(token.value, Verb)
            and (self._noun_follows(at + 1) or self._kind_at(at + 1) == "backdrop")
            and (self._kind_at(at - 1) in _BEFORE_PARTICIPLES or at == 0)
            and not (at and self._kind_at(at - 1) == "word" and self._kind_at(at - 2) == "noun")
        )

    def _continues_adjectives(self, at: int) -> bool:
        """Whether the comma separates adjectives inside a noun phrase: "a big, red ball"."""
        if self._phrase.colors and continues_colors(self._tokens, at):
            return True
        if self._phrase.is_empty() or self._phrase.article is None or self._kind_at(at - 1) not in _MODIFIERS:
            return False
        return self._kind_at(at + 1) in ("color", "size", "material", "word", "mood") and self._noun_follows(at + 1)

    def _read_body_part(self, at: int) -> None:
        """Adds a body part as an attribute ("red-hair") of the last mention."""
        token = self._tokens[at]
        adjectives = [*self._phrase.adjectives, *self._phrase.colors][-3:]
        self._phrase = Phrase()
        if self._kind_at(at + 1) == "of":
            return
        if self.mentions:
            owner = find_owner(self.mentions, token.text)
            for attribute in [f"{adjective}-{token.text}" for adjective in adjectives] or [token.text]:
                add_attribute(owner, attribute)
        elif (drawable := lexicon.find(lexicon.singular(token.text))) is not None:
            self._add(Mention(token.text, drawable.drawing))
            return
        self.items.append(token)

    def _read_noun(self, at: int) -> int:
        token = self._tokens[at]
        if token.text in _STATUES and self._kind_at(at + 1) == "of":
            self._phrase.statue = True
            return 2
        if self._kind_at(at + 1) == "of" and self._is_measure(at):
            return 2
        if self._kind_at(at + 1) == "possessive":
            if (self._noun_follows(at + 2) and self._kind_at(self._skip_modifiers(at + 2)) == "noun") or self._kind_at(
                at + 2
            ) == "backdrop":
                self._phrase = Phrase(adjectives=[token.text + "'s"])
                return 2
            self._add_noun(token)
            return 2
        if (
            self._kind_at(at + 1) == "word"
            and self._tokens[at + 1].text in _SHAPED
            and self._kind_at(self._skip_modifiers(at + 2)) == "noun"
        ):
            self._phrase.shape = Mention(token.text, token.value.drawing)
            return 2
        if self._kind_at(at + 1) == "body":
            return self._read_noun_with_body_part(at)
        if self._is_repeated(at):
            self._phrase.adjectives.append(token.text)
            return 1
        if self._is_scenery_modifier(at):
            return self._read_scenery(at)
        if self._kind_at(at + 1) == "noun" and not token.plural and self._is_compound(token, self._tokens[at + 1]):
            return self._read_compound(at)
        self._phrase.is_filled = self._kind_at(at + 1) == "of"
        self._add_noun(token)
        return 1

    def _is_field_of(self, at: int) -> bool:
        """Whether this is a field of a crop: "a field of red tulips"."""
        if self._tokens[at].text not in things.FIELDS or self._kind_at(at + 1) != "of":
            return False
        crop = self._skip_modifiers(at + 2)
        return self._kind_at(crop) == "noun" and kinds.is_grown(self._tokens[crop].value.drawing)

    def _names_building(self, at: int) -> bool:
        """Whether a room only tells what a building or sign is: "a bakery storefront", "a tavern sign"."""
        if self._kind_at(at + 1) != "noun" or not BACKDROPS[self._tokens[at].value].indoor:
            return False
        drawing = self._tokens[at + 1].value.drawing
        return kinds.is_building(drawing) or drawing == "own:sign"

    def _is_repeated(self, at: int) -> bool:
        """Whether two nouns around a colour name the same thing: "a tabby gray cat"."""
        second = at + 2
        if self._kind_at(at + 1) != "color" or self._kind_at(second) != "noun" or self._tokens[at].plural:
            return False
        return bool(self._tokens[second].value.drawing == self._tokens[at].value.drawing)

    def _is_scenery_modifier(self, at: int) -> bool:
        """Whether the noun modifies a place: "a pine forest", but not "a pine in the air"."""
        token = self._tokens[at]
        if self._kind_at(at + 1) != "backdrop" or token.plural or kinds.is_person_or_animal(token.value.drawing):
            return False
        return self._tokens[at + 1].text.partition(" ")[0] not in _PREPOSITIONS and token.value.drawing != "noto:alien"

    def _read_noun_with_body_part(self, at: int) -> int:
        """A thing ("a lion head") or a look ("with a carrot nose", "with cat ears")."""
        token = self._tokens[at]
        is_feature = "with" in (self._kind_at(at - 1), self._kind_at(at - 2))
        if kinds.is_person_or_animal(token.value.drawing) and not is_feature:
            self._add_noun(token)
            return 2
        if self._tokens[at + 1].text in _EARS and kinds.is_plant(token.value.drawing) and not self._follows_creature():
            self._add_noun(token)
            return 2
        self._phrase.adjectives.append(token.text)
        return 1

    def _follows_creature(self) -> bool:
        return bool(self.mentions) and kinds.is_person_or_animal(self.mentions[-1].drawing)

    def _read_scenery(self, at: int) -> int:
        """Adds no pine for "a pine forest", but a field of sunflowers for "a sunflower field"."""
        token, where = self._tokens[at], self._tokens[at + 1]
        phrase, self._phrase = self._phrase, Phrase()
        if where.text in things.FIELDS and kinds.is_grown(token.value.drawing):
            self.items.append(replace(where, value="crops"))
            self._add(Mention(token.text, token.value.drawing, FIELD_COUNT, color=phrase.color, is_crop=True))
            return 2
        if where.value in _SETTLEMENTS and (kinds.is_building(token.value.drawing) or token.value.drawing in _ARRAYS):
            # "an igloo village"
            self._add(Mention(token.text, token.value.drawing, things.PLURAL_COUNT, color=phrase.color))
            return 1
        if kinds.is_plant(token.value.drawing) and BACKDROPS[where.value].can_be_planted:
            self._add(Mention(token.text, token.value.drawing, count=FIELD_COUNT))
        return 1

    def _is_measure(self, at: int) -> bool:
        """Whether the first noun is only a measure: "a drift of roses". The lexicon is sure of the second noun only."""
        second = self._skip_modifiers(at + 2)
        if self._tokens[at].text in things.VEILS:
            return True
        if self._kind_at(second) != "noun" or self._tokens[at].value.how not in ("wordnet", "class"):
            return False
        return self._tokens[second].value.how not in ("wordnet", "class")

    def _skip_modifiers(self, at: int) -> int:
        return self._after_modifiers[at] if at < len(self._tokens) else at

    def _is_compound(self, first: Token, second: Token) -> bool:
        creatures = [kinds.is_person_or_animal(one.value.drawing) for one in (first, second)]
        persons = [kinds.is_person(one.value.drawing) for one in (first, second)]
        if " of " in first.text:
            return False
        if all(creatures):
            return any(persons) or not first.plural
        return True

    def _read_compound(self, at: int) -> int:
        """The last noun is the thing, except after an animal: "a panda astronaut" is a panda."""
        first, second = self._tokens[at], self._tokens[at + 1]
        animal = first.value.drawing in _MADE_BODIES or (
            kinds.is_animate(first.value.drawing) and not kinds.is_person(first.value.drawing)
        )
        if animal and second.text in _GENERIC_ANIMALS:
            self._add_noun(Token("noun", first.value, f"{first.text} {second.text}", plural=second.plural))
            return 2
        if animal and kinds.is_person(second.value.drawing):
            self._phrase.adjectives.append(second.text)
            self._add_noun(Token("noun", first.value, first.text, plural=second.plural))
            return 2
        if first.text in things.SHAPE_FRUITS and second.text in things.FRUIT_SHAPED:
            self._phrase.shape = Mention(first.text, first.value.drawing)
            return 1
        self._phrase.adjectives.append(first.text)
        if first.text in things.MATERIALS:
            self._phrase.material = first.text
        return 1

    def _add_noun(self, token: Token) -> None:
        phrase, self._phrase = self._phrase, Phrase()
        drawing = find_relative(self.mentions, token.text, token.value.drawing, phrase)
        are_many = token.plural or is_flock(self.mentions, token.text, phrase)
        count = FIELD_COUNT if phrase.crop else phrase.count or (things.PLURAL_COUNT if are_many else 1)
        glass = find_glass(token.text, phrase, self.mentions)
        words = (token.text, "" if token.text.endswith(" glass") else token.raw.lower())
        pair = glass is None and not things.PAIRS.isdisjoint(words)
        drawing = glass or drawing
        if drawing in things.HEAPS and phrase.count is not None:
            single = "noto:closed-book" if drawing == "noto:books" else drawing
            drawing, count = (things.HEAPS[drawing], phrase.num_heaps or 1) if phrase.heaped else (single, count)
        elif drawing == "noto:houses" and phrase.count is not None:
            drawing = "noto:house"
        elif (pair and phrase.count in (None, 2)) or (drawing == "own:pancakes" and phrase.heaped):
            count = 1
        known = find_known(self.items, self.mentions, token.text, drawing, phrase)
        if known is not None:
            known.color = known.color or phrase.color
            known.size = phrase.size if known.size == 1 else known.size
            self.items.append(known)
            return
        mention = Mention(
            noun=token.text,
            drawing=drawing,
            count=count,
            color=phrase.color or things.IMPLIED_COLORS.get(token.text),
            is_crop=phrase.crop,
            material="stone" if phrase.statue and phrase.material is None else phrase.material,
            size=phrase.size,
            action=phrase.action,
            shape=phrase.shape,
            numbered=phrase.count is not None,
            indefinite=phrase.article in ("a", "an", "another"),
            possessed=phrase.article in ("my", "our", "your", "his", "her", "their"),
        )
        for adjective in phrase.adjectives:
            add_attribute(mention, adjective)
        name_hair_color(mention, phrase)
        if (shared := share_clothes(self.items, mention, phrase.colors)) is not None:
            self.items = shared
            self.mentions = list(dict.fromkeys(one for one in shared if isinstance(one, Mention)))
            return
        name_second_color(mention, phrase.colors)
        self._add(mention)

    def _add(self, mention: Mention) -> None:
        if len(self.mentions) < MAX_MENTIONS:
            self.mentions.append(mention)
            self.items.append(mention)

"""Assigns lettering to things: quoted texts, and unquoted texts after a cue such as "that says"."""

from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.language.mention_reader import Item, Mention
from limner_illustrator.language.quotes import MAX_TEXTS
from limner_illustrator.language.token import Token
from limner_illustrator.language.vocabulary.relations import PREPOSITIONS, TEXT_CUES
from limner_illustrator.language.words import Phrasebook, Word

MAX_UNQUOTED_WORDS = 6

# Cues that are followed by lettering even without quotation marks.
_SURE_CUES = frozenset(
    {
        "saying",
        "says",
        "that says",
        "that say",
        "which says",
        "that reads",
        "with the text",
        "with the words",
        "with the word",
        "that said",
        "with text",
    }
)
_CUES = Phrasebook((cue.strip(), cue.strip()) for cue in TEXT_CUES.split(","))
_ENDS = frozenset(
    {
        ",",
        ".",
        "and",
        "with",
        "while",
        "that",
        "written",
        *(text.strip() for texts in PREPOSITIONS.values() for text in texts.split(",")),
    }
)
_JOINS = frozenset({"of", "the", "and", "to", "for", "a"})
_ARTICLES = frozenset({"the", "a", "an"})


class Lettering:
    """The texts of one prompt, by number."""

    def __init__(self, quoted: Sequence[str]) -> None:
        self.texts: list[str] = list(quoted)

    def extract_unquoted(self, words: Sequence[Word]) -> list[Word]:
        """Extracts unquoted texts: "a sign that says Open"."""
        texts = [word.text for word in words]
        kept: list[Word] = []
        at = 0
        while at < len(words):
            found = _CUES.match(texts, at)
            length = found[0] if found else 1
            kept.extend(words[at : at + length])
            at += length
            if found and found[1] in _SURE_CUES and len(self.texts) < MAX_TEXTS:
                unquoted = _take_unquoted(words[at : at + MAX_UNQUOTED_WORDS])
                if unquoted:
                    kept.append(Word("", "", lettering=len(self.texts)))
                    self.texts.append(" ".join(word.raw for word in unquoted))
                    at += len(unquoted)
        return kept


def _take_unquoted(words: Sequence[Word]) -> list[Word]:
    if not words or words[0].lettering is not None or words[0].text in _ARTICLES:
        return []
    unquoted: list[Word] = []
    shouted = words[0].raw.isupper() and len(words[0].raw) > 1
    titled = words[0].raw[:1].isupper()
    for word in words:
        ends = word.text in _ENDS or word.lettering is not None
        joins = unquoted and titled and word.text in _JOINS
        if ends and not joins and not (unquoted and titled and word.raw[:1].isupper()):
            break
        if joins:
            unquoted.append(word)
            continue
        if unquoted and (
            (shouted and not word.raw.isupper()) or (titled and not (word.raw[:1].isupper() or word.raw.isdigit()))
        ):
            break
        unquoted.append(word)
    while unquoted and unquoted[-1].text in _JOINS:
        unquoted.pop()
    return unquoted


def assign_texts(items: Sequence[Item], lettering: Lettering) -> tuple[str, ...]:
    """Assigns each text to its mention, and returns the texts that belong to none."""
    free: list[str] = []
    for at, item in enumerate(items):
        if not isinstance(item, Token) or item.kind != "text":
            continue
        if _is_a_name(items, at):
            continue
        before = items[at - 1] if at else None
        has_cue = isinstance(before, Token) and before.kind == "cue"
        after = items[at + 1] if at + 1 < len(items) else None
        if has_cue and isinstance(after, Token) and after.kind == "side":
            free.append(lettering.texts[item.value])
            continue
        carrier = (None if has_cue else _find_carrier_after(items, at)) or _find_carrier_before(items, at)
        if carrier is not None and carrier.text is None:
            carrier.text = item.value
        else:
            free.append(lettering.texts[item.value])
    return tuple(dict.fromkeys(free))


def _is_a_name(items: Sequence[Item], at: int) -> bool:
    """Whether the text is the name of an animate thing, which is not written: "a dog called 'Rex'"."""
    before = items[at - 1] if at else None
    carrier = next((item for item in reversed(items[:at]) if isinstance(item, Mention)), None)
    named = isinstance(before, Token) and before.kind == "name"
    return named and carrier is not None and kinds.is_animate(carrier.drawing)


def _find_carrier_before(items: Sequence[Item], at: int) -> Mention | None:
    for item in reversed(items[:at]):
        if isinstance(item, Mention):
            return None if kinds.is_animate(item.drawing) else item
        if item.kind == "stop":
            return None
        if item.kind == "medium" and item.text.endswith((" of", " for", "poster", "cover")):
            return None
    return None


def _find_carrier_after(items: Sequence[Item], at: int) -> Mention | None:
    """The mention after its text: 'an "Open" sign', '"Happy Birthday" written on a cake'."""
    seen_on = False
    for distance, item in enumerate(items[at + 1 : at + 5]):
        if isinstance(item, Mention):
            return (
                item
                if (seen_on or distance == 0) and not kinds.is_animate(item.drawing) and item.text is None
                else None
            )
        if item.kind == "relation" and item.value in ("on", "above") and item.text not in ("above", "over"):
            seen_on = True
        elif item.kind not in ("cue", "word", "verb"):
            return None
    return None

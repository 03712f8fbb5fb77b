"""Packs the nouns of WordNet that have no drawing by what they are: the last words of compounds, and compounds.

terms.bin: zlib JSON {"things": [noun, ...], "persons": [...], "abstract": [...], "others": [...], "compounds": [...],
"ideas": [...]}. A dog collar is a collar and no dog: a noun before one of the "things" or "abstract" nouns draws
nothing by itself. Before one of the "others" (acts, events, groups) it does: a horse race has horses, a wolf pack
wolves. "compounds" are things of several words, "ideas" abstract ones ("bear market").
"""

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from wordnet import ANIMAL, ARTIFACT, FOOD, LEADING, OBJECT, PERSON, PLANT, WordNet

ATTRIBUTE, BODY, COGNITION, POSSESSION, RELATION, STATE, SUBSTANCE = 7, 8, 9, 21, 24, 26, 27
THINGS = frozenset({ANIMAL, ARTIFACT, FOOD, OBJECT, PLANT, SUBSTANCE})
ABSTRACT = frozenset({ATTRIBUTE, COGNITION, POSSESSION, RELATION, STATE})
_WORD = re.compile(r"[a-z]{3,16}")
_COMPOUND = re.compile(r"[a-z]{2,16}(?: [a-z]{2,16}){1,2}")
_NOUN_SHARE = 0.6
"""Of all uses of a word, the part in which it is a noun."""
_NOUN_POS = "1"
_SCIENTIFIC = ("aceae", "idae", "ales", "oidea", "inae", "formes", "phyta", "mycetes")
_RANKS = frozenset({"family", "genus", "order", "class", "suborder", "subfamily", "phylum", "tribe"})


def write_terms(net: WordNet, drawn: frozenset[str], target: Path) -> None:
    """`drawn`: all nouns that have a drawing."""
    kinds = ("things", "persons", "abstract", "others", "compounds", "ideas")
    terms: dict[str, list[str]] = {kind: [] for kind in kinds}
    for noun, lexname in _iter_main_senses(net):
        if noun in drawn:
            continue
        if _WORD.fullmatch(noun) and _is_mostly_noun(noun, net):
            if not noun.endswith(_SCIENTIFIC):
                terms[_kind_of(lexname)].append(noun)
        elif _COMPOUND.fullmatch(noun) and any(word in drawn for word in noun.split()):
            first, *_, last = noun.split()
            if last not in drawn and first not in LEADING and first not in _RANKS and lexname in THINGS | ABSTRACT:
                terms["compounds" if lexname in THINGS else "ideas"].append(noun)
    target.write_bytes(zlib.compress(json.dumps(terms, separators=(",", ":")).encode(), 9))


def _kind_of(lexname: int) -> str:
    if lexname in THINGS:
        return "things"
    return "persons" if lexname == PERSON else "abstract" if lexname in ABSTRACT else "others"


def _iter_main_senses(net: WordNet) -> Iterator[tuple[str, int]]:
    """(noun, lexicographer file of its most frequent sense), without names of persons and places."""
    for noun, senses in sorted(net.senses.items()):
        common = [synset for synset in senses if net.parents[synset]]
        if common:
            yield noun, net.lexname[common[0]]


def _is_mostly_noun(noun: str, net: WordNet) -> bool:
    counts = net.counts[noun]
    total = sum(counts.values())
    as_noun = sum(count for sense, count in counts.items() if sense[0] == _NOUN_POS)
    return all(sense[0] == _NOUN_POS for sense in counts) if total == 0 else as_noun >= _NOUN_SHARE * total

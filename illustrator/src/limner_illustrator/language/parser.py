"""Parses a prompt into a Scene: things, their number and relations, place, light and style."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from limner_illustrator.catalog import kinds
from limner_illustrator.language.absences import drop_excluded, read_absences
from limner_illustrator.language.ambience import find_open_place, float_on_water, read_ambience
from limner_illustrator.language.assortments import expand_assortments
from limner_illustrator.language.audience import strip_audience
from limner_illustrator.language.bands import deal_instruments
from limner_illustrator.language.clauses import ClauseReader
from limner_illustrator.language.clothing import apply_costumes
from limner_illustrator.language.coatings import mark_coatings
from limner_illustrator.language.colored_parts import color_parts
from limner_illustrator.language.compounds import join_compounds
from limner_illustrator.language.cut_food import cut
from limner_illustrator.language.description import describe
from limner_illustrator.language.design_notes import merge_missing
from limner_illustrator.language.framing import widen_portrait
from limner_illustrator.language.furnishing import furnish_places
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.idioms import replace_idioms
from limner_illustrator.language.isometric_places import furnish_block
from limner_illustrator.language.lamps import read_lamps
from limner_illustrator.language.landscapes import enclose_landscapes
from limner_illustrator.language.lettering import assign_texts
from limner_illustrator.language.lists import expand_lists
from limner_illustrator.language.loose_things import add_table
from limner_illustrator.language.mention import Link
from limner_illustrator.language.mention_reader import Item, Mention, MentionReader
from limner_illustrator.language.metaphors import Metaphor, compose, find_metaphor
from limner_illustrator.language.mounts import mount_riders
from limner_illustrator.language.names import extract_names
from limner_illustrator.language.needed_things import add_needed_things
from limner_illustrator.language.negation import exclude_negated
from limner_illustrator.language.normalization import normalize
from limner_illustrator.language.omissions import Omissions, find_omissions
from limner_illustrator.language.overhead import lift_over_places
from limner_illustrator.language.place_names import read_place_names
from limner_illustrator.language.plain_backdrops import tag_plain_backdrops
from limner_illustrator.language.quotes import extract_quotes
from limner_illustrator.language.rephrasing import rephrase
from limner_illustrator.language.scene_clauses import merge_flaws, split_clauses
from limner_illustrator.language.senses import AMBIENT
from limner_illustrator.language.shared_roles import share_roles
from limner_illustrator.language.simultaneous import drop_baseless_climbs
from limner_illustrator.language.spectators import turn_audience
from limner_illustrator.language.spelling import correct_words
from limner_illustrator.language.style_nouns import tag_style_nouns
from limner_illustrator.language.sunlight import read_sunlight
from limner_illustrator.language.token import Token
from limner_illustrator.language.tokenizer import MAX_WORDS, tokenize
from limner_illustrator.language.translation import is_understood, translate_words
from limner_illustrator.language.unknown_words import find_stand_in
from limner_illustrator.language.unspaced_scripts import read_unspaced
from limner_illustrator.language.vessels import empty
from limner_illustrator.language.vocabulary import things
from limner_illustrator.language.vocabulary.things import GENERIC_FOOD, MAX_COUNT
from limner_illustrator.language.words import Word, join_words, split_words
from limner_illustrator.scene import Entity, Relation, Scene

__all__ = ["PromptReading", "describe", "parse", "read"]

MAX_ENTITIES = 24
MAX_NOUN_LETTERS = 60


@dataclass(frozen=True, slots=True)
class PromptReading:
    scene: Scene
    omissions: Omissions
    """What the Scene does not show of the prompt."""
    named: frozenset[str] = frozenset()
    """Which of time, weather, season, mood, style, view, accent and place the prompt names."""


def parse(
    prompt: str,
    *,
    seed: int,
    negative_prompt: str | None = None,
    transparent: bool = False,
    tone: Literal["vivid", "natural"] | None = None,
) -> Scene:
    """The Scene of a prompt taken literally: of the things that it names. Deterministic, and raises no error for any
    text.
    """
    return _read(prompt, seed=seed, negative_prompt=negative_prompt, transparent=transparent, tone=tone).scene


def read(
    prompt: str,
    *,
    seed: int,
    negative_prompt: str | None = None,
    transparent: bool = False,
    tone: Literal["vivid", "natural"] | None = None,
) -> PromptReading:
    """The Scene of a prompt, and what it leaves out. An abstract noun is shown as its metaphor, an unknown word on a
    card, where a prompt names nothing else.
    """
    return _read(
        prompt, seed=seed, negative_prompt=negative_prompt, transparent=transparent, tone=tone, is_figurative=True
    )


def _read(
    prompt: str,
    *,
    seed: int,
    negative_prompt: str | None,
    transparent: bool,
    tone: Literal["vivid", "natural"] | None,
    is_figurative: bool = False,
) -> PromptReading:
    composed = read_graphic(prompt, seed=seed)
    if composed is not None and composed.rest is None:
        scene = Scene(prompt=prompt, seed=seed, tone=tone, transparent=transparent, graphic=composed.graphic)
        return PromptReading(scene, Omissions(composed.missing, remarks=composed.remarks))
    is_figurative = is_figurative and composed is None
    read = _read_items(strip_audience(prompt) if composed is None else composed.rest or "", is_figurative=is_figurative)
    lettering, tokens, items = read.lettering, read.tokens, share_roles(enclose_landscapes(read.items))
    reader = ClauseReader(items)
    links = reader.read()
    texts, unwritten = assign_texts(items, lettering)
    unseen = reader.unseen
    mentions = [one for one in _unique_mentions(items) if id(one) not in unseen]
    mentions = _remove_negative(mentions, negative_prompt) if negative_prompt else mentions
    links, mentions = _drop_enumerated_food(links, _drop_enumerated_crowd(mentions))
    ambience = read_ambience(items, mentions)
    float_on_water(mentions, ambience)
    lift_over_places(items)
    absences = read_absences(items, ambience.backdrop, ambience.season)
    if not mentions:
        mentions = list(ambience.subjects)
    mentions = _drop_details(mentions)[:MAX_ENTITIES]
    for mention in mentions:
        empty(mention)
        cut(mention)
    entities, relations = _make_entities(mentions, links, lettering)
    scene = Scene(
        prompt=prompt,
        seed=seed,
        entities=entities,
        relations=relations,
        texts=texts,
        tone=tone,
        transparent=transparent or ambience.transparent,
        backdrop=ambience.backdrop,
        accents=ambience.accents,
        time=ambience.time,
        weather=ambience.weather,
        season=ambience.season,
        mood=ambience.mood,
        styles=_choose_styles(ambience.styles, tokens) if composed else ambience.styles,
        view=ambience.view,
        absent=absences.scenery,
        graphic=None if composed is None else composed.graphic,
    )
    scene = drop_baseless_climbs(scene)
    scene, symbols, explained = _show_nameless(read, scene) if is_figurative else (scene, (), frozenset())
    if not scene.entities and scene.backdrop is None and not texts and composed is None:
        place = find_open_place(ambience) if is_figurative and not read.lettering else None
        scene = replace(scene, backdrop=place or "abstract", mood=scene.mood or (None if place else "calm"))
    scene = color_parts(furnish_block(widen_portrait(scene)))
    scene = turn_audience(add_table(apply_costumes(deal_instruments(add_needed_things(mount_riders(scene))))))
    unread = [token for text in unwritten for token in (Token("comma", None, ","), Token("unread", None, text))]
    unexplained = [one for one in tokens if one.text not in explained]
    missed = find_omissions([*unexplained, *unread], scene, reader.dressed_nouns())
    if composed is not None:
        missed = replace(missed, missing=merge_missing(composed.graphic, scene, missed.missing, composed.missing))
    if composed is None and not missed.missing and _shows_nothing(scene, tokens, symbols):
        missed = replace(missed, missing=(join_words(split_words(prompt))[:MAX_NOUN_LETTERS],))
    omissions = replace(
        missed,
        near=tuple(one for one in missed.near if not _is_animal_kin(scene, one[0])),
        kept=absences.kept,
        remarks=() if composed is None else composed.remarks,
        symbols=(*symbols, *missed.symbols),
        corrections=read.corrections,
        is_language_known=read.is_understood,
    )
    named = frozenset(token.kind for token in tokens if token.kind in AMBIENT)
    return PromptReading(scene, omissions, named)


def _shows_nothing(scene: Scene, tokens: Sequence[Token], symbols: Sequence[str]) -> bool:
    """Whether a prompt of words without a picture ("growing old together") is only a calm backdrop."""
    is_bare = not (scene.entities or scene.texts or symbols) and scene.backdrop == "abstract"
    is_said = any(one.text.isalpha() for one in tokens)
    return is_bare and is_said and not any(one.kind in AMBIENT or one.kind == "color" for one in tokens)


def _is_animal_kin(scene: Scene, noun: str) -> bool:
    """Whether a word for a child is drawn as the animal that it is: the cubs of "a fox and her cubs"."""
    return noun in ("cub", "pup") and any(one.noun == noun and kinds.is_animal(one.drawing) for one in scene.entities)


def _choose_styles(styles: tuple[str, ...], tokens: Sequence[Token]) -> tuple[str, ...]:
    """In a design only those that the prompt names: a mark in it is not flat by itself."""
    return styles if any(token.kind == "style" for token in tokens) else ()


def _show_nameless(read: "_PromptItems", scene: Scene) -> tuple[Scene, tuple[str, ...], frozenset[str]]:
    """The Scene of a prompt that names no thing, what the note says of it, and the words that it explains."""
    if scene.entities:
        return scene, (), frozenset()
    if read.metaphor is not None:
        return compose(read.metaphor, scene), (read.metaphor.note,), frozenset()
    stand_in = find_stand_in(read.tokens, scene) if read.is_understood and not scene.texts else None
    return (scene, (), frozenset()) if stand_in is None else (stand_in.scene, (stand_in.note,), stand_in.words)


def find_missing(text: str, scene: Scene) -> tuple[str, ...]:
    """What the text asks for that the Scene, which may come from other sources, does not show."""
    read = _read_items(text)
    reader = ClauseReader(read.items)
    reader.read()
    return find_omissions(read.tokens, scene, reader.dressed_nouns()).missing


@dataclass(frozen=True, slots=True)
class _PromptItems:
    """The prompt without its negated parts."""

    lettering: tuple[str, ...]
    tokens: list[Token]
    items: list[Item]
    """Mentions with the tokens between them."""
    metaphor: Metaphor | None
    is_understood: bool
    corrections: tuple[tuple[str, str], ...]


def _read_items(prompt: str, *, is_figurative: bool = False) -> _PromptItems:
    """If figurative, an abstract noun that is the subject is taken out: it is drawn as its metaphor."""
    lettering, marked = extract_names(*extract_quotes(prompt))
    plain, left_out = normalize(marked)
    translated, corrections = correct_words(translate_words(split_words(plain)[:MAX_WORDS]))
    found = find_metaphor(translated, _say_what_is_named) if is_figurative else None
    metaphor, translated = found or (None, translated)
    affirmed = [*tag_plain_backdrops(_tokenize(translated)), *(Token("unread", None, text) for text in left_out)]
    items = MentionReader([token for token in affirmed if token.kind != "unread"]).read()
    return _PromptItems(lettering, affirmed, items, metaphor, is_understood(translated), corrections)


def _tokenize(words: Sequence[Word]) -> list[Token]:
    """Without what is negated."""
    tokens: list[Token] = []
    for token in tokenize(mark_coatings(replace_idioms(rephrase(words)))):
        tokens += read_unspaced(token.text) if token.kind == "run" else [token]
    listed = expand_assortments(expand_lists(join_compounds(tag_style_nouns(tokens))))
    placed = furnish_places(read_sunlight(read_place_names(listed)))
    affirmed = drop_excluded(exclude_negated(read_lamps(placed)), words)
    return split_clauses(merge_flaws(affirmed))


def _say_what_is_named(words: list[Word]) -> Literal["nothing", "place", "things"]:
    named = {token.kind for token in _tokenize(words)}
    if named & {"noun", "people", "text"}:
        return "things"
    return "place" if named & {"backdrop", "place"} else "nothing"


def _unique_mentions(items: Iterable[Item]) -> list[Mention]:
    return list(dict.fromkeys(item for item in items if isinstance(item, Mention)))


@lru_cache(maxsize=8)
def _find_drawings(negative_prompt: str) -> frozenset[str]:
    """Cached, because all commands of an edit share one negative prompt."""
    items = _read_items(negative_prompt).items
    return frozenset(one.drawing for one in _unique_mentions(items))


def _remove_negative(mentions: Sequence[Mention], negative_prompt: str) -> list[Mention]:
    drawings = _find_drawings(negative_prompt)
    people = "figure:person" in drawings
    return [one for one in mentions if one.drawing not in drawings and not (people and kinds.is_person(one.drawing))]


def _drop_details(mentions: list[Mention]) -> list[Mention]:
    """Without the small parts of a close-up, which would be drawn as large as its subject: "a rose, dew drops"."""
    details = [one for one in mentions if one.noun in things.DETAILS]
    return [one for one in mentions if one not in details] if len(details) < len(mentions) else mentions


def _drop_enumerated_crowd(mentions: list[Mention]) -> list[Mention]:
    """Drops a group whose members are enumerated: "a band: a man, a woman and an old man"."""
    crowds = [one for one in mentions if one.drawing == "figure:person" and one.noun == "person" and one.numbered]
    if len(crowds) != 1 or crowds[0] is not mentions[0]:
        return mentions
    members = [one for one in mentions if one is not crowds[0] and kinds.is_person(one.drawing)]
    return mentions[1:] if len(members) >= 3 else mentions


def _drop_enumerated_food(links: list[Link], mentions: list[Mention]) -> tuple[list[Link], list[Mention]]:
    """Replaces generic food by the enumerated kinds: "a bowl of fruit: apples and bananas"."""
    foods = [one for one in mentions if kinds.is_food(one.drawing) and one.noun not in GENERIC_FOOD]
    generic = [one for one in mentions if one.noun in GENERIC_FOOD]
    hosts = [link for link in links if link.subject in generic]
    if not generic or not foods or not hosts:
        return links, mentions
    later = [one for one in foods if mentions.index(one) > mentions.index(generic[0]) and one is not hosts[0].object]
    if not later:
        return links, mentions
    served = [Link(one, hosts[0].kind, hosts[0].object) for one in later]
    kept = [link for link in links if link.subject not in generic and link.object not in generic]
    return [*kept, *served], [one for one in mentions if one not in generic]


def _make_entities(
    mentions: Sequence[Mention], links: Sequence[Link], lettering: Sequence[str]
) -> tuple[tuple[Entity, ...], tuple[Relation, ...]]:
    numbered = {id(mention): f"e{number}" for number, mention in enumerate(mentions, 1)}
    entities = [_make_entity(mention, numbered[id(mention)], lettering) for mention in mentions]
    relations = [
        Relation(numbered[id(link.subject)], link.kind, numbered[id(link.object)])
        for link in links
        if id(link.subject) in numbered and id(link.object) in numbered
    ]
    for mention in mentions:
        if mention.shape is not None:
            shape_id = f"e{len(entities) + 1}"
            entities.append(_make_entity(mention.shape, shape_id, lettering))
            relations.append(Relation(numbered[id(mention)], "shaped_like", shape_id))
    return tuple(entities), tuple(relations)


def _make_entity(mention: Mention, entity_id: str, lettering: Sequence[str]) -> Entity:
    return Entity(
        id=entity_id,
        noun=mention.noun[:MAX_NOUN_LETTERS],
        drawing=mention.drawing,
        count=max(1, min(mention.count, MAX_COUNT)),
        color=mention.color,
        material=mention.material,
        size=mention.size,
        text=None if mention.text is None else lettering[mention.text],
        action=mention.action,
        attributes=tuple(mention.attributes),
        area=mention.area,
    )

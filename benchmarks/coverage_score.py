"""Compares the Scene and the note of a prompt with what a reader expects."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from coverage_rows import Expected, Row

from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.catalog import kinds
from limner_illustrator.language.lexicon import singular
from limner_illustrator.language.parser import read
from limner_illustrator.render.paint import judge_layout
from limner_illustrator.scene import Entity, Scene

LAYOUT_EDGE = 256
"""The size, in px, of the pictures that are laid out."""
ASPECTS = ("nouns", "counts", "scenery", "colours", "verbs", "relations", "negations", "lettering", "views")
_PEOPLE = frozenset({"people", "person", "nobody", "anyone", "driver", "humans"})


@dataclass(slots=True)
class RowScore:
    row: Row
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    silly: list[str] = field(default_factory=list)
    """Things in the picture that the prompt does not ask for."""
    num_dropped: int = 0
    unnamed: list[str] = field(default_factory=list)
    """What is dropped, and not named in the note."""
    misnamed: list[str] = field(default_factory=list)
    """What the note calls missing although it is drawn."""
    num_judged: int = 0
    """Relations of the Scene that can be judged in the finished layout."""
    unheld: list[str] = field(default_factory=list)
    """Those that it does not hold."""

    def add(self, aspect: str, problem: str | None) -> None:
        self.asked[aspect] += 1
        self.right[aspect] += problem is None
        if problem is not None:
            self.problems.append(problem)

    def penalty(self) -> float:
        return len(self.problems) + 1.5 * len(self.silly) + 0.5 * len(self.unnamed) + 0.5 * len(self.misnamed)


def score_row(row: Row) -> RowScore:
    reading = read(row.prompt, seed=random.Random(row.prompt).getrandbits(32))
    scene, note = reading.scene, (reading.omissions.note() or "").lower()
    score = RowScore(row)
    for expected in row.things:
        if not expected.optional:
            _score_noun(score, scene, note, expected)
    _score_scenery(score, scene, note)
    for phrase in row.named:
        if not _is_shown(scene, phrase):
            _check_named(score, note, phrase)
    for entity in scene.entities:
        if not any(_allows(scene, one, entity) for one in row.things) and not _is_named(entity, row.named):
            score.silly.append(f"{entity.noun} ({entity.drawing})")
    for fact in row.facts:
        _score_fact(score, scene, note, fact)
    _score_layout(score, scene)
    drawn = {singular(one.noun) for one in row.things if any(map(one.is_drawn_by, scene.entities))}
    for phrase in reading.omissions.missing:
        if singular(phrase) in drawn:
            score.misnamed.append(phrase)
    return score


def _score_layout(score: RowScore, scene: Scene) -> None:
    if scene.graphic is not None:
        return
    judged = judge_layout(scene, LAYOUT_EDGE, LAYOUT_EDGE)
    score.num_judged = len(judged)
    score.unheld = [
        f"{scene.entity(one.subject).noun} {one.kind} {scene.entity(one.object).noun}"
        for one, is_held in judged.items()
        if not is_held
    ]


def _score_noun(score: RowScore, scene: Scene, note: str, expected: Expected) -> None:
    found = [one for one in scene.entities if expected.is_drawn_by(one)]
    if not found and not _is_a_look(scene, expected):
        score.add("nouns", f"no {expected.noun}")
        _check_named(score, note, expected.noun)
        return
    score.add("nouns", None)
    if expected.count is not None:
        count = sum(one.count for one in found)
        score.add("counts", None if count == expected.count else f"{count} {expected.noun}, not {expected.count}")


def _score_scenery(score: RowScore, scene: Scene, note: str) -> None:
    seen = _circumstances(scene)
    for names in score.row.scenery:
        shown = any(fnmatchcase(one, name) for name in names for one in seen)
        score.add("scenery", None if shown else f"no scenery {'|'.join(names)}")
        if not shown:
            _check_named(score, note, " ".join(names))


def _score_fact(score: RowScore, scene: Scene, note: str, fact: str) -> None:
    opening, _, rest = fact.partition(" ")
    if opening == "no":
        score.add("negations", None if _is_left_out(scene, note, rest) else fact)
    elif opening == "text":
        graphic = scene.graphic
        title = () if graphic is None else (graphic.title, *(one.label for one in graphic.items))
        texts = {*scene.texts, *title, *(one.text for one in scene.entities)}
        score.add("lettering", None if rest in texts else fact)
    elif opening == "view":
        score.add("views", None if scene.view == rest or "view" in note or "above" in note else fact)
    elif " is " in fact:
        subject, _, values = fact.partition(" is ")
        named = _find_named(score.row, scene, subject)
        allowed = values.split("|")
        right = any(one.color in allowed or one.action in allowed or _has_look(one, allowed) for one in named)
        score.add("verbs" if allowed[0].endswith("ing") else "colours", None if right else fact)
    else:
        score.add("relations", None if _is_related(score.row, scene, fact) else fact)


def _has_look(entity: Entity, allowed: Iterable[str]) -> bool:
    return any(value in (look, look.partition("-")[0]) for value in allowed for look in entity.attributes)


def _is_left_out(scene: Scene, note: str, noun: str) -> bool:
    """Whether the Scene has no such thing and its picture draws none by itself, or the note admits that it does."""
    named = _is_mentioned(note, noun)
    if noun == "text":
        return not scene.texts and all(one.text is None for one in scene.entities)
    if noun in _PEOPLE:
        return not any(kinds.is_person(one.drawing) for one in scene.entities)
    expected = Expected(noun)
    if any(expected.is_drawn_by(one) for one in scene.entities) or _is_a_look(scene, expected):
        return False
    if noun in ("smiling", "holding"):
        return all(one.action != noun for one in scene.entities)
    if noun == "winter":
        return named or scene.season == "winter"
    if any(f"{singular(noun)}less" in one.attributes or "leafless" in one.drawing for one in scene.entities):
        return True
    drawn_unasked = find_drawn_unasked(scene)
    return named or singular(noun) not in drawn_unasked or bool({*noun.split(), singular(noun)} & set(scene.absent))


def find_drawn_unasked(scene: Scene) -> frozenset[str]:
    """What the picture shows without being asked to."""
    outdoors = scene.backdrop not in ("studio", "livingroom", "kitchen", "library", "office", "abstract", "table")
    found = {"cloud", "sun", "moon", "star"} if outdoors else {"furniture", "book"}
    found |= {"tree", "palm tree", "mountain", "building", "snow", "leaf"} if outdoors else set()
    parts = {
        "snowman": "hat", "cat": "whisker", "house": "window", "bicycle": "wheel", "sailboat": "sail",
        "elephant": "tusk", "cake": "candle", "hot-beverage": "steam", "rose": "thorn", "pirate": "eyepatch",
        "pizza": "olive", "boy": "shoe",
    }  # fmt: skip
    words = {word for one in scene.entities for word in one.drawing.partition(":")[2].split("-")}
    names = words | {one.drawing.partition(":")[2] for one in scene.entities}
    return frozenset(found | {part for whole, part in parts.items() if whole in names})


def _check_named(score: RowScore, note: str, phrase: str) -> None:
    score.num_dropped += 1
    if not _is_mentioned(note, phrase):
        score.unnamed.append(phrase)


def _is_mentioned(note: str, phrase: str) -> bool:
    words = set(re.findall(r"[^\W_]+", note))
    words |= {singular(word) for word in words}
    return any(word in words or singular(word) in words for word in phrase.lower().split())


def _is_shown(scene: Scene, phrase: str) -> bool:
    """Whether an entity, the place, a look or an action shows what need not be drawn."""
    head = singular(phrase.rsplit(maxsplit=1)[-1].lower())
    expected = Expected(phrase.lower())
    names = {name for name in _circumstances(scene) if "-" not in name or name in LANDMARKS}
    return (
        any(expected.is_drawn_by(one) or one.noun == head for one in scene.entities)
        or any(name in (head, phrase.lower()) for name in names)
        or _is_a_look(scene, expected)
    )


def _is_named(entity: Entity, phrases: Iterable[str]) -> bool:
    return any(singular(entity.noun) in map(singular, (one.lower(), one.lower().split()[-1])) for one in phrases)


def _is_a_look(scene: Scene, expected: Expected) -> bool:
    """Clothes and body parts are drawn as part of their owner."""
    looks = {look for one in scene.entities for look in one.attributes}
    forms = {expected.noun, singular(expected.noun)}
    return any(look in forms or look.rpartition("-")[2] in forms for look in looks)


def _circumstances(scene: Scene) -> set[str]:
    named = (scene.backdrop, *scene.accents, scene.time, scene.weather, scene.season, scene.mood)
    return {one for one in named if one}


def _allows(scene: Scene, expected: Expected, entity: Entity) -> bool:
    shapes = {one.object for one in scene.relations if one.kind in ("shaped_like", "made_of")}
    return expected.is_drawn_by(entity) or expected.noun == entity.noun or (expected.optional and entity.id in shapes)


def _is_related(row: Row, scene: Scene, fact: str) -> bool:
    words = fact.split(" ")
    for at in range(1, len(words) - 1):
        first, second = " ".join(words[:at]), " ".join(words[at + 1 :])
        allowed = words[at].split("|")
        ids = [{one.id for one in _find_named(row, scene, name)} for name in (first, second)]
        if any(one.kind in allowed and one.subject in ids[0] and one.object in ids[1] for one in scene.relations):
            return True
    return False


def _find_named(row: Row, scene: Scene, noun: str) -> list[Entity]:
    wanted = next((one for one in row.things if singular(one.noun) == singular(noun)), Expected(noun))
    return [one for one in scene.entities if wanted.is_drawn_by(one)]

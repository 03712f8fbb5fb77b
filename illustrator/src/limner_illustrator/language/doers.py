"""Chooses who does what a verb says."""

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language.mention import Group, Mention, Pending
from limner_illustrator.language.vocabulary.verbs import Verb
from limner_illustrator.subjects.figures.activities import POSES, RIDING_SUFFIX, find_pose
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD

ANIMATE_ACTIONS: frozenset[str | None] = frozenset(
    {"walking", "standing", "sitting", "lying", "riding", "reading", "eating"}
)
_TOYS = frozenset({"noto:teddy-bear"})
_OF_THINGS: frozenset[str | None] = frozenset({None, "flying_over", "above"})


def act(doer: Mention, verb: Verb, text: str) -> None:
    """Gives the doer the action of a verb; what shows in the face goes along with an earlier action."""
    shows = verb.action is not None and verb.action in EXPRESSION_OF_WORD and kinds.is_person(doer.drawing)
    if shows and doer.action is not None and verb.action is not None:
        doer.attributes = list(dict.fromkeys([*doer.attributes, verb.action]))
    doer.action = doer.action or _choose_action(doer, verb, text)


def _choose_action(doer: Mention, verb: Verb, text: str) -> str | None:
    """People sit on what they slide down, and animals slide on their bellies."""
    if not text.startswith(("sliding", "slides")):
        return verb.action
    return "sliding" if kinds.is_animal(doer.drawing) else "sitting"


def can_act(group: Group, verb: Verb) -> bool:
    """Whether the subject is a thing that does what things can do: "while the cake burns"."""
    is_thing = bool(group) and not any(kinds.is_animate(one.drawing) for one in group)
    return is_thing and verb.relation in _OF_THINGS and verb.action not in ANIMATE_ACTIONS


def keep_in_saddle(verb: Verb, doers: Group, last: Pending | None) -> Group:
    """The rider, and not the horse, of "riding a horse shooting an arrow"."""
    pose = find_pose(verb.action)[0]
    is_rider = last is not None and last.kind == "riding" and f"{pose}{RIDING_SUFFIX}" in POSES
    return list(last.subjects) if last is not None and is_rider and last.subjects else doers


def keep_flying(verb: Verb, doers: Group, group: Group) -> Group:
    """Only the kite of "a girl and a kite flying"."""
    if verb.action != "flying" or not any(kinds.is_person(one.drawing) for one in doers):
        return doers
    return [one for one in group if "flies" in thing_of(one.drawing).traits] or doers


def leave_the_busy(verb: Verb, doers: Group, last: Pending | None) -> Group:
    """Only the woman of "a man sleeping and a woman reading a book"."""
    free = [one for one in doers if one.action is None]
    are_apart = verb.relation is not None and last is None and len(doers) > 1
    return free if free and are_apart and free == doers[-len(free) :] else doers


def find_doers(group: Group, focus: Group, doers: Group, last: Pending | None) -> Group:
    """Who does what the next verb says: those named last, unless they are worn or held."""
    are_animate = all(kinds.is_animate(one.drawing) for one in group)
    is_carried = last is not None and last.kind in ("wearing", "holding", "eating", "dressed")
    are_toys = bool(group) and all(one.drawing in _TOYS for one in group)
    if are_toys and last is not None and any(kinds.is_person(one.drawing) for one in last.subjects):
        return list(last.subjects)  # "a toddler hugging a teddy bear and crying"
    if group and are_animate and not is_carried:
        return list(group)
    if any(kinds.is_animate(one.drawing) for one in focus):
        return list(focus)
    return list(doers or group)

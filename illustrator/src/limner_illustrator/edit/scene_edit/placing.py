"""Moves things: to another side, onto or next to something, or to each other's places."""

import re
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.commands import Move, SwapPlaces
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.scene import Entity, Relation, RelationKind, Scene

_SIDES: tuple[tuple[RelationKind, str], ...] = (
    (
        "left",
        (
            r"(?:over )?(?:to |on |at |in |more to |further to |towards? )?(?:the )?(?:far )?left(?: side| hand side| "
            r"corner)?"
        ),
    ),
    (
        "right",
        (
            r"(?:over )?(?:to |on |at |in |more to |further to |towards? )?(?:the )?(?:far )?right(?: side| hand side|"
            r" corner)?"
        ),
    ),
    (
        "behind",
        (
            r"(?:to |in |into |at )?(?:the )?(?:back(?:ground)?|rear|distance)|backwards?|further back|back|farther "
            r"away|further away"
        ),
    ),
    ("front", r"(?:to |in |into |at )?(?:the )?(?:front|foreground)|forwards?|closer|to the fore|nearer"),
    ("above", r"up(?:wards?)?|higher|to the top|at the top|on top|into the air|up in the air"),
    ("below", r"down(?:wards?)?|lower|to the bottom|at the bottom"),
)
_ON_A_SIDE = (
    r"(?:on|to|at|in|into) the (?:far )?(?:(?P<high>top|upper)[ -]|bottom[ -]|lower[ -])?"
    r"(?P<side>left|right|background|foreground|distance|front|back)\b"
)
_SIDE_WORDS: dict[str, RelationKind] = {
    "left": "left",
    "right": "right",
    "background": "behind",
    "distance": "behind",
    "back": "behind",
    "foreground": "front",
    "front": "front",
}
_HOW_FAR = r"(?:(?:a (?:bit|little)|slightly) |further |more )?"
_HOW_FAR_AFTER = r"(?: a (?:bit|little)| slightly| further)?"
_SLIGHT = re.compile(r"\b(?:a (?:bit|little)|slightly|somewhat)\b")
SIDES: dict[RelationKind, float] = {"left": 0.2, "right": 0.8}
"""Where what is moved to a side goes, as a part of the picture's width."""
NUDGE, RISE = 0.1, 0.2
"""How far a thing moves a little, and up or down, as a part of the picture's edge."""
ROOM = 0.16
"""Two things that are nearer to each other than this part of the width are in each other's way."""
_BETWEEN_THEM = re.compile(r"\b(?:in )?between (?:them|the two|the \w+)$")
_MIDDLE = re.compile(r"^(?P<who>.+?) (?:to |in |into |at )(?:the )?(?:middle|center|centre)$")


def swap(editor: Editor, command: SwapPlaces) -> bool:
    if command.one:
        one, other = editor.find(command.one)[:1], editor.find(command.other)[:1]
    else:
        free = [one for one in editor.scene.entities if editor.positions_of(one)] or list(editor.scene.entities)
        one, other = free[:1], free[1:2]
    if not one or not other or one == other:
        return False
    ids = {one[0].id: other[0].id, other[0].id: one[0].id}
    _swap_positions(editor, one[0], other[0])
    relations = editor.scene.relations
    between = [relation for relation in relations if {relation.subject, relation.object} == set(ids)]
    turned = tuple(
        Relation(ids[rel.subject], rel.kind, ids[rel.object]) if rel in between else rel for rel in relations
    )
    if not between:
        turned = (*relations, Relation(other[0].id, "left", one[0].id))
    editor.set(relations=turned)
    return True


def _swap_positions(editor: Editor, one: Entity, other: Entity) -> None:
    """Each keeps its size."""
    places = editor.positions_of(one), editor.positions_of(other)
    moved = [
        replace(mine, x=theirs.x, foot=theirs.foot, depth=theirs.depth)
        for pair in (places, places[::-1])
        for mine, theirs in zip(*pair, strict=False)
    ]
    editor.reposition(moved)


def move(editor: Editor, clause: Clause, command: Move) -> bool:
    what = command.what
    if _move_to_middle(editor, what) or _move_to_side(editor, what):
        return True
    if command.verb in ("have", "let", "make"):
        return False
    return _move_next_to(editor, clause, what, insists=command.verb in ("move", "shift", "slide", "bring"))


def _move_to_middle(editor: Editor, what: str) -> bool:
    match = _MIDDLE.match(what)
    known = editor.find(match["who"]) if match else []
    for one in known:
        editor.displace(one)
    editor.remember(known)
    return bool(known)


def _move_to_side(editor: Editor, what: str) -> bool:
    for kind, pattern in _SIDES:
        match = re.match(rf"^(?P<who>.+?) {_HOW_FAR}(?:{pattern}){_HOW_FAR_AFTER}$", what)
        known = editor.find(match["who"]) if match else []
        if not known:
            continue
        mover = known[0]
        if _move_on_support(editor, mover, kind):
            return True
        if _shift(editor, known, kind, is_slight=_SLIGHT.search(what) is not None):
            editor.remember([mover])
            return True
        others = [one for one in editor.scene.entities if one not in known and not _is_attached(editor, one, mover)]
        editor.displace(mover)
        if others:
            editor.relate(mover, kind, others[0])
        else:
            editor.note(f"The {mover.noun} is the only object, so it was not moved.")
        editor.remember([mover])
        return True
    return False


def _move_on_support(editor: Editor, mover: Entity, kind: RelationKind) -> bool:
    """Past what else is on the same thing; what is there alone leaves it, unless it would fall off a table."""
    supports = [one for one in editor.scene.relations if one.subject == mover.id and one.kind in ("on", "in")]
    if not supports or kind not in ("left", "right"):
        return False
    support = editor.scene.entity(supports[0].object)
    siblings = {
        one.subject for one in editor.scene.relations if one.object == support.id and one.kind == supports[0].kind
    }
    editor.remember([mover])
    if len(siblings) > 1:
        others = [one for one in editor.scene.entities if one.id != mover.id]
        at = [number for number, one in enumerate(others) if one.id in siblings]
        place = at[0] if kind == "left" else at[-1] + 1
        editor.set(entities=(*others[:place], mover, *others[place:]))
        return True
    if not kinds.is_animate(mover.drawing):
        editor.note(f"The {mover.noun} is the only thing on the {support.noun}, so it was not moved.")
        return True
    editor.set(relations=tuple(one for one in editor.scene.relations if one != supports[0]))
    return False


def _shift(editor: Editor, known: list[Entity], kind: RelationKind, *, is_slight: bool) -> bool:
    """Moves things and nothing else; False where it is not known where they are."""
    positions = [one for entity in known for one in editor.positions_of(entity)]
    if not positions:
        return False
    middle = sum(one.x for one in positions) / len(positions)
    x, foot, unit, depth = 0.0, 0.0, 1.0, 0.0
    match kind:
        case "left" | "right":
            aim = SIDES[kind] if not is_slight else middle + (-NUDGE if kind == "left" else NUDGE)
            # What is there already goes on towards the edge.
            x = min(aim - middle, -NUDGE / 2) if kind == "left" else max(aim - middle, NUDGE / 2)
            if not is_slight:
                _make_room(editor, known, middle + x, middle)
        case "above" | "below":
            foot = (NUDGE if is_slight else RISE) * (-1 if kind == "above" else 1)
        case "behind":
            foot, unit, depth = -NUDGE, 0.78, -100.0
        case _:
            foot, unit, depth = NUDGE, 1.25, 100.0
    moved = [
        replace(one, x=one.x + x, foot=one.foot + foot, unit=one.unit * unit, depth=one.depth + depth)
        for one in positions
    ]
    for entity in known:
        editor.set(relations=tuple(one for one in editor.scene.relations if not _places(one, entity)))
        editor.change(entity, area=None)
    editor.reposition(moved)
    return True


def _make_room(editor: Editor, known: list[Entity], aim: float, left_at: float) -> None:
    """What stands where a thing goes to takes the place that it leaves."""
    movers = {one.id for one in known}
    attached = {one.id for one in editor.scene.entities for mover in known if _is_attached(editor, one, mover)}
    in_way = [
        one
        for one in editor.scene.positions
        if one.entity not in movers | attached and abs(one.x - aim) < ROOM and abs(one.x - left_at) > ROOM / 2
    ]
    editor.reposition([replace(one, x=left_at) for one in in_way[:1]])


def _places(relation: Relation, entity: Entity) -> bool:
    is_side = relation.kind in ("left", "right", "above", "below", "behind", "front", "beside")
    return is_side and entity.id in (relation.subject, relation.object)


def find_side(what: str) -> RelationKind | None:
    """Where something is added: "on the left"."""
    side = re.search(_ON_A_SIDE, what)
    return None if side is None else _SIDE_WORDS[side["side"]]


def place_added(editor: Editor, what: str, added: list[Entity]) -> None:
    """Puts what was added "on the left" left of what was there before, and "between them" in their middle."""
    old = [one for one in editor.scene.entities if one.id not in {new.id for new in added}]
    if not old or not added:
        return
    if _BETWEEN_THEM.search(what):
        editor.set(
            relations=(
                *editor.scene.relations,
                Relation(added[0].id, "right", old[0].id),
                Relation(added[0].id, "left", old[-1].id),
            )
        )
        return
    for new in added:
        side = re.search(rf"\b{re.escape(new.noun.split()[-1])}\w* {_ON_A_SIDE}", what)
        if side is not None and not any(one.subject == new.id for one in editor.scene.relations):
            editor.relate(new, _SIDE_WORDS[side["side"]], old[0])
            if side["high"] and not _is_high(editor.scene.entity(new.id)):
                editor.note(f"The {new.noun} stands on the ground, so it is on the {side['side']} and not at the top.")


def _is_high(one: Entity) -> bool:
    return kinds.belongs_in_sky(one.drawing) or kinds.flies(one.drawing) or one.action == "flying"


def _is_attached(editor: Editor, one: Entity, mover: Entity) -> bool:
    """What the mover wears, holds, or carries on its back goes along with it."""
    pairs = [
        (rel.subject, rel.object) for rel in editor.scene.relations if rel.kind in ("wearing", "holding", "eating")
    ]
    pairs += [(rel.object, rel.subject) for rel in editor.scene.relations if rel.kind in ("on", "in", "riding")]
    return (mover.id, one.id) in pairs


def _move_next_to(editor: Editor, clause: Clause, what: str, *, insists: bool) -> bool:
    wanted = _add_names(editor, clause, what)
    moved = [
        rel
        for rel in wanted.relations
        if editor.find_matching(wanted.entity(rel.subject)) or editor.find_matching(wanted.entity(rel.object))
    ]
    if not wanted.entities or not re.match(r"^(?:the|it|him|her|them|his|its|that|this|my)\b", what):
        return False
    known = editor.find_matching(wanted.entities[0])
    if not known or not moved:
        if insists and not known:
            editor.note(f"Nothing called “{wanted.entities[0].noun}” is in the picture, so nothing was moved.")
        return insists and not known
    mover = known[0]
    for relation in moved:
        subject, target = wanted.entity(relation.subject), wanted.entity(relation.object)
        other_wanted = target if subject.id == wanted.entities[0].id else subject
        others = [one for one in editor.find_matching(other_wanted) if one.id != mover.id]
        other = others[0] if others else editor.add(other_wanted)
        if other is None:
            continue
        if _changes_sides(editor, mover, relation, other):
            _swap_positions(editor, mover, other)
        elif subject.id == wanted.entities[0].id:
            editor.displace(mover, dismounts=relation.kind in ("on", "in", "under", "riding"))
            editor.relate(mover, relation.kind, other)
        else:
            editor.relate(other, relation.kind, mover)
    editor.remember([mover])
    return True


def _changes_sides(editor: Editor, mover: Entity, relation: Relation, other: Entity) -> bool:
    """Whether the mover comes to the other side of what is there already: each then takes the other one's place, since
    beside it there may be no room.
    """
    mine, theirs = editor.positions_of(mover), editor.positions_of(other)
    if relation.kind not in ("left", "right") or len(mine) != 1 or len(theirs) != 1:
        return False
    bound = [one for one in editor.scene.relations if mover.id in (one.subject, one.object)]
    is_left = mine[0].x < theirs[0].x
    return not bound and is_left == (relation.kind == "right")


def _add_names(editor: Editor, clause: Clause, what: str) -> Scene:
    referents = editor.find_referents()
    if referents:
        what = re.sub(r"^(?:it|him|her|them)\b", f"the {referents[0].noun}", what)
        what = re.sub(r"\b(?:it|him|her|them)$", f"the {referents[0].noun}", what)
    return editor.read(clause.restore(what))

"""Joins pairs that hug, kiss, shake hands, dance or fight: close together, face to face, placed as one cluster."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from limner_illustrator.catalog.kinds import is_animal, is_animate
from limner_illustrator.layout import kinds
from limner_illustrator.layout.placement import Cluster, Part
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.anchors import hand_of, middle_of
from limner_illustrator.subjects.figures.activities import activity_of
from limner_illustrator.subjects.figures.creatures import is_upright
from limner_illustrator.subjects.natural_size import natural_height
from limner_illustrator.subjects.subject import Subject

OVERLAPS = {
    "hugging": 0.2, "kissing": 0.12, "embracing": 0.2, "cuddling": 0.2, "dancing": 0.02, "waltzing": 0.02,
    "fighting": -0.02, "fencing": -0.02, "boxing": -0.02, "wrestling": 0.05, "shaking-hands": 0.05, "high-fiving": 0.05,
    "holding-hands": 0.02, "giving": 0.0, "talking": -0.2, "proposing": 0.0, "pushing": 0.0, "pulling": 0.0,
    "leading": -0.1, "petting": 0.16, "tending": 0.0, "toasting": 0.0, "hairdressing": 0.0, "arm-wrestling": 0.0,
    "tugging": 0.0, "scolding": -0.2, "scrubbing": 0.1, "grooming": 0.1, "milking": 0.12, "measuring": 0.0,
    "working-on": 0.0,
}  # fmt: skip
"""Action -> the overlap of a pair of which one is no figure, as a part of the narrower width."""
_DISTANCES = {
    "hugging": 0.24, "kissing": 0.26, "embracing": 0.24, "cuddling": 0.24, "waltzing": 0.36, "fighting": 0.56,
    "fencing": 0.9, "tending": 0.5, "toasting": 0.62, "hairdressing": 0.5,
    "boxing": 0.56, "wrestling": 0.46, "talking": 0.62, "giving": 0.5, "proposing": 0.56, "tugging": 0.98,
    "scolding": 0.72, "measuring": 0.46, "scrubbing": 0.46, "grooming": 0.46, "working-on": 0.5,
}  # fmt: skip
"""Action -> from the middle of one figure to that of the other, in heights. In all others the hands meet."""
_MOVED = frozenset({"pushing", "pulling", "leading"})
"""Actions in which a figure moves a thing or leads an animal, which then looks to the right, too."""
_DONE_TO_OTHERS = frozenset({
    "petting", "tending", "hairdressing", "scrubbing", "grooming", "milking", "measuring", "working-on",
})  # fmt: skip
"""Actions that the second one does not answer."""
_CLINGING = 0.3
"""The height of an animal that hugs a tree, in heights of the tree."""
_TALLER = 1.18
"""From this ratio of heights on, the taller one reaches down and the smaller one up."""
_FOR_TWO = frozenset({"giving", "proposing", "hugging", "kissing", "shaking-hands", "high-fiving", "holding-hands"})
"""Actions that a single doer does with the other person in the picture."""
_ANSWERS = {"giving": "receiving", "proposing": "surprised", "scolding": "scolded"}
"""What the second one does while the first does something else."""
_RELATED = ("beside", "looking_at", "holding", "front", "behind")

Copy = tuple[str, int]
"""An entity's id and the number of its copy."""


@dataclass(frozen=True, slots=True)
class Couple:
    first: Copy
    second: Copy
    action: str


def find_chain(scene: Scene) -> tuple[Copy, ...]:
    """Three or more figures that hold hands."""
    holders = [one for one in scene.entities if one.action == "holding-hands" and kinds.is_figure(one)]
    chain = tuple((one.id, copy) for one in holders for copy in range(one.count))
    return chain if len(chain) > 2 else ()


def find_couples(scene: Scene) -> tuple[Couple, ...]:
    """The pairs that a scene's actions and relations make, no one in two of them, or in a chain."""
    taken: set[Copy] = set(find_chain(scene))
    couples: list[Couple] = []
    for action, first, second in _candidates(scene):
        if first in taken or second in taken:
            continue
        taken |= {first, second}
        couples.append(Couple(first, second, action))
    return tuple(couples)


def _candidates(scene: Scene) -> Iterator[tuple[str, Copy, Copy]]:
    doing = {one.id: activity_of(one, scene) or one.action or "" for one in scene.entities}
    doers = [one for one in scene.entities if doing[one.id] in OVERLAPS and is_animate(one.drawing)]
    carried = {one.object for one in scene.relations if one.kind == "holding"}
    for relation in scene.relations:
        doer, other = scene.entity(relation.subject), scene.entity(relation.object)
        if doer not in doers or relation.kind not in _RELATED:
            continue
        action = doing[doer.id]
        if not is_animate(other.drawing) and not _can_grasp(doer, action, other):
            continue
        if relation.kind == "holding" and action != "giving":
            continue
        for copy in range(min(doer.count, other.count)):
            yield action, (doer.id, copy), (other.id, copy)
    for action in (one for one in OVERLAPS if one not in _MOVED):
        alike = [(one.id, copy) for one in doers if doing[one.id] == action for copy in range(one.count)]
        for first, second in zip(alike[::2], alike[1::2], strict=False):
            yield action, first, second
    for giver in doers:
        if giver.action in _FOR_TWO and giver.count == 1:
            others = [one for one in scene.entities if one is not giver and kinds.is_figure(one)]
            for other in others:
                if other.id not in carried:
                    yield giver.action, (giver.id, 0), (other.id, 0)


def _can_grasp(doer: Entity, action: str, thing: Entity) -> bool:
    """Whether a figure pushes or hugs a thing, or an animal a tree."""
    if kinds.is_figure(doer):
        return action in (*_MOVED, "hugging")
    return action == "hugging" and kinds.has(thing, "tree")


def poses_of(scene: Scene, couples: Sequence[Couple]) -> dict[Copy, str]:
    """The poses of the figures in couples."""
    poses: dict[Copy, str] = dict.fromkeys(find_chain(scene), "holding-hands-both")
    for couple in couples:
        first, second = scene.entity(couple.first[0]), scene.entity(couple.second[0])
        action = "hugging" if couple.action in ("embracing", "cuddling") else couple.action
        action = "waltzing" if action == "dancing" and _is_close(scene, couple) else action
        if action == "leading" and is_animal(second.drawing):
            poses[couple.second] = "walking"
        if _has_arms(first, action):
            poses[couple.first] = _reach(action, first, second)
        if _has_arms(second, action) and action not in _MOVED | _DONE_TO_OTHERS:
            poses[couple.second] = _ANSWERS.get(action) or _reach(action, second, first)
    return poses


def _has_arms(entity: Entity, action: str | None) -> bool:
    """Whether it is drawn with a figure's arms when it does this."""
    return kinds.is_figure(entity) or is_upright(entity, action)


def _is_close(scene: Scene, couple: Couple) -> bool:
    """Whether two dancers dance with each other: a man and a woman, or as said."""
    one, other = scene.entity(couple.first[0]), scene.entity(couple.second[0])
    related = any({each.subject, each.object} == {one.id, other.id} for each in scene.relations)
    return related or one.drawing != other.drawing


def _reach(action: str, figure: Entity, other: Entity) -> str:
    if action not in ("holding-hands", "hugging"):
        return action
    ratio = natural_height(figure) * figure.size / (natural_height(other) * other.size)
    return f"{action}-down" if ratio > _TALLER else f"{action}-up" if ratio < 1 / _TALLER else action


def unite_couples(scene: Scene, clusters: Sequence[Cluster], can_turn: Callable[[Cluster], bool]) -> list[Cluster]:
    united = _join_chain(scene, list(clusters))
    for couple in find_couples(scene):
        first, second = (_find(united, copy) for copy in (couple.first, couple.second))
        if first is not None and first is second:
            # Both on the same bridge: only the led one turns.
            united[united.index(first)] = _turn_led(first, couple)
        if first is None or second is None or first is second:
            continue
        united[united.index(first)] = _join(scene, couple.action, first, second, can_turn)
        united.remove(second)
    return united


def _join_chain(scene: Scene, clusters: list[Cluster]) -> list[Cluster]:
    """Side by side, hand in hand."""
    members = [one for copy in find_chain(scene) if (one := _find(clusters, copy)) is not None]
    if len(members) < 3 or len({id(one) for one in members}) < len(members):
        return clusters
    parts = [*members[0].parts]
    before = members[0].parent
    for member in members[1:]:
        reach = _offset(scene, before, hand_of) + _offset(scene, member.parent, hand_of)
        moved = member.move(before.x + reach - member.parent.x, 0)
        parts += moved.parts
        before = moved.parent
    chain = Cluster(tuple(parts))
    chain = chain.move(-(chain.left + chain.right) / 2, 0)
    return [chain if one is members[0] else one for one in clusters if one is members[0] or one not in members]


def _find(clusters: Sequence[Cluster], copy: Copy) -> Cluster | None:
    """The cluster whose parent it is, else one that it is a part of: a rider, someone on a bench."""
    for cluster in clusters:
        if (cluster.parent.entity.id, cluster.parent.copy) == copy:
            return cluster
    return next(
        (one for one in clusters if any((part.entity.id, part.copy) == copy for part in one.parts)),
        None,
    )


def _join(scene: Scene, action: str, first: Cluster, second: Cluster, can_turn: Callable[[Cluster], bool]) -> Cluster:
    """The first stands to the left. Icons look to the left, figures reach to the right."""
    if (
        action == "hugging"
        and not is_animate(second.parent.entity.drawing)
        and not kinds.is_figure(first.parent.entity)
    ):
        return _cling(second, first)
    reaches = [_has_arms(one.parent.entity, one.parent.pose) for one in (first, second)]
    for_figures = all(reaches)
    faces_right = reaches[0] and first.parent.pose is not None
    if can_turn(first) and first.parent.flip == faces_right:
        first = first.flip()
    moves = action in _MOVED and second.parent.entity.drawing.startswith(("noto:", "own:"))
    turns = moves or (reaches[1] and action not in _MOVED)
    if turns and (moves or can_turn(second)) and not second.parent.flip and second.parent.entity.text is None:
        second = second.flip()
    if for_figures and first.parent.pose and second.parent.pose:
        distance = _distance(scene, action, first.parent, second.parent)
        second_x = first.parent.x + distance
    elif action in ("pushing", "pulling") and first.parent.pose:
        second_x = first.parent.x + _offset(scene, first.parent, hand_of) + (second.parent.x - second.left)
    elif action == "hugging" and first.parent.pose:
        trunk = 0.5 if kinds.has(second.parent.entity, "tree") else 0.14
        second_x = first.parent.x + _offset(scene, first.parent, hand_of) + (0.5 - trunk) * second.parent.width
    else:
        overlap = OVERLAPS[action] * min(first.width, second.width)
        second_x = first.right - overlap + (second.parent.x - second.left)
    moved = second.move(second_x - second.parent.x, 0)
    pair = Cluster((*(part.move(0, 0, depth=0.05) for part in first.parts), *moved.parts))
    return pair.move(-(pair.left + pair.right) / 2, 0)


def _turn_led(cluster: Cluster, couple: Couple) -> Cluster:
    """With the animals that are led looking to the right, as who leads them does."""
    if couple.action not in _MOVED:
        return cluster
    return Cluster(
        tuple(
            replace(part, flip=True)
            if part.entity.id == couple.second[0] and part.entity.drawing.startswith("noto:")
            else part
            for part in cluster.parts
        )
    )


def _cling(tree: Cluster, animal: Cluster) -> Cluster:
    """An animal that hugs a tree clings to its trunk, above the ground."""
    scale = min(1.4, max(1.0, _CLINGING * tree.height / animal.height))
    trunk = tree.parent.x + (0.5 - 0.47) * tree.parent.width
    held = animal.move(trunk - animal.parent.x * scale, 0.06 * tree.height, scale, depth=0.1)
    return Cluster((*tree.parts, *(replace(part, rests=False) for part in held.parts)))


def _distance(scene: Scene, action: str, first: Part, second: Part) -> float:
    """From the middle of the first figure's box to that of the second's."""
    if first.pose == "waltzing":
        action = "waltzing"
    if action in _DISTANCES:
        stature = (first.height * _stature(first) + second.height * _stature(second)) / 2
        middles = _offset(scene, first, middle_of) + _offset(scene, second, middle_of)
        return middles + _DISTANCES[action] * stature
    return _offset(scene, first, hand_of) + _offset(scene, second, hand_of)


def _offset(scene: Scene, part: Part, find: Callable[[str, str | None, Subject | None], tuple[float, float]]) -> float:
    """How far right of the middle of its box a figure has a joint, before it is mirrored."""
    subject = Subject(scene.entity(part.entity.id), scene, part.copy, part.pose)
    return (find(part.entity.drawing, part.pose, subject)[0] - 0.5) * part.width


def _stature(part: Part) -> float:
    """How much taller a figure is when it stands than its box."""
    standing = natural_height(Entity(id="e1", noun=part.entity.noun, drawing=part.entity.drawing))
    posed = natural_height(Entity(id="e1", noun=part.entity.noun, drawing=part.entity.drawing, action=part.pose))
    return standing / posed

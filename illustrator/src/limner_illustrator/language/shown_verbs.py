"""Which verbs of a prompt a Scene shows: by the pose of an entity, by a relation to the object, or by its place."""

from collections.abc import Collection

from limner_illustrator.catalog import kinds
from limner_illustrator.language.described import Described
from limner_illustrator.language.token import Token
from limner_illustrator.language.visible import SHOWN_CRIES, glows, shows_action, shows_gait
from limner_illustrator.language.vocabulary.note_words import IGNORED, LOOSE_FORMS, ROUGH_VERBS
from limner_illustrator.language.vocabulary.verbs import HANDLING, Verb
from limner_illustrator.language.vocabulary.visible_looks import is_natural
from limner_illustrator.scene import Entity, RelationKind, Scene
from limner_illustrator.subjects.figures.action_poses import ACTION_POSES
from limner_illustrator.subjects.figures.activities import (
    POSES,
    WHEELCHAIR,
    WHEELED_SUFFIX,
    activity_of,
    find_pose,
    shows_too,
)
from limner_illustrator.subjects.figures.expressions import EXPRESSION_OF_WORD

UNPOSED = frozenset({"leaning", "leans"})
"""Verbs whose doers only stand, unless they are people."""
_SHOWN_BY: dict[str, tuple[str, ...]] = {
    "fencing": ("fighting",), "serving": ("carrying",), "sipping": ("drinking",), "mowing": ("pushing",),
    "pushing": ("walking", "running"),
    "slicing": ("chopping",), "forging": ("hammering",), "racketing": ("serving",), "riding": ("running",),
    "baking": ("cooking",), "dancing": ("waltzing",), "holding-hands": ("walking",), "petting": ("washing",),
    "scrubbing": ("washing",), "writing": ("painting",), "planting-flag": ("digging",),
    "wielding": ("painting", "holding"),
    "climbing-rope": ("climbing",), "spiking": ("throwing", "swinging"), "working-on": ("opening", "grooming"),
    "jumping": ("catching",), "giving": ("feeding",),
    "rock-climbing": ("climbing",), "picturing": ("painting", "writing"),
    "hairdressing": ("chopping", "shaving"), "tending": ("combing", "making-up", "feeding"),
}  # fmt: skip
"""Pose -> other actions that it shows, too."""
_BURNING = frozenset({"burning", "burns", "blazing", "flickering", "crackling", "smoldering", "roaring"})
_PLACED_BY_LAYOUT = frozenset({"standing", "lying", "sitting", "flying", "kneeling", "squatting"})
_IN_HANDS = frozenset({"carrying", "lifting", "giving", "serving", "pouring", "catching", "cradling"})
"""Actions that a thing in the hands shows, whatever the pose."""
_ANY_WORK = frozenset({"assembling", "inspecting", "inspects", "working on", "building", "fixing", "fixes"})
"""What hands at work on something show; they show neither carving nor decorating."""
_SLIDING = frozenset({"sliding down", "slides down"})
_AT_REST = frozenset({"standing", "portrait"})
_COMPANY = frozenset({
    "meeting", "accompanied by", "walking with", "together with", "along with", "followed by", "leading",
    "next to each other with", "performing", "performs",
})  # fmt: skip
"""Verbs that two things side by side show."""
_SHOWN_AS: dict[RelationKind, frozenset[str]] = {
    "holding": frozenset({"holding", "eating", "wearing", "riding", "on", "in"}),
    "eating": frozenset({"eating", "holding", "in", "on", "beside"}),
    "looking_at": frozenset({"looking_at"}),
    "riding": frozenset({"riding", "on", "in"}),
    "in": frozenset({"in", "riding", "on"}),
    "on": frozenset({"on", "riding", "in"}),
    "flying_over": frozenset({"flying_over", "above"}),
    "above": frozenset({"above", "flying_over"}),
    "left": frozenset({"left", "right", "behind", "beside"}),
    "wearing": frozenset({"wearing", "on"}),
}
"""Relation of a verb -> those of a Scene that show it."""


class ShownVerbs:
    def __init__(self, scene: Scene, looks: Collection[str], described: Described) -> None:
        self._scene = scene
        self._looks = looks
        self._described = described
        self._attributes = {look for one in scene.entities for look in one.attributes}
        self._meanwhile = {look for one in scene.entities for look in one.attributes if shows_too(one, look, scene)}
        """What they do besides their action."""

    def shows(self, token: Token, at: int) -> bool:
        verb: Verb = token.value
        if token.text in IGNORED:
            return True
        if token.text in UNPOSED:
            return self._is_pose_of_figure("leaning")
        if token.text in ("looking at", "looks at", "studying") and self._is_pose_of_figure("reading"):
            return True
        if verb.relation == "looking_at" and self._is_pose_of_figure("typing"):
            return True
        if verb.action == "catching" and any(one.kind == "eating" for one in self._scene.relations):
            return True
        if token.text in ("looking through", "looks through", "peering through") and self._is_pose_of_figure("spying"):
            return True
        if token.text in LOOSE_FORMS:
            return False
        if token.text.startswith("plant") and self._is_pose_of_figure("planting-flag"):
            return True
        if token.text.startswith("plant") and verb.action == "digging":
            plants_flag = any(self._does(one, "digging") for one in self._scene.entities if one.action != "digging")
            return plants_flag or any(kinds.is_plant(one.drawing) for one in self._described.object_of(at) or ())
        if verb.action == "working-on" and token.text not in _ANY_WORK:
            return False
        if token.text.startswith(("curled", "coiled")) and self._described.is_around(at + 1):
            return False
        if token.text.startswith("slid") and any(
            self._does(one, "sliding") or one.drawing == "noto:playground-slide" for one in self._scene.entities
        ):
            return True
        if token.text in _SLIDING:
            return bool(self._described.object_of(at))
        if verb.action == "glowing" or token.text in _BURNING:
            return any(glows(one.drawing) for one in self._scene.entities)
        if verb.action == "blooming":
            return any(is_natural("blooming", one.drawing) for one in self._scene.entities)
        if token.text.startswith(SHOWN_CRIES) and any(
            one.action == verb.action and shows_gait(one) for one in self._scene.entities
        ):
            return True
        is_pose = verb.action in ACTION_POSES
        if (token.text.partition(" ")[0] in ROUGH_VERBS or token.text in HANDLING) and not is_pose:
            return False
        if verb.action in EXPRESSION_OF_WORD and verb.action in self._looks:
            return True
        if verb.action in self._meanwhile or (verb.action == "hugging" and self._has_embrace()):
            return True
        if verb.action is not None and any(self._does(one, verb.action) for one in self._scene.entities):
            return True
        if is_pose and verb.action not in self._attributes:
            return False
        if verb.action == "playing" and self._scene.relations:
            return True
        if verb.relation is not None:
            return self._shows_relation(verb.relation, token, at)
        return verb.action in _PLACED_BY_LAYOUT and bool(self._scene.entities)

    def _sits_in_wheelchair(self, entity: Entity) -> bool:
        ridden = [one.object for one in self._scene.relations if one.subject == entity.id and one.kind == "riding"]
        return any(self._scene.entity(one).drawing == WHEELCHAIR for one in ridden)

    def _is_pose_of_figure(self, action: str) -> bool:
        return any(one.action == action and one.drawing.startswith("figure:") for one in self._scene.entities)

    def _does(self, entity: Entity, action: str) -> bool:
        """Whether the entity is drawn doing it: in the pose of the action, and not in another one for its hands."""
        if action not in (entity.action, *_SHOWN_BY.get(entity.action or "", ())) or not shows_action(entity):
            return False
        if not entity.drawing.startswith("figure:"):
            return True
        drawn = find_pose(activity_of(entity, self._scene) or entity.action)[0]
        wanted = find_pose(action)[0]
        if self._sits_in_wheelchair(entity) and f"{drawn}{WHEELED_SUFFIX}" not in POSES:
            return action in ("sitting", "riding")
        is_held = action in _IN_HANDS and any(
            one.subject == entity.id and one.kind == "holding" for one in self._scene.relations
        )
        return is_held or drawn == wanted or drawn not in (_AT_REST | {"holding"})

    def _shows_relation(self, wanted: RelationKind, token: Token, at: int) -> bool:
        objects = self._described.object_of(at)
        if wanted == "wearing" and (objects is None or not objects):
            return True  # a garment is a look of its wearer, and its noun is listed where it is none
        if wanted == "beside" and token.text not in _COMPANY:
            return False
        if objects is None:
            return bool(self._scene.relations)
        if not objects:
            return token.text in _COMPANY
        if token.text == "looking through":
            wanted = "holding"
        shown_as = _SHOWN_AS.get(wanted, frozenset({wanted}))
        ids = {one.id for one in objects}
        related = [one for one in self._scene.relations if {one.subject, one.object} & ids]
        return any(one.kind in shown_as for one in related) or (wanted == "beside" and bool(related))

    def _has_embrace(self) -> bool:
        """Whether an animal, which has no pose for it, is drawn clinging to what it hugs."""
        return any(
            one.kind == "beside" and self._scene.entity(one.subject).action == "hugging"
            for one in self._scene.relations
        )

"""Two activities at once: what the hands do while the legs walk or lie, and what the second hand does meanwhile."""

from dataclasses import replace

from limner_illustrator.subjects.figures.action_poses import ACTION_POSES
from limner_illustrator.subjects.figures.poses import BASIC_POSES, Point, Pose

WALKING_SUFFIX = "-walking"
IN_BED_SUFFIX = "-in-bed"
RECLINING_SUFFIX = "-reclining"

_WALK = BASIC_POSES["walking"]
_ON_THE_WAY = (
    "reading", "phoning", "texting", "drinking", "eating", "photographing", "playing-guitar", "playing-violin",
    "playing-flute", "playing-trumpet", "playing-saxophone", "playing-accordion", "playing-drum", "singing-along",
    "waving", "pointing", "blowing-bubbles", "selfie", "juggling", "cradling", "carrying-child", "crying", "holding-up",
    "cuddling-toy", "knitting", "clapping", "cheering", "spying", "noting", "carrying",
)  # fmt: skip
_LYING_DOWN = (
    "reading", "phoning", "texting", "drinking", "eating", "typing", "writing", "knitting", "playing-guitar", "gaming",
    "crying", "cradling", "cuddling-toy", "singing-along", "holding-up", "noting", "blowing-bubbles", "thinking",
)  # fmt: skip
_RAISED = 4.0
_LAP_TOOLS = {"laptop": "lap-laptop", "paper": "notepad"}
"""Tools with a desk, and what takes their place where there is none."""
_LAP_HANDS = {"laptop": ((3.0, 20.0), (12.0, 20.0)), "paper": ((-2.0, 16.0), (9.0, 13.0))}


def _shift(hand: Point | None) -> Point | None:
    """Over the lap, unless it is raised to the face."""
    return (hand[0] + 7, hand[1]) if hand is not None and hand[1] > _RAISED else hand


def _stretch_out(pose: Pose, *, lean: float) -> Pose:
    """The legs stretched out to the right, and the back against a pillow."""
    tool = pose.tool or ""
    left, right = _LAP_HANDS.get(tool, (_shift(pose.left_hand), _shift(pose.right_hand)))
    return replace(
        pose, left_leg=(-87, -90), right_leg=(-87, -90), astride=True, lean=lean, turn=0.6, left_hand=left,
        right_hand=right, tool=_LAP_TOOLS.get(tool, pose.tool),
    )  # fmt: skip


COMBINED: dict[str, Pose] = {
    "reading+drinking": Pose(left_hand=(-10, 16), right_hand=(7, -1), nod=-2, tool="book-aside", second_tool="cup"),
    "reading+eating": Pose(left_hand=(-10, 16), right_hand=(8, 1), tool="book-aside", second_tool="food"),
    "texting+drinking": Pose(left_hand=(-9, 13), right_hand=(7, -1), tool="phone-aside", second_tool="cup"),
    "texting+eating": Pose(left_hand=(-9, 13), right_hand=(8, 1), tool="phone-aside", second_tool="food"),
    "phoning+drinking": Pose(left_hand=(-12, -8), right_hand=(7, -1), tool="phone-aside", second_tool="cup"),
    "cooking+phoning": replace(
        ACTION_POSES["cooking"], left_hand=(-12, -8), nod=-4, expression="talking", second_tool="phone-aside"
    ),
    "writing+phoning": replace(
        ACTION_POSES["writing"], left_hand=(-12, -8), nod=-4, expression="talking", second_tool="phone-aside"
    ),
    "typing+phoning": replace(
        ACTION_POSES["typing"], right_hand=(12, -8), nod=4, expression="talking", second_tool="phone"
    ),
    "typing+drinking": replace(ACTION_POSES["typing"], right_hand=(7, -1), second_tool="cup"),
    "typing+eating": replace(ACTION_POSES["typing"], right_hand=(8, 1), second_tool="food"),
    "cradling+phoning": replace(
        ACTION_POSES["cradling"], right_hand=(12, -8), nod=3, turn=0, expression="talking", second_tool="phone"
    ),
    "cradling+cooking": replace(ACTION_POSES["cradling"], right_hand=(29, 19), reach=1.14, turn=0.3, second_tool="pan"),
}
"""A pose with "+" does both, each hand one of them."""
_SEAT = BASIC_POSES["sitting"]
COMPOUND_POSES: dict[str, Pose] = {
    **COMBINED,
    **{
        f"{name}-seated": replace(pose, left_leg=_SEAT.left_leg, right_leg=_SEAT.right_leg, thigh=_SEAT.thigh)
        for name, pose in COMBINED.items()
    },
    **{
        f"{name}{WALKING_SUFFIX}": replace(pose, left_leg=_WALK.left_leg, right_leg=_WALK.right_leg)
        for name, pose in {**BASIC_POSES, **ACTION_POSES, **COMBINED}.items()
        if name in _ON_THE_WAY or name in COMBINED
    },
    **{
        f"{name}{IN_BED_SUFFIX}": replace(_stretch_out(pose, lean=-16), second_tool="lap-blanket")
        for name, pose in {**BASIC_POSES, **ACTION_POSES}.items()
        if name in _LYING_DOWN
    },
    **{
        f"{name}{RECLINING_SUFFIX}": _stretch_out(pose, lean=-24)
        for name, pose in {**BASIC_POSES, **ACTION_POSES}.items()
        if name in _LYING_DOWN
    },
}
"""With "-walking" on the way, with "-in-bed" under a blanket, with "-reclining" stretched out."""


def combine(first: str, second: str) -> str | None:
    """The pose that does both, each the name of a pose; None if there is none."""
    return next((name for name in (f"{first}+{second}", f"{second}+{first}") if name in COMBINED), None)

"""Poses as angles of the limbs, or as places of the hands."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Angles in degrees: a limb's upper and lower half from hanging straight down, positive away from the body."""

    left_arm: tuple[float, float] = (13, 6)
    right_arm: tuple[float, float] = (13, 6)
    left_leg: tuple[float, float] = (3, 1)
    right_leg: tuple[float, float] = (3, 1)
    lean: float = 0
    """Of the trunk, positive to the right."""
    nod: float = 0
    """Of the head, on top of the trunk's."""
    turn: float = 0
    """Where the face looks: -1 left to 1 right."""
    thigh: float = 1
    """Foreshortening of the thighs: below 1 they come toward us."""
    astride: bool = False
    """Seen from the side on a mount: one leg shows."""
    roll: float = 0
    """Rotation of the whole figure in degrees: at -90 it is horizontal, with its head to the left."""
    asleep: bool = False
    front_hands: bool = False
    """The hands are before the chest, so that what they hold covers it."""
    left_hand: Point | None = None
    right_hand: Point | None = None
    """Where a hand is, from the neck, in units of a standing man; in place of the arm's angles."""
    reach: float = 1
    """Factor on the length of the arms: above 1 for hands that have to meet above the head."""
    tool: str | None = None
    """A name in `tools.TOOLS`: what the hands do it with."""
    second_tool: str | None = None
    """Another one, of a figure that does two things at once."""
    lift: float = 0
    """How high above the floor the lowest foot is."""
    expression: str | None = None
    """A name in `expressions.EXPRESSIONS`, unless the prompt names another one."""


BASIC_POSES: dict[str, Pose] = {
    "standing": Pose(),
    "portrait": Pose(),
    "waving": Pose(right_arm=(112, 158), nod=3),
    "walking": Pose(left_arm=(24, 44), right_arm=(26, 10), left_leg=(24, 12), right_leg=(12, 34), turn=-0.6, lean=-2),
    "running": Pose(left_arm=(44, 118), right_arm=(52, -22), left_leg=(64, -2), right_leg=(20, 72), turn=-0.7, lean=-9),
    "walking-back": Pose(
        left_arm=(26, 10), right_arm=(24, 44), left_leg=(12, 34), right_leg=(24, 12), turn=-0.6, lean=-2
    ),
    "passing": Pose(left_arm=(14, 18), right_arm=(14, 18), left_leg=(6, 3), right_leg=(9, 26), turn=-0.6, lean=-1),
    "running-back": Pose(
        left_arm=(52, -22), right_arm=(44, 118), left_leg=(20, 72), right_leg=(64, -2), turn=-0.7, lean=-9
    ),
    "jumping-over": Pose(
        left_arm=(40, 80), right_arm=(40, 80), left_leg=(34, 20), right_leg=(30, 46), turn=-0.7, lean=-7
    ),
    "dancing-back": Pose(
        left_arm=(66, 12), right_arm=(128, 172), left_leg=(40, -24), right_leg=(2, 0), lean=-4, nod=7, turn=-0.3
    ),
    "jumping": Pose(left_arm=(138, 160), right_arm=(138, 160), left_leg=(34, -38), right_leg=(26, -20)),
    "cheering": Pose(left_arm=(142, 168), right_arm=(142, 168)),
    "dancing": Pose(
        left_arm=(128, 172), right_arm=(66, 12), left_leg=(2, 0), right_leg=(40, -24), lean=4, nod=-7, turn=0.3
    ),
    "sitting": Pose(left_arm=(14, -8), right_arm=(14, -8), left_leg=(26, 4), right_leg=(26, 4), thigh=0.42),
    "perched": Pose(
        left_arm=(34, 66), right_arm=(-30, -66), left_leg=(84, 6), right_leg=(84, 6), turn=-0.8, astride=True
    ),
    "riding": Pose(
        left_arm=(46, 62), right_arm=(-24, -62), left_leg=(66, 4), right_leg=(66, 4), turn=-0.8, astride=True
    ),
    "holding": Pose(right_arm=(20, 112)),
    "sleeping": Pose(asleep=True, roll=-90, left_arm=(6, 2), right_arm=(6, 2)),
    "lying": Pose(roll=-90, left_arm=(6, 2), right_arm=(6, 2)),
    "flying": Pose(left_arm=(10, 8), right_arm=(168, 178), left_leg=(0, 2), right_leg=(5, 26), roll=58),
    "swimming": Pose(left_arm=(160, 176), right_arm=(150, 170), left_leg=(8, 4), right_leg=(12, 24), roll=-62),
    "thinking": Pose(right_arm=(22, -150), left_arm=(20, -60), nod=4, turn=0.3),
    "playing": Pose(left_arm=(126, 152), right_arm=(72, 112), left_leg=(4, 0), right_leg=(36, -18), lean=-3, nod=4),
}

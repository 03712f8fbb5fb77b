"""Poses as angles, and the verbs that ask for them."""

from dataclasses import dataclass


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


POSES: dict[str, Pose] = {
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
    "meditating": Pose(left_arm=(30, 34), right_arm=(30, 34), left_leg=(76, -84), right_leg=(76, -84)),
    "perched": Pose(
        left_arm=(34, 66), right_arm=(-30, -66), left_leg=(84, 6), right_leg=(84, 6), turn=-0.8, astride=True
    ),
    "riding": Pose(
        left_arm=(46, 62), right_arm=(-24, -62), left_leg=(66, 4), right_leg=(66, 4), turn=-0.8, astride=True
    ),
    "reading": Pose(left_arm=(16, -46), right_arm=(16, -46), nod=0, front_hands=True),
    "holding": Pose(right_arm=(20, 112)),
    "eating": Pose(right_arm=(34, -146), nod=2),
    "sleeping": Pose(asleep=True, roll=-90, left_arm=(6, 2), right_arm=(6, 2)),
    "flying": Pose(left_arm=(10, 8), right_arm=(168, 178), left_leg=(0, 2), right_leg=(5, 26), roll=58),
    "swimming": Pose(left_arm=(160, 176), right_arm=(150, 170), left_leg=(8, 4), right_leg=(12, 24), roll=-62),
    "thinking": Pose(right_arm=(22, -150), left_arm=(20, -60), nod=4, turn=0.3),
    "playing": Pose(left_arm=(126, 152), right_arm=(72, 112), left_leg=(4, 0), right_leg=(36, -18), lean=-3, nod=4),
    "strumming": Pose(left_arm=(34, 74), right_arm=(24, -52), nod=-4),
    "fighting": Pose(left_arm=(40, 100), right_arm=(74, 140), left_leg=(26, 4), right_leg=(22, 12), turn=-0.5),
}

_VERBS = {
    "waving": "wave waving greeting saluting hailing",
    "walking": "walk walking strolling hiking marching wandering going crossing shopping",
    "running": "run running jogging racing sprinting chasing fleeing skating skiing escaping",
    "jumping": "jump jumping leaping hopping bouncing skipping",
    "cheering": "cheer cheering celebrating winning praising stretching",
    "dancing": "dance dancing twirling spinning performing",
    "sitting": "sit sitting seated relaxing resting waiting crouching watching",
    "meditating": "meditate meditating kneeling cross-legged praying",
    "perched": "driving fishing rowing paddling",
    "riding": "ride riding biking cycling",
    "reading": "read reading studying writing drawing typing working",
    "holding": "hold holding carrying planting painting cooking serving showing lifting raising cleaning pointing "
    "casting selling",
    "eating": "eat eating drinking tasting biting licking singing",
    "sleeping": "sleep sleeping asleep napping dreaming lying",
    "flying": "fly flying soaring floating hovering gliding",
    "swimming": "swim swimming diving surfing snorkeling",
    "thinking": "think thinking wondering",
    "playing": "play playing",
    "fighting": "fight fighting fencing battling boxing",
    "standing": "stand standing looking posing smiling",
    "portrait": "portrait",
}
POSE_OF_VERB = {verb: pose for pose, verbs in _VERBS.items() for verb in verbs.split()}


def find_pose(name: str | None) -> tuple[str, Pose]:
    """By the name of a pose or a verb; what is not known stands."""
    key = name if name in POSES else POSE_OF_VERB.get(name or "", "standing")
    return key, POSES[key]

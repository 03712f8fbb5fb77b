"""Poses of people at work, at play and with each other: the hands go to the tool or to the other person."""

from dataclasses import replace

from limner_illustrator.subjects.figures.poses import BASIC_POSES, Pose
from limner_illustrator.subjects.figures.task_poses import TASKS

_SEAT = Pose(left_leg=(26, 4), right_leg=(26, 4), thigh=0.42)

WORK: dict[str, Pose] = {
    "cooking": Pose(left_hand=(-9, 10), right_hand=(15, 18), nod=2, tool="pan"),
    "pouring": Pose(left_hand=(-5, 19), right_hand=(17, 3), nod=-3, turn=-0.2, tool="jug"),
    "serving": Pose(right_hand=(21, 1), tool="tray"),
    "knitting": Pose(left_hand=(-7, 17), right_hand=(7, 17), nod=2, tool="needles"),
    "sewing": Pose(left_hand=(-6, 17), right_hand=(10, 12), nod=2, tool="needle"),
    "typing": Pose(left_hand=(-9, 20), right_hand=(9, 20), tool="laptop"),
    "writing": Pose(left_hand=(-11, 20), right_hand=(5, 19), nod=4, tool="paper"),
    "painting": Pose(left_hand=(-13, 17), right_hand=(22, 3), turn=0.7, tool="easel"),
    "rolling-paint": Pose(right_hand=(22, -7), turn=0.7, tool="roller"),
    "digging": Pose(left_hand=(4, 11), right_hand=(14, 26), lean=12, turn=0.6, left_leg=(22, 12), tool="spade"),
    "raking": Pose(left_hand=(4, 9), right_hand=(15, 24), lean=8, turn=0.6, left_leg=(18, 8), tool="rake"),
    "sweeping": Pose(left_hand=(2, 9), right_hand=(11, 22), lean=5, turn=0.5, left_leg=(12, 4), tool="broom"),
    "mopping": Pose(left_hand=(2, 9), right_hand=(11, 22), lean=5, turn=0.5, left_leg=(12, 4), tool="mop"),
    "vacuuming": Pose(right_hand=(18, 22), lean=6, turn=0.6, left_leg=(16, 8), tool="vacuum"),
    "ironing": Pose(left_hand=(-13, 21), right_hand=(10, 19), nod=4, tool="ironing-board"),
    "mowing": Pose(
        left_hand=(17, 17), right_hand=(24, 15), lean=9, turn=0.8, left_leg=(22, 20), right_leg=(20, 4), tool="mower"
    ),
    "feeding": Pose(left_hand=(-8, 18), right_hand=(24, 16), turn=0.6, nod=4, tool="crumbs"),
    "mixing": Pose(left_hand=(-10, 18), right_hand=(5, 12), nod=4, tool="bowl"),
    "combing": Pose(right_hand=(15, -14), left_hand=(-10, 3), nod=-4, tool="comb"),
    "shaving": Pose(right_hand=(10, -3), nod=-3, tool="razor"),
    "making-up": Pose(right_hand=(8, -1), left_hand=(-12, 6), tool="lipstick"),
    "watering": Pose(right_hand=(20, 16), turn=0.6, nod=4, tool="watering-can"),
    "hammering": Pose(left_hand=(-8, 19), right_hand=(20, -7), turn=0.3, nod=-3, tool="hammer"),
    "sawing": Pose(left_hand=(-12, 23), right_hand=(19, 9), nod=4, tool="saw"),
    "welding": Pose(left_hand=(10, 16), right_hand=(18, 18), lean=6, turn=0.6, tool="torch"),
    "repairing": Pose(left_hand=(-6, 16), right_hand=(10, 14), nod=3, tool="wrench"),
    "chopping": Pose(left_hand=(-9, 22), right_hand=(7, 16), nod=4, tool="board"),
    "kneading": Pose(left_hand=(-6, 22), right_hand=(6, 22), nod=4, tool="dough"),
    "washing": Pose(left_hand=(-6, 21), right_hand=(6, 21), nod=4, tool="basin"),
    "photographing": Pose(left_hand=(-7.4, 1), right_hand=(7.4, 1), tool="camera"),
    "phoning": Pose(right_hand=(12, -8), nod=4, tool="phone"),
    "texting": Pose(left_hand=(-3, 13), right_hand=(4, 14), nod=3, tool="smartphone"),
    "teaching": Pose(right_hand=(23, -6), turn=0.5, tool="board-behind"),
    "conducting": Pose(left_hand=(-19, 0), right_hand=(19, -4), nod=-2, tool="baton"),
    "carrying": Pose(left_hand=(-11, 18), right_hand=(11, 18), left_leg=(14, 8), right_leg=(4, 16), tool="load"),
    "carrying-box": Pose(left_hand=(-12, 18), right_hand=(12, 18), tool="box"),
    "forging": Pose(left_hand=(9, 20), right_hand=(20, -7), turn=0.5, lean=4, tool="anvil"),
    "baking": Pose(left_hand=(-17, 18), right_hand=(17, 18), tool="oven-tray"),
    "hosing": Pose(
        left_hand=(6, 18),
        right_hand=(17, 12),
        left_leg=(20, 14),
        right_leg=(22, 6),
        lean=-3,
        turn=0.7,
        expression="determined",
        tool="hose",
    ),
    "slicing": Pose(left_hand=(13, 15), right_hand=(21, 14), turn=0.7, nod=5, tool="knife"),
    "photographing-aside": Pose(left_hand=(9, 3), right_hand=(16, -1), turn=0.9, tool="camera-aside"),
    "roasting": Pose(left_hand=(9, 17), right_hand=(17, 15), turn=0.7, nod=3, tool="skewer"),
    "blowing-kiss": Pose(right_hand=(11, 1), turn=0.4, nod=2, expression="kissing", tool="blown-heart"),
    "lunging": Pose(
        roll=58,
        left_hand=(-3, -30),
        right_hand=(9, -29),
        left_leg=(4, 8),
        right_leg=(20, 40),
        reach=1.2,
        expression="determined",
        tool="caught",
    ),
    "manicure": Pose(left_hand=(-3, 18), right_hand=(5, 13), nod=5, tool="pen"),
    "plunging": Pose(
        left_arm=(132, 160),
        right_arm=(132, 160),
        left_leg=(62, -40),
        right_leg=(62, -40),
        lift=12,
        expression="laughing",
        tool="plunge",
    ),
    "snow-angel": Pose(
        roll=-90,
        left_arm=(104, 104),
        right_arm=(104, 104),
        left_leg=(30, 30),
        right_leg=(30, 30),
        expression="happy",
        tool="snow-print",
    ),
    "thumbs-up": Pose(right_hand=(20, 4), expression="happy", tool="thumb"),
    "pottery": replace(_SEAT, left_hand=(-6, 21), right_hand=(6, 21), nod=6, tool="potters-wheel"),
    "noting": Pose(left_hand=(-5, 15), right_hand=(6, 11), nod=4, tool="notepad"),
    "flexing": Pose(
        left_arm=(86, 174), right_arm=(86, 174), left_leg=(14, 4), right_leg=(14, 4), nod=-2, expression="determined"
    ),
    "scribbling": Pose(right_hand=(23, -5), turn=0.7, reach=1.06, tool="pen"),
    "spying": Pose(left_hand=(17, -3), right_hand=(10, -2), turn=0.9, nod=-2, tool="spyglass"),
    "trimming": Pose(left_hand=(9, 12), right_hand=(19, 9), turn=0.7, nod=3, tool="shears"),
    "tying-shoes": Pose(
        left_hand=(9, 36),
        right_hand=(13, 36),
        left_leg=(10, 82),
        right_leg=(80, 0),
        turn=0.7,
        lean=26,
        nod=10,
        reach=1.16,
    ),
    "tossing-up": Pose(left_hand=(-14, -4), right_hand=(14, -4), nod=-5, expression="happy", tool="tossed"),
    "holding-up": Pose(right_arm=(20, 112)),
    "presenting": Pose(left_hand=(-9, 17), right_hand=(9, 17), tool="load"),
}
PLAY: dict[str, Pose] = {
    "reading": Pose(left_hand=(-7, 17), right_hand=(7, 17), front_hands=True, nod=2, tool="book"),
    "kicking": Pose(left_arm=(70, 40), right_arm=(40, 80), left_leg=(10, 2), right_leg=(62, 50), lean=-12, nod=6,
        turn=0.6, tool="at-foot"),
    "kicking-ball": Pose(left_arm=(70, 40), right_arm=(40, 80), left_leg=(10, 2), right_leg=(62, 50), lean=-12, nod=6,
        turn=0.6, tool="ball-at-foot"),
    "cheerleading": Pose(left_hand=(-22, -15), right_hand=(22, -15), left_leg=(20, 6), right_leg=(20, 6),
        expression="happy", tool="pompoms"),
    "throwing": Pose(left_hand=(-20, 3), right_hand=(22, -14), left_leg=(26, 14), right_leg=(20, 24), lean=6, turn=-0.5,
        tool="in-hand"),
    "catching": Pose(left_hand=(2, -18), right_hand=(16, -18), left_leg=(20, 6), right_leg=(20, 6), turn=0.5,
        reach=1.1, tool="caught"),
    "dunking": Pose(left_hand=(-19, 6), right_hand=(15, -23), left_leg=(44, -30), right_leg=(20, 34), lift=30,
        reach=1.1, turn=0.6, tool="hoop"),
    "dribbling": Pose(left_hand=(-16, 12), right_hand=(16, 22), left_leg=(26, 8), right_leg=(26, 8), turn=0.3,
        tool="dribbled"),
    "lifting": Pose(left_hand=(-15, -22), right_hand=(15, -22), left_leg=(18, 4), right_leg=(18, 4), reach=1.1,
        expression="straining", tool="overhead"),
    "swinging": Pose(left_hand=(9, 6), right_hand=(12, 2), left_leg=(22, 6), right_leg=(22, 6), turn=-0.6, tool="bat"),
    "golfing": Pose(left_hand=(2, 24), right_hand=(5, 26), left_leg=(16, 4), right_leg=(16, 4), lean=3, nod=6,
        turn=0.4, tool="golf-club"),
    "racketing": Pose(left_hand=(-20, 10), right_hand=(25, -6), left_leg=(26, 14), right_leg=(24, 10), turn=0.5,
        tool="racket"),
    "aiming": Pose(left_hand=(-2, 4), right_hand=(27, 3), left_leg=(14, 4), right_leg=(14, 4), turn=0.9, tool="bow"),
    "boxing": Pose(left_hand=(-6, 3), right_hand=(25, 2), left_leg=(26, 6), right_leg=(22, 14), lean=4, turn=0.6,
        expression="determined", tool="gloves"),
    "wrestling": Pose(left_hand=(16, 16), right_hand=(25, 7), left_leg=(30, 30), right_leg=(24, 4), lean=14, turn=0.8,
        expression="determined"),
    "fighting": Pose(left_hand=(-3, 6), right_hand=(24, 3), left_leg=(30, 10), right_leg=(26, 12), lean=4, turn=0.7,
        expression="angry"),
    "fencing": Pose(left_hand=(-12, 12), right_hand=(23, 8), left_leg=(30, 10), right_leg=(26, 12), lean=4, turn=0.7,
        expression="determined", tool="sword"),
    "wielding": Pose(right_hand=(19, 14), tool="sword"),
    "yoga": Pose(left_hand=(-1.4, -31), right_hand=(1.4, -31), right_leg=(64, -80), left_leg=(0, 0), reach=1.32,
        expression="calm", tool="mat"),
    "skipping": Pose(left_hand=(-22, 17), right_hand=(22, 17), left_leg=(8, 20), right_leg=(8, 20), lift=9,
        expression="happy", tool="rope"),
    "skiing": Pose(left_hand=(-17, 17), right_hand=(17, 17), left_leg=(20, -14), right_leg=(20, -14), lean=4, nod=-3,
        tool="skis"),
    "skating": Pose(left_hand=(-26, 6), right_hand=(26, 2), left_leg=(4, 4), right_leg=(30, 62), lean=-8, nod=4,
        turn=-0.5, expression="happy", tool="skates"),
    "stretching": Pose(left_hand=(-26, -12), right_hand=(26, -12), left_leg=(26, 12), right_leg=(26, 12)),
    "meditating": Pose(left_arm=(30, 34), right_arm=(30, 34), left_leg=(76, -84), right_leg=(76, -84),
        expression="calm"),
    "praying": Pose(left_hand=(-1.3, 9), right_hand=(1.3, 9), nod=4, expression="calm"),
    "climbing": Pose(left_hand=(-11, -21), right_hand=(14, -8), left_leg=(30, -40), right_leg=(58, -50), reach=1.1),
    "fishing": Pose(left_hand=(9, 18), right_hand=(15, 11), turn=0.6, tool="rod"),
    "rowing": Pose(left_arm=(50, 78), right_arm=(-36, -84), left_leg=(84, 6), right_leg=(84, 6), turn=-0.8,
        astride=True, tool="oar"),
    "juggling": Pose(left_hand=(-15, 11), right_hand=(15, 11), nod=-3, tool="balls"),
    "clapping": Pose(left_hand=(-2.4, 8), right_hand=(3, 7), expression="laughing", tool="claps"),
    "singing": Pose(right_hand=(8, 1), left_hand=(-21, 5), nod=-3, expression="singing", tool="microphone"),
    "singing-along": Pose(left_hand=(-4, 15), right_hand=(4, 15), nod=-3, expression="singing"),
    "drinking": Pose(right_hand=(7, -1), nod=-3, tool="cup"),
    "sipping": Pose(right_hand=(7, -1), nod=-3, tool="cup"),
    "eating": Pose(right_hand=(8, 1), left_hand=(-8, 17), tool="food"),
    "brushing-teeth": Pose(right_hand=(9, 0), tool="toothbrush"),
    "blowing-bubbles": Pose(right_hand=(10, 1), turn=0.6, expression="blowing", tool="bubbles"),
    "blowing": Pose(left_hand=(-6, 18), right_hand=(6, 18), turn=0.6, expression="blowing"),
    "crying": Pose(left_hand=(-8.5, -6), right_hand=(8.5, -6), nod=2, expression="crying"),
    "shouting": Pose(left_hand=(-11, 1), right_hand=(11, 1), nod=-3, expression="shouting"),
    "surprised": Pose(left_hand=(-10, -2), right_hand=(10, -2), expression="surprised"),
    "pointing": Pose(right_hand=(28, 1), turn=0.7, tool="finger"),
    "saluting": Pose(right_hand=(10, -17)),
    "raising-hand": Pose(right_hand=(13, -29), reach=1.16, nod=-3, expression="happy"),
    "splashing": Pose(left_arm=(96, 120), right_arm=(96, 120), left_leg=(34, -30), right_leg=(26, -12), lift=7,
        expression="laughing", tool="puddle"),
    "bowing": Pose(left_hand=(-5, 25), right_hand=(5, 25), lean=18, nod=12, turn=0.5, expression="calm"),
    "pushing": Pose(left_hand=(20, 10), right_hand=(27, 7), lean=16, turn=0.9, left_leg=(34, 38), right_leg=(28, 2)),
    "pulling": Pose(left_hand=(17, 15), right_hand=(24, 12), lean=-14, nod=8, turn=0.9, left_leg=(14, 16),
        right_leg=(38, 12)),
    "tugging": Pose(left_hand=(15, 15), right_hand=(23, 13), lean=-18, nod=10, turn=0.9, left_leg=(14, 16),
        right_leg=(44, 14), expression="straining", tool="tug-rope"),
    "finishing": Pose(left_arm=(142, 166), right_arm=(142, 166), left_leg=(58, 0), right_leg=(16, 66), turn=-0.3,
        lean=-5, expression="happy", tool="finish-ribbon"),
    "steering": Pose(left_hand=(-21, 15), right_hand=(-14, 16), left_leg=(3, 1), right_leg=(16, 4), turn=-0.7),
    "leading": Pose(left_arm=(22, 40), right_hand=(20, 17), left_leg=(22, 10), right_leg=(12, 32), turn=0.6, lean=2),
}  # fmt: skip
FLOOR: dict[str, Pose] = {
    "handstand": Pose(roll=180, left_hand=(-11, -31), right_hand=(11, -31), left_leg=(6, 2), right_leg=(10, 34),
        reach=1.36),
    "cartwheel": Pose(roll=158, left_hand=(-20, -27), right_hand=(20, -27), left_leg=(44, 40), right_leg=(44, 40),
        reach=1.36, expression="happy"),
    "push-ups": Pose(roll=-72, left_arm=(72, 72), right_arm=(-72, -72), left_leg=(2, 2), right_leg=(2, 2), nod=40,
        turn=-0.5, astride=True, expression="determined"),
    "crawling": Pose(roll=-82, left_arm=(92, 76), right_arm=(-66, -84), left_leg=(78, -4), right_leg=(78, -4),
        nod=74, turn=-0.5, astride=True, reach=1.12),
    "sit-ups": Pose(roll=-55, left_hand=(-9, -9), right_hand=(9, -7), left_leg=(-80, 25), right_leg=(-80, 25), nod=24,
        turn=0.6, astride=True, expression="determined"),
    "squatting": Pose(left_hand=(-5, 11), right_hand=(5, 11), left_leg=(62, -30), right_leg=(62, -30)),
    "splits": Pose(left_arm=(80, 96), right_arm=(80, 96), left_leg=(86, 86), right_leg=(86, 86), expression="happy"),
}  # fmt: skip
MUSIC: dict[str, Pose] = {
    "playing-guitar": Pose(left_hand=(-22, 9), right_hand=(4, 19), nod=-4, turn=-0.3, tool="guitar"),
    "playing-violin": Pose(left_hand=(-23, 3), right_hand=(11, 6), nod=-7, turn=-0.5, expression="calm", tool="violin"),
    "playing-cello": replace(_SEAT, left_hand=(-6, 2), right_hand=(13, 24), left_leg=(40, 6), right_leg=(40, 6), nod=-3,
        expression="calm", tool="cello"),
    "playing-flute": Pose(left_hand=(8, -1.4), right_hand=(19, -0.6), nod=3, expression="blowing", tool="flute"),
    "playing-pipe": Pose(left_hand=(-0.6, 8), right_hand=(1.4, 15), expression="blowing", tool="pipe"),
    "playing-trumpet": Pose(left_hand=(13, -1), right_hand=(17, -2), turn=0.8, nod=-4, expression="blowing",
        tool="trumpet"),
    "playing-saxophone": Pose(left_hand=(3, 8), right_hand=(7, 18), turn=0.2, expression="blowing", tool="saxophone"),
    "playing-accordion": Pose(left_hand=(-17, 14), right_hand=(17, 14), tool="accordion"),
    "playing-drums": replace(_SEAT, left_hand=(-15, 9), right_hand=(16, 3), tool="drums"),
    "playing-drum": Pose(left_hand=(-6, 16), right_hand=(12, 10), tool="drum"),
    "playing-harp": replace(_SEAT, left_hand=(-12, 8), right_hand=(-4, 14), turn=-0.6, expression="calm", tool="harp"),
    "playing-piano": Pose(left_arm=(46, 84), right_arm=(-40, -84), left_leg=(84, 6), right_leg=(84, 6), turn=-0.8,
        astride=True, tool="piano"),
    "playing-keyboard": Pose(left_hand=(-11, 20), right_hand=(11, 20), nod=3, tool="keyboard"),
    "playing-instrument": Pose(left_hand=(-9, 16), right_hand=(9, 15), tool="load"),
    "cards": Pose(left_hand=(-5, 13), right_hand=(6, 13), nod=2, tool="cards"),
    "selfie": Pose(right_hand=(24, -6), nod=3, turn=0.3, reach=1.1, expression="happy", tool="selfie"),
    "petting": Pose(right_hand=(24, 17), turn=0.7, nod=4, expression="calm"),
    "tending": Pose(left_hand=(12, 17), right_hand=(23, 8), turn=0.7, nod=3),
    "hairdressing": Pose(left_hand=(14, 4), right_hand=(23, -5), turn=0.7, reach=1.1, tool="scissors"),
    "playing-chess": Pose(left_hand=(-9, 17), right_hand=(9, 17), nod=3),
    "gaming": Pose(left_hand=(-5, 16), right_hand=(5, 16), tool="gamepad"),
}  # fmt: skip
TOGETHER: dict[str, Pose] = {
    "hugging": Pose(left_hand=(16, 14), right_hand=(24, 6), lean=7, nod=-2, turn=0.9, expression="calm"),
    "hugging-down": Pose(left_hand=(13, 27), right_hand=(19, 22), lean=12, nod=8, turn=0.9, expression="calm"),
    "hugging-up": Pose(left_hand=(15, 6), right_hand=(22, 0), lean=4, nod=-6, turn=0.9, expression="calm"),
    "kissing": Pose(left_hand=(14, 18), right_hand=(20, 12), lean=5, turn=1, expression="kissing", tool="heart"),
    "shaking-hands": Pose(right_hand=(23, 17), turn=0.7),
    "high-fiving": Pose(right_hand=(27, -15), turn=0.6, reach=1.24, expression="laughing"),
    "holding-hands": Pose(right_arm=(30, 24), turn=0.3),
    "holding-hands-down": Pose(right_arm=(34, 40), turn=0.4, nod=3),
    "holding-hands-up": Pose(right_arm=(110, 128), turn=0.4, nod=-3),
    "waltzing": Pose(left_hand=(15, 14), right_hand=(25, -4), lean=3, turn=0.8, left_leg=(16, 16), right_leg=(10, 2)),
    "cuddling-toy": Pose(left_hand=(5, 16), right_hand=(-4, 18), expression="calm", tool="hugged"),
    "cradling": Pose(left_hand=(-9, 19), right_hand=(8, 20), nod=4, turn=-0.2, expression="calm", tool="swaddled"),
    "carrying-child": Pose(left_hand=(2, 18), right_hand=(13, 19), nod=-3),
    "carrying-person": Pose(left_hand=(-15, 17), right_hand=(15, 17), nod=-2),
    "arm-wrestling": Pose(right_hand=(23, 9), turn=0.8, lean=6, expression="determined"),
    "shouldering": Pose(left_hand=(-8, 17), right_hand=(8, 17), tool="little-legs"),
    "on-shoulders": Pose(left_hand=(-22, -12), right_hand=(22, -12), left_leg=(10, 0), right_leg=(10, 0), thigh=0.42,
        expression="happy"),
    "asleep-on-shoulders": Pose(left_hand=(-6, 12), right_hand=(6, 12), left_leg=(10, 0), right_leg=(10, 0), thigh=0.42,
        nod=12, asleep=True),
    "holding-hands-both": Pose(left_arm=(30, 24), right_arm=(30, 24), expression="happy"),
    "proposing": Pose(left_arm=(14, -8), right_hand=(24, 8), left_leg=(10, 82), right_leg=(80, 0), turn=0.8,
        tool="ring-box"),
    "giving": Pose(left_hand=(13, 16), right_hand=(22, 13), turn=0.8, tool="offered"),
    "toasting": Pose(right_hand=(21, -1), turn=0.6, expression="happy", tool="wine-glass"),
    "receiving": Pose(left_hand=(13, 16), right_hand=(22, 13), turn=0.8, expression="laughing"),
    "talking": Pose(right_hand=(19, 8), turn=0.7, expression="talking"),
    "scolding": Pose(left_hand=(-11, 19), right_hand=(25, 2), lean=5, turn=0.8, expression="shouting", tool="finger"),
    "scolded": Pose(left_hand=(-5, 22), right_hand=(5, 22), nod=7, turn=0.4, expression="sad"),
    "at-table": Pose(left_arm=(50, 70), right_arm=(-40, -70), left_leg=(84, 6), right_leg=(84, 6), turn=-0.9,
        astride=True, tool="stool"),
}  # fmt: skip
REST: dict[str, Pose] = {
    "sitting-down": Pose(left_hand=(-8, 27), right_hand=(8, 27), left_leg=(76, -84), right_leg=(76, -84)),
    "tucked-in-awake": Pose(roll=-90, left_arm=(6, 2), right_arm=(6, 2), tool="blanket"),
    "dozing-seated": replace(_SEAT, left_hand=(-8, 27), right_hand=(8, 27), nod=20, asleep=True),
    "carried": Pose(roll=-78, left_arm=(6, 2), right_arm=(6, 2), left_leg=(4, 20), right_leg=(8, 26)),
    "bathing": Pose(left_arm=(20, 6), right_arm=(20, 6), left_leg=(76, -84), right_leg=(76, -84), expression="calm"),
    "kneeling": Pose(left_arm=(14, -8), right_hand=(13, 17), left_leg=(10, 82), right_leg=(80, 0), turn=0.8, nod=4),
    "tucked-in": Pose(asleep=True, roll=-90, left_arm=(6, 2), right_arm=(6, 2), tool="blanket"),
}
_HANDS_FREE_OF_LEGS = frozenset({
    "reading", "knitting", "sewing", "phoning", "texting", "drinking", "eating", "pouring", "photographing",
    "crying", "talking", "praying", "clapping", "playing-guitar", "playing-violin", "playing-flute",
    "playing-pipe", "playing-trumpet", "playing-saxophone", "playing-accordion", "playing-instrument", "singing",
    "singing-along",
    "playing-chess", "blowing", "cradling", "cards", "selfie", "cuddling-toy", "feeding",
    "repairing", "presenting", "juggling", "pointing", "gaming", "fishing", "typing", "waving", "cheering",
    "dribbling", "racketing", "throwing", "catching", "painting", "aiming", "raising-hand", "hugging", "kissing",
    "toasting", "giving", "receiving", "high-fiving", "holding-hands", "arm-wrestling", "opening", "arms-crossed",
    "hands-on-belly", "facepalming", "cutting-cake", "shrugging", "combing", "making-up", "shaving", "brushing-teeth",
    "roasting", "spying", "petting", "tending", "working-on", "blowing-bubbles", "blowing-kiss", "thumbs-up",
    "flexing", "surprised", "shouting", "noting", "mixing", "scrubbing", "saluting",
})  # fmt: skip
_DONE_ON_ONE_KNEE = _HANDS_FREE_OF_LEGS | {
    "petting",
    "tending",
    "giving",
    "watering",
    "repairing",
    "hammering",
    "welding",
    "photographing-aside",
    "washing",
    "holding-up",
    "carrying",
    "writing",
    "shaking-hands",
    "hugging-down",
}
ACTION_POSES: dict[str, Pose] = {**WORK, **PLAY, **FLOOR, **MUSIC, **TOGETHER, **REST, **TASKS}
ACTION_POSES |= {
    f"{name}-seated": replace(pose, left_leg=_SEAT.left_leg, right_leg=_SEAT.right_leg, thigh=_SEAT.thigh)
    for name, pose in ACTION_POSES.items()
    if name in _HANDS_FREE_OF_LEGS
} | {
    f"{name}-on-ground": replace(pose, left_leg=(76, -84), right_leg=(76, -84))
    for name, pose in ACTION_POSES.items()
    if name in _HANDS_FREE_OF_LEGS
}
ACTION_POSES |= {
    f"{name}-kneeling": replace(pose, left_leg=(10, 82), right_leg=(80, 0), turn=0.8)
    for name, pose in ACTION_POSES.items()
    if name in _DONE_ON_ONE_KNEE
}
"""A pose with "-seated" is the same on a chair, with "-on-ground" cross-legged, with "-kneeling" on one knee."""

ACTION_POSES["writing-seated"] = replace(_SEAT, left_hand=(-9, 13), right_hand=(6, 12), nod=6, tool="pen")
_DONE_IN_THE_SADDLE = frozenset(
    {
        "reading",
        "texting",
        "phoning",
        "drinking",
        "eating",
        "singing",
        "juggling",
        "playing-guitar",
        "photographing",
        "playing-trumpet",
        "wielding",
        "blowing-kiss",
        "selfie",
        "aiming",
    }
)
ACTION_POSES |= {
    f"{name}-riding": replace(pose, left_leg=(66, 4), right_leg=(66, 4), astride=True, lean=0)
    for name, pose in {**ACTION_POSES, **BASIC_POSES}.items()
    if name in {*_DONE_IN_THE_SADDLE, "waving", "cheering"}
}
"""A pose with "-riding" is the same on a mount."""
_DONE_IN_A_WHEELCHAIR = (
    "reading", "knitting", "texting", "phoning", "drinking", "eating", "gaming", "singing", "photographing", "selfie",
    "playing-guitar", "playing-violin", "playing-flute", "cuddling-toy", "cradling", "throwing", "crying", "clapping",
    "talking", "flexing", "juggling", "aiming",
)  # fmt: skip
_WHEELED = Pose(left_arm=(-8, 40), right_arm=(8, -40), left_leg=(78, 14), right_leg=(78, 14), turn=-0.6, astride=True)
ACTION_POSES |= {
    "resting-wheeled": _WHEELED,
    "dribbling-wheeled": replace(
        _WHEELED, left_hand=(-20, -16), right_hand=(-8, -18), reach=1.12, tool="raised-basketball"
    ),
    "racketing-wheeled": replace(_WHEELED, right_hand=(-21, -9), tool="racket"),
} | {
    f"{name}-wheeled": replace(
        ACTION_POSES[name], left_leg=_WHEELED.left_leg, right_leg=_WHEELED.right_leg, turn=-0.6, astride=True
    )
    for name in _DONE_IN_A_WHEELCHAIR
}
"""In a wheelchair, from the side."""

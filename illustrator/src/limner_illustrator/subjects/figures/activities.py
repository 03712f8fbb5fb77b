"""What a figure does: the pose of a verb and its object, and the things that the drawing of the pose includes."""

from collections.abc import Iterator, Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.figures.action_poses import ACTION_POSES
from limner_illustrator.subjects.figures.compound_poses import (
    COMPOUND_POSES,
    RECLINING_SUFFIX,
    WALKING_SUFFIX,
    combine,
)
from limner_illustrator.subjects.figures.creatures import is_upright, profession_of
from limner_illustrator.subjects.figures.named_clothes import is_drawn_on_wearer
from limner_illustrator.subjects.figures.outfits import outfit_of
from limner_illustrator.subjects.figures.poses import BASIC_POSES, Pose

POSES: dict[str, Pose] = BASIC_POSES | ACTION_POSES | COMPOUND_POSES
SEATED_SUFFIX = "-seated"
WHEELED_SUFFIX = "-wheeled"
RIDING_SUFFIX = "-riding"
WHEELCHAIR = "noto:manual-wheelchair"

_VERBS = {
    "waving": "wave waving greeting hailing",
    "walking": "walk walking strolling hiking marching wandering going crossing shopping",
    "running": "run running jogging racing sprinting chasing fleeing skating skiing escaping",
    "jumping": "jump jumping leaping hopping bouncing skipping",
    "cheering": "cheer cheering celebrating winning praising",
    "dancing": "dance dancing twirling spinning performing",
    "sitting": "sit sitting seated relaxing resting waiting crouching watching",
    "meditating": "meditate cross-legged",
    "perched": "driving paddling",
    "riding": "ride riding biking cycling",
    "reading": "read studying",
    "typing": "working coding",
    "writing": "write drawing",
    "holding": "hold holding planting showing raising cleaning casting selling",
    "eating": "eat tasting biting licking",
    "sleeping": "sleep sleeping asleep napping dreaming",
    "flying": "fly flying soaring floating hovering gliding",
    "swimming": "swim swimming diving surfing snorkeling",
    "thinking": "think thinking wondering",
    "playing": "play playing",
    "fighting": "fight battling",
    "standing": "stand standing looking posing smiling laughing",
    "portrait": "portrait",
}
POSE_OF_VERB = {verb: pose for pose, verbs in _VERBS.items() for verb in verbs.split()}
_POSE_OF_INSTRUMENT = {
    "cello": "cello", "double bass": "cello", "bass": "cello", "clarinet": "pipe", "oboe": "pipe", "recorder": "pipe",
    "bassoon": "pipe", "noto:flute": "flute", "own:guitar": "guitar", "noto:guitar": "guitar", "noto:banjo": "guitar",
    "noto:violin": "violin", "noto:trumpet": "trumpet", "noto:saxophone": "saxophone", "noto:accordion": "accordion",
    "own:drums": "drums", "noto:drum": "drum", "noto:long-drum": "drum", "own:harp": "harp", "own:piano": "piano",
    "noto:musical-keyboard": "keyboard",
}  # fmt: skip
_POSE_OF_PLAYTHING = {
    "noto:soccer-ball": "kicking", "noto:basketball": "dribbling", "noto:tennis": "racketing",
    "noto:tennis-racket": "racketing", "noto:tennis-ball": "racketing", "noto:badminton-racket": "racketing",
    "noto:shuttlecock": "racketing", "noto:table-tennis-bat": "racketing", "noto:table-tennis-ball": "racketing",
    "noto:badminton": "racketing", "noto:ping-pong": "racketing", "noto:volleyball": "spiking",
    "noto:baseball": "swinging", "noto:softball": "swinging", "own:bat": "swinging", "noto:cricket-game": "swinging",
    "noto:american-football": "throwing", "noto:rugby-football": "throwing",
    "noto:flying-disc": "catching", "noto:flag-in-hole": "golfing", "noto:bowling": "throwing",
    "noto:bowling-ball": "throwing",
    "own:chess-table": "playing-chess", "noto:video-game": "gaming", "noto:joystick": "gaming",
}  # fmt: skip
_MEANWHILE = {"kneeling": "-kneeling", "walking": WALKING_SUFFIX, "lying": RECLINING_SUFFIX}
"""What the legs do, by the attribute that says so, in addition to what the hands do."""
FROM_BEHIND = "from-behind"
"""The attribute of those whose back we see."""
CHILDREN = frozenset({"figure:baby", "figure:child", "figure:boy", "figure:girl"})
_NOT_CARRIED = frozenset({"held_high", "on_string", "surface", "sit_on", "seat", "stand_on", "mount"})
_MAX_HELD_M = 2.0
_HOLDING_TOOLS = frozenset({"load", "overhead", "in-hand", "caught", "offered", "food", "cup", "tray"})
_OF_MANY = frozenset({"balls", "needles", "overhead", "board", "pan", "basin", "oven-tray", "bowl", "offered"})
_OF_COOKS = frozenset({"tray", "pan", "board", "food", "oven-tray", "load"})
_ARMS = frozenset({
    "noto:dagger", "noto:crossed-swords", "noto:shield", "noto:kitchen-knife", "own:longsword", "own:rapier",
    "own:katana", "own:scimitar", "own:mace", "own:flail", "own:war-hammer", "own:battle-axe",
})  # fmt: skip
_NOTE_TAKERS = frozenset({"figure:police-officer", "figure:waiter", "figure:journalist", "figure:detective"})
_MAX_TOY_M = 0.7
_TAKEN = ("holding", "eating", "behind")


def find_pose(name: str | None) -> tuple[str, Pose]:
    """By the name of a pose or a verb; what is not known stands."""
    key = name if name in POSES else POSE_OF_VERB.get(name or "", "standing")
    return key, POSES[key]


def is_seated(pose: str | None) -> bool:
    """Whether a figure in this pose has its legs before a seat."""
    return pose is not None and (pose == "sitting" or pose.endswith(SEATED_SUFFIX))


def seat(pose: str | None) -> str:
    """The same pose on a seat, as far as it can be done there."""
    name = f"{find_pose(pose)[0]}{SEATED_SUFFIX}"
    return name if name in POSES else "sitting"


def can_sit(action: str | None) -> bool:
    """Whether a figure that does this, or nothing, takes a seat that it is on."""
    name = find_pose(action)[0]
    return name in ("standing", "sitting-down") or f"{name}{SEATED_SUFFIX}" in POSES


def activity_of(entity: Entity, scene: Scene) -> str | None:
    """The name of the pose that an action and its object ask for; None where the action alone says it."""
    found = _activity_of(entity, scene)
    name = find_pose(found or entity.action)[0]
    both = next((one for look in entity.attributes if (one := combine(name, look)) is not None), None)
    if name == "cradling" and entity.action:
        both = both or combine(name, find_pose(entity.action)[0])
    found, name = both or found, both or name
    for look, suffix in _MEANWHILE.items():
        if look in entity.attributes and f"{name}{suffix}" in POSES:
            return f"{name}{suffix}"
    return found


def shows_too(entity: Entity, look: str, scene: Scene) -> bool:
    """Whether the pose shows this attribute besides the action: "walking" or "cooking" while on the phone."""
    pose = activity_of(entity, scene) or ""
    suffix = _MEANWHILE.get(look)
    return (suffix is not None and pose.endswith(suffix)) or ("+" in pose and look in pose.split("-")[0].split("+"))


def _activity_of(entity: Entity, scene: Scene) -> str | None:
    things = [scene.entity(one.object) for one in scene.relations if one.subject == entity.id]
    if kinds.is_person(entity.drawing) and list_riders(entity, scene):
        return "shouldering"
    child = next((one for one in things if _is_held(scene, entity, one) and one.drawing in CHILDREN), None)
    if entity.action == "carrying" and any(_is_held(scene, entity, one) and _is_adult(one) for one in things):
        return "carrying-person"
    if child is not None and child.count == 1 and kinds.is_person(entity.drawing):
        return "cradling" if child.drawing == "figure:baby" else "carrying-child"
    if entity.action == "playing" and entity.drawing == "figure:singer" and not things:
        return "singing"
    if entity.action == "playing":
        played = next((pose for one in things if (pose := _playing(one)) is not None), None)
        own = usual_activity(entity) or ""
        is_free = not any(_is_held(scene, entity, one) for one in things)
        played = played or (own if own.startswith("playing-") and is_free else None)
        return _take_seat(entity, scene, played)
    if entity.action == "painting" and (
        any(_is_coated(one) for one in things)
        or _is_supported(scene, entity, beside=False)
        or (scene.backdrop == "wall" and not things)
    ):
        return "rolling-paint"
    if entity.action == "singing" and entity.drawing.startswith("figure:") and _sings_along(entity, scene, things):
        return _take_seat(entity, scene, "singing-along")
    if "sitting" in entity.attributes and entity.action != "sitting":
        return _take_seat(entity, scene, entity.action)
    held = [one for one in things if _is_held(scene, entity, one)]
    walks_pets = entity.action == "walking" and not kinds.is_animal(entity.drawing)
    if walks_pets and any(kinds.is_animal(one.drawing) for one in things):
        return "leading"
    is_jar = bool(held) and "container" in thing_of(held[0].drawing).traits
    if (entity.action == "waving" and held) or (entity.action == "catching" and is_jar):
        return "holding"
    if entity.action in (None, "riding") and not held and _is_mounted(scene, entity):
        usual = usual_activity(entity)
        return usual if f"{usual}{RIDING_SUFFIX}" in POSES else None
    if entity.action == "writing" and entity.drawing in _NOTE_TAKERS and not _is_supported(scene, entity, beside=False):
        return "noting"
    if entity.action == "photographing" and any(
        one.subject == entity.id and one.kind == "looking_at" for one in scene.relations
    ):
        return "photographing-aside"
    if entity.action == "climbing" and not _is_supported(scene, entity):
        return "walking"
    if entity.action == "sitting" and not _is_supported(scene, entity):
        return "sitting-down"
    if entity.action == "swinging" and entity.noun.startswith("volleyball"):
        return "spiking"
    if entity.action == "swinging" and (usual := usual_activity(entity)) is not None:
        return usual
    if entity.action in ("hugging", "cuddling") and any(_is_toy(one) for one in things):
        return "cuddling-toy"
    if held and not any(_fits(one, entity, find_pose(entity.action)[1]) for one in held):
        # What the hands cannot hold in that pose is held as usual.
        return "holding" if find_pose(entity.action)[1].tool in _HOLDING_TOOLS else None
    if entity.action is None and not held and entity.text is None and not _is_supported(scene, entity):
        usual = usual_activity(entity)
        if usual is not None and (usual.startswith("playing-") or scene.view != "portrait"):
            return usual
    if entity.action is None and not held and not _is_supported(scene, entity, beside=False):
        own = usual_activity(entity) or ""
        if own.startswith("playing-"):
            return own
    if entity.action in (None, "standing") and held and thing_of(held[0].drawing).traits & {"instrument"}:
        return _playing(held[0])
    return None


def _sings_along(entity: Entity, scene: Scene, things: Sequence[Entity]) -> bool:
    """Whether it needs no microphone: neither on a stage nor alone, as a choir or friends around a fire."""
    is_heard = scene.backdrop == "stage" or (entity.drawing == "figure:singer" and scene.backdrop is None)
    has_one = any(one.drawing == "noto:microphone" for one in things)
    return not is_heard and not has_one and (entity.count > 1 or bool(things) or scene.backdrop is not None)


def list_taken(entity: Entity, scene: Scene, pose: str | None = None) -> list[Entity]:
    """What the drawing of a figure includes, in its hands or before it."""
    if not is_posed(entity, scene):
        return []
    name, found = find_pose(pose or activity_of(entity, scene) or entity.action)
    if found.tool is None or found.tool in (
        "finger",
        "claps",
        "blanket",
        "mat",
        "heart",
        "scissors",
        "crumbs",
        "skates",
        "little-legs",
        "hose",
        "knife",
        "puddle",
        "thumb",
        "potters-wheel",
        "snow-print",
        "plunge",
        "blown-heart",
        "tug-rope",
        "finish-ribbon",
        "rock-wall",
        "milking-stool",
        "grooming-brush",
        "measuring-tape",
        "sponge",
    ):
        return []
    kinds_of_relation = {
        "kicking": ("beside", "holding"),
        "dribbling": ("beside", "holding"),
        "cuddling-toy": ("beside", "holding"),
    }.get(name.removesuffix(SEATED_SUFFIX), _TAKEN)
    taken = [
        scene.entity(one.object)
        for one in scene.relations
        if one.subject == entity.id and one.kind in kinds_of_relation and one.object != entity.id
    ]
    at_table = any(one.kind == "behind" and one.subject == entity.id for one in scene.relations)
    if at_table and found.tool == "food":
        return []  # the meal is on the table
    filled = {one.object for one in scene.relations if one.kind in ("in", "on")}
    return [one for one in taken if one.id not in filled and _fits(one, entity, found)]


def list_riders(entity: Entity, scene: Scene, pose: str | None = None) -> list[Entity]:
    """The people on its shoulders, whatever its pose."""
    riders = [scene.entity(one.subject) for one in scene.relations if one.kind == "riding" and one.object == entity.id]
    return [one for one in riders if kinds.is_person(one.drawing)]


def is_posed(entity: Entity, scene: Scene, pose: str | None = None) -> bool:
    """Whether it is drawn with a figure's limbs: a person, or a creature that uses its hands."""
    if entity.drawing.startswith("figure:"):
        return True
    return is_upright(entity, find_pose(pose or activity_of(entity, scene) or entity.action)[0])


def all_taken(scene: Scene) -> Iterator[str]:
    """The ids of what the drawings of figures include."""
    for entity in scene.entities:
        for one in list_taken(entity, scene):
            yield one.id
    for link in scene.relations:
        is_figure = scene.entity(link.subject).drawing.startswith("figure:")
        if link.kind == "wearing" and is_figure and is_drawn_on_wearer(scene.entity(link.object).drawing):
            yield link.object


def _fits(thing: Entity, holder: Entity, pose: Pose) -> bool:
    record = thing_of(thing.drawing)
    if pose.tool == "microphone":
        return thing.drawing == "noto:microphone"
    if pose.tool == "hugged":
        return _is_toy(thing)
    if pose.tool in ("easel", "planted-flag"):
        return True
    if pose.tool == "sword":
        return thing.drawing in _ARMS
    if pose.tool == "swaddled":
        return thing.drawing == "figure:baby"
    is_dish = pose.tool in _OF_COOKS and kinds.lives_in_water(thing.drawing)
    if (kinds.is_animate(thing.drawing) and not is_dish) or kinds.is_building(thing.drawing):
        return False
    is_fixed = record.traits & _NOT_CARRIED and not record.traits & {"instrument", "portable"}
    if pose.tool not in ("overhead", "tray") and is_fixed:
        return False
    if "played_behind" in record.traits or "instrument" in record.traits:
        return True
    few = thing.count == 1 or thing.count <= holder.count or pose.tool in _OF_MANY
    return few and (record.height or 0.3) * thing.size <= _MAX_HELD_M


def _take_seat(entity: Entity, scene: Scene, pose: str | None) -> str | None:
    """The same pose cross-legged, of one who sits on nothing."""
    on_ground = f"{find_pose(pose)[0]}-on-ground"
    sits = "sitting" in entity.attributes and not _is_supported(scene, entity)
    return on_ground if pose is not None and sits and on_ground in POSES else pose


def usual_activity(entity: Entity) -> str | None:
    """What people of this kind, or an animal of this profession, do."""
    family, _, kind = entity.drawing.partition(":")
    found = kind if family == "figure" else profession_of(entity)
    return outfit_of(found).activity if found else None


def _playing(thing: Entity) -> str | None:
    return pose_with(thing.noun, thing.drawing)


def pose_with(noun: str, drawing: str) -> str | None:
    """The pose of one who plays an instrument or with a plaything."""
    for name in (noun, drawing):
        if name in _POSE_OF_INSTRUMENT:
            return f"playing-{_POSE_OF_INSTRUMENT[name]}"
        if name in _POSE_OF_PLAYTHING:
            return _POSE_OF_PLAYTHING[name]
    return "playing-instrument" if "instrument" in thing_of(drawing).traits else None


def _is_coated(thing: Entity) -> bool:
    return thing.noun.split()[-1] in ("wall", "fence", "house", "door", "room", "ceiling", "boat", "gate")


def _is_adult(thing: Entity) -> bool:
    return kinds.is_person(thing.drawing) and thing.drawing not in CHILDREN


def _is_toy(thing: Entity) -> bool:
    record = thing_of(thing.drawing)
    small = (record.height or 0.3) * thing.size <= _MAX_TOY_M
    return small and not kinds.is_animal(thing.drawing) and not kinds.is_person(thing.drawing)


def _is_held(scene: Scene, entity: Entity, thing: Entity) -> bool:
    return any(one.subject == entity.id and one.object == thing.id and one.kind == "holding" for one in scene.relations)


def _is_mounted(scene: Scene, entity: Entity) -> bool:
    return any(one.subject == entity.id and one.kind == "riding" for one in scene.relations)


def _is_supported(scene: Scene, entity: Entity, *, beside: bool = True) -> bool:
    places = ("on", "in", "riding", "behind", *(("beside",) if beside else ()))
    return any(one.subject == entity.id and one.kind in places for one in scene.relations)

"""Animals, robots and aliens that stand upright and use their hands: a figure's body under the icon's head."""

from dataclasses import dataclass, replace
from functools import lru_cache

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.catalog import records
from limner_illustrator.catalog.art import icon_svg
from limner_illustrator.catalog.body import Coat
from limner_illustrator.catalog.face import Point
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.bodies import TAILS
from limner_illustrator.subjects.figures import animal_heads
from limner_illustrator.subjects.figures.action_poses import MUSIC, PLAY, WORK
from limner_illustrator.subjects.figures.expressions import EXPRESSIONS
from limner_illustrator.subjects.figures.named_clothes import covers_trunk, dress, names_garment, top_color
from limner_illustrator.subjects.figures.outfits import Outfit, outfit_of
from limner_illustrator.subjects.figures.person import Person
from limner_illustrator.subjects.figures.skeleton import Body, Build
from limner_illustrator.subjects.figures.task_poses import TASKS
from limner_illustrator.subjects.icon import draw_icon, icon_bounds
from limner_illustrator.subjects.local_canvas import LocalCanvas, light_of
from limner_illustrator.subjects.recolor import average, is_near, recolor_svg
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.wardrobe.garments import COSTUMES, costume_of, kind_of_costume

_ANIMAL = Build(head=14, shoulder=10.6, waist=11, hip=10.8, torso=28, arm=27, leg=32, limb=7.2)
_ROBOT = Build(head=14, shoulder=12, waist=12, hip=10.5, torso=28, arm=28, leg=34, limb=6.4)
_ALIEN = Build(head=14, shoulder=8.4, waist=7, hip=7.4, torso=27, arm=28, leg=38, limb=4.6)
_STEEL: RGB = (126, 138, 150)
_MADE = {"robot": _ROBOT, "alien": _ALIEN}
_CHIN = 12.5
_BRIM = 0.72
"""How far up the head a hat's brim is, from the eyes to the top."""
_TURNED = 0.25
"""From here on a head that looks to the left is mirrored."""
_AS_ANIMALS_DO = frozenset({
    "eating", "drinking", "climbing", "pulling", "fighting", "wrestling", "crying", "surprised", "kicking", "catching",
    "digging", "praying", "hosing", "leading", "blowing", "stretching", "bowing", "pushing", "washing",
    "sneaking", "climbing-rope", "boarding", "balancing", "picking", "feeding",
})  # fmt: skip
"""What an animal does with its own body, not as a person does it."""
_SONGBIRDS = frozenset(
    {"bird", "dove", "rooster", "chicken", "baby-chick", "front-facing-baby-chick", "eagle", "parrot"}
)
"""They sing on their branch, without a microphone."""
_HANDS_ON = (
    frozenset(
        {
            *WORK,
            *PLAY,
            *MUSIC,
            *TASKS,
            "dancing",
            "waving",
            "cheering",
            "waltzing",
            "riding",
            "at-table",
            "cuddling-toy",
        }
    )
    - _AS_ANIMALS_DO
)


def is_upright(entity: Entity, pose: str | None) -> bool:
    """Whether an icon is drawn on a figure's body for what it does (the name of a pose) or for its profession."""
    family, _, name = entity.drawing.partition(":")
    if family != "noto" or not has_arms(name):
        return False
    if pose == "singing" and name in _SONGBIRDS:
        return False
    upright = (pose or "").removesuffix("-seated").removesuffix("-kneeling").removesuffix("-riding")
    works = upright in _HANDS_ON or profession_of(entity) is not None or _must_stand_to_dress(entity, pose)
    moves = name in _MADE and pose not in (None, "standing", "sleeping", "flying", "swimming")
    return works or moves


def _must_stand_to_dress(entity: Entity, pose: str | None) -> bool:
    """Whether clothes show only on a figure's body: the icon of the whole animal has no place for them."""
    name = entity.drawing.removeprefix("noto:")
    is_free = pose not in ("sleeping", "lying", "flying", "swimming", "running", "perched")
    bare = _cut_of(head_of(name)) is not None and thing_of(entity.drawing).fit is None
    return bare and is_free and any(names_garment(look) for look in entity.attributes)


def has_arms(name: str) -> bool:
    """Whether there is a head of this icon for a figure's body."""
    return name in _MADE or _coat_of(head_of(name)) is not None or animal_heads.has_head(name)


def holds_upright(drawing: str) -> bool:
    """Whether an animal that is drawn whole stands upright when it holds something: it has no hands else."""
    family, _, name = drawing.partition(":")
    return family == "noto" and _cut_of(head_of(name)) is not None


@lru_cache(maxsize=512)
def head_of(name: str) -> str:
    """The icon of an animal's head, by that of the whole animal."""
    return next((head for head, thing in records.drawings("noto") if thing.coat and thing.whole == name), name)


def _coat_of(name: str) -> Coat | None:
    return thing_of(f"noto:{name}").coat


def profession_of(entity: Entity) -> str | None:
    """The kind of person that an animal or a robot is by its attributes, where it has no costume of its own for it."""
    found = _named_kind(entity)
    if found is None:
        return None
    word, kind = found
    if (
        entity.drawing.removeprefix("noto:") in _MADE
        or _cut_of(head_of(entity.drawing.removeprefix("noto:"))) is not None
        or outfit_of(kind).activity
        or kind_of_costume(word) not in COSTUMES
    ):
        return kind
    return None


def _named_kind(entity: Entity) -> tuple[str, str] | None:
    """An attribute, and the kind of person that it names."""
    for word in entity.attributes:
        kind = records.nouns().get(word, "").partition("figure:")[2]
        if kind and kind not in ORDINARY and costume_of(entity.noun, (word,)) in (None, kind_of_costume(word)):
            return word, kind
    return None


ORDINARY = frozenset(
    {"person", "man", "woman", "boy", "girl", "child", "baby", "old-man", "old-woman", "elf", "zombie"}
)


@dataclass(frozen=True, slots=True)
class Creature:
    """What a figure has instead of a face and hair."""

    name: str
    head_svg: str
    coat: Coat | None
    fur: RGB

    def draw_head(self, pen: LocalCanvas, turn: float) -> None:
        """In head units, the chin on the neck."""
        cut = _cut_of(self.name)
        if cut is not None:
            x, y, scale, side = _place_cut(cut, turn)
            with pen.at(0, _CHIN, stretch=(side * scale, scale)), pen.at(-x, -y):
                cut.draw(pen, self.head_svg)
            return
        left, top, right, bottom = icon_bounds(self.head_svg)
        wide = 31.0 * (self.coat.head / 62 if self.coat else 1.0)
        scale = min(wide / (right - left), 33 / (bottom - top))
        with pen.at(-(left + right) / 2 * scale, 12.5 - bottom * scale, scale=scale):
            draw_icon(pen, self.head_svg)

    def find_brow(self, turn: float) -> tuple[Point, Point, Point] | None:
        """The top of a cut head, the middle between its eyes and the right end of a hat's brim, in head units."""
        cut, face = _cut_of(self.name), thing_of(f"noto:{self.name}").head
        if cut is None or face is None:
            return None
        x, y, scale, side = _place_cut(cut, turn)
        (cx, cy), (ex, ey) = (
            ((one[0] - x) * scale * side, (one[1] - y) * scale + _CHIN) for one in (face.crown, face.eyes)
        )
        return (ex + (cx - ex) / _BRIM, ey + (cy - ey) / _BRIM), (ex, ey), (cx + face.width / 2 * scale, cy)

    def draw_tail(self, pen: LocalCanvas, body: Body) -> None:
        if self.coat is None or self.coat.tail is None:
            return
        pale = self.coat.belly or mix(self.fur, (255, 250, 240), 0.66)
        with pen.at(body.hip[0] + 1, body.hip[1] + 3, scale=0.62), pen.at(-62, -100):
            TAILS[self.coat.tail](pen, self.fur, pale, mix(self.fur, (30, 10, 10), 0.42))


def _place_cut(cut: animal_heads.AnimalHead, turn: float) -> tuple[float, float, float, int]:
    """The point of the icon that is on the neck, the scale, and -1 where it is mirrored."""
    left, top, right, bottom = cut.box
    x = 0.7 * cut.neck[0] + 0.15 * (left + right)
    return x, 0.5 * (cut.neck[1] + bottom), min(36 / (right - left), 33 / (bottom - top)), -1 if turn > _TURNED else 1


def _cut_of(name: str) -> animal_heads.AnimalHead | None:
    return animal_heads.cut_head(name) if animal_heads.has_head(name) and _coat_of(name) is None else None


def make_creature(subject: Subject, *, turn: float = 0) -> Person:
    name = head_of(subject.entity.drawing.removeprefix("noto:"))
    svg = icon_svg(name)
    coat = _coat_of(name)
    color = subject.color
    if color is not None and coat is not None and is_near(svg, color):
        color = None
    head = recolor_svg(svg, color) if color else svg
    cut = _cut_of(name)
    fur = color or (coat.fur if coat else None) or (cut.fur if cut else average(head))
    limbs = (coat.limbs if coat and not color else None) or mix(fur, (60, 20, 10), 0.08)
    paws = (coat.paws if coat and not color else None) or (cut.feet if cut else light_of(limbs, 0.1))
    named = _named_kind(subject.entity)
    bare = _bare(name, fur, coat)
    if covers_trunk(subject):
        bare = replace(bare, top=Outfit().top, extras=tuple(one for one in bare.extras if one != "belly"))
    outfit = dress(bare if named is None else _outfit(*named), subject)
    is_dressed = named is not None or any(names_garment(look) for look in subject.entity.attributes)
    stream = subject.random("clothes")
    skin: RGB = _STEEL if name == "robot" else (fur if name == "alien" else limbs)
    return Person(
        kind=named[1] if named else name,
        outfit=outfit if is_dressed else replace(outfit, shoes=paws),
        build=_MADE.get(name, _ANIMAL),
        age="adult",
        female=False,
        skin=skin,
        hair=fur,
        haircut="bald",
        beard=None,
        beard_color=fur,
        top=(top_color(subject, is_plain=True) if is_dressed else None) or stream.choice(outfit.top),
        bottom=stream.choice(outfit.bottom),
        iris=0,
        eyes=None,
        freckles=False,
        expression=EXPRESSIONS["smiling"],
        text=subject.text,
        turn=turn,
        asleep=False,
        close_up=False,
        creature=Creature(name, head, coat, fur),
    )


def _bare(name: str, fur: RGB, coat: Coat | None) -> Outfit:
    if name == "robot":
        return Outfit(top=(fur,), bottom=(_STEEL,), garment="plating", sleeves="none", legs="bare", shoes=_STEEL)
    if name == "alien":
        suit: RGB = (104, 92, 190)
        return Outfit(top=(suit,), bottom=(suit,), garment="bodysuit", trim=(250, 214, 90), extras=("belt",))
    cut = _cut_of(name)
    belly = (coat.belly if coat else None) or (cut.belly if cut else None) or mix(fur, (255, 250, 240), 0.66)
    return Outfit(
        top=(fur,), bottom=(fur,), garment="bodysuit", sleeves="none", legs="bare", extras=("belly",), trim=belly
    )


def _outfit(word: str, kind: str) -> Outfit:
    """Of a profession. The hat of a costume is a thing of its own."""
    row = outfit_of(kind)
    outfit = row.her if row.gender == "female" and row.her is not None else row
    hat = None if kind_of_costume(word) in COSTUMES else outfit.hat
    behind = tuple(one for one in outfit.behind if one != "wings")
    return replace(outfit, skin=None, haircut=None, beard=None, hat=hat, behind=behind)

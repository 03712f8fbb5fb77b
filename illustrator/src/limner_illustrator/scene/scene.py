"""The Scene: what a picture shows, as frozen dataclasses with versioned JSON. The illustrator's main functions map from
or to it: parse(prompt) -> Scene, edit_scene(Scene, instruction) -> Scene, paint(Scene, size) -> pixels.
"""

import random
import re
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from limner_illustrator.scene.graphic import Graphic, GraphicItem, GraphicLink

VERSION = 1
_JSON_KEYS = {"backdrop": "setting"}
"""Fields of the Scene that have another name in JSON."""

# Limits for data that is read from files.
MAX_ITEMS = 100
MAX_LETTERS = 500
MAX_PROMPT_LETTERS = 40_000
_ID = re.compile(r"e[1-9][0-9]{0,5}")
_BOUNDS = {
    "count": (1, 100),
    "size": (0.05, 20.0),
    "seed": (-(2**64), 2**64),
    "subject_seed": (-(2**64), 2**64),
    "composition": (0, 2**32),
    "copy": (0, 1000),
    "x": (-4, 5),
    "foot": (-4, 5),
    "unit": (0.0, 50.0),
    "depth": (-10_000, 10_000),
    "grown": (0.05, 20.0),
    "value": (-1e15, 1e15),
    "start": (-1e15, 1e15),
    "source": (0, MAX_ITEMS - 1),
    "target": (0, MAX_ITEMS - 1),
}
_PATTERNS = {
    "drawing": re.compile(r"(?:noto|own|figure):[a-z0-9-]{1,80}"),
    "look": re.compile(r"e[1-9][0-9]{0,5}/[0-9]{1,3}"),
    "noun": re.compile(r".*\S.*", re.DOTALL),
}
_SURROGATES = re.compile(r"[\ud800-\udfff]")
"""Lone surrogates, which can be neither drawn nor encoded."""

FIELD_COUNT = 14
"""From this count on, an entity fills a field: as many are drawn as fit."""

Time = Literal["day", "sunset", "dawn", "night"]
Weather = Literal["clear", "cloudy", "rain", "storm", "snow", "fog"]
Season = Literal["spring", "summer", "autumn", "winter"]
View = Literal["normal", "top", "portrait", "close", "wide", "low", "behind", "side"]
Area = Literal[
    "left", "right", "middle", "top", "bottom", "front", "back", "top left", "top right", "bottom left", "bottom right",
]  # fmt: skip
RelationKind = Literal[
    "left", "right", "above", "below", "behind", "front", "beside", "on", "in", "under",
    "riding", "holding", "wearing", "eating", "looking_at", "flying_over", "shaped_like", "made_of",
    "around",
]  # fmt: skip


class SceneError(ValueError):
    """The data is not a Scene of a supported version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One kind of thing in the picture, `count` of them."""

    id: str
    """Stable through edits, because it seeds the entity's random stream."""
    noun: str
    """The prompt's noun in lower case and singular."""
    drawing: str
    """`noto:fox` (an icon), `own:sofa` (drawn in subjects/objects), or `figure:wizard` (a person by kind or
    profession)."""
    count: int = 1
    color: str | None = None
    """A name in `palette.COLORS`."""
    material: str | None = None
    size: float = 1.0
    """Factor on the natural size: tiny 0.45, small 0.65, big 1.3, huge 1.6, giant 1.8."""
    text: str | None = None
    """Lettering on the thing."""
    action: str | None = None
    """A verb that sets the pose: sitting, sleeping, running, flying, dancing, ..."""
    attributes: tuple[str, ...] = ()
    """The adjectives of the noun, in order."""
    area: Area | None = None
    """The part of the picture where the prompt wants it, whatever else is there."""
    look: str | None = None
    """ "e1/2": what is left to chance is as in copy 2 of e1, from which an edit separated this thing."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`Relation("e1", "riding", "e2")`: e1 rides e2. `left`: the subject is to the left of the object."""

    subject: str
    kind: RelationKind
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one copy of an entity is, with what it carries; an edit keeps it unless it speaks of it."""

    entity: str
    """Its id."""
    copy: int = 0
    x: float
    """Of the middle of its foot, as a part of the picture's width."""
    foot: float
    """As a part of the picture's height."""
    unit: float
    """How large it is drawn, in the picture's shorter edge."""
    depth: float = 0.0
    """Painting order, smallest first."""
    grown: float = 1.0
    """How much larger it is for what is on it or in it."""
    mirrored: bool = False
    """Whether what is on it or in it is on the other side of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    prompt: str
    seed: int = 0
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    backdrop: str | None = None
    """A name in BACKDROPS. None chooses one by the entities. In JSON, the key is "setting"."""
    accents: tuple[str, ...] = ()
    """Additional scenery: stars, mountains, ... that a backdrop may include."""
    absent: tuple[str, ...] = ()
    """Scenery that the backdrop leaves out: cloud, tree, people, ..., as named in vocabulary/absences.py."""
    time: Time = "day"
    weather: Weather = "clear"
    season: Season | None = None
    mood: str | None = None
    """For prompts without drawable things: nostalgia, joy, sadness, anger, calm, mystery, hope, love, chaos, energy."""
    styles: tuple[str, ...] = ()
    """Names in the registry of art styles, the main one first. () is the default soft 3D."""
    texts: tuple[str, ...] = ()
    """Lettering that belongs to no entity, drawn as a banner or sign."""
    view: View = "normal"
    transparent: bool = False
    tone: Literal["vivid", "natural"] | None = None
    """The API's `style`, which adjusts colour and contrast."""
    graphic: Graphic | None = None
    """What is composed instead of painted: a chart, a diagram, ... A kind may also show the entities."""
    composition: int = 0
    """Above 0, the seed also chooses what the prompt leaves open: pose, side, distance and framing, differently for
    other subjects. 0 is the fixed composition of Scenes that lack the field.
    """
    subject_seed: int | None = None
    """Seeds the looks of the entities, so that a variation shows the same person elsewhere. None: `seed` does."""
    adjustments: tuple[str, ...] = ()
    """Instructions for the pixels ("more contrast"), which are followed again whenever the Scene is painted."""
    positions: tuple[Position, ...] = ()
    """Of what was there before an edit; everything else is arranged anew. Those of entities that are gone count for
    nothing.
    """

    @property
    def is_white(self) -> bool:
        """Whether there is snow on the ground."""
        return self.season == "winter" or self.weather == "snow" or "snow" in self.accents

    @property
    def is_close(self) -> bool:
        """Whether its subject fills the picture, cropped to its head if it has one."""
        return self.view in ("portrait", "close")

    @property
    def is_composed_by_seed(self) -> bool:
        """Seed 0, which a request without a seed has, keeps its subject in the middle."""
        return self.composition > 0 and self.seed != 0

    def entity(self, entity_id: str) -> Entity:
        return next(entity for entity in self.entities if entity.id == entity_id)

    def random(self, entity_id: str, purpose: str) -> random.Random:
        """A separate stream for each (entity, purpose), so that recolouring one entity does not move another.

        Use "scene" as the id for what belongs to no entity.
        """
        is_look = entity_id != "scene" and self.subject_seed is not None
        seed = self.subject_seed if is_look else self.seed
        composed = f"/{self.composition}" if self.composition and entity_id == "scene" else ""
        key = f"{seed}{composed}:{entity_id}:{purpose}".encode()
        return random.Random(int.from_bytes(blake2b(key, digest_size=8).digest(), "big"))

    def next_id(self) -> str:
        """An id greater than all entity ids of this Scene."""
        return f"e{max((int(entity.id[1:]) for entity in self.entities), default=0) + 1}"

    def to_json(self) -> dict[str, Any]:
        """JSON data without default values."""
        return {"version": VERSION, **_to_plain(self)}

    @classmethod
    def from_json(cls, data: Any) -> "Scene":
        """Raises SceneError for all data that `to_json` of this version does not produce, because it may come from
        an uploaded file.
        """
        if not isinstance(data, dict) or type(data.get("version")) is not int or data["version"] != VERSION:
            raise SceneError(f"Not a Scene of version {VERSION}: {_excerpt(data)}")
        if not _JSON_KEYS.keys().isdisjoint(data):
            raise SceneError(f"Not a Scene: {_excerpt(data)}")
        names = {key: name for name, key in _JSON_KEYS.items()}
        plain = {names.get(key, key): value for key, value in data.items() if key != "version"}
        scene = _read(cls, plain)
        ids = [entity.id for entity in scene.entities]
        if len(set(ids)) < len(ids) or not all(_ID.fullmatch(one) for one in ids):
            raise SceneError("An entity id is invalid or not unique.")
        if any(one.subject not in ids or one.object not in ids for one in scene.relations):
            raise SceneError("A relation refers to an unknown entity.")
        if scene.graphic is not None:
            num_items = len(scene.graphic.items)
            if any(max(link.source, link.target) >= num_items for link in scene.graphic.links):
                raise SceneError("A link refers to an unknown item.")
        return scene


_PARTS = (Entity, Relation, Position, Graphic, GraphicItem, GraphicLink)
Read = TypeVar("Read", Scene, Entity, Relation, Position, Graphic, GraphicItem, GraphicLink)


def _read(kind: type[Read], plain: Any) -> Read:
    """Checks the type and the bounds of each field."""
    types = get_type_hints(kind)
    if not isinstance(plain, dict) or not plain.keys() <= types.keys():
        raise SceneError(f"Not a {kind.__name__}: {_excerpt(plain)}")
    try:
        return kind(**{key: _read_value(key, value, types[key]) for key, value in plain.items()})
    except TypeError as error:
        raise SceneError(f"Not a {kind.__name__}: {error}") from error


def _read_value(name: str, value: Any, kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        kinds = [one for one in get_args(kind) if one is not NoneType]
        return None if value is None else _read_value(name, value, kinds[0])
    if get_origin(kind) is tuple:
        return tuple(_read_value(name, one, get_args(kind)[0]) for one in _read_list(value))
    if kind in _PARTS:
        return _read(kind, value)
    if get_origin(kind) is Literal:
        good = isinstance(value, str) and value in get_args(kind)
    elif kind is float:
        good = isinstance(value, int | float) and not isinstance(value, bool)
    else:
        good = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    if not good or not _is_sensible(name, value):
        raise SceneError(f"Not a Scene: {name} is {_excerpt(value)}.")
    return value


def _is_sensible(name: str, value: Any) -> bool:
    if name in _BOUNDS:
        low, high = _BOUNDS[name]
        return bool(low <= value <= high)
    if not isinstance(value, str):
        return True
    if len(value) > (MAX_PROMPT_LETTERS if name == "prompt" else MAX_LETTERS) or _SURROGATES.search(value):
        return False
    return name not in _PATTERNS or _PATTERNS[name].fullmatch(value) is not None


def _excerpt(value: Any) -> str:
    """The beginning of a value for an error message. Only the type of containers, which may be deeply nested."""
    if isinstance(value, str):
        return repr(value[:80])
    return repr(value) if isinstance(value, bool | float | NoneType) else type(value).__name__


def _read_list(value: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(value, list | tuple) or len(value) > MAX_ITEMS:
        raise SceneError(f"Not a Scene: not a list of at most {MAX_ITEMS}: {_excerpt(value)}")
    return value


def _to_plain(thing: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if value != field.default or field.name == "entities":
            plain[_JSON_KEYS.get(field.name, field.name)] = _to_plain_value(value)
    return plain


def _to_plain_value(value: Any) -> Any:
    if is_dataclass(value):
        return _to_plain(value)
    return [_to_plain_value(one) for one in value] if isinstance(value, tuple) else value

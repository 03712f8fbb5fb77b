"""The Scene: what a picture shows, as plain frozen data with versioned JSON. Everything the illustrator does is a
function from or to it: parse(prompt) -> Scene, edit_scene(Scene, instruction) -> Scene, paint(Scene, size) -> pixels.
"""

import random
import re
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

VERSION = 1

# What is read from a file is bounded by these.
MAX_ITEMS = 100
MAX_LETTERS = 500
MAX_PROMPT_LETTERS = 40_000
_ID = re.compile(r"e[1-9][0-9]{0,5}")
_BOUNDS = {"count": (1, 100), "size": (0.05, 20.0), "seed": (-(2**64), 2**64)}
_PATTERNS = {
    "drawing": re.compile(r"(?:noto|own|figure):[a-z0-9-]{1,80}"),
    "noun": re.compile(r".*\S.*", re.DOTALL),
}
_NOT_TEXT = re.compile(r"[\ud800-\udfff]")
"""Half a character: it cannot be encoded, so neither be drawn nor written to a file again."""

FIELD_COUNT = 14
"""An entity of at least this count fills a field: as many are drawn as there is room for."""

Time = Literal["day", "sunset", "dawn", "night"]
Weather = Literal["clear", "cloudy", "rain", "storm", "snow", "fog"]
Season = Literal["spring", "summer", "autumn", "winter"]
View = Literal["normal", "top", "portrait"]
RelationKind = Literal[
    "left", "right", "above", "below", "behind", "front", "beside", "on", "in", "under",
    "riding", "holding", "wearing", "eating", "looking_at", "flying_over", "shaped_like", "made_of",
]  # fmt: skip


class SceneError(ValueError):
    """The text is no Scene of a version that this code reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One kind of thing in the picture, `count` of them."""

    id: str
    """Stable through edits: the entity's own random stream hangs on it."""
    noun: str
    """As the prompt said it, lower case, singular."""
    drawing: str
    """What is drawn: `noto:fox` (an icon of the art), `own:sofa` (a module in subjects/objects), or
    `figure:wizard` (a person, by kind or profession)."""
    count: int = 1
    color: str | None = None
    """A name in `palette.COLORS`."""
    material: str | None = None
    size: float = 1.0
    """Times the natural size: tiny 0.45, small 0.65, big 1.3, huge 1.6, giant 1.8."""
    text: str | None = None
    """Lettering on this thing."""
    action: str | None = None
    """A verb that gives a pose: sitting, sleeping, running, flying, dancing, ..."""
    attributes: tuple[str, ...] = ()
    """The adjectives bound to the noun, in order."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`Relation("e1", "riding", "e2")`: e1 rides e2. `left`: subject is to the left of object; and so on."""

    subject: str
    kind: RelationKind
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    prompt: str
    seed: int = 0
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    setting: str | None = None
    """A name in the registry of settings; None lets the entities choose one."""
    accents: tuple[str, ...] = ()
    """Further setting words: stars, mountains, ... that a setting may take up."""
    time: Time = "day"
    weather: Weather = "clear"
    season: Season | None = None
    mood: str | None = None
    """For prompts with nothing drawable: nostalgia, joy, sadness, anger, calm, mystery, hope, love, chaos, energy."""
    styles: tuple[str, ...] = ()
    """Names in the registry of styles, the leading one first; () is the default soft 3D."""
    texts: tuple[str, ...] = ()
    """Quoted text that no entity carries: painted as a banner or sign."""
    view: View = "normal"
    transparent: bool = False
    tone: Literal["vivid", "natural"] | None = None
    """The API's `style`: moves colour and contrast."""

    def entity(self, entity_id: str) -> Entity:
        return next(entity for entity in self.entities if entity.id == entity_id)

    def random(self, entity_id: str, purpose: str) -> random.Random:
        """A stream of its own for each (entity, purpose), so that recolouring the sofa does not reshuffle the sitters.

        Use an entity's id, or "scene" for what belongs to nobody.
        """
        key = f"{self.seed}:{entity_id}:{purpose}".encode()
        return random.Random(int.from_bytes(blake2b(key, digest_size=8).digest(), "big"))

    def next_id(self) -> str:
        """An entity id that was never used in this Scene."""
        return f"e{max((int(entity.id[1:]) for entity in self.entities), default=0) + 1}"

    def to_json(self) -> dict[str, Any]:
        """Plain data; defaults are left out."""
        return {"version": VERSION, **_bare(self)}

    @classmethod
    def from_json(cls, data: Any) -> "Scene":
        """Raises SceneError for anything that `to_json` of this version did not write: the data may come from a file
        that somebody uploaded.
        """
        if not isinstance(data, dict) or type(data.get("version")) is not int or data["version"] != VERSION:
            raise SceneError(f"No Scene of version {VERSION}: {_shown(data)}")
        plain = {key: value for key, value in data.items() if key != "version"}
        plain["entities"] = [_read(Entity, one) for one in _list(plain.get("entities", []))]
        plain["relations"] = [_read(Relation, one) for one in _list(plain.get("relations", []))]
        scene = _read(cls, plain)
        ids = [entity.id for entity in scene.entities]
        if len(set(ids)) < len(ids) or not all(_ID.fullmatch(one) for one in ids):
            raise SceneError("An entity's id is not unique, or no id.")
        if any(one.subject not in ids or one.object not in ids for one in scene.relations):
            raise SceneError("A relation names an entity that is not there.")
        return scene


Read = TypeVar("Read", Scene, Entity, Relation)


def _read(kind: type[Read], plain: Any) -> Read:
    """Every field has the type that the class says, and is of a sensible size."""
    types = get_type_hints(kind)
    if not isinstance(plain, dict) or not plain.keys() <= types.keys():
        raise SceneError(f"Not a {kind.__name__}: {_shown(plain)}")
    try:
        return kind(**{key: _value(key, value, types[key]) for key, value in plain.items()})
    except TypeError as error:
        raise SceneError(f"Not a {kind.__name__}: {error}") from error


def _value(name: str, value: Any, kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        kinds = [one for one in get_args(kind) if one is not NoneType]
        return None if value is None else _value(name, value, kinds[0])
    if get_origin(kind) is tuple:
        return tuple(_value(name, one, get_args(kind)[0]) for one in _list(value))
    if get_origin(kind) is Literal:
        good = isinstance(value, str) and value in get_args(kind)
    elif kind is float:
        good = isinstance(value, int | float) and not isinstance(value, bool)
    else:
        good = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    if not good or not _is_sensible(name, value):
        raise SceneError(f"Not a Scene: {name} is {_shown(value)}.")
    return value


def _is_sensible(name: str, value: Any) -> bool:
    if name in _BOUNDS:
        low, high = _BOUNDS[name]
        return bool(low <= value <= high)
    if not isinstance(value, str):
        return True
    if len(value) > (MAX_PROMPT_LETTERS if name == "prompt" else MAX_LETTERS) or _NOT_TEXT.search(value):
        return False
    return name not in _PATTERNS or _PATTERNS[name].fullmatch(value) is not None


def _shown(value: Any) -> str:
    """The beginning of it, for a message. Of a container not more than its type: it may be as deep as it likes."""
    if isinstance(value, str):
        return repr(value[:80])
    return repr(value) if isinstance(value, bool | float | NoneType) else type(value).__name__


def _list(value: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(value, list | tuple) or len(value) > MAX_ITEMS:
        raise SceneError(f"Not a Scene: no list of at most {MAX_ITEMS}: {_shown(value)}")
    return value


def _bare(thing: Any) -> dict[str, Any]:
    defaults = {field.name: field.default for field in fields(thing)}
    plain = {key: value for key, value in asdict(thing).items() if value != defaults[key]}
    if isinstance(thing, Scene):
        plain["entities"] = [_bare(entity) for entity in thing.entities]
    return plain

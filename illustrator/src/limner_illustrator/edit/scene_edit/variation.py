"""Other versions of a Scene: variations, further images of an edit, and a Scene without what is not wanted."""

import re
from dataclasses import replace
from hashlib import blake2b
from random import Random

from limner_illustrator.catalog import kinds
from limner_illustrator.scene import Entity, Graphic, Scene, Time

LIT_HOURS: tuple[Time, ...] = ("day", "sunset", "dawn")
ORDERING = frozenset({"left", "right", "beside", "behind", "front", "above", "below", "looking_at"})
"""Relations by which the prompt says where things are."""
PALETTES = (
    ("teal", "amber", "coral", "indigo", "olive"), ("purple", "turquoise", "orange", "navy", "pink"),
    ("navy", "cyan", "salmon", "gold", "emerald"), ("crimson", "charcoal", "amber", "teal", "lavender"),
    ("emerald", "blue", "copper", "magenta", "lime"),
)  # fmt: skip
"""Colours of variations of graphics."""
POSES = ("walking", "sitting", "standing")
SCALES = (0.72, 1.08)
"""How much larger a variation shows things."""
_NAMED_HOUR = re.compile(
    r"\b(?:sunsets?|sunrise|dawn|dusk|twilight|golden hour|evening|morning|noon|midday|daylight|sunny)\b", re.IGNORECASE
)
"""What a prompt that says the hour keeps in its variations."""
EDGE = 0.22
"""Nearer to the picture's edge than this part of its width nothing is shifted."""
SLIGHT = 0.3
"""Below this strength a variation keeps its composition, and only its accidents change."""


def vary_scene(scene: Scene, seed: int, strength: float | None) -> Scene:
    """The same things in the same place, composed otherwise, in the light of another hour. Every seed gives another
    one, and none the Scene's own.
    """
    if strength is not None and strength < SLIGHT:
        return scene
    fresh = _reseed(scene, seed)
    rng = fresh.random("scene", "variation")
    if scene.graphic is not None:
        return replace(fresh, graphic=_recolor(scene.graphic, rng))
    return _change_poses(_change_light(_rearrange(fresh, rng), rng), rng)


def shift_arrangement(scene: Scene, seed: int) -> Scene:
    """Everything together to one side, or on the other one, and nearer or farther: for a Scene with positions."""
    rng = replace(scene, seed=_derive_seed(scene.seed, seed)).random("scene", "side")
    if not scene.positions:
        return scene
    is_bound = any(one.kind in ("left", "right") for one in scene.relations)
    mirrored = len(scene.positions) > 1 and not is_bound and rng.random() < 0.5
    xs = [1 - one.x if mirrored else one.x for one in scene.positions]
    room = max(0.0, min(*xs, 1 - max(xs)) - EDGE)
    shift = rng.choice((-1, 1)) * rng.uniform(0.35, 1.0) * room
    scale = rng.uniform(*SCALES)
    moved = tuple(
        replace(one, x=0.5 + (x - 0.5) * min(1.0, scale) + shift, unit=one.unit * scale)
        for one, x in zip(scene.positions, xs, strict=True)
    )
    return replace(scene, positions=moved)


def _reseed(scene: Scene, seed: int) -> Scene:
    """Another composition and place of the same kind; people and animals keep their looks."""
    looks = scene.seed if scene.subject_seed is None else scene.subject_seed
    return replace(scene, seed=_derive_seed(scene.seed, seed), subject_seed=looks, positions=())


def _change_poses(scene: Scene, rng: Random) -> Scene:
    """Of animals that the words leave free."""
    bound = {end for one in scene.relations for end in (one.subject, one.object)}

    def pose(one: Entity) -> Entity:
        is_free = kinds.is_animal(one.drawing) and one.action is None and one.id not in bound
        return replace(one, action=rng.choice(POSES)) if is_free and rng.random() < 0.6 else one

    return replace(scene, entities=tuple(map(pose, scene.entities)))


def _recolor(graphic: Graphic, rng: Random) -> Graphic:
    """The same content in other colours."""
    return replace(graphic, colors=rng.choice([one for one in PALETTES if one != graphic.colors]))


def _rearrange(scene: Scene, rng: Random) -> Scene:
    """In another order from left to right, and of other sizes, unless the words bind them."""
    bound = {end for one in scene.relations if one.kind in ORDERING for end in (one.subject, one.object)}
    free = [one for one in scene.entities if one.id not in bound]
    if len(free) > 1 and len(free) == len(scene.entities) and rng.random() < 0.6:
        free.reverse()
        scene = replace(scene, entities=tuple(free))
    sizes = {one.id: max(0.4, min(2.0, one.size * rng.uniform(0.86, 1.17))) for one in scene.entities}
    return replace(scene, entities=tuple(replace(one, size=round(sizes[one.id], 2)) for one in scene.entities))


def _change_light(scene: Scene, rng: Random) -> Scene:
    """Sometimes; a night and any weather but a clear day stay."""
    is_named = _NAMED_HOUR.search(scene.prompt) is not None
    if is_named or scene.time == "night" or scene.weather != "clear" or rng.random() < 0.45:
        return scene
    if rng.random() < 0.2 and scene.time == "day":
        return replace(scene, weather="cloudy")
    return replace(scene, time=rng.choice([time for time in LIT_HOURS if time != scene.time]))


def reseed(scene: Scene, image_index: int, seed: int) -> Scene:
    """The first image of an edit keeps the composition; the others show the same in other ways."""
    return scene if image_index == 0 else _reseed(scene, seed)


def remove_unwanted(scene: Scene, negative_prompt: str | None) -> Scene:
    """Leaves out the entities that the negative prompt names."""
    if not negative_prompt:
        return scene
    unwanted = {word.strip(" .") for word in negative_prompt.lower().replace(",", " ").split()}
    gone = {one.id for one in scene.entities if {one.noun, f"{one.noun}s", f"{one.noun}es"} & unwanted}
    return replace(
        scene,
        entities=tuple(one for one in scene.entities if one.id not in gone),
        relations=tuple(one for one in scene.relations if one.subject not in gone and one.object not in gone),
    )


def _derive_seed(scene_seed: int, seed: int) -> int:
    digest = blake2b(f"variation {scene_seed} {seed}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") >> 1

"""Other versions of a Scene: variations, further images of an edit, and a Scene without what is not wanted."""

from dataclasses import replace
from hashlib import blake2b
from random import Random

from limner_illustrator.scene import Scene, Time

LIT_HOURS: tuple[Time, ...] = ("day", "sunset", "dawn")
ORDERING = frozenset({"left", "right", "beside", "behind", "front", "above", "below", "looking_at"})
"""Relations by which the prompt says where things are."""
SLIGHT = 0.3
"""Below this strength a variation keeps its composition, and only its accidents change."""


def vary_scene(scene: Scene, seed: int, strength: float | None) -> Scene:
    """The same things in the same place, composed otherwise, in the light of another hour. Every seed gives another
    one, and none the Scene's own.
    """
    if strength is not None and strength < SLIGHT:
        return scene
    fresh = replace(scene, seed=_derive_seed(scene.seed, seed), positions=())
    rng = fresh.random("scene", "variation")
    return _change_light(_rearrange(fresh, rng), rng)


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
    if scene.time == "night" or scene.weather != "clear" or rng.random() < 0.45:
        return scene
    if rng.random() < 0.2 and scene.time == "day":
        return replace(scene, weather="cloudy")
    return replace(scene, time=rng.choice([time for time in LIT_HOURS if time != scene.time]))


def reseed(scene: Scene, image_index: int, seed: int) -> Scene:
    """The first image of an edit keeps the composition; the others show the same in other ways."""
    return scene if image_index == 0 else replace(scene, seed=_derive_seed(scene.seed, seed), positions=())


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

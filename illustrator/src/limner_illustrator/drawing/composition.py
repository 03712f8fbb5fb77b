"""Chooses what a prompt leaves open, so that the images of one request differ: hour, season, composition."""

from dataclasses import replace
from hashlib import blake2b

from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog.kinds import belongs_in_sky
from limner_illustrator.language.parser import PromptReading
from limner_illustrator.scene import Scene, Season, Time, Weather

_FIXED_BY: frozenset[str] = frozenset({"time", "weather", "season", "mood", "mark", "transparent"})
"""What a prompt that names one of these has decided about the light."""
_HOURS_OUTDOORS: tuple[tuple[Time, Weather], ...] = (
    ("day", "clear"),
    ("day", "clear"),
    ("sunset", "clear"),
    ("dawn", "clear"),
    ("day", "cloudy"),
)
_HOURS_INDOORS: tuple[tuple[Time, Weather], ...] = (
    ("day", "clear"),
    ("day", "clear"),
    ("sunset", "clear"),
    ("night", "clear"),
    ("dawn", "clear"),
)
_SEASONS: tuple[Season | None, ...] = (None, None, None, "spring", "autumn")


def compose(reading: PromptReading) -> Scene:
    """The Scene of the prompt, with what it leaves open chosen by the seed."""
    scene = replace(reading.scene, composition=_hash_subjects(reading.scene))
    is_decided = bool(reading.named & _FIXED_BY) or (scene.time, scene.weather) != ("day", "clear")
    if not scene.is_composed_by_seed or is_decided or not scene.entities:
        return scene
    record = BACKDROPS[choose_backdrop(scene)]
    if record.name in ("studio", "abstract") or any(belongs_in_sky(one.drawing) for one in scene.entities):
        return scene
    if any(accent.startswith("light:") or accent in ("stars", "aurora", "fireworks") for accent in scene.accents):
        return scene
    # Neighbouring seeds get different hours: four images of a request are seldom lit alike.
    start = scene.random("e0", "hour").randrange(2)
    has_lamps = record.indoor and not record.is_vague
    hours = _HOURS_INDOORS if has_lamps else _HOURS_OUTDOORS
    time, weather = hours[(scene.seed + scene.composition + start) % len(hours)]
    season = scene.season if record.indoor or record.season else scene.random("scene", "season").choice(_SEASONS)
    return replace(scene, time=time, weather=weather, season=season)


def _hash_subjects(scene: Scene) -> int:
    """Equal for the same things in the same place, whatever their colours."""
    subjects = "/".join((scene.backdrop or "", *sorted(entity.drawing for entity in scene.entities)))
    return 1 + int.from_bytes(blake2b(subjects.encode(), digest_size=3).digest(), "big")

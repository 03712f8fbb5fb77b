"""Reads what a prompt says about the whole picture: backdrop, time, weather, season, style, view, mood."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.catalog import kinds
from limner_illustrator.catalog.kinds import belongs_in_sky, flies, is_animate
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.language import lexicon
from limner_illustrator.language.mention_reader import Item, Mention
from limner_illustrator.language.token import Token
from limner_illustrator.scene import Season, Time, View, Weather

MAX_ACCENTS = 8
MAX_STYLES = 3
_ROOMS = frozenset({"livingroom", "bedroom", "kitchen", "office", "bathroom", "library", "classroom", "nursery"})
_COUNTRY = frozenset({
    "desert", "canyon", "savanna", "forest", "redwoods", "jungle", "mountains", "valley", "meadow", "snow", "farm",
    "crops", "vineyard", "hilltop", "coast", "sea",
})  # fmt: skip
_RIVER_BEDS = frozenset({"canyon", "gorge"})
"""They show the river that flows through them."""
_NOUNS = frozenset({"backdrop", "noun", "place"})
_PEAKS = ("mountain", "mountains", "peak", "peaks")
_NIGHT_ACCENTS = frozenset({"aurora", "stars", "fireworks", "fireflies", "milkyway", "bluehour", "lanterns"})
_FAR = frozenset({"in the distance", "far away", "on the horizon"})
_NIGHT_DRAWINGS = frozenset({"noto:shooting-star", "noto:comet", "noto:star", "noto:glowing-star"})
"""Drawings that imply night, as moons do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambience:
    backdrop: str | None
    accents: tuple[str, ...]
    time: Time
    weather: Weather
    season: Season | None
    mood: str | None
    styles: tuple[str, ...]
    view: View
    transparent: bool
    subjects: tuple[Mention, ...]
    """Scenery to draw as a thing, for logos that name nothing else ("a mountain logo")."""


def read_ambience(items: Sequence[Item], mentions: Sequence[Mention]) -> Ambience:
    tokens = [item for item in items if isinstance(item, Token)]
    backdrops = _rank_backdrops(items, mentions)
    places = _find_values(tokens, "place")
    mark = any(token.kind == "mark" for token in tokens)
    transparent = bool(_find_values(tokens, "transparent"))
    subjects = _find_scenery_subjects(tokens) if mark or transparent else ()
    only_sky = not backdrops and all(belongs_in_sky(one.drawing) for one in mentions)
    if only_sky and "milkyway" in _find_values(tokens, "accent"):
        backdrops = ["space"]
    if _leads_through_country(tokens, backdrops):
        backdrops = ["highway", *(name for name in backdrops if name != "street")]
    backdrop = backdrops[0] if backdrops else None
    if backdrop is None and not mentions and {"sunbeams", "trees"} <= {*_find_values(tokens, "accent")}:
        backdrop = "forest"
    indoors = backdrop == "wall" and any(_is_furniture(one) for one in mentions)
    is_outside = backdrop is not None and not BACKDROPS[backdrop].indoor
    drawings = {one.drawing for one in mentions}
    if is_outside and "own:window" in drawings and drawings & {"own:table", "own:dining-table", "own:desk", "own:bed"}:
        # "A table by a window with city lights"
        backdrop = None
    if indoors or (backdrop == "snow" and any(one.drawing == "own:window" for one in mentions)):
        # "A sofa by the wall" is in a room, and so is a chair at a window with snow outside.
        backdrop = None
    on_way = any(kinds.is_vehicle(one.drawing) or one.drawing in ("own:rails", "own:road") for one in mentions)
    if backdrop == "dungeon" and on_way:
        backdrop = "tunnelmouth" if any(token.text == "tunnel" for token in tokens) else backdrop
    if backdrop is None and places:
        backdrop = LANDMARKS[places[0]].backdrop
    if mark and (mentions or subjects):
        backdrop = "studio"
    # A picture in a style can be aged or turned grey, not the other way round.
    styles = sorted(_find_values(tokens, "style"), key=lambda name: ART_STYLES[name].is_grade)
    if "cyberpunk" in styles:
        styles = [name for name in styles if name != "neon"]
    how = _find_water_side(items, backdrop)
    if how == "ashore" and backdrop == "sea":
        backdrop = "coast" if any(one.drawing == "own:lighthouse" for one in mentions) else "beach"
    if backdrop == "mountains" and mentions and _is_on_peak(items):
        accents_of_place = ["heights"]
    else:
        accents_of_place = [how] if how else []
    accents = [*accents_of_place, *places, *backdrops[1:], *_find_values(tokens, "accent")]
    times, weathers, seasons = (
        _find_values(tokens, "time"),
        _find_values(tokens, "weather"),
        _find_values(tokens, "season"),
    )
    if backdrop != "mountains" and _has_only_snowy_peaks(tokens):
        # "A green valley below snowy peaks": mountains have snow on them by themselves.
        seasons = []
        accents = [one for one in accents if one != "snow"]
    if not seasons and "snow" in weathers:
        seasons = ["winter"]
    season = seasons[0] if seasons else BACKDROPS[backdrop].season if backdrop else None
    views = _find_values(tokens, "view") or (["wide"] if _is_far(tokens, mentions) else [])
    moods = _find_values(tokens, "mood")
    return Ambience(
        backdrop=backdrop,
        accents=tuple(dict.fromkeys(one for one in accents if one != backdrop))[:MAX_ACCENTS],
        time=cast(
            "Time", _choose_first(times, "day" if times else _infer_time(mentions, backdrop, accents), unless="day")
        ),
        weather=cast("Weather", _choose_first(weathers, "clear", unless="clear")),
        season=cast("Season | None", season),
        mood=moods[0] if moods else None,
        styles=tuple(styles or (["flat"] if mark else []))[:MAX_STYLES],
        view=cast("View", views[0] if views else "normal"),
        transparent=transparent,
        subjects=subjects,
    )


def _has_only_snowy_peaks(tokens: Sequence[Token]) -> bool:
    """Whether all that is snowy in the prompt is its mountains; in "a snowy mountain village" all is."""
    snowy = [at for at, token in enumerate(tokens) if token.kind == "season" and token.value == "winter"]
    return bool(snowy) and all(_describes_peaks(tokens, at) for at in snowy)


def _describes_peaks(tokens: Sequence[Token], at: int) -> bool:
    end = at
    while end < len(tokens) and end < at + 4 and not tokens[end].text.endswith(_PEAKS):
        if tokens[end].kind in _NOUNS and tokens[end].value != "snow":
            return False
        end += 1
    while end + 1 < len(tokens) and tokens[end + 1].text.endswith(_PEAKS):
        end += 1
    following = tokens[end + 1].kind if end + 1 < len(tokens) else None
    return end < len(tokens) and tokens[end].text.endswith(_PEAKS) and following not in _NOUNS


def _leads_through_country(tokens: Sequence[Token], backdrops: Sequence[str]) -> bool:
    """Whether the road is in open country: "a road in the desert" has no houses."""
    on_road = any(token.kind == "backdrop" and token.text in ("road", "roads") for token in tokens)
    return on_road and not _COUNTRY.isdisjoint(backdrops)


def _is_furniture(mention: Mention) -> bool:
    record = thing_of(mention.drawing)
    return record.home in _ROOMS and "hangs" not in record.traits


def _is_far(tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Whether the only thing is said to be in the distance."""
    return len(mentions) == 1 and any(token.kind == "side" and token.text in _FAR for token in tokens)


def _find_values(tokens: Sequence[Token], kind: str) -> list[str]:
    return list(dict.fromkeys(token.value for token in tokens if token.kind == kind))


def _choose_first(values: Sequence[str], usual: str, *, unless: str) -> str:
    """The first value other than the default: "a sunny evening" is an evening."""
    return next((value for value in values if value != unless), usual)


def _infer_time(mentions: Sequence[Mention], backdrop: str | None, accents: Sequence[str]) -> str:
    """The time when the prompt gives none: night if the moon or an aurora is shown."""
    if not _NIGHT_ACCENTS.isdisjoint(accents):
        return "night"
    if backdrop == "nightmarket":
        return "night"
    is_night = backdrop != "studio" and any(_shows_night(mention.drawing) for mention in mentions)
    is_over_something = backdrop is not None or not all(belongs_in_sky(one.drawing) for one in mentions)
    return "night" if is_night and is_over_something else "day"


def _shows_night(drawing: str) -> bool:
    return belongs_in_sky(drawing) and ("-moon" in drawing or drawing in _NIGHT_DRAWINGS)


_DRIFTING = frozenset({"floating", "floats", "drifting", "drifts", "bobbing", "sailing"})
"""Down a river, or across a lake."""


def float_on_water(mentions: Sequence[Mention], ambience: Ambience) -> None:
    """What floats on a river is in it, not above it, unless it can fly."""
    for one in mentions:
        if "afloat" in ambience.accents and one.action == "flying" and not flies(one.drawing):
            one.action = "swimming"


def find_open_place(ambience: Ambience) -> str | None:
    """The backdrop of a prompt that names only weather, a season, or a ground cover."""
    of_style = ART_STYLES[ambience.styles[0]].backdrop if ambience.styles else None
    if of_style is not None:
        return of_style
    if "puddles" in ambience.accents or ambience.weather == "rain":
        return "street"
    if ambience.weather == "fog":
        return "forest"
    if ambience.season == "autumn":
        return "park"
    return "meadow" if ambience.season is not None or ambience.weather not in ("clear", "cloudy") else None


def _is_place(item: Item | None) -> bool:
    return isinstance(item, Token) and item.kind in ("backdrop", "weather", "season", "time", "size", "mood")


def _find_water_side(items: Sequence[Item], backdrop: str | None) -> str | None:
    """Whether the prompt places things beside the water (ashore) or in it (afloat)."""
    # "In front of a mountain lake": the mountains only say what the lake is like.
    plain = [
        one
        for one, following in zip(items, [*items[1:], None], strict=False)
        if not (_is_place(one) and _is_place(following) and isinstance(one, Token) and one.value != backdrop)
    ]
    for before, item in pairwise(plain):
        if not (isinstance(item, Token) and isinstance(before, Token)):
            continue
        if (
            item.kind != "backdrop"
            or item.value != backdrop
            or not BACKDROPS[item.value].has_shore
            or before.kind not in ("relation", "verb")
        ):
            continue
        if before.kind == "verb":
            if before.value.relation == "looking_at":
                return "ashore"
            if before.text in _DRIFTING:
                return "afloat"
            continue
        if before.value in ("beside", "behind", "front", "left", "right"):
            return "ashore"
        if before.value in ("in", "on"):
            return "afloat"
    return None


_HEIGHTS = frozenset({"peak", "summit", "mountaintop", "mountain top", "mountain", "snowy mountain"})


def _is_on_peak(items: Sequence[Item]) -> bool:
    """Whether something is said to be on a mountain, not among mountains."""
    on_it = False
    for item in items:
        if not isinstance(item, Token):
            on_it = False
        elif item.kind == "relation":
            on_it = item.value in ("on", "above") and item.text not in ("above", "over")
        elif item.kind == "backdrop":
            if on_it and item.text in _HEIGHTS:
                return True
            on_it = on_it and item.value == "snow"
    return False


def _rank_backdrops(items: Sequence[Item], mentions: Sequence[Mention]) -> list[str]:
    """The backdrops by rank. One that is "in the background" ranks last and becomes an accent."""
    found: list[tuple[float, str]] = []
    for at, item in enumerate(items):
        if not isinstance(item, Token) or item.kind != "backdrop":
            continue
        if item.text in ("wall", "walls") and _hangs_on_wall(items, at, mentions):
            continue
        after = items[at + 1] if at + 1 < len(items) else None
        far = isinstance(after, Token) and after.kind == "side" and after.value == "back"
        rank = BACKDROPS[item.value].prompt_rank
        if item.value == "snow" and item.text in ("snowy", "snow-covered"):
            rank = 6
        # The last word says what it is: a desert canyon is a canyon.
        is_modifier = isinstance(after, Token) and after.kind == "backdrop"
        found.append((rank + (4 if far else 0) + (0.5 if is_modifier else 0), item.value))
    if any(name in _RIVER_BEDS for _, name in found):
        found = [(rank + 0.5 * (name == "river"), name) for rank, name in found]
    ranked = [name for _, name in sorted(found, key=lambda one: one[0])]
    return list(dict.fromkeys(ranked))


def _hangs_on_wall(items: Sequence[Item], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether "on the wall" is where a clock hangs, not a street."""
    before = items[at - 1] if at else None
    is_on = isinstance(before, Token) and before.kind == "relation" and before.value == "on"
    return is_on and bool(mentions) and not any(is_animate(one.drawing) for one in mentions)


def _find_scenery_subjects(tokens: Sequence[Token]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for token in tokens:
        if token.kind in ("backdrop", "accent", "weather", "time", "place"):
            noun = lexicon.singular(token.text)
            drawable = lexicon.find(noun)
            if drawable is not None:
                found.append(Mention(noun, drawable.drawing))
    return tuple(found[:1])

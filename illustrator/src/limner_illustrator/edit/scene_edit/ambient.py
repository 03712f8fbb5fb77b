"""Changes of the whole picture: time, weather, season, mood, style, view, place."""

from limner_illustrator.art_styles.registry import ART_STYLES, style_of_tone
from limner_illustrator.backdrops.landmarks.registry import LANDMARKS
from limner_illustrator.backdrops.plain_colors import without_colors
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.cutouts import find_cutout
from limner_illustrator.edit.instructions.looks import find_styles
from limner_illustrator.edit.instructions.tones import ToneChange
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.language.words import Phrasebook, split_words
from limner_illustrator.scene import Scene

_CLEAR_DAY = Phrasebook(
    [
        ("day", "day"),
        ("daytime", "day"),
        ("sunny", "day"),
        ("noon", "day"),
        ("daylight", "day"),
        ("midday", "day"),
        ("afternoon", "day"),
    ]
)
_DEGREES: Phrasebook[dict[str, str]] = Phrasebook(
    [
        ("darker", {"time": "night"}),
        ("brighter", {"time": "day", "weather": "clear"}),
        ("lighter", {"time": "day"}),
        ("darken", {"time": "night"}),
        ("brighten", {"time": "day", "weather": "clear"}),
        ("lighten", {"time": "day"}),
        ("warmer", {"time": "sunset"}),
        ("colder", {"season": "winter"}),
        ("happier", {"mood": "joy"}),
        ("sadder", {"mood": "sadness"}),
        ("scarier", {"mood": "mystery"}),
        ("calmer", {"mood": "calm"}),
        ("less cloudy", {"weather": "clear"}),
        ("less foggy", {"weather": "clear"}),
        ("less rainy", {"weather": "clear"}),
        ("zoom in", {"view": "portrait"}),
        ("zoom out", {"view": "normal"}),
    ]
)


def _is_place(accent: str) -> bool:
    return accent in BACKDROPS or accent in LANDMARKS


def apply_circumstances(editor: Editor, wanted: Scene, text: str) -> bool:
    """Takes over the time, weather, season, mood, view and tone that the description names; whether there were any."""
    before = editor.scene
    words = [word.text for word in split_words(text)]
    says_day = any(_CLEAR_DAY.match(words, at) for at in range(len(words)))
    if wanted.time != "day" or says_day:
        editor.set(time=wanted.time)
    if wanted.weather != "clear":
        editor.set(weather=wanted.weather)
    elif (says_day and "sunny" in words) or "clear" in words:
        editor.set(weather="clear")
    if wanted.season is not None:
        _change_season(editor, wanted)
    if wanted.mood is not None and wanted.backdrop != "abstract":
        editor.set(mood=wanted.mood)
    if wanted.view != "normal":
        editor.set(view=wanted.view)
    if wanted.transparent and find_cutout(text) is not None:
        editor.set(transparent=True)
    accents = [accent for accent in wanted.accents if not _is_place(accent)]
    if accents:
        editor.set(accents=tuple(dict.fromkeys([*editor.scene.accents, *accents])))
    named = wanted.time != "day" or says_day or wanted.weather != "clear" or wanted.season is not None or bool(accents)
    return named or editor.scene != before


_SNOWLESS = frozenset({"moon", "mars", "space", "underwater", "volcano"})


def _change_season(editor: Editor, wanted: Scene) -> None:
    weather, place = editor.scene.weather, editor.scene.backdrop
    # Where winter changes no colours, falling snow is all that shows it.
    is_snowy = place is None or (BACKDROPS[place].winter in ("snowy", "none") and place not in _SNOWLESS)
    if wanted.season == "winter" and is_snowy and weather == "clear":
        weather = "snow"
    elif wanted.season != "winter" and weather == "snow":
        weather = "clear"
    accents = editor.scene.accents
    if wanted.season != "winter":
        accents = tuple(one for one in accents if one != "snow")
        place = "meadow" if place == "snow" else place
    editor.set(season=wanted.season, weather=weather, accents=accents, backdrop=place)


def apply_place(editor: Editor, wanted: Scene) -> bool:
    """Moves the whole picture to the backdrop or the named place that the description names."""
    places = [one for one in wanted.accents if _is_place(one)]
    if (wanted.backdrop is None or wanted.backdrop == "abstract") and not places:
        return False
    kept = [one for one in without_colors(editor.scene.accents) if not _is_place(one) and one != "snow"]
    season = editor.scene.season
    if wanted.season is not None or (
        season == "winter"
        and wanted.backdrop is not None
        and wanted.backdrop != editor.scene.backdrop
        and BACKDROPS[wanted.backdrop].winter == "none"
    ):
        season = wanted.season
    weather = wanted.weather if season == wanted.season and editor.scene.weather == "snow" else editor.scene.weather
    own = [one for one in wanted.accents if one not in kept]
    editor.set(
        backdrop=wanted.backdrop, accents=(*own, *kept), season=season, weather=weather, transparent=wanted.transparent
    )
    return True


def apply_scenery(editor: Editor, wanted: Scene) -> bool:
    """Adds scenery to what is there: mountains behind the meadow, snow over the forest."""
    scene = editor.scene
    if wanted.backdrop == "snow":
        editor.set(weather="snow", season="winter", accents=tuple(dict.fromkeys([*scene.accents, "snow"])))
    elif wanted.backdrop is None or (scene.backdrop is None and not scene.entities):
        return apply_place(editor, wanted)
    else:
        added = [wanted.backdrop, *wanted.accents]
        accents = tuple(dict.fromkeys([*scene.accents, *(one for one in added if one != scene.backdrop)]))
        editor.set(accents=accents, transparent=False)
    return True


def apply_style(editor: Editor, wanted: Scene, text: str) -> bool:
    """Takes over the styles that the description names."""
    styles = find_styles(text, wanted)
    if not styles and any(word in text.split() for word in ("3d", "normal", "default")):
        editor.set(styles=())
        return True
    if not styles:
        return False
    editor.set(styles=styles)
    return True


def apply_tone(editor: Editor, tone: ToneChange) -> None:
    """The tone goes over the art style that the picture has."""
    kept = [name for name in editor.scene.styles if name not in ART_STYLES or ART_STYLES[name].tone is None]
    style = None if tone == "colour" else style_of_tone(tone)
    editor.set(styles=(*kept, style) if style is not None else tuple(kept))


def apply_degree(editor: Editor, text: str) -> bool:
    """ "darker", "brighter", "zoom in"."""
    words = [word.text for word in split_words(text)]
    found = [match[1] for at in range(len(words)) if (match := _DEGREES.match(words, at))]
    for changes in found:
        editor.set(**changes)
    return bool(found)


def apply_all(editor: Editor, clause: Clause, text: str, *, place: bool = True) -> bool:
    wanted = editor.read(clause.restore(text))
    if apply_degree(editor, text):
        return True
    changed = apply_circumstances(editor, wanted, text)
    changed = apply_style(editor, wanted, text) or changed
    if place and wanted.backdrop == "snow":
        changed = apply_scenery(editor, wanted) or changed
    elif place:
        changed = apply_place(editor, wanted) or changed
    return changed

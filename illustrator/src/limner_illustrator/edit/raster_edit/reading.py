"""Reads a clause for a picture whose content is not known: the first reading that can be carried out by its pixels."""

import re
from dataclasses import dataclass
from functools import lru_cache

from limner_illustrator.catalog.kinds import is_wearable
from limner_illustrator.edit.instructions import commands
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.colors import COLOR
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
    Change,
    Crop,
    CutOut,
    Describe,
    EditCommand,
    Extend,
    Flip,
    Recolor,
    Relocate,
    Remove,
    Replace,
    Rotate,
    SetBackdrop,
    SetSize,
    Speak,
    Zoom,
)
from limner_illustrator.edit.instructions.reading import read_clause
from limner_illustrator.edit.raster_edit.adjustments import find_amount, find_grades, find_place, is_look
from limner_illustrator.edit.raster_edit.grounds import find_shading, read_sky
from limner_illustrator.edit.raster_edit.selective_color import read_lipstick, read_selective_color
from limner_illustrator.language.parser import parse
from limner_illustrator.language.plain_backdrops import is_plain_color
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.words import TEXT_CLOSE, TEXT_OPEN
from limner_illustrator.scene import Scene


@dataclass(frozen=True, slots=True)
class Adjust:
    """Another light, weather, season or tone of the picture."""

    grades: tuple[str, ...]
    """Names in GRADES."""
    amount: float = 1.0
    where: str = ""
    """The part of the picture; empty for the whole."""
    is_except: bool = False
    """All but that part."""
    needs_sky: bool = False
    """Whether it means the sky, and the light only with it."""


@dataclass(frozen=True, slots=True)
class Inscribe:
    """Words on a thing, or a caption."""

    text: str
    surface: str = ""
    """The thing that carries them."""
    where: str = ""
    """Where a caption goes."""
    color: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveDetail:
    """A text, or what belongs to the subject: it can be removed under a mask only."""

    what: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Nothing is to change."""


@dataclass(frozen=True, slots=True)
class DoubleExposure:
    """With a drawn place or thing."""

    what: str


@dataclass(frozen=True, slots=True)
class Impossible:
    """A command that needs to know what the picture shows: move, resize, swap."""


RasterCommand = (
    CutOut
    | Border
    | Speak
    | SetBackdrop
    | BlurBackdrop
    | Remove
    | Recolor
    | Replace
    | Add
    | Adjust
    | Inscribe
    | Rotate
    | Flip
    | Crop
    | Zoom
    | Extend
    | SetSize
    | Change
    | Describe
    | Keep
    | DoubleExposure
    | RemoveDetail
    | Impossible
)

_SUBJECT = re.compile(r"^(?:it|this|that|him|her|them|the (?:subject|person|man|woman|object|product|thing))$")
_PLACES_KNOWN = re.compile(r"^(?:put|place|set|stand|seat|lay) (?:the|this|that|my|his|her|their) ")
_DEFINITE = re.compile(r"^(?:the|this|that|my|his|her|their) ")
_OWNED = re.compile(r"^(?:(?:[\w-]+ ){0,3}[\w-]+(?:'s|s')|his|her|its|their) [\w-]+(?: [\w-]+)?$")
_SKY = re.compile(r"^(?:the |this )?(?:\w+ )?sky$")
# "at night" speaks of the light, and "on the moon" is no sky behind it
_BEFORE_SKY = re.compile(r"^(?:in front of|before|against|under)\b|\bsk(?:y|ies)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"^(?:it|this|that|everything|all|(?:the|this)\s+(?:whole\s+|entire\s+)?"
    r"(?:picture|image|photo(?:graph)?|scene|drawing|painting|illustration))$"
)
_MARK = re.compile(f"{TEXT_OPEN}\\d+{TEXT_CLOSE}")
_SURFACE = re.compile(
    r"\b(?:on(?:to)?|across|over|in) (?P<what>(?:the|her|his|its|their|my|this|that)\b"
    r"(?: (?!in\b|with\b|and\b|at\b)[\w'-]+){1,4})"
)
_MAKES_SAY = re.compile(r"^(?:make|let|have) (?P<what>(?:the|her|his|its|their|my) .+?) (?:say|read)")
_AFTER_IN = re.compile(
    rf"\b(?:in|with) (?:(?:an?|big|bold|large|small|bright|dark|light) )*(?P<color>{COLOR})"
    r"(?: (?:letters|text|ink|paint|font|lettering|colou?r|words))?(?=$| )"
)
_PRINTED = re.compile(r"\b(?:cover|poster|postcard|flyer|book|magazine)\b")
_DOUBLE_EXPOSURE = re.compile(
    r"^(?:(?:make|create|turn|add|apply)\b.*?)?\bdouble[- ]exposure\b(?: effect| photo| image)?"
    r"(?:,? (?:with|of|and|using) (?:it and )?(?P<what>.+))?$"
)
_COLORIZE = re.compile(
    r"^(?:re)?colou?ri[sz]e(?: (?:it|this|that|(?:this|the|my|that) (?:[\w-]+ ){0,3}(?:picture|photo|photograph|image|"
    r"shot|print|portrait)))?$"
)
_LETTERS = re.compile(r"\b(?:letters|text|font|type|lettering|ink|paint)\b")
_PART_OF_PICTURE = re.compile(
    r"\b(?:picture|image|photo(?:graph)?|top|bottom|middle|cent(?:er|re)|sky|left|right|corner|side|background|it|them)$"
)
_PRONOUNS = ("it", "this", "that")
_PART_COLOR = re.compile(
    rf"^(?:make|turn|change|colou?r|recolou?r|dye|paint|give) (?P<what>(?:the|her|his|its|their|my|[\w-]+'s) "
    rf"(?:hair|eyes?|lips|skin|beard))(?: colou?r)?(?: (?:to be|to|into|in))? (?P<color>{COLOR})$"
)
_PRONOUNS_OF_HAIR = frozenset({"she", "he", "they", "it", "her", "his", "their", "its"})
_BACKDROP = re.compile(r"back ?ground|backdrop")
_MOVES = frozenset({"move", "shift", "slide", "drag", "push", "position", "bring", "seat", "stand", "lay"})
_ARTICLE = re.compile(r"^(?:an?|the|two|three|some) ")
_LIGHT_ALONE = re.compile(r"^(?:(?:a bit|a little|much|very|slightly|more) )*(?:dark|bright|light|blurr?)(?:er|y|ed)?$")
_WHITER = re.compile(r"^(?:(?:a bit|a little|much|very|slightly|more) )*(?:whiter|cleaner)$")
_STATES = re.compile(r"\b(?:is|are|was|were|looks?|seems?)\b")
_NAMED_GRADES = frozenset({
    "night", "sunset", "dawn", "rain", "storm", "fog", "winter", "autumn", "spring", "summer",
})  # fmt: skip
_GRADES_OF_SKIES = {
    "blue": "day", "cyan": "day", "navy": "night", "black": "night", "orange": "sunset", "red": "sunset",
    "pink": "sunset",
}  # fmt: skip


def read_for_pixels(clause: Clause) -> RasterCommand:
    part = _PART_COLOR.match(clause.text)
    if part is not None:
        return Recolor(clause.restore(part["what"]), (COLOR_WORDS[part["color"]],))
    if (lips := read_lipstick(clause.text)) is not None:
        return Recolor("the lips", (lips,))
    if (selected := read_selective_color(clause.text)) is not None:
        return Adjust(("black and white",), 1.0, *selected)
    exposed = _DOUBLE_EXPOSURE.match(clause.text)
    if exposed is not None and exposed["what"]:
        return DoubleExposure(clause.restore(exposed["what"]))
    if _COLORIZE.match(clause.text):
        return Adjust(("saturated",))
    for command in read_clause(clause):
        wanted = _for_pixels(clause, command)
        if wanted is not None:
            return wanted
    return Describe(clause.raw)


def _for_pixels(clause: Clause, command: EditCommand) -> RasterCommand | None:
    """None where another reading fits better."""
    match command:
        case commands.MakeOpaque(colors):
            return SetBackdrop(colors[0] if colors else "white")
        case CutOut(keeps_background=True):
            return Remove("the subject")
        case CutOut(backdrop=str(color)):
            return SetBackdrop(color)
        case CutOut(kept=kept):
            return CutOut(None if kept is None else clause.restore(kept))
        case commands.SetTone(tone):
            return Change(clause.text) if tone == "colour" else Adjust((tone,), find_amount(clause.text))
        case BlurBackdrop() | Rotate() | Flip() | Crop() | Zoom() | Extend() | SetSize() | Border() | Speak():
            return command
        case commands.WriteText(replaced=None) | commands.AddText():
            return _inscription(clause, command)
        case SetBackdrop(what) | commands.MentionBackdrop(what):
            return _backdrop(clause, what)
        case Relocate():
            return _relocate(clause, command)
        case Remove(what):
            said = clause.restore(what)
            return RemoveDetail(said) if _OWNED.match(what) else Remove(said)
        case commands.RemoveText(what) | commands.RemovePart(what):
            return RemoveDetail(clause.restore(what))
        case commands.ColorSky(color):
            is_graded = color in _GRADES_OF_SKIES
            return Adjust((_GRADES_OF_SKIES[color],), needs_sky=True) if is_graded else Recolor("the sky", (color,))
        case Replace():
            return _replacement(clause, command)
        case Recolor(what, colors):
            return None if _WHOLE.match(what) and what not in _PRONOUNS else Recolor(clause.restore(what), colors)
        case _:
            return _addition(clause, command) or _other(clause, command)


def _backdrop(clause: Clause, what: str) -> RasterCommand | None:
    said = clause.restore(what)
    if _WHITER.match(what):
        return Adjust(("brighter",), find_amount(what), *find_place(clause.raw))
    if _LIGHT_ALONE.match(what):
        return _adjustment(clause)
    if _BACKDROP.search(clause.text) or is_plain_color(what) or _names_place(_scene(said)):
        return SetBackdrop(said)
    return None  # "change the scene to winter" speaks of the light


def _relocate(clause: Clause, command: Relocate) -> RasterCommand | None:
    if not (_SUBJECT.match(command.who) or _DEFINITE.match(command.who)):
        return None
    said = clause.restore(command.where)
    if clause.texts and _PRINTED.search(command.where):
        return Inscribe(clause.texts[0], "", "at the top")
    for where in (said.split(" ", 1)[1], said):  # "the moon" is a thing, "on the moon" is a place
        scene = _scene(where)
        if _names_place(scene) and not scene.entities:
            return SetBackdrop(where)
    is_sky = _BEFORE_SKY.search(said) is not None and read_sky(said, _scene(said)) is not None
    is_ground = is_sky or find_shading(said) is not None
    return SetBackdrop(said) if is_ground else None


def _replacement(clause: Clause, command: Replace) -> RasterCommand | None:
    old, new = command.old, clause.restore(command.new)
    if _SKY.match(old) and (grades := find_grades(new)):
        return Adjust(grades)
    if _WHOLE.match(old) or is_look(new) or is_plain_color(new):
        return None
    scene = _scene(new)
    if scene.styles and not scene.entities:
        return None
    return Replace(clause.restore(old), new)


def _inscription(clause: Clause, command: commands.WriteText | commands.AddText) -> Inscribe:
    words = _MARK.sub(" ", command.where)
    color = _AFTER_IN.search(words)
    on = _SURFACE.search(words) or _MAKES_SAY.match(words)
    surface = on["what"].strip() if on is not None else ""
    if not on and isinstance(command, commands.WriteText) and not command.is_quoted:
        surface = "" if _LETTERS.search(command.where) else command.where
    if _PART_OF_PICTURE.search(surface):
        surface = ""
    return Inscribe(command.text, surface, words, None if color is None else COLOR_WORDS[color["color"]])


def _addition(clause: Clause, command: EditCommand) -> RasterCommand | None:
    match command:
        case commands.Give(pairs) if pairs:
            thing, where = clause.restore(pairs[0][1]), ""
        case Add():
            thing, where = clause.restore(command.thing), clause.restore(command.where)
        case _:
            return None
    scene = _scene(thing)
    if _PLACES_KNOWN.match(clause.text) and not any(is_wearable(one.drawing) for one in scene.entities):
        return Impossible()  # "put the cat on the moon" is no second cat
    is_unseen = not scene.entities and not scene.texts
    if is_unseen and _BACKDROP.search(clause.text) and _names_place(scene):
        return SetBackdrop(thing)
    if is_look(thing) or (is_unseen and find_grades(thing)):
        return _adjustment(clause)
    return Add(clause.raw, thing, where)


def _other(clause: Clause, command: EditCommand) -> RasterCommand | None:
    match command:
        case commands.Move(verb=verb) if verb in _MOVES:
            return Impossible()
        case commands.RecolorHair(who, color):
            return Recolor(f"{who}'s hair" if who not in _PRONOUNS_OF_HAIR else "the hair", (color,))
        case commands.Resize() | commands.SwapPlaces() | commands.MultiplyCount():
            return _adjustment(clause) or Impossible()
        case (
            commands.Dress()
            | commands.Face()
            | commands.Express()
            | commands.Wake()
            | commands.ResetArtStyle()
            | commands.WriteText()
        ):
            return Impossible()
        case Change(is_statement=False):
            return _adjustment(clause) or Change(clause.raw)
        case Describe():
            is_short = len(clause.raw.split()) <= 3 and not _ARTICLE.match(clause.text)
            is_look_alone = bool(find_grades(clause.raw)) and _is_empty(_scene(clause.raw))
            is_short = is_short or (is_look_alone and not _STATES.search(clause.text))
            return (_adjustment(clause) or Change(clause.raw)) if is_short else command
    return None


def _adjustment(clause: Clause) -> Adjust | None:
    grades = find_grades(clause.raw) or _grades_of(_scene(clause.raw))
    if not grades:
        return None
    where, is_except = ("", False) if grades == ("stars",) else find_place(clause.raw)
    return Adjust(grades, find_amount(clause.raw), where, is_except)


def _grades_of(scene: Scene) -> tuple[str, ...]:
    """What the reader of prompts finds in other words and languages: "hazlo de noche"."""
    if scene.entities:
        return ()
    named = (scene.time, "winter" if scene.weather == "snow" else scene.weather, scene.season)
    return tuple(dict.fromkeys(one for one in named if one in _NAMED_GRADES))


@lru_cache(maxsize=16)  # a task and its parts read the same words
def _scene(phrase: str) -> Scene:
    return parse(phrase, seed=0)


def _is_empty(scene: Scene) -> bool:
    return not scene.entities and not scene.texts and not _names_place(scene)


def _names_place(scene: Scene) -> bool:
    return scene.backdrop not in (None, "abstract")

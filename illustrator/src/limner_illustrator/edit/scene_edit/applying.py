"""Applies the commands of an instruction to a Scene: each is carried out, or left to the next reading."""

import re
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions import commands
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.colors import one_color_note
from limner_illustrator.edit.instructions.commands import Add, Change, EditCommand, Relocate
from limner_illustrator.edit.scene_edit import (
    arranging,
    expressing,
    giving,
    isolating,
    placing,
    removing,
    skies,
    things,
    writing,
)
from limner_illustrator.edit.scene_edit.ambient import (
    apply_all,
    apply_circumstances,
    apply_degree,
    apply_place,
    apply_scenery,
    apply_style,
    apply_tone,
)
from limner_illustrator.edit.scene_edit.describing import redescribe, shorten
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.merging import is_definite, merge
from limner_illustrator.language.plain_backdrops import find_colors, is_plain_color

DESCRIBING = (
    commands.SetBackdrop, commands.Replace, commands.Relocate, commands.Dress, commands.Give, commands.AddText,
    commands.AddMore, commands.Add, commands.Change, commands.Describe,
)  # fmt: skip
"""Commands whose words describe what is to be seen."""

ZOOM = 1.5
"""How much larger "zoom in" makes things."""
_PRONOUNS = ("it", "them", "this", "everything", "him", "her")
_ON_HIGH = re.compile(r"\b(?:at|in|into) the (?:top|upper)\b")
_WINGED = frozenset({
    "bird", "eagle", "owl", "parrot", "dove", "seagull", "butterfly", "bee", "bat", "dragon", "crow", "raven", "hawk",
    "dragonfly", "fairy", "angel", "swallow", "sparrow",
})  # fmt: skip
_IN_THE_AIR = re.compile(r"\b(?:in|across|into) the (?:sky|air)\b")
_SEAT = re.compile(
    r"^(?P<what>.+?) (?:sitting |perched |standing |resting |sat )?(?:up)?on (?:(?P<whose>its|his|her|their|"
    r"the [\w-]+'s) (?:back|shoulders?|nose|lap|top|trunk|roof)|top)$"
)
YOUNG_SIZE = 0.55
"""Of an animal's young."""
_YOUNG = re.compile(r"\b(?:its|her|his) (?:baby|young|little one|offspring)\b")
_COVERING = re.compile(
    r"\b(?:blanket|tablecloth|bedspread|quilt|duvet|bed ?sheet|carpet)s? (?:on|over|across) (?:the|it|his|her)\b"
)
"""Cloths: they would have to be draped over a thing, which no drawing shows."""
_SPOOKY, _GLOOMY, _ROMANTIC = (
    {"time": "night", "weather": "fog"},
    {"weather": "cloudy", "mood": "sadness"},
    {"time": "sunset", "mood": "love"},
)
_MOODS: dict[str, dict[str, str]] = {
    "spooky": _SPOOKY, "scary": _SPOOKY, "creepy": _SPOOKY, "eerie": _SPOOKY, "haunted": _SPOOKY, "gloomy": _GLOOMY,
    "dreary": _GLOOMY, "moody": _GLOOMY, "romantic": _ROMANTIC, "dreamy": _ROMANTIC,
}  # fmt: skip
_MOOD = re.compile(rf"^it (?:(?:to )?(?:look|feel|be|more|very|really|a bit|a little) )*({'|'.join(_MOODS)})(?:er)?$")
"""Of the whole picture, by light and weather."""
_MORE_AND_LESS = re.compile(r"\b(?:more|less|a bit|a little|slightly|much|very|really|looks?|feels?|like|seem|be)\b")


def apply_command(editor: Editor, clause: Clause, command: EditCommand) -> bool:
    """Whether the command could mean something in this Scene, even if a note says that it could not be carried out."""
    match command:
        case commands.SetTone():
            apply_tone(editor, command.tone)
        case commands.ResetArtStyle():
            editor.set(styles=())
        case commands.AddText():
            writing.add_text(editor, command)
        case commands.Remove():
            removing.remove(editor, command.what)
        case commands.RemoveText():
            removing.remove_text(editor, clause, command)
        case commands.RemovePart():
            removing.remove_part(editor, command)
        case commands.SetBackdrop():
            _set_backdrop(editor, clause, command.what)
        case commands.ColorSky():
            skies.color_sky(editor, command)
        case commands.Rotate() | commands.Flip() | commands.Crop() | commands.Speak() | commands.Border():
            editor.note(f"“{shorten(clause.raw)}” is a change of pixels, so the scene was not changed.")
        case commands.SetSize():
            editor.note("The request's parameter `size` sets the size of the result, so nothing was changed.")
        case commands.Resize():
            things.resize(editor, command)
        case commands.Describe():
            redescribe(editor, clause)
        case _:
            return _apply_if_possible(editor, clause, command)
    return True


def _apply_if_possible(editor: Editor, clause: Clause, command: EditCommand) -> bool:
    match command:
        case commands.MakeOpaque():
            return isolating.make_opaque(editor, command)
        case commands.CutOut():
            return isolating.isolate(editor, command)
        case commands.WriteText():
            return writing.write(editor, clause, command)
        case commands.SwapPlaces():
            return placing.swap(editor, command)
        case commands.Replace():
            return things.replace_one(editor, clause, command)
        case commands.RecolorHair():
            return things.recolor_hair(editor, command)
        case commands.Express():
            return expressing.express(editor, command)
        case commands.Face():
            return expressing.face(editor, command)
        case commands.Wake():
            return expressing.wake(editor, command)
        case commands.Recolor():
            return things.recolor(editor, command)
        case commands.Recount():
            return things.recount(editor, command)
        case commands.MultiplyCount():
            return things.multiply_count(editor, command)
        case commands.Relocate():
            return _relocate(editor, clause, command)
        case commands.Zoom():
            return _zoom_in(editor, command)
        case commands.Extend(share=share):
            return arranging.zoom(editor, 1 / (1 + 2 * share), [])
        case commands.Move():
            return placing.move(editor, clause, command)
        case commands.Dress():
            return giving.dress(editor, clause, command)
        case commands.Give():
            return giving.give_to(editor, clause, command)
        case commands.AddMore():
            return things.add_more(editor, command)
        case commands.Add():
            return _add(editor, clause, command)
        case commands.Change():
            return _change(editor, clause, command)
    return False


def _set_backdrop(editor: Editor, clause: Clause, where: str) -> None:
    wanted = editor.read(clause.restore(where))
    colors = find_colors(where)
    changed = False
    if not is_plain_color(where):
        changed = apply_place(editor, wanted)
        changed = apply_circumstances(editor, wanted, where) or changed
        changed = apply_style(editor, wanted, where) or changed
    if not changed and colors:
        editor.set(backdrop="studio", accents=colors[:1], transparent=False)
        if len(colors) > 1:
            editor.note(one_color_note("background", colors))
        return
    if not changed and wanted.entities:
        changed = bool(merge(editor, wanted, where, adding=True))
    if not changed:
        editor.note(f"The place “{where[:40]}” is not known, so the background was not changed.")


def _relocate(editor: Editor, clause: Clause, command: Relocate) -> bool:
    who, where = command.who, command.where
    wanted = editor.read(clause.restore(where))
    if wanted.entities or not editor.find(who) or (who not in _PRONOUNS and not editor.read(who).entities):
        return False
    if who not in _PRONOUNS and not is_definite(who.split()[-1], f" {who}"):
        return False
    changed = apply_place(editor, wanted)
    changed = apply_circumstances(editor, wanted, where) or changed
    return things.change(editor, clause, who) or changed


def _zoom_in(editor: Editor, command: commands.Zoom) -> bool:
    """To what is named; a single thing without a name is shown as a portrait."""
    named = editor.find(command.what) if command.what else []
    if command.what and not named:
        editor.note(f"Nothing called “{command.what[:40]}” is in the picture, so it was not zoomed to.")
        return True
    if not named and len(editor.scene.entities) <= 1:
        return False
    editor.remember(named)
    return arranging.zoom(editor, ZOOM, named)


def _add(editor: Editor, clause: Clause, command: Add) -> bool:
    what = command.what
    is_handed = command.preposition in ("to", "onto", "into")
    if is_handed and giving.give(editor, clause, command.holder, command.handed):
        return True
    if command.preposition == "on" and giving.give_look(editor, clause, command):
        return True
    if giving.give_to_part(editor, clause, command) or giving.put_on_wearer(editor, clause, command):
        return True
    if (seated := _SEAT.match(what)) is not None and not is_handed:
        whose = (seated["whose"] or "it").removesuffix("'s")
        seats = editor.find(whose if whose.startswith("the ") else "it")
        what = f"{seated['what']} on the {seats[0].noun}" if seats else what
    if (young := _YOUNG.search(what)) is not None:
        parents = [one for one in editor.find("it") if kinds.is_animal(one.drawing)]
        what = f"{what[: young.start()]}a baby {parents[0].noun}{what[young.end() :]}" if parents else what
        clause = replace(clause, text=what, raw=what, marked=what)
    if _COVERING.search(what):
        editor.note(f"“{clause.restore(what)[:40]}” cannot be drawn, so it was not added.")
        return True
    wanted = editor.read(clause.restore(what))
    if not wanted.entities:
        changed = apply_all(editor, clause, what, place=wanted.backdrop == "studio")
        if (wanted.backdrop != "abstract" and apply_scenery(editor, wanted)) or changed:
            return True
        editor.note(f"“{clause.restore(what)[:40]}” cannot be drawn, so it was not added.")
        return True
    may_be_worn = command.preposition in ("on", "onto", "over", "around", "in")
    only_worn = command.preposition != "in" or not any(
        kinds.is_animate(one.drawing) for one in editor.find(command.holder)
    )
    if may_be_worn and giving.give(editor, clause, command.holder, command.handed, only_worn=only_worn):
        return True
    apply_circumstances(editor, wanted, what)
    before = {known.id for known in editor.scene.entities}
    added = merge(editor, wanted, what, adding=True)
    fresh = [one for one in added if one.id not in before]
    if _IN_THE_AIR.search(command.where) or _ON_HIGH.search(command.where):
        for one in fresh:
            if _ON_HIGH.search(command.where) and one.noun.split()[-1] not in _WINGED:
                continue
            if kinds.is_animate(one.drawing) and one.action is None:
                editor.change(one, action="flying")
    if young is not None:
        fresh = [editor.change(one, size=YOUNG_SIZE) for one in fresh]
    fitted = {one.id: things.fit_on_support(editor, one) for one in fresh}
    fresh = [fitted[one.id] for one in fresh]
    placing.place_added(editor, what, fresh)
    editor.remember([fitted.get(one.id, one) for one in added])
    return True


def _change(editor: Editor, clause: Clause, command: Change) -> bool:
    rest = command.text
    if (mood := _MOOD.match(rest)) is not None:
        editor.set(**_MOODS[mood[1]])
        return True
    is_zoom = clause.text.startswith("zoom")
    if things.change(editor, clause, rest) or (is_zoom and apply_degree(editor, clause.text)):
        return True
    if _names_absent(editor, clause, rest):
        return True
    changed = apply_all(editor, clause, rest if "less" in rest.split() else _MORE_AND_LESS.sub(" ", rest))
    if not changed:
        return False
    wanted = editor.read(clause.restore(rest))
    if any(editor.find_matching(one) for one in wanted.entities):
        merge(editor, wanted, rest, adding=False)
    return True


def _names_absent(editor: Editor, clause: Clause, rest: str) -> bool:
    """ "Let the kids play" where there are none: none are added."""
    if not rest.startswith(("the ", "his ", "her ", "their ", "my ")) or editor.find(rest):
        return False
    wanted = editor.read(clause.restore(rest))
    if not wanted.entities or not kinds.is_animate(wanted.entities[0].drawing):
        return False
    if any(editor.find_matching(one) for one in wanted.entities):
        return False
    editor.note(f"Nothing called “{wanted.entities[0].noun}” is in the picture, so nothing was changed.")
    return True

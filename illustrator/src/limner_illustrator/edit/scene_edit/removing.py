"""Takes things, weather, lettering and scenery out of the Scene."""

import re
from collections.abc import Sequence

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.instructions.clauses import Clause
from limner_illustrator.edit.instructions.commands import RemovePart, RemoveText
from limner_illustrator.edit.instructions.numbers import said_number
from limner_illustrator.edit.scene_edit.editor import CARRYING, Editor
from limner_illustrator.edit.scene_edit.garments import take_off
from limner_illustrator.edit.scene_edit.scenery import clear_scenery
from limner_illustrator.language.vocabulary.absences import PERSON_PARTS, REMOVABLE_PARTS
from limner_illustrator.scene import Entity, Scene

_HOLDER = re.compile(
    r"^(?P<what>.+?)\s+(?:from|off|off of|on|of|that) (?P<holder>(?:the|its|his|her|their) .+|it|him|her|them)$"
)
_ALL_BUT = re.compile(
    r"^(?:everything|everyone|all|anything)(?: else)?(?: (?:but|except|besides|apart from|other than)(?: for)? "
    r"(?P<kept>.+))?$"
)
_ALL_BUT_SOME = re.compile(
    r"^(?:all|all of)(?: (?P<whole>(?:the )?[\w -]+?))? (?:but|except|except for) (?P<number>\w+)"
    r"(?: of (?:the |them)?)?\s*(?P<what>[\w -]*)$"
)
_ANOTHER = re.compile(r"^(?:another|one more|one other)(?: one| of them)?$")
_ONE_OF = re.compile(r"^(?P<number>\w+) of (?:the )?")


def remove(editor: Editor, what: str) -> None:
    if _ANOTHER.match(what) and (known := editor.find_referents()):
        alike = [one for one in editor.scene.entities if one.noun == known[0].noun]
        _take(editor, [max(alike, key=lambda one: one.count)], 1, of_them=True)
        return
    of_them = _ONE_OF.match(what)
    some = said_number(of_them["number"]) if of_them else said_number(what)
    what = _ONE_OF.sub("the ", what) if of_them and some else what
    bared = _bare(editor, what)
    if take_off(editor, what) or _leaves_some(editor, what):
        return
    everything = _ALL_BUT.match(what)
    if everything is not None:
        kept = editor.find(everything["kept"]) if everything["kept"] else []
        if everything["kept"] and not kept:
            editor.note(f"Nothing called “{_name(everything['kept'])}” is in the picture, so nothing was removed.")
            return
        held = {
            one.object for one in editor.scene.relations if one.kind in CARRYING and one.subject in {k.id for k in kept}
        }
        editor.remove([one for one in editor.scene.entities if one not in kept and one.id not in held])
        return
    things = _find(editor, what)
    weather = _remove_circumstances(editor, editor.read(what), what)
    scenery = False if some else clear_scenery(editor, what, is_named=not things)
    if things:
        _take(editor, things, None if "all" in what.split() else some, of_them=of_them is not None)
    elif not weather and not scenery and not bared:
        editor.note(f"Nothing called “{_name(what)}” is in the picture, so nothing was removed.")


def _bare(editor: Editor, what: str) -> bool:
    """ "The hat" of a snowman, which its drawing can leave out."""
    words = re.findall(r"[a-z]+", _HOLDER.sub(r"\g<what>", what))
    part = words[-1] if words else ""
    part = part if part in PERSON_PARTS else part.removesuffix("s")
    owners = [
        one
        for one in editor.scene.entities
        if part in REMOVABLE_PARTS.get(one.drawing, ()) or (kinds.is_person(one.drawing) and part in PERSON_PARTS)
    ]
    for one in owners:
        editor.change(one, attributes=tuple(dict.fromkeys([*one.attributes, f"{part}less"])))
    return bool(owners)


def remove_part(editor: Editor, command: RemovePart) -> None:
    """ "His beard", which is a look; "the dog's ears" belong to its drawing, and stay."""
    part = command.part
    holders = [
        one
        for one in editor.scene.entities
        if any(look == part or look.endswith(f"-{part}") for look in one.attributes)
    ]
    for one in holders:
        kept = [look for look in one.attributes if look != part and not look.endswith(f"-{part}")]
        editor.change(one, attributes=tuple(kept))
    if not holders:
        editor.note(f"“{_name(command.what)}” is a part of a drawing and cannot be removed alone.")


def _leaves_some(editor: Editor, what: str) -> bool:
    """ "all but one car", "all the cars except two"."""
    match = _ALL_BUT_SOME.match(what)
    number = said_number(match["number"]) if match is not None else None
    if match is None or number is None:
        return False
    known = editor.find(match["whole"] or match["what"] or "it")
    if not known:
        return False
    editor.remove(known[1:])
    editor.remember([editor.recount(known[0], min(number, known[0].count))])
    return True


def _find(editor: Editor, what: str) -> list[Entity]:
    holder = _HOLDER.match(what)
    if holder is not None:
        holders = {one.id for one in editor.find(holder["holder"])}
        bound = {one.object for one in editor.scene.relations if one.subject in holders}
        bound |= {one.subject for one in editor.scene.relations if one.object in holders}
        found = [one for one in editor.find(holder["what"]) if one.id in bound]
        if found:
            return found
        what = holder["what"]
    found = []
    for piece in re.split(r"\s*(?:,|\band\b|\bor\b)\s*", what):
        found += [one for one in editor.find(piece) if piece and one not in found]
    return found


def _take(editor: Editor, things: Sequence[Entity], number: int | None, *, of_them: bool) -> None:
    """All of them, or as many as the instruction says: "two of the cats"."""
    several = [one for one in things if one.count > 1]
    if number is not None and several and number < several[0].count:
        editor.recount(several[0], several[0].count - number)
    elif number is not None and of_them and len(things) > number:
        editor.remove(things[-number:])
    else:
        editor.remove(things)


def _remove_circumstances(editor: Editor, wanted: Scene, what: str) -> bool:
    scene = editor.scene
    words = set(what.split())
    snow = "snow" in words and (scene.weather == "snow" or scene.season == "winter" or scene.backdrop == "snow")
    if snow:
        editor.set(weather="clear", season=None, backdrop=None if scene.backdrop == "snow" else scene.backdrop)
    if (wanted.weather != "clear" and scene.weather == wanted.weather) or (
        words & {"clouds", "cloud"} and scene.weather == "cloudy"
    ):
        editor.set(weather="clear")
    gone = {*wanted.accents, wanted.backdrop, *(words & {"snow"} if snow else ())}
    editor.set(accents=tuple(one for one in scene.accents if one not in gone))
    if wanted.backdrop is not None and wanted.backdrop == editor.scene.backdrop and not snow:
        editor.set(backdrop=None)
    if wanted.time != "day" and scene.time == wanted.time:
        editor.set(time="day")
    if set(wanted.styles) & set(scene.styles):
        editor.set(styles=tuple(one for one in scene.styles if one not in wanted.styles))
    return editor.scene != scene


def remove_text(editor: Editor, clause: Clause, command: RemoveText) -> None:
    said = clause.restore(command.what)
    quoted = [text.casefold() for text in clause.texts if f"“{text}”" in said]
    lettered = [
        one for one in editor.scene.entities if one.text is not None and (not quoted or one.text.casefold() in quoted)
    ]
    texts = tuple(text for text in editor.scene.texts if quoted and text.casefold() not in quoted)
    if not lettered and texts == editor.scene.texts:
        editor.note("There is no such text in the picture, so nothing was removed.")
    for one in lettered:
        editor.change(one, text=None)
    editor.set(texts=texts)


def _name(what: str) -> str:
    return re.sub(r"^(?:the|a|an|all|any|every|my|its|his|her|their)\s+", "", what)[:40]

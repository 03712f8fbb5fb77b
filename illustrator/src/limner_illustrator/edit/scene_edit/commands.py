"""The commands, in the order in which they are tried: each takes a clause or leaves it to the next."""

import re
from collections.abc import Callable

from limner_illustrator.edit.scene_edit import giving, isolating, placing, removing, saying, skies, things
from limner_illustrator.edit.scene_edit.ambient import (
    apply_all,
    apply_circumstances,
    apply_degree,
    apply_place,
    apply_scenery,
    apply_style,
    apply_tone,
)
from limner_illustrator.edit.scene_edit.colors import one_color_note
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.merging import is_definite, merge
from limner_illustrator.edit.scene_edit.sentences import Clause
from limner_illustrator.edit.scene_edit.tones import find_tone
from limner_illustrator.language.plain_backdrops import colors_named, is_plain_color
from limner_illustrator.language.words import TEXT_OPEN

Command = Callable[[Editor, Clause], bool]

_ADD = re.compile(
    r"^(?:add|include|insert|draw|put in|throw in|introduce|place|put|show|there should be|i want|bring "
    r"in)\s+(?P<what>.+)$"
)
_TO = re.compile(
    r"^(?P<what>.+?)(?<!next)(?<!close)(?<!adjacent)\s+(?:to|onto|into)\s+(?!the (?:left|"
    r"right)\b)(?P<host>(?:the |its |his |her |their |it|them|him|her|each |every |all |both ).*)$"
)
_PICTURE = re.compile(
    r"\b(?:in|to|on|at|into|from|of)? ?(?:the|this) (?:picture|image|scene|photo|painting|drawing|illustration|"
    r"composition|background|sky|foreground|frame|design)\b"
)
_BACKGROUND = re.compile(
    r"^(?:change|set|make|replace|switch|turn|swap|update|put|use|give|move)?\s*(?:the (?:[\w-]+'s )?|it |this |them "
    r")?(?:current )?(?:background|setting|scene|backdrop|location|(?<=the )place|surroundings|environment)\s*"
    r"(?:to be|to|into|with|by|for|as|should be|is|in)?\s+(?P<what>.+)$"
)
_WITH_BACKGROUND = re.compile(
    r"^(?:use|add|give it|put|place|have|with)\s+(?:in |on |against )?(?P<what>an? .+?|.+?)\s+(?:as (?:the |a "
    r")?)?(?<!in the )(?:background|backdrop|setting)(?: behind .+)?$"
)
_ELSEWHERE = re.compile(
    r"^(?:move|put|place|set|take|bring|transport|send|relocate|have|show|make|let)\s+(?P<who>.+?)\s+(?:be "
    r")?(?P<where>(?:in|on|at|to|into|onto|under|inside)\s+.+)$"
)
_MORE_AND_LESS = re.compile(r"\b(?:more|less|a bit|a little|slightly|much|very|really|looks?|feels?|like|seem|be)\b")
_NO_STYLE = re.compile(
    r"^(?:remove|drop|undo|reset|clear|delete|take away|get rid of|turn off|without|no)\s+(?:the |any |all "
    r")?(?:[\w-]+ ){0,3}?(?:styles?|effects?|filters?|look|painting)$"
    r"|^(?:back to|use|make it|restore|in) (?:the )?(?:normal|original|default|usual|standard|3d)(?: style| look)?$"
)


def tone(editor: Editor, clause: Clause) -> bool:
    """ "Make it black and white", "in colour again"."""
    found = find_tone(clause.text)
    if found is not None:
        apply_tone(editor, found)
    return found is not None


def no_style(editor: Editor, clause: Clause) -> bool:
    if not _NO_STYLE.search(clause.text):
        return False
    editor.set(styles=())
    return True


def background(editor: Editor, clause: Clause) -> bool:
    match = _BACKGROUND.match(clause.text) or _WITH_BACKGROUND.match(clause.text)
    if match is None:
        return False
    return _go_to(editor, clause, match["what"])


def _go_to(editor: Editor, clause: Clause, where: str) -> bool:
    wish = editor.read(clause.quoted(where))
    colors = colors_named(where)
    changed = False
    if not is_plain_color(where):
        changed = apply_place(editor, wish)
        changed = apply_circumstances(editor, wish, where) or changed
        changed = apply_style(editor, wish, where) or changed
    if not changed and colors:
        editor.set(setting="studio", accents=colors[:1], transparent=False)
        if len(colors) > 1:
            editor.note(one_color_note("background", colors))
        return True
    if not changed and wish.entities:
        changed = bool(merge(editor, wish, where, adding=True))
    if not changed:
        editor.note(f"The place “{where[:40]}” is not known, so the background stayed as it was.")
    return True


def elsewhere(editor: Editor, clause: Clause) -> bool:
    """ "Put them on a beach": the whole picture moves."""
    match = _ELSEWHERE.match(clause.text)
    if match is None:
        return False
    wish = editor.read(clause.quoted(match["where"]))
    who = re.sub(r"^(?:the )?(?:whole |entire )?(?:scene|picture|image|thing)$", "it", match["who"])
    if (
        wish.entities
        or not editor.find(who)
        or (not editor.read(who).entities and who not in ("it", "them", "this", "everything", "him", "her"))
    ):
        return False
    if not (is_definite(who.split()[-1], f" {who}") or who in ("it", "them", "this", "everything", "him", "her")):
        return False
    changed = apply_place(editor, wish)
    changed = apply_circumstances(editor, wish, match["where"]) or changed
    return things.change(editor, clause, match["who"]) or changed


def add(editor: Editor, clause: Clause) -> bool:
    match = _ADD.match(clause.text)
    if match is None:
        return False
    what = _PICTURE.sub("", match["what"]).strip()
    if TEXT_OPEN in what and saying.letter(editor, clause, what):
        return True
    if re.match(r"^(?:\w+ )?(?:more|another|extra|additional)\b", what) and things.add_more(editor, what):
        return True
    to = _TO.match(what)
    if to is not None and giving.give(editor, clause, to["host"], to["what"]):
        return True
    wish = editor.read(clause.quoted(what))
    if not wish.entities:
        changed = apply_all(editor, clause, what, place=False)
        if (wish.setting != "abstract" and apply_scenery(editor, wish)) or changed:
            return True
        editor.note(f"“{what[:40]}” is nothing that can be drawn here, so it was not added.")
        return True
    on = re.match(
        r"^(?P<what>.+?)\s+(?P<how>on|onto|over|around|in)\s+(?P<host>(?:the|its|his|her|their) .+|it|them|him|her)$",
        what,
    )
    if on is not None and giving.give(editor, clause, on["host"], on["what"], only_worn=on["how"] != "in"):
        return True
    apply_circumstances(editor, wish, what)
    before = editor.scene.entities
    added = merge(editor, wish, what, adding=True)
    placing.stand_aside(editor, what, [one for one in added if one.id not in {known.id for known in before}])
    editor.remember(added)
    return True


def make(editor: Editor, clause: Clause) -> bool:
    """ "Make it ...", "turn the sofa ...", "let the cat ...": whatever the rest says is true now."""
    match = re.match(
        r"^(?:make|turn|paint|colou?r|recolou?r|dye|render|redraw|draw|convert|transform|show|have|let|set|"
        r"change|restyle|remake|redo|do|apply|use|give|as|in|keep|zoom)\b\s*(?P<rest>.*)$",
        clause.text,
    )
    rest = match["rest"] if match else clause.text
    if match is None and not re.match(
        r"^(?:it|they|the|there|he|she|all|every)\b.*\b(?:should|must|is|are|needs?|has|have)\b", clause.text
    ):
        return False
    rest = re.sub(
        r"\b(?:should|must|needs? to|has to|have to|into|look like|looks like|look|to be|become)\b", " ", rest
    )
    rest = " ".join(_PICTURE.sub(" it ", f" {rest} ").split())
    if things.change(editor, clause, rest) or (clause.text.startswith("zoom") and apply_degree(editor, clause.text)):
        return True
    changed = apply_all(editor, clause, rest if "less" in rest.split() else _MORE_AND_LESS.sub(" ", rest))
    if not changed:
        return False
    wish = editor.read(clause.quoted(rest))
    if any(editor.matching(one) for one in wish.entities):
        merge(editor, wish, rest, adding=False)
    return True


DESCRIBING: frozenset[Command] = frozenset({
    background, things.replace_one, elsewhere, giving.give_to, add, make,
})  # fmt: skip
"""Commands whose words describe what is to be seen."""
COMMANDS: tuple[Command, ...] = (
    isolating.isolate,
    tone,
    no_style,
    saying.say,
    removing.remove,
    background,
    placing.swap,
    skies.color_sky,
    things.replace_one,
    things.recolor_hair,
    things.recolor,
    things.resize,
    things.recount,
    elsewhere,
    placing.move,
    giving.give_to,
    add,
    make,
)

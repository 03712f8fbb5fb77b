"""Commands about things: replace, recolour, resize, count, give, letter."""

import re
from dataclasses import replace

from limner_illustrator.catalog import kinds
from limner_illustrator.edit.scene_edit.ambient import apply_all, apply_circumstances
from limner_illustrator.edit.scene_edit.colors import one_color_note, share_colors, split_colors
from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.edit.scene_edit.garments import dye, exchange
from limner_illustrator.edit.scene_edit.merging import merge
from limner_illustrator.edit.scene_edit.numbers import NUMBER, number_of, said_number
from limner_illustrator.edit.scene_edit.sentences import Clause
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.language.vocabulary.verbs import INFINITIVES
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.wardrobe.garments import is_garment

_COLORS = "|".join(sorted((re.escape(word) for word in COLOR_WORDS), key=len, reverse=True))
_REPLACE = (
    re.compile(
        r"^(?:replace|swap(?: out)?|substitute|exchange|switch)\s+(?P<old>.+?)\s+(?:with|for|by|to|into)\s+(?P<new>.+)$"
    ),
    re.compile(r"^(?:change|turn|transform|convert|make|morph)\s+(?P<old>.+?)\s+(?:into|to|to be)\s+(?P<new>.+)$"),
    re.compile(
        r"^(?:use|draw|show|put|have|add|i want)?\s*(?P<new>.+?)\s+(?:instead of|in place of|rather "
        r"than)\s+(?P<old>.+)$"
    ),
    re.compile(r"^make\s+(?P<old>it|(?:the|this|that) [\w-]+(?: [\w-]+)?)\s+(?P<new>an? .+)$"),
)
_RECOLOR = re.compile(
    rf"^(?:make|paint|colou?r|turn|change|recolou?r|dye|set|have|let|the)\s+(?:the colou?r of "
    rf")?(?P<who>.+?)(?:'s)?(?: colou?r)?"
    rf"(?: (?:to be|to|into|in|be|should be|is|are|must be))?(?: an?)?(?: (?:bright|nice|beautiful|shiny|"
    rf"vivid))? (?P<color>{_COLORS})(?: colou?r| ones?| instead)?$"
)
_PRONOUNS = {"her": "she", "his": "he", "their": "they", "its": "it"}
_HAIR = re.compile(
    rf"^(?:make|paint|colou?r|turn|change|dye|give)\s+(?:the )?(?P<who>her|his|their|its|.+?(?='s))(?:'s)? "
    rf"(?:hair (?:to )?(?P<color>{_COLORS})|(?P<before>{_COLORS}) hair)$"
)
_BIGGER = re.compile(
    r"\b(?:(?:much |a bit |a little |slightly |even |way )?(?:bigger|larger|taller|wider|greater)|enlarge|scale "
    r"up|grow|increase the size of|upscale)\b"
)
_SMALLER = re.compile(
    r"\b(?:(?:much |a bit |a little |slightly |even |way )?(?:smaller|shorter|tinier|littler)|shrink|scale down|"
    r"(?:reduce|decrease) the size of)\b"
)
_DOUBLE = re.compile(
    r"\b(?:twice (?:as (?:big|large|tall)|the size|its size)|double (?:the size(?: of)?|its size|in size))\b"
)
_HALF = re.compile(r"\b(?:half (?:as (?:big|large|tall)|the size(?: of)?|its size))\b")
_FACTORS = ((_DOUBLE, 2.0), (_HALF, 0.5), (_BIGGER, 1.35), (_SMALLER, 0.72))
_SIZES = (0.25, 3.0)
_COUNT = re.compile(
    rf"^(?:make|have|show|draw|change|turn|keep|use|set|i want|there should be|there are|put)\s+(?:there be |it |"
    rf"that |them |this |the number of [\w -]+? )?(?:to be |to |into |be )?"
    rf"(?:only |just |exactly )?(?P<number>{NUMBER})(?: of them| of those)?(?P<what>(?: [\w'-]+){{0,3}})$"
)
_MORE = re.compile(rf"^(?P<number>{NUMBER}|an?)?\s*(?:more|another|extra|additional|further)\s*(?P<what>.*)$")


def replace_one(editor: Editor, clause: Clause) -> bool:
    for pattern in _REPLACE:
        match = pattern.match(clause.text)
        if match is None:
            continue
        old, new = match["old"], match["new"]
        if pattern is _REPLACE[3] and old.split()[-1] in INFINITIVES:
            continue
        if exchange(editor, old, clause.quoted(new)):
            return True
        wish = editor.read(clause.quoted(new))
        one_of = re.match(rf"^({NUMBER}) of (?:the )?(.+)$", old)
        known = editor.find(one_of[2] if one_of else old)
        explicit = pattern is _REPLACE[0] or pattern is _REPLACE[2]
        if not known and explicit and apply_all(editor, clause, new):
            return True
        if not wish.entities or not known:
            if explicit:
                editor.note(_not_replaced(known, old, new))
            return explicit
        if (wish.styles or wish.setting == "studio") and not explicit and old in ("it", "this", "them", "everything"):
            return False
        if one_of:
            editor.recount(known[0], known[0].count - number_of(one_of[1])) if known[0].count > number_of(
                one_of[1]
            ) else editor.remove(known[:1])
            editor.remember(merge(editor, wish, new, adding=True))
            return True
        _replace(editor, clause, known, new)
        return True
    return False


def _replace(editor: Editor, clause: Clause, known: list[Entity], new: str) -> None:
    wish = editor.read(clause.quoted(new))
    first, old = wish.entities[0], known[0]
    counted = said_number(new) is not None or re.match(r"an?\b", new) is not None
    both = kinds.is_animate(first.drawing) and kinds.is_animate(old.drawing)
    action = first.action or (old.action if both else None)
    text = first.text or (None if kinds.is_animate(first.drawing) else old.text)
    if both and not kinds.is_person(first.drawing):
        kept = [look for look in old.attributes if is_garment(look)]
        first = replace(first, attributes=tuple(dict.fromkeys([*first.attributes, *kept])))
    changed = replace(first, id=old.id, count=first.count if counted else old.count, action=action, text=text)
    editor.set(entities=tuple(changed if one.id == old.id else one for one in editor.scene.entities))
    editor.remove(known[1:])
    placed = {first.id: changed}
    for entity in wish.entities[1:]:
        same = editor.matching(entity)
        added = same[0] if same else editor.add(entity)
        if added is not None:
            placed[entity.id] = added
    for relation in wish.relations:
        if relation.subject in placed and relation.object in placed:
            editor.relate(placed[relation.subject], relation.kind, placed[relation.object])
    editor.remember([changed])


def _not_replaced(known: list[Entity], old: str, new: str) -> str:
    if known:
        return f"“{new[:40]}” is nothing that can be drawn here, so the {known[0].noun} stayed."
    return f"Nothing called “{re.sub('^(?:the|a|an) ', '', old)[:40]}” is in the picture, so nothing was replaced."


def recolor_hair(editor: Editor, clause: Clause) -> bool:
    """ "make her hair red"."""
    match = _HAIR.match(clause.text)
    known = [] if match is None else editor.find(_PRONOUNS.get(match["who"], match["who"])) or editor.spoken_of()
    if match is None or not known:
        return False
    kept = tuple(one for one in known[0].attributes if not one.endswith("-hair"))
    editor.remember([editor.change(known[0], attributes=(*kept, f"{match['color'] or match['before']}-hair"))])
    return True


def recolor(editor: Editor, clause: Clause) -> bool:
    several = split_colors(clause.text)
    match = _RECOLOR.match(clause.text if several is None else f"{several[0]} {several[1][0]}")
    if match is None:
        return False
    colors = (COLOR_WORDS[match["color"]],) if several is None else several[1]
    who = match["who"]
    if re.search(rf"\b(?:{_COLORS})\b.*\band\b", who) or re.search(
        r"\b(?:background|sky|picture|image|hair|eyes)\b", who
    ):
        return False
    if dye(editor, who, colors[0]):
        if len(colors) > 1:
            editor.note(one_color_note(re.sub("^(?:the|its|his|her) ", "", who), colors))
        return True
    known = editor.find(who)
    if not known:
        if not editor.read(who).entities:
            return False
        editor.note(
            f"Nothing called “{re.sub('^(?:the|a|an) ', '', who)[:40]}” is in the picture, so nothing was recoloured."
        )
        return True
    editor.remember(share_colors(editor, known, colors))
    return True


def resize(editor: Editor, clause: Clause) -> bool:
    for pattern, factor in _FACTORS:
        if not pattern.search(clause.text):
            continue
        who = re.sub(
            r"^(?:make|turn|let|have|scale|set)\b|\b(?:than|by|times|as)\b.*$", " ", pattern.sub(" ", clause.text)
        )
        known = editor.find(" ".join(who.split()) or "it")
        if not known:
            editor.note(f"Nothing called “{' '.join(who.split())[:40]}” is in the picture, so nothing was resized.")
            return True
        resized = [
            editor.change(one, size=round(max(_SIZES[0], min(_SIZES[1], one.size * factor)), 3)) for one in known
        ]
        editor.remember(resized)
        return True
    return False


def recount(editor: Editor, clause: Clause) -> bool:
    double = re.match(r"^(?P<how>double|triple|halve) (?:the )?(?:number|amount|count) of (?P<what>.+)$", clause.text)
    if double:
        known = editor.find(double["what"])
        for one in known:
            editor.recount(
                one, {"double": one.count * 2, "triple": one.count * 3, "halve": one.count // 2}[double["how"]]
            )
        return bool(known)
    number_first = re.match(
        rf"^(?:change|set|make) the number of (?P<what>.+?) (?:to )?(?P<number>{NUMBER})$", clause.text
    )
    match = number_first or _COUNT.match(clause.text)
    if match is None:
        return False
    what = match["what"].strip()
    if what.rpartition(" ")[2] in INFINITIVES:
        return False
    known = editor.find(what) if what else editor.spoken_of()
    if not known:
        return False
    wish = editor.read(f"{match['number']} {what}")
    changed = editor.recount(known[0], number_of(match["number"]))
    if wish.entities and wish.entities[0].color is not None:
        changed = editor.change(changed, color=wish.entities[0].color)
    editor.remove([one for one in known[1:] if one.noun == changed.noun and one.color == changed.color])
    editor.remember([changed])
    return True


def add_more(editor: Editor, what: str) -> bool:
    match = _MORE.match(what)
    if match is None:
        return False
    number = 1 if match["number"] in (None, "a", "an") else number_of(match["number"])
    wished = match["what"].strip()
    of_number = re.match(rf"^({NUMBER})\s+(.+)$", wished)
    if of_number:
        number, wished = number_of(of_number[1]), of_number[2]
    known = editor.find(wished) if wished else editor.spoken_of()
    wish = editor.read(wished) if wished else None
    if not known or (wish is not None and wish.entities and wish.entities[0].color not in (None, known[0].color)):
        return False
    editor.remember([editor.recount(known[0], known[0].count + number)])
    return True


def change(editor: Editor, clause: Clause, rest: str) -> bool:
    """ "the cat sleep", "it sleeping on a sofa", "the fox wear a hat": what is true of a known thing from now on."""
    text = rest
    for infinitive, participle in INFINITIVES.items():
        text = re.sub(rf"\b{infinitive}\b", participle, text)
    pronoun = re.match(r"^(?:it|he|she|they|them|him|her)\b\s*", text)
    if pronoun is not None:
        spoken_of = editor.spoken_of()
        told = editor.read(clause.quoted(text))
        if (
            not spoken_of
            or told.styles
            or told.time != "day"
            or told.weather != "clear"
            or told.season
            or told.setting not in (None, "abstract")
        ):
            return False
        text = f"the {spoken_of[0].noun} {text[pronoun.end() :]}"
    wish = editor.read(clause.quoted(text))
    if not wish.entities or not editor.matching(wish.entities[0]):
        return False
    before = editor.scene
    known = editor.matching(wish.entities[0])[0]
    for relation in wish.relations:
        if relation.subject == wish.entities[0].id and relation.kind not in (
            "wearing",
            "holding",
            "eating",
            "looking_at",
        ):
            editor.displace(known, dismounts=True)
    touched = merge(editor, wish, text, adding=False)
    apply_circumstances(editor, wish, text)
    editor.remember(touched)
    return editor.scene != before

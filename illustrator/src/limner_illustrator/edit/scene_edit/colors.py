"""Instructions that name several colours for one thing: "make the car red and blue"."""

import re
from dataclasses import replace

from limner_illustrator.edit.scene_edit.editor import Editor
from limner_illustrator.language.vocabulary.things import COLOR_WORDS
from limner_illustrator.scene import Entity

COLOR = "|".join(sorted((re.escape(word) for word in COLOR_WORDS if " and " not in word), key=len, reverse=True))
_JOIN = r"(?:,? (?:and|und|y|et|e|with|&|\+) | ?[/,&+-] ?)"
_COLORS = re.compile(
    rf"^(?P<command>.+?) (?P<first>{COLOR}){_JOIN}(?P<second>{COLOR})(?:{_JOIN}(?P<third>{COLOR}))?"
    r"(?: colou?rs?| ones?| instead| striped| pattern)?$"
)


def split_colors(text: str) -> tuple[str, tuple[str, ...]] | None:
    """ "make the car red and blue" -> ("make the car", ("red", "blue")); None for fewer than two colours."""
    found = _COLORS.match(text)
    if found is None:
        return None
    words = [found[name] for name in ("first", "second", "third") if found[name] is not None]
    return found["command"], tuple(COLOR_WORDS[word] for word in words)


def one_color_note(noun: str, colors: tuple[str, ...]) -> str:
    return f"One thing has one colour here, so “{noun}” became {colors[0]}, not {' or '.join(colors[1:])}."


def share_colors(editor: Editor, known: list[Entity], colors: tuple[str, ...]) -> list[Entity]:
    """Several things share the colours out among them; one thing takes the first, and the note says so."""
    if len(known) >= len(colors):
        return [editor.change(one, color=colors[index % len(colors)]) for index, one in enumerate(known)]
    first = known[0]
    if len(known) > 1 or first.count < len(colors):
        editor.note(one_color_note(first.noun, colors))
        return [editor.change(one, color=colors[0]) for one in known]
    counts = [len(range(index, first.count, len(colors))) for index in range(len(colors))]
    shared = [editor.change(first, color=colors[0], count=counts[0])]
    for color, count in zip(colors[1:], counts[1:], strict=True):
        added = editor.add(replace(shared[0], color=color, count=count))
        if added is None:
            continue
        shared.append(added)
        for relation in editor.scene.relations:
            if relation.subject == first.id:
                editor.relate(added, relation.kind, editor.scene.entity(relation.object))
    return shared

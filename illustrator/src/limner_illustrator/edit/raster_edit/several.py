"""Several commands in one prompt, done one after the other: "add a red barn and make it snow"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.instructions.clauses import NO_CHANGE_ASKED, Clause
from limner_illustrator.edit.instructions.colors import one_color_note
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
    Change,
    Crop,
    CutOut,
    Describe,
    Extend,
    Flip,
    Recolor,
    Remove,
    Replace,
    Rotate,
    SetBackdrop,
    SetSize,
    Speak,
    Zoom,
)
from limner_illustrator.edit.notes import NOT_GENERATED
from limner_illustrator.edit.raster_edit.adjustments import find_amount, find_grades, is_look
from limner_illustrator.edit.raster_edit.facial_hair import find_growth
from limner_illustrator.edit.raster_edit.reading import (
    Adjust,
    DoubleExposure,
    Impossible,
    Inscribe,
    Keep,
    RasterCommand,
    RemoveDetail,
    read_for_pixels,
)
from limner_illustrator.edit.raster_edit.task import CUT_SHORT, MAX_CHANGES, MAX_FILLS, EditStep, EditTask
from limner_illustrator.language.omissions import NOT_DRAWN
from limner_illustrator.language.parser import find_missing

ORDER = (
    Remove,
    RemoveDetail,
    Replace,
    Recolor,
    SetBackdrop,
    BlurBackdrop,
    Add,
    Inscribe,
    Speak,
    Change,
    Impossible,
    SetSize,
    DoubleExposure,
    Describe,
    Adjust,
    CutOut,
    Crop,
    Zoom,
    Extend,
    Flip,
    Rotate,
    Border,
    Keep,
)
"""What is taken away or changed in place comes first; the light falls on everything, so it comes late, and the frame
last of all.
"""

_AND_LOOK = re.compile(r"^(?P<thing>.+?),? (?:and|with) (?P<look>[\w ]+)$", re.IGNORECASE)
_WITH_BORDER = re.compile(
    r"^(?P<rest>(?!add\b|put\b|give\b|draw\b).+?),? (?:with|and) (?P<border>an? (?:[\w-]+ ){0,2}(?:border|frame))$"
)
"""As in "a vintage photo with a white border"."""
_COLOR_IT = re.compile(
    rf"^(?:make|paint|colou?r) (?:it|them) (?P<color>(?:bright |dark |light )?(?:{'|'.join([*COLORS, 'grey'])}))$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?P<article>an?|the|two|three|four|five|some)? ?(?P<rest>.+)$", re.IGNORECASE)
_REPEATED_CLAUSE = re.compile(rf"^{NOT_GENERATED}(?:, so|, and|;) ")
_FILLS = (Remove, RemoveDetail, Replace)
_ONCE = (Recolor, Adjust, SetBackdrop, BlurBackdrop, CutOut)
"""What has no effect when it is done again."""


def split_task(task: EditTask) -> tuple[EditTask, ...]:
    """One task for each command of the prompt, in the order in which they are best done. Descriptions are ignored if
    there is a command.
    """
    instruction = task.instruction
    read = _commands(instruction.clauses)
    if len(instruction.clauses) == len(read) == 1:
        return (task.part(*read[0]),)
    orders = [one for one in read if not isinstance(one[1], Describe)]
    orders = [one for number, one in enumerate(orders) if not isinstance(one[1], _ONCE) or one not in orders[:number]]
    if not orders:
        return (task,)
    if any(isinstance(command, SetBackdrop) for _, command in orders):
        orders = [one for one in orders if not isinstance(one[1], CutOut)]
    fills = [
        number for number, (_, command) in enumerate(orders) if isinstance(command, Remove | RemoveDetail | Replace)
    ]
    orders = [one for number, one in enumerate(orders) if number not in fills[MAX_FILLS:]]
    is_cut_short = (
        len(fills) > MAX_FILLS or task.remark is not None or instruction.is_cut_short or len(orders) > MAX_CHANGES
    )
    orders = sorted(orders[:MAX_CHANGES], key=lambda one: _rank(one[1]))
    remark = CUT_SHORT if is_cut_short else None
    return tuple(replace(task.part(*one), is_part=len(orders) > 1, remark=remark) for one in orders)


def _rank(command: RasterCommand) -> float:
    # What is added at night is lit as at night, and a moon must not be darkened with the rest.
    is_night = command == Adjust(("night",))
    return ORDER.index(Add) - 0.5 if is_night else ORDER.index(type(command))


def run_in_turn(
    pixels: Pixels, tasks: tuple[EditTask, ...], edit: Callable[[Pixels, EditTask], Iterator[EditStep]]
) -> Iterator[EditStep]:
    """Each task is done to what the one before has left; the notes of all come with the last."""
    notes: list[str] = []
    for number, task in enumerate(tasks, 1):
        kept = [EditStep(pixels, final=True, note=NO_CHANGE_ASKED)]
        for step in kept if isinstance(task.command, Keep) else edit(pixels, task):
            if not step.final:
                yield step
                continue
            pixels = step.pixels
            notes += [note for note in (step.note, _note_on_command(task), task.remark) if note and note not in notes]
            is_last = number == len(tasks)
            yield EditStep(pixels, final=is_last, note=_join_notes(notes) if is_last else None)


def _note_on_command(task: EditTask) -> str | None:
    match task.command:
        case Recolor(what, colors) if len(colors) > 1:
            return one_color_note(what.removeprefix("the "), colors)
        case Add(thing=thing) | Replace(new=thing):
            # What a new thing was to show, and does not.
            grown = find_growth(thing)
            thing = thing if grown is None else grown.rest
            scene = task.scene_of(thing)
            missing = find_missing(thing, scene) if scene.entities or scene.texts else ()
            return f"{NOT_DRAWN.capitalize()}{', '.join(missing)}." if missing else None
        case _:
            return None


def _join_notes(notes: list[str]) -> str | None:
    """No two sentences begin alike."""
    sentences = notes[:1]
    for note in notes[1:]:
        rest = _REPEATED_CLAUSE.sub("", note)
        sentences.append(rest[:1].upper() + rest[1:])
    return " ".join(sentences) or None


def _commands(clauses: Sequence[Clause]) -> list[tuple[str, RasterCommand]]:
    """Each with the words that asked for it."""
    found: list[tuple[str, RasterCommand]] = []
    for clause in clauses:
        colored, last = _COLOR_IT.match(clause.raw), found[-1][1] if found else None
        if colored and isinstance(last, Add):
            thing = _add_color(last.thing, colored["color"])
            found[-1] = (f"{found[-1][0]} and {clause.raw}", replace(last, thing=thing))
            continue
        bordered = _WITH_BORDER.match(clause.text)
        if bordered is not None:
            start = bordered.start("border")
            found += _commands([_part_of(clause, 0, bordered.end("rest")), _part_of(clause, start, None, "add ")])
            continue
        command = read_for_pixels(clause)
        look = _AND_LOOK.match(command.thing) if isinstance(command, Add) else None
        if look and isinstance(command, Add) and is_look(look["look"]):
            found.append((f"add {look['thing']}", replace(command, thing=look["thing"])))
            grades, amount = find_grades(look["look"]), find_amount(look["look"])
            found.append((f"add {look['look']}", Adjust(grades, amount)))
        else:
            found.append((clause.raw, command))
    return found


def _part_of(clause: Clause, start: int, end: int | None, verb: str = "") -> Clause:
    """One of two commands in a clause."""
    text, raw = f"{verb}{clause.text[start:end]}", f"{verb}{clause.restore(clause.text[start:end])}"
    return replace(clause, text=text, raw=raw, marked="")


def _add_color(thing: str, color: str) -> str:
    """ "a barn" in red is "a red barn"."""
    match = _ARTICLE.match(thing)
    if match is None:
        return f"{color} {thing}"
    article = "a" if (match["article"] or "").lower() in ("a", "an") else match["article"] or ""
    return f"{article} {color} {match['rest']}".strip()

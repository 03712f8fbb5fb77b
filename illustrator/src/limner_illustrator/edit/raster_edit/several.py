"""Several wishes in one prompt, done one after the other: "add a red barn and make it snow"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.edit.raster_edit.task import CUT_SHORT, MAX_FILLS, MAX_WISHES, Step, Task
from limner_illustrator.edit.raster_edit.wish import BLURRED, Kind, Wish, find_grades, is_mood, read_wish
from limner_illustrator.edit.scene_edit import NO_CHANGE_ASKED
from limner_illustrator.edit.scene_edit.sentences import Clause, split_instruction
from limner_illustrator.language.parse import find_missing
from limner_illustrator.language.unread import NOT_DRAWN

ORDER: tuple[Kind, ...] = ("remove", "replace", "recolor", "background", "add", "describe", "grade", "cutout", "keep")
"""What is taken away or changed in place comes first; the light falls on everything, so it comes late."""

_AND_MOOD = re.compile(r"^(?P<thing>.+?),? (?:and|with) (?P<mood>[\w ]+)$", re.IGNORECASE)
_COLOR_IT = re.compile(
    rf"^(?:make|paint|colou?r) (?:it|them) (?P<color>(?:bright |dark |light )?(?:{'|'.join([*COLORS, 'grey'])}))$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?P<article>an?|the|two|three|four|five|some)? ?(?P<rest>.+)$", re.IGNORECASE)
_AGAIN = re.compile(r"^The picture was not made here(?:, so|, and|;) ")
_ONCE: frozenset[Kind] = frozenset({"recolor", "grade", "background", "cutout"})
"""What has no effect when it is done again."""


def parts_of(task: Task) -> tuple[Task, ...]:
    """One task for each thing that the prompt tells to do, in the order in which they are best done. What only
    describes the picture is passed over if there is anything to do; a prompt with one wish stays as it is.
    """
    wanted = split_instruction(task.prompt)
    clauses = wanted.clauses
    wishes = _wishes(clauses)
    orders = [(said, wish) for said, wish in wishes if wish.kind != "describe" or wish.is_order]
    orders = [one for number, one in enumerate(orders) if one[1].kind not in _ONCE or one not in orders[:number]]
    if not orders or len(clauses) == len(wishes) == 1:
        return (_of_one(task, wishes),)
    if any(wish.kind == "background" and wish.thing != BLURRED for _, wish in orders):
        orders = [(said, wish) for said, wish in orders if wish.kind != "cutout"]
    fills = [number for number, (_, wish) in enumerate(orders) if wish.kind in ("remove", "replace")]
    orders = [one for number, one in enumerate(orders) if number not in fills[MAX_FILLS:]]
    is_cut_short = len(fills) > MAX_FILLS or task.remark is not None or wanted.is_cut_short or len(orders) > MAX_WISHES
    orders = sorted(orders[:MAX_WISHES], key=lambda one: _rank(one[1]))
    return tuple(
        replace(
            task,
            prompt=said,
            wish=wish,
            scene=replace(task.scene_of(said), seed=task.scene.seed),
            is_part=len(orders) > 1,
            remark=CUT_SHORT if is_cut_short else None,
        )
        for said, wish in orders
    )


def _of_one(task: Task, wishes: list[tuple[str, Wish]]) -> Task:
    """A prompt with one wish, read without what stands around it."""
    if len(wishes) != 1 or wishes[0][1] == task.wish:
        return task
    said, wish = wishes[0]
    return replace(task, prompt=said, wish=wish, scene=replace(task.scene_of(said), seed=task.scene.seed))


def _rank(wish: Wish) -> float:
    # What is added at night is lit as at night, and a moon must not be darkened with the rest.
    is_night = wish.kind == "grade" and wish.grades == ("night",)
    return ORDER.index("add") - 0.5 if is_night else ORDER.index(wish.kind)


def done_in_turn(
    pixels: Pixels, tasks: tuple[Task, ...], edit: Callable[[Pixels, Task], Iterator[Step]]
) -> Iterator[Step]:
    """Each task is done to what the one before has left; the notes of all come with the last."""
    notes: list[str] = []
    for number, task in enumerate(tasks, 1):
        kept = [Step(pixels, final=True, note=NO_CHANGE_ASKED)]
        for step in kept if task.wish.kind == "keep" else edit(pixels, task):
            if not step.final:
                yield step
                continue
            pixels = step.pixels
            notes += [
                note
                for note in (step.note, task.wish.note, _note_on_dropped(task), task.remark)
                if note and note not in notes
            ]
            is_last = number == len(tasks)
            yield Step(pixels, final=is_last, note=_together(notes) if is_last else None)


def _note_on_dropped(task: Task) -> str | None:
    """What a new thing was to show, and does not."""
    if task.wish.kind not in ("add", "replace"):
        return None
    scene = task.scene_of(task.wish.thing)
    missing = find_missing(task.wish.thing, scene) if scene.entities or scene.texts else ()
    return f"{NOT_DRAWN.capitalize()}{', '.join(missing)}." if missing else None


def _together(notes: list[str]) -> str | None:
    """No two sentences begin alike."""
    told = notes[:1]
    for note in notes[1:]:
        rest = _AGAIN.sub("", note)
        told.append(rest[:1].upper() + rest[1:])
    return " ".join(told) or None


def _wishes(clauses: Sequence[Clause]) -> list[tuple[str, Wish]]:
    found: list[tuple[str, Wish]] = []
    for clause in clauses:
        colored = _COLOR_IT.match(clause.raw)
        if colored and found and found[-1][1].kind == "add":
            thing = _colored(found[-1][1].thing, colored["color"])
            found[-1] = (f"{found[-1][0]} and {clause.raw}", replace(found[-1][1], thing=thing))
            continue
        wish = read_wish(clause.raw)
        mood = _AND_MOOD.match(wish.thing) if wish.kind == "add" else None
        if mood and is_mood(mood["mood"]):
            found.append((f"add {mood['thing']}", replace(wish, thing=mood["thing"])))
            found.append((f"add {mood['mood']}", Wish("grade", grades=find_grades(mood["mood"]))))
        else:
            found.append((clause.raw, wish))
    return found


def _colored(thing: str, color: str) -> str:
    """ "a barn" in red is "a red barn"."""
    match = _ARTICLE.match(thing)
    if match is None:
        return f"{color} {thing}"
    article = "a" if (match["article"] or "").lower() in ("a", "an") else match["article"] or ""
    return f"{article} {color} {match['rest']}".strip()

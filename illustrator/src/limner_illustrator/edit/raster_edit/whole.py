"""Edits of an external image without a mask: what can be done safely, and a sentence where it is not what was asked.

The picture is never exchanged for another one: where an edit is not certain, it stays as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import cv2
import numpy as np

from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.alpha import spread_colours
from limner_illustrator.edit.framing import compose_over_white, size_of
from limner_illustrator.edit.instructions.commands import (
    Add,
    BlurBackdrop,
    Border,
    Change,
    Crop,
    CutOut,
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
from limner_illustrator.edit.raster_edit import reframing
from limner_illustrator.edit.raster_edit.adding import Picture, add, insert_at
from limner_illustrator.edit.raster_edit.adjust import adjust, has_adjustment
from limner_illustrator.edit.raster_edit.adjustments import is_look
from limner_illustrator.edit.raster_edit.backdrop import (
    UNSURE_OUTLINE,
    blur_background,
    compose_before,
    compose_on_white,
    draw_backdrop,
    is_backdrop,
)
from limner_illustrator.edit.raster_edit.bubbles import add_bubble, place_bubble
from limner_illustrator.edit.raster_edit.cutout import Foreground, cut_out
from limner_illustrator.edit.raster_edit.cutout_confidence import measure_evenness
from limner_illustrator.edit.raster_edit.describing import follow_description
from limner_illustrator.edit.raster_edit.explanations import (
    NO_COLOURS,
    NOT_CUT,
    NOT_SEPARATED,
    SIZE_IS_A_PARAMETER,
    TOO_LARGE,
    explain_assumed,
    explain_impossible,
    explain_not_found,
    explain_undrawn,
)
from limner_illustrator.edit.raster_edit.heads import find_heads
from limner_illustrator.edit.raster_edit.inscribing import inscribe, write_caption
from limner_illustrator.edit.raster_edit.layers import is_layer, on_colours
from limner_illustrator.edit.raster_edit.masks import box_of
from limner_illustrator.edit.raster_edit.outpainting import WORKING_EDGE, mark_faces
from limner_illustrator.edit.raster_edit.patchfill import fill_hole
from limner_illustrator.edit.raster_edit.picture_panels import blend_pictures
from limner_illustrator.edit.raster_edit.reading import Adjust, DoubleExposure, Impossible, Inscribe, RemoveDetail
from limner_illustrator.edit.raster_edit.regions import Region, find_region, strip_determiners
from limner_illustrator.edit.raster_edit.skies import find_sky
from limner_illustrator.edit.raster_edit.task import EditStep, EditTask, names_place
from limner_illustrator.edit.raster_edit.tint import has_no_colour, recolor

UNKNOWN_PLACE = "The place “{}” is not known, so the background was not changed."
PLAIN = 0.75
"""How even the backdrop of a thing must be that is only assumed to be what is to go: before it, it is alone."""
SMALL_HOLE, LARGEST_HOLE = 0.15, 0.55
"""What fills more of the picture cannot be removed: too little is left to fill it from."""
EVEN = 0.65
PEOPLE = re.compile(
    r"\b(?:man|men|woman|women|person|people|guy|girl|boy|lady|kid|child|children|astronaut|face|him|her|them)\b",
    re.IGNORECASE,
)
"""How even the backdrop of a hole must be that is not small."""


@dataclass
class _Cutter:
    """Cuts the subject out once."""

    pixels: Pixels
    found: Foreground | None
    _known: Foreground | None = field(default=None, init=False)

    def __call__(self) -> Foreground:
        if self._known is None:
            self._known = self.found or cut_out(self.pixels)
        return self._known


def edit_whole(pixels: Pixels, found: Foreground | None, task: EditTask) -> Iterator[EditStep]:
    """RGB, or RGBA that stays transparent unless a background is asked for. `found` is the cut-out if it is known."""
    find = _Cutter(pixels, found)
    match task.command:
        case CutOut() if is_layer(pixels):
            yield EditStep(pixels, final=True)
        case CutOut(kept=kept):
            yield _cut(pixels, find(), kept or "")
        case SetBackdrop(what):
            yield from _replace_background(pixels, find(), what, task)
        case BlurBackdrop():
            yield _blur_background(spread_colours(pixels), find())
        case Remove(what):
            yield from _remove(pixels, find(), what, task)
        case Recolor(what, colors):
            yield _recolor(pixels, find(), what, colors[0])
        case Replace():
            yield from _replace(pixels, find, task.command, task)
        case RemoveDetail(what):
            yield EditStep(pixels.copy(), final=True, note=explain_not_found(what))
        case Add():
            yield from add(Picture(pixels, find), task.command, task)
        case Inscribe():
            yield _inscribe(pixels, find, task.command)
        case Speak():
            yield _speak(pixels, find(), task.command)
        case Rotate() | Flip() | Crop() | Zoom() | Extend() | Border():
            yield _reframe(pixels, find, task)
        case DoubleExposure(what):
            yield _expose(pixels, what, task)
        case SetSize():
            yield EditStep(pixels.copy(), final=True, note=SIZE_IS_A_PARAMETER)
        case Impossible():
            yield EditStep(pixels.copy(), final=True, note=explain_impossible(task))
        case Adjust(needs_sky=True) if not find_sky(compose_over_white(pixels), at_dusk=True).any():
            yield EditStep(pixels.copy(), final=True, note=explain_not_found("the sky"))
        case Adjust(where=where) if where:
            yield _adjust_region(pixels, find(), task.command, task)
        case Adjust(grades=("saturated",)) if has_no_colour(pixels):
            yield EditStep(pixels.copy(), final=True, note=NO_COLOURS)
        case Adjust():
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case Change() if has_adjustment(task):
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case _ if task.scene.styles and not task.scene.entities:
            yield EditStep(on_colours(pixels, lambda rgb: adjust(rgb, task)), final=True)
        case _:
            yield from follow_description(Picture(pixels, find), task)


def _cut(pixels: Pixels, known: Foreground, kept: str) -> EditStep:
    if not known.is_usable:
        return EditStep(pixels.copy(), final=True, note=NOT_CUT)
    note = UNSURE_OUTLINE if not known.is_confident else None
    region = find_region(pixels, kept, known) if kept and known.is_confident else None
    if note is None and region is not None and region.is_assumed:
        note = explain_assumed(strip_determiners(kept))
    return EditStep(compose_on_white(pixels, known), final=True, note=note)


def _replace_background(pixels: Pixels, found: Foreground, what: str, task: EditTask) -> Iterator[EditStep]:
    if not is_backdrop(what, task):
        yield EditStep(pixels.copy(), final=True, note=UNKNOWN_PLACE.format(what[:40]))
        return
    pixels = spread_colours(pixels)
    yield from _compose(pixels, found, draw_backdrop(what, size_of(pixels), task, found.alpha), task)


def _blur_background(pixels: Pixels, found: Foreground) -> EditStep:
    if not found.is_confident:
        return EditStep(pixels.copy(), final=True, note=NOT_SEPARATED)
    return EditStep(blur_background(pixels, found), final=True)


def _compose(pixels: Pixels, found: Foreground, behind: Pixels, task: EditTask) -> Iterator[EditStep]:
    """The foreground in front of `behind`, or the picture as it is where the foreground is not certain."""
    if not found.is_confident:
        yield EditStep(pixels.copy(), final=True, note=NOT_SEPARATED)
        return
    yield EditStep(behind)
    task.checkpoint()
    yield EditStep(compose_before(pixels, found, behind), final=True)


def _expose(pixels: Pixels, what: str, task: EditTask) -> EditStep:
    scene = task.scene_of(what)
    if not scene.entities and not names_place(scene):
        return EditStep(pixels.copy(), final=True, note=explain_undrawn(what, task))
    size = size_of(pixels)
    other = draw_backdrop(what, size, task, np.zeros(pixels.shape[:2], np.float32))
    return EditStep(on_colours(pixels, lambda rgb: blend_pictures([rgb, other], size)), final=True)


def _note_on(region: Region, phrase: str) -> str | None:
    return explain_assumed(strip_determiners(phrase)) if region.is_assumed else None


def _recolor(pixels: Pixels, known: Foreground, what: str, color: str) -> EditStep:
    region = None if is_look(what) else find_region(pixels, what, known)
    if region is None:
        return EditStep(pixels.copy(), final=True, note=explain_not_found(what))
    recolored = on_colours(pixels, lambda rgb: recolor(rgb, region.alpha, color))
    return EditStep(recolored, final=True, note=_note_on(region, what))


def _adjust_region(pixels: Pixels, known: Foreground, command: Adjust, task: EditTask) -> EditStep:
    region = find_region(pixels, command.where, known)
    if region is None:
        return EditStep(pixels.copy(), final=True, note=explain_not_found(command.where))
    weight = (1 - region.alpha if command.is_except else region.alpha)[..., None]

    def adjust_there(rgb: Pixels) -> Pixels:
        return np.asarray(np.rint(rgb * (1 - weight) + adjust(rgb, task) * weight), np.uint8)

    return EditStep(on_colours(pixels, adjust_there), final=True, note=_note_on(region, command.where))


def _remove(pixels: Pixels, known: Foreground, what: str, task: EditTask) -> Iterator[EditStep]:
    if is_layer(pixels):
        yield EditStep(pixels.copy(), final=True, note=explain_not_found(what))
        return
    region = find_region(pixels, what, known)
    if region is None or is_look(what):
        yield EditStep(pixels.copy(), final=True, note=explain_not_found(what))
    elif region.is_assumed and not _is_subject(pixels, what, region, known):
        yield EditStep(pixels.copy(), final=True, note=explain_not_found(strip_determiners(what)))
    elif not is_fillable(pixels, region):
        yield EditStep(pixels.copy(), final=True, note=TOO_LARGE.format(strip_determiners(what)))
    else:
        yield EditStep(fill_region(pixels, region, task), final=True, note=_note_on(region, what))


def _is_subject(pixels: Pixels, what: str, region: Region, known: Foreground) -> bool:
    """Whether what stands out is what the words name, so surely that it may be lost: a person with a face, or the only
    thing before a plain backdrop. "the spoon" must not take the cup away.
    """
    if PEOPLE.search(what) and any(head.face is not None for head in find_heads(pixels, known)):
        return True
    return _evenness_behind(pixels, region) >= PLAIN


def is_fillable(pixels: Pixels, region: Region) -> bool:
    """A large hole is filled before an even backdrop only: before a busy one, a blot would be left."""
    share = float((region.alpha > 0.5).mean())
    if share > LARGEST_HOLE:
        return False
    if share < SMALL_HOLE:
        return True
    return _evenness_behind(pixels, region) >= EVEN


def _evenness_behind(pixels: Pixels, region: Region) -> float:
    size = 224, max(16, round(224 * pixels.shape[0] / pixels.shape[1]))
    small = cv2.resize(pixels[..., :3], size, interpolation=cv2.INTER_AREA)
    labels = (cv2.resize(region.alpha, size, interpolation=cv2.INTER_AREA) > 0.5).astype(np.uint8)
    return measure_evenness(small, labels)


def fill_region(pixels: Pixels, region: Region, task: EditTask) -> Pixels:
    """With a little around it, for the shadow along its outline."""
    reach = max(3, min(pixels.shape[:2]) // 45) | 1
    hole = cv2.dilate((region.alpha > 0.05).astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    return fill_hole(pixels, hole, task.generator("patches"), avoid=mark_faces(pixels) > 0)


def _replace(pixels: Pixels, find: _Cutter, command: Replace, task: EditTask) -> Iterator[EditStep]:
    """Something drawn in place of what stands out, or beside it where nothing does."""
    known, added = find(), Add(task.prompt, command.new)
    scene = task.scene_of(command.new)
    region = None if is_look(command.old) else find_region(pixels, command.old, known)
    is_too_large = region is not None and not is_fillable(pixels, region)
    if region is None or is_too_large or not scene.entities:
        name = strip_determiners(command.old)
        note = TOO_LARGE.format(name) if is_too_large else explain_not_found(command.old)
        if is_too_large or not scene.entities:
            yield EditStep(
                pixels.copy(), final=True, note=note if scene.entities else explain_undrawn(command.new, task)
            )
        else:
            yield from add(Picture(pixels, find), added, task, note)
        return
    ground = np.zeros_like(pixels) if is_layer(pixels) else fill_region(pixels, region, task)
    yield EditStep(ground)
    task.checkpoint()
    yield from insert_at(ground, added, scene, box_of(region.alpha), task, _note_on(region, command.old))


def _inscribe(pixels: Pixels, find: _Cutter, command: Inscribe) -> EditStep:
    """On the named thing if it is found and has room, or else as a caption."""
    note = None
    if command.surface:
        region = find_region(pixels, command.surface, find())
        name = strip_determiners(command.surface)
        if region is not None:
            written = inscribe(pixels, command.text, region.alpha, name, command.color)
            if written is not None:
                return EditStep(written, final=True, note=_note_on(region, command.surface))
        note = f"No even surface of '{name}' was found, so the words became a caption."
    return EditStep(write_caption(pixels, command.text, command.where, command.color), final=True, note=note)


def _speak(pixels: Pixels, known: Foreground, command: Speak) -> EditStep:
    heads = find_heads(compose_over_white(pixels), known if known.is_confident else None)
    box, mouth = place_bubble(pixels, command.text, heads, known)
    spoken = on_colours(pixels, lambda rgb: add_bubble(rgb, command.text, box, mouth, is_thought=command.is_thought))
    return EditStep(spoken, final=True)


def _cut_out_small(pixels: Pixels, find: _Cutter) -> Foreground:
    """At the size at which a large picture is continued, which needs no finer outline."""
    scale = WORKING_EDGE / max(pixels.shape[:2])
    if scale >= 1 or find.found is not None:
        return find()
    size = round(pixels.shape[1] * scale), round(pixels.shape[0] * scale)
    return cut_out(np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8))


def _reframe(pixels: Pixels, find: _Cutter, task: EditTask) -> EditStep:
    command, note = task.command, None
    unknown = Foreground(np.zeros(pixels.shape[:2], np.float32), 0.0)
    known = unknown
    if isinstance(command, Extend):
        known = _cut_out_small(pixels, find)
    elif isinstance(command, Crop | Zoom):
        known = find()
    frame = reframing.Frame(pixels, known, task.is_size_free, task.generator("patches"))
    match command:
        case Flip():
            framed = reframing.flip(pixels, command)
        case Rotate():
            framed, note = reframing.rotate(frame, command)
        case Crop():
            framed, note = reframing.crop(frame, command)
        case Zoom():
            framed, note = reframing.zoom_in(frame, command)
        case Border():
            framed, note = reframing.add_border(frame, command), None
        case Extend():
            framed, note = reframing.extend(frame, command)
        case _:
            raise AssertionError(command)
    return EditStep(framed, final=True, note=note)

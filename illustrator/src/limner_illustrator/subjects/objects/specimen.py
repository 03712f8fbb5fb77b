"""A specimen card for a word that names nothing known: the word, lettered, under a small abstract mark."""

import math

from limner_illustrator.canvas.palette import RGB, mix
from limner_illustrator.subjects.lettering import fit_text
from limner_illustrator.subjects.local_canvas import LocalCanvas, dark_of, down, light_of, soft, solid
from limner_illustrator.subjects.registry import drawing
from limner_illustrator.subjects.subject import Subject
from limner_illustrator.subjects.word_form import WordForm

_PAPER: RGB = (250, 244, 228)
_INK: RGB = (58, 50, 60)
_MARKS: tuple[RGB, ...] = ((196, 96, 76), (76, 120, 150), (120, 140, 88), (150, 104, 150), (206, 160, 76))
MAX_LETTERS = 40


@drawing("specimen-card", height=1.2, home="studio", size=(150, 180), relief=0.15)
def _specimen_card(pen: LocalCanvas, subject: Subject) -> None:
    form = WordForm(subject)
    tint = form.paint(*_MARKS)
    pen.box(8, 8, 146, 176, soft((40, 30, 40), 110, 4))
    pen.box(6, 4, 144, 174, down(4, 174, light_of(_PAPER, 0.6), _PAPER, dark_of(_PAPER, 0.06)), 3)
    pen.frame(12, 10, 138, 168, mix(_INK, _PAPER, 0.5), 1)
    pen.frame(15, 13, 135, 165, mix(_INK, _PAPER, 0.7), 0.6)
    _draw_mark(pen, form, tint)
    pen.box(24, 122, 126, 154, solid(light_of(_PAPER, 0.7)), 2)
    pen.frame(24, 122, 126, 154, mix(_INK, _PAPER, 0.3), 1, 2)
    fit_text(pen.canvas, (subject.text or subject.entity.noun)[:MAX_LETTERS], (29, 125, 121, 151), "serif", _INK)
    for x in (20, 130):
        pen.dot(x, 18, 3, solid(dark_of(tint, 0.1)))


def _draw_mark(pen: LocalCanvas, form: WordForm, tint: RGB) -> None:
    """A rosette, rings or leaves around a centre, as the word chooses."""
    kind, count = form.choose("rosette", "rings", "leaves"), form.choose(5, 6, 7, 8, 9)
    second = mix(tint, form.choose(*_MARKS), 0.6)
    if kind == "rings":
        for step in range(5):
            radius = 40 - step * 8
            pen.ring(75 + math.sin(step) * 3, 66, radius, radius * form.vary(0.7, 1.0), tint if step % 2 else second, 3)
    for step in range(count):
        with pen.at(75, 66, turn=step * 360 / count):
            if kind == "rosette":
                pen.ring(0, -20, 12, 20, tint if step % 2 else second, 2.4)
            elif kind == "leaves":
                pen.shape(
                    "M 0 -6 C -13 -18 -10 -38 0 -44 C 10 -38 13 -18 0 -6 Z", down(-44, -6, light_of(tint, 0.3), second)
                )
                pen.line("M 0 -8 L 0 -38", light_of(_PAPER, 0.3), 1)
            else:
                pen.dot(0, -46, 2.6, solid(second))
    pen.dot(75, 66, 6, solid(dark_of(tint, 0.2)))

"""Lettering that fits a box, in any script: skia shapes it, orders right-to-left runs and picks a face per script."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import skia

from limner_illustrator.canvas import Canvas
from limner_illustrator.canvas import canvas as sheet
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import FontKind, FontScript, font

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_SCRIPTS: tuple[FontScript, ...] = ("latin", "cyrillic", "greek", "arabic", "hebrew", "devanagari", "cjk")
_LEADING: dict[FontKind, float] = {"script": 0.92, "hand": 0.86, "comic": 0.98}
_STEPS: dict[FontKind, float] = {"script": 1.2}
"""Between lines, where that is more than the height of one: long descenders would run into the line below."""


def fit_text(
    canvas: Canvas,
    text: str,
    box: Box,
    kind: FontKind,
    color: RGB,
    outline: RGB | None = None,
    *,
    glow: bool = False,
    lines: int | None = None,
) -> None:
    """Writes `text` into `box`, in as many lines as let it be largest (or in `lines`), centred."""
    words = " ".join(text.split())
    if not words:
        return
    counts = _line_counts(words) if lines is None else (lines,)
    best = max((_lay_out(words, kind, count) for count in counts), key=lambda one: _scale(one, box))
    scale = _scale(best, box)
    left, top, right, bottom = box
    canvas.save()
    canvas.translate((left + right) / 2 - best.width * scale / 2, (top + bottom) / 2 - best.height * scale / 2)
    canvas.scale(scale, scale)
    if glow and outline:
        soft = sheet.stroke(outline, 46, 190, MaskFilter=sheet.blur(26))
        best.paint(canvas, soft)
    if outline:
        best.paint(canvas, sheet.stroke(outline, 17 if glow else 26, StrokeJoin=skia.Paint.kRound_Join))
    best.paint(canvas, sheet.fill(color))
    canvas.restore()


def text_shape(text: str, kind: FontKind) -> Iterator[tuple[int, tuple[float, float]]]:
    """The numbers of lines that the text may have, each with its width and height at one and the same letter size."""
    words = " ".join(text.split())
    for lines in _line_counts(words):
        made = _lay_out(words, kind, lines)
        yield lines, (made.width, made.height)


class _Layout:
    """Lines of shaped text at the working size, with the box that they fill."""

    def __init__(self, lines: tuple[str, ...], kind: FontKind) -> None:
        self.kind = kind
        self.lines = lines
        made = [shape_line(line, kind) for line in lines]
        self.widths = [float(one.LongestLine) for one in made]
        self.width = max(self.widths) or 1.0
        self.leading = 100 * _LEADING.get(kind, 1.0) * 1.16
        self.step = 100 * _STEPS.get(kind, _LEADING.get(kind, 1.0)) * 1.16
        self.height = self.leading + self.step * (len(lines) - 1)
        self.rise = [float(one.AlphabeticBaseline) for one in made]

    def paint(self, canvas: Canvas, paint: Any) -> None:
        for index, line in enumerate(self.lines):
            x = (self.width - self.widths[index]) / 2
            baseline = self.step * index + self.leading * 0.5 + 34
            shape_line(line, self.kind, paint).paint(canvas, x, baseline - self.rise[index])


def _scale(layout: _Layout, box: Box) -> float:
    return min((box[2] - box[0]) / layout.width, (box[3] - box[1]) / layout.height)


def _line_counts(text: str) -> range:
    pieces = len(_pieces(text))
    return range(1, min(pieces, 6) + 1)


@lru_cache(maxsize=64)
def _lay_out(text: str, kind: FontKind, lines: int) -> _Layout:
    return _Layout(_break_lines(_pieces(text), lines), kind)


def _pieces(text: str) -> list[str]:
    """What may stand on a line of its own: words, or single characters of scripts that write none."""
    if " " in text:
        return text.split(" ")
    if len(text) > 5 and _script(text) == "cjk":
        return list(text)
    return [text]


def _break_lines(pieces: list[str], lines: int) -> tuple[str, ...]:
    """The pieces on that many lines, as even as they go: each line takes pieces until it has its share."""
    glue = "" if all(len(piece) == 1 for piece in pieces) and _script("".join(pieces)) == "cjk" else " "
    total = sum(len(piece) + 1 for piece in pieces)
    made: list[list[str]] = [[]]
    done = 0.0
    for index, piece in enumerate(pieces):
        share = total * len(made) / lines
        left = len(pieces) - index
        if made[-1] and len(made) < lines and (done + (len(piece) + 1) / 2 > share or left <= lines - len(made)):
            made.append([])
        made[-1].append(piece)
        done += len(piece) + 1
    return tuple(glue.join(line) for line in made)


def _script(text: str) -> FontScript:
    for character in text:
        name = unicodedata.name(character, "")
        for word, script in _NAMES:
            if name.startswith(word):
                return script
    return "latin"


_NAMES: tuple[tuple[str, FontScript], ...] = (
    ("CYRILLIC", "cyrillic"),
    ("GREEK", "greek"),
    ("ARABIC", "arabic"),
    ("HEBREW", "hebrew"),
    ("DEVANAGARI", "devanagari"),
    ("CJK", "cjk"),
    ("HIRAGANA", "cjk"),
    ("KATAKANA", "cjk"),
    ("HANGUL", "cjk"),
)


@lru_cache(maxsize=1)
def _faces() -> Any:
    """A collection that knows the packed faces by `kind/script`, made once: fonts are slow to parse."""
    provider = skia.textlayout.TypefaceFontProvider()
    for script in _SCRIPTS:
        for kind in _KINDS if script in ("latin", "cyrillic", "greek", "hebrew") else ("sans",):
            face = skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(font(kind, script)))
            if face is not None:
                provider.registerTypeface(face, f"{kind}/{script}")
    collection = skia.textlayout.FontCollection()
    collection.setDefaultFontManager(provider)
    return collection


_KINDS: tuple[FontKind, ...] = ("script", "round", "serif", "comic", "hand", "sans", "text")


def _families(kind: FontKind, script: FontScript) -> list[str]:
    """The face of the text's script first; the others stand by for single foreign letters."""
    order = [script, *(other for other in _SCRIPTS if other != script)]
    return [f"{kind if one in ('latin', 'cyrillic', 'greek', 'hebrew') else 'sans'}/{one}" for one in order]


def shape_line(line: str, kind: FontKind, paint: Any = None, *, size: float = 100) -> Any:
    """A paragraph of one line, laid out. `size`: of its letters, in px."""
    style = skia.textlayout.TextStyle()
    style.setFontFamilies(_families(kind, _script(line)))
    style.setFontSize(size)
    if paint is not None:
        style.setForegroundPaint(paint)
    paragraph_style = skia.textlayout.ParagraphStyle()
    paragraph_style.setTextStyle(style)
    builder = skia.textlayout.ParagraphBuilder.make(paragraph_style, _faces(), skia.Unicodes.ICU.Make())
    builder.pushStyle(style)
    builder.addText(line)
    made = builder.Build()
    made.layout(1e6)
    return made

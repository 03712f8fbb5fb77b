"""Screens that introduce, wait or report: an illustration, a headline, a sentence and a button."""

import re

import skia

from limner_illustrator.canvas import linear, shader_paint
from limner_illustrator.graphics.designs.artwork import draw_smooth, paint_picture
from limner_illustrator.graphics.screens.illustrations import draw_scene, draw_things
from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.topics import draw_arc
from limner_illustrator.graphics.screens.widgets import button, web_header

DOTS = 3
WIDEST_PICTURE = 560.0
WIDEST_BUTTON = 320.0


@screen("intro-screen")
def draw_intro(shown: Screen) -> None:
    if shown.context.graphic.has("splash"):
        _draw_splash(shown)
        return
    theme, scene = shown.theme, shown.context.scene
    form = "onboarding" if shown.context.graphic.has("onboarding") else ""
    name, subtitle, action = (_label_of(shown, role) for role in ("name", "subtitle", "button"))
    wide, down = shown.across, shown.down
    left = 24.0
    top = shown.y + 12
    if shown.frame == "browser":
        web_header(shown, name or "Home", ("Home", "Features", "About", "Contact"), "Sign in")
        top = 96.0
    elif name or form:
        if name:
            shown.rect(left, top, 26, 26, theme.accent, radius=8)
            shown.text(name, left + 36, top + 13, 16, max_width=wide - 2 * left - 90)
        if form:
            shown.text("Skip", wide - left, top + 13, 15, theme.muted, align="right")
        top += 44
    foot = down - 34
    width = min(wide - 2 * left, WIDEST_PICTURE)
    words = 96.0 + 78.0 + (34.0 if form else 0.0) + (74.0 if shown.context.graphic.has("missing") else 0.0)
    tall = max(80.0, min(foot - top - words - 70, 1.12 * width))
    x = (wide - width) / 2
    top += max(0.0, (foot - top - tall - words - 84) / 2)
    box = x, top, width, tall
    if scene.backdrop is None and not form and scene.entities and not (shown.is_wireframe or theme.is_outlined):
        edge = min(width, tall)
        draw_things(shown, scene, ((wide - edge) / 2, top, edge, edge), radius=edge / 2)
    else:
        draw_scene(shown, scene, box, radius=26)
    y = top + tall + 26
    if shown.context.graphic.has("missing"):
        shown.text(_find_code(scene.prompt), wide / 2, y + 28, 64, theme.accent, align="center")
        y += 74
    room = min(wide - 2 * left, 640.0)
    across = (wide - room) / 2
    y += shown.block(shown.context.graphic.title or "", across, y, room, 84, 30, align="center", max_lines=2) + 12
    if subtitle:
        y += shown.block(subtitle, across, y, room, 60, 15.5, theme.muted, align="center", max_lines=3) + 12
    if form:
        current, count = _number_of(shown, "page-", 1) - 1, _number_of(shown, "pages-", DOTS)
        x = wide / 2 - (20 * count + 6) / 2
        for at in range(count):
            length = 24.0 if at == current else 9.0
            shown.rect(x, y + 8, length, 9, theme.accent if at == current else theme.grid, radius=4.5)
            x += length + 11
    if action:
        broad = min(wide - 2 * left, WIDEST_BUTTON)
        button(shown, action, (wide - broad) / 2, max(y + 30, foot - 54) if shown.is_phone else y + 28, broad, 52)


def _draw_splash(shown: Screen) -> None:
    theme, scene = shown.theme, shown.context.scene
    wide, down = shown.across, shown.down
    title = shown.context.graphic.title or ""
    ink = theme.ink
    if scene.backdrop is not None and not (shown.is_wireframe or theme.is_outlined):
        left, top, width, height = shown.box(0, 0, wide, down)
        draw_smooth(shown.context.canvas, paint_picture(scene, width, height), (left, top, left + width, top + height))
        shade = [(10, 14, 34, 190), (10, 14, 34, 0)]
        shown.context.canvas.drawRect(
            skia.Rect.MakeXYWH(left, top, width, 0.5 * height),
            shader_paint(linear((left, top), (left, top + 0.5 * height), shade)),
        )
        ink, middle = (255, 255, 255), 0.2 * down
    else:
        edge = min(0.56 * wide, 0.4 * down)
        if not scene.entities:
            edge *= 0.6
            _draw_plain_mark(shown, 0.42 * down, edge)
        else:
            draw_scene(shown, scene, ((wide - edge) / 2, 0.42 * down - edge / 2, edge, edge), radius=0.24 * edge)
        middle = 0.42 * down + edge / 2 + 56
    shown.block(title, 0.08 * wide, middle - 20, 0.84 * wide, 96, 40, ink, align="center", max_lines=2)
    length = min(0.4 * wide, 180.0)
    shown.rect((wide - length) / 2, down - 76, length, 6, theme.grid, radius=3)
    shown.rect((wide - length) / 2, down - 76, 0.45 * length, 6, theme.accent, radius=3)


def _draw_plain_mark(shown: Screen, y: float, edge: float) -> None:
    """A spinner where something is loading, else the initial of the application."""
    theme, x = shown.theme, shown.across / 2
    if re.search(r"\b(?:load\w*|spinner|progress)\b", shown.context.scene.prompt.lower()):
        draw_arc(shown, x, y, 0.4 * edge, 1.0, theme.grid)
        draw_arc(shown, x, y, 0.4 * edge, 0.28, theme.accent)
        return
    shown.rect(x - edge / 2, y - edge / 2, edge, edge, theme.accent, radius=0.26 * edge)
    initial = (shown.context.graphic.title or "A")[:1].upper()
    shown.text(initial, x, y, 0.56 * edge, shown.on(theme.accent), align="center")


def _number_of(shown: Screen, option: str, usual: int) -> int:
    found = (one.removeprefix(option) for one in shown.context.graphic.options if one.startswith(option))
    return next((int(one) for one in found if one.isdigit()), usual)


def _find_code(prompt: str) -> str:
    """The number of the error: 404 unless another one is named or meant."""
    code = re.search(r"\b(?:40[0-9]|41[0-9]|429|50[0-9])\b", prompt)
    is_broken = re.search(r"\bserver error\b", prompt.lower()) is not None
    return code.group() if code else "500" if is_broken else "404"


def _label_of(shown: Screen, role: str) -> str:
    return next((item.label for item in shown.items(role)), "")

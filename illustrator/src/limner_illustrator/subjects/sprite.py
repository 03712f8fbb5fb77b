"""An entity as a lit sprite, whatever family its drawing is of."""

from collections.abc import Callable

import numpy as np

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.canvas import Pixels
from limner_illustrator.canvas.light import Light
from limner_illustrator.canvas.palette import RGB
from limner_illustrator.catalog.art import has_icon, icon_group, icon_svg
from limner_illustrator.catalog.body import Coat
from limner_illustrator.catalog.kinds import belongs_in_sky, is_food
from limner_illustrator.catalog.records import thing_of
from limner_illustrator.scene import Entity, Scene
from limner_illustrator.subjects.bite import bite
from limner_illustrator.subjects.bodies import (
    ASLEEP,
    draw_curled,
    draw_on_fours,
    draw_seated,
    dye,
    is_on_legs,
)
from limner_illustrator.subjects.coat import cover_sprite, find_coat
from limner_illustrator.subjects.damage import can_be_damaged, damage
from limner_illustrator.subjects.figures.activities import is_posed
from limner_illustrator.subjects.figures.figure import draw_figure, figure_frame
from limner_illustrator.subjects.fusion import fuse
from limner_illustrator.subjects.icon import icon_bounds, icon_pixels
from limner_illustrator.subjects.inscription import write_inscription
from limner_illustrator.subjects.local_canvas import LocalCanvas
from limner_illustrator.subjects.material import apply_material
from limner_illustrator.subjects.moving_body import FRAME as MOVING_FRAME
from limner_illustrator.subjects.moving_body import draw_moving, is_moving
from limner_illustrator.subjects.part_colors import color_parts, recolor_main
from limner_illustrator.subjects.posture import apply_posture
from limner_illustrator.subjects.raster import Box, measure, rasterize
from limner_illustrator.subjects.recolor import (
    average,
    dominant,
    eyes_of,
    is_near,
    recolor_svg,
)
from limner_illustrator.subjects.registry import draw_function
from limner_illustrator.subjects.shade import light_pixels
from limner_illustrator.subjects.sleeping_body import draw_lying
from limner_illustrator.subjects.subject import OUTSIDE, Subject
from limner_illustrator.subjects.surface_pattern import find_pattern, print_pattern
from limner_illustrator.subjects.texture import HEAPS, clad, heap
from limner_illustrator.subjects.two_legged_body import FRAME as TWO_LEGGED_FRAME
from limner_illustrator.subjects.two_legged_body import TWO_LEGGED, draw_standing
from limner_illustrator.subjects.unicorn import unicorn
from limner_illustrator.subjects.wardrobe.garments import list_worn
from limner_illustrator.subjects.wardrobe.icon_clothes import drape
from limner_illustrator.subjects.wardrobe.seated_body import draw_dressed

SILHOUETTE: RGB = (18, 16, 26)
_FALLBACK = "wrapped-gift"
_AUTUMN: tuple[RGB, ...] = ((226, 128, 38), (206, 74, 44), (236, 184, 62))
_SKIN: RGB = (244, 196, 158)
_BODY_PARTS = range(15, 23)
"""Emojibase's subgroups of hands and other parts of the body, which are yellow."""
_LIVING = 3
"""Emojibase's group of animals and plants."""


def sprite(
    entity: Entity, size_px: float, light: Light, scene: Scene, *, pose: str | None = None, copy: int = 0
) -> Pixels:
    """RGBA, tightly cropped, the longest side about `size_px`."""
    subject = Subject(entity, scene, copy, pose)
    size = max(12.0, size_px)
    flat, relief, glow = fuse(subject, _unlit, size) or _unlit(subject, size)
    if "bitten" in entity.attributes and is_food(entity.drawing):
        flat = bite(flat)
    if entity.material in HEAPS and entity.material not in thing_of(entity.drawing).materials:
        flat = clad(flat, Subject(heap(entity), scene, copy), _unlit)
    elif entity.material:
        flat = apply_material(flat, entity.material, entity.drawing)
    if (pattern := find_pattern(entity)) is not None:
        flat = print_pattern(flat, *pattern)
    if can_be_damaged(entity):
        flat = damage(flat, entity)
    stuff, color = find_coat(subject)
    if stuff is not None:
        flat = cover_sprite(flat, stuff, subject.random("coat of stuff"), color)
    styles = styles_named(scene.styles)
    # Dark things are seen against the moon, which is no dark thing itself.
    if any(style.has_dark_subjects for style in styles) and not belongs_in_sky(entity.drawing):
        return _darken(flat)
    if any(style.is_flat_shaded for style in styles):
        relief *= 0.45
    return light_pixels(flat, light, relief=relief, glow=glow)


def _darken(pixels: Pixels) -> Pixels:
    """The outline of the sprite filled with one dark tone."""
    dark = np.empty_like(pixels)
    dark[..., :3] = SILHOUETTE
    dark[..., 3] = pixels[..., 3]
    return dark


def _unlit(subject: Subject, size_px: float) -> tuple[Pixels, float, float]:
    """The sprite before the light falls on it, its relief and its glow."""
    family, _, name = subject.entity.drawing.partition(":")
    if is_posed(subject.entity, subject.scene, subject.pose) and (
        family == "figure" or subject.scene.view != "portrait"
    ):
        return _draw(lambda pen: draw_figure(pen, subject), figure_frame(subject), size_px), 0.85, 0.0
    function = draw_function(name) if family == "own" else None
    if function:
        draw, thing = function, thing_of(subject.entity.drawing)
        width, height = thing.size
        spare = OUTSIDE * max(width, height)
        frame = (-spare, -spare, width + spare, height + spare)
        pixels = _draw(lambda pen: draw(pen, subject), frame, size_px)
        return pixels, thing.relief, thing.glow
    return _icon(subject, name if has_icon(name) else _FALLBACK, size_px)


def _draw(draw: Callable[[LocalCanvas], None], frame: Box, size_px: float) -> Pixels:
    return rasterize(draw, measure(draw, frame), size_px)


def _icon(subject: Subject, name: str, size_px: float) -> tuple[Pixels, float, float]:
    action = subject.pose or subject.entity.action
    glow = thing_of(f"noto:{name}").glow
    if name == "unicorn" and not subject.scene.is_close:
        mane = subject.part("mane") or subject.color
        return apply_posture(icon_pixels(unicorn(mane, subject.part("horn")), size_px), name, action), 1.0, glow
    whole = thing_of(f"noto:{name}").whole
    if whole and is_on_legs(name, action) and not subject.scene.is_close:
        name = whole
    thing = thing_of(f"noto:{name}")
    if thing.coat and (not subject.scene.is_close or list_worn(subject.entity)):
        return apply_posture(_with_body(subject, name, thing.coat, size_px), name, action), 1.0, glow
    if name in TWO_LEGGED and not subject.scene.is_close:
        return _on_two_legs(subject, name, size_px), 1.0, glow
    name, color = _in_season(subject, name)
    living = icon_group(name)[0] == _LIVING
    plain, record = icon_svg(name), thing_of(f"noto:{name}")
    svg = (recolor_main(plain, record, color) if color else None) or _color(
        plain, color, living=living, main=record.main_color
    )
    svg = color_parts(svg, record, subject, plain=plain)
    pixels = write_inscription(svg, name, subject.text, size_px) if subject.text else icon_pixels(svg, size_px)
    worn = list_worn(subject.entity) if thing.fit and action not in ASLEEP else ()
    if thing.fit and worn:
        pixels = drape(pixels, icon_bounds(svg), thing.fit, worn, eyes_of(svg))
    if icon_group(name)[0] == _LIVING:
        pixels = _asleep(name, svg, size_px) if action in ASLEEP else apply_posture(pixels, name, action)
    return pixels, 1.0, glow


def _in_season(subject: Subject, name: str) -> tuple[str, RGB | None]:
    """The icon and the colour of a leafy tree: bare in winter, and of a colour of autumn in that season."""
    color = subject.color
    if name == "deciduous-tree" and color is None:
        if subject.scene.season == "winter" and not subject.says("green", "leafy"):
            return "leafless-tree", None
        if subject.scene.season == "autumn":
            return name, _AUTUMN[(subject.copy + subject.random("autumn").randrange(3)) % len(_AUTUMN)]
    if color is None and icon_group(name)[1] in _BODY_PARTS and (dominant(icon_svg(name)).hue or 0) in range(30, 50):
        return name, _SKIN
    return name, color


def _asleep(name: str, svg: str, size_px: float) -> Pixels:
    return _draw(lambda pen: draw_lying(pen, name, svg), icon_bounds(svg), size_px)


def _with_body(subject: Subject, name: str, coat: Coat, size_px: float) -> Pixels:
    """The animal whose icon is a head: seated, or curled up asleep."""
    svg = icon_svg(name)
    color = subject.color
    if color is None and coat.coats:
        color = subject.random("coat").choice(coat.coats)
    elif color and is_near(svg, color):
        color = None
    head = color_parts(recolor_svg(svg, color) if color else svg, thing_of(f"noto:{name}"), subject, plain=svg)
    fur = color or coat.fur or average(head)
    worn = list_worn(subject.entity)

    def draw(pen: LocalCanvas) -> None:
        dressed = dye(coat, fur) if color else coat
        action = subject.pose or subject.entity.action
        if action in ASLEEP:
            draw_curled(pen, head, dressed, fur, eyes_of(svg))
        elif action is not None and not worn and is_moving(name, coat, action):
            draw_moving(pen, head, dressed, fur, action)
        elif worn and not coat.standing:
            draw_dressed(pen, head, dressed, fur, worn, eyes_of(svg), reaching=_holds(subject))
        elif coat.standing:
            draw_on_fours(pen, head, dressed, fur)
        else:
            draw_seated(pen, head, dressed, fur, subject.text)

    return _draw(draw, MOVING_FRAME, size_px)


def _holds(subject: Subject) -> bool:
    return any(one.kind == "holding" and one.subject == subject.entity.id for one in subject.scene.relations)


def _on_two_legs(subject: Subject, name: str, size_px: float) -> Pixels:
    plain = icon_svg(name)
    whole = _color(plain, subject.color, living=False)
    head = color_parts(whole, thing_of(f"noto:{name}"), subject, plain=plain)
    body = subject.color or average(whole)
    return _draw(lambda pen: draw_standing(pen, name, head, body), TWO_LEGGED_FRAME, size_px)


def _color(svg: str, color: RGB | None, *, living: bool, main: RGB | None = None) -> str:
    """A fox that is asked to be red or orange is a fox as it is; a thing gets the colour exactly."""
    if color is None or (living and is_near(svg, color)):
        return svg
    return recolor_svg(svg, color, main)

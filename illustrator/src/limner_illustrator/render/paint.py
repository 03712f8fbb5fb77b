"""Scene -> pixels. The work goes in stages: the backdrop, what stands in it, the weather, the art style."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from limner_illustrator.art_styles.registry import styles_named
from limner_illustrator.backdrops.choice import choose_backdrop
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.plain_colors import color_of_backdrop
from limner_illustrator.backdrops.registry import BACKDROPS
from limner_illustrator.canvas import Pixels, draw_pixels, surface, to_pixels
from limner_illustrator.canvas.focus import depth_of_field
from limner_illustrator.canvas.light import Light, make_lamplight, make_light, make_scene_light
from limner_illustrator.layout import layout, locate
from limner_illustrator.layout.faults import LayoutFaults, find_faults
from limner_illustrator.layout.relations_held import judge_relations
from limner_illustrator.render import actors
from limner_illustrator.render.banner import draw_banner
from limner_illustrator.render.camera import draw_framed
from limner_illustrator.render.diorama import diorama
from limner_illustrator.render.effects import blow_sand, finish, reflect, weather_effects
from limner_illustrator.render.finish import (
    Quality,
    apply_tone,
    draft_in_style,
    paint_cutout_in_style,
    paint_in_style,
    resize,
)
from limner_illustrator.render.partials import block_in, remove_detail, stages_shown, washes
from limner_illustrator.render.quality import flatten, light_for, refine
from limner_illustrator.scene import Position, Relation, Scene

SUPERSAMPLED_PIXELS = 1_600_000
"""Larger pictures are painted at their own size even in high quality."""
CLOSE_BLUR = 1.6
"""How far out of focus the backdrop of a close-up is."""
WASH_EDGE = 240
DRAFT_EDGE = 512
"""How large the drafts of a style are for the partial states: a small one costs little."""
SMALLEST_EDGE = 64
"""Pictures are painted no smaller than this, and then scaled down."""


def paint(
    scene: Scene,
    width: int,
    height: int,
    *,
    quality: Quality,
    partials: int = 0,
    checkpoint: Callable[[], None] = lambda: None,
    report: Callable[[LayoutFaults], None] | None = None,
) -> Iterator[Pixels]:
    """At most `partials` unfinished states, each nearer to the picture than the one before, then the picture.

    All are (height, width, 3), or (height, width, 4) for a transparent scene. `checkpoint` is called between pieces
    of work, and may raise to abandon it. `report` gets what the picture does not show as the scene says.
    """
    picture = _begin(scene, width, height, quality)
    shown = stages_shown(partials)

    def at_size(pixels: Pixels) -> Pixels:
        return resize(pixels, width, height)

    checkpoint()
    if "washes" in shown and not scene.transparent:
        yield at_size(draft_in_style(washes(picture.rgb()), picture.scene, WASH_EDGE))
    lamp = light_for(picture.light, quality)
    placements = actors.draw(picture.canvas, picture.scene, picture.size, picture.ground, lamp, checkpoint=checkpoint)
    if report is not None:
        report(find_faults(picture.scene, placements, picture.size, picture.ground.painted))
    if not scene.transparent:
        _finish_drawing(picture)
    checkpoint()
    drawn = to_pixels(picture.sheet) if scene.transparent else picture.rgb()
    if "washes" in shown and scene.transparent:
        yield at_size(draft_in_style(washes(drawn), picture.scene, WASH_EDGE))
    if "block-in" in shown:
        yield at_size(draft_in_style(block_in(drawn), picture.scene, WASH_EDGE))
    if "draft" in shown:
        edge = min(DRAFT_EDGE, round(0.6 * max(picture.size)))
        draft = draft_in_style(drawn, picture.scene, edge)
        # Where no style comes after it, the drawing would be the picture already.
        yield at_size(remove_detail(drawn) if draft is drawn else draft)
    del picture.sheet
    final = (
        paint_cutout_in_style(drawn, picture.scene, quality)
        if scene.transparent
        else paint_in_style(drawn, picture.scene, quality)
    )
    checkpoint()
    final = _add_words(final, picture.scene, picture.light) if _words_over(picture.scene) else final
    final = at_size(apply_tone(final, scene))
    yield refine(final, picture.scene, picture.light) if quality == "high" else final


def paint_background(scene: Scene, width: int, height: int, quality: Quality) -> Pixels:
    """The scene's place, time, weather and style, without entities."""
    picture = _begin(replace(scene, transparent=False), width, height, quality)
    _finish_drawing(picture)
    return resize(apply_tone(paint_in_style(picture.rgb(), picture.scene, quality), scene), width, height)


def locate_subjects(scene: Scene, width: int, height: int) -> tuple[Position, ...]:
    """Where `paint` puts the entities of a picture of that size."""
    picture = _begin(scene, width, height, "low")
    return locate(picture.scene, *picture.size, picture.ground, actors.measure_scene(picture.scene, picture.light))


def judge_layout(scene: Scene, width: int, height: int) -> dict[Relation, bool]:
    """Whether a picture of that size holds each relation of the scene that can be judged."""
    picture = _begin(scene, width, height, "low")
    measure = actors.measure_scene(picture.scene, picture.light)
    placements = layout(picture.scene, *picture.size, picture.ground, measure)
    return judge_relations(picture.scene, placements, picture.size[0])


def place_subjects(
    pixels: Pixels,
    scene: Scene,
    box: tuple[int, int, int, int],
    light: Light,
    *,
    arranged_for: tuple[int, int] | None = None,
) -> Pixels:
    """The scene's entities, drawn as large as fits into a box (left, top, right, bottom) of an existing picture."""
    height, width = pixels.shape[:2]
    sheet = surface(width, height)
    draw_pixels(sheet.getCanvas(), pixels, 0, 0)
    actors.draw_into(sheet.getCanvas(), scene, box, light, arranged_for=arranged_for)
    placed = to_pixels(sheet)
    return placed if pixels.shape[2] == 4 else np.ascontiguousarray(placed[..., :3])


@dataclass(slots=True)
class _Picture:
    """A picture being painted, at the size of its raster."""

    scene: Scene
    sheet: Any
    light: Light
    ground: Ground

    @property
    def canvas(self) -> Any:
        return self.sheet.getCanvas()

    @property
    def size(self) -> tuple[int, int]:
        return self.sheet.width(), self.sheet.height()

    def rgb(self) -> Pixels:
        return np.ascontiguousarray(to_pixels(self.sheet)[..., :3])


def _begin(scene: Scene, width: int, height: int, quality: Quality) -> _Picture:
    """The painted backdrop, without entities."""
    scene = _apply_style_to_scene(scene)
    raster_width, raster_height = _raster_size(width, height, quality)
    sheet = surface(raster_width, raster_height)
    light_rng = scene.random("scene", "light")
    if scene.transparent and scene.backdrop is not None:
        # Cut out of its place: everything stands where it stood, in the same light.
        return replace(_begin(replace(scene, transparent=False), width, height, quality), scene=scene, sheet=sheet)
    if scene.transparent:
        light = make_light("day", "clear", light_rng)
        ground = Ground(y=0.94 * raster_height, horizon=0.7 * raster_height)
        return _Picture(scene, sheet, light, ground)
    light = make_scene_light(scene, light_rng)
    backdrop = choose_backdrop(scene)
    unit = min(raster_width, raster_height) / 1024
    context = BackdropContext(
        sheet.getCanvas(), raster_width, raster_height, unit, light, scene.random("scene", "setting"), scene
    )
    is_diorama = any(style.is_composed for style in styles_named(scene.styles[:1]))
    ground = diorama(context, backdrop) if is_diorama else draw_framed(context, backdrop)
    has_lamps = ground.indoor or BACKDROPS[backdrop].is_lamplit
    lamp = make_lamplight(light, scene.time) if has_lamps else light
    picture = _Picture(scene, sheet, lamp, ground)
    if ground.reflect_from is not None:
        reflect(sheet, raster_width, raster_height, ground.reflect_from, scene.random("scene", "reflection"))
    if quality == "low":
        flatten(sheet.getCanvas(), picture.rgb())
    if scene.view == "close" and not BACKDROPS[backdrop].all_in_focus:
        draw_pixels(sheet.getCanvas(), depth_of_field(picture.rgb(), CLOSE_BLUR), 0, 0)
    blurs_background = any(style.blurs_background for style in styles_named(scene.styles))
    if blurs_background and not BACKDROPS[backdrop].all_in_focus:
        _put_out_of_focus(picture)
    return picture


def _apply_style_to_scene(scene: Scene) -> Scene:
    if any(style.is_nocturnal for style in styles_named(scene.styles)) and scene.time != "night":
        return replace(scene, time="night")
    return scene


def _raster_size(width: int, height: int, quality: Quality) -> tuple[int, int]:
    scale = 1.0
    if quality == "low":
        scale = 0.5
    elif quality == "high" and width * height <= SUPERSAMPLED_PIXELS:
        scale = 1.5
    scale = max(scale, min(1.0, SMALLEST_EDGE / min(width, height)))
    return max(SMALLEST_EDGE, round(width * scale)), max(SMALLEST_EDGE, round(height * scale))


def _put_out_of_focus(picture: _Picture) -> None:
    """What is far behind the subject is blurred; the ground at its feet is sharp."""
    width, height = picture.size
    sharp = picture.rgb()
    half = cv2.resize(sharp, (max(2, width // 2), max(2, height // 2)), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(half, (0, 0), min(width, height) / 260), (width, height))
    near = 0.5 * picture.ground.y + 0.5 * picture.ground.horizon if not picture.ground.floating else 2.0 * height
    alpha = np.clip((picture.ground.y - np.arange(height)) / max(1.0, picture.ground.y - near), 0, 1) * 255
    veil = np.dstack([soft, np.repeat(alpha.astype(np.uint8)[:, None], width, axis=1)])
    draw_pixels(picture.canvas, veil, 0, 0)


def _finish_drawing(picture: _Picture) -> None:
    """What is drawn over the scene: weather, a vignette, text."""
    width, height = picture.size
    scene, light, canvas = picture.scene, picture.light, picture.canvas
    if not picture.ground.indoor and not picture.ground.top_view:
        weather_effects(canvas, width, height, light, scene.random("scene", "weather"), scene.weather, scene.time)
        if "sandstorm" in scene.accents:
            blow_sand(canvas, width, height, light, scene.random("scene", "sand"))
    has_vignette = all(style.has_vignette for style in styles_named(scene.styles))
    if has_vignette and color_of_backdrop(scene) is None:
        finish(canvas, width, height, vignette=0.5)
    if scene.texts and not _words_over(scene):
        draw_banner(canvas, scene, width, height, light)


def _words_over(scene: Scene) -> bool:
    return bool(scene.texts) and (
        scene.transparent or any(style.has_text_on_top for style in styles_named(scene.styles))
    )


def _add_words(pixels: Pixels, scene: Scene, light: Light) -> Pixels:
    height, width = pixels.shape[:2]
    sheet = surface(width, height)
    draw_pixels(sheet.getCanvas(), pixels, 0, 0)
    draw_banner(sheet.getCanvas(), scene, width, height, light)
    written = to_pixels(sheet)
    return written if pixels.shape[2] == 4 else np.ascontiguousarray(written[..., :3])

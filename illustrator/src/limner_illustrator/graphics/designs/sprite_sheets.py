"""Sprite sheets: a grid of equal cells, with the frames of a movement or with items of one kind."""

import math
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from limner_illustrator.art_styles.registry import ART_STYLES, apply_style
from limner_illustrator.canvas import Pixels, draw_pixels, fill, surface, to_pixels
from limner_illustrator.canvas.palette import COLORS
from limner_illustrator.catalog import kinds
from limner_illustrator.graphics.designs.artwork import cut_out_one, draw_smooth, fit_inside, make_entity
from limner_illustrator.graphics.designs.page import Page, design
from limner_illustrator.graphics.designs.slimes import make_slimes
from limner_illustrator.graphics.designs.stickers import vary
from limner_illustrator.render.finish import paint_cutout_in_style
from limner_illustrator.scene import Entity
from limner_illustrator.subjects.posture import rotate

CYCLES: dict[str, tuple[str, ...]] = {
    "idle": ("standing", "standing", "standing", "standing"),
    "walking": ("walking", "passing", "walking-back", "passing"),
    "running": ("running", "jumping-over", "running-back", "jumping-over"),
    "jumping": ("standing", "jumping", "jumping", "standing"),
    "waving": ("waving", "standing", "waving", "standing"),
    "fighting": ("standing", "fighting", "fighting", "standing"),
    "dancing": ("dancing", "cheering", "dancing-back", "cheering"),
}
"""The poses of a person's movement, in order."""
ROWS = ("idle", "walking", "running", "jumping")
HOPS = (0.0, 0.05, 0.0, 0.03)
TILTS = (-5.0, 0.0, 5.0, 0.0)
USUAL_PLURAL = 3
"""How many a plural without a number is."""
FINENESS = 1.5
"""Cells of pixel art are this much smaller than in a picture of one thing."""


@design("sprite-sheet")
def draw_sprite_sheet(page: Page) -> None:
    ground = COLORS.get(page.background or "")
    if not page.scene.transparent:
        page.canvas.drawPaint(fill(ground or (232, 234, 240)))
    entities = page.scene.entities or (make_entity("figure:knight"),)
    wanted = int(next((one.value for one in page.graphic.items if one.role == "count" and one.value), 0))
    moves = len(entities) == 1 and entities[0].count == 1 and kinds.is_animate(entities[0].drawing)
    if page.graphic.has("slime"):
        frames, moves = make_slimes(page, wanted), True
    else:
        frames = _make_frames(page, entities[0], wanted) if moves else _make_items(page, entities, wanted)
    columns, rows = _grid(page, len(frames), 4 if moves else 0)
    wide, tall = page.width / columns, page.height / rows
    sheet = surface(page.width, page.height)
    shared = _shared_scale(frames, wide, tall) if moves else None
    for number, (pixels, hop) in enumerate(frames):
        row, column = divmod(number, columns)
        pad = 0.09 * min(wide, tall)
        x, y = column * wide, row * tall
        room = x + pad, y + pad, x + wide - pad, y + tall - pad
        if shared is not None:  # a figure does not shrink when it strides
            middle, foot = (room[0] + room[2]) / 2, room[3]
            half = shared * pixels.shape[1] / 2
            room = middle - half, foot - shared * pixels.shape[0], middle + half, foot
        left, top, right, bottom = fit_inside(pixels, room)
        down = room[3] - bottom - hop * tall if moves else 0
        draw_smooth(sheet.getCanvas(), pixels, (left, top + down, right, bottom + down))
    drawn = to_pixels(sheet)
    draw_pixels(page.canvas, _style(page, drawn), 0, 0)
    if page.graphic.has("grid"):
        for column in range(1, columns):
            page.canvas.drawLine(column * wide, 0, column * wide, page.height, fill((120, 124, 140), 90))
        for row in range(1, rows):
            page.canvas.drawLine(0, row * tall, page.width, row * tall, fill((120, 124, 140), 90))


def _shared_scale(frames: Sequence[tuple[Pixels, float]], wide: float, tall: float) -> float:
    """Px of the sheet per px of a frame, with which the largest frame fits into its cell."""
    pad = 0.18 * min(wide, tall)
    widest = max(pixels.shape[1] for pixels, _ in frames)
    tallest = max(pixels.shape[0] for pixels, _ in frames)
    return float(min((wide - pad) / widest, (tall - pad) / tallest))


def _style(page: Page, drawn: Pixels) -> Pixels:
    """Pixel art, unless another style is asked for."""
    if page.scene.styles and page.scene.styles[0] != "pixel":
        return paint_cutout_in_style(drawn, page.scene, page.quality)
    style = ART_STYLES["pixel"]
    alpha = drawn[..., 3]
    spread = np.where(alpha[..., None] > 0, drawn[..., :3], 128).astype(np.uint8)
    colors = apply_style(spread, style, 0, fineness=FINENESS)
    edge = apply_style(np.dstack([alpha] * 3), style, 0, fineness=FINENESS)[..., 0]
    return np.dstack([colors, np.where(edge > 110, 255, 0).astype(np.uint8)])


def _make_frames(page: Page, entity: Entity, wanted: int) -> list[tuple[Pixels, float]]:
    """The frames of each movement with how high each is off the ground, in cells."""
    asked = entity.action if entity.action in CYCLES else next((one for one in CYCLES if page.graphic.has(one)), None)
    rows = [asked] * max(1, math.ceil(wanted / 4) if wanted else 2) if asked else list(ROWS)
    count = wanted or 4 * len(rows)
    edge = max(page.width, page.height) / 4
    plain = replace(entity, action=None)
    made: list[tuple[Pixels, float]] = []
    for number in range(count):
        cycle = CYCLES[rows[(number // 4) % len(rows)]]
        pose, phase = cycle[number % 4], number % 4
        if kinds.is_person(entity.drawing):
            hop = 0.14 if pose == "jumping" else 0.03 if pose in ("passing", "jumping-over") else 0.0
            made.append((cut_out_one(page.scene, plain, edge, pose=pose), hop))
        else:
            made.append((_move_animal(page, plain, rows[(number // 4) % len(rows)], phase, edge), HOPS[phase]))
    return made


def _move_animal(page: Page, entity: Entity, movement: str, phase: int, edge: float) -> Pixels:
    """Animals have one drawing for each posture: they bob, lean and stretch."""
    posed = replace(entity, action="running" if movement in ("walking", "running") else None)
    pixels = cut_out_one(page.scene, posed, edge)
    height, width = pixels.shape[:2]
    strength = {"idle": 0.35, "walking": 1.0, "running": 1.7, "jumping": 1.2}.get(movement, 1.0)
    squash = 1 + 0.05 * strength * math.sin(phase * math.pi / 2)
    size = max(2, round(width / squash)), max(2, round(height * squash))
    stretched: Pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return rotate(stretched, TILTS[phase] * strength)


def _make_items(page: Page, things: Sequence[Entity], wanted: int) -> list[tuple[Pixels, float]]:
    entities = [replace(one, count=1) for one in things]
    total = sum(one.count for one in things)
    count = min(64, wanted or (total if len(entities) > 1 or total > USUAL_PLURAL else 16))
    edge = max(page.width, page.height) / max(2.0, math.sqrt(count))
    items = []
    for number in range(count):
        chosen = entities[number % len(entities)]
        varied = vary(chosen, number // len(entities))
        items.append((cut_out_one(page.scene, varied, edge, copy=number // len(entities)), 0.0))
    return items


def _grid(page: Page, count: int, columns: int) -> tuple[int, int]:
    if columns and page.width <= 1.6 * page.height:
        columns = min(columns, count)
    else:
        columns = max(1, min(count, round(math.sqrt(count * page.width / page.height))))
    return columns, math.ceil(count / columns)

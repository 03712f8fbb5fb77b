"""Contact sheets for visual inspection: the 150 prompts, sequences of edits, and the styles.

python benchmarks/gallery.py OUT_DIR [--only N]
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.canvas import Pixels
from limner_illustrator.edit.scene_edit import edit_scene
from limner_illustrator.language.parser import parse
from limner_illustrator.render.paint import paint
from limner_illustrator.scene import Scene

PROMPTS = Path(__file__).with_name("prompts_150.txt")
EDITED = {
    "a red fox on a hill, mountains": (
        "make it night",
        "add a top hat to the fox",
        "make it winter",
        "replace the fox with two pandas",
        "turn it into an oil painting",
        "change the background to a beach at sunset",
        "remove the hats",
        "make it a sunny day",
        "add a palm tree",
    ),
    "three cats and a dog on a sofa": (
        "replace the dog with a rabbit",
        "make the sofa red",
        "make it night",
        "remove the rabbit",
        "add two more cats",
        "make it rain",
        "turn it into a pencil sketch",
        "as a watercolor",
        "put a hat on the cats",
    ),
    'a birthday cake with the text "Happy Birthday Ana"': (
        'change the text to say "Happy 30th Leo"',
        "add a wrapped gift",
        "make the cake blue",
        "add three balloons",
    ),
}
STYLED = "a red fox and a white rabbit in a meadow"
CELL = 400
LABEL = 34
COLUMNS = 5
ROWS = 5
MARGIN = 6


def read_prompts() -> list[str]:
    lines = PROMPTS.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0].strip() for line in lines if line.strip() and not line.startswith("#")]


def prompt_scenes(seed: int) -> Iterator[tuple[str, Scene]]:
    for prompt in read_prompts():
        yield prompt, parse(prompt, seed=seed)


def edit_scenes(seed: int) -> Iterator[tuple[str, Scene]]:
    """Each image is an edit of the previous one."""
    for prompt, instructions in EDITED.items():
        scene = parse(prompt, seed=seed)
        yield prompt, scene
        for instruction in instructions:
            scene, _ = edit_scene(scene, instruction)
            yield f"-> {instruction}", scene


def style_scenes(seed: int) -> Iterator[tuple[str, Scene]]:
    for style in ART_STYLES:
        yield f"{STYLED}: {style}", replace(parse(STYLED, seed=seed), styles=(style,))


KINDS = {"prompts": prompt_scenes, "edits": edit_scenes, "styles": style_scenes}


def draw(scene: Scene, size: tuple[int, int], quality: str) -> tuple[Pixels, float]:
    """Returns the image and its duration in milliseconds."""
    start = time.perf_counter()
    *_, final = paint(scene, *size, quality=quality)
    return final, (time.perf_counter() - start) * 1000


def labelled(pixels: Pixels, label: str) -> Image.Image:
    height, width = pixels.shape[:2]
    scale = (CELL - 2 * MARGIN) / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    cell = Image.new("RGB", (CELL, CELL + LABEL), (250, 250, 250))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    if small.shape[2] == 4:
        board = (np.indices(small.shape[:2]).sum(0) // 12 % 2 * 30 + 205)[..., None]
        alpha = small[..., 3:] / 255
        small = (small[..., :3] * alpha + board * (1 - alpha)).astype(np.uint8)
    cell.paste(Image.fromarray(small), (MARGIN, MARGIN))
    pen = ImageDraw.Draw(cell)
    for row, part in enumerate((label[:62], label[62:124])):
        pen.text((MARGIN, CELL + 2 + 14 * row), part, fill=(30, 30, 30))
    return cell


def sheets(cells: Sequence[Image.Image]) -> Iterator[Image.Image]:
    per_sheet = COLUMNS * ROWS
    for start in range(0, len(cells), per_sheet):
        some = cells[start : start + per_sheet]
        rows = -(-len(some) // COLUMNS)
        sheet = Image.new("RGB", (COLUMNS * CELL, rows * (CELL + LABEL)), (250, 250, 250))
        for index, cell in enumerate(some):
            sheet.paste(cell, (index % COLUMNS * CELL, index // COLUMNS * (CELL + LABEL)))
        yield sheet


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--only", type=int, help="draw only the first N of each kind")
    arguments.add_argument("--size", default="1024x1024", help="WIDTHxHEIGHT")
    arguments.add_argument("--quality", default="medium", choices=("low", "medium", "high"))
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    width, height = (int(edge) for edge in options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    for kind, scenes in KINDS.items():
        cells, times = [], []
        for label, scene in islice(scenes(options.seed), options.only):
            pixels, took_ms = draw(scene, (width, height), options.quality)
            times.append(took_ms)
            cells.append(labelled(pixels, f"{label}  {took_ms:.0f} ms"))
        for number, sheet in enumerate(sheets(cells), 1):
            sheet.save(options.folder / f"{kind}_{number}.jpg", quality=88)
        print(f"{kind}: median {np.median(times):.0f} ms, {len(cells)} pictures")


if __name__ == "__main__":
    main()

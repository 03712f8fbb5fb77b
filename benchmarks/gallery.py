"""Contact sheets of the prompts in prompts.txt, for the eye: `python benchmarks/gallery.py OUT_DIR [--only N]`."""

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from limner.engines.illustrator.canvas import Pixels
from limner.engines.illustrator.paint import paint
from limner.engines.illustrator.parse import parse

PROMPTS = Path(__file__).with_name("prompts.txt")
CELL = 400
LABEL = 34
COLUMNS = 5
ROWS = 5
MARGIN = 6


def read_prompts() -> list[str]:
    lines = PROMPTS.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def draw(prompt: str, size: tuple[int, int], quality: str, seed: int) -> tuple[Pixels, float]:
    """The picture, and how many milliseconds it took."""
    start = time.perf_counter()
    *_, final = paint(parse(prompt, seed=seed), *size, quality=quality)
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
    arguments.add_argument("--only", type=int, help="draw only the first N prompts")
    arguments.add_argument("--size", default="1024x1024", help="WIDTHxHEIGHT")
    arguments.add_argument("--quality", default="medium", choices=("low", "medium", "high"))
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    width, height = (int(edge) for edge in options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    cells, times = [], []
    for prompt in read_prompts()[: options.only]:
        pixels, took_ms = draw(prompt, (width, height), options.quality, options.seed)
        times.append(took_ms)
        cells.append(labelled(pixels, f"{prompt}  {took_ms:.0f} ms"))
        print(f"{took_ms:6.0f} ms  {prompt}")
    for number, sheet in enumerate(sheets(cells), 1):
        sheet.save(options.folder / f"gallery_{number}.jpg", quality=88)
    print(f"median {np.median(times):.0f} ms, {len(cells)} pictures")


if __name__ == "__main__":
    main()

"""Images in a terminal: kitty's protocol, iTerm2's, or half a character for each pixel. Needs Pillow."""

import base64
import io
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    import PIL.Image

MAX_ROWS = 18
KITTY_CHUNK = 4096
CELL_PIXELS = 10, 20
"""Assumed width and height of a character. The terminal scales an image to its rows and columns."""
TRUE_COLOR = ("truecolor", "24bit")
GAP = 1
"""Columns between two images."""


@dataclass(frozen=True, slots=True)
class ImageStrip:
    """Images side by side, and their size in characters."""

    image: "PIL.Image.Image"
    columns: int
    rows: int

    @classmethod
    def of(cls, images: list[bytes], *, columns: int, rows: int, expected: int = 1) -> Self:
        """Scale the images to one height at which all `expected` ones fit into `columns` and `rows`."""
        import PIL.Image

        opened = [PIL.Image.open(io.BytesIO(data)).convert("RGBA") for data in images]
        cell_width, cell_height = CELL_PIXELS
        gaps = GAP * cell_width * (max(expected, len(opened)) - 1)
        aspect_ratios = sum(image.width / image.height for image in opened) * max(1, expected / len(opened))
        rows = max(1, min(rows, int((columns * cell_width - gaps) / aspect_ratios / cell_height)))
        height = rows * cell_height
        sized = [image.resize((max(1, round(image.width / image.height * height)), height)) for image in opened]
        width = min(sum(image.width + GAP * cell_width for image in sized) - GAP * cell_width, columns * cell_width)
        strip = PIL.Image.new("RGBA", (-(-width // cell_width) * cell_width, height))
        left = 0
        for image in sized:
            strip.paste(image, (left, 0))
            left += image.width + GAP * cell_width
        return cls(strip, strip.width // cell_width, rows)


ImageProtocol = Callable[[ImageStrip], str]
"""Returns what draws a strip at the cursor. The cursor may end anywhere."""


def image_protocol(stream: TextIO, environment: Mapping[str, str] = os.environ) -> ImageProtocol | None:
    """How this terminal shows images; None if it cannot, or Pillow is not installed."""
    if not stream.isatty() or not has_pillow():
        return None
    term = environment.get("TERM", "")
    program = environment.get("TERM_PROGRAM", "")
    if "TMUX" in environment or term.startswith(("screen", "tmux")):  # these do not pass images on
        return half_blocks if environment.get("COLORTERM") in TRUE_COLOR else None
    if "KITTY_WINDOW_ID" in environment or term in ("xterm-kitty", "xterm-ghostty") or program == "ghostty":
        return kitty
    if program in ("iTerm.app", "WezTerm", "mintty") or environment.get("LC_TERMINAL") == "iTerm2":
        return iterm2
    if environment.get("COLORTERM") in TRUE_COLOR and term != "dumb" and not environment.get("NO_COLOR"):
        return half_blocks
    return None


def has_pillow() -> bool:
    return find_spec("PIL") is not None


def columns_of(stream: TextIO) -> int:
    return _size(stream).columns


def rows_of(stream: TextIO) -> int:
    """The most rows that images may take."""
    return max(2, min(MAX_ROWS, _size(stream).lines - 3))


def _size(stream: TextIO) -> os.terminal_size:
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((0, 0))
    return size if all(size) else shutil.get_terminal_size()  # some pseudo-terminals have the size 0


def kitty(strip: ImageStrip) -> str:
    text = base64.b64encode(_png(strip)).decode()
    chunks = [text[start : start + KITTY_CHUNK] for start in range(0, len(text), KITTY_CHUNK)]
    # a=T: send and show; C=1: do not move the cursor; i, p: replace the image of the same ids; q=2: no responses
    head = f"a=T,f=100,i={os.getpid() % 100_000 + 1},p=1,c={strip.columns},r={strip.rows},C=1,q=2"
    return "".join(
        f"\x1b_G{head if not index else 'q=2'},m={int(index + 1 < len(chunks))};{chunk}\x1b\\"
        for index, chunk in enumerate(chunks)
    )


def iterm2(strip: ImageStrip) -> str:
    data = _png(strip)
    arguments = f"inline=1;size={len(data)};width={strip.columns};height={strip.rows};preserveAspectRatio=1"
    return f"\x1b]1337;File={arguments};doNotMoveCursor=1:{base64.b64encode(data).decode()}\x07"


def half_blocks(strip: ImageStrip) -> str:
    """Draw two pixels per character: the foreground is the upper one, the background the lower one."""
    import PIL.Image

    canvas = PIL.Image.new("RGBA", strip.image.size, (24, 24, 24, 255))
    canvas.alpha_composite(strip.image)
    small = canvas.convert("RGB").resize((strip.columns, 2 * strip.rows), PIL.Image.Resampling.BOX)
    data = small.tobytes()
    pixels = [tuple(data[start : start + 3]) for start in range(0, len(data), 3)]
    lines = []
    for row in range(strip.rows):
        upper = pixels[2 * row * strip.columns :][: strip.columns]
        lower = pixels[(2 * row + 1) * strip.columns :][: strip.columns]
        cells = [
            f"\x1b[38;2;{a[0]};{a[1]};{a[2]};48;2;{b[0]};{b[1]};{b[2]}m▀" for a, b in zip(upper, lower, strict=True)
        ]
        lines.append("".join(cells) + "\x1b[0m")
    return "\x1b[1B\r".join(lines)


def _png(strip: ImageStrip) -> bytes:
    buffer = io.BytesIO()
    strip.image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()

"""What a person sees while pictures are drawn: a line that moves, and the pictures themselves where the terminal can
show them. It lives on stderr and is silent when piped, so that stdout holds results only.
"""

import asyncio
import sys
import time
from typing import TextIO

from limner.cli.asked import Wish
from limner.cli.terminal import PictureKind, columns_of, picture_kind, rows_of

BAR = 24
EVERY_S = 0.1
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
HALF = 0.5
"""How far a picture counts as drawn once its first preview has come."""


class Display:
    def __init__(
        self, num_pictures: int, *, is_batch: bool, preview: bool | None, stream: TextIO | None = None
    ) -> None:
        self.is_batch = is_batch
        self._total = num_pictures
        self._stream = stream = stream or sys.stderr
        self._moves = stream.isatty()
        self._kind: PictureKind | None = picture_kind(stream) if preview is not False and not is_batch else None
        self._drawn: dict[tuple[int, int], float] = {}
        self._shown: dict[int, bytes] = {}
        self._began = time.monotonic()
        self._rows = 0

    @property
    def shows_previews(self) -> bool:
        return self._kind is not None

    def preview(self, wish: Wish, image_index: int, data: bytes) -> None:
        before = self._drawn.get((id(wish), image_index), 0.0)
        self._drawn[id(wish), image_index] = before + (1 - before) * HALF
        self._show(image_index, data)

    def done(self, wish: Wish, image_index: int, data: bytes) -> None:
        self._drawn[id(wish), image_index] = 1.0
        self._show(image_index, data)

    def result(self, line: str) -> None:
        self._clear()
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def fact(self, text: str) -> None:
        """Of interest to a person who watches, and to nobody else."""
        if self._moves:
            self._clear()
            self._stream.write(f"\x1b[2m{text}\x1b[22m\n")
            self._stream.flush()

    def note(self, text: str) -> None:
        self._say(f"limner: {text}")

    def error(self, text: str) -> None:
        self._say(f"limner: {' '.join(text.split())}")

    async def animate(self) -> None:
        """Until cancelled."""
        while self._moves:
            self._line()
            await asyncio.sleep(EVERY_S)

    def close(self) -> None:
        self._clear()
        self._moves = False

    def _say(self, text: str) -> None:
        self._clear()
        self._stream.write(f"{text}\n")
        self._stream.flush()

    def _clear(self) -> None:
        """Whatever is written next goes below the pictures, in place of the moving line."""
        if self._moves:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._rows = 0

    def _line(self) -> None:
        elapsed_s = time.monotonic() - self._began
        share = sum(self._drawn.values()) / self._total
        filled = round(share * BAR)
        count = sum(value == 1.0 for value in self._drawn.values())
        spin = SPINNER[int(elapsed_s / EVERY_S) % len(SPINNER)]
        bar = f"\x1b[36m{'━' * filled}\x1b[90m{'━' * (BAR - filled)}\x1b[39m"
        number = f" {count}/{self._total}" if self._total > 1 else ""
        text = f"{spin} {bar}{number} {elapsed_s:.1f} s"
        self._stream.write(f"\r\x1b[2K{text if columns_of(self._stream) > BAR + 20 else spin}")
        self._stream.flush()

    def _show(self, image_index: int, data: bytes) -> None:
        """All pictures of the wish, side by side, in the rows above the line."""
        if self._kind is None:
            return
        from limner.cli.terminal import strip_of

        self._shown[image_index] = data
        strip = strip_of(
            [self._shown[index] for index in sorted(self._shown)],
            columns=columns_of(self._stream) - 1,
            rows=rows_of(self._stream),
            expected=self._total,
        )
        if not self._rows:
            self._rows = strip.rows
            self._stream.write("\r\x1b[2K" + "\n" * self._rows)
        # from the line up to the pictures' first row, and back
        self._stream.write(f"\x1b[{self._rows}A\r\x1b7{self._kind(strip)}\x1b8\x1b[{self._rows}B\r")
        self._line()

"""Progress on stderr: a progress line, and the images themselves where the terminal can show them.

Nothing is written if stderr is not a terminal. Results go to stdout.
"""

import asyncio
import sys
import time
from typing import TextIO

from limner.cli.job import CliJob
from limner.cli.terminal import ImageProtocol, ImageStrip, columns_of, image_protocol, rows_of

BAR_WIDTH = 24
FRAME_S = 0.1
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PREVIEW_SHARE = 0.5
"""How much of the remaining progress a preview adds."""


class Display:
    def __init__(self, num_images: int, *, is_batch: bool, preview: bool | None, stream: TextIO | None = None) -> None:
        self.is_batch = is_batch
        self._num_images = num_images
        self._stream = stream = stream or sys.stderr
        self._is_animated = stream.isatty()
        wants_images = preview is not False and not is_batch
        self._protocol: ImageProtocol | None = image_protocol(stream) if wants_images else None
        self._progress: dict[tuple[CliJob, int], float] = {}
        self._shown: dict[int, bytes] = {}
        self._began = time.monotonic()
        self._image_rows = 0

    @property
    def shows_previews(self) -> bool:
        return self._protocol is not None

    def preview(self, job: CliJob, image_index: int, data: bytes) -> None:
        before = self._progress.get((job, image_index), 0.0)
        self._progress[job, image_index] = before + (1 - before) * PREVIEW_SHARE
        self._show(image_index, data)

    def finish(self, job: CliJob, image_index: int, data: bytes) -> None:
        self._progress[job, image_index] = 1.0
        self._show(image_index, data)

    def result(self, line: str) -> None:
        self._clear()
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def fact(self, text: str) -> None:
        """Write a dimmed line, on terminals only."""
        if self._is_animated:
            self._write_line(f"\x1b[2m{text}\x1b[22m")

    def note(self, text: str) -> None:
        self._write_line(f"limner: {text}")

    def error(self, text: str) -> None:
        self._write_line(f"limner: {' '.join(text.split())}")

    async def animate(self) -> None:
        """Update the progress line until cancelled."""
        while self._is_animated:
            self._draw_progress()
            await asyncio.sleep(FRAME_S)

    def close(self) -> None:
        self._clear()
        self._is_animated = False

    def _write_line(self, text: str) -> None:
        self._clear()
        self._stream.write(f"{text}\n")
        self._stream.flush()

    def _clear(self) -> None:
        """Erase the progress line. What is written next goes below the images."""
        if self._is_animated:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._image_rows = 0

    def _draw_progress(self) -> None:
        elapsed_s = time.monotonic() - self._began
        filled = round(sum(self._progress.values()) / self._num_images * BAR_WIDTH)
        num_finished = sum(value == 1.0 for value in self._progress.values())
        spin = SPINNER[int(elapsed_s / FRAME_S) % len(SPINNER)]
        bar = f"\x1b[36m{'━' * filled}\x1b[90m{'━' * (BAR_WIDTH - filled)}\x1b[39m"
        number = f" {num_finished}/{self._num_images}" if self._num_images > 1 else ""
        text = f"{spin} {bar}{number} {elapsed_s:.1f} s"
        self._stream.write(f"\r\x1b[2K{text if columns_of(self._stream) > BAR_WIDTH + 20 else spin}")
        self._stream.flush()

    def _show(self, image_index: int, data: bytes) -> None:
        """Draw all images of the job side by side, in the rows above the progress line."""
        if self._protocol is None:
            return
        self._shown[image_index] = data
        try:
            strip = ImageStrip.of(
                [self._shown[index] for index in sorted(self._shown)],
                columns=columns_of(self._stream) - 1,
                rows=rows_of(self._stream),
                expected=self._num_images,
            )
        except OSError:  # a server may return a format that Pillow cannot decode
            del self._shown[image_index]
            return
        if not self._image_rows:
            self._image_rows = strip.rows
            self._stream.write("\r\x1b[2K" + "\n" * self._image_rows)
        # move up to the first image row, save and restore the cursor around the strip, move back down
        up, down = f"\x1b[{self._image_rows}A\r\x1b7", f"\x1b8\x1b[{self._image_rows}B\r"
        self._stream.write(f"{up}{self._protocol(strip)}{down}")
        self._draw_progress()

"""A minimal terminal emulator: it handles the escape sequences that the display writes, and keeps the screen."""

import io
import re

SEQUENCE = re.compile(r"\x1b_G.*?\x1b\\|\x1b\]1337;.*?\x07|\x1b\[[0-9;]*[A-Za-z]|\x1b[78]|\r|\n|.", re.DOTALL)


class TinyTerminal(io.StringIO):
    def __init__(self):
        super().__init__()
        self.cells: dict[tuple[int, int], str] = {}
        self.pictures: list[tuple[int, int]] = []
        """Row and column of each image drawn with a protocol."""
        self.row = self.column = 0
        self.saved = (0, 0)

    def isatty(self):
        return True

    def write(self, text):
        for sequence in SEQUENCE.findall(text):
            self.handle(sequence)
        return len(text)

    def handle(self, sequence):
        match = re.fullmatch(r"\x1b\[(\d*)([ABK])", sequence)
        if match and match[2] == "K":
            for cell in [cell for cell in self.cells if cell[0] == self.row]:
                del self.cells[cell]
        elif match:
            self.row += int(match[1] or 1) * (-1 if match[2] == "A" else 1)
        elif sequence == "\x1b7":
            self.saved = self.row, self.column
        elif sequence == "\x1b8":
            self.row, self.column = self.saved
        elif sequence.startswith(("\x1b_Ga=T", "\x1b]1337")):
            self.pictures.append((self.row, self.column))
        elif sequence == "\r":
            self.column = 0
        elif sequence == "\n":
            self.row, self.column = self.row + 1, 0
        elif not sequence.startswith("\x1b"):
            self.cells[self.row, self.column] = sequence
            self.column += 1

    @property
    def screen(self) -> list[str]:
        if not self.cells:
            return []
        last = max(row for row, _ in self.cells)
        lines = [""] * (last + 1)
        for row, column in sorted(self.cells):
            lines[row] = lines[row].ljust(column) + self.cells[row, column]
        return [line.rstrip() for line in lines]
